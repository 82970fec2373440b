// A plain static file server, as strict as the hosts that the site will meet: no single-page
// fallback, unknown paths get 404.html with status 404, folders redirect to a trailing slash.
//
//   node tools/serve.mjs --dir dist --port 8080 --base /
//
// With `--base /sub/path/` the folder appears under that path only. The tests use startServer().
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import finalhandler from "finalhandler";
import serveStatic from "serve-static";

const HOST = "127.0.0.1";
const TRIES = 20;

/** Starts the server; `port` 0 takes any free one, another that is taken makes way for the next free. */
export async function startServer({ dir = "dist", port = 8080, base = "/" } = {}) {
  const folder = resolve(dir);
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const files = serveStatic(folder, {
    // Unhashed names stay the same when the site is rebuilt, so browsers must ask each time.
    cacheControl: false,
    setHeaders: (response) => response.setHeader("Cache-Control", "no-cache"),
  });

  const server = createServer((request, response) => {
    const done = finalhandler(request, response);
    if (!request.url.startsWith(prefix)) {
      const [path, query] = request.url.split(/(?=\?)/);
      if (`${path}/` === prefix) return redirect(response, prefix + (query ?? ""));
      return done(); // outside the base: a bare 404
    }
    // serve-static looks at `url` for the file, at `originalUrl` for redirects: as Express mounts it.
    request.originalUrl = request.url;
    request.url = request.url.slice(prefix.length - 1);
    files(request, response, (error) => (error ? done(error) : notFound(folder, request, response, done)));
  });

  const taken = await listen(server, Number(port));
  const url = `http://${HOST}:${server.address().port}${prefix}`;
  const close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, close, taken };
}

function redirect(response, location) {
  response.writeHead(301, { Location: location, "Cache-Control": "no-cache" }).end();
}

/** As GitHub Pages does: the site's own page, with status 404. */
function notFound(folder, request, response, done) {
  const page = join(folder, "404.html");
  if (!["GET", "HEAD"].includes(request.method) || !existsSync(page)) return done();
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" });
  if (request.method === "HEAD") return response.end();
  createReadStream(page).on("error", () => response.destroy()).pipe(response);
}

/** Listens at `first` or the next free port; returns the ports that were taken. */
async function listen(server, first) {
  const taken = [];
  for (let port = first; ; port += 1) {
    try {
      await new Promise((listening, failed) => {
        server.once("error", failed);
        server.listen(port, HOST, () => {
          server.off("error", failed);
          listening();
        });
      });
      return taken;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || taken.length >= TRIES) throw error;
      taken.push(port);
    }
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: "string", default: "dist" },
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
    },
  });
  if (!existsSync(values.dir)) throw new Error(`There is no folder "${values.dir}". Run "make build" first.`);
  if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port wants a number, not "${values.port}".`);
  const { url, taken } = await startServer(values);
  for (const port of taken) console.log(`Port ${port} is taken, trying the next.`);
  console.log(`Serving ${basename(resolve(values.dir))} at ${url}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exit(1);
  });
}
