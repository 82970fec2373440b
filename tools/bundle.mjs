// Bundles what is not Rust, before trunk looks at index.html (Trunk.toml, pre_build):
//   assets/css/main.css     -> target/web/app.css
//   assets/echarts/entry.js -> target/web/echarts/echarts.js, beside its licences
//   assets/offline/         -> target/web/sw.js and target/web/offline.js
// The packages that it needs from npm it installs itself (tools/packages.mjs).
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { install } from "./packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "target/web");
const require = createRequire(import.meta.url);
const packageFolder = (name) => join(root, "tools/node_modules", name);

try {
  install(join(root, "tools"));
} catch (error) {
  console.error(`bundle: ${error.message}`);
  process.exit(1);
}
// Only now is it there for certain.
const { build } = await import("esbuild");

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: "utf8",
  // The oldest browsers that run the WebAssembly which rustc 1.95 writes, and a little newer.
  target: ["chrome105", "edge105", "firefox110", "safari16"],
  logLevel: "warning",
};

const css = build({
  ...shared,
  entryPoints: ["assets/css/main.css"],
  outfile: join(out, "app.css"),
  // Small pictures in style sheets travel with them: no further request, nothing to hash.
  loader: { ".svg": "dataurl" },
  legalComments: "inline",
});

const version = (name) => require(`${name}/package.json`).version;

const charts = build({
  ...shared,
  entryPoints: ["assets/echarts/entry.js"],
  outfile: join(out, "echarts/echarts.js"),
  format: "iife",
  // The entry lies in assets/, its packages in tools/.
  nodePaths: [join(root, "tools/node_modules")],
  // ECharts' own headers are plain comments, which a minifier drops; this one says what is owed.
  banner: {
    js: `/*! Apache ECharts ${version("echarts")} (Apache-2.0), zrender ${version("zrender")} (BSD-3-Clause), tslib (0BSD), cut down to the parts in use. Licences: LICENSES.txt beside this file. */`,
  },
  legalComments: "inline",
});

/** The service worker and the page's side of it, with the parts of Workbox that they use. */
const offline = build({
  ...shared,
  entryPoints: { sw: "assets/offline/sw.js", offline: "assets/offline/page.js" },
  outdir: out,
  format: "iife",
  nodePaths: [join(root, "tools/node_modules")],
  define: { "process.env.NODE_ENV": '"production"' },
  banner: { js: `/*! Workbox ${version("workbox-core")} (MIT), Copyright Google LLC, cut down to the parts in use. */` },
  legalComments: "none",
});

/** The licence texts that go along with the bundle wherever the site is copied. */
async function licences() {
  const files = ["echarts/NOTICE", "echarts/LICENSE", "echarts/licenses/LICENSE-d3", "zrender/LICENSE"];
  const texts = files.map(async (file) => {
    const text = await readFile(packageFolder(file), "utf8");
    return `===== ${file} =====\n\n${text.trim()}\n`;
  });
  await mkdir(join(out, "echarts"), { recursive: true });
  await writeFile(join(out, "echarts/LICENSES.txt"), (await Promise.all(texts)).join("\n"));
}

async function report(file) {
  const bytes = await readFile(join(out, file));
  const kb = (n) => `${(n / 1000).toFixed(1)} kB`;
  console.log(`bundle: target/web/${file}  ${kb(bytes.length)}, brotli ${kb(brotliCompressSync(bytes).length)}`);
}

try {
  await Promise.all([css, charts, offline, licences()]);
  await report("app.css");
  await report("echarts/echarts.js");
  await report("offline.js");
  await report("sw.js");
} catch (error) {
  // esbuild has printed file and line of its own errors; anything else must be seen too.
  if (!error.errors) console.error(error);
  console.error("bundle: failed");
  process.exit(1);
}
