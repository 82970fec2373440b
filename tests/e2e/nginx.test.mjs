// The recipe for nginx in docs/hosting.md, run as it stands there: at the root of a host and under a path.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { eventually, untilApp } from "./support/browser.mjs";
import { catalog, ROOT, snapshot } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { heading } from "./support/parts.mjs";
import { documented, manyOfPrefecture, manyOfSystem } from "./support/samples.mjs";

const DIST = join(ROOT, "dist");
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const hasBrotli = existsSync(BROTLI);
const served = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length).replace(/^\/+/, ""))
  .filter((path) => !/\.(br|gz)$/.test(path) && !/^[._]/.test(path))
  .sort();
const hashed = served.find((path) => /^app-.*_bg\.wasm$/.test(path));

/** The recipe's files by name, from the comment in the first line of each. */
const recipe = Object.fromEntries(
  [...readFileSync(join(ROOT, "docs/hosting.md"), "utf8").matchAll(/^```nginx\n# \/etc\/nginx\/(\S+)\n([^]*?)^```$/gm)].map(
    ([, name, text]) => [name, text],
  ),
);

/** The text with `from`, which must stand in it, replaced. */
function replaced(text, from, to) {
  assert.ok(text.includes(from), `the recipe says ${from}`);
  return text.replaceAll(from, to);
}

/** The base of the site in each of the recipe's servers. */
const SERVERS = { "sites-enabled/dashboard": "/", "sites-enabled/portal": "/tools/dashboard/" };
let folder, nginx;
let said = "";
const ports = {};

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const program = process.env.NGINX || "nginx";
  // Debian keeps it where only root looks.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  try {
    execFileSync(program, ["-v"], { env, stdio: "ignore" });
  } catch (error) {
    throw new Error(`nginx does not run (${error.code ?? error.message}). Install it: tools/setup.sh test as root, or apt-get install nginx; or set NGINX to the program.`);
  }
  let snippet = recipe["snippets/dashboard.conf"];
  if (hasBrotli) snippet = replaced(snippet, "#brotli_static", "brotli_static");
  mkdirSync(join(folder, "snippets"));
  writeFileSync(join(folder, "snippets/dashboard.conf"), snippet);
  const servers = [];
  for (const [name, base] of Object.entries(SERVERS)) {
    ports[base] = await freePort();
    const text = replaced(recipe[name], "listen 80;", `listen 127.0.0.1:${ports[base]};`);
    servers.push(replaced(text, "/srv/dashboard", DIST.replace(/\/$/, "")));
  }
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  const config = `${hasBrotli ? `load_module ${BROTLI};` : ""}
    daemon off; master_process off; pid ${folder}/pid; error_log stderr;
    events {}
    http { access_log off; ${temporary.join(" ")}
    ${recipe["conf.d/dashboard-cache.conf"]} ${servers.join("\n")} }`;
  writeFileSync(join(folder, "nginx.conf"), config);
  nginx = spawn(program, ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")], { env, stdio: ["ignore", "ignore", "pipe"] });
  nginx.stderr.on("data", (text) => (said += text));
  await eventually(async () => {
    assert.equal(nginx.exitCode, null, `nginx has ended: ${said}`);
    await ask("/", "");
    await ask("/tools/dashboard/", "");
  });
});

