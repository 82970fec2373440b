// A new version of the site waits until it is asked for. Whatever goes wrong on the way, the old one stays whole.
import assert from "node:assert/strict";
import { eventually, untilApp } from "./support/browser.mjs";
import { date, DIST, snapshot } from "./support/data.mjs";
import { heading, main, region } from "./support/parts.mjs";
import { named } from "./support/samples.mjs";
import { FAULTS, kept, nextVersion, slowly, test } from "./support/visitor.mjs";

let next;
test.beforeAll(() => {
  next = nextVersion();
});
test.afterAll(() => next?.remove());

const OLD = date(snapshot.as_of);

const open = async (page, host, path = "") => {
  await page.goto(host.url + path);
  await untilApp(page);
};
const bar = (page) => page.locator(".update-bar");
const offline = (page) => region(page, "オフラインでの閲覧");
/** The date of the data that the page shows. */
const shows = (page, asOf) => page.getByRole("contentinfo").getByText(asOf).first().waitFor();
const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update().catch(() => {})));

/** A visitor who has the old version on the device. */
async function returning({ host, visit }, path = "") {
  const context = await visit();
  const page = await context.newPage();
  await open(page, host, path);
  await kept(page);
  await page.reload();
  await untilApp(page);
  return { context, page };
}

test("new data waits, is offered, and one click loads it once", async ({ host, visit }) => {
  const { page } = await returning({ host, visit }, "cases/?pref=31");
  await page.evaluate(() => localStorage.setItem("joint-procurement.theme", "dark"));
  await host.deploy(next.dist);
  // The page is of the old version in all its parts, although the server has only the new one.
  await page.getByRole("banner").getByRole("link", { name: "データ" }).click();
  await look(page);
  await bar(page).getByText("新しいデータがあります").waitFor();
  await shows(page, OLD);
  await offline(page).getByText(`データ ${OLD} 版`).waitFor();
  await page.goto(`${host.url}cases/${named}/`);
  await untilApp(page);
  await region(page, "出典").getByRole("link").first().waitFor();
  await shows(page, OLD);

  let loads = 0;
  page.on("framenavigated", () => (loads += 1));
  await bar(page).getByRole("button", { name: "更新して読み込み直す" }).click();
  await shows(page, next.asOf);
  await eventually(async () => assert.equal(await bar(page).textContent(), ""));
  assert.equal(loads, 1);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark", "what was chosen stays");
});

test("the older data stay once they were opened", async ({ host, visit }) => {
  await host.deploy(next.dist);
  const context = await visit();
  const page = await context.newPage();
  await open(page, host);
  await kept(page);
  const old = `cases/?snapshot=${snapshot.id}`;
  await open(page, host, old);
  await shows(page, OLD);
  const opened = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url), `joint-procurement-runtime-${host.url}`);
  const published = snapshot.files.map(({ path }) => `${host.url}data/${path}`);
  assert.ok(opened.length > 2 && opened.every((url) => published.includes(url)), `files of that snapshot alone: ${opened}`);
  await host.stop();
  await open(page, host, old);
  await shows(page, OLD);
  await open(page, host, "cases/");
  await shows(page, next.asOf);
});

test("who puts it off is not asked again in this page, and has the old version whole", async ({ host, visit }) => {
  const { page } = await returning({ host, visit });
  await host.deploy(next.dist);
  await look(page);
  await bar(page).getByRole("button", { name: "あとで" }).click();
  await eventually(async () => assert.equal(await bar(page).textContent(), ""));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "main"));
  await host.stop();
  await page.getByRole("banner").getByRole("link", { name: "システム種別" }).click();
  await heading(page).waitFor();
  await shows(page, OLD);
});

test("of two windows one updates; the other says so and keeps what it shows until it is asked", async ({ host, visit }) => {
  const { context, page } = await returning({ host, visit });
  const other = await context.newPage();
  await open(other, host, "systems/");
  await host.deploy(next.dist);
  await look(page);
  for (const it of [page, other]) await bar(it).getByText("新しいデータがあります").waitFor();
  let loads = 0;
  other.on("framenavigated", () => (loads += 1));
  await bar(page).getByRole("button", { name: "更新して読み込み直す" }).click();
  await shows(page, next.asOf);
  await bar(other).getByText("別の画面で新しいデータに切り替わりました").waitFor();
  await shows(other, OLD);
  assert.equal(loads, 0, "never unasked");
  await bar(other).getByRole("button", { name: "読み込み直す" }).click();
  await shows(other, next.asOf);
});

test("two windows that both update end up new", async ({ host, visit }) => {
  const { context, page } = await returning({ host, visit });
  const other = await context.newPage();
  await open(other, host, "systems/");
  await host.deploy(next.dist);
  await look(page);
  const buttons = [page, other].map((it) => bar(it).getByRole("button", { name: "更新して読み込み直す" }));
  for (const button of buttons) await button.waitFor();
  await Promise.all(buttons.map((button) => button.click()));
  for (const it of [page, other]) await shows(it, next.asOf);
});

test("the first copy takes over windows that were opened while it was made, and nothing speaks of newer data", async ({ host, visit }) => {
  let goOn;
  const copied = new Promise((resolve) => (goOn = resolve));
  host.fault = (path) => (/\/map-47\./.test(path) ? async (response, { type, body, headers }) => {
    await copied;
    response.writeHead(200, { ...headers, "Content-Type": type }).end(body);
  } : undefined);
  const context = await visit();
  const [first, later] = [await context.newPage(), await context.newPage()];
  await open(first, host);
  await open(later, host, "data/");
  await open(first, host, "data/");
  for (const page of [first, later]) await offline(page).getByRole("progressbar").waitFor();
  goOn();
  for (const page of [first, later]) {
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await offline(page).getByText(`データ ${OLD} 版`).waitFor();
    assert.equal(await bar(page).textContent(), "");
  }
});

