// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/manifest.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <map>
#include <sstream>

#include "corpus/address.h"
#include "corpus/corpus_files.h"
#include "corpus/error.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFile = "corpus.toml";
constexpr std::string_view kDefaultRegistry = "registry.tsv";
constexpr std::string_view kDefaultRevisions = "revisions/*.xml";

constexpr std::pair<DocumentKind, std::string_view> kKinds[] = {
    {DocumentKind::statute, "statute"},   {DocumentKind::order, "order"},
    {DocumentKind::strategy, "strategy"}, {DocumentKind::commentary, "commentary"},
    {DocumentKind::bill, "bill"},
};

// One table of the file. Values of the wrong type throw with the line; keys nobody asked for are
// warnings.
class Table {
 public:
  Table(const toml::table& table, std::string file, std::vector<ManifestWarning>& warnings)
      : table_(table), file_(std::move(file)), warnings_(warnings) {}

  std::size_t line() const { return table_.source().begin.line; }
  std::string where(const toml::node* node = nullptr) const {
    const std::size_t at = node != nullptr ? node->source().begin.line : line();
    return file_ + ':' + std::to_string(at);
  }

  const toml::node* find(std::string_view key) {
    asked_.push_back(key);
    return table_.get(key);
  }

  std::string string(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    if (const auto date = node->value<toml::date>(); date && node->is_date()) {
      std::ostringstream text;
      text << *date;
      return text.str();
    }
    return as_string(*node, key);
  }

  std::string required(std::string_view key) {
    std::string value = string(key);
    if (value.empty()) {
      throw Error("「" + std::string(key) + "」がありません", where(),
                  std::string(key) + " = \"…\" を書いてください");
    }
    return value;
  }

  // One string or several.
  std::vector<std::string> strings(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    if (const toml::array* array = node->as_array()) {
      std::vector<std::string> out;
      for (const toml::node& element : *array) out.push_back(as_string(element, key));
      return out;
    }
    return {as_string(*node, key)};
  }

  std::string law_id(std::string_view key, std::string value) {
    const bool fits = value.size() == 15 && std::all_of(value.begin(), value.end(), [](char c) {
                        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
                      });
    if (value.empty() || fits) return value;
    throw Error("「" + std::string(key) + "」の「" + value + "」は法令ＩＤではありません",
                where(table_.get(key)),
                "e-Gov の法令ＩＤ（507AC0000000042 のような15字）を書いてください");
  }

  std::vector<Table> tables(std::string_view key) {
    std::vector<Table> out;
    const toml::node* node = find(key);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr || !array->is_array_of_tables()) {
      throw Error("「" + std::string(key) + "」は表の並びではありません", where(node),
                  "[[" + std::string(key) + "]] と書いてください");
    }
    for (const toml::node& element : *array)
      out.emplace_back(*element.as_table(), file_, warnings_);
    return out;
  }

  std::vector<Alias> aliases(std::string_view key) {
    std::vector<Alias> out;
    const toml::node* node = find(key);
    if (node == nullptr) return out;
    const toml::table* table = node->as_table();
    if (table == nullptr) {
      throw Error("「" + std::string(key) + "」は表ではありません", where(node),
                  "{ \"新法\" = \"507AC0000000042\" } のように書いてください");
    }
    for (const auto& [name, value] : *table) {
      out.push_back({std::string(name.str()), law_id(key, as_string(value, key))});
    }
    return out;
  }

  void warn_of_unknown_keys() const {
    for (const auto& [key, value] : table_) {
      if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
      warnings_.push_back({where(&value), "知らない項目です: " + std::string(key.str())});
    }
  }

 private:
  std::string as_string(const toml::node& node, std::string_view key) const {
    if (const auto value = node.value<std::string>(); value && node.is_string()) return *value;
    throw Error("「" + std::string(key) + "」は文字列ではありません", where(&node),
                "値を \" で囲んでください");
  }

  const toml::table& table_;
  std::string file_;
  std::vector<ManifestWarning>& warnings_;
  std::vector<std::string_view> asked_;
};

