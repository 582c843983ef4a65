// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/law_summary.h"

#include <set>
#include <string>
#include <string_view>

namespace indexer {
namespace {

std::string kind_of(const corpus::Document& document, corpus::LawType type) {
  const bool is_order = type != corpus::LawType::act && type != corpus::LawType::constitution;
  if (document.kind == corpus::DocumentKind::statute && is_order) return "order";
  return std::string(corpus::to_string(document.kind));
}

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ",") + name;
  return out;
}

}  // namespace

citations::LawEntry describe_law(const corpus::Law& law, const corpus::Document& document) {
  citations::LawEntry entry{.id = law.id,
                            .revision = law.revision,
                            .amended_by = law.amended_by,
                            .number = law.number,
                            .title = law.title,
                            .kana = law.kana,
                            .abbreviations = join(law.abbreviations),
                            .type = std::string(corpus::to_string(law.type)),
                            .promulgated = law.promulgated,
                            .kind = kind_of(document, law.type),
                            .digest = law.digest,
                            .source = document.source};
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const corpus::Provision& p = law.provisions[i];
    entry.characters += corpus::count_code_points(p.text) + corpus::count_code_points(p.caption);
    entry.units += corpus::is_unit(law, i);
  }
  return entry;
}

std::vector<analysis::DictionaryEntry> words_of(const corpus::Law& law) {
  std::vector<analysis::DictionaryEntry> words = {
      {law.title, law.kana, analysis::EntryKind::law_title}};
  for (const std::string& name : law.abbreviations)
    words.push_back({name, {}, analysis::EntryKind::abbreviation});
  std::set<std::string_view> seen;
  for (const corpus::Provision& p : law.provisions) {
    for (const corpus::Sentence& sentence : p.sentences) {
      const std::string_view text = sentence.span.of(p.text);
      for (const corpus::Span span : analysis::term_candidates(text)) {
        if (seen.insert(span.of(text)).second) {
          words.push_back({std::string(span.of(text)), {}, analysis::EntryKind::term});
        }
      }
    }
  }
  return words;
}

}  // namespace indexer
