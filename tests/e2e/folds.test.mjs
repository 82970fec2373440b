// Folded parts: the search of the browser finds what is in them (decision 028).
import assert from "node:assert/strict";
import { eventuallyEqual } from "./support/browser.mjs";
import { municipalities } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";

const code = "47";
const town = municipalities.filter((it) => it.code.startsWith(code)).at(-1);

test("a text in a folded part is found, and the part opens", async ({ page, open }) => {
  await open(`prefectures/${code}/`);
  const folds = main(page).locator("details").filter({ hasText: town.name });
  assert.ok((await folds.count()) > 0, town.name);
  assert.equal(await folds.evaluateAll((all) => all.filter((it) => it.open).length), 0, "closed at first");
  // The address of a text goes the way of the browser's search.
  await page.evaluate((name) => location.assign(`${location.href.split("#")[0]}#:~:text=${encodeURIComponent(name)}`), town.name);
  await eventuallyEqual(() => folds.evaluateAll((all) => all.some((it) => it.open)), true, "a fold is open");
});
