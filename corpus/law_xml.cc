// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_xml.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "corpus/appendix_title.h"
#include "corpus/error.h"
#include "corpus/law_elements.h"
#include "corpus/law_json.h"
#include "corpus/law_number.h"
#include "corpus/text_builder.h"

namespace corpus {
namespace {

using Xml = pugi::xml_node;

// No statute nests deeper than 編 … (i)(a) plus a table or two; a file that does is no statute.
constexpr int kMaxDepth = 100;

struct Heading {
  std::string text;
  std::vector<Mark> marks;
};

struct Place {
  int depth = 0;
  std::uint16_t column = 0;  // 1-based 欄
  bool addressable = true;   // a 号 found here gets an address
};

class LawReader {
 public:
  LawReader(Law& law, std::string where, const AmendingLawId& amending_law)
      : law_(law), where_(std::move(where)), amending_law_(amending_law) {}

  void read_body(Xml body) {
    for (const Xml child : body.children()) {
      if (std::string_view(child.name()) == "LawTitle") {
        auto title = heading(child);
        law_.title = std::move(title.text);
        law_.title_marks = std::move(title.marks);
      } else {
        read_top(child, 1);
      }
    }
    tell_namesakes_apart();
  }

 private:
  void read_top(Xml node, int depth) {
    const std::string_view name = node.name();
    if (name == "MainProvision") {
      law_.extract = node.attribute("Extract").as_bool();
      for (const Xml child : node.children()) read_top(child, depth + 1);
    } else if (const auto* element = find_provision_element(name)) {
      read_provision(node, *element, depth);
    } else {
      // Words outside everything we know stay readable.
      read_provision(node, {name, SegmentKind::appendix, ""}, depth);
    }
  }

  void read_provision(Xml node, const ProvisionElement& element, int depth) {
    check_depth(depth);
    const std::size_t index = law_.provisions.size();
    law_.provisions.push_back(begin_provision(node, element));
    law_.provisions[index].parent =
        static_cast<std::uint32_t>(open_.empty() ? index : open_.back());
    open_.push_back(index);
    TextBuilder text;
    for (const Xml child : node.children()) {
      if (!is_about_provision(child.name(), element)) read_child(child, text, {depth + 1});
    }
    Provision& p = law_.provisions[index];
    p = std::move(text).finish(std::move(p));
    p.deleted = p.deleted || p.text == "削除";
    p.end = static_cast<std::uint32_t>(law_.provisions.size());
    open_.pop_back();
  }

  // Everything of a provision but its words: number, caption, flags.
  Provision begin_provision(Xml node, const ProvisionElement& element) {
    Provision p;
    p.segment.kind = element.kind;
    p.deleted = node.attribute("Delete").as_bool();
    p.hidden = node.attribute("Hide").as_bool();
    Heading title = heading(node.child(std::string(element.title).c_str()));
    if (is_chapter_like(element.kind)) {
      std::tie(p.num, p.caption) = split_heading(title.text);
      const std::size_t shift = title.text.size() - p.caption.size();
      for (Mark& m : title.marks) {
        if (m.span.begin < shift) continue;
        p.caption_marks.push_back({{m.span.begin - shift, m.span.end - shift}, m.kind, m.value});
      }
    } else {
      p.num = std::move(title.text);
      for (const char* name : {"ArticleCaption", "ParagraphCaption"}) {
        if (Heading caption = heading(node.child(name)); !caption.text.empty()) {
          p.caption = std::move(caption.text);
          p.caption_marks = std::move(caption.marks);
        }
      }
    }
    p.related = heading(node.child("RelatedArticleNum")).text;
    p.note = heading(node.child("SupplNote")).text;
    set_number(p, node);
    return p;
  }

