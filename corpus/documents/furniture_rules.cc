// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/furniture_rules.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "corpus/char_kinds.h"
#include "corpus/documents/heading_rules.h"
#include "corpus/numerals.h"

namespace documents {
namespace {

constexpr std::size_t kEdge = 2;         // lines at the top and bottom of a page
constexpr std::size_t kFewestPages = 3;  // on which a running head stands
constexpr std::size_t kMostHeadLetters = 60;

// clang-format off
constexpr FurnitureRule kRules[] = {
    {"頁", "N", Aside::page_number, false, {"12", "３"}, {"12a"}},
    {"- 頁 -", "-_N_-|－_N_－|–_N_–|—_N_—|‐_N_‐|‑_N_‑|―_N_―|~N~|(N)", Aside::page_number, true, {"- 12 -", "－３－"}, {"- 12 件"}},
    {"頁/全頁", "N_/_N|N_／_N|N_of_N", Aside::page_number, true, {"3 / 12", "3／12"}, {"3/12に開催"}},
    {"P.頁", "P_N|P._N|p._N|Ｐ_N|Page_N|Page_N_of_N|N_ページ|N_頁|- P_N -", Aside::page_number, true, {"P16", "p. 3", "Page 3 of 10"}, {"P16 罰則"}},
    {"会議の資料", "第N回_~_資料|第N回_~_資料_N|第N回_~_資料_N-N|第N回_~_資料_N－N", Aside::running_head, true, {"第12回 水路管理本部 資料", "第3回　検討会　資料２"}, {"第12回の資料を示す"}},
    {"資料番号", "資料_N|資料_N-N|資料_N－N|資料_N‐N|参考資料_N|別添_N|机上配布資料_N|配布資料_N", Aside::running_head, true, {"資料３", "資料 6-1", "参考資料2"}, {"資料3のとおり"}},
    {"取扱い", "取扱注意|機密性N情報|機密性N|対外厳秘|委員限り|会議終了後廃棄|未定稿|暫定版|速報版", Aside::running_head, true, {"取扱注意", "機密性2情報"}, {"取扱注意とする"}},
};
// clang-format on

std::size_t white_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!corpus::is_space(corpus::next_code_point(text, at))) break;
    end = at;
  }
  return end;
}

bool match(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '_' || pattern[0] == ' ')
    return match(pattern.substr(1), text.substr(white_length(text)));
  if (pattern[0] == 'N') {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (!corpus::is_ascii_digit(corpus::to_half_width(corpus::next_code_point(text, at)))) break;
      end = at;
    }
    return end > 0 && end <= 12 && match(pattern.substr(1), text.substr(end));
  }
  if (pattern[0] == '~' && pattern.size() > 1 && pattern[1] == '_') {
    for (std::size_t at = 0; at < text.size();) {
      corpus::next_code_point(text, at);
      const bool white = white_length(text.substr(at)) > 0;
      if (white && match(pattern.substr(1), text.substr(at))) return true;
    }
    return false;
  }
  std::size_t sign = 0, letter = 0;
  if (text.empty()) return false;
  const char32_t wanted = corpus::next_code_point(pattern, sign);
  return corpus::next_code_point(text, letter) == wanted &&
         match(pattern.substr(sign), text.substr(letter));
}

bool matches(const FurnitureRule& rule, std::string_view text) {
  for (std::size_t at = 0; at <= rule.pattern.size();) {
    const std::size_t bar = std::min(rule.pattern.find('|', at), rule.pattern.size());
    if (match(rule.pattern.substr(at, bar - at), text)) return true;
    at = bar + 1;
  }
  return false;
}

void set_aside(DocumentLine& line, Aside why) {
  line.role = LineRole::furniture;
  line.why = why;
}

bool has_text(const DocumentLine& line) {
  return line.role != LineRole::blank && line.role != LineRole::furniture && !line.whole;
}

// Blank lines or a page's edge on one side at least.
bool stands_apart(const std::vector<DocumentLine>& lines, std::size_t at) {
  const bool before = at == 0 || !has_text(lines[at - 1]) || lines[at].new_page;
  const bool after = at + 1 == lines.size() || !has_text(lines[at + 1]) || lines[at + 1].new_page;
  return before || after;
}

// Two furnishings of pages differ only in their numbers.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = corpus::to_half_width(corpus::next_code_point(text, at));
    if (corpus::is_space(c)) continue;
    if (!corpus::is_ascii_digit(c))
      corpus::append_code_point(out, c);
    else if (!out.ends_with('#'))
      out += '#';
  }
  return out;
}

// The first and last lines of each page.
std::vector<std::vector<std::size_t>> page_edges(const std::vector<DocumentLine>& lines) {
  std::vector<std::vector<std::size_t>> pages;
  std::vector<std::size_t> page;
  const auto close = [&] {
    if (page.size() > 2 * kEdge) {
      std::vector<std::size_t> edge(page.begin(), page.begin() + kEdge);
      edge.insert(edge.end(), page.end() - kEdge, page.end());
      page = std::move(edge);
    }
    if (!page.empty()) pages.push_back(std::move(page));
    page.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].new_page) close();
    if (has_text(lines[i])) page.push_back(i);
  }
  close();
  return pages;
}

