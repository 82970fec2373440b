// What stays on the device after a visit, with the worker that keeps the site for offline use: files of the version
// that the host has, what the reader chose, and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually, untilApp } from "./support/browser.mjs";
import { DIST, snapshot } from "./support/data.mjs";
import { BASES } from "./support/fixtures.mjs";
import { heading, main, region, results } from "./support/parts.mjs";
import { kept, test } from "./support/visitor.mjs";
import { KINDS, look } from "./support/walk.mjs";

/** Where a page was left, the way back finds its height; browsers forget that with the window. */
const HEIGHTS = { session: ["scroll"] };
/** What the worker is told to keep, in front of it (crates/snapshot/src/site/offline.rs). */
const VERSION = JSON.parse(readFileSync(join(DIST, "sw.js"), "utf8").match(/^self\.version = (.*);$/m)[1]);

/** Gives all that a page of the site could have kept, wherever browsers let it. */
async function left(context, page) {
  const onPage = await page.evaluate(async () => {
    const digest = async (response) => {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
      return `sha256-${btoa(String.fromCharCode(...hash))}`;
    };
    const files = async (name) => {
      const cache = await caches.open(name);
      const found = (await cache.keys()).map(async (request) => [request.url, await digest(await cache.match(request))]);
      return Object.fromEntries((await Promise.all(found)).sort());
    };
    const names = await caches.keys();
    const folder = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) folder.push(name);
    return {
      caches: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await files(name)]))),
      databases: await indexedDB.databases(),
      folder,
      local: { ...localStorage },
      session: Object.keys(sessionStorage),
      workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope, active }) => [scope, active?.scriptURL]),
    };
  });
  return { ...onPage, cookies: await context.cookies() };
}

const NOTHING = { caches: {}, databases: [], folder: [], local: {}, session: [], workers: [], cookies: [] };

/** Gives what is left where the site is kept: each file of the version, with the checksum of what it holds. */
function wholeSite(host) {
  const address = ({ url, revision }) => `${host.url}${url}${revision ? `?__WB_REVISION__=${encodeURIComponent(revision)}` : ""}`;
  const files = VERSION.files.map((file) => [address(file), file.integrity]).sort();
  return {
    ...NOTHING,
    caches: { [`joint-procurement-precache-v2-${host.url}`]: Object.fromEntries(files) },
    workers: [[host.url, `${host.url}sw.js`]],
  };
}

const open = async (page, host, path = "") => {
  await page.goto(host.url + path);
  await untilApp(page);
};
const offline = (page) => region(page, "オフラインでの閲覧");
const dark = (page) => page.getByRole("contentinfo").getByRole("radio", { name: "ダーク" });

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`after one page below ${base} the files of the version are on the device, and nothing else`, async ({ host, visit }) => {
      assert.ok(VERSION.files.length > 60, "the version names its files");
      const context = await visit();
      const page = await context.newPage();
      await open(page, host);
      await kept(page);
      assert.deepEqual(await left(context, page), wholeSite(host));
    });
  });
}

test("all kinds of pages and the way through them add nothing to that", { tag: "@full" }, async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await open(page, host);
  await kept(page);
  for (const kind of KINDS) {
    await open(page, host, kind);
    await look(page, kind);
  }
  await open(page, host, "cases/");
  await results(page).getByRole("heading", { level: 3 }).nth(3).getByRole("link").click();
  await page.waitForURL(/cases\/[^?]/);
  await heading(page).waitFor();
  await page.goBack();
  await results(page).waitFor();
  await page.reload();
  await untilApp(page);
  assert.deepEqual(await left(context, page), { ...wholeSite(host), ...HEIGHTS });
});

/** What may be kept, with the words by which the answer on privacy names it. */
const NAMED = [
  [/^caches joint-procurement-precache-v2-/, "プログラム、今のデータ版"],
  [/^caches joint-procurement-runtime-/, "開いたことのある以前のデータ版"],
  [/^workers /, "オフラインで見るためのこのサイトの写し"],
  [/^local joint-procurement\.offline$/, "「端末から消す」を選んだこと"],
  [/^local joint-procurement\.municipality$/, "選んだ「自分の自治体」"],
  [/^local joint-procurement\.theme$/, "選んだ「表示の色」"],
  [/^session scroll$/, "どこまで見たか"],
  [/^session picked$/, "選んだ事例"],
];

