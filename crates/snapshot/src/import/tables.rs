//! The tables as they are, and as they stand on the sheets of a workbook.

use std::collections::HashMap;
use std::path::Path;

use super::book::{Book, Found, Raw};
use super::settings;
use super::sheet::{FoundSheet, Head, read_sheet};
use crate::problem::{Problem, Report};
use crate::progress::Bar;
use crate::source::columns::{Kind, Shape, TABLES, Table};
use crate::workbook::folder::{self, CaseRow, Rows};
use crate::workbook::{self, KEY, VALUE};

/// The tables as they are.
pub struct OldTables {
    pub cases: Vec<CaseRow>,
    pub tables: HashMap<&'static str, Rows>,
}

impl OldTables {
    pub fn read(source: &Path, report: &mut Report) -> Self {
        let is_rows = |table: &&Table| matches!(table.shape, Shape::Rows { .. });
        let tables = TABLES.iter().filter(is_rows);
        Self {
            cases: folder::cases(source, report),
            tables: tables.map(|table| (table.file, folder::rows(source, table, report))).collect(),
        }
    }
}

/// The sheets of the workbook.
pub struct FoundTables {
    pub cases: FoundSheet,
    /// The others of which every column is there.
    pub tables: Vec<(Table, FoundSheet)>,
    pub settings: Option<FoundSheet>,
}

impl FoundTables {
    /// Reads every sheet. One that is missing, or has not the columns of its table, is reported and left out; `None`
    /// where that is the one of the cases.
    pub fn read(book: &mut Book, old: &OldTables, report: &mut Report) -> Option<Self> {
        let names = book.sheets();
        let mut taken: Vec<String> = Vec::new();
        let mut tables = Vec::new();
        let (mut cases, mut settings) = (None, None);
        let bar = Bar::new(TABLES.len(), "シートを読んでいます");
        for table in TABLES {
            bar.step();
            let on = match names.iter().find(|name| *name == table.sheet) {
                Some(name) => name.clone(),
                None => {
                    let is_absent = matches!(old.tables.get(table.file), Some(Rows::Absent));
                    let near = renamed(&table, &names);
                    if near.is_none() && is_absent {
                        continue;
                    }
                    report.add(missing_sheet(&book.name, &table, near));
                    let Some(near) = near else { continue };
                    near.clone()
                }
            };
            let found = read_table(book, &table, &on, report);
            taken.push(on);
            match (table.shape, found) {
                (_, None) => {}
                (Shape::Cases, found) => cases = found.filter(|found| !found.lacks(0)),
                (_, Some(found)) if !found.is_whole() => {}
                (Shape::Settings, found) => settings = found,
                (_, Some(found)) => tables.push((table, found)),
            }
        }
        bar.finish();
        note_others(&names, &taken, report);
        Some(Self { cases: cases?, tables, settings })
    }
}

fn read_table(book: &mut Book, table: &Table, on: &str, report: &mut Report) -> Option<FoundSheet> {
    if table.shape == Shape::Settings {
        let heads = workbook::SETTINGS_HEADS.map(|(ja, name)| Head { name, ja, required: false });
        let key_at = heads.iter().position(|head| head.name == KEY).unwrap_or_default();
        let kind = |column: usize, cells: &[Option<Found>]| match cells.get(key_at) {
            Some(Some(Found { raw: Raw::Text(key), .. }))
                if heads.get(column).is_some_and(|head| head.name == VALUE) =>
            {
                let is_day = matches!(cells.get(column), Some(Some(Found { raw: Raw::Day { .. }, .. })));
                settings::kind(key, is_day)
            }
            _ => Kind::Text,
        };
        return read_sheet(book, table.sheet, on, &heads, kind, report);
    }
    let heads: Vec<Head> = table
        .columns
        .iter()
        .map(|column| Head { name: column.name, ja: column.ja, required: column.required })
        .collect();
    let kind = |column: usize, _: &[Option<Found>]| {
        table.columns.get(column).map_or(Kind::Text, |column| column.kind)
    };
    read_sheet(book, table.sheet, on, &heads, kind, report)
}

/// The sheets of a workbook that are no tables.
const OTHERS: [&str; 3] = [workbook::WELCOME_SHEET, workbook::DEFINITIONS_SHEET, workbook::VOCABULARY_SHEET];

/// Notes the sheets that are none of tables, each with the one that it may be a copy of.
fn note_others(names: &[String], taken: &[String], report: &mut Report) {
    let others = names.iter().filter(|name| !OTHERS.contains(&name.as_str()) && !taken.contains(name));
    for name in others {
        let copied = taken.iter().find(|of| name.starts_with(of.as_str()));
        let copied = copied.map(|of| format!("「{of}」の写しなら、直すのは「{of}」のほうです。"));
        report.note(format!(
            "シート「{name}」は表ではないので、読みませんでした。{}",
            copied.unwrap_or_default()
        ));
    }
}

/// Finds the sheet that probably is the one of a table, with another name.
fn renamed<'a>(table: &Table, names: &'a [String]) -> Option<&'a String> {
    let is_free = |name: &&String| {
        !OTHERS.contains(&name.as_str()) && !TABLES.iter().any(|table| table.sheet == **name)
    };
    let near = names
        .iter()
        .filter(is_free)
        .map(|name| (strsim::normalized_levenshtein(name, table.sheet), name))
        .filter(|(likeness, name)| *likeness >= 0.5 || name.contains(table.sheet))
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    near.map(|(_, name)| name)
}

fn missing_sheet(book: &str, table: &Table, near: Option<&String>) -> Problem {
    let advice = match near {
        Some(near) => format!("シート「{near}」がそれなら、名前を「{}」に戻してください。", table.sheet),
        None => "シートの名前をもとに戻してください。削除したシートは、もう一度書き出したワークブックから戻せます。".to_owned(),
    };
    Problem::new(book, format!("シート「{}」がありません。", table.sheet))
        .suggestion(near.cloned())
        .allowed(format!("「{}」という名前のシート", table.sheet))
        .advice(advice)
}
