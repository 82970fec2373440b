// Tasks of a browser between pages that the app does too: title, focus, announcement, scroll.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual, untilApp } from "./support/browser.mjs";
import { cases, domains, stats } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { expectCount, heading, listedTitles, main, results } from "./support/parts.mjs";

test.use({ whole: false });

const SITE = "自治体システム共同調達ダッシュボード";
const menu = (page) => page.getByRole("banner").getByRole("navigation");
const scroll = (page) => page.evaluate(() => Math.round(scrollY));
const focused = (page) => page.evaluate(() => document.activeElement?.tagName + "#" + document.activeElement?.id);
const listItem = (page, place) => results(page).getByRole("heading", { level: 3 }).nth(place).getByRole("link");

/** Scrolls and waits until the app has noticed. */
async function scrollTo(page, height) {
  await page.evaluate((top) => new Promise((done) => {
    addEventListener("scroll", () => requestAnimationFrame(done), { once: true });
    scrollTo(0, top);
  }), height);
}

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`each page has its title, its mark in the menu and its address below ${base}`, async ({ page, open, url }) => {
      await open();
      assert.equal(await page.title(), SITE);
      const current = () => menu(page).locator("[aria-current]").evaluateAll((all) => all.map((it) => [it.textContent.trim(), it.getAttribute("aria-current")]));
      assert.deepEqual(await current(), [["概要", "page"]]);
      await menu(page).getByRole("link", { name: "事例一覧" }).click();
      await eventuallyEqual(() => page.title(), `事例一覧 | ${SITE}`);
      assert.equal(page.url(), url("cases/"));
      assert.deepEqual(await current(), [["事例一覧", "page"]]);
      const title = await listItem(page, 2).innerText();
      await listItem(page, 2).click();
      await eventuallyEqual(() => page.title(), `${title} | ${SITE}`);
      assert.deepEqual(await current(), [["事例一覧", "true"]]);
      assert.match(page.url().slice(url().length), /^cases\/[\w-]+\/$/);
      await page.getByRole("navigation", { name: "現在位置" }).getByRole("link", { name: "概要" }).click();
      await eventuallyEqual(() => page.title(), SITE);
      assert.equal(page.url(), url());
    });

    test(`the catalog's link opens the file below ${base}`, async ({ page, open, url }) => {
      await open("cases/");
      await page.getByRole("contentinfo").getByRole("link", { name: "データの目録（JSON）" }).click();
      await page.getByText('"schema_version"').first().waitFor();
      assert.equal(page.url(), url("data/catalog.json"));
    });
  });
}

test("after following a link the heading has the focus and the new page is announced", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  const announcer = page.locator("[data-announcer]");
  assert.equal(await announcer.innerText(), "", "a page that was opened is not announced");
  await menu(page).getByRole("link", { name: "事例一覧" }).click();
  await eventuallyEqual(() => announcer.textContent(), "事例一覧");
  assert.ok(await heading(page).evaluate((it) => it === document.activeElement));
  const title = await listItem(page, 0).innerText();
  await listItem(page, 0).click();
  await eventuallyEqual(() => announcer.textContent(), title);
  assert.ok(await heading(page).evaluate((it) => it === document.activeElement));
  assert.equal(await scroll(page), 0);
  await page.goBack();
  await eventuallyEqual(() => announcer.textContent(), "事例一覧");
});

test("a choice in the list keeps the focus where it is", async ({ page, open }) => {
  await open("cases/");
  const box = main(page).getByRole("checkbox", { name: new RegExp(domains[0].name) });
  await box.focus();
  await page.keyboard.press("Space");
  await expectCount(page, stats(`domain=${domains[0].slug}`).total);
  assert.ok(await box.evaluate((it) => it === document.activeElement));
});

test("back returns to the height that was left, forward and a reload as well", { tag: "@smoke" }, async ({ page, open }) => {
  await open("cases/?per=100");
  await scrollTo(page, 1500);
  const before = await listedTitles(page);
  await listItem(page, 9).evaluate((link) => link.click());
  await heading(page).getByText(before[9]).waitFor();
  // Before that the page is not complete, and scrolls to its top once it is.
  await eventually(async () => assert.ok(await heading(page).evaluate((it) => it === document.activeElement)));
  await eventuallyEqual(() => scroll(page), 0);
  await scrollTo(page, 300);
  await page.goBack();
  await expectCount(page, stats().total);
  await eventuallyEqual(() => scroll(page), 1500);
  await page.goForward();
  await heading(page).getByText(before[9]).waitFor();
  await eventuallyEqual(() => scroll(page), 300);
  await page.goBack();
  await eventuallyEqual(() => scroll(page), 1500);
  await page.reload();
  await untilApp(page);
  await eventuallyEqual(() => scroll(page), 1500);
});

