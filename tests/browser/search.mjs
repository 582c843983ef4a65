// SPDX-License-Identifier: GPL-2.0-or-later
// Search in the page: any part of a text is found, text and query are folded alike, and it is quick.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import vm from "node:vm";
import {open, siteFolder} from "./browser.mjs";

const tool = process.env.SITE_TOOL;
const tell = (mode, lines) =>
    execFileSync(tool, [mode], {input: lines.join("\n") + "\n", maxBuffer: 1 << 28}).toString().split("\n").slice(0, lines.length);

// All units of a site, out of its data files.
function unitsOf(site) {
  const units = [];
  const folder = join(siteFolder(site), "data");
  for (const id of readdirSync(folder)) {
    let head = null;
    const files = readdirSync(join(folder, id)).sort((a, b) => parseInt(a) - parseInt(b));
    files.forEach((file, n) => {
      vm.runInNewContext(readFileSync(join(folder, id, file), "utf8"), {
        jobunData: (_, __, data) => {
          head ??= {...data, anchors: data.a.split(" ")};
          data.u.forEach(([num, caption, flat], i) => {
            const unit = {id, anchor: head.anchors[head.c[n] + i], caption, lines: []};
            for (let k = 0; k < flat.length; k += 3) unit.lines.push({anchor: unit.anchor + flat[k], text: flat[k + 2]});
            units.push(unit);
          });
        },
      });
    });
  }
  return units;
}

// The same numbers in every run.
function* randoms() {
  for (let seed = 12345;;) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    yield seed / 0x80000000;
  }
}

async function searching(site, query = "") {
  const tab = await open(site, "search/index.html" + (query ? "?q=" + encodeURIComponent(query) : ""));
  await tab.locator("#q").waitFor({state: "visible"});
  return tab;
}
const hits = tab => tab.locator("#results li > a").evaluateAll(all => all.map(a => a.getAttribute("href").replace("../law/", "").replace("../documents/", "doc-")));

async function ask(tab, query) {
  await tab.evaluate(q => window.jobun.search(q), query);
  return hits(tab);
}

test("text and query are folded alike, letter for letter", async () => {
  const strings = unitsOf("embedded").flatMap(u => u.lines.map(l => l.text.replace(/\s/g, "　"))).filter(Boolean);
  for (let c = 0x21; c < 0xfffe; c += 1) {
    if ((c >= 0xd800 && c < 0xe000) || c === 0x85 || c === 0x2028 || c === 0x2029) continue;
    const letter = String.fromCodePoint(c);
    if (/\p{Cn}|\p{Co}/u.test(letter)) continue;
    if (c > 0xa7ca && c < 0xa800) continue;  // letters the program's edition of Unicode does not know
    strings.push("第" + letter + "条");
    // How other scripts' letters stack with a kana's mark is anyone's guess.
    if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{N}A-Za-zＡ-Ｚａ-ｚ]/u.test(letter))
      strings.push(letter + "ﾞの", "Ａ" + letter + "\u3099");
  }
  for (const astral of ["𠮷野家", "𝐀法", "葛󠄀城", "神\ufe00", "②㈱㍿", "ｶﾞﾊﾟ", "ヴァイオリン", "一〻", "條澤邊"]) strings.push(astral);
  const ours = tell("letters", strings);
  const tab = await searching("embedded");
  const theirs = await tab.evaluate(all => all.map(window.jobun.fold), strings);
  const different = strings.flatMap((s, i) => ours[i] === theirs[i] ? [] : [[s, ours[i], theirs[i]]]);
  assert.deepEqual(different, []);
});

