// Maps and charts as a reader sees them: that they are drawn, with all that they are made of.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./browser.mjs";
import { PUBLISHED, publishedFile } from "./data.mjs";
import { main } from "./parts.mjs";

/** The fill of a saved map for each class, from nothing known on (src/charts/palette.rs). */
export const SHADES = ["#ffffff", "#c5d7fb", "#7096f8", "#264af4", "#000060"];
/** The fills of bars, columns and dots on light ground (PARTS of the same file). */
const PARTS = ["#0017c1", "#c74700", "#197a4b", "#8b008b", "#927200", "#00798a", "#666666"];

/** The bars, columns or dots of a chart. */
export const marks = (chart) => chart.locator(PARTS.map((fill) => `svg path[fill="${fill}"]`).join(", "));

const areasOf = (stem) => JSON.parse(readFileSync(join(PUBLISHED, publishedFile(stem)), "utf8")).areas;

/** Gives the map of this name. */
export const map = (page, name) => main(page).getByRole("group", { name, exact: true });
/** The areas of a map; those that lead somewhere are links, the others images. */
export const areas = (map) => map.locator(".map__area");

/** Gives a place of the window that lies on an area: the middle of its bounds may be sea. */
export const placeOn = (area) =>
  area.evaluate((it) => {
    const path = it.querySelector("path");
    const { left, top, width, height } = path.getBoundingClientRect();
    for (let tried = 0; tried < 900; tried += 1) {
      // The pointer stands on whole pixels.
      const [x, y] = [left + (width * ((tried * 7) % 30)) / 30, top + (height * Math.floor(tried / 30)) / 30].map(Math.round);
      if (document.elementFromPoint(x, y) === path) return { x, y };
    }
    throw new Error(`nothing of ${it.getAttribute("aria-label")} can be pointed at`);
  });

/** Runs in the page: the outline of each area that takes room and is filled. */
const seenOutlines = (all) =>
  all
    .map((area) => area.querySelector("path"))
    .filter((path) => path && path.getBoundingClientRect().width > 0 && path.getBoundingClientRect().height > 0)
    .filter((path) => !["none", "transparent"].includes(getComputedStyle(path).fill) && path.checkVisibility())
    .map((path) => path.getAttribute("d"));

/** Goes to each map that is shown: they are drawn when a reader comes near. */
async function goToMaps(page) {
  for (const frame of await main(page).locator(".map__frame").filter({ visible: true }).all()) {
    await frame.scrollIntoViewIfNeeded();
  }
}

/** Waits until a map has the areas of a published file, such as `map-31`, each with its outline. */
export async function isDrawn(map, stem) {
  const expected = areasOf(stem).map(({ path }) => path);
  assert.ok(expected.length > 10, `${stem}: ${expected.length} areas`);
  await eventually(async () => {
    // Again at each try: the frame may come, or the page go back to its top, after the first one.
    await goToMaps(map.page());
    assert.deepEqual(await areas(map).evaluateAll(seenOutlines), expected, `${stem} is drawn`);
  });
}

/** Waits until a chart has a bar, a column or a dot, and words. */
export async function isPlotted(chart) {
  await marks(chart).first().waitFor();
  assert.match((await chart.locator("svg text").allTextContents()).join(""), /\d/);
}

/** Waits until the maps and the charts of a page are drawn; gives how many there are. */
export async function drawnPictures(page) {
  const charts = await main(page).getByRole("img", { name: /グラフ|散布図/ }).all();
  for (const chart of charts) {
    await chart.scrollIntoViewIfNeeded();
    await isPlotted(chart);
  }
  await eventually(async () => {
    await goToMaps(page);
    assert.equal(await main(page).locator(".map__frame:not(:has(.map__drawing))").filter({ visible: true }).count(), 0);
  });
  const maps = await main(page).locator(".map__drawing").filter({ visible: true }).all();
  for (const map of maps) {
    await eventually(async () => {
      const [all, seen] = [await areas(map).count(), (await areas(map).evaluateAll(seenOutlines)).length];
      assert.ok(all > 10 && seen === all, `${seen} of ${all} areas are drawn`);
    });
  }
  return { charts: charts.length, maps: maps.length };
}

/** Reads a PNG: its width, the colour of its first pixel, and how often each colour occurs. */
export function readPng(page, bytes) {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = `#${[...data.slice(at, at + 3)].map((it) => it.toString(16).padStart(2, "0")).join("")}`;
      colours[colour] = (colours[colour] ?? 0) + 1;
    }
    return { width: image.width, corner: [...data.slice(0, 4)], colours };
  }, bytes.toString("base64"));
}
