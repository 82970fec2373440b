// What a page says before the program is there, and without it: sent as HTML with each address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BASES, eventually, inPage, untilApp, useBrowser } from "./support/browser.mjs";
import { caseById, cases, count, prefectureName, stats } from "./support/data.mjs";
import { heading, main } from "./support/parts.mjs";

useBrowser({ bases: BASES });

const one = cases.find((it) => it.participants_names?.length > 1 && it.sources.length > 0);
const PAGES = ["", "about/", "cases/", `cases/${one.id}/`, "compare/", "systems/", "systems/online-application/", "prefectures/", "prefectures/31/", "data/", "faq/"];

for (const base of BASES) {
  test(`without JavaScript every kind of page is read and leads on, below ${base}`, inPage(async ({ page, url }) => {
    for (const path of PAGES) {
      const answer = await page.goto(url(path));
      assert.equal(answer.status(), 200, path);
      assert.equal(await main(page).getByRole("heading", { level: 1 }).count(), 1, path);
      assert.ok((await main(page).innerText()).length > 150, path);
      // Links are relative to the base of the page, wherever it lies.
      const links = await main(page).getByRole("link").evaluateAll((all) => all.map((it) => it.href));
      const within = links.filter((href) => href.startsWith(url("")));
      assert.ok(links.length === 0 || within.length > 0, path);
    }
    await page.goto(url("prefectures/31/"));
    await main(page).getByRole("link", { name: "電子申請" }).first().click();
    await main(page).getByRole("heading", { level: 1, name: /^電子申請/ }).waitFor();
  }, { javaScriptEnabled: false, base }));
}

test("without JavaScript a case has its facts, participants and sources, and the list its newest cases", inPage(async ({ page, url }) => {
  await page.goto(url(`cases/${one.id}/`));
  assert.equal(await heading(page).innerText(), caseById(one.id).title);
  await main(page).getByText(one.lead_organization).first().waitFor();
  for (const name of one.participants_names.slice(0, 3)) await main(page).getByText(name).first().waitFor();
  for (const { url: source } of one.sources) assert.ok((await main(page).locator(`a[href="${source}"]`).count()) > 0, source);
  await page.goto(url("cases/"));
  assert.equal(await main(page).getByRole("listitem").filter({ has: page.getByRole("heading") }).count(), 25);
  await main(page).getByText(count(stats().total), { exact: true }).waitFor();
}, { javaScriptEnabled: false }));

test("titles and descriptions are those of the page, before the program and with it", inPage(async ({ page, open, url }) => {
  for (const path of [`cases/${one.id}/`, "prefectures/31/", ""]) {
    const html = await (await page.request.get(url(path))).text();
    const sent = html.match(/<title>([^<]*)<\/title>/)[1];
    await open(path);
    await eventually(async () => assert.equal(await page.title(), sent));
    assert.match(html, /<meta property="og:title" content="[^"]+"/);
    assert.ok(!/og:url|og:image|rel="canonical"/.test(html), "the site's own address is not known");
  }
  const html = await (await page.request.get(url("prefectures/31/"))).text();
  assert.ok(html.match(/<meta name="description" content="([^"]*)"/)[1].includes(prefectureName("31")));
}));

test("the program takes over without a jump, and the focus stays on its link", inPage(async ({ page, url }) => {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => list.getEntries().forEach((it) => globalThis.shifts.push(it.value))).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of ["", `cases/${one.id}/`, "prefectures/31/"]) {
    let start;
    const held = new Promise((let_go) => (start = let_go));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(url(path));
    const link = page.locator("#boot-page header").getByRole("link", { name: "システム種別" });
    await link.focus();
    const before = await page.locator("#boot-page h1").evaluate((it) => [it.innerText, it.getBoundingClientRect().y]);
    start();
    await untilApp(page);
    const after = await heading(page).evaluate((it) => [it.innerText, it.getBoundingClientRect().y]);
    assert.deepEqual(after, before, path);
    assert.equal(await page.evaluate(() => document.activeElement.innerText), "システム種別");
    assert.equal(await page.locator("#app-shell").count(), 0);
    const moved = await page.evaluate(() => globalThis.shifts.reduce((sum, it) => sum + it, 0));
    assert.ok(moved <= 0.02, `${path}: ${moved}`);
    await page.unroute("**/*.wasm");
  }
}));

test("a link that is followed before the program is there leads on", inPage(async ({ page, url }) => {
  let start;
  const held = new Promise((let_go) => (start = let_go));
  await page.route("**/*.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(url(""));
  await page.locator("#boot-page header").getByRole("link", { name: "事例一覧" }).click();
  await page.waitForURL(url("cases/"));
  start();
  await untilApp(page);
  await heading(page).getByText("事例一覧", { exact: true }).waitFor();
}));

test("what the start needs is asked for once each, and only when the page is on the screen", inPage(async ({ page, url }) => {
  await page.addInitScript(() => {
    globalThis.fetched = [];
    const note = (list) => globalThis.fetched.push(...list.getEntries().map(({ name, startTime }) => ({ name, startTime })));
    new PerformanceObserver(note).observe({ type: "resource", buffered: true });
  });
  for (const path of ["", `cases/${one.id}/`]) {
    await page.goto(url(path));
    await untilApp(page);
    const { painted, fetched } = await page.evaluate(() => ({
      painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
      fetched: globalThis.fetched,
    }));
    const start = fetched.filter(({ name }) => /\/data\/|\.wasm$|\/offline-|\/app-[^/]*\.js$/.test(name));
    assert.ok(start.length >= 6, JSON.stringify(start));
    for (const { name, startTime } of start) {
      assert.ok(startTime >= painted, `${name} at ${startTime}, the page at ${painted}`);
      assert.equal(start.filter((it) => it.name === name).length, 1, name);
    }
  }
}));
