// SPDX-License-Identifier: GPL-2.0-or-later
// One Chromium for a file of tests, on sites opened from file:// as a client would.
import {chromium} from "playwright-core";
import {after, before} from "node:test";
import {readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

export const work = dirname(fileURLToPath(import.meta.url));
export const siteFolder = site => join(work, "site-" + site);
export const url = (site, path) => "file://" + join(siteFolder(site), path);

let browser;
before(async () => {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});
});
after(() => browser?.close());

// A page that fails the test on any script error, refused load or request that leaves the site.
export async function open(site, path, options = {}) {
  const {wait, ...context} = options;
  const tab = await (await browser.newContext({viewport: {width: 1280, height: 900}, ...context})).newPage();
  tab.problems = [];
  tab.on("pageerror", e => tab.problems.push(String(e)));
  tab.on("console", m => { if (m.type() === "error") tab.problems.push(m.text()); });
  tab.on("request", r => {
    if (!r.url().startsWith("file://") && !r.url().startsWith("data:")) tab.problems.push("request: " + r.url());
  });
  await tab.goto(url(site, path));
  return tab;
}

export function htmlFiles(site) {
  return readdirSync(siteFolder(site), {recursive: true}).filter(f => f.endsWith(".html")).sort();
}
export const read = (site, path) => readFileSync(join(siteFolder(site), path), "utf8");
