// Every query key: what the list counts is what the maintainers' program counts for the same query.
import assert from "node:assert/strict";
import { cases, counted, domains, municipalities, prefectures, stats, systems, withKeys } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { choiceCounts, chips, expectCount, filters, heading, main } from "./support/parts.mjs";

const encoded = encodeURIComponent;
const known = (field) => counted.find((it) => it[field] != null)[field];
/** A value in the middle of those that occur, so that a range up to it splits the cases. */
const middle = (field) => {
  const values = cases.map((it) => it[field]).filter((value) => value != null).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)];
};
const named = counted.find((it) => it.participants_names?.length);
const participant = municipalities.find(
  (it) => named.participants_names.includes(it.name) && it.code.startsWith(named.prefecture_code),
);
const partner = cases.find((it) => it.partner_prefecture_codes.length).partner_prefecture_codes[0];

const QUERIES = [
  "q=クラウド",
  "domain=services",
  "domain=general-affairs,tools",
  "system=online-application",
  "pref=27",
  "pref=01,47&scope=all",
  "region=kinki",
  "subsidy=yes",
  "subsidy=unknown",
  "spec=yes",
  "status=operating,unknown",
  "scope=all",
  "scope=municipal",
  "lead=council",
  "benefit=cost-reduction,expertise",
  "has=costs",
  "has=savings,participants&scope=all",
  "has=documents",
  `vendor=${encoded(known("vendor"))}`,
  `product=${encoded(known("product"))}`,
  `members=${middle("participants_count")}-`,
  "pop=100000-1000000",
  "staff=-9000&scope=all",
  `initial=${middle("initial_cost_yen")}-&scope=all`,
  `annual=-${middle("annual_cost_yen")}&scope=all`,
  "year=2015-2020",
  `partner=${partner}&scope=all`,
  `participant=${participant.code}`,
  "end=2000-01..2022-12&scope=all",
  "q=共同&domain=services&subsidy=unknown&status=operating,planned&pref=13,14,27&sort=members&per=50",
];

test("the list counts what the program counts, whatever is asked for", async ({ page, open }) => {
  for (const query of QUERIES) {
    await open(`cases/?${query}`);
    const { total } = stats(query);
    assert.ok(total > 0 && total < cases.length + 1, `${query} is a question with an answer`);
    await expectCount(page, total, query);
    const asked = [...new URLSearchParams(query).keys()].filter((key) => !["sort", "per"].includes(key));
    assert.ok((await chips(page).getByRole("link").count()) > asked.length - 1, `${query}: each condition is shown`);
    assert.equal(await main(page).getByText("使えないため外して表示").count(), 0, `${query} is understood`);
  }
});

test("an address asks for what it asked for when the browser writes it", async ({ page, open, url }) => {
  // Taking one condition off leaves the others as they are: parsed and written again they are the same.
  for (const query of QUERIES.filter((query) => !query.includes("scope="))) {
    await open(`cases/?${query}&scope=all`);
    await chips(page).getByRole("link", { name: "すべて" }).first().click();
    await expectCount(page, stats(query).total, query);
    const { searchParams } = new URL(page.url());
    assert.deepEqual(Object.fromEntries(searchParams), Object.fromEntries(new URLSearchParams(query)), query);
    assert.ok(page.url().startsWith(url("cases/")));
  }
});

const nameOf = (rows, key) => Object.fromEntries(rows.map((row) => [row[key], row.name]));
const ANSWERS = (yes, no) => ({ yes, no, unknown: "未確認" });
/** The groups whose choices the program counts at once. */
const GROUPS = [
  ["領域", "domain", "by_domain", nameOf(domains, "slug")],
  ["システム種別", "system", "by_system", nameOf(systems, "slug")],
  ["都道府県", "pref", "by_prefecture", nameOf(prefectures, "code")],
  ["補助金", "subsidy", "by_subsidy", ANSWERS("利用あり", "利用なし")],
  ["仕様書の提供", "spec", "by_specification", ANSWERS("提供あり", "提供なし")],
];
const STATUS = { operating: "稼働中", procured: "調達済", planned: "計画", ended: "終了", cancelled: "実現せず", unknown: "現況不明" };
const SCOPES = { prefecture: "都道府県が関わる事例", municipal: "市町村どうしの事例", all: "すべて" };

for (const query of ["", "domain=services&pref=13,27&system=online-application", "subsidy=yes&scope=all&status=planned", "q=クラウド&spec=unknown"]) {
  test(`each choice shows how many cases it would give: ${query || "without conditions"}`, async ({ page, open }) => {
    await open(`cases/?${query}`);
    for (const [group, key, figures, names] of GROUPS) {
      const counted = stats(withKeys(query, { [key]: null }))[figures];
      const shown = await choiceCounts(page, group);
      for (const [value, name] of Object.entries(names)) {
        if (key === "system" && !(name in shown)) assert.ok(!cases.some((it) => it.system_type === name), name);
        else assert.equal(shown[name], counted[value] ?? 0, `${query}: ${group} ${name}`);
      }
      assert.deepEqual(Object.keys(shown).filter((name) => !Object.values(names).includes(name)), [], group);
    }
    const expected = Object.entries(STATUS).map(([slug, name]) => [name, stats(withKeys(query, { status: slug })).total]);
    assert.deepEqual(await choiceCounts(page, "現況"), Object.fromEntries(expected), query);
    for (const [slug, name] of Object.entries(SCOPES)) {
      const { total } = stats(withKeys(query, { scope: slug }));
      await filters(page).getByRole("radio", { name: `${name} ${total}件` }).waitFor();
    }
  });
}

test("unknown keys and bad values are named, and the rest still counts", async ({ page, open }) => {
  const bad = ["colour=red", "pref=99", "system=nothing", "members=9-2", "scope=none", "sort=size", "page=0", "per=33", "year=x", "end=2020", "region=moon", "benefit=gold"];
  await open(`cases/?domain=services&${bad.join("&")}`);
  await expectCount(page, stats("domain=services").total);
  const notice = main(page).getByText("アドレスの条件のうち、次のものは使えないため外して表示しています。").locator("..");
  for (const pair of bad) {
    const [key, value] = pair.split("=");
    const said = key === "colour" ? `「${key}」という条件はありません。` : `「${key}」の値「${value}」は使えません。`;
    await notice.getByText(said).waitFor();
  }
  assert.equal(await notice.getByRole("listitem").count(), bad.length);
});

test("keys that are empty, doubled or not text leave a list", async ({ page, open }) => {
  for (const query of ["q=", "q=&domain=", "domain=services&domain=tools", "q=%ff%fe", "%", "&&==&", `q=${"あ".repeat(500)}`]) {
    await open(`cases/?${query}`);
    assert.equal(await heading(page).innerText(), "事例一覧", query);
    const total = { "q=": stats().total, "q=&domain=": stats().total, "domain=services&domain=tools": stats("domain=services").total }[query];
    if (total !== undefined) await expectCount(page, total, query);
  }
});
