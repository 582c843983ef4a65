// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/norm_text.h"

#include <fmt/format.h>

#include <ostream>
#include <set>

#include "corpus/address_text.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

std::string_view in_japanese(norms::Modality modality) {
  switch (modality) {
    case norms::Modality::must:
      return "義務";
    case norms::Modality::must_not:
      return "禁止";
    case norms::Modality::may:
      return "権限・許容";
    case norms::Modality::endeavour:
      return "努力義務";
    case norms::Modality::shall_be:
      return "ものとする";
  }
  return "";
}

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "・") + name;
  return out;
}

std::string bearer_of(const norms::NormRecord& norm) {
  if (norm.bearers.empty()) return "（主体の明示なし）";
  const std::string names = join(norm.bearers);
  return norm.bearer_basis == "inherited" ? names + "（前の文・項から）" : names;
}

std::string place_of(const query::NormHit& hit) {
  const auto address = corpus::parse_address(hit.norm.address);
  const std::string title = hit.law->title;
  return (address ? to_japanese(*address, corpus::NumberStyle::kanji, title) : title) + hit.caption;
}

// For a terminal: the whole is in --json and in the provision named behind it.
std::string cut(std::string_view text) {
  constexpr std::size_t kMostLetters = 110;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    if (letters == kMostLetters) return std::string(text.substr(0, at)) + "…";
    corpus::next_code_point(text, at);
  }
  return std::string(text);
}

// Without what stands in brackets: 届出書（様式第一）を  ->  届出書を
std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    corpus::next_code_point(text, at);
    const std::string_view letter = text.substr(begin, at - begin);
    if (letter == "（") ++depth;
    if (depth == 0) out += letter;
    if (letter == "）" && depth > 0) --depth;
  }
  return out;
}

// 記録を保存する, 普及に努める, その状況について報告する: with the particle of the sentence.
std::string deed_of(const norms::NormRecord& n, std::string_view sentence) {
  if (n.object.empty()) return n.act;
  const std::string plain = without_brackets(sentence);
  const std::size_t at = plain.find(n.object);
  std::string_view particle = "を";
  if (at != std::string::npos) {
    const std::string_view rest = std::string_view(plain).substr(at + n.object.size());
    for (const std::string_view other : {"について", "に関し", "に"}) {
      if (!rest.starts_with(other)) continue;
      particle = other;
      break;
    }
  }
  return n.object + std::string(particle) + n.act;
}

class NormPrinter {
 public:
  NormPrinter(const query::NormHit& hit, const indexer::KnowledgeBase& kb, std::ostream& out)
      : hit_(hit), kb_(kb), out_(out) {}

  void print(std::size_t rank) {
    const norms::NormRecord& n = hit_.norm;
    if (hit_.penalty) return print_penalty_answer(rank);
    std::string title = fmt::format("［{}］{}", in_japanese(n.modality), bearer_of(n));
    if (!n.recipients.empty()) title += " → " + join(n.recipients);
    print_title(rank, title);
    line("する事", deed_of(n, hit_.text));
    line("場合　", n.trigger);
    line("期限　", n.deadline);
    line("方法　", n.manner);
    line("例外　", n.exception);
    print_details();
    print_variants();
    print_force();
    print_penalties();
    print_text();
  }

 private:
  void print_title(std::size_t rank, const std::string& title) {
    out_ << fmt::format("{:>2}. ", rank)
         << paint(Paint::title, wrap(title, terminal_width(), 4).substr(4), out_) << '\n';
  }

  void print_text() {
    line("条文　", place_of(hit_));
    out_ << wrap(hit_.text, terminal_width(), 4) << '\n';
    out_ << "    " << paint(Paint::dim, hit_.norm.address, out_)
         << (hit_.law->digest ? "　要旨（公式の条文ではありません）" : "") << "\n\n";
  }

  void print_penalty_answer(std::size_t rank) {
    const query::PenaltyAnswer& penalty = *hit_.penalty;
    print_title(rank, "［罰則］" + penalty.penalty);
    line("違反　", cut(penalty.breach));
    constexpr std::size_t kMostDuties = 8;
    std::string duties;
    for (std::size_t i = 0; i < penalty.sanctions.size() && i < kMostDuties; ++i) {
      const auto address = corpus::parse_address(penalty.sanctions[i]);
      duties += (i == 0 ? "" : "、") + (address ? say(*address) : penalty.sanctions[i]);
    }
    if (penalty.sanctions.size() > kMostDuties)
      duties += fmt::format("ほか{}（--json で全部）", penalty.sanctions.size() - kMostDuties);
    line("義務　", duties);
    print_text();
  }

  void line(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out_ << wrap(std::string(name) + "　" + value, terminal_width(), 4) << '\n';
  }

  // The law is not named again where it is the norm's own; another goes by its short name.
  std::string say(const corpus::Address& a) const {
    return to_japanese(a, corpus::NumberStyle::kanji,
                       a.law_id == hit_.law->id ? "" : short_name(a.law_id));
  }
  std::string say(const std::string& address) const {
    const auto range = corpus::parse_address_range(address);
    if (!range) return address;
    return to_japanese(*range, corpus::NumberStyle::kanji,
                       range->first.law_id == hit_.law->id ? "" : short_name(range->first.law_id));
  }

