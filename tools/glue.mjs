// After trunk's build, before its files go to dist/ (Trunk.toml, post_build): makes wasm-bindgen's script small, and
// gives it and the program names by what they contain. trunk names both by what the compiler gave out, before
// wasm-bindgen, wasm-opt and this: another version of one of these would put other bytes under a name that browsers
// keep for ever.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile } = process.env;
const page = join(staging, "index.html");

const digest = (kind, bytes, form) => createHash(kind).update(bytes).digest(form);
const named = (bytes, ending) => `app-${digest("sha256", bytes, "hex").slice(0, 16)}${ending}`;
const integrity = (bytes) => `sha384-${digest("sha384", bytes, "base64")}`;

function place() {
  let html = readFileSync(page, "utf8");
  const replace = (from, to) => {
    if (!html.includes(from)) throw new Error(`index.html no longer names ${from}`);
    html = html.replaceAll(from, to);
  };
  const [, glue, program] = html.match(/<meta name="app-module" content="[^"]*?([^"/]+\.js)" data-wasm="[^"]*?([^"/]+\.wasm)">/) ?? [];
  if (!glue) throw new Error('index.html has no <meta name="app-module">');

  const programName = named(readFileSync(join(staging, program)), "_bg.wasm");
  renameSync(join(staging, program), join(staging, programName));
  replace(program, programName);

  const before = readFileSync(join(staging, glue));
  const { code } = transformSync(before.toString(), { minify: true, charset: "utf8", format: "esm", target: "es2022" });
  const after = Buffer.from(code);
  const glueName = named(after, ".js");
  rmSync(join(staging, glue));
  writeFileSync(join(staging, glueName), after);
  replace(glue, glueName);
  replace(integrity(before), integrity(after));
  writeFileSync(page, html);
}

try {
  // While developing, the time is better spent otherwise.
  if (profile === "release") place();
} catch (error) {
  console.error(`glue: ${error.message}`);
  process.exit(1);
}
