// Maps: every area a named link in order, a way past them, the same as a list, and the search for one's town.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { cases, municipalities, prefectures, prefectureName, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, heading, main } from "./support/parts.mjs";
import { areas, isDrawn, map, readPng, SHADES } from "./support/pictures.mjs";

const japan = (page) => map(page, "都道府県ごとの事例の地図");
const led = stats().by_prefecture;

test("the map of the country names each prefecture with its cases, in order, and leads to it", { tag: "@smoke" }, async ({ page, open }) => {
  await open("");
  await isDrawn(japan(page), "map-japan");
  const links = japan(page).getByRole("link");
  const names = await links.evaluateAll((all) => all.map((area) => area.getAttribute("aria-label")));
  const said = (code) => (led[code] ? `${led[code]}件` : "公開情報で未確認");
  assert.deepEqual(names, prefectures.map(({ code, name }) => `${name} ${said(code)}`));
  // The shades mean what the legend says.
  const meanings = await main(page).getByRole("list", { name: "色分け" }).getByRole("listitem").allInnerTexts();
  const shades = await links.evaluateAll((all) => all.map((area) => getComputedStyle(area.querySelector("path")).fill));
  assert.equal(new Set(shades).size, meanings.length);
  const marks = await main(page).locator(".map__mark").evaluateAll((all) => all.map((it) => getComputedStyle(it).backgroundColor));
  prefectures.forEach(({ code, name }, place) => {
    const meant = meanings[marks.indexOf(shades[place])];
    const [low, high = low] = meant.match(/\d+/g)?.map(Number) ?? [0];
    assert.ok((led[code] ?? 0) >= low && (led[code] ?? 0) <= high, `${name} with ${led[code]} is shown as ${meant}`);
  });
  await links.nth(30).click();
  await eventuallyEqual(async () => new URL(page.url()).pathname.split("/").slice(-3).join("/"), "prefectures/31/");
  assert.match(await heading(page).innerText(), /^鳥取県/);
});

test("a link before the map leads past its 47 areas, by keyboard", async ({ page, open }) => {
  await open("");
  await isDrawn(japan(page), "map-japan");
  await main(page).getByRole("link", { name: "地図の次へ進む" }).focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "map-actions"));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "CSVで保存");
});

test("an area is reached and followed by keyboard", async ({ page, open }) => {
  await open("");
  await isDrawn(japan(page), "map-japan");
  const tottori = japan(page).getByRole("link", { name: /^鳥取県/ });
  await tottori.focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match(await heading(page).innerText(), /^鳥取県/));
});

test("one's own municipality is found on the overview and leads to the cases of its size", async ({ page, open }) => {
  const town = municipalities.find((it) => municipalities.filter((other) => other.name === it.name).length === 1);
  await open("");
  const box = main(page).getByRole("region", { name: "探す", exact: true });
  await box.getByRole("combobox", { name: "市区町村名" }).fill(town.kana.slice(0, 4));
  await box.getByRole("option", { name: new RegExp(`^${town.name}（${prefectureName(town.code.slice(0, 2))}`) }).click();
  await page.waitForURL(new RegExp(`/municipalities/${town.code}/$`));
  await main(page).getByRole("link", { name: "規模の近い順に事例を見る" }).click();
  await eventuallyEqual(() => new URL(page.url()).searchParams.get("near"), town.code);
  await expectCount(page, stats().total);
});

test("the participants of a case stand on the map of their prefecture", async ({ page, open }) => {
  const it = cases.find((one) => one.participants_names?.length > 2 && !one.partner_prefecture_codes?.length);
  await open(`cases/${it.id}/`);
  const drawing = map(page, `${prefectureName(it.prefecture_code)}の参加自治体の地図`);
  await isDrawn(drawing, `map-${it.prefecture_code}`);
  const shown = await drawing.getByRole("img").evaluateAll((all) =>
    all.map((area) => [area.getAttribute("aria-label"), getComputedStyle(area.querySelector("path")).fill]),
  );
  const takesPart = ({ name }) => it.participants_names.includes(name);
  const there = municipalities.filter((one) => one.code.startsWith(it.prefecture_code));
  assert.equal(there.filter(takesPart).length, it.participants_names.length);
  assert.deepEqual(shown.map(([name]) => name), there.map((one) => `${one.name} ${takesPart(one) ? "参加" : "参加の記載なし"}`));
  const fills = (wanted) => [...new Set(shown.filter((_, place) => takesPart(there[place]) === wanted).map(([, fill]) => fill))];
  assert.equal(new Set([...fills(true), ...fills(false)]).size, 2, "two shades");
  assert.deepEqual([fills(true).length, fills(false).length], [1, 1]);
});

test("a map that does not come is told of, and comes after another attempt", async ({ page, open, expectProblem }) => {
  expectProblem(/map-japan\./);
  await page.route(/map-japan\./, (route) => route.abort(), { times: 1 });
  await open("");
  const card = main(page).getByRole("article", { name: "事例を確認できた都道府県" });
  await card.getByRole("button", { name: "もう一度読み込む" }).waitFor();
  assert.equal(await japan(page).count(), 0);
  await card.getByRole("button", { name: "もう一度読み込む" }).click();
  await isDrawn(japan(page), "map-japan");
});

test("a map is saved as a picture with its heading, its shades and its source", async ({ page, open }) => {
  await open("");
  const card = main(page).getByRole("article", { name: "事例を確認できた都道府県" });
  await isDrawn(japan(page), "map-japan");
  const classes = await areas(japan(page)).evaluateAll((all) => all.map((area) => Number(area.dataset.class)));
  const outlines = await areas(japan(page)).evaluateAll((all) => all.map((area) => area.querySelector("path").getAttribute("d")));
  await card.getByText("保存・共有").click();
  const svg = (await download(page, card.getByRole("button", { name: /SVG/ }))).bytes.toString("utf8");
  assert.ok(svg.includes("事例を確認できた都道府県") && svg.includes("小さな島は省き"));
  const paths = [...svg.matchAll(/<path d="([^"]*)" fill="([^"]*)"/g)].map(([, d, fill]) => [d, fill]);
  assert.deepEqual(paths, outlines.map((d, place) => [d, SHADES[classes[place]]]));
  const { bytes } = await download(page, card.getByRole("button", { name: /PNG/ }));
  const { width, corner, colours } = await readPng(page, bytes);
  assert.deepEqual([width, corner], [1600, [255, 255, 255, 255]]);
  for (const shade of new Set(classes.map((it) => SHADES[it]))) assert.ok(colours[shade] > 1000, `${shade}: ${colours[shade]} pixels`);
});
