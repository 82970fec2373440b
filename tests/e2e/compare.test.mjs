// Cases side by side: what differs, taken along as a file and for pasting, on any width.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, grouped, municipalities, prefectureName, snapshot } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, heading, main } from "./support/parts.mjs";
import { town } from "./support/samples.mjs";

const four = [...cases].sort((a, b) => facts(b) - facts(a)).slice(0, 4);
const address = (some) => `compare/?ids=${some.map((it) => it.id).join(",")}`;
const own = municipalities.find(({ code }) => code === town);
const table = (page) => main(page).getByRole("table");
const heads = (page) => table(page).getByRole("columnheader").getByRole("link", { name: /^(?!.*外す)/ });
const scroller = (page) => main(page).getByRole("region", { name: /件の事例の比較/ });
const rowNamed = (page, name) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const sentence = (page) => main(page).getByText(/項目のうち、違いがあるのは/);

/** The items of which nothing is known of any case: the lines that name them, divided. */
async function untold(page) {
  const lines = await table(page).getByRole("cell", { name: /^公開情報で未確認：/ }).allInnerTexts();
  return lines.flatMap((line) => line.trim().replace("公開情報で未確認：", "").split("、"));
}

/** Counts the facts that are known of a case. */
function facts(it) {
  return Object.values(it).filter((value) => value != null && value.length !== 0).length;
}

test("each case is a column, each item a row, and the rows that differ say so", { tag: "@smoke" }, async ({ page, open }) => {
  await open(address(four));
  assert.deepEqual(await heads(page).allInnerTexts(), four.map((it) => it.title));
  const marks = await table(page).getByRole("rowheader").getByText(/^(違いあり|同じ|比べられない)$/).allInnerTexts();
  const said = (word) => marks.filter((mark) => mark === word).length;
  const text = await sentence(page).innerText();
  const [, total, differs, same, unclear] = text.match(/(\d+)項目のうち、違いがあるのは(\d+)項目、同じなのは(\d+)項目です。(?:残る(\d+)項目)?/);
  const nothing = (await untold(page)).length;
  assert.deepEqual([marks.length + nothing, said("違いあり"), said("同じ"), said("比べられない") + nothing], [total, differs, same, unclear ?? 0].map(Number));
  for (const it of four) {
    const place = four.indexOf(it);
    const cells = await rowNamed(page, /^代表団体 ?(違いあり|同じ)/).getByRole("cell").allInnerTexts();
    assert.ok(cells[place].includes(it.lead_organization), cells[place]);
    for (const [name, text] of [["費用負担の方法", it.cost_sharing], ["担当部署", it.contact_department]]) {
      const cell = await rowNamed(page, new RegExp(`^${name}`)).getByRole("cell").nth(place).innerText();
      assert.ok(cell.includes(text ?? "未確認"), `${name}: ${cell}`);
    }
    const links = rowNamed(page, /^参考文書へのリンク/).getByRole("cell").nth(place).getByRole("link");
    const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual(shown, it.documents.map(({ url }) => url));
  }
});

test("a case is dropped without leaving the place, and back brings it again", async ({ page, open }) => {
  await open(address(four));
  await table(page).getByRole("link", { name: `「${four[1].title}」を比較から 外す` }).or(
    table(page).getByRole("link", { name: `「${four[1].title}」を比較から外す` })).click();
  const rest = four.filter((it) => it !== four[1]);
  await eventuallyEqual(() => heads(page).allInnerTexts(), rest.map((it) => it.title));
  assert.ok(page.url().endsWith(address(rest)), page.url());
  await eventually(async () => assert.ok(await scroller(page).evaluate((it) => it === document.activeElement)));
  const widths = await table(page).getByRole("row").evaluateAll((rows) => rows.map((row) => row.cells.length));
  assert.deepEqual([...new Set(widths)].sort(), [1, 4]);
  await page.goBack();
  await eventuallyEqual(() => heads(page).allInnerTexts(), four.map((it) => it.title));
});

test("from the list to the comparison", { tag: "@smoke" }, async ({ page, open }) => {
  await open("cases/?scope=all");
  const boxes = main(page).getByRole("checkbox", { name: /を選ぶ$/ });
  const names = [];
  for (const place of [0, 1]) {
    names.push((await boxes.nth(place).evaluate((box) => box.closest("label").textContent)).match(/「(.*)」を選ぶ$/)[1]);
    await boxes.nth(place).check({ force: true });
  }
  await main(page).getByRole("link", { name: "選んだ事例を比較する" }).click();
  await heading(page).getByText("事例の比較").waitFor();
  assert.deepEqual(await heads(page).allInnerTexts(), names);
});

