// Finding by name: nothing is chosen that a reader has not pointed at, but for the only thing of that whole name.
import assert from "node:assert/strict";
import { violations } from "./support/axe.mjs";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { cases, grouped, municipalities, prefectureName, systems, table } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { compose, confirm, confirmingEnter, confirmingEnterOfSafari } from "./support/input-method.mjs";
import { heading, main } from "./support/parts.mjs";

const field = (page) => main(page).getByRole("combobox", { name: /市区町村名/ });
const list = (page) => main(page).getByRole("listbox", { name: "候補" });
const options = (page) => list(page).getByRole("option");
const active = (page) => list(page).getByRole("option", { selected: true });
const near = (page) => new URL(page.url()).searchParams.get("near");
const shown = (one) => `${one.name}（${prefectureName(one.code.slice(0, 2))}、${grouped(Number(one.population))}人）`;
const named = (name) => municipalities.filter((one) => one.name === name);
const only = (name) => named(name)[0];

/** Types a text and waits for what is offered. */
async function type(page, text) {
  await field(page).fill("");
  await field(page).pressSequentially(text);
  await options(page).first().waitFor();
}

/** Where a place is asked for, with what the address says once one is chosen. */
const PLACES = [
  ["the overview", "", (page, one) => page.url().endsWith(`/municipalities/${one.code}/`)],
  ["the municipalities", "municipalities/", (page, one) => page.url().endsWith(`/municipalities/${one.code}/`)],
  ["the list", "cases/", (page, one) => near(page) === one.code],
  ["the prefectures", "prefectures/", (page, one) => page.url().endsWith(`/prefectures/${one.code.slice(0, 2)}/`)],
];

for (const [name, path, hasChosen] of PLACES) {
  test(`on ${name} Enter takes a municipality that was pointed at, and no other`, { tag: "@smoke" }, async ({ page, open }) => {
    await open(path);
    const before = page.url();
    for (const text of ["いわみ", "府中", "伊達市"]) {
      await type(page, text);
      await page.keyboard.press("Enter");
      await main(page).getByRole("status").filter({ hasText: "候補から選んでください" }).waitFor();
      await page.keyboard.press("Tab");
      assert.equal(await options(page).count(), 0, "Tab closes the list");
      assert.equal(page.url(), before, text);
    }
    await type(page, "いわみ");
    await page.keyboard.press("ArrowDown");
    const town = only("岩美町");
    await eventually(async () => assert.ok((await active(page).innerText()).startsWith(shown(town))));
    await page.keyboard.press("Enter");
    await eventually(() => assert.ok(hasChosen(page, town), page.url()));
  });

  test(`on ${name} Enter that comes before the names waits for them`, async ({ page, open }) => {
    let release;
    const held = new Promise((done) => (release = done));
    await page.route(/\/municipalities[^/]*\.json$/, async (route) => (await held, route.continue()));
    await open(path);
    await field(page).pressSequentially("福島県伊達市");
    await page.keyboard.press("Enter");
    const before = page.url();
    assert.equal(await options(page).count(), 0, "the names are not there");
    release();
    const town = named("伊達市").find((one) => one.prefecture === "福島県");
    await eventually(() => assert.ok(hasChosen(page, town), page.url()));
    assert.notEqual(page.url(), before);
  });

  test(`on ${name} Enter takes the only municipality of a whole name`, async ({ page, open }) => {
    await open(path);
    await type(page, "福島県伊達市");
    await page.keyboard.press("Enter");
    const town = named("伊達市").find((one) => one.prefecture === "福島県");
    await eventually(() => assert.ok(hasChosen(page, town), page.url()));
  });
}

test("the arrow keys go through the list and around, the text keeps the focus", async ({ page, open }) => {
  await open("cases/");
  await type(page, "府中");
  const expected = named("府中市").concat(named("府中町")).sort((a, b) => b.population - a.population).map(shown);
  const texts = await options(page).allInnerTexts();
  assert.deepEqual(texts.slice(0, expected.length), expected, "the larger first");
  assert.equal(await field(page).getAttribute("aria-expanded"), "true");
  assert.equal(await active(page).count(), 0);
  const pointed = async () => {
    assert.ok(await field(page).evaluate((element) => element === document.activeElement));
    const id = await field(page).getAttribute("aria-activedescendant");
    return id === null ? null : page.locator(`[id="${id}"][aria-selected="true"]`).innerText();
  };
  for (const text of [...texts, texts[0]]) {
    await page.keyboard.press("ArrowDown");
    await eventuallyEqual(pointed, text);
  }
  await page.keyboard.press("ArrowUp");
  await eventuallyEqual(pointed, texts.at(-1));
  await page.keyboard.press("Home");
  await eventuallyEqual(pointed, null);
  assert.equal(await field(page).evaluate((element) => element.selectionStart), 0);
  await page.keyboard.press("End");
  assert.equal(await field(page).evaluate((element) => element.selectionStart), 2);
  await page.keyboard.press("Escape");
  await eventuallyEqual(() => list(page).count(), 0);
  assert.equal(await field(page).getAttribute("aria-expanded"), "false");
  assert.equal(await field(page).inputValue(), "府中");
  await page.keyboard.press("ArrowUp");
  await eventuallyEqual(pointed, texts.at(-1));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await eventuallyEqual(() => field(page).inputValue(), "");
  assert.equal(near(page), null);
});

