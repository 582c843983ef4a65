// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "corpus/address_reader.h"
#include "corpus/text_scan.h"
#include "indexer/analysis/normalize.h"
#include "query/stop_words.h"
#include "query/who_words.h"

namespace query {
namespace {

constexpr double kSynonymShare = 0.7;  // a word of ours against one of the question's own
constexpr double kEarlierAct = 0.45;  // 届出を受けた大臣は…知らせる: not what is asked
constexpr std::size_t kMostLawsOfATerm = 3;
constexpr double kNextAct = 0.85;  // each further verb of a row

// Nouns before は and が, without what modifies them.
std::vector<std::string> topics_of(std::string_view text) {
  std::vector<std::string> out;
  std::string noun;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (corpus::is_kanji(c) || corpus::is_katakana(c)) {
      noun += text.substr(begin, at - begin);
      continue;
    }
    if ((c == U'は' || c == U'が') && noun.size() > 3) out.push_back(noun);
    noun.clear();
  }
  return out;
}

// What the meaning of is asked: what is quoted, else what stands before とは, の定義, の意味.
std::vector<std::string> asked_terms(std::string_view text) {
  std::vector<std::string> out;
  for (const corpus::Span quoted : corpus::find_quotations(text)) {
    std::string_view term = quoted.of(text);
    for (const std::string_view mark : {"「", "『"}) {
      if (term.starts_with(mark)) term.remove_prefix(mark.size());
    }
    for (const std::string_view mark : {"」", "』"}) {
      if (term.ends_with(mark)) term.remove_suffix(mark.size());
    }
    if (!term.empty()) out.emplace_back(term);
  }
  if (!out.empty()) return out;
  for (const std::string_view behind : {"とは", "の定義", "の意味"}) {
    const std::size_t end = text.find(behind);
    if (end == std::string_view::npos) continue;
    std::size_t begin = 0;
    for (const std::string_view mark : {"、", "。", "の", "は", " ", "　"}) {
      const std::size_t at = text.substr(0, end).rfind(mark);
      if (at != std::string_view::npos && mark != "の") begin = std::max(begin, at + mark.size());
    }
    if (begin < end) out.emplace_back(text.substr(begin, end - begin));
  }
  return out;
}

bool is_numeral(char32_t c) {
  constexpr std::u32string_view kNumerals =
      U"0123456789０１２３４５６７８９〇一二三四五六七八九十百千";
  return kNumerals.find(c) != std::u32string_view::npos;
}

// The bytes from `at` on that may name a provision: 第2条第4項1号.
std::size_t provision_end(std::string_view text, std::size_t at) {
  constexpr std::u32string_view kWords = U"第条項号の附則イロハニホヘト";
  std::size_t end = at;
  bool article = false;
  for (std::size_t next = at; next < text.size();) {
    const char32_t c = corpus::next_code_point(text, next);
    if (!is_numeral(c) && kWords.find(c) == std::u32string_view::npos) break;
    article = article || c == U'条' || c == U'項' || c == U'則';
    // 82条の罰則: の goes on only before a number.
    if (c != U'の') end = next;
    if (c == U'の' && (next >= text.size() || !is_numeral(corpus::letter_at(text, next)))) break;
  }
  return article ? end : at;
}

bool may_begin_provision(std::string_view text, std::size_t at) {
  const char32_t c = corpus::letter_at(text, at);
  if (c == U'附') return text.substr(at).starts_with("附則");
  return (c == U'第' || is_numeral(c)) && (at == 0 || !is_numeral(corpus::letter_before(text, at)));
}

// An occurrence of a row's word; one inside a longer one counts for nothing.
struct Said {
  const WhoWord* row;
  std::size_t begin;
  std::size_t end;
};

std::vector<Said> said_in(std::string_view normal) {
  std::vector<Said> all;
  for (const WhoWord& row : who_words()) {
    for (const std::string_view asked : row.asked) {
      const std::size_t at = normal.rfind(asked);
      if (at != std::string_view::npos) all.push_back({&row, at, at + asked.size()});
    }
  }
  std::erase_if(all, [before = all](const Said& s) {
    return std::any_of(before.begin(), before.end(), [&](const Said& o) {
      return o.begin <= s.begin && s.end <= o.end && o.end - o.begin > s.end - s.begin;
    });
  });
  return all;
}

}  // namespace

