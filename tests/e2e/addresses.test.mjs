// Addresses as programs and people on the way make them of ours: each shows the page and the conditions that are meant,
// and is written as ours again.
import assert from "node:assert/strict";
import { eventuallyEqual, untilApp } from "./support/browser.mjs";
import { cases, prefectureName, stats } from "./support/data.mjs";
import { BASES, test as base } from "./support/fixtures.mjs";
import { startOdd } from "./support/odd.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";
import { kept } from "./support/visitor.mjs";
import { manyOfPrefecture as pref, manyOfSystem as system } from "./support/samples.mjs";

const menu = (page) => page.getByRole("navigation", { name: "メインメニュー" });

/** Tests that may ask for `odd(options)`, a host with habits of its own. */
const test = base.extend({
  odd: async ({ allowOutsideBase }, use) => {
    const started = [];
    await use(async (options) => {
      const host = await startOdd(options);
      started.push(host);
      allowOutsideBase(new RegExp(`^${host.origin}/`));
      return host;
    });
    for (const host of started) await host.close();
  },
});

/** What is asked for, beside the address that the site writes. */
const SENT = [
  ["cases/index.html", "cases/"],
  [`cases/index.html?pref=${pref}`, `cases/?pref=${pref}`],
  [`prefectures/${pref}/index.html`, `prefectures/${pref}/`],
  ["index.html?utm_source=x", ""],
  ["?utm_source=newsletter", ""],
  [`cases/?pref=${pref}&fbclid=IwAR0trial`, `cases/?pref=${pref}`],
  [`cases/?gclid=trial&pref=${pref}&utm_medium=email&msclkid=1&_ga=2&si=3`, `cases/?pref=${pref}`],
  ["systems/?scope=all&igsh=x", "systems/?scope=all"],
  ["faq/?twclid=1#privacy", "faq/#privacy"],
  [`compare/?ids=${cases[0].id}&utm_source=teams`, `compare/?ids=${cases[0].id}`],
  [`cases/?pref=${pref}&amp;scope=all`, `cases/?pref=${pref}&scope=all`],
  [`cases/?pref=${pref}%26scope=all`, `cases/?pref=${pref}&scope=all`],
  [`cases/?pref=${pref}?utm_source=x`, `cases/?pref=${pref}`],
  [`cases/?pref=${pref}。`, `cases/?pref=${pref}`],
  [`cases/?pref=${pref})`, `cases/?pref=${pref}`],
  [`cases/?pref=${[...pref].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("")}`, `cases/?pref=${pref}`],
  ["cases/?pref=1", "cases/?pref=01"],
  ["cases/?q=%25E9%259B%25BB%25E5%25AD%2590", "cases/?q=%E9%9B%BB%E5%AD%90"],
  [`cases/?pref=${pref}#:~:text=%E4%BA%8B%E4%BE%8B`, `cases/?pref=${pref}`],
  ["/", ""],
  [`/cases/?pref=${pref}`, `cases/?pref=${pref}`],
  [`cases//?pref=${pref}`, `cases/?pref=${pref}`],
  [`prefectures//${pref}///`, `prefectures/${pref}/`],
  [`systems//${system}/index.html`, `systems/${system}/`],
];
/** The same where the server has no such file and sends its page for that. */
const NOT_SENT = [
  [`cases/%3Fpref=${pref}`, `cases/?pref=${pref}`],
  [`cases/&pref=${pref}&utm_source=x`, `cases/?pref=${pref}`],
  ["cases/。", "cases/"],
  [`prefectures/${pref}/)`, `prefectures/${pref}/`],
];

/** Waits for the page of an address that the site writes, and that it understands all of it. */
async function shows(page, path, message) {
  await untilApp(page);
  const [route, query = ""] = path.split("#")[0].split("?");
  if (route === "cases/") await expectCount(page, stats(query).total, message);
  else if (/^prefectures\/\d/.test(route)) await heading(page).getByText(prefectureName(pref)).waitFor();
  else assert.notEqual(await heading(page).innerText(), "ページが見つかりません", message);
  assert.equal(await main(page).getByText("使えないため外して表示").count(), 0, `${message} is understood`);
  // The styles have come, wherever they lie as seen from such an address.
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), "0px", message);
}

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`whatever was made of an address below ${base} shows what was meant, and becomes it`, async ({ page, url }) => {
      for (const [path, meant] of SENT) {
        const steps = await page.evaluate(() => history.length);
        const response = await page.goto(url(path));
        assert.equal(response.status(), 200, path);
        await shows(page, meant, path);
        await eventuallyEqual(() => page.url(), url(meant), path);
        assert.ok((await page.evaluate(() => history.length)) <= steps + 1, `${path}: one step`);
      }
      await menu(page).getByRole("link", { name: "よくある質問" }).click();
      await eventuallyEqual(() => page.url(), url("faq/"));
    });

    test(`below ${base} an address that the server does not have shows what was meant, too`, async ({ page, open, url, expectProblem }) => {
      expectProblem(/status of 404/);
      for (const [path, meant] of NOT_SENT) {
        const response = await open(path);
        assert.equal(response.status(), 404, path);
        await shows(page, meant, path);
        assert.equal(page.url(), url(meant), path);
      }
      await open("nothing/?utm_source=x&fbclid=1");
      await heading(page).getByText("ページが見つかりません").waitFor();
      assert.equal(page.url(), url("nothing/"));
    });
  });
}