test("provisions are named as the program names them", async () => {
  const units = unitsOf("embedded").concat(unitsOf("canal")).filter(u => !u.id.startsWith("doc-"));
  const places = [...new Set(units.flatMap(u => u.lines.map(l => u.id + "/" + l.anchor.replaceAll("-", "/"))))]
      .filter(a => !/\[|sup\/\d/.test(a));
  places.push("507AC0000000042/a168_2_3/p12/i110/s3/s2", "507AC0000000042/a5/p1:proviso", "507AC0000000042/tab2",
              "507AC0000000042/sup/a1/p1/i1", "507AC0000000042/pt2/ch10");
  const ours = tell("names", places).map(l => l.split("\t"));
  const tab = await searching("embedded");
  const theirs = await tab.evaluate(all => all.map(a => [window.jobun.nameOf(a), window.jobun.nameOf(a, true)]),
                                    places.map(p => p.replace(/^[^/]*\//, "").replaceAll("/", "-")));
  places.forEach((p, i) => {
    // Places without words of their own (前文, 制定文) have none on the page either.
    if (ours[i][0]) assert.deepEqual([p, ...theirs[i]], [p, ...ours[i]]);
  });
});

test("any part of two letters or more is found", async () => {
  const random = randoms();
  const next = n => Math.floor(random.next().value * n);
  for (const site of ["embedded", "canal"]) {
    const units = unitsOf(site).filter(u => u.lines.some(l => [...l.text].length > 3));
    const tab = await searching(site);
    for (let i = 0; i < 60; ++i) {
      const unit = units[next(units.length)];
      const lines = unit.lines.filter(l => [...l.text].length > 3);
      const letters = [...lines[next(lines.length)].text];
      const length = 2 + next(Math.min(12, letters.length - 1));
      const begin = next(letters.length - length + 1);
      const part = letters.slice(begin, begin + length).join("").trim();
      if ([...part.replace(/\s/g, "")].length < 2) continue;
      await ask(tab, part);
      while (await tab.locator("#more").count() > 0) {
        const shown = await tab.locator("#results li").count();
        await tab.locator("#more").click();
        await tab.waitForFunction(n => !document.getElementById("more") || document.querySelectorAll("#results li").length > n, shown);
      }
      const found = (await hits(tab)).some(h => {
        const [page, anchor = ""] = h.split("#");
        return page.startsWith(unit.id) && (decodeURIComponent(anchor) + "-").startsWith(unit.anchor + "-");
      });
      assert.ok(found, `「${part}」 in ${unit.id} ${unit.anchor}`);
    }
    assert.deepEqual(tab.problems, []);
  }
});

test("titles come first, then captions", async () => {
  const tab = await searching("embedded");
  const found = await ask(tab, "報告");
  assert.match(found[0], /^508M60000F5A004\/index\.html$/);
  const captions = await tab.locator("#results li").evaluateAll(all => all.filter(li => li.querySelector("a").href.includes("#"))
      .map(li => (li.querySelector(".caption")?.textContent || "").includes("報告")));
  assert.ok(captions.indexOf(true) === 0);
  assert.ok(!captions.slice(captions.indexOf(false)).includes(true), "a caption behind a text");
});

test("an address is a jump", async () => {
  const tab = await searching("embedded");
  for (const query of ["強化法5条", "強化法第五条", "サイバー対処能力強化法５条１項", "令和七年法律第四十二号第5条"])
    assert.match((await ask(tab, query))[0], /^507AC0000000042\/index\.html#a5/, query);
  assert.ok(!(await ask(tab, "強化法999条")).some(h => h.includes("a999")), "never to nothing");
});

test("a number is found however it is written", async () => {
  const tab = await searching("embedded");
  const spellings = await tab.evaluate(() => window.jobun.spellings("令和7年10月"));
  assert.ok(spellings.includes("令和七年十月"));
  const kanji = await ask(tab, "第五条");
  assert.deepEqual((await ask(tab, "第5条")).slice(0, 10), kanji.slice(0, 10));
});

test("filters by law and by kind; nothing found says so", async () => {
  const tab = await searching("embedded", "電子計算機");
  await tab.locator("#results li").first().waitFor();
  await tab.locator("#law").selectOption("508CO0000000047");
  await tab.waitForFunction(() => [...document.querySelectorAll("#results li > a")].length > 0 &&
      [...document.querySelectorAll("#results li > a")].every(a => a.href.includes("508CO0000000047")));
  await tab.locator("#law").selectOption("");
  await tab.locator("#kind").selectOption("1");
  await tab.waitForFunction(() => [...document.querySelectorAll("#results li > a")].length > 0 &&
      [...document.querySelectorAll("#results li > a")].every(a => /[0-9]AC[01]/.test(a.href)));
  await tab.locator("#kind").selectOption("");
  await tab.locator("#q").fill("どこにもない文字の列");
  await tab.waitForFunction(() => document.getElementById("status").textContent.includes("見つかりません"));
  assert.deepEqual(tab.problems, []);
});

const firstLoad = ["search/index.html", "search/base.js", "assets/site.js", "assets/search.js", "assets/site.css"];

test("the first load is small, and a query loads little more", async () => {
  const tab = await searching("embedded");
  const loaded = [];
  tab.on("request", r => loaded.push(r.url()));
  await ask(tab, "重要電子計算機");
  assert.ok((await hits(tab)).length > 0);
  // At most six shards, and one file for each of the laws and papers, and the names.
  assert.ok(loaded.length > 0 && loaded.length <= 6 + readdirSync(join(siteFolder("embedded"), "data")).length + 1, loaded.join("\n"));
});

for (const site of ["embedded", "shared"]) {
  test(`${site}: the first result is there within 100 ms, the first load under 300 KB`,
       {skip: !existsSync(siteFolder(site)) && "no real statutes"}, async () => {
    const bytes = firstLoad.reduce((sum, f) => sum + statSync(join(siteFolder(site), f)).size, 0);
    assert.ok(bytes < 300_000, bytes + " bytes");
    const times = [];
    for (const query of ["特定侵害事象 報告", "電気通信事業者", "強化法5条", "届出", "内閣総理大臣"]) {
      const tab = await searching(site);
      times.push(await tab.evaluate(async q => {
        const start = performance.now();
        const shown = new Promise(resolve => {
          const list = document.getElementById("results");
          new MutationObserver((_, watch) => {
            if (!list.firstElementChild) return;
            watch.disconnect();
            resolve(performance.now() - start);
          }).observe(list, {childList: true});
        });
        window.jobun.search(q);
        return shown;
      }, query));
      await tab.close();
    }
    times.sort((a, b) => a - b);
    const median = times[times.length >> 1];
    console.log(`${site}: median ${median.toFixed(0)} ms of ${times.map(t => t.toFixed(0)).join(", ")}; first load ${bytes} bytes`);
    assert.ok(median < 100, times.join(", "));
  });
}
