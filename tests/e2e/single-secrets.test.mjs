// The edition in one file holds what is published, and nothing of what lies beside it or is withheld.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { test } from "@playwright/test";
import { DIST, program, PUBLISHED, ROOT } from "./support/data.mjs";

const CANARY = "canary7e";
/** Files that people and their programs leave in a folder of tables. */
const STRAYS = ["表.xlsx", "~$表.xlsx", ".~lock.表.xlsx#", "cases.jsonl.bak", "cases (1).jsonl", ".DS_Store", "notes/memo.txt"];

/** Adds a withheld case that says the word in every free text and address. */
function withWithheld(text) {
  const case_ = text.split("\n").filter(Boolean).map((line) => JSON.parse(line)).find((it) => it.documents.length && it.vendor);
  const mark = (value, key) => {
    if (key === "url") return `${value.split("#")[0]}#${CANARY}`;
    if (Array.isArray(value)) return value.map((item) => mark(item, key));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, mark(it, key)]));
    return ["title", "lead_organization", "vendor", "product", "background", "process", "publisher"].includes(key) ? `見本 ${CANARY}` : value;
  };
  const id = `${case_.prefecture_code}-${CANARY}-2020`;
  return `${text.trimEnd()}\n${JSON.stringify({ ...mark(case_), id, withheld: true })}\n`;
}

/** Copies the site, with such a case in its data and strays beside its tables. */
function siteWithSecrets(folder) {
  const dist = join(folder, "dist");
  cpSync(DIST, dist, { recursive: true, filter: (path) => !/\.(br|gz|webp)$|\/(cases|municipalities)\//.test(path) });
  const source = join(folder, "source");
  cpSync(join(PUBLISHED, "source"), source, { recursive: true });
  const cases = join(source, "cases.jsonl");
  writeFileSync(cases, withWithheld(readFileSync(cases, "utf8")));
  program("build", "--source", source, "--out", join(dist, "data"));
  for (const name of STRAYS) {
    mkdirSync(join(dist, "data/source", name, ".."), { recursive: true });
    writeFileSync(join(dist, "data/source", name), CANARY);
  }
  return dist;
}

/** Builds an edition; gives its page, and the files in it by their names. */
function edition(dist, folder, ...options) {
  const out = join(folder, `out${options.join("")}`);
  execFileSync("node", [join(ROOT, "tools/single/build.mjs"), "--dist", dist, "--out", out, ...options], { cwd: ROOT, stdio: "pipe" });
  const page = readFileSync(join(out, readdirSync(out)[0]), "utf8");
  const held = [...page.matchAll(/data-file="([^"]+)">([^<]*)</g)].map(([, name, packed]) => [name, inflateRawSync(Buffer.from(packed, "base64"))]);
  return { page, files: new Map(held) };
}

test("neither a withheld case nor a file left beside the tables is in it", () => {
  const folder = mkdtempSync(join(tmpdir(), "secrets-"));
  try {
    const dist = siteWithSecrets(folder);
    const catalog = JSON.parse(readFileSync(join(dist, "data/catalog.json"), "utf8"));
    const cases = catalog.snapshots.find((it) => it.id === catalog.default).files.find(({ path }) => /\/cases\./.test(path));
    for (const options of [[], ["--pref", "31"]]) {
      const { page, files } = edition(dist, folder, ...options);
      assert.ok(files.get(`data/${cases.path}`)?.includes("lead_organization"), "the files can be read");
      assert.ok(!page.includes(CANARY), "in the page");
      for (const [name, bytes] of files) assert.ok(!bytes.includes(CANARY) && !name.includes(CANARY), name);
      for (const name of STRAYS) assert.ok(!files.has(`data/source/${name}`), name);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
