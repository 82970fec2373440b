// Everything on the way from the overview to a case and back works without a pointer.
import assert from "node:assert/strict";
import { eventually } from "./support/browser.mjs";
import { stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { chips, expectCount, heading, main, results, upToDate } from "./support/parts.mjs";

test.use({ whole: false });

/** Presses Tab until the element has the focus, which must be visible wherever it goes. */
async function tabTo(page, target, { most = 150 } = {}) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      const { width, height } = at.getBoundingClientRect();
      const { outlineStyle, boxShadow } = getComputedStyle(at);
      // A link that covers its card draws the outline around the card; a box may leave it to its label.
      const others = [getComputedStyle(at, "::after"), getComputedStyle(at.closest("label") ?? at)];
      const marked = [outlineStyle, ...others.map((it) => it.outlineStyle)].some((it) => it !== "none") || boxShadow !== "none";
      return { ok: at === document.body || (width > 0 && height > 0 && marked), html: at.outerHTML.slice(0, 120) };
    });
    assert.ok(seen.ok, `the focus is seen on ${seen.html}`);
    if (await target.evaluate((it) => it === document.activeElement)) return;
  }
  assert.fail("not reached by Tab");
}

test("from the overview to a narrowed list, to a case, and back", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  await tabTo(page, main(page).getByRole("link", { name: /^費用が分かる事例（/ }));
  await page.keyboard.press("Enter");
  await expectCount(page, stats("has=costs").total);

  const box = main(page).getByRole("checkbox", { name: /^電子申請\s/ });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  const query = "has=costs&system=online-application";
  await expectCount(page, stats(query).total);
  assert.ok(await box.isChecked());

  const first = results(page).getByRole("heading", { level: 3 }).first().getByRole("link");
  const title = await first.innerText();
  await tabTo(page, first);
  await page.keyboard.press("Enter");
  await heading(page).getByText(title, { exact: true }).waitFor();
  await eventually(async () => assert.ok(await heading(page).evaluate((it) => it === document.activeElement)));

  // The browser's own key for this (Alt and left) does not exist in a browser without a window.
  await page.goBack();
  await expectCount(page, stats(query).total);
  await page.goBack();
  await expectCount(page, stats("has=costs").total);
});

test("a folded group opens with Enter and its choices are reached", async ({ page, open }) => {
  await open("cases/");
  const summary = main(page).getByRole("search").locator("summary").filter({ hasText: /^補助金/ });
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  const box = main(page).getByRole("checkbox", { name: /^利用あり/ });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expectCount(page, stats("subsidy=yes").total);
});

const hasFocus = (target) => target.evaluate((it) => it === document.activeElement);

test("a column is sorted from its head, which keeps the focus", async ({ page, open }) => {
  await open("cases/?view=table");
  const head = results(page).getByRole("columnheader", { name: "事例名" });
  await tabTo(page, head.getByRole("button"), { most: 300 });
  for (const order of ["ascending", "descending"]) {
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(await head.getAttribute("aria-sort"), order));
    await upToDate(page);
    assert.ok(await hasFocus(head.getByRole("button")), order);
  }
});

test("where a condition is taken away the next has the focus, and after the last one the result", async ({ page, open }) => {
  await open("cases/?domain=services&subsidy=unknown&pref=13");
  await tabTo(page, chips(page).getByRole("link").first(), { most: 300 });
  for (const left of [2, 1]) {
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(await chips(page).getByRole("link").count(), left + 1));
    await eventually(async () => assert.ok(await hasFocus(chips(page).getByRole("link").first())));
  }
  await page.keyboard.press("Enter");
  await expectCount(page, stats().total);
  await eventually(async () => assert.ok(await hasFocus(results(page))));
});

test("without a result the way out is followed, and the reader goes on at the result", async ({ page, open }) => {
  await open("cases/?pref=13&system=online-application&year=1990-1991");
  const way = results(page).getByRole("link", { name: /年.*件/ }).last();
  await tabTo(page, way, { most: 300 });
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok(await hasFocus(results(page))));
});

test("order and number of cases are chosen in their menus", async ({ page, open }) => {
  await open("cases/");
  const order = main(page).getByRole("combobox", { name: "並び順" });
  await tabTo(page, order, { most: 300 });
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.equal(await order.locator("option:checked").innerText(), "導入時期の新しい順"));
  await eventually(() => assert.match(page.url(), /sort=-introduced/));
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await eventually(() => assert.match(page.url(), /per=50/));
  assert.ok(await hasFocus(main(page).getByRole("combobox", { name: "表示件数" })));
});

test("one's own municipality is typed and chosen", async ({ page, open }) => {
  await open();
  const box = main(page).getByRole("region", { name: "探す", exact: true });
  await tabTo(page, box.getByRole("combobox"));
  await page.keyboard.type("いわみ");
  await box.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/municipalities\/\d{6}\/$/);
  await heading(page).filter({ hasText: "岩美町" }).waitFor();
  await eventually(async () => assert.ok(await hasFocus(heading(page))));
});
