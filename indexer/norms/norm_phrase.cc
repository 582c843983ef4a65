// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_phrase.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

bool is_number(char32_t c) { return one_of(c, U"一二三四五六七八九十百千０１２３４５６７８９"); }

// に係る, に関する …: these make no clause of their own.
bool is_relational(Letters letters, std::size_t at) {
  return ends_with_word(letters.substr(0, at), WordClass::relates);
}

// 政令で定める, 前項に規定する: a modifier that takes no を.
bool is_fixed(Letters letters, std::size_t at) {
  return ends_with_word(letters.substr(0, at), WordClass::fixes) || is_relational(letters, at);
}

// What a walk back from the end of a phrase has passed.
struct Passed {
  std::size_t clauses = 0;
  bool object = false;      // the innermost clause has its を
  std::size_t subject = 0;  // where its subject ends: …大臣|が指定する

  void clause() { ++clauses, object = false, subject = 0; }
};

// Does the particle in front of `at` belong to what the phrase stands in?
bool ends_phrase(Letters letters, std::size_t at, const Passed& passed) {
  const char32_t c = letters[at - 1];
  const char32_t noun = at >= 2 ? letters[at - 2] : U'\0';
  const bool bare = passed.clauses == 0;
  if (c == U'は') return corpus::is_kanji(noun) && noun != U'又';
  if (c == U'が') return bare && is_noun_end(noun);
  if (c == U'で') return bare && corpus::is_kanji(noun) && !one_of(letter_at(letters, at), U"定あ");
  if (c != U'を') return false;
  // 記録を大臣が指定する機関に: を before が is of the sentence.
  return bare || passed.object ||
         (passed.subject > at && is_bare_noun(letters.substr(at, passed.subject - at)));
}

bool begins_behind_word(Letters letters, std::size_t begin, std::size_t at, const Passed& passed) {
  const Letters before = letters.substr(begin, at - begin);
  const char32_t next = letter_at(letters, at);
  if (before.ends_with(U"までに") && one_of(next, U"掲規")) return false;  // 第三号までに掲げる
  if (ends_with_word(before, WordClass::begins_always)) return true;
  return passed.clauses == 0 && next != U'の' && ends_with_word(before, WordClass::begins_phrase);
}

}  // namespace

bool one_of(char32_t c, Letters set) { return c != 0 && set.find(c) != Letters::npos; }
char32_t letter_at(Letters letters, std::size_t at) {
  return at < letters.size() ? letters[at] : U'\0';
}
bool is_noun_end(char32_t c) { return corpus::is_kanji(c) || corpus::is_katakana(c) || c == U'」'; }

bool is_bare_noun(Letters phrase) {
  return std::all_of(phrase.begin(), phrase.end(), [](char32_t c) {
    return corpus::is_kanji(c) || corpus::is_katakana(c) || one_of(c, U"のそこ");
  });
}

bool names_person(Letters phrase) {
  if (phrase.size() > 1 && phrase.back() == U'人' && is_number(phrase[phrase.size() - 2]))
    return false;
  if (phrase.find(U"のうち") != Letters::npos && phrase.size() > 1 && phrase.back() == U'名')
    return false;
  return is_person(phrase).value_or(false);
}

bool is_plain_ni(Letters letters, std::size_t at, std::size_t end) {
  const Letters rest = letters.substr(at + 1, std::min<std::size_t>(4, end - at - 1));
  return !begins_with_word(rest, WordClass::other_ni);
}

std::size_t begin_of_phrase(Letters letters, std::size_t begin, std::size_t end,
                            std::size_t clauses) {
  Passed passed{.clauses = clauses};
  for (std::size_t at = end; at-- > begin + 1;) {
    if (at < end && ends_clause(letters, at)) passed.clause();
    if (ends_phrase(letters, at, passed)) return at;
    const char32_t c = letters[at - 1];
    const bool names_subject = c == U'が' || (c == U'の' && corpus::is_kanji(letters[at]));
    if (passed.subject == 0 && names_subject && at >= 2 && is_noun_end(letters[at - 2]))
      passed.subject = at - 1;
    if (c == U'を') passed.object = true;
    if (begins_behind_word(letters, begin, at, passed)) return at;
  }
  return begin;
}

bool ends_clause(Letters letters, std::size_t at) {
  return ends_attributive(letters, at) && !is_fixed(letters, at);
}

std::vector<std::size_t> clause_ends(Letters letters, Range r) {
  std::vector<std::size_t> out;
  for (std::size_t at = r.begin + 1; at < r.end; ++at) {
    if (ends_attributive(letters, at) && !is_relational(letters, at)) out.push_back(at);
  }
  return out;
}

Range skip_connective(Letters letters, Range r) {
  r.begin += connective_at(letters.substr(r.begin, r.end - r.begin));
  return r;
}

std::size_t piece_at(const NormText& text, std::size_t letter) {
  const auto& pieces = text.pieces();
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), letter,
                       [](std::size_t at, const Range& piece) { return at < piece.begin; });
  return next == pieces.begin() ? 0 : static_cast<std::size_t>(next - pieces.begin()) - 1;
}

