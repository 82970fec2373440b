// Data that is not what the catalog promises is asked for once more past the caches on the way; if that does
// not help, the page says so and shows none of it.
import assert from "node:assert/strict";
import { altering, behindBadCache } from "./support/altering.mjs";
import { eventually, untilApp } from "./support/browser.mjs";
import { caseById, publishedFile, shards, stats } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main, region } from "./support/parts.mjs";
import { named } from "./support/samples.mjs";

const shard = publishedFile(`details-${String(shards.findIndex((ids) => ids.includes(named))).padStart(3, "0")}`);
const again = (scope) => scope.getByRole("button", { name: "もう一度読み込む" });

for (const [name, path, file] of [
  ["the cases", "cases/", publishedFile("cases")],
  ["the prefectures", "prefectures/", publishedFile("prefectures")],
  ["a case's texts", `cases/${named}/`, shard],
  ["the municipalities", `cases/${named}/`, publishedFile("municipalities")],
]) {
  test(`${name} altered once: the reader notices nothing`, async ({ page, open }) => {
    const asked = await altering(page, `**/data/${file}`, { times: 1 });
    await open(path);
    await heading(page).waitFor();
    await eventually(async () => assert.equal(asked.count, 2));
    await page.waitForLoadState("networkidle");
    assert.equal(await main(page).getByRole("alert").count(), 0);
    if (path === "cases/") await expectCount(page, stats().total);
    if (file === shard) await region(page, "出典").getByRole("link").first().waitFor();
  });
}

test("data altered twice is shown nowhere: the page says what is wrong, and trying again asks anew", async ({ page, open }) => {
  const asked = await altering(page, `**/data/${publishedFile("prefectures")}`, { times: 2 });
  await open("prefectures/", { state: "failed" });
  assert.equal(asked.count, 2, "once more, not for ever");
  assert.match(await main(page).getByRole("alert").innerText(), /^データの内容が目録と一致しません。.*もう一度読み込んでください。/s);
  assert.equal(await page.getByText("縣").count(), 0);
  await again(main(page)).click();
  await untilApp(page);
  await main(page).getByRole("link", { name: /鳥取県/ }).first().waitFor();
});

test("texts altered twice leave the rest of the case, and trying again brings them", async ({ page, open }) => {
  const asked = await altering(page, `**/data/${shard}`, { times: 2 });
  await open(`cases/${named}/`);
  assert.equal(await heading(page).innerText(), caseById(named).title);
  const alert = main(page).getByRole("alert");
  await alert.getByText("データの内容が目録と一致しません").waitFor();
  assert.equal(asked.count, 2);
  await again(alert).click();
  await region(page, "出典").getByRole("link").first().waitFor();
});

test("a broken copy in a cache is passed by", async ({ page, url, allowOutsideBase }) => {
  allowOutsideBase(/^http:\/\/127\.0\.0\.1:/);
  await behindBadCache(url(), /\/cases\.[^/]*\.json$/, async (site) => {
    for (const _visit of [1, 2]) {
      await page.goto(`${site}cases/`);
      await untilApp(page);
      await expectCount(page, stats().total);
      assert.equal(await main(page).getByRole("alert").count(), 0);
    }
  });
});
