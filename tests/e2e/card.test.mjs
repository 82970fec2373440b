// The uses of a figure: its rows, its picture, its address, all data.
import assert from "node:assert/strict";
import { eventually } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, heading, main } from "./support/parts.mjs";

test.use({ whole: false });

const card = (page) => main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
const more = (page) => card(page).getByText("保存・共有", { exact: true });
const button = (page, name) => card(page).getByRole("button", { name });

test("beside the file the rest is closed, and opens by keyboard", async ({ page, open }) => {
  await open("#years");
  assert.ok(await button(page, "CSV").isVisible());
  assert.ok(!(await button(page, "リンクをコピー").isVisible()));
  await button(page, "CSV").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (const name of ["リンクをコピー", "埋め込み用のHTMLをコピー", "図をSVGで保存", "図をPNGで保存", "引用のための文をコピー"]) {
    const box = await button(page, name).boundingBox();
    assert.ok(box.height >= 24 && box.width >= 24, name);
    await page.keyboard.press("Tab");
    assert.ok(await button(page, name).evaluate((it) => it === document.activeElement), name);
  }
  await card(page).getByRole("link", { name: "すべてのデータを見る（データのページ）" }).click();
  await heading(page).getByText("データ").waitFor();
  assert.ok(page.url().endsWith("/data/#files"), page.url());
  await eventually(async () => assert.ok(await page.locator("#files").evaluate((it) => it === document.activeElement)));
});

test("the link that is copied leads to the card, without what stood in the address before", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("?scope=all#newest");
  await more(page).click();
  await button(page, "リンクをコピー").click();
  await card(page).getByText("コピーしました").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const url = new URL(copied);
  assert.equal(url.hash, "#years");
  assert.equal(url.search, "?scope=all");
  await page.goto("about:blank");
  await page.goto(copied);
  await eventually(async () => assert.ok(await page.locator("#years").evaluate((it) => it === document.activeElement)));
});

test("the SVG stands alone: heading, numbers, source and date are in it", async ({ page, open }) => {
  await open("#years");
  const title = await card(page).getByRole("heading").innerText();
  const source = await card(page).getByText(/^出典：/).innerText();
  await more(page).click();
  const { name, bytes } = await download(page, button(page, "図をSVGで保存"));
  assert.match(name, /\.svg$/);
  const svg = bytes.toString();
  const read = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    const texts = [...parsed.querySelectorAll("text")].map((it) => it.textContent);
    return { broken: parsed.querySelector("parsererror") !== null, texts, root: parsed.documentElement.getAttribute("width") };
  }, svg);
  assert.ok(!read.broken);
  assert.equal(read.root, "800");
  assert.ok(read.texts.join("").includes(title), read.texts.join("|"));
  assert.ok(read.texts.join("").includes(source), read.texts.join("|"));
  assert.ok(read.texts.filter((text) => /^\d{4}$/.test(text)).length > 1, "years are drawn");
  const columns = Object.values(stats().by_year).filter((number) => number > 0).length;
  assert.equal(svg.match(/<path [^>]*fill="#0017c1"/g).length, columns, "a column for each year with cases");
});

test("the PNG has twice the pixels and a white ground", async ({ page, open }) => {
  await open("#years");
  await more(page).click();
  const { name, bytes } = await download(page, button(page, "図をPNGで保存"));
  assert.match(name, /\.png$/);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  assert.equal(bytes.readUInt32BE(16), 1600);
  const { corner, dark } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 60 && data[at + 3] === 255) dark += 1;
    return { corner: [...data.slice(0, 4)], dark: dark / (data.length / 4) };
  }, bytes.toString("base64"));
  assert.deepEqual(corner, [255, 255, 255, 255]);
  assert.ok(dark > 0.02, `columns and words are drawn: ${dark}`);
});

test.describe(() => {
  test.use({ viewport: { width: 375, height: 800 } });

  test("on a phone a picture is as large as on a desk", async ({ page, open }) => {
    await open("#years");
    await more(page).click();
    const { bytes } = await download(page, button(page, "図をPNGで保存"));
    assert.equal(bytes.readUInt32BE(16), 1600);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  });
});

test("without ECharts saving the picture says that it failed, and the rest still works", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await page.route(/\/echarts\/[^/]*echarts[^/]*\.js/, (route) => route.fulfill({ status: 404 }));
  await open("#years");
  await more(page).click();
  await button(page, "図をSVGで保存").click();
  await card(page).getByText("図を保存できませんでした。").waitFor();
  const saved = parseExcelCsv((await download(page, button(page, "CSV"))).bytes).slice(1);
  assert.deepEqual(saved, Object.entries(stats().by_year).map(([year, number]) => [year, String(number)]));
});

test("on paper a card is its picture and its table, without buttons", async ({ page, open }) => {
  await open("#years");
  await card(page).locator("svg").first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await card(page).getByRole("button").count(), 0);
  assert.ok(!(await more(page).isVisible()));
  assert.ok(await card(page).getByRole("table").isVisible());
});
