// The page of a municipality: what others like it use, its cases, counterparts on either side of the border, whom to ask.
import assert from "node:assert/strict";
import { towns } from "./support/answers.mjs";
import { eventually, eventuallyEqual, untilApp } from "./support/browser.mjs";
import { cases, count, grouped, municipalities, prefectureName } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { heading, main, region, rows, table } from "./support/parts.mjs";
import { town } from "./support/samples.mjs";
import { kept, test as visited } from "./support/visitor.mjs";

const it = municipalities.find(({ code }) => code === town);
const others = municipalities.filter(({ code }) => code !== town);
/** The cases that certainly include it, by the words of their sources. */
const certain = cases.filter((one) => one.status !== "実現せず" && towns(one).some(({ code }) => code === town));
const KEY = "joint-procurement.municipality";
const own = (page) => page.getByRole("banner").getByRole("link", { name: it.name, exact: true });
const lacking = (page) => region(page, `近い規模や近くの市区町村が使い、${it.name}では確認できていない種別`);

/** Gives the distance of two town halls in kilometres, by the law of cosines. */
function distance(a, b) {
  const [p, q, turn] = [a.lat, b.lat, a.lng - b.lng].map((degrees) => (degrees * Math.PI) / 180);
  return 6371.0088 * Math.acos(Math.min(1, Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(turn)));
}

test("from the overview a town's officer comes to its page in one search, and reads there how it stands", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open();
  const field = main(page).getByRole("combobox");
  await field.fill(prefectureName(town.slice(0, 2)) + it.name);
  await field.press("Enter");
  await page.waitForURL(new RegExp(`/municipalities/${town}/$`));
  await eventuallyEqual(() => heading(page).innerText(), `${it.name}：参加を確認できた共同調達は${count(certain.length)}`);
  const lead = await main(page).locator(".page-header__lead").innerText();
  assert.ok(lead.includes(`人口は${grouped(Number(it.population))}人（住民基本台帳、2022年1月1日）`), lead);
  const similar = others.filter(({ population }) => population <= it.population * 2 && it.population <= population * 2);
  assert.ok(lead.includes(`全国にほかに${grouped(similar.length)}団体`), lead);
  const second = await lacking(page).getByRole("rowheader").nth(1).boundingBox();
  assert.ok(second.y + second.height <= 800, `the answer is in the window: ${second.y}`);
  for (const one of certain) {
    await region(page, "参加する事例").getByRole("link", { name: one.title }).first().waitFor();
  }
});

test("a sentence on each type can be copied, with the address of the page", async ({ page, open, url }) => {
  await open(`municipalities/${town}/`);
  await lacking(page).getByText("説明に使う文", { exact: true }).click();
  const text = await main(page).locator("#lacking pre").innerText();
  assert.match(text, /・.+は、.+団体のうち[\d,]+団体.*が使うと確認でき/);
  assert.ok(text.includes(url(`municipalities/${town}/`)), text.slice(-200));
  await lacking(page).getByRole("button", { name: "説明に使う文をコピー" }).click();
  await main(page).getByRole("status").filter({ hasText: "コピーしました" }).waitFor();
});

test("the municipalities around it stand with their distance, the nearest first", async ({ page, open, url }) => {
  assert.equal((await fetch(url(`municipalities/${town}/`))).status, 200, "the page is a file");
  await open(`municipalities/${town}/`);
  const near = others.map((one) => [distance(it, one), one]).filter(([far]) => far <= 50).sort(([a], [b]) => a - b);
  await main(page).getByText(`50km以内に、ほかに${near.length}団体あります`).waitFor();
  await main(page).getByText("表で見る").last().click();
  const found = await rows(table(page, `${it.name}に近い市区町村`));
  const [far, first] = near[0];
  const named = found[0][0].replace(/（.*）$/, "");
  assert.equal(named, first.name);
  assert.equal(found[0][1], far < 0.5 ? "1km未満" : `約${Math.round(far)}km`);
});

test("counterparts for a type are on either side of the border, and the address says so again", async ({ page, open, url }) => {
  await open(`municipalities/${town}/`);
  const row = lacking(page).getByRole("row").filter({ has: page.getByRole("link", { name: "相手を探す" }) }).first();
  const system = await row.getByRole("link").first().innerText();
  await row.getByRole("link", { name: "相手を探す" }).click();
  const counterparts = region(page, `${system}を一緒に調達できそうな相手`);
  await counterparts.waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "counterparts"));
  const there = page.url();
  assert.match(there, /municipalities\/\d{6}\/\?system=[a-z-]+#counterparts$/);
  const without = table(page, "近くで、使っていることを確認できていない市区町村");
  const told = await rows(without);
  assert.ok(told.length > 0);
  const by = (name) => municipalities.filter((one) => name === one.name || name === `${one.name}（${one.prefecture}）`);
  const apart = told.map(([name]) => Math.min(...by(name).map((one) => distance(it, one))));
  assert.deepEqual(apart, [...apart].sort((a, b) => a - b), "the nearest first");
  assert.ok(apart.every((far) => far <= 100));
  const text = await counterparts.innerText();
  await page.goto(url());
  await page.goto(there);
  await untilApp(page);
  await eventuallyEqual(() => counterparts.innerText(), text);
});

