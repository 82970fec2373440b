// Finding the case that fits: by size, by numbers, in a table, and taking it along.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { caseById, cases, count, counted, grouped, municipalities, prefectureName, stats, table as source } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { chips, choiceCounts, expectCount, filters, heading, listedTitles, main, openGroup, results } from "./support/parts.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const sizeBox = (page) => main(page).getByRole("region", { name: "似た規模の事例を探す" });
const table = (page) => results(page).getByRole("table", { name: "事例の表" });
const query = (page) => new URL(page.url()).searchParams;

/** A municipality whose name is its own in the whole country. */
const town = municipalities.find((it) => municipalities.filter((other) => other.name === it.name).length === 1);

/** The middle of a list, the mean of the middle two rounded half up. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return Math.floor((middle[0] + middle[1] + 1) / 2);
}

/** The municipality that a case names; the prefecture stands in front where a name is ambiguous. */
function participant(name, home) {
  const fits = (one) => one.name === name || prefectureName(one.code.slice(0, 2)) + one.name === name;
  const found = municipalities.filter(fits);
  return found.find((one) => one.code.startsWith(home)) ?? found[0];
}

test("a municipality is found by a part of its reading, and the nearest cases come first", { tag: "@smoke" }, async ({ page, open }) => {
  await open("cases/");
  await sizeBox(page).getByRole("combobox", { name: "市区町村名" }).fill(town.kana.slice(0, 5));
  await sizeBox(page).getByRole("option", { name: new RegExp(`^${town.name}（${prefectureName(town.code.slice(0, 2))}`) }).click();
  await sizeBox(page).getByText(`${town.name}（`).waitFor();
  assert.equal(query(page).get("near"), town.code);
  await expectCount(page, stats().total);
  // The median of the participants that the source names is what the first case says.
  const first = results(page).getByRole("listitem").filter({ has: page.getByRole("heading") }).first();
  await first.getByText("規模の近さ").waitFor();
  const [title] = await listedTitles(page);
  const it = counted.find((one) => one.title === title);
  const members = it.participants_names?.length
    ? it.participants_names.map((name) => participant(name, it.prefecture_code))
    : municipalities.filter((one) => one.code.startsWith(it.prefecture_code));
  await first.getByText(`中央値${grouped(median(members.map((one) => Number(one.population))))}人`).waitFor();
  await page.goBack();
  await eventuallyEqual(() => query(page).get("near"), null, "back takes the comparison away");
});

test("a size can be typed, wrong input is told and loses nothing", async ({ page, open }) => {
  await open("cases/");
  await sizeBox(page).getByText("人口・職員数を入力する").click();
  await sizeBox(page).getByLabel("人口（人）").fill("約八千");
  await sizeBox(page).getByRole("button", { name: "この規模で並べる" }).click();
  await sizeBox(page).getByText("1以上の整数で入力してください").waitFor();
  assert.equal(query(page).get("near"), null);
  await sizeBox(page).getByLabel("人口（人）").fill("８，０００");
  await sizeBox(page).getByLabel("職員数（人）").fill("120");
  await sizeBox(page).getByRole("button", { name: "この規模で並べる" }).click();
  await sizeBox(page).getByText("人口8,000人、職員120人に規模が近い順に並べています。").waitFor();
  assert.equal(query(page).get("near"), "8000-120");
  await sizeBox(page).getByRole("button", { name: "規模の比較をやめる" }).click();
  await eventuallyEqual(() => query(page).get("near"), null);
});

test("in another order the list does not say that it goes by closeness", async ({ page, open }) => {
  await open("cases/?near=8000-120&sort=title");
  await sizeBox(page).getByText("人口8,000人、職員120人との規模の近さを、事例ごとに示しています。").waitFor();
  assert.equal(await sizeBox(page).getByText("近い順に並べています").count(), 0);
});

test("cases whose participants are not known come last and say so", async ({ page, open }) => {
  await open("cases/?near=8000-120&per=100&page=3");
  const last = results(page).getByRole("listitem").filter({ hasText: "規模の近さ" }).last();
  await last.getByText("規模は比べられません").waitFor();
  await results(page).getByRole("heading", { name: /規模を比べられない事例（順位なし）：[\d,]+件$/ }).waitFor();
});

