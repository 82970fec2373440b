// A reader who goes through every kind of page and tries everything on it: charts with their tooltips,
// maps, files, pictures, copies, paper, colours.
import { eventually } from "./browser.mjs";
import { cases } from "./data.mjs";
import { download, main } from "./parts.mjs";
import { documented, fewOfPrefecture, manyOfPrefecture, manyOfSystem, named } from "./samples.mjs";

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
  `prefectures/${manyOfPrefecture}/`,
  `prefectures/${fewOfPrefecture}/`,
  `compare/?ids=${cases.slice(0, 3).map((it) => it.id).join(",")}`,
  "data/",
  "about/",
  "faq/",
];

/** Looks at a page that is open as long as it takes until all of it is there. */
export async function look(page) {
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
}

/** Presses of each kind of button that saves or copies the first few; gives the names of the files. */
export async function take(page) {
  const files = [];
  for (const name of [/CSV/, /JSONで保存/, /SVGで保存/, /PNGで保存/]) {
    for (const button of await main(page).getByRole("button", { name }).filter({ visible: true }).all().then(few)) {
      files.push((await download(page, button)).name);
    }
  }
  for (const button of await main(page).getByRole("button", { name: /コピー/ }).filter({ visible: true }).all().then(few)) {
    await button.click();
    await main(page).getByText("コピーしました").first().waitFor();
  }
  return files;
}

const few = (all) => all.slice(0, 2);

/** Paper, the other colours, and back. */
export async function turn(page) {
  await page.emulateMedia({ media: "print" });
  await page.pdf().catch(() => {}); // what only headless Chromium can
  await page.emulateMedia({ media: null });
  const colours = page.getByRole("contentinfo").getByRole("group", { name: "表示の色" });
  await colours.getByRole("radio", { name: "ダーク" }).check();
  await colours.getByRole("radio", { name: "自動（端末の設定）" }).check();
}
