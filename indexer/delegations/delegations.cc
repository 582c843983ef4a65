// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/issuers.h"
#include "corpus/text_scan.h"
#include "indexer/delegations/delegation.h"
#include "indexer/delegations/delegation_matcher.h"

namespace delegations {
namespace {

using corpus::Law;
using corpus::Provision;
using corpus::Span;

constexpr std::size_t kContext = 900;  // bytes

std::string_view clip_to_letters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string_view clip_front(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t begin = text.size() - most;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

bool is_read(const Provision& p) {
  return !p.text.empty() && p.segment.kind != corpus::SegmentKind::contents;
}

// Where the sentence begins that holds `at`; in tables and the like the cell or line.
std::size_t sentence_begin(const Provision& p, std::size_t at) {
  for (const corpus::Sentence& s : p.sentences) {
    if (s.span.begin <= at && at < s.span.end) return s.span.begin;
  }
  const std::string_view before = std::string_view(p.text).substr(0, at);
  const std::size_t stop = before.find_last_of("\t\n");
  const std::size_t full = before.rfind("。");
  std::size_t begin = stop == std::string_view::npos ? 0 : stop + 1;
  if (full != std::string_view::npos) begin = std::max(begin, full + 3);
  return begin;
}

std::string_view sentence_rest(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  return rest.substr(0, std::min(rest.find("。"), rest.size()));
}

std::string part_at(const Provision& p, std::size_t at) {
  for (const corpus::Sentence& s : p.sentences) {
    if (s.span.begin <= at && at < s.span.end) return std::string(to_string(s.part));
  }
  return {};
}

// What the law says of who issues 主務省令: where, and for what part of the law.
struct IssuerStatement {
  std::string_view subject;
  std::string issuer;
  std::uint32_t provision = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> scope;  // empty: the whole law
};

class Finder {
 public:
  Finder(const Law& law, const std::vector<citations::Reference>& references)
      : law_(law), references_(references), rank_(rank_of(law.id)) {}

  LawDelegations run() {
    group_references();
    for (std::uint32_t i = 0; i < law_.provisions.size(); ++i) {
      if (!is_read(law_.provisions[i])) continue;
      instruments_ = find_instruments(law_.provisions[i].text);
      find_powers(i);
      find_exercises(i);
      note_issuers(i);
    }
    name_issuers();
    return std::move(out_);
  }

 private:
  void group_references() {
    first_.assign(law_.provisions.size() + 1, 0);
    for (const citations::Reference& r : references_) ++first_[r.from + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }
  // Sorted by place, as find_references gives them.
  std::pair<std::uint32_t, std::uint32_t> references_in(std::uint32_t i) const {
    return {first_[i], first_[i + 1]};
  }

  // --- powers --------------------------------------------------------------------------------

  bool may_leave_to(Instrument kind) const {
    switch (kind) {
      case Instrument::cabinet_order:
        return rank_ > 2;
      case Instrument::ministry_order:
      case Instrument::order:
      case Instrument::rule:
        return rank_ > 1;
      default:
        return true;
    }
  }

  // 「前項の政令で定める額」 speaks of what another provision leaves to an order.
  bool is_mention(std::uint32_t i, std::size_t begin) const {
    const std::string_view text = law_.provisions[i].text;
    const auto link =
        corpus::ends_with_any(text.substr(0, begin),
                              {"の規定に基づき", "の規定に基づく", "の規定による", "の規定により",
                               "に規定する", "に基づく", "に基づき", "に掲げる", "に定める", "の"});
    if (!link) return false;
    const std::size_t at = begin - link->size();
    const auto [from, to] = references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      const std::size_t end = references_[r].span.end;
      if (end <= at && skip_bracket(text, end) == at) return true;
    }
    return corpus::starts_with_any(clip_front(text.substr(0, at), 6),
                                   {"同項", "同条", "同号", "前項", "前条"})
        .has_value();
  }

  void find_powers(std::uint32_t i) {
    if (instruments_.empty() || law_.provisions[i].segment.kind == corpus::SegmentKind::enactment)
      return;
    const Provision& p = law_.provisions[i];
    for (const DelegationMatch& m : match_delegations(p.text, instruments_)) {
      const Instrument kind = m.instrument.rule->kind;
      if (!may_leave_to(kind) || is_mention(i, m.instrument.span.begin)) continue;
      Power power;
      power.from = to_string(law_.address(i));
      power.span = corpus::to_code_points(p.text, m.span);
      power.text = m.instrument.span.of(p.text);
      power.text += p.text.substr(m.instrument.end, m.span.end - m.instrument.end);
      power.instrument = m.instrument.span.of(p.text);
      power.kind = kind;
      power.meaning = m.rule->meaning;
      power.thing = m.thing;
      power.rule = m.rule->name;
      power.part = part_at(p, m.span.begin);
      add_context(i, m, power);
      add_authority(i, power);
      power_places_.push_back({i, m.instrument.span.begin});
      out_.powers.push_back(std::move(power));
    }
  }

  void add_context(std::uint32_t i, const DelegationMatch& m, Power& power) const {
    const Provision& p = law_.provisions[i];
    const std::string_view text = p.text;
    const std::string_view rest = text.substr(m.span.end);
    power.excepts = rest.starts_with("を除");
    if (power.meaning == DelegationMeaning::manner || power.meaning == DelegationMeaning::matter)
      power.after = clip_to_letters(sentence_rest(text, m.span.end), kContext / 3);
    const bool manner = power.meaning == DelegationMeaning::manner;
    const std::size_t begin = sentence_begin(p, m.span.begin);
    std::string before(clip_front(text.substr(begin, m.instrument.span.begin - begin),
                                  manner ? kContext / 9 : kContext));
    const bool listed = p.segment.kind == corpus::SegmentKind::item ||
                        p.segment.kind == corpus::SegmentKind::subitem;
    if (listed && !manner) {
      before =
          std::string(clip_front(law_.provisions[p.parent].text, kContext / 3)) + '\n' + before;
    }
    power.before = std::move(before);
  }

  // 「第二章の権限は、政令で定めるところにより、局長に委任することができる。」
  void add_authority(std::uint32_t i, Power& power) const {
    const std::string_view text = law_.provisions[i].text;
    if (text.find("権限") == std::string_view::npos || text.find("委任") == std::string_view::npos)
      return;
    power.of_authority = true;
    const auto [from, to] = references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      if (references_[r].purpose == citations::Purpose::scope) continue;  // 次項において同じ
      for (const corpus::AddressRange& target : references_[r].targets) add_articles(target, power);
    }
  }

  // A chapter counts as its articles, since those are what an order cites.
  void add_articles(const corpus::AddressRange& target, Power& power) const {
    const auto& path = target.first.path;
    const auto found = target.first.law_id == law_.id ? law_.find(path) : std::nullopt;
    const bool chapter = found && !path.empty() && !target.last &&
                         path.back().kind >= corpus::SegmentKind::part &&
                         path.back().kind <= corpus::SegmentKind::division;
    if (!chapter) {
      power.authorities.push_back(to_string(target));
      return;
    }
    const std::uint32_t end = law_.provisions[*found].end;
    for (auto j = static_cast<std::uint32_t>(*found); j < end; ++j) {
      if (law_.provisions[j].segment.kind == corpus::SegmentKind::article)
        power.authorities.push_back(to_string(law_.address(j)));
    }
  }

  // --- who issues ----------------------------------------------------------------------------

  void note_issuers(std::uint32_t i) {
    const Provision& p = law_.provisions[i];
    if (p.text.find("主務") == std::string::npos) return;
    for (IssuerMatch& m : match_issuers(p.text)) {
      IssuerStatement statement{m.rule->subject, std::move(m.issuer), i, {}};
      const std::size_t begin = sentence_begin(p, m.subject.begin);
      const auto [from, to] = references_in(i);
      for (std::uint32_t r = from; r < to; ++r) {
        const citations::Reference& reference = references_[r];
        if (reference.span.begin < begin || reference.span.end > m.subject.begin) continue;
        for (const corpus::AddressRange& target : reference.targets) add_scope(target, statement);
      }
      const std::string_view head = std::string_view(p.text).substr(begin, m.subject.begin - begin);
      const auto here = [&](std::string_view word, corpus::SegmentKind kind) {
        if (head.find(word) == std::string_view::npos) return;
        if (const auto holder = law_.ancestor(i, kind))
          statement.scope.emplace_back(*holder, law_.provisions[*holder].end);
      };
      here("この章", corpus::SegmentKind::chapter);
      here("この節", corpus::SegmentKind::section);
      here("この条", corpus::SegmentKind::article);
      // Of a bracket that is no more than a gloss: this article.
      if (m.rule->before == "（" && statement.scope.empty()) {
        if (const auto article = law_.ancestor(i, corpus::SegmentKind::article))
          statement.scope.emplace_back(*article, law_.provisions[*article].end);
      }
      statements_.push_back(std::move(statement));
    }
  }

  void add_scope(const corpus::AddressRange& target, IssuerStatement& statement) const {
    if (target.first.law_id != law_.id) return;
    const auto first = law_.find(target.first.path);
    if (!first) return;
    std::uint32_t end = law_.provisions[*first].end;
    if (target.last) {
      if (const auto last = law_.find(target.last->path)) end = law_.provisions[*last].end;
    }
    statement.scope.emplace_back(static_cast<std::uint32_t>(*first), end);
  }

  // The narrowest statement that reaches the place.
  const IssuerStatement* statement_for(std::string_view subject, std::uint32_t place) const {
    const IssuerStatement* best = nullptr;
    std::uint32_t best_size = UINT32_MAX;
    for (const IssuerStatement& s : statements_) {
      if (s.subject != subject) continue;
      std::uint32_t size = s.scope.empty() ? UINT32_MAX - 1 : UINT32_MAX;
      for (const auto& [begin, end] : s.scope) {
        if (begin <= place && place < end) size = std::min(size, end - begin);
      }
      if (size < best_size) {
        best = &s;
        best_size = size;
      }
    }
    return best;
  }

  void name_issuers() {
    for (std::size_t k = 0; k < out_.powers.size(); ++k) {
      Power& power = out_.powers[k];
      const std::string_view name = power.instrument;
      if (name == "主務省令" || name == "主務大臣") {
        if (const auto* s = statement_for(name, power_places_[k].first)) {
          power.issuer = s->issuer;
          power.address_of_power = to_string(law_.address(s->provision));
        }
        continue;
      }
      power.address_of_power = power.from;
      power.issuer = issuer_of(power);
    }
  }

  static std::string issuer_of(const Power& power) {
    std::string_view name = power.instrument;
    for (const InstrumentRule& rule : instrument_rules()) {
      if (rule.ending == name && !rule.issuer.empty()) return std::string(rule.issuer);
    }
    if (power.kind == Instrument::decision) return std::string(name);
    if (power.kind == Instrument::rule) return std::string(name.substr(0, name.size() - 6));
    std::string out;
    for (const corpus::Issuer* issuer : corpus::read_issuers(name)) {
      std::string_view body = issuer->name;
      if (body.ends_with("省")) body.remove_suffix(3);
      const bool prime_minister = body == "内閣府" || body == "デジタル庁" || body == "復興庁" ||
                                  body == "内閣官房" || body == "総理府";
      out += (out.empty() ? "" : "及び") +
             (prime_minister ? std::string("内閣総理大臣") : std::string(body) + "大臣");
    }
    return out;
  }

  // --- exercises -----------------------------------------------------------------------------

  bool is_superior(const citations::Reference& r) const {
    return !r.law.empty() && r.law != law_.id && !r.law.starts_with("unknown:") &&
           rank_of(r.law) > rank_ && !r.targets.empty() && !r.targets[0].first.is_law();
  }

  void find_exercises(std::uint32_t i) {
    if (rank_ > 2) return;
    const auto [from, to] = references_in(i);
    const Provision& p = law_.provisions[i];
    if (p.segment.kind == corpus::SegmentKind::enactment) return find_enactment(i);
    const bool of_authority = find_authority(i);
    for (std::uint32_t k = from; k < to; ++k) {
      if (is_superior(references_[k])) find_direct(i, k, of_authority);
    }
  }

  static bool is_join(std::string_view text) {
    return text == "及び" || text == "又は" || text == "並びに" || text == "若しくは" ||
           text == "、" || text == "、及び" || text == "、又は" || text == "から";
  }

  static bool is_application(std::string_view text) {
    return corpus::starts_with_any(text, {"において準用する", "において読み替えて準用する",
                                          "の規定により準用する", "の規定により読み替えて適用する"})
               .has_value() &&
           text.size() < 60;
  }

  struct CitationList {
    std::size_t begin = 0;
    std::vector<std::uint32_t> members;  // references
    bool applied = false;
  };

  // The list that ends with reference `k`: 「法第三条第一項及び第二項」. What another provision is
  // applied by (「法第九条において準用する法第三条」) begins the words, but what counts is 第三条.
  CitationList list_before(std::uint32_t i, std::uint32_t k) const {
    const std::string_view text = law_.provisions[i].text;
    CitationList out{0, {k}, false};
    std::size_t begin = references_[k].span.begin;
    for (std::uint32_t j = k; j > first_[i];) {
      --j;
      const citations::Reference& r = references_[j];
      if (r.span.end > begin) continue;
      const std::size_t end = skip_bracket(text, r.span.end);
      if (end > begin) continue;  // inside a bracket of the list
      const std::string_view between = text.substr(end, begin - end);
      if (is_join(between)) {
        out.members.insert(out.members.begin(), j);
        begin = r.span.begin;
      } else if (is_application(between)) {
        begin = r.span.begin;
        out.applied = true;
        break;
      } else if (between.find("）") == std::string_view::npos) {
        break;
      }
    }
    out.begin = begin;
    return out;
  }

  // Does the sentence begin there, or with no more than who acts: 「水路大臣は、法第三条の…」?
  static bool is_head(const Provision& p, std::size_t at) {
    constexpr std::size_t kLongestActor = 90;  // bytes
    const std::size_t sentence = sentence_begin(p, at);
    const std::string_view before = std::string_view(p.text).substr(sentence, at - sentence);
    if (before.empty()) return true;
    constexpr std::string_view kActs = "は、";
    return before.size() <= kLongestActor && before.find("、") == before.size() - 3 &&
           before.ends_with(kActs);
  }

  // A citation between the first one and the instrument is the one that counts:
  // 「法第九条において準用 する法第三条の政令で定める…」.
  bool cites_more(std::uint32_t i, std::uint32_t k, std::size_t begin, std::size_t end) const {
    const std::string_view text = law_.provisions[i].text;
    std::size_t at = begin;
    for (std::uint32_t r = k + 1; r < first_[i + 1] && references_[r].span.begin < end; ++r) {
      const std::size_t place = references_[r].span.begin;
      if (place < begin) continue;
      for (; at < place;) {
        const std::size_t behind = skip_bracket(text, at);
        if (behind > at)
          at = behind;
        else
          corpus::next_code_point(text, at);
      }
      if (at == place) return true;
    }
    return false;
  }

  void find_direct(std::uint32_t i, std::uint32_t k, bool of_authority) {
    const Provision& p = law_.provisions[i];
    const std::string_view text = p.text;
    const CitationList list = list_before(i, k);
    const std::size_t begin = list.begin;
    const std::size_t at = skip_bracket(text, references_[k].span.end);
    const auto match = match_exercise(text, at, is_head(p, begin), instruments_);
    if (!match) return;
    if (match->instrument && !may_fill(match->instrument->rule->kind)) return;
    if (match->rule->kind == ExerciseKind::procedure && of_authority) return;
    if (cites_more(i, k, at, match->instrument ? match->instrument->span.begin : at)) return;
    Exercise e;
    e.from = to_string(law_.address(i));
    e.span = corpus::to_code_points(text, {begin, match->end});
    e.text = text.substr(begin, match->end - begin);
    e.kind = match->rule->kind;
    e.applied = list.applied;
    if (match->instrument) {
      e.instrument = match->instrument->span.of(text);
      e.before = clip_front(text.substr(at, match->instrument->span.begin - at), kContext / 5);
    }
    e.thing = match->thing;
    e.rule = match->rule->name;
    if (e.kind == ExerciseKind::procedure)
      e.sentence = clip_to_letters(sentence_rest(text, begin), kContext);
    for (const std::uint32_t r : list.members) {
      for (const corpus::AddressRange& target : references_[r].targets)
        e.targets.push_back(to_string(target));
    }
    out_.exercises.push_back(std::move(e));
  }

  // A Cabinet order speaks for itself of 政令 alone, the orders below it of all else:
  // 「法第三条の政令で 定める者は、届出書を」 in a ministry's order fills nothing.
  bool may_fill(Instrument kind) const {
    const bool lower = kind != Instrument::cabinet_order;
    return rank_ == 0 || kind == Instrument::order || lower == (rank_ < 2);
  }

  // 「法第三条…による大臣の権限は、…局長に委任する。」 A later paragraph of the same article that
  // cites nothing goes on with the same powers (by a name the first one gave them).
  bool find_authority(std::uint32_t i) {
    const Provision& p = law_.provisions[i];
    const ExerciseRule* rule = nullptr;
    for (std::size_t at = p.text.find("権限"); at != std::string::npos && rule == nullptr;
         at = p.text.find("権限", at + 1)) {
      for (const ExerciseRule& row : exercise_rules()) {
        if (row.kind == ExerciseKind::authority && match_row(row, p.text, at, instruments_))
          rule = &row;
      }
    }
    if (rule == nullptr) return false;
    Exercise e;
    e.from = to_string(law_.address(i));
    e.kind = ExerciseKind::authority;
    e.rule = rule->name;
    e.text = clip_to_letters(sentence_rest(p.text, 0), kContext / 3);
    e.span = {0, corpus::count_code_points(e.text)};
    const auto [from, to] = references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      if (!is_superior(references_[r])) continue;
      for (const corpus::AddressRange& target : references_[r].targets)
        e.targets.push_back(to_string(target));
    }
    const auto article = law_.ancestor(i, corpus::SegmentKind::article);
    if (e.targets.empty()) {
      if (!article || article != authority_article_) return true;
      e.targets = authority_targets_;
    } else {
      authority_article_ = article;
      authority_targets_ = e.targets;
    }
    out_.exercises.push_back(std::move(e));
    return true;
  }

