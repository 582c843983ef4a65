// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/verb_examples.h"

namespace jobun {
namespace {

constexpr Example kExamples[] = {
    {"index", "jobun index", "付属の要旨集から知識ベースを作る"},
    {"index", "jobun index ~/houreishu --jobs 4", "自分の法令集から、四つのスレッドで作る"},
    {"search", "jobun search 特定侵害事象 報告", "二つの語のどちらもある条"},
    {"search", "jobun search 「主務省令で定める」 -届出", "続きのままの語があり、届出のない条"},
    {"search", "jobun search --law 強化法 --json 罰金", "一つの法令の中を、JSONで"},
    {"show", "jobun show 強化法5条", "条の全文"},
    {"show", "jobun show 強化法4条3項ただし書", "ただし書だけ"},
    {"show", "jobun show --on 2026-09-30 507AC0000000042/a61", "その日の条文"},
    {"refs", "jobun refs --in 強化法5条", "五条を引く条"},
    {"refs", "jobun refs --out 強化法82条", "八十二条が引く条"},
    {"cite", "jobun cite memo.txt", "文章の中の条の引用と行き先"},
    {"cite", "jobun cite --check --law 強化法 memo.txt", "誤った引用だけ。裸の条番号は強化法"},
    {"define", "jobun define 特定侵害事象", "定義と、効力の及ぶ範囲"},
    {"who", "jobun who 報告", "誰が誰に何をいつまでにするか"},
    {"who", "jobun who --bearer 特別社会基盤事業者", "その者の義務"},
    {"site", "jobun site site", "site/index.html をブラウザで開く"},
    {"export", "jobun export refs --format csv > refs.csv", "すべての参照を表計算へ"},
    {"export", "jobun export provisions --law 強化法", "一つの法令の全部の規定を一行ずつ"},
    {"check", "jobun check", "知識ベースに欠けたところがないか"},
    {"fetch", "jobun fetch 強化法 経済安全保障推進法", "公式の条文を法令集に取る"},
    {"fetch", "jobun fetch --registry --to ~/houreishu", "全法令の一覧を作る"},
    {"fetch", "jobun fetch --list laws.txt --to ~/houreishu && jobun index ~/houreishu",
     "一覧のとおりに取り、索引する。途中で止まっても続きから"},
};

}  // namespace

std::span<const Example> examples() { return kExamples; }

}  // namespace jobun
