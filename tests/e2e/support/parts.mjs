// Parts of the pages as a reader names them.
import assert from "node:assert/strict";
import { eventuallyEqual } from "./browser.mjs";
import { count } from "./data.mjs";

export const main = (page) => page.getByRole("main");
export const heading = (page) => main(page).getByRole("heading", { level: 1 });
export const region = (page, name) => main(page).getByRole("region", { name, exact: true });
export const table = (page, name) => main(page).getByRole("table", { name, exact: true });
export const results = (page) => main(page).getByRole("region", { name: "検索結果" });
export const filters = (page) => main(page).getByRole("search", { name: "事例の絞り込み" });
export const chips = (page) => results(page).getByRole("list", { name: "いまの条件" });
/** A live region, by its role; the list's count is the first one of the results. */
export const resultCount = (page) => results(page).getByRole("status").first().getByText(/^[\d,]+件$/);
export const firstCsv = (page) => main(page).getByText("CSV").first();

/** Waits until the list says 「N件」. */
export async function expectCount(page, number, message) {
  await eventuallyEqual(() => resultCount(page).innerText(), count(number), message);
}

/** The number of cases is the first thing to change after a click; the list and the counts follow it. */
export const upToDate = (page) => results(page).and(page.locator(":not([aria-busy=true])")).waitFor();

/** The titles listed, in order. */
export async function listedTitles(page) {
  await upToDate(page);
  const titles = results(page).getByRole("heading").filter({ has: page.getByRole("link") });
  return (await titles.allInnerTexts()).map((title) => title.trim());
}

/** A choice of the filter panel, by the name of its group and its own. */
export function choice(page, group, name) {
  return filters(page).getByRole("group", { name: group, exact: true }).getByRole("checkbox", { name: choiceName(name) });
}

/** A choice is labelled with its name and the cases that it gives: 「電子申請 32件」. */
export const choiceName = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s+[\\d,]+件$`);

/** Opens a group of choices that is closed at first. */
export async function openGroup(page, group) {
  const fieldset = filters(page).getByRole("group", { name: group, exact: true });
  const summary = filters(page).locator("summary").filter({ has: page.getByText(group, { exact: true }) });
  if (!(await fieldset.isVisible())) await summary.first().click();
  await fieldset.waitFor();
}

/** Reads the text of every choice of a group: name → number of cases. */
export async function choiceCounts(page, group) {
  await openGroup(page, group);
  const labels = filters(page).getByRole("group", { name: group, exact: true }).locator("label");
  const texts = await labels.evaluateAll((all) => all.map((label) => label.textContent.trim()));
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, number] = text.match(/^(.*?)\s+([\d,]+)件$/s) ?? assert.fail(`no count in the choice ${text}`);
      return [name, Number(number.replaceAll(",", ""))];
    }),
  );
}

/** The rows below the head of a table, each as the texts of its cells. */
export function rows(table) {
  return table.locator("tbody").getByRole("row").evaluateAll((all) =>
    all.map((row) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, " "))),
  );
}

/** The key figures of a page: what is counted → its number, as `32件`, or words. */
export async function keyFigures(page) {
  const items = region(page, "主な数字").getByRole("listitem");
  // The first link of each; what the number leaves out may link to more.
  const texts = await items.evaluateAll((all) => all.map((item) => item.querySelector("a").textContent.trim()));
  return new Map(texts.map((text) => text.split(/\s(?=\S+$)/)));
}

/** Terms and values of a group of facts on a case page. A term that stands twice keeps its first value. */
export async function facts(page, group) {
  const region = main(page).getByRole("region", { name: group, exact: true });
  const [terms, values] = await Promise.all([
    region.getByRole("term").allInnerTexts(),
    region.locator("dl > div > dd").allInnerTexts(),
  ]);
  assert.equal(terms.length, values.length, `terms and values under ${group}`);
  return new Map(terms.map((term, place) => [term.trim(), values[place].trim()]));
}

/** Saves the file that a click gives and returns its name and bytes. */
export async function download(page, control) {
  const [file] = await Promise.all([page.waitForEvent("download"), control.click()]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
