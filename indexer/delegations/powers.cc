// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/issuers.h"
#include "corpus/text_scan.h"
#include "indexer/delegations/delegation_matcher.h"
#include "indexer/delegations/finders.h"

namespace delegations {
namespace {

using corpus::Provision;
using corpus::Span;

// What the law says of who issues 主務省令: where, and for what part of the law.
struct IssuerStatement {
  std::string_view subject;
  std::string issuer;
  std::uint32_t provision = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> scope;  // empty: the whole law
};

class PowerFinder {
 public:
  explicit PowerFinder(const LawReading& reading) : r_(reading), rank_(rank_of(reading.law().id)) {}

  std::vector<Power> run() {
    const auto& provisions = r_.law().provisions;
    for (std::uint32_t i = 0; i < provisions.size(); ++i) {
      if (provisions[i].text.empty() || provisions[i].segment.kind == corpus::SegmentKind::contents)
        continue;
      find(i, find_instruments(provisions[i].text));
      note_issuers(i);
    }
    name_issuers();
    return std::move(out_);
  }

 private:
  void find(std::uint32_t i, const std::vector<InstrumentSpan>& instruments) {
    if (instruments.empty() ||
        r_.law().provisions[i].segment.kind == corpus::SegmentKind::enactment)
      return;
    for (const DelegationMatch& m : match_delegations(r_.law().provisions[i].text, instruments)) {
      if (is_mention(i, m.instrument.span.begin)) continue;
      add_power(i, m, m.instrument.span);
      for (const InstrumentSpan& other :
           find_alternatives(r_.law().provisions[i].text, m.instrument))
        add_power(i, {m.rule, other, m.span, m.thing}, m.instrument.span);
    }
  }

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
    const std::string_view text = r_.law().provisions[i].text;
    const auto link =
        corpus::ends_with_any(text.substr(0, begin),
                              {"の規定に基づき", "の規定に基づく", "の規定による", "の規定により",
                               "に規定する", "に基づく", "に基づき", "に掲げる", "に定める", "の"});
    if (!link) return false;
    const std::size_t at = begin - link->size();
    const auto [from, to] = r_.references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      const std::size_t end = r_.reference(r).span.end;
      if (end <= at && skip_bracket(text, end) == at) return true;
    }
    return corpus::starts_with_any(clip_front(text.substr(0, at), 6),
                                   {"同項", "同条", "同号", "前項", "前条"})
        .has_value();
  }

  // `read_at`: the instrument that the words are read with; in its bracket there may be others.
  void add_power(std::uint32_t i, const DelegationMatch& m, Span read_at) {
    const Provision& p = r_.law().provisions[i];
    const Instrument kind = m.instrument.rule->kind;
    if (!may_leave_to(kind)) return;
    const bool other = m.instrument.span.begin != read_at.begin;
    Power power;
    power.from = to_string(r_.law().address(i));
    power.span = corpus::to_code_points(p.text, other ? m.instrument.span : m.span);
    power.text = m.instrument.span.of(p.text);
    if (!other) power.text += p.text.substr(m.instrument.end, m.span.end - m.instrument.end);
    power.instrument = m.instrument.span.of(p.text);
    power.kind = kind;
    power.meaning = m.rule->meaning;
    power.thing = m.thing;
    power.rule = m.rule->name;
    power.part = part_at(p, m.span.begin);
    add_context(i, m, read_at.begin, power);
    add_authority(i, power);
    add_about(i, m.instrument.span.begin, power);
    power_places_.push_back({i, m.instrument.span.begin});
    out_.push_back(std::move(power));
  }

  void add_context(std::uint32_t i, const DelegationMatch& m, std::size_t words,
                   Power& power) const {
    const Provision& p = r_.law().provisions[i];
    const std::string_view text = p.text;
    const std::string_view rest = text.substr(m.span.end);
    power.excepts = rest.starts_with("を除");
    if (power.meaning == DelegationMeaning::manner || power.meaning == DelegationMeaning::matter)
      power.after = clip_to_letters(sentence_rest(text, m.span.end), kContext / 3);
    const bool manner = power.meaning == DelegationMeaning::manner;
    const std::size_t begin = sentence_begin(p, m.span.begin);
    std::string before(
        clip_front(text.substr(begin, words - begin), manner ? kContext / 9 : kContext));
    const bool listed = p.segment.kind == corpus::SegmentKind::item ||
                        p.segment.kind == corpus::SegmentKind::subitem;
    if (listed && !manner) {
      before =
          std::string(clip_front(r_.law().provisions[p.parent].text, kContext / 3)) + '\n' + before;
    }
    power.before = std::move(before);
  }

