// SPDX-License-Identifier: GPL-2.0-or-later
// Laws that the hand labels of tests/labels speak of, as far as they are at hand: in the real
// corpus ($JOBUN_SHARED), else in the unpacked archives of all laws ($JOBUN_BULK).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "corpus/manifest.h"

namespace indexer {

struct LabelledLaws {
  corpus::LawBook book;
  std::vector<corpus::Law> laws;
};

// The laws of those ids, and all of the real corpus with `all`.
LabelledLaws read_labelled_laws(const std::set<std::string>& ids, bool all);

// Lines of tests/labels/NAME, split at tabs.
std::vector<std::vector<std::string>> read_labels(const std::string& name);
std::vector<std::string> split(const std::string& line, char by);

}  // namespace indexer
