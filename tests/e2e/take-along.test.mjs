// What readers take along as text: addresses of a list and a comparison, references to a figure and to the data.
import assert from "node:assert/strict";
import { untilApp } from "./support/browser.mjs";
import { cases, date, snapshot, total } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main, region, results } from "./support/parts.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Presses the button and gives what is copied. */
async function copied(page, within, name) {
  await within.getByRole("button", { name, exact: true }).first().click();
  await within.getByText("コピーしました").first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
/** Today as the browser has it. */
const today = (page) => page.evaluate(() => `${new Date().getFullYear()}年${new Date().getMonth() + 1}月${new Date().getDate()}日`);

test("the link of a list has all its conditions, and shows the same cases to whoever gets it", async ({ page, open }) => {
  await open("cases/?system=&lead=prefecture&has=documents&sort=-introduced&view=table");
  const address = await copied(page, results(page), "リンクをコピー");
  const { searchParams } = new URL(address);
  assert.deepEqual([searchParams.get("lead"), searchParams.get("has"), searchParams.get("view")], ["prefecture", "documents", "table"]);
  await page.goto("about:blank");
  await page.goto(address);
  await untilApp(page);
  await expectCount(page, total("lead=prefecture&has=documents"));
});

test("the link of a comparison leads to the same cases side by side", async ({ page, open }) => {
  const compared = cases.slice(0, 3);
  await open(`compare/?ids=${compared.map((it) => it.id).join(",")}`);
  const address = await copied(page, main(page), "リンクをコピー");
  await page.goto("about:blank");
  await page.goto(address);
  await untilApp(page);
  for (const { title } of compared) await main(page).getByRole("link", { name: title, exact: true }).first().waitFor();
});

test("a figure and the data are referred to with title, site, date, address, day and licence", async ({ page, open }) => {
  await open("?scope=all");
  const years = main(page).locator("#years");
  const title = await years.getByRole("heading").innerText();
  await years.getByText("保存・共有", { exact: true }).click();
  const of_figure = await copied(page, years, "引用のための文をコピー");
  const common = ["自治体システム共同調達ダッシュボード", `${snapshot.id}（${date(snapshot.as_of)}時点）`, snapshot.licence, `（${await today(page)}閲覧）`];
  for (const part of [`「${title}」`, ...common]) assert.ok(of_figure.includes(part), `${part}: ${of_figure}`);
  const [address] = of_figure.match(/https?:\/\/[^（]+/);
  assert.equal(new URL(address).search, `?scope=all&snapshot=${snapshot.id}`);
  assert.equal(new URL(address).hash, "#years");
  await page.goto("about:blank");
  await page.goto(address);
  await untilApp(page);
  await years.getByRole("heading", { name: title, exact: true }).waitFor();

  await open("data/");
  const shown = await region(page, "引用のしかた").locator("pre").innerText();
  assert.equal(await copied(page, region(page, "引用のしかた"), "引用文をコピー"), shown);
  for (const part of [snapshot.title, ...common]) assert.ok(shown.includes(part), `${part}: ${shown}`);
  await page.goto(shown.match(/https?:\/\/[^（]+/)[0]);
  await heading(page).waitFor();
  assert.ok(new URL(page.url()).pathname.endsWith("/data/"));
});
