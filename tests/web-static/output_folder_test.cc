// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/output_folder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "corpus/error.h"

namespace web {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "jobun-out-XXXXXX").string();
    root_ = mkdtemp(name.data());
  }
  void TearDown() override { fs::remove_all(root_); }

  static std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
  }
  static void put(const fs::path& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }
  static WriteCounts write(const fs::path& root,
                           std::initializer_list<std::pair<const char*, const char*>> files) {
    OutputFolder out(root);
    for (const auto& [name, bytes] : files) out.write(name, bytes);
    return out.finish();
  }
  // where of the Error that `action` throws
  template <typename Action>
  static std::string where_of(Action action) {
    try {
      action();
    } catch (const corpus::Error& e) {
      EXPECT_FALSE(e.hint.empty());
      return e.where;
    }
    return "no error";
  }

  fs::path root_;
};

TEST_F(Folder, WritesOnlyWhatChanged) {
  const fs::path out = root_ / "new/site";
  EXPECT_EQ(write(out, {{"a.html", "甲"}, {"law/b.html", "乙"}}).written, 2U);
  const auto again = write(out, {{"a.html", "甲"}, {"law/b.html", "丙"}});
  EXPECT_EQ(again.written, 1U);
  EXPECT_EQ(again.files, 2U);
  EXPECT_EQ(read(out / "law/b.html"), "丙");
  EXPECT_EQ(read(out / ".jobun-site"), "# jobun site v1\na.html\nlaw/b.html\n");
}

TEST_F(Folder, RemovesItsStaleFilesAndNoOthers) {
  const fs::path out = root_ / "site";
  write(out, {{"law/x/index.html", "x"}, {"law/y/index.html", "y"}, {"z/index.html", "z"}});
  put(out / "law/x/notes.txt", "mine");
  EXPECT_EQ(write(out, {{"law/y/index.html", "y"}}).removed, 2U);
  EXPECT_FALSE(fs::exists(out / "law/x/index.html"));
  EXPECT_TRUE(fs::exists(out / "law/x/notes.txt"));
  EXPECT_FALSE(fs::exists(out / "z"));
}

TEST_F(Folder, RefusesOtherPeoplesFolder) {
  put(root_ / "thesis.txt", "mine");
  EXPECT_EQ(where_of([&] { OutputFolder out(root_); }), root_.string());
  EXPECT_FALSE(fs::exists(root_ / ".jobun-site"));
}

TEST_F(Folder, RefusesToOverwriteOtherPeoplesFile) {
  const fs::path out = root_ / "site";
  write(out, {{"a.html", "a"}});
  put(out / "b.html", "mine");
  EXPECT_EQ(where_of([&] {
              write(out, {{"a.html", "a"}, {"b.html", "b"}});
            }),
            (out / "b.html").string());
  EXPECT_EQ(read(out / "b.html"), "mine");
}

TEST_F(Folder, AnEditedListReachesNothingOutside) {
  put(root_ / "outside.txt", "mine");
  const fs::path out = root_ / "site";
  put(out / ".jobun-site", "# jobun site v1\n../outside.txt\n" + (root_ / "outside.txt").string() +
                               "\nlaw/../../outside.txt\n");
  write(out, {{"a.html", "a"}});
  EXPECT_TRUE(fs::exists(root_ / "outside.txt"));
  EXPECT_NE(where_of([&] { write(out, {{"../b.html", "b"}}); }), "no error");
  EXPECT_FALSE(fs::exists(root_ / "b.html"));
}

TEST_F(Folder, ForeignListIsRefused) {
  put(root_ / "site/.jobun-site", "something else\n");
  EXPECT_EQ(where_of([&] { OutputFolder out(root_ / "site"); }),
            (root_ / "site/.jobun-site").string());
}

TEST_F(Folder, AfterABrokenRunTheNextOneKnowsItsFiles) {
  const fs::path out = root_ / "site";
  {
    OutputFolder broken(out);
    broken.write("law/x/index.html", "x");
  }
  EXPECT_EQ(write(out, {{"a.html", "a"}}).removed, 1U);
  EXPECT_FALSE(fs::exists(out / "law"));
}

TEST_F(Folder, SaysWhichFileCannotBeWritten) {
  put(root_ / "file", "mine");
  EXPECT_EQ(where_of([&] { OutputFolder out(root_ / "file"); }), (root_ / "file").string());
  const fs::path out = root_ / "site";
  write(out, {{"a.html", "a"}});
  put(out / "law", "a file where a folder must be");
  EXPECT_EQ(where_of([&] { write(out, {{"law/b.html", "b"}}); }), (out / "law/b.html").string());
}

TEST_F(Folder, FullDiskIsAnErrorAndLeavesTheOldPage) {
  const fs::path out = root_ / "site";
  write(out, {{"a.html", "old"}});
  const std::string big(100000, 'x');
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  const std::string where = where_of([&] { write(out, {{"a.html", big.c_str()}}); });
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_EQ(where, (out / "a.html").string());
  EXPECT_EQ(read(out / "a.html"), "old");
  EXPECT_FALSE(fs::exists(out / ".a.html.part"));
}

TEST_F(Folder, ALinkIsReplacedNotFollowed) {
  const fs::path out = root_ / "site";
  write(out, {{"a.html", "a"}});
  put(root_ / "outside.txt", "mine");
  fs::remove(out / "a.html");
  fs::create_symlink(root_ / "outside.txt", out / "a.html");
  write(out, {{"a.html", "b"}});
  EXPECT_EQ(read(root_ / "outside.txt"), "mine");
  EXPECT_EQ(read(out / "a.html"), "b");
}

}  // namespace
}  // namespace web
