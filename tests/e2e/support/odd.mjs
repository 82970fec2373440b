// The built site on hosts with habits of their own: names of files in any case, any page for what is not there, a login
// or another copy of the site above it, an archive around it.
import { createServer } from "node:http";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./data.mjs";

const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
};

/** The paths of all files below a folder by their small letters. */
function folded(dir) {
  const files = readdirSync(dir, { recursive: true }).map((path) => path.toString());
  return new Map(files.map((path) => [path.toLowerCase(), path]));
}

/**
 * Starts a host that has the folder `dir` at `base`. Runs of slashes below it are one to it, as to most.
 * - `folds`: letters may be in any case, as on Windows;
 * - `missing`: the file that it sends with `status` for what is not there;
 * - `above(request, response)` answers what is not below the base.
 * `asked` are the addresses that were asked for outside of the base.
 */
export async function startOdd({ dir = DIST, base = "/", folds = false, missing = "404.html", status = 404, above } = {}) {
  const names = folds && folded(dir);
  const asked = [];

  const answer = (request, response) => {
    const end = (code, headers = {}, body = "") => response.writeHead(code, { "Cache-Control": "no-cache", ...headers }).end(body);
    const [path, query] = request.url.split(/\?(.*)/s);
    const start = path.slice(0, base.length);
    if (folds ? start.toLowerCase() !== base.toLowerCase() : start !== base) {
      if (path.endsWith("/favicon.ico")) return end(404);
      asked.push(request.url);
      return above ? above(request, response, end) : end(404, { "Content-Type": TYPES.html }, "<!doctype html><title>Not found</title>");
    }
    let file = decodeURIComponent(path.slice(base.length)).replace(/\/+/g, "/").replace(/^\/|\/$/g, "");
    if (file.split("/").includes("..") || file.includes("\0")) return end(400);
    if (folds) file = names.get(file.toLowerCase()) ?? file;
    let whole = join(dir, file);
    if (existsSync(whole) && statSync(whole).isDirectory()) {
      if (!path.endsWith("/")) return end(301, { Location: `${path}/${query === undefined ? "" : `?${query}`}` });
      whole = join(whole, "index.html");
    }
    const isThere = existsSync(whole);
    if (!isThere) whole = join(dir, missing);
    return end(isThere ? 200 : status, { "Content-Type": TYPES[whole.split(".").at(-1)] ?? "application/octet-stream" }, readFileSync(whole));
  };

  const server = createServer(answer);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { origin, url: origin + base, asked, close };
}
