// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/law_name_view.h"

#include "query/jobun/terminal.h"

namespace jobun {
namespace {

std::string where_declared(const NamedLaw& law) {
  switch (law.kind) {
    case corpus::NameKind::alias:
      return "コーパスの設定（corpus.toml）が挙げる呼び名";
    case corpus::NameKind::title:
      return "法令の題名";
    case corpus::NameKind::title_part:
      return "法令の題名の一部";
    case corpus::NameKind::abbreviation:
      return "法令の一覧（registry.tsv）にある略称";
    case corpus::NameKind::kana:
      return "法令の題名の読み";
  }
  return {};
}

std::string labelled(std::string_view label, std::string_view text) {
  return wrap(std::string(label) + "： " + std::string(text), terminal_width(), 4) + '\n';
}

}  // namespace

std::vector<NamedLaw> find_named_laws(std::string_view word, const indexer::KnowledgeBase& kb) {
  const corpus::LawBook& book = kb.law_book();
  std::vector<NamedLaw> out;
  const auto match = book.names.longest_at(word, 0);
  if (!match || match->length != word.size()) return out;
  for (const std::uint32_t row : match->laws) {
    const corpus::RegistryEntry& entry = book.registry[row];
    out.push_back(
        {std::string(entry.id), std::string(entry.title), std::string(entry.number), match->kind});
  }
  return out;
}

std::string describe_named_law(std::string_view word, const NamedLaw& law) {
  std::string out =
      wrap("「" + std::string(word) + "」は、法令の名前です", terminal_width(), 2) + '\n';
  out += labelled("法令", law.title + "（" + law.number + "）");
  out += labelled("出どころ", where_declared(law));
  out += labelled("法令ID", law.id);
  return out;
}

Record named_law_record(std::string_view word, const NamedLaw& law) {
  return {{"address", law.id},
          {"term", word},
          {"definition", law.title},
          {"form", "law_name"},
          {"scope", Record::array()},
          {"imported_from", ""},
          {"uses", 0},
          {"law", law.title},
          {"declared_in", where_declared(law)}};
}

}  // namespace jobun
