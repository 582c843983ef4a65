// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_names.h"

#include <algorithm>
#include <iterator>

#include "corpus/char_kinds.h"
#include "corpus/numerals.h"

namespace prose {
namespace {

using corpus::Span;

constexpr std::size_t kNear = 240;         // bytes in which a declaration is complete
constexpr std::size_t kListOfLaws = 1500;  // bytes in which 「次の二つの法律」 are named

struct Phrase {
  std::string_view words;
  std::string_view example;
};

// clang-format off
// Before 以下「Y」: X with the law whose bracket this is.
constexpr Phrase kTogether[] = {
    {"とあわせて", "乙法（…。甲法とあわせて、以下「甲法等」という。）"},
    {"と併せて", "乙法（…。甲法と併せて「両法」という。）"},
    {"と合わせて", "乙法（…。甲法と合わせて以下「二法」という。）"},
};
// Behind a name: it is made of the laws named next.
constexpr Phrase kMadeOf[] = {
    {"の2つの法", "水防法制は、次の2つの法律から成る"}, {"の二つの法", "水防法制は、次の二つの法律から成る"},
    {"の２つの法", "水防法制は、次の２つの法から成る"}, {"の2法", "水防法制は、以下の2法から成る"},
    {"の二法から", "水防法制は、以下の二法から成る"},
};
// In a note to a name: it means the laws named before.
constexpr Phrase kMeans[] = {
    {"の二法を指", "甲法及び乙法の二法を指す"}, {"の二法をい", "甲法及び乙法の二法をいう"},
    {"の2法を指", "甲法及び乙法の2法を指す"},   {"の2法をい", "甲法及び乙法の2法をいう"},
    {"の両法を", "甲法及び乙法の両法を指す"},   {"の二つの法律を", "甲法及び乙法の二つの法律を指す"},
    {"を総称", "甲法及び乙法を総称する"},       {"の総称", "甲法及び乙法の総称である"},
};
// What gives a name: 以下「甲法」という.
constexpr std::string_view kCalls[] = {"という", "といい", "とする", "と総称", "と呼ぶ", "と略", "と表記", "といいます", "と称"};
// Ends like the name of a law, and is none.
constexpr std::string_view kNoLaw[] = {"方法", "手法", "技法", "用法", "文法", "立法", "司法", "違法", "合法", "適法", "不法",
                                       "寸法", "療法", "製法", "論法", "憲法", "国際法", "国内法", "新法", "旧法", "本法", "同法"};
// clang-format on

bool is_name_letter(char32_t c) {
  return corpus::is_kanji(c) || corpus::is_katakana(c) || c == U'ー' || c == U'・' ||
         corpus::is_ascii_digit(c) || corpus::is_ascii_letter(c);
}

std::size_t letter_before(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// Where the run of name letters that ends at `end` begins.
std::size_t run_begin(std::string_view text, std::size_t end) {
  std::size_t at = end;
  while (at > 0) {
    const std::size_t before = letter_before(text, at);
    if (!is_name_letter(corpus::first_of(text.substr(before)))) break;
    at = before;
  }
  return at;
}

void add_law(std::vector<std::string>& laws, const std::string& id) {
  const bool known = !id.empty() && !id.starts_with("unknown:");
  if (known && std::find(laws.begin(), laws.end(), id) == laws.end()) laws.push_back(id);
}

std::string_view quoted_at(std::string_view text, std::size_t at) {
  const std::size_t open = text.find("「", at);
  if (open == std::string_view::npos || open - at > kNear) return {};
  const std::size_t close = text.find("」", open);
  if (close == std::string_view::npos || close - open > kNear) return {};
  return text.substr(open + 3, close - open - 3);
}

std::string without_brackets(std::string_view name) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = corpus::next_code_point(name, at);
    const char32_t half = corpus::to_half_width(c);
    if (half == U'(')
      ++depth;
    else if (half == U')')
      depth -= depth > 0;
    else if (depth == 0)
      corpus::append_code_point(out, c);
  }
  return out;
}

// 甲法とあわせて、以下「甲法等」という
void find_together(std::string_view text, const std::vector<citations::Reference>& references,
                   std::vector<CollectiveName>& out) {
  for (const Phrase& phrase : kTogether) {
    for (std::size_t at = text.find(phrase.words); at != std::string_view::npos;
         at = text.find(phrase.words, at + 1)) {
      const std::string_view behind = text.substr(at + phrase.words.size(), 40);
      if (behind.find("「") == std::string_view::npos) continue;
      const std::string_view name = quoted_at(text, at);
      const auto with =
          std::find_if(references.begin(), references.end(),
                       [&](const citations::Reference& r) { return r.span.end == at; });
      if (name.empty() || with == references.end()) continue;
      CollectiveName found{std::string(name), {}, {}};
      add_law(found.laws, with->law);
      for (auto r = with; r != references.begin() && found.laws.size() < 2;) {
        --r;
        if (with->span.begin - r->span.end > kNear) break;
        add_law(found.laws, r->law);
        if (r->law != with->law) break;
      }
      if (found.laws.size() > 1) out.push_back(std::move(found));
    }
  }
}

// 水防法制は、次の2つの法律から構成される。甲法 乙法
void find_made_of(std::string_view text, const std::vector<citations::Reference>& references,
                  std::vector<CollectiveName>& out) {
  for (const Phrase& phrase : kMadeOf) {
    for (std::size_t at = text.find(phrase.words); at != std::string_view::npos;
         at = text.find(phrase.words, at + 1)) {
      const std::size_t line = text.rfind('\n', at) + 1;
      const std::size_t stop = text.rfind("。", at);
      const std::size_t sentence = stop == std::string_view::npos ? line : std::max(line, stop + 3);
      const auto name =
          std::find_if(references.begin(), references.end(), [&](const citations::Reference& r) {
            return r.span.begin == sentence && r.span.end < at &&
                   text.substr(r.span.end).starts_with("は");
          });
      if (name == references.end()) continue;
      CollectiveName found{name->text, {}, {}};
      for (const citations::Reference& r : references) {
        if (r.span.begin < at || r.span.begin > at + kListOfLaws || r.text == found.name) continue;
        add_law(found.laws, r.law);
        if (found.laws.size() == 2) break;
      }
      if (found.laws.size() == 2) out.push_back(std::move(found));
    }
  }
}

// 「水防法制」¹ … ¹ 甲法及び乙法の二法を指す
void find_in_notes(const documents::DocumentText& document,
                   const std::vector<citations::Reference>& references,
                   std::vector<CollectiveName>& out) {
  const std::string_view text = document.text;
  for (const documents::NoteMark& mark : document.marks) {
    if (!mark.note) continue;
    const Span note = document.blocks[*mark.note].text;
    std::size_t means = std::string_view::npos;
    for (const Phrase& phrase : kMeans)
      means = std::min(means, std::min(note.of(text).find(phrase.words), std::string_view::npos));
    if (means == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, mark.at);
    Span name{mark.at, mark.at};
    if (before.ends_with("」")) {
      const std::size_t open = before.rfind("「");
      if (open == std::string_view::npos || mark.at - open > kNear) continue;
      name = {open + 3, mark.at - 3};
    } else {
      const auto named =
          std::find_if(references.begin(), references.end(),
                       [&](const citations::Reference& r) { return r.span.end == mark.at; });
      if (named == references.end()) continue;
      name = named->span;
    }
    CollectiveName found{without_brackets(name.of(text)), {}, {name}};
    for (const citations::Reference& r : references) {
      if (r.span.begin < note.begin || r.span.end > note.begin + means || r.text == found.name)
        continue;
      add_law(found.laws, r.law);
    }
    if (found.laws.size() > 1 && !found.name.empty()) out.push_back(std::move(found));
  }
}

bool follows_year(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  if (rest.starts_with("("))
    rest.remove_prefix(1);
  else if (rest.starts_with("（"))
    rest.remove_prefix(3);
  else
    return false;
  const auto year = corpus::read_number(rest);
  return year && year->value > 1600 && year->value < 2200 &&
         rest.substr(year->length).starts_with("年");
}

void find_treaties(std::string_view text, std::vector<ForeignName>& out) {
  for (const std::string_view kind :
       {std::string_view("条約"), std::string_view("憲章"), std::string_view("議定書")}) {
    for (std::size_t at = text.find(kind); at != std::string_view::npos;
         at = text.find(kind, at + 1)) {
      const std::size_t end = at + kind.size();
      const std::string_view rest = text.substr(end);
      const char32_t next = corpus::first_of(rest);
      if (is_name_letter(next) && !rest.starts_with("第")) continue;  // 条約文, 条約案
      const std::size_t begin = run_begin(text, at);
      const std::string_view name = text.substr(begin, end - begin);
      if (corpus::count_code_points(name) < corpus::count_code_points(kind) + 2) continue;
      if (name.starts_with("当該") || name.starts_with("同") || name.starts_with("各")) continue;
      out.push_back({{begin, end}, std::string(name)});
    }
  }
}

void find_foreign_laws(std::string_view text, const citations::LawLibrary& library,
                       std::vector<ForeignName>& out) {
  for (const std::string_view kind :
       {std::string_view("法"), std::string_view("規則"), std::string_view("指令")}) {
    for (std::size_t at = text.find(kind); at != std::string_view::npos;
         at = text.find(kind, at + 1)) {
      const std::size_t end = at + kind.size();
      if (!follows_year(text, end)) continue;
      std::size_t begin = run_begin(text, at);
      for (const std::string_view joint : {std::string_view("及び"), std::string_view("並びに")}) {
        // 「豪州：傍受及び通信法(2021年)」 is one name
        if (begin < joint.size() || text.substr(begin - joint.size(), joint.size()) != joint)
          continue;
        const std::size_t first = run_begin(text, begin - joint.size());
        const std::string_view before = text.substr(0, first);
        if (before.empty() || before.ends_with("\n") || before.ends_with("：") ||
            before.ends_with(":"))
          begin = first;
      }
      const std::string_view name = text.substr(begin, end - begin);
      if (corpus::count_code_points(name) < 4 || library.longest_at(text, begin, 0)) continue;
      const bool other = std::any_of(std::begin(kNoLaw), std::end(kNoLaw),
                                     [&](std::string_view n) { return name.ends_with(n); });
      if (!other) out.push_back({{begin, end}, std::string(name)});
    }
  }
}

// 同条約 is the treaty its paragraph speaks of (「…条約については」), else the last one named.
void find_same_treaty(std::string_view text, std::vector<ForeignName>& out) {
  const auto treaties = out;
  for (const std::string_view same :
       {std::string_view("同条約"), std::string_view("同憲章"), std::string_view("同議定書")}) {
    for (std::size_t at = text.find(same); at != std::string_view::npos;
         at = text.find(same, at + 1)) {
      const std::size_t line = text.rfind('\n', at) + 1;
      const std::string_view kind = same.substr(std::string_view("同").size());
      const ForeignName* last = nullptr;
      const ForeignName* topic = nullptr;
      for (const ForeignName& t : treaties) {
        if (t.span.end > at || !t.name.ends_with(kind)) continue;
        last = &t;
        const std::string_view rest = text.substr(t.span.end);
        const bool spoken_of = rest.starts_with("は") || rest.starts_with("については") ||
                               rest.starts_with("に関しては") || rest.starts_with("とは");
        if (t.span.begin >= line && spoken_of) topic = &t;
      }
      const ForeignName* found = topic != nullptr ? topic : last;
      if (found != nullptr) out.push_back({{at, at + same.size()}, found->name});
    }
  }
}

}  // namespace

