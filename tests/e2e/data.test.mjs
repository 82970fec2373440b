// The page of the data: what it says of them, how complete they are, and every file that can be saved.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { useAltered } from "./support/altered.mjs";
import { answerTo } from "./support/answers.mjs";
import { eventuallyEqual } from "./support/browser.mjs";
import { parseExcelCsv } from "./support/csv.mjs";
import { cases, catalog, count, counted, date, everyCase, prefectures, snapshot, stats } from "./support/data.mjs";
import { BASES, test } from "./support/fixtures.mjs";
import { download, expectCount, facts, main, region, rows, table } from "./support/parts.mjs";

const NOT_SET = "未設定";
const KINDS = { compiled: "公開資料から集めた事例（国の調査ではありません）", official: "都道府県への調査" };

test("the snapshot's kind, period, dates, licence and plan of updates are those of its maintainer", { tag: "@smoke" }, async ({ page, open }) => {
  await open("data/");
  const { title, id, kind, period, as_of, published_at, update_note, licence } = snapshot;
  const municipal = stats("scope=municipal").total;
  const others = [
    ["県等のシステムを利用", answerTo("scope=all&form=shared-service").length],
    ["実現しなかった計画", everyCase.length - cases.length],
  ].filter(([, number]) => number > 0);
  assert.deepEqual(await facts(page, "このデータ版"), new Map([
    ["データ版", `${title}（${id}）`],
    ["データの種類", KINDS[kind]],
    ["事例の数", `都道府県が関わる事例 ${count(stats().total)}、市町村どうしの事例 ${count(municipal)}${others.map(([name, number]) => `、${name} ${count(number)}`).join("")}`],
    ["対象期間", period],
    ["データ時点", date(as_of)],
    ["公開日", date(published_at)],
    ["更新の予定", update_note || NOT_SET],
    ["ライセンス", licence],
  ]));
  await main(page).getByText(`公開資料から集めた共同調達の事例${count(everyCase.length)}を、${date(as_of)}の時点で`).waitFor();
  await region(page, "このデータ版").getByRole("link", { name: count(municipal), exact: true }).click();
  await expectCount(page, municipal);
});

test("what the words mean and what is left out is said", async ({ page, open }) => {
  await open("data/");
  const meanings = await facts(page, "用語の定義");
  for (const word of ["共同調達", "参加自治体数", "延べ", "人口規模", "導入時期", "金額の根拠", "効果額", "公開情報で未確認"]) {
    assert.ok(meanings.get(word)?.length > 10, word);
  }
  const coverage = await region(page, "含むもの・含まないもの").getByRole("listitem").allInnerTexts();
  for (const word of ["含むもの：", "含まないもの："]) assert.ok(coverage.some((text) => text.startsWith(word)), word);
});

test("each credit line stands as its owner asks for it, with its source", async ({ page, open }) => {
  await open("data/");
  const items = region(page, "出典とライセンスの表示").getByRole("listitem");
  const shown = await items.evaluateAll((all) => all.map((item) => [item.textContent, item.querySelector("a")?.getAttribute("href") ?? null]));
  assert.equal(shown.length, snapshot.credits.length);
  snapshot.credits.forEach(({ subject, text, url }, place) => {
    assert.ok(shown[place][0].startsWith(`${subject}：${text}`), shown[place][0]);
    assert.equal(shown[place][1], url ?? null, subject);
  });
});

/** The name on the page of each field, with its name in the source table. */
const FIELDS = {
  形態: "form",
  参加自治体名: "participants_names",
  参加自治体数: "participants_count",
  全市区町村の参加: "participants_all_in_prefecture",
  都道府県の参加: "prefecture_participates",
  導入時期: "introduced",
  調達方式: "procurement_method",
  事業者: "vendor",
  "製品・サービス": "product",
  初期費用: "initial_cost_yen",
  年間運用費: "annual_cost_yen",
  契約総額: "contract_total_yen",
  契約年数: "contract_years",
  契約終了: "contract_end",
  効果額: "savings",
  費用負担の方法: "cost_sharing",
  都道府県の負担: "prefecture_bears_cost",
  補助金の利用: "subsidy_used",
  補助金の名称: "subsidy_name",
  仕様書の提供: "specification_available",
  参加の受付: "open_to_join",
  "効果・ねらい": "benefits",
  背景: "background",
  経緯: "process",
  担当部署: "contact_department",
  現況: "status",
  参考文書: "documents",
};

