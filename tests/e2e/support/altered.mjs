// Data that is not published: the source tables with something changed, built by the maintainers'
// program. It shows what the pages say where the real data has no example. And published files with something
// changed past that program, which refuses some things that the pages must bear as well.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { catalog, program, PUBLISHED, publishedFile, stats } from "./data.mjs";

/**
 * Builds the tables after `changes`, which maps the name of a table to a function from its text, empty for a new one, to
 * another, or to null for none. Its result shows that data in a page and counts it.
 *
 * `past` maps words of the built files to texts that the program would refuse; they take the words' place afterwards.
 */
export function useAltered(changes, { past = {} } = {}) {
  let folder;
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "altered-"));
    const source = join(folder, "source");
    cpSync(join(PUBLISHED, "source"), source, { recursive: true });
    for (const [name, change] of Object.entries(changes)) {
      const path = join(source, name);
      const text = change(existsSync(path) ? readFileSync(path, "utf8") : "");
      if (text === null) rmSync(path, { force: true });
      else writeFileSync(path, text);
    }
    program("build", "--source", source, "--out", folder);
    replaceWords(folder, past);
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    show: (page) =>
      page.route(/\/data\/.*\.json$/, (route) => {
        const [, path] = new URL(route.request().url()).pathname.split("/data/");
        const file = join(folder, path);
        // The page asks for the published files beforehand, by their own names.
        return existsSync(file) ? route.fulfill({ path: file }) : route.continue();
      }),
    stats: (query) => stats(query, folder),
  };
}

/** Puts texts in the place of words of the published files in a folder, and makes the checksums fit. */
function replaceWords(folder, past) {
  const path = join(folder, "catalog.json");
  const listed = JSON.parse(readFileSync(path, "utf8"));
  const inString = (text) => JSON.stringify(text).slice(1, -1);
  for (const file of listed.snapshots.flatMap((it) => it.files)) {
    const built = readFileSync(join(folder, file.path), "utf8");
    const forged = Object.entries(past).reduce((text, [word, by]) => text.replaceAll(word, () => inString(by)), built);
    if (forged === built) continue;
    writeFileSync(join(folder, file.path), forged);
    Object.assign(file, seal(forged));
  }
  writeFileSync(path, JSON.stringify(listed));
}

/** What the catalog says of a file's bytes. */
const seal = (body) => ({ bytes: Buffer.byteLength(body), sha256: createHash("sha256").update(body).digest("hex") });

/** Only the header: corrections may be of cases that other tables do not have. */
const withoutErrata = (text) => `${text.split("\n")[0]}\n`;

/** What goes with other cases than the published ones. */
export const OF_OTHER_CASES = { "errata.csv": withoutErrata };

/** Takes away the cases that a prefecture leads. */
export const withoutCasesOf = (code) => ({
  ...OF_OTHER_CASES,
  "cases.jsonl": (text) => text.split("\n").filter((line) => !line.includes(`"prefecture_code": "${code}"`)).join("\n"),
});

/**
 * Shows the published files after `changes`, which maps the beginning of a file's name, such as `terms`, to a
 * function that changes its value, or its catalog entry's (`catalog`). Their checksums are made to fit.
 */
export function showForged(page, changes) {
  const forged = new Map();
  const listed = structuredClone(catalog);
  for (const [stem, change] of Object.entries(changes)) {
    if (stem === "catalog") {
      change(listed);
      continue;
    }
    const path = publishedFile(stem);
    const value = JSON.parse(readFileSync(join(PUBLISHED, path), "utf8"));
    change(value);
    const body = JSON.stringify(value);
    const entry = listed.snapshots.flatMap((it) => it.files).find((file) => file.path === path);
    Object.assign(entry, seal(body));
    forged.set(path, body);
  }
  forged.set("catalog.json", JSON.stringify(listed));
  return page.route(/\/data\/.*\.json$/, (route) => {
    const [, path] = new URL(route.request().url()).pathname.split("/data/");
    return forged.has(path) ? route.fulfill({ contentType: "application/json", body: forged.get(path) }) : route.continue();
  });
}
