// Everything on the way from the overview to a case and back works without a pointer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inPage, useBrowser } from "./support/browser.mjs";
import { domains, stats } from "./support/data.mjs";
import { expectCount, heading, main, results } from "./support/parts.mjs";

useBrowser();

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

test("from the overview to a narrowed list, to a case, and back", inPage(async ({ page, open }) => {
  const domain = domains.find((it) => it.slug === "services");
  await open();
  await tabTo(page, main(page).getByRole("heading", { name: domain.name }).getByRole("link"));
  await page.keyboard.press("Enter");
  await expectCount(page, stats("domain=services").total);

  const box = main(page).getByRole("checkbox", { name: /^電子申請\s/ });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  const query = "domain=services&system=online-application";
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
  await expectCount(page, stats("domain=services").total);
}));

test("a folded group opens with Enter and its choices are reached", inPage(async ({ page, open }) => {
  await open("cases/");
  const summary = main(page).getByRole("search").locator("summary").filter({ hasText: /^補助金/ });
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  const box = main(page).getByRole("checkbox", { name: /^利用あり/ });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expectCount(page, stats("subsidy=yes").total);
}));
