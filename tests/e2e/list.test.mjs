// Narrowing the list: choices, address, history, conditions, orders, pages.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { count, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { chips, choice, expectCount, filters, heading, listedTitles, main, openGroup, results, upToDate } from "./support/parts.mjs";

const search = (page) => new URL(page.url()).search;
const pages = (page) => main(page).getByRole("navigation", { name: "ページ", exact: true });
const order = (page) => main(page).getByRole("combobox", { name: "並び順" });
const perPage = (page) => main(page).getByRole("combobox", { name: "表示件数" });

/** All that a reader sees of the list's state. */
async function view(page) {
  const checked = filters(page).getByRole("checkbox", { checked: true, includeHidden: true });
  return {
    titles: await listedTitles(page),
    conditions: await chips(page).getByRole("listitem").allInnerTexts(),
    checked: await checked.evaluateAll((all) => all.map((box) => box.closest("label").textContent)),
    order: await order(page).inputValue(),
    title: await page.title(),
  };
}

test("a ticked choice is in the address, and a reload or a pasted link shows the same", { tag: "@smoke" }, async ({ page, open, context }) => {
  await open("cases/");
  await choice(page, "領域", "事業部門").check();
  await expectCount(page, stats("domain=services").total);
  await openGroup(page, "都道府県");
  await choice(page, "都道府県", "大阪府").check();
  const query = "domain=services&pref=27";
  await expectCount(page, stats(query).total);
  assert.equal(search(page), `?${query}`);
  await order(page).selectOption({ label: "参加自治体の多い順" });
  await eventuallyEqual(() => search(page), `?${query}&sort=-members`);
  await eventually(async () => assert.match(await page.title(), /事業部門.*大阪府/));
  const before = await view(page);
  await page.reload();
  await expectCount(page, stats(query).total);
  assert.deepEqual(await view(page), before, "after a reload");
  const other = await context.newPage();
  await other.goto(page.url());
  await expectCount(other, stats(query).total);
  assert.deepEqual(await view(other), before, "in another tab");
});

test("back and forward go through the conditions one by one", { tag: "@smoke" }, async ({ page, open }) => {
  await open("cases/");
  const steps = [[""], ["domain=services"], ["domain=services&system=online-application"], ["domain=services&system=online-application&scope=all"]];
  await choice(page, "領域", "事業部門").check();
  await expectCount(page, stats(steps[1][0]).total);
  await choice(page, "システム種別", "電子申請").check();
  await expectCount(page, stats(steps[2][0]).total);
  await filters(page).getByRole("radio", { name: /^すべて/ }).check();
  await expectCount(page, stats(steps[3][0]).total);
  const at = async (place) => {
    const [query] = steps[place];
    await eventuallyEqual(() => search(page), query && `?${query}`);
    await expectCount(page, stats(query).total, query);
    assert.equal(await choice(page, "領域", "事業部門").isChecked(), place > 0);
    assert.equal(await choice(page, "システム種別", "電子申請").isChecked(), place > 1);
    assert.equal(await filters(page).getByRole("radio", { name: /^すべて/ }).isChecked(), place > 2);
  };
  for (const place of [2, 1, 0]) {
    await page.goBack();
    await at(place);
  }
  for (const place of [1, 2, 3]) {
    await page.goForward();
    await at(place);
  }
});

test("a condition's chip takes away that condition and no other", { tag: "@smoke" }, async ({ page, open }) => {
  await open("cases/?domain=services,tools&pref=27&subsidy=unknown&year=2000-");
  await chips(page).getByRole("link", { name: "領域：ツール" }).click();
  await expectCount(page, stats("domain=services&pref=27&subsidy=unknown&year=2000-").total);
  assert.equal(search(page), "?domain=services&pref=27&subsidy=unknown&year=2000-");
  await chips(page).getByRole("link", { name: "導入年：2000年以降" }).click();
  await expectCount(page, stats("domain=services&pref=27&subsidy=unknown").total);
  await chips(page).getByRole("link", { name: "条件をすべて解除" }).click();
  await expectCount(page, stats().total);
  assert.equal(search(page), "");
  // What counts by default may be ticked; what was asked for is not.
  for (const [facet, name] of [["領域", "事業部門"], ["領域", "ツール"]]) assert.ok(!(await choice(page, facet, name).isChecked()), name);
  const { conditions, checked } = await view(page);
  assert.deepEqual(conditions, []);
  await open("cases/");
  assert.deepEqual((await view(page)).checked, checked);
});

