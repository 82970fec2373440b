// Puts the parts of the program that are fetched later beside the others, and their names into the page:
// `snapshot site` preloads them where a page begins with them (Trunk.toml, post_build).
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const parts = join(root, "target/web/parts");
const staging = process.env.TRUNK_STAGING_DIR;
cpSync(parts, staging, { recursive: true });

const page = join(staging, "index.html");
const html = readFileSync(page, "utf8");
const metas = readdirSync(parts).map((name) => `<meta name="app-part" content="./${name}">`);
const placed = html.replace(/<meta name="app-module" [^>]*data-wasm=[^>]*>/, (module) => [module, ...metas].join("\n    "));
if (placed === html && metas.length > 0) throw new Error("index.html has no <meta name=app-module>");
writeFileSync(page, placed);
