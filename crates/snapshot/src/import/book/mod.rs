//! A workbook as spreadsheet programs save it, read cell by cell: an empty million of rows costs nothing.

mod limits;
mod package;
mod refused;
mod scan;

use std::collections::HashSet;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Style, Xlsx, XlsxError};

use self::limits::LIMITS;
use self::package::Package;
use crate::problem::{Problem, Report, io_reason};

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    Text(String),
    Number {
        value: f64,
        /// The cell shows it with a percent sign, a hundred times as large.
        is_percent: bool,
    },
    Answer(bool),
    /// The cell is formatted as a date.
    Day {
        year: u16,
        month: u8,
        day: u8,
        shown: Shown,
    },
    /// `#REF!` and the like.
    Error(String),
}

/// The parts of a date that its cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Year,
    Month,
    Day,
}

/// A cell with something in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Row and column, counted from 0.
    pub at: (u32, u32),
    pub raw: Raw,
    /// The cell computes its value.
    pub is_formula: bool,
}

/// An open workbook.
pub struct Book {
    pub name: String,
    workbook: Xlsx<BufReader<File>>,
    package: Package,
}

impl Book {
    /// Opens the file; `None` after reporting what it is instead of a workbook.
    pub fn open(path: &Path, report: &mut Report) -> Option<Self> {
        let name = super::mapped::file_name(path);
        let file = match File::open(path) {
            Ok(file) if !path.is_dir() => file,
            Ok(_) => {
                report.add(
                    Problem::new(&name, "ファイルではなくフォルダーです。")
                        .advice("Excel のワークブック（.xlsx）を指定してください。"),
                );
                return None;
            }
            Err(error) => {
                report.add(
                    Problem::new(&name, format!("読めません。{}。", io_reason(&error)))
                        .value(path.display())
                        .advice("ファイルの名前と場所を確かめてください。Excel で開いたままなら、閉じてください。"),
                );
                return None;
            }
        };
        if refused::is_encrypted_or_old(path) {
            report.add(refused::no_workbook(path, &name));
            return None;
        }
        let package = match Package::read(BufReader::new(&file), &LIMITS) {
            Ok(package) => package,
            Err(excess) => {
                report.add(excess.problem(&name));
                return None;
            }
        };
        let Ok(workbook) = Xlsx::new(BufReader::new(file)) else {
            report.add(refused::no_workbook(path, &name));
            return None;
        };
        for (has, what) in [
            (package.has_macros, "マクロが入っています。マクロは動かさず、セルの値だけを読みました。"),
            (package.has_links, "ほかのファイルの値を使うセルがあります。保存されている値を読みました。"),
        ] {
            if has {
                report.note(format!("{name} に、{what}"));
            }
        }
        Some(Self { name, workbook, package })
    }

    /// Lets go of the workbook, and keeps its name.
    pub fn into_name(self) -> String {
        self.name
    }

    /// Gives the names of the sheets, in order.
    pub fn sheets(&self) -> Vec<String> {
        self.workbook.sheet_names()
    }

    /// Gives the first cells of merged ones, each with the last.
    pub fn merged(&mut self, sheet: &str) -> Vec<((u32, u32), (u32, u32))> {
        let regions = self.workbook.merge_cells_by_sheet_name(sheet).unwrap_or_default();
        regions.into_iter().map(|region| (region.start, region.end)).collect()
    }

    /// Tells in notes what nobody sees of a sheet that is read all the same.
    pub fn unseen(&self, sheet: &str) -> Vec<String> {
        let is_hidden = |it: &calamine::Sheet| it.name == sheet && it.visible != SheetVisible::Visible;
        let is_sheet_hidden = self.workbook.sheets_metadata().iter().any(is_hidden);
        let own = is_sheet_hidden.then(|| format!("シート「{sheet}」は隠れています。隠れたまま読みました。"));
        let parts = self.package.unseen(sheet).and_then(|unseen| unseen.note(sheet));
        own.into_iter().chain(parts).collect()
    }

    /// Goes through the cells that have something in them, row by row.
    pub fn each(&mut self, sheet: &str, mut act: impl FnMut(Found)) -> Result<(), XlsxError> {
        let formulas = match self.package.unseen(sheet) {
            Some(unseen) if !unseen.has_formulas => HashSet::new(),
            _ => self.formulas(sheet)?,
        };
        let mut cells = self.workbook.worksheet_cells_reader(sheet)?;
        while let Some((cell, style)) = cells.next_cell_with_style_id()? {
            let at = cell.get_position();
            let is_formula = formulas.contains(&at);
            let style = cells.styles().get(style);
            let raw = match raw(cell.get_value(), style) {
                Some(raw) => raw,
                // The program that made the workbook has not computed it.
                None if is_formula => Raw::Error("計算結果のない数式".to_owned()),
                None => continue,
            };
            act(Found { at, raw, is_formula });
        }
        Ok(())
    }

