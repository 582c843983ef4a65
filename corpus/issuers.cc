// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/issuers.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace corpus {
namespace {

// Inferred from law ids and law numbers that e-Gov publishes side by side; tests hold it against
// all of them.
// clang-format off
constexpr Issuer kIssuers[] = {
    //                                1943       1945      1947       1949       2001
    {"閣",               "令",   {0x1,     0x1,    0x1,    0,       0,         0}},
    {"内閣官房",         "令",   {0,       0,      0,      0,       0,         0x1}},
    {"総理庁",           "令",   {0,       0,      0,      0x2,     0,         0}},
    {"総理府",           "令",   {0,       0,      0,      0,       0x2,       0}},
    {"内閣府",           "令",   {0,       0,      0,      0,       0,         0x2}},
    {"公正取引委員会",   "規則", {0,       0,      0,      0,       0x200000,  0x200000}},
    {"国家公安委員会",   "規則", {0,       0,      0,      0,       0x400000,  0x400000}},
    {"特定個人情報保護委員会", "規則", {0, 0,      0,      0,       0,         0x20000}, 0, 2015},
    {"個人情報保護委員会", "規則", {0,     0,      0,      0,       0,         0x20000}},
    {"カジノ管理委員会", "規則", {0,       0,      0,      0,       0,         0x2000000}},
    {"デジタル庁",       "令",   {0,       0,      0,      0,       0,         0x4000}},
    {"復興庁",           "令",   {0,       0,      0,      0,       0,         0x4}},
    {"内務省",           "令",   {0x8,     0x8,    0,      0x8,     0,         0}},
    {"総務省",           "令",   {0,       0,      0,      0,       0,         0x8}},
    {"電波監理委員会",   "規則", {0,       0,      0,      0,       0x80000,   0}},
    {"公害等調整委員会", "規則", {0,       0,      0,      0,       0x800000,  0x800000}},
    {"法務庁",           "令",   {0,       0,      0,      0x1,     0,         0}},
    {"法務府",           "令",   {0,       0,      0,      0,       0x1,       0}},
    {"司法省",           "令",   {0x10,    0,      0x10,   0x10,    0,         0}},
    {"法務省",           "令",   {0,       0,      0,      0,       0x10,      0x10}},
    {"公安審査委員会",   "規則", {0,       0,      0,      0,       0x1000000, 0x1000000}},
    {"外務省",           "令",   {0x20,    0,      0,      0x20,    0x20,      0x20}},
    {"大蔵省",           "令",   {0x40,    0x40,   0x40,   0x40,    0x40,      0}},
    {"財務省",           "令",   {0,       0,      0,      0,       0,         0x40}},
    {"文部省",           "令",   {0,       0,      0,      0x80,    0x80,      0}},
    {"文部科学省",       "令",   {0,       0,      0,      0,       0,         0x80}},
    {"厚生省",           "令",   {0x100,   0x100,  0x100,  0x100,   0x100,     0}},
    {"厚生労働省",       "令",   {0,       0,      0,      0,       0,         0x100}},
    {"中央労働委員会",   "規則", {0,       0,      0,      0,       0x100000,  0x100000}},
    {"農商務省",         "令",   {0x200,   0,      0,      0,       0,         0}},
    {"農林省",           "令",   {0x10000, 0,      0x200,  0x200,   0x10000,   0}},
    {"農林水産省",       "令",   {0,       0,      0,      0,       0x200,     0x200}},
    {"商工省",           "令",   {0,       0,      0x400,  0x10000, 0,         0}},
    {"通商産業省",       "令",   {0,       0,      0,      0,       0x400,     0}},
    {"経済産業省",       "令",   {0,       0,      0,      0,       0,         0x400}},
    {"逓信省",           "令",   {0x1000,  0,      0,      0x1000,  0,         0}},
    {"鉄道省",           "令",   {0x800,   0,      0,      0,       0,         0}},
    {"運輸通信省",       "令",   {0,       0x1000, 0,      0,       0,         0}},
    {"運輸省",           "令",   {0,       0x800,  0x800,  0x800,   0x800,     0}},
    {"国土交通省",       "令",   {0,       0,      0,      0,       0,         0x800}},
    {"運輸安全委員会",   "規則", {0,       0,      0,      0,       0,         0x40000}},
    {"海軍省",           "令",   {0,       0x4000, 0,      0,       0,         0}},
    {"第一復員省",       "令",   {0,       0,      0x2000, 0,       0,         0}},
    {"第二復員省",       "令",   {0,       0,      0x4000, 0,       0,         0}},
    {"郵政省",           "令",   {0,       0,      0,      0,       0x1000,    0}},
    {"電気通信省",       "令",   {0,       0,      0,      0,       0x20000,   0}},
    {"労働省",           "令",   {0,       0,      0,      0x2000,  0x2000,    0}},
    {"建設省",           "令",   {0,       0,      0,      0,       0x4000,    0}},
    {"自治省",           "令",   {0,       0,      0,      0,       0x8,       0}},
    {"経済安定本部",     "令",   {0,       0,      0,      0,       0x4,       0}},
    {"環境省",           "令",   {0,       0,      0,      0,       0,         0x1000}},
    {"原子力規制委員会", "規則", {0,       0,      0,      0,       0,         0x80000}},
    {"防衛省",           "令",   {0,       0,      0,      0,       0,         0x2000}},

    {"会計検査院",             "規則", {}, 0x1},
    {"海上保安庁",             "令",   {}, 0x2},
    {"日本学術会議",           "規則", {}, 0x3},
    {"土地調整委員会",         "規則", {}, 0x4},
    {"金融再生委員会",         "規則", {}, 0x5},
    {"首都圏整備委員会",       "規則", {}, 0x6},
    {"地方財政委員会",         "規則", {}, 0x7},
    {"司法試験管理委員会",     "規則", {}, 0x8},
    {"公認会計士管理委員会",   "規則", {}, 0x9},
    {"外資委員会",             "規則", {}, 0x10},
    {"文化財保護委員会",       "規則", {}, 0x11},
    {"日本ユネスコ国内委員会", "規則", {}, 0x12},
};
// clang-format on

constexpr std::string_view kDot = "・";

const Issuer* find_issuer(std::string_view name) {
  const auto* row = std::find_if(std::begin(kIssuers), std::end(kIssuers),
                                 [&](const Issuer& issuer) { return issuer.name == name; });
  return row == std::end(kIssuers) ? nullptr : row;
}

// 「内閣府令」 as one of several, or 「内閣府」.
const Issuer* find_with_ending(std::string_view part) {
  for (const Issuer& issuer : kIssuers) {
    if (!part.starts_with(issuer.name)) continue;
    const std::string_view rest = part.substr(issuer.name.size());
    if (rest.empty() || rest == issuer.ending) return &issuer;
  }
  return nullptr;
}

}  // namespace

std::span<const Issuer> issuers() { return kIssuers; }

std::vector<const Issuer*> read_issuers(std::string_view instrument) {
  std::vector<const Issuer*> out;
  bool last_has_ending = false;
  for (bool more = true; more;) {
    const std::size_t dot = instrument.find(kDot);
    more = dot != std::string_view::npos;
    const std::string_view part = instrument.substr(0, dot);
    const Issuer* issuer = find_with_ending(part);
    // 「運輸・建設省令」 names the ministry's kind only once.
    if (issuer == nullptr) issuer = find_issuer(std::string(part) + "省");
    if (issuer == nullptr) return {};
    out.push_back(issuer);
    last_has_ending = part.size() > issuer->name.size();
    if (more) instrument.remove_prefix(dot + kDot.size());
  }
  if (!last_has_ending) return {};
  return out;
}

}  // namespace corpus
