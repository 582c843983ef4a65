// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_map>

#include "corpus/error.h"
#include "indexer/analysis/kana_rules.h"
#include "indexer/analysis/letters.h"
#include "indexer/analysis/number_rules.h"

namespace analysis {
namespace {

using corpus::Span;

struct KanjiPair {
  char32_t old_form;
  char32_t new_form;
};

constexpr KanjiPair kOldKanji[] = {
#include "indexer/analysis/old_kanji.inc"
};

// What NFKC leaves apart although it is one sign, or one sound, to a reader.
constexpr KanjiPair kSigns[] = {
    {U'ゐ', U'い'},     {U'ゑ', U'え'},     {U'ヰ', U'イ'},     {U'ヱ', U'エ'},
    {U'〻', U'々'},     {U'\u2010', U'-'},  {U'\u2011', U'-'},  {U'\u2012', U'-'},
    {U'\u2013', U'-'},  {U'\u2014', U'-'},  {U'\u2015', U'-'},  {U'\u2212', U'-'},
    {U'\u2500', U'-'},  {U'\u2501', U'-'},  {U'\u301C', U'~'},  {U'\u223C', U'~'},
    {U'\u3030', U'~'},  {U'\u00B7', U'・'}, {U'\u2022', U'・'}, {U'\u2027', U'・'},
    {U'\u2219', U'・'}, {U'\u22C5', U'・'}, {U'\r', U' '},      {U'\u000B', U' '},
    {U'\u000C', U'\n'}, {U'\u007F', U' '},  {U'\u0085', U'\n'}, {U'\u2028', U'\n'},
    {U'\u2029', U'\n'},
};

// A run of combining marks is cut here; without a bound, ICU's ordering of a hostile run is
// quadratic.
constexpr std::size_t kLongestCluster = 32;

constexpr std::size_t kBmp = 0x10000;

class Folder {
 public:
  Folder() : simple_(kBmp, 0), begins_(kBmp, false) {
    UErrorCode status = U_ZERO_ERROR;
    nfkc_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0) {
      throw corpus::Error("ICUの正規化データを読めません", u_errorName(status),
                          "libicu72 を入れ直してください");
    }
    for (const KanjiPair& pair : kOldKanji) folds_.emplace(pair.old_form, pair.new_form);
    for (const KanjiPair& pair : kSigns) folds_.emplace(pair.old_form, pair.new_form);
    for (char32_t c = 0; c < kBmp; ++c) prepare(c);
  }

  // Whether a cluster may begin at c, whatever stands before it.
  bool begins(char32_t c) const {
    return c < kBmp ? begins_[c] : nfkc_->hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
  }
  // The one letter that c alone becomes, or 0.
  char32_t simple(char32_t c) const { return c < kBmp ? simple_[c] : 0; }

  std::u32string cluster(const std::u32string& in) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString out =
        nfkc_->normalize(icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(in.data()),
                                                       static_cast<std::int32_t>(in.size())),
                         status);
    std::u32string folded;
    for (std::int32_t i = 0; i < out.length() && folded.size() < kLongestCluster;
         i = out.moveIndex32(i, 1)) {
      folded.push_back(fold(static_cast<char32_t>(out.char32At(i))));
    }
    return folded;
  }

 private:
  char32_t fold(char32_t c) const {
    if (c < U' ' && c != U'\n' && c != U'\t' && c != U'\u000C') return U' ';
    const auto found = folds_.find(c);
    return found == folds_.end() ? c : found->second;
  }

  void prepare(char32_t c) {
    if (c >= 0xD800 && c < 0xE000) return;
    begins_[c] = nfkc_->hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
    if (!begins_[c]) return;
    const std::u32string out =
        nfkc_->isInert(static_cast<UChar32>(c)) != 0 ? std::u32string{fold(c)} : cluster({c});
    if (out.size() == 1 && out[0] < kBmp) simple_[c] = static_cast<char16_t>(out[0]);
  }

  const icu::Normalizer2* nfkc_ = nullptr;
  std::unordered_map<char32_t, char32_t> folds_;
  std::vector<char16_t> simple_;
  std::vector<bool> begins_;
};

const Folder& folder() {
  static const Folder kFolder;
  return kFolder;
}

// Stage 1: clusters (a letter and the marks that combine with it) through NFKC and the tables.
Letters fold_characters(std::string_view source) {
  const Folder& fold = folder();
  Letters out;
  out.reserve(source.size() / 3 + 8);
  std::size_t begin = 0;
  std::size_t end = 0;
  if (source.empty()) return out;
  char32_t c = corpus::next_code_point(source, end);
  while (true) {
    std::size_t next_end = end;
    const bool last = end == source.size();
    char32_t next = last ? U' ' : corpus::next_code_point(source, next_end);
    if (const char32_t simple = fold.simple(c); simple != 0 && (last || fold.begins(next))) {
      out.push(simple, {begin, end});
    } else {
      std::u32string cluster{c};
      while (end < source.size() && !fold.begins(next)) {
        if (cluster.size() < kLongestCluster) cluster.push_back(next);
        end = next_end;
        if (end < source.size()) next = corpus::next_code_point(source, next_end);
      }
      const std::u32string folded = fold.cluster(cluster);
      for (const char32_t letter : folded) out.push(letter, {begin, end});
      // 葛 and its variation selector are one letter to the reader.
      if (folded.empty() && !out.spans.empty() && out.spans.back().end == begin) {
        const Span owner = out.spans.back();
        for (auto it = out.spans.rbegin(); it != out.spans.rend() && *it == owner; ++it)
          it->end = end;
      }
    }
    if (end == source.size()) return out;
    begin = end;
    c = next;
    end = next_end;
  }
}

Normalized to_utf8(const Letters& letters) {
  Normalized out;
  out.text.reserve(letters.chars.size() * 3);
  for (std::size_t i = 0; i < letters.chars.size(); ++i) {
    const Span source = letters.spans[i];
    const std::size_t at = out.text.size();
    corpus::append_code_point(out.text, letters.chars[i]);
    Normalized::Piece* last = out.pieces.empty() ? nullptr : &out.pieces.back();
    if (last != nullptr && !last->even && last->source == source) continue;
    // Equal length is enough to count bytes by: only whole letters are ever asked for.
    const bool alone = (i == 0 || letters.spans[i - 1] != source) &&
                       (i + 1 == letters.spans.size() || letters.spans[i + 1] != source);
    const bool even = alone && source.size() == out.text.size() - at;
    if (even && last != nullptr && last->even && last->source.end == source.begin) {
      last->source.end = source.end;
    } else {
      out.pieces.push_back({at, source, even});
    }
  }
  return out;
}

}  // namespace

Span Normalized::source_span(Span span) const {
  if (pieces.empty()) return {};
  const auto piece_at = [&](std::size_t at) {
    return std::prev(
        std::upper_bound(pieces.begin(), pieces.end(), at,
                         [](std::size_t value, const Piece& piece) { return value < piece.at; }));
  };
  const auto first = piece_at(span.begin);
  const std::size_t begin =
      first->even ? first->source.begin + (span.begin - first->at) : first->source.begin;
  if (span.empty()) return {begin, begin};
  const auto last = piece_at(span.end - 1);
  return {begin, last->even ? last->source.begin + (span.end - last->at) : last->source.end};
}

Normalized normalize(std::string_view source) {
  return to_utf8(fold_numbers(fold_kana(fold_characters(source))));
}

std::string normalize_letters(std::string_view source) {
  std::string out;
  out.reserve(source.size());
  for (const char32_t c : fold_characters(source).chars) corpus::append_code_point(out, c);
  return out;
}

}  // namespace analysis
