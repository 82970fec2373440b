// Long texts: their parts are listed beside them, the one that is read is marked, tables have the width of the page.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";

const TEXTS = ["about/", "data/", "data/maintainer/", "faq/"];
const contents = (page) => main(page).getByRole("navigation", { name: "このページの内容" });
const parts = (page) => main(page).getByRole("heading", { level: 2 });
const marked = (page) => contents(page).locator("[aria-current]").allInnerTexts();

for (const path of TEXTS) {
  test(`beside /${path} its parts are listed and stay in sight; the one that is read is marked`, async ({ page, open }) => {
    await open(path);
    const headings = await parts(page).allInnerTexts();
    assert.ok(headings.length > 3);
    assert.deepEqual(await contents(page).getByRole("link").allInnerTexts(), headings);
    assert.deepEqual(await marked(page), headings.slice(0, 1));
    const [list, first] = await Promise.all([contents(page), parts(page).first()].map((it) => it.boundingBox()));
    assert.ok(list.x + list.width <= first.x && Math.abs(list.y - first.y) < 80, `beside: ${JSON.stringify([list, first])}`);

    const middle = headings[Math.floor(headings.length / 2)];
    await contents(page).getByRole("link", { name: middle, exact: true }).click();
    await eventually(async () => assert.deepEqual(await marked(page), [middle]));
    const { y } = await parts(page).getByText(middle, { exact: true }).boundingBox();
    assert.ok(y >= 0 && y < 300, `the part is led to: ${y}`);
    const there = await contents(page).boundingBox();
    assert.ok(there.y >= 0 && there.y + there.height <= 800, "the list is in sight");

    await page.keyboard.press("End");
    await eventuallyEqual(() => marked(page), headings.slice(-1));
    await page.keyboard.press("Home");
    await eventuallyEqual(() => marked(page), headings.slice(0, 1));
  });
}

test("on a wide screen tables have the width of the page, and nothing is wider than 1,800 pixels", async ({ page, open }) => {
  for (const width of [1280, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of TEXTS) {
      await open(path);
      const { x, width: room } = await main(page).locator(".blocks").first().boundingBox();
      assert.ok(x >= 0 && room <= 1800 && (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${path} at ${width}`);
      const own = page.locator(".blocks > .section > .blocks > :is(.table-scroller, .facts)");
      for (const table of await own.all()) {
        const box = await table.boundingBox();
        assert.ok(box && box.width > room - 4, `${path} at ${width}: ${box?.width} of ${room}`);
      }
    }
  }
});

test("on a phone and at 320 pixels the list stands above the text, each entry large enough to be pressed", async ({ page, open }) => {
  for (const width of [320, 375]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of TEXTS) {
      await open(path);
      const [list, first] = await Promise.all([contents(page), parts(page).first()].map((it) => it.boundingBox()));
      assert.ok(list.y + list.height <= first.y, path);
      for (const link of await contents(page).getByRole("link").all()) assert.ok((await link.boundingBox()).height >= 24);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${path} at ${width}`);
    }
  }
});

test("in forced colours the mark is a line in the system's colour, and on paper there is no list", async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open("data/");
  const line = (link) => link.evaluate((it) => getComputedStyle(it).borderLeftColor);
  const links = contents(page).getByRole("link");
  assert.notEqual(await line(links.first()), await line(links.nth(1)));
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  assert.ok(!(await contents(page).isVisible()));
});
