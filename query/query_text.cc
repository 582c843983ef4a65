// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_text.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"

namespace query {
namespace {

constexpr std::pair<char32_t, char32_t> kQuotes[] = {
    {U'"', U'"'}, {U'\u201C', U'\u201D'}, {U'「', U'」'}, {U'『', U'』'}, {U'＂', U'＂'}};

bool is_or(char32_t c) { return c == U'|' || c == U'｜'; }
bool is_minus(char32_t c) { return c == U'-' || c == U'－' || c == U'\u2212'; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Clause> read() {
    while (skip_space()) read_clause();
    return std::move(clauses_);
  }

 private:
  char32_t peek() const {
    std::size_t at = at_;
    return at < text_.size() ? corpus::next_code_point(text_, at) : U'\0';
  }
  void next() { corpus::next_code_point(text_, at_); }

  bool skip_space() {
    while (at_ < text_.size() && corpus::is_space(peek())) next();
    return at_ < text_.size();
  }

  void read_clause() {
    Clause clause;
    if (is_minus(peek()) && at_ > 0) {  // a query cannot begin with what it leaves out
      const std::size_t minus = at_;
      next();
      clause.excluded = at_ < text_.size() && !corpus::is_space(peek());
      if (!clause.excluded) at_ = minus;
    }
    clause.any_of.push_back(read_word());
    while (skip_space() && is_or(peek())) {
      const std::size_t bar = at_;
      next();
      if (!skip_space()) {
        at_ = bar;
        break;
      }
      clause.any_of.push_back(read_word());
    }
    if (is_or(peek())) next();  // a bar with nothing behind it
    std::erase_if(clause.any_of, [](const Word& w) { return w.text.empty(); });
    if (!clause.any_of.empty()) clauses_.push_back(std::move(clause));
  }

  Word read_word() {
    const char32_t first = peek();
    for (const auto& [open, close] : kQuotes) {
      if (first == open) return read_quoted(close);
    }
    const std::size_t begin = at_;
    do {
      next();
    } while (at_ < text_.size() && !corpus::is_space(peek()) && !is_or(peek()));
    return {std::string(text_.substr(begin, at_ - begin)), false};
  }

  Word read_quoted(char32_t close) {
    next();
    const std::size_t begin = at_;
    while (at_ < text_.size() && peek() != close) next();
    Word word{std::string(text_.substr(begin, at_ - begin)), true};
    if (at_ < text_.size()) next();
    return word;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> parse_query_text(std::string_view text) { return Reader(text).read(); }

std::string to_string(const std::vector<Clause>& clauses) {
  std::string out;
  for (const Clause& clause : clauses) {
    if (!out.empty()) out += " AND ";
    if (clause.excluded) out += "NOT ";
    std::string any;
    for (const Word& word : clause.any_of) {
      if (!any.empty()) any += " | ";
      any += word.exact ? '"' + word.text + '"' : word.text;
    }
    out += clause.any_of.size() > 1 ? '(' + any + ')' : any;
  }
  return out;
}

bool is_plain(const Clause& clause) {
  return !clause.excluded && clause.any_of.size() == 1 && !clause.any_of.front().exact;
}

}  // namespace query
