// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/address_reader.h"

#include <algorithm>
#include <optional>

#include "corpus/nearest_names.h"
#include "corpus/numerals.h"
#include "corpus/provision_reader.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kLongest = 2000;  // bytes; longer is no address
constexpr std::size_t kCandidates = 5;
constexpr std::size_t kIdLength = 15;
constexpr std::string_view kHowToWrite =
    "（書き方の例: 5条1項、第五条第一項第三号イ、附則4条、別表第一、3条から5条まで）";

// The law at the head of the text.
struct ReadLaw {
  std::vector<std::string> ids;
  std::size_t length = 0;
  std::string problem;
};

std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    append_code_point(out, to_half_width(next_code_point(text, at)));
  return out;
}

std::string in_quotes(std::string_view text) { return "「" + std::string(trim(text)) + "」"; }

std::vector<std::string> ids_of(const std::vector<std::uint32_t>& rows, const Registry& registry) {
  std::vector<std::string> out;
  for (const std::uint32_t row : rows) out.emplace_back(registry[row].id);
  return out;
}

std::vector<std::string> ids_of(const LawNumber& number, const Registry& registry) {
  auto ids = ids_of(registry.by_number(number), registry);
  if (ids.empty()) {
    if (const auto id = to_law_id(number)) ids.push_back(*id);
  }
  return ids;
}

// 「507AC0000000042/a5　題名（令和七年法律第四十二号）」
std::string candidate(std::string_view id, const std::vector<AddressRange>& ranges,
                      const Registry& registry) {
  std::string out(id);
  if (!ranges.empty()) {
    AddressRange range = ranges.front();
    range.first.law_id = id;
    if (range.last) range.last->law_id = id;
    out = to_string(range);
  }
  if (const auto row = registry.by_id(id)) {
    const RegistryEntry& law = registry[*row];
    out += "　" + std::string(law.title);
    if (!law.number.empty()) out += "（" + std::string(law.number) + "）";
  }
  return out;
}

// How much of the head of `text` is the bracket the title ends with.
std::size_t title_rest(std::string_view title, std::string_view text) {
  const std::size_t open = title.find("（");
  if (open == std::string_view::npos) return 0;
  const std::u32string wanted = fold_name(title.substr(open));
  for (std::size_t at = 0; at < text.size();) {
    if (to_half_width(next_code_point(text, at)) == U')' && fold_name(text.substr(0, at)) == wanted)
      return at;
  }
  return 0;
}

std::optional<ReadLaw> read_law_by_number(std::string_view text, const Registry& registry) {
  auto read = read_law_number(text);
  if (!read) {
    const auto whole = parse_law_number(text);  // without 第…号
    if (!whole) return std::nullopt;
    read = ReadLawNumber{*whole, text.size()};
  }
  ReadLaw law{ids_of(read->number, registry), read->length, {}};
  // 「明治22年法律第34号（決闘罪ニ関スル件）」: the rest of a title that begins with the number.
  if (const auto row = law.ids.size() == 1 ? registry.by_id(law.ids.front()) : std::nullopt) {
    law.length += title_rest(registry[*row].title, text.substr(law.length));
  }
  if (law.ids.empty()) law.problem = to_string(read->number) + "は法令一覧にありません";
  return law;
}

std::optional<ReadLaw> read_law_by_id(std::string_view text) {
  std::size_t at = 0;
  std::string id;
  while (at < text.size() && id.size() < kIdLength) {
    append_code_point(id, to_half_width(next_code_point(text, at)));
  }
  if (!parse_address(id)) return std::nullopt;
  return ReadLaw{{id}, at, {}};
}

// Readings are words of their own in a text, so they are tried only here, and whole.
std::optional<ReadLaw> read_law_by_reading(std::string_view text, const Registry& registry) {
  constexpr std::size_t kLongestReading = 300;
  std::optional<ReadLaw> law;
  for (std::size_t at = 0; at < std::min(text.size(), kLongestReading);) {
    const char32_t c = next_code_point(text, at);
    if ((c < U'ぁ' || c > U'ゖ') && c != U'ー') break;
    if (auto rows = registry.by_name(text.substr(0, at)); !rows.empty()) {
      law = ReadLaw{ids_of(rows, registry), at, {}};
    }
  }
  return law;
}

