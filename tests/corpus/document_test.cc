// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/document.h"

#include <gtest/gtest.h>

#include "corpus/documents/document_reader.h"
#include "corpus/documents/furniture_rules.h"
#include "corpus/documents/heading_rules.h"
#include "corpus/documents/note_rules.h"
#include "corpus/error.h"

namespace corpus {
namespace {

// One block a line: kind, level of a heading, [mark] and text.
std::string blocks_of(const documents::DocumentText& d) {
  std::string out;
  for (const documents::Block& b : d.blocks) {
    out += to_string(b.kind).substr(0, 1);
    if (b.kind == documents::BlockKind::heading) out += std::to_string(b.level);
    if (!b.mark.empty()) out += '[' + b.mark + ']';
    out += ' ' + std::string(b.text.of(d.text)) + '\n';
  }
  return out;
}

std::string read(std::string_view text, const std::string& name = "paper.txt") {
  return blocks_of(documents::read_document(text, name));
}

TEST(HeadingRules, EveryRowFindsItsExamplesAndNothingElse) {
  for (std::size_t row = 0; row < documents::heading_rules().size(); ++row) {
    const documents::HeadingRule& rule = documents::heading_rules()[row];
    EXPECT_FALSE(rule.examples[0].empty()) << rule.name;
    for (const std::string_view example : rule.examples) {
      if (example.empty()) continue;
      const auto found = documents::find_heading_mark(example);
      ASSERT_TRUE(found) << rule.name << ": " << example;
      EXPECT_EQ(documents::heading_rules()[found->rule].name, rule.name) << example;
      EXPECT_TRUE(documents::may_be_heading(example)) << example;
    }
    for (const std::string_view other : rule.not_in) {
      if (other.empty()) continue;
      const auto found = documents::find_heading_mark(other);
      EXPECT_TRUE(!found || found->rule != row) << rule.name << ": " << other;
    }
  }
}

TEST(FurnitureRules, EveryRowFindsItsExamplesAndNothingElse) {
  for (const documents::FurnitureRule& rule : documents::furniture_rules()) {
    EXPECT_FALSE(rule.examples[0].empty()) << rule.name;
    for (const std::string_view example : rule.examples) {
      if (!example.empty()) {
        EXPECT_EQ(documents::find_furniture(example), &rule) << rule.name << ": " << example;
      }
    }
    for (const std::string_view other : rule.not_in) {
      if (!other.empty()) {
        EXPECT_NE(documents::find_furniture(other), &rule) << rule.name << ": " << other;
      }
    }
  }
}

TEST(NoteRules, EveryRowFindsItsExamples) {
  for (const documents::NoteRule& rule : documents::note_rules()) {
    if (rule.in_text) {
      const std::size_t word = std::string_view("語").size();
      EXPECT_TRUE(documents::mark_in_text(rule.in_text_example, word)) << rule.name;
    }
    if (rule.begins_note) {
      EXPECT_TRUE(documents::begins_note(rule.note_example)) << rule.name;
    }
  }
}

TEST(Document, LinesBrokenInMidSentenceAreJoined) {
  EXPECT_EQ(read("水門の管理に\n係る費用は、国の\n負担とする。\n"),
            "p 水門の管理に係る費用は、国の負担とする。\n");
  EXPECT_EQ(read("水門の種類は次のとおりである。\n堰を持つ水路\n樋門のある水路\n"),
            "p 水門の種類は次のとおりである。\np 堰を持つ水路\np 樋門のある水路\n");
}

TEST(Document, APageNumberBetweenTwoHalvesOfASentenceIsSetAside) {
  const std::string text =
      "水路を管理する者は、毎年度の初めに水門の点検を行い、その結果を関係の地方公共団体に\n\n- 3 "
      "-\n\n報告しなければならない。\n";
  const documents::DocumentText d = documents::read_document(text, "paper.txt");
  EXPECT_EQ(blocks_of(d),
            "p "
            "水路を管理する者は、毎年度の初めに水門の点検を行い、その結果を関係の地方公共団体に報告"
            "しなければならない。\n");
  ASSERT_EQ(d.set_aside.size(), 1U);
  EXPECT_EQ(d.set_aside[0].source.of(text), "- 3 -");
}

// What pdftotext gives: lines of the page's width, a form feed before each page, the same head on
// each.
std::string dumped_pages() {
  std::string out;
  for (const std::string order : {"一", "二", "三"}) {
    if (!out.empty()) out += '\f';
    out += "水路白書（試験用）\n\n";
    out += "　第" + order +
           "に、管理に当たる者は、水位が定められた高さを超えたときは、遅滞な\n"
           "く、その旨を下流の水路の管理者及び関係の市町村の長に知らせ、あわせて\n"
           "水門を開く時刻その他の必要な事項を伝えることとされている。\n"
           "　他方、第" +
           order +
           "の水門を閉じるときは、上流の水位を確かめて行うことが\n"
           "求められるところ、その手順の第" +
           order + "は管理者ごとに異なっており、統一した\n";
    out += "\n" + std::to_string(10 + out.size() / 500) + "\n";
  }
  return out;
}

TEST(Document, PagesOfAPdfAreOneText) {
  const documents::DocumentText d = documents::read_document(dumped_pages(), "paper.txt");
  std::size_t heads = 0, numbers = 0;
  for (const documents::SetAside& a : d.set_aside) {
    heads += a.why == documents::Aside::running_head;
    numbers += a.why == documents::Aside::page_number;
  }
  EXPECT_EQ(heads, 3U);
  EXPECT_EQ(numbers, 3U);
  EXPECT_EQ(d.text.find("水路白書"), std::string::npos);
  EXPECT_NE(d.text.find(
                "遅滞なく、その旨を下流の水路の管理者及び関係の市町村の長に知らせ、あわせて水門を"),
            std::string::npos);
}

TEST(Document, HeadingsAreATree) {
  const documents::DocumentText d = documents::read_document(
      "第１章　総論\n\n1. "
      "水路の現状\n\n水路の延長は年々増えており、管理の負担も大きくなっている。\n\n(1) 上流\n\n"
      "上流では、水門の老朽化が進んでいることが指摘されている。\n\n(2) "
      "下流\n\n下流では、水位の上昇が続いていることが指摘されている。\n\n2. 今後の対応\n\n"
      "国は、水門の更新を計画的に進めることが求められている。\n",
      "paper.txt");
  std::string tree;
  for (std::size_t s = 1; s < d.sections.size(); ++s) {
    std::string path;
    for (const std::string& h : documents::heading_path(d, s)) path += '/' + h;
    tree += path + '\n';
  }
  EXPECT_EQ(tree,
            "/第１章　総論\n/第１章　総論/1. 水路の現状\n/第１章　総論/1. 水路の現状/(1) 上流\n"
            "/第１章　総論/1. 水路の現状/(2) 下流\n/第１章　総論/2. 今後の対応\n");
}

TEST(Document, NumberedNeighboursAreAList) {
  EXPECT_EQ(
      read("届け出る事項は次のとおりである。\n① 水門の位置\n② 水門の構造\n③ 管理者の氏名\n"),
      "p 届け出る事項は次のとおりである。\nb[①] 水門の位置\nb[②] 水門の構造\nb[③] 管理者の氏名\n");
}

TEST(Document, TheTableOfContentsIsNoText) {
  const documents::DocumentText d = documents::read_document(
      "目次\n\n1. 水路の現状 ………… 1\n2. 今後の対応\t3\n\n1. "
      "水路の現状\n\n水路の延長は年々増えており、管理の負担も大きくなっている。\n\n2. "
      "今後の対応\n\n"
      "国は、水門の更新を計画的に進めることが求められている。\n",
      "paper.txt");
  EXPECT_EQ(d.sections.size(), 3U);
  EXPECT_EQ(d.set_aside.size(), 3U);
}

TEST(Document, NoteMarksAreTakenOutAndBound) {
  const std::string text =
      "水路の管理者は水路安全法¹⁹に基づき届け出る<sup>2</sup>。樋門※1も同じである（☆）。\n\n¹⁹ "
      "令和の初めに改められた。\n\n"
      "<sup>2</sup> 様式は別に定める。\n\n※1 小さいものを除く。\n\n☆ 施行後に限る。\n";
  const documents::DocumentText d = documents::read_document(text, "paper.md");
  EXPECT_EQ(d.blocks[0].text.of(d.text),
            "水路の管理者は水路安全法に基づき届け出る。樋門も同じである。");
  ASSERT_EQ(d.marks.size(), 4U);
  for (const documents::NoteMark& m : d.marks) ASSERT_TRUE(m.note) << m.label;
  EXPECT_EQ(d.blocks[*d.marks[0].note].text.of(d.text), "令和の初めに改められた。");
  EXPECT_EQ(d.marks[0].source.of(text), "¹⁹");
  EXPECT_EQ(d.blocks[*d.marks[3].note].text.of(d.text), "施行後に限る。");
}

TEST(Document, LooseDigitsThatCountUpAreMarks) {
  const documents::DocumentText d = documents::read_document(
      "水路安全法 1 と樋門法 2 は、第 3 条の特例を置く。平成 26 年の改正 3 の後、管理者は 5 "
      "人である。\n",
      "paper.txt");
  EXPECT_EQ(
      d.text,
      "水路安全法と樋門法は、第 3 条の特例を置く。平成 26 年の改正の後、管理者は 5 人である。");
  EXPECT_EQ(d.marks.size(), 3U);
}

TEST(Document, DigitsGluedToAWordAreMarksWhereTheirNotesStand) {
  const documents::DocumentText d = documents::read_document(
      "水路安全法1と樋門法2は、特例を置く。\n\n1 令和の初めに改められた法律である。\n\n2 "
      "樋門の管理に関する法律である。\n",
      "paper.txt");
  EXPECT_EQ(d.blocks[0].text.of(d.text), "水路安全法と樋門法は、特例を置く。");
  ASSERT_EQ(d.marks.size(), 2U);
  EXPECT_TRUE(d.marks[0].note && d.marks[1].note);
}

TEST(Document, TablesAndBulletsKeepTheirShape) {
  EXPECT_EQ(read("水門\t高さ\n北\t三メートル\n\n- 点検\n- 修繕\n"),
            "t 水門\t高さ\n北\t三メートル\nb[-] 点検\nb[-] 修繕\n");
  EXPECT_EQ(read("| 水門 | 高さ |\n|---|---|\n| 北 | 三 |\n", "a.md"), "t 水門\t高さ\n北\t三\n");
}

TEST(Document, EveryPlaceLeadsBackToItsBytes) {
  const std::string text =
      "水路の**管理者**は、 7 水門の\n点検を行う。樋門 8 の点検も行う。堰 9 も同じ。\n";
  const documents::DocumentText d = documents::read_document(text, "a.txt");
  for (std::size_t at = 0; at < d.text.size();) {
    const std::size_t begin = at;
    next_code_point(d.text, at);
    const Span source = d.map.to_source({begin, at});
    if (!source.empty()) {
      EXPECT_EQ(source.of(text), Span({begin, at}).of(d.text));
    }
  }
  const std::size_t found = d.text.find("水門の点検");
  ASSERT_NE(found, std::string::npos) << d.text;
  const auto pieces = d.map.pieces({found, found + std::string("水門の点検").size()});
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].of(text), "水門の");
  EXPECT_EQ(pieces[1].of(text), "点検");
}

TEST(Document, StructureComesBackFromJson) {
  const documents::DocumentText d = documents::read_document(
      "1. 水門\n\n水門の管理者¹は点検を行うものとする。これを怠ってはならない。\n\n¹ 国を含む。\n",
      "a.txt");
  const documents::DocumentText back =
      documents::read_structure(d.text, to_json(d), "structure.json");
  EXPECT_EQ(blocks_of(back), blocks_of(d));
  EXPECT_EQ(back.marks.size(), d.marks.size());
  EXPECT_EQ(documents::to_json(back), documents::to_json(d));
  EXPECT_THROW(documents::read_structure("短い", documents::to_json(d), "structure.json"), Error);
  EXPECT_THROW(documents::read_structure(d.text, "{", "structure.json"), Error);
}

TEST(Document, TenThousandBracketsAreQuick) {
  std::string text(10000, '(');
  for (int i = 0; i < 2000; ++i) text += "（注";
  EXPECT_NO_THROW(documents::read_document(text + "。\n", "a.txt"));
}

}  // namespace
}  // namespace corpus
