// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/passages.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace query {
namespace {

constexpr double kExact = 4, kPart = 3, kRange = 2, kChapter = 0.7;
constexpr double kInHeading = 3;
constexpr std::size_t kMostLetters = 240;

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

// The sentence around the place, cut where it is long.
std::string sentence_at(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', end), text.size());
  std::size_t from = line;
  const std::string_view before = text.substr(line, begin - line);
  if (const std::size_t stop = before.rfind("。");
      stop != std::string_view::npos && before.size() - stop > 12)
    from = line + stop + std::string_view("。").size();
  std::size_t to = std::min(text.find("。", end), line_end);
  to = to < line_end ? to + std::string_view("。").size() : line_end;
  std::string out;
  std::size_t letters = 0;
  for (std::size_t at = from; at < to; ++letters) {
    const std::size_t start = at;
    corpus::next_code_point(text, at);
    if (letters == kMostLetters) return out + "…";
    out += text.substr(start, at - start);
  }
  return std::string(corpus::trim(out));
}

std::size_t byte_of(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  for (; letters > 0 && at < text.size(); --letters) corpus::next_code_point(text, at);
  return at;
}

struct Found {
  double score = 0;
  double best = 0;
  corpus::Span place;
  std::vector<citations::ReferenceRecord> references;
};

// The passages of one document. `load` is asked for its text when it cites the provision at all.
void add_passages(std::vector<Passage>& out, const prose::DocumentEntry& entry,
                  const std::vector<citations::ReferenceRecord>& references,
                  const std::function<const documents::DocumentText&()>& load,
                  const corpus::Address& address, const std::vector<std::string>& divisions) {
  std::map<std::size_t, Found> sections;
  const documents::DocumentText* document = nullptr;
  for (const citations::ReferenceRecord& r : references) {
    double weight = 0;
    for (const std::string& target : r.targets)
      weight = std::max(weight, weight_of(target, address, divisions));
    if (address.is_law() && r.law == address.law_id) weight = kExact;
    const auto from = prose::parse_document_address(r.from);
    if (weight == 0 || !from || !from->section) continue;
    if (document == nullptr) document = &load();
    if (*from->section >= document->sections.size()) continue;
    const corpus::Span place{byte_of(document->text, r.span.begin),
                             byte_of(document->text, r.span.end)};
    const auto heading = document->sections[*from->section].heading;
    const bool in_heading = heading && document->blocks[*heading].text.contains(place);
    Found& found = sections[*from->section];
    found.score += weight * (in_heading ? kInHeading : 1) /
                   (1.0 + 0.5 * static_cast<double>(found.references.size()));
    // The heading says that it is discussed, the text says what.
    const double worth = in_heading ? weight * 0.5 : weight;
    if (worth > found.best) {
      found.best = worth;
      found.place = place;
    }
    found.references.push_back(r);
  }
  for (auto& [section, found] : sections) {
    const documents::Section& at = document->sections[section];
    const bool in_heading = at.heading && document->blocks[*at.heading].text.contains(found.place);
    if (in_heading && at.first < at.last) {  // what the heading is about
      found.place.begin = found.place.end = document->blocks[at.first].text.begin;
    }
    auto path = documents::heading_path(*document, section);
    if (path.size() > 1 && path.front() == document->title) path.erase(path.begin());
    out.push_back({.address = to_string(prose::DocumentAddress{entry.id, section, 1}),
                   .document = entry.title,
                   .date = entry.date,
                   .kind = entry.kind,
                   .path = std::move(path),
                   .text = sentence_at(document->text, found.place.begin, found.place.end),
                   .score = found.score,
                   .references = std::move(found.references)});
  }
}

void sort_passages(std::vector<Passage>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Passage& a, const Passage& b) {
    return std::tie(b.score, b.date) < std::tie(a.score, a.date);
  });
}

bool reaches_law(const citations::ReferenceRecord& r, std::string_view law_id) {
  return r.law == law_id || std::any_of(r.targets.begin(), r.targets.end(),
                                        [&](const auto& t) { return t.starts_with(law_id); });
}

}  // namespace

std::vector<Passage> find_passages(const indexer::KnowledgeBase& kb, const corpus::Law& law,
                                   const corpus::Address& asked) {
  corpus::Address address = asked;
  address.revision.clear();
  address.part = corpus::Part::whole;
  const auto divisions = divisions_of(law, address);
  std::vector<Passage> out;
  for (const prose::DocumentEntry& entry : kb.documents()) {
    documents::DocumentText text;
    const auto load = [&]() -> const documents::DocumentText& { return text = kb.load(entry); };
    add_passages(out, entry, kb.references(entry), load, address, divisions);
  }
  sort_passages(out);
  return out;
}

std::vector<CitingDocument> read_documents(const indexer::KnowledgeBase& kb) {
  std::vector<CitingDocument> out;
  for (const prose::DocumentEntry& entry : kb.documents())
    out.push_back({&entry, kb.load(entry), kb.references(entry)});
  return out;
}

std::vector<std::vector<Passage>> find_passages(const std::vector<CitingDocument>& documents,
                                                const corpus::Law& law,
                                                const std::vector<corpus::Address>& addresses) {
  std::vector<std::vector<Passage>> out(addresses.size());
  for (const CitingDocument& document : documents) {
    std::vector<citations::ReferenceRecord> references;
    std::copy_if(document.references.begin(), document.references.end(),
                 std::back_inserter(references),
                 [&](const auto& r) { return reaches_law(r, law.id); });
    if (references.empty()) continue;
    const auto load = [&]() -> const documents::DocumentText& { return document.text; };
    for (std::size_t i = 0; i < addresses.size(); ++i)
      add_passages(out[i], *document.entry, references, load, addresses[i],
                   divisions_of(law, addresses[i]));
  }
  for (auto& passages : out) sort_passages(passages);
  return out;
}

}  // namespace query