  void set_number(Provision& p, Xml node) {
    Segment& s = p.segment;
    switch (s.kind) {
      case SegmentKind::suppl:
        if (const char* number = node.attribute("AmendLawNum").value(); *number != '\0') {
          s.amending_law = amending_law_(number);
        }
        return;
      case SegmentKind::table:
      case SegmentKind::form:
      case SegmentKind::appendix:
        s = read_appendix_title(p.num, s.kind);
        return;
      case SegmentKind::enactment:
      case SegmentKind::contents:
      case SegmentKind::preamble:
        return;
      default:
        break;
    }
    const std::string_view num = node.attribute("Num").value();
    const std::size_t colon = num.find(':');
    const auto first = parse_ordinal(num.substr(0, colon));
    // What carries no readable Num is named by its place among its siblings.
    s.num = first.value_or(Ordinal(count_sibling(s.kind)));
    if (first && colon != std::string_view::npos) {
      s.last = parse_ordinal(num.substr(colon + 1)).value_or(Ordinal{});
    }
  }

  std::uint16_t count_sibling(SegmentKind kind) {
    auto& count = siblings_[{open_.empty() ? SIZE_MAX : open_.back(), kind}];
    if (count < UINT16_MAX) ++count;
    return count;
  }

  // --- words -----------------------------------------------------------------------------------

  void read_children(Xml node, TextBuilder& text, Place place) {
    for (const Xml child : node.children()) {
      if (std::string_view(child.name()) == "Column" && place.column < UINT16_MAX) ++place.column;
      read_child(child, text, place);
    }
  }

  void read_child(Xml node, TextBuilder& text, Place place) {
    check_depth(place.depth);
    ++place.depth;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      text.append(node.value());
      return;
    }
    if (node.type() != pugi::node_element) return;
    const std::string_view name = node.name();
    if (place.addressable) {
      if (const auto* element = find_provision_element(name)) {
        read_provision(node, *element, place.depth);
        return;
      }
    }
    if (name == "Sentence") {
      // In a cell or a list each sentence is a line of its own.
      if (!place.addressable && is_sentence(node.previous_sibling())) text.column_gap();
      const std::size_t begin = text.position();
      read_children(node, text, inside_text(place));
      text.sentence(begin, std::string_view(node.attribute("Function").value()) == "proviso",
                    place.column);
    } else if (name == "Column") {
      if (place.column > 1) text.column_gap();
      read_children(node, text, place);
    } else if (const auto mark = find_mark_element(name)) {
      read_marked(node, text, *mark, inside_text(place));
    } else if (const auto* layout = find_layout_element(name)) {
      read_layout(node, text, *layout, place);
    } else if (is_label_of_entry(name)) {
      read_children(node, text, place);
      text.column_gap();
    } else if (name != "Rt") {
      // ParagraphSentence, TableStruct and the like only hold others; so does what we do not know.
      read_children(node, text, place);
    }
  }

  void read_marked(Xml node, TextBuilder& text, MarkKind kind, Place place) {
    const std::size_t begin = text.position();
    read_children(node, text, place);
    std::string value;
    if (kind == MarkKind::ruby) {
      for (const Xml rt : node.children("Rt")) value += heading(rt).text;
    } else if (kind == MarkKind::figure) {
      value = node.attribute("src").value();
    } else if (kind == MarkKind::line) {
      value = node.attribute("Style").value();
    }
    text.mark(kind, begin, std::move(value));
  }

  void read_layout(Xml node, TextBuilder& text, const LayoutElement& element, Place place) {
    if (element.kind == LayoutKind::cell) {
      if (node.previous_sibling()) text.cell_gap();
    } else {
      text.line_gap();
    }
    const std::size_t layout = text.open(element.kind, law_.provisions.size());
    place.addressable = false;
    place.column = 0;
    read_children(node, text, place);
    Layout& done = text.close(layout);
    done.columns = span_attribute(node, "colspan");
    done.rows = span_attribute(node, "rowspan");
  }

  static std::uint16_t span_attribute(Xml node, const char* name) {
    return static_cast<std::uint16_t>(std::clamp(node.attribute(name).as_int(1), 1, 1000));
  }

