// The answer of each page is in the first window of an office PC.
import assert from "node:assert/strict";
import { caseById, counted } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";
import { fewOfSystem, manyOfPrefecture, manyOfSystem, town } from "./support/samples.mjs";

const [first, second] = counted.map((it) => it.id);
const row = (page) => main(page).getByRole("table").first().getByRole("row").nth(1);
const item = (page) => main(page).locator(".case-item").first().getByRole("heading");
/** What a reader came for, by page. */
const ANSWERS = {
  "": (page) => [main(page).getByRole("combobox"), main(page).getByRole("heading", { level: 2 }).first()],
  "cases/": (page) => [item(page)],
  [`cases/${first}/`]: (page) => [main(page).getByRole("heading", { level: 1, name: caseById(first).title })],
  [`compare/?ids=${first},${second}`]: (page) => [row(page)],
  "systems/": (page) => [row(page)],
  [`systems/${manyOfSystem}/`]: (page) => [main(page).locator(".key-figure").last()],
  [`systems/${fewOfSystem}/`]: (page) => [item(page)],
  "prefectures/": (page) => [main(page).getByRole("heading", { level: 2 }).first()],
  [`prefectures/${manyOfPrefecture}/`]: (page) => [row(page)],
  [`municipalities/${town}/`]: (page) => [row(page)],
  "figures/": (page) => [row(page)],
};

for (const [path, answers] of Object.entries(ANSWERS)) {
  test(`what ${path || "the overview"} answers is seen without scrolling`, async ({ page, open }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(path);
    for (const answer of answers(page)) {
      await answer.waitFor();
      const box = await answer.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= 800, `${Math.round(box.y)} to ${Math.round(box.y + box.height)}`);
    }
  });
}
