// The page's side of the service worker (sw.js): registers it once the page is complete, and tells the
// application how it stands. Both talk by events of the window, so that neither needs the other to be there:
//
//   "offline-state"   to the application; `detail` is one of
//                     { state: "unsupported" } { state: "off" } { state: "saving", done, total }
//                     { state: "saved", bytes, asOf, missing } { state: "failed", reason: "quota" | "network" },
//                     with `update: "none" | "waiting" | "taken"`, and after "refresh" `check: "latest" | "failed"`
//   "offline-do"      from it; `detail` is "tell", "refresh", "remove", "allow" or "update"
import { Workbox } from "workbox-window";

/** Kept where the reader has taken the copy away, and so does not want another. */
const REFUSED = "joint-procurement.offline";
const HOUR = 60 * 60 * 1000;

const base = new URL(".", document.baseURI).href;
let told = { state: "unsupported" };
let update = "none";
let asked = false;
let worker;
/** The worker that this window reads from, and the id of its version once it has told that. */
let controller;
let version;

function tell(state = told) {
  told = state;
  dispatchEvent(new CustomEvent("offline-state", { detail: { ...told, update } }));
}

/** Preferences may be refused by the browser, which then keeps nothing else either. */
const preference = {
  refused() {
    try {
      return localStorage.getItem(REFUSED) === "no";
    } catch {
      return false;
    }
  },
  set(refused) {
    try {
      if (refused) localStorage.setItem(REFUSED, "no");
      else localStorage.removeItem(REFUSED);
    } catch {
      // Asked again next time.
    }
  },
};

/** Tells what the active worker answers; nothing where there is none. */
async function ask(type) {
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (!registration?.active) return undefined;
  tell(await answer(registration.active, type));
  return told;
}

function answer(worker, type) {
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((done) => (port1.onmessage = ({ data }) => done(data)));
  worker.postMessage({ type }, [port2]);
  return answered;
}

/** Takes note of the worker that this window reads from now; gives the id of its version. */
function noteController() {
  controller = navigator.serviceWorker.controller;
  return controller && answer(controller, "STATE").then(({ id }) => (version = id));
}

/** Asks the worker what it has kept. */
const tellSaved = () => ask("STATE");

async function start() {
  if (!("serviceWorker" in navigator) || !globalThis.caches) return tell({ state: "unsupported" });
  if (preference.refused()) {
    // The page that took it away may have put something back on its last way.
    await forget().catch(() => {});
    return tell({ state: "off" });
  }
  worker = new Workbox(new URL("sw.js", base).href, { scope: base });
  worker.addEventListener("waiting", async () => {
    const registration = await navigator.serviceWorker.getRegistration(base);
    // The first version waits as well, for a moment.
    if (!registration?.waiting || !registration.active) return;
    update = "waiting";
    tell();
  });
  noteController();
  worker.addEventListener("controlling", async () => {
    const [before, older] = [controller, version];
    const newer = await noteController();
    // The first version takes over the windows that were opened while it was fetched, and there it is not "activated".
    // Those that were opened while it was activated have it already. A copy that was removed comes back as it was.
    if (!before || before === controller || newer === older) return void tellSaved();
    if (asked) return location.reload();
    // Another window has asked; this one still shows what it has.
    update = "taken";
    tell();
  });
  worker.addEventListener("activated", tellSaved);
  try {
    const registration = await worker.register({ immediate: true });
    if (registration.active) await tellSaved();
    else if (told.state !== "saving") tell({ state: "saving", done: 0, total: 0 });
  } catch {
    // Where there is an older copy it goes on.
    if (await navigator.serviceWorker.getRegistration(base).catch(() => undefined)) await tellSaved();
    else tell({ state: "failed", reason: "network" });
  }
}

/** Tells how far the first copy has come. A later version is fetched without a word, until it is whole. */
navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (update !== "none" || told.state === "saved") return;
  if (data?.saving) tell({ state: "saving", ...data.saving });
  if (data?.failed) tell({ state: "failed", reason: data.failed });
});

const commands = {
  tell: () => tell(),
  /** Fetches what is new or missing. */
  async refresh() {
    if (told.state === "saved" && told.missing === 0) {
      const check = await worker.update().then(() => "latest", () => "failed");
      const registration = await navigator.serviceWorker.getRegistration(base);
      // A version that is found waits, and is told by itself.
      if (registration?.installing || registration?.waiting) return;
      return tell({ ...told, check });
    }
    // Files that the browser has taken away of a version that runs are put back into it.
    if (await ask("REPAIR")) return undefined;
    await forget();
    return start();
  },
  async remove() {
    preference.set(true);
    await forget();
    tell({ state: "off" });
  },
  async allow() {
    preference.set(false);
    await start();
    // Windows that are still open keep the worker alive, which has nothing any more.
    if (told.missing > 0) await ask("REPAIR");
  },
  update() {
    asked = true;
    if (update === "taken") location.reload();
    else worker?.messageSkipWaiting();
  },
};

async function forget() {
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.unregister();
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith("joint-procurement") && name.endsWith(base));
  await Promise.all(own.map((name) => caches.delete(name)));
}

addEventListener("offline-do", ({ detail }) => commands[detail]?.());

// A window that stays open for days hears of new data when it is looked at again.
let last = Date.now();
document.addEventListener("visibilitychange", () => {
  if (document.hidden || Date.now() - last < HOUR) return;
  last = Date.now();
  worker?.update().catch(() => {});
});
// A copy that broke off without a network goes on with it.
addEventListener("online", () => {
  if (told.state === "failed") start();
});

/** The page comes first: whatever it needs itself is on its way before all else is fetched. */
const root = document.documentElement;
function startWhenReady() {
  if (root.dataset.app !== "ready") return;
  watch.disconnect();
  start();
}
const watch = new MutationObserver(startWhenReady);
// A card in the page of another leaves nothing on the device (assets/theme.js).
if (!root.hasAttribute("data-embed")) {
  watch.observe(root, { attributeFilter: ["data-app"] });
  startWhenReady();
}
