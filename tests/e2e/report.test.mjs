// The text with which a reader tells the maintainer what is known of a case: to copy, and as a mail where there is an
// address to send it to.
import assert from "node:assert/strict";
import { useAltered } from "./support/altered.mjs";
import { caseById, date, snapshot } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { main } from "./support/parts.mjs";
import { named, priced } from "./support/samples.mjs";

const EMAIL = "dx@pref.example.lg.jp";
const MAIL = "メールソフトで開く";

/** Opens the part and gives it. */
async function report(page) {
  const part = main(page).locator("details").filter({ hasText: "この事例の情報を知らせる" });
  await part.locator("summary").click();
  await part.getByRole("button", { name: "知らせる文をコピー" }).waitFor();
  return part;
}

/** The fields that the text names as not known. */
const missing = (text) => text.match(/^分かっていない項目：(.*)$/m)[1].split("、");

test("the text names the case, its page, its data and what is not known, and is copied", { tag: "@smoke" }, async ({ page, open, url }) => {
  for (const id of [named, priced]) {
    const it = caseById(id);
    await open(`cases/${id}/`);
    const part = await report(page);
    const text = await part.locator("pre").innerText();
    for (const said of [it.title, `事例番号：${id}`, `${snapshot.id}（${date(snapshot.as_of)}時点）`, `アドレス：${url(`cases/${id}/`)}`]) {
      assert.ok(text.includes(said), `${said}: ${text}`);
    }
    const fields = { 参加自治体名: it.participants_names, 初期費用: it.initial_cost_yen, 契約終了: it.contract_end, 事業者: it.vendor };
    for (const [name, value] of Object.entries(fields)) assert.equal(missing(text).includes(name), value == null, name);
    await part.getByRole("button", { name: "知らせる文をコピー" }).click();
    await part.getByText("コピーしました").waitFor();
    // The published data name nobody to send it to.
    assert.equal(await part.getByRole("link", { name: MAIL }).count(), 0);
    await part.getByText("知らせる先は、まだ決まっていません").waitFor();
  }
});

const reachable = useAltered({ "snapshot.toml": (text) => text.replace(/^url = .*$/m, (line) => `${line}\nemail = "${EMAIL}"`) });

test("with an address the text opens in the mail program, short enough for every one", async ({ page, open, url }) => {
  await reachable.show(page);
  await open(`cases/${named}/`);
  const part = await report(page);
  const href = await part.getByRole("link", { name: MAIL }).getAttribute("href");
  assert.ok(href.length <= 1900, `${href.length} letters`);
  const { protocol, pathname, search } = new URL(href);
  assert.deepEqual([protocol, pathname], ["mailto:", EMAIL]);
  const fields = search.slice(1).split("&").map((field) => field.split("=").map(decodeURIComponent));
  assert.deepEqual(fields.map(([name]) => name), ["subject", "body"]);
  const [[, subject], [, body]] = fields;
  assert.ok(subject.includes(named), subject);
  assert.ok(!/[^\r]\n|\r(?!\n)/.test(body), "lines end in two characters");
  for (const said of [caseById(named).title, named, snapshot.id, url(`cases/${named}/`)]) assert.ok(body.includes(said), body);
  const all = missing(await part.locator("pre").innerText());
  const some = missing(body.replaceAll("\r", ""));
  const others = Number(some.at(-1).match(/^(?:ほか)?(\d+)項目$/)?.[1] ?? 0);
  assert.deepEqual(some.slice(0, others ? -1 : undefined), all.slice(0, all.length - others));
  assert.equal(await part.getByText("まだ決まっていません").count(), 0);
  await open("data/#contact");
  await main(page).getByText(EMAIL, { exact: true }).waitFor();
});
