// Checks of accessibility that a machine can do, in a wide and in a narrow window, in all colours.
import assert from "node:assert/strict";
import { useAltered, withoutCasesOf } from "./support/altered.mjs";
import { violations } from "./support/axe.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";
import {
  documented,
  fewOfPrefecture,
  fewOfSystem,
  manyOfPrefecture,
  manyOfSystem,
  named,
  noneOfSystem,
  onlyMunicipal,
  saving,
  town,
} from "./support/samples.mjs";

const NOT_FOUND = /status of 404/;

const without = useAltered(withoutCasesOf(fewOfPrefecture));

const PAGES = [
  ["the overview", "", {}],
  ["the list", "cases/", {}],
  ["a narrowed list", "cases/?q=クラウド&domain=services,general-affairs&pref=01,13&scope=all&sort=-pop", {}],
  ["a list with ignored conditions", "cases/?colour=red&page=2", {}],
  ["a list without cases", "cases/?domain=tools&system=online-application", {}],
  ["a case with participants", `cases/${named}/`, {}],
  ["a case with savings", `cases/${saving}/`, {}],
  ["a case with documents", `cases/${documented}/`, {}],
  ["what joint procurement is", "about/", {}],
  ["the questions", "faq/", {}],
  ["the data", "data/", {}],
  ["the guide for maintainers", "data/maintainer/", {}],
  ["the system types", "systems/", {}],
  ["the system types of all cases", "systems/?scope=all", {}],
  ["a system type with many cases", `systems/${manyOfSystem}/`, {}],
  ["a system type with few cases", `systems/${fewOfSystem}/`, {}],
  ...(onlyMunicipal ? [["a system type of municipalities", `systems/${onlyMunicipal}/`, {}]] : []),
  ...(noneOfSystem ? [["a system type without cases", `systems/${noneOfSystem}/`, {}]] : []),
  ["the prefectures", "prefectures/", {}],
  ["the figures", "figures/", {}],
  ["the figures as squares", "figures/?rows=system&columns=pop&view=heatmap", {}],
  ["the figures as bars", "figures/?rows=year&view=bars", {}],
  ["a prefecture with many cases", `prefectures/${manyOfPrefecture}/`, {}],
  ["a prefecture with few cases", `prefectures/${fewOfPrefecture}/`, {}],
  ["a prefecture without cases", `prefectures/${fewOfPrefecture}/`, { data: without }],
  ["the municipalities", "municipalities/", {}],
  ["a municipality", `municipalities/${town}/`, {}],
  ["a municipality with counterparts", `municipalities/${town}/?system=${manyOfSystem}`, {}],
  ["an unknown municipality", "municipalities/016969/", { problem: NOT_FOUND }],
  ["an unknown system type", "systems/nothing/", { problem: NOT_FOUND }],
  ["the not-found page", "nothing/", { problem: NOT_FOUND }],
  ["an unknown case", "cases/01-nothing-1/", { problem: NOT_FOUND }],
  ["the page for failed data", "", { fault: "**/data/catalog.json", state: "failed", problem: NOT_FOUND }],
  ["the page for a failed start", "", { fault: "**/*.wasm", state: "failed", problem: NOT_FOUND }],
];

/** Not each with each: what is dark does not depend on the width. */
const MODES = [
  ["light", 1280, { colorScheme: "light" }],
  ["light", 320, { colorScheme: "light" }],
  ["dark", 320, { colorScheme: "dark" }],
  ["forced", 1280, { colorScheme: "dark", forcedColors: "active" }],
];

/** Opens everything folded, by script: that a click does so is tested where it matters. */
const unfold = (page) => page.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));

for (const [name, path, { state = "ready", problem, fault, data }] of PAGES) {
  test(`${name} is accessible in a wide and in a narrow window, in all colours`, { tag: "@full" }, async ({ page, open, expectProblem }) => {
    if (problem) expectProblem(problem);
    if (fault === "**/*.wasm") expectProblem(/HTTP 404/);
    if (fault) await page.route(fault, (route) => route.fulfill({ status: 404 }));
    await data?.show(page);
    await open(path, { state });
    await page.getByRole("main").waitFor();
    await unfold(page);
    const found = {};
    for (const [colours, width, media] of MODES) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia(media);
      const here = await violations(page, colours);
      if (here.length > 0) found[`${colours} at ${width} px`] = here;
    }
    assert.deepEqual(found, {});
    assert.equal(await main(page).getByRole("heading", { level: 1 }).count(), 1);
  });
}

test("no page scrolls sideways at any width", { tag: "@full" }, async ({ page, open, expectProblem }) => {
  expectProblem(NOT_FOUND);
  for (const [name, path] of PAGES.filter(([, , { fault, data }]) => !fault && !data)) {
    await open(path);
    for (const width of [320, 375, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok((await excess()) <= 0, `${name} at ${width} px`);
      await unfold(page);
      assert.ok((await excess()) <= 0, `${name} unfolded at ${width} px`);
    }
  }
});
