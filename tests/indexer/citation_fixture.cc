// SPDX-License-Identifier: GPL-2.0-or-later
#include "citation_fixture.h"

#include <cstdlib>
#include <filesystem>
#include <map>
#include "tests/support/shared.h"

namespace indexer {

const corpus::LawBook& small_book() {
  static const corpus::LawBook book = corpus::make_law_book(
      corpus::Registry::parse(
          "law_id\tlaw_num\ttitle\tkana\tabbrev\tlaw_type\tpromulgated\n"
          "129AC0000000089\t明治二十九年法律第八十九号\t民法\t\t\tAct\t1896-04-27\n"
          "140AC0000000045\t明治四十年法律第四十五号\t刑法\t\t\tAct\t1907-04-24\n"
          "141AC0000000029\t明治四十一年法律第二十九号\t刑法施行法\t\t\tAct\t1908-03-28\n"
          "321CONSTITUTION\t昭和二十一年憲法\t日本国憲法\t\t憲法\tConstitution\t1946-11-03\n"
          "322AC0000000120\t昭和二十二年法律第百二十号\t国家公務員法\t\t国公法\tAct\t1947-10-21\n"
          "323AC0000000136\t昭和二十三年法律第百三十六号\t警察官職務執行法\t\t警職法\tAct\t1948-07-"
          "12\n"
          "323AC1000000186\t昭和二十三年法律第百八十六号\t消防法\t\t\tAct\t1948-07-24\n"
          "336CO0000000037\t昭和三十六年政令第三十七号\t消防法施行令\t\t\tCabinetOrder\t1961-03-"
          "25\n"
          "336M50000008006\t昭和三十六年自治省令第六号\t消防法施行規則\t\t\tMinisterialOrdinance\t1"
          "961-04-01\n"
          "417AC0000000086\t平成十七年法律第八十六号\t会社法\t\t\tAct\t2005-07-26\n"
          "426AC1000000104\t平成二十六年法律第百四号\tサイバーセキュリティ基本法\t\t\tAct\t2014-11-"
          "12\n"
          "504AC0000000043\t令和四年法律第四十三号\t経済施策を一体的に講ずることによる安全保障の確"
          "保の推進に関する法律\t\t"
          "経済安全保障推進法\tAct\t2022-05-18\n"
          "507AC0000000042\t令和七年法律第四十二号\t重要電子計算機に対する不正な行為による被害の防"
          "止に関する法律\t\t\tAct\t"
          "2025-05-23\n",
          "small.tsv"),
      [] {
        corpus::Manifest manifest;
        manifest.laws.push_back({.id = "507AC0000000042",
                                 .aliases = {"強化法", "サイバー対処能力強化法"},
                                 .title = {},
                                 .number = {}});
        manifest.documents.push_back(
            {.path = "memo.txt",
             .kind = corpus::DocumentKind::commentary,
             .title = "覚書",
             .aliases = {{"新法", "507AC0000000042"}, {"基本法", "426AC1000000104"}}});
        return manifest;
      }());
  return book;
}

corpus::Law law_of_lines(std::string_view id, std::string_view title,
                         const std::vector<std::string>& lines) {
  corpus::Law law;
  law.id = id;
  law.title = title;
  law.revision = "20260401";
  std::map<std::string, std::uint32_t> known;
  std::vector<std::uint32_t> open;
  const auto close_down_to = [&](std::size_t depth) {
    while (open.size() > depth) {
      law.provisions[open.back()].end = static_cast<std::uint32_t>(law.provisions.size());
      open.pop_back();
    }
  };
  for (const std::string& line : lines) {
    const std::size_t space = line.find(' ');
    const auto address = corpus::parse_address(std::string(id) + '/' + line.substr(0, space));
    if (!address) throw std::runtime_error("not an address: " + line);
    // What the line leaves open stays open; the rest is closed and begun anew.
    std::size_t shared = 0;
    while (shared < open.size() && shared < address->path.size() &&
           law.provisions[open[shared]].segment == address->path[shared]) {
      ++shared;
    }
    close_down_to(shared);
    for (std::size_t i = shared; i < address->path.size(); ++i) {
      corpus::Provision p;
      p.segment = address->path[i];
      const auto index = static_cast<std::uint32_t>(law.provisions.size());
      p.parent = open.empty() ? index : open.back();
      law.provisions.push_back(std::move(p));
      open.push_back(index);
    }
    if (space != std::string::npos) {
      corpus::Provision& p = law.provisions[open.back()];
      p.text = line.substr(space + 1);
      p.deleted = p.text == "削除";
    }
  }
  close_down_to(0);
  return law;
}

std::string print(const corpus::Law& law, const citations::Reference& r) {
  const std::string own = law.id + '/';
  const auto shorten = [&](std::string address) {
    for (std::size_t at = address.find(own); at != std::string::npos; at = address.find(own))
      address.erase(at, own.size());
    return address;
  };
  std::string out = shorten(corpus::to_string(law.address(r.from))) + " 「" + r.text + "」 ->";
  for (const auto& target : r.targets) out += ' ' + shorten(corpus::to_string(target));
  out += " (" + std::string(to_string(r.form));
  if (r.status != citations::Status::resolved) out += ", " + std::string(to_string(r.status));
  if (r.purpose != citations::Purpose::plain) out += ", " + std::string(to_string(r.purpose));
  return out + ')';
}

std::string shared_folder() {
  const auto folder = support::shared_folder();
  return folder ? folder->string() : std::string{};
}

}  // namespace indexer
