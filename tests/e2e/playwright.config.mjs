// Three projects: the built site (DIST, else dist/); trunk alone (tools/test.sh, step web); an older build that becomes
// this one (make upgrade). Whatever fails is tried again, which leaves a trace of it in target/e2e.
import { defineConfig } from "@playwright/test";
import { FLAGS } from "./support/browser.mjs";

export default defineConfig({
  projects: [
    { name: "site", testMatch: "*.test.mjs" },
    { name: "trunk", testMatch: "trunk.mjs" },
    { name: "upgrade", testMatch: "upgrade.mjs" },
  ],
  outputDir: "../../target/e2e",
  // A slow machine is no failure; a test that hangs ends.
  timeout: 180_000,
  workers: 2,
  // A machine that stands still for seconds is no failure either; more than two stumbles are (support/ending.mjs).
  retries: 1,
  forbidOnly: !!process.env.CI,
  reporter: [["list"], ["./support/ending.mjs"]],
  expect: { toPass: { timeout: 20_000, intervals: [30, 60, 120, 250] } },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    locale: "ja-JP",
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: "reduce" },
    // No copy on the device between the tests and what they make the server answer; that one has tests of its own.
    serviceWorkers: "block",
    launchOptions: { executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS },
    // Without snapshots of the DOM: making them has pages ask for files anew, at wrong addresses.
    trace: { mode: "on-first-retry", snapshots: false },
  },
});
