// The form of a case: figures count what is joint, say so, and lead to what they leave out.
import assert from "node:assert/strict";
import { useAltered } from "./support/altered.mjs";
import { eventuallyEqual } from "./support/browser.mjs";
import { cases, count } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { chips, expectCount, facts, filters, heading, main, results } from "./support/parts.mjs";

const FORMS = ["共同調達", "共同利用", "県等のシステムを利用", null];
/** Every case gets one of them in turn. */
const formOf = new Map(cases.map((it, place) => [it.id, FORMS[place % FORMS.length]]));
const altered = useAltered({
  "cases.jsonl": (text) =>
    text
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line))
      .map((it) => JSON.stringify({ ...it, form: formOf.get(it.id) ?? null }))
      .join("\n"),
});

/** Waits until the chips of the form are these. */
const expectForms = (page, expected) =>
  eventuallyEqual(async () => (await chips(page).getByRole("link").allInnerTexts()).flatMap((text) => text.match(/形態：.*/) ?? []), expected);
const withPrefecture = cases.filter((it) => it.scope === "prefecture");
const numberOf = (...forms) => withPrefecture.filter((it) => forms.includes(formOf.get(it.id))).length;
const joint = numberOf("共同調達", "共同利用", null);
const shared = numberOf("県等のシステムを利用");

test("the overview counts what is joint, and one click leads to the rest", async ({ page, open }) => {
  await altered.show(page);
  await open();
  assert.ok((await heading(page).innerText()).includes(`${joint}件`));
  await main(page).getByText("共同調達と共同利用の事例です。形態の分からない事例も含みます。").waitFor();
  await main(page).getByRole("link", { name: `県等のシステムを利用する事例 ${count(shared)}` }).click();
  await expectCount(page, shared);
  await eventuallyEqual(() => new URL(page.url()).search, "?form=shared-service");
  await expectForms(page, ["形態：県等のシステムを利用"]);
});

test("the pages of a type and of a prefecture say what they leave out, with the way there", async ({ page, open }) => {
  const left = cases.filter((it) => formOf.get(it.id) === "県等のシステムを利用");
  const type = left.find((it) => it.system_type === "RPA");
  assert.ok(type, "the example shows nothing");
  const pages = [
    ["systems/rpa/", left.filter((it) => it.system_type === "RPA").length],
    [`prefectures/${type.prefecture_code}/`, left.filter((it) => it.prefecture_code === type.prefecture_code).length],
  ];
  await altered.show(page);
  for (const [path, number] of pages) {
    await open(path);
    await main(page).getByRole("link", { name: `県等のシステムを利用する事例が${count(number)}` }).click();
    await expectCount(page, number);
  }
});

test("the list shows by ticks which forms count, and each can be added or left out", async ({ page, open }) => {
  await altered.show(page);
  await open("cases/");
  await expectCount(page, joint);
  const box = (name) => filters(page).getByRole("group", { name: "形態" }).getByRole("checkbox", { name });
  for (const name of ["共同調達", "共同利用", "未確認"]) assert.ok(await box(name).isChecked(), name);
  assert.ok(!(await box("県等のシステムを利用").isChecked()));
  await box("県等のシステムを利用").check();
  await expectCount(page, withPrefecture.length);
  await expectForms(page, ["形態：すべて"]);
  await box("未確認").uncheck();
  await box("県等のシステムを利用").uncheck();
  await expectCount(page, numberOf("共同調達", "共同利用"));
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expectCount(page, joint);
  await expectForms(page, []);
});

test("a case says its form on its page, in the list and in the table", async ({ page, open }) => {
  await altered.show(page);
  const it = withPrefecture.find((one) => formOf.get(one.id) === "共同利用");
  await open(`cases/${it.id}/`);
  assert.equal((await facts(page, "だれが・何を")).get("形態"), "共同利用");
  await open(`cases/?form=joint-use&q=${encodeURIComponent(it.title)}`);
  const item = results(page).getByRole("listitem").filter({ has: page.getByRole("heading", { name: it.title }) });
  await item.first().getByText("共同利用", { exact: true }).waitFor();
  await open("cases/?form=joint-use&view=table&cols=form");
  const cells = await results(page).getByRole("table").getByRole("cell", { name: "共同利用", exact: true }).count();
  assert.ok(cells > 5, `${cells} rows`);
});
