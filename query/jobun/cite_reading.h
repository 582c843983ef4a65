// SPDX-License-Identifier: GPL-2.0-or-later
// A text as `jobun cite` reads it: what it cites, what is wrong with that, and the laws it names.
// It is read as the knowledge base reads its papers; one that is among them keeps the names the
// corpus gives laws in it, and its default law.
//   cite paper.txt  ->  the references `export refs` has of that paper, spans in the file
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/citation_problems.h"
#include "indexer/citations/reference.h"
#include "indexer/knowledge_base.h"

namespace jobun {

struct CitedText {
  std::string text;  // the file's, or what a PDF or DOCX gave as text
  std::map<std::string, corpus::Law, std::less<>> laws;
  std::vector<citations::Reference> references;
  std::vector<citations::CitationProblem> problems;
  std::vector<int> problem_of;  // of each reference; -1: none
};

// `file`: a path, or - for the standard input. `law`: id of what a bare 第五条 means, or empty.
// Throws corpus::Error when it is no document.
CitedText read_citations(const std::string& file, std::string law, const std::string& date,
                         const indexer::KnowledgeBase&);

}  // namespace jobun
