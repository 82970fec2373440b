// One browser for each test file, a fresh profile for each test, and the rule that holds for all of
// them: nothing that a test has not announced may reach the console, and nothing may leave the site.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { startServer } from "../../../tools/serve.mjs";
import { DIST } from "./data.mjs";

/** A name under which browsers give plain http nothing that https has: unlike 127.0.0.1 it is not trusted. */
export const TOWN = "town.example";

export const FLAGS = [
  `--host-resolver-rules=MAP ${TOWN} 127.0.0.1`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Bases at which the site may stand. Statements of a test on hosting must hold at both. */
export const BASES = ["/", "/sub/path/"];

let browser;
const servers = new Map();

let areWhole;

/**
 * Starts the browser and the servers before the tests of the file that calls this, and ends them after. `whole` holds
 * for all of its tests (`inPage`).
 */
export function useBrowser({ bases = ["/"], whole = true } = {}) {
  areWhole = whole;
  before(async () => {
    const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
    browser = await chromium.launch({ executablePath, args: FLAGS });
    for (const base of bases) {
      servers.set(base, await startServer({ dir: DIST, port: 0, base }));
    }
  });
  after(async () => {
    await browser?.close();
    for (const server of servers.values()) await server.close();
  });
}

/** The address of a path below the site's base. */
export const address = (path = "", base = "/") => servers.get(base).url + path;

/**
 * A test in a page of its own. `run` gets `page`; `open(path)`, which waits until the app is ready;
 * `url(path)`; and `expectProblem(pattern)`, which announces a console message or failed request:
 * announced problems must occur, others must not. With `whole` pages are laid out below the window as well. Without,
 * Chromium gives what stands there neither a text (`innerText`) nor its own size until a reader comes near, and moves
 * what is clicked right after a jump: for tests of just that.
 */
export function inPage(run, { base = "/", host, viewport = { width: 1280, height: 800 }, whole = areWhole, ...options } = {}) {
  return async (t) => {
    // No copy on the device between the tests and what they make the server answer; that one has tests of its own.
    const serviceWorkers = "block";
    const context = await browser.newContext({ viewport, reducedMotion: "reduce", locale: "ja-JP", serviceWorkers, ...options });
    context.setDefaultTimeout(10_000);
    const url = (path = "") => (host ? address(path, base).replace("127.0.0.1", host) : address(path, base));
    const watch = new Watch(context, url());
    await context.addInitScript(tellViolations);
    if (whole) await context.addInitScript(layOutWhole);
    const page = await context.newPage();
    const open = async (path = "", { state = "ready" } = {}) => {
      const response = await page.goto(url(path));
      await untilApp(page, state);
      return response;
    };
    try {
      await run({ page, context, open, url, expectProblem: watch.expect, allowOutsideBase: watch.allow, t });
      watch.verify();
    } finally {
      await context.close();
    }
  };
}

/** Waits until the app says how it stands: `ready` or `failed`. */
export function untilApp(page, state = "ready") {
  return page.locator(`html[data-app="${state}"]`).waitFor({ state: "attached" });
}

/** Waits until the checks pass; the last failure tells why they did not. */
export async function eventually(check, { within = 8000 } = {}) {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 30));
    }
  }
}

/** Waits until a value is as expected. */
export async function eventuallyEqual(read, expected, message) {
  await eventually(async () => assert.deepEqual(await read(), expected, message));
}

/** Whatever the page's policy refuses is an error, also where the browser only notes it. */
function tellViolations() {
  addEventListener("securitypolicyviolation", (it) => {
    console.error(`policy: ${it.effectiveDirective} refuses ${it.blockedURI} (${it.sourceFile}:${it.lineNumber}) ${it.sample}`);
  });
}

function layOutWhole() {
  const style = new CSSStyleSheet();
  style.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(style); // the policy refuses an element
}

/** Notes problems of every page of a context, pop-ups included. */
class Watch {
  problems = [];
  announced = [];
  allowed = [];

  constructor(context, site) {
    context.on("console", (message) => {
      if (!["error", "warning", "assert"].includes(message.type())) return;
      if (message.text() === "Service Worker registration blocked by Playwright") return;
      // Says how fast the machine is, or that a test answers in place of the server. That nothing is fetched twice
      // has a test of its own (tests/e2e/sent.test.mjs).
      if (/was preloaded using link preload but not used within a few seconds/.test(message.text())) return;
      // The browser asks for it by itself where it shows a bare file, such as the catalog.
      if (message.location().url.endsWith("/favicon.ico")) return;
      this.problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.problems.push(`page error: ${error.error()}`));
    context.on("request", (request) => {
      const { protocol, href } = new URL(request.url());
      // A file made by the page itself is no request.
      if (["blob:", "data:"].includes(protocol) || href.startsWith(site)) return;
      if (this.allowed.some((pattern) => pattern.test(href))) return;
      this.problems.push(`request outside the site: ${href}`);
    });
  }

  expect = (pattern) => {
    this.announced.push(pattern);
  };

  /** Requests above the site's base, but never to another origin. */
  allow = (pattern) => {
    this.allowed.push(pattern);
  };

  verify() {
    const unexpected = this.problems.filter((problem) => !this.announced.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], "problems that the test did not announce");
    const missing = this.announced.filter((pattern) => !this.problems.some((problem) => pattern.test(problem)));
    assert.deepEqual(missing.map(String), [], "announced problems that did not occur");
  }
}
