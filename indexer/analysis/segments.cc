// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/segments.h"

#include "indexer/analysis/compounds.h"
#include "indexer/analysis/letters.h"

namespace analysis {
namespace {

using corpus::Span;

constexpr std::size_t kMostChunk = 2000;

Script script_of(char32_t c) {
  if (corpus::is_kanji(c)) return Script::kanji;
  if (corpus::is_katakana(c)) return Script::katakana;
  if (corpus::is_hiragana(c)) return Script::hiragana;
  if (corpus::is_ascii_digit(c)) return Script::digits;
  const bool letter = (c >= U'a' && c <= U'z') ||
                      (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) ||
                      (c >= 0xAC00 && c < 0xD7A4);
  return letter ? Script::latin : Script::other;
}

bool is_decimal_point(std::string_view text, std::span<const Morpheme> morphemes, std::size_t i) {
  return i > 0 && i + 1 < morphemes.size() && morphemes[i].span.of(text) == "." &&
         all_of_script(morphemes[i - 1].span.of(text), Script::digits) &&
         all_of_script(morphemes[i + 1].span.of(text), Script::digits) &&
         morphemes[i - 1].span.end == morphemes[i].span.begin &&
         morphemes[i].span.end == morphemes[i + 1].span.begin;
}

// 不服 申 立て: MeCab's verb is the second half of 申立て.
bool continues_noun(std::string_view text, const Morpheme& noun, const Morpheme& verb) {
  const std::string_view first = noun.span.of(text);
  std::size_t end = 0;
  const char32_t kanji = corpus::next_code_point(first, end);
  std::size_t at = 0;
  return verb.lexeme->word_class == WordClass::word && end == first.size() &&
         is_deverbal(kanji, corpus::next_code_point(verb.span.of(text), at));
}

void append_segment(std::vector<Segment>& segments, Span span, Script script) {
  if (!segments.empty()) {
    Segment& last = segments.back();
    if (script != Script::other && !last.entry && last.script == script &&
        last.span.end == span.begin) {
      last.span.end = span.end;
      return;
    }
  }
  segments.push_back({span, script, false});
}

// One morpheme's letters by script; kana of a word with kanji go with them (取消し, ばい煙).
void append_morpheme(std::vector<Segment>& segments, std::string_view text,
                     const Morpheme& morpheme) {
  const std::string_view surface = morpheme.span.of(text);
  if (morpheme.lexeme->user) {
    segments.push_back({morpheme.span, Script::other, true});
    return;
  }
  if (surface == ".") return append_segment(segments, morpheme.span, Script::digits);
  const bool kanji = any_of_script(surface, Script::kanji);
  for (std::size_t at = 0; at < surface.size();) {
    const std::size_t begin = at;
    Script script = script_of(corpus::next_code_point(surface, at));
    if (script == Script::kanji || (script == Script::hiragana && kanji)) script = Script::native;
    append_segment(segments, {morpheme.span.begin + begin, morpheme.span.begin + at}, script);
  }
}

// 第 before a number is not a word, nor is 又 of 又は where MeCab gave it to the noun before it.
void drop_joints(std::vector<Segment>& segments, std::string_view text) {
  constexpr std::string_view kDai = "第";
  constexpr std::string_view kOr = "又";
  if (!segments.empty() && !segments.back().entry) {
    Span& last = segments.back().span;
    if (last.of(text).ends_with(kOr) && text.substr(last.end).starts_with("は"))
      last.end -= kOr.size();
  }
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    if (!segments[i].entry && segments[i + 1].script == Script::digits &&
        segments[i].span.of(text).ends_with(kDai)) {
      segments[i].span.end -= kDai.size();
    }
  }
  std::erase_if(segments, [](const Segment& segment) { return segment.span.empty(); });
}

}  // namespace

bool all_of_script(std::string_view text, Script script) {
  for (std::size_t at = 0; at < text.size();) {
    if (script_of(corpus::next_code_point(text, at)) != script) return false;
  }
  return !text.empty();
}

bool any_of_script(std::string_view text, Script script) {
  for (std::size_t at = 0; at < text.size();) {
    if (script_of(corpus::next_code_point(text, at)) == script) return true;
  }
  return false;
}

bool is_break(char32_t c) {
  constexpr std::u32string_view kBreaks = U"。「」『』()[]{}〔〕【】〈〉《》\n\t\uFFFD";
  return kBreaks.find(c) != std::u32string_view::npos;
}

std::vector<Chunk> chunks_of(std::string_view text) {
  std::vector<Chunk> out;
  std::size_t begin = 0;
  std::size_t comma = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (is_break(c)) {
      out.push_back({{begin, here}, c == U'。' || c == U'\n' || c == U'\t'});
      begin = at;
    } else if (at - begin > kMostChunk) {
      const std::size_t cut = comma > begin ? comma : at;
      out.push_back({{begin, cut}, false});
      begin = cut;
    }
    if (c == U'、') comma = at;
  }
  out.push_back({{begin, text.size()}, false});
  return out;
}

std::size_t end_of_noun_run(std::string_view text, std::span<const Morpheme> morphemes,
                            std::size_t first) {
  std::size_t i = first + 1;
  for (; i < morphemes.size() && morphemes[i].span.begin == morphemes[i - 1].span.end; ++i) {
    if (morphemes[i].lexeme->word_class != WordClass::nominal &&
        !continues_noun(text, morphemes[i - 1], morphemes[i]) &&
        !is_decimal_point(text, morphemes, i)) {
      break;
    }
  }
  return i;
}

std::vector<Segment> segments_of(std::string_view text, std::span<const Morpheme> run) {
  std::vector<Segment> out;
  for (const Morpheme& morpheme : run) append_morpheme(out, text, morpheme);
  drop_joints(out, text);
  return out;
}

}  // namespace analysis