  std::string short_name(const std::string& law_id) const {
    std::string out = kb_.title_of(law_id);
    if (out.empty()) out = law_id;
    for (const corpus::Alias& alias : kb_.law_book().aliases) {
      if (alias.law_id == law_id && alias.name.size() < out.size()) out = alias.name;
    }
    return out;
  }

  std::string say(const norms::CommencementAnswer& a, bool not_yet) const {
    const std::string day = !a.date.empty()                ? a.date + "から"
                            : !a.latest.empty() && not_yet ? "遅くとも" + a.latest + "から"
                                                           : "";
    if (day.empty()) return {};
    std::string basis = say(a.basis);
    if (!a.dated.law_id.empty()) basis += "・" + say(a.dated);
    return (a.partly ? "一部は" : "") + day + "（" + basis + "）";
  }

  void print_force() {
    const query::NormForce& force = hit_.links.force;
    const bool not_yet = force.state == norms::InForce::not_yet;
    std::string text = not_yet ? "まだ施行されていません" : "";
    for (const auto& a : force.answers) {
      const std::string day = say(a, not_yet);
      if (!day.empty()) text += (text.empty() ? "" : not_yet ? "。" : "、") + day;
    }
    line("施行　", text);
  }

  // What the orders add: by when, on which form, what to say, who need not.
  void print_details() {
    std::set<std::string> shown;
    for (const query::NormDetail& d : hit_.links.details) {
      shown.insert(to_string(d.address));
      const std::string where = "（" + say(d.address) + "）";
      if (!d.deadline.empty()) line("期限　", d.deadline + where);
      if (!d.forms.empty()) line("様式　", join(d.forms) + where);
      if (!d.items.empty()) {
        line("事項　", fmt::format("{}件{}", d.items.size(), where));
        for (const std::string& item : d.items)
          out_ << wrap("・" + without_brackets(item), terminal_width(), 8) << '\n';
      }
      if (!d.exemption.empty()) line("例外　", cut(without_brackets(d.exemption)) + where);
      if (d.deadline.empty() && d.forms.empty() && d.items.empty() && d.exemption.empty())
        line("細目　", say(d.address));
    }
    for (const delegations::DelegationRecord& d : hit_.links.delegations) {
      for (const std::string& to : d.to) {
        if (!shown.contains(to)) line("細目　", d.text + "（" + say(to) + "）");
      }
    }
  }

  void print_variants() {
    for (const query::NormVariant& v : hit_.links.variants) {
      std::string text = cut(without_brackets(v.condition));
      if (!v.deadline.empty())
        text += "は、期限が「" + v.deadline + "」";
      else if (!v.text.empty())
        text += (text.empty() ? "" : "は、") + ("「" + cut(without_brackets(v.text)) + "」");
      const bool replaced = v.kind == norms::DeemedKind::replaced;
      if (!replaced && v.text.empty() && !text.empty()) text += "について";
      line(replaced ? "読替え" : "準用　", text + "（" + say(v.basis) + "）");
    }
  }

  void print_penalties() {
    for (const norms::Penalty& p : hit_.links.penalties) {
      std::string where = say(p.penalty);
      if (p.kind == norms::PenaltyKind::corporate || p.text.ends_with("罰金刑"))
        where = "両罰、" + where;
      if (p.how == norms::PenaltyHow::via_order) where += "。命令に違反したとき";
      if (p.applied) where += "。準用される場合";
      line("罰則　", p.text + "（" + where + "）");
    }
  }

  const query::NormHit& hit_;
  const indexer::KnowledgeBase& kb_;
  std::ostream& out_;
};

// Its own, or what the orders say.
std::string deadlines_of(const query::NormHit& hit) {
  std::string out = hit.norm.deadline;
  for (const query::NormDetail& d : hit.links.details) {
    if (!d.deadline.empty()) out += (out.empty() ? "" : "；") + d.deadline;
  }
  return out;
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

}  // namespace

void print_norm(const query::NormHit& hit, const indexer::KnowledgeBase& kb, std::size_t rank,
                std::ostream& out) {
  NormPrinter(hit, kb, out).print(rank);
}

void print_norms_markdown(const std::vector<query::NormHit>& hits, std::ostream& out) {
  out << "| 誰が | 種別 | する事 | 誰に | 場合 | 期限 | 条文 |\n|---|---|---|---|---|---|---|\n";
  for (const query::NormHit& hit : hits) {
    const norms::NormRecord& n = hit.norm;
    const std::string cells[] = {hit.penalty ? "" : bearer_of(n),
                                 hit.penalty ? "罰則" : std::string(in_japanese(n.modality)),
                                 deed_of(n, hit.text),
                                 join(n.recipients),
                                 n.trigger,
                                 deadlines_of(hit),
                                 place_of(hit) + " " + n.address};
    out << '|';
    for (const std::string& cell : cells) out << ' ' << markdown_cell(cell) << " |";
    out << '\n';
  }
}

}  // namespace jobun
