// SPDX-License-Identifier: GPL-2.0-or-later
// What a script adds to pages that are complete without it: the text of a reference in place,
// brackets that fold, citations to copy, the reading position. A classic script, and data loaded by
// <script src>: modules and fetch are refused on file://.
"use strict";
(() => {
  const root = document.body.dataset.root || "./";
  const law = document.body.dataset.law || "";

  // ---- data files (unit_text.h) ----

  const waiting = new Map();  // "law/0" -> {promise, resolve}
  window.jobunData = (id, n, data) => waiting.get(id + "/" + n)?.resolve(data);

  function loadScript(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = () => reject(new Error(url));
      document.head.append(script);
    });
  }

  function file(id, n) {
    const key = id + "/" + n;
    if (!waiting.has(key)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => {
        entry.resolve = resolve;
        loadScript(root + "data/" + encodeURIComponent(id) + "/" + n + ".js").catch(reject);
      });
      waiting.set(key, entry);
    }
    return waiting.get(key).promise;
  }

  // The unit with that number; {law, anchor, num, caption, lines: [{anchor, num, text}]}.
  async function unitAt(id, index) {
    const head = await file(id, 0);
    head.anchors ??= head.a.split(" ");
    let n = head.c.length - 1;
    while (head.c[n] > index) --n;
    const data = n === 0 ? head : await file(id, n);
    const [num, caption, flat] = data.u[index - head.c[n]];
    const anchor = head.anchors[index];
    const lines = [];
    for (let i = 0; i < flat.length; i += 3)
      lines.push({anchor: anchor + flat[i], num: flat[i + 1], text: flat[i + 2]});
    return {law: head, anchor, num, caption, lines};
  }

  // The number of the unit that holds the anchor, or -1.
  async function unitOf(id, anchor) {
    const head = await file(id, 0);
    head.anchors ??= head.a.split(" ");
    const steps = anchor.replace(/:(main|proviso|first|second|chapeau)$/, "").split("-");
    for (; steps.length > 0; steps.pop()) {
      const at = head.anchors.indexOf(steps.join("-"));
      if (at >= 0) return at;
    }
    return -1;
  }

  const inside = (anchor, outer) => anchor === outer || anchor.startsWith(outer + "-");

  // ---- names of provisions ----

  const kanji = n => {
    const digits = "〇一二三四五六七八九";
    let out = "";
    for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"]]) {
      const d = Math.floor(n / unit) % 10;
      if (d > 0) out += (d > 1 ? digits[d] : "") + name;
    }
    return out + (n % 10 > 0 ? digits[n % 10] : "");
  };
  const iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
  const roman = n => {
    let out = "";
    for (const [v, s] of [[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]])
      while (n >= v) { out += s; n -= v; }
    return out;
  };
  const unitWords = {pt: "編", ch: "章", se: "節", ss: "款", dv: "目", a: "条", p: "項", i: "号"};
  const partWords = {main: "本文", proviso: "ただし書", first: "前段", second: "後段", chapeau: "各号列記以外の部分"};

  // a5-p1-i2-s1 -> 第五条第一項第二号イ, arabic: 5条1項2号イ; empty where there are no words for it.
  function nameOf(anchor, arabic) {
    const [path, part] = anchor.split(":");
    const number = arabic ? String : kanji;
    let out = "";
    let depth = 0;
    const bracketed = s => arabic ? `(${s})`
        : "（" + s.replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) + "）";
    let branched = false;  // 2条の2第1項: without 第 the numbers would run together
    const steps = path.split("-");
    for (let k = 0; k < steps.length; ++k) {
      const step = steps[k];
      if (step === "sup") {
        out += "附則";
        if (/^\d{3}[0-9A-Z]{9,}/.test(steps[k + 1] || "")) ++k;
        continue;
      }
      const m = step.match(/^(pt|ch|se|ss|dv|a|p|i|s|tab|form|app)(\d+(?:_\d+)*)?(?:~(\d+))?$/);
      if (!m) return document.getElementById(anchor)?.querySelector(".self")?.textContent || "";
      const [main, ...branches] = (m[2] || "").split("_");
      const tail = branches.map(b => "の" + number(+b)).join("");
      if (m[1] === "s") {
        out += depth === 0 ? iroha[main - 1] : depth === 1 ? bracketed(main) : bracketed(roman(+main));
        out += branches.map(b => "の" + kanji(+b)).join("");
        ++depth;
      } else if (m[1] in unitWords) {
        out += (arabic && !branched ? "" : "第") + number(+main) + unitWords[m[1]] + tail;
      } else {
        out += {tab: "別表", form: "様式", app: "付録"}[m[1]] + (main ? "第" + number(+main) : "") + tail;
      }
      if (m[3]) out += `（${number(+m[3])}つ目）`;
      branched = branches.length > 0;
    }
    return out + (part ? partWords[part] || "" : "");
  }
  window.jobun = {root, loadScript, file, unitAt, unitOf, inside, nameOf};
  document.documentElement.classList.add("js");
  if (!law) return;

  const statute = document.querySelector(".statute");
  const element = (tag, css, text) => {
    const out = document.createElement(tag);
    if (css) out.className = css;
    if (text !== undefined) out.textContent = text;
    return out;
  };
  const printedDate = d => d.replace(/^(\d{4})(\d\d)(\d\d)$/, (_, y, m, t) => `${y}年${+m}月${+t}日`);

  // ---- popover ----

  const card = element("div", "card");
  card.id = "card";
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", "引用先の条文");
  card.hidden = true;
  document.body.append(card);
  let shown = null;  // the link it belongs to
  let timer = 0;
  let byTouch = false;

  // Titles are for readers without a script; here the card says it.
  for (const ref of statute.querySelectorAll(".ref, .term")) {
    if (ref.title) {
      ref.dataset.words = ref.title;
      ref.removeAttribute("title");
    }
    if (ref.tagName === "SPAN") {
      ref.tabIndex = 0;
      ref.setAttribute("role", "link");
      ref.setAttribute("aria-disabled", "true");
    }
    if (ref.dataset.words) ref.setAttribute("aria-description", ref.dataset.words);
  }

  function place(link) {
    const rects = link.getClientRects();
    const box = rects.length > 0 ? rects[0] : link.getBoundingClientRect();
    const width = Math.min(34 * 16, document.documentElement.clientWidth - 16);
    card.style.width = width + "px";
    card.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8)) + "px";
    const below = window.innerHeight - box.bottom;
    const above = below < 220 && box.top > below;
    card.style.maxHeight = Math.max(140, Math.min(420, (above ? box.top : below) - 16)) + "px";
    card.style.top = above ? "" : box.bottom + 4 + "px";
    card.style.bottom = above ? window.innerHeight - box.top + 4 + "px" : "";
  }

  function withoutIds(node) {
    const copy = node.cloneNode(true);
    for (const e of [copy, ...copy.querySelectorAll("[id]")]) e.removeAttribute("id");
    for (const e of copy.querySelectorAll(".beside, .tools, .egov, .tool-button")) e.remove();
    for (const e of copy.querySelectorAll(".term")) e.replaceWith(...e.childNodes);
    for (const e of copy.querySelectorAll(".folded")) e.classList.remove("folded");
    return copy;
  }

  function ownText(anchor) {
    const target = document.getElementById(anchor);
    if (!target) return null;
    const body = element("div", "card-text statute");
    const unit = target.closest(".article, .appendix, .suppl, .paragraph");
    if (target.matches(".chapter, .suppl")) {
      body.append(element("p", "t", target.firstElementChild.textContent));
    } else if (target.tagName === "SPAN") {
      const p = element("p", "t");
      p.append(withoutIds(target));
      body.append(p);
    } else {
      body.append(withoutIds(target));
    }
    const article = target.closest(".article");
    const caption = article?.querySelector(":scope > * > .caption")?.textContent || "";
    return {body, caption, unit};
  }

  async function otherText(id, anchor) {
    const head = await file(id, 0);
    const body = element("div", "card-text statute");
    let caption = "";
    if (anchor && anchor !== "main") {
      const at = await unitOf(id, anchor);
      if (at >= 0) {
        const unit = await unitAt(id, at);
        caption = unit.caption;
        const whole = anchor.replace(/:.*$/, "");
        const lines = unit.lines.filter(l => inside(l.anchor, whole));
        for (const line of lines) {
          const p = element("p", "t line" + (line.anchor.match(/-[is]\d/) ? " inner" : ""));
          if (line.num) p.append(element("span", "num", line.num + "　"));
          p.append(line.text);
          body.append(p);
        }
        if (unit.lines.length === 0) body.append(element("p", "t", unit.num + "　" + unit.caption));
      }
    }
    return {body, caption, head};
  }

  const targetOf = link => {
    const href = link.getAttribute("href") || "";
    const own = href.match(/^#(.*)$/);
    if (own) return {id: law, anchor: decodeURIComponent(own[1])};
    const other = href.match(/^(?:\.\.\/|\.\.\/\.\.\/law\/)([0-9A-Za-z]+)\/index\.html(?:#(.*))?$/);
    return other ? {id: other[1], anchor: decodeURIComponent(other[2] || "")} : null;
  };

  async function show(link) {
    if (shown === link) return;
    hide();
    shown = link;
    const target = targetOf(link);
    const head = element("p", "card-head");
    const words = link.dataset.words;
    let text = null;
    try {
      const term = link.classList.contains("term") && target.id === law && document.getElementById(target.anchor);
      if (term) {
        head.append(element("strong", "", term.querySelector("dt").textContent), element("span", "card-status", "用語"));
        text = element("div", "card-text");
        for (const node of term.querySelector("dd").childNodes) text.append(node.cloneNode(true));
      } else if (target && target.id === law) {
        head.append(element("strong", "", nameOf(target.anchor)));
        const found = ownText(target.anchor);
        if (found) {
          if (found.caption) head.append(" ", found.caption);
          head.append(element("span", "card-status", "この法令"));
          text = found.body;
        }
      } else if (target) {
        const found = await otherText(target.id, target.anchor);
        if (shown !== link) return;
        head.append(element("strong", "", found.head.t + " " + nameOf(target.anchor)));
        if (found.caption) head.append(" ", found.caption);
        head.append(element("span", "card-status",
                            (found.head.d ? "要旨・" : "") + printedDate(found.head.r) + "施行の版"));
        text = found.body;
      } else {
        head.append(element("strong", "", link.textContent));
      }
    } catch {
      head.append(element("span", "card-status", "本文を読み込めません"));
    }
    card.replaceChildren(head);
    if (words) card.append(element("p", "card-words", words));
    if (text && text.childNodes.length > 0) card.append(text);
    if (link.href) {
      const listed = link.classList.contains("term") && target.id === law;
      const go = element("a", "card-go", link.classList.contains("outside") ? "e-Govを開く"
          : listed ? "用語の一覧へ" : "この条文へ移る");
      go.href = link.getAttribute("href");
      card.append(go);
    }
    card.hidden = false;
    card.scrollTop = 0;
    place(link);
    link.setAttribute("aria-describedby", "card");
  }

  function hide() {
    clearTimeout(timer);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  const refOf = e => e.target instanceof Element ? e.target.closest(".statute .ref, .statute .term") : null;
  const later = (work, ms) => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
  document.addEventListener("pointerdown", e => { byTouch = e.pointerType !== "mouse"; });
  document.addEventListener("pointerover", e => {
    if (e.pointerType !== "mouse") return;
    const ref = refOf(e);
    if (ref && !card.contains(ref)) later(() => show(ref), 120);
    else if (card.contains(e.target)) clearTimeout(timer);
    else if (shown && document.activeElement !== shown) later(hide, 250);
  });
  document.addEventListener("focusin", e => {
    const ref = refOf(e);
    if (ref && !card.contains(ref)) {
      if (!byTouch) show(ref);
    } else if (!card.contains(e.target)) {
      hide();
    }
  });
  // A tap shows the text first; what leads there is in the card.
  document.addEventListener("click", e => {
    const ref = refOf(e);
    if (ref && !card.contains(ref) && byTouch) {
      e.preventDefault();
      show(ref);
    } else if (!ref && !card.contains(e.target)) {
      hide();
    } else if (e.target instanceof Element && e.target.closest("a") && card.contains(e.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", e => {
    if (e.key !== "Escape" || card.hidden) return;
    const link = shown;
    hide();
    link?.focus?.({preventScroll: true});
  });
  window.addEventListener("scroll", () => { if (shown) place(shown); }, {passive: true});

  // ---- tools of a provision ----

  const tools = element("div", "tools");
  tools.hidden = true;
  tools.setAttribute("role", "group");
  const live = element("span", "copied");
  live.setAttribute("role", "status");
  let toolsOf = null;

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      live.textContent = "コピーしました: " + text;
    } catch {
      // file:// is no secure context: the old way.
      const area = element("textarea", "hidden-text", text);
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      live.textContent = (done ? "コピーしました: " : "コピーできません: ") + text;
    }
  }

  const button = (text, work) => {
    const b = element("button", "", text);
    b.type = "button";
    b.addEventListener("click", work);
    return b;
  };

  function openTools(provision, opener) {
    if (toolsOf === provision && !tools.hidden) {
      tools.hidden = true;
      opener?.setAttribute("aria-expanded", "false");
      return;
    }
    for (const b of statute.querySelectorAll(".tool-button[aria-expanded=true]"))
      b.setAttribute("aria-expanded", "false");
    opener?.setAttribute("aria-expanded", "true");
    toolsOf = provision;
    const title = document.body.dataset.title;
    const arabic = nameOf(provision.id, true);
    const name = nameOf(provision.id);
    const urlOf = id => location.href.replace(/#.*$/, "") + "#" + encodeURIComponent(id);
    // ただし書, 前段 … of the provision itself; of an article with one 項, of that.
    const parts = [...provision.querySelectorAll("[id*=':']")].filter(e =>
        [provision.id, provision.id + "-p1"].includes(e.id.split(":")[0]));
    const egov = provision.closest(".article")?.querySelector(".egov")?.href;
    tools.setAttribute("aria-label", name + "の道具");
    live.textContent = "";
    tools.replaceChildren(
        button("「" + title + name + "」をコピー", () => copy(title + name)),
        button("「" + title + arabic + "」をコピー", () => copy(title + arabic)),
        button("リンクをコピー", () => copy(urlOf(provision.id))),
        ...parts.map(e => button(nameOf(e.id).slice(nameOf(e.id.split(":")[0]).length) + "へのリンクをコピー", () => copy(urlOf(e.id)))),
        button("括弧書きを畳む／開く", () => foldAll(provision)));
    if (egov) {
      const link = element("a", "", "e-Govで開く");
      link.href = egov;
      tools.append(link);
    }
    tools.append(live);
    tools.hidden = false;
    (provision.querySelector(".t") || provision.lastElementChild).after(tools);
  }

  for (const article of statute.querySelectorAll(".article")) {
    const b = element("button", "tool-button", "…");
    b.type = "button";
    b.setAttribute("aria-label", nameOf(article.id) + "を引用・コピー");
    b.setAttribute("aria-expanded", "false");
    b.addEventListener("click", () => openTools(article, b));
    article.querySelector(":scope > .egov")?.before(b);
  }
  // The number of a 項 or 号 is a link to it, and opens its tools.
  statute.addEventListener("click", e => {
    const num = e.target instanceof Element ? e.target.closest("a.num") : null;
    if (num && !card.contains(num)) openTools(num.closest(".paragraph, .item, .subitem"), null);
  });

  // ---- brackets ----

  const brackets = ".b1, .b2, .b3, .b4";
  function foldAll(scope) {
    const all = [...scope.querySelectorAll(".t > .b1, .t .b1")];
    const fold = all.some(b => !b.classList.contains("folded"));
    for (const b of all) b.classList.toggle("folded", fold);
  }
  statute.addEventListener("click", e => {
    if (!(e.target instanceof Element) || e.target.closest("a, button, .ref, .term")) return;
    if (String(getSelection())) return;
    // A folded bracket opens by a click anywhere on it; an open one folds by its first letter.
    const bracket = e.target.closest(brackets);
    if (!bracket) return;
    if (bracket.classList.contains("folded")) {
      bracket.classList.remove("folded");
      return;
    }
    const first = bracket.firstChild;
    if (first?.nodeType !== Node.TEXT_NODE) return;
    const range = document.createRange();
    range.setStart(first, 0);
    range.setEnd(first, 1);
    const box = range.getBoundingClientRect();
    if (e.clientX <= box.right && e.clientX >= box.left && e.clientY >= box.top && e.clientY <= box.bottom)
      bracket.classList.add("folded");
  });
  const isLaw = law !== "documents";
  const foldButton = button("括弧書きを畳む", () => {
    const on = foldButton.getAttribute("aria-pressed") !== "true";
    foldButton.setAttribute("aria-pressed", String(on));
    for (const b of statute.querySelectorAll(".b1")) b.classList.toggle("folded", on);
  });
  foldButton.className = "fold-button";
  foldButton.setAttribute("aria-pressed", "false");
  if (isLaw) document.querySelector(".law-head")?.append(foldButton);

  // ---- on paper links become notes at the foot of their article ----

  function addNotes() {
    let count = 0;
    for (const article of statute.querySelectorAll(".article, .appendix, .suppl > .paragraph")) {
      const notes = new Map();
      for (const ref of article.querySelectorAll("a.ref")) {
        const target = targetOf(ref);
        const text = !target ? ref.href
            : target.id === law ? nameOf(target.anchor)
            : `${nameOf(target.anchor)} https://laws.e-gov.go.jp/law/${target.id}`.trim();
        if (!text || text === ref.textContent) continue;
        if (!notes.has(text)) notes.set(text, ++count);
        const sign = element("sup", "note-sign", "※" + notes.get(text));
        ref.after(sign);
      }
      if (notes.size === 0) continue;
      const list = element("p", "foot-notes");
      for (const [text, n] of notes) list.append(element("span", "", `※${n} ${text}`));
      article.append(list);
    }
    for (const d of statute.querySelectorAll("details.suppl")) d.open = true;
  }
  function removeNotes() {
    for (const e of statute.querySelectorAll(".note-sign, .foot-notes")) e.remove();
  }
  window.addEventListener("beforeprint", () => { removeNotes(); addNotes(); });
  window.addEventListener("afterprint", removeNotes);

  // ---- what a link leads to must be open; where the reader is ----

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let d = target; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
    for (let b = target.closest(".folded"); b; b = b.parentElement?.closest(".folded")) b.classList.remove("folded");
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  const side = document.querySelector(".side");
  const entries = new Map();
  for (const a of side?.querySelectorAll("a[href^='#']") || [])
    entries.set(decodeURIComponent(a.getAttribute("href").slice(1)), a);
  const marks = [...statute.querySelectorAll(".article, .chapter, .suppl, .appendix")].filter(e => entries.has(e.id));
  let current = null;
  let asked = false;
  function mark() {
    asked = false;
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle].getBoundingClientRect().top <= 90) low = middle + 1;
      else high = middle;
    }
    const entry = low > 0 ? entries.get(marks[low - 1].id) : null;
    if (entry === current) return;
    current?.removeAttribute("aria-current");
    current = entry;
    if (!entry) return;
    entry.setAttribute("aria-current", "location");
    const wide = matchMedia("(min-width: 64rem)").matches;
    if (!wide) return;
    for (const d of side.querySelectorAll("li details[data-opened]"))
      if (!d.contains(entry)) { d.open = false; delete d.dataset.opened; }
    for (let d = entry.closest("li details"); d; d = d.parentElement.closest("li details"))
      if (!d.open) { d.open = true; d.dataset.opened = ""; }
    const box = entry.getBoundingClientRect();
    const frame = side.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom)
      side.scrollTop += box.top - frame.top - frame.height / 3;
  }
  window.addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(mark);
  }, {passive: true});
  mark();
})();
