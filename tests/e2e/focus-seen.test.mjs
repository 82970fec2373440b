// What has the focus is seen, in windows as small as 1280 x 720 at 400 % too; and links in lists are large enough.
import assert from "node:assert/strict";
import { cases } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { results } from "./support/parts.mjs";

const [{ id }] = cases;
const compared = cases.slice(0, 3).map((it) => it.id).join(",");
const PAGES = ["cases/", `compare/?ids=${compared}`, "prefectures/#matrix", `cases/${id}/`];

/**
 * Runs in the page: how what has the focus stands: `none` for nothing, else whether it is in the window and which of
 * its middle and the middles of its edges are covered.
 */
function focused() {
  const it = document.activeElement;
  if (!it || it === document.body) return "none";
  const name = `${it.tagName} ${(it.getAttribute("aria-label") ?? it.textContent).trim().slice(0, 24)}`;
  const boxes = [...it.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  if (boxes.length === 0) return { name, fault: "has no box" };
  const [box] = boxes;
  const inside = {
    left: Math.max(box.left, 0),
    top: Math.max(box.top, 0),
    right: Math.min(box.right, document.documentElement.clientWidth),
    bottom: Math.min(box.bottom, document.documentElement.clientHeight),
  };
  if (inside.right - inside.left < 4 || inside.bottom - inside.top < 4) return { name, fault: `is outside: ${JSON.stringify(box)}` };
  const [x, y] = [(inside.left + inside.right) / 2, (inside.top + inside.bottom) / 2];
  const own = (hit) => hit && (it.contains(hit) || hit.contains(it) && it.closest("svg, label") === hit.closest("svg, label") && hit.closest("svg, label"));
  const points = [[x, y], [x, inside.top + 2], [x, inside.bottom - 2], [inside.left + 2, y], [inside.right - 2, y]];
  const covered = points.filter(([x, y]) => !own(document.elementFromPoint(x, y)));
  // An area of a map is no rectangle, and a region that scrolls is larger than the window.
  const allowed = it.closest("svg") || it.scrollWidth > it.clientWidth || it.clientHeight > innerHeight ? 4 : 0;
  if (covered.length <= allowed) return { name };
  const by = document.elementFromPoint(...covered[0]);
  return { name, fault: `is covered at ${covered.length} of 5 points by ${by?.outerHTML.slice(0, 80)}` };
}

for (const viewport of [{ width: 320, height: 180 }, { width: 375, height: 667 }]) {
  test.describe(() => {
    test.use({ viewport, whole: false });

    test(`what the keyboard comes to is seen at ${viewport.width} x ${viewport.height}`, async ({ page, open }) => {
      for (const path of PAGES) {
        await open(path);
        if (path === "cases/") {
          // With the bar of what is picked at the lower edge.
          for (const box of [0, 1]) await results(page).getByRole("checkbox").nth(box).check();
        }
        const faults = [];
        const names = new Set();
        for (const key of ["Tab", "Shift+Tab"]) {
          for (let step = 0; step < 45; step += 1) {
            await page.keyboard.press(key);
            const told = await page.evaluate(focused);
            if (told === "none") continue;
            names.add(told.name);
            if (told.fault) faults.push(`${path} ${key}: ${told.name} ${told.fault}`);
          }
        }
        assert.deepEqual(faults, []);
        assert.ok(names.size > 15, `${path}: ${[...names].join("|")}`);
      }
    });
  });
}

test.describe(() => {
  test.use({ viewport: { width: 320, height: 180 } });

  test("at 400 % nothing that stays in sight takes more than a third of the window", async ({ page, open }) => {
    for (const path of PAGES) {
      await open(path);
      if (path === "cases/") await results(page).getByRole("checkbox").first().check();
      const stays = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((it) => ["sticky", "fixed"].includes(getComputedStyle(it).position) && it.checkVisibility())
          // At the side it covers no line.
          .filter((it) => ["top", "bottom"].some((edge) => getComputedStyle(it)[edge] !== "auto"))
          .map((it) => [it.className, it.getBoundingClientRect().height])
          .filter(([, height]) => height > innerHeight / 3),
      );
      assert.deepEqual(stays, [], path);
    }
  });
});

test.describe(() => {
  test.use({ viewport: { width: 375, height: 667 } });

  test("links in lists are at least 24 px high", async ({ page, open }) => {
    for (const path of ["", "cases/", `cases/${id}/`, "systems/", "prefectures/31/", "municipalities/313025/", "prefectures/?view=list", "about/", "faq/", "data/"]) {
      await open(path);
      const low = await page.locator(":is(main, footer) :is(ul, ol, dl) a:visible").evaluateAll((all) =>
        all
          .filter((it) => !it.closest("svg") && it.getClientRects().length > 0)
          .map((it) => [it.textContent.trim().slice(0, 30), Math.min(...[...it.getClientRects()].map((box) => box.height))])
          .filter(([, height]) => height < 24),
      );
      assert.deepEqual(low, [], path);
    }
  });

  test("a phone tells which of how many columns of a comparison it shows", async ({ page, open }) => {
    await open(`compare/?ids=${compared}`);
    const position = page.getByText(/^3件中 \d～\d件目$/);
    assert.equal(await position.innerText(), "3件中 1～2件目");
    await page.locator(".compare__scroller").evaluate((it) => it.scrollTo(it.scrollWidth, 0));
    await page.getByText("3件中 2～3件目", { exact: true }).waitFor();
    await page.setViewportSize({ width: 1280, height: 720 });
    assert.ok(!(await position.isVisible()), "where all are seen nothing is told");
    await page.setViewportSize({ width: 375, height: 667 });
    await open(`compare/?ids=${compared.split(",").slice(0, 2).join(",")}`);
    assert.equal(await position.count(), 0);
  });
});