DocumentKind read_kind(Table& table) {
  const std::string text = table.string("kind");
  if (text.empty()) return DocumentKind::statute;
  const auto* row = std::find_if(std::begin(kKinds), std::end(kKinds),
                                 [&](const auto& k) { return k.second == text; });
  if (row != std::end(kKinds)) return row->first;
  throw Error("「kind」の「" + text + "」は文書の種類ではありません",
              table.where(table.find("kind")),
              "statute、order、strategy、commentary、bill のどれかを書いてください");
}

bool read_digest(Table& table) {
  const std::string text = table.string("text");
  if (text.empty() || text == "official") return false;
  if (text == "digest") return true;
  throw Error("「text」の「" + text + "」は使えません", table.where(table.find("text")),
              "official（公式の条文）か digest（要旨）を書いてください");
}

Document read_document(Table table) {
  Document document;
  document.line = table.line();
  document.path = table.required("path");
  document.kind = read_kind(table);
  document.title = table.string("title");
  document.digest = read_digest(table);
  document.source = table.string("source");
  document.licence = table.string("licence");
  document.url = table.string("url");
  document.retrieved = table.string("retrieved");
  document.date = table.string("date");
  document.default_law = table.law_id("default_law", table.string("default_law"));
  document.aliases = table.aliases("aliases_in_document");
  table.warn_of_unknown_keys();
  return document;
}

ManifestLaw read_law(Table table) {
  ManifestLaw law;
  law.id = table.law_id("id", table.required("id"));
  law.aliases = table.strings("aliases");
  law.title = table.string("title");
  law.number = table.string("number");
  table.warn_of_unknown_keys();
  return law;
}

ManifestTerm read_term(Table table) {
  ManifestTerm term;
  term.name = table.required("name");
  term.address = table.required("address");
  const auto address = parse_address(term.address);
  if (!address || address->is_law()) {
    throw Error("「address」の「" + term.address + "」は条の番地ではありません",
                table.where(table.find("address")), "507AC0000000042/a2/p3 のように書いてください");
  }
  term.aliases = table.strings("aliases");
  table.warn_of_unknown_keys();
  return term;
}

std::string at_line(const fs::path& file, std::size_t line) {
  return file.string() + ':' + std::to_string(line);
}

// A file belongs to the document that names it, else to the first whose pattern it fits.
void find_sources(Manifest& manifest, const fs::path& file) {
  std::map<fs::path, std::size_t> owner;
  for (const bool by_name : {true, false}) {
    for (std::size_t i = 0; i < manifest.documents.size(); ++i) {
      const Document& document = manifest.documents[i];
      if (has_wildcard(document.path) == by_name) continue;
      const std::string where = at_line(file, document.line);
      const auto found = find_files(manifest.folder, document.path, where);
      if (found.empty())
        manifest.warnings.push_back({where, "当てはまるファイルがありません: " + document.path});
      for (const fs::path& path : found) {
        const auto [known, fresh] = owner.emplace(path, i);
        if (!fresh && has_wildcard(manifest.documents[known->second].path) == !by_name) {
          manifest.warnings.push_back(
              {where, "ほかの文書にも当てはまるファイルです: " + path.string()});
        }
      }
    }
  }
  for (const auto& [path, document] : owner) manifest.sources.push_back({path, document});
  std::stable_sort(manifest.sources.begin(), manifest.sources.end(),
                   [](const Source& a, const Source& b) { return a.document < b.document; });
}

void read_registry(Manifest& manifest, const std::string& path, const std::string& where) {
  const auto found = find_files(manifest.folder, path.empty() ? kDefaultRegistry : path, where);
  if (!found.empty()) {
    manifest.registry = found.front();
  } else if (!path.empty()) {
    throw Error("法令一覧がありません: " + path, where,
                "ファイルを置くか、registry の行を消してください");
  }
}

