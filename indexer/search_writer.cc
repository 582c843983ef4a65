// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/search_writer.h"

#include <xapian.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/address_text.h"
#include "corpus/error.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/spelling.h"
#include "indexer/analysis/user_dictionary.h"
#include "indexer/citations/reference_table.h"
#include "indexer/search_schema.h"

namespace indexer {
namespace {

using corpus::Law;
using corpus::Provision;

// Nobody reads the database before its generation is published, and nothing is ever deleted from
// it: it needs no safe intermediate states, no sync of its own, and no lists of terms by document.
constexpr int kFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS |
                       Xapian::DB_NO_TERMLIST;

// Text after which a database writes out what it holds in memory, per writer.
constexpr std::size_t kCommitBytes = 96U << 20;

// Captions and titles say what a unit is about; a word there weighs like this many in the text.
constexpr unsigned kCaptionWeight = 5;
// One definition counts fully however long its article is.
constexpr unsigned kDefinitionWeight = 50;

[[noreturn]] void throw_xapian(const Xapian::Error& error, const std::string& where) {
  throw corpus::Error("検索データベースを書けません（" + error.get_msg() + "）", where,
                      "空き容量と書き込みの権限を確かめてください");
}

void post_exact(Xapian::Document& document, std::string_view field, const std::string& value) {
  document.add_boolean_term(std::string(prefix_of(field)) + value);
}

// Returns the first free position behind the text.
unsigned post_text(Xapian::Document& document, const std::vector<analysis::Token>& tokens,
                   unsigned position) {
  unsigned last = position;
  for (const analysis::Token& token : tokens) {
    switch (token.kind) {
      case analysis::Kind::word:
        document.add_posting(token.term, position + token.position);
        last = std::max(last, position + token.position + 1);
        break;
      case analysis::Kind::compound:
        document.add_term(std::string(prefix_of("compound")) + token.term);
        break;
      case analysis::Kind::negation:
        break;
      case analysis::Kind::reading:
        document.add_term(std::string(prefix_of("reading")) + token.term, 0);
        break;
    }
  }
  return last;
}

void post_words(Xapian::Document& document, const std::vector<analysis::Token>& tokens,
                std::string_view field, unsigned weight) {
  for (const analysis::Token& token : tokens) {
    if (token.kind != analysis::Kind::word) continue;
    document.add_term(std::string(prefix_of(field)) + token.term, weight);
  }
}

// Weighing nothing: the length of the unit, and so its rank in a search, stays that of its text.
void post_norm(Xapian::Document& document, const norms::Norm& norm, analysis::Analyzer& analyzer) {
  post_exact(document, "modality", std::string(norms::to_string(norm.modality)));
  for (const norms::Phrase& p : norm.bearers)
    post_words(document, analyzer.analyze(p.text), "bearer", 0);
  for (const norms::Phrase& p : norm.recipients)
    post_words(document, analyzer.analyze(p.text), "recipient", 0);
  post_words(document, analyzer.analyze(norm.act), "act", 0);
}

// A long section is found by its parts, cut between blocks.
constexpr std::size_t kMostPassageLetters = 2000;

std::vector<std::string> split_section(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool full = !out.empty() && out.back().size() + end - at > kMostPassageLetters * 3;
    if (out.empty() || full) out.emplace_back();
    if (!out.back().empty()) out.back() += '\n';
    out.back().append(text, at, end - at);
    at = end + 1;
  }
  return out;
}

double rank_of(const Law& law, std::size_t unit) {
  const auto suppl = law.ancestor(unit, corpus::SegmentKind::suppl);
  if (!suppl) return law.provisions[unit].segment.kind == corpus::SegmentKind::article ? 1.0 : 0.7;
  return law.provisions[*suppl].segment.amending_law.empty() ? 0.5 : 0.0;
}

}  // namespace

struct SearchWriter::Database {
  Xapian::WritableDatabase xapian;
  std::string where;
  std::size_t pending_bytes = 0;
};

SearchWriter::SearchWriter(const std::filesystem::path& database, analysis::Analyzer analyzer)
    : analyzer_(std::move(analyzer)) {
  try {
    database_ = std::make_unique<Database>(
        Database{Xapian::WritableDatabase(database.string(), kFlags), database.string()});
  } catch (const Xapian::Error& e) {
    throw_xapian(e, database.string());
  }
}

SearchWriter::~SearchWriter() = default;
SearchWriter::SearchWriter(SearchWriter&&) noexcept = default;

