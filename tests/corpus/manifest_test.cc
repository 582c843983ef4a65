// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/manifest.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "corpus/error.h"
#include "tests/corpus/shared.h"

namespace {

namespace fs = std::filesystem;
using corpus::load_manifest;

class ManifestTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "jobun-manifest-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const fs::path& path, std::string_view text = "x") {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }

  // "laws/a.xml 0": the files with their documents.
  std::string sources(const corpus::Manifest& manifest) {
    std::string out;
    for (const auto& source : manifest.sources) {
      out += source.path.lexically_relative(folder_).string() + ' ' +
             std::to_string(source.document) + '\n';
    }
    return out;
  }

  // Where corpus.toml with this text goes wrong: "corpus.toml:2".
  std::string error_of(std::string_view toml) {
    write("corpus.toml", toml);
    try {
      load_manifest(folder_);
    } catch (const corpus::Error& error) {
      EXPECT_FALSE(error.hint.empty());
      return fs::path(error.where).filename().string();
    }
    return "-";
  }

  fs::path folder_;
};

TEST_F(ManifestTest, ReadsDocumentsAndLaws) {
  write("laws/b.xml");
  write("laws/a.xml");
  write("laws/note.txt");
  write("revisions/a-2.xml");
  write("docs/plan.txt");
  write("registry.tsv", "law_id\ttitle\n501AC0000000001\t灯台法\n");
  write("corpus.toml", R"(name = "灯台"
[[document]]
path = "laws/*.xml"
kind = "statute"
licence = "自由"
[[document]]
path = "docs/plan.txt"
kind = "strategy"
title = "灯台の計画"
text = "digest"
date = 2025-09-01
retrieved = "2025-10-01"
default_law = "501AC0000000001"
aliases_in_document = { "新法" = "501AC0000000002" }
[[law]]
id = "501AC0000000002"
aliases = ["灯火法", "ひかり法"]
title = "灯火の規制に関する法"
)");
  const auto manifest = load_manifest(folder_);
  EXPECT_EQ(manifest.name, "灯台");
  EXPECT_EQ(sources(manifest),
            "laws/a.xml 0\nlaws/b.xml 0\ndocs/plan.txt 1\nrevisions/a-2.xml 2\n");
  EXPECT_TRUE(manifest.warnings.empty());
  ASSERT_EQ(manifest.documents.size(), 3u);
  const auto& plan = manifest.documents[1];
  EXPECT_EQ(to_string(plan.kind), "strategy");
  EXPECT_EQ(plan.title, "灯台の計画");
  EXPECT_EQ(plan.date, "2025-09-01");
  EXPECT_EQ(plan.retrieved, "2025-10-01");
  EXPECT_TRUE(plan.digest);
  EXPECT_EQ(plan.line, 6u);
  EXPECT_EQ(plan.aliases, (std::vector<corpus::Alias>{{"新法", "501AC0000000002"}}));
  EXPECT_TRUE(manifest.documents[2].further_dates);
  EXPECT_EQ(manifest.documents[2].licence, "自由");

  const auto book = make_law_book(manifest);
  EXPECT_EQ(book.registry.size(), 2u);
  const auto alias = book.names.longest_at("灯火法第二条", 0);
  ASSERT_TRUE(alias);
  EXPECT_EQ(book.registry[alias->laws.front()].id, "501AC0000000002");
  EXPECT_FALSE(book.names.longest_at("新法第二条", 0));
  EXPECT_TRUE(book.names.longest_at("新法第二条", 0, 2));
}

TEST_F(ManifestTest, AFolderWithoutManifestIsItsStatutes) {
  write("b.xml");
  write("deep/er/a.xml");
  write("c.zip");
  write("d.txt");
  const auto manifest = load_manifest(folder_);
  EXPECT_EQ(sources(manifest), "b.xml 0\ndeep/er/a.xml 0\nc.zip 1\n");
  EXPECT_TRUE(manifest.warnings.empty());
  EXPECT_FALSE(manifest.registry);
  EXPECT_FALSE(manifest.name.empty());
}

TEST_F(ManifestTest, AnEmptyFolderIsAWarning) {
  EXPECT_EQ(load_manifest(folder_).warnings.size(), 1u);
}

TEST_F(ManifestTest, OddThingsAreWarnings) {
  write("laws/a.xml");
  write("corpus.toml", R"(colour = "red"
[[document]]
path = "laws/*.xml"
kidn = "order"
[[document]]
path = "none/*.xml"
[[document]]
path = "missing.txt"
[[document]]
path = "laws/a.*"
)");
  const auto manifest = load_manifest(folder_);
  std::string warnings;
  for (const auto& warning : manifest.warnings)
    warnings += fs::path(warning.where).filename().string() + '\n';
  EXPECT_EQ(warnings,
            "corpus.toml:4\ncorpus.toml:1\ncorpus.toml:7\ncorpus.toml:5\ncorpus.toml:9\n");
  EXPECT_EQ(sources(manifest), "laws/a.xml 0\n");
}

