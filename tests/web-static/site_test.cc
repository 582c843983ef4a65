// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/site.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "corpus/error.h"
#include "fixtures.h"
#include "page_reader.h"

namespace web {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

class Site : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "jobun-site-XXXXXX").string();
    root_ = mkdtemp(name.data());
    out_ = root_ / "site";
    options_.resources = JOBUN_SOURCE_DIR "/web-static";
    options_.sources = {{"出典の名", "https://laws.e-gov.go.jp/", "規約", "2026-04-01"},
                        {"<b>悪い</b>", "javascript:alert(1)", "\"", ""}};
  }
  void TearDown() override { fs::remove_all(root_); }

  SiteSummary write() const {
    return write_site(
        out_, laws_.size(), [&](std::size_t i) { return laws_[i]; }, options_);
  }

  Files files() const {
    Files out;
    for (const auto& file : fs::recursive_directory_iterator(out_)) {
      if (!file.is_regular_file()) continue;
      std::ifstream in(file.path(), std::ios::binary);
      std::ostringstream bytes;
      bytes << in.rdbuf();
      out[fs::relative(file.path(), out_).generic_string()] = bytes.str();
    }
    return out;
  }

  fs::path root_;
  fs::path out_;
  SiteOptions options_;
  std::vector<corpus::Law> laws_ = web_tests::all_laws();
};

TEST_F(Site, SameBytesWhateverTheThreads) {
  const corpus::Law one = laws_[0];
  for (int i = 0; i < 40; ++i) {
    laws_.push_back(one);
    laws_.back().id = "506AC00000010" + std::to_string(10 + i);
  }
  write();
  const Files first = files();
  for (const std::size_t threads : {2U, 7U, 1000U}) {
    fs::remove_all(out_);
    options_.threads = threads;
    EXPECT_EQ(write().laws, laws_.size());
    EXPECT_EQ(files(), first) << threads;
  }
}

TEST_F(Site, SecondRunWritesNothing) {
  // Each law's page and its data; index, about, search with its base, names and one shard, the
  // style and three scripts.
  const std::size_t files = 2 * laws_.size() + 10;
  EXPECT_EQ(write().written, files);
  const SiteSummary again = write();
  EXPECT_EQ(again.written, 0U);
  EXPECT_EQ(again.removed, 0U);
  EXPECT_EQ(again.files, files);
}

TEST_F(Site, ChangedLawRewritesItsFilesOnly) {
  write();
  const Files before = files();
  laws_[0].provisions.back().num += "改";
  EXPECT_EQ(write().written, 2U);
  const Files after = files();
  for (const auto& [name, bytes] : after) {
    const bool own =
        name == "law/" + laws_[0].id + "/index.html" || name == "data/" + laws_[0].id + "/0.js";
    EXPECT_EQ(bytes != before.at(name), own) << name;
  }
}

TEST_F(Site, StaleLawIsRemovedForeignFileStays) {
  write();
  std::ofstream(out_ / "CNAME") << "example";
  const std::string gone = laws_.back().id;
  laws_.pop_back();
  EXPECT_EQ(write().removed, 2U);
  EXPECT_FALSE(fs::exists(out_ / "law" / gone));
  EXPECT_FALSE(fs::exists(out_ / "data" / gone));
  EXPECT_TRUE(fs::exists(out_ / "CNAME"));
}

TEST_F(Site, EveryInternalLinkAndFragmentExists) {
  write();
  std::map<std::string, web_tests::Page> pages;
  const Files all = files();
  for (const auto& [name, bytes] : all) {
    if (name.ends_with(".html")) pages[name] = web_tests::read_page(bytes);
  }
  std::size_t checked = 0;
  for (const auto& [name, page] : pages) {
    EXPECT_EQ(page.problems, std::vector<std::string>{}) << name;
    for (const std::string& link : page.links) {
      if (link.starts_with("https://laws.e-gov.go.jp/")) continue;
      const std::size_t hash = link.find('#');
      const std::string path = link.substr(0, hash);
      const std::string target =
          path.empty() ? name
                       : (fs::path(name).parent_path() / path).lexically_normal().generic_string();
      ASSERT_TRUE(all.contains(target)) << name << " -> " << link;
      ++checked;
      if (hash == std::string::npos) continue;
      const std::string id = web_tests::percent_decoded(link.substr(hash + 1));
      const auto& ids = pages.at(target).ids;
      EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << name << " -> " << link;
    }
  }
  EXPECT_GT(checked, 50U);
}