test("a prefecture's officer sees for a type which of its towns take part, and who is near beyond the border", async ({ page, open, url }) => {
  const code = town.slice(0, 2);
  const inside = municipalities.filter((one) => one.code.startsWith(code));
  await open(`prefectures/${code}/`);
  const row = main(page).getByRole("row").filter({ has: page.getByRole("link", { name: "相手を探す" }) }).first();
  const system = await row.getByRole("link").first().innerText();
  await row.getByRole("link", { name: "相手を探す" }).click();
  const counterparts = region(page, `${system}を一緒に調達できそうな相手`);
  await counterparts.waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "counterparts"));
  assert.match(page.url(), /prefectures\/\d{2}\/\?system=[a-z-]+#counterparts$/);
  const beyond = await rows(table(page, "近くで、使っていることを確認できていない市区町村"));
  assert.ok(beyond.length > 0 && beyond.every(([name]) => !inside.some((one) => one.name === name)));
  const [name, far] = beyond[0];
  const found = municipalities.filter((one) => name === `${one.name}（${one.prefecture}）`);
  const nearest = Math.min(...found.flatMap((one) => inside.map((home) => distance(home, one))));
  assert.equal(far, nearest < 0.5 ? "1km未満" : `約${Math.round(nearest)}km`);
  await counterparts.getByText("表で見る").last().click();
  const at = await rows(table(page, `${system}の事例に参加する${prefectureName(code)}の市区町村`));
  assert.deepEqual(at.map(([named]) => named), inside.map((one) => one.name));
  const text = await counterparts.innerText();
  const there = page.url();
  await page.goto(url());
  await page.goto(there);
  await untilApp(page);
  await counterparts.getByText("表で見る").last().click();
  await eventuallyEqual(() => counterparts.innerText(), text);
});

test("one's own municipality is chosen once, is at hand on every page, and is forgotten when taken out", async ({ page, open, context }) => {
  const sent = [];
  context.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
  await open(`municipalities/${town}/`);
  assert.equal(await own(page).count(), 0);
  await main(page).getByRole("button", { name: "自分の自治体にする" }).click();
  await main(page).getByText("この端末にだけ残しています").waitFor();
  await own(page).waitFor();
  sent.length = 0;
  for (const path of ["", "cases/", "systems/", "faq/"]) {
    await open(path);
    await own(page).waitFor();
  }
  await open("cases/");
  await main(page).getByRole("button", { name: `${it.name}（自分の自治体）の規模で並べる` }).click();
  await page.waitForURL(new RegExp(`near=${town}`));
  assert.deepEqual(sent.filter((it) => it.includes(town)), [], "nothing tells the host which it is");
  await own(page).click();
  await page.waitForURL(new RegExp(`/municipalities/${town}/$`));
  await main(page).getByRole("button", { name: "自分の自治体から外す" }).click();
  await eventuallyEqual(() => own(page).count(), 0);
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), null);
});

for (const [what, value] of [
  ["no code", "岩美町"],
  ["a wrong check digit", "313026 岩美町"],
  ["markup", "313025 <img src=x onerror=alert(1)>"],
  ["nothing", ""],
]) {
  test(`what another program has stored in its place does no harm: ${what}`, async ({ page, open }) => {
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [KEY, value]);
    await open("cases/");
    assert.equal(await page.getByRole("banner").locator("img").count(), 0);
    assert.equal(await page.getByRole("banner").getByRole("link", { name: "岩美町", exact: true }).count(), 0);
  });
}

test("an unknown code says so, and leads to those of its prefecture", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await open("municipalities/016969/");
  await eventuallyEqual(() => heading(page).innerText(), "この団体コードの市区町村はありません");
  await main(page).getByText("016969").waitFor();
  await main(page).getByRole("link", { name: "同じ都道府県の市区町村" }).click();
  await page.waitForURL(/\/prefectures\/01\/#municipalities$/);
});

visited("without a connection the program makes the page that the copy does not hold", async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  await page.goto(host.url);
  await untilApp(page);
  await kept(page);
  await host.stop();
  await page.goto(`${host.url}municipalities/${town}/`);
  await eventuallyEqual(() => heading(page).innerText(), `${it.name}：参加を確認できた共同調達は${count(certain.length)}`);
  await host.start();
});