TEST_F(ManifestTest, ADocumentThatNamesAFileHasIt) {
  write("docs/a.txt");
  write("docs/b.txt");
  write("corpus.toml", "[[document]]\npath = \"docs/*\"\n[[document]]\npath = \"docs/b.txt\"\n");
  const auto manifest = load_manifest(folder_);
  EXPECT_EQ(sources(manifest), "docs/a.txt 0\ndocs/b.txt 1\n");
  EXPECT_TRUE(manifest.warnings.empty());
}

TEST_F(ManifestTest, RevisionsCanBeSet) {
  write("old/a.xml");
  write("revisions/b.xml");
  write("corpus.toml", "revisions = [\"old/*.xml\"]\n");
  EXPECT_EQ(sources(load_manifest(folder_)), "old/a.xml 0\n");
  write("corpus.toml", "revisions = []\n");
  EXPECT_EQ(sources(load_manifest(folder_)), "");
}

TEST_F(ManifestTest, ErrorsNameTheLine) {
  write("laws/a.xml");
  EXPECT_EQ(error_of("name = \"x\"\n[[document]\n"), "corpus.toml:2");
  EXPECT_EQ(error_of("name = 3\n"), "corpus.toml:1");
  EXPECT_EQ(error_of("[document]\npath = \"laws/a.xml\"\n"), "corpus.toml:1");
  EXPECT_EQ(error_of("\n[[document]]\nkind = \"order\"\n"), "corpus.toml:2");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/a.xml\"\nkind = \"poem\"\n"), "corpus.toml:3");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/a.xml\"\ntext = \"short\"\n"), "corpus.toml:3");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/a.xml\"\ndefault_law = \"強化法\"\n"),
            "corpus.toml:3");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/a.xml\"\naliases_in_document = \"新法\"\n"),
            "corpus.toml:3");
  EXPECT_EQ(error_of("[[law]]\nid = \"501AC0000000001\"\naliases = [1]\n"), "corpus.toml:3");
  EXPECT_EQ(error_of("[[law]]\naliases = [\"x\"]\n"), "corpus.toml:1");
  EXPECT_EQ(error_of("registry = \"none.tsv\"\n"), "corpus.toml:1");
  EXPECT_THROW(load_manifest(folder_ / "none"), corpus::Error);
}

TEST_F(ManifestTest, NothingLeadsOutOfTheFolder) {
  write("laws/a.xml");
  EXPECT_EQ(error_of("[[document]]\npath = \"../x.xml\"\n"), "corpus.toml:1");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/../../*.xml\"\n"), "corpus.toml:1");
  EXPECT_EQ(error_of("\n[[document]]\npath = \"/etc/passwd\"\n"), "corpus.toml:2");
  EXPECT_EQ(error_of("registry = \"/etc/passwd\"\n"), "corpus.toml:1");
  EXPECT_EQ(error_of("revisions = \"../*.xml\"\n"), "corpus.toml:1");
  fs::create_symlink("/etc/passwd", folder_ / "laws" / "b.xml");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/*.xml\"\n"), "corpus.toml:1");
  fs::remove(folder_ / "laws" / "b.xml");
  fs::create_symlink("a.xml", folder_ / "laws" / "c.xml");
  EXPECT_EQ(error_of("[[document]]\npath = \"laws/*.xml\"\n"), "-");
  fs::create_directory_symlink(folder_, folder_ / "laws" / "loop");
  EXPECT_EQ(error_of("[[document]]\npath = \"**/*.xml\"\n"), "-");
}

TEST(Manifest, TheRealCorpus) {
  const auto folder = tests::shared_folder();
  if (!folder) GTEST_SKIP() << tests::kNoShared;
  const auto manifest = load_manifest(*folder / "corpus");
  for (const auto& warning : manifest.warnings)
    ADD_FAILURE() << warning.where << ' ' << warning.what;
  EXPECT_TRUE(manifest.registry);
  std::size_t statutes = 0, further = 0;
  for (const auto& source : manifest.sources) {
    const auto& document = manifest.documents[source.document];
    if (document.kind != corpus::DocumentKind::statute) continue;
    ++(document.further_dates ? further : statutes);
  }
  EXPECT_EQ(statutes, 52u);
  EXPECT_GT(further, 0u);
  const auto book = make_law_book(manifest);
  for (const auto& law : manifest.laws) {
    for (const auto& alias : law.aliases) {
      const auto match = book.names.longest_at(alias, 0);
      ASSERT_TRUE(match) << alias;
      EXPECT_EQ(match->length, alias.size()) << alias;
      EXPECT_EQ(book.registry[match->laws.front()].id, law.id) << alias;
    }
  }
}

}  // namespace
