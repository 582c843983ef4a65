// SPDX-License-Identifier: GPL-2.0-or-later
// The words people and drafters write provisions with, for provision_reader.h and address_text.h.
#pragma once

#include <string_view>

#include "corpus/address.h"

namespace corpus {

inline constexpr int kArticleRank = 6;
inline constexpr int kParagraphRank = 7;
inline constexpr int kItemRank = 8;
inline constexpr int kSubitemRank = 9;
inline constexpr int kLastRank = 10;  // tables and forms: nothing stands below them

// The units a path is written with, each with examples and what they read as; tests hold the table
// to them.
struct ProvisionUnit {
  std::string_view name;
  SegmentKind kind;
  int rank;  // a unit stands behind those of lower rank only
  std::string_view example;
  std::string_view path;
};
inline constexpr ProvisionUnit kUnits[] = {
    {"編", SegmentKind::part, 1, "第二編", "pt2"},
    {"章", SegmentKind::chapter, 2, "第2章", "ch2"},
    {"節", SegmentKind::section, 3, "第二章第一節", "ch2/se1"},
    {"款", SegmentKind::subsection, 4, "２章１節３款", "ch2/se1/ss3"},
    {"目", SegmentKind::division, 5, "第三款第一目", "ss3/dv1"},
    {"条", SegmentKind::article, kArticleRank, "第六条の二", "a6_2"},
    {"項", SegmentKind::paragraph, kParagraphRank, "6条2項", "a6/p2"},
    {"号", SegmentKind::item, kItemRank, "第六条第二項第三号の二", "a6/p2/i3_2"},
};

struct AttachmentWord {
  std::string_view text;
  SegmentKind kind;
};
// Longer before shorter.
inline constexpr AttachmentWord kAttachments[] = {
    {"別記様式", SegmentKind::form}, {"様式", SegmentKind::form},
    {"書式", SegmentKind::form},     {"別表", SegmentKind::table},
    {"別記", SegmentKind::appendix}, {"別図", SegmentKind::appendix},
    {"別紙", SegmentKind::appendix}, {"附録", SegmentKind::appendix},
    {"付録", SegmentKind::appendix},
};
inline constexpr AttachmentWord kWholes[] = {{"前文", SegmentKind::preamble},
                                             {"目次", SegmentKind::contents},
                                             {"制定文", SegmentKind::enactment}};

struct PartWord {
  std::string_view text;
  Part part;
};
inline constexpr PartWord kParts[] = {
    {"ただし書き", Part::proviso}, {"ただし書", Part::proviso},
    {"但し書き", Part::proviso},   {"但し書", Part::proviso},
    {"但書き", Part::proviso},     {"但書", Part::proviso},
    {"本文", Part::main},          {"前段", Part::first},
    {"後段", Part::second},        {"柱書き", Part::chapeau},
    {"柱書", Part::chapeau},       {"各号列記以外の部分", Part::chapeau},
};

inline constexpr std::string_view kAnd[] = {
    "及び", "並びに", "又は", "若しくは", "または", "および", "、", ",", "，", "・", "と"};
inline constexpr std::string_view kTo[] = {"から", "~", "～", "〜", "-", "－", "‐", "–", "—", "―"};

}  // namespace corpus
