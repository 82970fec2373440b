// On paper: the list is everything that was found, charts are whole or their tables stand there, wherever the reader was.
import assert from "node:assert/strict";
import { eventually } from "./support/browser.mjs";
import { count, date, snapshot, stats, total } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { main, rows } from "./support/parts.mjs";

test.use({ whole: false });

const paper = (page) => page.emulateMedia({ media: "print" });
const printed = (page) => page.locator(".printed");
const QUERY = "subsidy=unknown&sort=title";

test("the printed list has every case that was found, and says what was asked for", async ({ page, open, url }) => {
  for (const query of ["", `?${QUERY}`, "?page=2&view=table"]) {
    await open(`cases/${query}`);
    assert.equal(await printed(page).locator("*").count(), 0, "nothing is made for a reader of the screen");
    await paper(page);
    const found = total(query.slice(1).replace(/&?(page|view)=\w+/g, ""));
    assert.ok(found > 25, "more than a page");
    await eventually(async () => assert.equal(await printed(page).locator("tbody tr").count(), found));
    const shown = await rows(printed(page).getByRole("table"));
    assert.ok(shown.every((cells) => cells.length === 8 || query.includes("view=table")));
    const said = await printed(page).locator("> p").allInnerTexts();
    assert.ok(said[0].includes(count(found)), said[0]);
    assert.ok(said.join(" ").includes(`${date(snapshot.as_of)}時点`), said.join(" "));
    assert.ok(said.includes(`アドレス：${url(`cases/${query}`)}`), said.join(" "));
    assert.equal(said.some((line) => line.startsWith("条件：")), query.includes("subsidy"));
    for (const part of ["form", "input", "select", "button", "nav", ".filter-panel", ".result-bar", ".case-item", ".pagination"]) {
      assert.equal(await main(page).locator(`${part}:visible`).count(), 0, `${part} on paper`);
    }
    await page.emulateMedia({ media: "screen" });
    await eventually(async () => assert.equal(await printed(page).locator("*").count(), 0));
    assert.ok(await main(page).locator(".result-bar").isVisible());
  }
});

test("the list is whole at the moment at which printing begins, and by a program too", async ({ page, open }) => {
  await open(`cases/?${QUERY}`);
  const found = total(QUERY);
  const made = await page.evaluate(() => {
    const rows = () => document.querySelectorAll(".printed tbody tr").length;
    dispatchEvent(new Event("beforeprint"));
    const begun = rows();
    dispatchEvent(new Event("afterprint"));
    return [begun, rows()];
  });
  assert.deepEqual(made, [found, 0]);
  await page.evaluate(() => {
    // After the program, which has listened from the start.
    addEventListener("beforeprint", () => (window.rowsOnPaper = document.querySelectorAll(".printed tbody tr").length));
  });
  await page.pdf();
  assert.equal(await page.evaluate(() => window.rowsOnPaper), found);
  assert.equal(await printed(page).locator("tr").count(), 0);
});

test("what is closed is open on paper, and closed again afterwards", async ({ page, open }) => {
  await open();
  const closed = page.locator("main details:not([open])");
  const before = await closed.count();
  assert.ok(before > 2);
  const [begun, ended] = await page.evaluate(() => {
    const closed = () => document.querySelectorAll("main details:not([open])").length;
    dispatchEvent(new Event("beforeprint"));
    const begun = closed();
    dispatchEvent(new Event("afterprint"));
    return [begun, closed()];
  });
  assert.deepEqual([begun, ended], [0, before]);
});

for (const path of ["", "systems/", "figures/?view=bars", "prefectures/27/"]) {
  test(`every figure of /${path} is on paper without ever having been scrolled to`, async ({ page, open }) => {
    await open(path);
    await paper(page);
    const cards = await main(page).getByRole("article").and(page.locator(".card")).evaluateAll((all) =>
      all.filter((it) => it.checkVisibility()).map((it) => ({
        name: it.querySelector(".card__heading").textContent,
        rows: [...it.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility({ contentVisibilityAuto: true }) && row.getBoundingClientRect().height > 0).length,
        pictures: [...it.querySelectorAll(".chart")].filter((chart) => chart.checkVisibility()).map((chart) => chart.querySelectorAll("svg path").length),
      })),
    );
    if (path === "" || path.startsWith("figures")) assert.ok(cards.length > 0);
    for (const { name, rows, pictures } of cards) {
      assert.ok(rows > 0, `${name} has its rows`);
      assert.ok(pictures.every((paths) => paths > 0), `${name}: no empty frame of a picture`);
    }
  });
}

test("a chart that was drawn wide is whole on narrow paper", async ({ page, open }) => {
  // As at the moment of printing, which no program hears of: nothing draws anew.
  await page.addInitScript(() => {
    window.ResizeObserver = class {
      observe() {}
      disconnect() {}
    };
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  await open("#years");
  const chart = main(page).getByRole("img", { name: /棒グラフ/ });
  await chart.locator("svg").waitFor();
  const texts = () => chart.locator("svg text").evaluateAll((all) => all.map((it) => [it.textContent, it.getBoundingClientRect().right]));
  const drawn = await texts();
  assert.ok(Object.keys(stats().by_year).length > 2 && drawn.length > 5);
  await page.setViewportSize({ width: 660, height: 900 });
  await paper(page);
  const frame = await chart.boundingBox();
  const onPaper = await texts();
  assert.deepEqual(onPaper.map(([text]) => text), drawn.map(([text]) => text));
  for (const [text, right] of onPaper) assert.ok(right <= frame.x + frame.width + 1, `${text} is cut off`);
});
