// The pages of prefectures: their figures are those of the maintainers' program and of the source tables.
import assert from "node:assert/strict";
import { useAltered, withoutCasesOf } from "./support/altered.mjs";
import { answerTo } from "./support/answers.mjs";
import { eventually } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, facts, heading, keyFigures, listedTitles, main, region, rows, table } from "./support/parts.mjs";
import { stateCell } from "./support/states.mjs";
import { abroad, fewOfPrefecture, manyOfPrefecture } from "./support/samples.mjs";
import {
  caseById,
  cases,
  count,
  domains,
  grouped,
  municipalities,
  people,
  prefectureName,
  prefectures,
  stated,
  stats,
  systemName,
  systems,
  table as source,
  total,
  UNKNOWN,
  counted,
} from "./support/data.mjs";

/** The names of the cases that a table lists. */
const named = async (part) => (await part.getByRole("rowheader").allInnerTexts()).map((title) => title.trim());
const byCode = (code) => prefectures.find((it) => it.code === code);
const codes = (text) => text.split(" ").filter(Boolean);
const typesOf = (code) => Object.keys(stats(`pref=${code}`).by_system);

test("the table has the 47 prefectures in order of code, each with the program's figures", { tag: "@smoke" }, async ({ page, open }) => {
  await open("prefectures/");
  const expected = prefectures.map(({ code, name, region, municipalities, population, municipal_staff }) => [
    name,
    stated(total(`pref=${code}`)),
    typesOf(code).length ? `${typesOf(code).length}種類` : UNKNOWN,
    stated(total(`partner=${code}`)),
    stated(total(`pref=${code}&scope=municipal`)),
    `${municipalities}団体`,
    people(population),
    people(municipal_staff),
    region,
  ]);
  assert.equal(expected.length, 47);
  assert.deepEqual(await rows(table(page, "47都道府県の状況")), expected);
  const places = Object.keys(stats().by_prefecture).length;
  const lead = main(page).getByText(places === 47 ? "47都道府県のすべてで" : `47都道府県のうち${places}都道府県で`);
  assert.equal(await lead.count(), 1);
});

test("every prefecture is found by its region too", async ({ page, open }) => {
  await open("prefectures/");
  const shown = [...(await facts(page, "地方から選ぶ"))];
  const names = [...new Set(prefectures.map((it) => it.region))];
  assert.deepEqual(shown, names.map((region) => [region, prefectures.filter((it) => it.region === region).map((it) => it.name).join("、")]));
});

test("each number of the table leads to the list that it counts", async ({ page, open }) => {
  const { code } = prefectures.find(({ code }) => total(`partner=${code}`) && total(`pref=${code}&scope=municipal`));
  for (const query of [`pref=${code}`, `partner=${code}`, `pref=${code}&scope=municipal`]) {
    await open("prefectures/");
    const name = page.getByRole("rowheader", { name: prefectureName(code) });
    await table(page, "47都道府県の状況").getByRole("row").filter({ has: name }).locator(`a[href$="?${query}"]`).click();
    await expectCount(page, total(query), query);
  }
});

