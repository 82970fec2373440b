// The explanation of joint procurement, and questions with answers: their figures, and that their links lead on.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual, untilApp } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { count, counted, date, grouped, snapshot, stats, systemName, table as source, total } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, facts, heading, main, region, rows, table } from "./support/parts.mjs";

const budgets = counted.filter((it) => it.cost_basis === "予算・計画額").length;
const focused = (page) => page.evaluate(() => document.activeElement.id);

test("procuring alone and together is compared in five rows, which can be saved", async ({ page, open }) => {
  await open("about/");
  const comparison = table(page, "単独調達と共同調達の違い");
  assert.deepEqual(await comparison.getByRole("columnheader").allInnerTexts(), ["観点", "単独調達", "共同調達"]);
  const shown = await rows(comparison);
  assert.deepEqual(shown.map(([view]) => view), ["調整", "費用", "事務体制", "専門性・ノウハウ", "情報・データ"]);
  for (const [view, alone, together] of shown) {
    assert.ok(alone.length > 10 && together.length > 10 && alone !== together, view);
  }
  const { bytes } = await download(page, region(page, "単独調達と共同調達の違い").first().getByRole("button", { name: "CSV" }));
  assert.deepEqual(parseExcelCsv(bytes).slice(1), shown);
});

test("four kinds of readers find a way of four steps each, with links into the site", async ({ page, open }) => {
  await open("about/");
  const guides = region(page, "このサイトの使い方").getByRole("region");
  assert.deepEqual(await guides.getByRole("heading", { level: 3 }).allInnerTexts(), [
    "市区町村のDX担当の方",
    "都道府県の担当の方",
    "研究者・事業者・住民の方",
    "データを整備する方",
  ]);
  for (const guide of await guides.all()) {
    const steps = await guide.getByRole("listitem").evaluateAll((all) => all.map((item) => item.querySelectorAll("a").length));
    assert.equal(steps.length, 4);
    assert.ok(steps.filter((links) => links > 0).length >= 3, `links of ${await guide.getByRole("heading").innerText()}: ${steps}`);
  }
});

test("the numbers in the text are those of the program, and lead to their lists", async ({ page, open }) => {
  const { by_benefit, by_lead } = stats();
  const largest = source("benefits").filter(({ slug }) => by_benefit[slug]).sort((a, b) => by_benefit[b.slug] - by_benefit[a.slug]);
  const leads = source("lead_kinds").filter(({ slug }) => by_lead[slug]);
  await open("about/");
  const why = (await region(page, "なぜ共同で調達するのか").getByRole("listitem").allInnerTexts()).filter((text) => text.endsWith("件"));
  const numbers = why.map((text) => Number(text.match(/：([\d,]+)件$/)[1].replaceAll(",", "")));
  assert.deepEqual(numbers, largest.slice(0, 3).map(({ slug }) => by_benefit[slug]), "the three most frequent benefits");
  for (const text of why) assert.ok(largest.some(({ slug, name }) => text === `${name}：${count(by_benefit[slug])}`), text);
  const definition = region(page, "このサイトでの定義");
  const shown = await definition.getByRole("listitem").allInnerTexts();
  assert.deepEqual(shown.sort(), leads.map(({ slug, name }) => `${name}：${count(by_lead[slug])}`).sort());
  await definition.getByText(`都道府県が関わる事例${count(total())}の代表団体`).waitFor();
  await region(page, "共同調達で必要になること").getByText(`参考文書がある事例（${count(total("has=documents"))}）`).waitFor();
  await definition.getByRole("link", { name: `市町村どうしの事例${count(total("scope=municipal"))}` }).click();
  await expectCount(page, total("scope=municipal"));
});

test("what the figures cover is said with of how many cases each is known", async ({ page, open }) => {
  await open("about/");
  const { participants, population, staff } = stats();
  const said = await facts(page, "数字が表すもの、表さないもの");
  const all = count(total());
  const parts = {
    集めた範囲: [date(snapshot.as_of)],
    数える範囲: [all, count(total("scope=municipal"))],
    参加自治体数: [`${all}のうち${count(participants.known)}`],
    費用: [`${all}のうち${count(total("has=costs"))}`, `うち${count(budgets)}は予算・計画額`],
    人口規模: [`${all}のうち${count(population.known)}`, snapshot.credits.find((it) => it.subject === "人口").text],
    職員規模: [`${all}のうち${count(staff.known)}`, snapshot.credits.find((it) => it.subject === "職員数").text],
  };
  for (const [name, texts] of Object.entries(parts)) {
    for (const text of texts) assert.ok(said.get(name)?.includes(text), `${name} says ${text}: ${said.get(name)}`);
  }
});

const questions = (page) => main(page).getByRole("heading", { level: 3 });
const answer = (page, question) => region(page, question);

test("at least twelve questions are asked as people ask, each answered", { tag: "@smoke" }, async ({ page, open }) => {
  await open("faq/");
  const asked = await questions(page).allInnerTexts();
  assert.ok(asked.length >= 12, `${asked.length} questions`);
  assert.equal(new Set(asked).size, asked.length, "none is asked twice");
  for (const question of asked) {
    assert.match(question, /か$|には$|たら$/, question);
    const text = (await answer(page, question).innerText()).replace(question, "").trim();
    assert.ok(text.length > 20, `${question}: ${text}`);
  }
});

