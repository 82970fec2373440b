//! A workbook with the mistakes that people in offices make, all in one run. Each is told once, at its cell, in the
//! words of somebody who uses spreadsheets.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;

use crate::program::{Workshop, full_case};
use crate::snapshot_import::{Desk, cell};
use crate::snapshot_workbook::import;
use crate::xlsx::Xlsx;

/// The rows of the cases begin here, one each; so do those of their sources, documents, savings and evidence.
const FIRST: u32 = 3;
const CASES: u32 = 44;

/// A workbook of so many cases that differ in id and title.
pub fn desk(cases: usize) -> Desk {
    let workshop = Workshop::new();
    let case = |number: usize| {
        let mut case = full_case();
        case["id"] = json!(format!("31-e-bidding-{}", 1000 + number));
        case["title"] = json!(format!("見本の電子入札（{}）", number + 1));
        case
    };
    workshop.write_cases(&(0..cases).map(case).collect::<Vec<_>>());
    Desk::of(workshop)
}

/// Columns of the cases, each in a row of its own, with what is typed into the cell.
const IN_CASES: [(&str, &str, &[&str]); 33] = [
    ("prefecture_code", "鳥取県", &["2桁のコード", "01から47まで"]),
    ("introduced", "2023/4", &["もしかして： 「2023-04」", "日付の書き方"]),
    ("introduced", "令和5年4月", &["もしかして： 「2023-04」"]),
    ("introduced", "45017", &["通し番号", "もしかして： 「2023-04」", "「文字列」"]),
    ("introduced", "2023-13", &["13月という月はありません"]),
    ("introduced", "2031-04", &["公開した日より後", "「現況」"]),
    ("introduced", "令和5年度", &["年度では", "もしかして： 「2023」か「2024」"]),
    ("contract_end", "2028-03-31", &["日まで書かれて", "もしかして： 「2028-03」"]),
    ("initial_cost_yen", "約1億円", &["おおよそ", "もしかして： 「100000000」"]),
    ("initial_cost_yen", "1,200万円", &["数字だけ", "もしかして： 「12000000」"]),
    ("annual_cost_yen", "50000000-10000000", &["逆です", "もしかして： 「10000000-50000000」"]),
    ("contract_total_yen", "-5000", &["負の数"]),
    ("contract_years", "5年間", &["もしかして： 「5」", "100以下"]),
    ("participants_count", "多数", &["数として読めません", "0以上の整数"]),
    ("participants_count", "99", &["参加自治体の名前の数と合いません", "正しい値： 2"]),
    ("lead_kind", "県", &["もしかして： 「都道府県」"]),
    ("system_type", "電子入札システム", &["もしかして： 「電子入札」", "シート「システム種別」の「名称」"]),
    ("status", "運用中", &["もしかして： 「稼働中」"]),
    ("cost_basis", "", &["金額があるときだけ", "契約額、公表額"]),
    ("specification_available", "○", &["もしかして： 「はい」", "一覧から"]),
    ("subsidy_used", "あり", &["もしかして： 「はい」"]),
    ("benefits", "費用削減,業務の標準化", &["区切り", "もしかして： 「費用削減、業務の標準化」"]),
    ("benefits", "費用節約", &["シート「効果・ねらい」にありません"]),
    ("partner_prefecture_codes", "13、14", &["区切り", "もしかして： 「13 14」", "半角の空白"]),
    ("process", "担当は見本（090-1234-5678）。", &["電話番号"]),
    ("background", "問い合わせは someone@example.lg.jp まで。", &["メールアドレス"]),
    ("process", "\\\\server\\share\\仕様書.docx", &["ファイルの場所"]),
    ("vendor", "不明", &["シート「値のない理由」", "「事業者」"]),
    ("product", "見本\u{200b}入札", &["目に見えない文字（U+200B）"]),
    ("product", "S\u{430}lesforce", &["形の似た", "「a」に直して"]),
    ("vendor", "見本\n株式会社", &["改行"]),
    ("lead_organization", "同上", &["ほかのセルと同じ"]),
    ("title", "", &["必ず書きます"]),
];

