// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/passages.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "corpus/char_kinds.h"
#include "query/passage_text.h"

namespace query {
namespace {

constexpr double kExact = 4, kPart = 3, kRange = 2, kChapter = 0.7, kSubject = 1.5, kNamed = 0.5;
constexpr double kInHeading = 3;

// 編, 章, … that hold the provision, as papers cite them: <law>/ch2.
std::vector<std::string> divisions_of(const corpus::Law& law, const corpus::Address& address) {
  std::vector<std::string> out;
  const auto found = law.find(address.path);
  if (!found) return out;
  for (const auto kind :
       {corpus::SegmentKind::part, corpus::SegmentKind::chapter, corpus::SegmentKind::section}) {
    if (const auto above = law.ancestor(*found, kind))
      out.push_back(to_string(law.address(*above)));
  }
  return out;
}

double weight_of(const std::string& target, const corpus::Address& address,
                 const std::vector<std::string>& divisions) {
  if (std::find(divisions.begin(), divisions.end(), target) != divisions.end()) return kChapter;
  if (!citations::concerns(target, address)) return 0;
  const auto range = corpus::parse_address_range(target);
  if (!range || range->last) return kRange;
  if (range->first == address) return kExact;
  return address.contains(range->first) ? kPart : kRange;
}

std::size_t byte_of(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  for (; letters > 0 && at < text.size(); --letters) corpus::next_code_point(text, at);
  return at;
}

// ---- what the provision is about ----

// 「（特定設備等の設置の届出）」 -> 特定設備, 設置, 届出
struct Subject {
  std::string caption;
  std::vector<std::string> words;
};

Subject subject_of(const corpus::Law& law, const corpus::Address& address) {
  Subject out;
  auto at = law.find(address.path);
  if (at && law.provisions[*at].caption.empty())
    at = law.ancestor(*at, corpus::SegmentKind::article);
  if (!at) return out;
  std::string_view caption = law.provisions[*at].caption;
  if (caption.starts_with("（") && caption.ends_with("）"))
    caption = caption.substr(3, caption.size() - 6);
  out.caption = caption;
  std::string word;
  const auto close = [&] {
    if (corpus::count_code_points(word) > 1) out.words.push_back(word);
    word.clear();
  };
  for (std::size_t i = 0; i < caption.size();) {
    const std::size_t begin = i;
    const char32_t c = corpus::next_code_point(caption, i);
    const bool letter = (corpus::is_kanji(c) && c != U'等' && c != U'及' && c != U'又') ||
                        corpus::is_katakana(c) || c == U'ー' || corpus::is_ascii_letter(c);
    if (letter)
      word += caption.substr(begin, i - begin);
    else
      close();
  }
  close();
  return out;
}

// Also 届け出 for 届出: one kana between two kanji.
bool holds_word(std::string_view text, std::string_view word) {
  if (text.find(word) != std::string_view::npos) return true;
  if (corpus::count_code_points(word) != 2) return false;
  std::size_t first = 0;
  corpus::next_code_point(word, first);
  for (std::size_t at = text.find(word.substr(0, first)); at != std::string_view::npos;
       at = text.find(word.substr(0, first), at + 1)) {
    std::size_t next = at + first;
    if (next >= text.size() || !corpus::is_hiragana(corpus::next_code_point(text, next))) continue;
    if (text.substr(next).starts_with(word.substr(first))) return true;
  }
  return false;
}

// The sentence is about the provision when it has all words of the caption, `term` for one of them;
// less so when it only names it (インシデント報告).
double speaks_of(std::string_view sentence, const prose::DocumentTermRecord& term,
                 const Subject& subject) {
  if (term.term == subject.caption) return kNamed;
  if (subject.words.size() < 2) return 0;
  const auto stands_for = [&](const std::string& word) { return word == term.term; };
  const bool about =
      std::any_of(subject.words.begin(), subject.words.end(), stands_for) &&
      std::all_of(subject.words.begin(), subject.words.end(), [&](const std::string& word) {
        return stands_for(word) || holds_word(sentence, word);
      });
  return about ? kSubject : 0;
}

// ---- the passages of one document ----

struct Found {
  double score = 0;
  double best = 0;
  std::size_t sentences = 0;
  corpus::Span place;
  std::vector<citations::ReferenceRecord> references;

  // Each further place in a section tells less than the one before.
  void add(double weight, bool in_heading, corpus::Span at, std::size_t before) {
    score += weight * (in_heading ? kInHeading : 1) / (1.0 + 0.5 * static_cast<double>(before));
    // The heading says that it is discussed, the text says what.
    const double worth = in_heading ? weight * 0.5 : weight;
    if (worth <= best) return;
    best = worth;
    place = at;
  }
};
using FoundBySection = std::map<std::size_t, Found>;

bool reaches_law(const citations::ReferenceRecord& r, std::string_view law_id) {
  return r.law == law_id || std::any_of(r.targets.begin(), r.targets.end(),
                                        [&](const auto& t) { return t.starts_with(law_id); });
}

// What one document says of one law.
class LawInDocument {
 public:
  LawInDocument(const CitingDocument& document, const corpus::Law& law) : document_(document) {
    for (const citations::ReferenceRecord& r : document.references) {
      const auto section = section_of(r.from);
      if (section && reaches_law(r, law.id))
        references_.push_back({&r, *section, place_of(r.span)});
    }
    for (const prose::DocumentTermRecord& t : document.terms) {
      const auto section = section_of(t.from);
      if (!section || !t.address.starts_with(law.id)) continue;
      const corpus::Span place = place_of(t.span);
      terms_.push_back({&t, *section, place, sentence_around(document.text.text, place)});
    }
  }

