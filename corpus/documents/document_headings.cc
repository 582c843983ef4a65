// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/document_headings.h"

#include <algorithm>
#include <iterator>

#include "corpus/char_kinds.h"
#include "corpus/documents/heading_rules.h"
#include "corpus/documents/line_joins.h"
#include "corpus/numerals.h"

namespace documents {
namespace {

constexpr std::size_t kMostCaption = 45;        // letters of a heading that only its place shows
constexpr std::size_t kMostStrictCaption = 34;  // where headings are marked as a rule
constexpr std::size_t kShortestProse = 30;
constexpr std::size_t kShortestSectionText = 40;
constexpr std::size_t kSlack = 4;

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view h) { return text.starts_with(h); });
}

// The sign of a bullet and the white space behind it.
std::size_t bullet_length(std::string_view text) {
  static constexpr std::string_view kGlued[] = {"・", "•", "‣", "◦", "○", "▪", "▸", "►", "➢",
                                                "➤",  "✓", "✔", "☑", "⇒", "→", "⇨", "❖", "●",
                                                "■",  "□", "◆", "◇", "◎", "▼", "×"};
  static constexpr std::string_view kSpaced[] = {"-", "*", "+", "–", "—", "－", "―", "o", "l", "n"};
  std::size_t length = 0;
  const auto white = [&] {
    while (length < text.size()) {
      std::size_t next = length;
      if (!corpus::is_space(corpus::next_code_point(text, next))) break;
      length = next;
    }
  };
  for (const std::string_view sign : kSpaced) {
    if (!text.starts_with(sign) || text.size() < sign.size() + 2) continue;
    if (!corpus::is_space(corpus::first_of(text.substr(sign.size())))) continue;
    if ((sign == "o" || sign == "l" || sign == "n") &&
        !corpus::is_japanese(corpus::first_of(corpus::trim(text.substr(1)))))
      continue;
    length = sign.size();
    white();
    return length + bullet_length(text.substr(length));  // "- ・"
  }
  for (const std::string_view sign : kGlued) {
    if (!text.starts_with(sign) || text.size() == sign.size()) continue;
    length = sign.size();
    white();
    return length;
  }
  return 0;
}

bool is_table_row(std::string_view text) {
  if (text.find('\t') != std::string_view::npos) return true;
  return text.size() > 2 && text.starts_with("|") && text.find('|', 1) != std::string_view::npos;
}

bool has_wide_gap(std::string_view text) { return text.find("   ") != std::string_view::npos; }

bool is_rule_of_signs(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    const char32_t c = corpus::next_code_point(text, at);
    const bool drawn = (c >= 0x2500 && c <= 0x257F) || c == U'-' || c == U'_' || c == U'=' ||
                       c == U'*' || c == U'＝' || c == U'―' || c == U'—' || c == U'＿' ||
                       corpus::is_space(c);
    if (!drawn) return false;
  }
  return letters >= 3;
}

// 「令和7年9月」「2025年10月1日（水）」
bool is_date_line(std::string_view text) {
  bool year = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t begin = at;
    const char32_t c = corpus::to_half_width(corpus::next_code_point(text, at));
    if (c == U'年') year = true;
    if (begins_with_any(rest, {"令和", "平成", "昭和", "西暦", "元"})) {
      at = begin + (rest.starts_with("元") ? 3 : 6);
      continue;
    }
    constexpr std::u32string_view kDate =
        U"年月日●○()・.〇一二三四五六七八九十版更新現在時点火水木金土改訂発行 ";
    if (!corpus::is_ascii_digit(c) && kDate.find(c) == std::u32string_view::npos &&
        !corpus::is_space(c))
      return false;
  }
  return year;
}

bool is_prose(std::string_view text) {
  return corpus::count_code_points(text) >= kShortestProse || ends_sentence(text);
}

// From the first letter to the last: 「(甲) 乙 (丙)」 is not.
bool in_brackets(std::string_view text) {
  const bool brackets = (text.starts_with("(") || text.starts_with("（")) &&
                        (text.ends_with(")") || text.ends_with("）"));
  int open = 0;
  for (std::size_t at = 0; brackets && at < text.size();) {
    const char32_t c = corpus::to_half_width(corpus::next_code_point(text, at));
    open += c == U'(' ? 1 : c == U')' ? -1 : 0;
    if (open == 0 && at < text.size()) return false;
  }
  return brackets;
}

