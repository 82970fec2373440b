// A reader who goes through every kind of page and tries everything on it: charts with their tooltips,
// maps, files, pictures, copies, paper, colours.
import assert from "node:assert/strict";
import { towns } from "./answers.mjs";
import { eventually } from "./browser.mjs";
import { parseExcelCsv } from "./csv.mjs";
import { caseById, cases, stats } from "./data.mjs";
import { download, main } from "./parts.mjs";
import { drawnPictures } from "./pictures.mjs";
import { documented, fewOfPrefecture, manyOfPrefecture, manyOfSystem, named, town } from "./samples.mjs";

/** Every kind of page; each may look different for other data, not work in another way. */
export const KINDS = [
  "",
  "cases/",
  "cases/?q=%E3%82%AF%E3%83%A9%E3%82%A6%E3%83%89&view=table",
  `cases/${documented}/`,
  `cases/${named}/`,
  "systems/",
  `systems/${manyOfSystem}/`,
  "prefectures/",
  "figures/?rows=system&columns=pop&view=heatmap",
  "figures/?rows=year&view=bars",
  `prefectures/${manyOfPrefecture}/`,
  `prefectures/${fewOfPrefecture}/`,
  "municipalities/",
  `municipalities/${town}/`,
  `municipalities/${town}/?system=${manyOfSystem}`,
  `compare/?ids=${cases.slice(0, 3).map((it) => it.id).join(",")}`,
  "data/",
  "data/maintainer/",
  "about/",
  "faq/",
];

const dated = (query) => Object.values(stats(query).by_year).reduce((sum, number) => sum + number, 0);
const ofYears = (query) => Number(dated(query) >= 5);
/** A map for each prefecture of the participants, of three at most. */
function mapsOf(id) {
  const { size } = new Set(towns(caseById(id)).map(({ code }) => code.slice(0, 2)));
  return size > 3 ? 0 : size;
}

/** The charts and the maps that each kind of page has at least; a chart of years where five cases have one. */
const PICTURES = {
  "": { charts: 1, maps: 1 },
  "figures/?rows=year&view=bars": { charts: 1, maps: 0 },
  [`cases/${documented}/`]: { charts: 0, maps: mapsOf(documented) },
  [`cases/${named}/`]: { charts: 0, maps: mapsOf(named) },
  [`systems/${manyOfSystem}/`]: { charts: 1 + ofYears(`system=${manyOfSystem}`), maps: 1 },
  [`prefectures/${manyOfPrefecture}/`]: { charts: ofYears(`pref=${manyOfPrefecture}`), maps: 1 },
  [`municipalities/${town}/`]: { charts: 0, maps: 1 },
  [`municipalities/${town}/?system=${manyOfSystem}`]: { charts: 0, maps: 1 },
  [`prefectures/${fewOfPrefecture}/`]: { charts: ofYears(`pref=${fewOfPrefecture}`), maps: 1 },
};

/**
 * Looks at a page that is open as long as it takes until all of it is there. Of a `kind` of page the pictures that
 * its data give must be there.
 */
export async function look(page, kind) {
  for (const folded of await main(page).locator("summary").all()) {
    if (await folded.isVisible()) await folded.click();
  }
  for (const chart of await main(page).getByRole("img", { name: /グラフ|散布図/ }).all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("svg").waitFor();
    const box = await chart.boundingBox();
    for (let x = box.x + 10; x < box.x + box.width; x += 40) await page.mouse.move(x, box.y + box.height * 0.7);
  }
  await eventually(async () => {
    if (await main(page).getByText(/読み込んでいます/).filter({ visible: true }).count()) throw new Error("something is on its way");
  });
  const drawn = await drawnPictures(page);
  const { charts, maps } = PICTURES[kind] ?? { charts: 0, maps: 0 };
  assert.ok(drawn.charts >= charts && drawn.maps >= maps, `/${kind} has ${JSON.stringify(drawn)}`);
}

/** What a file of each kind must hold. */
const HOLDS = {
  csv: (bytes) => assert.ok(parseExcelCsv(bytes).length > 1),
  json: (bytes) => assert.ok(JSON.parse(bytes).id),
  svg: (bytes) => assert.match(bytes.toString(), /^<svg [^]*<path [^>]*d="M[^]*<\/svg>\s*$/),
  png: (bytes) => assert.equal(bytes.readUInt32BE(16), 1600, "pixels of its width"),
};

/** Presses of each kind of button that saves or copies the first few; gives the names of the files. */
export async function take(page) {
  const files = [];
  for (const name of [/CSV/, /JSONで保存/, /SVGで保存/, /PNGで保存/]) {
    for (const button of await main(page).getByRole("button", { name }).filter({ visible: true }).all().then(firstFew)) {
      const { name: file, bytes } = await download(page, button);
      HOLDS[file.split(".").at(-1)](bytes);
      files.push(file);
    }
  }
  for (const button of await main(page).getByRole("button", { name: /コピー/ }).filter({ visible: true }).all().then(firstFew)) {
    await button.click();
    await main(page).getByText("コピーしました").first().waitFor();
  }
  return files;
}

const firstFew = (all) => all.slice(0, 2);

/** Paper, the other colours, and back. */
export async function turn(page) {
  await page.emulateMedia({ media: "print" });
  await page.pdf().catch(() => {}); // what only headless Chromium can
  await page.emulateMedia({ media: null });
  const colours = page.getByRole("contentinfo").getByRole("group", { name: "表示の色" });
  await colours.getByRole("radio", { name: "ダーク" }).check();
  await colours.getByRole("radio", { name: "自動（端末の設定）" }).check();
}
