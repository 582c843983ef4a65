// SPDX-License-Identifier: GPL-2.0-or-later
// What is done: the object of a clause.
//   主務大臣にその旨を届け出             ->  その旨
//   申請書に図面を添えて、大臣に提出する ->  申請書
//   事故の状況について報告する           ->  事故の状況, of which nothing is done (about)
#pragma once

#include <optional>

#include "indexer/norms/norm_recipients.h"

namespace norms {

struct Object {
  Range range;
  bool about = false;  // について, に関し
};
std::optional<Object> object_of(const ClauseView&);

}  // namespace norms
