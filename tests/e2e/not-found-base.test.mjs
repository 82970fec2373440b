// 404.html can be sent for an address at any depth: it finds the folder of its own copy of the site, whatever the host
// has in the folders above and below.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { untilApp } from "./support/browser.mjs";
import { DIST, program } from "./support/data.mjs";
import { startOdd } from "./support/odd.mjs";
import { heading } from "./support/parts.mjs";

const BASE = "/portal/tools/dash/";
const catalog = readFileSync(join(DIST, "data/catalog.json"));
const PAGE = { "Content-Type": "text/html; charset=utf-8" };

/** What a host may have in the folders above the site. */
const ABOVE = {
  "a login on another origin": (request, response, end) => end(302, { Location: "http://login.localhost:9/?back=1" }),
  "a login of its own": (request, response, end) => (request.url.startsWith("/login") ? end(200, PAGE, "<!doctype html><title>Sign in</title>") : end(302, { Location: "/login" })),
  "a page for whatever is asked": (request, response, end) => end(200, PAGE, "<!doctype html><title>Portal</title>"),
  "a password": (request, response, end) => end(401, { ...PAGE, "WWW-Authenticate": "Basic" }, "<!doctype html>"),
  "a failure": (request, response, end) => end(500),
  "nothing that answers": (request, response) => response.destroy(),
  "another copy of the site": (request, response, end) => (request.url.endsWith("/data/catalog.json") ? end(200, { "Content-Type": "application/json" }, catalog) : end(404)),
};

async function findsItself(page, host, paths = ["nothing", "nothing/at/all/", "cases/nothing/here", "a//b/c"]) {
  for (const path of paths) {
    const response = await page.goto(host.url + path);
    assert.equal(response.status(), 404, path);
    await untilApp(page);
    assert.equal(await heading(page).innerText(), "ページが見つかりません", path);
    const base = await page.evaluate(() => new URL(document.baseURI).pathname);
    assert.equal(base, new URL(host.url).pathname, path);
  }
}

for (const [what, above] of Object.entries(ABOVE)) {
  test(`the not-found page finds its site below ${what}, and asks for nothing there`, async ({ page }) => {
    const host = await startOdd({ base: BASE, above });
    await findsItself(page, host);
    assert.deepEqual(host.asked, []);
    await host.close();
  });
}

test("another copy of the site in a folder of this one has a program of its own", async ({ page }) => {
  const dir = mkdtempSync(join(tmpdir(), "nested-"));
  cpSync(DIST, dir, { recursive: true });
  cpSync(join(DIST, "data/catalog.json"), join(dir, "older/data/catalog.json"));
  const host = await startOdd({ dir, base: BASE });
  await findsItself(page, host, ["older/nothing/"]);
  await host.close();
  rmSync(dir, { recursive: true, force: true });
});

test("a file in the place of a catalog that is none, or a page with status 200, is no catalog", async ({ page }) => {
  const dir = mkdtempSync(join(tmpdir(), "nested-"));
  cpSync(DIST, dir, { recursive: true });
  for (const [folder, text] of [["one", "{}"], ["two", "<!doctype html>"], ["three", "null"], ["four", '"schema_version"'], ["five", ""]]) {
    cpSync(join(DIST, "data/catalog.json"), join(dir, folder, "data/catalog.json"));
    writeFileSync(join(dir, folder, "data/catalog.json"), text);
  }
  const host = await startOdd({ dir, base: BASE });
  await findsItself(page, host, ["one/x", "two/x/", "three/x/y", "four/x", "five/x"]);
  await host.close();
  rmSync(dir, { recursive: true, force: true });
});

test("where the site is not found at all the page says that it cannot be loaded", async ({ page }) => {
  const host = await startOdd({ base: BASE, above: (request, response, end) => end(404, PAGE, readFileSync(join(DIST, "404.html"))) });
  await page.goto(`${host.origin}/portal/elsewhere/at/all`);
  await untilApp(page, "failed");
  await page.getByText("プログラムを読み込めませんでした").waitFor();
  await page.getByRole("button", { name: "もう一度読み込む" }).waitFor();
  await host.close();
});

test("where the address of the site is known, nothing is looked for", async ({ page }) => {
  const dir = mkdtempSync(join(tmpdir(), "known-"));
  cpSync(DIST, dir, { recursive: true });
  program("site", "--dist", dir, "--base-url", `https://town.example${BASE}`);
  const host = await startOdd({ dir, base: BASE });
  const catalogs = [];
  page.on("request", (request) => request.url().endsWith("/catalog.json") && catalogs.push(request.url()));
  await findsItself(page, host, ["nothing/at/all/", "cases/x/y/z"]);
  assert.deepEqual([...new Set(catalogs)], [`${host.url}data/catalog.json`]);
  assert.doesNotMatch(readFileSync(join(dir, "404.html"), "utf8"), /<script>|after-base/);
  await host.close();
  rmSync(dir, { recursive: true, force: true });
});
