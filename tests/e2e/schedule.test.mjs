// What is to come, by date, as a list and as a calendar; and what is known of joining, which in the published data is
// nothing, and must not look like a no.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { OF_OTHER_CASES, useAltered } from "./support/altered.mjs";
import { answerTo } from "./support/answers.mjs";
import { eventually, untilApp } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, counted, date, DIST, prefectureName, snapshot } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { chips, choiceCounts, download, expectCount, facts, filters, listedTitles, main, region, results, rows, table } from "./support/parts.mjs";

const AS_OF = snapshot.as_of;
/** Tells if a date is not over: a month or a year is with its last day. */
const isToCome = (at) => at != null && at >= AS_OF.slice(0, at.length);
const isPlanned = (it) => it.status === "計画";

/** What is to come of some cases: date, kind, case. */
function toCome(some) {
  const events = some.flatMap((it) => [
    ...(["参加できる", "相談に応じる"].includes(it.open_to_join) && (!it.join_until || isToCome(it.join_until)) ? [[it.join_until ?? "", "参加の期限", it]] : []),
    ...(isPlanned(it) && isToCome(it.introduced) ? [[it.introduced, "導入の予定", it]] : []),
    ...(isToCome(it.contract_end) ? [[it.contract_end, "契約終了", it]] : []),
  ]);
  const ORDER = ["参加の期限", "導入の予定", "契約終了"];
  // A bare year stands before its months.
  const key = ([at, kind, it]) => [at || "9999", ORDER.indexOf(kind), it.id].join(" ");
  return events.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const said = ([at, kind, it]) => [at ? date(at) : "期限は未確認", kind, it.title, prefectureName(it.prefecture_code)];
const list = (page) => table(page, "これからの予定");
const joint = cases.filter((it) => it.form !== "県等のシステムを利用");

for (const [query, some] of [["", counted], ["?scope=all", joint]]) {
  test(`what is to come is listed by date, each row leads to its case: ${query || "with a prefecture"}`, async ({ page, open }) => {
    const expected = toCome(some);
    assert.ok(expected.length > 3, "the example shows nothing");
    await open(`systems/${query}`);
    const shown = await rows(list(page));
    assert.deepEqual(shown.map((row) => row.slice(0, 4)), expected.map(said));
    const plans = some.filter(isPlanned);
    const part = region(page, "これからの予定");
    await part.getByText(`時期の分からない${plans.filter((it) => it.introduced == null).length}件`).waitFor();
    await part.getByText("公開情報では、どの事例についても分かっていません").waitFor();
    const [, kind, it] = expected[0];
    const places = { 参加の期限: "reuse", 導入の予定: "who", 契約終了: "how" };
    await list(page).getByRole("link", { name: /の記載$/ }).first().click();
    await eventually(() => assert.ok(page.url().endsWith(`cases/${it.id}/#${places[kind]}`), page.url()));
    await eventually(async () => {
      const { y } = await main(page).locator(`#${places[kind]}`).boundingBox();
      assert.ok(y >= 0 && y < 800, `the part is in sight: ${y}`);
    });
  });
}

test("the list is a file too, with the address of each date's source", async ({ page, open }) => {
  await open("systems/");
  const { bytes } = await download(page, region(page, "これからの予定").getByRole("button", { name: /CSV/ }));
  const [, ...written] = parseExcelCsv(bytes);
  assert.deepEqual(written.map((row) => row.slice(0, 4)), toCome(counted).map(said));
  assert.ok(written.every((row) => /^cases\/[^/]+\/#\w+$/.test(row[4])), String(written[0]));
});

/** The calendar as another program reads it; anything that is no calendar is an error there. */
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((it) => ({ it, event: new ICAL.Event(it) }));
}

test("the calendar holds what is to come of all cases, as far as the month is known", { tag: "@smoke" }, async ({ page, open }) => {
  const expected = toCome(joint);
  const [dated, left] = [expected.filter(([at]) => at.length > 4), expected.filter(([at]) => at.length <= 4)];
  assert.ok(dated.length && left.length, "the example shows nothing");
  await open("systems/");
  const part = region(page, "これからの予定");
  await part.getByText(`${dated.length}件の予定`).waitFor();
  await part.getByText(`月の分からない${left.length}件は入っていません`).waitFor();
  const { name, bytes } = await download(page, part.getByRole("link", { name: /カレンダー/ }));
  assert.equal(name, "schedule.ics");
  const text = bytes.toString("utf8");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75 && !line.includes("\n"), line);
  const found = read(text);
  const KIND = { 参加の期限: "join", 導入の予定: "introduction", 契約終了: "contract-end" };
  assert.deepEqual(found.map(({ event }) => event.uid), dated.map(([, kind, it]) => `${it.id}-${KIND[kind]}@joint-procurement-dashboard`));
  for (const [place, { it, event }] of found.entries()) {
    const [at, kind, of] = dated[place];
    const [year, month, day = 1] = at.split("-").map(Number);
    const start = event.startDate;
    assert.ok(start.isDate && event.endDate.isDate, "all day");
    assert.deepEqual([start.year, start.month, start.day], [year, month, day]);
    assert.equal(event.endDate.subtractDate(start).toSeconds(), 24 * 60 * 60, "the end is the day after");
    assert.equal(event.summary, `${kind}${at.length === 7 ? "（月まで分かっている）" : ""}：${of.title}`);
    for (const part of [of.system_type, of.lead_organization, prefectureName(of.prefecture_code)]) assert.ok(event.description.includes(part), event.description);
    assert.equal(it.getFirstPropertyValue("dtstamp").toString(), `${snapshot.published_at}T00:00:00Z`);
  }
  assert.equal(new Set(found.map(({ event }) => event.uid)).size, found.length);
});

test("the calendar is among the files kept on the device", () => {
  assert.ok(existsSync(join(DIST, "schedule.ics")));
  const [version] = readFileSync(join(DIST, "sw.js"), "utf8").split("\n");
  assert.ok(version.includes('"schedule.ics"'));
});

test.describe("where nothing is known of joining", () => {
  test("no filter offers it, and who asks for it is told that nothing is known", async ({ page, open }) => {
    assert.ok(cases.every((it) => it.open_to_join == null), "the example shows nothing");
    await open("cases/");
    await filters(page).getByText("仕様書の提供").first().waitFor();
    assert.equal(await filters(page).getByText("参加の受付").count(), 0);
    await open("cases/?open=yes");
    await expectCount(page, 0);
    await results(page).getByText(/公開情報では、どの事例についても分かっていません。参加できないという意味ではありません/).waitFor();
    await chips(page).getByRole("link", { name: /参加の受付：参加できる/ }).waitFor();
    const all = answerTo("").length;
    assert.deepEqual(await choiceCounts(page, "参加の受付"), { "参加できる（相談を含む）": 0, "参加できない・受付終了": 0, 未確認: all });
  });

  test("the page of a case counts it among what is not known", async ({ page, open }) => {
    await open(`cases/${counted[0].id}/`);
    await region(page, "参考にする・参加するには").waitFor();
    const known = await facts(page, "参考にする・参加するには");
    assert.ok(known.get("公開情報で未確認").split("、").includes("参加の受付"), [...known].join());
  });
});

test.describe("where it is stated", () => {
  // Nobody can join what is over.
  const [open_, ask, over, no] = counted.filter((it) => it.status !== "終了");
  const STATED = new Map([
    [open_.id, { open_to_join: "参加できる", join_until: "2999-03-31", join_terms: "県内の市町村" }],
    [ask.id, { open_to_join: "相談に応じる" }],
    [over.id, { open_to_join: "参加できる", join_until: "2020-03" }],
    [no.id, { open_to_join: "参加できない" }],
  ]);
  const withYear = (it) => (it.join_until?.startsWith("2999") ? { ...it, join_until: `${Number(AS_OF.slice(0, 4)) + 1}-03-31` } : it);
  const change = (it) => ({ ...it, ...withYear(STATED.get(it.id) ?? {}) });
  const altered = useAltered({
    ...OF_OTHER_CASES,
    "cases.jsonl": (text) => text.split("\n").filter((line) => line.trim()).map((line) => JSON.stringify(change(JSON.parse(line)))).join("\n"),
  });
  const until = date(change(open_).join_until);

  test("the list is narrowed to what can still be joined, and says until when", async ({ page, open }) => {
    await altered.show(page);
    await open("cases/");
    const counts = await choiceCounts(page, "参加の受付");
    assert.deepEqual(counts, { "参加できる（相談を含む）": 2, "参加できない・受付終了": 2, 未確認: counted.length - 4 });
    await filters(page).getByRole("group", { name: "参加の受付" }).getByRole("checkbox", { name: /^参加できる/ }).check();
    await eventually(() => assert.equal(new URL(page.url()).search, "?open=yes"));
    await expectCount(page, 2);
    assert.deepEqual((await listedTitles(page)).sort(), [open_.title, ask.title].sort());
    await results(page).getByText(`参加できる（${until}まで）`).waitFor();
    await results(page).getByText("相談に応じる", { exact: true }).waitFor();
    await page.reload();
    await untilApp(page);
    await expectCount(page, 2);
    await open("cases/?open=no");
    await results(page).getByText("参加の受付は終了（2020年3月まで）").waitFor();
  });

  test("the page of a case says it with its terms, and what is to come says until when", async ({ page, open }) => {
    await altered.show(page);
    await open(`cases/${open_.id}/`);
    const name = "参考にする・参加するには";
    await region(page, name).getByText("県内の市町村").waitFor();
    const known = await facts(page, name);
    assert.ok(known.get("参加の受付").startsWith("参加できる"));
    assert.ok(known.get("参加の期限").startsWith(until));
    await open(`systems/`);
    const row = list(page).getByRole("row").filter({ hasText: "参加の期限" });
    await eventually(async () => assert.equal(await row.count(), 2));
    await row.filter({ hasText: open_.title }).getByText(until).waitFor();
    await row.filter({ hasText: ask.title }).getByText("期限は未確認").waitFor();
    assert.equal(await region(page, "これからの予定").getByText("公開情報では").count(), 0);
  });
});
