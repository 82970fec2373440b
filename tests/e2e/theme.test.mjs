// Light and dark: as the system is, or as the reader chose.
import assert from "node:assert/strict";
import { eventuallyEqual } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { download, main } from "./support/parts.mjs";

const [SYSTEM, LIGHT, DARK] = ["自動（端末の設定）", "ライト", "ダーク"];
const group = (page) => page.getByRole("contentinfo").getByRole("group", { name: "表示の色" });
const choice = (page, name) => group(page).getByRole("radio", { name, exact: true });
const attribute = (page) => page.evaluate(() => document.documentElement.getAttribute("data-theme"));
const kept = (page) => page.evaluate(() => localStorage.length && localStorage.getItem("joint-procurement.theme"));
/** Tells how light the page's ground is, from 0 to 255. */
const ground = (page) => page.evaluate(() => Number(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]));
const isDark = async (page) => (await ground(page)) < 64;
/** The colours of the window's frame that hold now. */
const frame = (page) =>
  page.evaluate(() => [...document.querySelectorAll("meta[name=theme-color]")].filter((it) => matchMedia(it.media).matches).map((it) => it.content));

test.describe(() => {
  test.use({ colorScheme: "dark" });

  test("without a choice the page is as the system is, and follows it", async ({ page, open }) => {
    await open();
    assert.equal(await attribute(page), null);
    assert.ok(await choice(page, SYSTEM).isChecked());
    assert.ok(await isDark(page));
    const [dark, ...more] = await frame(page);
    assert.deepEqual(more, []);
    await page.emulateMedia({ colorScheme: "light" });
    assert.ok(!(await isDark(page)));
    assert.notEqual((await frame(page))[0], dark);
  });
});

test("a choice is made by keyboard, holds in the whole site and at the next visit, and can be taken back", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  await choice(page, SYSTEM).focus();
  await page.keyboard.press("ArrowDown");
  assert.ok(await choice(page, LIGHT).isChecked());
  await page.keyboard.press("ArrowDown");
  assert.ok(await choice(page, DARK).isChecked());
  assert.ok(await isDark(page));
  assert.equal((await frame(page)).length, 1);

  await page.getByRole("banner").getByRole("link", { name: "システム種別" }).click();
  await page.waitForURL("**/systems/");
  assert.ok(await isDark(page));

  await page.reload();
  await group(page).waitFor();
  assert.ok((await isDark(page)) && (await choice(page, DARK).isChecked()));
  await open("data/");
  assert.ok(await isDark(page));

  await choice(page, SYSTEM).check();
  assert.ok(!(await isDark(page)));
  assert.equal(await kept(page), 0, "nothing is kept");
  await page.emulateMedia({ colorScheme: "dark" });
  assert.ok(await isDark(page));
  await choice(page, LIGHT).check();
  assert.ok(!(await isDark(page)));
});

test("what was chosen is there before anything is painted, and before the program", async ({ page, open, url }) => {
  await open();
  await choice(page, DARK).check();
  await page.route("**/*.wasm", () => {});
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (!document.documentElement?.hasAttribute("data-theme")) return;
      globalThis.chosenAt = performance.now();
      look.disconnect();
    });
    look.observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(url("systems/"), { waitUntil: "commit" });
  await page.getByText("読み込んでいます…").waitFor();
  await page.waitForFunction(() => performance.getEntriesByType("paint").length > 0);
  const [chosen, painted] = await page.evaluate(() => [globalThis.chosenAt, performance.getEntriesByType("paint")[0].startTime]);
  assert.ok(chosen < painted, `${chosen} < ${painted}`);
  assert.equal(await page.locator("html").getAttribute("data-app"), "loading");
  assert.ok(await isDark(page));
});

test("the not-found page has the chosen colours too", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await open();
  await choice(page, DARK).check();
  await open("nothing/");
  await eventuallyEqual(() => isDark(page), true);
  assert.ok(await choice(page, DARK).isChecked());
});

for (const [name, refuse] of [
  ["there is no storage", () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
  ["the storage keeps nothing", () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ["something else is stored", () => localStorage.setItem("joint-procurement.theme", "\"><b>pink")],
]) {
  test(`where ${name} the choice holds for the visit`, async ({ page, open }) => {
    await page.addInitScript(refuse);
    await open();
    assert.ok(!(await isDark(page)));
    assert.ok(await choice(page, SYSTEM).isChecked());
    await choice(page, DARK).check();
    assert.ok(await isDark(page));
    await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
    await page.waitForURL("**/cases/");
    assert.ok(await isDark(page));
    await page.reload();
    await group(page).waitFor();
    assert.ok(!(await isDark(page)));
  });
}

test("a chart follows the choice at once; its picture and paper stay light", async ({ page, open }) => {
  await open("#years");
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
  await card.locator("svg").waitFor();
  const fills = () => card.locator("svg").evaluate((svg) => {
    const colour = (selector) => getComputedStyle(svg.querySelector(selector)).fill;
    return [colour("path[fill^='#']"), colour("text")];
  });
  const light = await fills();
  await choice(page, DARK).check();
  const dark = await fills();
  assert.ok(light.every((colour, i) => colour !== dark[i]), `${light} / ${dark}`);

  await card.getByText("保存・共有", { exact: true }).click();
  const { bytes } = await download(page, card.getByRole("button", { name: "図をSVGで保存" }));
  assert.match(bytes.toString(), /fill="#ffffff"/);
  assert.match(bytes.toString(), /fill="#0017c1"/);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.ok(!(await isDark(page)));
  assert.deepEqual(await fills(), light);
  assert.ok(!(await group(page).isVisible()));
});

test.describe(() => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test("a finger finds the choices", async ({ page, open }) => {
    await open();
    for (const name of [SYSTEM, LIGHT, DARK]) {
      const box = await group(page).locator("label").filter({ hasText: name }).boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44, `${name}: ${box.width} × ${box.height}`);
    }
  });
});
