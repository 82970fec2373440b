// The pages of system types: what they count, and the parts that come with files of their own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, eventuallyEqual, inPage, useBrowser } from "./support/browser.mjs";
import { count, stats, systemName } from "./support/data.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";

useBrowser();

const types = (scope) => Object.keys(stats(scope).by_system).filter((slug) => slug !== "other").length;
/** The types with the most and with the fewest cases. */
const byCases = Object.entries(stats().by_system)
  .filter(([slug]) => slug !== "other")
  .sort(([, a], [, b]) => b - a);
const [most] = byCases[0];
const [few] = byCases.at(-1);

test("the types are counted with a prefecture, and with all in one click", inPage(async ({ page, open, url }) => {
  await open("systems/");
  assert.match(await heading(page).innerText(), new RegExp(`(^|\\D)${types("")}種類`));
  await main(page).getByRole("link", { name: "市町村どうしの事例も含めて数える" }).click();
  await eventually(async () => assert.match(await heading(page).innerText(), new RegExp(`(^|\\D)${types("scope=all")}種類`)));
  assert.equal(page.url(), url("systems/?scope=all"));
  await page.goBack();
  await eventually(async () => assert.match(await heading(page).innerText(), new RegExp(`(^|\\D)${types("")}種類`)));
}));

test("a type's name leads to its page, its number to its cases", inPage(async ({ page, open }) => {
  await open("systems/");
  const row = main(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: systemName(most), exact: true }) }).first();
  await row.getByRole("link", { name: systemName(most), exact: true }).click();
  const { total, by_prefecture } = stats(`system=${most}`);
  const title = `${systemName(most)}：共同調達は${count(total)}、${Object.keys(by_prefecture).length}都道府県で確認`;
  await eventuallyEqual(() => heading(page).innerText(), title);
  await main(page).getByRole("link", { name: `都道府県が関わる事例 ${count(total)}` }).click();
  await expectCount(page, total);
}));

test("the documents of a type come and the page leads to them", inPage(async ({ page, open }) => {
  await open(`systems/${most}/`);
  const documents = main(page).getByRole("region", { name: "参考文書", exact: true });
  await documents.getByRole("rowheader").first().waitFor();
  assert.match(await documents.getByRole("rowheader").first().getByRole("link").getAttribute("href"), /^https?:/);
  await main(page).getByRole("link", { name: "参考文書", exact: true }).click();
  await eventuallyEqual(() => page.evaluate(() => document.activeElement.id), "documents");
}));

test("few cases are shown themselves, without charts", inPage(async ({ page, open }) => {
  await open(`systems/${few}/`);
  const { total } = stats(`system=${few}`);
  const shown = main(page).getByRole("region", { name: `事例：${count(total)}` });
  assert.equal(await shown.getByRole("heading", { level: 3 }).count(), total);
  assert.equal(await main(page).getByRole("figure").count(), 0);
}));

test("a type that does not exist is said", inPage(async ({ page, open, expectProblem }) => {
  expectProblem(/404/);
  await open("systems/no-such-type/");
  await main(page).getByText("no-such-type").first().waitFor();
  await main(page).getByRole("link", { name: "システム種別をすべて見る" }).waitFor();
}));
