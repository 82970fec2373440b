// Typing Japanese: a text that is not confirmed is no search, and the key that confirms it is no command.
import assert from "node:assert/strict";
import { eventuallyEqual } from "./support/browser.mjs";
import { stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { compose, confirm, confirmingEnter, confirmingEnterOfSafari } from "./support/input-method.mjs";
import { expectCount, filters, main, openGroup } from "./support/parts.mjs";

const field = (page) => main(page).getByRole("searchbox", { name: "キーワード" });
const search = (page) => new URL(page.url()).search;
/** Lets every pause in typing pass. */
const pass = (page) => page.clock.runFor(5_000);

test("nothing is searched while a conversion is open; confirmed, it is", async ({ page, open }) => {
  await page.clock.install();
  await open("cases/");
  await field(page).focus();
  const session = await compose(page, ["ｄ", "で", "でん", "でんｓ", "でんし", "電子"]);
  await pass(page);
  await confirmingEnter(session);
  await pass(page);
  assert.equal(search(page), "");
  await expectCount(page, stats().total);
  assert.equal(await field(page).inputValue(), "電子");
  await confirm(session, "電子");
  await pass(page);
  await expectCount(page, stats("q=電子").total);
  await compose(page, ["しんせい", "申請"]);
  await pass(page);
  await expectCount(page, stats("q=電子").total);
  assert.equal(await field(page).inputValue(), "電子申請");
  await confirm(session, "申請");
  await pass(page);
  await expectCount(page, stats("q=電子申請").total);
  assert.equal(await field(page).inputValue(), "電子申請");
});

test("a conversion that begins within the pause is not searched for either", async ({ page, open }) => {
  await page.clock.install();
  await open("cases/");
  await field(page).focus();
  await field(page).pressSequentially("RPA ");
  const session = await compose(page, ["き", "きょう", "共"]);
  await pass(page);
  assert.equal(search(page), "");
  await confirm(session, "共同");
  await pass(page);
  await expectCount(page, stats("q=RPA 共同").total);
});

test("the Enter that confirms a number does not apply it, the next one does, once", async ({ page, open }) => {
  await open("cases/");
  await openGroup(page, "参加自治体数");
  const least = filters(page).getByRole("group", { name: "参加自治体数" }).getByRole("textbox").first();
  await least.focus();
  const session = await compose(page, ["１", "１２"]);
  await confirmingEnter(session);
  assert.equal(search(page), "");
  await confirm(session, "１２");
  await confirmingEnterOfSafari(least);
  assert.equal(search(page), "");
  assert.equal(await least.inputValue(), "１２");
  await least.press("Enter");
  await eventuallyEqual(() => search(page), "?members=12-");
  await eventuallyEqual(() => least.inputValue(), "12");
  await expectCount(page, stats("members=12-").total);
});
