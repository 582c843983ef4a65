// SPDX-License-Identifier: GPL-2.0-or-later
// The definitions of one revision as the knowledge base keeps them, one line each in the order of
// the text, and the index of all terms over all revisions, sorted by term. Columns are named in the
// first lines; the keys of `export definitions` are those of the first table.
//   definitions/<law>/<revision>.tsv  507AC…/a4/p1  …  特別…所管大臣  quoted  507AC…/a4/p1..  …
//   definitions.tsv                   特別…所管大臣  …  507AC…/a4/p1  definitions/…tsv
// A row without a term says that words are used as in the law `imported_from` (form `inherits`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/definitions/definitions.h"

namespace definitions {

struct DefinitionRecord {
  std::string address;
  std::string term;
  corpus::CodePointSpan term_span;  // in the provision's own text, like the next
  corpus::CodePointSpan text_span;
  std::string definition;
  std::string form;
  std::vector<std::string> scope;
  bool sentence = false;  // the first of `scope` is its own sentence, no more
  std::string imported_from;
  std::vector<std::string> related;  // part_of:甲
  std::size_t uses = 0;              // in this law
  bool inherits() const { return form == "inherits"; }
};

std::vector<DefinitionRecord> to_records(const corpus::Law&, const std::vector<Definition>&,
                                         const std::vector<std::size_t>& uses,
                                         const std::vector<InheritedTerms>&);
// Those of that very text again; rows that do not fit it are left out.
std::vector<Definition> from_records(const corpus::Law&, const std::vector<DefinitionRecord>&);
std::string to_tsv(const std::vector<DefinitionRecord>&);
// Throws Error naming `where` and the line.
std::vector<DefinitionRecord> parse_definition_table(std::string_view tsv, std::string_view where);

// One spelling for 「ＡＢＣ」 and 「ABC」: what terms are looked up by.
std::string term_key(std::string_view term);

struct TermEntry {
  std::string key;
  std::string term;
  std::string address;
  std::string file;  // the table of its revision, below the generation
};

class TermIndex {
 public:
  // Throws Error when the text is not such a table; the text lives as long as the index.
  TermIndex(std::string tsv, std::string where);
  static std::string to_tsv(std::vector<TermEntry> entries);

  std::vector<TermEntry> find(std::string_view key) const;
  // Each term once, with the entries it is the first of.
  template <typename Work>
  void for_each_term(const Work& work) const {
    std::string_view last;
    for (std::size_t at = first_row_; at < tsv_.size();) {
      const std::string_view row = row_at(at);
      const std::string_view key = row.substr(0, row.find('\t'));
      if (key != last) work(key, at);
      last = key;
      at += row.size() + 1;
    }
  }
  TermEntry entry_at(std::size_t row) const;

 private:
  std::string_view row_at(std::size_t at) const;

  std::string tsv_;
  std::string where_;
  std::size_t first_row_ = 0;
};

}  // namespace definitions
