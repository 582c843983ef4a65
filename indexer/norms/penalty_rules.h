// SPDX-License-Identifier: GPL-2.0-or-later
// The words by which a penalty says which norm it sanctions, one row each, for a lawyer to extend.
// A sentence is read with its brackets left out and its pointers as ◇:
//   「◇若しくは◇の規定による報告をせず」    ◇ + … + breach「せず」 -> direct
//   「◇の規定による命令に違反」            … + order「命令」before the breach -> via order
//   「◇の規定による命令を受けた者」          bystander「を受けた者」 comes first -> no norm
// っ is written つ, and katakana statutes are read in hiragana, so a row is written once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace norms {

enum class PenaltyRole : std::uint8_t {
  // what a sentence does
  punishes,     // …に処する
  likewise,     // …も、同様とする
  attempt,      // …の未遂は、罰する
  abroad,       // …の罪は、国外で犯した者にも適用する
  corporate,    // 行為者を罰するほか、その法人に対しても
  confiscates,  // 没収する, 追徴する
  surcharges,   // 課徴金
  disciplines,  // 懲戒
  lists,        // 次の各号のいずれかに該当する
  delegates,    // 罰金を科する旨の規定を設けることができる: no penalty
  // what links ◇ to it
  joins,      // ◇又は◇
  applies,    // ◇において準用する◇
  breach,     // に違反し
  obtained,   // を受けた, only behind 不正の手段により
  deceit,     // 偽りその他不正の手段
  order,      // 命令[に違反]
  condition,  // 許可に付した条件[に違反]: a term of the licence, not an order
  crime,      // ◇の罪, ◇の違反行為: all that the penalty provision sanctions
  bystander,  // ◇ tells no norm
  // what lets an order be made
  unmet,     // ◇に違反していると認めるとき
  advised,   // ◇の規定による勧告を受けた: go on to the 勧告
  commands,  // 命ずることができる
  // brackets
  includes,  // （◇において準用する場合を含む。）
};

struct PenaltyExample {
  std::string_view text;     // stands as 第九十条 of a small law
  std::string_view printed;  // a3/p1 direct, a4 via order
};

struct PenaltyRule {
  std::string_view name;
  PenaltyRole role = PenaltyRole::breach;
  std::vector<std::string_view> spellings;
  std::vector<PenaltyExample> examples;
  std::vector<std::string_view> not_in;  // texts in which it finds no norm
  std::string_view source;
};

std::span<const PenaltyRule> penalty_rules();

}  // namespace norms
