// Addresses that nothing has: the server says 404, the page says what was asked for and where to go.
import assert from "node:assert/strict";
import { untilApp } from "./support/browser.mjs";
import { cases, stats, systemName } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";

const STATUS = /status of 404/;
const near = (page, name) => main(page).getByRole("region", { name, exact: true });
const asked = (page) => main(page).getByText(/^お探しのアドレス：|^事例番号：/);

test.describe("the not-found page", () => {
  /** Its base is looked for in the folders of the address, never above the site (not-found-base.test.mjs). */
  test.beforeEach(({ expectProblem }) => expectProblem(STATUS));

  for (const base of BASES) {
    test.describe(() => {
      test.use({ base });

      test(`an unknown address at any depth below ${base} shows what was asked for`, async ({ page, open }) => {
        for (const path of ["nothing", "nothing/", "cases/nothing/here/", "a/b/c/d/e/f/g.html", "cases/x/../y z/", "prefectures/99/"]) {
          const response = await open(path);
          assert.equal(response.status(), 404, path);
          assert.equal(await heading(page).innerText(), "ページが見つかりません");
          const shown = new URL(page.url()).pathname.slice(base.length).replace(/\/$/, "");
          assert.ok((await asked(page).innerText()).includes(decodeURIComponent(shown)), path);
          assert.match(await page.title(), /^ページが見つかりません \| /);
          assert.ok(await page.getByRole("navigation", { name: "メインメニュー" }).isVisible());
        }
      });

      test(`the not-found page below ${base} leads into the app`, async ({ page, open, url }) => {
        await open("deep/er/nothing/");
        await near(page, "主なページ").getByRole("link", { name: "事例一覧" }).click();
        await expectCount(page, stats().total);
        assert.equal(page.url(), url("cases/"));
        await page.reload();
        await expectCount(page, stats().total);
        await page.goBack();
        await heading(page).getByText("ページが見つかりません").waitFor();
      });

      test(`an unknown case below ${base} names the number and the nearest cases`, async ({ page, open, url }) => {
        const known = cases[0];
        const id = known.id.replace(/\d+$/, (year) => (year === "9" ? "8" : "9".repeat(year.length)));
        assert.ok(!cases.some((it) => it.id === id));
        const response = await open(`cases/${id}/`);
        assert.equal(response.status(), 404);
        assert.equal(await heading(page).innerText(), "この事例は見つかりません");
        assert.equal(await asked(page).innerText(), `事例番号：${id}`);
        await near(page, "近い事例").getByRole("link", { name: known.title }).click();
        await heading(page).getByText(known.title, { exact: true }).waitFor();
        assert.equal(page.url(), url(`cases/${known.id}/`));
        await untilApp(page);
      });

      test(`ids of a wrong form below ${base} are unknown pages, with the cases that come close`, async ({ page, open }) => {
        for (const id of ["48-denshi-1", cases[0].id.toUpperCase(), `${cases[0].id}-`, "1", "..%2f..%2fetc", `${cases[0].id}%00`]) {
          const response = await open(`cases/${id}/`);
          assert.ok(response.status() >= 400, id);
          await heading(page).getByText("ページが見つかりません").waitFor();
        }
        await open(`cases/${cases[0].id}/list/`);
        await near(page, "近いページ").getByRole("link", { name: cases[0].title }).waitFor();
      });
    });
  }

  test("a page of the right kind that does not exist offers what was most likely meant", { tag: "@smoke" }, async ({ page, open }) => {
    const meant = [
      ["prefectures/1/", "北海道"],
      ["prefectures/Kagosima/", "鹿児島県"],
      ["prefectures/99/", "都道府県"],
      ["systems/RPA/", systemName("rpa")],
      ["system/online-aplication", systemName("online-application")],
    ];
    for (const [path, name] of meant) {
      await open(path);
      assert.equal(await near(page, "近いページ").getByRole("link").first().innerText(), name, path);
    }
    await open(meant[0][0]);
    await near(page, "近いページ").getByRole("link").first().click();
    await heading(page).filter({ hasText: "北海道" }).waitFor();
  });

  test("percent signs, markup, other scripts and very long addresses are shown as text", async ({ page, open }) => {
    const paths = ["%E3%81%82%E3%81%84", "%ff%fe%zz", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22%3E%3Cimg%20src=x%3E", "a%2Fb%3Fc%23d", `x/${"long-".repeat(800)}`, "//other.example/x", "あ/い"];
    for (const path of paths) {
      await open(path);
      assert.equal(await heading(page).innerText(), "ページが見つかりません", path);
      assert.equal(await main(page).locator("img, script").count(), 0, path);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${path}: no sideways scroll`);
    }
    await open("%E3%81%82%E3%81%84");
    assert.ok((await asked(page).innerText()).includes("あい"));
  });

  test("on an unknown page the skip link and its kin stay on the page", async ({ page, open }) => {
    for (const path of ["nothing/here/", "nothing", "a%2Fb%3Fc/"]) {
      await open(path);
      const before = new URL(page.url()).pathname;
      await page.evaluate(() => (window.sameDocument = true));
      await page.keyboard.press("Tab");
      await page.getByRole("link", { name: "本文へ移動" }).press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "main");
      assert.equal(new URL(page.url()).pathname, before, path);
      assert.equal(await page.evaluate(() => window.sameDocument), true, `${path}: without loading a page`);
    }
  });
});

test.describe(() => {
  test.use({ base: "/sub/path/" });

  test("outside its base the site answers nothing of its own", async ({ url }) => {
    const response = await fetch(new URL("/elsewhere/", url()));
    assert.equal(response.status, 404);
  });
});
