// SPDX-License-Identifier: GPL-2.0-or-later
// A norm: who must do what to whom by when, as one sentence of a provision states it.
//   「検査者は、事故を知ったときは、速やかに、その旨を水路大臣に報告しなければならない。」
//   -> bearer 検査者, must 報告する, object その旨, recipient 水路大臣, trigger 事故を知ったときは,
//      deadline 速やかに
// One norm is one bearer (or several joint ones) × one verb. Every field that the sentence states
// has its span in the provision's text; `text` of a phrase is that stretch without what is in
// brackets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace norms {

enum class Modality : std::uint8_t { must, must_not, may, endeavour, shall_be };
std::string_view to_string(Modality);  // as in export obligations
std::optional<Modality> parse_modality(std::string_view);

// How sure a bearer is.
enum class Basis : std::uint8_t {
  none,       // the sentence names nobody: a passive, or a thing as its topic
  stated,     // in the sentence itself
  inherited,  // left out, and so the one of the sentence or paragraph before
};
std::string_view to_string(Basis);

struct Phrase {
  std::string text;
  corpus::Span span;  // in the provision's text; empty when inherited from elsewhere
};

struct Norm {
  std::uint32_t provision = 0;
  corpus::Span sentence;  // verbatim
  corpus::Span verb;      // with its ending: 報告しなければならない
  Modality modality = Modality::must;
  std::string act;  // dictionary form
  std::vector<Phrase> bearers;
  Basis bearer_basis = Basis::none;
  std::optional<Phrase> object;
  std::vector<Phrase> recipients;
  std::optional<Phrase> trigger;
  std::optional<Phrase> deadline;
  std::optional<Phrase> manner;
  std::optional<Phrase> exception;  // the ただし書, or …を除き
};

// "must 報告する(検査者→水路大臣; その旨; 速やかに)": what is empty is left out; for tests and
// people.
std::string to_string(const Norm&);

}  // namespace norms
