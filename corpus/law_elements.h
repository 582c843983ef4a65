// SPDX-License-Identifier: GPL-2.0-or-later
// What each element of 法令標準XML becomes in the model. Names and structure: the schema
// (stdLaw.xsd 3.0).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/law.h"

namespace corpus {

// An element that gets an address.
struct ProvisionElement {
  std::string_view element;
  SegmentKind kind;
  std::string_view title;  // the child that holds its printed number or heading
};
const ProvisionElement* find_provision_element(std::string_view element);

// An element that becomes layout over the text of the provision around it.
struct LayoutElement {
  std::string_view element;
  LayoutKind kind;
};
const LayoutElement* find_layout_element(std::string_view element);

// An element that says something of the letters in it: Ruby, Sup, QuoteStruct, …
std::optional<MarkKind> find_mark_element(std::string_view element);

// Children that hold a provision's number, caption or notes, not its words.
bool is_about_provision(std::string_view child, const ProvisionElement& provision);

// The number of a 号 that has no address (in 備考, in a cell): part of the text, with a gap behind
// it.
bool is_label_of_entry(std::string_view element);

// 編 章 節 款 目 print number and heading as one: 「第二章　報告」.
bool is_chapter_like(SegmentKind kind);
std::pair<std::string, std::string> split_heading(std::string_view printed);

}  // namespace corpus
