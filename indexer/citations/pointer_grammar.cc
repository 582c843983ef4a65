// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/pointer_grammar.h"

#include "corpus/text_scan.h"
#include "indexer/citations/pointer_path.h"

namespace citations {

using corpus::Part;

namespace {

bool goes_down(Unit from, Unit to) {
  switch (to) {
    case Unit::clause:
      return !is_structural(from) && from != Unit::form;
    case Unit::row:
      return false;
    case Unit::subitem:
      return from == Unit::item || from == Unit::table || from == Unit::appendix;
    case Unit::subitem2:
      return from == Unit::subitem || from == Unit::item || from == Unit::table;
    case Unit::subitem3:
      return from == Unit::subitem2 || from == Unit::subitem || from == Unit::item;
    case Unit::item:
      return from == Unit::article || from == Unit::paragraph || from == Unit::suppl ||
             from == Unit::table || from == Unit::appendix;
    case Unit::paragraph:
      return from == Unit::article || from == Unit::suppl || from == Unit::table;
    case Unit::article:
      return from == Unit::suppl || is_structural(from);
    case Unit::table:
    case Unit::form:
    case Unit::appendix:
      return from == Unit::suppl;
    default:
      return is_structural(from) && to > from;
  }
}

}  // namespace

bool opens_pointer(const Word& word) {
  return word.relation == Relation::named && word.unit != Unit::subitem &&
         word.unit != Unit::subitem2 && word.unit != Unit::subitem3 && word.unit != Unit::clause;
}

bool takes(const Pointer& pointer, const Word& word) {
  if (word.relation != Relation::named && word.relation != Relation::each) return false;
  if (pointer.clause != Part::whole || pointer.words.empty()) return false;
  const Word& last = pointer.words.back();
  if (last.relation == Relation::each) return word.unit == Unit::clause;
  return goes_down(last.unit, word.unit);
}

bool stands_alone(std::string_view text, const Word& word, bool joined) {
  const char32_t next = corpus::letter_at(text, word.span.end);
  constexpr std::u32string_view kMay = U"及又並若中（）、。(";
  if (word.unit == Unit::subitem && !joined &&
      corpus::is_kanji(corpus::letter_before(text, word.span.begin)))
    return false;
  return corpus::is_hiragana(next) || kMay.find(next) != kMay.npos;
}

bool is_tail_of_number(std::string_view before, const Word& word) {
  return word.unit == Unit::item && word.relation == Relation::named &&
         corpus::ends_with_any(
             before, {"立法", "法律", "政令", "省令", "府令", "告示", "規則", "条例", "勅令",
                      "訓令", "布告", "布令", "通達", "条約", "議決"});
}

}  // namespace citations
