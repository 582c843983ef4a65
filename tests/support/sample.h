// SPDX-License-Identifier: GPL-2.0-or-later
// A whole small law in 法令標準XML around the elements a test is about. The words are ours.
#pragma once

#include <string>
#include <string_view>

#include "corpus/law_xml.h"

namespace support {

inline std::string law_xml(std::string_view body, std::string_view title = "試験用水路法") {
  return R"(<?xml version="1.0" encoding="UTF-8"?><Law Era="Reiwa" Year="7" Num="901" LawType="Act" Lang="ja")"
         R"( PromulgateMonth="04" PromulgateDay="01"><LawNum>令和七年法律第九百一号</LawNum><LawBody><LawTitle>)" +
         std::string(title) + "</LawTitle>" + std::string(body) + "</LawBody></Law>";
}

inline std::string in_brackets(std::string_view number) { return '[' + std::string(number) + ']'; }

inline corpus::Law read_sample(std::string_view body) {
  return corpus::read_law(law_xml(body),
                          {.where = "sample.xml", .id = "507AC0000000901", .revision = "20250401"},
                          in_brackets);
}

}  // namespace support
