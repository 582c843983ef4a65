// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "corpus/error.h"

namespace documents {
namespace {

struct Converter {
  const char* icu;   // what ICU calls it
  const char* name;  // what people call it
};

// In this order where the detector is as sure of two.
constexpr Converter kConverters[] = {
    {"ibm-943_P15A-2003", "Shift_JIS"}, {"euc-jp-2007", "EUC-JP"}, {"ISO-2022-JP", "ISO-2022-JP"},
    {"UTF-16LE", "UTF-16LE"},           {"UTF-16BE", "UTF-16BE"},
};
constexpr std::size_t kSample = 64 * 1024;

const Converter* converter_named(std::string_view name) {
  const auto* row = std::find_if(std::begin(kConverters), std::end(kConverters),
                                 [&](const Converter& c) { return name == c.name; });
  return row == std::end(kConverters) ? nullptr : row;
}

// UTF-16 without a mark, by where the high bytes of Japanese and ASCII letters stand.
const Converter* utf16_by_high_bytes(std::string_view bytes) {
  const std::string_view sample =
      bytes.substr(0, std::min(bytes.size(), kSample) & ~std::size_t{1});
  std::size_t letters[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const auto high = static_cast<unsigned char>(sample[i]);
    letters[i % 2] += (high >= 0x30 && high <= 0x9F) || high == 0 || high == 0xFF;
  }
  const std::size_t units = sample.size() / 2;
  if (units < 8) return nullptr;
  for (const std::size_t high : {std::size_t{0}, std::size_t{1}}) {
    const bool most = letters[high] * 20 > units * 19 && letters[1 - high] * 10 < units * 9;
    if (most) return converter_named(high == 0 ? "UTF-16BE" : "UTF-16LE");
  }
  return nullptr;
}

const Converter* detect(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return converter_named("UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return converter_named("UTF-16BE");
  if (bytes.find('\0') != std::string_view::npos) return utf16_by_high_bytes(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  const std::string_view sample = bytes.substr(0, kSample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < 10) break;
    if (const Converter* found = converter_named(ucsdet_getName(matches[i], &status))) return found;
  }
  return nullptr;
}

bool looks_binary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
           byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 50 > sample.size();
}

// Letters of several bytes hardly ever read as UTF-8 by chance.
bool is_mostly_utf8(std::string_view bytes, std::size_t invalid) {
  const std::string_view good = bytes.substr(0, invalid);
  const std::size_t letters = corpus::count_code_points(good);
  return (good.size() - letters) / 2 >= 4;
}

// Nothing when a byte sequence is broken; `broken` then says where.
struct Decoded {
  MappedText content;
  bool whole = true;
  std::size_t broken = 0;
};

Decoded decode_with(const Converter& by, std::string_view bytes) {
  Decoded out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(by.icu, &status),
                                                                     ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const char* at = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  while (at < end && U_SUCCESS(status)) {
    const char* const begin = at;
    const UChar32 c = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;  // a last shift back to ASCII: no letter
    const corpus::Span source{static_cast<std::size_t>(begin - bytes.data()),
                              static_cast<std::size_t>(at - bytes.data())};
    if (U_FAILURE(status) || c == 0xFFFD) {
      out.whole = false;
      out.broken = source.begin;
      break;
    }
    if (c == 0xFEFF) continue;
    std::string letter;
    corpus::append_code_point(letter, static_cast<char32_t>(c));
    out.content.replace(letter, source);
  }
  return out;
}

std::string at_line(const std::string& where, std::string_view bytes, std::size_t offset) {
  return where + ':' + std::to_string(corpus::line_of(bytes, offset));
}

}  // namespace

DecodedText decode_text(std::string_view bytes, const std::string& where) {
  if (corpus::trim(bytes).empty())
    throw corpus::Error("文書が空です", where,
                        "中身のあるファイルを置くか、corpus.toml から消してください");
  const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto invalid = corpus::find_invalid_utf8(bytes.substr(mark));
  const bool zero = bytes.find('\0') != std::string_view::npos;
  const bool iso2022 = bytes.find("\x1B$") != std::string_view::npos;
  if (!invalid && !zero && !iso2022) {
    if (looks_binary(bytes)) {
      throw corpus::Error("文書ではなくバイナリのファイルです", where,
                          "テキスト、Markdown、HTML、PDF、DOCXのどれかにしてください");
    }
    DecodedText out{{}, "UTF-8"};
    out.content.copy(bytes, {mark, bytes.size()});
    return out;
  }
  if (invalid && !zero && is_mostly_utf8(bytes.substr(mark), *invalid)) {
    throw corpus::Error("UTF-8の文書のようですが、文字の並びが壊れています",
                        at_line(where, bytes, mark + *invalid),
                        "元の文書を取り直すか、UTF-8で保存し直してください");
  }
  const Converter* by = iso2022 ? converter_named("ISO-2022-JP") : detect(bytes);
  const bool utf16 = by != nullptr && std::string_view(by->name).starts_with("UTF-16");
  if ((zero && !utf16) || (by == nullptr && looks_binary(bytes))) {
    throw corpus::Error("文書ではなくバイナリのファイルです", where,
                        "テキスト、Markdown、HTML、PDF、DOCXのどれかにしてください");
  }
  if (by != nullptr) {
    Decoded decoded = decode_with(*by, bytes);
    if (decoded.whole && !corpus::trim(decoded.content.text).empty())
      return {std::move(decoded.content), by->name};
    if (!invalid || decoded.broken > mark + *invalid) {
      throw corpus::Error(std::string(by->name) + "の文書のようですが、文字の並びが壊れています",
                          at_line(where, bytes, decoded.broken),
                          "元の文書を取り直すか、UTF-8で保存し直してください");
    }
  }
  throw corpus::Error("文字コードが分からないか、文字の並びが壊れています",
                      at_line(where, bytes, mark + invalid.value_or(0)),
                      "UTF-8で保存し直してください");
}

}  // namespace documents
