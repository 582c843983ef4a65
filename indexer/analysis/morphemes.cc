// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/morphemes.h"

#include <mecab.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

#include "corpus/error.h"
#include "indexer/analysis/letters.h"

namespace analysis {
namespace {

namespace fs = std::filesystem;
using corpus::Span;

constexpr const char* kInstall =
    "apt install mecab-ipadic-utf8 を実行するか、JOBUN_MECAB_DIC "
    "に辞書のディレクトリを指定してください";

bool is_dictionary(const fs::path& dir) {
  std::error_code error;
  return fs::exists(dir / "sys.dic", error) && fs::exists(dir / "dicrc", error);
}

std::unique_ptr<MeCab::Model> open_model(const fs::path& dir, const fs::path& user) {
  // -r: a mecabrc of the user's must not change what is found.
  std::vector<std::string> args = {"mecab", "-r", "/dev/null", "-d", dir.string()};
  if (!user.empty()) args.insert(args.end(), {"-u", user.string()});
  std::vector<char*> argv;
  for (std::string& arg : args) argv.push_back(arg.data());
  std::unique_ptr<MeCab::Model> model(
      MeCab::createModel(static_cast<int>(argv.size()), argv.data()));
  if (model == nullptr) {
    const char* reason = MeCab::getLastError();
    throw corpus::Error("MeCabの辞書を開けません: " + std::string(reason != nullptr ? reason : ""),
                        user.empty() ? dir.string() : user.string(), kInstall);
  }
  std::string charset(model->dictionary_info()->charset);
  std::transform(charset.begin(), charset.end(), charset.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (charset != "utf-8" && charset != "utf8") {
    throw corpus::Error("MeCabの辞書の文字コードがUTF-8ではありません: " + charset, dir.string(),
                        kInstall);
  }
  return model;
}

// IPADIC's columns: 品詞,細分類1,2,3,活用型,活用形,原形,読み,発音; ours has one more.
constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

Columns columns_of(std::string_view feature) {
  Columns columns;
  for (std::string_view& column : columns) {
    const std::size_t comma = feature.find(',');
    column = feature.substr(0, comma);
    if (comma == std::string_view::npos) break;
    feature.remove_prefix(comma + 1);
  }
  return columns;
}

bool has_kanji(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (corpus::is_kanji(corpus::next_code_point(utf8, at))) return true;
  }
  return false;
}

// Verbs that carry grammar, not meaning, whatever IPADIC's second column says.
constexpr std::string_view kLightVerbs[] = {"する",   "ある", "いる", "おる",  "なる",
                                            "できる", "よる", "れる", "られる"};

// Nouns that only point or join; 並び is what MeCab makes of 並びに behind a noun.
constexpr std::string_view kLightNouns[] = {"その他", "それぞれ", "ほか", "うち", "並び"};

WordClass class_of(const Columns& columns, std::string_view base) {
  using enum WordClass;
  const std::string_view pos = columns[0];
  const std::string_view sub = columns[1];
  if (pos == "名詞") {
    // こと, もの, これ, よう: grammar when written in kana; 者, 際 are words.
    const bool light = sub == "非自立" || sub == "代名詞" || sub == "特殊" || sub == "接続詞的" ||
                       sub == "動詞非自立的";
    if (std::find(std::begin(kLightNouns), std::end(kLightNouns), base) != std::end(kLightNouns))
      return function;
    return light && !has_kanji(base) ? function : nominal;
  }
  if (pos == "接頭詞") return nominal;
  if (base == "ない" || base == "無い" || base == "ぬ" || base == "ん" || base == "まい") {
    return pos == "助動詞" || pos == "形容詞" ? negation : function;
  }
  if (pos == "動詞" || pos == "形容詞") {
    if (sub == "接尾" || (sub == "非自立" && !has_kanji(base))) return function;
    return std::find(std::begin(kLightVerbs), std::end(kLightVerbs), base) != std::end(kLightVerbs)
               ? function
               : word;
  }
  if (pos == "副詞") return word;
  if (pos == "連体詞") return has_kanji(base) ? word : function;
  if (pos == "記号") return sub == "アルファベット" ? nominal : symbol;
  if (pos == "感動詞" || pos == "フィラー") return has_kanji(base) ? word : function;
  return function;
}

Lexeme read_feature(const MeCab::Node& node) {
  const Columns columns = columns_of(node.feature);
  Lexeme lexeme;
  lexeme.unknown = node.stat == MECAB_UNK_NODE;
  lexeme.user = columns[9].starts_with(kUserFeature);
  lexeme.name = columns[2] == "人名";
  lexeme.proper = columns[1] == "固有名詞";
  if (columns[6] != "*") lexeme.base = columns[6];
  if (columns[7] != "*") lexeme.reading = columns[7];
  lexeme.word_class = class_of(columns, lexeme.base);
  // The bare stem (円 of 円い) in front of a noun is a noun to us.
  if (columns[0] == "形容詞" && columns[5] == "ガル接続") {
    lexeme.word_class = WordClass::nominal;
    lexeme.base.clear();
  }
  return lexeme;
}

}  // namespace

fs::path system_dictionary() {
  if (const char* chosen = std::getenv("JOBUN_MECAB_DIC"); chosen != nullptr && *chosen != '\0') {
    if (is_dictionary(chosen)) return chosen;
    throw corpus::Error("JOBUN_MECAB_DIC の指す場所に辞書がありません", chosen, kInstall);
  }
  constexpr const char* kPlaces[] = {
      "/var/lib/mecab/dic/ipadic-utf8", "/usr/share/mecab/dic/ipadic-utf8",
      "/usr/share/mecab/dic/ipadic", "/usr/lib/mecab/dic/ipadic-utf8"};
  for (const char* place : kPlaces) {
    if (is_dictionary(place)) return place;
  }
  throw corpus::Error("MeCabの辞書（IPADIC、UTF-8）が見つかりません", kPlaces[0], kInstall);
}

struct Dictionary::Impl {
  std::unique_ptr<MeCab::Model> system;
  std::unique_ptr<MeCab::Model> user;  // null: there is no user dictionary
};

Dictionary::Dictionary(const fs::path& user_dictionary) : impl_(std::make_unique<Impl>()) {
  const fs::path dir = system_dictionary();
  impl_->system = open_model(dir, {});
  if (!user_dictionary.empty()) impl_->user = open_model(dir, user_dictionary);
}
Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;

struct Tagger::Impl {
  const MeCab::Model* model = nullptr;
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
  // By the address of the feature in the mapped dictionary: an entry's features are read once.
  std::unordered_map<const char*, Lexeme> lexemes;

