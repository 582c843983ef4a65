// SPDX-License-Identifier: GPL-2.0-or-later
// Which provisions a law has, without their words: four bytes each, so that the structure of every
// law of the nation fits in memory while any one of them is read.
//   structure.has({a5, p1})  ->  true;   a4 is there in a deleted run a3:5
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/law.h"

namespace citations {

enum class Presence : std::uint8_t {
  there,
  deleted,  // 削除
  gap,      // a later number is there, this one is neither there nor deleted: not (yet) in force
  beyond,   // past the end
};

class LawStructure {
 public:
  explicit LawStructure(const corpus::Law&);

  // Chapters may be left out before a chapter or an article.
  bool has(const std::vector<corpus::Segment>& path) const;
  Presence presence(const std::vector<corpus::Segment>& path) const;
  // The longest beginning of `path` that is there; how many segments.
  std::size_t known_depth(const std::vector<corpus::Segment>& path) const;
  // The last article of the main provisions: the nearest thing to one past the end.
  const corpus::Ordinal& last_article() const { return last_article_; }
  const std::string& revision() const { return revision_; }
  bool extract() const { return extract_; }  // what is missing may well be in the law itself
  std::size_t size() const { return paths_.size(); }

 private:
  void add(const corpus::Law&, std::size_t provision);

  std::string revision_;
  bool extract_ = false;
  corpus::Ordinal last_article_;
  std::vector<std::uint32_t> paths_;    // hashes, sorted
  std::vector<std::uint32_t> deleted_;  // hashes, sorted
};

}  // namespace citations
