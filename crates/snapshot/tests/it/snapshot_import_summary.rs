//! The changes that an import has made, told by the sheet on which they were made.

use serde_json::json;

use crate::program::{Workshop, bare_case, cases};
use crate::snapshot_import::{Desk, cell};
use crate::snapshot_workbook::import;

/// The lines on sheets in the summary.
fn told(desk: &Desk) -> Vec<String> {
    let run = import(&desk.workbook, &desk.workshop.source(), &["--allow-removal"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let lines = run.out.lines().filter(|line| line.contains("： "));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn rows_of_the_parts_of_cases_are_counted_on_their_own_sheets() {
    let desk = Desk::new();
    desk.change(|it| {
        it.set_text("出典", "D3", "直した題名");
        it.delete_row("効果額", 3);
        for (column, text) in [("A", "31-e-bidding-2020"), ("B", "product"), ("C", "s1")] {
            it.set_text("根拠", &format!("{column}9"), text);
        }
    });
    assert_eq!(
        told(&desk),
        ["出典： 1行を直しました", "効果額： 1行を削除しました", "根拠： 1行を加えました"]
    );
}

#[test]
fn a_case_itself_is_counted_only_where_its_own_row_has_changed() {
    let desk = Desk::new();
    desk.change(|it| it.set_text("事例", &cell("vendor", 3), "直した株式会社"));
    assert_eq!(told(&desk), ["事例： 1行を直しました"]);
}

#[test]
fn rows_that_go_or_come_with_their_case_are_counted_too() {
    let workshop = Workshop::new();
    let mut second = bare_case("13-gis-2");
    second["title"] = json!("消す事例");
    workshop.write_cases(&[bare_case("13-gis-1"), second]);
    let desk = Desk::of(workshop);
    let sources = cases()[1]["sources"].as_array().unwrap().len();
    desk.change(|it| {
        it.delete_row("事例", 4);
        (0..sources).for_each(|at| it.delete_row("出典", u32::try_from(3 + sources + at).unwrap()));
    });
    assert_eq!(
        told(&desk),
        ["事例： 1行を削除しました".to_owned(), format!("出典： {sources}行を削除しました")]
    );
}

#[test]
fn rows_that_only_stand_in_another_order_are_told() {
    let workshop = Workshop::new();
    let mut case = bare_case("13-gis-1");
    let source = case["sources"][0].clone();
    let mut other = source.clone();
    (other["key"], other["url"]) = (json!("s2"), json!("https://example.jp/other"));
    case["sources"] = json!([source, other]);
    workshop.write_cases(&[case]);
    let desk = Desk::of(workshop);
    desk.change(|it| it.swap_rows("出典", 3, 4));
    assert_eq!(told(&desk), ["出典： 行の順が変わりました"]);
}
