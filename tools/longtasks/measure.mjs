// The measurements in a page: on a slowed-down phone with a slow line, each time in a browser of its own.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { chromium } = createRequire(fileURLToPath(new URL("../../tests/e2e/package.json", import.meta.url)))("playwright-core");

const SLOWER = 4;
/** 10 Mbit/s with 40 ms on the way. */
const LINE = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 600_000 };
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
/** A window in which the filters stand beside the list, and both change at a click. */
const DESK = { viewport: { width: 1280, height: 800 } };
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
/** The time that a page may go on working behind what is there, in ms. */
const AFTERWARDS = 2500;
/** The number of choices of the filter panel that are tried. */
const CHOICES = 6;

/** Opens an address in a fresh browser and lets `run` look at it once the app is ready and has come to rest. */
async function visit(device, address, run) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
  try {
    // The copy on the device is fetched behind the page, which would be measured too.
    const page = await (await browser.newContext({ ...device, serviceWorkers: "block" })).newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    // Time in which the thread computed, not in which others had the processor.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: "load" });
    await page.waitForFunction(() => document.documentElement.dataset.app === "ready");
    await page.waitForTimeout(AFTERWARDS);
    return await run(page, session);
  } finally {
    await browser.close();
  }
}

/** Runs in the page, before anything else: notes what the browser tells of its work. */
function watch() {
  const seen = { tasks: [], shift: 0, lcp: 0, ready: 0 };
  window.measured = seen;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("longtask", (it) => seen.tasks.push({ start: it.startTime, end: it.startTime + it.duration }));
  observe("largest-contentful-paint", (it) => (seen.lcp = it.startTime));
  observe("layout-shift", (it) => (seen.shift += it.hadRecentInput ? 0 : it.value));
  new MutationObserver(() => {
    if (document.documentElement.dataset.app === "ready") seen.ready ||= performance.now();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-app"] });
}

/** Runs in the page: what the start has cost. */
function costs() {
  const { tasks, shift, lcp, ready } = window.measured;
  const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  const long = tasks.map(({ start, end }) => end - Math.max(start, painted)).filter((it) => it > 0);
  const blocked = long.reduce((sum, it) => sum + Math.max(0, it - 50), 0);
  return { blocked, longest: Math.max(0, ...long), ready, lcp, cls: shift };
}

/** Opens a page: ms blocked after the first paint, of the longest task, until ready, LCP, all computing; CLS. */
export const start = (address) =>
  visit(PHONE, address, async (page, session) => {
    const { metrics } = await session.send("Performance.getMetrics");
    const work = metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    return { ...(await page.evaluate(costs)), work };
  });

/** Runs in the page: clicks an element; ms until the next frame is painted, and until `arrived` where that is given. */
async function clicked(element, heading) {
  const begin = performance.now();
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - begin);
        port2.postMessage(0);
      }),
    );
  const isThere = () => document.querySelector("main h1")?.textContent.includes(heading);
  const there = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      done(performance.now() - begin);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  const frame = await painted();
  return { frame, arrived: heading === undefined ? undefined : await there };
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
};

/** Clicks choices of the list's filters, on and off again: the median of ms until the next frame. */
export const filter = (site) =>
  visit(DESK, `${site}cases/`, async (page) => {
    const choices = await page.getByRole("search").getByRole("checkbox").all();
    if (choices.length < CHOICES) throw new Error(`${site}cases/ offers only ${choices.length} choices.`);
    const frames = [];
    for (const choice of [...choices.slice(0, CHOICES), ...choices.slice(0, CHOICES)]) {
      frames.push((await choice.evaluate(clicked)).frame);
      // The list and the counts follow by some frames.
      await page.locator('main [aria-busy="true"]').waitFor({ state: "detached" });
      await page.waitForTimeout(300);
    }
    return { click: median(frames) };
  });

/** Follows a link from the overview to a prefecture: ms until the next frame, and until its heading is there. */
export const navigation = (site) =>
  visit(PHONE, site, async (page) => {
    const link = page.locator('main a[href*="prefectures/27/"]').first();
    const { frame, arrived } = await link.evaluate(clicked, "大阪府");
    return { frame, arrived };
  });

export { median };
