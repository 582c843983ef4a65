// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/analyzer.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "indexer/analysis/compounds.h"
#include "indexer/analysis/kana_rules.h"
#include "indexer/analysis/letters.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/number_rules.h"
#include "indexer/analysis/segments.h"
#include "indexer/analysis/spelling.h"

namespace analysis {
namespace {

using corpus::Span;

constexpr std::size_t kMostCached = 100'000;

// Words that point at a thing and do not make it another: 当該協定 is a 協定.
constexpr std::string_view kDeterminers[] = {"当該", "同", "本", "各", "両", "全", "前",
                                             "次",   "他", "該", "右", "左", "諸", "我"};
constexpr std::string_view kEtCetera = "等";

struct Part {
  Span span;  // relative to the segment
  std::string term;
  std::uint32_t offset = 0;  // of its position
  Kind kind = Kind::word;
};

// What a segment becomes, kept from one sentence to the next.
struct Parts {
  std::vector<Part> parts;
  std::uint32_t positions = 0;
  std::string joined;  // the compound's term, for an entry
};

template <typename Value>
class Cache {
 public:
  const Value* find(std::string_view key) const {
    const auto found = values_.find(std::string(key));
    return found == values_.end() ? nullptr : &found->second;
  }
  const Value& keep(std::string_view key, Value value) {
    if (values_.size() >= kMostCached) values_.clear();
    return values_.emplace(key, std::move(value)).first->second;
  }

 private:
  std::unordered_map<std::string, Value> values_;
};

bool is_determiner(std::string_view term) {
  return std::find(std::begin(kDeterminers), std::end(kDeterminers), term) !=
         std::end(kDeterminers);
}

bool is_counter(std::string_view term) {
  const auto rules = number_rules();
  return std::any_of(rules.begin(), rules.end(),
                     [&](const NumberRule& rule) { return rule.counter == term; });
}

// The reading of the base form: 届け出 (トドケデ) of 届け出る is とどけでる.
std::string base_reading(std::string_view surface, const Lexeme& lexeme) {
  if (lexeme.reading.empty() || lexeme.base.empty()) return lexeme.reading;
  std::size_t same = 0;
  for (std::size_t a = 0, b = 0; a < surface.size() && b < lexeme.base.size() && a == b; same = a) {
    if (corpus::next_code_point(surface, a) != corpus::next_code_point(lexeme.base, b)) break;
  }
  const std::size_t tail = surface.size() - same;  // kana: as many bytes in the reading
  if (tail > lexeme.reading.size()) return lexeme.reading;
  return lexeme.reading.substr(0, lexeme.reading.size() - tail) + lexeme.base.substr(same);
}

std::string as_reading(std::string_view katakana) {
  return bounded_term(fold_small_kana(to_hiragana(katakana)));
}

}  // namespace

struct Analyzer::Impl {
  explicit Impl(const Dictionary& dictionary)
      : system(dictionary, Tagger::With::system), user(dictionary, Tagger::With::user) {}

  Tagger system;
  Tagger user;
  Cache<Parts> splits;
  Cache<Parts> entries;
  Cache<std::string> readings;

  // One text being analysed; spans in tokens are of normalised text until the end.
  struct State {
    std::string_view text;
    std::vector<Token> tokens;
    std::uint32_t position = 0;

    void push(std::string term, Span span, std::uint32_t at, Kind kind) {
      if (!term.empty()) tokens.push_back({std::move(term), span, at, kind});
    }
  };

  void text(State& state, Tagger& tagger);
  void chunk(State& state, Span span, Tagger& tagger);
  std::size_t word(State& state, const std::vector<Morpheme>& morphemes, std::size_t i);
  std::size_t noun_run(State& state, const std::vector<Morpheme>& morphemes, std::size_t i);
  void compounds(State& state, const std::vector<Segment>& group, bool after_number);

