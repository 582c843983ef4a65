// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <set>

#include "corpus/error.h"
#include "corpus/law_files.h"
#include "indexer/citations/citation_check.h"
#include "indexer/citations/references.h"
#include "query/citing.h"
#include "query/jobun/cite_reading.h"
#include "query/jobun/cited_text.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/reference_text.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

using citations::CitationProblem;
using citations::Reference;

struct Options {
  std::string file = "-";
  std::string law;
  std::string date;
  std::string links = "egov";
  std::string site_base = ".";
  bool html = false;
  bool markdown = false;
  bool check = false;
};

// Line and code point of a byte. Asked in the order of the text it reads the text once.
class Positions {
 public:
  explicit Positions(std::string_view text) : text_(text) {}
  std::size_t line(std::size_t byte) { return go(byte), line_; }
  std::size_t letter(std::size_t byte) { return go(byte), letter_; }

 private:
  void go(std::size_t byte) {
    if (byte < at_) at_ = 0, line_ = 1, letter_ = 0;
    for (; at_ < byte; ++at_) {
      if (text_[at_] == '\n') ++line_;
      if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) ++letter_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t letter_ = 0;
};

citations::ReferenceRecord record_of(const Reference& reference, Positions& positions) {
  Reference whole = reference;
  whole.span = {0, whole.text.size()};
  auto record = citations::to_record("", whole.text, whole);
  record.span.begin = positions.letter(reference.span.begin);
  record.span.end = record.span.begin + corpus::count_code_points(whole.text);
  return record;
}

std::string in_words(const CitationProblem& problem) {
  std::string out(citations::rule_of(problem.kind).name);
  return problem.message.empty() ? out : out + "：" + problem.message;
}

const CitationProblem* problem_of(const CitedText& cited, std::size_t reference) {
  const int index = cited.problem_of[reference];
  return index < 0 ? nullptr : &cited.problems[static_cast<std::size_t>(index)];
}

Record cite_record(const CitedText& cited, std::size_t reference, Positions& positions) {
  Record record = reference_record(record_of(cited.references[reference], positions));
  const CitationProblem* problem = problem_of(cited, reference);
  record["problem"] = problem == nullptr ? "" : in_words(*problem);
  if (problem == nullptr) return record;
  const auto& rule = citations::rule_of(problem->kind);
  if (!problem->candidates.empty()) record["candidates"] = problem->candidates;
  record["problem_kind"] = rule.key;
  record["severity"] = to_string(rule.severity);
  return record;
}

// A date has no target.
Record date_record(const CitedText& cited, const CitationProblem& problem, Positions& positions) {
  const std::string_view words = problem.span.of(cited.text);
  const std::size_t begin = positions.letter(problem.span.begin);
  const auto& rule = citations::rule_of(problem.kind);
  return {{"from", ""},
          {"text", words},
          {"start", begin},
          {"end", begin + corpus::count_code_points(words)},
          {"form", "date"},
          {"targets", Record::array()},
          {"status", "unresolved"},
          {"reason", problem.message},
          {"law", ""},
          {"problem", in_words(problem)},
          {"problem_kind", rule.key},
          {"severity", to_string(rule.severity)}};
}

// --- links
// -----------------------------------------------------------------------------------------

std::string egov_link(const corpus::Address& to, const CitedText& cited) {
  if (const auto law = cited.laws.find(to.law_id); law != cited.laws.end())
    return egov_url(law->second, to);
  constexpr std::size_t kIdLength = 15;
  return to.law_id.size() == kIdLength ? "https://laws.e-gov.go.jp/law/" + to.law_id : "";
}

std::string site_link(corpus::Address to, const std::string& base, const CitedText& cited) {
  const auto law = cited.laws.find(to.law_id);
  if (law == cited.laws.end()) return egov_link(to, cited);
  to.part = corpus::Part::whole;
  if (!to.path.empty() && to.path.back().each) to.path.pop_back();
  std::string link = base + "/law/" + to.law_id + "/index.html";
  // Chapters may be left out of an address but not of an id.
  const auto place = law->second.find(to.path);
  if (!to.path.empty() && place) link += '#' + to_anchor(law->second.address(*place));
  return link;
}

std::vector<CitedSpan> spans_of(const CitedText& cited, const Options& options,
                                const indexer::KnowledgeBase& kb) {
  std::vector<CitedSpan> out;
  for (std::size_t i = 0; i < cited.references.size(); ++i) {
    const Reference& r = cited.references[i];
    CitedSpan span{.span = r.span, .link = {}, .title = {}, .note = {}};
    for (const auto& target : r.targets)
      span.title += (span.title.empty() ? "" : "、") + name_of_target(to_string(target), kb, "");
    const CitationProblem* problem = problem_of(cited, i);
    std::string status(name_of_status(to_string(r.status)));
    if (r.status != citations::Status::resolved && r.status != citations::Status::outside)
      span.note = status;
    if (problem != nullptr) {
      span.note = in_words(*problem);
      status += (status.empty() ? "" : "。") + span.note;
    }
    if (status.empty()) status = "本文あり";
    span.title += "【" + status + "】";
    const bool has_place = r.status == citations::Status::resolved ||
                           r.status == citations::Status::outside ||
                           r.status == citations::Status::not_in_force;
    const bool wrong = problem != nullptr &&
                       citations::rule_of(problem->kind).severity != citations::Severity::note;
    if (has_place && !wrong && !r.targets.empty()) {
      const corpus::Address& to = r.targets.front().first;
      span.link =
          options.links == "site" ? site_link(to, options.site_base, cited) : egov_link(to, cited);
    }
    out.push_back(std::move(span));
  }
  return out;
}

// --- what is printed
// -------------------------------------------------------------------------------

void print_line(std::size_t line, const std::string& words) {
  std::cout << wrap(std::to_string(line) + "行 " + words, terminal_width(), 0) << '\n';
}

void print_references(const CitedText& cited, const Session& session,
                      const indexer::KnowledgeBase& kb) {
  Positions positions(cited.text);
  for (std::size_t i = 0; i < cited.references.size(); ++i) {
    if (session.json) {
      std::cout << to_line(cite_record(cited, i, positions));
      continue;
    }
    std::string words = describe(record_of(cited.references[i], positions), kb, "");
    const CitationProblem* problem = problem_of(cited, i);
    if (problem != nullptr &&
        citations::rule_of(problem->kind).severity != citations::Severity::note)
      words += "【" + in_words(*problem) + "】";
    print_line(positions.line(cited.references[i].span.begin), words);
  }
}

std::string candidate_name(const std::string& candidate, const indexer::KnowledgeBase& kb) {
  const std::string title = kb.title_of(candidate);
  return title.empty() ? name_of_target(candidate, kb, "") : title;
}

// Everything that is wrong; false when there is something graver than a note.
bool print_problems(const CitedText& cited, const Session& session,
                    const indexer::KnowledgeBase& kb) {
  std::map<citations::Severity, std::size_t> counts;
  Positions positions(cited.text);
  for (const CitationProblem& problem : cited.problems) {
    const auto& rule = citations::rule_of(problem.kind);
    ++counts[rule.severity];
    if (session.json) {
      std::cout << to_line(
          problem.reference < 0
              ? date_record(cited, problem, positions)
              : cite_record(cited, static_cast<std::size_t>(problem.reference), positions));
      continue;
    }
    std::string words = "「" + std::string(problem.span.of(cited.text)) + "」 " +
                        std::string(name_of(rule.severity)) + "　" + in_words(problem);
    for (std::size_t i = 0; i < problem.candidates.size(); ++i)
      words += (i == 0 ? "（候補: " : "、") + candidate_name(problem.candidates[i], kb);
    print_line(positions.line(problem.span.begin),
               words + (problem.candidates.empty() ? "" : "）"));
  }
  using enum citations::Severity;
  std::cerr << "引用" << cited.references.size() << "件、誤り" << counts[error] << "件、注意"
            << counts[warning] << "件、参考" << counts[note] << "件\n";
  return counts[error] + counts[warning] == 0;
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const std::string date = options.date.empty() ? citations::today() : parse_date(options.date);
  const CitedText cited = read_citations(
      options.file, options.law.empty() ? "" : read_law_id(options.law, kb), date, kb);
  if (options.html) {
    std::cout << to_html(cited.text, spans_of(cited, options, kb));
  } else if (options.markdown) {
    std::cout << to_markdown(cited.text, spans_of(cited, options, kb));
  } else if (!options.check) {
    print_references(cited, session, kb);
  }
  if (cited.references.empty() && cited.problems.empty()) {
    std::cerr << "引用は見つかりません\n";
    return kNothing;
  }
  const bool listed = options.html || options.markdown;
  if (!options.check) return cited.references.empty() ? kNothing : kFound;
  if (listed) {
    return std::any_of(cited.problems.begin(), cited.problems.end(),
                       [](const CitationProblem& p) {
                         return citations::rule_of(p.kind).severity != citations::Severity::note;
                       })
               ? kNothing
               : kFound;
  }
  return print_problems(cited, session, kb) ? kFound : kNothing;
}

}  // namespace

void add_cite(CLI::App& program, Session& session) {
  CLI::App* verb =
      add_verb(program, session, "cite", "文章の中の法令の引用を見つけ、たどり、調べます", true);
  auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, "文章のファイル（- か省略で標準入力）");
  verb->add_option("--law", options->law, "法令名のない「第五条」が指す法令");
  verb->add_option("--on", options->date, "この日に施行されている条文と照らします（省くと今日）");
  auto* html = verb->add_flag("--html", options->html, "引用をリンクにしたHTMLで示します");
  verb->add_flag("--markdown", options->markdown, "引用をリンクにしたMarkdownで示します")
      ->excludes(html);
  verb->add_option("--links", options->links,
                   "リンクの先: egov（e-Gov法令検索）、site（jobun site が作ったもの）")
      ->check(CLI::IsMember({"egov", "site"}));
  verb->add_option("--site-base", options->site_base, "site のフォルダかURL（省くと今の場所）");
  verb->add_flag("--check", options->check,
                 "引用の誤りだけを示します（誤りも注意もなければ終了コード0、あれば1）");
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
