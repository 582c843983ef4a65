// SPDX-License-Identifier: GPL-2.0-or-later
// The program's own answers, for the tests of the pages' scripts to compare with. Lines in, lines
// out:
//   site_tool letters    a text    -> as the search index spells it
//   site_tool names      an address -> 第五条第一項 TAB 5条1項
#include <iostream>
#include <string>

#include "corpus/address_text.h"
#include "web-static/search_letters.h"

int main(int argc, char** argv) {
  const std::string mode = argc == 2 ? argv[1] : "";
  std::string line;
  while (std::getline(std::cin, line)) {
    if (mode == "letters") {
      std::cout << web::search_letters(line) << '\n';
    } else if (const auto address = corpus::parse_address(line); mode == "names" && address) {
      std::cout << to_japanese(*address, corpus::NumberStyle::kanji) << '\t'
                << to_japanese(*address, corpus::NumberStyle::arabic) << '\n';
    } else {
      std::cerr << "site_tool: " << line << '\n';
      return 2;
    }
  }
  return 0;
}