/** Gives the name of each thing that is kept, with the place where it is. */
function names({ caches, databases, folder, local, session, workers, cookies }) {
  const of = { caches: Object.keys(caches), databases: databases.map(({ name }) => name), folder, local: Object.keys(local), session };
  Object.assign(of, { workers: workers.map(([scope]) => scope), cookies: cookies.map(({ name }) => name) });
  return Object.entries(of).flatMap(([place, all]) => all.map((name) => `${place} ${name}`));
}

test("with the worker the answer on privacy names all that is kept, and all that it names is kept by somebody", async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await open(page, host, `cases/?snapshot=${snapshot.id}`);
  await kept(page);
  await dark(page).check();
  await results(page).getByRole("checkbox", { name: /を選ぶ$/ }).first().check();
  await results(page).getByRole("heading", { level: 3 }).nth(3).getByRole("link").click();
  await page.waitForURL(/cases\/[^?]/);
  await page.reload();
  await untilApp(page);
  const found = names(await left(context, page));
  await open(page, host, "data/");
  await offline(page).getByRole("button", { name: "端末から消す" }).click();
  await offline(page).getByText("端末に保存していません").waitFor();
  found.push(...names(await left(context, page)));
  await open(page, host, "faq/#privacy");
  const said = await main(page).innerText();
  for (const name of found) {
    const [, words] = NAMED.find(([pattern]) => pattern.test(name)) ?? assert.fail(`${name} is not named`);
    assert.ok(said.includes(words), `${name}: ${words}`);
  }
  for (const kind of ["caches", "workers", "session scroll", "local joint-procurement.theme", "local joint-procurement.offline"]) {
    assert.ok(found.some((name) => name.startsWith(kind)), `${kind} of ${found}`);
  }
});

test("the colours that a reader chose stay until they are taken back", async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await open(page, host);
  await kept(page);
  await dark(page).check();
  await page.reload();
  await untilApp(page);
  assert.deepEqual(await left(context, page), { ...wholeSite(host), ...HEIGHTS, local: { "joint-procurement.theme": "dark" } });
  await page.getByRole("contentinfo").getByRole("radio", { name: "自動（端末の設定）" }).check();
  assert.deepEqual(await left(context, page), { ...wholeSite(host), ...HEIGHTS });
});

test("of a copy that was taken away only the wish not to have one stays, also at the next visit", async ({ host, visit }) => {
  const refused = { ...NOTHING, local: { "joint-procurement.offline": "no" } };
  const first = await visit();
  const page = await first.newPage();
  await open(page, host, "data/");
  await offline(page).getByRole("button", { name: "端末から消す" }).click();
  await offline(page).getByText("端末に保存していません").waitFor();
  await eventually(async () => assert.deepEqual(await left(first, page), refused));

  const next = await visit();
  const again = await next.newPage();
  for (const path of ["", "cases/", "data/"]) {
    await open(again, host, path);
    await look(again);
  }
  await offline(again).getByText("端末に保存していません").waitFor();
  assert.deepEqual(await left(next, again), { ...refused, ...HEIGHTS });

  await offline(again).getByRole("button", { name: "端末に保存する" }).click();
  await main(again).getByText("オフラインで閲覧できます").waitFor();
  await eventually(async () => assert.deepEqual(await left(next, again), { ...wholeSite(host), ...HEIGHTS }));
});

test("a card in the page of another leaves nothing on the device, and registers no worker", async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await page.goto(`${host.url.replace("127.0.0.1", "localhost")}data/catalog.json`);
  await page.setContent(`<iframe src="${host.url}?embed=years" width="1000" height="700"></iframe>`);
  const shown = page.frameLocator("iframe");
  await shown.getByRole("link", { name: /^もとのページを見る/ }).waitFor();
  await shown.locator("#years").getByText("表で見る").click();
  await shown.locator("#years").getByRole("table").scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  assert.ok(host.asked.some((path) => path.startsWith("offline-")) && !host.asked.includes("sw.js"), "no worker is asked for");

  const alone = await context.newPage();
  await open(alone, host, "?embed=years");
  await alone.waitForLoadState("networkidle");
  await alone.reload();
  await untilApp(alone);
  await alone.waitForLoadState("networkidle");
  assert.equal(await alone.locator("link[rel=manifest]").count(), 0, "nothing to install");
  assert.deepEqual(await left(context, alone), NOTHING);
});
