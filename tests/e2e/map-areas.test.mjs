// The areas of a map: their names where these fit, what they say at the pointer and at the focus, and the lines of the
// lists that stand out with them.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { prefectures } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";
import { isDrawn, map, placeOn } from "./support/pictures.mjs";

const japan = (page) => map(page, "都道府県ごとの事例の地図");
const area = (page, name) => japan(page).getByRole("link", { name: new RegExp(`^${name} `) });
/** The entry of a prefecture in the list beside the map. */
const entry = (page, name) => main(page).locator("#prefectures .groups li").filter({ has: page.getByRole("link", { name, exact: true }) });
const tip = (page) => main(page).locator("#map .map__tip");
/** How a line and an area stand out: by a frame, by the width of a line. */
const framed = (line) => line.evaluate((it) => getComputedStyle(it).outlineStyle !== "none");
const line = (area) => area.locator("path").evaluate((it) => getComputedStyle(it).strokeWidth);

async function pointAt(page, area) {
  await area.evaluate((it) => it.scrollIntoView({ block: "center" }));
  const { x, y } = await placeOn(area);
  await page.mouse.move(x, y);
}

test("an area tells its words at the pointer, which may go to them, until Escape", { tag: "@smoke" }, async ({ page, open }) => {
  await open("");
  await isDrawn(japan(page), "map-japan");
  assert.equal(await japan(page).locator("title").count(), 0, "the browser's own words would come as well");
  for (const name of ["北海道", "岐阜県", "沖縄県"]) {
    await pointAt(page, area(page, name));
    const said = await area(page, name).getAttribute("aria-label");
    await eventuallyEqual(() => tip(page).innerText(), said);
    const { x, y, width, height } = await tip(page).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.move(x + width / 2 + 2, y + height / 2);
    assert.equal(await tip(page).innerText(), said, "the pointer is over it");
    await page.keyboard.press("Escape");
    await tip(page).waitFor({ state: "hidden" });
  }
  await pointAt(page, area(page, "新潟県"));
  await tip(page).waitFor();
  await page.mouse.move(1, 1);
  await tip(page).waitFor({ state: "hidden" });
});

test("the words of an area come with the keyboard too, and leave the window at no width", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open("");
  await isDrawn(japan(page), "map-japan");
  await area(page, "北海道").focus();
  for (const { name } of prefectures) {
    const said = await area(page, name).getAttribute("aria-label");
    await eventuallyEqual(() => tip(page).innerText(), said);
    const { x, y, width, height } = await tip(page).boundingBox();
    assert.ok(x >= 0 && x + width <= 320 && y >= 0 && y + height <= 640, `${said}: ${[x, y, width, height]}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), said);
    await page.keyboard.press("Tab");
  }
  await tip(page).waitFor({ state: "hidden" });
  await area(page, "三重県").focus();
  await tip(page).waitFor();
  await page.keyboard.press("Escape");
  await tip(page).waitFor({ state: "hidden" });
  assert.equal(await area(page, "三重県").evaluate((it) => it === document.activeElement), true);
});

test("an area and its line in the list stand out together, from either side, and by more than a colour", async ({ page, open }) => {
  await open("");
  await isDrawn(japan(page), "map-japan");
  const usual = await line(area(page, "広島県"));
  await pointAt(page, area(page, "広島県"));
  await eventually(async () => assert.ok(await framed(entry(page, "広島県"))));
  assert.ok(!(await framed(entry(page, "岡山県"))));
  await entry(page, "岡山県").hover();
  await eventually(async () => assert.ok(parseFloat(await line(area(page, "岡山県"))) > parseFloat(usual)));
  assert.equal(await line(area(page, "広島県")), usual);
  assert.ok(!(await framed(entry(page, "広島県"))));
  await tip(page).waitFor({ state: "hidden" });
  // By keyboard.
  await page.mouse.move(1, 1);
  await entry(page, "愛媛県").getByRole("link", { name: "愛媛県" }).focus();
  await eventually(async () => assert.ok(parseFloat(await line(area(page, "愛媛県"))) > parseFloat(usual)));
  await area(page, "香川県").focus();
  await eventually(async () => assert.ok(await framed(entry(page, "香川県"))));
  assert.ok(!(await framed(entry(page, "愛媛県"))));
});

test("the municipalities of a prefecture and the rows of their table stand out together", async ({ page, open }) => {
  await open("prefectures/31/");
  const drawing = map(page, "鳥取県の市区町村が参加する事例の地図");
  await isDrawn(drawing, "map-31");
  const card = main(page).locator("#map");
  await card.getByText("表で見る").click();
  const row = card.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "倉吉市", exact: true }) });
  const town = drawing.getByRole("link", { name: /^倉吉市 / });
  await pointAt(page, town);
  await eventually(async () => assert.ok(await framed(row)));
  await page.mouse.move(1, 1);
  await eventually(async () => assert.ok(!(await framed(row))));
  const usual = await line(town);
  await row.hover();
  await eventually(async () => assert.ok(parseFloat(await line(town)) > parseFloat(usual)));
});

/** Runs in the page: each name on a map, its size, and if its corners lie in an area of its own. */
const namesOn = (drawing) => {
  const names = [...drawing.querySelectorAll("text")];
  const boxes = names.map((it) => it.getBoundingClientRect());
  return names.map((it, place) => {
    const { top, bottom, ...sides } = boxes[place].toJSON();
    // The letters are a little narrower than the places that they take.
    const [left, right] = [sides.left + 0.5, sides.right - 0.5];
    const size = parseFloat(getComputedStyle(it).fontSize) * (drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width);
    // The line box is higher than the letters.
    const [middle, half] = [(top + bottom) / 2, size * 0.42];
    const corners = [[left, middle - half], [right, middle - half], [left, middle + half], [right, middle + half]];
    const around = corners.map(([x, y]) => document.elementFromPoint(x, y)?.closest(".map__area")?.getAttribute("aria-label"));
    const crossed = boxes.some((other, at) => at !== place && left < other.right && other.left < right && middle - half < other.bottom && other.top < middle + half);
    return { name: it.textContent, size, around: [...new Set(around)], crossed };
  });
};

for (const width of [320, 375, 768, 1280, 1920]) {
  test(`names stand on a map where they fit into their area, in letters that can be read, at ${width} pixels`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 1000 });
    for (const [path, name, stem, least] of [
      ["", "都道府県ごとの事例の地図", "map-japan", width < 375 ? 0 : width < 700 ? 1 : 3],
      ["prefectures/20/", "長野県の市区町村が参加する事例の地図", "map-20", width < 375 ? 1 : width < 700 ? 5 : 15],
    ]) {
      await open(path);
      const drawing = map(page, name);
      await isDrawn(drawing, stem);
      await drawing.scrollIntoViewIfNeeded();
      await drawing.evaluate((it) => it.scrollIntoView({ block: "center" }));
      await eventually(async () => assert.ok((await drawing.evaluate(namesOn)).length >= least, `${width}: ${path}`));
      for (const { name, size, around, crossed } of await drawing.evaluate(namesOn)) {
        assert.equal(around.length, 1, `${name} reaches out of its area: ${around}`);
        assert.ok(around[0]?.startsWith(name), `${name} stands on ${around[0]}`);
        assert.ok(size >= 10.9 && size <= 12.2, `${name}: ${size} px`);
        assert.ok(!crossed, `${name} lies on another name`);
      }
      assert.equal(await drawing.locator("g[aria-hidden=true] text").count(), await drawing.locator("text").count());
    }
  });
}
