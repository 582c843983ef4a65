// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_references.h"

#include <algorithm>
#include <set>

#include "corpus/char_kinds.h"
#include "corpus/numerals.h"
#include "indexer/citations/references.h"
#include "indexer/prose/document_names.h"

namespace prose {
namespace {

using corpus::Span;

constexpr std::size_t kMostLaws = 40;  // that headings of one paper may name for what is below them

bool overlaps(const std::vector<citations::Reference>& references, Span span) {
  return std::any_of(references.begin(), references.end(), [&](const citations::Reference& r) {
    return r.span.begin < span.end && span.begin < r.span.end;
  });
}

void sort(std::vector<citations::Reference>& references) {
  std::stable_sort(
      references.begin(), references.end(),
      [](const citations::Reference& a, const citations::Reference& b) { return a.span < b.span; });
}

class Reader {
 public:
  Reader(const documents::DocumentText& document, const citations::LawLibrary& library,
         const DocumentContext& context)
      : document_(document), library_(library), context_(context) {}

  std::vector<citations::Reference> run() {
    out_ = cite(context_.default_law);
    read_under_headings();
    name_short_forms();
    name_foreign();
    sort(out_);
    name_collectives();
    sort(out_);
    drop_declarations();
    add_chapters();
    sort(out_);
    for (citations::Reference& r : out_)
      r.from = static_cast<std::uint32_t>(section_at(document_, r.span.begin));
    return std::move(out_);
  }

 private:
  std::string_view text() const { return document_.text; }

  std::vector<citations::Reference> cite(const std::string& law) const {
    return find_citations_in_text(text(), library_, {law, context_.document});
  }

  // Below a heading that speaks of another law, a bare article is that law's.
  void read_under_headings() {
    laws_ = laws_of_sections(document_, out_, context_.default_law);
    std::set<std::string> others(laws_.begin(), laws_.end());
    others.erase(context_.default_law);
    if (others.size() > kMostLaws) return;
    std::vector<citations::Reference> read;
    for (const citations::Reference& r : out_) {
      if (!others.contains(laws_[section_at(document_, r.span.begin)])) read.push_back(r);
    }
    for (const std::string& law : others) {
      for (citations::Reference& r : cite(law)) {
        if (laws_[section_at(document_, r.span.begin)] == law) read.push_back(std::move(r));
      }
    }
    out_ = std::move(read);
  }

  void set_status(citations::Reference& r) const {
    r.reason.clear();
    r.candidates.clear();
    const citations::LawStructure* structure = library_.structure(r.law);
    if (structure == nullptr) {
      r.status =
          library_.knows(r.law) ? citations::Status::outside : citations::Status::unknown_law;
      return;
    }
    const auto& path = r.targets.front().first.path;
    switch (path.empty() ? citations::Presence::there : structure->presence(path)) {
      case citations::Presence::there:
        r.status = citations::Status::resolved;
        break;
      case citations::Presence::deleted:
        r.status = citations::Status::repealed;
        break;
      case citations::Presence::gap:
        r.status = citations::Status::not_in_force;
        r.reason = "この版にはない（後の番号はある）";
        break;
      case citations::Presence::beyond:
        r.status = citations::Status::unresolved;
        r.reason = "その規定はない";
        break;
    }
  }

  // The law a name stands for in this paper, empty where nobody can tell.
  std::string law_called(std::string_view name, const std::vector<GivenName>& given) const {
    if (name == "法") return context_.default_law;
    const auto found = std::find_if(given.begin(), given.end(),
                                    [&](const GivenName& g) { return g.name == name; });
    if (found != given.end()) return found->law;
    const auto ids = laws_of_acronym(text(), name, library_);
    return ids.size() == 1 ? ids.front() : std::string{};
  }

  // 「法第四条」 in a paper about one law; （「新法」）; NICT法, where the paper says what NICT is.
  void name_short_forms() {
    constexpr std::string_view kUnknown = "unknown:";
    const auto given = find_given_names(text(), out_);
    for (citations::Reference& r : out_) {
      if (!r.law.starts_with(kUnknown) || r.targets.empty()) continue;
      const std::string law = law_called(std::string_view(r.law).substr(kUnknown.size()), given);
      if (law.empty()) continue;
      r.law = law;
      for (auto& target : r.targets) {
        target.first.law_id = r.law;
        if (target.last) target.last->law_id = r.law;
      }
      set_status(r);
    }
  }

  void name_foreign() {
    for (const ForeignName& foreign : find_foreign_names(text(), library_)) {
      const auto known = std::find_if(out_.begin(), out_.end(), [&](const citations::Reference& r) {
        return r.span.begin < foreign.span.end && foreign.span.begin < r.span.end;
      });
      const std::string id = "unknown:" + foreign.name;
      if (known != out_.end()) {  // 同条約
        if (!known->law.empty() && !known->law.starts_with("unknown:")) continue;
        known->law = id;
        for (auto& target : known->targets) target.first.law_id = id;
        continue;
      }
      citations::Reference r;
      r.span = foreign.span;
      r.text = r.span.of(text());
      r.form = citations::Form::law;
      r.law = id;
      r.targets = {{.first = {.law_id = id}, .last = {}}};
      r.status = citations::Status::unknown_law;
      r.reason = "条約か外国の法令（法令一覧にない）";
      out_.push_back(std::move(r));
    }
  }