// The text before a remark in brackets at its end.
std::string_view without_bracket(std::string_view text) {
  if (!text.ends_with(")") && !text.ends_with("）")) return text;
  const std::size_t bracket = std::max(text.rfind("(") + 1, text.rfind("（") + 1);
  return bracket > 1 ? corpus::trim(text.substr(0, bracket - 1)) : text;
}

// 「5月23日（金） 公布」: a row of a timetable.
bool begins_with_date(std::string_view text) {
  std::size_t at = 0;
  for (const std::string_view era :
       {std::string_view("令和"), std::string_view("平成"), std::string_view("昭和")})
    if (text.starts_with(era)) at = era.size();
  const auto number = corpus::read_number(text.substr(at));
  if (!number) return false;
  const std::string_view rest = text.substr(at + number->length);
  return rest.starts_with("年") || rest.starts_with("月");
}

// Words that introduce a source, a figure or a remark, no section.
bool is_remark(std::string_view text) {
  return begins_with_any(
      text,
      {"出典",   "参考：", "参考:", "資料：", "資料:", "注",  "※",         "☆",    "図",  "表",
       "写真",   "URL",    "http",  "www",    "例",    "(例", "（例",      "以上", "TEL", "Tel",
       "E-mail", "〒",     "(案)",  "（案）", "*",     "<",   "Copyright", "©",    "※"});
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = corpus::next_code_point(text, at);
    if (corpus::is_kanji(c) || corpus::is_hiragana(c) || corpus::is_katakana(c)) return true;
  }
  return false;
}

bool has_inner_colon(std::string_view text) {
  for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
    const std::size_t found = text.find(colon);
    if (found != std::string_view::npos && found + colon.size() < text.size()) return true;
  }
  return false;
}

// 「、②」「・(2)」: a list within a line.
bool lists_more_numbers(std::string_view text, std::size_t behind) {
  for (std::size_t at = behind; at < text.size();) {
    std::size_t next = at;
    corpus::next_code_point(text, next);
    if (corpus::read_circled(text.substr(at))) return true;
    at = next;
  }
  return false;
}

class RoleMarker {
 public:
  RoleMarker(std::string_view flat, std::vector<DocumentLine>& lines,
             std::optional<std::size_t> wrap)
      : flat_(flat), lines_(lines), wrap_(wrap) {}

  void run(const std::map<std::size_t, LooseMark>& loose) {
    for (const auto& [at, mark] : loose) {
      if (mark.note) make_note(lines_[*mark.note], {mark.label.size() + 1, {mark.label}});
    }
    bool starred = false;  // a lone * stood in the text: the next "* " begins its note
    for (std::size_t i = 0; i < lines_.size(); ++i) mark_by_signs(i, starred);
    for (std::size_t i = 0; i < lines_.size(); ++i) mark_spaced_table(i);
    for (std::size_t i = 0; i < lines_.size(); ++i) mark_numbered(i);
    settle_runs();
    mark_captions();
  }

 private:
  std::string_view text(std::size_t i) const { return lines_[i].content.of(flat_); }

  static void make_note(DocumentLine& line, const FoundMark& mark) {
    line.role = LineRole::note;
    for (const std::string& label : mark.labels)
      line.mark += (line.mark.empty() ? "" : " ") + label;
    line.content.begin += mark.length;
  }

