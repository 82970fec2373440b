// A reader whose browser keeps what it has from one start to the next, and a host that goes away, comes back with
// another version of the site, or sends something wrong.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as baseTest } from "@playwright/test";
import { startServer } from "../../../tools/serve.mjs";
import { DIST, program, PUBLISHED } from "./data.mjs";

/** The ways in which an answer can be wrong: each gets the response and what should have been sent. */
export const FAULTS = {
  "breaks off": (response, { body }) => {
    response.writeHead(200, { "Content-Length": body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  "answers 500": (response) => response.writeHead(500).end("broken"),
  "answers 404": (response) => response.writeHead(404).end("not found"),
  "answers a page": (response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Sign in</title>"),
  "is cut": (response, { type, body }) =>
    response.writeHead(200, { "Content-Type": type }).end(body.subarray(0, body.length / 2)),
};

/** 10 kB in a second. */
export async function slowly(response, { type, body, headers }) {
  response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": body.length });
  for (let at = 0; at < body.length && !response.destroyed; at += 1000) {
    response.write(body.subarray(at, at + 1000));
    await new Promise((next) => setTimeout(next, 100));
  }
  response.end();
}

/** A host whose folder, faults and presence a test changes. */
export class Host {
  /** Gives the fault of a path below the base, if it has one. */
  fault = () => undefined;
  asked = [];

  constructor(base) {
    this.base = base;
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  async deploy(dir) {
    const before = this.behind;
    this.behind = await startServer({ dir, port: 0, base: this.base });
    await before?.close();
    return this;
  }

  /** Answers at the port that it had before. */
  async start() {
    await new Promise((listening) => this.server.listen(this.port ?? 0, "127.0.0.1", listening));
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}${this.base}`;
    return this;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  async close() {
    if (this.server.listening) await this.stop();
    await this.behind?.close();
  }

  async #answer(request, response) {
    const path = request.url.slice(this.base.length).split("?")[0];
    this.asked.push(path);
    const real = new URL(this.behind.url).origin;
    const answer = await fetch(real + request.url, { redirect: "manual", headers: { "accept-encoding": "identity" } });
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    const headers = { "Cache-Control": "no-cache" };
    if (answer.headers.has("location")) headers.Location = answer.headers.get("location");
    const fault = answer.ok && this.fault(path);
    if (fault) return fault(response, { type, body, headers });
    return response.writeHead(answer.status, { ...headers, "Content-Type": type }).end(body);
  }
}

/**
 * Tests with a visitor whose browser keeps its profile: `visit()` starts it anew and gives its context, and `host`
 * has the site of the folder `dir` at `base`.
 */
export const test = baseTest.extend({
  base: ["/", { option: true }],
  dir: [DIST, { option: true }],

  host: async ({ base, dir }, use) => {
    const host = await (await new Host(base).deploy(dir)).start();
    await use(host);
    await host.close();
  },

  visit: async ({ playwright }, use) => {
    const profile = mkdtempSync(join(tmpdir(), "visitor-"));
    let context;
    await use(async () => {
      await context?.close();
      context = await playwright.chromium.launchPersistentContext(profile, { serviceWorkers: "allow" });
      context.setDefaultTimeout(20_000);
      return context;
    });
    await context?.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

/** The site as the maintainer publishes it next: newer data under a new id, the older beside it. */
export function nextVersion() {
  const folder = mkdtempSync(join(tmpdir(), "next-"));
  const dist = join(folder, "dist");
  cpSync(DIST, dist, { recursive: true });
  const source = join(folder, "source");
  cpSync(join(PUBLISHED, "source"), source, { recursive: true });
  const settings = join(source, "snapshot.toml");
  const dates = { id: "2027-01-15", as_of: "2027-01-15", published_at: "2027-01-20" };
  const set = (text, [name, value]) => text.replace(new RegExp(`^${name} = .*$`, "m"), `${name} = "${value}"`);
  const text = Object.entries(dates).reduce(set, readFileSync(settings, "utf8"));
  writeFileSync(settings, text);
  program("build", "--source", source, "--out", join(dist, "data"));
  program("site", "--dist", dist);
  return { dist, asOf: "2027年1月15日", remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Waits until the site is kept on the device. */
export async function kept(page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
  });
}
