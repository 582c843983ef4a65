// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_table.h"

#include <utility>

#include "corpus/error.h"
#include "corpus/tsv.h"

namespace norms {
namespace {

constexpr std::string_view kHeader =
    "# jobun obligations v1\n"
    "address\tstart\tend\tverb_start\tverb_end\tmodality\tact\tbearer\tbearer_basis\tobject\t"
    "recipients\ttrigger\tdeadline\tmanner\texception\n";
constexpr std::size_t kColumns = 15;

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ";") + part;
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> texts_of(const std::vector<Phrase>& phrases) {
  std::vector<std::string> out;
  for (const Phrase& p : phrases) out.push_back(p.text);
  return out;
}

std::string text_of(const std::optional<Phrase>& phrase) { return phrase ? phrase->text : ""; }

std::size_t byte_of(std::string_view text, std::size_t code_point) {
  std::size_t at = 0;
  while (code_point > 0 && at < text.size()) {
    corpus::next_code_point(text, at);
    --code_point;
  }
  return at;
}

}  // namespace

std::vector<NormRecord> to_records(const corpus::Law& law, const std::vector<Norm>& norms) {
  std::vector<NormRecord> out;
  for (const Norm& n : norms) {
    const std::string& text = law.provisions[n.provision].text;
    out.push_back({.address = to_string(law.address(n.provision)),
                   .sentence = corpus::to_code_points(text, n.sentence),
                   .verb = corpus::to_code_points(text, n.verb),
                   .modality = n.modality,
                   .act = n.act,
                   .bearers = texts_of(n.bearers),
                   .bearer_basis = std::string(to_string(n.bearer_basis)),
                   .object = text_of(n.object),
                   .recipients = texts_of(n.recipients),
                   .trigger = text_of(n.trigger),
                   .deadline = text_of(n.deadline),
                   .manner = text_of(n.manner),
                   .exception = text_of(n.exception)});
  }
  return out;
}

std::string to_tsv(const std::vector<NormRecord>& records) {
  std::string out(kHeader);
  for (const NormRecord& r : records) {
    corpus::append_tsv_row(
        out, {r.address, std::to_string(r.sentence.begin), std::to_string(r.sentence.end),
              std::to_string(r.verb.begin), std::to_string(r.verb.end),
              std::string(to_string(r.modality)), r.act, join(r.bearers), r.bearer_basis, r.object,
              join(r.recipients), r.trigger, r.deadline, r.manner, r.exception});
  }
  return out;
}

std::vector<NormRecord> parse_norm_table(std::string_view tsv, std::string_view where) {
  std::vector<NormRecord> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    const auto modality = parse_modality(c[5]);
    if (!modality) {
      throw corpus::Error("義務の表に知らない種別があります（" + c[5] + "）", std::string(where),
                          "jobun index で作り直してください");
    }
    out.push_back({.address = std::move(c[0]),
                   .sentence = {corpus::to_number(c[1]), corpus::to_number(c[2])},
                   .verb = {corpus::to_number(c[3]), corpus::to_number(c[4])},
                   .modality = *modality,
                   .act = std::move(c[6]),
                   .bearers = split(c[7]),
                   .bearer_basis = std::move(c[8]),
                   .object = std::move(c[9]),
                   .recipients = split(c[10]),
                   .trigger = std::move(c[11]),
                   .deadline = std::move(c[12]),
                   .manner = std::move(c[13]),
                   .exception = std::move(c[14])});
  });
  return out;
}

std::string_view sentence_of(const NormRecord& record, std::string_view text) {
  const std::size_t begin = byte_of(text, record.sentence.begin);
  const std::size_t end = byte_of(text, record.sentence.end);
  return text.substr(begin, end - begin);
}

}  // namespace norms
