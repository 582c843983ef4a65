// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_json.h"

#include <openssl/evp.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "corpus/error.h"

namespace corpus {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 200;
constexpr char kHint[] = "e-Gov法令API（version 2）の応答か確かめ、取り直してください";

// A node is a string or {tag, attr, children}; attr of a bare element may be "" instead of {}.
void append_node(pugi::xml_node parent, const Json& node, const std::string& where, int depth) {
  if (node.is_string()) {
    parent.append_child(pugi::node_pcdata).set_value(node.get_ref<const std::string&>().c_str());
    return;
  }
  if (depth > kMaxDepth || !node.is_object() || !node.contains("tag") || !node["tag"].is_string()) {
    throw Error("law_full_textの要素の形が違います", where, kHint);
  }
  pugi::xml_node element = parent.append_child(node["tag"].get_ref<const std::string&>().c_str());
  if (const auto attributes = node.find("attr");
      attributes != node.end() && attributes->is_object()) {
    for (const auto& [name, value] : attributes->items()) {
      const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
      element.append_attribute(name.c_str()).set_value(text.c_str());
    }
  }
  if (const auto children = node.find("children"); children != node.end() && children->is_array()) {
    for (const Json& child : *children) append_node(element, child, where, depth + 1);
  }
}

std::string text_of(const Json& object, const char* group, const char* key) {
  const auto found = object.find(group);
  if (found == object.end() || !found->is_object()) return {};
  const auto value = found->find(key);
  return value != found->end() && value->is_string() ? value->get<std::string>() : std::string{};
}

}  // namespace

UnwrappedLaw unwrap_api_json(std::string_view json, LawOrigin origin) {
  Json document;
  try {
    document = Json::parse(json);
  } catch (const Json::parse_error& e) {
    throw Error(std::string("JSONとして読めません"),
                origin.where + ':' + std::to_string(line_of(json, e.byte > 0 ? e.byte - 1 : 0)),
                kHint);
  }
  const std::string where = origin.where + ":1";
  if (!document.is_object() || !document.contains("law_full_text")) {
    const std::string message =
        document.is_object() && document.contains("message") && document["message"].is_string()
            ? "：" + document["message"].get<std::string>()
            : "";
    throw Error("法令の本文（law_full_text）がありません" + message, where, kHint);
  }
  if (origin.id.empty()) origin.id = text_of(document, "law_info", "law_id");
  const LawOrigin named = origin_of(text_of(document, "revision_info", "law_revision_id"));
  if (origin.revision.empty()) origin.revision = named.revision;
  if (origin.amended_by.empty()) origin.amended_by = named.amended_by;
  const Json& body = document["law_full_text"];
  if (body.is_string())
    return {decode_base64(body.get_ref<const std::string&>(), where), std::move(origin)};
  pugi::xml_document xml;
  append_node(xml, body, where, 0);
  std::ostringstream out;
  xml.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  return {std::move(out).str(), std::move(origin)};
}

std::string decode_base64(std::string_view text, const std::string& where) {
  std::string packed;
  for (const char c : text) {
    if (!is_space(static_cast<unsigned char>(c))) packed += c;
  }
  std::string out(packed.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                     reinterpret_cast<const unsigned char*>(packed.data()),
                                     static_cast<int>(packed.size()));
  if (length < 0) throw Error("Base64として読めません", where, kHint);
  const std::size_t padding = packed.ends_with("==") ? 2 : packed.ends_with('=') ? 1 : 0;
  out.resize(static_cast<std::size_t>(length) - padding);
  return out;
}

}  // namespace corpus
