// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>

#include "corpus/address_reader.h"
#include "corpus/address_text.h"
#include "corpus/error.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"
#include "query/search.h"

namespace jobun {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string law;
  std::string kind;
  std::string date;
  std::string citing;
  std::size_t limit = 10;
  bool explain = false;
};

// The units an address in the query names; none when the query is no address of a provision on
// hand.
query::SearchResult find_by_address(std::string_view text, const std::string& date,
                                    const indexer::KnowledgeBase& kb) {
  query::SearchResult result;
  const auto read = corpus::read_address(text, kb.law_book());
  if (!read.ok()) return result;
  for (const corpus::AddressRange& range : read.ranges) {
    if (range.first.is_law() || kb.revisions_of(range.first.law_id) == nullptr) continue;
    const citations::LawEntry& entry = choose_revision(range.first, date, kb);
    const corpus::Law law = kb.load(entry);
    for (const std::size_t i : find_provisions(law, range)) {
      const corpus::Provision& p = law.provisions[i];
      std::size_t unit = i;
      while (!is_unit(law, unit) && law.provisions[unit].parent != unit)
        unit = law.provisions[unit].parent;
      query::Hit hit{.address = to_string(law.address(i)),
                     .law_id = law.id,
                     .revision = law.revision,
                     .title = law.title,
                     .num = to_japanese(law.address(i), corpus::NumberStyle::kanji),
                     .caption = law.provisions[unit].caption,
                     .kind = entry.kind,
                     .digest = law.digest,
                     .score = 1.0,
                     .snippet = p.text};
      for (std::size_t k = i + 1; hit.snippet.empty() && k < p.end; ++k)
        hit.snippet = law.provisions[k].text;
      hit.matched.emplace_back(text);
      result.hits.push_back(std::move(hit));
    }
  }
  result.total = result.hits.size();
  // Words that merely look alike must not pass for it: 産業競争力強化法第十七条 is not 強化法17条.
  const bool asked_for_one = std::any_of(read.ranges.begin(), read.ranges.end(),
                                         [](const auto& r) { return !r.first.is_law(); });
  if (asked_for_one && result.hits.empty()) {
    result.note = "その条文は手元の本文にありません（理由は jobun show " + std::string(text) + "）";
  }
  return result;
}

void print(const query::Hit& hit, std::size_t rank) {
  const std::size_t width = terminal_width();
  std::string title = hit.title + hit.num + hit.caption;
  std::cout << fmt::format("{:>2}. ", rank) << paint(Paint::title, title, std::cout)
            << (hit.digest ? "　要旨（公式の条文ではありません）" : "") << '\n';
  std::string snippet = wrap(hit.snippet, width, 4);
  for (const auto& [mark, code] :
       {std::pair{query::kMatchOpen, "\x1b[1;4m"}, std::pair{query::kMatchClose, "\x1b[0m"}}) {
    if (paint(Paint::match, "", std::cout).empty()) break;  // no colour: the marks stay
    for (std::size_t at = 0; (at = snippet.find(mark, at)) != std::string::npos;)
      snippet.replace(at, mark.size(), code);
  }
  std::cout << snippet << '\n' << "    " << paint(Paint::dim, hit.address, std::cout) << "\n\n";
}

int run(const Session& session, Options options) {
  if (options.words.empty() && options.citing.empty()) {
    throw corpus::Error("探す語がありません", "jobun search",
                        "語か、--citing に条文を書いてください");
  }
  const auto start = std::chrono::steady_clock::now();
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  std::string text;
  for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
  const std::string date = options.date.empty() ? citations::today() : parse_date(options.date);
  const auto citing = options.citing.empty()
                          ? std::nullopt
                          : std::optional(read_addresses(options.citing, kb).front().first);
  query::SearchResult result;
  if (!citing) result = find_by_address(text, date, kb);
  if (result.total == 0 && result.note.empty()) {
    const query::Searcher searcher(kb);
    result =
        searcher.search(text, {.law_id = options.law.empty() ? "" : read_law_id(options.law, kb),
                               .citing = citing,
                               .kind = options.kind,
                               .date = date,
                               .limit = options.limit});
  }
  const auto took =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  if (session.json) {
    Record head = {{"query", text},
                   {"total", result.total},
                   {"took_ms", took},
                   {"date", to_iso_date(date)},
                   {"not_in_force", result.not_in_force},
                   {"note", result.note}};
    if (options.explain) head["explanation"] = result.explanation;
    std::cout << to_line(head);
    for (const query::Hit& hit : result.hits) std::cout << to_line(hit_record(hit));
  } else {
    if (options.explain) std::cerr << "検索式: " << result.explanation << '\n';
    if (!result.note.empty()) std::cerr << result.note << '\n';
    for (std::size_t i = 0; i < result.hits.size(); ++i) print(result.hits[i], i + 1);
    if (result.total > result.hits.size()) {
      std::cout << fmt::format("ほかに{}件（--limit で増やせます）\n",
                               result.total - result.hits.size());
    }
    if (result.total == 0) std::cout << "見つかりません: " << text << '\n';
    if (result.not_in_force > 0) {
      std::cout << fmt::format(
          "ほかの日の本文（{}には施行されていないもの）に{}件あります（--on で日を選べます）\n",
          to_iso_date(date), result.not_in_force);
    }
  }
  return result.total > 0 ? kFound : kNothing;
}

}  // namespace

void add_search(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "search", "条文を語・名前・条番号で探します", true);
  auto options = std::make_shared<Options>();
  verb->add_option("QUERY", options->words,
                   "探す語。空白はすべて、| はどれか、- は除く、「」は続きのまま");
  verb->add_option("--citing", options->citing,
                   "この条文を引用するものだけ（強化法5条 など。語を省くと引用するものすべて）");
  verb->add_option("--law", options->law, "この法令だけ（法令名・略称・法令番号・法令ID）");
  verb->add_option("--kind", options->kind, "種別だけ")
      ->check(CLI::IsMember({"statute", "order", "strategy", "commentary", "bill"}));
  verb->add_option("--on", options->date,
                   "この日に施行されている条文（例 2026-10-01。省くと今日）");
  verb->add_option("--limit", options->limit, "示す件数")->check(CLI::Range(1, 10000));
  verb->add_flag("--explain", options->explain, "検索式を示します");
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
