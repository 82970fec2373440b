// The pages of system types: what they count, and the parts that come with files of their own.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, facts, heading, keyFigures, main, region, rows, table } from "./support/parts.mjs";
import { fewOfSystem as few, manyOfSystem as most, noneOfSystem, onlyMunicipal } from "./support/samples.mjs";
import { cases, count, counted, date, domains, grouped, prefectures, stated, stats, systemName, systems, table as source, total, UNKNOWN } from "./support/data.mjs";

const types = (scope) => Object.keys(stats(scope).by_system).filter((slug) => slug !== "other").length;
/** The prefectures that have cases, in order of code. */
const placesOf = (counted) => prefectures.filter(({ code }) => code in counted);
const notes = source("policy_notes");

test("the types are counted with a prefecture, and with all in one click", { tag: "@smoke" }, async ({ page, open, url }) => {
  await open("systems/");
  assert.match(await heading(page).innerText(), new RegExp(`(^|\\D)${types("")}種類`));
  await main(page).getByRole("link", { name: "市町村どうしの事例も含めて数える" }).click();
  await eventually(async () => assert.match(await heading(page).innerText(), new RegExp(`(^|\\D)${types("scope=all")}種類`)));
  assert.equal(page.url(), url("systems/?scope=all"));
  await page.goBack();
  await eventually(async () => assert.match(await heading(page).innerText(), new RegExp(`(^|\\D)${types("")}種類`)));
});

for (const scope of ["", "scope=all"]) {
  test(`each type has the program's counts in its domain: ${scope || "with a prefecture"}`, async ({ page, open }) => {
    await open(`systems/${scope && `?${scope}`}`);
    for (const domain of domains) {
      const { total: all, by_system } = stats(`domain=${domain.slug}&${scope}`);
      const names = Object.keys(by_system).filter((slug) => slug !== "other");
      await main(page).getByRole("heading", { name: `${domain.name}：${names.length}種類、${count(all)}`, exact: true }).waitFor();
      const expected = Object.entries(by_system).map(([slug, number]) => {
        const query = `domain=${domain.slug}&system=${slug}&${scope}`;
        const { by_prefecture, by_subsidy, by_specification } = stats(query);
        return [
          systemName(slug),
          count(number),
          `${Object.keys(by_prefecture).length}都道府県`,
          ...(scope ? [] : [stated(total(`domain=${domain.slug}&system=${slug}&scope=municipal`))]),
          stated(by_subsidy.yes),
          stated(by_specification.yes),
          stated(total(`${query}&has=documents`)),
        ];
      });
      const shown = await rows(table(page, `${domain.name}のシステム種別`));
      const byName = (a, b) => (a[0] < b[0] ? -1 : 1);
      const width = scope ? 6 : 7;
      assert.deepEqual(shown.map((row) => row.slice(0, width)).sort(byName), expected.sort(byName), domain.name);
      for (const [name, ...cells] of shown.filter((row) => row.length > width)) {
        const isNoted = notes.some((it) => systemName(it.system_type) === name);
        assert.equal(cells.at(-1), isNoted ? "あり" : "－", `${name} has a policy note`);
      }
      // Most cases first; those of no clear type come last.
      const numbers = shown.filter(([name]) => name !== systemName("other")).map(([, number]) => parseInt(number.replaceAll(",", ""), 10));
      assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a), `${domain.name}: order`);
    }
    const missing = systems.filter(({ slug }) => slug !== "other" && !(slug in stats(scope).by_system));
    const counted = scope ? "事例" : "都道府県が関わる事例";
    const others = region(page, `${counted}が${UNKNOWN}の種別：${missing.length}種類`).getByRole("listitem");
    const shown = await others.evaluateAll((all) => all.map((item) => item.querySelector("a").textContent));
    assert.deepEqual(shown, missing.map((it) => it.name));
    for (const { slug, name } of missing.filter(({ slug }) => total(`system=${slug}&scope=municipal`))) {
      const item = others.filter({ has: page.getByRole("link", { name, exact: true }) });
      await item.getByText(`市町村どうしの事例 ${count(total(`system=${slug}&scope=municipal`))}`).waitFor();
    }
  });
}

test("a type's name leads to its page, its number to its cases", async ({ page, open }) => {
  await open("systems/");
  const row = main(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: systemName(most), exact: true }) }).first();
  await row.getByRole("link", { name: systemName(most), exact: true }).click();
  const { total, by_prefecture } = stats(`system=${most}`);
  const title = `${systemName(most)}：都道府県が関わる共同調達は${count(total)}、${Object.keys(by_prefecture).length}都道府県で確認`;
  await eventuallyEqual(() => heading(page).innerText(), title);
  await main(page).getByRole("link", { name: `都道府県が関わる事例 ${count(total)}` }).click();
  await expectCount(page, total);
});

