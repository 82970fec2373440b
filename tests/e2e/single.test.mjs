// The site as one file, opened from a disk without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { answerTo } from "./support/answers.mjs";
import { eventually, untilApp } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, catalog, date, DIST, prefectureName, prefectures, publishedFile, ROOT, snapshot, total } from "./support/data.mjs";
import { test } from "./support/edition.mjs";
import { download, expectCount, firstCsv, heading, main, region } from "./support/parts.mjs";
import { isDrawn, map } from "./support/pictures.mjs";
import { manyOfPrefecture, manyOfSystem, named } from "./support/samples.mjs";
import { KINDS, look, take, turn } from "./support/walk.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const LIMIT = 3_000_000;
const mapOf = (page, code) => map(page, `${prefectureName(code)}の市区町村が参加する事例の地図`);

test("the file is small enough to be mailed", ({ edition }) => {
  assert.ok(statSync(edition()).size <= LIMIT);
});

test("it says of which date and kind the data are on its first screen", async ({ page, open }) => {
  await open();
  const banner = page.getByRole("region", { name: "このファイルについて" });
  await banner.getByText(`データは${date(snapshot.as_of)}時点、公開資料から集めた事例`).waitFor();
  assert.ok((await banner.boundingBox()).y < 800);
});

for (const kind of KINDS) {
  test(`/${kind} has all that it has on a server: charts, maps, tables, files, pictures, paper`, { tag: "@full" }, async ({ page, open }) => {
    await open(kind);
    await heading(page).waitFor();
    await look(page, kind);
    assert.equal(await main(page).getByRole("alert").count(), 0);
    await take(page);
    await turn(page);
  });
}

test("a map of every prefecture is in it", async ({ page, open }) => {
  await open();
  for (const { code, name } of prefectures) {
    await page.evaluate((path) => location.assign(path), `#/prefectures/${code}/`);
    await heading(page).getByText(name).first().waitFor();
    await isDrawn(mapOf(page, code), `map-${code}`);
    assert.equal(await main(page).getByRole("alert").count(), 0, name);
  }
});

test("filters, steps back and forth, and the same address opened anew", async ({ page, open }) => {
  await open();
  await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
  await expectCount(page, total());
  await page.getByRole("searchbox", { name: "キーワード" }).fill("クラウド");
  await eventually(() => assert.match(page.url(), /#\/cases\/\?q=/));
  const found = page.url();
  await page.getByRole("banner").getByRole("link", { name: "都道府県" }).click();
  await heading(page).waitFor();
  await eventually(() => assert.match(page.url(), /#\/prefectures\/$/));
  await page.goBack();
  await eventually(() => assert.equal(page.url(), found));
  await expectCount(page, total("q=クラウド"));
  await page.reload();
  await untilApp(page);
  await expectCount(page, total("q=クラウド"));
});

test("the result is saved as a table with all of its rows", async ({ page, open }) => {
  await open(`cases/?system=${manyOfSystem}`);
  const { bytes } = await download(page, firstCsv(page));
  const [header, ...rows] = parseExcelCsv(bytes);
  const ids = rows.map((row) => row[header.indexOf("事例番号")]);
  assert.deepEqual(ids, answerTo(`system=${manyOfSystem}`).map((it) => it.id));
});

test("a link to a card leads there, and a link that was sent is opened on the first page", async ({ page, open }) => {
  await open(`prefectures/${manyOfPrefecture}/`);
  const id = await main(page).locator(".card[id]").first().getAttribute("id");
  await open(`prefectures/${manyOfPrefecture}/#${id}`);
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), id));

  await open();
  await page.getByText("受け取ったリンクを開く").click();
  const field = page.getByLabel("リンク（");
  await field.fill("なにか");
  await page.getByRole("button", { name: "開く", exact: true }).click();
  await page.getByText("リンクとして読めません").waitFor();
  await field.fill(`joint-procurement.html#/cases/${named}/`);
  await page.getByRole("button", { name: "開く", exact: true }).click();
  await region(page, "出典").getByRole("link").first().waitFor();
  assert.ok(page.url().endsWith(`#/cases/${named}/`));
});

test("what is copied as a link names the file and the place in it, and no folder of the reader's", async ({ page, open }) => {
  await open(`cases/${named}/`);
  await main(page).getByRole("button", { name: /リンクをコピー/ }).first().click();
  await main(page).getByText("コピーしました").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, new RegExp(`^joint-procurement-[\\d-]+\\.html#/cases/${named}/$`));
});

