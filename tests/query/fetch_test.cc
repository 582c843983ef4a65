// SPDX-License-Identifier: GPL-2.0-or-later
// Fetching from a server of ours on the loopback interface that answers in the shapes of the API.
#include "query/fetch.h"

#include <gtest/gtest.h>

#include <fstream>

#include "corpus/error.h"
#include "corpus/law_files.h"
#include "corpus/manifest.h"
#include "corpus/registry.h"
#include "indexer/index_corpus.h"
#include "indexer/knowledge_base.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_folder.h"

namespace query {
namespace {

using std::chrono::milliseconds;
using support::http_answer;

constexpr const char* kId = "507AC0000000901";
constexpr const char* kRevision = "507AC0000000901_20260401_000000000000000";

std::string row(const std::string& id, const std::string& title, const std::string& revision) {
  return R"({"law_info":{"law_id":")" + id +
         R"(","law_num":"令和七年法律第九百一号","law_type":"Act",)" +
         R"("promulgation_date":"2025-05-23"},"revision_info":{"law_revision_id":")" + revision +
         R"(","law_title":")" + title + R"(","law_title_kana":"うんがほう","abbrev":null,)" +
         R"("updated":"2026-04-01T10:00:00+09:00","repeal_status":"None"}})";
}

std::string laws(const std::string& rows, int total = 1) {
  return http_answer(
      200, R"({"total_count":)" + std::to_string(total) + R"(,"count":1,"laws":[)" + rows + "]}");
}

std::string envelope(const std::string& revision = kRevision,
                     const std::string& number = "令和七年法律第九百一号",
                     const std::string& digits = "901") {
  return "<?xml version=\"1.0\"?><law_data_response><law_info><law_id>" + revision.substr(0, 15) +
         "</law_id></law_info><revision_info><law_revision_id>" + revision +
         "</law_revision_id></revision_info><law_full_text><Law Era=\"Reiwa\" Year=\"7\" Num=\"" +
         digits + "\" LawType=\"Act\"><LawNum>" + number +
         "</LawNum><LawBody><LawTitle>運河法</LawTitle><MainProvision><Article Num=\"1\">"
         "<ArticleTitle>第一条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/>"
         "<ParagraphSentence><Sentence>運河は、通る。</Sentence></ParagraphSentence></Paragraph>"
         "</Article></MainProvision></LawBody></Law></law_full_text></law_data_response>";
}

class Fetch : public testing::Test {
 protected:
  ApiOptions options() {
    ApiOptions o;
    o.base_url = server_.url() + "/api/2";
    o.sleep = [this](milliseconds time) { slept_.push_back(time); };
    o.http.timeout = std::chrono::seconds(10);
    return o;
  }
  void serve_law() {
    server_.answer("/api/2/laws", {laws(row(kId, "運河法", kRevision))});
    server_.answer(std::string("/api/2/law_data/") + kRevision, {http_answer(200, envelope())});
  }
  FetchReport fetch(const std::string& law = kId) {
    EgovApi api(options());
    return fetch_laws(api, {law}, folder_.path() / "c", "2026-11-24", {}).front();
  }
  std::filesystem::path file() const {
    return folder_.path() / "c/official" / (std::string(kRevision) + ".xml");
  }

  support::LoopbackServer server_;
  support::TempFolder folder_;
  std::vector<milliseconds> slept_;
};

TEST_F(Fetch, WritesTheLawAndItsLineOfTheLock) {
  serve_law();
  EXPECT_EQ(fetch().result, Fetched::taken);
  EXPECT_EQ(corpus::read_file(file().string()), envelope());
  const Lock lock = read_lock(folder_.path() / "c");
  ASSERT_TRUE(lock.contains(kId));
  EXPECT_EQ(lock.at(kId).revision, kRevision);
  EXPECT_EQ(lock.at(kId).fetched, "2026-11-24");
  EXPECT_EQ(lock.at(kId).sha256.size(), 64U);
}

TEST_F(Fetch, FindsByNumberAndByTitle) {
  serve_law();
  EXPECT_EQ(fetch("令和七年法律第九百一号").title, "運河法");
  EXPECT_EQ(fetch("運河法").result, Fetched::unchanged);
  EXPECT_NE(server_.asked().front().find("law_num="), std::string::npos);
}

TEST_F(Fetch, NamesTheCandidatesOfAPartOfATitle) {
  serve_law();
  const FetchReport report = fetch("運河");
  EXPECT_EQ(report.result, Fetched::failed);
  EXPECT_NE(report.hint.find("運河法"), std::string::npos);
}

TEST_F(Fetch, TakesNothingTwiceUnlessTheRevisionOrTheFileChanged) {
  serve_law();
  fetch();
  EXPECT_EQ(fetch().result, Fetched::unchanged);
  std::ofstream(file()) << "spoilt";
  EXPECT_EQ(fetch().result, Fetched::taken);
  const std::string later = "507AC0000000901_20261001_508AC0000000903";
  server_.answer("/api/2/laws", {laws(row(kId, "運河法", later))});
  server_.answer("/api/2/law_data/" + later, {http_answer(200, envelope(later))});
  EXPECT_EQ(fetch().revision, later);
  EXPECT_TRUE(std::filesystem::exists(file())) << "the older date stays";
}