  void mark_by_signs(std::size_t i, bool& starred) {
    DocumentLine& line = lines_[i];
    if (line.role != LineRole::open || line.whole) return;
    const std::string_view words = text(i);
    if (line.markdown > 0) {
      line.role = LineRole::heading;
      if (const auto mark = find_heading_mark(words)) line.family = mark->rule + 1;
      return;
    }
    if (is_rule_of_signs(words)) {
      line.role = LineRole::blank;
    } else if (begins_with_any(words, {"│", "┃", "║"})) {
      line.role = LineRole::box;
      line.content.begin += 3;
    } else if (is_table_row(words)) {
      line.role = LineRole::table;
    } else if (starred && words.starts_with("* ")) {
      make_note(line, {2, {"*"}});
      starred = false;
    } else if (const auto note = begins_note(words)) {
      make_note(line, *note);
    } else if (const std::size_t bullet = bullet_length(words); bullet > 0) {
      const auto mark = find_heading_mark(words);
      line.family = mark ? mark->rule + 1 : 0;  // ■ and the like may turn out to be headings
      line.role = LineRole::bullet;
      line.mark = corpus::trim(words.substr(0, bullet));
      line.content.begin += bullet;
      if (const auto remark = begins_note(text(i)); remark && line.mark != "・") {  // "- ※1 …"
        line.mark.clear();
        return make_note(line, *remark);
      }

      const auto numbered = mark ? std::nullopt : find_heading_mark(text(i));
      if (numbered && !lists_more_numbers(text(i), numbered->length) &&
          heading_rules()[numbered->rule].number != Numbering::none &&
          heading_rules()[numbered->rule].number != Numbering::whole) {
        line.mark = corpus::trim(text(i).substr(0, numbered->length));
        line.content.begin += numbered->length;
      }
    }
    if (line.role != LineRole::blank) {
      for (std::size_t at = words.find('*'); at != std::string_view::npos;
           at = words.find('*', at + 1)) {
        const auto found = mark_in_text(words, at);
        if (found && found->labels.front() == "*") starred = true;
      }
    }
  }

  void mark_spaced_table(std::size_t i) {
    if (lines_[i].role != LineRole::open || !has_wide_gap(text(i))) return;
    const bool above = i > 0 && lines_[i - 1].role == LineRole::table;
    const bool below =
        i + 1 < lines_.size() && lines_[i + 1].role == LineRole::open && has_wide_gap(text(i + 1));
    if (above || below) lines_[i].role = LineRole::table;
  }

  // The whole of a heading that the page's width broke.
  std::string logical(std::size_t i) const {
    std::string out(text(i));
    for (; goes_on(flat_, lines_, i, wrap_); ++i) out += text(i + 1);
    return out;
  }

  void mark_numbered(std::size_t i) {
    DocumentLine& line = lines_[i];
    const bool sign = line.role == LineRole::bullet && line.family > 0 && line.mark != "・";
    if (line.whole || (line.role != LineRole::open && !sign)) return;
    if (i > 0 && line.role == LineRole::open && goes_on(flat_, lines_, i - 1, wrap_)) return;
    const auto mark = sign ? std::nullopt : find_heading_mark(text(i));
    if (!sign && !mark) return;
    const std::string words = logical(i);
    if (!may_be_heading(words) || (mark && lists_more_numbers(words, mark->length))) return;
    if (mark) line.family = mark->rule + 1;
    const HeadingRule& rule = heading_rules()[line.family - 1];
    const bool item = sign || rule.rank >= 50;  // lists are numbered so, too
    if (item && !has_body(i)) return;
    if (sign) line.content.begin -= line.mark.size() + gap_before(line);
    line.role = LineRole::heading;
  }

  // Bytes of white space between a bullet's sign and its text.
  std::size_t gap_before(const DocumentLine& line) const {
    std::size_t gap = 0;
    while (gap < line.content.begin && flat_[line.content.begin - gap - 1] == ' ') ++gap;
    const std::string_view before = flat_.substr(0, line.content.begin);
    if (gap == 0)
      while (before.substr(0, before.size() - gap).ends_with("\u3000")) gap += 3;
    return gap;
  }

  // Running text, a list or a deeper heading follows.
  bool has_body(std::size_t i) const {
    std::size_t last = i;
    while (goes_on(flat_, lines_, last, wrap_)) ++last;
    const std::size_t next = next_line(lines_, last);
    if (next == lines_.size()) return false;
    const DocumentLine& line = lines_[next];
    if (line.role == LineRole::heading) return line.family != lines_[i].family;
    if (line.role == LineRole::bullet) return line.mark != lines_[i].mark;
    if (line.role == LineRole::table || line.role == LineRole::box) return true;
    if (line.role == LineRole::note) return false;
    const auto mark = find_heading_mark(text(next));
    if (mark && may_be_heading(logical(next))) return mark->rule + 1 != lines_[i].family;
    const bool apart = lines_[i].mark.size() > 1 && i > 0 &&
                       lines_[i - 1].role == LineRole::blank && next > last + 1;
    return apart || is_prose(logical(next)) || stands_over_text(next);
  }

