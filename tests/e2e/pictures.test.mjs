// Pictures of many cases: each mark leads to what it counts, and few cases have none.
import assert from "node:assert/strict";
import { eventuallyEqual } from "./support/browser.mjs";
import { count, counted, stats, systems } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { heading, main } from "./support/parts.mjs";
import { isPlotted, marks } from "./support/pictures.mjs";

const LEAST = 8;
const card = (page, id) => main(page).locator(`#${id}`);
const ofType = (name) => counted.filter((it) => it.system_type === name);
const dated = (cases) => cases.filter((it) => it.introduced);
const types = systems.filter((it) => it.slug !== "other");
const byDated = [...types].sort((a, b) => dated(ofType(b.name)).length - dated(ofType(a.name)).length);
const most = byDated[0];

async function drawn(page, id) {
  const found = card(page, id);
  await found.scrollIntoViewIfNeeded();
  await isPlotted(found);
  return found;
}

/** Clicks the lowest mark: above all of them are those of the key. */
async function clickMark(page, card) {
  const boxes = [];
  for (const mark of await marks(card).all()) boxes.push(await mark.boundingBox());
  const { x, y, width, height } = boxes.reduce((low, it) => (it.y > low.y ? it : low));
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** The rows of the table behind the picture. */
async function tableRows(card) {
  await card.getByText("表で見る", { exact: true }).click();
  return (await card.getByRole("row").all()).slice(1);
}

test("types are compared year by year, and a column leads to its cases", async ({ page, open }) => {
  await open("systems/");
  const years = await drawn(page, "years-by-system");
  const texts = (await years.locator("svg text").allTextContents()).map((text) => text.trim());
  const confirmed = (it) => dated(ofType(it.name)).filter((it) => it.status !== "計画").length;
  const shown = byDated.filter((it) => texts.includes(it.name));
  assert.ok(shown.length > 1);
  for (const it of types) assert.equal(shown.includes(it), confirmed(it) >= LEAST, it.name);
  const cells = [];
  for (const row of await tableRows(years)) cells.push(await row.getByRole("cell").or(row.getByRole("rowheader")).allInnerTexts());
  assert.equal(cells.length, await marks(years).count(), "a column a row");
  await marks(years).first().click();
  await eventuallyEqual(async () => (await heading(page).innerText()).includes("事例"), true);
  const url = new URL(page.url());
  assert.match(url.pathname, /\/cases\/$/);
  const [type, year, number] = cells[0];
  assert.equal(url.searchParams.get("system"), types.find((it) => it.name === type.trim()).slug);
  assert.equal(url.searchParams.get("year"), `${parseInt(year, 10)}-${parseInt(year, 10)}`);
  await main(page).getByText(number.trim(), { exact: false }).first().waitFor();
});

test("a dot on the line of years is a case, and leads to it", async ({ page, open }) => {
  await open(`systems/${most.slug}/#years`);
  const years = await drawn(page, "years");
  const own = dated(ofType(most.name));
  const titles = [];
  for (const row of await tableRows(years)) titles.push((await row.getByRole("link").innerText()).trim());
  assert.deepEqual([...titles].sort(), own.map((it) => it.title).sort());
  await years.scrollIntoViewIfNeeded();
  await clickMark(page, years);
  await eventuallyEqual(() => new URL(page.url()).pathname.includes("/cases/"), true);
  const title = (await heading(page).innerText()).trim();
  assert.ok(titles.includes(title), title);
});

test("amounts stand beside the size of those who share them, with what is not on the picture", async ({ page, open }) => {
  await open("systems/");
  const costs = await drawn(page, "costs-by-participants");
  const kinds = ["initial_cost_yen", "annual_cost_yen", "contract_total_yen"];
  const exact = (it) => kinds.filter((kind) => Number.isInteger(it[kind]) && it[kind] > 0).length;
  const own = counted.filter((it) => exact(it) && it.participants_count && it.cost_basis !== "予算・計画額");
  const amounts = own.map(exact).reduce((sum, one) => sum + one);
  assert.equal((await tableRows(costs)).length, amounts);
  await costs.getByText(`計${count(counted.length - own.length)}は、この図にありません`).waitFor();
  await clickMark(page, costs);
  await eventuallyEqual(() => new URL(page.url()).pathname.includes("/cases/"), true);
});

test("in the page of another a mark leads out of the frame", async ({ page, open }) => {
  await open(`systems/${most.slug}/?embed=years`);
  const years = await drawn(page, "years");
  const [opened] = await Promise.all([page.waitForEvent("popup"), clickMark(page, years)]);
  assert.match(opened.url(), /\/cases\/[^/]+\/$/);
  assert.match(page.url(), /embed=years/);
});

test("fewer cases than a list shows better have no picture", async ({ page, open }) => {
  for (const it of byDated.filter((it) => dated(ofType(it.name)).length < LEAST).slice(0, 2)) {
    await open(`systems/${it.slug}/`);
    assert.equal(await card(page, "years").count(), 0, it.name);
  }
  const few = byDated.find((it) => ofType(it.name).length > 0 && ofType(it.name).length < LEAST);
  assert.ok(stats(`system=${few.slug}`).total < LEAST);
  await open(`figures/?rows=year&view=bars&system=${few.slug}`);
  await main(page).getByText(`数えられる事例が${count(LEAST)}に満たないので`).waitFor();
  assert.equal(await main(page).getByRole("img", { name: /グラフ/ }).count(), 0);
  assert.ok((await main(page).getByRole("table").count()) > 0);
});
