// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/egov_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>
#include <utility>

#include "corpus/address.h"
#include "corpus/error.h"
#include "corpus/law_number.h"
#include "corpus/law_xml.h"

namespace query {
namespace {

using corpus::Error;
using std::chrono::milliseconds;
using Json = nlohmann::json;

constexpr std::size_t kPage = 500;

bool is_law_id(std::string_view text) {
  return text.size() == 15 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

std::string escaped(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || c == '.';
    if (plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

// A member that is null, missing or of another type counts as empty.
std::string text_of(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

ApiLaw read_law(const Json& row) {
  static const Json kNone = Json::object();
  const auto part = [&](const char* key) -> const Json& {
    const auto it = row.find(key);
    return it != row.end() && it->is_object() ? *it : kNone;
  };
  const Json& law = part("law_info");
  const Json& revision =
      part("revision_info").empty() ? part("current_revision_info") : part("revision_info");
  return {.id = text_of(law, "law_id"),
          .number = text_of(law, "law_num"),
          .type = text_of(law, "law_type"),
          .promulgated = text_of(law, "promulgation_date"),
          .revision = text_of(revision, "law_revision_id"),
          .title = text_of(revision, "law_title"),
          .kana = text_of(revision, "law_title_kana"),
          .abbreviations = text_of(revision, "abbrev"),
          .updated = text_of(revision, "updated"),
          .repealed = text_of(revision, "repeal_status")};
}

// {"code": "404003", "message": "…"}
std::string message_of(const std::string& body) {
  const Json json = Json::parse(body, nullptr, false);
  return json.is_object() ? text_of(json, "message") : "";
}

bool worth_another_try(long status) { return status == 0 || status == 429 || status >= 500; }

}  // namespace

bool is_revision_id(std::string_view text) {
  return text.size() == 40 && text[15] == '_' && text[24] == '_' && is_law_id(text.substr(0, 15)) &&
         std::all_of(text.begin() + 16, text.begin() + 24,
                     [](char c) { return c >= '0' && c <= '9'; }) &&
         is_law_id(text.substr(25));
}

EgovApi::EgovApi(ApiOptions options) : options_(std::move(options)), http_(options_.http) {
  while (options_.base_url.ends_with('/')) options_.base_url.pop_back();
}

void EgovApi::wait(milliseconds time) const {
  if (options_.sleep) {
    options_.sleep(time);
  } else {
    std::this_thread::sleep_for(time);
  }
}

std::string EgovApi::ask(const std::string& path, bool* absent) {
  const std::string url = options_.base_url + path;
  milliseconds patience = options_.first_wait;
  for (int attempt = 1;; ++attempt) {
    if (std::exchange(asked_, true)) wait(options_.pause);
    HttpAnswer answer = http_.get(url);
    if (answer.status == 200) return std::move(answer.body);
    if (answer.status == 404 && absent != nullptr) {
      *absent = true;
      return {};
    }
    const std::string what =
        answer.status == 0 ? answer.failure : "HTTP " + std::to_string(answer.status);
    if (!worth_another_try(answer.status)) {
      throw Error("e-Gov 法令APIが断りました（" + what + "）" + message_of(answer.body), url,
                  "法令ID、法令番号、日付を確かめてください");
    }
    if (attempt >= options_.tries) {
      throw Error("e-Gov 法令APIから受け取れません（" + what + "、" +
                      std::to_string(options_.tries) + "回）",
                  url, "しばらくしてからやり直してください。受け取ったところから続きます");
    }
    milliseconds time = patience;
    if (answer.retry_after) time = std::max<milliseconds>(time, *answer.retry_after);
    time = std::min(time, options_.longest_wait);
    patience *= 2;
    if (options_.note) options_.note(what + "、" + std::to_string(time.count()) + "ミリ秒待ちます");
    wait(time);
  }
}

std::vector<ApiLaw> EgovApi::list(const std::string& parameters, std::size_t* total, bool* last) {
  const std::string path = "/laws?response_format=json" + parameters +
                           (options_.on.empty() ? "" : "&asof=" + escaped(options_.on));
  bool absent = false;
  const std::string body = ask(path, &absent);
  if (absent) {
    if (last != nullptr) *last = true;
    return {};
  }
  const Json json = Json::parse(body, nullptr, false);
  const auto laws = json.is_object() ? json.find("laws") : json.end();
  if (!json.is_object() || laws == json.end() || !laws->is_array()) {
    throw Error("e-Gov 法令APIの答えを読めません（法令一覧のJSONではありません）",
                options_.base_url + path, "接続先（--base-url）を確かめてください");
  }
  std::vector<ApiLaw> out;
  for (const Json& row : *laws) {
    ApiLaw law = row.is_object() ? read_law(row) : ApiLaw{};
    if (is_law_id(law.id)) out.push_back(std::move(law));
  }
  if (total != nullptr) {
    const auto count = json.find("total_count");
    *total = count != json.end() && count->is_number_unsigned() ? count->get<std::size_t>() : 0;
  }
  if (last != nullptr) *last = laws->empty();
  return out;
}

std::optional<ApiLaw> EgovApi::find(std::string_view wanted) {
  const bool by_id = is_law_id(wanted);
  const bool by_number = !by_id && corpus::parse_law_number(wanted).has_value();
  const char* key = by_id ? "law_id" : by_number ? "law_num" : "law_title";
  const auto found =
      list(std::string("&limit=100&") + key + '=' + escaped(wanted), nullptr, nullptr);
  std::string candidates;
  for (const ApiLaw& law : found) {
    if (wanted == (by_id ? law.id : by_number ? law.number : law.title)) return law;
    if (candidates.size() < 500) candidates += (candidates.empty() ? "" : "、") + law.title;
  }
  if (!by_id && !by_number && !candidates.empty()) {
    throw Error("その題名の法令はありません", std::string(wanted), "候補: " + candidates);
  }
  return std::nullopt;
}

std::vector<ApiLaw> EgovApi::all(const std::function<void(std::size_t, std::size_t)>& page) {
  std::vector<ApiLaw> out;
  std::set<std::string> seen;
  for (std::size_t offset = 0;; offset += kPage) {
    std::size_t total = 0;
    bool last = false;
    const auto laws = list("&limit=" + std::to_string(kPage) + "&offset=" + std::to_string(offset),
                           &total, &last);
    std::size_t fresh = 0;
    for (const ApiLaw& law : laws) {
      if (!seen.insert(law.id).second) continue;
      out.push_back(law);
      ++fresh;
    }
    if (page) page(out.size(), total);
    if (last || fresh == 0 || (total != 0 && offset + kPage >= total)) return out;
  }
}

std::string EgovApi::text(const ApiLaw& law) {
  if (!is_revision_id(law.revision) || !law.revision.starts_with(law.id + '_')) {
    throw Error("e-Gov 法令APIの答えの版の名前がおかしいです: " + law.revision, law.id,
                "接続先（--base-url）を確かめてください");
  }
  const std::string path =
      "/law_data/" + law.revision + "?response_format=xml&law_full_text_format=xml";
  std::string body = ask(path, nullptr);
  const std::string where = options_.base_url + path;
  const corpus::Law read = corpus::read_law(
      body, {.where = where}, [](std::string_view number) { return std::string(number); });
  if (read.id != law.id ||
      corpus::parse_law_number(read.number) != corpus::parse_law_number(law.number) ||
      (!read.revision.empty() && read.revision != law.revision.substr(16, 8))) {
    throw Error("頼んだ法令と違う本文が届きました（" + read.id + "）", where,
                "しばらくしてからやり直してください");
  }
  return body;
}

}  // namespace query
