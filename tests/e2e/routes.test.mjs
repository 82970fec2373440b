// Every fixed page and a sample of each kind of deep link, at the server's root and under a sub-path:
// opened by its address, reloaded, and reached by links, back and forward.
import assert from "node:assert/strict";
import { eventually, untilApp } from "./support/browser.mjs";
import { caseById, count, prefectureName, stats, systemName, UNKNOWN } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { heading, main, results } from "./support/parts.mjs";
import {
  documented,
  fewOfPrefecture,
  fewOfSystem,
  manyOfPrefecture,
  manyOfSystem,
  noneOfSystem,
  onlyMunicipal,
} from "./support/samples.mjs";

const SITE = "自治体システム共同調達ダッシュボード";
const menu = (page) => page.getByRole("navigation", { name: "メインメニュー" });
const way = (page) => main(page).getByRole("navigation", { name: "現在位置" });
const types = Object.keys(stats().by_system).filter((slug) => slug !== "other").length;

/** The name in the menu, the path, and the heading. */
const FIXED = [
  ["概要", "", new RegExp(`^都道府県が関わる共同調達は${count(stats().total)}`)],
  ["共同調達とは", "about/", "共同調達とは"],
  ["事例一覧", "cases/", "事例一覧"],
  ["システム種別", "systems/", `共同調達を確認できたシステム種別は${types}種類`],
  ["都道府県", "prefectures/", "都道府県ごとの共同調達状況"],
  ["集計表", "figures/", "集計表"],
  ["データ", "data/", "データの内容・定義・ダウンロード"],
  ["よくある質問", "faq/", "よくある質問"],
].map(([name, path, text]) => ({ name, path, heading: text, way: path ? ["概要", name] : [], menu: [name, "page"] }));

function ofCase(id) {
  const { title } = caseById(id);
  return { name: title, path: `cases/${id}/`, heading: title, way: ["概要", "事例一覧", title], menu: ["事例一覧", "true"] };
}

function ofSystem(slug) {
  const name = systemName(slug);
  const { total, by_prefecture } = stats(`system=${slug}`);
  const found = `都道府県が関わる共同調達は${count(total)}、${Object.keys(by_prefecture).length}都道府県で確認`;
  const text = `${name}：${total ? found : `都道府県が関わる共同調達は${UNKNOWN}`}`;
  return { name, path: `systems/${slug}/`, heading: text, way: ["概要", "システム種別", name], menu: ["システム種別", "true"] };
}

function ofPrefecture(code) {
  const name = prefectureName(code);
  const { total } = stats(`pref=${code}`);
  const found = `${name.at(-1)}が関わる共同調達は${total ? `${count(total)}を確認` : UNKNOWN}`;
  return { name, path: `prefectures/${code}/`, heading: `${name}：${found}`, way: ["概要", "都道府県", name], menu: ["都道府県", "true"] };
}

const DEEP = [
  ofCase(documented),
  ...[manyOfSystem, fewOfSystem, onlyMunicipal, noneOfSystem].filter(Boolean).map(ofSystem),
  ...[manyOfPrefecture, fewOfPrefecture].map(ofPrefecture),
];
/** Places within pages: the same page, and the address stays as it was asked for. */
const PLACES = [
  { ...FIXED[3], path: "systems/?scope=all", heading: /^共同調達を確認できたシステム種別は/ },
  { ...ofPrefecture(manyOfPrefecture), path: `prefectures/${manyOfPrefecture}/#comparison` },
  { ...ofSystem(manyOfSystem), path: `systems/${manyOfSystem}/#documents` },
];

/** Waits until the page is there, then holds all that names it against what is expected. */
async function shows(page, url, expected) {
  await eventually(async () => {
    assert.equal(page.url(), url(expected.path));
    assert.equal(await heading(page).count(), 1, `${expected.path}: one main heading`);
    const text = await heading(page).innerText();
    if (typeof expected.heading === "string") assert.equal(text, expected.heading);
    else assert.match(text, expected.heading, expected.path);
    assert.equal(await page.title(), expected.path ? `${expected.way.at(-1)} | ${SITE}` : SITE);
    assert.deepEqual(await way(page).getByRole("listitem").allInnerTexts(), expected.way, expected.path);
    const marked = await menu(page).getByRole("link").and(page.locator("[aria-current]")).evaluateAll((all) =>
      all.map((link) => [link.textContent.trim(), link.getAttribute("aria-current")]),
    );
    assert.deepEqual(marked, [expected.menu], expected.path);
  });
  if (expected.way.length > 0) {
    const itself = way(page).getByText(expected.way.at(-1), { exact: true }).last();
    assert.equal(await itself.getAttribute("aria-current"), "page", `${expected.path}: the way ends here`);
  }
}

/** The place of each kind of deep link, from the page of its section. */
const follow = {
  cases: (page) => results(page).getByRole("heading", { level: 3 }).getByRole("link").first(),
  systems: (page, { name }) => main(page).getByRole("link", { name, exact: true }).first(),
  prefectures: (page, { name }) => main(page).getByRole("link", { name, exact: true }).first(),
};

for (const [base, width] of [[BASES[0], 1280], [BASES[1], 375]]) {
  test.describe(() => {
    test.use({ base, viewport: { width, height: 800 } });

    test(`each address below ${base} answers 200 with its page, and a deep one stays after a reload`, async ({ page, open, url }) => {
      for (const expected of [...FIXED, ...DEEP, ...PLACES]) {
        assert.equal((await open(expected.path)).status(), 200, expected.path);
        await shows(page, url, expected);
        if (FIXED.includes(expected)) continue;
        assert.equal((await page.reload()).status(), 200, `${expected.path} reloaded`);
        await untilApp(page);
        await shows(page, url, expected);
      }
    });

    test(`links lead through every kind of page below ${base}, and so do back and forward`, async ({ page, open, url }) => {
      await open();
      await shows(page, url, FIXED[0]);
      const steps = [FIXED[0]];
      const arrive = async (expected) => {
        await shows(page, url, expected);
        steps.push(expected);
      };
      for (const fixed of FIXED.slice(1)) {
        await menu(page).getByRole("link", { name: fixed.name, exact: true }).click();
        await arrive(fixed);
        for (const deep of DEEP.filter(({ way }) => way[1] === fixed.name)) {
          const link = follow[fixed.path.slice(0, -1)](page, deep);
          // The first of the list may be any case.
          const expected = fixed.path === "cases/" ? ofCase((await link.getAttribute("href")).split("/").at(-2)) : deep;
          await link.click();
          await arrive(expected);
          await way(page).getByRole("link", { name: fixed.name, exact: true }).click();
          await arrive(fixed);
        }
      }
      for (const expected of steps.slice(0, -1).reverse()) {
        await page.goBack();
        await shows(page, url, expected);
      }
      for (const expected of steps.slice(1)) {
        await page.goForward();
        await shows(page, url, expected);
      }
    });
  });
}