test("no card offers a frame for other sites, which could not show it", async ({ page, open }) => {
  await open();
  const card = main(page).locator("#years");
  await card.getByText("保存・共有", { exact: true }).click();
  await card.getByRole("button", { name: "リンクをコピー" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /埋め込み/ }).count(), 0);
});

test("the files behind the data are saved from it; of one that is not in it that is said", async ({ page, open }) => {
  await open("data/");
  const saved = page.waitForEvent("download");
  await main(page).locator('a[href="data/catalog.json"]').first().click();
  const file = await (await saved).path();
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), catalog);
  for (const folded of await main(page).locator("summary").all()) if (await folded.isVisible()) await folded.click();
  const said = page.waitForEvent("dialog");
  const clicked = main(page).locator('a[href^="data/source/maps/"]').first().click();
  const dialog = await said;
  assert.match(dialog.message(), /入っていません/);
  await dialog.accept();
  await clicked;
});

test("colours that were chosen stay, and the data page asks for no network", async ({ page, open }) => {
  await open("data/");
  await region(page, "オフラインでの閲覧").getByText("ネットワークは要りません").waitFor();
  await page.getByRole("radio", { name: "ダーク" }).check();
  await open();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

test("an address that is not there says so", async ({ page, open }) => {
  await open("nothing/here/");
  await heading(page).getByText("見つかりません").waitFor();
});

test.describe(() => {
  test.use({ viewport: { width: 375, height: 700 } });

  test("on a phone nothing is wider than the window", async ({ page, open }) => {
    for (const kind of ["", "cases/", `cases/${named}/`]) {
      await open(kind);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `${kind}: ${wide}`);
    }
  });
});

test.describe(() => {
  test.use({ pref: manyOfPrefecture });

  test("an edition for a prefecture has every case, its own map and its neighbours', and says what it leaves out", async ({ page, open }) => {
    await open();
    await page.getByText("市区町村の地図は").waitFor();
    await open("cases/");
    await expectCount(page, total());
    await open(`cases/${cases.at(-1).id}/`);
    await region(page, "出典").getByRole("link").first().waitFor();
    await open(`prefectures/${manyOfPrefecture}/`);
    await isDrawn(mapOf(page, manyOfPrefecture), `map-${manyOfPrefecture}`);
    const { neighbours, linked_by_crossing } = prefectures.find(({ code }) => code === manyOfPrefecture);
    const near = `${neighbours} ${linked_by_crossing}`.split(" ").filter(Boolean);
    assert.ok(near.length > 1);
    for (const code of near) {
      await open(`prefectures/${code}/`);
      await isDrawn(mapOf(page, code), `map-${code}`);
    }
    const far = manyOfPrefecture === "47" ? "01" : "47";
    await open(`prefectures/${far}/`);
    await main(page).getByText("入っていないデータです").first().waitFor();
    assert.equal(await mapOf(page, far).count(), 0);
  });

  test("an edition for a prefecture is smaller by the maps that it leaves out", ({ edition, pref }) => {
    const text = (...options) => readFileSync(edition(...options), "utf8");
    const maps = (html) => new Set(html.match(/map-\d\d\.[0-9a-f]{12}\.json/g));
    assert.ok(statSync(edition("--pref", pref)).size < statSync(edition()).size);
    const held = catalog.snapshots.flatMap(({ files }) => files.map(({ path }) => path.split("/").at(-1)));
    assert.deepEqual(maps(text()), maps(held.join(" ")), "of every snapshot");
    assert.ok(maps(text("--pref", pref)).has(publishedFile(`map-${pref}`).split("/").at(-1)));
  });
});

test("a prefecture that there is none of is refused in plain words", ({ edition }) => {
  assert.throws(() => edition("--pref", "99"), /PREF wants the two digits/);
});

test("without the built site it says what to do", () => {
  const run = () => execFileSync("node", [join(ROOT, "tools/single/build.mjs"), "--dist", "tools"], { cwd: ROOT, stdio: "pipe" });
  assert.throws(run, /make build/);
  assert.ok(statSync(join(DIST, "shell.html")).isFile());
});
