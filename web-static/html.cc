// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/html.h"

#include <algorithm>

namespace web {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~:").find(c) != std::string_view::npos;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kSpecial = "&<>\"'";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kSpecial, at), text.size());
    out.append(text.substr(at, end - at));
    if (end == text.size()) return;
    switch (text[end]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "&#39;";
        break;
    }
    at = end + 1;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string fragment_of(const corpus::Address& address) {
  return '#' + percent_encoded(corpus::to_anchor(address));
}

bool is_web_url(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace web