test.afterAll(async () => {
  if (nginx && nginx.exitCode === null) {
    const ended = new Promise((done) => nginx.once("exit", done));
    nginx.kill("SIGTERM");
    await ended;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const url = (base, path) => `http://127.0.0.1:${ports[base]}${base}${path}`;

/** Asks without a client that unpacks, follows or guesses. */
function ask(base, path, headers = {}) {
  return new Promise((done, failed) => {
    get(url(base, path), { headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", failed);
  });
}

/** The rules of `_headers`: two hosts by two means shall send the same. */
const rules = readFileSync(join(DIST, "_headers"), "utf8")
  .split(/^(?=\/)/m)
  .map((rule) => {
    const [pattern, ...lines] = rule.trimEnd().split("\n");
    return { pattern, headers: Object.fromEntries(lines.map((line) => line.trim().match(/^([^:]+): (.*)$/)).map(([, name, value]) => [name.toLowerCase(), value])) };
  });
const fits = (pattern, address) => (pattern.endsWith("*") ? address.startsWith(pattern.slice(0, -1)) : address === pattern);
const caching = (path) => rules.filter(({ pattern }) => fits(pattern, `/${path}`)).map(({ headers }) => headers["cache-control"]).find(Boolean);

const security = Object.entries(rules.find(({ pattern }) => pattern === "/*").headers);

function isSecured(headers, what) {
  for (const [name, value] of security) {
    if (name === "content-security-policy") {
      assert.equal(headers[name], undefined, `${what}: it stands in the pages`);
    } else {
      assert.equal(headers[name], value, `${what}: ${name}`);
    }
  }
  assert.equal(headers["x-frame-options"], undefined, `${what}: every site may show it in a frame`);
}

const DEEP = ["", "about/", "cases/", `cases/${documented}/`, "cases/?pref=27&view=table", "compare/", `compare/?ids=${documented}`];
DEEP.push("systems/", `systems/${manyOfSystem}/`, "prefectures/", `prefectures/${manyOfPrefecture}/`, "data/", "faq/");

for (const base of Object.values(SERVERS)) {
  test(`each kind of deep link below ${base} answers 200, asked for anew each time`, { tag: "@full" }, async () => {
    for (const path of DEEP) {
      const { status, headers, body } = await ask(base, path);
      assert.equal(status, 200, path);
      assert.equal(headers["content-type"], "text/html; charset=utf-8", path);
      assert.equal(headers["cache-control"], "no-cache", path);
      assert.ok(headers.etag && headers["last-modified"], `${path}: can be asked for anew`);
      isSecured(headers, path);
      assert.ok(body.equals(readFileSync(join(DIST, path.split("?")[0], "index.html"))), path);
    }
    const { status, headers } = await ask(base, "cases?pref=27");
    assert.deepEqual([status, headers.location], [301, `${base}cases/?pref=27`], "a folder without its slash");
  });

  test(`every file below ${base} is there, with its type and as long as _headers says`, { tag: "@full" }, async () => {
    const types = { csv: "text/csv; charset=utf-8", ics: "text/calendar; charset=utf-8", css: "text/css; charset=utf-8", html: "text/html; charset=utf-8" };
    Object.assign(types, { js: "text/javascript; charset=utf-8", json: "application/json", svg: "image/svg+xml" });
    Object.assign(types, { jsonl: "application/jsonl; charset=utf-8", wasm: "application/wasm", xml: "application/xml" });
    Object.assign(types, { webmanifest: "application/manifest+json", png: "image/png", webp: "image/webp" });
    for (const ending of ["md", "toml", "txt"]) types[ending] = "text/plain; charset=utf-8";
    assert.ok(served.length > 400 && hashed, "a built site");
    for (const path of served) {
      const { status, headers } = await ask(base, path);
      assert.equal(status, 200, path);
      assert.equal(headers["content-type"], types[path.split(".").at(-1)] ?? assert.fail(path), path);
      assert.equal(headers["cache-control"], caching(path) ?? assert.fail(path), path);
    }
    assert.match(caching(hashed), /immutable/);
    assert.match(caching(`data/${snapshot.files[0].path}`), /immutable/);
    for (const path of ["data/catalog.json", `data/${catalog.source_files[0].path}`]) assert.equal(caching(path), "no-cache");
  });

  test(`compressed copies below ${base} are sent to who asks for them, with the type of the file`, { tag: "@full" }, async () => {
    for (const path of [hashed, "", "data/catalog.json", "data/source/cases.jsonl", `data/${snapshot.files[0].path}`]) {
      const plain = await ask(base, path);
      assert.equal(plain.headers["content-encoding"], undefined, path);
      const packed = await ask(base, path, { "Accept-Encoding": "gzip" });
      assert.equal(packed.headers["content-encoding"], "gzip", path);
      assert.match(packed.headers.vary, /Accept-Encoding/i, path);
      for (const name of ["content-type", "cache-control"]) assert.equal(packed.headers[name], plain.headers[name], path);
      isSecured(packed.headers, path);
      assert.ok(gunzipSync(packed.body).equals(plain.body), path);
      assert.ok(packed.body.length < plain.body.length, path);
      const best = await ask(base, path, { "Accept-Encoding": "gzip, br" });
      assert.equal(best.headers["content-encoding"], hasBrotli ? "br" : "gzip", path);
      if (!hasBrotli) continue;
      assert.ok(brotliDecompressSync(best.body).equals(plain.body), path);
      assert.ok(best.body.length < packed.body.length, path);
    }
  });

  test(`an unknown address below ${base} answers 404 with the site's page, kept by nobody`, { tag: "@full" }, async () => {
    const page = readFileSync(join(DIST, "404.html"));
    for (const path of ["nothing", "nothing/", "cases/nothing/here/", "app-0123456789abcdef.js", "data/x.0123456789ab.json", "a%2Fb"]) {
      const { status, headers, body } = await ask(base, path);
      assert.equal(status, 404, path);
      assert.equal(headers["cache-control"], "no-cache", path);
      assert.equal(headers["content-type"], "text/html; charset=utf-8", path);
      isSecured(headers, path);
      assert.ok(body.equals(page), path);
    }
  });

  test(`below ${base} the page and the one for unknown addresses work in a browser`, { tag: "@full" }, async ({ page, expectProblem, allowOutsideBase }) => {
    // The watch knows another server; nothing but this one may be asked, and only the last page is missing.
    allowOutsideBase(new RegExp(`^http://127\\.0\\.0\\.1:${ports[base]}/`));
    assert.equal((await page.goto(url(base, `cases/${documented}/`))).status(), 200);
    await untilApp(page);
    assert.equal(await heading(page).count(), 1);
    expectProblem(/status of 404/);
    assert.equal((await page.goto(url(base, "cases/nothing/here/"))).status(), 404);
    await untilApp(page);
    assert.equal(await heading(page).innerText(), "ページが見つかりません");
    assert.ok(await page.getByRole("navigation", { name: "メインメニュー" }).isVisible());
  });
}