  void name_collectives() {
    for (const CollectiveName& name : find_collective_names(document_, out_)) {
      std::vector<Span> places = name.also;
      for (std::size_t at = text().find(name.name); at != std::string_view::npos;
           at = text().find(name.name, at + 1))
        places.push_back({at, at + name.name.size()});
      for (const Span place : places) {
        auto known = std::find_if(out_.begin(), out_.end(), [&](const citations::Reference& r) {
          return r.span.begin < place.end && place.begin < r.span.end;
        });
        if (known != out_.end() && !place.contains(known->span)) continue;
        if (known == out_.end()) known = out_.insert(out_.end(), citations::Reference{});
        known->span = place;
        known->text = place.of(text());
        known->form = citations::Form::law;
        known->law = name.laws.front();
        known->targets.clear();
        known->reason.clear();
        for (const std::string& law : name.laws)
          known->targets.push_back({.first = {.law_id = law}, .last = {}});
        const bool on_hand =
            std::all_of(name.laws.begin(), name.laws.end(),
                        [&](const std::string& law) { return library_.structure(law) != nullptr; });
        known->status = on_hand ? citations::Status::resolved : citations::Status::outside;
      }
    }
  }

  void drop_declarations() {
    std::vector<citations::Reference> kept;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (!is_declaration(text(), out_, i)) kept.push_back(out_[i]);
    }
    out_ = std::move(kept);
  }

  // 「（第4章、第6章）」 is the law's, where the paper has no chapters itself.
  void add_chapters() {
    const bool own = std::any_of(
        document_.blocks.begin(), document_.blocks.end(), [&](const documents::Block& b) {
          const std::string_view words = b.text.of(text());
          return b.kind == documents::BlockKind::heading && words.starts_with("第") &&
                 words.substr(0, 24).find("章") != std::string_view::npos;
        });
    if (own) return;
    laws_ = laws_of_sections(document_, out_, context_.default_law);
    for (std::size_t at = text().find_first_of("(\xEF"); at != std::string_view::npos;
         at = text().find_first_of("(\xEF", at + 1)) {
      const std::size_t open = text()[at] == '(' ? 1 : text().substr(at).starts_with("（") ? 3 : 0;
      if (open > 0) add_chapters_in(at + open);
    }
  }

  void add_chapters_in(std::size_t begin) {
    const std::string& law = laws_[section_at(document_, begin)];
    if (law.empty()) return;
    std::vector<citations::Reference> found;
    for (std::size_t at = begin;;) {
      const std::string_view rest = text().substr(at);
      if (!rest.starts_with("第")) return;
      const auto number = corpus::read_number(rest.substr(3));
      if (!number || number->value == 0 || number->value > 99) return;
      if (!rest.substr(3 + number->length).starts_with("章")) return;
      citations::Reference r;
      r.span = {at, at + 3 + number->length + 3};
      if (overlaps(out_, r.span)) return;
      r.text = r.span.of(text());
      r.form = citations::Form::structure;
      r.law = law;
      corpus::Address chapter{.law_id = law};
      chapter.path.push_back({.kind = corpus::SegmentKind::chapter,
                              .num = corpus::Ordinal(static_cast<std::uint16_t>(number->value))});
      at = r.span.end;
      r.targets = {{.first = std::move(chapter), .last = {}}};
      set_status(r);
      found.push_back(std::move(r));
      const std::string_view behind = text().substr(at);
      if (behind.starts_with(")") || behind.starts_with("）") || behind.starts_with("関係")) break;
      if (!behind.starts_with("、") && !behind.starts_with("・")) return;
      at += 3;
    }
    out_.insert(out_.end(), found.begin(), found.end());
  }

  const documents::DocumentText& document_;
  const citations::LawLibrary& library_;
  const DocumentContext& context_;
  std::vector<std::string> laws_;  // by section
  std::vector<citations::Reference> out_;
};

// 「（水路法第2章関係）」 right below a heading speaks for it.
bool is_remark_on_heading(std::string_view words) {
  return (words.starts_with("(") || words.starts_with("（")) &&
         (words.ends_with(")") || words.ends_with("）")) && words.size() < 150;
}

}  // namespace

std::vector<std::string> laws_of_sections(const documents::DocumentText& document,
                                          const std::vector<citations::Reference>& references,
                                          const std::string& default_law) {
  std::vector<std::string> out;
  for (const documents::Section& section : document.sections) {
    std::string law = out.empty() ? default_law : out[std::min(section.parent, out.size() - 1)];
    if (section.heading) {
      Span place = document.blocks[*section.heading].text;
      const bool remark =
          section.first < section.last &&
          is_remark_on_heading(document.blocks[section.first].text.of(document.text));
      if (remark) place.end = document.blocks[section.first].text.end;
      const auto named =
          std::find_if(references.begin(), references.end(), [&](const citations::Reference& r) {
            return place.contains(r.span) && !r.law.empty() && !r.law.starts_with("unknown:");
          });
      if (named != references.end()) law = named->law;
    }
    out.push_back(std::move(law));
  }
  return out;
}

std::vector<citations::Reference> find_document_references(const documents::DocumentText& document,
                                                           const citations::LawLibrary& library,
                                                           const DocumentContext& context) {
  return Reader(document, library, context).run();
}

}  // namespace prose
