// The overview's figures are those that the maintainers' program prints, and each leads to its cases.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { eventually } from "./support/browser.mjs";
import { cases, count, counted, domains, grouped, prefectures, stats, systemName, yearOfData } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main, results, rows } from "./support/parts.mjs";

const region = (page, name) => main(page).getByRole("region", { name, exact: true });

/** Types with a row of their own nationwide, and those under 「その他」. */
function groupedTypes() {
  const nationwide = stats().by_system;
  return domains.map((domain) => {
    const own = Object.entries(stats(`domain=${domain.slug}`).by_system);
    const [rows, others] = [true, false].map((wanted) =>
      own.filter(([slug]) => (slug !== "other" && nationwide[slug] >= 2) === wanted),
    );
    return { ...domain, cases: stats().by_domain[domain.slug], rows, others };
  });
}

const rowText = ([slug, number]) => `${systemName(slug)} ${count(number)}`;
/** The rows of bars that are seen: 「電子申請 32件」. */
const barTexts = async (tile) =>
  (await tile.getByRole("listitem").filter({ visible: true }).allInnerTexts()).map((text) => text.trim().replace(/\s+/g, " "));

test("the heading states the number of cases and of prefectures", async ({ page, open }) => {
  await open();
  const { total, by_prefecture } = stats();
  const text = await heading(page).innerText();
  assert.match(text, new RegExp(`(^|\\D)${count(total)}`));
  assert.match(text, new RegExp(`(^|\\D)${Object.keys(by_prefecture).length}都道府県`));
});

test("the key figures are those of the program, with what they leave out", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  const all = stats();
  const figures = region(page, "主な数字");
  const figure = (label) => figures.getByRole("listitem").filter({ hasText: label });
  await figures.getByText("数え方", { exact: true }).click();
  const counting = figures.locator("dl > div");
  const check = async (label, value, ...notes) => {
    const text = await figure(label).innerText();
    assert.equal(text.replace(/\s/g, ""), label + value);
    const told = await counting.filter({ has: page.getByText(label, { exact: true }) }).innerText();
    for (const note of notes) assert.ok(told.includes(note), `${label} says ${note}: ${told}`);
  };
  const costs = stats("has=costs").total;
  const ofScope = counted;
  const budget = ofScope.filter((it) => it.cost_basis === "予算・計画額").length;
  await check("都道府県が関わる事例", count(all.total), count(stats("scope=municipal").total));
  await check("事例を確認できた都道府県", `${Object.keys(all.by_prefecture).length}都道府県`);
  await check(
    "参加自治体（延べ）",
    `${grouped(all.participants.sum)}団体`,
    `${count(all.total)}のうち、数が分かる${count(all.participants.known)}`,
  );
  await check("費用が分かる事例", count(costs), count(all.total), `契約額か公表額が分かるのは${count(costs - budget)}、予算・計画額だけが分かるのは${count(budget)}`);
  await check("参考文書がある事例", count(stats("has=documents").total), count(all.total));
});

test("each domain shows its total and its system types, most cases first", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  for (const domain of groupedTypes()) {
    const tile = region(page, domain.name);
    assert.equal(await tile.getByText(/^[\d,]+件$/).first().innerText(), count(domain.cases), domain.name);
    const rows = await barTexts(tile);
    assert.deepEqual([...rows].sort(), domain.rows.map(rowText).sort(), `${domain.name}: rows`);
    const numbers = rows.map((row) => Number(row.match(/([\d,]+)件$/)[1].replaceAll(",", "")));
    assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a), `${domain.name}: order`);
  }
});

test("types with a single case stand under その他, whose count adds them up", async ({ page, open }) => {
  await open();
  for (const domain of groupedTypes()) {
    const tile = region(page, domain.name);
    const disclosure = tile.locator("summary").filter({ hasText: /^その他 [\d,]+件/ });
    if (domain.others.length === 0) {
      assert.equal(await disclosure.count(), 0);
      continue;
    }
    const sum = domain.others.reduce((total, [, number]) => total + number, 0);
    assert.match(await disclosure.innerText(), new RegExp(`^その他 ${count(sum)}`));
    const hidden = rowText(domain.others[0]);
    const before = await barTexts(tile);
    assert.ok(!before.includes(hidden), `${hidden} is folded away`);
    await disclosure.click();
    await eventually(async () => {
      const rows = await barTexts(tile);
      assert.deepEqual(rows.sort(), [...domain.rows, ...domain.others].map(rowText).sort());
    });
  }
});

