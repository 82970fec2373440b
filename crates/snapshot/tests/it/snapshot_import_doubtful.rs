//! Changes of a workbook that may be right, but hardly are. Each is told by its cell, with what stood there before.

use serde_json::json;

use crate::program::{Run, Workshop, full_case};
use crate::snapshot_import::{Desk, cell};
use crate::snapshot_import_mistakes::desk;
use crate::snapshot_workbook::import;

/// The cells of a municipality on its sheet.
fn municipality(desk: &Desk, name: &str) -> (u32, Vec<String>) {
    let table = desk.workshop.read("municipalities.csv");
    let at = table.lines().position(|line| line.split(',').nth(2) == Some(name)).unwrap();
    let cells = table.lines().nth(at).unwrap().split(',').map(str::to_owned).collect();
    (u32::try_from(at).unwrap() + 2, cells)
}

/// The notes of a run that hold a text.
fn notes<'a>(run: &'a Run, with: &str) -> Vec<&'a str> {
    run.err.lines().filter(|line| line.starts_with("お知らせ") && line.contains(with)).collect()
}

#[track_caller]
fn assert_noted(run: &Run, words: &[&str]) {
    let told =
        run.err.lines().any(|line| line.starts_with("お知らせ") && words.iter().all(|it| line.contains(it)));
    assert!(told, "{words:?}: {}", run.err);
}

#[test]
fn an_office_at_the_other_end_of_the_country_is_noted_with_its_way() {
    let desk = Desk::new();
    let (row, cells) = municipality(&desk, "倉吉市");
    desk.change(|it| it.set_text("市区町村", &format!("G{row}"), "135.8"));
    let run = desk.import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert_noted(&run, &[&format!("G{row}"), "倉吉市", &cells[6], "135.8", " km", "離れています"]);
    // A new office in the same town.
    let (row, cells) = municipality(&desk, "米子市");
    desk.change(|it| {
        it.set_text(
            "市区町村",
            &format!("G{row}"),
            &format!("{:.3}", cells[6].parse::<f64>().unwrap() + 0.01),
        )
    });
    assert!(notes(&desk.import(), "米子市").is_empty());
}

#[test]
fn readings_that_do_not_go_with_their_name_are_noted() {
    let desk = Desk::new();
    let [(one, _), (two, _)] = ["倉吉市", "境港市"].map(|name| municipality(&desk, name));
    desk.change(|it| {
        it.set_text("市区町村", &format!("D{one}"), "とっとりし");
        it.set_text("市区町村", &format!("D{two}"), "さかいみなとみし");
    });
    let run = desk.import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert_noted(&run, &["もとの「くらよしし」から「とっとりし」", "「鳥取市」のかなと同じ"]);
    assert_noted(&run, &["もとの「さかいみなとし」", "「境港市」のまま"]);
}

#[test]
fn numbers_that_lost_digits_are_noted_beside_the_problems_they_make() {
    let desk = Desk::new();
    let [(one, cells), (other, _)] = ["倉吉市", "米子市"].map(|name| municipality(&desk, name));
    desk.change(|it| {
        it.set_text("市区町村", &format!("H{one}"), "1");
        it.set_text("市区町村", &format!("H{other}"), "1471");
    });
    let run = desk.assert_refused(&["行を合計した値と合いません"]);
    assert_noted(&run, &[&format!("H{one}「人口」"), &format!("もとの「{}」から「1」", cells[7])]);
    assert_noted(&run, &[&format!("H{other}「人口」")]);
}

#[test]
fn amounts_in_thousands_of_yen_are_noted() {
    let workshop = Workshop::new();
    let mut case = full_case();
    (case["annual_cost_yen"], case["savings"]) = (json!(790_000_000), json!([]));
    workshop.write_cases(&[case]);
    let desk = Desk::of(workshop);
    desk.change(|it| it.set_number("事例", &cell("annual_cost_yen", 3), "790000"));
    assert_noted(
        &desk.import(),
        &["「年間運用費」", "もとの「790000000」から「790000」", "桁だけが違います"],
    );
}

#[test]
fn two_cells_that_changed_places_are_one_note() {
    let workshop = Workshop::new();
    let mut case = full_case();
    (case["vendor"], case["product"]) = (json!("見本株式会社"), json!("見本システム"));
    workshop.write_cases(&[case]);
    let desk = Desk::of(workshop);
    desk.change(|it| {
        it.set_text("事例", &cell("vendor", 3), "見本システム");
        it.set_text("事例", &cell("product", 3), "見本株式会社");
    });
    assert_noted(
        &desk.import(),
        &["S3「事業者」とT3「製品・サービス」の値が、入れ替わりました", "「見本株式会社」"],
    );
}

#[test]
fn a_column_that_slid_by_a_row_is_one_problem() {
    let desk = desk(12);
    desk.change(|it| {
        it.set_text("事例", &cell("title", 5), "新しい題名");
        for row in 6..=14 {
            it.set_text("事例", &cell("title", row), &format!("見本の電子入札（{}）", row - 3));
        }
    });
    let run = desk.assert_refused(&["シート「事例」のG5 事例名", "G5:G14 の値が、1行ずつ下にずれています"]);
    assert!(run.err.contains("問題は全部で1件です"), "{}", run.err);
}

