// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generation.h"

#include <gtest/gtest.h>

#include <fstream>

#include "corpus/error.h"
#include "tests/support/temp_folder.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

void publish(const fs::path& kb, const std::string& words) {
  NewGeneration next(kb);
  write_file_atomically(next.path() / "words", words);
  next.publish();
}

std::string read(const fs::path& kb) {
  const auto generation = current_generation(kb);
  if (!generation) return "none";
  std::ifstream in(*generation / "words");
  std::string words;
  std::getline(in, words);
  return words;
}

std::size_t generations(const fs::path& kb) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(kb)) count += entry.is_directory();
  return count;
}

TEST(Generation, TheNewOneTakesThePlaceOfTheOld) {
  const support::TempFolder folder;
  EXPECT_EQ(read(folder.path()), "none");
  publish(folder.path(), "one");
  EXPECT_EQ(read(folder.path()), "one");
  publish(folder.path(), "two");
  EXPECT_EQ(read(folder.path()), "two");
  EXPECT_EQ(generations(folder.path()), 1U);
}

TEST(Generation, WhatIsNotPublishedLeavesNothing) {
  const support::TempFolder folder;
  publish(folder.path(), "one");
  { const NewGeneration given_up(folder.path()); }
  EXPECT_EQ(read(folder.path()), "one");
  EXPECT_EQ(generations(folder.path()), 1U);
}

TEST(Generation, WhatAKilledWriterLeftIsCleanedUpNextTime) {
  const support::TempFolder folder;
  publish(folder.path(), "one");
  fs::create_directory(folder.path() / "g000002");
  EXPECT_EQ(read(folder.path()), "one");
  publish(folder.path(), "three");
  EXPECT_EQ(read(folder.path()), "three");
  EXPECT_EQ(generations(folder.path()), 1U);
}

TEST(Generation, OneWriterAtATime) {
  const support::TempFolder folder;
  const NewGeneration first(folder.path());
  EXPECT_THROW(NewGeneration second(folder.path()), corpus::Error);
}

TEST(Generation, AReaderKeepsWhatItReads) {
  const support::TempFolder folder;
  publish(folder.path(), "one");
  const fs::path old = *current_generation(folder.path());
  {
    const GenerationInUse reading(old);
    publish(folder.path(), "two");
    EXPECT_TRUE(fs::exists(old / "words"));
  }
  publish(folder.path(), "three");
  EXPECT_FALSE(fs::exists(old));
}

TEST(Generation, ACurrentThatNamesNothingOrLeadsOutIsNone) {
  const support::TempFolder folder;
  for (const char* name : {"g000009", "../elsewhere", "", "gx"}) {
    std::ofstream(folder.path() / "CURRENT") << name << '\n';
    EXPECT_FALSE(current_generation(folder.path())) << name;
  }
}

TEST(Generation, FilesAreWholeOrNotThere) {
  const support::TempFolder folder;
  EXPECT_THROW(write_file_atomically(folder.path() / "no" / "such" / "folder", "x"), corpus::Error);
  write_file_atomically(folder.path() / "f", "first");
  write_file_atomically(folder.path() / "f", "second");
  std::ifstream in(folder.path() / "f");
  std::string words;
  std::getline(in, words);
  EXPECT_EQ(words, "second");
  EXPECT_FALSE(fs::exists(folder.path() / "f.tmp"));
}

TEST(Generation, AnotherFormatIsRefused) {
  const support::TempFolder temp;
  const fs::path folder = temp.path();
  EXPECT_THROW(check_format(folder), corpus::Error);
  write_file_atomically(folder / "FORMAT", std::to_string(kGenerationFormat + 1) + "\n");
  EXPECT_THROW(check_format(folder), corpus::Error);
  write_file_atomically(folder / "FORMAT", std::to_string(kGenerationFormat) + "\n");
  EXPECT_NO_THROW(check_format(folder));
}

}  // namespace
}  // namespace indexer
