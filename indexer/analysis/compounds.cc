// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/compounds.h"

#include <algorithm>
#include <limits>

#include "indexer/analysis/letters.h"

namespace analysis {
namespace {

// Kanji and katakana of the BMP; the few kanji beyond are split wherever three bytes fall short of
// them.
constexpr int kPerWord = 4000;        // fewer words win
constexpr int kUnknownKanji = 25000;  // a kanji in no dictionary stands alone
constexpr int kUnknownKana = 15000;
constexpr int kProper = 6000;  // a place or a body, when nothing else fits
constexpr std::size_t kMostKanji = 3;  // 内閣総理大臣 is three words, 計算機 and 委員会 may be one
constexpr std::size_t kLeastKatakana = 3;
constexpr std::size_t kMostUnknownKatakana = 40;
constexpr int kUnknownKatakana = 8000;
constexpr int kUnknownPerLetter = 4000;

// Nouns of two kanji that IPADIC may only know with their okurigana: 貸付, 貸付け, 貸し付け are one
// word each.
constexpr std::u32string_view kDeverbal[] = {
    U"申立", U"申込", U"申出", U"申請", U"届出", U"取消", U"取締", U"取調", U"取扱", U"取引",
    U"取立", U"取得", U"引渡", U"引受", U"引当", U"引取", U"引換", U"明渡", U"売渡", U"買受",
    U"買取", U"貸付", U"貸出", U"借入", U"借受", U"差押", U"差止", U"差引", U"差替", U"積立",
    U"繰入", U"繰越", U"繰延", U"割当", U"割引", U"払込", U"払戻", U"払下", U"支払", U"受取",
    U"受入", U"受付", U"立入", U"立会", U"立替", U"見積", U"見込", U"見直", U"手続", U"切替",
    U"書換", U"読替", U"埋立", U"打合", U"問合", U"呼出", U"持込", U"積込", U"積替", U"荷受",
    U"譲渡", U"譲受", U"振込", U"振替", U"据置", U"仕入", U"仕組", U"枠組", U"売上", U"値上",
    U"引上", U"引下", U"切上", U"切下", U"言渡", U"呼掛", U"働掛", U"備付", U"裏書", U"下請",
    U"元請", U"日割", U"月割", U"掛金", U"組入", U"組替", U"編入", U"追込", U"請負", U"請戻",
    U"巻込",
};
constexpr int kDeverbalCost = 3000;
constexpr std::size_t kMostOkurigana = 2;

// Words of IPADIC that reach over a border of longer terms, with a term each.
struct Straddling {
  std::string_view word;
  std::string_view inside;
};
// clang-format off
constexpr Straddling kStraddling[] = {
    {"府県警", "都道府県警察"}, {"道府県", "都道府県"}, {"県警", "県警察"}, {"道警", "道警察"}, {"市警", "市警察"},
    {"請書", "申請書"}, {"細書", "明細書"}, {"令書", "命令書"}, {"局長", "事務局長"}, {"院長", "会計検査院長"},
    {"業者", "輸入業者"}, {"業法", "電気通信事業法"}, {"後事", "改正後事業法"}, {"日前", "施行日前"},
    {"産競", "旧産競法"}, {"総株", "総株主"}, {"官等", "補佐官等"}, {"品等", "装備品等"}, {"者等", "事業者等"},
    {"物等", "廃棄物等"}, {"人等", "法人等"}, {"法等", "通信法等"}, {"機等", "電子計算機等"}, {"長等", "委員長等"},
    {"税法", "登録免許税法"}, {"弱者", "心神耗弱者"}, {"送配", "送配電"},
};
// clang-format on

bool straddles(std::string_view word) {
  return std::any_of(std::begin(kStraddling), std::end(kStraddling),
                     [&](const auto& row) { return row.word == word; });
}

struct Step {
  int cost = std::numeric_limits<int>::max();
  std::size_t size = 0;
};

// Letters' first bytes, and the end.
std::vector<std::size_t> borders(std::string_view run) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < run.size(); corpus::next_code_point(run, at)) out.push_back(at);
  out.push_back(run.size());
  return out;
}

// From the right, so that a tie can prefer the longer first word.
class Path {
 public:
  explicit Path(std::size_t bytes) : steps_(bytes + 1) { steps_[bytes].cost = 0; }

