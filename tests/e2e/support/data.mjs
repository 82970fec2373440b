// The expected content of the pages, read from the source tables and from the maintainers' program. No test
// has a figure of its own: the data changes, the rules do not.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCsv } from "./csv.mjs";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const PUBLISHED = join(ROOT, "public/data");
/** The built site. `make check` has one of its own. */
export const DIST = resolve(ROOT, process.env.DIST || "dist");

const read = (path) => readFileSync(join(PUBLISHED, path), "utf8");

/** Rows of a source table as objects. */
export function table(name) {
  const [header, ...rows] = parseCsv(read(`source/${name}.csv`));
  return rows.map((row) => Object.fromEntries(header.map((key, place) => [key, row[place]])));
}

/** Every published case, in order of id: the order in which the site numbers them. */
export const everyCase = read("source/cases.jsonl")
  .split("\n")
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line))
  .filter((it) => !it.withheld)
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** All but plans that came to nothing. */
export const cases = everyCase.filter((it) => it.status !== "実現せず");
/** Joint cases with a prefecture, which figures count and lists show first. */
export const counted = cases.filter((it) => it.scope === "prefecture" && it.form !== "県等のシステムを利用");

export const caseById = (id) => everyCase.find((it) => it.id === id);
export const systems = table("system_types");
export const domains = table("domains");
export const prefectures = table("prefectures");
export const municipalities = table("municipalities");

export const systemName = (slug) => systems.find((it) => it.slug === slug).name;
export const prefectureName = (code) => prefectures.find((it) => it.code === code).name;

export const catalog = JSON.parse(read("catalog.json"));
export const snapshot = catalog.snapshots.find((it) => it.id === catalog.default);

/** The published file of the default snapshot whose name begins so, for example `details-003`. */
export function publishedFile(stem) {
  const entry = snapshot.files.find((file) => file.path.startsWith(`${snapshot.id}/${stem}.`));
  if (!entry) throw new Error(`The catalog lists no ${stem}`);
  return entry.path;
}

/** Ids of the cases of each details file, in its order. */
export const shards = snapshot.files
  .filter((file) => /\/details-\d+\./.test(file.path))
  .map((file) => JSON.parse(read(file.path)).details.map((detail) => detail.id));

const printed = new Map();

/** Gives the output of the maintainers' program. */
export const program = (...options) =>
  execFileSync(join(ROOT, process.env.SNAPSHOT ?? "target/release/snapshot"), options, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The figures that the maintainers' program prints for a query. */
export function stats(query = "", data = PUBLISHED) {
  const key = `${data}?${query}`;
  if (!printed.has(key)) printed.set(key, JSON.parse(program("stats", data, "--format", "json", "--query", query)));
  return printed.get(key);
}

/** Counts the cases that a query gives. */
export const total = (query = "") => stats(query).total;

/** The query with some keys set, or taken away where the value is null. */
export function withKeys(query, changes) {
  const keys = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) keys.delete(key);
    else keys.set(key, value);
  }
  return keys.toString();
}

/** `1,741`, as the pages write numbers. */
export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
/** `24件` */
export const count = (number) => `${grouped(number)}件`;
/** `53,367人`; from 100,000 on `518万人`, rounded down. */
export const people = (number) => (number < 100_000 ? `${grouped(number)}人` : `${grouped(Math.floor(number / 10_000))}万人`);
/** `2026年11月23日`, as far as the date is known. */
export const date = (stated) => stated.split("-").map((part, place) => Number(part) + "年月日"[place]).join("");
/** `2025年`; a year that was not over on the day of the data is marked. */
export const yearOfData = (year) => `${year}年${year >= snapshot.as_of.slice(0, 4) ? "（途中）" : ""}`;
/** The words of the pages where nothing was found: never that there is none. */
export const UNKNOWN = "公開情報で未確認";
/** A number of cases, or that none was found. */
export const stated = (number) => (number ? count(number) : UNKNOWN);
