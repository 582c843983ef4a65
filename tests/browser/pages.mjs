// SPDX-License-Identifier: GPL-2.0-or-later
// Every kind of page: HTML valid (html-validate), accessible (axe-core), links and fragments real.
import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {HtmlValidate} from "html-validate";
import {htmlFiles, open, read, siteFolder} from "./browser.mjs";
import {checkLinks} from "./links.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kindOf = path => path.replace(/[0-9]{3}[0-9A-Z]{12}/, "ID").replace(/compare\/[^/]+/, "compare/DATES")
    .replace(/documents\/[^/]+\//, "documents/ID/");

for (const site of ["embedded", "canal"]) {
  test(`${site}: every page is valid HTML`, async () => {
    const validator = new HtmlValidate({root: true, extends: ["html-validate:standard"]});
    let count = 0;
    for (const path of htmlFiles(site)) {
      const report = await validator.validateString(read(site, path), path);
      const messages = report.results.flatMap(r => r.messages).map(m => `${path}:${m.line} ${m.ruleId} ${m.message}`);
      assert.deepEqual(messages, []);
      ++count;
    }
    assert.ok(count >= 6);
  });

  test(`${site}: every link and fragment leads somewhere`, () => {
    const {problems, checked} = checkLinks(siteFolder(site));
    assert.deepEqual(problems, []);
    assert.ok(checked > 100);
  });

  const kinds = new Map();
  for (const path of htmlFiles(site)) if (!kinds.has(kindOf(path))) kinds.set(kindOf(path), path);
  for (const [kind, path] of kinds) {
    for (const [name, options] of Object.entries({
      light: {colorScheme: "light"},
      dark: {colorScheme: "dark"},
      phone: {viewport: {width: 320, height: 640}},
    })) {
      test(`${site}: ${kind} is accessible (${name})`, async () => {
        const tab = await open(site, path, {...options, bypassCSP: true});
        if (kind === "search/index.html") {
          await tab.locator("#q").fill("報告");
          await tab.locator("#results li").first().waitFor();
        }
        await tab.evaluate(axe);
        const {violations} = await tab.evaluate(() => axe.run({preload: false}));
        assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120)).slice(0, 3).join(" | ")}`), []);
        assert.deepEqual(tab.problems, []);
      });
    }
  }
}

test("the card and the tools are accessible too", async () => {
  const tab = await open("embedded", "law/507AC0000000042/index.html", {bypassCSP: true});
  await tab.locator(".statute a.ref").first().focus();
  await tab.locator("#card").waitFor({state: "visible"});
  await tab.locator("#a5 > .tool-button").click();
  await tab.locator(".statute a.ref").first().focus();
  await tab.locator("#card").waitFor({state: "visible"});
  await tab.evaluate(axe);
  const {violations} = await tab.evaluate(() => axe.run({preload: false}));
  assert.deepEqual(violations.map(v => v.id + ": " + v.nodes[0].html), []);
});
