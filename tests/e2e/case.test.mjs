// One case: participants, money, savings, partners and links as the source tables have them.
import assert from "node:assert/strict";
import { parseExcelCsv } from "./support/csv.mjs";
import { caseById, cases, grouped, municipalities, prefectureName, systems } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, facts, heading, main } from "./support/parts.mjs";
import { abroad, documented, named, priced, rehosted, saving } from "./support/samples.mjs";

const region = (page, name) => main(page).getByRole("region", { name, exact: true });
const people = (number) => `${grouped(number)}人`;

test("the participants are those of the source, with their people and staff", { tag: "@smoke" }, async ({ page, open }) => {
  const it = caseById(named);
  const members = it.participants_names.map((name) =>
    municipalities.find((row) => row.name === name && row.code.startsWith(it.prefecture_code)),
  );
  await open(`cases/${named}/`);
  const section = region(page, "参加自治体の人口と職員数").last();
  const table = main(page).getByRole("table");
  const rows = (await table.getByRole("row").allInnerTexts()).map((row) => row.trim().split(/\s+/));
  const expected = [...members].sort((a, b) => b.population - a.population).map((row) => [row.name, people(row.population), people(row.staff)]);
  assert.deepEqual(rows.slice(1, -1), expected);
  const sum = (key) => members.reduce((total, row) => total + Number(row[key]), 0);
  assert.deepEqual(rows.at(-1), ["合計", people(sum("population")), people(sum("staff"))]);
  const file = parseExcelCsv((await download(page, section.getByRole("button", { name: "CSV" }).first())).bytes);
  assert.deepEqual(
    file.slice(1).map(([both, code, , name, population]) => [both, code, name, population]).sort(),
    members.map((row) => [`${row.name}（${row.code}）`, row.code, row.name, row.population]).sort(),
  );
});

test("money is given to the yen with what it is based on", { tag: "@smoke" }, async ({ page, open }) => {
  const it = caseById(priced);
  await open(`cases/${priced}/`);
  // At the top as people say it, below to the yen.
  const tile = await region(page, "費用").first().innerText();
  assert.ok(tile.includes(it.cost_basis), tile);
  const shown = await factsOf(region(page, "費用と負担"));
  assert.equal(shown["初期費用"], `${grouped(it.initial_cost_yen)}円`);
  assert.equal(shown["年間運用費"], `${grouped(it.annual_cost_yen)}円`);
  assert.equal(shown["金額の根拠"], it.cost_basis);
});

async function factsOf(scope) {
  const pairs = await scope.locator("dl > div").evaluateAll((all) =>
    all.map((item) => [item.querySelector("dt").textContent.trim(), item.querySelector("dd").textContent.trim()]),
  );
  return Object.fromEntries(pairs);
}

test("each saving stands with its kind and with who says so", async ({ page, open }) => {
  for (const it of cases.filter((it) => it.savings.length)) {
    await open(`cases/${it.id}/`);
    const text = (await factsOf(region(page, "費用と負担")))["資料に書かれた効果額"];
    for (const { percent, kind, by, of } of it.savings) {
      for (const part of [percent == null ? null : `${percent}%`, kind, by, of].filter(Boolean)) {
        assert.ok(text.includes(part), `${it.id} says ${part}: ${text}`);
      }
    }
  }
});

test("what one needs to reuse a case stands together, with the documents themselves", async ({ page, open }) => {
  const wanted = { 仕様書: "仕様書・要求事項の文書", "協定・規約": "協定・規約の文書", 負担割合: "負担割合の文書" };
  for (const kind of Object.keys(wanted)) {
    const it = cases.find((one) => one.documents.some((document) => document.kind === kind));
    await open(`cases/${it.id}/`);
    const term = region(page, "参考にする・参加するには").locator("dl > div").filter({ hasText: wanted[kind] });
    const links = await term.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const { url } of it.documents.filter((document) => document.kind === kind)) assert.ok(links.includes(url), `${it.id}: ${url}`);
  }
});

test("where all take part, unnamed, today's municipalities are shown and said to be that", async ({ page, open }) => {
  const of = (it) => municipalities.filter((one) => one.code.startsWith(it.prefecture_code));
  const it = cases.find((one) => one.participants_all_in_prefecture && !one.participants_names && one.participants_count === of(one).length);
  await open(`cases/${it.id}/`);
  await main(page).getByText("現在の市区町村を示しています").waitFor();
  const rows = await main(page).getByRole("table").getByRole("rowheader").allInnerTexts();
  assert.deepEqual(rows.slice(0, -1).sort(), of(it).map((one) => one.name).sort());
});

