// The states of system types in prefectures, with the numbers of the program.
import { cases, stats, UNKNOWN } from "./data.mjs";

/** The states of cases with a prefecture, in order of precedence, with their names in an address. */
export const STATES = { 稼働中: "operating", 調達済: "procured", "実施（現況不明）": "unknown", 計画: "planned", 終了: "ended" };

/** Gives the text in the cell of a type in a prefecture: each state with the cases of that state, a line each. */
export function stateCell(code, { slug, name }) {
  const number = (key, rest) => stats(`${key}=${code}&${rest}`).by_system[slug] ?? 0;
  const involved = (it) => it.prefecture_code === code || it.partner_prefecture_codes.includes(code);
  if (!cases.some((it) => it.system_type === name && involved(it))) return UNKNOWN;
  const said = (state, rest) => {
    const [led, partner] = [number("pref", rest), number("partner", rest)];
    return led + partner > 0 ? [[state, led && `${led}件`, partner && `参加${partner}件`].filter(Boolean).join(" ")] : [];
  };
  const own = Object.entries(STATES).flatMap(([state, status]) => said(state, `status=${status}`));
  const joint = own.length ? own : said("市町村どうしのみ", "scope=municipal");
  return [...joint, ...said("県等のシステムを利用", "scope=all&form=shared-service")].join(" ");
}