for (const code of [manyOfPrefecture, fewOfPrefecture].filter((code) => total(`pref=${code}`))) {
  const name = prefectureName(code);

  test(`the figures of ${name} are those of the program`, async ({ page, open }) => {
    await open(`prefectures/${code}/`);
    const { total: led, by_domain } = stats(`pref=${code}`);
    const expected = new Map([
      [`${name.at(-1)}が関わる事例`, count(led)],
      ["確認できた種別", `${typesOf(code).length}種類`],
      ["ほかの都道府県の事例に参加", count(total(`partner=${code}`))],
      ["市町村どうしの事例", count(total(`pref=${code}&scope=municipal`))],
      ["ほかの都道府県の市町村どうしの事例に参加", count(total(`partner=${code}&scope=municipal`))],
      ["市区町村数", `${byCode(code).municipalities}団体`],
    ]);
    // Where there is none the figure is left out.
    assert.deepEqual(await keyFigures(page), new Map([...expected].filter(([, value]) => value !== count(0))));
    const found = Object.values(by_domain).filter((number) => number > 0).length;
    const figures = region(page, "主な数字");
    await figures.getByText(`3領域のうち${found}領域`, { exact: true }).waitFor();
    await figures.getByText(`人口${people(byCode(code).population)}、職員${people(byCode(code).municipal_staff)}（普通会計）`).waitFor();
  });

  test(`${name} shows its cases by type, the best known, and all of them in the list`, async ({ page, open }) => {
    await open(`prefectures/${code}/`);
    const { total: led } = stats(`pref=${code}`);
    const section = region(page, "確認できた事例");
    if (led > 2) {
      await main(page).locator("summary").filter({ hasText: "内訳" }).click();
      const byType = domains.flatMap(({ slug, name }) =>
        systems
          .map((system) => [system.name, name, stats(`pref=${code}&domain=${slug}`).by_system[system.slug]])
          .filter(([, , number]) => number)
          .map(([type, domain, number]) => [type, domain, count(number)]),
      );
      assert.deepEqual(await rows(table(page, "領域と種別ごとの件数")), byType);
    }
    const shown = await named(section);
    assert.equal(shown.length, Math.min(10, led));
    const [first] = await rows(section.getByRole("table"));
    const best = cases.find((it) => it.title === shown[0] && it.prefecture_code === code);
    assert.ok(first.includes(best.system_type), `${first}`);
    await section.getByRole("link", { name: `${count(led)}を一覧で見る` }).click();
    await expectCount(page, led);
    assert.deepEqual((await listedTitles(page)).slice(0, shown.length), shown, "the list begins with the same cases");
  });
}

test("a line of years where eight cases are dated, with the same cases in its table", async ({ page, open }) => {
  const { code, name } = byCode(manyOfPrefecture);
  const { by_year, total: led } = stats(`pref=${code}`);
  await open(`prefectures/${code}/#years`);
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /点グラフ/ }) });
  await card.locator("svg").waitFor();
  await card.getByText("表で見る", { exact: true }).click();
  const own = counted.filter((it) => it.prefecture_code === code && it.introduced);
  const shown = await rows(card.getByRole("table"));
  assert.deepEqual(shown.map(([, title]) => title).sort(), own.map((it) => it.title).sort());
  const dated = Object.values(by_year).reduce((sum, number) => sum + number, 0);
  assert.ok(own.length >= 8, name);
  await card.getByText(`${count(led)}のうち、導入年を公開資料で確認できたのは${count(dated)}`).waitFor();
  await open(`prefectures/${fewOfPrefecture}/`);
  assert.equal(await main(page).getByRole("img", { name: /グラフ/ }).count(), 0, "few cases have no chart");
});

test("the cases in which a prefecture takes part stand apart from those that it leads", async ({ page, open }) => {
  const [code] = caseById(abroad).partner_prefecture_codes;
  await open(`prefectures/${code}/`);
  const section = region(page, "参加：ほかの都道府県が代表の事例");
  const partner = answerTo(`partner=${code}`);
  assert.deepEqual(await named(section), partner.map((it) => it.title));
  await section.getByRole("link", { name: `${count(partner.length)}を一覧で見る` }).click();
  await expectCount(page, total(`partner=${code}`));
});

test("neighbours on land and across water are told apart, with what leads across", async ({ page, open }) => {
  const linked = prefectures.filter((it) => it.linked_by_crossing);
  const alone = prefectures.filter((it) => !it.neighbours);
  await open("prefectures/");
  for (const it of new Set([...linked, ...alone, byCode(manyOfPrefecture)])) {
    await region(page, "地方から選ぶ").getByRole("link", { name: it.name, exact: true }).click();
    await region(page, "近隣の都道府県").waitFor();
    const across = it.crossing_note.split(";").filter(Boolean).map((note) => note.split(":"));
    const expected = new Map([
      ["陸で接する", codes(it.neighbours).map(prefectureName).join("、") || "陸で接する都道府県はありません。"],
      ["橋・トンネル・海路などで結ばれる", across.map(([code, by]) => `${prefectureName(code)}（${by}）`).join("、")],
    ]);
    if (across.length === 0) expected.delete("橋・トンネル・海路などで結ばれる");
    assert.deepEqual(await facts(page, "近隣の都道府県"), expected, it.name);
    await page.goBack();
  }
});

