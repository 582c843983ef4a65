// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace corpus {

// The broken world: a file, an XML document, a database. Law text that is merely imperfect is never
// an error; it becomes a value with a status. Messages are Japanese, for the person at the
// terminal.
//   what  what went wrong      「XMLの要素が閉じられていません」
//   where file:line or address 「laws/a.xml:12」
//   hint  what to do about it  「ファイルを取り直してください」
struct Error : std::runtime_error {
  Error(const std::string& what, std::string where_, std::string hint_)
      : std::runtime_error(what), where(std::move(where_)), hint(std::move(hint_)) {}

  std::string where;
  std::string hint;
};

}  // namespace corpus
