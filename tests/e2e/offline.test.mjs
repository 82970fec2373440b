// After the first visit the site is on the device: without the server, in a browser that was started anew, at any
// address.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { eventually, untilApp } from "./support/browser.mjs";
import { cases, date, DIST, prefectures, PUBLISHED, publishedFile, snapshot } from "./support/data.mjs";
import { BASES } from "./support/fixtures.mjs";
import { heading, main, region } from "./support/parts.mjs";
import { isDrawn, map } from "./support/pictures.mjs";
import { manyOfPrefecture, manyOfSystem, named } from "./support/samples.mjs";
import { kept, test } from "./support/visitor.mjs";
import { KINDS, look } from "./support/walk.mjs";

const open = async (page, host, path = "") => {
  await page.goto(host.url + path);
  await untilApp(page);
};

const offline = (page) => region(page, "オフラインでの閲覧");

/** Nothing on the page says that something could not be had. */
async function isWhole(page, kind) {
  await look(page, kind);
  assert.equal(await main(page).getByRole("alert").count(), 0);
  assert.equal(await main(page).getByText(/読み込めませんでした|表示できません/).filter({ visible: true }).count(), 0);
}

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`under ${base} every kind of page works without the server after one visit, also in a browser started anew`, async ({ host, visit }) => {
      const first = await (await visit()).newPage();
      await open(first, host);
      await kept(first);
      await host.stop();

      const context = await visit();
      const problems = [];
      const page = await context.newPage();
      // The screens of the guide for maintainers are not kept: few read it, and its words say what they show.
      const isScreen = (message) => /\/images\/maintainer\//.test(message.location().url);
      page.on("console", (message) => message.type() === "error" && !isScreen(message) && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(String(error)));
      for (const kind of KINDS) {
        await open(page, host, kind);
        await heading(page).waitFor();
        await isWhole(page, kind);
      }
      await heading(page).waitFor();
      await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
      await main(page).getByText(/^\d+件$/).first().waitFor();
      assert.deepEqual(problems, []);
    });
  });
}

test("maps of every prefecture and the texts of every case are on the device", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  await open(page, host);
  await kept(page);
  await host.stop();
  const stems = ["japan", ...prefectures.map(({ code }) => code)].map((name) => `map-${name}`);
  assert.equal(stems.length, 48);
  for (const stem of stems) {
    const path = publishedFile(stem);
    const text = await page.evaluate(async (url) => (await fetch(url)).text(), `${host.url}data/${path}`);
    assert.equal(text, readFileSync(join(PUBLISHED, path), "utf8"), stem);
  }
  for (const { code, name } of [prefectures.at(0), prefectures.at(-1)]) {
    await open(page, host, `prefectures/${code}/`);
    await isDrawn(map(page, `${name}の市区町村が参加する事例の地図`), `map-${code}`);
  }
  for (const it of [cases.at(0), cases.at(-1)]) {
    await open(page, host, `cases/${it.id}/`);
    await region(page, "出典").getByRole("link").first().waitFor();
  }
});

test("an address that is not there says so without the server too, and a table is a file and no page", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  await open(page, host);
  await kept(page);
  const table = await page.request.get(`${host.url}data/source/README.md`);
  assert.equal(table.status(), 200);
  await page.goto(`${host.url}data/catalog.json`);
  assert.match(await page.locator("body").textContent(), /"schema_version"/);
  await host.stop();
  await open(page, host, "nothing/here/");
  await heading(page).getByText("見つかりません").waitFor();
});

test("the data page tells what is kept; it can be taken away and put back", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  await open(page, host, "data/");
  const saved = offline(page).getByText(`データ ${date(snapshot.as_of)} 版`);
  await saved.waitFor();
  const { files, bytes } = JSON.parse(readFileSync(join(DIST, "sw.js"), "utf8").match(/^self\.version = (.*);$/m)[1]);
  const onDisk = files.map(({ url }) => statSync(join(DIST, url)).size).reduce((sum, size) => sum + size, 0);
  assert.equal(bytes, onDisk);
  // Rounded up, so that nothing is ever 0 MB.
  const megabytes = (Math.ceil(onDisk / 100_000) / 10).toFixed(1).replace(".", "\\.");
  await offline(page).getByText(new RegExp(`オフラインで閲覧できます（保存済み ${megabytes}\\sMB・`)).waitFor();

  await offline(page).getByRole("button", { name: "新しい版を確かめる" }).click();
  await offline(page).getByText("最新の版です").waitFor();

  // At once, in the page that the worker still serves.
  await offline(page).getByRole("button", { name: "端末から消す" }).click();
  await offline(page).getByRole("button", { name: "端末に保存する" }).click();
  await offline(page).getByText("オフラインで閲覧できます").waitFor();

  await offline(page).getByRole("button", { name: "端末から消す" }).click();
  await offline(page).getByText("端末に保存していません").waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "offline", "the pressed button is gone"));
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  await page.reload();
  await offline(page).getByText("端末に保存していません").waitFor();
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);

  await offline(page).getByRole("button", { name: "端末に保存する" }).click();
  await saved.waitFor();
});

test("what the browser has taken away is told, and fetched again on demand", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  await open(page, host, "data/");
  await offline(page).getByText("オフラインで閲覧できます").waitFor();
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    // Not asked for by this page, which would put them back.
    const maps = (await cache.keys()).filter((request) => /\/map-1[0-2]\./.test(request.url));
    await Promise.all(maps.map((request) => cache.delete(request)));
  });
  await page.reload();
  await offline(page).getByText("3個がブラウザーによって消されました").waitFor();
  await offline(page).getByRole("button", { name: "保存し直す" }).click();
  await offline(page).getByText("オフラインで閲覧できます").waitFor();
});

test("being offline is told calmly, with the date of the data", { tag: "@smoke" }, async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await open(page, host, `systems/${manyOfSystem}/`);
  await kept(page);
  await context.setOffline(true);
  await page.getByRole("status").getByText(`オフラインで表示しています（データ ${date(snapshot.as_of)} 版）`).waitFor();
  await open(page, host, `prefectures/${manyOfPrefecture}/`);
  await isWhole(page, `prefectures/${manyOfPrefecture}/`);
  await context.setOffline(false);
  await eventually(async () => assert.equal(await page.getByText("オフラインで表示しています").count(), 0));
});

test("the site can be installed", async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await open(page, host, `cases/${named}/`);
  const session = await context.newCDPSession(page);
  const { errors, manifest, url } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(url, `${host.url}manifest.webmanifest`);
  assert.equal(manifest.startUrl, host.url);
  assert.equal(manifest.scope, host.url);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  for (const { url } of [...manifest.icons, ...manifest.shortcuts]) {
    assert.equal((await page.request.get(new URL(url, host.url).href)).status(), 200, url);
  }
});