std::size_t SearchWriter::add(const Law& law, const citations::LawEntry& entry,
                              std::string_view until,
                              const std::vector<citations::Reference>& references,
                              const std::vector<norms::Norm>& norms) {
  auto norm = norms.begin();            // in the order of the provisions, as the units are
  auto reference = references.begin();  // in the order of the provisions, as the units are
  const auto title_tokens = analyzer_.analyze(law.title);
  std::size_t units = 0;
  try {
    for (std::size_t i = 0; i < law.provisions.size(); ++i) {
      if (!corpus::is_unit(law, i)) continue;
      const Provision& unit = law.provisions[i];
      const std::string address = corpus::to_string(law.address(i));
      Xapian::Document document;
      post_exact(document, "law", law.id);
      document.add_value(kValueLaw, law.id);
      post_exact(document, "kind", entry.kind);
      post_exact(document, "address", address);
      post_exact(document, "id", law.id + '@' + law.revision + address.substr(law.id.size()));
      document.add_value(kValueFrom, law.revision.empty() ? std::string(kEver) : law.revision);
      document.add_value(kValueUntil, until.empty() ? std::string(kForever) : std::string(until));
      document.add_value(kValueRank, Xapian::sortable_serialise(rank_of(law, i)));
      post_words(document, title_tokens, "title", 1);
      if (!unit.caption.empty()) {
        post_words(document, analyzer_.analyze(unit.caption), "caption", kCaptionWeight);
      }
      unsigned position = 0;
      for (std::size_t p = i; p < unit.end; ++p) {
        for (const std::string* text : {&law.provisions[p].caption, &law.provisions[p].text}) {
          if (text->empty()) continue;
          position = post_text(document, analyzer_.analyze(*text), position) + kProvisionGap;
          database_->pending_bytes += text->size();
        }
        for (const corpus::Sentence& sentence : law.provisions[p].sentences) {
          const std::string_view text = sentence.span.of(law.provisions[p].text);
          for (const corpus::Span term : analysis::term_candidates(text)) {
            document.add_term(std::string(prefix_of("defines")) + exact_term(term.of(text)),
                              kDefinitionWeight);
          }
        }
      }
      while (norm != norms.end() && norm->provision < i) ++norm;
      for (; norm != norms.end() && norm->provision < unit.end; ++norm) {
        post_norm(document, *norm, analyzer_);
      }
      while (reference != references.end() && reference->from < i) ++reference;
      for (; reference != references.end() && reference->from < unit.end; ++reference) {
        for (const corpus::AddressRange& target : reference->targets) {
          for (const std::string& name : citations::index_names(corpus::to_string(target))) {
            post_exact(document, "cites", analysis::bounded_term(name));
          }
        }
      }
      document.set_data(
          nlohmann::ordered_json{{"address", address},
                                 {"law_id", law.id},
                                 {"revision", law.revision},
                                 {"title", law.title},
                                 {"num", to_japanese(law.address(i), corpus::NumberStyle::kanji)},
                                 {"caption", unit.caption},
                                 {"kind", entry.kind},
                                 {"digest", entry.digest},
                                 {"text", text_of_unit(law, i)}}
              .dump());
      database_->xapian.add_document(document);
      ++units;
    }
    if (database_->pending_bytes > kCommitBytes) commit();
  } catch (const Xapian::Error& e) {
    throw_xapian(e, database_->where);
  }
  return units;
}

std::size_t SearchWriter::add(const documents::DocumentText& document,
                              const prose::DocumentEntry& entry) {
  std::size_t units = 0;
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    auto path = documents::heading_path(document, s);
    const bool under_title = path.size() > 1 && path.front() == document.title;
    if (under_title) path.erase(path.begin());
    const auto parts = split_section(documents::text_of_section(document, s));
    const bool has_sections_below = std::any_of(
        document.sections.begin() + static_cast<std::ptrdiff_t>(s) + 1, document.sections.end(),
        [&](const documents::Section& below) { return below.parent == s; });
    if (parts.empty() && (path.empty() || has_sections_below)) continue;  // found through these
    for (std::size_t part = 0; part < std::max<std::size_t>(parts.size(), 1); ++part, ++units) {
      add_passage(parts.empty() ? "" : parts[part], path, entry, {entry.id, s, part + 1});
    }
  }
  if (database_->pending_bytes > kCommitBytes) commit();
  return units;
}

void SearchWriter::add_passage(std::string_view text, const std::vector<std::string>& path,
                               const prose::DocumentEntry& entry,
                               const prose::DocumentAddress& at) {
  Xapian::Document document;
  const std::string at_text(text);
  const std::string address = prose::to_string(at);
  post_exact(document, "kind", entry.kind);
  post_exact(document, "address", address);
  document.add_value(kValueFrom, std::string(kEver));
  document.add_value(kValueUntil, std::string(kForever));
  document.add_value(kValueRank, Xapian::sortable_serialise(0.0));
  post_words(document, analyzer_.analyze(entry.title), "title", 1);
  unsigned position = 0;
  std::string caption;
  for (std::size_t h = 0; h < path.size(); ++h) {
    const bool own = h + 1 == path.size();
    const auto words = analyzer_.analyze(path[h]);
    post_words(document, words, "caption", own ? kCaptionWeight : 1);
    if (own) position = post_text(document, words, 0) + kProvisionGap;
    caption += (caption.empty() ? "" : " › ") + path[h];
  }
  while (!text.empty()) {  // a block each, so that no phrase runs over from one into the next
    const std::size_t end = std::min(text.find('\n'), text.size());
    position =
        post_text(document, analyzer_.analyze(text.substr(0, end)), position) + kProvisionGap;
    database_->pending_bytes += end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  document.set_data(nlohmann::ordered_json{
      {"address", address},
      {"law_id", ""},
      {"revision", entry.date},
      {"title", entry.title},
      {"num", ""},
      {"caption", caption},
      {"kind", entry.kind},
      {"digest", entry.digest},
      {"text", at_text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  try {
    database_->xapian.add_document(document);
  } catch (const Xapian::Error& e) {
    throw_xapian(e, database_->where);
  }
}

void SearchWriter::commit() {
  try {
    database_->xapian.commit();
    database_->pending_bytes = 0;
  } catch (const Xapian::Error& e) {
    throw_xapian(e, database_->where);
  }
}

std::string exact_term(std::string_view words) {
  return analysis::bounded_term(analysis::normalize(words).text);
}

std::string text_of_unit(const Law& law, std::size_t unit) {
  std::string out;
  for (std::size_t p = unit; p < law.provisions[unit].end; ++p) {
    const Provision& provision = law.provisions[p];
    if (provision.text.empty()) continue;
    if (!out.empty()) out += '\n';
    if (p != unit && !provision.num.empty()) out += provision.num + std::string(corpus::kColumnGap);
    out += provision.text;
  }
  return out;
}

}  // namespace indexer
