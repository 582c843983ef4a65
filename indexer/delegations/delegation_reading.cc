// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_reading.h"

#include <algorithm>

namespace delegations {

LawReading::LawReading(const corpus::Law& law, const std::vector<citations::Reference>& references)
    : law_(law), references_(references), first_(law.provisions.size() + 1, 0) {
  for (const citations::Reference& r : references_) ++first_[r.from + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::string_view clip_to_letters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string_view clip_front(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t begin = text.size() - most;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

std::size_t sentence_begin(const corpus::Provision& p, std::size_t at) {
  for (const corpus::Sentence& s : p.sentences) {
    if (s.span.begin <= at && at < s.span.end) return s.span.begin;
  }
  const std::string_view before = std::string_view(p.text).substr(0, at);
  const std::size_t stop = before.find_last_of("\t\n");
  const std::size_t full = before.rfind("。");
  std::size_t begin = stop == std::string_view::npos ? 0 : stop + 1;
  if (full != std::string_view::npos) begin = std::max(begin, full + 3);
  return begin;
}

std::string_view sentence_rest(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  return rest.substr(0, std::min(rest.find("。"), rest.size()));
}

std::string part_at(const corpus::Provision& p, std::size_t at) {
  for (const corpus::Sentence& s : p.sentences) {
    if (s.span.begin <= at && at < s.span.end) return std::string(to_string(s.part));
  }
  return {};
}

}  // namespace delegations
