// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <set>

#include "corpus/address_text.h"
#include "corpus/error.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/table_output.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"
#include "query/who.h"

namespace jobun {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string bearer;
  std::string recipient;
  std::string modality;
  std::string law;
  std::string date;
  std::size_t limit = 20;
  bool csv = false;
  bool markdown = false;
};

std::string_view in_japanese(indexer::Modality modality) {
  switch (modality) {
    case indexer::Modality::must:
      return "義務";
    case indexer::Modality::must_not:
      return "禁止";
    case indexer::Modality::may:
      return "権限・許容";
    case indexer::Modality::endeavour:
      return "努力義務";
    case indexer::Modality::shall_be:
      return "ものとする";
  }
  return "";
}

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "・") + name;
  return out;
}

std::string bearer_of(const indexer::NormRecord& norm) {
  if (norm.bearers.empty()) return "（主体の明示なし）";
  const std::string names = join(norm.bearers);
  return norm.bearer_basis == "inherited" ? names + "（前の文・項から）" : names;
}

std::string place_of(const query::NormHit& hit) {
  const auto address = corpus::parse_address(hit.norm.address);
  const std::string title = hit.law->title;
  return (address ? to_japanese(*address, corpus::NumberStyle::kanji, title) : title) + hit.caption;
}

Record record_of(const query::NormHit& hit) {
  const corpus::Law law{.id = hit.law->id, .revision = hit.law->revision, .title = hit.law->title};
  Record record = norm_record(hit.norm, law, hit.text);
  record["caption"] = hit.caption;
  record["score"] = hit.score;
  return record;
}

void print_line(std::string_view name, const std::string& value) {
  if (value.empty()) return;
  const std::string head = "    " + std::string(name) + "　";
  std::cout << wrap(std::string(name) + "　" + value, terminal_width(), 4) << '\n';
}

void print(const query::NormHit& hit, std::size_t rank) {
  const indexer::NormRecord& n = hit.norm;
  std::string title = fmt::format("［{}］{}", in_japanese(n.modality), bearer_of(n));
  if (!n.recipients.empty()) title += " → " + join(n.recipients);
  std::cout << fmt::format("{:>2}. ", rank)
            << paint(Paint::title, wrap(title, terminal_width(), 4).substr(4), std::cout) << '\n';
  print_line("する事", n.object.empty() ? n.act : n.object + "　" + n.act);
  print_line("場合　", n.trigger);
  print_line("期限　", n.deadline);
  print_line("方法　", n.manner);
  print_line("例外　", n.exception);
  print_line("条文　", place_of(hit));
  std::cout << wrap(hit.text, terminal_width(), 4) << '\n';
  std::cout << "    " << paint(Paint::dim, n.address, std::cout)
            << (hit.law->digest ? "　要旨（公式の条文ではありません）" : "") << "\n\n";
}

std::string markdown_cell(std::string text) {
  for (std::size_t at = 0; (at = text.find_first_of("|\\\n", at)) != std::string::npos; at += 2) {
    if (text[at] == '\n')
      text[at] = ' ';
    else
      text.insert(at, "\\");
  }
  return text;
}

void print_markdown(const query::WhoResult& result) {
  std::cout
      << "| 誰が | 種別 | する事 | 誰に | 場合 | 期限 | 条文 |\n|---|---|---|---|---|---|---|\n";
  for (const query::NormHit& hit : result.hits) {
    const indexer::NormRecord& n = hit.norm;
    const std::string cells[] = {bearer_of(n),
                                 std::string(in_japanese(n.modality)),
                                 n.object.empty() ? n.act : n.object + " " + n.act,
                                 join(n.recipients),
                                 n.trigger,
                                 n.deadline,
                                 place_of(hit) + " " + n.address};
    std::cout << '|';
    for (const std::string& cell : cells) std::cout << ' ' << markdown_cell(cell) << " |";
    std::cout << '\n';
  }
}