test("back and a reload return to what was read, past parts that were never laid out", async ({ page, open, url }) => {
  await open("prefectures/27/");
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  const footer = page.getByRole("contentinfo");
  const height = async () => Math.round((await footer.boundingBox()).y);
  // The page grows while its end is laid out.
  await eventually(async () => {
    await page.evaluate(() => {
      scrollTo(0, 1_000_000);
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    assert.ok((await height()) < 800);
  });
  const left = await height();
  const isThere = () => eventually(async () => assert.ok(Math.abs((await height()) - left) <= 2, `${await height()}, it was ${left}`));
  await footer.getByRole("link", { name: "よくある質問" }).click();
  await eventuallyEqual(() => page.url(), url("faq/"));
  await page.goBack();
  await heading(page).getByText("大阪府").waitFor();
  await untilApp(page);
  await isThere();
  const after = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.notEqual(after, before, "on the way back the page has its own height, not an estimate");
  await page.reload();
  await untilApp(page);
  await isThere();
});

test("a page that follows a narrowed list has its own title", async ({ page, open }) => {
  await open("cases/?has=costs");
  await eventually(async () => assert.match(await page.title(), /^事例一覧（/));
  await page.getByRole("banner").getByRole("link", { name: "よくある質問" }).click();
  await heading(page).getByText("よくある質問").waitFor();
  await untilApp(page);
  await eventually(async () => assert.match(await page.title(), /^よくある質問/));
  await page.goBack();
  await eventually(async () => assert.match(await page.title(), /^事例一覧（/));
});

test("pages of the list begin at the top", async ({ page, open }) => {
  await open("cases/");
  await main(page).getByRole("link", { name: "次へ" }).click();
  await results(page).getByText(/26～\d+件目を表示/).waitFor();
  await eventuallyEqual(() => scroll(page), 0);
});

test("the skip link moves the focus to the content of the page", async ({ page, open }) => {
  for (const path of ["", "cases/?domain=services", `cases/${cases[0].id}/`]) {
    await open(path);
    const { pathname, search } = new URL(page.url());
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "本文へ移動" });
    assert.ok(await skip.evaluate((it) => it === document.activeElement), "it is the first stop");
    assert.ok((await skip.boundingBox()).y >= 0, "it is seen when focused");
    await page.keyboard.press("Enter");
    await eventuallyEqual(() => focused(page), "MAIN#main");
    assert.deepEqual([new URL(page.url()).pathname, new URL(page.url()).search], [pathname, search]);
  }
});

test("an address with a card's name shows that card", async ({ page, open }) => {
  await open("#years");
  await eventuallyEqual(() => focused(page), "ARTICLE#years");
  const card = await page.locator("#years").boundingBox();
  assert.ok(card.y >= -1 && card.y < 800, `the card is in view: ${card.y}`);
  await open("#nothing-of-that-name");
  await heading(page).waitFor();
});

test("a page opened by its address in a tab that showed another begins at its top", async ({ page, open }) => {
  await open("cases/");
  await scrollTo(page, 1500);
  await open("about/");
  // Fails: the page takes the height at which the first page of the tab was left.
  assert.equal(await scroll(page), 0);
});

test("an address with a card's name, entered over the page that is open, shows that card", async ({ page, open, url }) => {
  await open("faq/");
  await scrollTo(page, 1500);
  await page.goto(url("faq/#similar-size"));
  // Fails: the page goes back to the height at which it was.
  await eventually(async () => {
    const card = await page.locator("#similar-size").boundingBox();
    assert.ok(card.y >= -1 && card.y < 800, `the card is in view: ${card.y}`);
  });
});

test("a click with a modifier, or with the middle button, is the browser's", async ({ page, open, context, url }) => {
  await open();
  const link = menu(page).getByRole("link", { name: "事例一覧" });
  for (const options of [{ modifiers: ["ControlOrMeta"] }, { button: "middle" }]) {
    const [tab] = await Promise.all([context.waitForEvent("page"), link.click(options)]);
    await untilApp(tab);
    await expectCount(tab, stats().total);
    assert.equal(tab.url(), url("cases/"));
    assert.equal(page.url(), url(), "the page itself stays");
    await tab.close();
  }
});

test("clicking the link of the page one is on adds no step", async ({ page, open }) => {
  await open();
  await menu(page).getByRole("link", { name: "事例一覧" }).click();
  await expectCount(page, stats().total);
  const steps = await page.evaluate(() => history.length);
  await menu(page).getByRole("link", { name: "事例一覧" }).click();
  await eventually(async () => assert.ok(await heading(page).evaluate((it) => it === document.activeElement)));
  assert.equal(await page.evaluate(() => history.length), steps);
});

test("a link after going back over several pages at once leads on, and so does the way back from there", async ({ page, open, url }) => {
  await open();
  await menu(page).getByRole("link", { name: "事例一覧" }).click();
  await expectCount(page, stats().total);
  await menu(page).getByRole("link", { name: "よくある質問" }).click();
  await eventuallyEqual(() => page.title(), `よくある質問 | ${SITE}`);
  await page.evaluate(() => history.go(-2));
  await eventuallyEqual(() => page.title(), SITE);
  await menu(page).getByRole("link", { name: "よくある質問" }).click();
  await eventuallyEqual(() => page.title(), `よくある質問 | ${SITE}`);
  // Fails: the page is another, but its address is still that of the overview.
  await eventuallyEqual(() => page.url(), url("faq/"));
  await page.goBack();
  await eventuallyEqual(() => page.title(), SITE);
  assert.equal(page.url(), url());
});

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`an address with doubled slashes or a file's name shows its page, from which links lead on, below ${base}`, async ({ page, open, url }) => {
      const counted = stats("domain=services").total;
      // As in a link that was put together from a folder with a slash and a path with one.
      for (const path of ["/cases/?domain=services", "cases/index.html?domain=services"]) {
        await open(path);
        await expectCount(page, counted);
        assert.equal(page.url(), url("cases/?domain=services"), path);
        await menu(page).getByRole("link", { name: "よくある質問" }).click();
        await eventuallyEqual(() => page.url(), url("faq/"));
        await page.goBack();
        await expectCount(page, counted);
      }
    });
  });
}