  const Lexeme* lexeme_of(const MeCab::Node& node) {
    const auto found = lexemes.find(node.feature);
    if (found != lexemes.end()) return &found->second;
    return &lexemes.emplace(node.feature, read_feature(node)).first->second;
  }

  const MeCab::Node* first(std::string_view text) {
    lattice->set_sentence(text.data(), text.size());
    return tagger->parse(lattice.get()) ? lattice->bos_node()->next : nullptr;
  }
};

Tagger::Tagger(const Dictionary& dictionary, With with) : impl_(std::make_unique<Impl>()) {
  const auto& models = *dictionary.impl_;
  impl_->model =
      with == With::user && models.user != nullptr ? models.user.get() : models.system.get();
  impl_->tagger.reset(impl_->model->createTagger());
  impl_->lattice.reset(impl_->model->createLattice());
}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

namespace {

// IPADIC has 恐れ and 虞 but not the kana that statutes are written with: it reads お and それ.
const Lexeme& osore() {
  static const Lexeme kOsore{
      .word_class = WordClass::nominal, .base = "おそれ", .reading = "オソレ"};
  return kOsore;
}

}  // namespace

std::vector<Morpheme> Tagger::parse(std::string_view text) {
  std::vector<Morpheme> out;
  if (text.empty()) return out;
  for (const MeCab::Node* node = impl_->first(text);
       node != nullptr && node->stat != MECAB_EOS_NODE; node = node->next) {
    const auto begin = static_cast<std::size_t>(node->surface - text.data());
    const Span span{begin, begin + node->length};
    if (!out.empty() && out.back().span.end == begin && span.of(text) == "それ" &&
        out.back().span.of(text) == "お") {
      out.back() = {{out.back().span.begin, span.end}, &osore()};
    } else {
      out.push_back({span, impl_->lexeme_of(*node)});
    }
  }
  return out;
}

std::vector<Candidate> Tagger::words_at(std::string_view text) {
  std::vector<Candidate> out;
  impl_->lattice->clear();
  for (const MeCab::Node* node =
           impl_->model->lookup(text.data(), text.data() + text.size(), impl_->lattice.get());
       node != nullptr; node = node->bnext) {
    if (node->stat != MECAB_NOR_NODE || node->rlength != node->length) continue;
    out.push_back({node->length, node->wcost, impl_->lexeme_of(*node)});
  }
  return out;
}

Split Tagger::split(std::string_view text) {
  Split out;
  const MeCab::Node* first = impl_->first(text);
  if (first == nullptr || first->stat == MECAB_EOS_NODE) return out;
  const MeCab::Node* last = first;
  bool readable = true;
  for (const MeCab::Node* node = first; node->stat != MECAB_EOS_NODE; node = node->next) {
    last = node;
    const Lexeme& lexeme = *impl_->lexeme_of(*node);
    const std::string_view surface(node->surface, node->length);
    if (!lexeme.reading.empty()) {
      out.reading += lexeme.reading;
    } else if (has_kanji(surface)) {
      readable = false;
    } else {
      out.reading += surface;
    }
  }
  if (!readable) out.reading.clear();
  out.left_id = first->lcAttr;
  out.right_id = last->rcAttr;
  out.cost = static_cast<int>(last->cost - first->cost) + first->wcost;
  out.nominal = impl_->lexeme_of(*first)->word_class == WordClass::nominal &&
                impl_->lexeme_of(*last)->word_class == WordClass::nominal;
  return out;
}

std::string describe_dictionary() {
  const fs::path dir = system_dictionary();
  const auto model = open_model(dir, {});
  const MeCab::DictionaryInfo* info = model->dictionary_info();
  return dir.string() + "（" + info->charset + "、" + std::to_string(info->size) + "語、MeCab " +
         MeCab::Model::version() + "）";
}

}  // namespace analysis