std::vector<CollectiveName> find_collective_names(
    const documents::DocumentText& document, const std::vector<citations::Reference>& references) {
  std::vector<CollectiveName> out;
  find_together(document.text, references, out);
  find_made_of(document.text, references, out);
  find_in_notes(document, references, out);
  return out;
}

bool is_declaration(std::string_view text, const std::vector<citations::Reference>& references,
                    std::size_t at) {
  const citations::Reference& r = references[at];
  const auto names_law = [](const corpus::AddressRange& t) { return t.first.is_law() && !t.last; };
  if (!std::all_of(r.targets.begin(), r.targets.end(), names_law)) return false;
  const std::string_view before = text.substr(0, r.span.begin);
  const std::string_view after = text.substr(r.span.end);
  if (before.ends_with("「") && after.starts_with("」")) {
    const std::string_view near =
        before.substr(before.size() - std::min<std::size_t>(before.size(), kNear / 2));
    const std::size_t stop = near.rfind("。");
    const std::size_t below = near.rfind("以下");
    // 「。以下「甲法」という。」 is within one bracket
    const bool named_below =
        below != std::string_view::npos && (stop == std::string_view::npos || stop < below);
    const std::string_view called = after.substr(3, 60);
    const auto calls = [&](std::string_view word) {
      const std::size_t found = called.find(word);
      const std::size_t end = called.find("。");
      return found != std::string_view::npos && (end == std::string_view::npos || found < end);
    };
    return named_below && std::any_of(std::begin(kCalls), std::end(kCalls), calls);
  }
  const bool in_brackets = (before.ends_with("（") || before.ends_with("(")) &&
                           (after.starts_with("）") || after.starts_with(")"));
  if (!in_brackets) return false;
  const std::size_t bracket = r.span.begin - (before.ends_with("(") ? 1 : 3);
  return std::any_of(references.begin(), references.end(), [&](const citations::Reference& other) {
    const bool touches =
        other.span.end == bracket || (other.span.begin < bracket && r.span.end < other.span.end);
    return &other != &r && touches && other.law == r.law;
  });
}