test("cases of one's own municipality stand above the others, in cards and in the table", async ({ page, open }) => {
  const it = counted.find((one) => one.participants_names?.length);
  const own = participant(it.participants_names.at(-1), it.prefecture_code);
  await open(`cases/?near=${own.code}`);
  const [above, below] = await results(page).getByRole("heading", { name: /：[\d,]+件$/ }).allInnerTexts();
  assert.match(above, /選んだ市区町村が参加している事例/);
  assert.match(below, /参加自治体の規模が近い順/);
  const number = Number(above.match(/：([\d,]+)件$/)[1]);
  const titles = await listedTitles(page);
  const marked = results(page).getByRole("listitem").filter({ hasText: "選んだ市区町村が参加" });
  assert.deepEqual(await marked.getByRole("heading").allInnerTexts(), titles.slice(0, number));
  assert.ok(titles.slice(0, number).includes(it.title));
  await chips(page).getByText(`規模の近さ：${own.name}（${prefectureName(own.code.slice(0, 2))}）`).waitFor();
  assert.match(await page.title(), new RegExp(`規模の近さ：${own.name}`));
  await results(page).getByRole("link", { name: "表", exact: true }).click();
  await table(page).getByRole("rowheader", { name: /選んだ市区町村が参加している事例/ }).waitFor();
  await chips(page).getByRole("link", { name: /規模の近さ/ }).click();
  await eventuallyEqual(() => query(page).get("near"), null, "the size is taken away like any condition");
});

test("a range is set by a band or by two numbers in 万円, and the counts follow", async ({ page, open }) => {
  await open("cases/?scope=all");
  await openGroup(page, "参加自治体数");
  const group = (name) => filters(page).getByRole("group", { name, exact: true });
  await group("参加自治体数").getByRole("button", { name: /^10団体以下/ }).click();
  await expectCount(page, stats("scope=all&members=-10").total);
  assert.equal(query(page).get("members"), "-10");
  await group("参加自治体数").getByRole("button", { name: /^10団体以下/ }).click();
  await openGroup(page, "初期費用");
  await group("初期費用").getByLabel("下限").fill("1000");
  await group("初期費用").getByLabel("上限").fill("10,000");
  await group("初期費用").getByRole("button", { name: /絞り込む/ }).click();
  await expectCount(page, stats("scope=all&initial=10000000-100000000").total);
  assert.equal(query(page).get("initial"), "10000000-100000000");
  await chips(page).getByText("1,000万円～1億円").waitFor();
  await group("初期費用").getByLabel("下限").fill("20000");
  await group("初期費用").getByRole("button", { name: /絞り込む/ }).click();
  await group("初期費用").getByText("下限が上限を超えないように").waitFor();
  assert.equal(query(page).get("initial"), "10000000-100000000", "the wrong range changed nothing");
});

test("every facet of the address has its choices, with the program's counts", async ({ page, open }) => {
  await open("cases/?scope=all");
  const all = stats("scope=all");
  for (const [group, terms, figures] of [
    ["代表団体の種類", "lead_kinds", all.by_lead],
    ["効果・ねらい", "benefits", all.by_benefit],
  ]) {
    const expected = source(terms).map(({ slug, name }) => [name, figures[slug] ?? 0]);
    assert.deepEqual(await choiceCounts(page, group), Object.fromEntries(expected), group);
  }
  await openGroup(page, "事業者");
  const vendor = filters(page).getByRole("group", { name: "事業者", exact: true }).getByRole("checkbox").first();
  await vendor.check();
  const name = query(page).get("vendor");
  assert.ok(name);
  await expectCount(page, cases.filter((it) => it.vendor === name).length);
});