std::optional<ReadLaw> read_law_by_name(std::string_view text, const LawBook& book,
                                        std::uint32_t scope) {
  const auto match = book.names.longest_at(text, 0, scope);
  if (!match) return read_law_by_reading(text, book.registry);
  ReadLaw law{ids_of(match->laws, book.registry), match->length, {}};
  // 「名前（令和七年法律第四十二号）」: the number must agree, and may tell which of several laws
  // is meant.
  const std::string_view rest = text.substr(match->length);
  std::size_t at = 0;
  if (rest.empty() || to_half_width(next_code_point(rest, at)) != U'(') return law;
  const auto number = read_law_number(rest.substr(at));
  if (!number) return law;
  at += number->length;
  if (at == rest.size() || to_half_width(next_code_point(rest, at)) != U')') return law;
  law.length += at;
  std::vector<std::string> both;
  const auto numbered = ids_of(number->number, book.registry);
  std::copy_if(law.ids.begin(), law.ids.end(), std::back_inserter(both),
               [&](const std::string& id) {
                 const auto own = law_number_of(id);
                 return std::find(numbered.begin(), numbered.end(), id) != numbered.end() ||
                        (numbered.empty() && own && to_key(*own) == to_key(number->number));
               });
  if (both.empty()) {
    law.problem = "法令名" + in_quotes(text.substr(0, match->length)) + "と法令番号" +
                  in_quotes(to_string(number->number)) + "が一致しません";
    law.ids.insert(law.ids.end(), numbered.begin(), numbered.end());
  } else {
    law.ids = both;
  }
  return law;
}

// Where the name of an unknown law ends: before a provision that reaches to the end of the text.
std::size_t unknown_name_length(std::string_view text, const Registry& registry) {
  for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) {
    const auto provisions = read_provisions(text.substr(at), registry);
    if (at > 0 && at + provisions.length == text.size()) return at;
  }
  std::size_t at = 0;
  for (std::size_t next = 0; next < text.size(); at = next) {
    const char32_t c = to_half_width(next_code_point(text, next));
    if (at > 0 && (c == U'第' || c == U'/' || (c >= U'0' && c <= U'9'))) break;
  }
  return at;
}

void add_nearest(ReadAddresses& out, std::string_view name, const LawBook& book,
                 const std::vector<AddressRange>& ranges) {
  std::vector<LawName> aliases;
  for (const Alias& alias : book.aliases) {
    if (const auto row = book.registry.by_id(alias.law_id))
      aliases.push_back({alias.name, *row, NameKind::alias, 0});
  }
  for (const auto row : nearest_laws(name, book.registry, aliases, kCandidates)) {
    out.candidates.push_back(candidate(book.registry[row].id, ranges, book.registry));
  }
}

ReadAddresses unknown_law(std::string_view text, const LawBook& book) {
  ReadAddresses out;
  const auto provisions = read_provisions(text, book.registry);
  if (provisions.length == text.size()) {
    out.problem =
        "どの法令の" + in_quotes(text) + "か分かりません（法令名か法令番号を前に付けてください）";
    return out;
  }
  const std::size_t length = unknown_name_length(text, book.registry);
  out.problem =
      in_quotes(text.substr(0, length)) + "という法令は、法令一覧にもコーパスの別名にもありません";
  const auto rest = read_provisions(text.substr(length), book.registry);
  add_nearest(out, text.substr(0, length), book, rest.ranges);
  return out;
}

// A machine address with a segment that is none: says which.
ReadAddresses broken_machine_form(std::string_view text) {
  ReadAddresses out;
  std::size_t good = std::min(text.find_first_of("/:"), text.size());
  for (std::size_t at = good; at != std::string_view::npos && at < text.size();) {
    const std::size_t next = text.find_first_of("/:.", at + 1);
    if (!parse_address(text.substr(0, next))) break;
    good = std::min(next, text.size());
    at = next;
  }
  out.problem =
      in_quotes(text.substr(good)) + "を番地として読めません（例: 507AC0000000042/a5/p1）";
  return out;
}

