// Cases that between them have everything a case page can show; system types and prefectures with many
// cases and with few.
import { towns } from "./answers.mjs";
import { caseById, cases, prefectures, shards, stats, systems } from "./data.mjs";

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

/** The types that are one thing each, with their cases of a prefecture, most cases first. */
const types = systems
  .filter(({ slug }) => slug !== "other")
  .map(({ slug }) => [slug, stats().by_system[slug] ?? 0])
  .sort(([, a], [, b]) => b - a);
const isMunicipal = ([slug]) => slug in stats("scope=municipal").by_system;
const withCases = types.filter(([, number]) => number > 0);
const without = types.filter(([, number]) => number === 0);

export const [[manyOfSystem]] = withCases;
/** So few that a chart would tell nothing. */
export const [fewOfSystem] = withCases.at(-1);
/** Without a case of a prefecture, where there are such types: one with cases of municipalities, one without any. */
export const onlyMunicipal = without.find(isMunicipal)?.[0];
export const noneOfSystem = without.find((it) => !isMunicipal(it))?.[0];

/** Every prefecture, with its cases, most cases first. */
const places = prefectures.map(({ code }) => [code, stats().by_prefecture[code] ?? 0]).sort(([, a], [, b]) => b - a);
export const [[manyOfPrefecture]] = places;
export const [fewOfPrefecture] = places.at(-1);

/** A municipality that is named in a case of a prefecture. */
export const town = towns(cases.find((it) => it.scope === "prefecture" && it.participants_names?.length > 3))[0].code;
