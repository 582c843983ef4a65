// SPDX-License-Identifier: GPL-2.0-or-later
// Search without a server: pairs of letters lead to units (search_index.h), the units' own text
// decides. The query is folded with the table the index was folded with (search_letters.h).
"use strict";
(() => {
  const {root, loadScript, unitAt, file, unitOf, nameOf} = window.jobun;
  const params = new URLSearchParams(location.search);
  const form = document.querySelector(".search-form");
  const input = document.getElementById("q");
  const lawBox = document.getElementById("law");
  const kindBox = document.getElementById("kind");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  const kMost = 30;  // results shown at first
  const kMostPairs = 6;  // of a long query
  const kPaper = 7;  // search_index.h

  let base = null;
  const shards = new Map();
  window.jobunSearch = data => { base = data; };
  // Rows of base.js with those of names.js: [id, title, number, kana, names, type, units, main, digest].
  window.jobunNames = rows => {
    base.laws = base.laws.map(([id, ...counts], i) => [id, ...rows[i], ...counts]);
  };
  window.jobunShard = (n, data) => shards.get(n)?.resolve(data);

  // ---- letters ----

  function fold(text) {
    let out = "";
    for (const c of text.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "")) out += base.fold[c] ?? c;
    return out.replace(/[\0- \x7f]/g, "");
  }

  // ---- numbers: 三十日 is also asked for as 30日 and 三〇日 ----

  const digits = "〇一二三四五六七八九";
  const grouped = n => {
    let out = "";
    for (const [unit, name] of [[1e8, "億"], [1e4, "万"]]) {
      if (n >= unit) out += grouped(Math.floor(n / unit)) + name;
      n %= unit;
    }
    for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"]]) {
      const d = Math.floor(n / unit) % 10;
      if (d > 0) out += (d > 1 ? digits[d] : "") + name;
    }
    return out + (n % 10 > 0 ? digits[n % 10] : "");
  };
  const positional = n => String(n).replace(/\d/g, d => digits[d]);
  function read(number) {
    if (/^[0-9]+$/.test(number)) return number.length < 13 ? +number : NaN;
    if (/^[〇一二三四五六七八九]+$/.test(number)) return +[...number].map(c => digits.indexOf(c)).join("");
    let total = 0, section = 0, pending = 0;
    for (const c of number) {
      const d = /[0-9]/.test(c) ? +c : digits.indexOf(c);
      const small = {十: 10, 百: 100, 千: 1000}[c];
      const big = {万: 1e4, 億: 1e8}[c];
      if (small) { section += (pending || 1) * small; pending = 0; }
      else if (big) { total += (section + pending) * big; section = pending = 0; }
      else pending = pending * 10 + d;
    }
    return total + section + pending;
  }
  const kNumber = /[0-9]+|[〇一二三四五六七八九十百千万億]+/g;

  // The spellings a folded word is looked for in.
  function spellings(word) {
    const out = new Set([word]);
    const rewrite = print => word.replace(kNumber, s => {
      const n = read(s);
      return Number.isFinite(n) && (n > 0 || s === "0" || s === "〇") ? print(n, s) : s;
    });
    out.add(rewrite(n => String(n)));
    out.add(rewrite(n => n === 0 ? "〇" : grouped(n)));
    out.add(rewrite(positional));
    for (const w of [...out]) {
      const month = /([0-9〇一二三四五六七八九十])(か|カ|ケ|箇|個)(月|年|所|国|条)/g;
      if (month.test(w)) for (const ka of "かカケ箇個") out.add(w.replace(month, "$1" + ka + "$3"));
    }
    return [...out].filter(w => [...w].length > 0);
  }

  // ---- 強化法5条 ----

  function numbers(text) {  // 六条の二 -> 6_2
    const n = read(text);
    return Number.isFinite(n) && n > 0 ? String(n) : "";
  }
  const kNum = "[0-9〇一二三四五六七八九十百千]+";
  const kAddress = new RegExp(
      `^(.*?)(附則)?第?(${kNum})条((?:の${kNum})*)(?:第?(${kNum})項)?(?:第?(${kNum})号((?:の${kNum})*))?$`);
  const branches = text => (text || "").split("の").slice(1).map(numbers).filter(Boolean).map(b => "_" + b).join("");

  function lawsNamed(name) {
    if (!name) return lawBox.value ? base.laws.filter(l => l[0] === lawBox.value) : [];
    const exact = base.laws.filter(l => l.names.includes(name));
    if (exact.length > 0) return exact;
    return base.laws.filter(l => l.names.some(n => n.startsWith(name) || n.endsWith(name))).slice(0, 5);
  }

  async function jumps(query) {
    const m = fold(query).match(kAddress);
    const out = [];
    if (!m) return out;
    const [, name, suppl, article, articleBranch, paragraph, item, itemBranch] = m;
    const steps = [];
    if (suppl) steps.push("sup");
    steps.push("a" + numbers(article) + branches(articleBranch));
    if (paragraph) steps.push("p" + numbers(paragraph));
    if (item) steps.push(...(paragraph ? [] : ["p1"]), "i" + numbers(item) + branches(itemBranch));
    for (const law of lawsNamed(name)) {
      if (!passes(law)) continue;
      const anchor = steps.join("-");
      const at = await unitOf(law[0], anchor);
      if (at < 0) continue;
      const unit = await unitAt(law[0], at);
      const found = unit.lines.find(l => l.anchor === anchor);
      if (anchor !== unit.anchor && !found) continue;
      out.push({law, unit, anchor, line: found || unit.lines.find(l => l.text), jump: true});
    }
    return out;
  }

  // ---- units ----

  const points = s => [...s].map(c => c.codePointAt(0));
  const before = (a, b) => {  // by code points, as the shards are sorted
    const [a0, a1] = points(a);
    const [b0, b1] = points(b);
    return a0 < b0 || (a0 === b0 && a1 < b1);
  };

  function shardOf(pair) {
    let low = 0;
    let high = base.shards.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(pair, base.shards[middle])) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  function shard(n) {
    if (!shards.has(n)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => {
        entry.resolve = resolve;
        loadScript(root + "search/s/" + n + ".js").catch(reject);
      });
      shards.set(n, entry);
    }
    return shards.get(n).promise;
  }

  const lists = new Map();
  async function unitsWith(pair) {
    if (!lists.has(pair)) {
      const n = shardOf(pair);
      const data = n < 0 ? {} : await shard(n);
      const text = data[pair];
      const out = [];
      if (text) {
        const bytes = atob(text);
        let value = 0;
        let difference = 0;
        let shift = 0;
        for (let i = 0; i < bytes.length; ++i) {
          const b = bytes.charCodeAt(i);
          difference += (b & 127) * 2 ** shift;
          shift += 7;
          if (b < 128) {
            value += difference;
            out.push(value);
            difference = shift = 0;
          }
        }
      }
      lists.set(pair, out);
    }
    return lists.get(pair);
  }

  function pairsOf(word) {
    const letters = [...word];
    const all = [];
    for (let i = 0; i + 1 < letters.length; ++i) all.push(letters[i] + letters[i + 1]);
    if (all.length <= kMostPairs) return all;
    const step = (all.length - 1) / (kMostPairs - 1);
    return Array.from({length: kMostPairs}, (_, i) => all[Math.round(i * step)]);
  }

  // Units that have all pairs of the word in one spelling: unit -> whether all stand in the caption.
  async function candidates(word) {
    const out = new Map();
    for (const spelling of spellings(word)) {
      const pairs = pairsOf(spelling);
      if (pairs.length === 0) continue;
      const found = await Promise.all(pairs.map(unitsWith));
      found.sort((a, b) => a.length - b.length);
      let common = new Map(found[0].map(v => [v >> 1, v & 1]));
      for (const other of found.slice(1)) {
        const next = new Map();
        for (const v of other) {
          const here = common.get(v >> 1);
          if (here !== undefined) next.set(v >> 1, here & v & 1);
        }
        common = next;
      }
      for (const [unit, caption] of common) out.set(unit, (out.get(unit) || 0) | caption);
    }
    return out;
  }

  const passes = law => (!lawBox.value || law[0] === lawBox.value) && (!kindBox.value || String(law[5]) === kindBox.value);

  function lawOf(unit) {
    let low = 0;
    let high = base.laws.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (base.laws[middle].first <= unit) low = middle + 1;
      else high = middle;
    }
    return base.laws[low - 1];
  }

  // ---- results ----

  // Where `word` stands in `text`, as the reader sees it: folded letters mapped back one by one.
  function spanIn(text, words) {
    const folded = [];
    const at = [];
    let i = 0;
    for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gu) || []) {
      for (const c of fold(cluster)) {
        folded.push(c);
        at.push([i, i + cluster.length]);
      }
      i += cluster.length;
    }
    const joined = folded.join("");
    for (const word of words) {
      const found = joined.indexOf(word);
      if (found < 0) continue;
      const begin = [...joined.slice(0, found)].length;
      const end = begin + [...word].length - 1;
      return [at[begin][0], at[end][1]];
    }
    return null;
  }

  function snippet(text, words) {
    const out = document.createElement("p");
    out.className = "snippet";
    const span = spanIn(text, words);
    if (!span) {
      out.textContent = text.slice(0, 90) + (text.length > 90 ? "…" : "");
      return out;
    }
    const from = Math.max(0, span[0] - 35);
    const to = Math.min(text.length, span[1] + 60);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(...span);
    out.append((from > 0 ? "…" : "") + text.slice(from, span[0]), mark, text.slice(span[1], to) + (to < text.length ? "…" : ""));
    return out;
  }

  function entry(result, words) {
    const li = document.createElement("li");
    const a = document.createElement("a");
    const {law, unit} = result;
    const isPaper = law[5] === kPaper;
    a.href = root + (isPaper ? "documents/" + encodeURIComponent(law[0].slice("doc-".length)) : "law/" + law[0]) +
        "/index.html" + (unit ? "#" + encodeURIComponent(result.anchor) : "");
    a.textContent = law[1] + (unit && !isPaper ? " " + (nameOf(result.anchor) || unit.num) : "");
    li.append(a);
    if (unit?.caption) li.append(" ", Object.assign(document.createElement("span"), {className: "caption", textContent: unit.caption}));
    if (law[8]) li.append(" ", Object.assign(document.createElement("span"), {className: "badge digest", textContent: "要旨"}));
    if (!unit) li.append(Object.assign(document.createElement("p"), {className: "snippet", textContent: law[2]}));
    else if (result.line) li.append(snippet(result.line.text, words));
    return li;
  }

  // The candidate as a result, when its text really has all words.
  async function verify(unit, wordSpellings) {
    const law = lawOf(unit);
    const found = await unitAt(law[0], unit - law.first);
    const caption = fold(found.caption);
    const lines = found.lines.map(l => fold(l.text));
    let line = null;
    for (const spelled of wordSpellings) {
      const has = text => spelled.some(s => text.includes(s));
      const at = lines.findIndex(has);
      if (at < 0 && !has(caption)) return null;
      if (at >= 0 && !line) line = found.lines[at];
    }
    return {law, unit: found, anchor: line ? line.anchor : found.anchor, line: line || found.lines.find(l => l.text)};
  }

  let run = 0;
  async function search(query) {
    const own = ++run;
    await names();
    if (own !== run) return;
    const started = performance.now();
    list.replaceChildren();
    const more = document.getElementById("more");
    more?.remove();
    const whole = fold(query);
    if ([...whole].length < 2) {
      status.textContent = "2文字以上で探してください。";
      return;
    }
    let words = query.split(/\s+/u).map(fold).filter(Boolean);
    if (words.some(w => [...w].length < 2)) words = [whole];
    const wordSpellings = words.map(spellings);
    const shownWords = wordSpellings.flat();

    let results = 0;
    const seen = new Set();
    const add = result => {
      if (own !== run) return;
      if (result.unit) {
        const key = result.law[0] + "#" + result.unit.anchor;
        if (seen.has(key)) return;
        seen.add(key);
      }
      list.append(entry(result, shownWords));
      if (results++ === 0) list.dataset.firstMs = (performance.now() - started).toFixed(1);
    };
    for (const jump of await jumps(query)) add(jump);
    const spelled = spellings(whole);
    const titles = base.laws.filter(l => passes(l) && spelled.some(s => l.names.some(n => n.includes(s))));
    titles.sort((a, b) => (a[5] === kPaper) - (b[5] === kPaper) || a.names[0].length - b.names[0].length);
    for (const law of titles.slice(0, 5)) add({law});

    const sets = await Promise.all(words.map(candidates));
    if (own !== run) return;
    sets.sort((a, b) => a.size - b.size);
    const ranked = [];
    for (const [unit, caption] of sets[0]) {
      const law = lawOf(unit);
      if (!passes(law)) continue;
      let inCaption = caption;
      if (!sets.every(s => { const c = s.get(unit); inCaption |= c; return c !== undefined; })) continue;
      // Captions first, then the main provisions, then by the rank of the law.
      ranked.push([inCaption ? 0 : 1, unit - law.first < law[7] ? 0 : 1, law[5], unit]);
    }
    ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
    const total = ranked.length;
    let next = 0;
    async function showMore(count) {
      const until = results + count;
      while (next < total && results < until && own === run) {
        const batch = ranked.slice(next, next + 8);
        next += batch.length;
        for (const result of await Promise.all(batch.map(r => verify(r[3], wordSpellings)))) if (result) add(result);
      }
      if (own !== run) return;
      const ms = Math.round(performance.now() - started);
      status.textContent = results === 0 ? `「${query}」は見つかりません。`
          : next < total ? `「${query}」　${results}件を示しています（候補は${total}の条）。` : `「${query}」　${results}件`;
      list.dataset.ms = ms;
      document.getElementById("more")?.remove();
      if (next < total) {
        const b = document.createElement("button");
        b.id = "more";
        b.type = "button";
        b.textContent = "続きを見る";
        b.addEventListener("click", () => showMore(kMost));
        list.after(b);
      }
    }
    await showMore(kMost);
  }

  // ---- the form ----

  // The names of laws are more than all else at first, and wait until somebody asks.
  let named = null;
  const names = () => named ??= loadNames();
  async function loadNames() {
    await loadScript(root + "search/names.js");
    let first = 0;
    for (const law of base.laws) {
      law.first = first;
      first += law[6];
      law.names = [law[1], ...law[4].split(","), law[2], law[3]].map(fold).filter(Boolean);
      const option = document.createElement("option");
      option.value = law[0];
      option.textContent = law[1];
      lawBox.append(option);
    }
    if (params.get("law")) lawBox.value = params.get("law");
  }

  async function start() {
    await loadScript(root + "search/base.js");
    form.addEventListener("pointerenter", names);
    lawBox.addEventListener("focus", names);
    window.jobun.fold = fold;
    window.jobun.spellings = spellings;
    window.jobun.search = search;
    document.querySelector(".no-script").remove();
    form.hidden = false;
    form.addEventListener("submit", e => {
      e.preventDefault();
      ask();
    });
    let timer = 0;
    input.addEventListener("input", e => {
      if (e.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener("compositionend", ask);
    lawBox.addEventListener("change", ask);
    kindBox.addEventListener("change", ask);
    input.value = params.get("q") || "";
    if (params.get("law")) await names();
    if (params.get("kind")) kindBox.value = params.get("kind");
    if (input.value) ask();
    input.focus();
  }

  function ask() {
    const query = input.value.trim();
    const now = new URLSearchParams();
    if (query) now.set("q", query);
    if (lawBox.value) now.set("law", lawBox.value);
    if (kindBox.value) now.set("kind", kindBox.value);
    try {
      history.replaceState(null, "", "?" + now);
    } catch {
      // Some browsers refuse it on file://; the address is a convenience.
    }
    if (query) search(query);
  }

  start();
})();
