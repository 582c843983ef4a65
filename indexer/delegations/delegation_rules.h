// SPDX-License-Identifier: GPL-2.0-or-later
// How a law leaves something to a lower instrument, and how an order says that it fills it: three
// tables to be read and extended by a lawyer who programs.
//   { .name = "政令で定めるもの", .pattern = "{機関}で{定}{物}", .meaning = thing,
//     .examples = {{"政令で定める水門は", "政令 thing 水門"}}, .not_in = {"政令で認める水門"}, … }
// A pattern is letters and {pieces}; `?` behind a piece: it may be missing. The pieces are rows of
// delegation_pieces(). To teach a new wording: add a row with its examples, run the tests; they say
// whether every example reads as stated and no counter-example does.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace delegations {

// What something is left to; decides which laws may fill it.
enum class Instrument : std::uint8_t {
  cabinet_order,   // 政令, 勅令
  ministry_order,  // 内閣府令・経済産業省令, 主務省令
  order,           // 命令: any of them
  rule,            // 人事院規則, 原子力規制委員会規則, 最高裁判所規則
  local,           // 条例: of local governments
  notice,          // 告示
  decision,        // 主務大臣が定める
};

// What stands before the ending of its name.
enum class NameHead : std::uint8_t {
  nothing,
  ministries,  // 内閣府・総務省, as in corpus/issuers.h
  body,        // letters of a name: 個人情報保護
  bodies,      // the same, and several joined by 及び: 総務大臣及び法務大臣
};

struct DelegationExample {
  std::string_view text;
  std::string_view printed;
};

struct InstrumentRule {
  std::string_view name;
  std::string_view ending;
  Instrument kind;
  NameHead head = NameHead::nothing;
  bool alone = false;       // not behind a kanji: 支払命令, 施行規則
  std::string_view issuer;  // who makes it; empty: it is in the name, or the law says so elsewhere
  std::vector<DelegationExample> examples;  // text, the instrument read in it
  std::vector<std::string_view> not_in;
  std::string_view source;
};

enum class DelegationMeaning : std::uint8_t {
  thing,    // 政令で定める水門: the order says which
  manner,   // 政令で定めるところにより: the order says how
  matter,   // 手数料は、政令で定める。: the order makes the rule
  general,  // 規則を制定することができる: a power without a subject
};
std::string_view to_string(DelegationMeaning);

struct DelegationRule {
  std::string_view name;
  std::string_view pattern;
  DelegationMeaning meaning;
  std::vector<DelegationExample> examples;  // text, "instrument meaning thing"
  std::vector<std::string_view> not_in;
  std::string_view source;
};

// How an order says which provision of the superior law it fills.
enum class ExerciseKind : std::uint8_t {
  direct,     // 法第三条の政令で定める水門は、
  procedure,  // 法第三条の規定による届出は、
  authority,  // 法第三条の規定による大臣の権限は、…に委任する。
  enactment,  // …法第三条の規定に基づき、この命令を定める。 (制定文)
};
std::string_view to_string(ExerciseKind);

struct ExerciseRule {
  std::string_view name;
  std::string_view pattern;  // of what stands right behind the citation
  ExerciseKind kind;
  bool at_head = false;                     // the citation must begin the sentence
  std::vector<DelegationExample> examples;  // text behind the citation, "instrument thing"
  std::vector<std::string_view> not_in;
  std::string_view source;
};

enum class DelegationPieceKind : std::uint8_t {
  instrument,  // a name of the first table but a decision, and the bracket behind it
  decider,     // 主務大臣
  rule,        // 規則 of a body
  thing,       // the words behind 定める, up to the next particle
  gap,         // letters without 、 。 「; what is in brackets does not count
  clause,      // letters without 。 「
  phrase,      // letters without 。 「 は、
  bracket,     // a bracket, if there is one
  spelling,    // one of `spellings`
};

struct DelegationPiece {
  std::string_view name;
  DelegationPieceKind kind;
  std::vector<std::string_view> spellings;
  std::string_view meaning;
};

// Who is said to issue what 主務省令 means, and in what part of the law.
struct IssuerRule {
  std::string_view name;
  std::string_view subject;                 // 主務省令
  std::string_view before;                  // letters right behind the subject: は、
  std::vector<std::string_view> endings;    // の発する命令とする
  std::vector<DelegationExample> examples;  // text, the issuers read in it
  std::vector<std::string_view> not_in;
  std::string_view source;
};

std::span<const InstrumentRule> instrument_rules();
std::span<const DelegationRule> delegation_rules();
std::span<const ExerciseRule> exercise_rules();
std::span<const IssuerRule> issuer_rules();
std::span<const DelegationPiece> delegation_pieces();

}  // namespace delegations
