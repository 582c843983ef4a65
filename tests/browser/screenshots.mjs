// SPDX-License-Identifier: GPL-2.0-or-later
// The pictures of README.md, from a site of the embedded corpus: node screenshots.mjs SITE OUT_FOLDER
// They are written with a palette of few colours: small enough for a repository.
import {chromium} from "playwright-core";
import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {crc32, deflateSync} from "node:zlib";

const [site, out] = process.argv.slice(2).map(p => resolve(p));
if (!site || !out) {
  console.error("usage: node screenshots.mjs SITE OUT_FOLDER");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-lcd-text"]});
const tab = await (await browser.newContext({viewport: {width: 1060, height: 480}})).newPage();
const act = join(site, "law/507AC0000000042");

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// Four bits of each colour are enough for text on paper; the 256 commonest are kept.
function palettePng(width, height, rgba) {
  const key = i => (rgba[i] >> 4) << 8 | (rgba[i + 1] >> 4) << 4 | rgba[i + 2] >> 4;
  const sums = new Map();
  for (let i = 0; i < rgba.length; i += 4) {
    const sum = sums.get(key(i)) ?? [0, 0, 0, 0];
    for (let c = 0; c < 3; ++c) sum[c] += rgba[i + c];
    ++sum[3];
    sums.set(key(i), sum);
  }
  const colours = [...sums].sort((a, b) => b[1][3] - a[1][3]).slice(0, 256)
      .map(([k, s]) => [k, s.slice(0, 3).map(v => Math.round(v / s[3]))]);
  const index = new Map(colours.map(([k], i) => [k, i]));
  const nearest = k => {
    const far = ([other]) => [8, 4, 0].reduce((sum, shift) => sum + ((k >> shift & 15) - (other >> shift & 15)) ** 2, 0);
    let best = 0;
    colours.forEach((c, i) => { if (far(c) < far(colours[best])) best = i; });
    return best;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, i = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x, i += 4) {
      if (!index.has(key(i))) index.set(key(i), nearest(key(i)));
      rows[y * (width + 1) + 1 + x] = index.get(key(i));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head),
                        chunk("PLTE", Buffer.from(colours.flatMap(([, c]) => c))),
                        chunk("IDAT", deflateSync(rows, {level: 9})), chunk("IEND", Buffer.alloc(0))]);
}

async function shoot(name) {
  const png = (await tab.screenshot()).toString("base64");
  const blank = await (await browser.newContext()).newPage();
  const {width, height, rgba} = await blank.evaluate(async data => {
    const image = new Image();
    image.src = "data:image/png;base64," + data;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const bytes = context.getImageData(0, 0, image.width, image.height).data;
    let text = "";
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return {width: image.width, height: image.height, rgba: btoa(text)};
  }, png);
  const file = palettePng(width, height, Buffer.from(rgba, "base64"));
  writeFileSync(join(out, name), file);
  console.log(`${name}: ${file.length} bytes`);
}

await tab.goto("file://" + join(act, "index.html") + "#a6");
await tab.locator("#a6 a.ref").first().focus();
await tab.locator("#card").waitFor({state: "visible"});
await shoot("article.png");

await tab.setViewportSize({width: 1060, height: 660});
await tab.goto("file://" + join(act, "obligations/index.html"));
await tab.locator("#who").fill("特別社会基盤事業者");
await tab.locator("#modality").selectOption("must");
await shoot("obligations.png");
await browser.close();
