// Every address that the site has can be pasted anywhere: at the server's root and under a sub-path.
import assert from "node:assert/strict";
import { everyCase } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { facts, heading, main } from "./support/parts.mjs";
import { sample } from "./support/samples.mjs";

/** The name on the page of each field that the source can leave open. */
const FIELDS = {
  "だれが・何を": {
    form: "形態",
    participants_count: "参加自治体数",
    prefecture_participates: "都道府県の参加",
    introduced: "導入時期",
    status: "現況",
  },
  費用と負担: {
    initial_cost_yen: "初期費用",
    annual_cost_yen: "年間運用費",
    contract_total_yen: "契約総額",
    contract_years: "契約年数",
    cost_basis: "金額の根拠",
    subsidy_used: "補助金の利用",
    cost_sharing: "費用負担の方法",
    prefecture_bears_cost: "都道府県の負担",
  },
  調達の経緯と契約: {
    background: "背景",
    process: "経緯",
    procurement_method: "調達方式",
    vendor: "事業者",
    product: "製品・サービス",
    contract_end: "契約終了",
  },
  "参考にする・参加するには": {
    specification_available: "仕様書の提供",
  },
};
const UNKNOWN = "公開情報で未確認";

for (const base of BASES) {
  test(`every known address answers 200 below ${base}`, async ({ address }) => {
    const paths = ["", "cases/", ...everyCase.map((it) => `cases/${it.id}/`)];
    for (const path of paths) {
      const response = await fetch(address(path, base), { redirect: "manual" });
      assert.equal(response.status, 200, path);
      assert.match(response.headers.get("content-type"), /^text\/html/, path);
      const html = await response.text();
      const [, href] = html.match(/<base[^>]* href="([^"]*)"/) ?? assert.fail(`${path} has a base`);
      assert.equal(new URL(href, address(path, base)).href, address("", base), `${path}: the base leads back`);
    }
  });

  test.describe(() => {
    test.use({ base });

    test(`an address without its last slash leads to the page below ${base}`, async ({ page, open }) => {
      await open(`cases/${sample[0].id}`);
      assert.equal(await heading(page).innerText(), sample[0].title);
      await open("index.html");
      await main(page).getByRole("region", { name: "主な数字" }).waitFor();
    });

    test(`a case opened by its address is complete below ${base}`, { tag: "@full" }, async ({ page, open }) => {
      assert.ok(sample.length >= 12);
      for (const it of sample) {
        await open(`cases/${it.id}/`);
        assert.equal(await heading(page).innerText(), it.title, it.id);
        assert.ok((await page.title()).startsWith(`${it.title} | `), `${it.id}: ${await page.title()}`);
        await checkSources(page, it);
        for (const [group, fields] of Object.entries(FIELDS)) {
          const shown = await facts(page, group);
          // Fields that are not known stand together; the state has a name for it.
          const unknown = (shown.get(UNKNOWN) ?? "").split("、");
          for (const [key, term] of Object.entries(fields)) {
            const value = shown.get(term);
            const isUnknown = unknown.includes(term) || value === `現況不明（${UNKNOWN}）`;
            assert.equal(isUnknown, it[key] == null, `${it.id}: ${term} is ${value}, the source says ${it[key]}`);
            assert.ok(unknown.includes(term) !== shown.has(term), `${it.id}: ${term} stands once`);
            if (typeof it[key] === "string" && !/^\d/.test(it[key])) assert.ok(value.includes(it[key]), `${it.id}: ${term}`);
          }
        }
        const text = await page.locator("body").innerText();
        for (const word of ["null", "undefined", "NaN", "None", "Some(", "[object"]) {
          const inSource = JSON.stringify({ ...it, missing: null }).replace(/:null/g, "").replace(/: null/g, "").includes(word);
          assert.ok(inSource || !text.includes(word), `${it.id} shows ${word}`);
        }
      }
    });
  });
}

async function checkSources(page, it) {
  const list = main(page).getByRole("region", { name: "出典", exact: true }).getByRole("listitem");
  const shown = await list.evaluateAll((items) =>
    items.map((item) => ({ url: item.querySelector("a").getAttribute("href"), text: item.textContent })),
  );
  // Those of public bodies come first.
  const sources = [true, false].flatMap((official) => it.sources.filter((source) => (source.class === "公的") === official));
  assert.deepEqual(shown.map(({ url }) => url), sources.map(({ url }) => url), `${it.id}: sources`);
  sources.forEach((source, place) => {
    const { text } = shown[place];
    assert.ok(text.includes(source.publisher), `${it.id}: ${source.publisher}`);
    assert.ok(text.includes(source.title.replace(/\([^()]*転載\)$/, "")), `${it.id}: ${source.title}`);
    assert.equal(/公開/.test(text.replace(source.title, "").replace(source.publisher, "")), source.published != null, `${it.id}: date`);
  });
}