  FoundBySection about(const corpus::Address& address, const std::vector<std::string>& divisions,
                       const Subject& subject) const {
    FoundBySection out;
    for (const Citation& c : references_) {
      double weight = 0;
      for (const std::string& target : c.record->targets)
        weight = std::max(weight, weight_of(target, address, divisions));
      if (address.is_law() && c.record->law == address.law_id) weight = kExact;
      if (weight == 0) continue;
      Found& found = out[c.section];
      found.add(weight, in_heading(c.section, c.place), c.place, found.references.size());
      found.references.push_back(*c.record);
    }
    if (!subject.caption.empty()) add_subject(out, subject);
    return out;
  }

 private:
  struct Citation {
    const citations::ReferenceRecord* record;
    std::size_t section;
    corpus::Span place;
  };
  struct Term {
    const prose::DocumentTermRecord* record;
    std::size_t section;
    corpus::Span place;
    corpus::Span sentence;
  };

  std::optional<std::size_t> section_of(const std::string& from) const {
    const auto address = prose::parse_document_address(from);
    if (!address || !address->section || *address->section >= document_.text.sections.size())
      return std::nullopt;
    return address->section;
  }

  corpus::Span place_of(corpus::CodePointSpan span) const {
    return {byte_of(document_.text.text, span.begin), byte_of(document_.text.text, span.end)};
  }

  bool in_heading(std::size_t section, corpus::Span place) const {
    const auto heading = document_.text.sections[section].heading;
    return heading && document_.text.blocks[*heading].text.contains(place);
  }

  // Where the section cites the provision, that is said already.
  void add_subject(FoundBySection& out, const Subject& subject) const {
    std::set<std::size_t> sentences;
    for (const Term& t : terms_) {
      const auto own = out.find(t.section);
      if (own != out.end() && !own->second.references.empty()) continue;
      const double weight = speaks_of(t.sentence.of(document_.text.text), *t.record, subject);
      if (weight == 0) continue;
      if (!sentences.insert(t.sentence.begin).second) continue;
      Found& found = out[t.section];
      found.add(weight, in_heading(t.section, t.place), t.place, found.sentences++);
    }
  }

  const CitingDocument& document_;
  std::vector<Citation> references_;
  std::vector<Term> terms_;
};

Passage passage_of(const CitingDocument& document, std::size_t section, Found found) {
  auto path = documents::heading_path(document.text, section);
  if (path.size() > 1 && path.front() == document.text.title) path.erase(path.begin());
  return {.address = to_string(prose::DocumentAddress{document.entry->id, section, 1}),
          .document = document.entry->title,
          .date = document.entry->date,
          .kind = document.entry->kind,
          .path = std::move(path),
          .text = passage_text(document.text, section, found.place),
          .score = found.score,
          .references = std::move(found.references)};
}

}  // namespace

std::vector<CitingDocument> read_documents(const indexer::KnowledgeBase& kb) {
  std::vector<CitingDocument> out;
  for (const prose::DocumentEntry& entry : kb.documents())
    out.push_back({&entry, kb.load(entry), kb.references(entry), kb.document_terms(entry)});
  return out;
}

std::vector<std::vector<Passage>> find_passages(const std::vector<CitingDocument>& documents,
                                                const corpus::Law& law,
                                                const std::vector<corpus::Address>& asked) {
  std::vector<LawInDocument> says;
  for (const CitingDocument& document : documents) says.emplace_back(document, law);
  std::vector<std::vector<Passage>> out;
  for (corpus::Address address : asked) {
    address.revision.clear();
    address.part = corpus::Part::whole;
    const auto divisions = divisions_of(law, address);
    const Subject subject = subject_of(law, address);
    std::vector<Passage>& passages = out.emplace_back();
    for (std::size_t d = 0; d < documents.size(); ++d) {
      for (auto& [section, found] : says[d].about(address, divisions, subject))
        passages.push_back(passage_of(documents[d], section, std::move(found)));
    }
    std::stable_sort(passages.begin(), passages.end(), [](const Passage& a, const Passage& b) {
      return std::tie(b.score, b.date) < std::tie(a.score, a.date);
    });
  }
  return out;
}

std::vector<Passage> find_passages(const indexer::KnowledgeBase& kb, const corpus::Law& law,
                                   const corpus::Address& address) {
  return find_passages(read_documents(kb), law, {address}).front();
}

}  // namespace query
