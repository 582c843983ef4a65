// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation.h"

namespace citations {
namespace {

std::string unit_name(Unit unit) {
  switch (unit) {
    case Unit::law:
      return "law";
    case Unit::part:
      return "part";
    case Unit::chapter:
      return "chapter";
    case Unit::section:
      return "section";
    case Unit::subsection:
      return "subsection";
    case Unit::division:
      return "division";
    case Unit::suppl:
      return "suppl";
    case Unit::table:
      return "table";
    case Unit::form:
      return "form";
    case Unit::appendix:
      return "appendix";
    case Unit::article:
      return "art";
    case Unit::paragraph:
      return "para";
    case Unit::item:
      return "item";
    case Unit::subitem:
      return "sub";
    case Unit::subitem2:
      return "sub2";
    case Unit::subitem3:
      return "sub3";
    case Unit::row:
      return "row";
    case Unit::clause:
      return "clause";
  }
  return {};
}

std::string relation_name(Relation relation) {
  switch (relation) {
    case Relation::named:
      return {};
    case Relation::previous:
      return "prev";
    case Relation::next:
      return "next";
    case Relation::same:
      return "same";
    case Relation::here:
      return "here";
    case Relation::each:
      return "each";
  }
  return {};
}

std::string to_string(const CitedLaw& law) {
  switch (law.word) {
    case LawWord::none:
      return {};
    case LawWord::named:
      return "law(" + law.name + ')';
    case LawWord::number:
      return "law(" + law.number + ')';
    case LawWord::same:
      return "same(law" + (law.suffix.empty() ? "" : ',' + law.suffix) + ')';
    case LawWord::here:
      return "here(law)";
    case LawWord::amended:
      return law.old ? "old(law)" : "new(law)";
  }
  return {};
}

}  // namespace

std::string to_string(const Word& word) {
  if (word.unit == Unit::clause) return std::string(corpus::to_string(word.clause));
  const std::string unit = unit_name(word.unit);
  if (word.relation == Relation::named) {
    return word.number.empty() ? unit : unit + '(' + corpus::to_string(word.number) + ')';
  }
  std::string out = relation_name(word.relation) + '(' + unit;
  if (word.count == kAll) out += ",*";
  if (word.count != kAll && word.count > 1) out += ',' + std::to_string(word.count);
  return out + ')';
}

std::string to_string(const Pointer& pointer) {
  std::string out;
  for (const Word& word : pointer.words) out += (out.empty() ? "" : " ") + to_string(word);
  if (pointer.clause != corpus::Part::whole) {
    out += (out.empty() ? "" : " ") + std::string(corpus::to_string(pointer.clause));
  }
  return out;
}

std::string to_string(const Citation& citation) {
  std::string out = to_string(citation.law);
  const std::string first = to_string(citation.first);
  if (!out.empty() && !first.empty()) out += ' ';
  out += first;
  if (citation.last) out += " .. " + to_string(*citation.last);
  return out;
}

}  // namespace citations
