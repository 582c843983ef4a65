// SPDX-License-Identifier: GPL-2.0-or-later
#include "page_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace web_tests {
namespace {

std::string unescaped(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  while (!text.empty()) {
    const auto found = std::find_if(kEntities.begin(), kEntities.end(),
                                    [&](const auto& e) { return text.starts_with(e.first); });
    if (found == kEntities.end()) {
      out += text.front();
      text.remove_prefix(1);
    } else {
      out += found->second;
      text.remove_prefix(found->first.size());
    }
  }
  return out;
}

struct Open {
  std::string name;
  std::string id;  // nearest provision, from outside class="t"
  bool words;      // inside class="t"
  bool aside;      // inside a reading or a printed number
};

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  Page read() {
    if (html_.starts_with("<!DOCTYPE html>")) at_ = 15;
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        read_tag();
      } else {
        read_text();
      }
    }
    if (!open_.empty()) problem("<" + open_.back().name + "> is never closed");
    return std::move(page_);
  }

 private:
  void read_text() {
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    const std::string text = unescaped(html_.substr(at_, end - at_));
    at_ = end;
    page_.text += text;
    if (open_.empty()) return;
    const Open& top = open_.back();
    if (top.words && !top.aside) page_.own_text[top.id] += text;
    if (top.name == "table" || top.name == "tr") problem("words outside a cell: " + text);
  }

  void read_tag() {
    const std::size_t end = html_.find('>', at_);
    if (end == std::string_view::npos) {
      problem("a tag without end");
      at_ = html_.size();
      return;
    }
    std::string_view tag = html_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (tag.starts_with('/')) {
      if (open_.empty() || open_.back().name != tag.substr(1)) {
        problem("</" + std::string(tag.substr(1)) + "> closes nothing");
      } else {
        open_.pop_back();
      }
      return;
    }
    const std::string name(tag.substr(0, tag.find(' ')));
    page_.elements.insert(name);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      page_.headings.push_back(name[1] - '0');
    }
    Open open = open_.empty() ? Open{name, {}, false, false} : open_.back();
    open.name = name;
    tag.remove_prefix(name.size());
    read_attributes(tag, open);
    if (name == "rt") open.aside = true;
    check_place(name);
    if (name != "meta" && name != "link" && name != "input") open_.push_back(std::move(open));
  }

  void read_attributes(std::string_view tag, Open& open) {
    std::string id;
    std::string classes;
    while (!tag.empty()) {
      constexpr std::array<std::string_view, 2> kWithoutValue = {" defer", " hidden"};
      const auto* flag = std::find_if(kWithoutValue.begin(), kWithoutValue.end(), [&](auto f) {
        return tag.starts_with(f) && (tag.size() == f.size() || tag[f.size()] == ' ');
      });
      if (flag != kWithoutValue.end()) {
        page_.attributes.emplace(flag->substr(1));
        tag.remove_prefix(flag->size());
        continue;
      }
      const std::size_t equals = tag.find("=\"");
      const std::size_t quote =
          equals == std::string_view::npos ? equals : tag.find('"', equals + 2);
      if (tag.front() != ' ' || quote == std::string_view::npos) {
        problem("an attribute that is no name=\"value\": " + std::string(tag));
        return;
      }
      const std::string name(tag.substr(1, equals - 1));
      const std::string value = unescaped(tag.substr(equals + 2, quote - equals - 2));
      page_.attributes.insert(name);
      if (name == "id") id = value;
      if (name == "class") classes = value;
      if (name == "href") page_.links.push_back(value);
      tag.remove_prefix(quote + 1);
    }
    if (!id.empty()) {
      if (std::find(page_.ids.begin(), page_.ids.end(), id) != page_.ids.end() &&
          page_.ids.size() < 2000) {
        problem("id twice: " + id);
      }
      page_.ids.push_back(id);
      if (!open.words) open.id = id;
    }
    if (classes == "t") open.words = true;
    if (classes == "num") open.aside = true;
  }

  // What HTML's parser would silently move elsewhere.
  void check_place(const std::string& name) {
    const std::string outer = open_.empty() ? "" : open_.back().name;
    if ((name == "tr" && outer != "table") || (name == "td" && outer != "tr") ||
        (outer == "table" && name != "tr") || (outer == "tr" && name != "td")) {
      problem("<" + name + "> in <" + outer + ">");
    }
    const bool block = name == "div" || name == "table" || name == "p" || name == "section";
    for (const Open& o : open_) {
      if (block && (o.name == "p" || o.name == "span" || o.name == "a" || o.name == "ruby")) {
        problem("<" + name + "> inside <" + o.name + ">");
      }
      if (name == "a" && o.name == "a") problem("a link in a link");
    }
  }

  void problem(std::string what) { page_.problems.push_back(std::move(what)); }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  Page page_;
};

}  // namespace

Page read_page(std::string_view html) { return Reader(html).read(); }

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string without_gaps(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.starts_with("\u3000")) {
      text.remove_prefix(3);
    } else {
      if (text.front() != '\t' && text.front() != '\n') out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace web_tests
