// The edition in one file: how it is built, and a reader who opens it from a disk, without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { test as base } from "@playwright/test";
import { untilApp } from "./browser.mjs";
import { DIST, ROOT } from "./data.mjs";

/** Builds an edition; gives its file, in a folder whose name is as people name theirs. */
function build(folder, options) {
  const out = join(folder, `共有 資料${options.join("")}`);
  mkdirSync(out, { recursive: true });
  const args = [join(ROOT, "tools/single/build.mjs"), "--dist", relative(ROOT, DIST), "--out", out, ...options];
  execFileSync("node", args, { cwd: ROOT, stdio: "pipe" });
  const [name] = readdirSync(out);
  return join(out, name);
}

/** Tests that may ask for `edition(...options)`, which builds the edition with these options once and gives its file. */
export const withEdition = (test) =>
  test.extend({
    edition: [
      async ({}, use) => {
        const folder = mkdtempSync(join(tmpdir(), "edition-"));
        const built = new Map();
        await use((...options) => {
          const key = options.join(" ");
          if (!built.has(key)) built.set(key, build(folder, options));
          return built.get(key);
        });
        rmSync(folder, { recursive: true, force: true });
      },
      { scope: "worker" },
    ],
  });

/**
 * Tests in which any request but of the file itself and any error fails. Beside what Playwright gives they may ask for
 * `open(path)`, which opens a path of the site in the file.
 */
export const test = withEdition(base).extend({
  offline: true,

  /** The prefecture of the edition, as two digits. */
  pref: [undefined, { option: true }],

  open: async ({ page, edition, pref }, use) => {
    const address = pathToFileURL(edition(...(pref ? ["--pref", pref] : []))).href;
    const problems = [];
    page.on("console", (it) => ["error", "warning"].includes(it.type()) && problems.push(it.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (it) => {
      if (!/^(blob|data):/.test(it.url()) && it.url().split("#")[0] !== address) problems.push(it.url());
    });
    await use(async (path = "") => {
      await page.goto("about:blank");
      await page.goto(path ? `${address}#/${path}` : address);
      await untilApp(page);
    });
    assert.deepEqual(problems, []);
  },
});