/** Rounded, but never 0% or 100% where that is not exact. */
function share(known, total) {
  const percent = Math.round((known * 100) / total);
  if (percent === 0 && known > 0) return "1%未満";
  if (percent === 100 && known < total) return "99%超";
  return `${percent}%`;
}

const isKnown = (value) => value != null && !(Array.isArray(value) && value.length === 0);

test("of how many cases each field is known is what the source table says", async ({ page, open }) => {
  await open("data/");
  const expected = Object.entries(FIELDS).map(([name, field]) => {
    const known = counted.filter((it) => isKnown(it[field])).length;
    return [name, count(known), share(known, counted.length), count(counted.length - known)];
  });
  const fill = table(page, `都道府県が関わる${count(counted.length)}のうち、値が分かる事例`);
  await fill.waitFor();
  assert.deepEqual((await rows(fill)).map((row) => row.slice(0, 4)), expected);
  const { bytes } = await download(page, region(page, "項目ごとの判明状況").getByRole("button", { name: "CSV" }).first());
  const saved = parseExcelCsv(bytes).slice(1);
  assert.deepEqual(saved.map(([name, known]) => [name, count(Number(known))]), expected.map((row) => row.slice(0, 2)));
});

const LONG_TEXTS = ["費用負担の方法", "背景", "経緯"];

test("the shares of each prefecture are those of the source table, and lead to the cases that lack the field", async ({ page, open }) => {
  await open("data/#fill-prefectures");
  const card = main(page).locator("#fill-prefectures");
  await card.locator("summary").filter({ hasText: "表で見る" }).click();
  const shown = await rows(card.getByRole("table"));
  const expected = prefectures.map(({ code, name }) => {
    const led = counted.filter((it) => it.prefecture_code === code);
    const shares = Object.values(FIELDS).map((field) => {
      if (led.length === 0) return "－";
      const known = led.filter((it) => isKnown(it[field])).length;
      const unknown = led.length - known;
      return [share(known, led.length), unknown > 0 ? ` 不明${count(unknown)}` : ""].join("");
    });
    return [name, count(led.length), ...shares];
  });
  assert.deepEqual(shown, expected);
  const links = await card.getByRole("table").getByRole("link", { name: "不明" }).count();
  const texts = Object.keys(FIELDS).flatMap((name, place) => (LONG_TEXTS.includes(name) ? [place + 2] : []));
  const lacking = expected.flatMap((row) => row.filter((cell, place) => cell.includes("不明") && !texts.includes(place)));
  assert.equal(links, lacking.length, "the list tells of all but the long texts");

  const { bytes } = await download(page, card.getByRole("button", { name: "CSV" }));
  const [header, ...saved] = parseExcelCsv(bytes);
  assert.deepEqual(header.slice(2), Object.keys(FIELDS).map((name) => `${name}（%）`));
  const bare = (cell) => cell.replace(/ 不明.*/, "").replace(/^(\d+)%$/, "$1").replace("－", "");
  assert.deepEqual(saved.map((row) => row.slice(2)), expected.map((row) => row.slice(2).map(bare)));

  const row = expected.findIndex((cells) => cells[3].includes("不明"));
  await card.getByRole("table").getByRole("row").nth(row + 1).getByRole("cell").nth(2).getByRole("link").click();
  await expectCount(page, Number(expected[row][3].match(/不明(\d+)件/)[1]));
  await main(page).getByText("分からないこと：参加自治体名").first().waitFor();
  await main(page).getByText(`都道府県：${prefectures[row].name}`).first().waitFor();
});