  void offer(std::size_t at, std::size_t size, int cost) {
    const Step& rest = steps_[at + size];
    if (rest.cost == std::numeric_limits<int>::max()) return;
    const int total = rest.cost + cost + kPerWord;
    Step& here = steps_[at];
    if (total < here.cost || (total == here.cost && size > here.size)) here = {total, size};
  }

  std::vector<std::size_t> sizes() const {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at + 1 < steps_.size(); at += steps_[at].size)
      out.push_back(steps_[at].size);
    return out;
  }

 private:
  std::vector<Step> steps_;
};

}  // namespace

namespace {

// 貸し付け at `i`: the letters of the word with its okurigana, or 0.
std::size_t deverbal_at(std::u32string_view letters, std::size_t i) {
  const auto skip_kana = [&](std::size_t at) {
    std::size_t end = at;
    while (end < letters.size() && end < at + kMostOkurigana && corpus::is_hiragana(letters[end]))
      ++end;
    return end;
  };
  if (!corpus::is_kanji(letters[i])) return 0;
  const std::size_t second = skip_kana(i + 1);
  if (second >= letters.size() || !corpus::is_kanji(letters[second])) return 0;
  if (!is_deverbal(letters[i], letters[second])) return 0;
  return skip_kana(second + 1) - i;
}

// Words may have three kanji, and kana besides.
std::size_t furthest(std::u32string_view letters, std::size_t i) {
  std::size_t kanji = 0;
  std::size_t end = i;
  while (end < letters.size() && end < i + 2 * kMostKanji + kMostOkurigana) {
    if (corpus::is_kanji(letters[end]) && ++kanji > kMostKanji) break;
    ++end;
  }
  return end;
}

}  // namespace

std::vector<std::size_t> split_native(Tagger& system, std::string_view run) {
  const std::vector<std::size_t> at = borders(run);
  const std::u32string letters = to_letters(run);
  Path path(run.size());
  for (std::size_t i = letters.size(); i-- > 0;) {
    path.offer(at[i], at[i + 1] - at[i],
               corpus::is_kanji(letters[i]) ? kUnknownKanji : kUnknownKana);
    const std::size_t end = at[furthest(letters, i)];
    for (const Candidate& word : system.words_at(run.substr(at[i], end - at[i]))) {
      const std::string_view surface = run.substr(at[i], word.size);
      // 定重 is somebody's name and no part of 特定重要.
      if (word.lexeme->word_class != WordClass::nominal || word.lexeme->name || straddles(surface))
        continue;
      path.offer(at[i], word.size, word.cost + (word.lexeme->proper ? kProper : 0));
    }
    if (const std::size_t n = deverbal_at(letters, i); n != 0)
      path.offer(at[i], at[i + n] - at[i], kDeverbalCost);
  }
  return path.sizes();
}

bool is_deverbal(char32_t first, char32_t second) {
  return std::any_of(std::begin(kDeverbal), std::end(kDeverbal), [&](std::u32string_view word) {
    return word[0] == first && word[1] == second;
  });
}

std::vector<std::size_t> split_katakana(Tagger& system, std::string_view run) {
  const std::vector<std::size_t> at = borders(run);
  const std::size_t letters = at.size() - 1;
  Path path(run.size());
  for (std::size_t i = letters; i-- > 0;) {
    for (std::size_t n = kLeastKatakana; n <= kMostUnknownKatakana && i + n <= letters; ++n) {
      path.offer(at[i], at[i + n] - at[i],
                 kUnknownKatakana + kUnknownPerLetter * static_cast<int>(n));
    }
    for (const Candidate& word : system.words_at(run.substr(at[i]))) {
      const std::size_t n = corpus::count_code_points(run.substr(at[i], word.size));
      if (word.lexeme->word_class == WordClass::nominal && !word.lexeme->name &&
          n >= kLeastKatakana) {
        path.offer(at[i], word.size, word.cost);
      }
    }
    // What is too short to be split, at the end of a run or as a whole.
    if (letters - i < kLeastKatakana) path.offer(at[i], run.size() - at[i], kUnknownKatakana * 4);
  }
  return path.sizes();
}

}  // namespace analysis
