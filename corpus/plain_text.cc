// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/plain_text.h"

#include <algorithm>
#include <optional>

#include "corpus/error.h"
#include "corpus/numerals.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kMostHeadingLetters = 45;
// A section without headings is cut at a paragraph behind so many letters.
constexpr std::size_t kMostSectionLetters = 2000;

bool begins_with_any(std::string_view line, std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view h) { return line.starts_with(h); });
}

bool ends_with_any(std::string_view line, std::initializer_list<std::string_view> tails) {
  return std::any_of(tails.begin(), tails.end(),
                     [&](std::string_view t) { return line.ends_with(t); });
}

// The mark of a numbered heading: 第1節 / III. / 2. / (3) / ④ / Markdown's #.
bool begins_like_heading(std::string_view line) {
  if (line.starts_with("#")) return true;
  if (read_circled(line) || read_parenthesized_letter(line)) return true;
  const bool bracket = begins_with_any(line, {"(", "（"});
  if (bracket) line.remove_prefix(line.starts_with("(") ? 1 : std::string_view("（").size());
  const bool ordinal = line.starts_with("第");
  if (ordinal) line.remove_prefix(std::string_view("第").size());
  auto number = read_number(line);
  if (!number && !ordinal) number = read_roman(line);
  if (!number) return false;
  const std::string_view rest = line.substr(number->length);
  if (bracket) return begins_with_any(rest, {")", "）"});
  if (ordinal) return begins_with_any(rest, {"章", "節", "部", "編"});
  return begins_with_any(rest, {".", "．", "、", " ", "\u3000", "-"});
}

bool is_heading(std::string_view line) {
  return begins_like_heading(line) && count_code_points(line) <= kMostHeadingLetters &&
         !ends_with_any(line, {"。", "、", "，"});
}

bool is_page_number(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == ' '; });
}

bool begins_item(std::string_view line) {
  return begins_with_any(line, {"・", "●", "○", "■", "□", "◆", "※", "-", "*", "|", "➢", "✓"}) ||
         begins_like_heading(line);
}

class SectionReader {
 public:
  std::vector<TextSection> read(std::string_view bytes) {
    std::size_t number = 0;
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find_first_of("\n\f"), bytes.size());
      read_line(trim(bytes.substr(0, end)), ++number);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    close_section();
    return std::move(sections_);
  }

 private:
  void read_line(std::string_view line, std::size_t number) {
    if (line.empty() || is_page_number(line)) {
      blank_ = true;
      return;
    }
    if (is_heading(line)) {
      open_section(std::string(line.substr(std::min(line.find_first_not_of("# "), line.size()))),
                   number);
    } else {
      if (section_.text.size() > kMostSectionLetters * 3 && blank_)
        open_section(section_.heading, number);
      add_line(line);
    }
    blank_ = false;
  }

  void add_line(std::string_view line) {
    std::string& text = section_.text;
    const bool goes_on =
        !text.empty() && !begins_item(line) && !ends_with_any(text, {"。", "：", ":", "」", "）"});
    if (!text.empty()) text += goes_on ? (ends_in_ascii(text) ? " " : "") : "\n";
    text += line;
  }

  static bool ends_in_ascii(std::string_view text) {
    return static_cast<unsigned char>(text.back()) < 0x80;
  }

  void open_section(std::string heading, std::size_t line) {
    close_section();
    section_ = {std::move(heading), {}, line};
  }

  void close_section() {
    if (!section_.text.empty() || !section_.heading.empty())
      sections_.push_back(std::move(section_));
    section_ = {};
  }

  std::vector<TextSection> sections_;
  TextSection section_;
  bool blank_ = true;
};

}  // namespace

std::vector<TextSection> read_plain_text(std::string_view bytes, const std::string& where) {
  if (const auto bad = find_invalid_utf8(bytes)) {
    throw Error("UTF-8の文書ではありません", where + ':' + std::to_string(line_of(bytes, *bad)),
                "文字コードをUTF-8にしてください");
  }
  if (bytes.find('\0') != std::string_view::npos) {
    throw Error("文書ではなくバイナリのファイルです", where,
                "テキストのファイルを指定してください");
  }
  auto sections = SectionReader().read(bytes);
  if (sections.empty())
    throw Error("文書に文字がありません", where, "ファイルを取り直してください");
  return sections;
}

}  // namespace corpus