void print_commentary(const std::vector<query::Hit>& passages) {
  if (passages.empty()) return;
  std::cout << paint(Paint::title, "解説・戦略文書の関連する記述（義務の定めではありません）",
                     std::cout)
            << '\n';
  for (const query::Hit& hit : passages) {
    std::cout << "  ・" << hit.title << "　" << hit.caption << '\n'
              << wrap(hit.snippet, terminal_width(), 4) << '\n'
              << "    " << paint(Paint::dim, hit.address, std::cout) << '\n';
  }
}

query::WhoOptions read(const Options& options, const indexer::KnowledgeBase& kb) {
  query::WhoOptions out{.bearer = options.bearer,
                        .recipient = options.recipient,
                        .modality = indexer::parse_modality(options.modality),
                        .law_id = options.law.empty() ? "" : read_law_id(options.law, kb),
                        .date = options.date.empty() ? indexer::today() : parse_date(options.date),
                        .limit = options.limit};
  for (const std::string& word : options.words) out.text += (out.text.empty() ? "" : " ") + word;
  if (out.text.empty() && out.bearer.empty() && out.recipient.empty() && out.law_id.empty()) {
    throw corpus::Error("何を探すかが書かれていません", "jobun who",
                        "質問の言葉か、--bearer、--recipient、--law のどれかを付けてください");
  }
  return out;
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const query::WhoOptions wanted = read(options, kb);
  const query::WhoResult result = query::NormFinder(kb).find(wanted);
  if (session.json || options.csv) {
    RecordWriter writer(std::cout, options.csv ? Format::csv : Format::jsonl);
    for (const query::NormHit& hit : result.hits) writer.write(record_of(hit));
    for (const std::string& note : result.notes) std::cerr << note << '\n';
    return result.total > 0 ? kFound : kNothing;
  }
  for (const std::string& note : result.notes) std::cerr << "注: " << note << '\n';
  if (result.total == 0) {
    std::cout << "当たる義務・権限は見つかりません（" << to_iso_date(wanted.date)
              << "に施行されている条文）\n";
  } else if (options.markdown) {
    print_markdown(result);
  } else {
    for (std::size_t i = 0; i < result.hits.size(); ++i) print(result.hits[i], i + 1);
    if (result.total > result.hits.size()) {
      std::cout << fmt::format("ほかに{}件{}（--limit で増やせます）\n",
                               result.total - result.hits.size(), result.more ? "以上" : "");
    }
  }
  if (!options.markdown) print_commentary(result.commentary);
  return result.total > 0 ? kFound : kNothing;
}

}  // namespace

void add_who(CLI::App& program, Session& session) {
  CLI::App* verb =
      add_verb(program, session, "who", "誰が何をしなければならないかを探します", true);
  auto options = std::make_shared<Options>();
  verb->add_option("TEXT", options->words, "探す言葉や質問（例 報告、届出はどこにしますか）");
  verb->add_option("--bearer", options->bearer,
                   "義務や権限を負う者（例 特別社会基盤事業者、事業者）");
  verb->add_option("--recipient", options->recipient, "届出や報告の相手（例 内閣総理大臣）");
  verb->add_option(
          "--modality", options->modality,
          "種別: must 義務、must_not 禁止、may 権限・許容、endeavour 努力義務、shall_be ものとする")
      ->check(CLI::IsMember({"must", "must_not", "may", "endeavour", "shall_be"}));
  verb->add_option("--law", options->law, "この法令だけ（法令名・略称・法令番号・法令ID）");
  verb->add_option("--on", options->date,
                   "この日に施行されている条文（例 2026-10-01。省くと今日）");
  verb->add_option("--limit", options->limit, "示す件数")->check(CLI::Range(1, 100000));
  verb->add_flag("--csv", options->csv, "表計算ソフトで開けるCSVで示します");
  verb->add_flag("--markdown", options->markdown, "Markdownの表で示します");
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
