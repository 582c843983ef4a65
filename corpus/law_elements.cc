// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_elements.h"

#include <algorithm>
#include <unordered_map>

namespace corpus {
namespace {

using enum SegmentKind;

constexpr ProvisionElement kProvisions[] = {
    {"EnactStatement", enactment, ""},
    {"TOC", contents, ""},
    {"Preamble", preamble, ""},
    {"Part", part, "PartTitle"},
    {"Chapter", chapter, "ChapterTitle"},
    {"Section", section, "SectionTitle"},
    {"Subsection", subsection, "SubsectionTitle"},
    {"Division", division, "DivisionTitle"},
    {"Article", article, "ArticleTitle"},
    {"Paragraph", paragraph, "ParagraphNum"},
    {"Item", item, "ItemTitle"},
    {"Subitem1", subitem, "Subitem1Title"},
    {"Subitem2", subitem, "Subitem2Title"},
    {"Subitem3", subitem, "Subitem3Title"},
    {"Subitem4", subitem, "Subitem4Title"},
    {"Subitem5", subitem, "Subitem5Title"},
    {"Subitem6", subitem, "Subitem6Title"},
    {"Subitem7", subitem, "Subitem7Title"},
    {"Subitem8", subitem, "Subitem8Title"},
    {"Subitem9", subitem, "Subitem9Title"},
    {"Subitem10", subitem, "Subitem10Title"},
    {"SupplProvision", suppl, "SupplProvisionLabel"},
    {"AppdxTable", table, "AppdxTableTitle"},
    {"AppdxStyle", form, "AppdxStyleTitle"},
    {"AppdxFormat", form, "AppdxFormatTitle"},
    {"AppdxNote", appendix, "AppdxNoteTitle"},
    {"AppdxFig", appendix, "AppdxFigTitle"},
    {"Appdx", appendix, "ArithFormulaNum"},
    {"SupplProvisionAppdxTable", table, "SupplProvisionAppdxTableTitle"},
    {"SupplProvisionAppdxStyle", form, "SupplProvisionAppdxStyleTitle"},
    {"SupplProvisionAppdx", appendix, "ArithFormulaNum"},
};

constexpr LayoutElement kLayouts[] = {
    {"Table", LayoutKind::table},
    {"TableRow", LayoutKind::row},
    {"TableHeaderRow", LayoutKind::row},
    {"TableColumn", LayoutKind::cell},
    {"TableHeaderColumn", LayoutKind::cell},
    {"List", LayoutKind::list},
    {"Sublist1", LayoutKind::sublist},
    {"Sublist2", LayoutKind::sublist},
    {"Sublist3", LayoutKind::sublist},
    {"FigStruct", LayoutKind::figure},
    {"Style", LayoutKind::style},
    {"Format", LayoutKind::format},
    {"Note", LayoutKind::note},
    {"Remarks", LayoutKind::remarks},
    {"AmendProvision", LayoutKind::amendment},
    {"NewProvision", LayoutKind::amendment},
    {"RemarksLabel", LayoutKind::label},
    {"TableStructTitle", LayoutKind::label},
    {"FigStructTitle", LayoutKind::label},
    {"StyleStructTitle", LayoutKind::label},
    {"FormatStructTitle", LayoutKind::label},
    {"NoteStructTitle", LayoutKind::label},
    {"TOCLabel", LayoutKind::label},
    {"TOCPreambleLabel", LayoutKind::label},
    {"Class", LayoutKind::entry},
    {"TOCPart", LayoutKind::entry},
    {"TOCChapter", LayoutKind::entry},
    {"TOCSection", LayoutKind::entry},
    {"TOCSubsection", LayoutKind::entry},
    {"TOCDivision", LayoutKind::entry},
    {"TOCArticle", LayoutKind::entry},
    {"TOCSupplProvision", LayoutKind::entry},
    {"TOCAppdxTableLabel", LayoutKind::entry},
};

constexpr std::pair<std::string_view, MarkKind> kMarks[] = {
    {"Ruby", MarkKind::ruby},
    {"Sup", MarkKind::superscript},
    {"Sub", MarkKind::subscript},
    {"Line", MarkKind::line},
    {"Fig", MarkKind::figure},
    {"QuoteStruct", MarkKind::quote},
    {"ArithFormula", MarkKind::formula},
};

constexpr LayoutElement kEntry{"", LayoutKind::entry};

}  // namespace

const ProvisionElement* find_provision_element(std::string_view element) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const ProvisionElement*> map;
    for (const auto& row : kProvisions) map.emplace(row.element, &row);
    return map;
  }();
  const auto found = index.find(element);
  return found == index.end() ? nullptr : found->second;
}

const LayoutElement* find_layout_element(std::string_view element) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const LayoutElement*> map;
    for (const auto& row : kLayouts) map.emplace(row.element, &row);
    // 号 and the like inside a table, a form or 備考 have no address of their own.
    for (const auto& row : kProvisions) map.emplace(row.element, &kEntry);
    return map;
  }();
  const auto found = index.find(element);
  return found == index.end() ? nullptr : found->second;
}

std::optional<MarkKind> find_mark_element(std::string_view element) {
  const auto* row = std::find_if(std::begin(kMarks), std::end(kMarks),
                                 [&](const auto& r) { return r.first == element; });
  if (row == std::end(kMarks)) return std::nullopt;
  return row->second;
}

bool is_about_provision(std::string_view child, const ProvisionElement& provision) {
  if (child.empty()) return false;  // letters
  return child == provision.title || child == "ArticleCaption" || child == "ParagraphCaption" ||
         child == "RelatedArticleNum" || child == "SupplNote";
}

bool is_label_of_entry(std::string_view element) {
  return element.ends_with("Title") || element.ends_with("Num") || element.ends_with("Caption");
}

bool is_chapter_like(SegmentKind kind) {
  return kind == part || kind == chapter || kind == section || kind == subsection ||
         kind == division;
}

std::pair<std::string, std::string> split_heading(std::string_view printed) {
  const std::size_t gap = printed.find(kColumnGap);
  if (gap == std::string_view::npos) return {std::string(printed), {}};
  return {std::string(printed.substr(0, gap)),
          std::string(printed.substr(gap + kColumnGap.size()))};
}

}  // namespace corpus
