// Data that is not published: the source tables with something changed, built by the maintainers'
// program. It shows what the pages say where the real data has no example.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { program, PUBLISHED, stats } from "./data.mjs";

/**
 * Builds the tables after `changes`, which maps the name of a table to a function from its text to
 * another. What it returns shows that data in a page and counts it.
 */
export function useAltered(changes) {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "altered-"));
    const source = join(folder, "source");
    cpSync(join(PUBLISHED, "source"), source, { recursive: true });
    for (const [name, change] of Object.entries(changes)) {
      const path = join(source, name);
      writeFileSync(path, change(readFileSync(path, "utf8")));
    }
    program("build", "--source", source, "--out", folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    show: (page) =>
      page.route(/\/data\/.*\.json$/, (route) => {
        const [, path] = new URL(route.request().url()).pathname.split("/data/");
        return route.fulfill({ path: join(folder, path) });
      }),
    stats: (query) => stats(query, folder),
  };
}

/** Takes away the cases that a prefecture leads. */
export const withoutCasesOf = (code) => ({
  "cases.jsonl": (text) => text.split("\n").filter((line) => !line.includes(`"prefecture_code": "${code}"`)).join("\n"),
});
