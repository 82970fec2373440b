//! Workbooks as spreadsheet programs leave them: what they changed is undone, and what people changed is told.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::program::{Run, Workshop, bare_case, contents};
use crate::snapshot_workbook::{export, import};
use crate::xlsx::Xlsx;

/// A source folder and its workbook.
pub struct Desk {
    pub workshop: Workshop,
    pub workbook: PathBuf,
    pub before: BTreeMap<PathBuf, Vec<u8>>,
}

impl Desk {
    pub fn new() -> Self {
        Self::of(Workshop::new())
    }

    /// The sheet of cases has these from its third row on.
    pub fn of(workshop: Workshop) -> Self {
        let workbook = workshop.source().with_file_name("tables.xlsx");
        let run = export(&workshop.source(), &workbook);
        assert_eq!(run.code, 0, "{}", run.err);
        let before = contents(&workshop.source());
        Self { workshop, workbook, before }
    }

    pub fn change(&self, change: impl FnOnce(&mut Xlsx)) -> &Self {
        let mut xlsx = Xlsx::open(&self.workbook);
        change(&mut xlsx);
        xlsx.save(&self.workbook);
        self
    }

    pub fn import(&self) -> Run {
        import(&self.workbook, &self.workshop.source(), &[])
    }

    /// Imports the workbook, which changes nothing.
    #[track_caller]
    pub fn assert_unchanged(&self) -> Run {
        let run = self.import();
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(contents(&self.workshop.source()) == self.before, "a byte has changed: {}", run.out);
        run
    }

    /// Imports the workbook, which is refused with all these words, and changes nothing.
    #[track_caller]
    pub fn assert_refused(&self, words: &[&str]) -> Run {
        let run = self.import();
        assert_eq!(run.code, 1, "{}", run.out);
        for word in words {
            assert!(run.err.contains(word), "{word}: {}", run.err);
        }
        assert!(contents(&self.workshop.source()) == self.before, "something was written");
        run
    }
}

/// The cell of a case: its row on the sheet, counted from 1, and the column by its name.
pub fn cell(column: &str, row: u32) -> String {
    let names: Vec<&str> = "id prefecture_code lead_organization lead_kind scope form title system_type domain \
        participants_count participants_all_in_prefecture stated_population stated_staff prefecture_participates \
        partner_prefecture_codes introduced introduced_kind procurement_method vendor product initial_cost_yen \
        annual_cost_yen contract_total_yen contract_years contract_end cost_basis cost_sharing \
        prefecture_bears_cost subsidy_used subsidy_name specification_available open_to_join join_until join_terms \
        benefits background process contact_department contact_telephone contact_email status withheld"
        .split_whitespace()
        .collect();
    let at = names.iter().position(|name| *name == column).unwrap_or_else(|| panic!("{column}"));
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    if at < 26 { format!("{}{row}", letter(at)) } else { format!("A{}{row}", letter(at - 26)) }
}

#[test]
fn codes_that_lost_their_zeros_get_them_back() {
    let desk = Desk::new();
    let run = desk
        .change(|xlsx| {
            for row in 3..=477 {
                let code =
                    desk.workshop.read("municipalities.csv").lines().nth(row - 2).unwrap()[..6].to_owned();
                xlsx.set_number("市区町村", &format!("A{row}"), code.trim_start_matches('0'));
            }
            xlsx.set_number("都道府県", "A3", "1");
            xlsx.set_number("事例", &cell("prefecture_code", 3), "31");
        })
        .assert_unchanged();
    assert!(run.err.contains("475個のセル（A3など）のコードに、消えた先頭の 0 を補いました"), "{}", run.err);
    assert!(run.err.contains("シート「都道府県」の「都道府県コード」： 1個のセル（A3）"), "{}", run.err);
}

#[test]
fn dates_that_programs_made_are_read_as_they_are_shown() {
    let desk = Desk::new();
    let run = desk
        .change(|xlsx| {
            let (day, month) = (xlsx.style(14), xlsx.style(17));
            // April 2020 as the program shows it, and as a day.
            xlsx.set("事例", &cell("introduced", 3), &month, "<v>43922</v>");
            xlsx.set("事例", &cell("contract_end", 3), &day, "<v>45717</v>");
            xlsx.set("参考文書", "E3", &day, "<v>43800</v>");
            xlsx.set("出典", "F3", "t=\"d\"", "<v>2020-02-29T00:00:00</v>");
        })
        .assert_unchanged();
    assert!(run.err.contains("日付の形から文字に直して"), "{}", run.err);
}

