// One map with several measures: the switch, the address that carries the choice, paper and pages without the program.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";
import { isDrawn, map } from "./support/pictures.mjs";

const PAGE = "systems/core-systems/";
const cases = (page) => main(page).getByRole("article", { name: "都道府県ごとの事例の件数" });
const share = (page) => main(page).getByRole("article", { name: "参加する市区町村の割合" });
const measure = (page, name) => main(page).locator(".measures").getByRole("link", { name, exact: true });

test("a switch shows one map at a time, by keyboard, keeps the focus, and the address carries the choice", { tag: "@smoke" }, async ({ page, open }) => {
  await open(PAGE);
  await cases(page).waitFor();
  assert.equal(await share(page).count(), 0, "one map a page");
  assert.equal(await measure(page, "事例の件数").getAttribute("aria-current"), "true");
  await measure(page, "参加の割合").focus();
  const top = () => measure(page, "参加の割合").evaluate((it) => Math.round(it.getBoundingClientRect().top));
  const before = await top();
  await page.keyboard.press("Enter");
  await share(page).waitFor();
  assert.equal(await cases(page).count(), 0);
  assert.equal(await measure(page, "参加の割合").getAttribute("aria-current"), "true");
  assert.equal(await measure(page, "参加の割合").evaluate((it) => it === document.activeElement), true);
  assert.equal(await top(), before, "nothing moves below the reader");
  await eventuallyEqual(() => main(page).locator(".measures__switch").getByRole("status").innerText(), "参加する市区町村の割合");
  assert.equal(new URL(page.url()).hash, "#reach");
  await isDrawn(map(page, "「住民情報・基幹系クラウド」に参加する市区町村の割合の地図"), "map-japan");
  await share(page).getByRole("columnheader", { name: "数の根拠" }).waitFor();
  // Other parts of the page leave the choice.
  await share(page).getByRole("link", { name: "地図の次へ進む" }).focus();
  await page.keyboard.press("Enter");
  await eventuallyEqual(() => page.evaluate(() => document.activeElement.id), "reach-actions");
  assert.ok(await share(page).isVisible());
  await page.goBack();
  await page.goBack();
  await cases(page).waitFor();
});

test("a link to either measure shows it", async ({ page, open }) => {
  await open(`${PAGE}#reach`);
  await share(page).waitFor();
  await eventually(async () => {
    const top = await share(page).evaluate((it) => it.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 400, `${top}`);
  });
  await page.goto("about:blank");
  await open(`${PAGE}#map`);
  await cases(page).waitFor();
  for (const [id, card] of [["map", cases(page)], ["reach", share(page)]]) {
    await page.goto("about:blank");
    await open(`${PAGE}?embed=${id}`);
    await card.waitFor();
    assert.equal(await main(page).getByRole("article").count(), 1);
  }
});

test("the overview shows the prefectures whose cases have documents as well", async ({ page, open }) => {
  await open("");
  await measure(page, "参考文書あり").click();
  const drawing = map(page, "参考文書がある事例の地図");
  await isDrawn(drawing, "map-japan");
  await eventually(async () => assert.ok((await drawing.locator("text").count()) > 0, "names stand on it too"));
  const card = main(page).locator("#map-documents");
  await card.getByText("表で見る").click();
  const link = card.getByRole("row").getByRole("link").first();
  const count = Number((await link.innerText()).replace("件", ""));
  await link.click();
  await eventuallyEqual(() => new URL(page.url()).searchParams.get("has"), "documents");
  await eventually(async () => assert.match(await main(page).locator("#results").innerText(), new RegExp(`${count}件`)));
});

test("paper holds a map that nobody has come near", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 300 });
  await open("");
  const drawings = main(page).locator(".map__drawing");
  assert.equal(await drawings.count(), 0);
  await page.emulateMedia({ media: "print" });
  await eventuallyEqual(() => drawings.count(), 2);
});

test("paper holds all measures", async ({ page, open }) => {
  await open(PAGE);
  await isDrawn(map(page, "「住民情報・基幹系クラウド」の事例がある都道府県の地図"), "map-japan");
  await page.emulateMedia({ media: "print" });
  for (const id of ["map", "reach"]) assert.ok(await main(page).locator(`#${id} table`).isVisible(), id);
  assert.equal(await measure(page, "参加の割合").isVisible(), false);
});

for (const path of ["", PAGE, "prefectures/31/", "prefectures/46/"]) {
  test(`a map takes its room before its outlines are there: /${path}`, async ({ page, open }) => {
    let send;
    const held = new Promise((resolve) => (send = resolve));
    await page.route(/\/map-[^/]*\.json/, async (route) => {
      await held;
      await route.continue();
    });
    await open(path);
    const frame = main(page).locator(".map__frame").first();
    await frame.locator(".map__shape").waitFor();
    await frame.scrollIntoViewIfNeeded();
    const before = await frame.boundingBox();
    assert.ok(before.height > 100, `${before.height}`);
    send();
    await frame.locator(".map__drawing").waitFor();
    assert.deepEqual(await frame.boundingBox(), before);
    // As wide and as high as the drawing: no empty bands.
    const drawing = await frame.locator(".map__drawing").evaluate((it) => {
      const [{ width, height }, box] = [it.getBoundingClientRect(), it.viewBox.baseVal];
      return { width, height, ratio: box.width / box.height };
    });
    assert.ok(Math.abs(drawing.width / drawing.height - drawing.ratio) < 0.01, JSON.stringify(drawing));
    assert.ok(Math.abs(drawing.width - before.width) < 1 && Math.abs(drawing.height - before.height) < 1);
  });
}

test.describe("without the program", () => {
  test.use({ javaScriptEnabled: false });

  test("both measures are there with their tables", async ({ page, url }) => {
    await page.goto(url(PAGE));
    for (const id of ["map", "reach"]) assert.ok(await page.locator(`#${id} table`).isVisible(), id);
    assert.equal(await page.locator(".measures__switch").isVisible(), false);
  });
});
