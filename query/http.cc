// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http.h"

#include <curl/curl.h>

#include <string_view>

#include "corpus/error.h"

namespace query {
namespace {

using corpus::Error;

constexpr int kMaxRedirects = 3;

struct Freed {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

struct Received {
  std::string body;
  std::size_t limit = 0;
  bool too_large = false;
};

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& received = *static_cast<Received*>(to);
  const std::size_t length = size * count;
  if (length > received.limit - received.body.size()) {
    received.too_large = true;
    return 0;
  }
  received.body.append(bytes, length);
  return length;
}

// https://laws.e-gov.go.jp:443
std::string origin_of(const std::string& url) {
  const std::unique_ptr<CURLU, Freed> parsed(curl_url());
  std::string out;
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return out;
  for (const CURLUPart part : {CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT}) {
    char* text = nullptr;
    if (curl_url_get(parsed.get(), part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
    out += std::string(out.empty() ? "" : " ") + text;
    curl_free(text);
  }
  return out;
}

}  // namespace

struct HttpClient::Private {
  HttpOptions options;
  std::unique_ptr<CURL, Freed> handle;

  HttpAnswer ask(const std::string& url, std::string& leads_to);
};

HttpAnswer HttpClient::Private::ask(const std::string& url, std::string& leads_to) {
  CURL* curl = handle.get();
  Received received{.body = {}, .limit = options.max_bytes};
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, options.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 20L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(options.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
  const CURLcode code = curl_easy_perform(curl);
  if (received.too_large) {
    throw Error("答えが大きすぎます（" + std::to_string(options.max_bytes >> 20) + "MBまでです）",
                url, "接続先が e-Gov 法令APIか確かめてください");
  }
  if (code != CURLE_OK) return {.status = 0, .failure = curl_easy_strerror(code)};
  HttpAnswer answer;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  curl_off_t wait = 0;
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
  if (wait > 0) answer.retry_after = std::chrono::seconds(wait);
  const char* location = nullptr;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  leads_to = location == nullptr ? "" : location;
  answer.body = std::move(received.body);
  return answer;
}

HttpClient::HttpClient(HttpOptions options) : p_(std::make_unique<Private>()) {
  // Idempotent, and here before any thread of ours asks anything.
  curl_global_init(CURL_GLOBAL_DEFAULT);
  p_->options = std::move(options);
  p_->handle.reset(curl_easy_init());
  if (!p_->handle) throw Error("HTTPの準備ができません", "libcurl", "");
}

HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::get(const std::string& url) {
  std::string at = url;
  for (int hop = 0; hop <= kMaxRedirects; ++hop) {
    std::string leads_to;
    HttpAnswer answer = p_->ask(at, leads_to);
    if (leads_to.empty()) return answer;
    if (origin_of(leads_to) != origin_of(url)) {
      throw Error("別の場所への転送は受け付けません: " + leads_to, at,
                  "接続先（--base-url、プロキシ）を確かめてください");
    }
    at = leads_to;
  }
  throw Error("転送が終わりません", url, "接続先（--base-url、プロキシ）を確かめてください");
}

}  // namespace query
