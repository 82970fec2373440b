// The list at a glance: what a card says in little room, and a panel that leads to what is there.
import assert from "node:assert/strict";
import { answerTo, things } from "./support/answers.mjs";
import { eventually } from "./support/browser.mjs";
import { count, domains, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { choice, choiceCounts, expectCount, filters, openGroup, resultCount, results, upToDate } from "./support/parts.mjs";

const cards = (page) => results(page).getByRole("listitem").filter({ has: page.getByRole("checkbox") });
const NAMES = ["費用", "文書", "担当", "参加団体名", "仕様書"];

test("a card says in short what is known, its amount, and in one line what is not", { tag: "@smoke" }, async ({ page, open }) => {
  await open("cases/?per=100");
  const asked = answerTo("").slice(0, 100);
  const shown = await cards(page).evaluateAll((all) =>
    all.map((card) => ({
      known: [...card.querySelectorAll(".case-item__known")].map((it) => it.textContent),
      amounts: card.querySelectorAll(".case-item__amount").length,
      missing: [...card.querySelectorAll(".case-item__missing")].map((it) => it.textContent),
    })),
  );
  assert.equal(shown.length, asked.length);
  for (const [place, it] of asked.entries()) {
    const { known, amounts, missing } = shown[place];
    assert.deepEqual(known, NAMES.filter((_, at) => things(it)[at]), it.id);
    assert.equal(amounts, [it.initial_cost_yen, it.annual_cost_yen, it.contract_total_yen].filter((yen) => yen != null).length, it.id);
    for (const [name, value] of [["初期費用", it.initial_cost_yen], ["年間運用費", it.annual_cost_yen]]) {
      assert.equal(missing.some((line) => line.startsWith("公開情報で未確認") && line.includes(name)), value == null, `${it.id}: ${name}`);
    }
  }
});

for (const [width, most] of [[1280, 130], [375, 230]]) {
  test.describe(() => {
    test.use({ viewport: { width, height: 800 } });

    test(`many cases are seen at once, ${width} pixels wide`, async ({ page, open }) => {
      await open("cases/?per=100");
      const heights = await cards(page).evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
      const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
      assert.ok(heights.length > 50 && mean < most, `${mean} pixels on average`);
    });
  });
}

/** The lists of a group: its name → the numbers of cases of its choices, in their order. */
async function lists(page, group) {
  const all = filters(page).getByRole("group", { name: group, exact: true }).getByRole("list");
  const read = await all.evaluateAll((lists) => lists.map((list) => [list.getAttribute("aria-label"), [...list.querySelectorAll("label")].map((it) => it.textContent.trim())]));
  return read.map(([name, labels]) => [name, labels.map((label) => Number(label.match(/([\d,]+)件$/)[1].replaceAll(",", "")))]);
}

test("types stand under their domain, those first that the other conditions leave most cases of", async ({ page, open }) => {
  await open("cases/");
  for (const query of ["", "pref=13"]) {
    if (query) {
      await openGroup(page, "都道府県");
      await choice(page, "都道府県", "東京都").check();
      await expectCount(page, stats(query).total);
    }
    await upToDate(page);
    const { by_system } = stats(query);
    await eventually(async () => {
      const parts = await lists(page, "システム種別");
      assert.deepEqual(parts.map(([name]) => name), domains.map(({ name }) => name));
      for (const [name, counts] of parts) {
        assert.ok(counts.length > 2, name);
        assert.deepEqual(counts, [...counts].sort((a, b) => b - a), `${name}: ${query}`);
      }
      const sum = parts.flatMap(([, counts]) => counts).reduce((all, one) => all + one, 0);
      assert.equal(sum, Object.values(by_system).reduce((all, one) => all + one, 0));
    });
  }
});

test("prefectures are not ranked by their cases: only those without any stand last", async ({ page, open }) => {
  await open("cases/?system=online-application");
  await openGroup(page, "都道府県");
  const [[, counts]] = await lists(page, "都道府県");
  const some = counts.filter((it) => it > 0);
  assert.ok(some.length > 3 && some.length < 47);
  assert.deepEqual(counts.map((it) => it > 0), counts.map((_, place) => place < some.length));
  assert.notDeepEqual(some, [...some].sort((a, b) => b - a));
});

test("a long group is searched by letters, from the keyboard, and nothing else changes", async ({ page, open }) => {
  await open("cases/");
  const names = Object.keys(await choiceCounts(page, "システム種別"));
  const group = filters(page).getByRole("group", { name: "システム種別", exact: true });
  const wanted = names.filter((name) => name.includes("電子"));
  assert.ok(wanted.length > 1 && wanted.length < names.length);
  await group.getByRole("searchbox", { name: "「システム種別」の選択肢を探す" }).focus();
  const before = page.url();
  await page.keyboard.insertText("電子");
  await group.getByText(`選択肢${names.length}個のうち${wanted.length}個`, { exact: true }).waitFor();
  await eventually(async () => assert.equal(await group.getByRole("checkbox").count(), wanted.length));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await eventually(async () => assert.match(page.url(), /system=/));
  assert.equal(await group.getByRole("checkbox", { checked: true }).count(), 1);
  assert.equal(before.includes("電子"), false);
  // Three domains are seen at a look.
  assert.equal(await filters(page).getByRole("group", { name: "領域", exact: true }).getByRole("searchbox").count(), 0);
});

test.describe(() => {
  test.use({ viewport: { width: 1280, height: 720 }, whole: false });

  test("beside the list the panel stays in sight, over nothing", async ({ page, open }) => {
    await open("cases/");
    await cards(page).nth(14).scrollIntoViewIfNeeded();
    const panel = await filters(page).getByRole("group", { name: "領域", exact: true }).boundingBox();
    assert.ok(panel.y >= 0 && panel.y + panel.height <= 720, JSON.stringify(panel));
    const list = await results(page).boundingBox();
    assert.ok(panel.x + panel.width <= list.x);
  });
});

test.describe(() => {
  test.use({ viewport: { width: 375, height: 700 }, whole: false });

  test("on a phone the open panel has the way to what was found always in sight", { tag: "@smoke" }, async ({ page, open }) => {
    await open("cases/");
    const summary = page.locator("summary").filter({ hasText: /^絞り込み/ });
    await summary.click();
    await choice(page, "領域", "事業部門").check();
    const { total } = stats("domain=services");
    const show = filters(page).getByRole("button", { name: `${count(total)}を見る` });
    const box = await show.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 700, JSON.stringify(box));
    await show.click();
    await eventually(async () => assert.ok(await results(page).evaluate((it) => it === document.activeElement)));
    assert.ok(!(await filters(page).isVisible()));
    const number = await resultCount(page).boundingBox();
    assert.ok(number.y >= 0 && number.y < 350, JSON.stringify(number));
    assert.equal(new URL(page.url()).search, "?domain=services");
  });
});
