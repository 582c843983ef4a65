// SPDX-License-Identifier: GPL-2.0-or-later
// Checks every link of a site: the file is there, the fragment is an id in it, and what leaves the
// site goes by https. As a program: node links.mjs SITE
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {fileURLToPath} from "node:url";

const decode = s => s.replace(/&(amp|lt|gt|quot|#39);/g, (_, e) => ({amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'"})[e]);

export function checkLinks(site) {
  const pages = readdirSync(site, {recursive: true}).filter(f => f.endsWith(".html")).sort();
  const read = path => readFileSync(join(site, path), "utf8");
  const idsOf = new Map();
  const ids = path => {
    if (!idsOf.has(path))
      idsOf.set(path, new Set([...read(path).matchAll(/<[^>]* id="([^"]*)"/g)].map(m => decode(m[1]))));
    return idsOf.get(path);
  };
  const problems = [];
  let checked = 0;
  for (const page of pages) {
    for (const [, raw] of read(page).matchAll(/<[a-z][^>]* (?:href|src)="([^"]*)"/g)) {
      const link = decode(raw);
      ++checked;
      if (/^[a-z]+:/i.test(link)) {
        if (!link.startsWith("https://")) problems.push(`${page}: ${link} leaves the site`);
        continue;
      }
      const [path, fragment] = link.split("#");
      const target = path === "" ? page : normalize(join(dirname(page), decodeURIComponent(path)));
      if (target.startsWith("..") || !existsSync(join(site, target))) problems.push(`${page}: no file ${link}`);
      else if (fragment !== undefined && !ids(target).has(decodeURIComponent(fragment)))
        problems.push(`${page}: no place ${link}`);
    }
  }
  return {problems, checked, pages: pages.length};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {problems, checked, pages} = checkLinks(process.argv[2]);
  for (const problem of problems.slice(0, 50)) console.log(problem);
  console.log(`${checked} links of ${pages} pages, ${problems.length} broken`);
  process.exit(problems.length === 0 && checked > 0 ? 0 : 1);
}