TEST_F(Fetch, GoesOnWithTheOthersWhenOneIsNotThere) {
  serve_law();
  server_.answer("/api/2/laws?response_format=json&limit=100&law_id=999AC0000000999",
                 {http_answer(404, R"({"code":"404003","message":"none"})")});
  EgovApi api(options());
  const auto reports = fetch_laws(api, {"999AC0000000999", kId}, folder_.path() / "c", "", {});
  EXPECT_EQ(reports[0].result, Fetched::failed);
  EXPECT_EQ(reports[1].result, Fetched::taken);
}

TEST_F(Fetch, WaitsAsLongAsIsAskedFor) {
  serve_law();
  server_.answer("/api/2/laws",
                 {http_answer(429, "", "Retry-After: 7\r\n"), laws(row(kId, "運河法", kRevision))});
  EXPECT_EQ(fetch().result, Fetched::taken);
  EXPECT_EQ(slept_.front(), milliseconds(7000));
}

TEST_F(Fetch, TriesAgainWithGrowingPatienceAndGivesUp) {
  server_.answer("/api/2/laws", {http_answer(500, "")});
  const FetchReport report = fetch();
  EXPECT_EQ(report.result, Fetched::failed);
  EXPECT_NE(report.problem.find("500"), std::string::npos);
  EXPECT_EQ(server_.asked().size(), 5U);
  std::vector<milliseconds> patience;
  for (const milliseconds time : slept_) {
    if (time != milliseconds(250)) patience.push_back(time);
  }
  EXPECT_EQ(patience, (std::vector<milliseconds>{milliseconds(1000), milliseconds(2000),
                                                 milliseconds(4000), milliseconds(8000)}));
}

TEST_F(Fetch, TriesAgainAfterACutConnection) {
  serve_law();
  const std::string whole = http_answer(200, envelope());
  server_.answer(std::string("/api/2/law_data/") + kRevision,
                 {whole.substr(0, whole.size() / 2), "", whole});
  EXPECT_EQ(fetch().result, Fetched::taken);
  EXPECT_EQ(corpus::read_file(file().string()), envelope());
}

TEST_F(Fetch, RefusesWhatIsNoListOfLaws) {
  for (const char* body : {"", "[]", "{}", "{\"laws\":7}", "<html>maintenance</html>"}) {
    server_.answer("/api/2/laws", {http_answer(200, body)});
    EXPECT_EQ(fetch().result, Fetched::failed) << body;
  }
  server_.answer("/api/2/laws", {http_answer(200, R"({"laws":[3,null,{},{"law_info":[]}]})")});
  EXPECT_EQ(fetch().result, Fetched::failed);
}

TEST_F(Fetch, LeavesNothingBehindOfABrokenText) {
  serve_law();
  for (const std::string& body :
       {std::string("<law_data_response><law_full_text>"), std::string(), std::string("<a/>"),
        std::string("\xff\xfe"), envelope(kRevision, "令和七年法律第九百二号", "902")}) {
    server_.answer(std::string("/api/2/law_data/") + kRevision, {http_answer(200, body)});
    EXPECT_EQ(fetch().result, Fetched::failed) << body;
  }
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_TRUE(read_lock(folder_.path() / "c").empty());
}

TEST_F(Fetch, FollowsWithinTheHostOnly) {
  serve_law();
  server_.answer("/moved", {laws(row(kId, "運河法", kRevision))});
  server_.answer("/api/2/laws", {http_answer(302, "", "Location: /moved\r\n")});
  EXPECT_EQ(fetch().result, Fetched::taken);

  const support::LoopbackServer elsewhere;
  server_.answer("/api/2/laws",
                 {http_answer(302, "", "Location: " + elsewhere.url() + "/laws\r\n")});
  EXPECT_NE(fetch().problem.find("転送"), std::string::npos);
  EXPECT_TRUE(elsewhere.asked().empty());

  server_.answer("/api/2/laws", {http_answer(302, "", "Location: file:///etc/passwd\r\n")});
  EXPECT_EQ(fetch().result, Fetched::failed);
  server_.answer("/api/2/laws", {http_answer(302, "", "Location: /api/2/laws\r\n")});
  EXPECT_NE(fetch().problem.find("終わりません"), std::string::npos);
}

TEST_F(Fetch, StopsAtWhatIsTooLarge) {
  ApiOptions small = options();
  small.http.max_bytes = 1000;
  server_.answer("/api/2/laws", {http_answer(200, std::string(5000, ' '))});
  EgovApi api(small);
  const auto reports = fetch_laws(api, {kId}, folder_.path() / "c", "", {});
  EXPECT_NE(reports.front().problem.find("大きすぎます"), std::string::npos);
  EXPECT_EQ(server_.asked().size(), 1U);
}