test("a system type's name leads to its page", async ({ page, open }) => {
  await open();
  const [{ name, rows: [[slug]] }] = groupedTypes();
  await region(page, name).getByRole("link", { name: systemName(slug), exact: true }).click();
  await page.waitForURL((url) => url.pathname.endsWith(`/systems/${slug}/`));
  await heading(page).getByText(systemName(slug)).waitFor();
});

test("the prefectures are listed in order of code, those without a case as unconfirmed", async ({ page, open }) => {
  await open();
  const entries = await region(page, "都道府県ごとの事例").locator("dl").getByRole("listitem").allInnerTexts();
  const expected = prefectures.map(({ code, name }) => {
    const number = stats().by_prefecture[code];
    return `${name} ${number === undefined ? "公開情報で未確認" : count(number)}`;
  });
  const byRegion = [...new Set(prefectures.map((it) => it.region))];
  const order = prefectures.map((it, place) => [byRegion.indexOf(it.region), place]);
  order.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  assert.deepEqual(entries.map((it) => it.trim().replace(/\s+/g, " ")), order.map(([, place]) => expected[place]));
});

/** The yen that an amount such as 約1億2,300万円 stands for. */
function inYen(text) {
  const [, oku, man, yen] = /^約?(?:([\d,]+)億)?(?:([\d,]+)万)?([\d,]+)?円$/.exec(text) ?? assert.fail(text);
  const number = (digits = "0") => Number(digits.replaceAll(",", ""));
  return number(oku) * 100_000_000 + number(man) * 10_000 + number(yen);
}

/** From the source table: amounts that are no range, budgets left out. */
function median(key) {
  const stated = counted.filter((it) => it.cost_basis !== "予算・計画額");
  const amounts = stated.map((it) => it[key]).filter(Number.isInteger).sort((a, b) => a - b);
  const [low, high] = [amounts.length - 1, amounts.length].map((place) => amounts[place >> 1]);
  return { known: amounts.length, median: (low + high) / 2, range: [amounts[0], amounts.at(-1)] };
}

test("medians of costs are those of the source, and say of how many cases they are", async ({ page, open }) => {
  await open();
  const table = region(page, "費用と効果額で分かっていること").getByRole("table");
  for (const [name, key] of [["年間運用費", "annual_cost_yen"], ["初期費用", "initial_cost_yen"], ["契約総額", "contract_total_yen"]]) {
    const row = table.getByRole("row", { name: new RegExp(`^${name}`) });
    const [known, middle, range] = await row.getByRole("cell").allInnerTexts();
    const expected = median(key);
    assert.ok(expected.known > 1, name);
    assert.equal(known, count(expected.known), name);
    // Said to 10,000 yen; the median of two may lie between.
    const isSaid = (text, yen) => assert.ok(Math.abs(inYen(text) - yen) < 10_000, `${name}: ${text} for ${yen}`);
    isSaid(middle, expected.median);
    range.split("～").forEach((text, place) => isSaid(text, expected.range[place]));
  }
});

test("the table of years has the program's rows", async ({ page, open }) => {
  await open();
  const card = main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: /導入は\d+年が/ }) });
  await card.getByText("表で見る", { exact: true }).click();
  const rows = await card.getByRole("table").getByRole("row").allInnerTexts();
  const { by_year, total } = stats();
  const expected = Object.entries(by_year).map(([year, number]) => `${yearOfData(year)} ${count(number)}`);
  assert.deepEqual(rows.slice(1).map((row) => row.trim().replace(/\s+/g, " ")), expected);
  const known = Object.values(by_year).reduce((sum, number) => sum + number, 0);
  await card.getByText(new RegExp(`導入年を確認できない${count(total - known)}`)).waitFor();
  const peak = Math.max(...Object.values(by_year));
  const [year, number] = (await card.getByRole("heading").innerText()).match(/(\d{4})年が([\d,]+)件/).slice(1);
  assert.deepEqual([by_year[year], Number(number)], [peak, peak], "the heading names the year with the most");
});

