// SPDX-License-Identifier: GPL-2.0-or-later
// The JSON envelope of e-Gov's law API version 2: law_info, revision_info, and law_full_text, which
// is either a tree of {tag, attr, children} or the XML in Base64.
#pragma once

#include <string>
#include <string_view>

#include "corpus/law_xml.h"

namespace corpus {

struct UnwrappedLaw {
  std::string xml;
  LawOrigin origin;
};

// What `origin` already says stands; the envelope fills the rest. Throws Error (file:line).
UnwrappedLaw unwrap_api_json(std::string_view json, LawOrigin origin);

// The bytes of a Base64 text, white space ignored. Throws Error naming `where`.
std::string decode_base64(std::string_view text, const std::string& where);

}  // namespace corpus
