// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/snippet.h"

#include <algorithm>

#include "corpus/text.h"
#include "query/search.h"

namespace query {
namespace {

using corpus::Span;

constexpr std::size_t kMostLetters = 120;  // code points, but never less than one sentence
constexpr std::string_view kFullStop = "。";
constexpr std::string_view kLeftOut = "…";

std::vector<Span> split_sentences(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool full_stop = text.substr(at).starts_with(kFullStop);
    const char32_t c = corpus::next_code_point(text, at);
    if (c == U'（' || c == U'「') ++depth;
    if ((c == U'）' || c == U'」') && depth > 0) --depth;
    if ((full_stop && depth == 0) || c == U'\n') {
      out.push_back({begin, c == U'\n' ? at - 1 : at});
      begin = at;
      depth = 0;
    }
  }
  if (begin < text.size()) out.push_back({begin, text.size()});
  std::erase_if(out, [](Span s) { return s.empty(); });
  return out;
}

// In order; those that touch become one.
std::vector<Span> merge(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Span> find_matches(std::string_view text, const Wanted& wanted,
                               analysis::Analyzer& analyzer) {
  std::vector<Span> out;
  std::vector<analysis::Token> words;
  for (analysis::Token& token : analyzer.analyze(text)) {
    if (token.kind == analysis::Kind::word)
      words.push_back(std::move(token));
    else if (token.kind == analysis::Kind::reading) {
      const auto begins = [&](const std::string& reading) {
        return token.term.starts_with(reading);
      };
      if (std::any_of(wanted.readings.begin(), wanted.readings.end(), begins))
        out.push_back(token.source);
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& phrase : wanted.phrases) {
      if (phrase.empty() || i + phrase.size() > words.size()) continue;
      std::size_t k = 0;
      while (k < phrase.size() && words[i + k].term == phrase[k] &&
             words[i + k].position == words[i].position + k)
        ++k;
      if (k == phrase.size()) out.push_back({words[i].source.begin, words[i + k - 1].source.end});
    }
  }
  return merge(std::move(out));
}

std::string with_marks(std::string_view text, Span part, const std::vector<Span>& matches) {
  std::string out;
  std::size_t at = part.begin;
  for (const Span match : matches) {
    if (!part.contains(match)) continue;
    out += text.substr(at, match.begin - at);
    out += kMatchOpen;
    out += match.of(text);
    out += kMatchClose;
    at = match.end;
  }
  return out + std::string(text.substr(at, part.end - at));
}

}  // namespace

Snippet make_snippet(std::string_view text, const Wanted& wanted, analysis::Analyzer& analyzer) {
  const auto sentences = split_sentences(text);
  const auto matches = find_matches(text, wanted, analyzer);
  Snippet out;
  for (const Span match : matches) {
    const std::string word(match.of(text));
    if (std::find(out.matched.begin(), out.matched.end(), word) == out.matched.end())
      out.matched.push_back(word);
  }
  if (sentences.empty()) return out;
  // The sentence with most different words, and as many behind it as fit.
  const auto worth = [&](Span sentence) {
    std::set<std::string_view> words;
    for (const Span match : matches) {
      if (sentence.contains(match)) words.insert(match.of(text));
    }
    return words.size();
  };
  std::vector<std::size_t> worths;
  for (const Span s : sentences) worths.push_back(worth(s));
  const auto best =
      static_cast<std::size_t>(std::max_element(worths.begin(), worths.end()) - worths.begin());
  std::size_t letters = 0;
  std::size_t last = best;
  for (std::size_t i = best; i < sentences.size(); ++i) {
    letters += corpus::count_code_points(sentences[i].of(text));
    if (i > best && letters > kMostLetters) break;
    last = i;
  }
  if (best > 0) out.text += kLeftOut;
  for (std::size_t i = best; i <= last; ++i) {
    if (i > best && text[sentences[i].begin - 1] == '\n') out.text += ' ';
    out.text += with_marks(text, sentences[i], matches);
  }
  if (last + 1 < sentences.size()) out.text += kLeftOut;
  return out;
}

}  // namespace query
