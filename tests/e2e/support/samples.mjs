// Cases that between them have everything a case page can show.
import { caseById, cases, shards } from "./data.mjs";

const first = (condition) => cases.find(condition).id;

/** The first and the last case of each details file, where an index that is off by one would show. */
export const edges = shards.flatMap((ids) => [ids[0], ids.at(-1)]);

export const named = first((it) => it.participants_names?.length > 3);
export const abroad = first((it) => it.partner_prefecture_codes.length > 1);
export const saving = first((it) => it.savings.length > 1);
export const documented = first((it) => it.documents.length > 1);
export const rehosted = first((it) => it.documents.some(({ title }) => title.includes("転載")));
export const priced = first((it) => it.initial_cost_yen != null && it.annual_cost_yen != null);
export const barest = [...cases].sort((a, b) => gaps(b) - gaps(a))[0].id;
const special = [named, abroad, saving, documented, rehosted, priced, barest];

export const sample = [...new Set([...edges, ...special])].map(caseById);

function gaps(it) {
  return Object.values(it).filter((value) => value == null || value.length === 0).length;
}