  void find_enactment(std::uint32_t i) {
    const std::string_view text = law_.provisions[i].text;
    if (text.find("基づき") == std::string_view::npos &&
        text.find("基づく") == std::string_view::npos &&
        text.find("により") == std::string_view::npos &&
        text.find("基き") == std::string_view::npos) {
      return;
    }
    Exercise e;
    e.from = to_string(law_.address(i));
    e.kind = ExerciseKind::enactment;
    e.rule = "制定文";
    e.text = clip_to_letters(text, kContext / 3);
    e.span = {0, corpus::count_code_points(e.text)};
    const auto [from, to] = references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      if (!is_superior(references_[r])) continue;
      for (const corpus::AddressRange& target : references_[r].targets)
        e.targets.push_back(to_string(target));
    }
    if (!e.targets.empty()) out_.exercises.push_back(std::move(e));
  }

  const Law& law_;
  const std::vector<citations::Reference>& references_;
  int rank_;
  std::vector<std::uint32_t> first_;
  std::vector<InstrumentSpan> instruments_;
  std::vector<std::pair<std::uint32_t, std::size_t>> power_places_;
  std::vector<IssuerStatement> statements_;
  std::optional<std::size_t> authority_article_;
  std::vector<std::string> authority_targets_;
  LawDelegations out_;
};

}  // namespace

int rank_of(std::string_view law_id) {
  constexpr std::size_t kType = 3;  // behind the era and year: 507AC…
  const std::string_view type = law_id.substr(std::min(kType, law_id.size()));
  if (type.starts_with("AC") || type.starts_with("CONSTITUTION")) return 3;
  if (type.starts_with("CO") || type.starts_with("IO")) return 2;
  if (type.starts_with("M") || type.starts_with("R")) return 1;
  return type.starts_with("DF") || type.starts_with("DH") || type.starts_with("DT") ? 3 : 0;
}

LawDelegations find_delegations(const corpus::Law& law,
                                const std::vector<citations::Reference>& references) {
  return Finder(law, references).run();
}

}  // namespace delegations
