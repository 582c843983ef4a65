// SPDX-License-Identifier: GPL-2.0-or-later
// The ways into a law's page: the list of its units, and the links in its official 目次.
#pragma once

#include <string>
#include <vector>

#include "web-static/law_page.h"
#include "web-static/render.h"

namespace web {

// <ul> of chapters, articles (folded under each chapter), 附則, 別表 and 様式.
std::string render_contents(const corpus::Law& law, const LawNumberOf& number_of);

// A link over each heading of the 目次 at `provision` that this text really has.
std::vector<Annotation> links_of_contents(const corpus::Law& law, std::size_t provision);

bool is_chapter_like(corpus::SegmentKind kind);        // 編 章 節 款 目
bool is_amending(const corpus::Provision& provision);  // 附則 of a law that amended this one
std::string heading_of(const corpus::Provision& provision);  // 第二章　報告
// 附則（令和七年法律第四十三号）
std::string suppl_heading(const corpus::Provision& provision, const LawNumberOf& number_of);

}  // namespace web
