// The money that can pay for a joint procurement: on the page of a type, and all of it on the page of all types.
import assert from "node:assert/strict";
import { eventually } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { catalog, date, systemName, systems, table as source, UNKNOWN } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, heading, main, region, rows, table } from "./support/parts.mjs";
import { manyOfSystem } from "./support/samples.mjs";

const ALL = "費用に充てられる可能性のある補助金・地方債など";
const OF_TYPE = "この種別に充てられる可能性のある補助金・地方債など";
const LINK = "充てられる可能性のある補助金・地方債など";
const JOINT = {
  required: "共同調達が条件",
  preferred: "共同調達を優先・推進",
  eligible: "共同調達も対象",
  unclear: "共同調達についての記載は未確認",
};
const programmes = source("funding");
const pages = source("funding_sources");
const types = (it) => (it.system_types === "all" ? [] : it.system_types.split(";"));
const name = (it) => (it.ended === "yes" ? `${it.name} 終了` : it.name);
const last = (list) => [...list.filter((it) => it.ended !== "yes"), ...list.filter((it) => it.ended === "yes")];

/** The programmes that a type's page shows, in its order. */
function fitting(slug) {
  const own = programmes.filter((it) => types(it).includes(slug));
  return last([...own, ...programmes.filter((it) => it.system_types === "all")]);
}

function expectNames(shown, expected) {
  assert.equal(shown.length, expected.length);
  for (const [place, it] of expected.entries()) assert.ok(shown[place][0].startsWith(`${name(it)} ${it.kind}`), `${shown[place][0]}: ${it.name}`);
}

test("from the subsidies of the overview one comes to all the money that pages tell of", { tag: "@smoke" }, async ({ page, open, url }) => {
  await open("");
  await region(page, "補助金の利用").getByRole("link", { name: LINK, exact: true }).click();
  await region(page, ALL).waitFor();
  assert.equal(page.url(), url("systems/#funding"));
  let shown = [];
  // Its file comes after the page.
  await eventually(async () => {
    shown = await rows(table(page, ALL));
    expectNames(shown, last(programmes));
  });
  for (const [place, it] of last(programmes).entries()) {
    const [first, joint, stated] = shown[place];
    assert.equal(first, `${name(it)} ${it.kind}／実施主体：${it.giver} ${it.object} 対象の種別：${types(it).map(systemName).join("、") || "すべての種別"}`);
    assert.equal(joint, JOINT[it.joint]);
    assert.equal(stated, `率：${it.rate || UNKNOWN} 上限額：${it.ceiling || UNKNOWN} 期間：${it.period || UNKNOWN}`);
    assert.ok(shown[place].at(-1).endsWith(`${date(it.checked_on)}に確認`), it.slug);
  }
});

test("each source is a link of its own, and nothing is promised", async ({ page, open }) => {
  await open("systems/");
  const links = await table(page, ALL).getByRole("link").evaluateAll((all) => all.map((it) => it.href).filter((href) => !href.includes("/systems/")));
  const expected = last(programmes).flatMap((it) => pages.filter(({ funding }) => funding === it.slug).map(({ url }) => new URL(url).href));
  assert.deepEqual(links, expected);
  await region(page, ALL).getByText("今の募集や取扱いを、出典や実施主体で確認してください").waitFor();
});

test("a type's page shows what is for it first, what is over last, and leads to all", async ({ page, open, url }) => {
  const named = systems.map(({ slug }) => slug).filter((slug) => programmes.some((it) => types(it).includes(slug)));
  assert.ok(named.length > 0, "a programme names a type");
  for (const slug of new Set([...named, manyOfSystem])) {
    await open(`systems/${slug}/`);
    const shown = await rows(region(page, OF_TYPE).getByRole("table"));
    expectNames(shown, fitting(slug));
  }
  await region(page, "補助金の利用").getByRole("link", { name: LINK, exact: true }).click();
  assert.equal(page.url(), url(`systems/${manyOfSystem}/#funding`));
  await region(page, OF_TYPE).getByRole("link", { name: "すべての制度を見る" }).click();
  await table(page, ALL).waitFor();
  assert.match(await heading(page).innerText(), /種類/);
});

test("the file holds what the table shows, with the date as a date", async ({ page, open }) => {
  await open("systems/");
  const { bytes } = await download(page, region(page, ALL).getByRole("button", { name: /CSV/ }));
  const [header, ...lines] = parseExcelCsv(bytes);
  assert.equal(lines.length, programmes.length);
  const column = (title) => header.indexOf(title);
  assert.deepEqual(lines.map((line) => line[column("確認した日")]), last(programmes).map((it) => it.checked_on));
  assert.deepEqual(lines.map((line) => line[column("上限額")]), last(programmes).map((it) => it.ceiling || UNKNOWN));
  assert.deepEqual(lines.map((line) => line[column("終了")]), last(programmes).map((it) => (it.ended === "yes" ? "終了" : "")));
});

test("without its file the section says so, and trying again brings it", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  await page.route("**/funding.*.json", (route) => route.fulfill({ status: 404 }));
  await open("systems/");
  const alert = main(page).getByRole("alert");
  await alert.getByText("この部分のデータを読み込めませんでした").waitFor();
  await page.unroute("**/funding.*.json");
  await alert.getByRole("button", { name: "もう一度読み込む" }).click();
  await table(page, ALL).waitFor();
  assert.equal(await alert.count(), 0);
});

test("a data version without such a file says nothing of money", async ({ page, open }) => {
  const without = catalog.snapshots.find(({ files }) => !files.some(({ path }) => path.includes("/funding.")));
  test.skip(!without, "every snapshot has it");
  await open(`systems/?snapshot=${without.id}`);
  await heading(page).waitFor();
  assert.equal(await main(page).getByText(LINK).count(), 0);
  await open(`systems/${manyOfSystem}/?snapshot=${without.id}`);
  assert.equal(await main(page).getByText(LINK).count(), 0);
});
