// The service worker: keeps the whole site, of one version, so that it works without the server.
//
// `snapshot site` writes what belongs to the version in front of this file, as `self.version`
// (crates/snapshot/src/site/offline.rs): its id, the files with their checksums, how large they are, and of which date
// the data is.
// A new version is fetched whole beside the old one and waits until a page asks for it; if any file is missing
// or is not the one that the version names, nothing changes.
import { cacheNames, setCacheNameDetails } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

const { scope } = self.registration;
// The names end in the scope, so that two sites of one host do not share them.
setCacheNameDetails({ prefix: "joint-procurement", suffix: scope });
const SNAPSHOTS = cacheNames.runtime;
const SHELL = "shell.html";

const precache = new PrecacheController({
  plugins: [
    {
      handlerDidComplete: async ({ error, event }) => {
        if (error || event.type !== "install") return;
        saved += 1;
        await tellPages({ saving: { done: saved, total: self.version.files.length } });
      },
    },
  ],
});
let saved = 0;
precache.addToCacheList(self.version.files);

self.addEventListener("install", (event) => {
  const installed = precache.install(event).catch(async (error) => {
    await tellPages({ failed: error.name === "QuotaExceededError" ? "quota" : "network" });
    throw error;
  });
  event.waitUntil(installed);
});

self.addEventListener("activate", (event) => {
  // The page of the first visit is served from here on as well.
  event.waitUntil(precache.activate(event).then(() => self.clients.claim()));
});

/** To all windows of the site, also those that loaded before there was a worker. */
async function tellPages(message) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage(message);
}

/** The files of the version that are not there: browsers may take away what is kept when room is short. */
async function missing() {
  const cache = await caches.open(cacheNames.precache);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  return self.version.files.filter(({ url }) => !kept.has(precache.getCacheKeyForURL(url)));
}

async function state() {
  const { id, bytes, as_of } = self.version;
  return { state: "saved", id, bytes, asOf: as_of, missing: (await missing()).length };
}

/** Fetches what is missing, as far as it comes. */
async function repair() {
  const cache = await caches.open(cacheNames.precache);
  try {
    for (const { url, integrity } of await missing()) {
      const response = await fetch(url, { integrity, cache: "reload" });
      if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
      await cache.put(precache.getCacheKeyForURL(url), response);
    }
  } catch (error) {
    return { state: "failed", reason: error.name === "QuotaExceededError" ? "quota" : "network" };
  }
  return state();
}

const answers = { STATE: state, REPAIR: repair };

self.addEventListener("message", (event) => {
  if (event.data === "SKIP_WAITING" || event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
  const answer = answers[event.data?.type];
  if (answer) event.waitUntil(answer().then((state) => event.ports[0]?.postMessage(state)));
});

/**
 * The page for every address: it has no content of its own, which the program adds, and stands at the scope
 * whatever the depth of the address. Pages that the server sends may be of another version.
 */
async function page({ request, url }) {
  const shell = await precache.matchPrecache(SHELL);
  // The shell was taken away by the browser, or only the server knows which page it has at such an address.
  if (!shell || capitals.test(url.pathname.slice(new URL(scope).pathname.length))) {
    const answer = await fetch(request).catch(() => undefined);
    if (answer || !shell) return answer ?? Response.error();
  }
  const html = (await shell.text()).replace('<base href="./"', `<base href="${scope}"`);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** A page is a folder or its file; what has another ending is a file, such as a table that is saved. */
const isPage = /^[^?]*\/(?:index\.html|[^/.?]*)(?:\?.*)?$/i;
/** The site has none, but some servers do not mind them. */
const capitals = /[A-Z]/;
registerRoute(new NavigationRoute(page, { allowlist: [isPage] }));
// No query ever changes a file.
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./], directoryIndex: null, cleanURLs: false }));

/** Other snapshots, which never change, stay once they were opened. */
const snapshot = new RegExp(`^${scope.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}data/(?!source/)[^/]+/[^/]+\\.json$`);
/** A kept file that is not as the catalog says is asked for past all caches (src/data/fetch.rs), this one too. */
const pastCaches = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => (request.cache === "reload" ? null : cachedResponse),
};
registerRoute(snapshot, new CacheFirst({ cacheName: SNAPSHOTS, plugins: [pastCaches] }));
