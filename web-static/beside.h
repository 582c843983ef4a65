// SPDX-License-Identifier: GPL-2.0-or-later
// What stands beside a unit of a law, folded under one line:
//   引用元（12）・下位法令（2）・義務など（1）
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/delegations/delegation_table.h"
#include "web-static/reference_links.h"

namespace web {

struct NormRow;

struct BesidePart {
  std::string name;
  std::size_t count = 0;  // 0: not counted
  std::string html;
};

// By unit, in the order they are added.
using Beside = std::map<std::size_t, std::vector<BesidePart>>;

// <details>, or nothing.
std::string render_beside(const std::vector<BesidePart>&);

// A link to an address or range, or its name where the site does not have it.
std::string place_html(const std::string& address, const LinkContext&);

// 下位法令: what fills what the law leaves to orders; 委任の根拠: what an order fills.
void add_delegations(Beside&, const corpus::Law&, const std::vector<delegations::DelegationRecord>&,
                     const LinkContext&);

// 義務など: who must, may, must not do what. `more`: the law's page of them.
void add_norms(Beside&, const corpus::Law&, const std::vector<NormRow>&, const std::string& more);

}  // namespace web
