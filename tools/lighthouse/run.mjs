// Lighthouse on the built site, served as a good host would: compressed beforehand. Prints the median of some
// runs of each page on a simulated phone and on a desk. Not part of `make test`: machines are noisy.
//
//   node tools/lighthouse/run.mjs [--runs 5] [--pages "cases/ prefectures/31/"] [--forms mobile,desktop]
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import expressStaticGzip from "express-static-gzip";
import finalhandler from "finalhandler";
import lighthouse, { desktopConfig } from "lighthouse";

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    runs: { type: "string", default: "5" },
    pages: { type: "string", default: "./ cases/ cases/31-groupware-2017/ prefectures/31/" },
    forms: { type: "string", default: "mobile,desktop" },
  },
});

/** Hashed names may be kept for ever, as in `_headers`. */
const HASHED = /[-.][0-9a-f]{12,16}(_bg)?\.\w+$/;
const files = expressStaticGzip(values.dir, {
  enableBrotli: true,
  orderPreference: ["br", "gz"],
  serveStatic: {
    setHeaders: (response, path) =>
      response.setHeader(
        "Cache-Control",
        HASHED.test(path.replace(/\.(br|gz)$/, "")) ? "public, max-age=31536000, immutable" : "no-cache",
      ),
  },
});
const server = createServer((request, response) => {
  request.originalUrl = request.url;
  // As Express has it, for which this middleware is made.
  Object.defineProperty(request, "path", { get: () => request.url.split("?")[0] });
  files(request, response, finalhandler(request, response));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const base = `http://127.0.0.1:${server.address().port}/`;

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = { LCP: "largest-contentful-paint", FCP: "first-contentful-paint", TBT: "total-blocking-time", CLS: "cumulative-layout-shift", bytes: "total-byte-weight" };

async function audit(page, form) {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM,
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  try {
    const { lhr } = await lighthouse(base + page, { port: chrome.port, logLevel: "error" }, form === "desktop" ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const failed = Object.values(lhr.audits).filter((it) => it.score !== null && it.score < 1 && it.scoreDisplayMode === "binary");
    return {
      scores: CATEGORIES.map((it) => Math.round(lhr.categories[it].score * 100)),
      metrics: Object.values(METRICS).map((it) => lhr.audits[it].numericValue),
      requests: lhr.audits["network-requests"].details.items.length,
      failed: failed.map((it) => it.id),
    };
  } finally {
    chrome.kill();
  }
}

console.log(`| page | form | ${CATEGORIES.join(" | ")} | LCP s | FCP s | TBT ms | CLS | KiB | requests |`);
console.log(`| --- | --- |${" ---: |".repeat(CATEGORIES.length + 6)}`);
for (const page of values.pages.split(" ")) {
  for (const form of values.forms.split(",")) {
    const runs = [];
    for (let run = 0; run < Number(values.runs); run += 1) runs.push(await audit(page, form));
    const of = (pick) => median(runs.map(pick));
    const scores = CATEGORIES.map((_, at) => of((run) => run.scores[at]));
    const [lcp, fcp, tbt, cls, bytes] = Object.keys(METRICS).map((_, at) => of((run) => run.metrics[at]));
    const cells = [(lcp / 1000).toFixed(2), (fcp / 1000).toFixed(2), tbt.toFixed(0), cls.toFixed(3), (bytes / 1024).toFixed(0), of((run) => run.requests)];
    console.log(`| ${page} | ${form} | ${scores.join(" | ")} | ${cells.join(" | ")} |`);
    const failed = new Set(runs.flatMap((run) => run.failed));
    if (failed.size > 0) console.log(`<!-- ${page} ${form}: ${[...failed].join(", ")} -->`);
  }
}
server.close();
server.closeAllConnections();
