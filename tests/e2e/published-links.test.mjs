// Every link that was ever released still leads where it led: the same page, the same answer, the same card.
// All of that is worked out from the source tables, not by the program.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { answerTo, NARROWING } from "./support/answers.mjs";
import { eventually, untilApp } from "./support/browser.mjs";
import { caseById, count, DIST, municipalities, prefectureName, prefectures, ROOT, stated, systemName, table as source } from "./support/data.mjs";
import { withEdition } from "./support/edition.mjs";
import { BASES, test as onServer } from "./support/fixtures.mjs";
import { chips, expectCount, heading, listedTitles, main, results, rows, table } from "./support/parts.mjs";

const test = withEdition(onServer);

/** Takes an address apart; of the edition in one file without the mark before it. */
function parts(address) {
  const [, path, query, card] = address.match(/^(?:#\/)?([^?#]*)\??([^#]*)#?(.*)$/);
  return { path: path.replace(/^\.\//, ""), query, card };
}

/** The rows of the list: a link, and the address that shows today what it showed. */
const LINKS = readFileSync(join(ROOT, "tests/e2e/published-links.tsv"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("# "))
  .map((line) => line.split("\t"))
  .map(([link, successor = link]) => ({ link, now: parts(successor) }));
const ON_SERVER = LINKS.filter(({ link }) => !link.startsWith("#/"));
const IN_ONE_FILE = LINKS.filter(({ link }) => link.startsWith("#/"));
const WITH_CARD = ON_SERVER.filter(({ now }) => now.card);
const WITHOUT_CARD = ON_SERVER.filter(({ now }) => !now.card);

const keysOf = ({ query }) => new Map(new URLSearchParams(query));
/** `cases/` of `cases/31-groupware-2017/`. */
const kindOf = ({ path }) => path.replace(/[^/]+\/$/, (last) => (last === path ? last : ""));

/** The answer to a query in the snapshot of an address. */
function answerIn(now, query) {
  const id = keysOf(now).get("snapshot");
  return answerTo(id ? `${query}&snapshot=${id}` : query);
}

/** Counts the kinds of system among the cases of a scope; the rest is no kind. */
function typesIn(now) {
  const scope = `scope=${keysOf(now).get("scope") ?? "prefecture"}`;
  const hasRest = answerIn(now, `${scope}&system=other`).length > 0;
  return new Set(answerIn(now, scope).map((it) => it.system_type)).size - (hasRest ? 1 : 0);
}

/** Gives the beginning of a page's heading. */
function headingOf(now) {
  const id = now.path.split("/").at(-2);
  switch (kindOf(now)) {
    case "":
      return `都道府県が関わる共同調達は${count(answerIn(now, "").length)}`;
    case "about/":
      return "共同調達とは";
    case "cases/":
      return id === "cases" ? "事例一覧" : caseById(id).title;
    case "compare/":
      return "事例の比較";
    case "systems/":
      if (id === "systems") return `共同調達を確認できたシステム種別は${typesIn(now)}種類`;
      return `${systemName(id)}：都道府県が関わる共同調達は${stated(answerIn(now, `system=${id}`).length)}`;
    case "prefectures/":
      if (id === "prefectures") return "都道府県ごとの共同調達状況";
      return `${prefectureName(id)}：${prefectureName(id).at(-1)}が関わる共同調達は${stated(answerIn(now, `pref=${id}`).length)}`;
    case "municipalities/":
      if (id === "municipalities") return "市区町村を選ぶ";
      return `${municipalities.find(({ code }) => code === id).name}：参加を確認できた共同調達は`;
    case "figures/":
      return "集計表";
    case "data/":
      return "データの内容・定義・ダウンロード";
    case "faq/":
      return "よくある質問";
    default:
      throw new Error(`No page has the address ${now.path}`);
  }
}

/** Asserts that the page is the right one, and has understood all of its address. */
async function showsPage(page, now) {
  const begins = headingOf(now);
  await eventually(async () => {
    const text = await heading(page).innerText();
    assert.ok(text.startsWith(begins), `It shows "${text}", not "${begins}…"`);
  });
  const ignored = main(page).getByText(/使えないため外して表示|指定されたデータ/).filter({ visible: true });
  assert.equal(await ignored.count(), 0, "all of it is understood");
}

const COLUMNS = { lead: "代表団体", vendor: "事業者", end: "契約終了" };
const casesTable = (page) => table(page, "事例の表");

/** Reads the names of the cases that are listed, as cards or in the table. */
async function listed(page, view) {
  if (view !== "table") return listedTitles(page);
  await casesTable(page).waitFor();
  return (await casesTable(page).getByRole("rowheader").getByRole("link").allInnerTexts()).map((title) => title.trim());
}

/** Asserts of the list: how many cases, which on this page, in which order and form. */
async function answersList(page, now) {
  const keys = keysOf(now);
  const expected = answerTo(now.query);
  await expectCount(page, expected.length);
  const per = Number(keys.get("per") ?? 25);
  const first = (Number(keys.get("page") ?? 1) - 1) * per;
  const titles = expected.slice(first, first + per).map((it) => it.title);
  await eventually(async () => assert.deepEqual(await listed(page, keys.get("view")), titles));
  const asked = [...keys.keys()].filter((key) => NARROWING.includes(key)).length;
  assert.ok((await chips(page).getByRole("link").count()) >= asked, "each condition is shown");
  if (!keys.has("cols")) return;
  const heads = await casesTable(page).getByRole("columnheader").allInnerTexts();
  const wanted = keys.get("cols").split(",").map((slug) => COLUMNS[slug]);
  assert.deepEqual(heads.map((text) => text.trim()).filter((text) => Object.values(COLUMNS).includes(text)), wanted);
}

/** Asserts of the comparison: a column for each case, in the order asked for. */
async function answersComparison(page, now) {
  const ids = keysOf(now).get("ids")?.split(",") ?? [];
  const heads = main(page).getByRole("table").getByRole("columnheader").getByRole("link", { name: /^(?!.*外す)/ });
  await eventually(async () => assert.deepEqual(await heads.allInnerTexts(), ids.map((id) => caseById(id).title)));
}

const REGION = Object.fromEntries(source("regions").map(({ slug, name }) => [slug, name]));

/** Asserts of the matrix: which prefectures, ordered by which type, of which cases, as a table or in sentences. */
async function answersMatrix(page, now) {
  const keys = keysOf(now);
  const shown = prefectures.filter(({ region }) => !keys.has("region") || region === REGION[keys.get("region")]);
  const names = shown.map(({ name }) => name).sort();
  const matrix = table(page, "都道府県ごと、種別ごとの状況と件数");
  if (keys.get("view") === "list") {
    const section = main(page).getByRole("region", { name: "都道府県と種別の一覧表" });
    const items = section.getByRole("listitem").filter({ hasText: new RegExp(`^(${names.join("|")})`) });
    assert.equal(await items.count(), names.length);
    return assert.equal(await matrix.count(), 0);
  }
  assert.deepEqual((await rows(matrix)).map(([name]) => name).sort(), names);
  if (keys.has("sort")) {
    const column = matrix.getByRole("columnheader", { name: systemName(keys.get("sort")), exact: true });
    assert.equal(await column.getAttribute("aria-sort"), "ascending");
  }
  if (keys.has("domain")) {
    const types = new Set(answerTo(`domain=${keys.get("domain")}&scope=all`).map((it) => it.system_type));
    const heads = (await matrix.getByRole("columnheader").allInnerTexts()).map((text) => text.trim()).slice(1, -2);
    assert.ok(heads.length > 0);
    assert.deepEqual(heads.filter((name) => !types.has(name)), []);
  }
}

const ANSWERS = { "cases/": answersList, "compare/": answersComparison, "prefectures/": answersMatrix };

/** Asserts that the page says what the query asks for. */
async function answers(page, now) {
  await ANSWERS[now.path]?.(page, now);
  if (kindOf(now) === "municipalities/" && keysOf(now).has("system")) {
    const name = `${systemName(keysOf(now).get("system"))}を一緒に調達できそうな相手`;
    await main(page).getByRole("region", { name, exact: true }).waitFor();
  }
  const id = keysOf(now).get("snapshot");
  if (!id) return;
  const next = await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).getAttribute("href");
  assert.ok(next.endsWith(`cases/?snapshot=${id}`), "links stay with the snapshot");
}

/** Asserts that the card is there, has the focus and stands as far up in the window as the page lets it. */
async function showsCard(page, { card }) {
  await eventually(async () => {
    const found = await page.evaluate((id) => {
      const it = document.getElementById(id);
      if (!it) return undefined;
      const { scrollY, innerHeight } = window;
      const atEnd = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;
      const { top } = it.getBoundingClientRect();
      const atTop = top >= 0 && (top < innerHeight / 4 || (atEnd && top < innerHeight));
      return { inMain: !!it.closest("main"), focused: it === document.activeElement, atTop, top };
    }, card);
    assert.ok(found?.inMain, `There is no card #${card}`);
    assert.ok(found.focused, `#${card} has no focus`);
    assert.ok(found.atTop, `#${card} is at ${found.top}`);
  });
}

/** Follows each link; tells of all that lead elsewhere. */
async function each(links, follow) {
  const failures = [];
  for (const it of links) await follow(it).catch((error) => failures.push(`${it.link}: ${error.message}`));
  assert.deepEqual(failures, []);
}

/** Tells if a query has another answer than without this key. */
function narrows({ now }, key) {
  const without = new URLSearchParams(now.query);
  without.delete(key);
  return keysOf(now).has(key) && answerTo(now.query).length !== answerTo(String(without)).length;
}

test("no published link stands twice, and for each condition of the list there is one that depends on it", { tag: "@full" }, () => {
  assert.deepEqual(LINKS.map(({ link }) => link).filter((link, at, all) => all.indexOf(link) !== at), []);
  const ofList = WITHOUT_CARD.filter(({ now }) => now.path === "cases/");
  assert.deepEqual(NARROWING.filter((key) => !ofList.some((it) => narrows(it, key))), []);
});

test("each published address and query shows its page and its answer", { tag: "@full" }, async ({ page, open }) => {
  test.setTimeout(6 * 60_000);
  await each(WITHOUT_CARD, async ({ link, now }) => {
    await open(link);
    await showsPage(page, now);
    await answers(page, now);
  });
});

test.describe(() => {
  test.use({ base: BASES[1] });

  test("each published address without a file on the host is resolved by the not-found page", { tag: "@full" }, async ({ page, open, url, expectProblem, allowOutsideBase }) => {
    expectProblem(/status of 404/);
    allowOutsideBase(/\/data\/catalog\.json$/);
    const html = { status: 404, contentType: "text/html; charset=utf-8", path: join(DIST, "404.html") };
    // The base itself has a file wherever the site is.
    await each(WITHOUT_CARD.filter(({ link, now }) => link !== "./" && !now.query), async ({ link, now }) => {
      const isAsked = ({ href }) => href === url() + link;
      await page.route(isAsked, (route) => route.fulfill(html));
      await open(link);
      await page.unroute(isAsked);
      await showsPage(page, now);
    });
  });
});

test.describe(() => {
  test.use({ whole: false });

  test("each published card is there and the page is scrolled to it", { tag: "@full" }, async ({ page, open }) => {
    await each(WITH_CARD, async ({ link, now }) => {
      // The first and the last of a page in a fresh one; in between the reader only changes the fragment.
      const same = WITH_CARD.filter((it) => it.now.path === now.path);
      if ([same.at(0), same.at(-1)].some((it) => it.link === link)) await page.goto("about:blank");
      await open(link);
      await showsPage(page, now);
      await showsCard(page, now);
    });
  });
});

test("each published address of the edition in one file shows its page, its answer and its card", { tag: "@full" }, async ({ page, context, edition, allowOutsideBase }) => {
  const file = pathToFileURL(edition()).href;
  allowOutsideBase(/^file:/);
  await context.setOffline(true);
  await each(IN_ONE_FILE, async ({ link, now }) => {
    await page.goto("about:blank");
    await page.goto(file + link);
    await untilApp(page);
    await showsPage(page, now);
    await answers(page, now);
    if (now.card) await showsCard(page, now);
  });
});
