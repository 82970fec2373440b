// Every page of the site is reached by its links, and is complete; its address is understood, and the part that a link
// names is there. Of the lists a share is opened, and a link to one that says 「N件」 leads to N cases.
import assert from "node:assert/strict";
import { everyCase, prefectures, systems } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";

const SITE = "自治体システム共同調達ダッシュボード";
/** Addresses followed in one go. */
const BATCH = 25;
/** The page that is open already. */
const HERE = null;

const FIXED = ["", "about/", "cases/", "systems/", "prefectures/", "municipalities/", "figures/", "data/", "data/maintainer/", "faq/"];
const KNOWN = [
  ...FIXED,
  ...everyCase.map((it) => `cases/${it.id}/`),
  ...systems.map((it) => `systems/${it.slug}/`),
  ...prefectures.map((it) => `prefectures/${it.code}/`),
];

/**
 * Runs in the page: follows each address as a click does, and tells what is there once the app says that
 * the page is complete. Links that were told before are left out.
 */
async function follow(addresses) {
  const root = document.documentElement;
  globalThis.told ??= new Set();

  /** The mark is taken away before each step, so that the app has to set it anew. */
  const arrived = (address) =>
    new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`${address} is never ready`)), 60_000);
      const marks = new MutationObserver(() => {
        if (root.dataset.app !== "ready") return;
        clearTimeout(late);
        marks.disconnect();
        done();
      });
      root.removeAttribute("data-app");
      marks.observe(root, { attributeFilter: ["data-app"] });
    });

  const newLinks = () => {
    const links = [...document.querySelectorAll("a[href]")].map((link) => {
      const { origin, pathname, search, hash } = new URL(link.getAttribute("href"), document.baseURI);
      const file = link.hasAttribute("download") || /\.[a-z]+$/.test(pathname);
      return { inside: origin === location.origin, address: pathname + search, hash, file, text: link.textContent.trim() };
    });
    return links.filter((link) => {
      const line = JSON.stringify(link);
      return link.inside && !globalThis.told.has(line) && globalThis.told.add(line);
    });
  };

  const pages = [];
  for (const address of addresses) {
    if (address !== null) {
      const ready = arrived(address);
      const link = Object.assign(document.createElement("a"), { href: address });
      document.body.append(link);
      link.click();
      link.remove();
      await ready;
    }
    const main = document.querySelector("main");
    pages.push({
      address: location.pathname + location.search,
      title: document.title,
      headings: [...main.querySelectorAll("h1")].map((it) => it.textContent.trim()),
      alerts: [...main.querySelectorAll("[role=alert]")].map((it) => it.textContent),
      loading: main.querySelectorAll(".loading, [role=progressbar], progress").length,
      ignored: main.textContent.includes("アドレスの条件のうち"),
      count: [...main.querySelectorAll("[role=status]")].map((it) => it.textContent.match(/[\d,]+件/)?.[0]).find(Boolean),
      ids: [...document.querySelectorAll("[id]")].map((it) => it.id),
      links: newLinks(),
    });
  }
  return pages;
}

/** Lists the faults of a page, wherever it is. */
function faults({ headings, title, alerts, loading, ignored, ids }) {
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  return [
    headings.length !== 1 && `${headings.length} main headings`,
    /見つかりません|表示できません/.test(headings[0]) && headings[0],
    title !== SITE && !title.endsWith(` | ${SITE}`) && `the title ${JSON.stringify(title)}`,
    alerts.length > 0 && alerts.join(),
    loading > 0 && "a part that still loads",
    ignored && "conditions that are not understood",
    twice.length > 0 && `ids that stand twice: ${twice}`,
  ].filter(Boolean);
}

/** The number of cases that a link to a list promises: 「32件」, 「事例一覧で見る（32件）」. */
const promised = (text) => text.match(/([\d,]+件)）?$/)?.[1];
const withoutQuery = (address) => address.split("?")[0];
/** The same list in its other form, which every list links to: a few tell whether that works. */
const isOtherForm = (address) => new URL(address, "http://any").searchParams.has("view");
const OTHER_FORMS = 20;
/** Views of the figures, which every list leads to and which lead to each other: natively each number is held. */
const isFigures = (address) => address.includes("/figures/?");
const FIGURES = 10;
/**
 * Of the lists with conditions one in so many is opened: natively each number is held against its list (tests/it). The
 * pages of the whole list lead to cases that nothing else does.
 */