std::optional<Range> topic_inside(const NormText& text, Range r) {
  const Letters letters = text.letters();
  if (text.of(r).starts_with(U"何人も")) return Range{r.begin, r.begin + 2};
  for (std::size_t at = r.begin + 1; at + 1 < r.end; ++at) {
    if (letters[at] != U'は' || !names_person(letters.substr(r.begin, at - r.begin))) continue;
    return Range{r.begin, at};
  }
  return std::nullopt;
}

Range without_restriction(const NormText& text, Range r) {
  const Letters words = text.of(r);
  if (!words.ends_with(U"もの") && !words.ends_with(U"者")) return r;
  for (const Letters mark : {U"であって", U"であつて"}) {
    const std::size_t at = words.find(mark);
    if (at != Letters::npos && at > 0) return {r.begin, r.begin + at};
  }
  const std::size_t among = words.find(U"のうち");
  if (among != Letters::npos && among > 0 && words.ends_with(U"もの") &&
      names_person(words.substr(0, among)))
    return {r.begin, r.begin + among};
  return r;
}

bool is_restriction(Letters piece) {
  for (const Letters mark : {U"であって", U"であつて"}) {
    if (piece.ends_with(mark) && names_person(piece.substr(0, piece.size() - mark.size())))
      return true;
  }
  return false;
}

// --- lists of persons --------------------------------------------------------------------------

namespace {

// How many letters part two members of a list at `at`: 、 又は, その他 (but not その他の).
std::size_t separator_at(Letters letters, Range r, std::size_t at, bool first) {
  if (letters[at] == U'、' || letters[at] == U'，') return 1;
  const Letters ahead = letters.substr(at, std::min<std::size_t>(4, r.end - at));
  if (const std::size_t joined = connective_at(ahead); joined > 0) return joined;
  constexpr Letters kOther = U"その他";
  const bool other = ahead.starts_with(kOther) && at + kOther.size() < r.end &&
                     letters[at + kOther.size()] != U'の';
  return other && !first ? kOther.size() : 0;
}

std::vector<Range> split_list(Letters letters, Range r) {
  std::vector<Range> parts;
  std::size_t begin = r.begin;
  std::size_t quotes = 0;
  for (std::size_t at = r.begin; at < r.end;) {
    if (letters[at] == U'「') ++quotes;
    if (letters[at] == U'」' && quotes > 0) --quotes;
    const std::size_t skip = quotes > 0 ? 0 : separator_at(letters, r, at, at == begin);
    if (skip == 0) {
      ++at;
      continue;
    }
    if (begin < at) parts.push_back({begin, at});
    at += skip;
    begin = at;
  }
  if (begin < r.end) parts.push_back({begin, r.end});
  return parts;
}

// 旨を都道府県知事: を waits for its verb.
bool is_open_clause(Letters letters, Range part) {
  for (std::size_t at = part.end; at-- > part.begin;) {
    if (letters[at] == U'を') return true;
    if (at > part.begin && ends_attributive(letters, at)) return false;
  }
  return false;
}

// 主事又は副主事を置かない市町村: both are what the verb takes, when they are of a kind.
bool is_governed(const NormText& text, Range part, Range next) {
  const Letters words = text.of(next);
  const std::size_t particle = words.find_first_of(U"をにがはの");
  if (particle == Letters::npos || particle == 0 || !is_bare_noun(text.of(part))) return false;
  const bool verb_takes_ni =
      words[particle] == U'に' && !one_of(letter_at(words, particle + 1), U"係関よお対つ");
  if (words[particle] != U'を' && !verb_takes_ni) return false;
  const Letters noun = words.substr(0, particle);
  return names_person(noun) && names_person(text.of(part)) && noun.back() == text.of(part).back();
}

// Of a body the head is named, not the body: 病院又は診療所の管理者.
void join_bodies(const NormText& text, std::vector<Range>& names) {
  for (std::size_t i = names.size(); i-- > 1;) {
    const Letters last = text.of(names[i]);
    const std::size_t of = last.rfind(U'の');
    if (of == Letters::npos || !is_word(last.substr(of + 1), WordClass::head_of_body) ||
        !is_body(last.substr(0, of)) || !is_body(text.of(names[i - 1])))
      continue;
    names[i - 1].end = names[i].end;
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

// A part that is no person belongs to the modifiers of the next one.
std::vector<Range> persons_in(const NormText& text, Range r) {
  std::vector<Range> out;
  std::optional<std::size_t> begin;
  const std::vector<Range> parts = split_list(text.letters(), r);
  const bool bodies = is_body(text.of(r));  // 病院、診療所又は助産所
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Range part = parts[i];
    if (!begin) begin = part.begin;
    const bool goes_on = i + 1 < parts.size() && (is_open_clause(text.letters(), part) ||
                                                  is_governed(text, part, parts[i + 1]));
    const Letters words = text.of(part);
    const bool named = names_person(words) || (bodies && is_body(words)) ||
                       (part.end == r.end && words.ends_with(U"もの"));
    if (goes_on || !named) continue;
    out.push_back({*begin, part.end});
    begin.reset();
  }
  if (begin && !out.empty()) out.back().end = r.end;
  if (begin && out.empty()) out.push_back({*begin, r.end});
  join_bodies(text, out);
  return out;
}

}  // namespace norms
