// The content of a page before the program is there, and without it: sent as HTML with each address.
import assert from "node:assert/strict";
import { eventually, untilApp } from "./support/browser.mjs";
import { caseById, cases, count, prefectureName, publishedFile, snapshot, stats, systemName } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { heading, main } from "./support/parts.mjs";
import { town } from "./support/samples.mjs";

test.use({ whole: false });

const one = cases.find((it) => it.participants_names?.length > 1 && it.sources.length > 0);
/** Words of each kind of page that come from the data, or that it alone has. */
const PAGES = {
  "": count(stats().total),
  "about/": count(stats().total),
  "cases/": count(stats().total),
  [`cases/${one.id}/`]: one.sources[0].publisher,
  "compare/": "事例の比較",
  "systems/": systemName("online-application"),
  "systems/online-application/": count(stats("system=online-application").total),
  "prefectures/": prefectureName("47"),
  "prefectures/31/": count(stats("pref=31").total),
  "municipalities/": "都道府県から選ぶ",
  [`municipalities/${town}/`]: "参加する事例",
  "figures/": count(stats().total),
  "data/": snapshot.licence,
  "faq/": count(stats().total),
};

for (const base of BASES) {
  test.describe(() => {
    test.use({ javaScriptEnabled: false, base });

    test(`without JavaScript every kind of page is read and leads on, below ${base}`, async ({ page, url }) => {
      for (const [path, words] of Object.entries(PAGES)) {
        const answer = await page.goto(url(path));
        assert.equal(answer.status(), 200, path);
        assert.equal(await main(page).getByRole("heading", { level: 1 }).count(), 1, path);
        assert.ok((await main(page).textContent()).includes(words), `${path}: ${words}`);
        // Links are relative to the base of the page, wherever it lies.
        const links = await main(page).getByRole("link").evaluateAll((all) => all.map((it) => it.href));
        const within = links.filter((href) => href.startsWith(url("")));
        assert.ok(within.length > 0, path);
      }
      await page.goto(url("prefectures/31/"));
      await main(page).getByRole("link", { name: "電子申請", exact: true }).first().click();
      await main(page).getByRole("heading", { level: 1, name: /^電子申請/ }).waitFor();
    });
  });
}

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  test("without JavaScript a case has its facts, participants and sources, and the list its first cases", async ({ page, url }) => {
    await page.goto(url(`cases/${one.id}/`));
    assert.equal(await heading(page).innerText(), caseById(one.id).title);
    await main(page).getByText(one.lead_organization).first().waitFor();
    for (const name of one.participants_names.slice(0, 3)) await main(page).getByText(name).first().waitFor();
    for (const { url: source } of one.sources) assert.ok((await main(page).locator(`a[href="${source}"]`).count()) > 0, source);
    await page.goto(url("cases/"));
    assert.equal(await main(page).getByRole("listitem").filter({ has: page.getByRole("heading") }).count(), 25);
    await main(page).getByText(count(stats().total), { exact: true }).waitFor();
  });
});

test("titles and descriptions are those of the page, before the program and with it", { tag: "@smoke" }, async ({ page, open, url }) => {
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
});

/** Holds the program back until the function that this gives is called. */
async function hold(page) {
  let start;
  const held = new Promise((go) => (start = go));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    start();
    await untilApp(page);
    await page.unroute("**/*.wasm");
  };
}

/** Runs in the page: notes what comes into the body and goes from it, and each page that is in the document. */
function watchBody() {
  globalThis.changes = [];
  const names = (nodes) => [...nodes].filter((it) => it.nodeType === Node.ELEMENT_NODE).map((it) => it.id || it.tagName);
  new MutationObserver((records) => {
    globalThis.changes.push(...records.map(({ addedNodes, removedNodes }) => ({ added: names(addedNodes), removed: names(removedNodes) })));
  }).observe(document.body, { childList: true });
}

test("the program takes over in one step and without a jump, and the focus stays on its link", { tag: "@smoke" }, async ({ page, url }) => {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => list.getEntries().forEach((it) => globalThis.shifts.push(it.value))).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of ["", `cases/${one.id}/`, "prefectures/31/", `municipalities/${town}/`]) {
    const start = await hold(page);
    await page.goto(url(path));
    const link = page.locator("#boot-page header").getByRole("link", { name: "システム種別" });
    await link.focus();
    await page.evaluate(watchBody);
    const before = await page.locator("#boot-page h1").evaluate((it) => [it.innerText, it.getBoundingClientRect().y]);
    await start();
    const after = await heading(page).evaluate((it) => [it.innerText, it.getBoundingClientRect().y]);
    assert.deepEqual(after, before, path);
    assert.equal(await page.evaluate(() => document.activeElement.innerText), "システム種別");
    assert.deepEqual(await page.evaluate(() => globalThis.changes), [{ added: ["app"], removed: ["app-shell"] }], path);
    const moved = await page.evaluate(() => globalThis.shifts.reduce((sum, it) => sum + it, 0));
    assert.ok(moved <= 0.02, `${path}: ${moved}`);
  }
});

