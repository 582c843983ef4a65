// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <memory>
#include <set>

#include "corpus/error.h"
#include "corpus/law_files.h"
#include "indexer/references.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/reference_text.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

struct Options {
  std::string file = "-";
  std::string law;
  bool markdown = false;
  bool check = false;
};

std::string read_input(const std::string& file) {
  std::string text;
  if (file == "-") {
    text.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    text = corpus::read_file(file);
  }
  if (const auto bad = corpus::find_invalid_utf8(text)) {
    throw corpus::Error("UTF-8の文書ではありません",
                        file + ':' + std::to_string(corpus::line_of(text, *bad)),
                        "文字コードをUTF-8にしてください");
  }
  return text;
}

// Only the laws the text names are opened: first who is named, then what there is of them.
std::vector<indexer::Reference> find(const std::string& text, const indexer::TextOptions& options,
                                     const indexer::KnowledgeBase& kb) {
  indexer::LawLibrary library(kb.law_book());
  std::set<std::string> named;
  for (const indexer::Reference& r : find_citations_in_text(text, library, options))
    named.insert(r.law);
  named.insert(options.default_law);
  for (const std::string& id : named) {
    if (const auto* revisions = kb.revisions_of(id))
      library.add(kb.load(revisions->on(indexer::today())));
  }
  return find_citations_in_text(text, library, options);
}

// Empty when nothing is wrong with the citation as written.
std::string problem_of(const indexer::Reference& r) {
  using indexer::Status;
  if (r.status == Status::resolved || r.status == Status::outside) return {};
  std::string out(name_of_status(to_string(r.status)));
  return r.reason.empty() ? out : out + "：" + r.reason;
}

std::string link_of(const indexer::Reference& r, const indexer::KnowledgeBase& kb) {
  if (r.targets.empty()) return {};
  const corpus::Address& first = r.targets.front().first;
  if (const auto* revisions = kb.revisions_of(first.law_id))
    return egov_url(kb.load(revisions->on(indexer::today())), first);
  return first.law_id.size() == 15 ? "https://laws.e-gov.go.jp/law/" + first.law_id : "";
}

void print_markdown(const std::string& text, const std::vector<indexer::Reference>& references,
                    const indexer::KnowledgeBase& kb) {
  std::size_t at = 0;
  for (const indexer::Reference& r : references) {
    if (r.span.begin < at) continue;
    std::cout << text.substr(at, r.span.begin - at);
    const std::string link = problem_of(r).empty() ? link_of(r, kb) : "";
    std::cout << (link.empty() ? r.text : '[' + std::string(r.span.of(text)) + "](" + link + ')');
    if (const std::string problem = problem_of(r); !problem.empty())
      std::cout << "【" << problem << "】";
    at = r.span.end;
  }
  std::cout << text.substr(at);
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const std::string text = read_input(options.file);
  const indexer::TextOptions reading{
      .default_law = options.law.empty() ? "" : read_law_id(options.law, kb), .document = 0};
  const auto references = find(text, reading, kb);
  if (options.markdown) {
    print_markdown(text, references, kb);
    return references.empty() ? kNothing : kFound;
  }
  std::size_t shown = 0;
  for (const indexer::Reference& r : references) {
    const std::string problem = problem_of(r);
    if (options.check && problem.empty()) continue;
    ++shown;
    const indexer::ReferenceRecord record = indexer::to_record("", text, r);
    if (session.json) {
      Record line = reference_record(record);
      line["problem"] = problem;
      std::cout << to_line(line);
    } else {
      std::cout << wrap(std::to_string(corpus::line_of(text, r.span.begin)) + "行 " +
                            describe(record, kb, ""),
                        terminal_width(), 0)
                << '\n';
    }
  }
  if (shown == 0)
    std::cerr << (options.check && !references.empty() ? "誤りは見つかりません\n"
                                                       : "引用は見つかりません\n");
  return shown > 0 ? kFound : kNothing;
}

}  // namespace

void add_cite(CLI::App& program, Session& session) {
  CLI::App* verb =
      add_verb(program, session, "cite", "文章の中の法令の引用を見つけ、たどり、調べます", true);
  auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, "文章のファイル（- か省略で標準入力）");
  verb->add_option("--law", options->law, "法令名のない「第五条」が指す法令");
  verb->add_flag("--markdown", options->markdown, "引用をリンクにしたMarkdownで示します");
  verb->add_flag("--check", options->check, "誤りのある引用だけを示します");
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
