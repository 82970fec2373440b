// The matrix of prefectures and system types: its cells are the program's figures, and it is narrowed,
// ordered and saved with the keyboard.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, prefectures, stats, systemName, systems, UNKNOWN } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, main, region, rows, table } from "./support/parts.mjs";
import { STATES, stateCell } from "./support/states.mjs";

const NAME = "都道府県ごと、種別ごとの状況と件数";
const matrix = (page) => table(page, NAME);
const section = (page) => region(page, "都道府県と種別の一覧表");
const shownPrefectures = async (page) => (await rows(matrix(page))).map(([name]) => name);
const heads = async (page) => (await matrix(page).getByRole("columnheader").allInnerTexts()).map((text) => text.trim());

/** Types with two or more cases, in the order of the source: all others are one column. */
const columns = systems.filter(({ slug }) => slug !== "other" && (stats().by_system[slug] ?? 0) > 1);
const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const FOLDED = /^ほか\d+種別$/;

test("every cell says the state and as many cases as the program counts", { tag: "@smoke" }, async ({ page, open }) => {
  await open("prefectures/");
  const names = await heads(page);
  assert.deepEqual([...names.slice(1, -2)].sort(), columns.map(({ name }) => name).sort());
  assert.match(names.at(-2), FOLDED);
  const shown = await rows(matrix(page));
  assert.deepEqual(shown.map(([name]) => name), prefectures.map(({ name }) => name));
  for (const [at, { code, name }] of prefectures.entries()) {
    const expected = names.slice(1, -2).map((type) => stateCell(code, columns.find((it) => it.name === type)));
    assert.deepEqual(shown[at].slice(1, -2), expected, name);
  }
});

test("a number of a cell and of a sentence leads to the list that it counts", async ({ page, open }) => {
  for (const view of ["", "?view=list"]) {
    await open(`prefectures/${view}`);
    const links = section(page).locator('a[href*="cases/?"]');
    const count = await links.count();
    assert.ok(count > 100);
    for (const at of [0, Math.floor(count / 2), count - 1]) {
      await open(`prefectures/${view}`);
      const said = await links.nth(at).innerText();
      await links.nth(at).click();
      await expectCount(page, Number(said.match(/([\d,]+)件/)[1]), said);
    }
  }
});

test("the whole table is in the window, its names and heads too, however far one has read", async ({ page, open }) => {
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await open("prefectures/#matrix");
    const box = await matrix(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, `${width}: ${JSON.stringify(box)}`);
    assert.ok(box.width <= 1800);
    assert.ok((await tooWide(page)) <= 0);
    await matrix(page).getByRole("rowheader", { name: "大阪府" }).scrollIntoViewIfNeeded();
    const head = await matrix(page).getByRole("columnheader", { name: "電子申請", exact: true }).boundingBox();
    assert.ok(head.y >= -1 && head.y < 800, `${width}: the heads are at ${head.y}`);
  }
});

test("a cell under the pointer or with the focus shows its row and its column", async ({ page, open }) => {
  await open("prefectures/");
  const row = matrix(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: "大阪府" }) });
  const cell = row.getByRole("cell").filter({ has: page.getByRole("link") }).first();
  const place = await cell.evaluate((it) => it.cellIndex);
  const head = matrix(page).getByRole("columnheader").nth(place);
  await row.evaluate((it) => it.scrollIntoView({ block: "center" }));
  const pictures = async () => [await head.screenshot(), await row.getByRole("rowheader").screenshot()].map((it) => it.toString("base64"));
  await cell.hover();
  const hovered = await pictures();
  await page.mouse.move(0, 0);
  const plain = await pictures();
  await cell.getByRole("link").first().focus();
  for (const shown of [hovered, await pictures()]) {
    shown.forEach((picture, at) => assert.notEqual(picture, plain[at], at === 0 ? "the head of the column" : "the name of the row"));
  }
  const [name, type] = ["大阪府", (await heads(page))[place]];
  assert.equal(await cell.getAttribute("title"), `${name}・${type}：${(await cell.innerText()).trim().replace(/\n/g, " / ")}`, "the words behind the marks");
});

test("the types that are one column open into one each, and back", async ({ page, open, url }) => {
  await open("prefectures/");
  const few = (await heads(page)).length;
  await matrix(page).getByRole("columnheader", { name: FOLDED }).getByRole("link").click();
  await eventually(async () => assert.ok((await heads(page)).length > few));
  assert.equal(page.url(), url("prefectures/?cols=all"));
  const types = new Set(cases.filter((it) => it.status !== "cancelled").map((it) => it.system_type));
  assert.deepEqual((await heads(page)).slice(1, -1).sort(), [...types].sort());
  await section(page).getByRole("link", { name: "事例の少ない種別を1列にまとめる" }).click();
  await eventuallyEqual(async () => (await heads(page)).length, few);
  assert.equal(page.url(), url("prefectures/"));
});