test("nothing of the application is in the document before its page is complete", async ({ page, url }) => {
  let answer;
  const held = new Promise((go) => (answer = go));
  await page.route(`**/data/${publishedFile("municipalities")}`, async (route) => {
    await held;
    await route.continue();
  });
  const loaded = page.waitForResponse(`**/data/${publishedFile("cases")}`);
  await page.goto(url(`cases/${one.id}/`));
  await (await loaded).finished();
  await page.evaluate(watchBody);
  // The snapshot is there and one part of the page is not: its heading is made, and not seen.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
  assert.equal(await page.locator("#app").count(), 0);
  assert.equal(await page.locator("html").getAttribute("data-app"), "loading");
  assert.deepEqual(await page.evaluate(() => [globalThis.changes, document.querySelectorAll("h1").length]), [[], 1]);
  answer();
  await untilApp(page);
  assert.deepEqual(await page.evaluate(() => globalThis.changes), [{ added: ["app"], removed: ["app-shell"] }]);
  assert.equal(await page.getByText("データを読み込んでいます").count(), 0);
});

test("what a reader has reached, opened and selected in the sent page stays", async ({ page, url }) => {
  for (const path of ["prefectures/31/", `cases/${one.id}/`]) {
    const start = await hold(page);
    await page.goto(url(path));
    const main = page.locator("#boot-page main");
    const details = main.locator("details:not([open]) > summary:visible");
    const summary = await details.last().textContent();
    const same = (page) => page.locator("details > summary").filter({ hasText: summary });
    const place = (await same(main).count()) - 1;
    await details.last().click();
    // Far below, past parts that were never laid out.
    const link = main.getByRole("link").last();
    await link.focus();
    const reached = await link.evaluate((it) => {
      const text = document.createTreeWalker(it.closest("section, div"), NodeFilter.SHOW_TEXT).nextNode();
      getSelection().setBaseAndExtent(text, 1, text, 3);
      return { href: it.href, selected: String(getSelection()), y: it.getBoundingClientRect().y };
    });
    assert.ok(await page.evaluate(() => scrollY > 500), path);
    assert.equal(reached.selected.length, 2);
    await start();
    const now = () =>
      page.evaluate(() => {
        const { href } = document.activeElement;
        return { href, selected: String(getSelection()), y: document.activeElement.getBoundingClientRect().y };
      });
    const isThere = async () => {
      const { y, ...rest } = await now();
      assert.deepEqual({ ...rest, y: Math.abs(y - reached.y) < 2 }, { ...reached, y: true }, `${path}: ${y}, it was ${reached.y}`);
    };
    await isThere();
    // It stays there when what is above is no longer laid out.
    await page.locator("html:not([data-whole])").waitFor({ state: "attached" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await isThere();
    const opened = same(page.locator("#app main")).nth(place);
    assert.ok(await opened.evaluate((it) => it.parentElement.open), path);
  }
});

test("a link that is followed before the program is there leads on", async ({ page, url }) => {
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
});

test("what the start needs is asked for once each, and only when the page is on the screen", async ({ page, url }) => {
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
});

test("an address that asks for something never shows the answer to nothing", async ({ page, url }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  const pending = main(page).getByText("条件を当てはめています…");
  for (const path of ["cases/?pref=31", "systems/?scope=all", "compare/?ids=a,b"]) {
    await page.goto(url(path));
    assert.ok(await pending.isVisible(), path);
  }
  // The matrix is the program's alone.
  await page.goto(url("prefectures/?domain=services"));
  assert.equal(await main(page).getByRole("table", { name: "都道府県ごと、種別ごとの状況と件数" }).count(), 0);
  await page.goto(url("cases/?pref=31"));
  assert.equal(await main(page).getByText(`${stats().total}件`, { exact: true }).filter({ visible: true }).count(), 0);
  assert.ok(await heading(page).isVisible());
  // Keys that others add to count clicks are no condition.
  await page.goto(url("cases/?utm_source=mail&fbclid=1"));
  assert.ok(!(await pending.isVisible()));
  await page.goto(url("cases/?pref=31"));
  release();
  await untilApp(page);
  assert.ok(!(await pending.isVisible()));
  await main(page).getByText(`${stats("pref=31").total}件`, { exact: true }).first().waitFor();
});