  static bool is_sentence(Xml node) { return std::string_view(node.name()) == "Sentence"; }

  static Place inside_text(Place place) {
    place.addressable = false;
    return place;
  }

  Heading heading(Xml node) {
    TextBuilder text;
    read_children(node, text, {.depth = 0, .column = 0, .addressable = false});
    Provision done = std::move(text).finish({});
    return {std::move(done.text), std::move(done.marks)};
  }

  void check_depth(int depth) const {
    if (depth <= kMaxDepth) return;
    throw Error("XMLの入れ子が深すぎます（" + std::to_string(kMaxDepth) + "段を超えました）",
                where_, "法令標準XMLのファイルか確かめてください");
  }

  // --- the whole -------------------------------------------------------------------------------

  // Among siblings; articles are numbered through the law, whatever chapter they stand in, and what
  // is in several 附則 of the law's own as if they were one.
  void tell_namesakes_apart() {
    std::map<std::tuple<std::size_t, std::string>, std::uint16_t> seen;
    std::size_t own_suppl = law_.provisions.size();
    for (std::size_t i = 0; i < law_.provisions.size(); ++i) {
      Provision& p = law_.provisions[i];
      std::size_t parent = p.parent == i ? law_.provisions.size() : p.parent;
      while (p.segment.kind == SegmentKind::article && parent < law_.provisions.size() &&
             is_chapter_like(law_.provisions[parent].segment.kind)) {
        const std::size_t up = law_.provisions[parent].parent;
        parent = up == parent ? law_.provisions.size() : up;
      }
      const auto is_own = [](const Segment& s) {
        return s.kind == SegmentKind::suppl && s.amending_law.empty();
      };
      if (is_own(p.segment) && own_suppl == law_.provisions.size()) own_suppl = i;
      if (parent < law_.provisions.size() && is_own(law_.provisions[parent].segment))
        parent = own_suppl;
      auto& count = seen[{parent, to_string(p.segment)}];
      if (count < UINT16_MAX) ++count;
      p.segment.nth = count;
    }
  }

  Law& law_;
  std::string where_;
  const AmendingLawId& amending_law_;
  std::vector<std::size_t> open_;
  std::map<std::pair<std::size_t, SegmentKind>, std::uint16_t> siblings_;
};

// "Abbrev" and the API's field hold several, separated by commas.
std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> out;
  while (!names.empty()) {
    const std::size_t comma = names.find_first_of(",，");
    if (const auto name = trim(names.substr(0, comma)); !name.empty()) out.emplace_back(name);
    names = comma == std::string_view::npos ? std::string_view{} : names.substr(comma + 1);
  }
  return out;
}

std::string promulgation_date(Xml law) {
  constexpr std::pair<std::string_view, Era> kEras[] = {{"Meiji", Era::meiji},
                                                        {"Taisho", Era::taisho},
                                                        {"Showa", Era::showa},
                                                        {"Heisei", Era::heisei},
                                                        {"Reiwa", Era::reiwa}};
  const int year = law.attribute("Year").as_int();
  const int month = law.attribute("PromulgateMonth").as_int();
  const int day = law.attribute("PromulgateDay").as_int();
  const std::string_view era = law.attribute("Era").value();
  const auto* row = std::find_if(std::begin(kEras), std::end(kEras),
                                 [&](const auto& e) { return e.first == era; });
  if (row == std::end(kEras) || year < 1 || year > 99 || month < 1 || month > 12 || day < 1 ||
      day > 31) {
    return {};
  }
  return to_iso({row->second, static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month),
                 static_cast<std::uint8_t>(day)});
}