  void add_about(std::uint32_t i, std::size_t end, Power& power) const {
    if (power.meaning != DelegationMeaning::matter) return;
    const std::size_t begin = sentence_begin(r_.law().provisions[i], end);
    const auto [from, to] = r_.references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      const citations::Reference& reference = r_.reference(r);
      if (reference.span.begin < begin || reference.span.end > end ||
          reference.purpose == citations::Purpose::scope || reference.law != r_.law().id)
        continue;
      for (const corpus::AddressRange& target : reference.targets)
        power.about.push_back(to_string(target));
    }
  }

  // 「第二章の権限は、政令で定めるところにより、局長に委任することができる。」
  void add_authority(std::uint32_t i, Power& power) const {
    const std::string_view text = r_.law().provisions[i].text;
    if (text.find("権限") == std::string_view::npos || text.find("委任") == std::string_view::npos)
      return;
    power.of_authority = true;
    const auto [from, to] = r_.references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      if (r_.reference(r).purpose == citations::Purpose::scope) continue;  // 次項において同じ
      for (const corpus::AddressRange& target : r_.reference(r).targets)
        add_articles(target, power);
    }
  }

  // A chapter counts as its articles, since those are what an order cites.
  void add_articles(const corpus::AddressRange& target, Power& power) const {
    const auto& path = target.first.path;
    const auto found = target.first.law_id == r_.law().id ? r_.law().find(path) : std::nullopt;
    const bool chapter = found && !path.empty() && !target.last &&
                         path.back().kind >= corpus::SegmentKind::part &&
                         path.back().kind <= corpus::SegmentKind::division;
    if (!chapter) {
      power.authorities.push_back(to_string(target));
      return;
    }
    const std::uint32_t end = r_.law().provisions[*found].end;
    for (auto j = static_cast<std::uint32_t>(*found); j < end; ++j) {
      if (r_.law().provisions[j].segment.kind == corpus::SegmentKind::article)
        power.authorities.push_back(to_string(r_.law().address(j)));
    }
  }

  void note_issuers(std::uint32_t i) {
    const Provision& p = r_.law().provisions[i];
    if (p.text.find("主務") == std::string::npos) return;
    for (IssuerMatch& m : match_issuers(p.text)) {
      IssuerStatement statement{m.rule->subject, std::move(m.issuer), i, {}};
      const std::size_t begin = sentence_begin(p, m.subject.begin);
      const auto [from, to] = r_.references_in(i);
      for (std::uint32_t r = from; r < to; ++r) {
        const citations::Reference& reference = r_.reference(r);
        if (reference.span.begin < begin || reference.span.end > m.subject.begin) continue;
        for (const corpus::AddressRange& target : reference.targets) add_scope(target, statement);
      }
      const std::string_view head = std::string_view(p.text).substr(begin, m.subject.begin - begin);
      const auto here = [&](std::string_view word, corpus::SegmentKind kind) {
        if (head.find(word) == std::string_view::npos) return;
        if (const auto holder = r_.law().ancestor(i, kind))
          statement.scope.emplace_back(*holder, r_.law().provisions[*holder].end);
      };
      here("この章", corpus::SegmentKind::chapter);
      here("この節", corpus::SegmentKind::section);
      here("この条", corpus::SegmentKind::article);
      // Of a bracket that is no more than a gloss: this article.
      if (m.rule->before == "（" && statement.scope.empty()) {
        if (const auto article = r_.law().ancestor(i, corpus::SegmentKind::article))
          statement.scope.emplace_back(*article, r_.law().provisions[*article].end);
      }
      statements_.push_back(std::move(statement));
    }
  }

  void add_scope(const corpus::AddressRange& target, IssuerStatement& statement) const {
    if (target.first.law_id != r_.law().id) return;
    const auto first = r_.law().find(target.first.path);
    if (!first) return;
    std::uint32_t end = r_.law().provisions[*first].end;
    if (target.last) {
      if (const auto last = r_.law().find(target.last->path)) end = r_.law().provisions[*last].end;
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
    for (std::size_t k = 0; k < out_.size(); ++k) {
      Power& power = out_[k];
      const std::string_view name = power.instrument;
      if (name == "主務省令" || name == "主務大臣") {
        if (const auto* s = statement_for(name, power_places_[k].first)) {
          power.issuer = s->issuer;
          power.address_of_power = to_string(r_.law().address(s->provision));
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

  const LawReading& r_;
  int rank_;
  std::vector<std::pair<std::uint32_t, std::size_t>> power_places_;
  std::vector<IssuerStatement> statements_;
  std::vector<Power> out_;
};

}  // namespace

std::vector<Power> find_powers(const LawReading& reading) { return PowerFinder(reading).run(); }

}  // namespace delegations
