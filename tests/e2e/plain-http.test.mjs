// Over plain http, as intranets speak it, browsers give a page less: no checksums by the browser, no clipboard
// interface, no storage of answers, no worker between page and network. The site needs none of them.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { TOWN, untilApp } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { caseById, count, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, firstCsv, heading, main, region, results } from "./support/parts.mjs";
import { readPng } from "./support/pictures.mjs";
import { manyOfSystem, named } from "./support/samples.mjs";
import { look } from "./support/walk.mjs";

test.use({ hostname: TOWN });

/** Reads the clipboard as a program that pastes sees it. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "paste-here";
    field.addEventListener("paste", (event) => {
      globalThis.pasted = { text: event.clipboardData.getData("text/plain"), html: event.clipboardData.getData("text/html") };
    });
    document.body.prepend(field);
  });
  await page.locator("#paste-here").press("Control+V");
  return page.evaluate(() => globalThis.pasted);
}

test("the name is one that browsers do not trust", async ({ page, open }) => {
  await open();
  const has = await page.evaluate(() => [isSecureContext, !!crypto.subtle, !!navigator.clipboard, !!globalThis.caches, !!navigator.serviceWorker]);
  assert.deepEqual(has, [false, false, false, false, false]);
});

for (const path of ["", "cases/", `cases/${named}/`, `systems/${manyOfSystem}/`, "prefectures/", "data/"]) {
  test(`/${path} works`, async ({ page, open }) => {
    await open(path);
    await look(page, path);
    assert.equal(await main(page).getByRole("alert").count(), 0);
    if (path === "") await heading(page).getByText(count(stats().total)).waitFor();
    if (path === "cases/") await expectCount(page, stats().total);
    if (path.includes(named)) await region(page, "出典").getByRole("link").first().waitFor();
  });
}

test("from page to page, back and at an address that is not there", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await open();
  await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
  await expectCount(page, stats().total);
  await page.goBack();
  await heading(page).getByText(count(stats().total)).waitFor();
  await open("nothing/here/");
  await heading(page).waitFor();
  await untilApp(page);
});

test("a table is copied, rich and plain", async ({ page, open }) => {
  await open("cases/?pref=31&view=table");
  await results(page).getByRole("button", { name: "庁内資料に貼る" }).click();
  await results(page).getByText("コピーしました").waitFor();
  const { text, html } = await pasted(page);
  const titles = answerTo("pref=31").map((it) => it.title);
  const lines = text.split(/\r?\n/).filter((line) => line.includes("\t"));
  assert.deepEqual(lines.slice(1).map((line) => line.split("\t")[0]), titles);
  const rows = await page.evaluate((html) => {
    // Its styles are for where it is pasted; here the policy refuses them.
    const parsed = new DOMParser().parseFromString(html.replace(/ style="[^"]*"/g, ""), "text/html");
    return [...parsed.querySelectorAll("tr")].map((row) => row.cells[0].textContent);
  }, html);
  assert.deepEqual(rows.slice(1), titles);
});

test("a link is copied", async ({ page, open, url }) => {
  await open("#years");
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
  await card.getByText("保存・共有", { exact: true }).click();
  await card.getByRole("button", { name: "リンクをコピー" }).click();
  await card.getByText("コピーしました").waitFor();
  assert.equal((await pasted(page)).text, url("#years"));
});

test("tables and pictures are saved", async ({ page, open }) => {
  await open("cases/");
  await expectCount(page, stats().total);
  const [header, ...rows] = parseExcelCsv((await download(page, firstCsv(page))).bytes);
  assert.deepEqual(rows.map((row) => row[header.indexOf("事例番号")]), answerTo("").map((it) => it.id));
  await open(`cases/${named}/`);
  const { bytes } = await download(page, main(page).getByRole("button", { name: "この事例をCSVで保存" }));
  assert.ok(parseExcelCsv(bytes).flat().includes(caseById(named).title));
  await open("#years");
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
  await card.getByText("保存・共有", { exact: true }).click();
  const { bytes: picture } = await download(page, card.getByRole("button", { name: "図をPNGで保存" }));
  const { width, colours } = await readPng(page, picture);
  assert.ok(width === 1600 && colours["#0017c1"] > 10_000, `columns are drawn: ${colours["#0017c1"]} pixels`);
});

test("that nothing is kept on the device is said", async ({ page, open }) => {
  await open("data/");
  await region(page, "オフラインでの閲覧").getByText("端末に保存できません").waitFor();
  await open("cases/");
  assert.equal(await page.locator(".update-bar").textContent(), "");
});
