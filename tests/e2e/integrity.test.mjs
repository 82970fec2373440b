// The program is what was published: a file of it that was changed on the way does not run, and the page says
// that it did not come. Files that the browser cannot judge by itself are asked for once more past the caches.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { altering, behindBadCache } from "./support/altering.mjs";
import { untilApp } from "./support/browser.mjs";
import { count, ROOT, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";
import { isPlotted } from "./support/pictures.mjs";

const DIST = join(ROOT, "dist");
const [PROGRAM, GLUE, CHARTS] = [/\/app-[^/]*_bg\.wasm$/, /\/app-[^/]*\.js$/, /\/echarts\/[^/]*\.js/];
const again = (scope) => scope.getByRole("button", { name: "もう一度読み込む" });

test("a broken copy of the program in a cache is passed by", async ({ page, url, allowOutsideBase }) => {
  allowOutsideBase(/^http:\/\/127\.0\.0\.1:/);
  await behindBadCache(url(), PROGRAM, async (site) => {
    for (const _visit of [1, 2]) {
      await page.goto(`${site}cases/`);
      await untilApp(page);
      await expectCount(page, stats().total);
      assert.equal(await main(page).getByRole("alert").count(), 0);
    }
  });
});

test("a program that stays altered does not run, and says that it did not come", async ({ page, open, expectProblem }) => {
  expectProblem(/SHA-384 differs|console error/);
  const asked = await altering(page, PROGRAM);
  await open("", { state: "failed" });
  await page.getByText("プログラムを読み込めませんでした").waitFor();
  assert.ok(asked.count >= 2, `${asked.count}`);
  assert.equal(await page.locator("#app-shell").count(), 1, "the program has not taken over");
  await page.unroute(PROGRAM);
  await again(page).click();
  await untilApp(page);
  await heading(page).getByText(count(stats().total)).waitFor();
});

test("an altered script of the program does not run, and the page says that the program did not come", async ({ page, open, expectProblem }) => {
  expectProblem(/integrity/);
  expectProblem(/console error/);
  await altering(page, GLUE);
  await open("", { state: "failed" });
  await page.getByText("プログラムを読み込めませんでした").waitFor();
  assert.equal(await page.evaluate(() => globalThis.altered), undefined);
});

test("an altered chart bundle does not run: the chart's place says so, its table opens", async ({ page, open, expectProblem }) => {
  expectProblem(/integrity/);
  await altering(page, CHARTS);
  await open("#years");
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
  await card.getByText("図を表示できません。同じ数値を下の表でご覧ください。").waitFor();
  assert.deepEqual(await page.evaluate(() => [globalThis.altered, globalThis.echarts]), [undefined, undefined]);
  await page.unroute(CHARTS);
  await again(card).click();
  await isPlotted(card);
});

test("the program and its script are named by what they contain, whatever made them", () => {
  for (const pattern of [PROGRAM, GLUE]) {
    const name = readdirSync(DIST).find((file) => pattern.test(`/${file}`));
    const digits = createHash("sha256").update(readFileSync(join(DIST, name))).digest("hex").slice(0, 16);
    assert.ok(name.startsWith(`app-${digits}`), name);
  }
});

test("whatever a page loads as a script or style has a checksum, which is that of the file", () => {
  const pages = readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith(".html"));
  const checksum = (file) => `sha384-${createHash("sha384").update(readFileSync(join(DIST, file))).digest("base64")}`;
  const known = new Map();
  for (const name of pages) {
    const html = readFileSync(join(DIST, name), "utf8");
    const value = (tag, attribute) => tag.match(new RegExp(`\\s${attribute}="([^"]*)"`))?.[1];
    const tags = html.match(/<(?:script\s[^>]*\bsrc=|link\s[^>]*rel="(?:stylesheet|modulepreload)")[^>]*>/g);
    const stated = tags.map((tag) => [value(tag, "src") ?? value(tag, "href"), value(tag, "integrity")]);
    const [program] = html.match(/<meta name="app-module" content[^>]*>/);
    const [charts] = html.match(/<meta name="echarts-bundle"[^>]*>/);
    stated.push([value(program, "data-wasm"), value(program, "data-wasm-integrity")]);
    stated.push([value(charts, "content"), value(charts, "data-integrity")]);
    for (const [file, integrity] of stated) {
      if (!known.has(file)) known.set(file, checksum(file));
      assert.equal(integrity, known.get(file), `${file} in ${name}`);
    }
  }
  assert.ok([PROGRAM, GLUE, CHARTS, /theme-/, /boot-/, /old-browser-/, /\.css$/].every((kind) => [...known.keys()].some((file) => kind.test(`/${file.replace(/^\.\//, "")}`))));
});