TEST_F(Site, HostileTextStaysText) {
  write();
  const std::set<std::string> dangerous = {"style", "img",   "iframe", "object",
                                           "base",  "embed", "svg"};
  const std::set<std::string> attributes = {
      "class",      "id",  "href",  "lang",       "charset",  "content",   "name",
      "http-equiv", "rel", "role",  "aria-label", "colspan",  "rowspan",   "tabindex",
      "data-part",  "src", "defer", "data-root",  "data-law", "data-title"};
  const std::set<std::string> in_search = {"action", "method",       "hidden",     "for",
                                           "type",   "autocomplete", "spellcheck", "value"};
  for (const auto& [name, bytes] : files()) {
    if (!name.ends_with(".html")) continue;
    const auto page = web_tests::read_page(bytes);
    for (const auto& element : page.elements) EXPECT_FALSE(dangerous.contains(element)) << name;
    const bool search = name == "search/index.html";
    for (const auto& a : page.attributes) {
      EXPECT_TRUE(attributes.contains(a) || (search && in_search.contains(a))) << name << ' ' << a;
    }
    EXPECT_TRUE(search || !page.elements.contains("form")) << name;
    for (std::size_t at = 0; (at = bytes.find("<script", at)) != std::string::npos; ++at) {
      const std::string tag = bytes.substr(at, bytes.find('\n', at) - at);
      EXPECT_TRUE(tag.starts_with("<script src=\"") && tag.ends_with(".js\" defer></script>"))
          << tag;
    }
    for (const auto& link : page.links) EXPECT_FALSE(link.starts_with("javascript:")) << name;
    EXPECT_NE(bytes.find("default-src 'none'"), std::string::npos) << name;
  }
  const auto page = web_tests::read_page(files().at("law/506R00000000904/index.html"));
  EXPECT_NE(page.text.find("<script>alert(1)</script>&amp;{{number}}"), std::string::npos);
  EXPECT_NE(page.text.find("{{title}}、{{{body}}}"), std::string::npos);
}

TEST_F(Site, DigestSaysSoAndLinksTheOfficialText) {
  write();
  const Files all = files();
  for (const corpus::Law& law : laws_) {
    const std::string& html = all.at("law/" + law.id + "/index.html");
    EXPECT_EQ(html.find("要旨（公式の条文ではありません）") != std::string::npos, law.digest);
    EXPECT_NE(html.find("href=\"https://laws.e-gov.go.jp/law/" + law.id + "\""), std::string::npos);
  }
  EXPECT_NE(all.at("index.html").find("要旨（公式の条文ではありません）"), std::string::npos);
  EXPECT_NE(all.at("about/index.html").find("要旨（公式の条文ではありません）"), std::string::npos);
}

TEST_F(Site, IndexGroupsByKind) {
  write();
  const std::string text = web_tests::read_page(files().at("index.html")).text;
  EXPECT_LT(text.find("図書館の貸出に関する法律"), text.find("曲がった表に関する省令"));
  EXPECT_NE(text.find("2025年4月1日施行の版"), std::string::npos);
  EXPECT_NE(text.find("法律（2）"), std::string::npos);
}

std::string where_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const corpus::Error& e) {
    EXPECT_FALSE(e.hint.empty());
    return e.where;
  }
  return "no error";
}

TEST_F(Site, BadIdsAndTwinsAreErrors) {
  laws_[1].id = "../../../etc";
  EXPECT_EQ(where_of([&] { write(); }), "../../../etc");
  laws_[1].id = laws_[0].id;
  EXPECT_NE(where_of([&] { write(); }).find(laws_[0].id), std::string::npos);
}

TEST_F(Site, OfSeveralFailuresTheFirstIsReported) {
  options_.threads = 4;
  for (int run = 0; run < 20; ++run) {
    EXPECT_EQ(where_of([&] {
                write_site(
                    out_, 50,
                    [](std::size_t i) -> corpus::Law {
                      throw corpus::Error("読めません", std::to_string(i), "直してください");
                    },
                    options_);
              }),
              "0");
  }
}

TEST_F(Site, MissingTemplatesAreAnError) {
  options_.resources = root_ / "nowhere";
  EXPECT_EQ(where_of([&] { write(); }), (root_ / "nowhere/templates/page.mustache").string());
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(Site, NoLawsIsASiteStill) {
  laws_.clear();
  EXPECT_EQ(write().files, 9U);
}

}  // namespace
}  // namespace web
