// SPDX-License-Identifier: GPL-2.0-or-later
// The e-Gov law API version 2 (https://laws.e-gov.go.jp/api/2), asked politely: one call at a time
// with a pause between, again with growing patience after 429, 5xx and broken connections.
//   EgovApi({}).find("刑法")->revision  ->  "140AC0000000045_20260521_507AC0000000039"
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/http.h"

namespace query {

struct ApiOptions {
  std::string base_url = "https://laws.e-gov.go.jp/api/2";
  std::string on;  // yyyy-mm-dd: the text of that day; empty: today's
  int tries = 5;
  std::chrono::milliseconds pause{250};
  std::chrono::milliseconds first_wait{1000};  // doubled each time
  std::chrono::milliseconds longest_wait{120000};
  std::function<void(std::chrono::milliseconds)> sleep;  // a test's clock
  std::function<void(const std::string&)> note;          // 「429: 2秒待ちます」
  HttpOptions http;
};

// One row of the list of laws.
struct ApiLaw {
  std::string id;
  std::string number;
  std::string type;
  std::string promulgated;  // yyyy-mm-dd
  std::string revision;     // <law_id>_<yyyymmdd>_<amending id>
  std::string title;
  std::string kana;
  std::string abbreviations;
  std::string updated;
  std::string repealed;  // None Repeal Expire Suspend LossOfEffectiveness
};

class EgovApi {
 public:
  explicit EgovApi(ApiOptions);

  // By id, number or title, exactly. Nothing when there is no such law; throws Error with the
  // candidates when the title is only part of several.
  std::optional<ApiLaw> find(std::string_view id_number_or_title);

  // Every law, page by page; `page` hears how many of how many there are.
  std::vector<ApiLaw> all(const std::function<void(std::size_t, std::size_t)>& page);

  // The envelope with the law, as XML, checked to be a law of that id. Throws Error.
  std::string text(const ApiLaw&);

 private:
  std::string ask(const std::string& path, bool* absent);
  std::vector<ApiLaw> list(const std::string& parameters, std::size_t* total, bool* last);
  void wait(std::chrono::milliseconds) const;

  ApiOptions options_;
  HttpClient http_;
  bool asked_ = false;
};

// 507AC0000000042_20261001_000000000000000 and nothing else: it becomes a file's name.
bool is_revision_id(std::string_view);

}  // namespace query
