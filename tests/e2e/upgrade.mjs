// An installed copy of an older build meets this one: what its service worker keeps gives way when the reader asks for
// it, and the reader's preferences stay. Not part of `make test`, because an older build is needed.
//
//   make upgrade BASE=DIR      DIR: an older built site; the new one is dist/
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { answerTo } from "./support/answers.mjs";
import { eventually, eventuallyEqual, untilApp } from "./support/browser.mjs";
import { DIST } from "./support/data.mjs";
import { BASES } from "./support/fixtures.mjs";
import { expectCount, heading, listedTitles, main, region, results } from "./support/parts.mjs";
import { kept, test } from "./support/visitor.mjs";
import { look as lookAtAll } from "./support/walk.mjs";

const OLD = resolve(process.env.BASE || DIST);

/** Says why the two builds cannot be tried; undefined where they can. */
function unfit() {
  const missing = [OLD, DIST].find((dir) => !existsSync(join(dir, "sw.js")));
  if (missing) return `There is no built site in ${missing}. Name an older one, BASE=DIR, and run "make build" first.`;
  const worker = (dir) => readFileSync(join(dir, "sw.js"), "utf8");
  return worker(OLD) === worker(DIST) ? `${OLD} is no older version than dist/. Name one, BASE=DIR.` : undefined;
}

if (unfit()) {
  console.error(`upgrade: ${unfit()}`);
  process.exit(2);
}

test.use({ dir: OLD });

const open = async (page, host, path = "") => {
  await page.goto(host.url + path);
  await untilApp(page);
};
const bar = (page) => page.locator(".update-bar");
const colours = (page) => page.getByRole("contentinfo").getByRole("group", { name: "表示の色" });
const offlineUse = (page) => region(page, "オフラインでの閲覧");
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Reads what the worker of a build keeps: path and checksum, as `snapshot site` has written it in front of it. */
function versionOf(dir) {
  const [line] = readFileSync(join(dir, "sw.js"), "utf8").split("\n", 1);
  const { files } = JSON.parse(line.match(/^self\.version = (.*);$/)[1]);
  return new Map(files.map(({ url, integrity }) => [url, integrity]));
}

const checksum = (base64) => `sha256-${createHash("sha256").update(Buffer.from(base64, "base64")).digest("base64")}`;

/** Reads what the caches of the site hold in truth: path and checksum, whatever the caches are named. */
async function copyOn(page, host) {
  const entries = await page.evaluate(async () => {
    const read = async (cache, request) => {
      const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return [request.url, btoa(text)];
    };
    const all = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) all.push(await read(cache, request));
    }
    return all;
  });
  return new Map(entries.map(([url, body]) => [url.slice(host.url.length).split("?")[0], checksum(body)]));
}

const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** Asserts that the device holds exactly what the build names: all of it, and nothing of another one. */
async function keeps(page, host, dir) {
  const expected = versionOf(dir);
  const algorithm = [...expected.values()][0].split("-")[0];
  assert.equal(algorithm, "sha256", "the checksums of the worker");
  await eventually(async () => assert.deepEqual(sorted(await copyOn(page, host)), sorted(expected)));
}

/** Asserts that the program that runs is the one that the page of the build names. */
async function runs(page, dir) {
  const [program] = readFileSync(join(dir, "shell.html"), "utf8").match(/[\w-]+_bg\.wasm/);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.ok(loaded.some((name) => name.endsWith(`/${program}`)), `${program} is not among ${loaded.join(" ")}`);
}

/** Each kind of page as it is read without the server. */
const PAGES = [
  ["", async (page) => region(page, "主な数字").waitFor()],
  ["cases/?pref=27", async (page) => expectCount(page, answerTo("pref=27").length)],
  ["cases/31-groupware-2017/", async (page) => region(page, "出典").getByRole("link").first().waitFor()],
  ["prefectures/27/", async (page) => heading(page).getByText("大阪府").waitFor()],
  ["systems/core-systems/", async (page) => main(page).getByRole("img", { name: /グラフ/ }).locator("svg").first().waitFor()],
  ["about/", async (page) => heading(page).getByText("共同調達とは").waitFor()],
];

async function worksWithoutServer(page, host) {
  await host.stop();
  for (const [path, shows] of PAGES) {
    await open(page, host, path);
    await lookAtAll(page);
    await shows(page);
    assert.equal(await main(page).getByText(/読み込めませんでした|表示できません/).filter({ visible: true }).count(), 0, path);
  }
}

/** Picks the first two cases of the list and goes on to compare them; gives their titles. */
async function compareTwo(page) {
  await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
  const titles = (await listedTitles(page)).slice(0, 2);
  for (const title of titles) {
    const item = results(page).getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
    await item.first().getByText("選ぶ", { exact: true }).click();
  }
  await results(page).getByRole("link", { name: "選んだ事例を比較する" }).click();
  await eventuallyEqual(() => compared(page), titles);
  return titles;
}

const compared = (page) =>
  main(page).getByRole("table").getByRole("columnheader").getByRole("link", { name: /^(?!.*外す)/ }).allInnerTexts();

/** Opens the site for a visitor who has the older build on the device, and sees it come from there. */
async function withOldCopy({ host, visit }) {
  const page = await (await visit()).newPage();
  await open(page, host);
  await kept(page);
  await page.reload();
  await untilApp(page);
  assert.ok(await page.evaluate(() => !!navigator.serviceWorker.controller), "the older worker serves the page");
  await keeps(page, host, OLD);
  await runs(page, OLD);
  return page;
}

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`an installed copy under ${base} becomes the new build when the bar is pressed`, async ({ host, visit }) => {
      const page = await withOldCopy({ host, visit });
      await colours(page).getByRole("radio", { name: "ダーク" }).check();
      const titles = await compareTwo(page);
      const chosen = await stored(page);
      const address = page.url();

      await host.deploy(DIST);
      await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update()));
      const button = bar(page).getByRole("button", { name: "更新して読み込み直す" });
      await button.waitFor();
      await page.reload();
      await untilApp(page);
      await runs(page, OLD); // never unasked
      await button.click();
      await eventually(() => runs(page, DIST), { within: 20_000 });
      await untilApp(page);

      assert.equal(page.url(), address);
      await eventuallyEqual(() => compared(page), titles, "the cases picked are compared");
      assert.equal(await theme(page), "dark");
      assert.deepEqual(await stored(page), chosen, "preferences stay as they were written");
      await eventuallyEqual(() => bar(page).textContent(), "");
      await keeps(page, host, DIST);

      await worksWithoutServer(page, host);
      assert.equal(await theme(page), "dark");
      const again = await (await visit()).newPage();
      await open(again, host, "cases/");
      await runs(again, DIST);
      assert.equal(await theme(again), "dark");
    });
  });
}

test("who wanted no copy of the older build has none of the new one, until asking for it", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  await open(page, host, "data/");
  await kept(page);
  await offlineUse(page).getByRole("button", { name: "端末から消す" }).click();
  await offlineUse(page).getByText("端末に保存していません").waitFor();
  await colours(page).getByRole("radio", { name: "ライト" }).check();

  await host.deploy(DIST);
  await open(page, host, "data/");
  await runs(page, DIST);
  await offlineUse(page).getByText("端末に保存していません").waitFor();
  assert.equal(await registrations(page), 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  assert.equal(await theme(page), "light");
  await offlineUse(page).getByRole("button", { name: "端末に保存する" }).click();
  await offlineUse(page).getByText("オフラインで閲覧できます").waitFor();
  await keeps(page, host, DIST);
});
