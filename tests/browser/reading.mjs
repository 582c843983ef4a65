// SPDX-License-Identifier: GPL-2.0-or-later
// Reading a law: references in place, brackets, copying, keyboard, paper, and all of it without script.
import assert from "node:assert/strict";
import {test} from "node:test";
import {open, read} from "./browser.mjs";

const act = "law/507AC0000000042/index.html";
const order = "law/508CO0000000047/index.html";
const clean = tab => assert.deepEqual(tab.problems, []);
const card = tab => tab.locator("#card");

async function firstRef(tab, selector) {
  const ref = tab.locator(selector).first();
  await ref.scrollIntoViewIfNeeded();
  return ref;
}

test("hover shows the text of a provision of the same law, with its name", async () => {
  const tab = await open("embedded", act);
  const ref = await firstRef(tab, ".statute a.ref[href^='#a']");
  const target = decodeURIComponent((await ref.getAttribute("href")).slice(1));
  await ref.hover();
  await card(tab).waitFor({state: "visible"});
  const words = (await tab.locator(`[id="${target}"] .t`).first().textContent()).slice(-12);
  assert.ok((await card(tab).textContent()).includes(words));
  assert.match(await card(tab).locator("strong").textContent(), /^第.+条/);
  await tab.mouse.move(5, 5);
  await card(tab).waitFor({state: "hidden"});
  clean(tab);
});

test("hover shows the text of another law, from its data file, with title and date", async () => {
  const tab = await open("embedded", order);
  const ref = await firstRef(tab, ".statute a.ref[href^='../507AC0000000042/index.html#a']");
  await ref.hover();
  await card(tab).waitFor({state: "visible"});
  await tab.waitForFunction(() => document.querySelector("#card .card-text .t"));
  assert.match(await card(tab).textContent(), /施行の版/);
  clean(tab);
});

test("what is no link says why when it is focused", async () => {
  const tab = await open("embedded", act);
  const ref = tab.locator(".statute span.ref").first();
  assert.ok(await ref.count() > 0, "the embedded law cites provisions that are not in force");
  await ref.focus();
  await card(tab).waitFor({state: "visible"});
  assert.match(await card(tab).locator(".card-words").textContent(), /未施行|たどれない|特定できない|削除/);
  clean(tab);
});