test("who goes back before the program runs is on the page that went before", async ({ page, open, url, expectProblem }) => {
  expectProblem(/status of 404/);
  await open("nothing/at/all/");
  await menu(page).getByRole("link", { name: "事例一覧" }).click();
  await expectCount(page, stats().total);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await heading(page).getByText("事例一覧").waitFor();
  await page.evaluate(() => history.back());
  await eventuallyEqual(() => page.url(), url("nothing/at/all/"));
  release();
  await heading(page).getByText("ページが見つかりません").waitFor();
  assert.equal(page.url(), url("nothing/at/all/"));
});

test("a server that minds no capitals sends pages that know which they are", async ({ page, odd }) => {
  const host = await odd({ base: "/Tools/Dash/", folds: true });
  const ADDRESSES = [
    [`CASES/?pref=${pref}`, `cases/?pref=${pref}`],
    [`Cases/Index.HTML?PREF=${pref}&utm_source=x`, `cases/?pref=${pref}`],
    [`PREFECTURES/${pref}/`, `prefectures/${pref}/`],
    [`Systems/${system.toUpperCase()}/`, `systems/${system}/`],
    ["FAQ", "faq/"],
    ["INDEX.HTML", ""],
  ];
  for (const [path, meant] of ADDRESSES) {
    assert.equal((await page.goto(host.url + path)).status(), 200, path);
    await shows(page, meant, path);
    assert.equal(page.url(), host.url + meant, path);
  }
  // The folders above keep the letters with which they were asked for.
  await page.goto(`${host.origin}/tools/DASH/cases/?pref=${pref}`);
  await shows(page, `cases/?pref=${pref}`, "the base in other letters");
  await menu(page).getByRole("link", { name: "よくある質問" }).click();
  await eventuallyEqual(() => page.url(), `${host.origin}/tools/DASH/faq/`);
});

test("with a copy of the site on the device, too", async ({ browser }) => {
  const host = await startOdd({ base: "/Tools/Dash/", folds: true });
  const context = await browser.newContext({ serviceWorkers: "allow" });
  const page = await context.newPage();
  await page.goto(host.url);
  await untilApp(page);
  await kept(page);
  for (const [path, meant] of [
    [`CASES/?pref=${pref}&utm_source=x`, `cases/?pref=${pref}`],
    [`cases/index.html?pref=${pref}`, `cases/?pref=${pref}`],
    [`cases//?pref=${pref}&gclid=1`, `cases/?pref=${pref}`],
    [`PREFECTURES/${pref}/`, `prefectures/${pref}/`],
    [`cases/%3Fpref=${pref}`, `cases/?pref=${pref}`],
  ]) {
    await page.goto(host.url + path);
    await shows(page, meant, path);
    await eventuallyEqual(() => page.url(), host.url + meant, path);
  }
  await context.close();
  await host.close();
});

test("in an archive the pages keep the addresses at which it has them", async ({ page, odd }) => {
  const host = await odd({ base: "/web/20270101000000/https://town.example/dash/" });
  for (const [path, meant] of [
    [`cases/index.html?pref=${pref}&utm_source=x`, `cases/?pref=${pref}`],
    [`prefectures/${pref}/index.html`, `prefectures/${pref}/`],
    ["index.html", ""],
    [`cases/?pref=${pref}`, `cases/?pref=${pref}`],
  ]) {
    await page.goto(host.url + path);
    await shows(page, meant, path);
    assert.equal(page.url(), host.url + path, path);
  }
  await menu(page).getByRole("link", { name: "よくある質問" }).click();
  await eventuallyEqual(() => page.url(), `${host.url}faq/`);
  await page.goBack();
  await expectCount(page, stats(`pref=${pref}`).total);
});

test("a server that sends its first page for whatever is not there has not said which page that is", async ({ page, odd }) => {
  const host = await odd({ missing: "index.html", status: 200 });
  await page.goto(`${host.url}nothing?utm_source=x`);
  await untilApp(page);
  assert.equal(await heading(page).innerText(), "ページが見つかりません");
  assert.equal(page.url(), `${host.url}nothing`);
});

test("what a page was sent with says its name, and only where a server sent it", async ({ url }) => {
  const text = async (path) => (await fetch(url(path))).text();
  for (const path of ["", "cases/", `prefectures/${pref}/`]) assert.match(await text(path), new RegExp(`<base href="[./]+" data-page="${path}"`));
  for (const path of ["nothing", "shell.html"]) assert.doesNotMatch(await text(path), /data-page="/);
});