#[test]
fn whatever_programs_write_a_value_as_it_is_the_same() {
    let desk = Desk::new();
    desk.change(|xlsx| {
        xlsx.set_number("事例", &cell("participants_count", 3), "2.0");
        xlsx.set_number("事例", &cell("initial_cost_yen", 3), "1E6");
        xlsx.set_number("効果額", "B3", "33.29999999999999");
        xlsx.set("事例", &cell("subsidy_used", 3), "t=\"b\"", "<v>1</v>");
        xlsx.set("事例", &cell("participants_all_in_prefecture", 3), "t=\"b\"", "<v>0</v>");
        xlsx.set_text("事例", &cell("vendor", 3), "見本株式会社");
        let rich = "<is><r><rPr><b/></rPr><t>見本</t></r><r><t>入札</t></r><rPh sb=\"0\" eb=\"2\"><t>ミホン</t></rPh></is>";
        xlsx.set("事例", &cell("product", 3), "t=\"inlineStr\"", rich);
        // A formatted cell far away is nothing, and so is a row that is hidden or stands elsewhere.
        xlsx.set("事例", "XFD1048576", "s=\"1\"", "");
        let part = xlsx.part_of("事例");
        xlsx.edit(&part, |xml| xml.replacen("<row r=\"4\"", "<row r=\"4\" hidden=\"1\"", 1));
        xlsx.swap_rows("事例", 3, 5);
        xlsx.swap_rows("市区町村", 10, 20);
    })
    .assert_unchanged();
}

#[test]
fn columns_may_stand_in_another_order_with_others_beside_them() {
    let desk = Desk::new();
    let run = desk
        .change(|xlsx| {
            for (cell, text) in
                [("A1", "事例にある語"), ("A2", "synonym"), ("B1", "入力する語"), ("B2", "term")]
            {
                xlsx.set_text("同義語", cell, text);
            }
            let lines: Vec<String> =
                desk.workshop.read("synonyms.csv").lines().skip(1).map(str::to_owned).collect();
            for (row, line) in (3..).zip(&lines) {
                let (term, synonym) = line.split_once(',').unwrap();
                xlsx.set_text("同義語", &format!("A{row}"), synonym);
                xlsx.set_text("同義語", &format!("B{row}"), term);
            }
            xlsx.set_text("同義語", "D5", "作業用のメモ");
        })
        .assert_unchanged();
    assert!(run.err.contains("シート「同義語」のD列は、表の列ではない"), "{}", run.err);
}

#[test]
fn a_formula_gives_its_value_and_is_told() {
    let desk = Desk::new();
    let run = desk
        .change(|xlsx| {
            xlsx.set("事例", &cell("participants_count", 3), "", "<f>1+1</f><v>2</v>");
            xlsx.set(
                "事例",
                &cell("vendor", 3),
                "t=\"str\"",
                "<f>\"見本\"&amp;\"株式会社\"</f><v>見本株式会社</v>",
            );
        })
        .assert_unchanged();
    assert!(run.err.contains("に数式があります。計算された値を読みました"), "{}", run.err);
}

