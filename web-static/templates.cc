// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/templates.h"

#include <fstream>
#include <kainjow/mustache.hpp>
#include <sstream>

#include "corpus/error.h"
#include "web-static/html.h"

namespace web {
namespace {

namespace mustache = kainjow::mustache;

mustache::mustache load(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) {
    throw corpus::Error("ページのひな形が読めません", path.string(),
                        "jobunの入れ方（web-staticの場所）を確かめてください");
  }
  mustache::mustache parsed(std::move(text).str());
  if (!parsed.is_valid()) {
    throw corpus::Error("ページのひな形に誤りがあります（" + parsed.error_message() + "）",
                        path.string(), "mustacheの書き方を直してください");
  }
  parsed.set_custom_escape([](const std::string& s) { return escaped(s); });
  return parsed;
}

mustache::data data_of(const View& view) {
  mustache::data out;
  for (const auto& [name, value] : view.values) {
    if (value.empty()) {
      out.set(name, mustache::data(mustache::data::type::bool_false));
    } else {
      out.set(name, value);
    }
  }
  for (const auto& [name, list] : view.lists) {
    mustache::data rows(mustache::data::type::list);
    for (const View& row : list) rows << data_of(row);
    out.set(name, rows);
  }
  return out;
}

}  // namespace

struct Templates::Files {
  std::map<std::string, mustache::mustache, std::less<>> by_name;
};

Templates::Templates(const std::filesystem::path& folder) : files_(std::make_unique<Files>()) {
  for (const char* name :
       {"page", "about", "cited", "compare", "document", "documents", "graph", "index", "law",
        "obligations", "registers", "search", "term_row", "terms"}) {
    files_->by_name.emplace(name, load(folder / (std::string(name) + ".mustache")));
  }
}

Templates::~Templates() = default;

std::string Templates::page(std::string_view name, const View& view) {
  mustache::data data = data_of(view);
  data.set("content", files_->by_name.find(name)->second.render(data));
  return files_->by_name.at("page").render(data);
}

}  // namespace web
