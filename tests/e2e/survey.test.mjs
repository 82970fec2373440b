// A snapshot of a survey of the prefectures, made up: what its pages say in a browser. Every page and file of it is held
// natively (crates/snapshot/tests/it/official.rs).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { OF_OTHER_CASES, useAltered } from "./support/altered.mjs";
import { eventually } from "./support/browser.mjs";
import { count } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, listedTitles, main, region, table } from "./support/parts.mjs";

const fixture = (name) =>
  readFileSync(fileURLToPath(new URL(`../../crates/snapshot/tests/it/fixtures/official/${name}`, import.meta.url)), "utf8");
/** Tables that are published themselves hold no case that is withheld. */
const lines = fixture("cases.jsonl").trim().split("\n").map((line) => JSON.parse(line)).filter((it) => !it.withheld);
const altered = useAltered({
  ...OF_OTHER_CASES,
  // Seen to after the day of the survey.
  "funding.csv": () => null,
  "funding_sources.csv": () => null,
  "cases.jsonl": () => lines.map((it) => JSON.stringify(it)).join("\n"),
  "answers.csv": () => fixture("answers.csv"),
  "snapshot.toml": () => fixture("snapshot.toml"),
});
const joint = lines.filter((it) => it.form !== "県等のシステムを利用");
const answers = fixture("answers.csv").trim().split("\n").slice(1).map((row) => row.split(","));

/** The host has the pages of the published cases only. */
const NO_FILE = /404 \(Not Found\).*\/cases\//;
const PAGES = ["", "about/", "cases/", "systems/", "systems/rpa/", "prefectures/", "prefectures/02/", "prefectures/03/", "figures/?measure=costs", "data/", "faq/"];

test("no page speaks of public sources", async ({ page, open, expectProblem }) => {
  expectProblem(NO_FILE);
  // With a page as source, and without; one that is not joint.
  const some = [lines.find((it) => it.sources.length), lines.find((it) => !it.sources.length), lines.find((it) => !joint.includes(it))];
  await altered.show(page);
  for (const path of [...PAGES, ...some.map((it) => `cases/${it.id}/`)]) {
    await open(path);
    await heading(page).waitFor();
    const words = await page.locator("body").innerText();
    for (const wrong of ["公開情報", "公開資料", "効果・ねらい"]) assert.ok(!words.includes(wrong), `${path}: ${wrong}`);
  }
});

test("a prefecture that answered has no case, one that did not is not known", async ({ page, open }) => {
  await altered.show(page);
  await open("data/#answers");
  const rows = table(page, "調査への都道府県の回答").getByRole("row");
  for (const [place, [, answered]] of answers.entries()) {
    const cells = await rows.nth(place + 1).getByRole("cell").allInnerTexts();
    assert.equal(cells[0], answered === "yes" ? "回答" : "未回答");
  }
  for (const [code, expected] of [["02", "未回答"], ["03", "事例なし"]]) {
    assert.equal(answers.find(([it]) => it === code)[1] === "yes", expected === "事例なし", "the example shows nothing");
    await open(`prefectures/${code}/`);
    assert.ok((await heading(page).innerText()).endsWith(expected));
  }
});

test("bands are shown as they were answered, counted apart, and found as ranges", async ({ page, open }) => {
  await altered.show(page);
  await open();
  const exact = joint.map((it) => it.initial_cost_yen).filter((it) => typeof it === "number").sort((a, b) => a - b);
  const row = table(page, "費用の種類ごとの中央値と範囲").getByRole("row", { name: "初期費用" });
  await row.getByRole("cell", { name: `${exact[(exact.length - 1) / 2] / 10_000}万円`, exact: true }).waitFor();
  const band = joint.filter((it) => JSON.stringify(it.initial_cost_yen) === "[10000000,49999999]");
  const bands = table(page, "金額帯ごとの件数").getByRole("row", { name: /^初期費用\s+1,000万円以上5,000万円未満/ });
  await bands.getByRole("cell", { name: count(band.length), exact: true }).waitFor();

  await open("cases/?initial=20000000-30000000");
  const overlapping = joint.filter(({ initial_cost_yen: it }) => {
    if (it === null) return false;
    const [lower, upper] = Array.isArray(it) ? it : [it, it];
    return lower <= 30_000_000 && (upper ?? Infinity) >= 20_000_000;
  });
  await expectCount(page, overlapping.length);
  assert.deepEqual((await listedTitles(page)).sort(), overlapping.map((it) => it.title).sort());
});

test("a case says whom to call and what its size rests on", async ({ page, open, expectProblem }) => {
  expectProblem(NO_FILE);
  const [case_] = lines.filter((it) => it.contact_telephone && it.contact_email && it.stated_population);
  await altered.show(page);
  await open(`cases/${case_.id}/`);
  const contact = region(page, "問い合わせ先");
  await eventually(async () => {
    const words = await contact.innerText();
    for (const key of ["contact_department", "contact_telephone", "contact_email"]) assert.ok(words.includes(case_[key]), words);
  });
  await main(page).getByText(/人（調査への回答）/).first().waitFor();
});