std::string to_string(const Question& question) {
  std::string out = "質問";
  for (const QuestionKind kind : question.kinds) out += "・" + std::string(to_string(kind));
  out += "　語";
  for (const auto& [word, share] : question.words) out += ' ' + word;
  for (const std::string& term : question.terms) out += "　定義 " + term;
  for (const std::string& law : question.laws) out += "　法令 " + law;
  for (const auto& address : question.provisions) out += "　条文 " + to_string(address);
  return out;
}

std::string subject_law(const indexer::KnowledgeBase& kb) {
  const auto& aliases = kb.law_book().aliases;
  return aliases.empty() ? "" : aliases.front().law_id;
}

bool is_question(std::string_view text) {
  const std::string normal = analysis::normalize(text).text;
  constexpr std::string_view kAsking[] = {
      "ですか", "ますか", "ませんか", "でしょうか", "るか",     "のか",     "誰が",     "誰に",
      "誰と",   "どこに", "どこへ",   "何を",       "いつまで", "いつから", "どうなる", "どうなり",
      "とは",   "教えて", "?",        "場合は",     "罰則は",   "法定刑は"};
  return std::any_of(std::begin(kAsking), std::end(kAsking),
                     [&](std::string_view word) { return normal.find(word) != std::string::npos; });
}

QuestionReader::QuestionReader(const indexer::KnowledgeBase& kb, analysis::Analyzer& analyzer)
    : kb_(kb), analyzer_(analyzer), everyday_(kb.everyday_terms()) {}

// The words of a law's name say which law, not what is in it.
std::string QuestionReader::take_out_laws(std::string text, Question& question) const {
  const corpus::LawBook& book = kb_.law_book();
  std::string law = subject_law(kb_);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const auto name = book.names.longest_at(text, at);
    if (name && name->kind != corpus::NameKind::kana) {
      for (const std::uint32_t row : name->laws) {
        const std::string id(book.registry[row].id);
        if (kb_.revisions_of(id) == nullptr) continue;
        if (end == at) law = id;
        question.laws.push_back(id);
        end = at + name->length;
      }
    }
    const bool bare = end == at && may_begin_provision(text, at);
    const std::size_t stop = end > at || bare ? provision_end(text, end) : end;
    if (stop > end) {
      const auto read = corpus::read_address(text.substr(end, stop - end), book, law);
      if (read.ok() && !law.empty()) {
        for (const corpus::AddressRange& range : read.ranges)
          question.provisions.push_back(range.first);
      }
      end = stop;
    }
    if (end == at) {
      corpus::next_code_point(text, at);
      continue;
    }
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
              text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end;
  }
  return text;
}

// The words of a long name share what a short one counts: 特定重要電子計算機 is one thing.
void QuestionReader::add_words(Question& question, std::string_view text, double share) {
  AskedName name;
  std::size_t begin = 0, end = 0;
  const auto add_name = [&] {
    for (const std::string& word : name.words) {
      if (stop_words().contains(word)) continue;
      double& known = question.words[word];
      known = std::max(known, share / std::sqrt(static_cast<double>(name.words.size())));
    }
    if (name.words.size() > 1) {
      name.text = analysis::normalize(text.substr(begin, end - begin)).text;
      name.share = share;
      question.names.push_back(std::move(name));
    }
    name = {};
  };
  for (const analysis::Token& token : analyzer_.analyze(text)) {
    if (token.kind != analysis::Kind::word) continue;
    if (token.source.begin != end) {
      add_name();
      begin = token.source.begin;
    }
    name.words.push_back(token.term);
    end = token.source.end;
  }
  add_name();
}

