// Installs the npm packages of a folder unless they are there as its lock file says. trunk's hooks call it, so
// that `trunk serve` works on a fresh clone; tools/setup.sh does too.
//
//   node tools/packages.mjs tools tests/e2e
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OPTIONS = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

function isSame(one, other) {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}

/** Throws what is missing, in one line. */
export function install(folder) {
  const name = relative(root, folder) || ".";
  const [major] = process.versions.node.split(".");
  if (Number(major) < 20) throw new Error(`Node.js ${process.version} is too old; 20 or newer is needed (https://nodejs.org)`);
  const lock = join(folder, "package-lock.json");
  // Written last, so that an interrupted installation does not count.
  const stamp = join(folder, "node_modules/.installed-lock.json");
  if (isSame(lock, stamp)) return;
  console.error(`packages: installing the npm packages of ${name}`);
  // A shell, since npm is a script on Windows.
  const npm = spawnSync("npm", ["ci", ...OPTIONS], { cwd: folder, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (npm.error?.code === "ENOENT") throw new Error("npm is missing; it comes with Node.js (https://nodejs.org)");
  if (npm.error) throw npm.error;
  if (npm.status !== 0) throw new Error(`npm could not install the packages of ${name}; the lines above say why`);
  copyFileSync(lock, stamp);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    for (const folder of process.argv.slice(2)) install(join(root, folder));
  } catch (error) {
    console.error(`packages: ${error.message}`);
    process.exit(1);
  }
}
