// Starts the edition in one file: everything that the program would ask a server for lies compressed in the page.
// tools/single/build.mjs bundles this with the program's glue into one script.
import init from "program-glue";

const root = document.documentElement;
const held = new Map([...document.querySelectorAll("script[data-file]")].map((it) => [it.dataset.file, it]));
const TYPES = { js: "text/javascript", json: "application/json", wasm: "application/wasm", csv: "text/csv", ics: "text/calendar" };
const type = (path) => TYPES[path.split(".").pop()] ?? "text/plain";

async function bytes(path) {
  const packed = Uint8Array.from(atob(held.get(path).textContent), (it) => it.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(unpacked).arrayBuffer();
}

/** As a server answers; what was left out of this edition is gone, which the program can tell. */
async function answer(request) {
  const folder = new URL(".", document.baseURI).href;
  const { href } = new URL(request?.url ?? request, folder);
  const path = decodeURIComponent(href.slice(folder.length).split(/[?#]/)[0]);
  const response = held.has(path)
    ? new Response(await bytes(path), { headers: { "Content-Type": type(path) } })
    : new Response("", { status: 410 });
  return Object.defineProperty(response, "url", { value: href });
}

/** Links to files of the site, such as the catalog, save what the page holds. */
async function save(event) {
  const path = event.target.closest?.("a[href]")?.getAttribute("href") ?? "";
  if (event.defaultPrevented || !/^data\/|\.ics$/.test(path)) return;
  event.preventDefault();
  // The only way to say so that no page can miss; nothing is lost by it.
  if (!held.has(path)) return alert(root.dataset.absent);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await bytes(path)], { type: type(path) }));
  link.download = path.split("/").pop();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function showFailure(error) {
  console.error(error);
  root.dataset.app = "failed";
  const known = typeof WebAssembly === "object" && typeof DecompressionStream === "function";
  document.querySelector(`[data-reason="${known ? "start" : "unsupported"}"]`).hidden = false;
  document.getElementById("boot-detail").textContent = error.message;
  document.getElementById("boot-retry").addEventListener("click", () => location.reload());
  document.getElementById("boot-loading").hidden = true;
  document.getElementById("boot-failed").hidden = false;
}

async function start() {
  globalThis.fetch = answer;
  document.addEventListener("click", save);
  addEventListener("offline-do", ({ detail }) => {
    if (detail === "tell") dispatchEvent(new CustomEvent("offline-state", { detail: { state: "file" } }));
  });
  const charts = document.querySelector("meta[name=echarts-bundle]");
  const [program, bundle] = await Promise.all([bytes(root.dataset.program), bytes(charts.content)]);
  charts.content = URL.createObjectURL(new Blob([bundle], { type: "text/javascript" }));
  await init({ module_or_path: program });
}

start().catch(showFailure);