test("the panel's own button clears every condition", async ({ page, open }) => {
  await open("cases/?q=クラウド&domain=services&scope=all");
  await filters(page).getByRole("link", { name: "条件をすべて解除" }).click();
  await expectCount(page, stats().total);
  assert.equal(await main(page).getByRole("searchbox", { name: "キーワード" }).inputValue(), "");
});

test("nothing found: each condition can be loosened, with what that gives", { tag: "@smoke" }, async ({ page, open }) => {
  const conditions = { domain: "tools", system: "online-application", pref: "05" };
  await open(`cases/?${new URLSearchParams(conditions)}`);
  await results(page).getByText("条件に合う事例は見つかりませんでした（0件）").waitFor();
  for (const file of [/CSV/, "庁内資料に貼る"]) assert.equal(await results(page).getByRole("button", { name: file }).count(), 0, "nothing to save");
  await expectCount(page, 0);
  const words = { domain: "領域：ツール", system: "システム種別：電子申請", pref: "都道府県：秋田県" };
  for (const [key, text] of Object.entries(words)) {
    const { [key]: _, ...rest } = conditions;
    const { total } = stats(new URLSearchParams(rest).toString());
    const way = results(page).getByRole("link", { name: `「${text}」を外す（${total}件）` });
    // Taking away what gives nothing either is no way.
    if (total > 0) await way.waitFor();
    else assert.equal(await way.count(), 0, text);
  }
  const way = results(page).getByRole("link", { name: /（[\d,]+件）$/ }).first();
  const promised = Number((await way.innerText()).match(/（([\d,]+)件）$/)[1].replaceAll(",", ""));
  await way.click();
  await expectCount(page, promised);
});

const VALUES = {
  introduced: (it) => it.introduced,
  members: (it) => it.participants_count,
  initial: (it) => it.initial_cost_yen,
  annual: (it) => it.annual_cost_yen,
  pref: (it) => it.prefecture_code,
};
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

test("each order sorts the cases, those without the value last", async ({ page, open }) => {
  // The cases of one condition fit on a page and are told apart by their links.
  const query = "scope=all&has=participants&per=100&domain=general-affairs";
  const asked = [...answerTo(query)].sort((a, b) => compare(a.id, b.id));
  assert.equal(stats(query).total, asked.length);
  for (const key of Object.keys(VALUES)) {
    for (const sign of ["", "-"]) {
      await open(`cases/?${query}&sort=${sign}${key}`);
      const links = results(page).getByRole("heading", { level: 3 }).getByRole("link");
      const ids = await links.evaluateAll((all) => all.map((link) => new URL(link.href).pathname.split("/").at(-2)));
      const value = (it) => VALUES[key](it);
      const known = asked.filter((it) => value(it) != null);
      known.sort((a, b) => (sign ? -1 : 1) * compare(value(a), value(b)) || compare(a.id, b.id));
      const unknown = asked.filter((it) => value(it) == null);
      assert.deepEqual(ids, [...known, ...unknown].map((it) => it.id).slice(0, 100), `sort=${sign}${key}`);
    }
  }
});

test("the menu of orders changes the address and the list, and back undoes it", async ({ page, open }) => {
  await open("cases/?domain=services");
  const before = await listedTitles(page);
  await order(page).selectOption({ label: "導入時期の古い順" });
  await eventuallyEqual(() => search(page), "?domain=services&sort=introduced");
  await eventually(async () => assert.notDeepEqual(await listedTitles(page), before));
  await page.goBack();
  await eventuallyEqual(() => listedTitles(page), before);
  assert.equal(await order(page).locator("option:checked").innerText(), "分かっていることの多い順");
});

