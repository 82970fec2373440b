// `trunk serve` in a fresh clone, as somebody types it who has read README and knows no Makefile. tools/test.sh (step
// web) makes the clone, names it as CLONE, and leaves little more than trunk, wasm-bindgen and wasm-opt on PATH.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { test as base } from "@playwright/test";
import { eventually, untilApp } from "./support/browser.mjs";
import { caseById, prefectureName, stats } from "./support/data.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";
import { named } from "./support/samples.mjs";

/** The compiler included. */
const BUILT_WITHIN = 15 * 60_000;

/** Tests that may ask for `open(path)`, which opens a path of the site that trunk serves. */
const test = base.extend({
  site: [
    async ({}, use) => {
      const port = await freePort();
      const site = `http://127.0.0.1:${port}/`;
      const trunk = spawn("trunk", ["serve", "--port", String(port)], { cwd: process.env.CLONE, stdio: ["ignore", "inherit", "inherit"] });
      const ended = new Promise((_, failed) => {
        trunk.once("error", failed);
        trunk.once("exit", (code) => failed(new Error(`trunk serve ended with ${code}`)));
      });
      // It answers from the first build on.
      const answers = eventually(async () => assert.ok((await fetch(site)).ok), { within: BUILT_WITHIN });
      await Promise.race([answers, ended]);
      ended.catch(() => {});
      await use(site);
      if (trunk.exitCode !== null) return;
      const gone = new Promise((done) => trunk.once("exit", done));
      trunk.kill();
      await gone;
    },
    { scope: "worker", timeout: BUILT_WITHIN },
  ],

  open: async ({ context, site }, use) => {
    context.setDefaultTimeout(60_000); // a program that nobody has optimised
    const problems = [];
    context.on("weberror", (error) => problems.push(String(error.error())));
    context.on("response", (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    await use(async (path) => {
      const page = await context.newPage();
      await page.goto(site + path);
      await untilApp(page);
      return page;
    });
    assert.deepEqual(problems, []);
  },
});

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

test("the overview shows the cases, and draws its chart", async ({ open }) => {
  const page = await open("");
  await heading(page).getByText(`${stats().total}件`).waitFor();
  const card = main(page).getByRole("article").filter({ has: page.getByRole("img", { name: /棒グラフ/ }) });
  await card.scrollIntoViewIfNeeded();
  await card.locator("svg").waitFor();
});

test("addresses of every depth are answered", async ({ open }) => {
  const list = await open("cases/?pref=31");
  await expectCount(list, stats("pref=31").total);
  const one = await open(`cases/${named}/`);
  assert.equal(await heading(one).innerText(), caseById(named).title);
  const prefecture = await open("prefectures/31/");
  await heading(prefecture).getByText(prefectureName("31")).waitFor();
});
