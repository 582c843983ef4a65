// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/reference.h"

namespace citations {

std::string_view to_string(Form form) {
  switch (form) {
    case Form::range:
      return "range";
    case Form::suppl:
      return "suppl";
    case Form::app:
      return "app";
    case Form::ext:
      return "ext";
    case Form::law:
      return "law";
    case Form::same:
      return "same";
    case Form::rel:
      return "rel";
    case Form::each:
      return "each";
    case Form::structure:
      return "struct";
    case Form::sub:
      return "sub";
    case Form::abs:
      return "abs";
  }
  return {};
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::resolved:
      return "resolved";
    case Status::not_in_force:
      return "not_in_force";
    case Status::outside:
      return "outside";
    case Status::repealed:
      return "repealed";
    case Status::unknown_law:
      return "unknown_law";
    case Status::unresolved:
      return "unresolved";
  }
  return {};
}

std::string_view to_string(Purpose purpose) {
  switch (purpose) {
    case Purpose::plain:
      return "plain";
    case Purpose::application:
      return "mutatis_mutandis";
    case Purpose::exclusion:
      return "exclusion";
    case Purpose::limitation:
      return "limitation";
    case Purpose::scope:
      return "scope";
    case Purpose::delegation:
      return "delegation";
    case Purpose::penalty:
      return "penalty";
    case Purpose::amendment:
      return "amendment";
  }
  return {};
}

}  // namespace citations
