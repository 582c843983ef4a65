// SPDX-License-Identifier: GPL-2.0-or-later
// The pages' frames: mustache files under templates/. page.mustache is around every page, with the
// others as its middle. {{name}} is escaped, {{{name}}} is HTML we made ourselves.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace web {

// What a template is given: values by name, and lists of such.
struct View {
  std::map<std::string, std::string> values;  // an empty value hides its {{#section}}
  std::map<std::string, std::vector<View>> lists;
};

class Templates {
 public:
  // Throws Error naming the file that is missing or broken.
  explicit Templates(const std::filesystem::path& folder);
  ~Templates();
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  // The page whose middle is templates/<name>.mustache. Not for two threads at once.
  std::string page(std::string_view name, const View& view);

 private:
  struct Files;
  std::unique_ptr<Files> files_;
};

}  // namespace web