/// Cells of other sheets, with what is typed into them.
const ELSEWHERE: [(&str, &str, &str, &[&str]); 28] = [
    ("参加自治体", "B3", "倉吉", &["もしかして： 「倉吉市」"]),
    ("参加自治体", "B5", "札幌市", &["北海道札幌市なら", "「参加するほかの都道府県」に 01"]),
    ("参加自治体", "B7", "鳥取県", &["「都道府県の参加」に書きます"]),
    ("参加自治体", "B9", "中部ふるさと広域連合", &["入っている市区町村"]),
    ("出典", "A3", "31-E-bidding-1000", &["もしかして： 「31-e-bidding-1000」"]),
    (
        "出典",
        "C5",
        "www.pref.example.jp/a.pdf",
        &["https:// から", "もしかして： 「https://www.pref.example.jp/a.pdf」"],
    ),
    ("出典", "C6", "https://example.jp/a b.pdf", &["空白があります"]),
    ("出典", "C7", "https://example.jp/?a=1&amp;b=2", &["「&」に直して"]),
    ("出典", "C8", "https://example.jp/a.pdf）", &["最後に「）」"]),
    ("出典", "C9", "https://example.jp/a https://example.jp/b", &["二つ以上"]),
    ("出典", "F10", "2023-02-30", &["2023年2月に30日はありません"]),
    ("出典", "F11", "2031-04-01", &["シート「設定」の「公開した日」"]),
    ("出典", "G12", "新聞", &["もしかして： 「報道」"]),
    ("参考文書", "B5", "仕様書案", &["もしかして： 「仕様書」"]),
    ("根拠", "B5", "ベンダー", &["もしかして： 「事業者」"]),
    ("根拠", "C6", "s9", &["この事例の出典の名前ではありません", "正しい値： s1"]),
    ("効果額", "B5", "46.7%", &["もしかして： 「46.7」"]),
    ("効果額", "B6", "0.467", &["もしかして： 「46.7」"]),
    ("効果額", "B7", "467", &["1以上100以下"]),
    ("国の制度の注記", "A3", "電子申請", &["もしかして： 「", "シート「システム種別」の「スラッグ」"]),
    ("市区町村", "H5", "12万人", &["もしかして： 「120000」"]),
    ("市区町村", "D6", "ハコダテシ", &["もしかして： 「はこだてし」"]),
    ("市区町村", "B7", "01", &["団体コードの都道府県と名前が合いません", "正しい値： 北海道"]),
    ("都道府県", "E5", "東北地方", &["もしかして： 「東北」"]),
    ("同義語", "A5", "電子 申請", &["空白"]),
    ("同義語", "B6", "電子申請、オンライン申請", &["行を分けて"]),
    ("設定", "B13", "example.jp", &["もしかして： 「https://example.jp」"]),
    ("設定", "B10", "○", &["もしかして： 「はい」"]),
];

/// Mistakes that are not typed.
fn spoil(it: &mut Xlsx) -> Vec<(String, Vec<&'static str>)> {
    let row = |number: u32| FIRST + number;
    it.set("事例", &cell("vendor", row(34)), "t=\"e\"", "<v>#REF!</v>");
    it.set("市区町村", "C9", "t=\"e\"", "<v>#N/A</v>");
    it.set("事例", &cell("vendor", row(35)), "", "<f>A1</f>");
    let day = it.style(16);
    it.set("事例", &cell("cost_sharing", row(36)), &day, "<v>46024</v>");
    it.set_text("事例", &cell("id", row(37)), "31-e-bidding-1036");
    it.set_text("事例", &cell("id", row(38)), "31-E-Bidding-1038");
    it.set_text("事例", &cell("id", row(39)), "31-e-bidding-9999");
    it.set_text("事例", &cell("id", row(CASES) + 1), "合計");
    it.set_number("事例", &cell("participants_count", row(CASES) + 1), "88");
    it.set_text("参考文書", &format!("A{}", row(CASES) + 2), "※ 見本による");
    it.set_text("参考文書", "D1", "タイトル");
    it.set_text("参考文書", "D2", "");
    let part = it.part_of("郡");
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"B4:B5\"/></mergeCells><dataValidations";
    it.edit(&part, |xml| xml.replacen("<dataValidations", merged, 1));
    it.edit("xl/workbook.xml", |xml| xml.replace("name=\"行政区\"", "name=\"行政区 (2)\""));
    let at = |column: &str, number: u32| format!("事例 {}", cell(column, row(number)));
    [
        (at("vendor", 34), vec!["#REF!", "エラー"]),
        ("市区町村 C9".to_owned(), vec!["#N/A"]),
        (at("vendor", 35), vec!["計算結果のない数式"]),
        (at("cost_sharing", 36), vec!["2026-01-02", "「文字列」"]),
        (at("id", 37), vec!["と同じ id", "もしかして： 「31-e-bidding-1037」"]),
        (at("id", 38), vec!["もしかして： 「31-e-bidding-1038」", "大文字"]),
        (at("id", 39), vec!["もしかして： 「31-e-bidding-1039」"]),
        (at("id", CASES + 1), vec!["合計", "行ごと削除"]),
        (format!("参考文書 A{}", row(CASES) + 2), vec!["表の行ではない"]),
        ("参考文書 D1".to_owned(), vec!["もしかして： 「題名」", "見出し"]),
        ("郡 B4".to_owned(), vec!["結合", "B4:B5"]),
        (" ".to_owned(), vec!["シート「行政区」がありません", "「行政区 (2)」"]),
    ]
    .into()
}

