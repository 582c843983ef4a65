// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/search_index.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/text.h"
#include "web-static/javascript.h"
#include "web-static/search_letters.h"

namespace web {
namespace {

constexpr std::size_t kShardSize = 48 * 1024;
constexpr unsigned kLetterBits = 21;
constexpr unsigned kDocumentType = 7;  // behind the types of laws

void add_pairs(LawPairs& out, std::string_view text, std::uint32_t value) {
  const std::string folded = search_letters(text);
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::uint64_t c = corpus::next_code_point(folded, at);
    if (before != 0) out.emplace_back(before << kLetterBits | c, value);
    before = c;
  }
}

std::string letters_of(std::uint64_t pair) {
  std::string out;
  corpus::append_code_point(out, static_cast<char32_t>(pair >> kLetterBits));
  corpus::append_code_point(out, static_cast<char32_t>(pair & ((1U << kLetterBits) - 1)));
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t block = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k)
      block = block << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += k <= count ? kLetters[block >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

}  // namespace

LawPairs pairs_of(const std::vector<UnitText>& units) {
  LawPairs out;
  LawPairs unit_pairs;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    unit_pairs.clear();
    add_pairs(unit_pairs, units[i].caption, 1);
    for (const UnitLine& line : units[i].lines) add_pairs(unit_pairs, line.text, 0);
    // A pair of the caption stands for the text too.
    std::sort(unit_pairs.begin(), unit_pairs.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    const auto last = std::unique(unit_pairs.begin(), unit_pairs.end(),
                                  [](const auto& a, const auto& b) { return a.first == b.first; });
    for (auto pair = unit_pairs.begin(); pair != last; ++pair)
      out.emplace_back(pair->first, 2 * i + pair->second);
  }
  std::sort(out.begin(), out.end());
  return out;
}

struct SearchIndex::State {
  struct List {
    std::string bytes;
    std::uint32_t last = 0;
    void add(std::uint32_t value) {
      std::uint32_t difference = value - last;
      last = value;
      for (; difference > 0x7F; difference >>= 7)
        bytes += static_cast<char>((difference & 0x7F) | 0x80);
      bytes += static_cast<char>(difference);
    }
  };
  std::unordered_map<std::uint64_t, List> lists;
  std::string laws;
  std::string names;
  std::uint32_t units = 0;
};

SearchIndex::SearchIndex() : state_(std::make_unique<State>()) {}
SearchIndex::~SearchIndex() = default;

void SearchIndex::add(const LawOnSite& law, const std::vector<UnitText>& units,
                      const LawPairs& pairs, const std::string& names) {
  add_units(units, pairs, law.id,
            js_string(law.title) + ',' + js_string(law.number) + ',' + js_string(law.kana) + ',' +
                js_string(names),
            static_cast<unsigned>(law.type), law.digest);
}

void SearchIndex::add_document(const DocumentOnSite& document, const std::vector<UnitText>& units,
                               const LawPairs& pairs) {
  add_units(units, pairs, document_data_id(document.id),
            js_string(document.title) + ',' + js_string(document.date) + ",\"\",\"\"",
            kDocumentType, document.digest);
}

void SearchIndex::add_units(const std::vector<UnitText>& units, const LawPairs& pairs,
                            const std::string& id, const std::string& names, unsigned type,
                            bool digest) {
  for (const auto& [pair, value] : pairs) state_->lists[pair].add(2 * state_->units + value);
  const auto main = static_cast<std::size_t>(
      std::find_if(units.begin(), units.end(), [](const auto& u) { return u.in_suppl; }) -
      units.begin());
  for (std::string* out : {&state_->laws, &state_->names}) {
    if (!out->empty()) *out += ",\n";
  }
  state_->laws += '[' + js_string(id) + ',' + std::to_string(type) + ',' +
                  std::to_string(units.size()) + ',' + std::to_string(main) + ',' +
                  (digest ? "1" : "0") + ']';
  state_->names += '[' + names + ']';
  state_->units += static_cast<std::uint32_t>(units.size());
}

void SearchIndex::write(
    const std::function<void(const std::string&, const std::string&)>& write) const {
  std::vector<std::uint64_t> pairs;
  pairs.reserve(state_->lists.size());
  for (const auto& [pair, list] : state_->lists) pairs.push_back(pair);
  std::sort(pairs.begin(), pairs.end());
  std::string first_pairs;
  std::string body;
  std::size_t shard = 0;
  const auto close = [&] {
    if (body.empty()) return;
    const std::string number = std::to_string(shard++);
    write("search/s/" + number + ".js", "jobunShard(" + number + ",{" + body + "});\n");
    body.clear();
  };
  for (const std::uint64_t pair : pairs) {
    if (body.empty()) {
      if (!first_pairs.empty()) first_pairs += ',';
      append_js_string(first_pairs, letters_of(pair));
    } else {
      body += ",\n";
    }
    append_js_string(body, letters_of(pair));
    body += ":\"" + base64(state_->lists.at(pair).bytes) + '"';
    if (body.size() > kShardSize) close();
  }
  close();
  write("search/base.js", "jobunSearch({\"fold\":" + search_letter_table() + ",\n\"laws\":[" +
                              state_->laws + "],\n\"shards\":[" + first_pairs + "]});\n");
  write("search/names.js", "jobunNames([" + state_->names + "]);\n");
}

}  // namespace web
