// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/unit_texts.h"

#include <xapian.h>

#include <nlohmann/json.hpp>

#include "corpus/address.h"
#include "corpus/numerals.h"
#include "indexer/analysis/spelling.h"
#include "indexer/search_schema.h"

namespace query {
namespace {

// The number a line begins with when it begins a paragraph: 「２　…」; those of items are in kanji.
unsigned paragraph_number(std::string_view line) {
  unsigned out = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = corpus::next_code_point(line, at);
    if (c >= U'０' && c <= U'９')
      out = out * 10 + static_cast<unsigned>(c - U'０');
    else
      return out > 0 && (c == U'　' || c == U'\t' || c == U' ') ? out : 0;
  }
  return 0;
}

}  // namespace

std::string paragraph_of(std::string_view text, unsigned number) {
  std::string out;
  unsigned now = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (const unsigned begins = paragraph_number(line)) now = begins;
    if (now == number) {
      if (!out.empty()) out += '\n';
      out += line;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

CitedUnit cited_unit(OpenIndex& index, std::string_view address, std::string_view revision) {
  auto at = corpus::parse_address(address);
  if (!at) return {};
  unsigned paragraph = 0;
  for (; !at->path.empty(); at->path.pop_back()) {
    if (at->path.back().kind == corpus::SegmentKind::paragraph)
      paragraph = at->path.back().num.n[0];
    const std::string name = to_string(*at);
    const std::string id =
        at->law_id + '@' + std::string(revision) + name.substr(at->law_id.size());
    const std::string term = std::string(indexer::prefix_of("id")) + id;
    const auto posting = index.database->postlist_begin(term);
    if (posting == index.database->postlist_end(term)) continue;
    const auto json = nlohmann::json::parse(index.database->get_document(*posting).get_data());
    CitedUnit out{.caption = json.at("caption"), .text = json.at("text")};
    if (paragraph > 0) out.text = paragraph_of(out.text, paragraph);
    return out;
  }
  return {};
}

}  // namespace query
