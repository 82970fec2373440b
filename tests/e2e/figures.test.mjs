// The table of the reader's choice: rows, columns and what is counted are chosen, each number leads to its cases, and
// the same is drawn and saved.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, count, counted, grouped, prefectures, total, yearOfData } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, heading, main, region, results } from "./support/parts.mjs";

const answer = (page) => region(page, "集計の結果");
const figures = (page) => answer(page).getByRole("table");
const menu = (page, label) => main(page).getByLabel(label, { exact: true });
const conditions = (page) => answer(page).getByRole("list", { name: "いまの条件" });
const questions = (page) => main(page).getByRole("navigation", { name: "よくある問い" });
const picture = (page) => answer(page).getByRole("img", { name: /同じ数値を/ });

/** Reads the table: heads, then rows, each as the texts of its cells. */
const texts = (page) =>
  figures(page).locator("tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

/** The cases that a page counts at first: those that a prefecture is involved in, without shared services. */
const SUBSIDY = (it) => (it.subsidy_used == null ? "未確認" : it.subsidy_used ? "利用あり" : "利用なし");
const STATUS = (it) => it.status ?? "現況不明";
const REGION = (it) => prefectures.find(({ code }) => code === it.prefecture_code).region;
const YEAR = (it) => (it.status === "計画" ? "計画段階" : it.introduced ? yearOfData(it.introduced.slice(0, 4)) : "導入年不明");

/** Counts plainly what stands in a table of these properties. */
function expected(rows, columns, some = counted) {
  const of = (row, column) => some.filter((it) => [rows(it), "合計"].includes(row) && [columns(it), "合計"].includes(column)).length;
  return (row, column) => (of(row, column) ? count(of(row, column)) : "－");
}

/** Asserts that each cell of the table has the number of a plain recount. */
function assertCells([heads, ...lines], number) {
  assert.ok(lines.length > 2);
  for (const [row, ...cells] of lines) assert.deepEqual(cells, heads.slice(1).map((column) => number(row, column)), row);
}

test("each number is that of a plain recount", { tag: "@smoke" }, async ({ page, open }) => {
  await open("figures/");
  await heading(page).getByText("集計表").waitFor();
  assertCells(await texts(page), expected(REGION, (it) => it.domain));
  assert.equal((await texts(page)).at(-1).at(-1), count(total()));
  for (const [query, rows, columns] of [
    ["rows=system&columns=subsidy", (it) => it.system_type, SUBSIDY],
    ["rows=year&columns=status", YEAR, STATUS],
  ]) {
    await open(`figures/?${query}`);
    assertCells(await texts(page), expected(rows, columns));
  }
});

test("rows, columns and what is counted are chosen with the keyboard, and the address keeps them", async ({ page, open, url }) => {
  await open("figures/");
  const choose = async (label, option) => {
    await menu(page, label).focus();
    const options = await menu(page, label).locator("option").allInnerTexts();
    const from = await menu(page, label).evaluate((it) => it.selectedIndex);
    const [key, steps] = [options.indexOf(option) > from ? "ArrowDown" : "ArrowUp", Math.abs(options.indexOf(option) - from)];
    for (let at = 0; at < steps; at += 1) await page.keyboard.press(key);
    await eventuallyEqual(() => menu(page, label).evaluate((it) => it.selectedOptions[0].label), option);
    assert.ok(await menu(page, label).evaluate((it) => it === document.activeElement), `${label} keeps the focus`);
  };
  await choose("行", "現況");
  await choose("列", "補助金");
  await eventually(async () => assertCells(await texts(page), expected(STATUS, SUBSIDY)));
  assert.equal(page.url(), url("figures/?rows=status&columns=subsidy"));
  await choose("数えるもの", "延べ参加自治体数");
  const sum = counted.reduce((all, it) => all + (it.participants_count ?? 0), 0);
  await eventually(async () => assert.ok((await texts(page)).at(-1).at(-1).startsWith(`${grouped(sum)}団体`)));
  assert.equal(page.url(), url("figures/?rows=status&columns=subsidy&measure=participants"));
  const shown = await texts(page);
  await page.reload();
  await eventuallyEqual(() => texts(page), shown, "the address holds the view");
  assert.equal(await menu(page, "数えるもの").evaluate((it) => it.selectedOptions[0].label), "延べ参加自治体数");
  await menu(page, "列").selectOption({ label: "なし" });
  await eventuallyEqual(async () => (await texts(page))[0], ["現況", "延べ参加自治体数"]);
  await page.goBack();
  await eventuallyEqual(() => texts(page), shown);
});

test("a number leads to the list of just its cases", async ({ page, open }) => {
  for (const query of ["rows=year&columns=status", "rows=pop&columns=form", "rows=region&measure=costs&scope=all"]) {
    await open(`figures/?${query}`);
    const links = figures(page).locator('a[href*="cases/?"]');
    const number = await links.count();
    for (const at of [0, Math.floor(number / 2), number - 1]) {
      await open(`figures/?${query}`);
      const said = await links.nth(at).innerText();
      await links.nth(at).click();
      await expectCount(page, Number(said.match(/([\d,]+)件/)[1].replaceAll(",", "")), said);
    }
  }
});

test("cases of an unknown year and size are told apart, and are a condition of the list", async ({ page, open }) => {
  await open("figures/?rows=year&columns=none");
  const unknown = counted.filter((it) => YEAR(it) === "導入年不明");
  await figures(page).getByRole("row", { name: /導入年不明/ }).getByRole("link").click();
  await expectCount(page, unknown.length);
  const chips = results(page).getByRole("list", { name: "いまの条件" });
  await chips.getByRole("link", { name: "分からないこと：導入時期" }).click();
  await eventually(async () => assert.equal(await chips.getByText("分からないこと").count(), 0));
});

test("the list and its figures lead to each other with the same conditions", async ({ page, open, url }) => {
  await open("cases/?domain=tools&pref=31,32");
  await results(page).getByRole("link", { name: "この条件で集計する" }).click();
  await heading(page).getByText("集計表").waitFor();
  assert.equal(page.url(), url("figures/?domain=tools&pref=31,32"));
  const number = total("domain=tools&pref=31,32");
  await eventuallyEqual(async () => (await texts(page)).at(-1).at(-1), count(number));
  await conditions(page).getByRole("link", { name: "都道府県：島根県" }).click();
  await eventuallyEqual(async () => (await texts(page)).at(-1).at(-1), count(total("domain=tools&pref=31")));
  assert.equal(page.url(), url("figures/?domain=tools&pref=31"));
  await answer(page).getByRole("link", { name: "条件を変える（事例一覧）" }).click();
  await expectCount(page, total("domain=tools&pref=31"));
});

test("a question that is ready is one click, and is marked", async ({ page, open, url }) => {
  await open("figures/?pref=31,32,33");
  const links = questions(page).getByRole("link");
  assert.equal(await links.count(), 6);
  await links.first().click();
  await eventuallyEqual(() => questions(page).locator("a[aria-current=true]").allInnerTexts(), [await links.first().innerText()]);
  assert.equal(page.url(), url("figures/?rows=system&columns=subsidy&pref=31,32,33"));
  const here = counted.filter((it) => ["31", "32", "33"].includes(it.prefecture_code));
  await eventually(async () => assertCells(await texts(page), expected((it) => it.system_type, SUBSIDY, here)));
});

for (const [name, view] of [["ヒートマップ", "heatmap"], ["棒グラフ", "bars"]]) {
  test(`the same as ${view} is drawn, and the table stays beside it`, async ({ page, open, url }) => {
    await open("figures/?columns=status");
    const shown = await texts(page);
    await main(page).getByRole("link", { name, exact: true }).click();
    await main(page).getByRole("link", { name, exact: true, current: true }).waitFor();
    assert.equal(page.url(), url(`figures/?columns=status&view=${view}`));
    await picture(page).scrollIntoViewIfNeeded();
    await picture(page).locator("svg text").first().waitFor();
    assert.ok((await picture(page).locator('svg path[fill^="#"]').count()) > 8);
    const drawn = (await picture(page).locator("svg text").allTextContents()).join(" ");
    for (const [row] of shown.slice(1, -1)) assert.ok(drawn.includes(row), `${row}: ${drawn}`);
    await answer(page).getByText("表で見る", { exact: true }).click();
    await eventuallyEqual(() => texts(page), shown);
  });
}

test("the file holds what is shown, as bare numbers", async ({ page, open }) => {
  await open("figures/?rows=subsidy&columns=domain");
  const { name, bytes } = await download(page, answer(page).getByRole("button", { name: /CSV/ }));
  assert.match(name, /^補助金と領域ごとの件数.*\.csv$/);
  const bare = (await texts(page)).map((cells) => cells.map((text) => text.replace(/^([\d,]+)件$/, (_, digits) => digits.replaceAll(",", "")).replace("－", "")));
  assert.deepEqual(parseExcelCsv(bytes), bare);
});

test("what the address cannot mean is told, and the rest is shown", async ({ page, open }) => {
  await open("figures/?rows=colour&columns=region&measure=yen");
  await answer(page).getByText("「rows」の値「colour」は使えません。").waitFor();
  await answer(page).getByText("「measure」の値「yen」は使えません。").waitFor();
  await answer(page).getByText("「columns」の値「region」は使えません。").waitFor();
  assert.equal((await texts(page)).at(-1).at(-1), count(total()));
});

test("without any case there is a way out", async ({ page, open, url }) => {
  await open("figures/?rows=status&q=どこにもない言葉");
  await answer(page).getByText(/見つかりませんでした/).waitFor();
  assert.equal(await figures(page).count(), 0);
  await answer(page).getByRole("link", { name: "条件をすべて解除して集計する" }).click();
  await eventuallyEqual(async () => (await texts(page)).at(-1).at(-1), count(total()));
  assert.equal(page.url(), url("figures/?rows=status"));
});

test.describe(() => {
  test.use({ viewport: { width: 375, height: 700 } });

  test("on a phone only the table scrolls sideways", async ({ page, open }) => {
    for (const view of ["table", "heatmap", "bars"]) {
      await open(`figures/?rows=system&columns=year&view=${view}&pref=31`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, view);
    }
    const scroller = answer(page).getByRole("group").filter({ has: page.getByRole("table") }).last();
    await open("figures/?rows=system&columns=year");
    assert.ok(await scroller.evaluate((it) => it.scrollWidth > it.clientWidth));
  });
});