test("by default what most is known of comes first and plans last; the newest first is asked for by the address", async ({ page, open }) => {
  for (const sort of ["", "&sort=known", "&sort=-introduced"]) {
    const query = `scope=all&per=100${sort}`;
    await open(`cases/?${query}`);
    const expected = answerTo(query);
    await expectCount(page, expected.length);
    assert.equal(search(page), `?${query}`);
    const last = Math.ceil(expected.length / 100);
    assert.deepEqual(await listedTitles(page), expected.slice(0, 100).map((it) => it.title), sort);
    await open(`cases/?${query}&page=${last}`);
    assert.deepEqual(await listedTitles(page), expected.slice((last - 1) * 100).map((it) => it.title), `${sort}, the last page`);
  }
});

test("pages divide the list without gap or overlap", { tag: "@smoke" }, async ({ page, open }) => {
  const { total } = stats();
  const last = Math.ceil(total / 25);
  await open("cases/");
  const seen = [];
  for (let number = 1; ; number += 1) {
    await pages(page).getByText(`全${last}ページ中${number}ページ目`).waitFor();
    await results(page).getByText(`${(number - 1) * 25 + 1}～${Math.min(number * 25, total)}件目を表示`).waitFor();
    assert.equal(await pages(page).locator("[aria-current=page]").innerText(), String(number));
    await upToDate(page);
    seen.push(...(await results(page).getByRole("heading", { level: 3 }).getByRole("link").evaluateAll((all) => all.map((it) => it.href))));
    const next = pages(page).getByRole("link", { name: "次へ" });
    if (number === last) {
      assert.equal(await next.count(), 0);
      break;
    }
    await next.click();
  }
  assert.equal(new Set(seen).size, total);
  assert.equal(seen.length, total);
});

test("more rows on a page make fewer pages, and a narrower list begins at its first page", async ({ page, open }) => {
  await open("cases/?page=3");
  await perPage(page).selectOption({ label: "100件" });
  await eventuallyEqual(() => search(page), "?per=100");
  await eventuallyEqual(async () => (await listedTitles(page)).length, Math.min(100, stats().total));
  await open("cases/?page=2");
  await choice(page, "領域", "総務部門").check();
  await expectCount(page, stats("domain=general-affairs").total);
  assert.equal(search(page), "?domain=general-affairs");
});

test("a page beyond the end shows the last one and says so", async ({ page, open }) => {
  const { total } = stats();
  const last = Math.ceil(total / 25);
  await open("cases/?page=999");
  await results(page).getByText(`${(last - 1) * 25 + 1}～${total}件目を表示`).waitFor();
  assert.equal((await listedTitles(page)).length, total - (last - 1) * 25);
  assert.equal(await heading(page).innerText(), "事例一覧");
  await pages(page).getByText(`全${last}ページ中${last}ページ目`).waitFor();
  await pages(page).getByRole("link", { name: "前へ" }).click();
  await pages(page).getByText(`全${last}ページ中${last - 1}ページ目`).waitFor();
});

test("with cases of municipalities among themselves a list says which type much of it is of", async ({ page, open }) => {
  let seen = 0;
  for (const query of ["", "scope=municipal", "scope=all", "scope=municipal&system=library"]) {
    const found = answerTo(query);
    const types = new Map();
    for (const { system_type: type } of found) types.set(type, (types.get(type) ?? 0) + 1);
    types.delete("その他");
    const [type, most] = [...types].sort(([, a], [, b]) => b - a)[0];
    const prevails = query !== "" && found.length > 25 && most * 5 > found.length && most < found.length;
    await open(`cases/?${query}`);
    await expectCount(page, found.length);
    const note = results(page).getByText(prevails ? `のうち${count(found.length)}（うち${count(most)}は${type}）` : /（うち/);
    await eventually(async () => assert.equal(await note.count(), prevails ? 1 : 0, query));
    seen += prevails ? 1 : 0;
  }
  assert.ok(seen > 0, "the examples show nothing");
});
