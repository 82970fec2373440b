// A build served as a good host would, compressed with brotli. The compressed copies are made here and kept in memory,
// whether the build has some beside its files or not, so that two builds are compared and not their copies.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** The file of an address; undefined where there is none. */
function fileOf(folder, url) {
  let file = join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname));
  if (!file.startsWith(folder + sep)) return undefined;
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  return existsSync(file) ? file : undefined;
}

/** The answer for a file: type and compressed body. */
function answer(file) {
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const body = readFileSync(file);
  if (type === "image/png") return { type, body, headers: {} };
  return { type, body: brotliCompressSync(body, QUALITY), headers: { "Content-Encoding": "br" } };
}

/** Serves a folder at a free port; gives its address and how to end it. */
export async function serve(dir) {
  const folder = resolve(dir);
  const answers = new Map();
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url);
    if (!file) return response.writeHead(404).end();
    if (!answers.has(file)) answers.set(file, answer(file));
    const { type, body, headers } = answers.get(file);
    response.writeHead(200, { "Content-Type": type, "Content-Length": body.length, "Cache-Control": "no-cache", ...headers });
    return response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
