// The page that is sent and the page that the program puts in its place are the same, but for what sent pages do not
// show: otherwise readers would see parts come, go or change when the program starts.
import assert from "node:assert/strict";
import { eventually, untilApp } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { abroad, barest, documented, fewOfSystem, manyOfSystem, named, noneOfSystem, onlyMunicipal, priced, rehosted, saving } from "./support/samples.mjs";

const CASES = [...new Set([abroad, barest, documented, named, priced, rehosted, saving])];
const SYSTEMS = [...new Set([manyOfSystem, fewOfSystem, onlyMunicipal, noneOfSystem])].filter(Boolean);
const PAGES = [
  ...["", "about/", "cases/", "compare/", "systems/", "prefectures/", "municipalities/", "figures/", "data/", "data/maintainer/", "faq/"],
  ...CASES.map((id) => `cases/${id}/`),
  ...SYSTEMS.map((slug) => `systems/${slug}/`),
  ...["13", "31", "47"].map((code) => `prefectures/${code}/`),
  ...["011002", "131016", "313025"].map((code) => `municipalities/${code}/`),
];

/**
 * Runs in the page: the lines of the sent page and of the application's. Left out are comments and what is marked
 * `data-live`: sent pages do not show it. Parts that wait for files of their own (`.later`) are empty in most sent
 * pages, and then count as empty in both.
 */
async function bothPages() {
  const html = await (await fetch(location.href)).text();
  const sent = new DOMParser().parseFromString(html, "text/html").querySelector("#boot-page");
  const app = document.querySelector("#app").cloneNode(true);
  for (const it of [sent, app]) it.querySelectorAll("[data-live]").forEach((live) => live.remove());
  const later = (page) => [...page.querySelectorAll(".later")];
  // One that stands in another comes with it.
  const outer = later(app).filter((it) => !it.parentElement.closest(".later"));
  later(sent).forEach((it, place) => it.childNodes.length === 0 && outer[place]?.replaceChildren());

  // Links of sent pages are relative to the base of the site.
  const meant = ({ name, value }) => (name === "href" ? new URL(value, document.baseURI).href : value);
  const lines = (element, indent = "") => {
    const attributes = [...element.attributes].map((it) => `${it.name}=${JSON.stringify(meant(it))}`).sort();
    const said = [`${indent}<${[element.localName, ...attributes].join(" ")}>`];
    let text = "";
    const tell = () => {
      if (text !== "") said.push(`${indent}  ${JSON.stringify(text)}`);
      text = "";
    };
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      tell();
      said.push(...lines(node, `${indent}  `));
    }
    tell();
    return said;
  };
  return [sent, app].map((page) => [...page.children].flatMap((child) => lines(child)));
}

for (const path of PAGES) {
  test(`sent and drawn by the program it is the same page: /${path}`, { tag: "@full" }, async ({ page, open }) => {
    await open(path);
    const [sent, app] = await page.evaluate(bothPages);
    assert.ok(sent.length > 60, `${sent.length} lines`);
    const place = sent.findIndex((line, place) => line !== app[place]);
    const around = (lines) => lines.slice(Math.max(place - 3, 0), place + 4);
    if (place >= 0 || sent.length !== app.length) assert.deepEqual(around(app), around(sent));
  });
}

/** Runs in the page: how high the parts of the page stand, in order, as far as they are seen. */
function heights(page) {
  const parts = "h1, h2, h3, h4, .key-figure, .case-item__kicker, .type-bar, .card__footer";
  const all = [...document.querySelectorAll(`${page} main :is(${parts}), ${page} footer`)];
  const seen = all.filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("[data-live]"));
  const start = document.querySelector(`${page} h1`).getBoundingClientRect().y;
  return seen.map((it) => ({ part: `${it.localName}.${it.className}`, height: it.getBoundingClientRect().y - start }));
}

// Those of which no part waits for a file of its own.
for (const path of ["", "cases/", `cases/${named}/`, "systems/", "figures/", "compare/", "faq/", "about/"]) {
  for (const width of [390, 800, 1280]) {
    test.describe(() => {
      test.use({ viewport: { width, height: 800 } });

      test(`what is not sent has its room, ${width} pixels wide: /${path}`, { tag: "@full" }, async ({ page, url }) => {
        let start;
        const held = new Promise((go) => (start = go));
        await page.route("**/*.wasm", async (route) => {
          await held;
          await route.continue();
        });
        await page.goto(url(path));
        const before = await page.evaluate(heights, "#boot-page");
        start();
        await untilApp(page);
        assert.ok(before.length > 1);
        await eventually(async () => {
          const after = await page.evaluate(heights, "#app");
          assert.deepEqual(after.map(({ part }) => part), before.map(({ part }) => part));
          for (const [place, { part, height }] of before.entries()) {
            assert.ok(Math.abs(after[place].height - height) < 2, `${part}, ${place}: ${height}, then ${after[place].height}`);
          }
        }, { within: 2000 });
      });
    });
  }
}