std::optional<ReadLaw> read_law(std::string_view text, const LawBook& book,
                                std::string_view default_law, std::uint32_t scope) {
  if (auto law = read_law_by_number(text, book.registry)) return law;
  if (auto law = read_law_by_id(text)) return law;
  if (auto law = read_law_by_name(text, book, scope)) return law;
  if (default_law.empty() || read_provisions(text, book.registry).length != text.size())
    return std::nullopt;
  return ReadLaw{{std::string(default_law)}, 0, {}};
}

// One law and what was read behind it; or why it is not one, with every candidate.
ReadAddresses addresses(const ReadLaw& law, std::string_view name, std::vector<AddressRange> ranges,
                        const Registry& registry) {
  ReadAddresses out;
  if (law.ids.size() == 1 && law.problem.empty()) {
    for (AddressRange& range : ranges) {
      range.first.law_id = law.ids.front();
      if (range.last) range.last->law_id = law.ids.front();
    }
    out.ranges = std::move(ranges);
    return out;
  }
  out.problem = !law.problem.empty() ? law.problem
                                     : in_quotes(name) + "と呼ばれる法令が" +
                                           std::to_string(law.ids.size()) + "件あります";
  for (const std::string& id : law.ids) out.candidates.push_back(candidate(id, ranges, registry));
  return out;
}

// What could not be read behind the law; 「民法改正法5条」: or its name goes on.
ReadAddresses unread_rest(std::string_view text, const ReadLaw& law, std::string_view rest,
                          bool nothing_read, const LawBook& book) {
  ReadAddresses out;
  out.problem = in_quotes(rest) + "を読めません" + std::string(kHowToWrite);
  if (!nothing_read) return out;
  const std::size_t length = unknown_name_length(text, book.registry);
  if (length > law.length) {
    add_nearest(out, text.substr(0, length), book,
                read_provisions(text.substr(length), book.registry).ranges);
  }
  return out;
}

}  // namespace

ReadAddresses read_address(std::string_view text, const LawBook& book, std::string_view default_law,
                           std::uint32_t scope) {
  text = trim(text);
  if (text.empty()) return {{}, "番地が空です", {}};
  if (text.size() > kLongest) return {{}, "番地が長すぎます", {}};
  if (const auto bad = find_invalid_utf8(text)) {
    return {{}, "UTF-8 ではない文字があります（" + std::to_string(*bad + 1) + "バイト目）", {}};
  }
  if (const auto machine = parse_address_range(half_width(text))) return {{*machine}, {}, {}};

  const auto law = read_law(text, book, default_law, scope);
  if (!law) return unknown_law(text, book);
  const std::string_view name = text.substr(0, law->length);
  std::string_view rest = trim(text.substr(law->length));
  if (rest.empty()) return addresses(*law, name, {AddressRange{}}, book.registry);

  // 「強化法/a5/p1」, 「強化法@20261001」: a name in front of the machine form.
  if (const std::string machine = half_width(rest);
      machine.front() == '/' || machine.front() == '@') {
    if (law->ids.empty()) return addresses(*law, name, {}, book.registry);
    const auto range = parse_address_range(law->ids.front() + machine);
    if (!range) return broken_machine_form(law->ids.front() + machine);
    return addresses(*law, name, {*range}, book.registry);
  }

  constexpr std::string_view kNo = "の";
  if (rest.size() > kNo.size() && rest.starts_with(kNo)) rest.remove_prefix(kNo.size());
  const auto provisions = read_provisions(rest, book.registry);
  if (provisions.length < rest.size() && law->problem.empty()) {
    return unread_rest(text, *law, rest.substr(provisions.length), provisions.length == 0, book);
  }
  return addresses(*law, name, provisions.ranges, book.registry);
}

}  // namespace corpus
