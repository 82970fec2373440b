// The download of a first visit, compressed as hosts send it, and how much it may be. Fails when the
// site has outgrown it: a phone in a mountain village pays for every kilobyte. Says what has grown since
// the sizes in tools/sizes.json were written down.
//
//   node tools/budget.mjs [dist]            compares
//   node tools/budget.mjs --record [dist]   writes the sizes down, to be committed with what made them grow
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";

const BUDGET = {
  // 475 kB were meant. leptos_router, readers derived by serde and whole charts of charming came to 64 kB together, and
  // components of Leptos in place of own elements to 29 kB: libraries that do their work are worth the difference. Code
  // that browsers compile faster costs 5 kB, the split into crates 3 kB. Finding by name, paper, saved pictures, search and
  // addresses came to 33 kB together, of which 15 were meant. Evidence, the order by what is known, the quality of the data,
  // money that pays for it and plans that came to nothing came to 13 kB, of which 10 were meant. Pages that answer first,
  // cards alone in other pages, references, contents and the search of choices came to 26 kB; pictures of many cases whose
  // marks lead to them to 12, maps with names, own words and measures to 9. For all of these together 30 were meant.
  // Municipalities with their peers, counterparts and distances came to 22 kB, facts to choose the next type by 5, what can
  // be joined and is to come to 5, counterparts of prefectures, sentences, one's own municipality in the comparison and
  // sorting on phones to 5: of these 35 kB, 30 were meant.
  // The guide for those who keep the data came to 4, most of it its words.
  program: 666_500,
  // Everything that the overview needs before a chart comes into view, data included; 545 kB were meant.
  "first load": 758_500,
};
/** The files of a snapshot without which no page can be shown (src/data/fetch.rs). */
const ESSENTIAL = ["cases", "terms", "prefectures"];
const RECORD = join(dirname(fileURLToPath(import.meta.url)), "sizes.json");

const { values, positionals } = parseArgs({ options: { record: { type: "boolean", default: false } }, allowPositionals: true });
const dist = positionals[0] ?? "dist";
const read = (path) => readFileSync(join(dist, path));
const html = read("index.html").toString();

/** The value of an attribute in index.html; there is no first load without it. */
function named(what, pattern) {
  const found = html.match(pattern);
  if (!found) throw new Error(`${dist}/index.html names no ${what}`);
  return found[1];
}

const catalog = JSON.parse(read("data/catalog.json"));
const snapshot = catalog.snapshots.find(({ id }) => id === catalog.default);
const data = ESSENTIAL.map((stem) => {
  const file = snapshot.files.find(({ path }) => path.startsWith(`${snapshot.id}/${stem}.`));
  if (!file) throw new Error(`the catalog lists no ${stem}`);
  return [`data: ${stem}`, `data/${file.path}`];
});

const files = [
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
];
const sizes = Object.fromEntries(files.map(([name, path]) => [name, brotliCompressSync(read(path)).length]));
sizes["first load"] = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);

const before = values.record ? {} : JSON.parse(readFileSync(RECORD, "utf8"));

function change(name, bytes) {
  if (before[name] === undefined) return "";
  const grown = bytes - before[name];
  return grown === 0 ? "" : `${grown > 0 ? "+" : ""}${grown}`;
}

let failed = false;
for (const [name, bytes] of Object.entries(sizes)) {
  const limit = BUDGET[name];
  const over = limit !== undefined && bytes > limit;
  failed ||= over;
  const verdict = limit === undefined ? "" : `  of ${limit}${over ? "  TOO MUCH" : ""}`;
  console.log(`${String(bytes).padStart(8)} B ${change(name, bytes).padStart(8)}  ${name}${verdict}`);
}
if (values.record) writeFileSync(RECORD, `${JSON.stringify(sizes, null, 2)}\n`);
if (failed) {
  console.error("The site has outgrown its budget (tools/budget.mjs). docs/decisions/016-size.md says what costs most.");
  process.exit(1);
}
