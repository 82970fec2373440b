// The page of a prefecture answers first: what others have and it lacks. Its parts are at hand, on paper too.
import assert from "node:assert/strict";
import { eventually } from "./support/browser.mjs";
import { prefectureName } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { main, table } from "./support/parts.mjs";
import { fewOfPrefecture, manyOfPrefecture } from "./support/samples.mjs";

const contents = (page) => page.getByRole("navigation", { name: "このページの内容" });

test("each part is one click away, from anywhere on the page", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(`prefectures/${manyOfPrefecture}/`);
  const names = await contents(page).getByRole("link").allInnerTexts();
  assert.ok(names.includes("市区町村ごとの参加"));
  for (const name of names) {
    const link = contents(page).getByRole("link", { name, exact: true });
    const part = (await link.getAttribute("href")).split("#").at(-1);
    const box = await link.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 800, `${name} is in the window`);
    await link.click();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), part));
    assert.ok(await main(page).locator(`#${part}`).getByRole("heading").first().isVisible(), `${name} is open`);
  }
});

test("what a prefecture lacks is read without scrolling: where it is, what it costs, whom to ask", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const code of [manyOfPrefecture, fewOfPrefecture]) {
    await open(`prefectures/${code}/`);
    const lacking = table(page, `ほかの都道府県で確認でき、${prefectureName(code)}では確認できていない種別`);
    const heads = (await lacking.getByRole("columnheader").allInnerTexts()).map((text) => text.trim().split("\n")[0]);
    assert.deepEqual(heads, ["システム種別", "全国", "近隣で確認", "最新年", "費用・効果", "文書・補助金", "問い合わせ先の分かる事例"]);
    const fourth = await lacking.getByRole("rowheader").nth(3).boundingBox();
    assert.ok(fourth.y + fourth.height <= 800, `${code}: ${fourth.y}`);
    // Two steps: from the page to the case to ask about.
    const ask = lacking.getByRole("row").nth(1).getByRole("link").last();
    await ask.click();
    await page.waitForURL(/\/cases\/[^/?]+\/$/);
  }
});

test("a reader sorts the types by a fact, those behind the line too", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(`prefectures/${manyOfPrefecture}/`);
  const lacking = table(page, `ほかの都道府県で確認でき、${prefectureName(manyOfPrefecture)}では確認できていない種別`);
  const rows = "table:is(:has(#nearby-table-caption), :has(#others-table-caption)) > tbody > tr";
  const column = (place) => main(page).locator(`${rows} > :nth-child(${place})`).allTextContents();
  const years = async () => (await column(4)).map((text) => Number(text.match(/\d{4}/)?.[0] ?? 0));
  const before = await column(1);
  const sort = lacking.getByRole("button", { name: "最新の導入年で並べ替える" });
  await sort.focus();
  await page.keyboard.press("Enter");
  const newest = await years();
  assert.ok(newest.length > 8 && newest.some((year) => year > 0));
  assert.deepEqual(newest, [...newest].sort((a, b) => b - a), "the newest first");
  await main(page).getByRole("status").filter({ hasText: "最新の導入年の降順（大きい順）に並べました。" }).first().waitFor();
  assert.equal(await lacking.getByRole("columnheader", { name: /^最新年/ }).getAttribute("aria-sort"), "descending");
  assert.ok(await sort.evaluate((button) => button === document.activeElement), "the focus stays");
  await sort.click();
  const oldest = await years();
  const known = oldest.filter((year) => year > 0);
  assert.deepEqual(oldest, [...known.sort((a, b) => a - b), ...oldest.filter((year) => year === 0)], "what is not known is last");
  await lacking.getByRole("button", { name: "確認できた都道府県の数で並べ替える" }).click();
  assert.equal(await lacking.getByRole("columnheader", { name: /^最新年/ }).getAttribute("aria-sort"), null);
  assert.deepEqual(await column(1), before, "the order that the page came with");
});

test("of several buttons in one head each shows what it sorts by", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(`prefectures/${manyOfPrefecture}/`);
  const heads = table(page, `ほかの都道府県で確認でき、${prefectureName(manyOfPrefecture)}では確認できていない種別`).getByRole("columnheader");
  const shown = await heads.evaluateAll((all) => all.map((head) => [...head.querySelectorAll("button")].map((it) => [it.innerText.trim(), it.ariaLabel])));
  assert.ok(shown.some((all) => all.length > 1));
  for (const all of shown.filter((all) => all.length > 1)) {
    assert.equal(new Set(all.map(([text]) => text)).size, all.length);
    for (const [text, label] of all) assert.ok(text !== "" && label.includes(text), `${text}: ${label}`);
  }
});

