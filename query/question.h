// SPDX-License-Identifier: GPL-2.0-or-later
// A question as people ask it, read in the words of the law.
//   「特定重要電子計算機の届出をしない事業者に、大臣は何を命じることができますか」
//     -> words 特定 重要 … 届出 命令, acts 命ずる (what is asked comes last) and 届け出る,
//        may, topic 大臣, kind power
// The words are taken as they are and as who_words.inc and the corpus' everyday names say them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/knowledge_base.h"
#include "indexer/norms/norm.h"
#include "query/question_kinds.h"

namespace query {

// A run of words that stand side by side: 特定重要電子計算機.
struct AskedName {
  std::string text;  // normalised
  std::vector<std::string> words;
  double share = 1;  // 1 for the question's own, less for a synonym
};

struct Question {
  std::string normal;
  std::map<std::string, double> words;  // index terms and what they count
  std::vector<AskedName> names;         // those of several words
  std::map<std::string, double> acts;   // verbs of norms
  std::set<norms::Modality> modalities;
  std::set<QuestionKind> kinds;
  std::vector<std::string> topics;            // 所管大臣 in 「所管大臣は、…」
  std::vector<std::string> terms;             // whose meaning is asked: 「機械的情報」
  std::vector<std::string> laws;              // ids of those it names, on hand
  std::map<std::string, double> likely_laws;  // whose terms it uses: 0 … 1
  std::vector<corpus::Address> provisions;    // that it names
  std::vector<std::string> notes;             // Japanese: how its words were taken
  bool is(QuestionKind kind) const { return kinds.contains(kind); }
};

// How it was read, for people.
std::string to_string(const Question&);

// Reads any number of questions over one knowledge base, which must outlive it.
class QuestionReader {
 public:
  QuestionReader(const indexer::KnowledgeBase&, analysis::Analyzer&);
  Question read(std::string_view text);
  // With its verbs as words too: for texts that have no fields.
  Question with_acts_as_words(Question);

 private:
  std::string take_out_laws(std::string text, Question&) const;
  void add_words(Question&, std::string_view text, double share);
  void add_synonyms(Question&);
  void add_everyday_names(Question&, std::string_view text);
  void add_likely_laws(Question&) const;

  const indexer::KnowledgeBase& kb_;
  analysis::Analyzer& analyzer_;
  std::vector<prose::EverydayTerm> everyday_;
};

// The law the corpus is about: the first that it calls by a name of its own; empty if none.
std::string subject_law(const indexer::KnowledgeBase&);

// Whether it is put as a question, and not as words to look for: 「届出は誰にしますか」.
bool is_question(std::string_view text);

}  // namespace query