void mark_running_heads(std::string_view flat, std::vector<DocumentLine>& lines) {
  const auto pages = page_edges(lines);
  if (pages.size() < kFewestPages) return;
  std::map<std::string, std::set<std::size_t>> seen;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const std::size_t i : pages[p]) {
      const std::string_view text = lines[i].content.of(flat);
      if (lines[i].markdown == 0 && corpus::count_code_points(text) <= kMostHeadLetters)
        seen[without_numbers(text)].insert(p);
    }
  }
  for (const auto& page : pages) {
    for (const std::size_t i : page) {
      const auto found = seen.find(without_numbers(lines[i].content.of(flat)));
      if (found == seen.end() || found->second.size() < kFewestPages) continue;
      set_aside(lines[i], found->first == "#" ? Aside::page_number : Aside::running_head);
    }
  }
}

// 「報告の手順 ……… 12」, 「1.<tab>報告の手順<tab>12」: the words' length and whether dots lead on.
struct ContentsLine {
  bool is = false;
  bool dots = false;
  std::size_t page = 0;
};

ContentsLine read_contents_line(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9') --end;
  if (end == text.size() || text.size() - end > 4 || end == 0) return {};
  const std::size_t page = corpus::read_number(text.substr(end))->value;
  std::string_view words = text.substr(0, end);
  static constexpr std::string_view kLeaders[] = {"…", "‥", ".", "．", "・",     "･",
                                                  "─", "-", "_", " ",  "\u3000", "\t"};
  std::size_t leaders = 0, dots = 0;
  bool tab = false;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view leader : kLeaders) {
      if (!words.ends_with(leader)) continue;
      words.remove_suffix(leader.size());
      const bool white = leader == " " || leader == "\u3000" || leader == "\t";
      tab = tab || leader == "\t";
      leaders += 1;
      dots += !white;
      more = true;
      break;
    }
  }
  if (corpus::count_code_points(words) < 2) return {};
  const bool wide_dots = dots >= 3 || text.find("……") != std::string_view::npos;
  return {wide_dots || tab || leaders >= 2, wide_dots, page};
}

bool is_contents_title(std::string_view text) {
  const std::string title = without_numbers(text);
  return title == "目次" || title == "もくじ" || title == "Contents" || title == "CONTENTS" ||
         title == "【目次】" || title == "<目次>" || title == "〈目次〉" || title == "-目次-";
}

std::string bare_words(std::string_view text) {
  std::string out = without_numbers(text);
  while (out.ends_with('#')) out.pop_back();
  return out;
}

void mark_contents(std::string_view flat, std::vector<DocumentLine>& lines) {
  std::multiset<std::string> words;
  for (const DocumentLine& line : lines)
    if (has_text(line)) words.insert(bare_words(line.content.of(flat)));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!has_text(lines[i])) continue;
    const std::string_view text = lines[i].content.of(flat);
    if (read_contents_line(text).dots) {
      set_aside(lines[i], Aside::contents);
      continue;
    }
    if (!is_contents_title(text)) continue;
    std::size_t entries = 0;
    for (std::size_t at = next_line(lines, i); at < lines.size(); at = next_line(lines, at)) {
      const std::string_view entry = lines[at].content.of(flat);
      const bool again = words.count(bare_words(entry)) > 1 && may_be_heading(entry);
      if (!read_contents_line(entry).is && !again) break;
      if (!read_contents_line(entry).is && words.count(bare_words(entry)) <= 1) break;
      words.erase(words.find(bare_words(entry)));
      set_aside(lines[at], Aside::contents);
      ++entries;
    }
    if (entries > 0) set_aside(lines[i], Aside::contents);
  }
}

// 「資料1 議事次第 / 資料2 …」: what was handed out.
void mark_lists_of_papers(std::string_view flat, std::vector<DocumentLine>& lines) {
  const auto is_entry = [&](std::size_t at) {
    if (at >= lines.size() || !has_text(lines[at]) || lines[at].markdown > 0) return false;
    std::string_view text = lines[at].content.of(flat);
    if (!text.starts_with("資料") && !text.starts_with("参考資料")) return false;
    text = text.substr(text.find("資料") + std::string_view("資料").size());
    text.remove_prefix(white_length(text));
    const auto number = corpus::read_number(text);
    return number && corpus::count_code_points(text) > 4 && !ends_sentence(text) &&
           (white_length(text.substr(number->length)) > 0 ||
            without_numbers(text).starts_with("#-#"));
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t next = next_line(lines, i);
    if (!is_entry(i) || !is_entry(next)) continue;
    for (std::size_t at = i; is_entry(at);) {
      const std::size_t following = next_line(lines, at);
      set_aside(lines[at], Aside::contents);
      at = following;
    }
  }
}

}  // namespace

std::span<const FurnitureRule> furniture_rules() { return kRules; }

const FurnitureRule* find_furniture(std::string_view line) {
  if (line.empty() || corpus::count_code_points(line) > kMostHeadLetters) return nullptr;
  const auto* found = std::find_if(std::begin(kRules), std::end(kRules),
                                   [&](const FurnitureRule& r) { return matches(r, line); });
  return found == std::end(kRules) ? nullptr : found;
}

void mark_furniture(std::string_view flat, std::vector<DocumentLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!has_text(lines[i]) || lines[i].markdown > 0) continue;
    const FurnitureRule* rule = find_furniture(lines[i].content.of(flat));
    if (rule != nullptr && (rule->alone || stands_apart(lines, i))) set_aside(lines[i], rule->why);
  }
  mark_running_heads(flat, lines);
  mark_contents(flat, lines);
  mark_lists_of_papers(flat, lines);
}

}  // namespace documents