const FILES = [...snapshot.files, ...catalog.source_files];
const TABLES = ["公開データ（JSON）", "詳細と地図のファイル（JSON）", "もとの表（CSV など）", "もとの地図（TopoJSON）"];

/** Opens what is folded and reads the tables of files: the link, and the cells as they are shown. */
async function filesOf(page) {
  const found = [];
  for (const name of TABLES) {
    const fold = region(page, "ダウンロード").locator("summary").filter({ hasText: name });
    if (await fold.count()) await fold.click();
    const links = await table(page, name).getByRole("rowheader").getByRole("link").evaluateAll((all) => all.map((link) => link.href));
    found.push(...(await rows(table(page, name))).map((cells, place) => [links[place], ...cells]));
  }
  return found;
}

for (const base of BASES) {
  test.describe(() => {
    test.use({ base });

    test(`every published file is offered with its size and checksum, and is that file, below ${base}`, async ({ address, page, open, url }) => {
      await open("data/");
      const shown = new Map((await filesOf(page)).map(([link, ...cells]) => [link, cells]));
      assert.deepEqual([...shown.keys()].sort(), FILES.map(({ path }) => url(`data/${path}`)).sort());
      for (const { path, bytes, sha256 } of FILES) {
        const [name, content, size, checksum] = shown.get(url(`data/${path}`));
        assert.equal(name, path.split("/").at(-1));
        assert.ok(content, `${path}: what it holds`);
        assert.equal(checksum, sha256, path);
        const [, number, kilo] = size.match(/^([\d,.]+) ?(k?)(?:B|バイト)$/) ?? assert.fail(`${path}: ${size}`);
        const stated = Number(number.replaceAll(",", "")) * (kilo ? 1000 : 1);
        assert.ok(Math.abs(stated - bytes) < (kilo ? 100 : 1), `${path}: ${size} are ${bytes} bytes`);
        const file = Buffer.from(await (await fetch(address(`data/${path}`, base))).arrayBuffer());
        assert.equal(file.length, bytes, path);
        assert.equal(createHash("sha256").update(file).digest("hex"), sha256, path);
      }
    });

    test(`a file's name, the catalog and the schemas save the file below ${base}`, async ({ page, open }) => {
      await open("data/");
      const section = region(page, "ダウンロード");
      const some = [snapshot.files[0], ...catalog.source_files.filter(({ path }) => /\/(cases\.jsonl|prefectures\.csv|README\.md)$/.test(path))];
      assert.equal(some.length, 4);
      for (const { path, sha256 } of some) {
        const name = path.split("/").at(-1);
        const file = await download(page, section.getByRole("link", { name, exact: true }));
        assert.equal(file.name, name);
        assert.equal(createHash("sha256").update(file.bytes).digest("hex"), sha256, path);
      }
      const saved = await download(page, section.getByRole("link", { name: "データの目録（JSON）" }));
      assert.deepEqual(JSON.parse(saved.bytes), catalog);
      // Not saved one by one: a browser refuses more than ten files in a second.
      for (const name of ["catalog", "cases", "details", "errata", "municipalities", "prefectures", "terms"]) {
        const link = section.getByRole("link", { name: `（${name}）` });
        assert.notEqual(await link.getAttribute("download"), null, name);
        assert.ok((await (await fetch(await link.evaluate((it) => it.href))).json()).$schema, name);
      }
    });
  });
}

test("the tables of files can be saved, with sizes to the byte", async ({ page, open }) => {
  await open("data/");
  await filesOf(page);
  const saved = [];
  for (const button of await region(page, "ダウンロード").getByRole("button", { name: "CSV" }).all()) {
    saved.push(...parseExcelCsv((await download(page, button)).bytes).slice(1).map(([name, , bytes, checksum]) => [name, bytes, checksum]));
  }
  assert.deepEqual(saved.sort(), FILES.map(({ path, bytes, sha256 }) => [path.split("/").at(-1), String(bytes), sha256]).sort());
});

