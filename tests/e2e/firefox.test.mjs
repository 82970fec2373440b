// The edition in one file in Firefox, by WebDriver BiDi: that nothing in it is Chromium's own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { ROOT, total } from "./support/data.mjs";
import { manyOfPrefecture, manyOfSystem, named } from "./support/samples.mjs";

let folder, browser, address;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "firefox-"));
  execFileSync("node", [join(ROOT, "tools/single/build.mjs"), "--out", folder], { cwd: ROOT });
  const [name] = readdirSync(folder);
  address = pathToFileURL(join(folder, name)).href;
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    // Nothing answers there: whatever leaves the file fails.
    extraPrefsFirefox: { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 },
  });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("every kind of page opens from a disk, with charts, maps and steps back", async () => {
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (it) => it.type() === "error" && problems.push(it.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  const open = async (path) => {
    await page.goto("about:blank");
    await page.goto(`${address}#/${path}`);
    await page.waitForSelector('html[data-app="ready"]');
  };
  const text = () => page.$eval("main", (main) => main.textContent);
  await open("");
  assert.match(await text(), new RegExp(`${total()}件`));
  await page.evaluate(() => document.querySelector(".chart")?.scrollIntoView());
  await page.waitForSelector(".chart svg");
  for (const path of ["cases/", `cases/${named}/`, `systems/${manyOfSystem}/`, `prefectures/${manyOfPrefecture}/`, "prefectures/", "data/", "faq/"]) {
    await open(path);
    await page.waitForSelector("main h1");
    assert.equal((await page.$$("main [role=alert]")).length, 0, path);
  }
  await open("");
  await page.click('header nav a[href="#/cases/"]');
  await page.waitForFunction((count) => document.querySelector("main").textContent.includes(`${count}件`), {}, total());
  await page.click("input[type=checkbox]");
  await page.waitForFunction(() => location.hash.startsWith("#/cases/?"));
  await page.goBack();
  await page.waitForFunction(() => location.hash === "#/cases/");
  assert.deepEqual(problems, []);
});
