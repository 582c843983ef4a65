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

class NormPrinter {
 public:
  NormPrinter(const query::NormHit& hit, std::ostream& out) : hit_(hit), out_(out) {}

  void print(std::size_t rank) {
    const norms::NormRecord& n = hit_.norm;
    std::string title = fmt::format("［{}］{}", in_japanese(n.modality), bearer_of(n));
    if (!n.recipients.empty()) title += " → " + join(n.recipients);
    out_ << fmt::format("{:>2}. ", rank)
         << paint(Paint::title, wrap(title, terminal_width(), 4).substr(4), out_) << '\n';
    line("する事", n.object.empty() ? n.act : n.object + "　" + n.act);
    line("場合　", n.trigger);
    line("期限　", n.deadline);
    line("方法　", n.manner);
    line("例外　", n.exception);
    print_force();
    print_details();
    print_variants();
    print_penalties();
    line("条文　", place_of(hit_));
    out_ << wrap(hit_.text, terminal_width(), 4) << '\n';
    out_ << "    " << paint(Paint::dim, n.address, out_)
         << (hit_.law->digest ? "　要旨（公式の条文ではありません）" : "") << "\n\n";
  }

 private:
  void line(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out_ << wrap(std::string(name) + "　" + value, terminal_width(), 4) << '\n';
  }

  // The law is not named again where it is the norm's own.
  std::string say(const corpus::Address& a) const {
    return a.law_id == hit_.law->id ? to_japanese(a, corpus::NumberStyle::kanji) : to_string(a);
  }

  void print_force() {
    const query::NormForce& force = hit_.links.force;
    if (force.state == norms::InForce::not_yet) {
      std::string text = "まだ施行されていません";
      for (const auto& a : force.answers) {
        if (!a.date.empty())
          text += "。" + a.date + "から（" + say(a.basis) + "）";
        else if (!a.latest.empty())
          text += "。遅くとも" + a.latest + "から（" + say(a.basis) + "）";
      }
      line("施行　", text);
      return;
    }
    if (force.answers.size() == 1 && !force.answers[0].date.empty())
      line("施行　", force.answers[0].date + "から（" + say(force.answers[0].basis) + "）");
  }

  void print_details() {
    std::set<std::string> shown;
    for (const query::NormDetail& d : hit_.links.details) {
      shown.insert(to_string(d.address));
      std::string text = to_string(d.address);
      if (!d.deadline.empty()) text += "　期限: " + d.deadline;
      if (!d.forms.empty()) text += "　様式: " + join(d.forms);
      if (!d.items.empty()) text += fmt::format("　事項: {}件", d.items.size());
      if (!d.exemption.empty()) text += "　例外: " + d.exemption;
      line("細目　", text);
    }
    for (const delegations::DelegationRecord& d : hit_.links.delegations) {
      for (const std::string& to : d.to) {
        if (!shown.contains(to)) line("細目　", d.text + " → " + to);
      }
    }
  }

  void print_variants() {
    for (const query::NormVariant& v : hit_.links.variants) {
      std::string text = v.condition;
      if (!v.deadline.empty()) text += "　期限: " + v.deadline;
      if (!v.text.empty()) text += "　" + v.text;
      line(v.kind == norms::DeemedKind::replaced ? "読替え" : "準用　",
           text + "（" + say(v.basis) + "）");
    }
  }

  void print_penalties() {
    for (const norms::Penalty& p : hit_.links.penalties) {
      const bool order = p.how == norms::PenaltyHow::via_order;
      line("罰則　", p.text + "（" + say(p.penalty) + (order ? "。命令に違反したとき" : "") + "）");
    }
  }

  const query::NormHit& hit_;
  std::ostream& out_;
};

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

void print_norm(const query::NormHit& hit, std::size_t rank, std::ostream& out) {
  NormPrinter(hit, out).print(rank);
}

void print_norms_markdown(const std::vector<query::NormHit>& hits, std::ostream& out) {
  out << "| 誰が | 種別 | する事 | 誰に | 場合 | 期限 | 条文 |\n|---|---|---|---|---|---|---|\n";
  for (const query::NormHit& hit : hits) {
    const norms::NormRecord& n = hit.norm;
    const std::string cells[] = {bearer_of(n),
                                 std::string(in_japanese(n.modality)),
                                 n.object.empty() ? n.act : n.object + " " + n.act,
                                 join(n.recipients),
                                 n.trigger,
                                 n.deadline,
                                 place_of(hit) + " " + n.address};
    out << '|';
    for (const std::string& cell : cells) out << ' ' << markdown_cell(cell) << " |";
    out << '\n';
  }
}

}  // namespace jobun