test("a file that holds something is not said to have no size", async ({ page, open }) => {
  await open("data/");
  const empty = (await filesOf(page)).filter(([, , , size]) => size === "0.0 kB").map(([, name]) => name);
  // Fails: a size is written in tenths of a kilobyte, however small the file is.
  assert.deepEqual(empty, FILES.filter(({ bytes }) => bytes === 0).map(({ path }) => path.split("/").at(-1)));
});

test("each published snapshot is a link that shows it", async ({ page, open, url }) => {
  for (const { id } of catalog.snapshots) {
    await open("data/");
    await region(page, "ダウンロード").getByRole("link", { name: id, exact: true }).click();
    await eventuallyEqual(() => page.url(), url(`?snapshot=${id}`));
  }
});

const OFFICES = ["内閣官房 デジタル行財政改革会議事務局", "総務省 自治行政局 地域DX推進室"];

test("who maintains the site is said, or that it is not set; the original's offices are named as such", async ({ page, open }) => {
  await open("data/");
  const shown = await facts(page, "問い合わせ先");
  const { name, url } = snapshot.maintainer;
  assert.ok(shown.get("このサイトの運営者").startsWith(name || url || NOT_SET), shown.get("このサイトの運営者"));
  for (const office of OFFICES) assert.ok(shown.get(office), office);
  await region(page, "問い合わせ先").getByText(/国のダッシュボードの問い合わせ先で、このサイトの運営者ではありません/).waitFor();
});

test("corrections are there, or it is said that there are none", async ({ address, page, open }) => {
  await open("data/");
  const section = region(page, "正誤情報").first();
  const { path } = snapshot.files.find((it) => it.path.includes("/errata."));
  const { entries } = await (await fetch(address(`data/${path}`))).json();
  if (entries.length) assert.equal(await section.getByRole("row").count(), entries.length + 1);
  else await section.getByText(`これまでに訂正したものはありません（${date(snapshot.published_at)}の公開から）。`).waitFor();
});

const [corrected] = cases;
const earlier = "2020-01-02";
const filled = useAltered({
  "errata.csv": (text) => `${text.split("\n", 1)}
${earlier},,,前の説明,今の説明,分かりやすくした,
${snapshot.published_at},${corrected.id},vendor,甲社,,取り違え,https://example.org/a?b=1&c=2
`,
  "snapshot.toml": (text) =>
    text
      .replace(/^update_note = .*$/m, 'update_note = "毎年4月"')
      .replace(/^name = .*$/m, 'name = "ある市の情報課"')
      .replace(/^url = .*$/m, 'url = "https://example.org/contact"'),
}, { past: { 取り違え: "<b>取り違え</b>" } });

test("corrections, maintainer and plan of updates are shown once they are set", async ({ page, open, url }) => {
  await filled.show(page);
  await open("data/");
  await table(page, "正誤情報").waitFor();
  // The newest first, and what the maintainer wrote as text.
  assert.deepEqual(await rows(table(page, "正誤情報")), [
    [date(snapshot.published_at), corrected.id, "事業者", "甲社", "記載なし", "<b>取り違え</b> 出典外部サイト"],
    [date(earlier), "全体", "", "前の説明", "今の説明", "分かりやすくした"],
  ]);
  const source = table(page, "正誤情報").getByRole("link", { name: /^出典/ });
  assert.equal(await source.getAttribute("href"), "https://example.org/a?b=1&c=2");
  assert.equal((await facts(page, "このデータ版")).get("更新の予定"), "毎年4月");
  const maintainer = region(page, "問い合わせ先").getByRole("link", { name: /^ある市の情報課/ });
  assert.equal(await maintainer.getAttribute("href"), "https://example.org/contact");
  await table(page, "正誤情報").getByRole("link", { name: corrected.id }).click();
  await eventuallyEqual(() => page.url(), url(`cases/${corrected.id}/`));
});