test("the file holds the table, an item a row", async ({ page, open }) => {
  await open(address(four));
  const { name, bytes } = await download(page, main(page).getByRole("button", { name: "CSV" }));
  assert.equal(name, `事例の比較_${snapshot.id}.csv`);
  const [header, ids, ...rows] = parseExcelCsv(bytes);
  assert.deepEqual(header.slice(2, -1), four.map((it) => it.title));
  assert.deepEqual(ids.slice(2, -1), four.map((it) => it.id));
  const cost = rows.find((row) => row[1] === "初期費用（円）").slice(2, -1);
  assert.deepEqual(cost, four.map((it) => (it.initial_cost_yen == null ? "公開情報で未確認" : String(it.initial_cost_yen))));
  const shown = await table(page).getByRole("row").evaluateAll((all) => all.filter((row) => row.querySelectorAll("td").length > 1).length);
  const nothing = rows.filter((row) => row.slice(2, -1).every((cell) => cell === "公開情報で未確認"));
  assert.equal(rows.length, shown + nothing.length);
  assert.deepEqual(await untold(page), nothing.map((row) => row[1].replace(/（[^（）]*）$/, "")));
});

test("what is copied is a table with source, date and address, rich and plain", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(address(four.slice(0, 2)));
  await main(page).getByRole("button", { name: "庁内資料に貼る" }).click();
  await main(page).getByText("コピーしました").waitFor();
  const [html, plain] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return [await read("text/html"), await read("text/plain")];
  });
  for (const form of [html, plain]) {
    for (const it of four.slice(0, 2)) assert.ok(form.includes(it.title.replaceAll("&", "&amp;")) || form.includes(it.title));
    assert.ok(form.includes("出典："), form);
    assert.match(form, /\d+年\d+月\d+日時点/);
  }
  assert.ok(plain.includes(page.url()), plain);
  assert.match(html, /<table[\s>]/);
  const origin = new URL(page.url()).origin;
  assert.ok(html.includes(`${origin}/cases/${four[0].id}/`), html);
  const rows = plain.split(/\r?\n/).filter((line) => line.includes("\t"));
  assert.deepEqual([...new Set(rows.map((row) => row.split("\t").length))], [4]);
});

test("a switch leaves the rows that differ, on the screen and not on paper", { tag: "@smoke" }, async ({ page, open }) => {
  await open(address(four));
  const items = table(page).getByRole("row").filter({ has: page.getByRole("cell") });
  const all = await items.count();
  const differing = Number((await sentence(page).innerText()).match(/違いがあるのは(\d+)項目/)[1]);
  const only = main(page).getByRole("checkbox", { name: `違いだけ（${differing}項目）` });
  const [switchAt, tableAt] = await Promise.all([only.boundingBox(), table(page).boundingBox()]);
  assert.ok(switchAt.y < tableAt.y, "above the table");
  await only.check();
  await eventuallyEqual(() => items.count(), differing);
  assert.equal(await items.filter({ hasText: "違いあり" }).count(), differing);
  // A case that goes changes what differs, not that only this is shown.
  await table(page).getByRole("link", { name: /外す$/ }).last().click();
  await eventuallyEqual(() => heads(page).count(), 3);
  await eventually(async () => assert.ok((await items.count()) > 0));
  assert.equal(await items.count(), await items.filter({ hasText: "違いあり" }).count());
  assert.ok(await main(page).getByRole("checkbox", { name: /^違いだけ/ }).isChecked());
  await page.goBack();
  await eventuallyEqual(() => heads(page).count(), 4);
  await page.emulateMedia({ media: "print" });
  await eventuallyEqual(() => items.count(), all);
});

test("a case is found by its name or its lead and added here, up to four", { tag: "@smoke" }, async ({ page, open }) => {
  await open("compare/");
  const field = main(page).getByRole("searchbox", { name: "比較に事例を加える" });
  for (const [place, it] of four.entries()) {
    await field.fill(`${it.title} ${it.lead_organization}`);
    const found = main(page).getByRole("link", { name: it.title, exact: true }).and(page.locator("[href*='compare/?ids=']"));
    await main(page).getByText(/^候補\d+件/).waitFor();
    await found.first().focus();
    await page.keyboard.press("Enter");
    await eventuallyEqual(() => heads(page).allInnerTexts(), four.slice(0, place + 1).map(({ title }) => title));
    await eventually(async () => assert.ok(await scroller(page).evaluate((it) => it === document.activeElement)));
  }
  assert.ok(page.url().endsWith(address(four)), page.url());
  assert.equal(await field.count(), 0, "no room for a fifth");
  await open(address(four.slice(0, 2)));
  await field.fill("ない名前の事例");
  await main(page).getByText("当てはまる事例はありません。", { exact: true }).waitFor();
});

