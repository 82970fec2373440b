//! Tables of others that are odd, and mappings with mistakes: each is told in words, with its line or cell.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Run, Workshop};
use crate::snapshot_mapping::{cases, empty, import, official};
use crate::survey_book::{BELOW, GIFU, HEADS, TOTTORI, survey};

/// A table of lines, its cells in quotation marks.
fn table(mark: char, rows: &[[&str; 18]]) -> String {
    let line = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
        cells.join(&mark.to_string()) + "\n"
    };
    let heads: Vec<&str> =
        HEADS.iter().map(|(upper, lower)| if lower.is_empty() { *upper } else { *lower }).collect();
    line(&heads) + &rows.iter().map(|row| line(row)).collect::<String>()
}

/// A mapping like that of the survey, changed.
fn mapping(workshop: &Workshop, changes: &[(&str, &str)]) -> PathBuf {
    let mut text = fs::read_to_string(official()).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let path = workshop.file("../own.toml");
    fs::write(&path, text).unwrap();
    path
}

fn run(workshop: &Workshop, file: &Path, mapping: &Path) -> Run {
    import(workshop, file, &["--mapping", mapping.to_str().unwrap()])
}

/// Imports a text with the mapping of the survey.
fn run_text(name: &str, text: &str) -> (Workshop, Run) {
    let workshop = empty();
    let file = workshop.file("..").join(name);
    fs::write(&file, text).unwrap();
    let run = run(&workshop, &file, &official());
    (workshop, run)
}

#[track_caller]
fn assert_told(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, code, "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
}

#[test]
fn a_table_is_the_same_whatever_stands_between_its_cells_and_whatever_its_name() {
    let (workshop, run) = run_text("a.csv", &table(',', &[TOTTORI, GIFU]));
    assert_told(&run, 0, &[]);
    for (name, mark, told) in
        [("a.csv", ';', "セミコロン"), ("a.csv", '\t', "タブ"), ("a.tsv", '\t', "タブ"), ("a.xlsx", ',', "")]
    {
        let (other, run) = run_text(name, &table(mark, &[TOTTORI, GIFU]));
        assert_told(&run, 0, &[told]);
        assert_eq!(cases(&other), cases(&workshop), "{name} {mark:?}");
    }
}

#[test]
fn a_workbook_is_one_whatever_its_name() {
    let workshop = empty();
    let file = workshop.file("../回答.csv");
    let book = workshop.file("../回答.xlsx");
    survey(&book, &[("回答", &[TOTTORI])]);
    fs::rename(&book, &file).unwrap();
    assert_told(&run(&workshop, &file, &official()), 0, &[]);
    assert_eq!(cases(&workshop).len(), 1);
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_nothing() {
    let text = table(',', &[TOTTORI, GIFU]).replace("\"総務部情報課\"", "\"総務部情報課");
    let (workshop, run) = run_text("a.csv", &text);
    assert_told(&run, 1, &["a.csv", "引用符", "閉じられていません"]);
    // The case has line breaks in a cell; the last of its lines opens the mark.
    let line = text.lines().position(|line| line.ends_with("総務部情報課")).unwrap() + 1;
    assert!(run.err.contains(&format!("{line}行目")), "{line}: {}", run.err);
    assert!(cases(&workshop).is_empty());
}

#[test]
fn totals_are_told_and_left_out_only_where_the_mapping_says_so() {
    let mut total = [""; 18];
    (total[0], total[4]) = ("合計", "21");
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    survey(&file, &[("回答", &[TOTTORI, BELOW, total])]);
    let told = run(&workshop, &file, &official());
    assert_told(&told, 1, &["シート「回答」のA7", "合計や注記", "skip = [\"合計\"]"]);
    assert!(told.err.contains("全部で1件"), "{}", told.err);
    let own = mapping(&workshop, &[("sheets = []", "sheets = []\nskip = [\"合計\"]")]);
    assert_told(&run(&workshop, &file, &own), 0, &["1行（シート「回答」の7行目）は読みませんでした"]);
    assert_eq!(cases(&workshop).len(), 2);
}

#[test]
fn a_number_that_is_said_to_be_near_is_taken_only_where_the_mapping_says_so() {
    let mut row = TOTTORI;
    row[8] = "約1億円";
    let (workshop, told) = run_text("a.csv", &table(',', &[row]));
    assert_told(&told, 1, &["おおよその数", "100000000", "columns.initial_cost_yen", "about = \"数とする\""]);
    let own = mapping(&workshop, &[("規模\", unit", "規模\", about = \"数とする\", unit")]);
    let taken = run(&workshop, &workshop.file("../a.csv"), &own);
    assert_told(&taken, 0, &["「約1億円」 → 「100000000」"]);
    // A fiscal year has a word of its own, too.
    row[10] = "令和5年度";
    fs::write(workshop.file("../a.csv"), table(',', &[row])).unwrap();
    let own = mapping(&workshop, &[("fiscal_year = \"年\"", "fiscal_year = \"確かめる\"")]);
    assert_told(&run(&workshop, &workshop.file("../a.csv"), &own), 1, &["fiscal_year = \"年\""]);
}

#[test]
fn a_wrong_mapping_says_what_is_wrong_where_and_what_was_meant() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    survey(&file, &[("回答", &[TOTTORI])]);
    let text = fs::read_to_string(official()).unwrap();
    for (from, to, told) in [
        ("system_type = \"システム種別\"", "system_typ = \"システム種別\"", "もしかして： 「system_type」"),
        ("unit = \"万円\"", "unit = \"万\"", "千円、万円"),
        ("unit = \"万円\"", "unti = \"万円\"", "もしかして： 「unit」"),
        ("[answers]", "[answer]", "もしかして： 「answers」"),
        ("all = true", "all = \"はい\"", "true、false"),
        ("kind = \"official\"", "knd = \"official\"", "もしかして： 「kind」"),
        ("lead_kind = \"都道府県\"", "lead_kind = \"都道府\"", "もしかして： 「都道府県」"),
        ("{ head = \"導入時期\", fiscal", "{ fiscal", "見出しが書かれていません"),
        ("domain = \"領域\"", "domain = 領域", "引用符で囲まれていません"),
        ("domain = \"領域\"", "domain ＝ \"領域\"", "全角"),
        ("[words.system_type]", "[words.vendor]", "この項目の列がありません"),
    ] {
        assert!(text.contains(from), "{from}");
        let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
        let run = run(&workshop, &file, &mapping(&workshop, &[(from, to)]));
        assert_told(&run, 1, &["own.toml", told]);
        assert!(run.err.contains(&format!("{line}行目")), "{to} {line}: {}", run.err);
    }
}

#[test]
fn heads_that_the_table_has_not_are_told_with_those_that_it_has() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    survey(&file, &[("回答", &[TOTTORI])]);
    for (changes, words) in [
        (
            &[("\"導入時期\"", "\"導入の時期\"")][..],
            &["導入の時期", "もしかして： 「導入時期」", "「領域」"][..],
        ),
        (&[("sheets = []", "sheets = [\"答え\"]")], &["シート「答え」がありません", "回答"]),
    ] {
        let own = mapping(&workshop, changes);
        assert_told(&run(&workshop, &file, &own), 1, words);
    }
    let (_, run) = run_text("a.csv", "名前,年齢\n甲,20\n乙,30\n");
    assert_told(&run, 1, &["どのシートにもありません", "「名前」「年齢」", "--guess", "全部で1件"]);
}
