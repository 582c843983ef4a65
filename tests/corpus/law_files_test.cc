// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_files.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>

#include "corpus/error.h"
#include "corpus/law_xml.h"
#include "tests/support/sample.h"
#include "tests/support/temp_folder.h"

namespace corpus {
namespace {

constexpr char kBody[] =
    R"(<MainProvision><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>水門を守る。</Sentence></ParagraphSentence></Paragraph></MainProvision>)";

Law read(std::string_view bytes) {
  return read_law(bytes, {.where = "answer"}, support::in_brackets);
}

TEST(Envelopes, ApiVersion1) {
  const std::string xml = support::law_xml(kBody).substr(38);
  const Law law = read(
      "<DataRoot><Result><Code>0</Code></Result><ApplData><LawId>507AC0000000901</"
      "LawId><LawFullText>" +
      xml + "</LawFullText></ApplData></DataRoot>");
  EXPECT_EQ(law.id, "507AC0000000901");
  EXPECT_EQ(law.provisions.at(0).text, "水門を守る。");
}

TEST(Envelopes, ApiVersion2Xml) {
  const std::string xml = support::law_xml(kBody).substr(38);
  const std::string info =
      "<law_info><law_id>507AC0000000901</law_id></law_info><revision_info><law_revision_id>"
      "507AC0000000901_20260401_508AC0000000012</law_revision_id></revision_info>";
  const Law law = read("<law_data_response>" + info + "<law_full_text>" + xml +
                       "</law_full_text></law_data_response>");
  EXPECT_EQ(law.id + ' ' + law.revision + ' ' + law.amended_by,
            "507AC0000000901 20260401 508AC0000000012");
  // The same with its law in Base64 (<Law><LawBody/></Law>).
  const Law packed =
      read("<law_data_response>" + info +
           "<law_full_text>PExhdz48TGF3\nQm9keS8+PC9MYXc+</law_full_text></law_data_response>");
  EXPECT_TRUE(packed.provisions.empty());
}

constexpr char kInfo[] =
    R"("law_info":{"law_id":"507AC0000000901"},"revision_info":{"law_revision_id":"507AC0000000901_20260401_000000000000000"})";

TEST(Envelopes, ApiVersion2Json) {
  const Law law = read(std::string("{") + kInfo +
                       R"(,"law_full_text":{"tag":"Law","attr":{"LawType":"Act"},"children":[
     {"tag":"LawNum","attr":"","children":["令和七年法律第九百一号"]},
     {"tag":"LawBody","attr":{},"children":[{"tag":"LawTitle","attr":{},"children":["水路法"]},
      {"tag":"MainProvision","attr":{},"children":[{"tag":"Paragraph","attr":{"Num":"1"},"children":[
       {"tag":"ParagraphSentence","attr":{},"children":[{"tag":"Sentence","attr":{},"children":["甲<乙&丙"]}]}]}]}]}]}})");
  EXPECT_EQ(law.id + ' ' + law.revision + ' ' + law.title, "507AC0000000901 20260401 水路法");
  EXPECT_EQ(law.type, LawType::act);
  EXPECT_EQ(law.provisions.at(0).text, "甲<乙&丙");
}

std::string error_of(std::string_view bytes) {
  try {
    read(bytes);
  } catch (const Error& e) {
    return e.where + ": " + e.what();
  }
  return "no error";
}

TEST(Envelopes, BadAnswersAreNamed) {
  EXPECT_EQ(error_of("{\n\"law_info\": }"), "answer:2: JSONとして読めません");
  EXPECT_EQ(error_of(R"({"code":"404003","message":"該当なし"})"),
            "answer:1: 法令の本文（law_full_text）がありません：該当なし");
  EXPECT_EQ(error_of(std::string("{") + kInfo + R"(,"law_full_text":{"children":[]}})"),
            "answer:1: law_full_textの要素の形が違います");
  EXPECT_EQ(error_of(std::string("{") + kInfo + R"(,"law_full_text":"***"})"),
            "answer:1: Base64として読めません");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += R"({"tag":"a","children":[)";
  for (int i = 0; i < 100'000; ++i) deep += "]}";
  EXPECT_EQ(error_of(std::string("{") + kInfo + R"(,"law_full_text":)" + deep + "}"),
            "answer:1: law_full_textの要素の形が違います");
}

TEST(LawFiles, ZipHoldsManyLaws) {
  const support::TempFolder folder;
  const std::string path = (folder.path() / "bulk.zip").string();
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  const std::string xml = support::law_xml(kBody);
  for (const char* name : {"b/507AC0000000902_20250401_000000000000000.xml",
                           "a/507AC0000000901_20250401_000000000000000.xml", "a/picture.jpg"}) {
    zip_file_add(zip, name, zip_source_buffer(zip, xml.data(), xml.size(), 0), 0);
  }
  ASSERT_EQ(zip_close(zip), 0);
  const auto files = list_law_files(path);
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].where(), path + "!a/507AC0000000901_20250401_000000000000000.xml");
  EXPECT_EQ(read_bytes(files[0]), xml);
  EXPECT_EQ(origin_of(files[0].where()).id, "507AC0000000901");
}

TEST(LawFiles, MissingEmptyAndBrokenFilesAreNamed) {
  const support::TempFolder folder;
  const std::string empty = (folder.path() / "empty.xml").string();
  std::ofstream{empty};
  const std::string broken = (folder.path() / "broken.zip").string();
  std::ofstream(broken) << "no archive";
  EXPECT_THROW(list_law_files((folder.path() / "none.xml").string()), Error);
  EXPECT_THROW(list_law_files(broken), Error);
  EXPECT_THROW(read_bytes({empty, {}, 0}), Error);
  EXPECT_THROW(read_bytes({(folder.path() / "none.xml").string(), {}, 0}), Error);
  EXPECT_THROW(read_bytes({folder.path().string(), {}, 0}), Error);
}

}  // namespace
}  // namespace corpus
