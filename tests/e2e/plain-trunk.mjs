// `trunk serve` in a fresh clone, as somebody types it who has read README and knows no Makefile. tools/test.sh (step
// web) makes the clone, names it as CLONE, and leaves little more than trunk, wasm-bindgen and wasm-opt on PATH.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { eventually, FLAGS, untilApp } from "./support/browser.mjs";
import { caseById, prefectureName, stats } from "./support/data.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";
import { named } from "./support/samples.mjs";

/** The compiler included. */
const BUILT_WITHIN = 15 * 60_000;

let trunk, site, browser;
const problems = [];

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

before(async () => {
  const port = await freePort();
  site = `http://127.0.0.1:${port}/`;
  trunk = spawn("trunk", ["serve", "--port", String(port)], { cwd: process.env.CLONE, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((_, failed) => {
    trunk.once("error", failed);
    trunk.once("exit", (code) => failed(new Error(`trunk serve ended with ${code}`)));
  });
  // It answers from the first build on.
  const answers = eventually(async () => assert.ok((await fetch(site)).ok), { within: BUILT_WITHIN });
  await Promise.race([answers, ended]);
  ended.catch(() => {});
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
}, { timeout: BUILT_WITHIN });

after(async () => {
  await browser?.close();
  if (trunk?.exitCode !== null) return;
  const gone = new Promise((done) => trunk.once("exit", done));
  trunk.kill();
  await gone;
});

async function open(path) {
  const page = await browser.newPage({ locale: "ja-JP", reducedMotion: "reduce" });
  page.setDefaultTimeout(60_000); // a program that nobody has optimised
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(site + path);
  await untilApp(page);
  return page;
}

test("the overview shows the cases, and draws its chart", async () => {
  const page = await open("");
  await heading(page).getByText(`${stats().total}件`).waitFor();
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
  await card.scrollIntoViewIfNeeded();
  await card.locator("svg").waitFor();
  assert.deepEqual(problems, []);
});

test("addresses of every depth are answered", async () => {
  const list = await open("cases/?pref=31");
  await expectCount(list, stats("pref=31").total);
  const one = await open(`cases/${named}/`);
  assert.equal(await heading(one).innerText(), caseById(named).title);
  const prefecture = await open("prefectures/31/");
  await heading(prefecture).getByText(prefectureName("31")).waitFor();
  assert.deepEqual(problems, []);
});