  // A short line with running text behind it.
  bool stands_over_text(std::size_t i) const {
    const std::size_t next = next_line(lines_, i);
    if (next == lines_.size() || !may_be_caption(i, kMostStrictCaption)) return false;
    const std::string below = logical(next);
    return lines_[next].role == LineRole::open &&
           corpus::count_code_points(below) >= kShortestSectionText && ends_sentence(below);
  }

  // Neighbours of one family with nothing between them are a list, not headings.
  void settle_runs() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const DocumentLine& line = lines_[i];
      if (line.role != LineRole::heading || line.markdown > 0 || line.family == 0 || line.whole)
        continue;
      if (heading_rules()[line.family - 1].rank < 40) continue;
      std::size_t last = i;
      while (goes_on(flat_, lines_, last, wrap_)) ++last;
      const std::size_t next = next_line(lines_, last);
      const std::size_t before = line_before(lines_, i);
      const auto is_item = [&](std::size_t at) {
        return at < lines_.size() && lines_[at].family == line.family && lines_[at].markdown == 0 &&
               lines_[at].role != LineRole::note;
      };
      const bool list = is_item(next) ||
                        (is_item(before) &&
                         (was_item_.count(before) > 0 || lines_[before].role != LineRole::heading));
      if (list) was_item_.insert({i, true});
    }
    for (const auto& [i, yes] : was_item_) to_bullet(lines_[i]);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].role == LineRole::open && lines_[i].family > 0) to_bullet(lines_[i]);
    }
  }

  void to_bullet(DocumentLine& line) const {
    const auto mark = find_heading_mark(line.content.of(flat_));
    const HeadingRule& rule = heading_rules()[line.family - 1];
    if (!mark || rule.number == Numbering::whole || rule.rank < 40) {
      line.role = LineRole::open;
      line.family = 0;
      return;
    }
    line.role = LineRole::bullet;
    std::size_t length = mark->length;
    if (rule.number == Numbering::none) length = bullet_length(line.content.of(flat_));
    line.mark = corpus::trim(line.content.of(flat_).substr(0, length));
    line.content.begin += length;
    while (!line.content.empty() && corpus::is_space(corpus::first_of(line.content.of(flat_)))) {
      line.content.begin += corpus::first_of(line.content.of(flat_)) == U'\u3000' ? 3 : 1;
    }
  }

  // Headings that only their place shows: short, alone, with something behind them.
  void mark_captions() {
    std::size_t with_text = 0, marked = 0, gaps = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].role == LineRole::blank || lines_[i].role == LineRole::furniture) continue;
      ++with_text;
      marked += lines_[i].role == LineRole::heading;
      gaps += i > 0 && lines_[i - 1].role == LineRole::blank;
    }
    // Papers whose headings carry marks have few others; slides have no marks at all.
    lenient_ = marked * 25 < with_text && gaps * 3 > with_text;
    mark_title();
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (is_caption(i)) make_caption(i);
    }
  }

  void make_caption(std::size_t i) {
    lines_[i].role = LineRole::heading;
    lines_[i].caption = true;
  }

  bool may_be_caption(std::size_t i, std::size_t most) const {
    const DocumentLine& line = lines_[i];
    if (line.role != LineRole::open || line.whole) return false;
    const std::string_view words = text(i);
    return corpus::count_code_points(words) >= 2 &&
           corpus::count_code_points(without_bracket(words)) <= most &&
           words.find("→") == std::string_view::npos && words.find("↓") == std::string_view::npos &&
           may_be_heading(words) && has_words(words) && !is_remark(words) &&
           !begins_with_date(words) && !has_inner_colon(words) && !is_clause(words) &&
           words.find('|') == std::string_view::npos &&
           words.find("【略】") == std::string_view::npos;
  }

  // Part of a sentence, or a whole one without its 。
  static bool is_clause(std::string_view words) {
    const std::string_view bare = without_bracket(words);
    if (ends_amid_sentence(words) || begins_amid_sentence(words) || ends_amid_sentence(bare))
      return true;
    return bare.find("、") != std::string_view::npos && corpus::count_code_points(bare) > 28;
  }

  // The first short line of a paper, and one above a date and the office that issued it.
  void mark_title() {
    std::size_t seen = 0;
    for (std::size_t i = next_from(0); i < lines_.size() && seen < 6;
         i = next_line(lines_, i), ++seen) {
      const DocumentLine& line = lines_[i];
      if (line.role == LineRole::heading || ends_sentence(logical(i))) break;
      if (!may_be_caption(i, 60) || corpus::count_code_points(text(i)) < 4 || in_brackets(text(i)))
        continue;
      const std::size_t next = next_line(lines_, i);
      if (next == lines_.size() ||
          (next == i + 1 && !wrap_ && !is_date_line(text(next)) && !lenient_))
        break;
      make_caption(i);
      lines_[i].level = 1;
      break;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_date_line(text(i)) || lines_[i].role != LineRole::open) continue;
      std::size_t above = line_before(lines_, i);
      if (above == lines_.size()) continue;
      while (above > 0 && goes_on(flat_, lines_, above - 1, wrap_)) --above;
      const bool apart =
          above == 0 || lines_[above - 1].role != LineRole::open || lines_[above].new_page;
      const std::size_t office = next_line(lines_, i);
      const bool issued = office < lines_.size() && corpus::count_code_points(text(office)) < 40 &&
                          !ends_sentence(text(office)) && lines_[office].role == LineRole::open;
      if (apart && issued && may_be_heading(logical(above)) &&
          lines_[above].role == LineRole::open && has_words(text(above)) &&
          !is_remark(text(above)) && !in_brackets(text(above))) {
        make_caption(above);
        lines_[above].level = 1;
      }
    }
  }

  std::size_t next_from(std::size_t i) const {
    return i < lines_.size() &&
                   (lines_[i].role == LineRole::blank || lines_[i].role == LineRole::furniture)
               ? next_line(lines_, i)
               : i;
  }

  bool is_caption(std::size_t i) const {
    if (!may_be_caption(i, lenient_ ? kMostCaption : kMostStrictCaption)) return false;
    if (i > 0 && goes_on(flat_, lines_, i - 1, wrap_)) return false;
    std::size_t last = i;
    while (goes_on(flat_, lines_, last, wrap_)) ++last;
    if (last - i > 1 || !may_be_heading(logical(i))) return false;
    const std::size_t next = next_line(lines_, last);
    if (next == lines_.size()) return false;
    const std::string_view words = text(i);
    const std::size_t before = line_before(lines_, i);
    if (in_brackets(words)) return lenient_ && is_bracket_caption(words, next);
    if (wrap_ && !lenient_) return is_strict_caption(i, before, next);
    const bool alone = (i == 0 || !follows_closely(i)) && next != last + 1;
    if (lenient_ && alone) return has_caption_body(next);
    return is_strict_caption(i, before, next);
  }

  bool follows_closely(std::size_t i) const {
    return lines_[i - 1].role != LineRole::blank && lines_[i - 1].role != LineRole::furniture &&
           !lines_[i].new_page;
  }

  // 「（外側の通信の取得）」 before running text; not 「（第二章関係）」, a remark on the heading
  // before.
  bool is_bracket_caption(std::string_view words, std::size_t next) const {
    if (words.find("関係") != std::string_view::npos ||
        words.find("第") != std::string_view::npos || words.find("例") != std::string_view::npos ||
        words.find("年") != std::string_view::npos)
      return false;
    return lines_[next].role == LineRole::open && is_prose(logical(next)) &&
           !in_brackets(text(next));
  }

  bool has_caption_body(std::size_t next) const {
    const DocumentLine& line = lines_[next];
    if (line.role == LineRole::bullet || line.role == LineRole::table || line.role == LineRole::box)
      return true;
    if (line.role == LineRole::heading) return true;
    if (line.role != LineRole::open) return false;
    if (text(next).starts_with("http")) return false;
    if (is_prose(logical(next)) || in_brackets(text(next))) return true;
    return ends_amid_sentence(text(next));
  }

  // Between running text (or a heading) and running text.
  bool is_strict_caption(std::size_t i, std::size_t before, std::size_t next) const {
    if (lines_[next].role != LineRole::open) return false;
    const std::string below = logical(next);
    if (corpus::count_code_points(below) < kShortestSectionText || !ends_sentence(below))
      return false;
    if (ends_amid_sentence(text(i)) || in_brackets(text(i))) return false;
    if (before == lines_.size()) return true;
    if (lines_[before].role == LineRole::heading) return true;
    const bool prose = lines_[before].role == LineRole::open ||
                       lines_[before].role == LineRole::note ||
                       lines_[before].role == LineRole::bullet;
    return prose && ends_sentence(text(before));
  }

  std::string_view flat_;
  std::vector<DocumentLine>& lines_;
  std::optional<std::size_t> wrap_;
  std::map<std::size_t, bool> was_item_;
  bool lenient_ = false;
};

}  // namespace

