// Rules of accessibility that a machine can check.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Gives what a page breaks. `colours` is "forced" where the system's are shown. */
export async function violations(page, colours) {
  // It takes forced text colours for those of the style sheet, and the grounds for the system's.
  const rules = { "color-contrast": { enabled: colours !== "forced" } };
  // By evaluation, not by a script element: a Content-Security-Policy of the site would refuse that.
  await page.evaluate(AXE);
  const found = await page.evaluate(([values, rules]) => globalThis.axe.run({ runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] }), [RULES, rules]);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target} ${node.any.map((it) => it.message).join("; ")}`),
  );
}