test("the table sorts by a column, and its columns are in the address", async ({ page, open }) => {
  await open("cases/");
  await results(page).getByRole("link", { name: "表", exact: true }).click();
  const column = table(page).getByRole("columnheader", { name: "参加自治体数" });
  await column.getByRole("button").click();
  await eventuallyEqual(() => column.getAttribute("aria-sort"), "ascending");
  await column.getByRole("button").click();
  await eventuallyEqual(() => column.getAttribute("aria-sort"), "descending");
  assert.deepEqual([query(page).get("view"), query(page).get("sort")], ["table", "-members"]);
  const most = Math.max(...counted.map((it) => it.participants_count ?? 0));
  await table(page).getByRole("row").nth(1).getByRole("cell", { name: `${grouped(most)}団体` }).waitFor();
  await results(page).locator("summary").filter({ hasText: "表示する項目" }).click();
  await results(page).getByRole("checkbox", { name: "事業者" }).check();
  await table(page).getByRole("columnheader", { name: "事業者" }).waitFor();
  await page.reload();
  await table(page).getByRole("columnheader", { name: "事業者" }).waitFor();
});

test("picked cases are pasted as a table that Word and Excel take, and compared", { tag: "@smoke" }, async ({ page, open, url }) => {
  await open("cases/");
  const [first, second] = await listedTitles(page);
  for (const title of [first, second]) {
    await results(page).getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) }).first().getByText("選ぶ", { exact: true }).click();
  }
  const bar = results(page).getByRole("region", { name: "2件を選択中" });
  await bar.getByRole("button", { name: "庁内資料に貼る" }).click();
  await bar.getByText("コピーしました").waitFor();
  const clip = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return { html: await read("text/html"), text: await read("text/plain") };
  });
  const lines = clip.text.split(/\r?\n/);
  assert.equal(lines[1].split("\t")[0], "事例名");
  assert.deepEqual(lines.slice(2, 4).map((line) => line.split("\t")[0]), [first, second]);
  assert.ok(lines.some((line) => line.includes("時点")) && lines.at(-1).includes(url("compare/")), clip.text);
  const pasted = await page.evaluate((html) => {
    // Its styles are for where it is pasted; here the policy refuses them.
    const parsed = new DOMParser().parseFromString(html.replace(/ style="[^"]*"/g, ""), "text/html");
    const rows = [...parsed.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent));
    // Behind the name of a case; the pages that state its amounts are on other sites.
    return { rows, links: [...parsed.querySelectorAll("tr > :first-child a")].map((link) => link.href) };
  }, clip.html);
  assert.deepEqual(pasted.rows.slice(1).map((row) => row[0]), [first, second]);
  assert.equal(pasted.links.length, 2);
  assert.ok(pasted.links.every((link) => link.startsWith(url("cases/"))), pasted.links.join(" "));
  await bar.getByRole("link", { name: "選んだ事例を比較する" }).click();
  await heading(page).getByText("事例の比較").waitFor();
  assert.equal(query(page).get("ids").split(",").length, 2);
});

test("without picking all cases are pasted, or on request those of the page, and each says so", async ({ page, open, url }) => {
  const pasted = async (name) => {
    const before = await results(page).getByText("コピーしました").count();
    await results(page).getByRole("button", { name }).click();
    await eventually(async () => assert.ok((await results(page).getByText("コピーしました").count()) > before));
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
    return { title: lines[0], rows: lines.filter((line) => line.includes("\t")).slice(1).map((row) => row.split("\t")[0]), lines };
  };
  await open("cases/?sort=title&page=2");
  const all = answerTo("").map((it) => it.title).sort();
  const whole = await pasted(new RegExp(`^庁内資料に貼る（全${count(all.length)}）$`));
  assert.equal(whole.title, `共同調達事例一覧（条件に合う全${count(all.length)}）`);
  assert.deepEqual(whole.rows.sort(), all);
  assert.ok(whole.lines.at(-1).includes(url("cases/")) && whole.lines.includes("並び順：事例名順"), whole.lines.slice(-4).join(" "));
  const page2 = await pasted(/^このページだけ貼る（26～50件目）$/);
  assert.equal(page2.title, `共同調達事例一覧（条件に合う${count(all.length)}のうち26～50件目）`);
  assert.deepEqual(page2.rows, await listedTitles(page));
});

