// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_table.h"

#include <algorithm>
#include <ctime>
#include <tuple>

#include "corpus/tsv.h"

namespace citations {
namespace {

constexpr std::string_view kHeader =
    "# jobun laws v1\n"
    "id\trevision\tamended_"
    "by\tnumber\ttitle\tkana\tabbreviations\ttype\tpromulgated\tkind\tdigest\t"
    "source\tcharacters\tunits\tfile\n";
constexpr std::size_t kColumns = 15;

LawEntry parse_row(const std::vector<std::string>& c) {
  return {.id = c[0],
          .revision = c[1],
          .amended_by = c[2],
          .number = c[3],
          .title = c[4],
          .kana = c[5],
          .abbreviations = c[6],
          .type = c[7],
          .promulgated = c[8],
          .kind = c[9],
          .digest = c[10] == "1",
          .source = c[11],
          .characters = corpus::to_number(c[12]),
          .units = corpus::to_number(c[13]),
          .file = c[14]};
}

}  // namespace

std::string to_tsv(const std::vector<LawEntry>& laws) {
  std::string out(kHeader);
  for (const LawEntry& l : laws) {
    corpus::append_tsv_row(
        out, {l.id, l.revision, l.amended_by, l.number, l.title, l.kana, l.abbreviations, l.type,
              l.promulgated, l.kind, l.digest ? "1" : "0", l.source, std::to_string(l.characters),
              std::to_string(l.units), l.file});
  }
  return out;
}

std::vector<LawEntry> parse_law_table(std::string_view tsv, std::string_view where) {
  std::vector<LawEntry> laws;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](const std::vector<std::string>& cells) {
    laws.push_back(parse_row(cells));
  });
  return laws;
}

Revisions::Revisions(std::vector<const LawEntry*> entries) : entries_(std::move(entries)) {
  std::sort(entries_.begin(), entries_.end(), [](const LawEntry* a, const LawEntry* b) {
    return std::tie(a->revision, a->amended_by) < std::tie(b->revision, b->amended_by);
  });
}

const LawEntry& Revisions::on(std::string_view date) const {
  const auto later = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const LawEntry* e) { return e->revision > date; });
  // Of two revisions of one day the later amendment stands last, and is the text of that day.
  return later == entries_.begin() ? **later : **std::prev(later);
}

Force Revisions::force(std::string_view date) const {
  const LawEntry& entry = on(date);
  if (entry.revision.empty()) return Force::unknown_date;
  return entry.revision <= date ? Force::in_force : Force::not_yet;
}

std::string_view Revisions::until(const LawEntry& entry) const {
  const auto here = std::find(entries_.begin(), entries_.end(), &entry);
  if (here == entries_.end() || std::next(here) == entries_.end()) return {};
  return (*std::next(here))->revision;
}

std::string today() {
  constexpr std::time_t kJapan = 9 * 60 * 60;  // statutes start by the Japanese calendar day
  const std::time_t now = std::time(nullptr) + kJapan;
  std::tm japan{};
  gmtime_r(&now, &japan);
  char out[9];
  std::strftime(out, sizeof out, "%Y%m%d", &japan);
  return out;
}

}  // namespace citations
