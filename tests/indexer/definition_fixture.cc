// SPDX-License-Identifier: GPL-2.0-or-later
#include "definition_fixture.h"

#include "citation_fixture.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

constexpr std::string_view kId = "409AC0000000901";

std::string shorten(std::string address) {
  const std::string own = std::string(kId) + '/';
  for (std::size_t at = address.find(own); at != std::string::npos; at = address.find(own))
    address.erase(at, own.size());
  return address == kId ? "law" : address;
}

}  // namespace

corpus::Law law_of_text(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    const bool has_address =
        line.find(' ') != std::string::npos && line[0] >= 'a' && line[0] <= 'z';
    lines.push_back(has_address ? line : "a1/p1 " + line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return law_of_lines(kId, "見本法", lines);
}

std::vector<definitions::Definition> definitions_of(const corpus::Law& law) {
  citations::LawLibrary library(small_book());
  library.add(law);
  return definitions::find_definitions(law, citations::find_references(law, library), library);
}

std::string print(const corpus::Law&, const definitions::Definition& d) {
  std::string out = d.term + ' ' + std::string(to_string(d.form));
  for (const definitions::ScopePart& part : d.scope) out += ' ' + shorten(to_string(part));
  if (d.imported_from) out += " <" + shorten(corpus::to_string(*d.imported_from));
  return out;
}

}  // namespace indexer
