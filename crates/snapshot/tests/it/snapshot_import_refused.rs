//! Workbooks with mistakes: each is told with its sheet and cell, and nothing is written.

use std::fs;

use crate::program::Workshop;
use crate::snapshot_import::{Desk, cell};
use crate::snapshot_workbook::import;

#[test]
fn mistakes_are_told_by_sheet_and_cell_all_in_one_run() {
    let desk = Desk::new();
    desk.change(|it| {
        it.set_text("事例", &cell("status", 3), "稼動中");
        it.set_text("事例", &cell("participants_count", 3), "3");
        it.set("事例", &cell("vendor", 3), "t=\"e\"", "<v>#REF!</v>");
        it.set("事例", &cell("product", 3), "", "<f>A1</f>");
        it.set_text("事例", &cell("background", 3), "見本_x000D_\n会社");
        let day = it.style(16);
        it.set("事例", &cell("cost_sharing", 3), &day, "<v>46024</v>");
        it.set_text("事例", "A4", "31-e-bidding-2020");
        it.set_text("出典", "G3", "新聞");
        it.set_text("出典", "C3", "example.jp");
        it.set_text("出典", "I3", "昨日");
        it.set_text("効果額", "B3", "約4割");
        it.set_text("値のない理由", "A3", "31-none-1");
        it.set_text("市区町村", "A3", "011003");
        it.set("市区町村", "C5", "t=\"e\"", "<v>#N/A</v>");
        it.set_text("システム種別", "B4", "電子申請");
        it.set_text("同義語", "B4", "電子 申請");
        it.delete_row("同義語", 10);
        it.set_text("設定", "B8", "きのう");
    });
    let run = desk.assert_refused(&[
        "tables.xlsx",
        "シート「事例」のAO3",
        "もしかして： 「稼働中」",
        "シート「事例」のJ3",
        "シート「事例」のS3",
        "#REF!",
        "シート「事例」のT3",
        "計算結果のない数式",
        "シート「事例」のAJ3",
        "改行",
        "シート「事例」のAA3",
        "値が日付になっています",
        "2026-01-02",
        "シート「事例」のA4",
        "3行目と同じ id です",
        "シート「出典」のG3",
        "シート「出典」のC3",
        "シート「出典」のI3",
        "シート「効果額」のB3",
        "シート「値のない理由」のA3",
        "シート「事例」にない id",
        "シート「市区町村」のA3",
        "検査数字",
        "シート「市区町村」のC5",
        "シート「システム種別」のB4",
        "シート「同義語」のB4",
        "もとの表にある行が1行ありません",
        "シート「設定」のB8",
    ]);
    // A cell that cannot be read is told once, not also as empty.
    assert_eq!(run.err.matches("市区町村」のC5").count(), 1, "{}", run.err);
    assert!(!run.err.contains("■ cases.jsonl"), "{}", run.err);
}

#[test]
fn an_item_that_stands_twice_in_other_words_is_told() {
    let desk = Desk::new();
    desk.change(|it| {
        it.set_text("根拠", "B3", "事業者");
        for (cell, text) in [("A4", "31-e-bidding-2020"), ("B4", "vendor"), ("C4", "s1")] {
            it.set_text("根拠", cell, text);
        }
    })
    .assert_refused(&["シート「根拠」のB4", "二度あります", "見つかった値： vendor"]);
}

#[test]
fn a_title_above_the_heads_is_one_mistake() {
    let desk = Desk::new();
    let run = desk
        .change(|it| {
            let part = it.part_of("領域");
            it.edit(&part, |xml| {
                let down = |row: u32| format!("<row r=\"{row}\"");
                // The domains are three, below two rows of heads.
                (1..=5).rev().fold(xml, |xml, row| {
                    let xml = xml.replace(&down(row), &down(row + 1));
                    ('A'..='Z').fold(xml, |xml, column| {
                        xml.replace(
                            &format!("<c r=\"{column}{row}\""),
                            &format!("<c r=\"{column}{}\"", row + 1),
                        )
                    })
                })
            });
            let title =
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>領域の一覧</t></is></c></row>";
            it.edit(&part, |xml| xml.replace("<sheetData>", title));
        })
        .assert_refused(&["シート「領域」のA2", "見出しより上の行を削除"]);
    assert!(run.err.contains("問題は全部で1件です"), "{}", run.err);
}

/// Both are told only where the tables that they refer to are right.
#[test]
fn participants_and_evidence_are_told_by_sheet_and_cell() {
    let desk = Desk::new();
    desk.change(|it| {
        it.set_text("参加自治体", "B4", "見本市");
        it.set_text("根拠", "C3", "s9");
    })
    .assert_refused(&["シート「参加自治体」のB4 参加自治体名", "シート「根拠」のC3 出典の名前", "s9"]);
}

#[test]
fn sheets_and_columns_that_are_missing_are_named() {
    Desk::new()
        .change(|it| it.edit("xl/workbook.xml", |xml| xml.replace("name=\"出典\"", "name=\"出典 (2)\"")))
        .assert_refused(&["シート「出典」がありません", "「出典 (2)」"]);
    Desk::new()
        .change(|it| {
            it.set_text("出典", "D1", "だいめい");
            it.set_text("出典", "D2", "");
        })
        .assert_refused(&["シート「出典」のD1", "見出しが変わっています", "もしかして： 「題名」"]);
    // One of the two heads is enough.
    let desk = Desk::new();
    desk.change(|it| it.delete_row("出典", 2)).assert_unchanged();
    let desk = Desk::new();
    desk.change(|it| it.delete_row("市区町村", 1)).assert_unchanged();
}

#[test]
fn merged_cells_are_told() {
    Desk::new()
        .change(|it| {
            let part = it.part_of("郡");
            it.edit(&part, |xml| {
                xml.replacen(
                    "<dataValidations",
                    "<mergeCells count=\"1\"><mergeCell ref=\"A3:A5\"/></mergeCells><dataValidations",
                    1,
                )
            });
        })
        .assert_refused(&["シート「郡」のA3", "結合"]);
}

#[test]
fn other_files_are_called_what_they_are() {
    let workshop = Workshop::new();
    let file = workshop.source().with_file_name("a.xlsx");
    let cfb = |name: &str| {
        let mut bytes = vec![0; 4096];
        bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[1024..1024 + name.len()].copy_from_slice(&name);
        bytes
    };
    for (bytes, expected) in [
        (cfb("Workbook"), "古い形式"),
        (cfb("EncryptedPackage"), "パスワードを空欄にして"),
        (b"code,name\n01,a\n".to_vec(), "文字だけのファイル"),
        (b"".to_vec(), "空のファイル"),
        (b"PK\x03\x04 xl/workbook.bin".to_vec(), "バイナリー形式"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(), "OpenDocument"),
        (b"PK\x03\x04 more".to_vec(), "壊れている"),
        (b"\x00\x01\x02".to_vec(), "ワークブック（.xlsx）ではありません"),
    ] {
        fs::write(&file, bytes).unwrap();
        let run = import(&file, &workshop.source(), &[]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains(expected), "{expected}: {}", run.err);
    }
}
