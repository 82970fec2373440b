//! `synonyms.csv`: words that the search takes for the same.

use std::fs;

use serde_json::Value;

use crate::program::{Workshop, real_data, snapshot};
use crate::snapshot_tables::check;

const FILE: &str = "synonyms.csv";

fn check_table(rows: &str, expected: &[&str]) {
    check(|workshop| workshop.write(FILE, format!("term,synonym\n{rows}\n")), expected);
}

#[test]
fn pairs_that_do_nothing_are_refused() {
    check_table("オンライン申請,電子申請\nオンライン申請,電子申請", &["3行目 term", "2行目と同じ組"]);
    check_table(
        "オンライン申請,電子申請\n電子申請,ｵﾝﾗｲﾝ申請",
        &["3行目 term", "2行目と同じ組", "どちらの語で探しても"],
    );
    check_table("ＲＰＡ,rpa", &["2行目 synonym", "検索では term と同じ語です"]);
    check_table("クラウド,くらうど", &["2行目 synonym", "検索では term と同じ語です"]);
    check_table("オンライン 申請,電子申請", &["2行目 term", "空白があります"]);
    check_table("オンライン申請,電子　申請", &["2行目 synonym", "空白があります"]);
    check_table(",電子申請", &["2行目 term", "空欄です"]);
    check_table("オンライン申請,", &["2行目 synonym", "空欄です"]);
}

#[test]
fn a_synonym_that_no_case_has_is_told() {
    let workshop = Workshop::new();
    workshop.write(FILE, "term,synonym\nそろばん,電子計算機のない語\n町,岩美町\n");
    let run = workshop.build_well();
    assert!(run.err.contains("お知らせ") && run.err.contains("2行目 電子計算機のない語"), "{}", run.err);
    assert!(!run.err.contains("3行目"), "{}", run.err);
}

#[test]
fn every_published_synonym_stands_in_the_data() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let source = real_data().join("source");
    let run = snapshot(&[
        "build".as_ref(),
        "--source".as_ref(),
        source.as_os_str(),
        "--out".as_ref(),
        folder.path().as_os_str(),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.err.contains(FILE), "{}", run.err);
}

#[test]
fn a_folder_without_the_table_has_no_synonyms() {
    let workshop = Workshop::new();
    let published = |workshop: &Workshop| -> Value {
        let run = workshop.build_well();
        assert!(run.out.contains("データ版"));
        let folder = workshop.data().join("2026-11-23");
        let names = fs::read_dir(&folder).expect("the snapshot").flatten();
        let terms = names.map(|it| it.path()).find(|path| path.to_string_lossy().contains("terms."));
        serde_json::from_slice(&fs::read(terms.expect("the terms")).expect("read")).expect("JSON")
    };
    let rows = workshop.read(FILE).lines().count() - 1;
    assert_eq!(published(&workshop)["synonyms"].as_array().map(Vec::len), Some(rows));
    fs::remove_file(workshop.file(FILE)).expect("removed");
    assert_eq!(published(&workshop).get("synonyms"), None);
}
