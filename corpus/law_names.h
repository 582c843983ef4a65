// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the names of laws in any text: the longest one that begins at a place.
//   names.longest_at("刑法施行法第二条", 0)  ->  {laws of 刑法施行法, 15 bytes, title}; not 刑法
// Widths, ・ 「」 spaces, line breaks, dashes and 一/1 make no difference: ｻｲﾊﾞｰ is サイバー,
// ＰＦＩ法 is PFI法.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

// Best first: where one text names several laws, only those of the best kind are candidates.
enum class NameKind : std::uint8_t {
  alias,  // given in corpus.toml
  title,
  title_part,  // 人事院規則九―八 of 人事院規則九―八（…）; 決闘罪ニ関スル件 of
               // 明治…号（決闘罪ニ関スル件）
  abbreviation,
  kana,
};

struct LawName {
  std::string_view text;  // needed only while LawNames is built
  std::uint32_t law = 0;  // the caller's index of the law
  NameKind kind = NameKind::title;
  std::uint32_t scope = 0;  // 0: everywhere; else only in the document with this number
};

struct NameMatch {
  std::vector<std::uint32_t> laws;  // more than one: the name is ambiguous
  std::size_t length = 0;           // bytes of the text
  NameKind kind = NameKind::title;
};

class LawNames {
 public:
  LawNames() : LawNames(std::vector<LawName>{}) {}
  explicit LawNames(const std::vector<LawName>& names);

  // Names of one letter are not looked for. A name of the document `scope` wins over the same name
  // elsewhere.
  std::optional<NameMatch> longest_at(std::string_view text, std::size_t offset,
                                      std::uint32_t scope = 0) const;
  std::size_t size() const { return names_.size(); }

 private:
  struct Target {
    std::uint32_t law;
    std::uint32_t scope;
    NameKind kind;
  };
  // A radix tree: a node's label is a run of labels_, its children stand side by side, sorted.
  struct Node {
    std::uint32_t label = 0;
    std::uint32_t label_length = 0;
    std::uint32_t first_child = 0;
    std::uint32_t children = 0;
    std::uint32_t first_name = 0;
    std::uint32_t names = 0;
  };

  const Node* child(const Node& node, char32_t letter) const;
  bool in_scope(const Node& node, std::uint32_t scope) const;
  NameMatch match(const Node& node, std::uint32_t scope) const;

  std::vector<Target> names_;
  std::vector<Node> nodes_;
  std::u32string labels_;
  std::vector<std::uint32_t> by_first_letter_;  // BMP letter -> node below the root, 0 for none
};

// What is compared: two texts are the same name when their folds are equal.
std::u32string fold_name(std::string_view);

}  // namespace corpus
