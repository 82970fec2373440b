// Every internal link of the site is followed once: it leads somewhere, its address is understood, and a
// link that says 「N件」 leads to a list of N cases.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inPage, useBrowser } from "./support/browser.mjs";

useBrowser();

/** Goes to an address as a click does, and waits until every part of the page is there. */
async function visit(page, href) {
  await page.evaluate((target) => {
    const link = Object.assign(document.createElement("a"), { href: target });
    document.querySelector("main").append(link);
    link.click();
    link.remove();
  }, href);
  await page.waitForFunction((target) => {
    const shown = location.pathname + location.search === target;
    return shown && document.querySelector("main h1") && !document.querySelector("main .loading");
  }, href);
}

/** What the page holds, read in one go. */
function read(page) {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const links = [...document.querySelectorAll("a[href]")].map((link) => {
      const { origin, pathname, search, hash } = new URL(link.href);
      const file = link.hasAttribute("download") || /\.[a-z]+$/.test(pathname);
      return { inside: origin === location.origin, address: pathname + search, hash, file, text: link.textContent.trim() };
    });
    return {
      heading: main.querySelector("h1").textContent,
      headings: main.querySelectorAll("h1").length,
      alerts: [...main.querySelectorAll("[role=alert]")].map((it) => it.textContent),
      ignored: main.textContent.includes("アドレスの条件のうち"),
      results: [...main.querySelectorAll("[role=status]")].map((it) => it.textContent.match(/[\d,]+件/)?.[0]).find(Boolean),
      ids: [...document.querySelectorAll("[id]")].map((it) => it.id),
      links,
    };
  });
}

/** Whether the text of a link to a list names the number of cases there. */
const countIn = (text) => text.match(/(?:^|\s|：)([\d,]+件)$/)?.[1];

test("every link of the site leads where it says", { timeout: 20 * 60_000 }, inPage(async ({ page, open, url }) => {
  await open();
  const start = new URL(url()).pathname;
  const queue = [start];
  /** Address → what its page holds. */
  const seen = new Map();
  const promised = [];
  const files = new Set();
  const wrong = [];
  for (let at = 0; at < queue.length; at += 1) {
    const address = queue[at];
    if (address !== start || at > 0) await visit(page, address);
    const found = await read(page);
    seen.set(address, found);
    if (found.headings !== 1) wrong.push(`${address}: ${found.headings} main headings`);
    if (/見つかりません|表示できません/.test(found.heading)) wrong.push(`${address}: ${found.heading}`);
    if (found.alerts.length > 0) wrong.push(`${address}: ${found.alerts}`);
    if (found.ignored) wrong.push(`${address}: conditions that are not understood`);
    if (new Set(found.ids).size !== found.ids.length) {
      wrong.push(`${address}: ids that stand twice: ${found.ids.filter((id, place) => found.ids.indexOf(id) !== place)}`);
    }
    for (const link of found.links.filter(({ inside }) => inside)) {
      if (link.file) files.add(link.address);
      else if (!queue.includes(link.address)) queue.push(link.address);
      promised.push({ from: address, ...link });
    }
  }
  for (const { from, address, hash, file, text } of promised) {
    if (file) continue;
    const target = seen.get(address);
    if (hash && hash !== "#main" && !target.ids.includes(decodeURIComponent(hash.slice(1)))) wrong.push(`${from}: ${address}${hash} is not there`);
    const number = address.startsWith(`${start}cases/`) && target.results ? countIn(text) : undefined;
    if (number && number !== target.results) wrong.push(`${from}: 「${text}」 leads to ${target.results}, ${address}`);
  }
  // Each address is a file on a server that knows nothing of the app.
  for (const path of new Set([...files, ...queue].map((address) => address.split("?")[0]))) {
    const { status } = await fetch(new URL(path, url()));
    if (status !== 200) wrong.push(`${path}: status ${status}`);
  }
  assert.deepEqual([...new Set(wrong)], []);
  assert.ok(queue.length > 300, `only ${queue.length} addresses were found`);
}));
