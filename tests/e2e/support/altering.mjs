// Files that are changed on their way to the browser, such that only their checksums tell.
import assert from "node:assert/strict";
import { createServer } from "node:http";

/** Still good for what it is, so that only its checksum tells. */
function alter(bytes, path) {
  if (path.endsWith(".wasm")) return Buffer.concat([bytes, Buffer.from([0, 2, 1, 0x61])]); // a section named "a"
  if (path.endsWith(".js")) return Buffer.concat([bytes, Buffer.from("\n;globalThis.altered = true;\n")]);
  return Buffer.from(bytes.toString().replace("県", "縣"));
}

/** Answers with altered bytes; counts how often it was asked. */
export async function altering(page, pattern, { times } = {}) {
  const asked = { count: 0 };
  await page.route(pattern, async (route) => {
    asked.count += 1;
    if (asked.count > (times ?? Infinity)) return route.continue();
    const response = await route.fetch();
    const bytes = await response.body();
    const altered = alter(bytes, new URL(route.request().url()).pathname);
    assert.ok(!altered.equals(bytes));
    return route.fulfill({ response, body: altered });
  });
  return asked;
}

/** The site behind a cache that holds an altered copy of what matches and lets browsers keep it for ever. */
export async function behindBadCache(site, pattern, run) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url.slice(1), site));
    let body = Buffer.from(await answer.arrayBuffer());
    const past = /no-cache/.test(request.headers["cache-control"] ?? "");
    if (pattern.test(request.url) && !past) body = alter(body, request.url);
    const headers = { "Content-Type": answer.headers.get("Content-Type"), "Cache-Control": "max-age=31536000, immutable" };
    response.writeHead(answer.status, headers).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    await run(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}
