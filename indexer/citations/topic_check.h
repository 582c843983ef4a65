// SPDX-License-Identifier: GPL-2.0-or-later
// A citation beside words that are the caption of another article of the same law.
//   会社法4条（商号の保護）, where 第二条の二 has that caption    -> a2_2
//   「通信の秘密」について強化法2条2項, where 第二条の二 has it  -> a2_2
// Words before a citation count only where the two numbers are easily mistaken for each other;
// words in a bracket behind it must be the caption letter by letter.
//   機構の業務の追加（見本法51条）, where 第四十七条 is （業務の範囲）  -> a47
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"

namespace citations {

// The captions of a law's main provisions.
class LawTopics {
 public:
  explicit LawTopics(const corpus::Law&);  // the law must outlive it

  struct Topic {
    corpus::Segment article;
    std::string caption;    // without its brackets
    std::u32string folded;  // as names are compared
    std::string key;        // what it is about: 通信の秘密 of 通信の秘密の尊重
  };
  // The article that is meant by the words around a citation of `cited` at `span`; nothing when
  // they fit it. `before` is where the citation or sentence before it ends.
  const Topic* other_topic(std::string_view text, corpus::Span span, const corpus::Address& cited,
                           std::size_t before) const;

 private:
  const Topic* by_bracket(std::string_view inside, const corpus::Address& cited) const;
  const Topic* by_words_before(std::string_view words, const corpus::Address& cited) const;
  const Topic* by_subject(std::string_view words, const corpus::Address& cited) const;
  std::string_view caption_of(const corpus::Segment& article) const;
  bool is_about(const corpus::Address& cited, std::string_view words) const;

  const corpus::Law* law_;
  std::vector<Topic> topics_;
};

// 2条2項 and 第二条の二, 12条 and 21条, 4条 and 5条.
bool is_easily_mistaken(const corpus::Address& cited, const corpus::Segment& article);

}  // namespace citations
