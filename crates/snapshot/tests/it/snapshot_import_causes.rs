//! Mistakes that lead to others on other sheets. Each is told once, where it was made, with what follows from it.

use std::collections::BTreeMap;

use crate::program::Run;
use crate::snapshot_import::{Desk, cell};
use crate::snapshot_import_mistakes::{desk, messages};
use crate::snapshot_workbook::import;

/// The row of a municipality on its sheet, and its cells.
fn row(desk: &Desk, file: &str, column: usize, text: &str) -> (u32, Vec<String>) {
    let table = desk.workshop.read(file);
    let at = table.lines().position(|line| line.split(',').nth(column) == Some(text)).unwrap();
    let cells = table.lines().nth(at).unwrap().split(',').map(str::to_owned).collect();
    (u32::try_from(at).unwrap() + 2, cells)
}

/// The only message of a workbook that is refused: its cell, and its text.
#[track_caller]
fn only(found: BTreeMap<String, Vec<String>>) -> (String, String) {
    let all: Vec<(String, String)> = found
        .into_iter()
        .flat_map(|(place, told)| told.into_iter().map(move |it| (place.clone(), it)))
        .collect();
    let [one] = all.as_slice() else { panic!("{all:#?}") };
    one.clone()
}

#[track_caller]
fn assert_only(desk: &Desk, place: &str, words: &[&str]) {
    let (at, message) = only(messages(desk));
    assert_eq!(at, place, "{message}");
    for word in words {
        assert!(message.contains(word), "{word}: {message}");
    }
}

#[track_caller]
fn assert_told(run: &Run, words: &[&str]) {
    assert!(words.iter().all(|word| run.err.contains(word)), "{words:?}: {}", run.err);
}

#[test]
fn a_mistyped_population_is_told_where_it_was_typed_with_the_sums_that_would_follow() {
    let desk = desk(1);
    let (at, cells) = row(&desk, "municipalities.csv", 2, "倉吉市");
    let (sum, _) = row(&desk, "prefectures.csv", 0, "31");
    desk.change(|it| it.set_number("市区町村", &format!("H{at}"), "1"));
    let was = format!("もとの「{}」", cells[7]);
    let sums = format!("シート「都道府県」のN{sum}");
    let meant = format!("もしかして： 「{}」", cells[7]);
    assert_only(&desk, &format!("市区町村 H{at}"), &[&was, &sums, "シート「設定」のB19", &meant]);
}

#[test]
fn two_changes_behind_one_sum_are_named_beside_it() {
    let desk = desk(1);
    let [(one, _), (other, _)] = ["倉吉市", "米子市"].map(|name| row(&desk, "municipalities.csv", 2, name));
    desk.change(|it| {
        it.set_number("市区町村", &format!("H{one}"), "47000");
        it.set_number("市区町村", &format!("H{other}"), "147000");
    });
    let run = desk.assert_refused(&["行を合計した値と合いません", "この変更のためかもしれません"]);
    assert_told(&run, &[&format!("H{one}（もとの「"), &format!("H{other}（もとの「")]);
}

#[test]
fn a_sum_that_was_changed_itself_is_told_at_its_own_cell() {
    let desk = desk(1);
    let (sum, _) = row(&desk, "prefectures.csv", 0, "31");
    desk.change(|it| it.set_number("都道府県", &format!("N{sum}"), "1"));
    assert_only(&desk, &format!("都道府県 N{sum}"), &["行を合計した値と合いません"]);
}

#[test]
fn a_number_of_staff_that_is_gone_is_one_mistake() {
    let desk = desk(1);
    let (at, cells) = row(&desk, "municipalities.csv", 2, "倉吉市");
    desk.change(|it| it.set_text("市区町村", &format!("J{at}"), ""));
    let was = format!("もとの「{}」", cells[9]);
    assert_only(&desk, &format!("市区町村 J{at}"), &[&was, &format!("K{at}"), "シート「都道府県」のP33"]);
}

#[test]
fn a_city_that_becomes_a_town_by_its_name_is_told_at_the_name_only() {
    let desk = desk(3);
    let (at, _) = row(&desk, "municipalities.csv", 2, "倉吉市");
    desk.change(|it| it.set_text("市区町村", &format!("C{at}"), "倉吉町"));
    assert_only(
        &desk,
        &format!("市区町村 C{at}"),
        &["「市」で終わる名前", "もとの「倉吉市」から変わっています"],
    );
}

#[test]
fn a_kind_that_has_changed_is_told_once_with_all_four_sums() {
    let desk = desk(1);
    let (at, _) = row(&desk, "municipalities.csv", 2, "三朝町");
    desk.change(|it| it.set_text("市区町村", &format!("E{at}"), "村"));
    assert_only(
        &desk,
        &format!("市区町村 E{at}"),
        &["もとの「町」", "シート「都道府県」のL33", &format!("C{at}")],
    );
}