test("the figures of the answers are those of the program", async ({ page, open }) => {
  await open("faq/");
  const { participants, population, by_subsidy, by_specification, by_year } = stats();
  const all = count(total());
  const dated = Object.values(by_year).reduce((sum, number) => sum + number, 0);
  const across = counted.filter((it) => it.partner_prefecture_codes.length).length;
  const parts = {
    自分の町と似た規模の事例を探すには: [`${all}のうち${count(population.known)}で`],
    仕様書は手に入りますか: [`提供ありと分かる事例は${count(by_specification.yes)}`, `（${count(total("has=documents"))}）`],
    費用が載っていない事例が多いのはなぜですか: [`都道府県が関わる${all}のうち、金額が一つでも分かるのは${count(total("has=costs"))}`],
    補助金を使った事例を探すには: [
      `事例は${count(by_subsidy.yes)}`,
      by_subsidy.no ? `使っていないと分かる事例は${count(by_subsidy.no)}、未確認は${count(by_subsidy.unknown)}` : `ほかの${count(by_subsidy.unknown)}は未確認`,
    ],
    "契約額、公表額、予算・計画額はどう違いますか": [`は${count(total("has=costs"))}で、うち${count(budgets)}が予算・計画額`],
    "参加自治体の「延べ」とは何ですか": [
      `${all}のうち参加自治体数が分かる${count(participants.known)}の合計は、延べ${grouped(participants.sum)}団体`,
    ],
    市町村どうしの事例を別に数えるのはなぜですか: [`都道府県が関わる${all}`, `市町村どうしの事例${count(total("scope=municipal"))}`],
    "都道府県をまたぐ事例は、どこに数えますか": [`は${count(across)}です`],
    "導入年は、調達した年ですか、使い始めた年ですか": [`${all}のうち${count(dated)}で分かり`],
    "「効果・ねらい」は、実際に得られた効果ですか": [`効果額は${count(total("has=savings"))}にあり`],
    データを再利用してよいですか: [snapshot.licence],
    データはいつ更新されますか: [
      snapshot.update_note || "更新の予定は未設定です。",
      date(snapshot.as_of),
      date(snapshot.published_at),
    ],
    このサイトはだれが運営していますか: [snapshot.maintainer.name || "運営者は未設定です。"],
  };
  for (const [question, texts] of Object.entries(parts)) {
    const text = await answer(page, question).innerText();
    for (const part of texts) assert.ok(text.includes(part), `${question} says ${part}: ${text}`);
  }
  const noted = [...new Set(source("policy_notes").map((it) => systemName(it.system_type)))];
  const listed = await answer(page, "国の標準化の対象になる基幹系は、どう扱っていますか").getByRole("listitem").allInnerTexts();
  assert.deepEqual(listed.sort(), noted.sort());
});

test("every link of an answer leads to a page that exists, and to the part that it names", async ({ page, open, url }) => {
  await open("faq/");
  const links = main(page).getByRole("region").getByRole("link");
  const targets = new Set(await links.evaluateAll((all) => all.map((link) => link.href)));
  const inside = [...targets].filter((target) => target.startsWith(url()));
  assert.ok(inside.length >= 12, `${inside.length} links into the site`);
  for (const target of targets) {
    if (!inside.includes(target)) assert.match(target, /^https:\/\//);
    else assert.equal((await fetch(target)).status, 200, target);
  }
  for (const target of inside.filter((target) => !target.endsWith(".json"))) {
    await main(page).locator(`a[href="${target.slice(new URL(target).origin.length)}"]`).first().click();
    await eventuallyEqual(() => page.url(), target);
    const { hash } = new URL(target);
    await eventually(async () => {
      assert.doesNotMatch(await heading(page).innerText(), /見つかりません/, target);
      if (hash) assert.equal(await focused(page), hash.slice(1), target);
    });
    await page.goBack();
    await heading(page).getByText("よくある質問").waitFor();
  }
});

test("a question has an address of its own, which leads to it and stays after a reload", async ({ page, context, open, url }) => {
  await open("faq/");
  const asked = await questions(page).allInnerTexts();
  for (const question of [asked[0], asked[Math.floor(asked.length / 2)], asked.at(-1)]) {
    const id = await answer(page, question).getAttribute("id");
    assert.match(id, /^[a-z][a-z-]*$/, question);
    const tab = await context.newPage();
    const inView = async () => {
      const { y } = await questions(tab).getByText(question, { exact: true }).boundingBox();
      assert.ok(y >= 0 && y < 800, `${question} is in view: ${y}`);
      assert.equal(tab.url(), url(`faq/#${id}`));
    };
    await tab.goto(url(`faq/#${id}`));
    await untilApp(tab);
    await eventuallyEqual(() => focused(tab), id);
    await inView();
    await tab.reload();
    await untilApp(tab);
    await eventually(inView);
    await tab.close();
  }
});

test("the groups of questions are reached from the top", async ({ page, open }) => {
  await open("faq/");
  const groups = await main(page).getByRole("heading", { level: 2 }).allInnerTexts();
  assert.ok(groups.length >= 3);
  for (const group of groups) {
    await main(page).getByRole("link", { name: group, exact: true }).click();
    await eventually(async () => assert.ok(await region(page, group).evaluate((it) => it === document.activeElement), group));
  }
});
