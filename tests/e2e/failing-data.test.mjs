// Data that cannot be had or read: each time a page that says why, and a way to try again.
import assert from "node:assert/strict";
import { untilApp } from "./support/browser.mjs";
import { catalog, count, publishedFile, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";

const CATALOG = "**/data/catalog.json";
const CASES = `**/data/${publishedFile("cases")}`;
const again = (page) => main(page).getByRole("button", { name: "もう一度読み込む" });
const json = (body) => (route) => route.fulfill({ contentType: "application/json", body });

/** Changes one letter, so that the file is as long as before. */
async function changed(route) {
  const response = await route.fetch();
  await route.fulfill({ response, body: (await response.text()).replace("総務", "總務").replace("a", "b") });
}

const FAULTS = [
  ["the catalog is not there", CATALOG, (route) => route.fulfill({ status: 404 }), "データのファイルがサーバーにありません", /status of 404/],
  ["the server fails", CATALOG, (route) => route.fulfill({ status: 500 }), "サーバーがデータを返せませんでした（HTTP 500）", /status of 500/],
  ["the connection breaks", CATALOG, (route) => route.abort("connectionreset"), "サーバーに接続できませんでした", /ERR_CONNECTION_RESET/],
  ["a page comes instead of data", CATALOG, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Sign in</title>" }), "データの形が正しくありません"],
  ["the catalog is cut", CATALOG, json('{"schema_version": 1, "default": "2026'), "データの形が正しくありません"],
  ["the catalog is of a newer format", CATALOG, json(`{"schema_version": ${catalog.schema_version + 1}, "later": true}`), "データが新しい形式で公開されています"],
  ["the cases are not there", CASES, (route) => route.fulfill({ status: 404 }), "データのファイルがサーバーにありません", /status of 404/],
  ["the cases are not what the catalog promises", CASES, changed, "データの内容が目録と一致しません"],
  ["the terms are cut off", `**/data/${publishedFile("terms")}`, json("{"), "データの内容が目録と一致しません"],
  ["the prefectures do not come", `**/data/${publishedFile("prefectures")}`, (route) => route.abort("failed"), "サーバーに接続できませんでした", /ERR_FAILED/],
];

for (const [name, file, fault, text, announced] of FAULTS) {
  test(`${name}: the page says so, and trying again helps without a reload`, async ({ page, open, expectProblem }) => {
    if (announced) expectProblem(announced);
    await page.route(file, fault);
    await open("cases/?domain=services", { state: "failed" });
    assert.equal(await heading(page).innerText(), "データを表示できませんでした");
    assert.match(await page.title(), /^データを表示できませんでした/);
    assert.ok((await main(page).getByRole("alert").innerText()).startsWith(text));
    await main(page).getByText("技術的な情報").click();
    await main(page).getByText(/data\/|\.json/).first().waitFor();
    assert.ok(await page.getByRole("navigation", { name: "メインメニュー" }).isVisible(), "the frame is there");

    // Trying while it still fails asks the server again, says that it was in vain, and leaves the page as
    // it is: whoever pressed the button is still on it.
    await again(page).click();
    await main(page).getByRole("status").getByText("もう一度試しましたが、読み込めませんでした（2回目）。").waitFor();
    assert.equal(await heading(page).innerText(), "データを表示できませんでした");
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, "もう一度読み込む", "the focus stays on the button");
    await page.evaluate(() => (window.sameDocument = true));
    await page.unroute(file, fault);
    await again(page).click();
    await untilApp(page);
    await expectCount(page, stats("domain=services").total);
    assert.equal(await page.evaluate(() => window.sameDocument), true, "without a reload");
    assert.doesNotMatch(await page.title(), /表示できません/);
  });
}

test("a case asked for while the data fails is there after trying again", { tag: "@smoke" }, async ({ page, open, expectProblem }) => {
  expectProblem(/status of 503/);
  await page.route(CATALOG, (route) => route.fulfill({ status: 503 }), { times: 1 });
  await open("", { state: "failed" });
  await again(page).click();
  await untilApp(page);
  await heading(page).getByText(count(stats().total)).waitFor();
});

test("an unknown snapshot is named, and the reader can go on with the standard one", async ({ page, open }) => {
  await open("cases/?snapshot=2020-01-01", { state: "failed" });
  assert.ok((await main(page).getByRole("alert").innerText()).startsWith("データ版「2020-01-01」は公開されていません"));
  // Whoever does not know what an address is needs something to click.
  await main(page).getByRole("link", { name: /標準のデータ版/ }).click();
  await untilApp(page);
  await expectCount(page, stats().total);
});

test("the standard snapshot can be asked for by its id", async ({ page, open }) => {
  const { snapshot } = stats();
  await open(`cases/?domain=tools&snapshot=${snapshot}`);
  await expectCount(page, stats("domain=tools").total);
  await page.getByRole("navigation", { name: "メインメニュー" }).getByRole("link", { name: "概要" }).click();
  await heading(page).getByText(count(stats().total)).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("snapshot"), snapshot, "the menu keeps the snapshot");
});

test("while the data is on its way the page says so", async ({ page, url }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(CASES, async (route) => (await held, route.continue()));
  await page.goto(url("cases/"), { waitUntil: "commit" });
  await page.getByRole("status").getByText(/読み込んでいます/).first().waitFor();
  await page.getByRole("progressbar").first().waitFor();
  release();
  await untilApp(page);
  await expectCount(page, stats().total);
});