test("on a phone a menu sorts the entries, as the heads do where they are seen", async ({ page, open }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await open(`prefectures/${manyOfPrefecture}/`);
  const lacking = table(page, `ほかの都道府県で確認でき、${prefectureName(manyOfPrefecture)}では確認できていない種別`);
  const names = () => lacking.getByRole("rowheader").allInnerTexts();
  const first = await names();
  const menu = main(page).locator("#nearby").getByRole("combobox", { name: "並べ替え" }).first();
  assert.ok((await menu.boundingBox()).y < (await lacking.boundingBox()).y, "above the entries");
  const values = async () => (await lacking.locator("td[data-name='最新年']").allTextContents()).map((text) => Number(text.match(/\d{4}/)?.[0] ?? 0));
  await menu.selectOption({ label: "最新の導入年の降順（大きい順）" });
  await main(page).getByRole("status").filter({ hasText: "最新の導入年の降順（大きい順）に並べました。" }).first().waitFor();
  const newest = await values();
  assert.deepEqual(newest, [...newest].sort((a, b) => b - a));
  await page.setViewportSize({ width: 1280, height: 800 });
  await eventually(async () => assert.ok(!(await menu.isVisible())));
  const sort = lacking.getByRole("button", { name: "最新の導入年で並べ替える" });
  await sort.click();
  await page.setViewportSize({ width: 375, height: 700 });
  await eventually(async () => assert.equal(await menu.evaluate((it) => it.selectedOptions[0].label), "最新の導入年の昇順（小さい順）"));
  await menu.selectOption({ label: "はじめの順" });
  assert.deepEqual(await names(), first);
});

test("a sentence on each type can be copied, with the address of the page", async ({ page, open }) => {
  await open(`prefectures/${manyOfPrefecture}/`);
  await main(page).getByText("説明に使う文", { exact: true }).click();
  const text = await main(page).locator("#nearby pre").innerText();
  assert.match(text, /・.+は、47都道府県のうち\d+で、都道府県が関わる共同調達を確認でき/);
  assert.ok(text.includes(`/prefectures/${manyOfPrefecture}/`), text.slice(-200));
  await main(page).getByRole("button", { name: "説明に使う文をコピー" }).click();
  await main(page).getByRole("status").filter({ hasText: "コピーしました" }).waitFor();
});

test("from the overview it takes two steps to what the neighbours have and one's prefecture lacks", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open();
  const field = main(page).getByRole("combobox");
  await field.fill(prefectureName(manyOfPrefecture));
  await field.press("Enter");
  await page.waitForURL(new RegExp(`/prefectures/${manyOfPrefecture}/$`));
  const lacking = table(page, `ほかの都道府県で確認でき、${prefectureName(manyOfPrefecture)}では確認できていない種別`);
  await lacking.waitFor();
  const heads = (await lacking.getByRole("columnheader").allInnerTexts()).map((text) => text.trim());
  const nearby = lacking.getByRole("row").locator(`:scope > :nth-child(${heads.indexOf("近隣で確認") + 1})`).getByRole("link");
  const box = await nearby.first().boundingBox();
  assert.ok(box.y + box.height <= 800, `a neighbour is named in the window: ${box.y}`);
});

test("one sheet of paper has what is lacking; else the whole page is printed, with what is closed", async ({ page, open }) => {
  await page.addInitScript(() => (window.print = () => (window.asked = true)));
  const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  for (const code of [manyOfPrefecture, fewOfPrefecture, "47"]) {
    await open(`prefectures/${code}/`);
    await contents(page).getByRole("button", { name: "1枚で印刷" }).click();
    assert.ok(await page.evaluate(() => window.asked));
    assert.equal(pages(await page.pdf({ preferCSSPageSize: true })), 1, `${code} on one sheet`);
    assert.ok(pages(await page.pdf({ preferCSSPageSize: true })) > 1, "the next print has all of it");
  }
  await page.emulateMedia({ media: "print" });
  for (const id of ["nearby", "comparison", "notes", "municipalities"]) {
    assert.ok(await main(page).locator(`#${id}`).isVisible(), `${id} is on paper`);
  }
});
