// The edition in one file in Firefox, by WebDriver BiDi: that nothing in it is Chromium's own.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { test as base } from "@playwright/test";
import puppeteer from "puppeteer-core";
import { municipalities, total } from "./support/data.mjs";
import { withEdition } from "./support/edition.mjs";
import { manyOfPrefecture, manyOfSystem, named } from "./support/samples.mjs";

const test = withEdition(base).extend({
  firefox: async ({}, use) => {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr",
      headless: true,
      defaultViewport: { width: 1280, height: 800 },
      // Nothing answers there: whatever leaves the file fails.
      extraPrefsFirefox: { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 },
    });
    await use(browser);
    await browser.close();
  },
});

test("every kind of page opens from a disk, with charts, maps and steps back", { tag: "@full" }, async ({ firefox, edition }) => {
  const address = pathToFileURL(edition()).href;
  const page = await firefox.newPage();
  const problems = [];
  page.on("console", (it) => it.type() === "error" && problems.push(it.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  const open = async (path) => {
    await page.goto("about:blank");
    await page.goto(`${address}#/${path}`);
    await page.waitForSelector('html[data-app="ready"]');
  };
  const towns = municipalities.filter(({ code }) => code.startsWith(manyOfPrefecture)).length;
  const text = () => page.$eval("main", (main) => main.textContent);
  await open("");
  assert.match(await text(), new RegExp(`${total()}件`));
  await page.evaluate(() => document.querySelector(".chart")?.scrollIntoView());
  await page.waitForSelector('.chart svg path[fill="#0017c1"]');
  const areas = (count) => page.waitForFunction((count) => {
    // A map is drawn when a reader comes near.
    document.querySelector(".map__frame")?.scrollIntoView();
    const paths = [...document.querySelectorAll(".map__drawing .map__area path")];
    const seen = paths.filter((it) => it.getBoundingClientRect().width > 0 && getComputedStyle(it).fill !== "none");
    return seen.length === count;
  }, {}, count);
  await areas(47);
  for (const path of ["cases/", `cases/${named}/`, `systems/${manyOfSystem}/`, `prefectures/${manyOfPrefecture}/`, "prefectures/", "data/", "faq/"]) {
    await open(path);
    await page.waitForSelector("main h1");
    assert.equal((await page.$$("main [role=alert]")).length, 0, path);
    if (path.startsWith("prefectures/") && path !== "prefectures/") await areas(towns);
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
