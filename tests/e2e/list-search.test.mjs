// Searching words: while one types, in every text of a case, however the words are written.
import assert from "node:assert/strict";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { cases, counted, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { chips, expectCount, listedTitles, main, results } from "./support/parts.mjs";

const field = (page) => main(page).getByRole("searchbox", { name: "キーワード" });
const plain = (text) => (text ?? "").normalize("NFKC").toLowerCase();
const SHORT = ["title", "lead_organization", "system_type", "vendor", "product"];

/** A piece of one case's text that none of its short fields has. */
function pieceOf(textOf) {
  for (const it of counted) {
    const short = SHORT.map((key) => plain(it[key])).join("\n");
    for (const [piece] of plain(textOf(it)).matchAll(/[\p{Script=Han}]{3,6}/gu)) {
      const elsewhere = cases.some((other) => SHORT.some((key) => plain(other[key]).includes(piece)));
      if (!short.includes(piece) && !elsewhere) return { piece, it };
    }
  }
  throw new Error("no such piece of text");
}

test("typing changes the list and the address but adds no step to the history", { tag: "@smoke" }, async ({ page, open }) => {
  await open();
  await page.getByRole("navigation", { name: "メインメニュー" }).getByRole("link", { name: "事例一覧" }).click();
  await expectCount(page, stats().total);
  const steps = await page.evaluate(() => history.length);
  for (const word of ["学", "学校", "学校 共同"]) {
    await field(page).pressSequentially(word.slice((await field(page).inputValue()).length));
    await expectCount(page, stats(`q=${encodeURIComponent(word)}`).total, word);
    await eventuallyEqual(() => new URL(page.url()).searchParams.get("q"), word);
  }
  assert.equal(await page.evaluate(() => history.length), steps, "no step while typing");
  await field(page).fill("");
  await expectCount(page, stats().total);
  await page.goBack();
  await main(page).getByRole("region", { name: "主な数字" }).waitFor();
});

test("a reload and a link keep the words in the field and in the title", async ({ page, open }) => {
  await open("cases/?q=図書館");
  const { total } = stats("q=図書館");
  for (const again of [async () => {}, () => page.reload()]) {
    await again();
    await expectCount(page, total);
    assert.equal(await field(page).inputValue(), "図書館");
    await eventually(async () => assert.match(await page.title(), /図書館.*\|/));
  }
});

test("words that stand only in the background or the process of a case are found", async ({ page, open }) => {
  for (const key of ["background", "process"]) {
    const { piece, it } = pieceOf((it) => it[key]);
    await open("cases/");
    await field(page).fill(piece);
    await expectCount(page, stats(`q=${encodeURIComponent(piece)}`).total, `${piece} in ${key}`);
    assert.ok((await listedTitles(page)).includes(it.title), `${piece} finds ${it.title}`);
  }
});

test("words that stand only in the names of the participants are found", async ({ page, open }) => {
  const { piece, it } = pieceOf((it) => (it.participants_names ?? []).join("、"));
  await open(`cases/?q=${encodeURIComponent(piece)}&per=100`);
  await expectCount(page, stats(`q=${encodeURIComponent(piece)}`).total, piece);
  assert.ok((await listedTitles(page)).includes(it.title), `${piece} finds ${it.title}`);
});

test("width, case and kana do not matter", async ({ page, open }) => {
  const groups = [["クラウド", "ｸﾗｳﾄﾞ", "くらうど"], ["RPA", "rpa", "ＲＰＡ"], ["グループウェア", "ｸﾞﾙｰﾌﾟｳｪｱ"]];
  await open("cases/?scope=all&per=100");
  for (const [usual, ...others] of groups) {
    const { total } = stats(`q=${encodeURIComponent(usual)}&scope=all`);
    assert.ok(total > 0, usual);
    for (const written of [usual, ...others]) {
      await field(page).fill(written);
      await eventuallyEqual(() => new URL(page.url()).searchParams.get("q"), written);
      await expectCount(page, total, written);
    }
  }
});

test("several words must all occur, a wide space between them included", async ({ page, open }) => {
  await open("cases/");
  const both = stats(`q=${encodeURIComponent("電子申請 協議会")}`).total;
  assert.ok(both < stats(`q=${encodeURIComponent("電子申請")}`).total);
  for (const written of ["電子申請 協議会", "電子申請　協議会", "協議会  電子申請"]) {
    await field(page).fill(written);
    await eventuallyEqual(() => new URL(page.url()).searchParams.get("q"), written.trim());
    await expectCount(page, both, written);
  }
});

test("markup in the words stays text", async ({ page, open }) => {
  const markup = '<img src=x onerror="document.title=1">&amp;';
  await open(`cases/?q=${encodeURIComponent(markup)}`);
  await expectCount(page, 0);
  await chips(page).getByText(markup).waitFor();
  assert.equal(await main(page).locator("img").count(), 0);
  assert.equal(await results(page).getByText("条件に合う事例は見つかりませんでした（0件）").count(), 1);
});

test("Enter and the button search at once", async ({ page, open }) => {
  await open("cases/");
  await field(page).fill("電子入札");
  await main(page).getByRole("button", { name: "探す", exact: true }).click();
  await expectCount(page, stats("q=電子入札").total);
  await field(page).fill("電子契約");
  await field(page).press("Enter");
  await expectCount(page, stats("q=電子契約").total);
  assert.match(page.url(), /\/cases\/\?q=/);
});