void mark_roles(std::string_view flat, std::vector<DocumentLine>& lines,
                const std::map<std::size_t, LooseMark>& loose, std::optional<std::size_t> wrap) {
  RoleMarker(flat, lines, wrap).run(loose);
}

bool begins_anew(std::string_view flat, const DocumentLine& line) {
  if (line.role != LineRole::open || line.markdown > 0 || line.whole) return true;
  const std::string_view words = line.content.of(flat);
  return bullet_length(words) > 0 || begins_note(words) || find_heading_mark(words) ||
         is_table_row(words) || is_date_line(words);
}

bool is_full(std::string_view flat, const DocumentLine& line, std::optional<std::size_t> wrap) {
  return wrap && line.indent + corpus::width_of(line.content.of(flat)) + kSlack >= *wrap;
}

bool goes_on(std::string_view flat, const std::vector<DocumentLine>& lines, std::size_t i,
             std::optional<std::size_t> wrap) {
  if (i + 1 >= lines.size()) return false;
  const DocumentLine& before = lines[i];
  const DocumentLine& after = lines[i + 1];
  if (before.whole || after.whole || after.new_page || after.caption) return false;
  if (before.role == LineRole::blank || before.role == LineRole::furniture ||
      before.role == LineRole::table || before.role == LineRole::box || before.markdown > 0)
    return false;
  if (begins_anew(flat, after)) return false;
  const bool full = is_full(flat, before, wrap);
  const std::string_view words = before.content.of(flat);
  // An indented line behind a sentence begins a paragraph.
  if (full && ends_sentence(words) && after.indent > before.indent) return false;
  if (full && ends_sentence(words) && after.indent >= 2) return false;
  const bool heading =
      before.role == LineRole::heading ||
      (before.role == LineRole::open && find_heading_mark(words) && may_be_heading(words));
  const std::string_view next = after.content.of(flat);
  if (heading && !full) return ends_amid_sentence(words) || begins_amid_sentence(next);
  return goes_on_in_next_line(words, next, full);
}

