// SPDX-License-Identifier: GPL-2.0-or-later
// The name of one provision, the same in files, URLs, JSON and on the command line:
//   507AC0000000042@20261001/a5/p1:proviso     第五条第一項ただし書, as of the revision of that
//   date 426AC1000000104/sup-507AC0000000043/a1     附則第一条 of the amending law
//   令和七年法律第四十三号
// Reading is strict (one spelling only); what people write is read by address_reader.h.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

// 第六条の二の三 is {6,2,3}: a main number and branch numbers, 0 where there is none.
struct Ordinal {
  static constexpr std::size_t kDepth = 5;  // the deepest in force is four (第十一条の二の五の二)
  std::array<std::uint16_t, kDepth> n{};

  Ordinal() = default;
  explicit Ordinal(std::uint16_t main) { n[0] = main; }
  bool empty() const { return n[0] == 0; }
  auto operator<=>(const Ordinal&) const = default;
};

std::string to_string(const Ordinal&);                        // "6_2_3"
std::optional<Ordinal> parse_ordinal(std::string_view text);  // no leading zero, each <= 65535

enum class SegmentKind : std::uint8_t {
  enactment,   // 制定文          enact
  contents,    // 目次            toc
  preamble,    // 前文            pre
  part,        // 編              pt1
  chapter,     // 章              ch2
  section,     // 節              se1
  subsection,  // 款              ss1
  division,    // 目              dv1
  article,     // 条              a6_2
  paragraph,   // 項              p1
  item,        // 号              i2_2
  subitem,     // イ, (1), …      s1
  suppl,       // 附則            sup, sup-<amending law id>
  table,       // 別表第一        tab1
  form,        // 様式第一        form1
  appendix,    // 別記, 別図, …   app1
};

struct Segment {
  SegmentKind kind = SegmentKind::article;
  Ordinal num;   // empty for a lone 別表, 附則, 前文
  Ordinal last;  // set when one provision stands for a run of deleted ones: a3:5
  std::string
      amending_law;  // suppl only: id of the amending law, or [法令番号] when it has none we know
  std::uint16_t nth = 1;  // second and later namesakes among siblings: form1~2
  bool each = false;      // i*: 各号

  bool operator==(const Segment&) const = default;
  std::strong_ordering operator<=>(const Segment&) const = default;
};

// main 本文, proviso ただし書, first 前段, second 後段, chapeau 柱書
enum class Part : std::uint8_t { whole, main, proviso, first, second, chapeau };

std::string_view to_string(Part);  // "" for whole
std::optional<Part> parse_part(std::string_view);

struct Address {
  std::string law_id;
  std::string revision;  // yyyymmdd, or empty: whatever is in force
  std::vector<Segment> path;
  Part part = Part::whole;

  bool operator==(const Address&) const = default;
  std::strong_ordering operator<=>(const Address&) const = default;

  bool is_law() const { return path.empty(); }
  // 強化法5条 contains 強化法5条1項; an address contains itself.
  bool contains(const Address& other) const;
};

// から…まで; a single provision has no last.
struct AddressRange {
  Address first;
  std::optional<Address> last;
  bool operator==(const AddressRange&) const = default;
  std::strong_ordering operator<=>(const AddressRange&) const = default;
};

std::string to_string(const Segment&);
std::string to_string(const Address&);
std::string to_string(const AddressRange&);

std::optional<Segment> parse_segment(std::string_view);
std::optional<Address> parse_address(std::string_view);
std::optional<AddressRange> parse_address_range(std::string_view);

// a5-p1: the id of the provision in a page of its law.
std::string to_anchor(const Address&);

}  // namespace corpus
