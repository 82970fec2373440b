// A fresh profile for each test, and the rule that holds for all of them: nothing that a test has not announced may
// reach the console, and nothing may leave the site.
import assert from "node:assert/strict";
import { test as base } from "@playwright/test";
import { startServer } from "../../../tools/serve.mjs";
import { layOutWhole, tellViolations, untilApp, Watch } from "./browser.mjs";
import { DIST } from "./data.mjs";

/** Bases at which the site may stand. Statements of a test on hosting must hold at both. */
export const BASES = ["/", "/sub/path/"];

/**
 * Tests that have the site on a server. Beside what Playwright gives, such as `page`, they may ask for
 * - `open(path)`, which opens a path below the base and waits until the app is `ready`, or in another `state`;
 * - `url(path)`, its address, and `address(path, base)`, that below any base;
 * - `expectProblem(pattern)`, which announces a console message or a failed request: announced problems must occur,
 *   others must not; and `allowOutsideBase(pattern)`, for requests above the base, never to another origin.
 */
export const test = base.extend({
  /** The base at which the site stands, one of `BASES`. */
  base: ["/", { option: true }],
  /** A name for the server other than 127.0.0.1. */
  hostname: [undefined, { option: true }],
  /**
   * With it pages are laid out below the window as well. Without, Chromium gives what stands there neither a text
   * (`innerText`) nor its own size until a reader comes near, and moves what is clicked right after a jump: for tests
   * of just that.
   */
  whole: [true, { option: true }],

  address: [
    async ({}, use) => {
      const servers = new Map();
      for (const base of BASES) servers.set(base, await startServer({ dir: DIST, port: 0, base }));
      await use((path = "", base = "/") => servers.get(base).url + path);
      for (const server of servers.values()) await server.close();
    },
    { scope: "worker" },
  ],

  url: async ({ address, base, hostname }, use) => {
    await use((path = "") => address(path, base).replace("127.0.0.1", hostname ?? "127.0.0.1"));
  },

  watch: [
    async ({ context, url, whole }, use, testInfo) => {
      const watch = new Watch(context, url());
      await context.addInitScript(tellViolations);
      if (whole) await context.addInitScript(layOutWhole);
      await use(watch);
      if (testInfo.status === testInfo.expectedStatus) watch.verify();
    },
    { auto: true },
  ],

  expectProblem: async ({ watch }, use) => use(watch.expect),
  allowOutsideBase: async ({ watch }, use) => use(watch.allow),

  open: async ({ page, url }, use) => {
    await use(async (path = "", { state = "ready" } = {}) => {
      const response = await page.goto(url(path));
      await untilApp(page, state);
      return response;
    });
  },
});
