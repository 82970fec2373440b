// The answer to a query of the list, worked out from the source tables without the program: which cases, in which
// order. Slow and plain on purpose, so that it shares no mistake with what it judges.
import { catalog, domains, municipalities, prefectureName, prefectures, systems, table } from "./data.mjs";
import { casesOf } from "./earlier.mjs";

const slugOf = (rows) => Object.fromEntries(rows.map((row) => [row.name, row.slug]));
const SYSTEM = slugOf(systems);
const DOMAIN = slugOf(domains);
const REGION = slugOf(table("regions"));
const BENEFIT = slugOf(table("benefits"));
const STATUS = { 稼働中: "operating", 調達済: "procured", 計画: "planned", 終了: "ended", 実現せず: "cancelled" };
/** Without being asked for, plans that came to nothing are in no list. */
const COUNTED = "operating,procured,planned,ended,unknown";

const answer = (value) => (value == null ? "unknown" : value ? "yes" : "no");
const plain = (text) => text.normalize("NFKC").toLowerCase();
const sum = (values) => values.reduce((total, value) => total + value, 0);
const inPrefecture = (code) => municipalities.filter((it) => it.code.startsWith(code));

/** The municipality that a case names; the prefecture stands in front where a name is ambiguous. */
function townNamed(name, home) {
  const found = municipalities.filter((it) => [it.name, prefectureName(it.code.slice(0, 2)) + it.name].includes(name));
  return found.find((it) => it.code.startsWith(home)) ?? found[0];
}

/** The municipalities that certainly take part; none where they are neither named nor all of the prefecture. */
export function towns(it) {
  if (it.participants_names) return it.participants_names.map((name) => townNamed(name, it.prefecture_code));
  const all = inPrefecture(it.prefecture_code);
  return it.participants_all_in_prefecture && it.participants_count === all.length ? all : [];
}

const persons = (it) => sum(towns(it).map((town) => Number(town.population))) || null;
const staff = (it) => sum(towns(it).map((town) => Number(town.staff))) || null;
const year = (it) => (it.introduced && !["計画", "実現せず"].includes(it.status) ? Number(it.introduced.slice(0, 4)) : null);
const region = (it) => REGION[prefectures.find(({ code }) => code === it.prefecture_code).region];

const HAS = {
  costs: (it) => [it.initial_cost_yen, it.annual_cost_yen, it.contract_total_yen].some((yen) => yen != null),
  savings: (it) => it.savings.length > 0,
  participants: (it) => it.participants_count != null,
  documents: (it) => it.documents.length > 0,
};

const isKnown = (value) => value != null && !(Array.isArray(value) && value.length === 0);
/** Totals that are not known; of any other key its value in the table. What does not apply is not missing. */
const TOTALS = { population: persons, staff };
const lacks = (key, it) => (TOTALS[key] ? TOTALS[key](it) == null : !isKnown(it[key]) && it.missing?.[key] !== "not_applicable");

/** Tells if a number lies in `min-max`, of which one end may be open. */
function within(range, number) {
  const [min, max] = range.split("-");
  return number != null && Number(min) <= number && (max === "" || number <= Number(max));
}

/** Tells if a month lies in `YYYY-MM..YYYY-MM`; a bare year does with all its months. */
function ends(range, at) {
  const [from, to] = range.split("..");
  const [first, last] = at?.length === 4 ? [`${at}-01`, `${at}-12`] : [at, at];
  return at != null && from <= first && (to === "" || last <= to);
}

const names = (value) => value.split(",").map(decodeURIComponent);
const oneOf = (read) => (value, it) => value.split(",").includes(read(it));
const someOf = (read) => (value, it) => read(it).some((one) => value.split(",").includes(one));
const named = (key) => (value, it) => names(value).includes(it[key]);
/** If a case can still be joined when its data were read; a bare month or year is over with its last day. */
function opennessOf(it) {
  if (it.open_to_join == null) return "unknown";
  const isOver = it.join_until != null && it.join_until < catalog.snapshots.find(({ id }) => id === catalog.default).as_of.slice(0, it.join_until.length);
  return it.open_to_join === "参加できない" || isOver ? "no" : "yes";
}
const FORM = { 共同調達: "joint-procurement", 共同利用: "joint-use", 県等のシステムを利用: "shared-service" };
const SOURCE_CLASS = { 公的: "official", 報道: "press", 事業者: "vendor", 転載: "copy", "議員・個人": "personal", その他: "other" };
const number = (read) => (value, it) => within(value, read(it));
const places = (it) => [
  ...[it.prefecture_code, ...it.partner_prefecture_codes].map(prefectureName),
  ...towns(it).map(({ code, name }) => prefectureName(code.slice(0, 2)) + name),
];
const said = (it) => [it.title, it.lead_organization, it.system_type, it.vendor, it.product, it.subsidy_name, it.background, it.process];
const texts = (it) => [it.id, ...said(it), ...places(it)];

