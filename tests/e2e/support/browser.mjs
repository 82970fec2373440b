// The browser of the tests: how it is started, how a test waits for a page, and what a page must not do.
import assert from "node:assert/strict";
import { expect } from "@playwright/test";

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

/** Waits until the app says how it stands: `ready` or `failed`. */
export function untilApp(page, state = "ready") {
  return page.locator(`html[data-app="${state}"]`).waitFor({ state: "attached" });
}

/** Waits until the checks pass; the last failure tells why they did not. */
export const eventually = (check, { within } = {}) => expect(check).toPass(within ? { timeout: within } : {});

/** Waits until a value is as expected. */
export const eventuallyEqual = (read, expected, message) =>
  eventually(async () => assert.deepEqual(await read(), expected, message));

/** Runs in the page: whatever its policy refuses is an error, also where the browser only notes it. */
export function tellViolations() {
  addEventListener("securitypolicyviolation", (it) => {
    console.error(`policy: ${it.effectiveDirective} refuses ${it.blockedURI} (${it.sourceFile}:${it.lineNumber}) ${it.sample}`);
  });
}

export function layOutWhole() {
  const style = new CSSStyleSheet();
  style.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(style); // the policy refuses an element
}

/** Notes problems of every page of a context, pop-ups included. */
export class Watch {
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