test("a domain's heading leads to its cases, and the distinct figures to lists that say so", { tag: "@smoke" }, async ({ page, open }) => {
  for (const domain of domains) {
    await open();
    await main(page).getByRole("heading", { level: 3, name: domain.name }).getByRole("link").click();
    await expectCount(page, stats(`domain=${domain.slug}`).total, domain.name);
  }
  await open();
  await region(page, "主な数字").getByRole("link", { name: /^参加自治体（延べ）/ }).click();
  await expectCount(page, stats().participants.known, "the cases that the sum of participants adds up");
  await page.goBack();
  await region(page, "主な数字").getByRole("link", { name: /^事例を確認できた都道府県/ }).click();
  await eventually(async () => assert.equal(await heading(page).count(), 1));
  await page.waitForURL((url) => url.pathname.endsWith("/prefectures/"));
});

const search = (page) => main(page).getByRole("combobox", { name: /キーワード/ });
const options = (page) => main(page).getByRole("listbox", { name: "候補" }).getByRole("option");
/** A word that occurs in the data and is the name of no place, type or case. */
const WORD = cases.map((it) => it.vendor).find((it) => it && !cases.some(({ title }) => title.includes(it)));

test("a word that is no name is looked for in all cases", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  await search(page).pressSequentially(WORD);
  await options(page).filter({ hasText: `「${WORD}」を含む事例を一覧で探す` }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname.endsWith("/cases/") && url.searchParams.get("q") === WORD);
  const found = answerTo(new URL(page.url()).search.slice(1));
  const having = cases.filter((it) => it.vendor === WORD).map((it) => it.id);
  assert.deepEqual(having.filter((id) => !found.some((it) => it.id === id)), []);
  await expectCount(page, found.length);
});

test("beside names the word itself is offered last, and by a click too", async ({ page, open }) => {
  await open();
  await search(page).pressSequentially("電子");
  await options(page).nth(1).waitFor();
  const last = options(page).last();
  assert.equal(await last.innerText(), "「電子」を含む事例を一覧で探す");
  await last.click();
  await page.waitForURL((url) => url.searchParams.get("q") === "電子");
});

test("an officer comes to three comparable cases with costs in five steps", async ({ page, open }) => {
  await open();
  const door = region(page, "市町村の担当");
  await door.getByRole("link", { name: `費用が分かる事例（${count(stats("has=costs").total)}）` }).click();
  await expectCount(page, stats("has=costs").total);
  for (const place of [0, 1, 2]) await results(page).getByRole("checkbox").nth(place).check();
  await main(page).getByRole("link", { name: "選んだ事例を比較する" }).click();
  const compared = main(page).getByRole("region", { name: "3件の事例の比較" }).getByRole("table");
  await compared.waitFor();
  const amounts = await compared.getByRole("row", { name: /^(初期費用|年間運用費|契約総額)/ }).allInnerTexts();
  assert.ok(amounts.some((text) => /円/.test(text)), amounts.join("|"));
});

test("what is bought together most stands with its counts and known amounts", async ({ page, open }) => {
  await open();
  const table = region(page, "多く共同調達されているシステム").getByRole("table");
  const shown = await rows(table);
  const counts = Object.entries(stats().by_system).filter(([slug]) => slug !== "other");
  const most = counts.map(([, number]) => number).sort((a, b) => b - a).slice(0, shown.length);
  assert.deepEqual(shown.map(([, number]) => number), most.map(count));
  for (const [name, number, , amounts] of shown) {
    const [slug] = counts.find(([slug]) => systemName(slug) === name);
    assert.equal(number, count(stats().by_system[slug]));
    const own = counted.filter((it) => it.system_type === name && it.cost_basis !== "予算・計画額");
    const known = own.filter((it) => [it.initial_cost_yen, it.annual_cost_yen, it.contract_total_yen].some(Number.isInteger));
    assert.equal(/円/.test(amounts), known.length > 0, `${name}: ${amounts}`);
  }
});

test.describe(() => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the first screen has the search, the ways in and the figures", async ({ page, open }) => {
    await open();
    for (const part of [search(page), region(page, "調べる人").getByRole("link").last(), region(page, "主な数字").getByRole("listitem").last()]) {
      const box = await part.boundingBox();
      assert.ok(box.y + box.height <= 800, JSON.stringify(box));
    }
  });
});