TEST_F(Fetch, TakesNoNameThatLeadsOutOfTheFolder) {
  for (const std::string revision :
       {"../../../../etc/passwd", "507AC0000000901_20260401_../../../../x/y",
        "507AC0000000902_20260401_000000000000000", ""}) {
    server_.answer("/api/2/laws", {laws(row(kId, "運河法", revision))});
    server_.answer("/api/2/law_data", {http_answer(200, envelope())});
    EXPECT_EQ(fetch().result, Fetched::failed) << revision;
  }
  for (const auto& asked : server_.asked()) EXPECT_EQ(asked.find("law_data"), std::string::npos);
  EXPECT_EQ(fetch("../../etc/passwd").result, Fetched::failed);
  EXPECT_NE(server_.asked().back().find("..%2F..%2Fetc"), std::string::npos);
}

TEST_F(Fetch, BuildsTheRegistryPageByPage) {
  std::string first;
  for (int i = 0; i < 500; ++i) {
    first += (i == 0 ? "" : ",") +
             row("507AC000000" + std::to_string(1000 + i), "第" + std::to_string(i) + "法", "");
  }
  server_.answer("/api/2/laws?response_format=json&limit=500&offset=0", {laws(first, 501)});
  server_.answer("/api/2/laws?response_format=json&limit=500&offset=500",
                 {laws(row(kId, "運\\t河法", kRevision), 501)});
  EgovApi api(options());
  EXPECT_EQ(write_registry(api, folder_.path(), {}), 501U);
  EXPECT_EQ(server_.asked().size(), 2U);
  const auto registry = corpus::Registry::load(folder_.path() / "registry.tsv");
  EXPECT_EQ(registry.size(), 501U);
  EXPECT_EQ(registry[*registry.by_id(kId)].title, "運 河法");
}

TEST_F(Fetch, EntersItselfInTheManifestOnce) {
  std::ofstream(folder_.path() / "corpus.toml") << "name = \"x\"";
  enter_in_manifest(folder_.path(), "official/*.xml");
  const std::string once = corpus::read_file((folder_.path() / "corpus.toml").string());
  enter_in_manifest(folder_.path(), "official/*.xml");
  EXPECT_EQ(corpus::read_file((folder_.path() / "corpus.toml").string()), once);
  EXPECT_EQ(corpus::load_manifest(folder_.path()).documents.front().path, "official/*.xml");
}

// From the server to the answer: the digest of a law gives way to the text that was fetched.
TEST_F(Fetch, TheOfficialTextTakesThePlaceOfTheDigest) {
  const auto corpus = folder_.path() / "c";
  std::filesystem::create_directories(corpus / "digest");
  std::ofstream(corpus / "corpus.toml")
      << "name = \"運河\"\n[[document]]\npath = \"digest/*.xml\"\nkind = \"statute\"\n"
         "text = \"digest\"\n";
  std::string digest = envelope();
  digest.replace(digest.find("運河は、通る。"), std::string("運河は、通る。").size(),
                 "要するに運河は通る。");
  std::ofstream(corpus / "digest" / (std::string(kId) + ".xml")) << digest;
  const auto text_on_hand = [&] {
    indexer::index_corpus(
        {.corpus = corpus, .kb = folder_.path() / "kb", .terms = {}, .jobs = 1, .progress = {}});
    const auto kb = indexer::KnowledgeBase::open(folder_.path() / "kb");
    const corpus::Law law = kb.load(kb.revisions_of(kId)->on("20261124"));
    return std::pair(law.digest, law.provisions[law.provisions.size() - 1].text);
  };
  EXPECT_EQ(text_on_hand(), std::pair(true, std::string("要するに運河は通る。")));
  serve_law();
  ASSERT_EQ(fetch().result, Fetched::taken);
  enter_in_manifest(corpus, "official/*.xml");
  EXPECT_EQ(text_on_hand(), std::pair(false, std::string("運河は、通る。")));
}

TEST(FetchLock, RefusesWhatIsNoLock) {
  const support::TempFolder folder;
  std::ofstream(folder.path() / "jobun.lock.tsv") << "no lock\n";
  EXPECT_THROW(read_lock(folder.path()), corpus::Error);
  std::ofstream(folder.path() / "jobun.lock.tsv")
      << "# jobun lock v1\nlaw_id\trevision\tsha256\tfetched\tupdated\ttitle\n"
      << "507AC0000000901\t../x\t0\t\t\t\n";
  EXPECT_THROW(read_lock(folder.path()), corpus::Error);
}

TEST(FetchBulk, RefusesWhatIsNoZip) {
  const support::TempFolder folder;
  std::ofstream(folder.path() / "a.zip") << "no zip";
  EXPECT_THROW(take_bulk(folder.path() / "a.zip", folder.path() / "c"), corpus::Error);
}

}  // namespace
}  // namespace query
