// Two builds compared by how long they keep the main thread of a slow phone busy. They are measured in turn, so that
// whatever else the machine does disturbs both; what counts is the ratio of the medians.
//
//   node tools/longtasks/run.mjs --base OLD [--dist dist] [--runs 7] [--pages "./ cases/"] [--check]
//
// With --check it fails when a limit is not held.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { filter, median, navigation, start } from "./measure.mjs";
import { serve } from "./server.mjs";

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "" },
    dist: { type: "string", default: "dist" },
    runs: { type: "string", default: "7" },
    pages: { type: "string", default: "./ cases/ prefectures/27/ cases/31-groupware-2017/" },
    check: { type: "boolean", default: false },
  },
});

/** The measures: their units, how they are written, and how much of the old build's each may be. */
const MEASURES = {
  blocked: { name: "blocked after first paint", unit: "ms", limit: 1.1 },
  longest: { name: "longest task", unit: "ms" },
  // The steadiest of all on a busy machine: to see whether the others are noise.
  work: { name: "computing, all in all", unit: "ms" },
  ready: { name: "until ready", unit: "ms" },
  // Not worse; medians of the same build differ by some percent.
  lcp: { name: "largest contentful paint", unit: "ms", limit: 1.05 },
  cls: { name: "layout shift", unit: "", limit: 1 },
  click: { name: "filter click to next frame", unit: "ms", limit: 1.1 },
  frame: { name: "link to next frame", unit: "ms" },
  arrived: { name: "link to new heading", unit: "ms" },
};
/** Below this a ratio says nothing: a millisecond, a shift that nobody sees. */
const LEAST = { ms: 1, "": 0.001 };

const jobs = [
  ...values.pages.split(" ").map((page) => ({ name: page, run: (site) => start(new URL(page, site).href) })),
  { name: "cases/ clicked", run: filter },
  { name: "./ to prefectures/27/", run: navigation },
];

/** Measures each job on both builds in turn, the order of the two changing from round to round. */
async function measureAll(sites, rounds) {
  const found = jobs.map(() => ({ base: [], dist: [] }));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 ? ["dist", "base"] : ["base", "dist"];
    for (const [at, job] of jobs.entries()) {
      for (const build of order) found[at][build].push(await job.run(sites[build].url));
    }
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return found;
}

/** A row for each measure of a job: the medians of both builds. */
function rowsOf({ name }, runs) {
  const both = [...runs.base, ...runs.dist];
  return Object.keys(runs.base[0]).map((key) => {
    const of = (build) => median(runs[build].map((run) => run[key]));
    return { job: name, ...MEASURES[key], base: of("base"), dist: of("dist"), all: both.map((run) => run[key]) };
  });
}

const written = (value, unit) => (unit ? `${Math.round(value)} ${unit}` : value.toFixed(3));
const ratio = ({ base, dist, unit }) => Math.max(dist, LEAST[unit]) / Math.max(base, LEAST[unit]);
const holds = (row) => row.limit === undefined || ratio(row) <= row.limit;

function print(rows) {
  console.log("| page | measure | base | new | new/base | least to most |");
  console.log("| --- | --- | ---: | ---: | ---: | ---: |");
  for (const row of rows) {
    const [base, dist, least, most] = [row.base, row.dist, Math.min(...row.all), Math.max(...row.all)].map((it) => written(it, row.unit));
    console.log(`| ${row.job} | ${row.name} | ${base} | ${dist} | ${ratio(row).toFixed(2)} | ${least} to ${most} |`);
  }
  console.log("");
  for (const row of rows.filter(({ limit }) => limit !== undefined)) {
    console.log(`${holds(row) ? "ok      " : "TOO MUCH"} ${row.job}: ${row.name} ${ratio(row).toFixed(2)} of the old build, at most ${row.limit}`);
  }
}

/** Visits everything once, unmeasured: the servers compress, the machine reads the files. */
async function warmUp(sites) {
  for (const site of Object.values(sites)) for (const job of jobs) await job.run(site.url);
}

async function main() {
  const rounds = Number(values.runs);
  if (!(rounds > 0)) throw new Error(`--runs wants a number, not "${values.runs}".`);
  for (const folder of [values.base, values.dist]) {
    if (!existsSync(join(folder || "nowhere", "index.html"))) throw new Error(`There is no built site in "${folder}". Name an old one: BASE=DIR.`);
  }
  const sites = { base: await serve(values.base), dist: await serve(values.dist) };
  try {
    await warmUp(sites);
    const found = await measureAll(sites, rounds);
    const rows = jobs.flatMap((job, at) => rowsOf(job, found[at]));
    print(rows);
    if (values.check && !rows.every(holds)) process.exitCode = 1;
  } finally {
    for (const site of Object.values(sites)) await site.close();
  }
}

main().catch((error) => {
  console.error(`longtasks: ${error.message}`);
  process.exit(1);
});