/** The condition on a case of each key that narrows the list. */
const CONDITIONS = {
  q: (words, it) => plain(words).split(/\s+/).every((word) => texts(it).some((text) => plain(text ?? "").includes(word))),
  domain: oneOf((it) => DOMAIN[it.domain]),
  system: oneOf((it) => SYSTEM[it.system_type]),
  pref: oneOf((it) => it.prefecture_code),
  region: oneOf(region),
  subsidy: oneOf((it) => answer(it.subsidy_used)),
  spec: oneOf((it) => answer(it.specification_available)),
  open: oneOf(opennessOf),
  status: oneOf((it) => STATUS[it.status] ?? "unknown"),
  scope: (value, it) => value === "all" || it.scope === value,
  lead: oneOf((it) => it.lead_kind),
  benefit: someOf((it) => it.benefits.map((name) => BENEFIT[name])),
  has: (value, it) => value.split(",").every((key) => HAS[key](it)),
  vendor: named("vendor"),
  product: named("product"),
  members: number((it) => it.participants_count),
  pop: number(persons),
  staff: number(staff),
  initial: number((it) => it.initial_cost_yen),
  annual: number((it) => it.annual_cost_yen),
  year: number(year),
  partner: someOf((it) => it.partner_prefecture_codes),
  participant: someOf((it) => towns(it).map((town) => town.code)),
  end: (value, it) => ends(value, it.contract_end),
  form: oneOf((it) => FORM[it.form] ?? "unknown"),
  source: someOf((it) => it.sources.map((source) => SOURCE_CLASS[source.class])),
  missing: (value, it) => value.split(",").every((key) => lacks(key, it)),
};

/** The keys that narrow the list. */
export const NARROWING = Object.keys(CONDITIONS);

const ORDERS = {
  introduced: (it) => it.introduced,
  members: (it) => it.participants_count,
  pop: persons,
  staff,
  initial: (it) => it.initial_cost_yen,
  annual: (it) => it.annual_cost_yen,
  pref: (it) => it.prefecture_code,
  system: (it) => systems.findIndex(({ name }) => name === it.system_type),
  title: (it) => it.title,
};

/** Known values first in either direction; `cases` are in order of id, which decides between equals. */
function ordered(some, read, sign) {
  const compare = (a, b) => (a == null || b == null ? (a == null) - (b == null) : a === b ? 0 : a < b ? -sign : sign);
  const keyed = some.map((it) => ({ it, key: read(it) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ it }) => it);
}

/** Tells which of the things that people come for are known: a price, documents, a person to ask, who takes part, a specification. */
export function things(it) {
  const specification = it.specification_available === true || it.documents.some(({ kind }) => kind === "仕様書");
  return [HAS.costs(it), HAS.documents(it), it.contact_department != null, towns(it).length > 0, specification];
}

const thingsKnown = (it) => things(it).filter(Boolean).length;

/** A plan that came to nothing stands behind all others. */
const behind = (it) => ["計画", "実現せず"].indexOf(it.status) + 1;

/** Most known first, then the newest; plans last in either direction. */
function byWhatIsKnown(some, sign) {
  const newest = ordered(some, ORDERS.introduced, -1);
  return [0, 1, 2].flatMap((place) => ordered(newest.filter((it) => behind(it) === place), thingsKnown, sign));
}

/** The middle of a list, the mean of the middle two rounded half up. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.floor((sorted[Math.ceil(sorted.length / 2) - 1] + sorted[Math.floor(sorted.length / 2)] + 1) / 2);
}

/** Divides the larger by the smaller, in thousandths. */
const times = (a, b) => Math.floor((Math.max(a, b) * 1000) / Math.min(a, b));

/** Population and staff of a municipality's code, or as typed: `8000-120`. */
function sizeOf(near) {
  const town = municipalities.find(({ code }) => code === near);
  return (town ? [town.population, town.staff] : near.split("-")).map(Number);
}

/** Tells how far from that size a case is; undefined where its participants are not known. */
function factor(it, [persons, staff]) {
  const all = towns(it);
  if (all.length === 0) return undefined;
  const middle = (key) => median(all.map((town) => Number(town[key])).filter(Boolean));
  const factors = [persons && times(persons, middle("population")), staff && times(staff, middle("staff"))].filter(Boolean);
  return Math.floor(sum(factors) / factors.length);
}

/** Cases of the municipality itself first, then those whose participants are known by closeness, then the others. */
function byCloseness(some, near, sign) {
  const size = sizeOf(near);
  const all = ordered(some, (it) => factor(it, size), sign);
  const kind = (it) => (towns(it).some(({ code }) => code === near) ? 0 : towns(it).length ? 1 : 2);
  return [0, 1, 2].flatMap((wanted) => all.filter((it) => kind(it) === wanted));
}

/** The cases that a query of the list asks for, in its order. */
export function answerTo(query) {
  const keys = new Map(new URLSearchParams(query));
  const conditions = new Map([["scope", "prefecture"], ["status", COUNTED], ["form", "joint-procurement,joint-use,unknown"], ...keys].filter(([key]) => NARROWING.includes(key)));
  const found = casesOf(keys.get("snapshot")).filter((it) => [...conditions].every(([key, value]) => CONDITIONS[key](value, it)));
  const order = keys.get("sort") ?? (keys.has("near") ? "near" : "-known");
  const [, minus, key] = order.match(/^(-?)(\w+)$/);
  const sign = minus ? -1 : 1;
  if (key === "near") return byCloseness(byWhatIsKnown(found, -1), keys.get("near"), sign);
  if (key === "known") return byWhatIsKnown(found, sign);
  return ordered(found, ORDERS[key], sign);
}