/** Types of which a page tells the figures: many cases, a policy note, both answers known. */
const withFigures = [...new Set([most, ...notes.map((it) => it.system_type)])].filter((slug) => total(`system=${slug}`) >= 5);

for (const slug of withFigures) {
  const query = `system=${slug}`;

  test(`the figures and tables of ${systemName(slug)} are those of the program`, async ({ page, open }) => {
    await open(`systems/${slug}/`);
    const { total: all, by_prefecture, participants, by_subsidy, by_specification, by_benefit, by_year } = stats(query);
    assert.deepEqual(await keyFigures(page), new Map([
      ["都道府県が関わる事例", count(all)],
      ["事例を確認できた都道府県", `${Object.keys(by_prefecture).length}都道府県`],
      ["参加自治体（延べ）", participants.known ? `${grouped(participants.sum)}団体` : UNKNOWN],
      ["補助金の利用を確認した事例", stated(by_subsidy.yes)],
      ["仕様書の提供を確認した事例", stated(by_specification.yes)],
      ["参考文書がある事例", stated(total(`${query}&has=documents`))],
    ]));
    const figures = region(page, "主な数字");
    const municipal = total(`${query}&scope=municipal`);
    await figures.getByText(municipal ? `市町村どうしの事例 ${count(municipal)}` : `市町村どうしの事例は${UNKNOWN}`).waitFor();
    if (participants.known) await figures.getByText(`${count(all)}のうち、数が分かる${count(participants.known)}の合計`).waitFor();

    const answers = (await rows(table(page, "補助金の利用と仕様書の提供"))).map((row) => row.slice(0, 4));
    const line = (name, { yes, no, unknown }) => [name, ...[yes, no, unknown].map(stated)];
    assert.deepEqual(answers, [line("補助金の利用", by_subsidy), line("仕様書の提供", by_specification)]);

    const words = { operating: "稼働中", procured: "調達済", planned: "計画", ended: "終了", unknown: "現況不明" };
    const statuses = Object.entries(words).map(([status, word]) => [word, total(`${query}&status=${status}`)]);
    const shown = await rows(table(page, "現況"));
    assert.deepEqual(shown.sort(), statuses.filter(([, number]) => number).map(([word, number]) => [word, count(number)]).sort());

    const places = await rows(table(page, "都道府県での状況"));
    const leads = places.filter(([, , number]) => number !== "－").map(([name, , number]) => [name, number]);
    assert.deepEqual(leads, placesOf(by_prefecture).map(({ code, name }) => [name, count(by_prefecture[code])]));

    const benefits = source("benefits").filter((it) => by_benefit[it.slug]).map((it) => [it.name, count(by_benefit[it.slug])]);
    const ofBenefits = main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: /^資料に書かれた効果・ねらいは/ }) });
    assert.deepEqual((await cardRows(ofBenefits)).sort(), benefits.sort());
    const largest = Math.max(...Object.values(by_benefit));
    assert.match(await ofBenefits.getByRole("heading").innerText(), new RegExp(`」が${count(largest)}で最も多い$`));

    const dated = Object.values(by_year).reduce((sum, number) => sum + number, 0);
    const ofYears = main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: /^確認できた導入は/ }) });
    // With plans, which stand at the year that is planned.
    const own = counted.filter((it) => it.system_type === systemName(slug) && it.introduced).map((it) => it.title);
    assert.equal(await ofYears.count(), own.length >= 8 ? 1 : 0, "a picture of eight dated cases or more");
    if (own.length >= 8) {
      assert.deepEqual((await cardRows(ofYears)).map(([, title]) => title).sort(), own.sort());
      await ofYears.getByText(`${count(all)}のうち、導入年を公開資料で確認できたのは${count(dated)}`).waitFor();
    }
  });
}

/** The rows of the table of a picture, which stands behind a disclosure where there is a picture. */
async function cardRows(card) {
  const fold = card.getByText("表で見る", { exact: true });
  if (await fold.count()) await fold.click();
  return rows(card.getByRole("table"));
}

test("the chart of benefits is drawn with the names and numbers of its table", async ({ page, open }) => {
  await open(`systems/${most}/#benefits`);
  const { by_benefit } = stats(`system=${most}`);
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /横棒グラフ/ }) });
  await card.locator("svg").waitFor();
  const drawn = (await card.locator("svg text").allTextContents()).map((text) => text.trim());
  for (const { slug, name } of source("benefits").filter((it) => by_benefit[it.slug])) {
    // A long name takes two lines.
    assert.ok(drawn.join("").includes(name), `${name} in ${drawn}`);
    assert.ok(drawn.includes(String(by_benefit[slug])), `${name}: ${by_benefit[slug]} in ${drawn}`);
  }
});

