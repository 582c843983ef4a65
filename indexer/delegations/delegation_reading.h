// SPDX-License-Identifier: GPL-2.0-or-later
// What the finders of powers and exercises ask of a law.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"

namespace delegations {

constexpr std::size_t kContext = 900;  // bytes of a sentence that are kept

class LawReading {
 public:
  LawReading(const corpus::Law&, const std::vector<citations::Reference>&);
  const corpus::Law& law() const { return law_; }
  const citations::Reference& reference(std::uint32_t i) const { return references_[i]; }
  // Indexes of those of a provision, from and behind the last, by place.
  std::pair<std::uint32_t, std::uint32_t> references_in(std::uint32_t provision) const {
    return {first_[provision], first_[provision + 1]};
  }

 private:
  const corpus::Law& law_;
  const std::vector<citations::Reference>& references_;
  std::vector<std::uint32_t> first_;
};

std::string_view clip_to_letters(std::string_view text, std::size_t most);  // the front of it
std::string_view clip_front(std::string_view text, std::size_t most);       // the end of it
// Where the sentence begins that holds `at`; in tables and the like the cell or line.
std::size_t sentence_begin(const corpus::Provision&, std::size_t at);
std::string_view sentence_rest(std::string_view text, std::size_t at);
std::string part_at(const corpus::Provision&, std::size_t at);  // main, proviso …

}  // namespace delegations