#[test]
fn corrections_and_new_rows_reach_the_tables() {
    let desk = Desk::new();
    let run = desk
        .change(|xlsx| {
            xlsx.set_text("事例", &cell("vendor", 3), "直した株式会社");
            xlsx.set_text("事例", &cell("status", 3), "調達済");
            xlsx.set_text("事例", &cell("scope", 4), "市町村どうしの事例");
            xlsx.set_text("事例", &cell("lead_kind", 4), "協議会");
            xlsx.set_text("事例", &cell("annual_cost_yen", 3), "1000-");
            for (column, text) in [
                ("id", "13-gis-2030"),
                ("prefecture_code", "13"),
                ("lead_organization", "見本都"),
                ("lead_kind", "都道府県"),
                ("scope", "都道府県が関わる事例"),
                ("title", "新しい事例"),
                ("system_type", "電子入札"),
                ("domain", "総務部門"),
                ("benefits", "費用削減、業務の標準化"),
            ] {
                xlsx.set_text("事例", &cell(column, 7), text);
            }
            for (at, text) in (b'A'..).zip(["13-gis-2030", "s1", "https://example.jp/new", "題名", "見本都"])
            {
                xlsx.set_text("出典", &format!("{}7", char::from(at)), text);
            }
            xlsx.set_text("出典", "G7", "公的");
            xlsx.set_text("設定", "B4", "直した題名");
        })
        .import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("事例： 1行を加えました、2行を直しました"), "{}", run.out);
    assert!(run.out.contains("設定： 1行を直しました"), "{}", run.out);
    let text = desk.workshop.read("cases.jsonl");
    let cases: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let case = |id: &str| cases.iter().find(|case| case["id"] == id).unwrap();
    let full = case("31-e-bidding-2020");
    assert_eq!(full["vendor"], json!("直した株式会社"));
    assert_eq!((&full["status"], &full["annual_cost_yen"]), (&json!("調達済"), &json!([1000, null])));
    assert_eq!(case("13-gis-1")["scope"], json!("municipal"));
    let new = case("13-gis-2030");
    assert_eq!(
        (&new["lead_kind"], &new["benefits"]),
        (&json!("prefecture"), &json!(["費用削減", "業務の標準化"]))
    );
    assert_eq!((&new["vendor"], &new["savings"], &new["evidence"]), (&json!(null), &json!([]), &json!({})));
    assert_eq!(new["sources"][0]["published"], json!(null));
    let settings = desk.workshop.read("snapshot.toml");
    assert!(settings.contains("title = \"直した題名\"") && settings.contains("# 画面とダウンロード"));
    desk.workshop.build_well();
    // Nothing else has changed.
    for (path, bytes) in contents(&desk.workshop.source()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            ["cases.jsonl", "snapshot.toml"].contains(&name.as_str()) || desk.before[&path] == bytes,
            "{name}"
        );
    }
}

#[test]
fn rows_that_are_gone_are_named_and_go_only_when_wanted() {
    let workshop = Workshop::new();
    let mut second = bare_case("13-gis-2");
    second["title"] = json!("消す事例");
    workshop.write_cases(&[bare_case("13-gis-1"), second]);
    let desk = Desk::of(workshop);
    desk.change(|xlsx| {
        xlsx.delete_row("事例", 4);
        xlsx.delete_row("出典", 4);
        xlsx.delete_row("同義語", 5);
    });
    let run = desk.assert_refused(&[
        "13-gis-2",
        "もとの表にある行が1行ありません",
        "シート「同義語」",
        "--allow-removal",
    ]);
    assert!(!run.err.contains("13-gis-1、"), "{}", run.err);
    let run = import(&desk.workbook, &desk.workshop.source(), &["--allow-removal"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let untold = "「事例の削除」の行が、シート「正誤情報」にありません（13-gis-2）";
    assert!(run.out.contains("事例： 1行を削除しました") && run.err.contains(untold), "{}", run.err);
    assert!(!desk.workshop.read("cases.jsonl").contains("13-gis-2"));
}

#[test]
fn a_case_that_the_corrections_tell_of_as_removed_goes_without_being_asked() {
    let workshop = Workshop::new();
    workshop.write_cases(&[bare_case("13-gis-1"), bare_case("13-gis-2")]);
    let desk = Desk::of(workshop);
    desk.change(|xlsx| {
        xlsx.delete_row("事例", 4);
        xlsx.delete_row("出典", 4);
        for (cell, text) in [
            ("A3", "2026-11-24"),
            ("B3", "13-gis-2"),
            ("C3", "事例の削除"),
            ("D3", "消した事例"),
            ("F3", "重複"),
        ] {
            xlsx.set_text("正誤情報", cell, text);
        }
    });
    let run = desk.import();
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(desk.workshop.read("errata.csv").contains("2026-11-24,13-gis-2,removal,消した事例,,重複,\n"));
}

#[test]
fn a_folder_without_tables_and_a_missing_workbook_are_told() {
    let desk = Desk::new();
    let run = import(&desk.workbook, &desk.workshop.file("none"), &[]);
    assert!(run.code == 1 && run.err.contains("もとの表のフォルダーがありません"), "{}", run.err);
    let run = import(&desk.workshop.file("none.xlsx"), &desk.workshop.source(), &[]);
    assert!(run.code == 1 && run.err.contains("見つかりません"), "{}", run.err);
    fs::remove_file(desk.workshop.file("domains.csv")).unwrap();
    let run = desk.import();
    assert!(run.code == 1 && run.err.contains("domains.csv"), "{}", run.err);
}
