// The policy of the pages: nothing runs, styles or is loaded that is not a file of the site, and everything
// works under it. Nothing is asked of another origin, and the pages keep nothing but the choice of colours. The worker
// is blocked here; what stays on a device that has it is told by kept.test.mjs.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually, untilApp } from "./support/browser.mjs";
import { ROOT } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { results } from "./support/parts.mjs";
import { KINDS, look, take, turn } from "./support/walk.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const DIST = join(ROOT, "dist");
/** The key under which the way back finds the heights of the pages (src/navigation/steps.rs); ends with the visit. */
const HEIGHTS = "scroll";
test("every page begins with the policy", () => {
  const pages = readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith(".html"));
  assert.ok(pages.length > 300);
  const policies = new Map();
  for (const name of pages) {
    const html = readFileSync(join(DIST, name), "utf8");
    const [, policy] = html.match(/<meta charset="utf-8"[^>]*>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/) ?? assert.fail(name);
    assert.match(policy, /^default-src 'none';/, name);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/, name);
    policies.set(policy, [...(policies.get(policy) ?? []), name]);
  }
  const [[own], [shell], addresses] = [...policies.values()].sort((a, b) => a.length - b.length);
  assert.equal(policies.size, 3, "of the pages, each with the script of its base");
  assert.deepEqual([own, shell].sort(), ["404.html", "shell.html"], "have another one, and none");
  assert.equal(addresses.length, pages.length - 2);
});

test("what the policy refuses fails a test", async ({ page, open, expectProblem }) => {
  await open("about/");
  expectProblem(/policy: script-src-elem refuses inline/);
  expectProblem(/policy: style-src-attr refuses inline/);
  expectProblem(/request outside the site: https:\/\/other\.example\/a\.png/); // asked for, not sent
  expectProblem(/policy: img-src refuses https:\/\/other\.example/);
  expectProblem(/policy: script-src refuses eval/);
  expectProblem(/policy: connect-src refuses https:\/\/other\.example/);
  expectProblem(/console error/);
  const ran = await page.evaluate(async () => {
    const put = (html) => document.body.append(document.createRange().createContextualFragment(html));
    put("<script>globalThis.ran = 1</script>");
    put('<p style="color: red"></p><img src="https://other.example/a.png">');
    const refused = await fetch("https://other.example/").catch(() => "refused");
    let evaluated;
    await new Promise((later) => setTimeout(later)); // what a debugger evaluates may evaluate too
    try {
      evaluated = new Function("return 1")();
    } catch {
      evaluated = "refused";
    }
    return [globalThis.ran, refused, evaluated];
  });
  assert.deepEqual(ran, [undefined, "refused", "refused"]);
  await eventually(async () => assert.ok(await page.evaluate(() => document.querySelector("img[src*=other]").complete)));
});

for (const path of KINDS) {
  test(`all of /${decodeURIComponent(path)} works, asks nobody else and, without the worker, keeps nothing`, { tag: "@full" }, async ({ page, context, open }) => {
    const foreign = [];
    const own = new URL((await open(path)).url()).origin;
    await context.route((url) => url.protocol.startsWith("http") && url.origin !== own, (route) => {
      foreign.push(route.request().url());
      return route.abort();
    });
    await page.reload();
    await untilApp(page);
    await look(page, path);
    const files = await take(page);
    await turn(page);
    for (const kind of path === "" || path.startsWith("systems/o") ? [/\.csv$/, /\.svg$/, /\.png$/] : []) {
      assert.ok(files.some((name) => kind.test(name)), `${kind} of ${files}`);
    }
    assert.deepEqual(foreign, []);
    assert.deepEqual(await context.cookies(), []);
    const kept = await page.evaluate(async () => [
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      (await indexedDB.databases()).length,
      document.cookie,
    ]);
    assert.deepEqual(kept, [[], [HEIGHTS], 0, ""]);
  });
}

test("without the worker the way through the site keeps the colours and the heights, and nothing else", async ({ page, context, open }) => {
  await open("cases/");
  await page.getByRole("contentinfo").getByRole("radio", { name: "ダーク" }).check();
  await results(page).getByRole("heading", { level: 3 }).nth(3).getByRole("link").click();
  await page.waitForURL(/cases\/[^?]/);
  await page.goBack();
  await results(page).waitFor();
  await page.reload();
  await results(page).waitFor();
  const kept = await page.evaluate(() => [{ ...localStorage }, Object.keys(sessionStorage)]);
  assert.deepEqual(kept, [{ "joint-procurement.theme": "dark" }, [HEIGHTS]]);
  assert.deepEqual(await context.cookies(), []);
});

test("the not-found page works under its policy, at any depth", async ({ page, open, expectProblem }) => {
  expectProblem(/status of 404/);
  for (const path of ["nothing/", "nothing/at/all"]) {
    await open(path);
    await turn(page);
  }
});