test("nothing speaks of newer data in windows that are opened one upon the other at a first visit", async ({ host, browser }) => {
  for (let visitors = 0; visitors < 8; visitors += 1) {
    const context = await browser.newContext({ serviceWorkers: "allow" });
    const first = await context.newPage();
    await open(first, host);
    // Opened while the worker comes to life: at one time or another of its making.
    const later = await context.newPage();
    await open(later, host, "cases/");
    for (const page of [first, later]) {
      await kept(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.evaluate(() => dispatchEvent(new CustomEvent("offline-do", { detail: "tell" })));
      assert.equal(await bar(page).textContent(), "");
    }
    await context.close();
  }
});

test("a copy that was taken away and is made again is no newer one", async ({ host, visit }) => {
  const { page } = await returning({ host, visit }, "data/");
  await offline(page).getByRole("button", { name: "端末から消す" }).click();
  await offline(page).getByText("端末に保存していません").waitFor();
  await offline(page).getByRole("button", { name: "端末に保存する" }).click();
  await offline(page).getByText(`データ ${OLD} 版`).waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
  assert.equal(await bar(page).textContent(), "");
});

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`a deployment of which one file ${name} changes nothing, until it is whole`, { tag: "@full" }, async ({ host, visit }) => {
    const { page } = await returning({ host, visit });
    await host.deploy(next.dist);
    let hit = 0;
    host.fault = (path) => {
      if (!/\/cases\.[0-9a-f]+\.json$/.test(path)) return undefined;
      hit += 1;
      return fault;
    };
    await look(page);
    await eventually(() => assert.ok(hit > 0, "the file was asked for"));
    // The new worker has given up.
    await eventually(async () => assert.equal(await page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()).installing), false));
    assert.equal(await bar(page).textContent(), "");
    await page.reload();
    await untilApp(page);
    await shows(page, OLD);
    host.fault = () => undefined;
    await look(page);
    await bar(page).getByText("新しいデータがあります").waitFor();
  });
}

test("a server that goes away during an update leaves the old version", async ({ host, visit }) => {
  const { page } = await returning({ host, visit });
  await host.deploy(next.dist);
  let asked;
  const reached = new Promise((done) => (asked = done));
  host.fault = (path) => {
    if (!path.startsWith("data/2027-01-15/")) return undefined;
    asked();
    return slowly;
  };
  await look(page);
  await reached;
  await host.stop();
  await page.reload();
  await untilApp(page);
  await shows(page, OLD);
  await main(page).getByRole("heading", { level: 1 }).waitFor();
});

test("a page of the old version whose program is gone from the server says so, and loads once it is there", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  host.fault = (path) => (/_bg\.wasm$/.test(path) ? FAULTS["answers 404"] : undefined);
  await page.goto(host.url);
  await untilApp(page, "failed");
  await page.getByText("プログラムを読み込めませんでした").waitFor();
  // The content that was sent with the page stays readable.
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  host.fault = () => undefined;
  await page.getByRole("button", { name: "もう一度読み込む" }).click();
  await untilApp(page);
});

test("a first visit during which a file breaks off works, says what it could not keep, and keeps it when asked again", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  host.fault = (path) => (/\/map-47\./.test(path) ? FAULTS["breaks off"] : undefined);
  await open(page, host, "data/");
  await offline(page).getByText("保存が途中で止まりました").waitFor();
  host.fault = () => undefined;
  await offline(page).getByRole("button", { name: "保存し直す" }).click();
  await offline(page).getByText("オフラインで閲覧できます").waitFor();
});

test("without room on the device the site works, and says what it could not keep", async ({ host, visit }) => {
  const context = await visit();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(host.url).origin, quotaSize: 500_000 });
  await open(page, host, "data/");
  await offline(page).getByText("空き容量が足りず、保存できませんでした").waitFor();
  await page.getByRole("banner").getByRole("link", { name: "事例一覧" }).click();
  await main(page).getByText(/^\d+件$/).first().waitFor();
});

test("over a line of 10 kB a second the page is read at once and says how far the program has come", async ({ host, visit }) => {
  const page = await (await visit()).newPage();
  let slow = true;
  host.fault = (path) => (slow && /_bg\.wasm$/.test(path) ? slowly : undefined);
  await page.goto(`${host.url}cases/${named}/`, { waitUntil: "commit" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const progress = page.getByRole("progressbar", { name: "読み込みの進み具合" });
  await eventually(async () => assert.ok((await progress.evaluate((bar) => bar.position)) > 0));
  slow = false;
  await page.reload();
  await untilApp(page);
});

test("what is on the device is the published site, not something in between", async ({ host, visit }) => {
  // The pages of the old deployment with the files of the new one: a deployment that was not finished.
  host.fault = (path) => (path.startsWith("data/2027-01-15/") ? FAULTS["answers 404"] : undefined);
  await host.deploy(next.dist);
  const page = await (await visit()).newPage();
  await page.goto(host.url);
  await untilApp(page, "failed");
  await page.getByRole("button", { name: "もう一度" }).first().waitFor();
  host.fault = () => undefined;
  await host.deploy(DIST);
  await open(page, host);
  await shows(page, OLD);
});