test("what is picked survives a reload, and a case says in words that it is picked", async ({ page, open }) => {
  const [first, second] = counted;
  await open(`cases/${first.id}/`);
  await main(page).getByRole("button", { name: "比較に加える" }).click();
  await main(page).getByText("比較に加えました（1件を選択中）。もう1件加えると比較できます。").waitFor();
  await open(`cases/${second.id}/`);
  await main(page).getByRole("button", { name: "比較に加える" }).click();
  await main(page).getByText("比較に加えました（2件を選択中）。").waitFor();
  await page.reload();
  await main(page).getByRole("button", { name: "比較から外す" }).waitFor();
  await main(page).getByRole("link", { name: "選んだ2件を比較する" }).click();
  await heading(page).getByText("事例の比較").waitFor();
  assert.deepEqual(query(page).get("ids").split(","), [first.id, second.id]);
});

test("the way back to the list leads to the height at which it was left", async ({ page, open }) => {
  await open("cases/?per=100&sort=title");
  const titles = await listedTitles(page);
  const scroll = () => page.evaluate(() => Math.round(scrollY));
  await eventually(async () => {
    await page.evaluate(() => scrollTo(0, 2400));
    assert.equal(await scroll(), 2400);
  });
  await results(page).getByRole("link", { name: titles[12], exact: true }).evaluate((link) => link.click());
  const way = main(page).getByRole("navigation", { name: "一覧の中の移動" });
  await way.getByRole("link", { name: /^次の事例/ }).click();
  await heading(page).getByText(titles[13], { exact: true }).waitFor();
  await way.getByRole("link", { name: "一覧に戻る" }).click();
  await expectCount(page, stats("").total);
  await eventually(async () => assert.ok(Math.abs((await scroll()) - 2400) < 4, String(await scroll())));
  await page.goBack();
  await heading(page).getByText(titles[13], { exact: true }).waitFor();
});

test("from the list one walks through its cases and back", async ({ page, open }) => {
  await open("cases/?pref=31&sort=title");
  const titles = await listedTitles(page);
  await results(page).getByRole("link", { name: titles[0], exact: true }).click();
  await heading(page).getByText(titles[0], { exact: true }).waitFor();
  const way = main(page).getByRole("navigation", { name: "一覧の中の移動" });
  await way.getByText(`一覧の${titles.length}件中1件目`).waitFor();
  await way.getByRole("link", { name: /^次の事例/ }).click();
  await heading(page).getByText(titles[1], { exact: true }).waitFor();
  await way.getByRole("link", { name: "一覧に戻る" }).click();
  await expectCount(page, titles.length);
  assert.equal(query(page).get("pref"), "31");
});

test("a word that stands only in the background is shown with what is around it", async ({ page, open }) => {
  const it = counted.find((one) => (one.background ?? "").length > 40);
  const word = it.background.replace(/[\s、。「」（）()・]/g, " ").split(" ").sort((a, b) => b.length - a.length)[0].slice(0, 12);
  await open(`cases/?q=${encodeURIComponent(word)}`);
  const item = results(page).getByRole("listitem").filter({ has: page.getByRole("heading", { name: it.title, exact: true }) }).first();
  await eventually(async () => assert.ok((await item.getByText(word).count()) > 0));
  assert.equal((await item.locator("mark").first().innerText()).normalize("NFKC"), word.normalize("NFKC"), "the word is marked");
});

test("without a result only ways that lead somewhere are offered", async ({ page, open }) => {
  const it = caseById(cases[0].id);
  await open(`cases/?q=${encodeURIComponent("そのような語はどこにもない")}&pref=${it.prefecture_code}&domain=tools`);
  await expectCount(page, 0);
  const ways = await results(page).getByRole("link").filter({ hasText: /件/ }).allInnerTexts();
  assert.ok(ways.length > 0);
  assert.ok(ways.every((way) => !way.includes("（0件）")), ways.join(" "));
  await results(page).getByRole("link", { name: new RegExp(`${count(stats().total)}|すべて解除`) }).first().waitFor();
});
