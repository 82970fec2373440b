//! Slips that people in offices make, other than those of `snapshot_import_mistakes`: each is told with what was meant.

use crate::snapshot_import::cell;
use crate::snapshot_import_mistakes::{desk, messages};
use crate::snapshot_workbook::import;

/// The first row of the cases.
const FIRST: u32 = 3;

/// Columns of the cases, each in a row of its own, with what is typed into the cell.
const IN_CASES: [(&str, &str, &[&str]); 30] = [
    ("prefecture_code", "48", &["48 という番号のコードはありません", "もしかして： 「31」"]),
    ("introduced", "2106-04", &["2106年は、年の書き間違い", "もしかして： 「2016-04」"]),
    ("introduced", "20023-04", &["20023年は", "もしかして： 「2023-04」"]),
    ("introduced", "4月1日", &["年が書かれていません"]),
    ("introduced", "2062-04", &["公開した日より後", "もしかして： 「2026-04」"]),
    ("annual_cost_yen", "7.9E+8", &["省略した書き方", "もしかして： 「790000000」"]),
    ("stated_population", "1.2E+05", &["省略した書き方", "もしかして： 「120000」"]),
    ("participants_count", "２", &["半角の数字", "もしかして： 「2」"]),
    ("contract_years", "５", &["半角の数字", "もしかして： 「5」"]),
    ("system_type", "online-application", &["もしかして： 「電子申請」"]),
    ("system_type", "Groupware", &["もしかして： 「グループウェア」"]),
    ("partner_prefecture_codes", "青森県", &["もしかして： 「02」"]),
    ("benefits", "費用削減・業務の標準化", &["もしかして： 「費用削減、業務の標準化」"]),
    ("benefits", "費用削減/業務の標準化", &["もしかして： 「費用削減、業務の標準化」"]),
    ("benefits", "cost-reduction", &["もしかして： 「費用削減」"]),
    ("prefecture_bears_cost", "無", &["もしかして： 「なし」"]),
    ("open_to_join", "有", &["もしかして： 「参加できる」"]),
    ("open_to_join", "要相談", &["もしかして： 「相談に応じる」"]),
    ("vendor", "　見本　株式会社", &["全角の空白", "前か後ろに空白", "もしかして： 「見本 株式会社」"]),
    ("vendor", "見本\t株式会社", &["タブ", "もしかして： 「見本株式会社」"]),
    ("product", "製品 ", &["前か後ろに空白", "もしかして： 「製品」"]),
    ("product", "ﾈｯﾄﾜｰｸ", &["もしかして： 「ネットワーク」"]),
    ("lead_organization", "　", &["空白だけが書かれています"]),
    ("scope", "市町村", &["もしかして： 「市町村どうしの事例」"]),
    ("form", "共同利用型", &["もしかして： 「共同利用」"]),
    ("procurement_method", "プロポ", &["もしかして： 「公募型プロポーザル」"]),
    ("cost_basis", "契約", &["もしかして： 「契約額」"]),
    ("introduced_kind", "稼動", &["もしかして： 「稼働開始」"]),
    ("specification_available", "要請により可", &["「はい」でも「いいえ」でもありません"]),
    ("contract_end", "2028", &["月がありません"]),
];

/// Cells of other sheets, with what is typed into them.
const ELSEWHERE: [(&str, &str, &str, &[&str]); 9] = [
    ("参加自治体", "B3", "倉吉市、三朝町", &["「倉吉市」「三朝町」を、2つに分けて"]),
    ("参加自治体", "B5", "倉吉市（オブザーバー）", &["もしかして： 「倉吉市」", "かっこの中"]),
    ("参加自治体", "B7", "倉吉市ほか", &["全部の名前", "数だけ"]),
    ("根拠", "C6", "s1,s1", &["区切り", "もしかして： 「s1」"]),
    ("出典", "F10", "2062-04-01", &["公開した日", "もしかして： 「2026-04-01」"]),
    ("市区町村", "F5", "４３．０６", &["日本の中の位置", "もしかして： 「43.06」"]),
    ("市区町村", "H6", "２４８１０６", &["もしかして： 「248106」"]),
    ("行政区", "D4", "キタク", &["もしかして： 「きたく」"]),
    ("設定", "B8", "2026/11/23", &["もしかして： 「2026-11-23」"]),
];

#[test]
fn each_slip_is_told_once_with_what_was_meant() {
    let desk = desk(IN_CASES.len());
    let mut expected: Vec<(String, &[&str])> = Vec::new();
    desk.change(|it| {
        for (row, (column, typed, words)) in (FIRST..).zip(IN_CASES) {
            it.set_text("事例", &cell(column, row), typed);
            expected.push((format!("事例 {}", cell(column, row)), words));
        }
        for (sheet, cell, typed, words) in ELSEWHERE {
            it.set_text(sheet, cell, typed);
            expected.push((format!("{sheet} {cell}"), words));
        }
    });
    let found = messages(&desk);
    let mut faults = Vec::new();
    for (place, words) in &expected {
        match found.get(place).map(Vec::as_slice) {
            Some([message]) => {
                let lacking = words.iter().filter(|word| !message.contains(**word));
                faults.extend(lacking.map(|word| format!("{place} lacks {word}: {message}")));
            }
            other => faults.push(format!("{place} is told otherwise than once: {other:?}")),
        }
    }
    let others = found.iter().filter(|(place, _)| !expected.iter().any(|(of, _)| of == *place));
    faults.extend(others.map(|(place, told)| format!("{place} follows from another: {told:?}")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_mark_that_is_read_as_withheld_is_told_as_such_and_nothing_of_its_row() {
    let desk = desk(2);
    desk.change(|it| it.set_text("事例", &cell("withheld", FIRST), "○"));
    let run = desk.assert_refused(&["非掲載希望の事例として扱いました", "「はい」", "はい、いいえ"]);
    assert!(
        !run.err.contains("31-e-bidding-1000") && !run.err.contains("見本の電子入札（1）"),
        "{}",
        run.err
    );
}

#[test]
fn the_name_of_a_data_version_may_be_a_date_of_excel() {
    let desk = desk(2);
    desk.change(|it| {
        let day = it.style(14);
        it.set("設定", "B3", &day, "<v>46350</v>");
    });
    let run = desk.import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(desk.workshop.read("snapshot.toml").contains("id = \"2026-11-24\""), "{}", run.out);
}

#[test]
fn a_case_that_is_taken_out_is_one_mistake_and_takes_its_rows_along() {
    let desk = desk(2);
    desk.change(|it| it.delete_row("事例", FIRST));
    let run = desk.assert_refused(&["もとの表にある行が1行ありません", "31-e-bidding-1000", "事例と一緒に"]);
    assert!(run.err.contains("問題は全部で1件です"), "{}", run.err);
    let run = import(&desk.workbook, &desk.workshop.source(), &["--allow-removal"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!desk.workshop.read("cases.jsonl").contains("31-e-bidding-1000"), "{}", run.out);
}

#[test]
fn an_id_that_is_that_of_another_row_is_told_where_it_is_wrong() {
    let desk = desk(3);
    desk.change(|it| it.set_text("事例", &cell("id", FIRST), "31-e-bidding-1001"));
    let words = ["のA3", "4行目と同じ id です", "もしかして： 「31-e-bidding-1000」", "問題は全部で1件です"];
    desk.assert_refused(&words);
}
