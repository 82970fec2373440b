// The edition in one file, for PCs that reach no network: dist/ as a page that holds everything, opened from a disk.
//
//   node tools/single/build.mjs [--dist dist] [--out dist-single] [--pref 31]
//
// With a prefecture the maps of municipalities are those of it and its neighbours, and the tables behind the data
// are left out; every case stays in, because all counts and comparisons are made of them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { constants, deflateRawSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const { build } = createRequire(join(here, "../package.json"))("esbuild");
/** Mail systems and reviewers of USB sticks have limits. */
const LIMIT = 3_000_000;
const ABSENT = "このファイルは、1つのファイルにまとめた版には入っていません。サイトのデータのページから保存してください。";

const { values } = parseArgs({
  options: { dist: { type: "string", default: "dist" }, out: { type: "string", default: "dist-single" }, pref: { type: "string", default: "" } },
});
const { dist, out, pref } = values;
const read = (path) => readFileSync(join(dist, path));
const text = (path) => read(path).toString();
const fail = (message) => {
  console.error(`single: ${message}`);
  process.exit(1);
};

let page;
try {
  page = text("shell.html");
} catch {
  fail(`There is no ${dist}/shell.html. Run "make build" first.`);
}
/** The only value that the pattern finds in the page. */
function named(what, pattern) {
  const found = page.match(pattern);
  if (!found) fail(`${dist}/shell.html names no ${what}`);
  return found[1].replace(/^\.\//, "");
}

const catalog = JSON.parse(text("data/catalog.json"));
const snapshot = catalog.snapshots.find(({ id }) => id === catalog.default);
const fileOf = (stem) => `data/${snapshot.files.find(({ path }) => path.startsWith(`${snapshot.id}/${stem}.`)).path}`;

/** The prefectures whose maps are in; all where none was asked for. */
function prefectures() {
  if (!pref) return undefined;
  const { prefectures } = JSON.parse(text(fileOf("prefectures")));
  const own = prefectures.find(({ code }) => code === pref);
  if (!own) fail(`PREF wants the two digits of a prefecture, 01 to 47, not "${pref}".`);
  const codes = [pref, ...own.neighbours, ...own.crossings.map(({ prefecture }) => prefecture)];
  return prefectures.filter(({ code }) => codes.includes(code));
}

/** The files below a folder of dist/, without compressed copies. */
function below(folder) {
  const paths = readdirSync(join(dist, folder), { recursive: true }).map((path) => join(folder, path.toString()));
  const files = paths.filter((path) => statSync(join(dist, path)).isFile() && !/\.(br|gz)$/.test(path));
  return files.map((path) => relative(".", path).split(sep).join("/")).sort();
}

const [glue, program, charts] = [
  named("glue", /name="app-module"[^>]*content="([^"]+)"/),
  named("program", /data-wasm="([^"]+)"/),
  named("chart bundle", /name="echarts-bundle"[^>]*content="([^"]+)"/),
];
const only = prefectures();
const map = /\/map-(\d\d)\./;
const dataOf = ({ files }) => files.map(({ path }) => `data/${path}`).filter((path) => {
  const of = path.match(map)?.[1];
  return !only || !of || only.some(({ code }) => code === of);
});
// What the folder holds beside the listed tables is not for the public: a workbook in work, a copy kept by an editor.
const listed = catalog.source_files.map(({ path }) => `data/${path}`).filter((path) => !path.startsWith("data/source/maps/"));
const tables = only ? [] : [...listed, ...below("data/schema").filter((path) => path.endsWith(".schema.json"))];
// There is none where nothing is to come.
const calendar = ["schedule.ics"].filter((path) => existsSync(join(dist, path)));
const files = [program, charts, "data/catalog.json", ...calendar, ...dataOf(snapshot), ...tables];

const bundled = await build({
  entryPoints: [join(here, "start.js")],
  bundle: true,
  write: false,
  minify: true,
  charset: "utf8",
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  alias: { "program-glue": resolve(dist, glue) },
});

/** Inside a page, where `</script` would end it. */
const script = (code) => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const starts = script(bundled.outputFiles[0].text);
const theme = script(text(named("theme script", /<script[^>]*src="([^"]*theme[^"]+)"/)));
const old = script(text(named("script for old browsers", /<script[^>]*src="([^"]*old-browser[^"]+)"/)));
const style = text(named("style sheet", /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/)).replaceAll("</style", "<\\/style");
const icon = `data:image/svg+xml;base64,${read(named("icon", /<link[^>]*rel="icon"[^>]*href="([^"]+)"/)).toString("base64")}`;
const body = named("body", /<body>([\s\S]*)<\/body>/);
const title = named("title", /<title>([^<]*)<\/title>/);
const metas = page.match(/<meta name="(?:viewport|theme-color|color-scheme)"[^>]*>/g).join("\n    ");

const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
// No word for connections: the browser itself refuses any request.
const policy = [
  "default-src 'none'",
  `script-src ${[theme, old, starts].map(hash).join(" ")} 'wasm-unsafe-eval' blob:`,
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const pack = (path) => deflateRawSync(read(path), { level: constants.Z_BEST_COMPRESSION }).toString("base64");
const hold = (path) => `<script type="application/octet-stream" data-file="${path}">${pack(path)}</script>`;
const attributes = only ? ` data-only="${only.map(({ name }) => name).join("・")}"` : "";

const written = (held) => `<!doctype html>
<html lang="ja" data-app="loading" data-edition="file" data-program="${program}" data-absent="${ABSENT}"${attributes}>
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    ${metas}
    <title>${title}</title>
    <meta name="echarts-bundle" content="${charts}">
    <link rel="icon" href="${icon}">
    <style>${style}</style>
    <script>${theme}</script>
  </head>
  <body>${body}
${held.join("\n")}
<script type="module">${starts}</script>
<script nomodule>${old}</script>
  </body>
</html>
`;

const name = ["joint-procurement", snapshot.as_of, pref].filter(Boolean).join("-");
const held = files.map(hold);
// An address may name an earlier snapshot. The edition of one prefecture is made to be small.
for (const earlier of only ? [] : catalog.snapshots.filter((it) => it !== snapshot)) {
  const more = dataOf(earlier).map(hold);
  if (Buffer.byteLength(written([...held, ...more])) <= LIMIT) held.push(...more);
}
const html = written(held);
const size = Buffer.byteLength(html);
if (size > LIMIT) fail(`${size} bytes are more than ${LIMIT}.`);
mkdirSync(out, { recursive: true });
const file = join(out, `${name}.html`);
writeFileSync(file, html);
console.log(`${file}: ${size.toLocaleString("en")} bytes, data of ${snapshot.as_of}${only ? `, maps of ${only.map(({ code }) => code).join(", ")}` : ""}`);