test("without cases, with one, with too many and with unknown ones the page says what to do", async ({ page, open }) => {
  await open("compare/");
  assert.equal(await table(page).count(), 0);
  await main(page).getByRole("link", { name: "事例一覧" }).last().waitFor();
  await open(address(four.slice(0, 1)));
  await main(page).getByText("もう1件以上を選んでください。").waitFor();
  assert.equal(await heads(page).count(), 1);
  await open(`${address(four)},${cases.find((it) => !four.includes(it)).id}`);
  await main(page).getByText(/並べられるのは4件まで/).waitFor();
  assert.equal(await heads(page).count(), 4);
  await open(`${address(four.slice(0, 2))},01-no-such-case-1999`);
  await main(page).getByText("01-no-such-case-1999", { exact: true }).waitFor();
  await main(page).getByRole("link", { name: "この番号を外す" }).click();
  await eventuallyEqual(() => main(page).getByText(/01-no-such-case-1999/).count(), 0);
  assert.equal(await heads(page).count(), 2);
});

test.describe(() => {
  test.use({ viewport: { width: 375, height: 800 } });

  test("on a phone exactly two cases are seen at a time, and the page itself does not scroll aside", async ({ page, open }) => {
    await open(address(four));
    const seen = () => table(page).getByRole("columnheader").evaluateAll((all) => {
      const inside = all.filter((it) => it.querySelector("a")).map((it) => it.getBoundingClientRect());
      return inside.map((box) => box.left >= 0 && box.right <= innerWidth + 1);
    });
    assert.deepEqual(await seen(), [true, true, false, false]);
    const aside = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok((await aside()) <= 0);
    await scroller(page).focus();
    await page.keyboard.press("End");
    await scroller(page).evaluate((it) => it.scrollTo({ left: it.scrollWidth }));
    await eventuallyEqual(seen, [false, false, true, true]);
    // The name of each row stays where it is read.
    const name = table(page).getByRole("rowheader").getByText("初期費用", { exact: false }).first();
    assert.ok((await name.boundingBox()).x >= 0);
  });
});

for (const landscape of [false, true]) {
  test(`on A4 ${landscape ? "landscape" : "portrait"} all columns are on the sheet`, async ({ page, open }) => {
    const [width, height] = landscape ? [1017, 689] : [689, 1017];
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ media: "print" });
    await open(address(four));
    const boxes = await table(page).getByRole("columnheader").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right));
    assert.equal(boxes.length, 5);
    assert.ok(Math.max(...boxes) <= width + 1, String(boxes));
    assert.equal(await main(page).getByRole("button").count(), 0);
    // Each value stands below its head, and beside the others of its item.
    const places = await table(page).getByRole("row").evaluateAll((rows) => rows
      .filter((row) => row.querySelectorAll("td").length > 1)
      .map((row) => [...row.cells].map((it) => it.getBoundingClientRect()))
      .map((row) => ({ tops: new Set(row.map((it) => Math.round(it.top))).size, rights: row.map((it) => it.right) })));
    for (const { tops, rights } of places) {
      assert.equal(tops, 1);
      assert.deepEqual(rights.map(Math.round), boxes.map(Math.round));
    }
    const inside = await table(page).getByRole("cell").evaluateAll((all) => all.every((it) => it.scrollWidth <= it.clientWidth + 1));
    assert.ok(inside, "a value is cut off");
  });
}

test("one's own municipality stands beside the cases, and in nothing that is shared", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const sent = [];
  context.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
  await open(address(four));
  const items = await table(page).getByRole("row").count();
  assert.equal(await main(page).getByText("自分の自治体").count(), 0);
  const text = await sentence(page).innerText();
  await page.evaluate(([code, name]) => localStorage.setItem("joint-procurement.municipality", `${code} ${name}`), [own.code, own.name]);
  await open(address(four));
  const size = `人口は${grouped(Number(own.population))}人（住民基本台帳、`;
  await main(page).getByText(`自分の自治体：${own.name}（${prefectureName(own.code.slice(0, 2))}）。${size}`).waitFor();
  const fits = await rowNamed(page, "自分の自治体との規模の近さ").getByRole("cell").allInnerTexts();
  assert.equal(fits.length, 4);
  for (const fit of fits) assert.match(fit, /半分から2倍|規模は比べられません/);
  assert.equal(await table(page).getByRole("row").count(), items + 1);
  assert.equal(await sentence(page).innerText(), text, "it is no item that is compared");
  assert.ok(page.url().endsWith(address(four)), page.url());
  await main(page).getByRole("button", { name: "庁内資料に貼る" }).click();
  await main(page).getByText("コピーしました").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!copied.includes("自分の自治体"), copied);
  assert.deepEqual(sent.filter((it) => it.includes(own.code)), [], "nothing tells the host which it is");
});
