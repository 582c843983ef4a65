// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/brackets.h"

#include <algorithm>
#include <string>

namespace web {
namespace {

constexpr std::string_view kOpen = "（";
constexpr std::string_view kClose = "）";
constexpr std::size_t kTints = 4;

}  // namespace

std::vector<Annotation> annotations_of_brackets(std::string_view text) {
  std::vector<corpus::Span> pairs;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(kOpen)) {
      open.push_back(at);
      at += kOpen.size();
    } else if (rest.starts_with(kClose)) {
      at += kClose.size();
      if (open.empty()) continue;
      pairs.push_back({open.back(), at});
      open.pop_back();
    } else {
      ++at;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<Annotation> out;
  std::vector<std::size_t> ends;
  for (const corpus::Span pair : pairs) {
    while (!ends.empty() && ends.back() <= pair.begin) ends.pop_back();
    const std::size_t tint = std::min(ends.size() + 1, kTints);
    ends.push_back(pair.end);
    out.push_back({pair, "span", {{"class", "b" + std::to_string(tint)}}, {}});
  }
  return out;
}

}  // namespace web
