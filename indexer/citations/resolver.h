// SPDX-License-Identifier: GPL-2.0-or-later
// What a citation points at: a function of the citation, its place, and the structure of the laws.
//   in 第六条 of 強化法: 「前条」 -> 507AC0000000042/a5
//   in 附則第二条 of an amending law: 「第三条」 -> that law's own article, 「附則第三条」 -> the
//   same 附則
// Whether the target exists is asked of the structure. 条 that is missing between others is
// not_in_force (numbers have no gaps; 削除 keeps its place); one past the end is unresolved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/antecedents.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/law_places.h"
#include "indexer/citations/reference.h"
#include "indexer/citations/table_map.h"

namespace citations {

struct Resolved {
  bool listed = false;  // counts as a reference; この条 and the like do not
  Form form = Form::abs;
  corpus::AddressRange target;
  Status status = Status::unresolved;
  std::string reason;
  std::vector<std::string> candidates;

  // For the members behind it in its list, and for what follows in a bracket.
  std::string law_id;
  std::vector<corpus::Segment> path;  // of the last pointer, without its part
  std::uint32_t units = 0;
  bool own = true;           // the law being read
  bool names_law = false;    // by name, or carried over from a member that does
  bool names_suppl = false;  // 附則 is written
  bool of_forms = false;     // 第五号 behind 別紙様式第三号
};

class Resolver {
 public:
  // All three must outlive the resolver; a copy is cheap.
  // `prose`: a text that is no law, whose 同法 may reach further back than a drafter's.
  Resolver(const LawPlaces& places, const LawStructure& own, const LawLibrary& library,
           bool prose = false);

  // The citations of one provision, in reading order. Provisions must come in statute order: 同条
  // in a 号 may stand for what the 項 above it cites.
  std::vector<Resolved> resolve(const ParsedText&, std::uint32_t provision, const TableMap& tables);

 private:
  struct Context;
  Resolved resolve_one(const Citation&, Context&);
  const std::string* law_of_cell(const Citation&, const Context&) const;
  void note_cell(const Citation&, const Resolved&, Context&) const;
  void note_own_pinpoint(const Citation&, const Resolved&, Context&) const;
  std::string law_of(const Citation&, Context&, Resolved&) const;
  Mention here_of(const Citation&, const Context&) const;
  bool is_former_title(const CitedLaw&, const Context&) const;
  bool may_have(const std::string& law_id, const Citation&) const;
  bool resolve_pointer(const Citation&, const Pointer&, const Resolved* before, Context&, Resolved&,
                       std::vector<corpus::Segment>& from, std::vector<corpus::Segment>& to);
  enum class Existence : std::uint8_t { there, missing, unknown };
  Existence existence(const Citation&, const Context&, const std::string& law_id,
                      std::vector<corpus::Segment> path, bool plain_suppl) const;
  bool base_of_list(const Citation&, const Word&, const Resolved& before, Context&, Resolved&,
                    std::vector<corpus::Segment>& base);
  bool base_of_bracket(const Citation&, const Word&, const Context&, Resolved&,
                       std::vector<corpus::Segment>& base) const;
  bool find_base(const Citation&, const Word&, const Resolved* before, Context&, Resolved&,
                 std::vector<corpus::Segment>& base);
  bool base_of_same(const Word&, const Citation&, Context&, Resolved&,
                    std::vector<corpus::Segment>& base);
  bool base_of_named(const Citation&, const Word&, Context&, Resolved&,
                     std::vector<corpus::Segment>& base) const;
  void base_in_amending(const Citation&, const Word&, Context&, Resolved&,
                        std::vector<corpus::Segment>& base) const;
  bool local_base(const Word&, const Place&, std::vector<corpus::Segment>& base) const;
  std::vector<corpus::Segment> chapters_around(const Word&, const Context&) const;
  const LawStructure* structure(const std::string& law_id) const;
  bool is_amended_elsewhere(const Place&) const;
  bool amends_what_follows(const Citation&, const Context&) const;
  bool same_sentence(const Citation&, std::size_t other, const Context&) const;
  bool look_further(const Citation&, Context&, Resolved&) const;
  void judge(const Citation&, const Context&, Resolved&) const;
  Form form_of(const Citation&, const Resolved&) const;

  const corpus::Law* law_;
  const LawStructure* own_;
  const LawLibrary* library_;
  const LawPlaces* places_;
  bool prose_;
  Antecedents antecedents_;
  std::uint32_t unit_ = UINT32_MAX;  // article the antecedents belong to
};

}  // namespace citations
