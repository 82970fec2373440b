//! The tables as they are, and as they stand on the sheets of a workbook.

use std::collections::HashMap;
use std::path::Path;

use super::book::{Book, Found, Raw};
use super::settings;
use super::sheet::{FoundSheet, Head, read_sheet};
use crate::problem::{Problem, Report};
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
    pub tables: Vec<(Table, FoundSheet)>,
    pub settings: FoundSheet,
}

impl FoundTables {
    /// Reads every sheet; `None` where one is missing or has not the columns of its table.
    pub fn read(book: &mut Book, old: &OldTables, report: &mut Report) -> Option<Self> {
        let names = book.sheets();
        let mut tables = Vec::new();
        let mut settings = None;
        let mut is_whole = true;
        for table in TABLES {
            if !names.iter().any(|name| name == table.sheet) {
                let is_absent = matches!(old.tables.get(table.file), Some(Rows::Absent));
                if !is_absent {
                    report.add(missing_sheet(&book.name, &table, &names));
                    is_whole = false;
                }
                continue;
            }
            let found = if table.shape == Shape::Settings {
                let heads = workbook::SETTINGS_HEADS.map(|(ja, name)| Head { name, ja });
                let key_at = heads.iter().position(|head| head.name == KEY).unwrap_or_default();
                let kind = |column: usize, cells: &[Option<Found>]| match cells.get(key_at) {
                    Some(Some(Found { raw: Raw::Text(key), .. }))
                        if heads.get(column).is_some_and(|head| head.name == VALUE) =>
                    {
                        settings::column(key).map_or(Kind::Text, |(kind, _)| kind)
                    }
                    _ => Kind::Text,
                };
                settings = read_sheet(book, table.sheet, &heads, kind, report);
                is_whole &= settings.is_some();
                continue;
            } else {
                let heads: Vec<Head> =
                    table.columns.iter().map(|column| Head { name: column.name, ja: column.ja }).collect();
                let kind = |column: usize, _: &[Option<Found>]| {
                    table.columns.get(column).map_or(Kind::Text, |column| column.kind)
                };
                read_sheet(book, table.sheet, &heads, kind, report)
            };
            is_whole &= found.is_some();
            tables.extend(found.map(|found| (table, found)));
        }
        let own = [workbook::WELCOME_SHEET, workbook::DEFINITIONS_SHEET, workbook::VOCABULARY_SHEET];
        let known = |name: &String| own.contains(&name.as_str()) || TABLES.iter().any(|it| it.sheet == name);
        let others: Vec<String> =
            names.iter().filter(|name| !known(name)).map(|name| format!("「{name}」")).collect();
        if is_whole && !others.is_empty() {
            report.note(format!("次のシートは表ではないので、読みませんでした：{}", others.concat()));
        }
        let settings = settings.filter(|_| is_whole)?;
        Some(Self { tables, settings })
    }

    pub fn of(&self, table: &Table) -> Option<&FoundSheet> {
        self.tables.iter().find(|(found, _)| found.sheet == table.sheet).map(|(_, found)| found)
    }
}

fn missing_sheet(book: &str, table: &Table, names: &[String]) -> Problem {
    let is_free = |name: &&String| !TABLES.iter().any(|table| table.sheet == **name);
    let near = names
        .iter()
        .filter(is_free)
        .map(|name| (strsim::normalized_levenshtein(name, table.sheet), name))
        .filter(|(likeness, name)| *likeness >= 0.5 || name.contains(table.sheet))
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    Problem::new(book, format!("シート「{}」がありません。", table.sheet))
        .suggestion(near.map(|(_, name)| name.clone()))
        .allowed(table.sheet)
        .advice("シートの名前をもとに戻してください。削除したシートは、もう一度書き出したワークブックから戻せます。")
}