test("vendors, products and amounts of a type are those of its cases", { tag: "@smoke" }, async ({ page, open }) => {
  await open(`systems/${most}/`);
  const own = counted.filter((it) => it.system_type === systemName(most));
  for (const [caption, field] of [["事業者", "vendor"], ["製品・サービス", "product"]]) {
    const names = [...new Set(own.map((it) => it[field]).filter(Boolean))];
    const fold = main(page).locator("summary").filter({ hasText: caption });
    if (names.length > 10) await fold.click();
    const expected = names.map((name) => [name, count(own.filter((it) => it[field] === name).length)]);
    assert.deepEqual((await rows(table(page, caption))).sort(), expected.sort(), caption);
  }
  const priced = own.filter((it) => it.cost_basis);
  const shown = await rows(table(page, "事例ごとの金額"));
  assert.deepEqual(shown.map(([title, , ...cells]) => [title, cells.at(-1)]).sort(), priced.map((it) => [it.title, it.cost_basis]).sort());
});

test("a policy note stands on the page of its type, with its source", async ({ page, open }) => {
  for (const slug of new Set(notes.map((it) => it.system_type))) {
    await open(`systems/${slug}/`);
    const section = region(page, "制度の注記");
    for (const note of notes.filter((it) => it.system_type === slug)) {
      await section.getByText(note.note, { exact: true }).waitFor();
      const published = note.source_published && `、${date(note.source_published)}`;
      const link = section.getByRole("link", { name: `出典：${note.source_title}（${note.source_publisher}${published}）` });
      assert.equal(await link.getAttribute("href"), note.source_url);
    }
  }
  await open(`systems/${most}/`);
  assert.equal(await region(page, "制度の注記").count(), notes.some((it) => it.system_type === most) ? 1 : 0);
});

test("the documents of a type come and the page leads to them", async ({ page, open }) => {
  await open(`systems/${most}/`);
  const documents = main(page).getByRole("region", { name: "参考文書", exact: true });
  await documents.getByRole("rowheader").first().waitFor();
  assert.match(await documents.getByRole("rowheader").first().getByRole("link").getAttribute("href"), /^https?:/);
  const own = counted.filter((it) => it.system_type === systemName(most));
  const links = table(page, "都道府県が関わる事例の文書").getByRole("rowheader").getByRole("link");
  const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual(shown.sort(), own.flatMap((it) => it.documents.map(({ url }) => url)).sort());
  await main(page).getByRole("link", { name: "参考文書", exact: true }).click();
  await eventuallyEqual(() => page.evaluate(() => document.activeElement.id), "documents");
});

test("few cases are shown themselves, without charts", async ({ page, open }) => {
  await open(`systems/${few}/`);
  const { total } = stats(`system=${few}`);
  const shown = main(page).getByRole("region", { name: `事例：${count(total)}` });
  assert.equal(await shown.getByRole("heading", { level: 3 }).count(), total);
  assert.equal(await main(page).getByRole("figure").count(), 0);
  const known = await facts(page, "分かっていること");
  const { by_prefecture, by_subsidy, by_specification } = stats(`system=${few}`);
  assert.equal(known.get("都道府県").replace(/、[^、]+ 参加(?=、|$)/g, ""), placesOf(by_prefecture).map((it) => it.name).join("、"));
  const answer = ({ yes, no }) => (yes || no ? /で確認|「なし」/ : new RegExp(UNKNOWN));
  assert.match(known.get("補助金の利用"), answer(by_subsidy));
  assert.match(known.get("仕様書の提供"), answer(by_specification));
});

test("a type without a case of a prefecture says so, and shows those of municipalities", async ({ page, open }) => {
  for (const slug of [onlyMunicipal, noneOfSystem].filter(Boolean)) {
    await open(`systems/${slug}/`);
    const municipal = total(`system=${slug}&scope=municipal`);
    const section = region(page, `参考：市町村どうしの事例${count(municipal)}`);
    assert.equal(await section.count(), municipal ? 1 : 0, slug);
    const own = answerTo(`system=${slug}&scope=municipal`);
    assert.equal(own.length, municipal, "all that there are");
    const shown = municipal ? await section.getByRole("heading", { level: 3 }).allInnerTexts() : [];
    assert.deepEqual(shown.map((title) => title.trim()).sort(), own.map((it) => it.title).sort());
    assert.equal(await main(page).getByRole("figure").count(), 0);
    assert.equal(await main(page).getByRole("region", { name: "主な数字" }).count(), 0, "no figure of nothing");
    const { description } = systems.find((it) => it.slug === slug);
    await main(page).getByText(description).first().waitFor();
    // Nothing is a dead end.
    const near = main(page).getByRole("region", { name: /^(同じ領域の)?ほかの種別$/ });
    assert.ok((await near.getByRole("listitem").count()) > 0);
  }
});

test("a type that does not exist is said", async ({ page, open, expectProblem }) => {
  expectProblem(/404/);
  await open("systems/no-such-type/");
  await main(page).getByText("no-such-type").first().waitFor();
  await main(page).getByRole("link", { name: "システム種別をすべて見る" }).waitFor();
});