void QuestionReader::add_synonyms(Question& question) {
  const auto said = said_in(question.normal);
  // What is asked comes last: 届出を受けた大臣はどこへ知らせますか.
  std::size_t last = 0;
  for (const Said& s : said) {
    if (!s.row->acts.empty()) last = std::max(last, s.begin);
  }
  for (const Said& s : said) {
    double weight = s.begin == last ? 1.0 : kEarlierAct;
    for (const std::string_view act : s.row->acts) {
      double& known = question.acts[std::string(act)];
      known = std::max(known, weight);
      weight *= kNextAct;
    }
    for (const std::string_view word : s.row->terms) add_words(question, word, kSynonymShare);
    question.modalities.insert(s.row->modalities.begin(), s.row->modalities.end());
    if (!s.row->note.empty()) question.notes.emplace_back(s.row->note);
  }
}

void QuestionReader::add_everyday_names(Question& question, std::string_view text) {
  std::map<std::string, std::vector<const prose::EverydayTerm*>> named;
  for (const prose::EverydayTerm& term : everyday_) {
    if (text.find(term.word) != std::string_view::npos) named[term.word].push_back(&term);
  }
  std::erase_if(named, [&](const auto& row) {  // 基幹インフラ in 基幹インフラ事業者
    return std::any_of(named.begin(), named.end(), [&](const auto& other) {
      return other.first.size() > row.first.size() &&
             other.first.find(row.first) != std::string::npos;
    });
  });
  for (const auto& [word, terms] : named) {
    std::string note;
    for (const prose::EverydayTerm* term : terms) {
      add_words(question, term->term, kSynonymShare);
      question.topics.push_back(term->term);
      const auto address = corpus::parse_address(term->address);
      if (!address || kb_.revisions_of(address->law_id) == nullptr) continue;
      note += (note.empty() ? "" : "、") + term->term + "（" + kb_.title_of(address->law_id) + "）";
    }
    if (!note.empty())
      question.notes.push_back("「" + word + "」に当たる、または近い法令の語: " + note);
  }
}

// 特定重要電子計算機 is a word of one law, 事業者 of many.
void QuestionReader::add_likely_laws(Question& question) const {
  const auto terms = kb_.term_index();
  const auto add = [&](std::string_view term, const std::set<std::string>& laws) {
    for (const std::string& id : laws) {
      const bool in_title = kb_.title_of(id).find(term) != std::string::npos;
      if (!in_title && laws.size() > kMostLawsOfATerm) continue;
      double& known = question.likely_laws[id];
      known = std::max(known, in_title ? 1.0 : 1.0 / static_cast<double>(laws.size()));
    }
  };
  for (const AskedName& name : question.names) {
    std::set<std::string> laws;
    for (const auto& entry : terms.find(definitions::term_key(name.text)))
      laws.insert(entry.address.substr(0, entry.address.find('/')));
    add(name.text, laws);
  }
  for (const prose::EverydayTerm& term : everyday_) {
    if (std::find(question.topics.begin(), question.topics.end(), term.term) !=
        question.topics.end())
      add(term.term, {term.address.substr(0, term.address.find('/'))});
  }
}

Question QuestionReader::with_acts_as_words(Question question) {
  for (const auto& [act, weight] : question.acts) add_words(question, act, kSynonymShare * weight);
  return question;
}

Question QuestionReader::read(std::string_view text) {
  Question out;
  out.terms = asked_terms(text);
  const std::string rest = take_out_laws(std::string(text), out);
  out.normal = analysis::normalize(rest).text;
  out.kinds = kinds_of_question(out.normal);
  add_words(out, rest, 1.0);
  if (out.words.empty()) add_words(out, text, 1.0);  // nothing but the name of a law
  out.topics = topics_of(rest);
  add_synonyms(out);
  add_everyday_names(out, rest);
  add_likely_laws(out);
  if (!out.is(QuestionKind::definition)) out.terms.clear();
  return out;
}

}  // namespace query