/** Types that a prefecture leads or takes part in. */
const confirmed = (code) => new Set([...typesOf(code), ...Object.keys(stats(`partner=${code}`).by_system)].filter((slug) => slug !== "other"));
const neighboursOf = (code) => [...codes(byCode(code).neighbours), ...codes(byCode(code).linked_by_crossing)];
const noted = new Set(source("policy_notes").map((it) => it.system_type));

test("what is confirmed elsewhere and not here is what the cases of the others say", { tag: "@smoke" }, async ({ page, open }) => {
  for (const code of new Set([manyOfPrefecture, fewOfPrefecture, prefectures.find((it) => it.linked_by_crossing && it.neighbours).code])) {
    const name = prefectureName(code);
    const nearby = new Map();
    const elsewhere = new Set();
    // A system of one body that others are connected to is no gap either.
    const any = (slug, rest) => ["pref", "partner"].some((key) => total(`${key}=${code}&system=${slug}&${rest}`));
    const isShared = (slug) => any(slug, "scope=all&form=shared-service") && !any(slug, "scope=municipal");
    for (const neighbour of neighboursOf(code)) {
      for (const slug of confirmed(neighbour)) if (!confirmed(code).has(slug) && !isShared(slug)) nearby.set(slug, [...(nearby.get(slug) ?? []), neighbour]);
    }
    for (const it of prefectures) for (const slug of confirmed(it.code)) if (!confirmed(code).has(slug) && !isShared(slug) && !noted.has(slug)) elsewhere.add(slug);
    await open(`prefectures/${code}/`);
    for (const summary of await main(page).locator(".disclosure > summary").all()) if (await summary.isVisible()) await summary.click();
    const rowsOf = async (caption) => ((await table(page, caption).count()) ? rows(table(page, caption)) : []);
    const shown = [...(await rowsOf(`ほかの都道府県で確認でき、${name}では確認できていない種別`)), ...(await rowsOf(`${name}では確認できていない、ほかの種別`))];
    const typeOf = (text) => [...elsewhere].find((slug) => text === systemName(slug) || text.startsWith(`${systemName(slug)} `));
    assert.deepEqual(shown.map(([type]) => typeOf(type)).sort(), [...elsewhere].sort());
    // 28（16）: prefectures, and those of similar size among them.
    const numbers = (text) => [0, 1].map((place) => Number(text.match(/\d+/g)[place] ?? 0));
    const order = shown.map(([type, number]) => [...numbers(number), nearby.get(typeOf(type))?.length ?? 0]);
    const inOrder = [...order].sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]);
    assert.deepEqual(order, inOrder, "most prefectures first, then most of similar size, then most neighbours");
    for (const [type, , there] of shown) {
      const slug = typeOf(type);
      assert.equal(there, (nearby.get(slug) ?? []).map(prefectureName).join("、") || UNKNOWN, type);
      const municipal = ["pref", "partner"].some((key) => total(`${key}=${code}&system=${slug}&scope=municipal`));
      assert.equal(type.includes("市町村どうしのみ"), municipal, `${name}: ${type}`);
    }
    const withNote = [...nearby.keys()].filter((slug) => noted.has(slug));
    const notes = await rowsOf(`注記があり、近隣で確認でき、${name}では確認できていない種別`);
    assert.deepEqual(notes.map(([type]) => type).sort(), withNote.map(systemName).sort());
  }
});