test("a region, a domain and an order are chosen with the keyboard, and the address tells them", async ({ page, open, url }) => {
  await open("prefectures/");
  const choose = async (label, option) => {
    const select = section(page).getByLabel(label, { exact: true });
    await select.focus();
    const options = await select.locator("option").allInnerTexts();
    const from = await select.evaluate((it) => it.selectedIndex);
    for (let at = from; at < options.indexOf(option); at += 1) await page.keyboard.press("ArrowDown");
    await eventuallyEqual(() => select.evaluate((it) => it.selectedOptions[0].label), option);
    assert.ok(await select.evaluate((it) => it === document.activeElement), `${label} keeps the focus`);
  };
  await choose("地方", "東北");
  const inTohoku = prefectures.filter((it) => it.region === "東北").map((it) => it.name);
  await eventuallyEqual(() => shownPrefectures(page), inTohoku);
  await choose("領域", "ツール");
  const types = systems.filter(({ slug }) => (stats("domain=tools").by_system[slug] ?? 0) > 0).map(({ name }) => name);
  await eventually(async () => {
    const names = (await heads(page)).slice(1, -2);
    assert.ok(names.length > 0);
    assert.deepEqual(names.filter((name) => !types.includes(name)), []);
  });
  const [type] = (await heads(page)).slice(1);
  await choose("並び順", `${type}の状況の順`);
  await eventually(async () => assert.equal(await matrix(page).getByRole("columnheader", { name: type, exact: true }).getAttribute("aria-sort"), "ascending"));
  const order = (await rows(matrix(page))).map((cells) => [...Object.keys(STATES), "市町村どうしのみ", UNKNOWN].indexOf(cells[1].split(" ")[0]));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  const { slug } = systems.find(({ name }) => name === type);
  assert.equal(page.url(), url(`prefectures/?domain=tools&region=tohoku&sort=${slug}`));
  const shown = await rows(matrix(page));
  await page.reload();
  await eventuallyEqual(() => rows(matrix(page)), shown, "the address holds the view");
  assert.equal(await section(page).getByLabel("地方", { exact: true }).evaluate((it) => it.selectedOptions[0].label), "東北");
  await page.goBack();
  await eventuallyEqual(() => shownPrefectures(page), inTohoku);
  await eventuallyEqual(() => section(page).getByLabel("並び順").evaluate((it) => it.selectedOptions[0].label), "都道府県コードの順");
});

test("the file holds the rows that are shown, the last one too", async ({ page, open }) => {
  for (const query of ["", "?region=kinki&sort=gis"]) {
    await open(`prefectures/${query}`);
    const { name, bytes } = await download(page, section(page).getByRole("button", { name: /CSV/ }));
    assert.ok(name.endsWith(".csv"));
    const [header, ...saved] = parseExcelCsv(bytes);
    assert.deepEqual(header, await heads(page));
    const body = await rows(matrix(page));
    const last = await matrix(page).locator("tfoot tr").evaluate((row) => [...row.cells].map((it) => it.innerText.trim()));
    const bare = (cells) => cells.map((text) => text.replace(/^(\d+)(都道府県|種類)$/, "$1"));
    // A line of a cell stands after a stroke in a file.
    assert.deepEqual(saved.map((cells) => cells.map((text) => text.replaceAll(" / ", " "))), [...body, last].map(bare));
  }
});

test("the same as sentences: each names what is known, by state", async ({ page, open }) => {
  await open("prefectures/");
  await section(page).getByRole("link", { name: "文章", exact: true }).click();
  await section(page).getByRole("link", { name: "文章", exact: true, current: true }).waitFor();
  assert.equal(await matrix(page).count(), 0);
  const items = await section(page).locator(".matrix__list > li").allInnerTexts();
  assert.equal(items.length, 47);
  for (const [at, { code, name }] of prefectures.entries()) {
    const types = new Set(["pref", "partner"].flatMap((key) => Object.keys(stats(`${key}=${code}`).by_system)));
    assert.ok(items[at].startsWith(`${name}：確認できた種別は${types.size}種類です。`), items[at]);
    for (const [state, status] of Object.entries(STATES)) {
      const ofState = items[at].split("。").find((it) => it.startsWith(`${state}：`)) ?? "";
      for (const [key, before] of [["pref", ""], ["partner", "参加"]]) {
        for (const [slug, number] of Object.entries(stats(`${key}=${code}&status=${status}`).by_system)) {
          const said = `${systemName(slug)} ${before}${number}件`;
          assert.ok(ofState.includes(said), `${state} ${said}: ${items[at]}`);
        }
      }
    }
  }
});

test.describe(() => {
  test.use({ viewport: { width: 320, height: 700 } });

  test("a phone has the sentences in place of the table, and a window that becomes wide the table", async ({ page, open }) => {
    await open("prefectures/");
    assert.equal(await matrix(page).count(), 0);
    assert.equal(await section(page).locator(".matrix__list > li").count(), 47);
    assert.equal(await section(page).getByRole("link", { name: "文章", exact: true }).count(), 0, "there is nothing to choose");
    assert.ok((await tooWide(page)) <= 0);
    await page.setViewportSize({ width: 1280, height: 700 });
    await matrix(page).waitFor();
    assert.equal(await section(page).locator(".matrix__list > li").count(), 0);
  });
});

test.describe(() => {
  test.use({ viewport: { width: 1024, height: 700 } });

  test("with a column for each type heads and names stay in sight, and only the matrix scrolls", async ({ page, open }) => {
    await open("prefectures/?cols=all");
    const scroller = section(page).getByRole("group", { name: NAME });
    await scroller.evaluate((it) => it.scrollTo(600, 900));
    const corner = await scroller.boundingBox();
    const name = await matrix(page).getByRole("rowheader", { name: "沖縄県" }).boundingBox();
    const head = await matrix(page).getByRole("columnheader", { name: "その他" }).boundingBox();
    assert.ok(Math.abs(name.x - corner.x) < 2, `${name.x} of ${corner.x}`);
    assert.ok(Math.abs(head.y - corner.y) < 2, `${head.y} of ${corner.y}`);
    assert.ok((await tooWide(page)) <= 0);
  });
});

test("what the address cannot mean is told, and the rest is shown", async ({ page, open }) => {
  await open("prefectures/?region=atlantis&view=list");
  await section(page).getByText("region", { exact: false }).first().waitFor();
  assert.equal(await section(page).locator(".matrix__list > li").count(), 47);
});
