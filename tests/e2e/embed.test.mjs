// A card in the page of somebody else: what is copied here shows it there, alone and with its source.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../tools/serve.mjs";
import { eventually, eventuallyEqual } from "./support/browser.mjs";
import { test as siteTest } from "./support/fixtures.mjs";
import { heading, main } from "./support/parts.mjs";
import { manyOfSystem } from "./support/samples.mjs";

/** `elsewhere(html)` gives the address of a page of another site with this in it. */
const test = siteTest.extend({
  elsewhere: async ({ allowOutsideBase }, use) => {
    const dir = mkdtempSync(join(tmpdir(), "elsewhere-"));
    const server = await startServer({ dir, port: 0 });
    allowOutsideBase(/^http:\/\/localhost:/);
    await use((html) => {
      writeFileSync(join(dir, "index.html"), `<!doctype html><html lang="ja"><title>ある県のページ</title><link rel="icon" href="data:,"><body>${html}`);
      return server.url.replace("127.0.0.1", "localhost");
    });
    await server.close();
    rmSync(dir, { recursive: true });
  },
});

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const years = (page) => main(page).locator("#years");
/** Copies the frame of the card as a reader does. */
async function copiedFrame(page, card) {
  await card.getByText("保存・共有", { exact: true }).click();
  await card.getByRole("button", { name: "埋め込み用のHTMLをコピー" }).click();
  await card.getByText("コピーしました").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
/** Reads all that is seen, line by line. */
const seen = async (frame) => (await frame.locator("body").innerText()).split("\n").map((line) => line.trim()).filter(Boolean);
const pageLink = (frame) => frame.getByRole("link", { name: "もとのページを見る（新規タブで開きます）" });

test("what is copied shows the card on the page of another site, alone, with its source and the way back", { tag: "@smoke" }, async ({ page, open, context, url, elsewhere }) => {
  await open(`systems/${manyOfSystem}/`);
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /グラフ/ }) }).first();
  const [name, source] = [await card.getByRole("heading").innerText(), await card.getByText(/^出典：/).innerText()];
  const html = await copiedFrame(page, card);
  assert.match(html, /^<iframe [^>]* width="100%" height="\d+" loading="lazy"[^>]*><\/iframe>$/);

  await page.goto(elsewhere(html));
  const shown = page.frameLocator("iframe");
  assert.ok((await page.locator("iframe").getAttribute("title")).startsWith(name));
  await shown.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await shown.getByRole("heading", { name, exact: true }).waitFor();
  await shown.getByRole("img", { name: /グラフ/ }).locator("svg").waitFor();
  const lines = await seen(shown);
  assert.ok(lines.includes(source) && lines.includes("自治体システム共同調達ダッシュボード"), `${lines}`);
  assert.equal(await shown.getByRole("heading").count(), 1, "the only heading");
  assert.equal(await shown.getByRole("article").count(), 1);
  for (const role of ["banner", "contentinfo", "navigation"]) assert.equal(await shown.getByRole(role).count(), 0, role);
  assert.ok(await shown.getByRole("button", { name: "CSV" }).isVisible());
  const room = await shown.locator("html").evaluate((it) => [it.scrollHeight - it.clientHeight, it.scrollWidth - it.clientWidth]);
  assert.ok(room.every((it) => it <= 0), `nothing of it needs to be scrolled: ${room}`);

  const opened = context.waitForEvent("page");
  await pageLink(shown).click();
  const whole = await opened;
  await heading(whole).waitFor();
  assert.ok(whole.url().startsWith(url(`systems/${manyOfSystem}/#`)) && !whole.url().includes("embed"), whole.url());
  assert.ok(await whole.getByRole("banner").isVisible());
});

test("the conditions go along, and the links in the card lead out of the frame", async ({ page, open, context, elsewhere }) => {
  await open("?scope=all");
  const html = await copiedFrame(page, years(page));
  assert.match(html, /\?scope=all&amp;embed=years"/);
  await page.goto(elsewhere(html));
  const shown = page.frameLocator("iframe");
  await pageLink(shown).waitFor();
  const links = await shown.getByRole("link").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
  assert.ok(links.length > 0 && links.every((href) => !href.includes("embed")), `${links}`);
  assert.match(await pageLink(shown).getAttribute("href"), /\?scope=all#years$/);
  await shown.locator("#years").getByText("表で見る").click();
  const inTable = shown.getByRole("table").getByRole("link").first();
  if (await inTable.count()) {
    const opened = context.waitForEvent("page");
    await inTable.click();
    await heading(await opened).waitFor();
    assert.ok(await shown.getByRole("table").isVisible(), "the card is still there");
  }
});

test("before the program runs, and at every moment until it does, the card is all that is seen", async ({ page, url }) => {
  await page.addInitScript(() => {
    globalThis.others = [];
    const look = () => {
      const visible = (it) => it.checkVisibility() && it.innerText.trim();
      const found = [...document.querySelectorAll("h1, h2, h3, header, footer, .boot__inner")].filter((it) => visible(it) && !it.closest("#years"));
      globalThis.others.push(...found.map((it) => it.outerHTML.slice(0, 80)));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  let goOn;
  const held = new Promise((done) => (goOn = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(url("?embed=years"), { waitUntil: "commit" });
  await page.locator("#years").getByRole("heading").waitFor();
  assert.equal(await page.locator("html").getAttribute("data-app"), "loading");
  const lines = await seen(page);
  const card = (await page.locator("#years").innerText()).split("\n").map((line) => line.trim()).filter(Boolean);
  assert.deepEqual(lines, card);
  goOn();
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await pageLink(page).waitFor();
  await years(page).getByRole("heading").waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.others), []);
});

test("a card that the page does not have is said not to be there, with the way to the page", async ({ page, open }) => {
  for (const [address, name] of [["systems/?embed=nothing", "nothing"], [`data/?embed=${encodeURIComponent("表")}`, "表"], ["?embed=main", "main"]]) {
    await open(address);
    await page.getByText(`このページには「${name}」という図や表がありません。`).waitFor();
    assert.equal((await seen(page)).length, 3);
    assert.ok(await pageLink(page).isVisible());
  }
});

test("a condition that is not understood is told, embed is not; a plain page has nothing of all this", async ({ page, open, url }) => {
  await open("cases/?embed=x&lead=prefecture");
  assert.equal(await page.evaluate(() => document.body.textContent.includes("「embed」")), false);
  assert.equal(new URL(page.url()).search, "?lead=prefecture&embed=x", "the frame keeps its card when it is loaded again");
  await page.goto(url("cases/?lead=prefecture"));
  await heading(page).waitFor();
  assert.equal(await pageLink(page).count(), 0);
  await eventuallyEqual(() => page.locator("[data-embedded]").count(), 0);
});

test("in dark, in forced colours and at 320 pixels the card fits", async ({ page, open }) => {
  for (const media of [{ colorScheme: "dark" }, { forcedColors: "active" }]) {
    await page.emulateMedia(media);
    await page.setViewportSize({ width: 320, height: 800 });
    await open("?embed=years");
    await eventually(async () => assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0));
    assert.ok(await years(page).getByText(/^出典：/).isVisible());
  }
});

test("a program that does not start is told in the frame", async ({ page, url, expectProblem }) => {
  expectProblem(/status of 404|Failure/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
  await page.goto(url("?embed=years"));
  await page.getByRole("heading", { name: "ページのすべては表示できませんでした" }).waitFor();
  assert.equal(await page.getByRole("banner").count(), 0);
});