void add_revisions(Manifest& manifest, std::vector<std::string> patterns, bool written,
                   std::size_t line) {
  if (!written && find_files(manifest.folder, kDefaultRevisions, manifest.folder.string()).empty())
    return;
  if (!written) patterns = {std::string(kDefaultRevisions)};
  Document document;  // described as the laws are
  const auto laws = std::find_if(manifest.documents.begin(), manifest.documents.end(),
                                 [](const Document& d) { return d.kind == DocumentKind::statute; });
  if (laws != manifest.documents.end()) document = *laws;
  document.further_dates = true;
  document.line = line;
  for (const std::string& pattern : patterns) {
    document.path = pattern;
    manifest.documents.push_back(document);
  }
}

void read_file(Manifest& manifest, const fs::path& file) {
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw Error("corpus.toml を TOML として読めません: " + std::string(error.description()),
                at_line(file, error.source().begin.line), "その行の書き方を直してください");
  }
  Table table(root, file.string(), manifest.warnings);
  manifest.name = table.string("name");
  for (Table& document : table.tables("document"))
    manifest.documents.push_back(read_document(document));
  for (Table& law : table.tables("law")) manifest.laws.push_back(read_law(law));
  for (Table& term : table.tables("term")) manifest.terms.push_back(read_term(term));
  const toml::node* registry = table.find("registry");
  read_registry(manifest, table.string("registry"), table.where(registry));
  const toml::node* revisions = table.find("revisions");
  add_revisions(manifest, table.strings("revisions"), revisions != nullptr,
                revisions != nullptr ? revisions->source().begin.line : 0);
  table.warn_of_unknown_keys();
}

}  // namespace

std::string_view to_string(DocumentKind kind) {
  return std::find_if(std::begin(kKinds), std::end(kKinds),
                      [&](const auto& k) { return k.first == kind; })
      ->second;
}

Manifest load_manifest(const fs::path& folder) {
  Manifest manifest;
  manifest.folder = folder;
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    throw Error("コーパスのフォルダがありません", folder.string(),
                "法令のファイルを置いたフォルダを指定してください");
  }
  const fs::path file = folder / kFile;
  if (fs::exists(file, failed)) {
    read_file(manifest, file);
  } else {
    manifest.documents.resize(2);
    manifest.documents[0].path = "**/*.xml";
    manifest.documents[1].path = "**/*.zip";
    read_registry(manifest, "", folder.string());
  }
  find_sources(manifest, file);
  if (!fs::exists(file, failed)) {
    manifest.warnings.clear();
    if (manifest.sources.empty()) {
      manifest.warnings.push_back({folder.string(), "XML も ZIP もありません"});
    }
  }
  if (manifest.name.empty()) manifest.name = fs::canonical(folder).filename().string();
  return manifest;
}

LawBook make_law_book(const Manifest& manifest) {
  return make_law_book(manifest.registry ? Registry::load(*manifest.registry) : Registry(),
                       manifest);
}

LawBook make_law_book(Registry registry, const Manifest& manifest) {
  std::vector<RegistryEntry> added;
  for (const ManifestLaw& law : manifest.laws) {
    added.push_back({.id = law.id, .number = law.number, .title = law.title});
  }
  for (const Document& document : manifest.documents) {
    for (const Alias& alias : document.aliases) added.push_back({.id = alias.law_id});
    if (!document.default_law.empty()) added.push_back({.id = document.default_law});
  }
  LawBook book{std::move(registry), {}, {}};
  book.registry.add(added);
  auto names = book.registry.names(false);
  for (const ManifestLaw& law : manifest.laws) {
    for (const std::string& alias : law.aliases) {
      names.push_back({alias, *book.registry.by_id(law.id), NameKind::alias, 0});
      book.aliases.push_back({alias, law.id});
    }
  }
  for (std::size_t i = 0; i < manifest.documents.size(); ++i) {
    for (const Alias& alias : manifest.documents[i].aliases) {
      names.push_back({alias.name, *book.registry.by_id(alias.law_id), NameKind::alias,
                       static_cast<std::uint32_t>(i + 1)});
    }
  }
  book.names = LawNames(names);
  return book;
}

}  // namespace corpus
