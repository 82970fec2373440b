// Every table can be taken along as a file that Japanese Excel opens, with all its rows.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { caseById, cases, domains, snapshot, stats, systemName } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, firstCsv, main } from "./support/parts.mjs";

const asObjects = ([header, ...rows]) => rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at]])));

/** A month as no spreadsheet takes it for a day: 「2023年4月」. */
const month = (date) => date?.replace(/^(\d{4})-0?(\d+)$/, "$1年$2月").replace(/^\d{4}$/, "$&年");

test("the first CSV of the list holds the whole result in its order, not only the page", { tag: "@smoke" }, async ({ page, open }) => {
  const query = "scope=all&sort=pref";
  await open(`cases/?${query}`);
  await expectCount(page, stats(query).total);
  const { name, bytes } = await download(page, firstCsv(page));
  assert.match(name, /\.csv$/);
  const rows = asObjects(parseExcelCsv(bytes));
  const expected = answerTo("scope=all").sort((a, b) => a.prefecture_code.localeCompare(b.prefecture_code) || (a.id < b.id ? -1 : 1));
  assert.deepEqual(rows.map((row) => row["事例番号"]), expected.map((it) => it.id));
  for (const row of rows) {
    const it = caseById(row["事例番号"]);
    const known = (value) => (value == null ? "公開情報で未確認" : String(value));
    const shown = (key) => row[key].replace(/^'/, "");
    assert.equal(shown("事例名"), it.title);
    assert.equal(shown("代表団体"), it.lead_organization);
    assert.equal(shown("システム種別"), it.system_type);
    assert.equal(shown("参加自治体数"), known(it.participants_count), it.id);
    assert.equal(shown("初期費用の下限（円）"), known(it.initial_cost_yen), it.id);
    assert.equal(shown("年間運用費の上限（円）"), known(it.annual_cost_yen), it.id);
    assert.equal(shown("金額の根拠"), known(it.cost_basis), it.id);
    assert.equal(shown("事業者"), known(it.vendor), it.id);
    assert.equal(shown("導入時期"), known(month(it.introduced)), it.id);
    assert.equal(shown("契約終了"), known(month(it.contract_end)), it.id);
    assert.equal(shown("担当部署"), known(it.contact_department), it.id);
    assert.equal(shown("データ版"), snapshot.id);
  }
});

test("a narrowed list gives a narrowed file", async ({ page, open }) => {
  for (const query of ["q=クラウド&domain=general-affairs", "domain=tools&subsidy=unknown"]) {
    await open(`cases/?${query}`);
    await expectCount(page, stats(query).total);
    const rows = asObjects(parseExcelCsv((await download(page, firstCsv(page))).bytes));
    assert.deepEqual(rows.map((row) => row["事例番号"]), answerTo(query).map((it) => it.id), query);
  }
});

test("the overview's tables are those of the program", async ({ page, open }) => {
  await open();
  const csvOf = (part) => part.getByRole("button", { name: "CSV" }).first();
  const systems = csvOf(main(page).getByRole("region", { name: "領域とシステム種別" }));
  const years = csvOf(main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: /導入は/ }) }));
  const rows = parseExcelCsv((await download(page, systems)).bytes).slice(1);
  const expected = domains.flatMap((domain) =>
    Object.entries(stats(`domain=${domain.slug}`).by_system).map(([slug, number]) => [domain.name, systemName(slug), String(number)]),
  );
  assert.deepEqual(rows.map(String).sort(), expected.map(String).sort());
  const byYear = parseExcelCsv((await download(page, years)).bytes).slice(1);
  assert.deepEqual(byYear, Object.entries(stats().by_year).map(([year, number]) => [year, String(number)]));
});

test("a case's file has its facts, participants, documents and sources", async ({ page, open }) => {
  const it = cases.find((it) => it.participants_names?.length && it.documents.length && it.background);
  await open(`cases/${it.id}/`);
  const { bytes } = await download(page, main(page).getByRole("button", { name: "この事例をCSVで保存" }));
  const rows = parseExcelCsv(bytes);
  const values = rows.map(([, value]) => value).join("\n");
  for (const text of [it.id, it.title, it.background, it.process, ...it.participants_names].filter(Boolean)) {
    assert.ok(values.includes(text), text);
  }
  for (const { url, title } of [...it.documents, ...it.sources]) {
    assert.ok(rows.some(([, value]) => value.includes(url) && value.includes(title)), url);
  }
});

test("each CSV control stands in view and saves without a menu", { tag: "@smoke" }, async ({ page, open }) => {
  for (const path of ["", "cases/"]) {
    await open(path);
    const buttons = await main(page).getByRole("button", { name: "CSV" }).filter({ visible: true }).all();
    assert.ok(buttons.length >= (path === "" ? 3 : 1), `${buttons.length} of /${path}`);
    for (const button of buttons) assert.ok(parseExcelCsv((await download(page, button)).bytes).length > 1);
  }
});
