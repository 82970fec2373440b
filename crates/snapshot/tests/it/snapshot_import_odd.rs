//! Workbooks that are odd, or made to do harm: read with a word about it, or refused, never a crash.

use std::fs;

use crate::snapshot_import::{Desk, cell};
use crate::xlsx::Xlsx;

/// Imports a workbook that was changed; nothing changes, and these words are told.
#[track_caller]
fn assert_noted(change: impl FnOnce(&mut Xlsx), words: &[&str]) {
    let desk = Desk::new();
    let run = desk.change(change).assert_unchanged();
    for word in words {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
}

#[test]
fn what_nobody_sees_is_read_and_told() {
    assert_noted(
        |it| {
            let part = it.part_of("事例");
            it.edit(&part, |xml| {
                let xml = xml.replacen("<row r=\"4\"", "<row r=\"4\" hidden=\"1\"", 1);
                let xml = xml.replacen("<row r=\"6\"", "<row r=\"6\" hidden=\"1\"", 1);
                let at = xml.find("<autoFilter").unwrap();
                let end = at + xml[at..].find("/>").unwrap();
                let filter = "><filterColumn colId=\"0\"><filters><filter val=\"a\"/></filters></filterColumn></autoFilter>";
                format!("{}{filter}{}", &xml[..end], &xml[end + 2..])
            });
            let part = it.part_of("出典");
            it.edit(&part, |xml| {
                let xml =
                    xml.replacen("<col min=\"2\" max=\"2\"", "<col min=\"2\" max=\"2\" hidden=\"1\"", 1);
                xml.replacen("<cols>", "<cols><col min=\"100\" max=\"16384\" hidden=\"1\"/>", 1)
            });
            it.edit("xl/workbook.xml", |xml| {
                xml.replace("<sheet name=\"郡\"", "<sheet name=\"郡\" state=\"veryHidden\"")
            });
        },
        &[
            "シート「事例」でフィルターなどで隠れている2行（4行目など）も読みました",
            "シート「出典」で隠れている1列（B）も読みました",
            "シート「郡」は隠れています",
        ],
    );
}

#[test]
fn macros_and_links_to_other_files_are_left_alone() {
    assert_noted(
        |it| {
            it.add("xl/vbaProject.bin", *b"\xd0\xcf\x11\xe0");
            it.add("xl/externalLinks/externalLink1.xml", "<externalLink/>");
            it.set("事例", &cell("participants_count", 3), "", "<f>[1]表!A1</f><v>2</v>");
        },
        &["マクロは動かさず", "ほかのファイルの値を使うセル", "に数式があります"],
    );
}

#[test]
fn a_workbook_of_the_strict_form_is_the_same() {
    assert_noted(
        |it| {
            it.edit_all(|xml| {
                xml.replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main",
                )
                .replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
            });
            let day = it.style(14);
            let date = format!("t=\"d\" {day}");
            it.set("出典", "F3", &date, "<v>2020-02-29</v>");
        },
        &["日付の形から文字に直して"],
    );
}

#[test]
fn names_that_lead_out_of_the_archive_are_no_paths() {
    let desk = Desk::new();
    let outside = desk.workbook.with_file_name("evil.txt");
    desk.change(|it| {
        for name in ["../evil.txt", "/evil.txt", "xl/../../evil.txt", "..\\evil.txt"] {
            it.add(name, "harm");
        }
    })
    .assert_unchanged();
    assert!(!outside.exists());
}

#[test]
fn what_would_fill_the_memory_is_refused_in_words() {
    let laughs = (0..9).fold("<!ENTITY l0 \"lol\">".to_owned(), |all, at| {
        format!("{all}<!ENTITY l{} \"{}\">", at + 1, format!("&l{at};").repeat(10))
    });
    type Change = Box<dyn Fn(&mut Xlsx)>;
    let changes: [(Change, &str); 5] = [
        (
            Box::new(move |it| {
                let doctype = format!("<!DOCTYPE sst [{laughs}]><sst ");
                it.edit("xl/sharedStrings.xml", |xml| {
                    xml.replacen("<sst ", &doctype, 1).replacen("<t>", "<t>&l9;", 1)
                });
            }),
            "DOCTYPE",
        ),
        (
            Box::new(|it| {
                it.edit("xl/sharedStrings.xml", |xml| {
                    let at = xml.find("uniqueCount=\"").unwrap() + 13;
                    format!("{}99999999999{}", &xml[..at], &xml[at..])
                });
            }),
            "表計算ソフトが書かない",
        ),
        (
            Box::new(|it| {
                let text = "あ".repeat(1_000_000);
                it.set_text("事例", &cell("background", 3), &text);
            }),
            "表計算ソフトが書かない",
        ),
        (
            Box::new(|it| {
                let part = it.part_of("郡");
                let many = "<mergeCell ref=\"A1:B1\"/>".repeat(100_001);
                it.edit(&part, |xml| {
                    xml.replace("</sheetData>", &format!("</sheetData><mergeCells>{many}</mergeCells>"))
                });
            }),
            "結合したセルが多すぎる",
        ),
        (
            Box::new(|it| {
                let part = it.part_of("郡");
                it.edit(&part, |xml| {
                    xml.replace(
                        "<sheetData>",
                        &format!("<sheetData><row r=\"9\">{}</row>", "<c/>".repeat(20_000)),
                    )
                });
            }),
            "表計算ソフトが書かない",
        ),
    ];
    for (change, words) in changes {
        let desk = Desk::new();
        let run = desk.change(change).assert_refused(&["tables.xlsx", words]);
        assert!(run.err.contains("全部で1件"), "{}", run.err);
    }
}

#[test]
fn numbers_beyond_all_dates_are_no_crash() {
    for number in ["1e300", "-1e300", "-1", "1e15", "NaN", "99999999"] {
        let desk = Desk::new();
        desk.change(|it| {
            let day = it.style(14);
            it.set("出典", "F3", &day, &format!("<v>{number}</v>"));
        });
        assert_eq!(desk.import().code, 1, "{number}");
    }
}

#[test]
fn a_workbook_cut_off_anywhere_is_told() {
    let desk = Desk::new();
    let whole = fs::read(&desk.workbook).unwrap();
    for part in 1..8 {
        fs::write(&desk.workbook, &whole[..whole.len() * part / 8]).unwrap();
        desk.assert_refused(&["壊れている"]);
    }
}
