// SPDX-License-Identifier: GPL-2.0-or-later
// The laws of the site and the provisions their pages have, so that no page links to nothing.
//   map.link_to(507AC0000000042/a5/p1:proviso)  ->  {law 3, "a5-p1:proviso"}; where the page has no
//   such part the smallest provision around it that it has; nothing for laws that are not here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/law.h"

namespace web {

struct LawOnSite {
  corpus::LawType type = corpus::LawType::misc;
  std::string id;
  std::string title;
  std::string number;
  std::string kana;
  std::vector<std::string> abbreviations;
  std::string names;  // how people call it, for readers: 強化法、対処能力強化法
  std::string revision;
  bool digest = false;
  std::vector<std::uint64_t> anchors;                          // hashes, sorted
  std::vector<std::pair<std::uint64_t, std::string>> renamed;  // a4, where the page says a3:5
};
LawOnSite on_site(const corpus::Law&);

struct PlaceOnSite {
  std::uint32_t law = 0;
  std::string anchor;  // empty: the law as a whole
};

struct DocumentOnSite {
  std::string id;
  std::string kind;  // strategy, commentary, bill
  std::string title;
  std::string date;
  bool digest = false;
};

class LawMap {
 public:
  LawMap() = default;
  explicit LawMap(std::vector<LawOnSite> laws);

  const std::vector<LawOnSite>& laws() const { return laws_; }
  std::optional<std::uint32_t> find(std::string_view law_id) const;
  std::optional<PlaceOnSite> link_to(const corpus::Address&) const;

  void set_documents(std::vector<DocumentOnSite> documents) { documents_ = std::move(documents); }
  const std::vector<DocumentOnSite>& documents() const { return documents_; }

 private:
  std::vector<LawOnSite> laws_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::vector<DocumentOnSite> documents_;
};

}  // namespace web
