// SPDX-License-Identifier: GPL-2.0-or-later
// From the lines of a document to its cleaned text: furniture set aside, headings found, sentences
// put together again over lines and pages, note marks taken out and bound to their notes.
#pragma once

#include "corpus/documents/document.h"
#include "corpus/documents/document_lines.h"

namespace documents {

// The map of the result leads where the map of `flat` leads.
DocumentText build_document(const FlatText& flat);

}  // namespace documents
