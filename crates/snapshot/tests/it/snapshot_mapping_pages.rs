//! Pages that tell of the rows of a table, and drafts that know of them.

use std::fs;

use serde_json::json;

use crate::program::snapshot;
use crate::snapshot_mapping_heads::{TOTTORI, Table, compiled};

#[test]
fn the_page_of_each_row_may_stand_in_a_column() {
    let page = "[source]\ntitle = \"{title}\"\nurl = { head = \"参考URL\" }\npublisher = \"{prefecture}\"\nclass = \"公的\"";
    let table = compiled(page);
    let rows = |url: &str| format!("都道府県,種別,領域,事例名,参考URL\n{TOTTORI},見本,{url}");
    fs::write(table.file(), rows("https://example.jp/a")).unwrap();
    let run = table.import();
    assert_eq!(run.code, 0, "{}", run.err);
    let source = table.case()["sources"][0].clone();
    for (key, value) in [("url", "https://example.jp/a"), ("title", "見本"), ("publisher", "鳥取県")] {
        assert_eq!(source[key], json!(value), "{source}");
    }
    // The cell is named as the table names it.
    let table = compiled(page);
    fs::write(table.file(), rows("県のページ")).unwrap();
    let run = table.import();
    for told in ["2行目", "参考URL（URL）", "県のページ"] {
        assert!(run.code == 1 && run.err.contains(told), "{told}: {}", run.err);
    }
}

#[test]
fn a_draft_knows_the_pages_and_names_what_goes_with_dates_and_amounts() {
    let table = Table::new(
        "",
        &[
            "都道府県,件名,システム名,稼働開始年月,契約金額（千円）,出典URL",
            "鳥取県,見本,電子申請,2023-04,1,",
        ],
    );
    let file = table.file().display().to_string();
    let source = table.workshop.source().display().to_string();
    let run = snapshot(&["import".to_owned(), file, "--source".to_owned(), source, "--guess".to_owned()]);
    assert_eq!(run.code, 0, "{}", run.err);
    let draft = fs::read_to_string(table.workshop.file("../table.mapping.toml")).unwrap();
    for line in [
        "[source]\nurl = { head = \"出典URL\" }",
        "# publisher = \"\"   # 発行者（必ず書く）",
        "introduced_kind = \"稼働開始\"",
        "cost_basis = \"契約額\"",
    ] {
        assert!(draft.contains(line), "{line}: {draft}");
    }
}