test("a tap shows the text first and leads there from the card", async () => {
  const tab = await open("embedded", act, {hasTouch: true, isMobile: true, viewport: {width: 375, height: 700}});
  const ref = await firstRef(tab, ".statute a.ref[href^='#a']");
  await ref.tap();
  await card(tab).waitFor({state: "visible"});
  assert.ok(!tab.url().includes("#"));
  await card(tab).locator(".card-go").tap();
  await tab.waitForURL(/#a/);
  await card(tab).waitFor({state: "hidden"});
  clean(tab);
});

test("keyboard alone: skip link, focus shows the text, Escape closes it", async () => {
  const tab = await open("embedded", act);
  await tab.keyboard.press("Tab");
  assert.equal(await tab.evaluate(() => document.activeElement.className), "skip");
  await tab.locator(".statute a.ref").first().focus();
  await card(tab).waitFor({state: "visible"});
  await tab.keyboard.press("Escape");
  await card(tab).waitFor({state: "hidden"});
  assert.ok(await tab.evaluate(() => document.activeElement.classList.contains("ref")));
  clean(tab);
});

test("brackets fold and unfold", async () => {
  const tab = await open("embedded", act);
  const bracket = tab.locator(".statute .t > .b1").first();
  const width = async () => (await bracket.innerText()).length;
  await tab.locator(".fold-button").click();
  assert.ok(await bracket.evaluate(b => b.classList.contains("folded")));
  assert.equal(await bracket.evaluate(b => getComputedStyle(b).fontSize), "0px");
  await bracket.click();
  assert.ok(!await bracket.evaluate(b => b.classList.contains("folded")));
  assert.ok(await width() > 2);
  clean(tab);
});

test("the citation is copied in both numeral styles, and the link", async () => {
  const tab = await open("embedded", act);
  await tab.locator("#a5 > .tool-button").click();
  const status = tab.locator(".tools .copied");
  const buttons = tab.locator(".tools button");
  for (const [i, expected] of [[0, /第五条$/], [1, /5条$/], [2, /index\.html#a5$/]]) {
    await buttons.nth(i).click();
    await tab.waitForFunction(end => new RegExp(end).test(document.querySelector(".copied").textContent), expected.source);
    assert.match(await status.textContent(), /^コピーしました/);
  }
  clean(tab);
});

test("what the buttons copy is what they say, for a part of a provision too", async () => {
  const tab = await open("embedded", act);
  const copied = () => tab.evaluate(() => window.copied);
  // file:// is no secure context: what the old way selects is what it copies.
  await tab.evaluate(() => {
    document.execCommand = () => { window.copied = document.activeElement.value; return true; };
    Object.defineProperty(navigator, "clipboard", {value: undefined});
  });
  await tab.locator("#a4-p3 a.num").click();
  const tools = tab.locator(".tools");
  const press = async text => {
    await tools.getByRole("button", {name: text}).click();
    return copied();
  };
  assert.match(await press("第四条第三項」をコピー"), /法律第四条第三項$/);
  assert.match(await press("法律4条3項」をコピー"), /法律4条3項$/);
  assert.match(await press("ただし書へのリンクをコピー"), /index\.html#a4-p3%3Aproviso$/);
  await tab.goto(await copied());
  assert.ok(await tab.locator("[id='a4-p3:proviso']").isVisible());
  clean(tab);
});

test("the register: by bearer, by kind and by words; what follows a breach is linked", async () => {
  const tab = await open("embedded", "law/507AC0000000042/obligations/index.html");
  const rows = tab.locator(".register tbody tr:visible");
  const all = await rows.count();
  const bearer = await tab.locator("#bearer option").nth(1).getAttribute("value");
  await tab.locator("#bearer").selectOption(bearer);
  const own = await rows.count();
  assert.ok(own > 0 && own < all);
  await tab.locator("#modality").selectOption("must");
  const duties = await rows.count();
  assert.ok(duties > 0 && duties < own);
  assert.equal(await tab.locator("#register-count").textContent(), duties + "件");
  await tab.locator("#who").fill("どこにもない文字の列");
  assert.equal(await rows.count(), 0);
  const penalty = tab.locator(".register td:last-child a").first();
  assert.match(await penalty.getAttribute("href"), /index\.html#a8\d/);
  clean(tab);
});

test("a paper's words of the law show what the law says", async () => {
  const tab = await open("embedded", "documents/practice/index.html");
  const term = tab.locator(".document a.term").first();
  assert.match(await term.getAttribute("title") ?? await term.getAttribute("data-words"), /^用語：/);
  await term.focus();
  await card(tab).waitFor({state: "visible"});
  await tab.waitForFunction(() => document.querySelector("#card .card-text .t"));
  assert.match(await card(tab).locator(".card-words").textContent(), /^用語：/);
  clean(tab);
});

test("a deep link opens what it lies in", async () => {
  const tab = await open("embedded", act + "#a2-p1");
  assert.ok(await tab.locator("#a2-p1").isVisible());
  clean(tab);
});

test("the contents show where the reader is", async () => {
  const tab = await open("embedded", act);
  await tab.locator("#a5").scrollIntoViewIfNeeded();
  await tab.evaluate(() => document.getElementById("a5").scrollIntoView());
  await tab.waitForFunction(() => document.querySelector(".side [aria-current]")?.getAttribute("href") === "#a5");
  clean(tab);
});

test("without script everything is there to read, and links work", async () => {
  const tab = await open("embedded", act, {javaScriptEnabled: false});
  assert.ok(await tab.locator("#a5").isVisible());
  assert.equal(await tab.locator("#card").count(), 0);
  const ref = tab.locator(".statute a.ref[href^='#a']").first();
  const href = await ref.getAttribute("href");
  await ref.click();
  assert.ok(tab.url().endsWith(href));
  await tab.locator(".beside summary").first().click();
  assert.ok(await tab.locator(".beside dl").first().isVisible());
  clean(tab);
});

test("paper: A4, the text whole, references as notes", async () => {
  const tab = await open("embedded", act);
  const pdf = await tab.pdf({preferCSSPageSize: true});
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  const box = pdf.toString("latin1").match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
  assert.ok(Math.abs(box[1] - 595) < 2 && Math.abs(box[2] - 842) < 2, "A4");
  await tab.emulateMedia({media: "print"});
  await tab.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.ok(await tab.locator(".foot-notes").count() > 0);
  assert.ok(!await tab.locator(".site-head").isVisible());
  await tab.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await tab.locator(".foot-notes, .note-sign").count(), 0);
  clean(tab);
});

test("320 px: nothing is wider than the screen", async () => {
  for (const path of ["index.html", act, "about/index.html", "search/index.html", "graph/index.html"]) {
    const tab = await open("embedded", path, {viewport: {width: 320, height: 640}});
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, path + " is " + wide + " px too wide");
    clean(tab);
  }
});

test("two revisions side by side, changed words marked", async () => {
  const page = read("canal", "law/507AC0000000901/index.html").match(/compare\/[^/"]+\/index\.html/)[0];
  const tab = await open("canal", "law/507AC0000000901/" + page);
  assert.ok(await tab.locator(".pair").count() > 0);
  assert.ok(await tab.locator(".old del").count() > 0);
  assert.ok(await tab.locator(".new ins").count() > 0);
  const [old, now] = await Promise.all([".old", ".new"].map(s => tab.locator(s).first().boundingBox()));
  assert.ok(now.x > old.x + old.width - 1);
  clean(tab);
});
