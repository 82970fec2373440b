//! Units of amounts in tables of others, wherever these state them, and sums.

use serde_json::json;

use crate::snapshot_mapping_heads::{TOTTORI, Table};

#[test]
fn a_unit_in_the_head_holds_where_the_mapping_names_none() {
    for (head, yen) in [
        ("初期費用（千円）", 1_200_000),
        ("初期費用(単位:万円)", 12_000_000),
        ("初期費用[百万円、税込]", 1_200_000_000),
        ("初期費用　億円", 120_000_000_000_u64),
        ("初期費用（円）", 1_200),
    ] {
        let columns = format!("initial_cost_yen = \"{head}\"");
        let heads = format!("都道府県,種別,領域,\"{head}\"");
        let table = Table::new(&columns, &[&heads, &format!("{TOTTORI},1200")]);
        let run = table.import();
        assert_eq!(run.code, 0, "{head}: {}", run.err);
        assert_eq!(table.case()["initial_cost_yen"], json!(yen), "{head}");
    }
}

#[test]
fn an_amount_of_which_nobody_tells_the_unit_is_asked_for() {
    // A fraction that is left out is no unit.
    for head in ["初期費用", "初期費用（千円未満切捨て）", "初期費用（税込）"] {
        let heads = format!("都道府県,種別,領域,{head}");
        let import = |column: &str, amount: &str| {
            let row = format!("{TOTTORI},\"{amount}\"");
            Table::new(column, &[&heads, &row]).import()
        };
        let column = format!("initial_cost_yen = \"{head}\"");
        let run = import(&column, "280,000");
        assert_eq!(run.code, 1, "{head}: {}", run.err);
        for told in ["金額の単位", "columns.initial_cost_yen", "unit = \"千円\""] {
            assert!(run.err.contains(told), "{told} in {}", run.err);
        }
        assert_eq!(import(&column, "280,000円").code, 0, "its own unit");
        let with_unit = format!("initial_cost_yen = {{ head = \"{head}\", unit = \"円\" }}");
        assert_eq!(import(&with_unit, "280,000").code, 0, "that of the mapping");
    }
}

#[test]
fn a_line_above_the_table_or_a_row_below_the_heads_tells_the_unit() {
    let heads = "都道府県,種別,領域,初期費用";
    let row = format!("{TOTTORI},\"280,000\"");
    let column = "initial_cost_yen = \"初期費用\"";
    for rows in [
        vec!["一覧,,,（単位：千円）", heads, &row],
        vec!["※金額は千円,,,", "", heads, &row],
        vec![heads, ",,,(千円)", &row],
        vec![",,,費用（千円）", heads, &row],
        vec!["（単位：千円）,,,", heads, "1,2,3,4", &row],
    ] {
        let table = Table::new(column, &rows);
        let run = table.import();
        assert_eq!(run.code, 0, "{rows:?}: {}", run.err);
        assert_eq!(table.case()["initial_cost_yen"], json!(280_000_000), "{rows:?}");
    }
}

#[test]
fn a_sum_of_one_prefecture_is_no_case() {
    for sum in ["計", "合計（1件）", "小計", "県計"] {
        let rows = ["都道府県,種別,領域,件名", &format!("{TOTTORI},{sum}")];
        let table = Table::new("title = \"件名\"", &rows);
        let run = table.import();
        assert_eq!(run.code, 1, "{sum}");
        assert!(run.err.contains("事例の行ではないようです"), "{sum}: {}", run.err);
    }
}

#[test]
fn a_unit_of_the_mapping_that_contradicts_the_head_is_told() {
    let of = |unit: &str| format!("annual_cost_yen = {{ head = \"運用費（千円）\", unit = \"{unit}\" }}");
    let rows = ["都道府県,種別,領域,運用費（千円）".to_owned(), format!("{TOTTORI},1200")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let run = Table::new(&of("万円"), &rows).import();
    assert_eq!(run.code, 1);
    for told in ["運用費（千円）", "万円", "「千円」", "columns.annual_cost_yen.unit"] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    let agreeing = Table::new(&of("千円"), &rows);
    let run = agreeing.import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(agreeing.case()["annual_cost_yen"], json!(1_200_000));
}