#[test]
fn a_column_that_was_sorted_alone_is_one_problem_with_all_that_follows() {
    let desk = Desk::new();
    let table = desk.workshop.read("municipalities.csv");
    let mut numbers: Vec<u64> =
        table.lines().skip(1).map(|line| line.split(',').nth(7).unwrap().parse().unwrap()).collect();
    numbers.sort_unstable();
    desk.change(|it| {
        // All at once: a cell at a time takes long.
        let part = it.part_of("市区町村");
        it.edit(&part, |xml| {
            let mut rows = xml.split("<c r=\"H");
            let mut sorted = rows.next().unwrap().to_owned();
            let mut numbers = numbers.iter();
            for row in rows {
                let is_data = row.contains("<v>") && !row.starts_with("1\"") && !row.starts_with("2\"");
                let row = match is_data.then(|| numbers.next()).flatten() {
                    Some(number) => {
                        let (before, rest) = row.split_once("<v>").unwrap();
                        format!("{before}<v>{number}{}", &rest[rest.find("</v>").unwrap()..])
                    }
                    None => row.to_owned(),
                };
                sorted.push_str("<c r=\"H");
                sorted.push_str(&row);
            }
            sorted
        });
    });
    let run = desk.assert_refused(&["シート「市区町村」のH", "人口", "順だけが違います"]);
    assert!(run.err.contains("問題は全部で1件です"), "{}", run.err);
}

#[test]
fn cells_emptied_in_numbers_are_counted_by_column() {
    let desk = desk(5);
    desk.change(|it| {
        for row in 3..=7 {
            it.set_text("事例", &cell("product", row), "");
        }
    });
    let run = desk.import();
    assert_noted(
        &run,
        &["値のあった5個のセルが空欄になりました", "「製品・サービス」5個（T3、T4、T5ほか2個）"],
    );
    assert!(notes(&run, "正誤情報").is_empty(), "told once: {}", run.err);
}

#[test]
fn a_corrected_fact_asks_for_its_row_of_corrections() {
    let desk = desk(2);
    desk.change(|it| {
        it.set_text("事例", &cell("vendor", 3), "別の株式会社");
        it.set_text("事例", &cell("vendor", 4), "別の株式会社");
        for (column, text) in [
            ("A", "2026-11-24"),
            ("B", "31-e-bidding-1001"),
            ("C", "事業者"),
            ("D", "見本"),
            ("E", "別の株式会社"),
            ("F", "誤記"),
        ] {
            it.set_text("正誤情報", &format!("{column}3"), text);
        }
    });
    let run = desk.import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert_noted(&run, &["31-e-bidding-1000", "「事業者」を直しました", "シート「正誤情報」"]);
    assert!(notes(&run, "31-e-bidding-1001： 「事業者」").is_empty(), "{}", run.err);
}

#[test]
fn a_setting_whose_row_is_gone_is_a_mistake() {
    let desk = Desk::new();
    desk.change(|it| {
        it.delete_row("設定", 5);
        it.delete_row("設定", 11);
    });
    let run = desk.assert_refused(&["設定", "対象期間", "この設定の行がありません", "技術名 period"]);
    assert!(run.err.contains("更新の予定") || run.err.contains("問題は全部で1件"), "{}", run.err);
}

#[test]
fn notes_on_cases_that_nobody_changed_are_counted_and_stand_in_the_report() {
    let desk = desk(12);
    desk.change(|it| it.set_text("事例", &cell("vendor", 3), "別の株式会社"));
    let report = desk.workbook.with_extension("html");
    let run = import(&desk.workbook, &desk.workshop.source(), &["--report", &report.display().to_string()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_noted(&run, &["契約終了", "31-e-bidding-1000"]);
    assert_noted(&run, &["直していない行についてのお知らせが、ほかに"]);
    assert!(!run.err.contains("31-e-bidding-1005"), "{}", run.err);
    let written = std::fs::read_to_string(&report).unwrap();
    assert!(written.contains("直していない行についてのお知らせ") && written.contains("31-e-bidding-1001"));
}

#[test]
fn a_correction_that_says_something_else_is_noted_beside_mistakes_of_other_cases() {
    let desk = desk(2);
    desk.change(|it| {
        it.set_text("事例", &cell("prefecture_code", 3), "48");
        for (row, case) in [(3, "31-e-bidding-1000"), (4, "31-e-bidding-1001")] {
            for (column, text) in
                [("A", "2026-11-24"), ("B", case), ("C", "事業者"), ("E", "違う株式会社"), ("F", "誤記")]
            {
                it.set_text("正誤情報", &format!("{column}{row}"), text);
            }
        }
    });
    let run = desk.assert_refused(&["48 という番号のコードはありません"]);
    assert_noted(&run, &["31-e-bidding-1001", "違う株式会社"]);
    // Nobody knows yet what the wrong one will say.
    assert!(!notes(&run, "違う株式会社").iter().any(|note| note.contains("1000")), "{}", run.err);
}
