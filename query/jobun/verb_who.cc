// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "corpus/error.h"
#include "query/jobun/lookup.h"
#include "query/jobun/norm_text.h"
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

Record record_of(const query::NormHit& hit) {
  Record record = norm_record(hit.norm, *hit.law, hit.text, hit.links);
  record["kind"] = hit.penalty ? "penalty" : "norm";
  record["sanctions"] = hit.penalty ? hit.penalty->sanctions : std::vector<std::string>{};
  record["caption"] = hit.caption;
  record["score"] = hit.score;
  record["reason"] = hit.reason;
  return record;
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
  query::WhoOptions out{
      .bearer = options.bearer,
      .recipient = options.recipient,
      .modality = norms::parse_modality(options.modality),
      .law_id = options.law.empty() ? "" : read_law_id(options.law, kb),
      .date = options.date.empty() ? citations::today() : parse_date(options.date),
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
    print_norms_markdown(result.hits, std::cout);
  } else {
    for (std::size_t i = 0; i < result.hits.size(); ++i)
      print_norm(result.hits[i], kb, i + 1, std::cout);
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