test("all that fit are told and can be reached", async ({ page, open }) => {
  await open("cases/");
  await type(page, "川町");
  const fitting = municipalities.filter((one) => one.name.includes("川町")).length;
  await main(page).getByRole("status").filter({ hasText: `候補 ${fitting}件` }).waitFor();
  const more = list(page).getByRole("option", { name: /^ほか.*件を表示$/ });
  assert.equal(await more.innerText(), `ほか${grouped(fitting - 8)}件を表示`);
  assert.equal(await options(page).count(), 9);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok((await options(page).count()) > 9));
  const ninth = await options(page).nth(8).innerText();
  await eventuallyEqual(() => active(page).innerText(), ninth, "the first of the new ones is pointed at");
  while ((await more.count()) > 0) await more.click();
  await eventuallyEqual(() => options(page).count(), fitting);
  assert.equal(near(page), null, "to show more chooses nothing");
});

test("a ward finds its city and says so; a wrong check digit is told", async ({ page, open }) => {
  await open("cases/");
  const { name, city, code } = table("wards").find((it) => it.city === "横浜市");
  const yokohama = only(city);
  await type(page, `${city}${name}`);
  const text = await options(page).first().innerText();
  assert.ok(text.startsWith(`${city}（${name}のある市、`), text);
  await field(page).fill(code.slice(0, 5) + ((Number(code[5]) + 1) % 10));
  await main(page).getByRole("status").filter({ hasText: "検査数字" }).waitFor();
  assert.equal(await options(page).count(), 0);
  await page.keyboard.press("Enter");
  assert.equal(near(page), null);
  await type(page, code);
  await page.keyboard.press("Enter");
  await eventuallyEqual(() => near(page), yokohama.code);
});

test("the overview finds prefectures, system types and cases too", async ({ page, open }) => {
  const [system] = systems.filter((it) => it.slug === "online-application");
  const case_ = cases[0];
  for (const [text, kind, path] of [
    ["鳥取県", "都道府県", "prefectures/31/"],
    [system.name, "システム種別", `systems/${system.slug}/`],
    [case_.title, "事例", `cases/${case_.id}/`],
  ]) {
    await open("");
    await type(page, text);
    const option = options(page).filter({ hasText: text }).first();
    assert.ok((await option.innerText()).endsWith(kind), text);
    await option.click();
    await page.waitForURL((url) => url.pathname.endsWith(path));
    await heading(page).waitFor();
  }
});

test("a conversion of the input method is no search, and its Enter chooses nothing", async ({ page, open }) => {
  await open("cases/");
  await field(page).focus();
  const session = await compose(page, ["い", "いわ", "いわみちょう", "岩美町"]);
  await confirmingEnter(session);
  assert.equal(await field(page).getAttribute("aria-expanded"), "false");
  assert.equal(await options(page).count(), 0);
  await confirm(session, "岩美町");
  await options(page).first().waitFor();
  await confirmingEnterOfSafari(field(page));
  assert.equal(near(page), null);
  await page.keyboard.press("Enter");
  await eventuallyEqual(() => near(page), only("岩美町").code);
});

test("the open list breaks no rule of accessibility, and options are large enough to touch", async ({ page, open }) => {
  for (const [path, text] of [["", "鳥取"], ["cases/", "府中"], ["prefectures/", "府中"]]) {
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await open(path);
      await type(page, text);
      await page.keyboard.press("ArrowDown");
      await active(page).waitFor();
      assert.deepEqual(await violations(page, "light"), [], `${path} at ${width} px`);
      for (const option of await options(page).all()) {
        assert.ok((await option.boundingBox()).height >= 44);
      }
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(excess <= 0, `${path} at ${width} px`);
    }
  }
});

test("the open list moves nothing, so that a click beside it hits what was aimed at", async ({ page, open }) => {
  for (const path of ["", "cases/", "prefectures/"]) {
    await open(path);
    const below = main(page).getByRole("heading", { level: 2 }).last();
    // From the field: to type scrolls there.
    const distance = async () => (await below.boundingBox()).y - (await field(page).boundingBox()).y;
    const before = await distance();
    await type(page, "市");
    assert.equal(await distance(), before, path);
    const [last] = (await options(page).all()).slice(-1);
    await last.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await last.boundingBox();
    const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x, y).closest("[role=option]") !== null, [x + width / 2, y + height / 2]);
    assert.ok(hit, `${path}: nothing lies over the list`);
  }
});
