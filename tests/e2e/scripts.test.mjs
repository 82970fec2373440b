// No page of the site holds a script but the small one that finds its base, which its policy names by its hash; the
// others are the files that the page states the hashes of (policy.test.mjs: all works that way).
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";

const DIST = join(ROOT, "dist");
const pages = readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const read = (name) => readFileSync(join(DIST, name), "utf8");

/** Runs in a browser, which alone knows what of a page is a script: also what a template holds is looked at. */
function executable(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = { inline: [], handlers: [], addresses: [], sources: [] };
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "script") {
        if (element.hasAttribute("src")) found.sources.push(element.getAttribute("src"));
        // Facts for search engines; a browser runs nothing of that type.
        else if (element.type !== "application/ld+json") found.inline.push(element.textContent);
      }
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) found.handlers.push(`${element.localName} ${name}`);
        if (/^[\s\0]*(javascript|data|vbscript):/i.test(value) || name === "srcdoc") found.addresses.push(`${element.localName} ${name}="${value}"`);
      }
      if (element.localName === "template") look(element.content);
    }
  };
  look(page);
  return found;
}

test("no page has a script, a handler or an address that runs, but the hashed script of its base", async ({ page, open }) => {
  await open();
  assert.ok(pages.length > 2 && pages.includes("404.html") && pages.includes("index.html"));
  for (const name of pages) {
    const { inline, handlers, addresses, sources } = await page.evaluate(executable, read(name));
    assert.deepEqual([...handlers, ...addresses], [], name);
    assert.ok(sources.length > 0 && sources.every((source) => /^\.\/[\w-]+\.js$/.test(source)), `${name}: ${sources}`);
    assert.equal(inline.length, Number(name !== "shell.html"), name);
    if (name === "shell.html") continue;
    const hash = createHash("sha256").update(inline[0]).digest("base64");
    assert.ok(read(name).includes(`'sha256-${hash}'`), `${name} names the hash that a policy has to allow`);
  }
});

test("the scripts of a page are whole: each is the file whose hash it states", () => {
  const whole = [];
  for (const [, tag] of read("index.html").matchAll(/<((?:script|link)\b[^>]*\bintegrity=[^>]*)>/g)) {
    const [, file] = tag.match(/(?:src|href)="\.\/([^"]+)"/);
    const [, stated] = tag.match(/integrity="sha384-([^"]+)"/);
    assert.equal(createHash("sha384").update(readFileSync(join(DIST, file))).digest("base64"), stated, relative(ROOT, file));
    whole.push(file.split("-")[0]);
  }
  const wanted = ["app", "boot", "offline", "old", "theme"];
  assert.deepEqual(wanted.filter((name) => !whole.includes(name)), [], `${whole}`);
});
