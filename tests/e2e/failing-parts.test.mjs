// A part that fails leaves the rest of the page; a program that cannot start leaves words to read.
import assert from "node:assert/strict";
import { eventually, untilApp } from "./support/browser.mjs";
import { caseById, cases, count, publishedFile, shards, stats, yearOfData } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main, results, rows } from "./support/parts.mjs";
import { isPlotted } from "./support/pictures.mjs";
import { named } from "./support/samples.mjs";

const missing = (route) => route.fulfill({ status: 404 });
const alert = (page) => main(page).getByRole("alert");
const again = (scope) => scope.getByRole("button", { name: "もう一度読み込む" });
const region = (page, name) => main(page).getByRole("region", { name, exact: true });
const MUNICIPALITIES = `**/data/${publishedFile("municipalities")}`;
const number = shards.findIndex((ids) => ids.includes(named));
const SHARD = `**/data/${publishedFile(`details-${String(number).padStart(3, "0")}`)}`;

test("without its texts a case still shows its facts, and trying again brings them", { tag: "@smoke" }, async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await page.route(SHARD, missing);
  await open(`cases/${named}/`);
  assert.equal(await heading(page).innerText(), caseById(named).title);
  await alert(page).getByText("この部分のデータを読み込めませんでした").waitFor();
  for (const name of ["だれが・何を", "費用と負担", "参加自治体の人口と職員数"]) await region(page, name).first().waitFor();
  await page.unroute(SHARD);
  await again(alert(page)).click();
  await region(page, "出典").getByRole("link").first().waitFor();
  assert.equal(await alert(page).count(), 0);
});

test("without the municipalities a case still shows everything else", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await page.route(MUNICIPALITIES, missing);
  await open(`cases/${named}/`);
  await alert(page).getByText("この部分のデータを読み込めませんでした").waitFor();
  await region(page, "出典").getByRole("link").first().waitFor();
  await page.unroute(MUNICIPALITIES);
  await again(alert(page)).click();
  await region(page, "参加自治体の人口と職員数").getByRole("table").waitFor();
  assert.equal(await alert(page).count(), 0);
});

test("without the texts a search still searches the rest and says what is lacking", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await page.route(SHARD, missing);
  const query = `q=${encodeURIComponent("電子申請")}`;
  await open(`cases/?${query}`);
  await alert(page).getByText("この部分のデータを読み込めませんでした").waitFor();
  await results(page).getByRole("heading", { level: 3 }).first().waitFor();
  await page.unroute(SHARD);
  await again(alert(page)).click();
  await expectCount(page, stats(query).total);
  assert.equal(await alert(page).count(), 0);
});

test("without ECharts the chart's place says so, the table opens, and trying again draws", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  const script = /\/echarts\/[^/]*echarts[^/]*\.js$/;
  await page.route(script, missing);
  await open();
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img") });
  await card.scrollIntoViewIfNeeded();
  await card.getByText("図を表示できません。同じ数値を下の表でご覧ください。").waitFor();
  const years = Object.entries(stats().by_year).map(([year, number]) => [yearOfData(year), count(number)]);
  assert.deepEqual(await rows(card.getByRole("table")), years);
  await page.unroute(script);
  await again(card).click();
  await isPlotted(card);
  await eventually(async () => assert.equal(await card.getByText(/図を表示できません/).count(), 0));
});

/** Finds the page that was sent, with the notice about the program. */
const shell = (page) => page.locator("#app-shell");
const notice = (page) => shell(page).getByRole("region", { name: "読み込みの状況" });

test("a program that does not arrive is named, and trying again starts it", { tag: "@smoke" }, async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  expectProblem(/HTTP 404/);
  await page.route("**/*.wasm", missing);
  await open("cases/", { state: "failed" });
  await shell(page).getByText("プログラムを読み込めませんでした").waitFor();
  await notice(page).getByRole("link", { name: "データの目録（JSON）" }).waitFor();
  await page.unroute("**/*.wasm");
  await again(shell(page)).click();
  await untilApp(page);
  await expectCount(page, stats().total);
});

test("a program that is cut on its way is named", async ({ page, open, expectProblem }) => {
  expectProblem(/console error/);
  await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm" }));
  await open("", { state: "failed" });
  await shell(page).getByText("プログラムを読み込めませんでした").waitFor();
  assert.ok(await again(shell(page)).isVisible());
});

test("a missing script of the program is named", async ({ page, open, expectProblem }) => {
  expectProblem(/console error/);
  await page.route(/\/app-[^/]*\.js$/, missing);
  await open("", { state: "failed" });
  await shell(page).getByText("プログラムを読み込めませんでした").waitFor();
});

test("a browser without WebAssembly reads what to do", async ({ page, open, expectProblem }) => {
  expectProblem(/no WebAssembly/);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await open(`cases/${cases[0].id}/`, { state: "failed" });
  await shell(page).getByText("お使いのブラウザーでは、このサイトに必要な機能（WebAssembly）が使えません").waitFor();
  await shell(page).getByRole("heading", { name: "ページのすべては表示できませんでした" }).waitFor();
});

test("a browser that does not understand the program is told which ones do", async ({ page, open, expectProblem }) => {
  expectProblem(/CompileError/);
  await page.addInitScript(() => {
    WebAssembly.compileStreaming = () => Promise.reject(new WebAssembly.CompileError("unknown byte"));
  });
  await open("about/", { state: "failed" });
  await shell(page).getByText("Safari 15.1 より前の版では動きません").waitFor();
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  test("a browser without JavaScript reads what to do and finds the data", async ({ page, url }) => {
    await page.goto(url(`cases/${cases[0].id}/`));
    await shell(page).getByRole("heading", { name: "JavaScript を有効にしてください" }).waitFor();
    await shell(page).getByRole("heading", { level: 1 }).waitFor();
    const link = notice(page).getByRole("link", { name: "データの目録（JSON）" });
    assert.equal(await link.evaluate((it) => it.href), url("data/catalog.json"));
    await link.click();
    await page.getByText('"schema_version"').first().waitFor();
  });
});