unsigned HeadingDepths::depth_of(const DocumentLine& line, bool title) {
  Open fresh;
  fresh.family = line.family;
  fresh.markdown = line.markdown > 0 ? line.markdown : line.level;
  const HeadingRule* rule = line.family > 0 ? &heading_rules()[line.family - 1] : nullptr;
  fresh.numbered =
      rule != nullptr && rule->number != Numbering::none && rule->number != Numbering::whole;
  fresh.subtitle = rule != nullptr && rule->name == "～～";
  fresh.rank = title                ? 0
               : rule != nullptr    ? rule->rank
               : fresh.markdown > 0 ? 16 + 6 * fresh.markdown
                                    : 80;
  if (title) open_.clear();
  const auto same = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) {
    return fresh.numbered && o.numbered && o.family == fresh.family;
  });
  if (same != open_.rend()) {
    open_.erase(same.base() - 1, open_.end());
  } else {
    const auto holds = [&](const Open& o) {
      if (o.rank == 0) return true;
      if (o.numbered && fresh.numbered) return o.rank < fresh.rank;
      if (o.markdown > 0 && fresh.markdown > 0) return o.markdown < fresh.markdown;
      return o.rank < fresh.rank;
    };
    while (!open_.empty()) {
      // A subtitle stays open as long as what it stands under.
      const std::size_t at =
          open_.size() - (open_.back().subtitle && open_.size() > 1 && !fresh.subtitle ? 2 : 1);
      if (holds(open_[at])) break;
      open_.resize(at);
    }
  }
  open_.push_back(fresh);
  return static_cast<unsigned>(open_.size());
}

}  // namespace documents