    fn formulas(&mut self, sheet: &str) -> Result<HashSet<(u32, u32)>, XlsxError> {
        let mut cells = self.workbook.worksheet_cells_reader(sheet)?;
        let mut formulas = HashSet::new();
        while let Some(cell) = cells.next_cell_with_formula_metadata()? {
            if cell.formula.is_some() {
                formulas.insert(cell.pos);
            }
        }
        Ok(formulas)
    }
}

fn raw(value: &DataRef<'_>, style: Option<&Style>) -> Option<Raw> {
    let format = style.and_then(|style| style.number_format.as_ref());
    let code = format.map_or("", |format| format.format_code.as_str());
    let id = format.and_then(|format| format.format_id);
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(value) => Raw::Number { value: *value as f64, is_percent: is_percent(code, id) },
        DataRef::Float(value) => Raw::Number { value: *value, is_percent: is_percent(code, id) },
        DataRef::String(text) if text.is_empty() => return None,
        DataRef::String(text) => Raw::Text(unified(text)),
        DataRef::SharedString("") => return None,
        DataRef::SharedString(text) => Raw::Text(unified(text)),
        DataRef::Bool(answer) => Raw::Answer(*answer),
        DataRef::DateTime(moment) => day(moment, shown(code, id)),
        DataRef::DateTimeIso(text) => iso(text, shown(code, id)),
        DataRef::DurationIso(text) => Raw::Text(text.clone()),
        DataRef::Error(error) => Raw::Error(error.to_string()),
    })
}

/// Gives the text with line ends LF.
fn unified(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn day(moment: &ExcelDateTime, shown: Shown) -> Raw {
    if moment.is_duration() {
        return Raw::Number { value: moment.as_f64(), is_percent: false };
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Raw::Day { year, month, day, shown }
}

fn iso(text: &str, shown: Shown) -> Raw {
    let parts: Vec<Option<u16>> =
        text.get(..10).unwrap_or_default().split('-').map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [Some(year), Some(month @ 1..=12), Some(day @ 1..=31)] => {
            Raw::Day { year: *year, month: *month as u8, day: *day as u8, shown }
        }
        _ => Raw::Text(text.to_owned()),
    }
}

fn is_percent(code: &str, id: Option<u32>) -> bool {
    matches!(id, Some(9 | 10)) || literal_free(code).contains('%')
}

/// Tells what a format shows of a date. Those with numbers below 164 have no code in the file.
fn shown(code: &str, id: Option<u32>) -> Shown {
    // The formats of East Asia differ from the others in what their numbers mean.
    match id {
        Some(17 | 34 | 52 | 55) => return Shown::Month,
        Some(id) if id < 164 => return Shown::Day,
        _ => {}
    }
    let code = literal_free(code).to_lowercase();
    if code.is_empty() || code.contains('d') {
        Shown::Day
    } else if code.contains('m') {
        Shown::Month
    } else {
        Shown::Year
    }
}

/// Gives the code of a format without its quoted texts, escaped characters and brackets.
fn literal_free(code: &str) -> String {
    let mut free = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => drop(characters.by_ref().find(|it| *it == '"')),
            '[' => drop(characters.by_ref().find(|it| *it == ']')),
            '\\' | '_' | '*' => drop(characters.next()),
            _ => free.push(character),
        }
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_cell_shows_it() {
        for (code, id, expected) in [
            ("", Some(14), Shown::Day),
            ("", Some(17), Shown::Month),
            ("", Some(55), Shown::Month),
            ("", Some(57), Shown::Day),
            ("yyyy\"年\"m\"月\"", Some(176), Shown::Month),
            ("[$-411]ggge\"年\"m\"月\"d\"日\"", Some(177), Shown::Day),
            ("mmm\\-yy", Some(178), Shown::Month),
            ("yyyy", Some(179), Shown::Year),
            ("yyyy-mm", None, Shown::Month),
            // A quoted d is no day.
            ("yyyy\"d\"mm", Some(180), Shown::Month),
        ] {
            assert_eq!(shown(code, id), expected, "{code} {id:?}");
        }
    }

    #[test]
    fn percents_are_told_from_other_numbers() {
        assert!(is_percent("0%", Some(9)) && is_percent("0.0%", Some(180)));
        assert!(!is_percent("0\"%\"", Some(180)) && !is_percent("General", Some(0)));
    }
}