std::vector<ForeignName> find_foreign_names(std::string_view text,
                                            const citations::LawLibrary& library) {
  std::vector<ForeignName> out;
  find_treaties(text, out);
  std::sort(out.begin(), out.end(),
            [](const ForeignName& a, const ForeignName& b) { return a.span < b.span; });
  find_same_treaty(text, out);
  find_foreign_laws(text, library, out);
  std::sort(out.begin(), out.end(),
            [](const ForeignName& a, const ForeignName& b) { return a.span < b.span; });
  return out;
}

std::vector<std::string> laws_of_acronym(std::string_view text, std::string_view name,
                                         const citations::LawLibrary& library) {
  if (!name.ends_with("法")) return {};
  const std::string_view acronym = name.substr(0, name.size() - std::string_view("法").size());
  const auto latin = [](char c) { return corpus::is_ascii_letter(static_cast<unsigned char>(c)); };
  if (acronym.size() < 2 || !std::all_of(acronym.begin(), acronym.end(), latin)) return {};
  for (const auto& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
    const std::string bracket = open + std::string(acronym) + close;
    for (std::size_t at = text.find(bracket); at != std::string_view::npos;
         at = text.find(bracket, at + 1)) {
      const std::size_t begin = run_begin(text, at);
      const std::string body(text.substr(begin, at - begin));
      for (const std::string_view kind :
           {"", "国立研究開発法人", "独立行政法人", "国立大学法人", "特定国立研究開発法人"}) {
        if (auto ids = library.ids_by_name(std::string(kind) + body + "法"); !ids.empty())
          return ids;
      }
    }
  }
  return {};
}

}  // namespace prose
