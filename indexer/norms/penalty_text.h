// SPDX-License-Identifier: GPL-2.0-or-later
// A sentence of a penalty as its rules read it: brackets left out, each pointer one mark, っ as つ.
//   「第三条（第五条において準用…を含む。）の規定に違反」  ->  「◇の規定に違反」,
//   ◇: a3, in brackets: a5
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"

namespace norms {

constexpr char kPointer = '\x01';  // one byte: no byte of a statute

struct PointerMark {
  const citations::Reference* reference = nullptr;
  std::vector<corpus::Address> applied;      // （◇において準用する場合を含む。）
  std::vector<corpus::AddressRange> only;    // （◇に係る部分に限る。）
  std::vector<corpus::AddressRange> except;  // （◇を除く。）
  bool partly = false;  // （変更に係る部分を除く。）: less than all of it
};

struct PlainSentence {
  std::string text;
  std::vector<PointerMark> marks;     // of the kPointer in `text`, in order
  std::vector<std::uint32_t> origin;  // of each byte of `text`, and of its end
};

// 「第四条第二項（同条第五項において準用…を含む。以下この項において同じ。）」: what
// later sentences of the same 項 must add. Filled while a law is read in order.
class CarriedBrackets {
 public:
  void add(const corpus::Address& of, std::vector<corpus::Address> applied, std::uint32_t begin,
           std::uint32_t end);
  std::vector<corpus::Address> of(const corpus::Address&, std::uint32_t provision) const;

 private:
  struct Entry {
    std::vector<corpus::Address> applied;
    std::uint32_t begin, end;  // provisions it holds in
  };
  std::map<corpus::Address, std::vector<Entry>> entries_;
};

// The sentences of provision `provision` of the law; `references` are those of the provision.
std::vector<PlainSentence> plain_sentences(const corpus::Law&, std::uint32_t provision,
                                           std::span<const citations::Reference> references,
                                           CarriedBrackets& carried);

// っ as つ, and where there is no hiragana, katakana as hiragana; as many bytes as before.
std::string fold_kana(std::string_view text);

}  // namespace norms