#[test]
fn a_renamed_type_is_told_at_its_row_with_the_cases_that_have_it() {
    let desk = desk(12);
    let (at, _) = row(&desk, "system_types.csv", 1, "電子入札");
    desk.change(|it| it.set_text("システム種別", &format!("B{at}"), "電子入札・開札"));
    let words = [
        "もとの「電子入札」を、シート「事例」の12か所（H3、H4、H5など）が使っています",
        "もしかして： 「電子入札」",
    ];
    assert_only(&desk, &format!("システム種別 B{at}"), &words);
}

#[test]
fn a_type_renamed_as_another_one_is_one_message_too() {
    let desk = desk(2);
    let (at, _) = row(&desk, "system_types.csv", 1, "電子入札");
    desk.change(|it| it.set_text("システム種別", &format!("B{at}"), "電子申請"));
    assert_only(
        &desk,
        &format!("システム種別 B{at}"),
        &["二度あります", "もとの「電子入札」から変わっています"],
    );
}

#[test]
fn a_word_that_is_taken_out_while_cases_have_it_is_told_once() {
    let desk = desk(2);
    let (at, _) = row(&desk, "system_types.csv", 1, "電子入札");
    let (other, _) = row(&desk, "system_types.csv", 0, "other");
    desk.change(|it| {
        it.delete_row("システム種別", at);
        it.delete_row("システム種別", other);
    });
    let run =
        desk.assert_refused(&["もとの表にある行が2行ありません", "「電子入札」を、シート「事例」の2か所"]);
    assert!(run.err.contains("問題は全部で1件です"), "{}", run.err);
    // Somebody who wants it gone still cannot leave the cases with it.
    let run = import(&desk.workbook, &desk.workshop.source(), &["--allow-removal"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert_told(&run, &["「電子入札」の行がなくなりましたが、シート「事例」の2か所"]);
}

#[test]
fn a_municipality_that_is_taken_out_is_one_mistake_with_its_shape_and_sums() {
    let desk = desk(1);
    let (at, _) = row(&desk, "municipalities.csv", 2, "ニセコ町");
    desk.change(|it| it.delete_row("市区町村", at));
    let run =
        desk.assert_refused(&["もとの表にある行が1行ありません", "「ニセコ町」を、シート「郡」の1か所"]);
    assert!(run.err.contains("問題は全部で1件です"), "{}", run.err);
}

#[test]
fn a_slug_in_a_wrong_form_is_told_once_and_not_with_what_refers_to_it() {
    let desk = desk(1);
    let (at, _) = row(&desk, "system_types.csv", 0, "security-cloud");
    desk.change(|it| it.set_text("システム種別", &format!("A{at}"), "My Number"));
    let found = messages(&desk);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn evidence_without_its_field_is_told_at_the_field() {
    let desk = desk(3);
    desk.change(|it| it.set_text("根拠", "B5", ""));
    assert_only(&desk, "根拠 B5", &["空欄"]);
}

#[test]
fn rows_below_each_other_without_an_id_are_one_mistake() {
    let desk = desk(3);
    desk.change(|it| {
        for row in [4, 6, 8] {
            it.set_text("参加自治体", &format!("A{row}"), "");
        }
    });
    let found = messages(&desk);
    assert_eq!(found.len(), 3, "{found:#?}");
    for row in [4, 6, 8] {
        assert!(found[&format!("参加自治体 A{row}")][0].contains("上の行と同じ事例なら"), "{found:#?}");
    }
}

#[test]
fn merged_cells_are_one_mistake() {
    let desk = desk(3);
    desk.change(|it| {
        it.set("参加自治体", "A4", "", "");
        let part = it.part_of("参加自治体");
        it.edit(&part, |xml| {
            xml.replace(
                "</sheetData>",
                "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>",
            )
        });
    });
    assert_only(&desk, "参加自治体 A3", &["結合"]);
}

#[test]
fn an_unknown_case_in_the_corrections_is_told_beside_wrong_ids() {
    let desk = desk(3);
    desk.change(|it| {
        it.set_text("事例", &cell("id", 3), "31-E-Bidding-1000");
        for (column, text) in
            [("A", "2026-11-24"), ("B", "01-nothing-2020"), ("D", "誤り"), ("E", "正しい"), ("F", "誤記")]
        {
            it.set_text("正誤情報", &format!("{column}3"), text);
        }
    });
    let found = messages(&desk);
    assert!(found.contains_key("正誤情報 B3"), "{found:#?}");
}