const LISTS = 12;
/** Of the 1,741 municipalities, which lead to each other, one in so many is opened: their pages are all made alike. */
const TOWNS = 150;
const isTown = (address) => /\/municipalities\/\d/.test(address);
/** Prefectures with a type chosen, to which the matrix leads by the thousand: one in so many is opened. */
const CHOSEN = 20;
const isChosen = (address) => /\/prefectures\/\d\d\/\?system=/.test(address);
const isNarrowed = (address) => address.includes("/cases/?") && !/[?&](page|scope)=/.test(address);
/** A link to another snapshot, and all links of the pages that it leads to, which keep it. */
const keepsSnapshot = (address) => new URL(address, "http://any").searchParams.has("snapshot");

test("every link of the site leads where it says", { tag: "@full" }, async ({ page, open, url }) => {
  test.setTimeout(20 * 60_000);
  await open();
  // Laying out and painting is half the time, and nothing is looked at here.
  await page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync("main { display: none }");
    document.adoptedStyleSheets = [style]; // the policy refuses an element
  });
  const start = new URL(url()).pathname;
  const queue = [start];
  const queued = new Set(queue);
  const snapshots = new Set();
  const files = new Set();
  /** Address → what its page holds. */
  const seen = new Map();
  const links = [];
  const wrong = [];
  let figures = 0;
  let otherForms = 0;
  let lists = 0;
  let towns = 0;
  let chosen = 0;
  const note = (asked, found) => {
    seen.set(asked, found);
    if (found.address !== asked) wrong.push(`${asked} becomes ${found.address}`);
    wrong.push(...faults(found).map((fault) => `${asked}: ${fault}`));
  };
  while (seen.size < queue.length) {
    const batch = queue.slice(seen.size, seen.size + BATCH);
    const found = await page.evaluate(follow, seen.size === 0 ? [HERE] : batch);
    found.forEach((it, place) => {
      note(batch[place], it);
      for (const link of it.links) {
        links.push({ from: batch[place], ...link });
        if (link.file) files.add(link.address);
        else if (keepsSnapshot(link.address)) snapshots.add(link.address);
        else if (!queued.has(link.address)) {
          if (isFigures(link.address) && figures++ >= FIGURES) continue;
          if (isOtherForm(link.address) && otherForms++ >= OTHER_FORMS) continue;
          if (isNarrowed(link.address) && lists++ % LISTS > 0) continue;
          if (isTown(link.address) && towns++ % TOWNS > 0) continue;
          if (isChosen(link.address) && chosen++ % CHOSEN > 0) continue;
          queued.add(queue[queue.push(link.address) - 1]);
        }
      }
    });
  }

  for (const { from, address, hash, file, text } of links) {
    if (file || keepsSnapshot(address) || !seen.has(address)) continue;
    const { ids, count } = seen.get(address);
    if (hash && !ids.includes(decodeURIComponent(hash.slice(1)))) wrong.push(`${from}: ${address}${hash} is not there`);
    const number = address.startsWith(`${start}cases/?`) ? promised(text) : undefined;
    if (number && number !== count) wrong.push(`${from}: 「${text}」 leads to ${count}, ${address}`);
  }

  // The pages of a snapshot that was asked for are those above: it is enough that they keep it.
  for (const address of snapshots) {
    await open(address.slice(start.length));
    const [found] = await page.evaluate(follow, [HERE]);
    note(address, found);
    const lost = found.links.filter(({ file, address }) => !file && !keepsSnapshot(address));
    wrong.push(...lost.map((link) => `${address}: ${link.address} loses the snapshot`));
  }

  const paths = new Set(queue.map(withoutQuery));
  const titles = new Map();
  for (const path of paths) {
    const { title } = seen.get(path) ?? assert.fail(`${path} is only linked with conditions`);
    if (titles.has(title)) wrong.push(`${path} has the title of ${titles.get(title)}: ${title}`);
    titles.set(title, path);
  }
  // Each address is a file on a server that knows nothing of the app.
  for (const path of new Set([...files, ...paths])) {
    const { status } = await fetch(new URL(path, url()));
    if (status !== 200) wrong.push(`${path}: status ${status}`);
  }
  assert.deepEqual([...new Set(wrong)], []);
  assert.deepEqual(KNOWN.map((path) => start + path).filter((path) => !paths.has(path)), [], "pages that no link leads to");
  assert.ok(snapshots.size > 0, "the published snapshots are linked");
});
