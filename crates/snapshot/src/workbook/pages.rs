//! The sheets that are no tables: how to use the workbook, what the columns mean, the words of drop-downs.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::cell::Cell;
use super::write::Looks;
use super::{DEFINITIONS_SHEET, HEAD_ROWS, Sheets, VOCABULARY_SHEET, WELCOME_SHEET};
use crate::source::columns::{Choice, Column, Kind, Table};

const WELCOME: [&str; 10] = [
    "このワークブックは、共同調達の事例のもとの表です。直して保存し、snapshot import で取り込むと、もとの表が直ります。",
    "一つのシートが一つの表です。1行目が列の名前、2行目が技術名です。この二つの行と、シートの名前は変えないでください。",
    "列の名前に付いたメモと、シート「定義」に、列の意味と書き方があります。黄色の列は必ず書きます。",
    "分からない値は空欄にします。「不明」「－」「なし」などとは書きません。",
    "事例はシート「事例」に1行に1件あります。参加自治体・参考文書・出典・根拠・効果額・値のない理由は、それぞれのシートに、事例のidを付けて書きます。",
    "新しい事例は、シート「事例」の下に行を加え、ほかと重ならないid（都道府県コード-語-数字）を付けます。公開した事例のidは変えません。",
    "一覧から選ぶ列には、選択肢が出ます。日付は 2023、2023-04、2023-04-01 のように、分かる細かさで書きます。",
    "団体コードは文字列です。先頭の 0 が消えても、取り込むときに補います。",
    "行を削除したときは、取り込むときに、どの行がなくなるかを知らせます。隠した行や、フィルターで見えない行も読みます。",
    "取り込みは、すべてを検査してから行います。直すところがあれば、シートとセルを知らせて、何も書き換えません。",
];

/// Writes how to use the workbook.
pub fn welcome(sheet: &mut Worksheet, sheets: &Sheets, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(WELCOME_SHEET)?;
    sheet.set_column_width(0, 110)?;
    sheet.write_string_with_format(0, 0, "共同調達の事例のもとの表", &looks.head)?;
    let mut row = 1;
    for line in WELCOME {
        sheet.write_string_with_format(row, 0, line, &looks.wrapped)?;
        row += 1;
    }
    if !sheets.withheld.is_empty() {
        let warning =
            "掲載を希望しない事例（赤い行）が入っています。公開したり、人に渡したりしないでください。";
        sheet.write_string_with_format(row, 0, warning, &looks.head)?;
    }
    Ok(())
}

/// Writes what every column means and allows.
pub fn definitions(
    sheet: &mut Worksheet,
    tables: &[(Table, Vec<Vec<Cell>>)],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(DEFINITIONS_SHEET)?;
    let heads = ["シート", "ファイル", "列", "技術名", "必須", "書き方", "使える語", "意味"];
    for ((at, head), width) in (0..).zip(heads).zip([18, 20, 24, 24, 6, 36, 48, 72]) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, head, &looks.head)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut row = 1;
    for (table, _) in tables {
        let mut write = |cells: [&str; 8]| -> Result<(), XlsxError> {
            for (at, cell) in (0..).zip(cells) {
                sheet.write_string_with_format(row, at, cell, &looks.wrapped)?;
            }
            row += 1;
            Ok(())
        };
        write([table.sheet, table.file, "", "", "", "", "", table.note])?;
        for column in table.columns {
            let (form, words) = (column.kind.form(), words(column));
            let needed = if column.required { "必須" } else { "" };
            write([table.sheet, table.file, column.ja, column.name, needed, &form, &words, column.note])?;
        }
    }
    Ok(())
}

fn words(column: &Column) -> String {
    let choices = column.kind.choices();
    choices.iter().map(|choice| choice.ja).collect::<Vec<_>>().join("、")
}

/// The words of the drop-downs, each list a column of a sheet.
pub struct Vocabulary {
    lists: Vec<(&'static str, Vec<Choice>)>,
}

impl Vocabulary {
    pub fn of(tables: &[(Table, Vec<Vec<Cell>>)]) -> Self {
        let mut lists: Vec<(&'static str, Vec<Choice>)> = Vec::new();
        for column in tables.iter().flat_map(|(table, _)| table.columns) {
            if let Kind::Word(choices) = column.kind
                && !lists.iter().any(|(_, list)| *list == choices())
            {
                lists.push((column.ja, choices()));
            }
        }
        Self { lists }
    }

    /// Gives the formula of the range in which the words of a kind stand.
    pub fn range(&self, kind: &Kind) -> Option<String> {
        let choices = kind.choices();
        let at = self.lists.iter().position(|(_, list)| *list == choices)?;
        let column = letters(at);
        Some(format!("='{VOCABULARY_SHEET}'!${column}$2:${column}${}", choices.len() + 1))
    }

    pub fn write(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
        sheet.set_name(VOCABULARY_SHEET)?;
        for (at, (name, choices)) in (0..).zip(&self.lists) {
            sheet.set_column_width(at, 26)?;
            sheet.write_string_with_format(0, at, *name, &looks.head)?;
            for (row, choice) in (1..).zip(choices) {
                sheet.write_string_with_format(row, at, choice.ja, &looks.text)?;
            }
        }
        sheet.set_freeze_panes(HEAD_ROWS - 1, 0)?;
        Ok(())
    }
}

/// Gives the letters of a column, counted from 0.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
