// SPDX-License-Identifier: GPL-2.0-or-later
// One GET at a time, of one host. What the network did is a value, since the caller decides whether
// to ask again; what no second asking can mend throws.
//   HttpClient({}).get("https://laws.e-gov.go.jp/api/2/laws?limit=1").status  ->  200
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace query {

struct HttpOptions {
  std::string user_agent = "jobun";
  std::chrono::seconds timeout{120};
  std::size_t max_bytes = 256U << 20;  // unpacked
};

struct HttpAnswer {
  long status = 0;      // 0: no answer, or one cut short
  std::string failure;  // why, when 0
  std::string body;
  std::optional<std::chrono::seconds> retry_after;
};

class HttpClient {
 public:
  explicit HttpClient(HttpOptions);
  HttpClient(HttpClient&&) noexcept;
  ~HttpClient();

  // Follows redirects within the same scheme, host and port only. Throws Error: led elsewhere, led
  // in circles, or larger than max_bytes.
  HttpAnswer get(const std::string& url);

 private:
  struct Private;
  std::unique_ptr<Private> p_;
};

}  // namespace query
