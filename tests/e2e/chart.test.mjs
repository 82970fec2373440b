// The chart: fetched late, drawn as a picture that can be read, never without its table.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { stats } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { heading, main } from "./support/parts.mjs";
import { isPlotted } from "./support/pictures.mjs";

const card = (page) => main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
const picture = (page) => card(page).getByRole("img", { name: /棒グラフ/ });
const drawing = (page) => picture(page).locator("svg");

for (const base of BASES) {
  test.describe(() => {
    test.use({ base, viewport: { width: 1000, height: 600 } });

    test(`ECharts is fetched only when a chart comes near below ${base}`, async ({ page, open }) => {
      const scripts = [];
      page.on("request", (request) => /echarts/.test(request.url()) && scripts.push(request.url()));
      await open();
      // Far enough above the chart: without the page below there is nothing to come near.
      assert.ok((await card(page).boundingBox()).y > 1200, "the chart is far below the window");
      await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
      assert.deepEqual(scripts, []);
      await card(page).scrollIntoViewIfNeeded();
      await drawing(page).waitFor();
      assert.equal(scripts.length, 1);
      assert.match(scripts[0], /\/echarts[^/]*\.js$/);
    });
  });
}

test("the chart is drawn with a name, and its table has the same rows", { tag: "@smoke" }, async ({ page, open }) => {
  await open("#years");
  await drawing(page).waitFor();
  const years = Object.keys(stats().by_year);
  const name = await picture(page).getAttribute("aria-label");
  assert.ok(name.includes(years[0]) && name.includes(years.at(-1)), name);
  await card(page).getByText("表で見る", { exact: true }).click();
  const rows = await card(page).getByRole("table").getByRole("row").allInnerTexts();
  const numbers = rows.slice(1).map((row) => Number(row.match(/([\d,]+)件/)[1]));
  assert.deepEqual(numbers, Object.values(stats().by_year));
  // Each column has its number on top.
  const labels = (await drawing(page).locator("text").allTextContents()).filter((text) => /^\d{1,3}$/.test(text.trim()));
  for (const number of new Set(numbers)) {
    const drawn = labels.filter((label) => Number(label) === number).length;
    assert.ok(drawn >= numbers.filter((it) => it === number).length, `${number} is drawn for each year that has it`);
  }
});

test("pointing at a column tells its year and number, and Escape hides that", async ({ page, open }) => {
  await open("#years");
  await drawing(page).waitFor();
  const [year, number] = Object.entries(stats().by_year).reduce((most, it) => (it[1] > most[1] ? it : most));
  const texts = () => drawing(page).locator("text").allTextContents();
  const told = async () => (await texts()).join(" ").includes(`${year}年：${number}件`);
  assert.ok(!(await told()));
  // The tallest column: look for the point that shows its tooltip from left to right.
  const box = await picture(page).boundingBox();
  for (let x = box.x + 20; x < box.x + box.width && !(await told()); x += 6) await page.mouse.move(x, box.y + box.height - 60);
  await eventually(async () => assert.ok(await told()));
  await page.keyboard.press("Escape");
  await eventuallyEqual(told, false);
});

test("the chart follows the width of the window", async ({ page, open }) => {
  await open("#years");
  await drawing(page).waitFor();
  const excess = async () => Math.abs((await drawing(page).boundingBox()).width - (await picture(page).boundingBox()).width);
  const wide = (await drawing(page).boundingBox()).width;
  await page.setViewportSize({ width: 400, height: 800 });
  await eventually(async () => assert.ok((await drawing(page).boundingBox()).width < wide && (await excess()) < 2));
});

test("leaving the page ends the chart, and coming back draws it again", async ({ page, open }) => {
  await open("#years");
  await drawing(page).waitFor();
  await page.evaluate(() => (window.left = document.querySelector("[_echarts_instance_]")));
  await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
  await heading(page).getByText("事例一覧").waitFor();
  assert.equal(await page.evaluate(() => window.echarts.getInstanceByDom(window.left) ?? null), null, "disposed of");
  await page.setViewportSize({ width: 700, height: 700 });
  await page.keyboard.press("Escape");
  await page.goBack();
  await picture(page).scrollIntoViewIfNeeded();
  await isPlotted(picture(page));
});

test("leaving before the chart has come breaks nothing", async ({ page, open }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\/echarts\//, async (route) => (await held, route.continue()));
  await open();
  const asked = page.waitForRequest(/\/echarts\//);
  await card(page).scrollIntoViewIfNeeded();
  await asked;
  await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
  await heading(page).getByText("事例一覧").waitFor();
  release();
  await page.waitForFunction(() => window.echarts);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
  assert.equal(await main(page).locator("svg").count(), 0);
});
