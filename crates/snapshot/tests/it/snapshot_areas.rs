//! `counties.csv` and `wards.csv`: what people type before the name of a place, or in its stead.

use std::fs;

use joint_procurement_testing::read;

use crate::program::Workshop;
use crate::snapshot_tables::check;

fn check_table(name: &str, header: &str, rows: &str, expected: &[&str]) {
    check(|workshop| workshop.write(name, format!("{header}\n{rows}\n")), expected);
}

#[test]
fn counties_are_checked() {
    let check_rows = |rows: &str, expected: &[&str]| {
        check_table("counties.csv", "prefecture,name,municipalities", rows, expected)
    };
    check_rows("鳥取県,岩美,313025", &["2行目 name", "「郡」で終わる名前"]);
    check_rows("鳥取県,岩美郡,", &["2行目 municipalities", "空欄です"]);
    check_rows("鳥取県,岩美郡,313026", &["2行目 municipalities", "町村の団体コードではありません", "313026"]);
    check_rows("鳥取県,岩美郡,312011", &["2行目 municipalities", "町村の団体コードではありません", "312011"]);
    check_rows("島根県,岩美郡,313025", &["2行目 prefecture", "岩美町（313025）の都道府県と合いません"]);
    check_rows(
        "鳥取県,岩美郡,313025\n鳥取県,八頭郡,313025",
        &["3行目 municipalities", "岩美郡にも書かれています"],
    );
}

#[test]
fn wards_are_checked() {
    let check_rows =
        |rows: &str, expected: &[&str]| check_table("wards.csv", "code,city,name,kana", rows, expected);
    check_rows("011012,札幌市,中央区,ちゅうおうく", &["2行目 code", "検査数字"]);
    check_rows("011011,札幌市,中央,ちゅうおう", &["2行目 name", "「区」で終わる名前"]);
    check_rows("011011,札幌市,中央区,チュウオウク", &["2行目 kana", "ひらがな"]);
    check_rows("011011,函館市,中央区,ちゅうおうく", &["2行目 city", "正しい値： 札幌市"]);
    check_rows("131032,千代田区,港区,みなとく", &["2行目 code", "municipalities.csv にもある"]);
    check_rows("011029,札幌市,北区,きたく\n011011,札幌市,中央区,ちゅうおうく", &["3行目 code", "コードの順"]);
}

#[test]
fn a_folder_without_them_has_no_wards_and_no_counties() {
    let workshop = Workshop::new();
    let with = |workshop: &Workshop| {
        workshop.build_well();
        let municipalities = read(&workshop.data()).municipalities;
        (municipalities.wards().count(), municipalities.county("313025".parse().unwrap()).map(str::to_owned))
    };
    assert_eq!(with(&workshop), (171, Some("岩美郡".to_owned())));
    for name in ["counties.csv", "wards.csv"] {
        fs::remove_file(workshop.file(name)).unwrap();
    }
    fs::remove_dir_all(workshop.data()).unwrap();
    assert_eq!(with(&workshop), (0, None));
}
