// SPDX-License-Identifier: GPL-2.0-or-later
// The words that tell who acts on whom, one row for each way they behave, to be extended by a
// lawyer who programs.
//   選任する (gives_office): 「甲を理事に選任する」, に says as what, nobody is told
//   求める (tells):          「乙に対し、報告を求める」, 乙 is told
// An example is a whole sentence and what is found in it, as in norm_rules.h;
// tests/indexer/norm_words_test.cc reads each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/norms/norm_rules.h"

namespace norms {

// How a verb (in dictionary form) behaves.
enum class ActClass : std::uint8_t {
  places,        // 備え付ける: に says where
  gives_office,  // 選任する: に says as what
  fits,          // 従う: に belongs to the verb
  takes_ni,      // 努める, 応じる: what stands before に is its object
  tells,         // 求める, 通知する: somebody is told
  confers,       // 協議する: と names with whom
  hands_over,    // 提出して行う: what is done is to hand over
  keeps,         // 保存する: 五年間 is its time
  publishes,     // 公表する: nobody in particular is told
  inspects,      // 立ち入る: with officers, who are made to do it
  aims,          // 図る: says what a measure is for
  leaves_doer,   // 定める: a plain sentence need not say who
  needs_doer,    // 招集する: its topic without を is whom it is done to
};

struct ActRule {
  std::string_view name;
  ActClass what = ActClass::places;
  std::vector<std::string_view> acts;
  std::vector<NormExample> examples;
};
std::span<const ActRule> act_rules();
bool is_act(std::string_view act, ActClass);

// What a stretch of letters says about the phrase it stands in.
enum class WordClass : std::uint8_t {
  begins_phrase,  // により: a noun phrase begins behind it
  begins_always,  // 以内に: even where a modifier clause has begun
  other_ni,       // に[係る]: に that names nobody
  relates,        // に係る: no clause of its own
  fixes,          // で定める: a modifier that takes no を
  tells_in_case,  // 勧告[をした場合]: whom the condition is about
  noun_of_acts,   // 又は減らす[措置]: verbs joined in front of it modify it
  officer,        // 職員: made to inspect
  bare_person,    // 者: names nobody without its modifier
  body,           // 病院: named for the person who heads it
  head_of_body,   // 管理者
  person,
  thing,
};

struct WordRule {
  std::string_view name;
  WordClass what = WordClass::person;
  std::vector<std::u32string_view> words;
  std::vector<NormExample> examples;
};
std::span<const WordRule> word_rules();

// The words of a class, longest first.
std::span<const std::u32string_view> words_of(WordClass);
bool begins_with_word(std::u32string_view text, WordClass);
bool ends_with_word(std::u32string_view text, WordClass);
bool is_word(std::u32string_view text, WordClass);

// Does a noun phrase name a person or a body? Unknown nouns give nothing.
std::optional<bool> is_person(std::u32string_view noun_phrase);
// 病院, 都道府県; 等 behind it does not matter.
bool is_body(std::u32string_view noun_phrase);

}  // namespace norms
