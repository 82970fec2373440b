// What a first visit downloads, compressed as hosts send it, and how much it may be. Fails when the
// site has outgrown it: a phone in a mountain village pays for every kilobyte.
//
//   node tools/budget.mjs [dist]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const BUDGET = {
  program: 460_000,
  // Everything that the overview needs before a chart comes into view, data included.
  "first load": 545_000,
};
/** The files of a snapshot without which no page can be shown (src/data/fetch.rs). */
const ESSENTIAL = ["cases", "terms", "prefectures"];

const dist = process.argv[2] ?? "dist";
const read = (path) => readFileSync(join(dist, path));
const html = read("index.html").toString();

/** The value of an attribute in index.html; there is no first load without it. */
function named(what, pattern) {
  const found = html.match(pattern);
  if (!found) throw new Error(`dist/index.html names no ${what}`);
  return found[1];
}

const catalog = JSON.parse(read("data/catalog.json"));
const snapshot = catalog.snapshots.find(({ id }) => id === catalog.default);
const data = ESSENTIAL.map((stem) => {
  const file = snapshot.files.find(({ path }) => path.startsWith(`${snapshot.id}/${stem}.`));
  if (!file) throw new Error(`the catalog lists no ${stem}`);
  return [`data: ${stem}`, `data/${file.path}`];
});

const parts = [
  ["page", "index.html"],
  ["styles", named("style sheet", /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/)],
  ["theme script", named("theme script", /<script[^>]*src="([^"]*theme[^"]+)"/)],
  ["start script", named("start script", /<script[^>]*src="([^"]*boot[^"]+)"/)],
  ["offline script", named("offline script", /<script[^>]*src="([^"]*offline-[^"]+)"/)],
  ["program's glue", named("program", /name="app-module"[^>]*content="([^"]+)"/)],
  ["program", named("WebAssembly", /data-wasm="([^"]+)"/)],
  ["icon", named("icon", /<link[^>]*rel="icon"[^>]*href="([^"]+)"/)],
  ["data: catalog", "data/catalog.json"],
  ...data,
].map(([name, path]) => ({ name, bytes: brotliCompressSync(read(path)).length }));

const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
parts.push({ name: "first load", bytes: total });

let failed = false;
for (const { name, bytes } of parts) {
  const limit = BUDGET[name];
  const over = limit !== undefined && bytes > limit;
  failed ||= over;
  const verdict = limit === undefined ? "" : `  of ${limit}${over ? "  TOO MUCH" : ""}`;
  console.log(`${String(bytes).padStart(8)} B  ${name}${verdict}`);
}
if (failed) {
  console.error("The site has outgrown its budget (tools/budget.mjs). ARCHITECTURE.md, Size, says what costs most.");
  process.exit(1);
}