/// The messages of a report by their sheets and cells, each as the terminal has it.
pub fn messages(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let file = desk.workbook.with_extension("csv");
    let run = import(&desk.workbook, &desk.workshop.source(), &["--report", &file.display().to_string()]);
    assert_eq!(run.code, 1, "{}", run.err);
    let written = fs::read_to_string(&file).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(written.as_bytes());
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in reader.records().map(Result::unwrap).filter(|row| &row[0] == "問題") {
        let meant = row[11].split(" / ").collect::<Vec<_>>().join("」か「");
        let message =
            format!("{}：{} {} もしかして： 「{meant}」 正しい値： {}", &row[7], &row[9], &row[10], &row[12]);
        found.entry(format!("{} {}", &row[4], &row[5])).or_default().push(message);
    }
    found
}

#[test]
fn each_of_many_mistakes_is_told_once_at_its_cell_in_the_words_of_a_spreadsheet() {
    let desk = desk(CASES as usize);
    let mut expected: Vec<(String, Vec<&str>)> = Vec::new();
    desk.change(|it| {
        for (row, (column, typed, words)) in (FIRST..).zip(IN_CASES) {
            it.set_text("事例", &cell(column, row), typed);
            expected.push((format!("事例 {}", cell(column, row)), words.to_vec()));
        }
        for (sheet, cell, typed, words) in ELSEWHERE {
            it.set_text(sheet, cell, typed);
            expected.push((format!("{sheet} {cell}"), words.to_vec()));
        }
        expected.extend(spoil(it));
    });
    let found = messages(&desk);
    let mut faults = Vec::new();
    for (place, words) in &expected {
        match found.get(place).map(Vec::as_slice) {
            Some([message]) => {
                let lacking = words.iter().filter(|word| !message.contains(**word));
                faults.extend(lacking.map(|word| format!("{place} lacks {word}: {message}")));
            }
            Some(several) => faults.push(format!("{place} is told several times: {several:?}")),
            None => faults.push(format!("{place} is not told")),
        }
    }
    for (place, messages) in &found {
        if !expected.iter().any(|(of, _)| of == place) {
            faults.push(format!("{place} follows from another: {messages:?}"));
        }
        let foreign =
            ["CSV", "JSON", "null", ".csv", ".jsonl", ".toml", "_yen", "true", "false", "withheld", "_code"];
        for message in messages {
            faults.extend(
                foreign
                    .iter()
                    .filter(|word| message.contains(**word))
                    .map(|word| format!("{place} says {word}: {message}")),
            );
        }
    }
    assert!(expected.len() >= 70 && faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_a_case_has_lost_is_told_and_goes_only_when_wanted() {
    let desk = Desk::new();
    desk.change(|it| it.delete_row("参考文書", 3));
    desk.assert_refused(&[
        "シート「参考文書」",
        "もとの表にある行が1行ありません",
        "31-e-bidding-2020の仕様書",
        "--allow-removal",
    ]);
    let run = import(&desk.workbook, &desk.workshop.source(), &["--allow-removal"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("参考文書： 1行を削除しました"), "{}", run.out);
}

#[test]
fn what_is_wrong_with_cases_is_told_beside_wrong_tables() {
    let desk = desk(CASES as usize);
    desk.change(|it| {
        it.set_text("システム種別", "B4", "");
        it.set_text("事例", &cell("system_type", 4), "電子入札システム");
        it.set_text("市区町村", "H5", "多数");
        it.set_text("参加自治体", "B5", "札幌市");
    });
    let found = messages(&desk);
    let places: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(places, ["システム種別 B4", "事例 H4", "参加自治体 B5", "市区町村 H5"], "{found:?}");
}
