// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/stop_words.h"

namespace query {

const std::set<std::string, std::less<>>& stop_words() {
  static const std::set<std::string, std::less<>> words = {
      // who, what, when
      "何",
      "なに",
      "誰",
      "だれ",
      "どこ",
      "いつ",
      "どれ",
      "どの",
      "どう",
      "どのよう",
      "いくつ",
      "いくら",
      "何年",
      "何人",
      "なぜ",
      // asking
      "教える",
      "知る",
      "知りたい",
      "ください",
      "下さい",
      "くださる",
      "下さる",
      "分かる",
      "わかる",
      "説明",
      "方法",
      "違い",
      "意味",
      // saying little
      "する",
      "ある",
      "なる",
      "いる",
      "いう",
      "言う",
      "できる",
      "出来る",
      "もの",
      "こと",
      "とき",
      "ところ",
      "場合",
      "ため",
      "それ",
      "これ",
      "その",
      "この",
      "要る",
      "いる",
      "必要",
      "指す",
      "当たる",
      "定める",
      "規定",
      "条文",
      "法律",
      "関する",
      "係る",
      "当社",
      "弊社",
      "私",
      "自社",
  };
  return words;
}

}  // namespace query