test("the comparison gives the cases of each type here and at the neighbours", async ({ page, open }) => {
  const code = manyOfPrefecture;
  const places = [code, ...neighboursOf(code)];
  await open(`prefectures/${code}/`);
  const comparison = table(page, `${prefectureName(code)}と近隣の都道府県での状況`);
  const head = (await comparison.getByRole("columnheader").allInnerTexts()).map((text) => text.trim());
  assert.deepEqual(head, ["システム種別", ...places.map(prefectureName), "全国で確認"]);
  const shown = await rows(comparison);
  for (const [text, ...cells] of shown) {
    const system = systems.find(({ name }) => name === text.replace(/ 国の制度の注記$/, "")) ?? assert.fail(text);
    assert.deepEqual(cells.slice(0, places.length), places.map((place) => stateCell(place, system)), text);
  }
  const number = (key, place, slug) => stats(`${key}=${place}&scope=all&form=joint-procurement,joint-use,shared-service,unknown`).by_system[slug] ?? 0;
  const isKnown = (place, slug) => ["pref", "partner"].some((key) => number(key, place, slug) > 0);
  const known = systems.filter(({ slug }) => slug !== "other" && places.some((place) => isKnown(place, slug)));
  assert.equal(shown.length, known.length, "every type that is known here or nearby has a row");
});

test("each municipality has its people, its staff and the cases in which it certainly takes part", { tag: "@smoke" }, async ({ page, open }) => {
  // Where participants are named: of these the one with the fewest municipalities, each of which is counted.
  const named = new Set(cases.filter((it) => it.participants_names).map((it) => it.prefecture_code));
  const [code] = [...named].sort((a, b) => byCode(a).municipalities - byCode(b).municipalities);
  const own = municipalities.filter((it) => it.prefecture === prefectureName(code));
  await open(`prefectures/${code}/`);
  const list = table(page, `${prefectureName(code)}の市区町村`);
  await region(page, `${prefectureName(code)}の市区町村`).getByText("表で見る", { exact: true }).click();
  const one = (number) => `${grouped(number)}人`;
  const expected = own.map((it) => [
    it.name,
    it.kind,
    one(it.population),
    it.staff ? one(it.staff) : UNKNOWN,
    stated(total(`participant=${it.code}`)),
    stated(total(`participant=${it.code}&scope=municipal`)),
  ]);
  assert.deepEqual(await rows(list), expected);
  const taking = expected.filter(([, , , , number]) => number !== UNKNOWN).length;
  const some = `${own.length}団体のうち、都道府県が関わる事例への参加が確かなのは${taking}団体です。`;
  const every = `${own.length}団体のすべてで、都道府県が関わる事例への参加を確認しています。`;
  await main(page).getByText(taking === own.length ? every : some).waitFor();
});

const without = useAltered(withoutCasesOf(fewOfPrefecture));

test("a prefecture without a case says so in words, and shows what others have first", async ({ page, open }) => {
  await without.show(page);
  const name = prefectureName(fewOfPrefecture);
  await open(`prefectures/${fewOfPrefecture}/`);
  assert.equal(await heading(page).innerText(), `${name}：${name.at(-1)}が関わる共同調達は${UNKNOWN}`);
  assert.equal((await keyFigures(page)).get(`${name.at(-1)}が関わる事例`), UNKNOWN);
  const sections = await main(page).getByRole("heading", { level: 2 }).allInnerTexts();
  assert.ok(!sections.includes("確認できた事例"));
  assert.equal(sections[0], `ほかの都道府県で確認でき、${name}では確認できていない種別`);
  assert.equal(await main(page).getByText(/(?<![\d,])0件/).count(), 0, "nothing is counted as none");
  await main(page).getByRole("link", { name: new RegExp(`${UNKNOWN}$`) }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "nearby"));
  await open("prefectures/");
  const [, led, types] = (await rows(table(page, "47都道府県の状況"))).find(([it]) => it === name);
  assert.deepEqual([led, types], [UNKNOWN, UNKNOWN]);
  const places = Object.keys(without.stats().by_prefecture).length;
  await main(page).getByText(`47都道府県のうち${places}都道府県で`).waitFor();
});