  const Parts& parts_of(std::string_view segment, Script script);
  const Parts& entry_parts(std::string_view surface);
  const std::string& reading_of(std::string_view surface);
};

namespace {

bool is_light_kana(std::string_view word) {
  return word.size() <= 3 && all_of_script(word, Script::hiragana);
}

}  // namespace

const Parts& Analyzer::Impl::parts_of(std::string_view segment, Script script) {
  if (const Parts* known = splits.find(segment)) return *known;
  Parts out;
  std::vector<std::size_t> sizes{segment.size()};
  if (script == Script::native) sizes = split_native(system, segment);
  if (script == Script::katakana) sizes = split_katakana(system, segment);
  std::size_t at = 0;
  for (const std::size_t size : sizes) {
    const std::string_view part = segment.substr(at, size);
    if (!is_light_kana(part))
      out.parts.push_back({{at, at + size}, word_term(part), out.positions++, Kind::word});
    at += size;
  }
  return splits.keep(segment, std::move(out));
}

const Parts& Analyzer::Impl::entry_parts(std::string_view surface) {
  if (const Parts* known = entries.find(surface)) return *known;
  State alone{.text = surface};
  text(alone, system);
  Parts out;
  out.positions = alone.position;
  std::size_t at = 0;
  for (Token& token : alone.tokens) {
    if (token.kind != Kind::word && token.kind != Kind::negation) continue;
    if (token.kind == Kind::word) {
      out.joined += fold_small_kana(surface.substr(at, token.source.begin - at)) + token.term;
      at = token.source.end;
    }
    out.parts.push_back({token.source, std::move(token.term),
                         token.position > 0 ? token.position - 1 : 0, token.kind});
  }
  out.joined = bounded_term(out.joined + fold_small_kana(surface.substr(at)));
  return entries.keep(surface, std::move(out));
}

const std::string& Analyzer::Impl::reading_of(std::string_view surface) {
  if (const std::string* known = readings.find(surface)) return *known;
  std::string reading;
  if (any_of_script(surface, Script::kanji)) {
    // A user entry's own reading, when the whole is one; else the system dictionary's.
    const auto whole = user.parse(surface);
    reading = whole.size() == 1 && whole[0].lexeme->user ? whole[0].lexeme->reading
                                                         : system.split(surface).reading;
  }
  return readings.keep(surface, as_reading(reading));
}

void Analyzer::Impl::text(State& state, Tagger& tagger) {
  for (const Chunk& piece : chunks_of(state.text)) {
    if (!piece.span.empty()) chunk(state, piece.span, tagger);
    if (piece.ends_sentence && state.position > 0) state.position += kSentenceGap;
  }
}

void Analyzer::Impl::chunk(State& state, Span span, Tagger& tagger) {
  std::vector<Morpheme> morphemes = tagger.parse(span.of(state.text));
  for (Morpheme& morpheme : morphemes) {
    morpheme.span.begin += span.begin;
    morpheme.span.end += span.begin;
  }
  for (std::size_t i = 0; i < morphemes.size();) {
    i = morphemes[i].lexeme->word_class == WordClass::nominal ? noun_run(state, morphemes, i)
                                                              : word(state, morphemes, i);
  }
}

// A verb, an adverb, a negation or a sign; returns the index behind it.
std::size_t Analyzer::Impl::word(State& state, const std::vector<Morpheme>& morphemes,
                                 std::size_t i) {
  const Lexeme& lexeme = *morphemes[i].lexeme;
  const Span span = morphemes[i].span;
  const std::string_view surface = span.of(state.text);
  if (lexeme.word_class == WordClass::negation) {
    // なければならない, ねばならない: an obligation.
    const auto base = [&](std::size_t k) {
      return k < morphemes.size() ? std::string_view(morphemes[k].lexeme->base) : "";
    };
    if ((surface == "なけれ" || surface == "ね") && base(i + 1) == "ば" && base(i + 2) == "なる" &&
        i + 3 < morphemes.size() && morphemes[i + 3].lexeme->word_class == WordClass::negation) {
      return i + 4;
    }
    state.push("ない", span, std::max<std::uint32_t>(state.position, 1), Kind::negation);
  } else if (lexeme.word_class == WordClass::word) {
    state.push(word_term(lexeme.base.empty() ? surface : lexeme.base), span, ++state.position,
               Kind::word);
    if (any_of_script(surface, Script::kanji)) {
      state.push(as_reading(base_reading(surface, lexeme)), span, state.position, Kind::reading);
    }
  } else if (surface == "%") {
    state.push("%", span, ++state.position, Kind::word);
  }
  return i + 1;
}

std::size_t Analyzer::Impl::noun_run(State& state, const std::vector<Morpheme>& morphemes,
                                     std::size_t i) {
  const std::size_t end = end_of_noun_run(state.text, morphemes, i);
  const auto segments = segments_of(state.text, std::span(morphemes).subspan(i, end - i));
  std::vector<Segment> group;
  bool after_number = false;
  for (const Segment& segment : segments) {
    if (segment.script == Script::hiragana) {
      compounds(state, group, after_number);
      compounds(state, {segment}, false);
      group.clear();
      after_number = false;
      continue;
    }
    const bool plain =
        !segment.entry && (segment.script == Script::digits || segment.script == Script::other);
    if (!plain) {
      group.push_back(segment);
      continue;
    }
    compounds(state, group, after_number);
    group.clear();
    after_number = segment.script == Script::digits;
    if (segment.script == Script::digits) {
      state.push(bounded_term(std::string(segment.span.of(state.text))), segment.span,
                 ++state.position, Kind::word);
    }
  }
  compounds(state, group, after_number);
  return end;
}

// The words of segments that stand together, and the compounds they make.
void Analyzer::Impl::compounds(State& state, const std::vector<Segment>& group, bool after_number) {
  if (group.empty()) return;
  struct Whole {
    Span span;
    std::string term;
    std::uint32_t position;
  };
  std::vector<Whole> wholes;
  const std::size_t from = state.tokens.size();
  bool named = true;  // nothing before makes the next entry another thing
  for (const Segment& segment : group) {
    const std::string_view surface = segment.span.of(state.text);
    const Parts& parts = segment.entry ? entry_parts(surface) : parts_of(surface, segment.script);
    for (const Part& part : parts.parts) {
      state.push(part.term,
                 {segment.span.begin + part.span.begin, segment.span.begin + part.span.end},
                 state.position + 1 + part.offset, part.kind);
      if (!segment.entry) named = named && is_determiner(part.term);
    }
    if (segment.entry && named) wholes.push_back({segment.span, parts.joined, state.position + 1});
    if (segment.entry) named = true;
    state.position += parts.positions;
  }
  // The run as a whole, without the counter of a number and 当該 before it and 等 behind it.
  const auto tokens = state.tokens.begin();
  auto begin = tokens + static_cast<std::ptrdiff_t>(from);
  auto end = state.tokens.end();
  bool pointed = after_number;
  while (begin != end && (is_determiner(begin->term) || (pointed && is_counter(begin->term)))) {
    pointed = true;  // 同項, 各号
    ++begin;
  }
  if (end - begin > 1 && std::prev(end)->term == kEtCetera) --end;
  if (begin != end) {
    Whole run{{begin->source.begin, std::prev(end)->source.end}, {}, begin->position};
    for (auto token = begin; token != end; ++token) run.term += token->term;
    const bool entry = std::any_of(wholes.begin(), wholes.end(), [&](const Whole& whole) {
      return whole.span.contains(run.span);
    });
    // かた, なか, うえ: the readings of single kanji find nothing anyone looks for.
    constexpr std::size_t kOneKanji = 4;
    if (end - begin == 1 && !entry) {
      const std::string& reading = reading_of(run.span.of(state.text));
      if (run.span.size() > kOneKanji && !reading.empty())
        state.push(reading, run.span, run.position, Kind::reading);
    } else if (!entry && run.term.size() <= kMostTermBytes) {
      wholes.push_back(std::move(run));
    }
  }
  for (Whole& whole : wholes) {
    const std::string& reading = reading_of(whole.span.of(state.text));
    state.push(std::move(whole.term), whole.span, whole.position, Kind::compound);
    if (!reading.empty()) state.push(reading, whole.span, whole.position, Kind::reading);
  }
}

Analyzer::Analyzer(const Dictionary& dictionary) : impl_(std::make_unique<Impl>(dictionary)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

namespace {

bool is_kana(char32_t c) { return corpus::is_hiragana(c) || corpus::is_katakana(c); }

// Stretches between white space that are kana only, two letters or more.
std::vector<Span> kana_stretches(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  bool kana = true;
  const auto close = [&](std::size_t end) {
    if (kana && end - begin > 3) out.push_back({begin, end});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (corpus::is_space(c)) {
      close(here);
      begin = at;
      kana = true;
    } else if (!is_kana(c)) {
      kana = false;
    }
  }
  close(text.size());
  return out;
}

}  // namespace

std::vector<Token> Analyzer::analyze(std::string_view utf8) {
  const Normalized normalized = normalize(utf8);
  Impl::State state{.text = normalized.text};
  impl_->text(state, impl_->user);
  for (const Span span : kana_stretches(normalized.text)) {
    const auto first =
        std::find_if(state.tokens.begin(), state.tokens.end(),
                     [&](const Token& token) { return token.source.begin >= span.begin; });
    const std::uint32_t position =
        first == state.tokens.end() ? state.position + 1 : first->position;
    state.push(reading_term(span.of(normalized.text)), span, position, Kind::reading);
  }
  for (Token& token : state.tokens) token.source = normalized.source_span(token.source);
  return std::move(state.tokens);
}

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::word:
      return "word";
    case Kind::compound:
      return "compound";
    case Kind::reading:
      return "reading";
    case Kind::negation:
      return "negation";
  }
  return "";
}

std::string to_string(const std::vector<Token>& tokens, Kind kind) {
  std::string out;
  for (const Token& token : tokens) {
    if (token.kind != kind) continue;
    if (!out.empty()) out += ' ';
    out += token.term + '@' + std::to_string(token.position);
  }
  return out;
}

}  // namespace analysis