test("on paper a case has its address and fits two sheets, without what leads elsewhere", async ({ page, open, url }) => {
  // Those with many participants or sources need a third.
  const usual = cases.filter((it) => it.participants_names?.length <= 12 && it.sources.length <= 3).slice(0, 3);
  assert.equal(usual.length, 3);
  for (const { id } of usual) {
    await open(`cases/${id}/`);
    await page.emulateMedia({ media: "print" });
    await page.getByText(url(`cases/${id}/`), { exact: true }).waitFor();
    await main(page).getByText("似た事例").waitFor({ state: "hidden" });
    await main(page).getByText("問い合わせ文をコピー").waitFor({ state: "hidden" });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length <= 2, id);
    await page.emulateMedia({ media: null });
  }
});

test("the prefectures and the type of a case lead to their pages from its facts too", async ({ page, open, url }) => {
  const it = caseById(abroad);
  const { slug } = systems.find(({ name }) => name === it.system_type);
  const shown = async () => (await facts(page, "だれが・何を")).get("参加するほかの都道府県");
  await open(`cases/${abroad}/`);
  assert.deepEqual((await shown()).split("、"), it.partner_prefecture_codes.map(prefectureName));
  const places = [it.prefecture_code, ...it.partner_prefecture_codes].map((code) => [prefectureName(code), `prefectures/${code}/`]);
  for (const [name, path] of [...places, [it.system_type, `systems/${slug}/`]]) {
    await open(`cases/${abroad}/`);
    await region(page, "だれが・何を").getByRole("link", { name, exact: true }).click();
    await heading(page).filter({ hasText: name }).waitFor();
    assert.equal(page.url(), url(path));
  }
});

test("documents and sources open the address given, safely, and copies say 転載", async ({ page, open }) => {
  for (const id of [documented, rehosted]) {
    const it = caseById(id);
    await open(`cases/${id}/`);
    for (const { url, title, class: kind } of it.documents) {
      const link = region(page, "参考文書").locator(`a[href="${url}"]`);
      assert.match(await link.getAttribute("rel"), /noopener/);
      const item = region(page, "参考文書").getByRole("listitem").filter({ has: page.locator(`a[href="${url}"]`) });
      assert.ok((await item.innerText()).includes(title.replace(/\([^()]*転載\)$/, "")), title);
      assert.equal(await item.getByText("転載", { exact: true }).count(), kind === "転載" || title.includes("転載") ? 1 : 0, title);
    }
    const sources = await region(page, "出典").getByRole("link").all();
    assert.equal(sources.length, it.sources.length, id);
    for (const link of sources) {
      assert.match(await link.getAttribute("rel"), /noopener/);
      assert.match(await link.innerText(), /外部サイト/);
    }
  }
});

test("a link to a source is followed by the browser, not by the app", async ({ page, open, allowOutsideBase, context }) => {
  const [source] = caseById(documented).sources;
  allowOutsideBase(/.*/);
  // Answered here: no test speaks to another server.
  await context.route((url) => url.hostname !== "127.0.0.1", (route) => route.fulfill({ contentType: "text/html", body: "<title>there</title>" }));
  await open(`cases/${documented}/`);
  await region(page, "出典").locator(`a[href="${source.url}"]`).click();
  await page.waitForURL((url) => url.hostname !== "127.0.0.1");
  assert.equal(page.url(), new URL(source.url).href);
});

test("the links above a case's title lead to a list and to pages from which one comes back to the case", { tag: "@smoke" }, async ({ page, open, url }) => {
  for (const scope of ["prefecture", "municipal"]) {
    const it = cases.find((it) => it.scope === scope);
    const { slug } = systems.find(({ name }) => name === it.system_type);
    const follow = async (name) => {
      await open(`cases/${it.id}/`);
      await main(page).getByRole("link", { name, exact: true }).first().click();
    };
    await follow(it.domain);
    await findInList(page, it);
    for (const [name, path, condition] of [
      [it.system_type, `systems/${slug}/`, ["system", slug]],
      [prefectureName(it.prefecture_code), `prefectures/${it.prefecture_code}/`, ["pref", it.prefecture_code]],
    ]) {
      await follow(name);
      await heading(page).filter({ hasText: name }).waitFor();
      assert.equal(page.url(), url(path));
      await main(page).locator(`a[href="${await listOf(page, condition, scope)}"]`).first().click();
      await findInList(page, it);
    }
  }
});

/** The list is long; its own search finds the case on whatever page it is. */
async function findInList(page, it) {
  await heading(page).getByText("事例一覧").waitFor();
  await main(page).getByRole("searchbox", { name: "キーワード" }).fill(it.title);
  await main(page).getByRole("link", { name: it.title }).first().waitFor();
}

/** Finds the link of the page to all cases of one condition and a scope. */
async function listOf(page, [key, value], scope) {
  const links = main(page).locator('a[href*="cases/?"]');
  await links.first().waitFor();
  const found = (await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).find((href) => {
    const { scope: ofList = "prefecture", ...others } = Object.fromEntries(new URL(href, "http://any").searchParams);
    return [scope, "all"].includes(ofList) && others[key] === value && Object.keys(others).length === 1;
  });
  return found ?? assert.fail(`${page.url()} links to no list of ${key}=${value}, ${scope}`);
}