Xml find_law(const pugi::xml_document& document, LawOrigin& origin) {
  const Xml root = document.document_element();
  const std::string_view name = root.name();
  if (name == "Law") return root;
  if (name == "DataRoot") {
    const Xml data = root.child("ApplData");
    if (origin.id.empty()) origin.id = data.child_value("LawId");
    return data.child("LawFullText").child("Law");
  }
  if (name == "law_data_response") {
    if (origin.id.empty()) origin.id = root.child("law_info").child_value("law_id");
    const LawOrigin named = origin_of(root.child("revision_info").child_value("law_revision_id"));
    if (origin.revision.empty()) origin.revision = named.revision;
    if (origin.amended_by.empty()) origin.amended_by = named.amended_by;
    return root.child("law_full_text").child("Law");
  }
  return {};
}

Law read_xml(std::string_view bytes, LawOrigin origin, const AmendingLawId& amending_law) {
  if (const auto bad = find_invalid_utf8(bytes)) {
    throw Error("UTF-8として正しくない文字があります",
                origin.where + ':' + std::to_string(line_of(bytes, *bad)),
                "文字コードをUTF-8にするか、ファイルを取り直してください");
  }
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    throw Error(std::string("XMLとして読めません（") + parsed.description() + "）",
                origin.where + ':' +
                    std::to_string(line_of(bytes, static_cast<std::size_t>(parsed.offset))),
                "ファイルを取り直してください");
  }
  const Xml node = find_law(document, origin);
  // When the API is asked for XML in another envelope, it packs the law into Base64.
  if (const Xml packed = document.child("law_data_response").child("law_full_text");
      packed && !node) {
    const std::string xml = decode_base64(packed.child_value(), origin.where);
    return read_xml(xml, std::move(origin), amending_law);
  }
  if (!node || !node.child("LawBody")) {
    throw Error("法令標準XMLではありません（Law要素またはLawBody要素がありません）",
                origin.where + ":1", "e-Gov法令検索のXMLか確かめてください");
  }
  if (origin.id.empty()) {
    throw Error("法令IDが分かりません", origin.where + ":1",
                "ファイル名を「法令ID_施行日_改正法令ID.xml」にしてください");
  }
  Law law{.id = std::move(origin.id),
          .revision = std::move(origin.revision),
          .amended_by = std::move(origin.amended_by),
          .number = std::string(trim(node.child_value("LawNum"))),
          .type = parse_law_type(node.attribute("LawType").value()).value_or(LawType::misc),
          .promulgated = promulgation_date(node),
          .digest = origin.digest};
  const Xml title = node.child("LawBody").child("LawTitle");
  law.kana = title.attribute("Kana").value();
  law.abbreviations = split_names(title.attribute("Abbrev").value());
  LawReader(law, origin.where, amending_law).read_body(node.child("LawBody"));
  return law;
}

}  // namespace

LawOrigin origin_of(std::string_view path) {
  LawOrigin origin{.where = std::string(path)};
  std::string_view name = path.substr(path.find_last_of("/\\!") + 1);
  name = name.substr(0, name.find('.'));
  std::vector<std::string_view> pieces;
  for (std::size_t bar = 0; bar != std::string_view::npos;) {
    bar = name.find('_');
    pieces.push_back(name.substr(0, bar));
    name.remove_prefix(bar == std::string_view::npos ? name.size() : bar + 1);
  }
  const auto is_id = [](std::string_view s) { return parse_address(s).has_value(); };
  if (!is_id(pieces[0])) return origin;
  origin.id = pieces[0];
  if (pieces.size() > 1 && parse_address(origin.id + '@' + std::string(pieces[1]))) {
    origin.revision = pieces[1];
  }
  if (pieces.size() > 2 && is_id(pieces[2]) && pieces[2] != "000000000000000") {
    origin.amended_by = pieces[2];
  }
  return origin;
}

Law read_law(std::string_view bytes, LawOrigin origin, const AmendingLawId& amending_law) {
  if (!trim(bytes.substr(0, 64)).starts_with('{')) {
    return read_xml(bytes, std::move(origin), amending_law);
  }
  UnwrappedLaw unwrapped = unwrap_api_json(bytes, std::move(origin));
  return read_xml(unwrapped.xml, std::move(unwrapped.origin), amending_law);
}

}  // namespace corpus
