// Starts the app: fetches the WebAssembly with a progress bar, hands it to wasm-bindgen's glue, and
// says what happened when that fails. A file of its own and not a script inside the page, because the
// Content-Security-Policy allows no inline script.
//
// Every address is relative to document.baseURI, so this works in each route's page, in 404.html and
// under any path. The app itself takes the place of #app-shell and sets data-app="ready".

const root = document.documentElement;
const byId = (id) => document.getElementById(id);

/** A failure whose explanation stands in the page: `[data-reason]` in #boot-failed. */
class Failure extends Error {
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/**
 * The page says what it has to say without the program, which therefore is asked for only when that is on the
 * screen: on a slow line both together would make it wait. A page in the background is not painted, and of one that shows
 * a single card there may be nothing to paint before.
 */
const painted = () =>
  new Promise((done) => {
    if (document.hidden || root.hasAttribute("data-embed")) return done();
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, 3000); // whatever holds it up
  });

/** All that a start needs, at once and not each when the one before it has come. */
function askForAll() {
  const template = byId("after-paint");
  if (template) document.head.append(template.content.cloneNode(true));
}

/** `cache` is that of `fetch`: what did not come whole is asked for once more, past the caches on the way. */
async function start(cache = "default") {
  const meta = document.querySelector('meta[name="app-module"]');
  if (!meta) throw new Failure("start", 'no <meta name="app-module">');
  if (typeof WebAssembly !== "object") throw new Failure("unsupported", "no WebAssembly");

  const address = (path) => new URL(path, document.baseURI).href;
  const glue = import(address(meta.content)).catch((error) => {
    throw new Failure("download", error.message);
  });
  const { wasm: program, wasmBytes, wasmIntegrity } = meta.dataset;
  const wasm = download(address(program), Number(wasmBytes), wasmIntegrity, cache);
  const [{ default: init }, { response, progress }] = await Promise.all([glue, wasm]);
  try {
    // Compiles while it downloads.
    const module = await WebAssembly.compileStreaming(response);
    // A task of its own: a slow phone answers in between.
    await new Promise((next) => setTimeout(next));
    // Returns when `main` has run.
    await init({ module_or_path: module });
  } catch (error) {
    if (progress.broken && cache !== "reload") return start("reload");
    const arrived = !progress.broken || (await isRefused(error, address(program), wasmIntegrity));
    throw new Failure(arrived ? "start" : "download", String(error));
  }
}

/**
 * Tells if the browser does not understand a program that came whole. An old one gives up at the first
 * unknown byte, before the end is there to be held against the checksum.
 */
async function isRefused(error, url, integrity) {
  if (!(error instanceof WebAssembly.CompileError)) return false;
  const response = await fetch(url, { credentials: "same-origin" }).catch(() => undefined);
  return Boolean(response?.ok) && isWhole([await response.arrayBuffer()], integrity);
}

/**
 * The response, counted on its way through. `size` is the file's size where the page says it
 * (data-wasm-bytes); otherwise Content-Length, which is of no use when the server compresses. A response
 * without the checksum that the page says (data-wasm-integrity) breaks off before its end, so that it
 * never runs. Not `integrity` of `fetch`: that one holds everything back until all is there, and has the
 * browser fetch again what the page has preloaded.
 */
async function download(url, size, integrity, cache) {
  const progress = { broken: true };
  let response;
  try {
    response = await fetch(url, { credentials: "same-origin", cache });
  } catch (error) {
    throw new Failure("download", `${error.message}: ${url}`);
  }
  if (!response.ok) throw new Failure("download", `HTTP ${response.status}: ${url}`);

  const plain = !response.headers.get("Content-Encoding");
  const total = size || (plain && Number(response.headers.get("Content-Length"))) || 0;
  const bar = byId("boot-progress");
  let loaded = 0;
  const chunks = [];
  const counter = new TransformStream({
    transform(chunk, out) {
      loaded += chunk.byteLength;
      if (bar && total) bar.value = Math.min(loaded / total, 1);
      if (integrity) chunks.push(chunk.slice());
      out.enqueue(chunk);
    },
    async flush() {
      if (!(await isWhole(chunks, integrity))) throw new Error(`SHA-384 differs: ${url}`);
      progress.broken = false;
    },
  });
  // Not the server's type: some intranet servers do not know .wasm, and browsers insist on it.
  const headers = { "Content-Type": "application/wasm" };
  return { response: new Response(response.body.pipeThrough(counter), { headers }), progress };
}

/** Browsers count checksums on https alone; over http whoever changes the file can change the page as well. */
async function isWhole(chunks, integrity) {
  if (!integrity || !globalThis.crypto?.subtle) return true;
  const digest = await crypto.subtle.digest("SHA-384", await new Blob(chunks).arrayBuffer());
  return integrity === `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** In the page of another: the way to the page that has the card. */
function wholePage() {
  const link = document.createElement("a");
  const page = new URL(location.href);
  page.searchParams.delete("embed");
  page.hash = root.dataset.embed;
  Object.assign(link, { className: "button", href: page.href, target: "_blank", rel: "noopener", textContent: "もとのページを見る（新規タブで開きます）" });
  link.dataset.variant = "secondary";
  return link;
}

function showFailure(error) {
  console.error(error);
  if (root.dataset.app === "ready") return; // the app is there and tells its own failures
  root.dataset.app = "failed";

  const section = byId("boot-failed");
  if (!section) return;
  let reason = error.reason ?? "start";
  if (reason === "download" && navigator.onLine === false) reason = "offline";
  for (const text of section.querySelectorAll("[data-reason]")) {
    text.hidden = text.dataset.reason !== reason;
  }
  byId("boot-detail").textContent = error.message;
  byId("boot-retry").addEventListener("click", () => location.reload());
  if (root.hasAttribute("data-embed")) byId("boot-retry").after(wholePage());
  byId("boot-loading").hidden = true;
  section.hidden = false;
  byId("boot-failed-heading").focus();
}

if (root.dataset.app !== "ready") {
  painted()
    .then(askForAll)
    .then(() => start())
    .catch(showFailure);
}
