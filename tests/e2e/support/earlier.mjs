// The cases of a published snapshot as the source tables write them. Those of the default snapshot are the tables
// themselves; of an earlier one only the published columns are left.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog, everyCase, municipalities, prefectureName, PUBLISHED, snapshot } from "./data.mjs";

const FORM = { "joint-procurement": "共同調達", "joint-use": "共同利用", "shared-service": "県等のシステムを利用" };
const STATUS = { operating: "稼働中", procured: "調達済", planned: "計画", ended: "終了", cancelled: "実現せず" };
const DOCUMENT = { specification: "仕様書" };
/** Columns that the tables name in another way. */
const RENAMED = { lead_prefecture: "prefecture_code", partner_prefectures: "partner_prefecture_codes" };

const readJson = (path) => JSON.parse(readFileSync(join(PUBLISHED, path), "utf8"));

/** The values of a column by row; codes are looked up in its dictionary. */
function values(column) {
  if (!column.dictionary) return column;
  const word = (code) => (code == null ? null : column.dictionary[code]);
  return column.codes.map((code) => (Array.isArray(code) ? code.map(word) : word(code)));
}

/** `鳥取県鳥取市`, which is never ambiguous. */
function townNamed(code) {
  const town = municipalities.find((it) => it.code === code);
  return prefectureName(code.slice(0, 2)) + town.name;
}

function read(id) {
  const meta = catalog.snapshots.find((it) => it.id === id);
  const file = (stem) => readJson(meta.files.find(({ path }) => path.startsWith(`${id}/${stem}.`)).path);
  const { schema_version: _, missing: _reasons, ...columns } = file("cases");
  const terms = file("terms");
  const named = (list, slug) => terms[list].find((it) => it.slug === slug)?.name ?? null;
  const shards = meta.files.filter(({ path }) => path.includes("/details-")).flatMap(({ path }) => readJson(path).details);
  const byColumn = Object.entries(columns).map(([name, column]) => [RENAMED[name] ?? name, values(column)]);
  return columns.id.map((id, row) => {
    const it = Object.fromEntries(byColumn.map(([name, column]) => [name, column[row]]));
    const { background, process, documents, sources } = shards.find((detail) => detail.id === id);
    return {
      form: null,
      ...it,
      background,
      process,
      sources,
      documents: documents.map((document) => ({ ...document, kind: DOCUMENT[document.kind] ?? document.kind })),
      ...(it.form && { form: FORM[it.form] }),
      status: STATUS[it.status] ?? null,
      domain: named("domains", it.domain),
      system_type: named("system_types", it.system_type),
      benefits: it.benefits.map((slug) => named("benefits", slug)),
      participants_names: it.participants?.map(townNamed) ?? null,
    };
  });
}

const known = new Map([[snapshot.id, everyCase]]);

/** Gives the cases of a snapshot, in order of id; without an id those of the default one. */
export function casesOf(id = snapshot.id) {
  if (!known.has(id)) known.set(id, read(id));
  return known.get(id);
}
