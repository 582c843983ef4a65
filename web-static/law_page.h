// SPDX-License-Identifier: GPL-2.0-or-later
// One law as the two parts of its page that are made of provisions: the text, and the list of its
// units beside it. Each provision is an element whose id is its anchor; its own words stand in
// elements of class "t", its printed number in class "num".
//   第五条第二項 -> <div class="paragraph" id="a5-p2"><p class="t"><span class="num">２　</span>…
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "web-static/render.h"

namespace web {

// The printed number of a law with that id (令和七年法律第四十三号), or empty where none is known.
using LawNumberOf = std::function<std::string(std::string_view law_id)>;

// What was found in a law, by provision: laid over its words, and printed behind its text.
struct PageNotes {
  std::map<std::size_t, std::vector<Annotation>> found;
  std::map<std::size_t, std::string> beside;  // HTML
};

struct LawPage {
  std::string contents;  // <ul> of links
  std::string body;
};
LawPage render_law(const corpus::Law& law, const LawNumberOf& number_of,
                   const PageNotes& notes = {});

// One provision with all below it, as it stands in the body; its heading is an <h`level`>.
std::string render_provision(const corpus::Law& law, std::size_t provision, int level,
                             const LawNumberOf& number_of, const PageNotes& notes = {});

// The title with its readings.
std::string render_title(const corpus::Law& law);

}  // namespace web
