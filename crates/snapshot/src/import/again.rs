//! Checks made again with what is told taken out: tables are held against another only where that is right.
//!
//! A mistake among the municipalities would otherwise keep those among the participants for the next run.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use super::make::{NewTable, NewTables};
use super::origins::Origins;
use super::table::{LineOf, NewRow, is_keyed, lines, text};
use crate::encode::NewFile;
use crate::problem::{Place, Problem, Report, Translation};
use crate::source::Staged;
use crate::source::columns::{
    CASES, COUNTIES, ERRATA, FUNDING, FUNDING_SOURCES, MUNICIPALITIES, PREFECTURES, SETTINGS, Shape, TABLES,
    Table, WARDS,
};
use crate::workbook::folder::{self, Rows};

/// The ways to take out what is told, one after the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// The rows that are told.
    Rows,
    /// Whole tables, where what is told leaves others wrong.
    Tables,
    /// Cases too.
    Cases,
}

/// The tables before and after.
pub struct Tables<'a> {
    pub source: &'a Path,
    pub old: &'a HashMap<&'static str, Rows>,
    pub new: &'a NewTables,
}

/// The rows that were taken out or put back to what they were.
#[derive(Default)]
struct Mended {
    files: Vec<NewFile>,
    /// The lines of the tables that have other rows now.
    lines: HashMap<&'static str, Vec<LineOf>>,
    /// The tables that lack rows now, which are new and wrong.
    lacking: HashSet<&'static str>,
    /// The tables that are the old ones.
    silent: HashSet<&'static str>,
    /// The cells of rows that are left out: others may rightly name them.
    missing: HashSet<String>,
}

/// The parts of the workbook that are told of.
struct Told {
    places: HashSet<Place>,
    /// The rows, by sheet.
    rows: HashMap<String, HashSet<u32>>,
}

impl Told {
    fn of(report: &Report) -> Self {
        let places = report.told();
        let mut rows: HashMap<String, HashSet<u32>> = HashMap::new();
        for place in &places {
            if let (Some(sheet), Some(row)) = (place.sheet_name(), row(place)) {
                rows.entry(sheet.to_owned()).or_default().insert(row);
            }
        }
        Self { places, rows }
    }

    fn has_any(&self, table: &Table) -> bool {
        self.places.iter().any(|place| place.sheet_name() == Some(table.sheet))
    }

    fn has_row(&self, sheet: &str, row: u32) -> bool {
        self.rows.get(sheet).is_some_and(|rows| rows.contains(&row))
    }

    /// Tells if a problem is of a place or a row that is told.
    fn has(&self, problem: &Problem, is_of_cases: bool) -> bool {
        let is_row = || {
            let place = problem.place.sheet_name().zip(row(&problem.place));
            place.is_some_and(|(sheet, row)| self.has_row(sheet, row))
        };
        self.places.contains(&problem.place) || !is_of_cases && is_row()
    }
}

/// Reads the tables again as they are without what is told, and reports what can be seen only so.
pub fn check(tables: &Tables<'_>, staged: &Staged, report: &mut Report) {
    let Tables { new, .. } = tables;
    let mut before = 0;
    for pass in [Pass::Rows, Pass::Rows, Pass::Tables, Pass::Cases] {
        let told = Told::of(report);
        let count = told.places.len();
        // New problems may be those that kept others from being told.
        if pass == Pass::Rows && count == std::mem::replace(&mut before, count) {
            continue;
        }
        let is_needed = if pass == Pass::Cases {
            // Only corrections are held against the cases.
            told.has_any(&CASES) && new.files.iter().any(|file| file.path == ERRATA.file)
        } else {
            let is_wrong = |table: &Table| told.has_any(table) || has_double(&new.origins, table);
            TABLES.iter().any(|table| ![CASES.file, ERRATA.file].contains(&table.file) && is_wrong(table))
        };
        if !is_needed {
            continue;
        }
        let mended = mend(tables, &told, pass);
        let Mended { files, lines, lacking, silent, missing } = mended;
        let mut origins = new.origins.clone();
        for (file, lines) in lines {
            if let Some(table) = origins.tables.get_mut(file) {
                table.lines = lines;
            }
        }
        let is_settings_told = told.has_any(&SETTINGS);
        let problem = move |problem: Problem| {
            let is_of_cases = problem.file == CASES.file;
            let follows = follows(&problem.file, &lacking)
                || silent.contains(problem.file.as_str())
                || pass == Pass::Cases && is_of_cases
                || is_settings_told && problem.file == SETTINGS.file
                || problem.value.as_ref().is_some_and(|value| missing.contains(value));
            let placed = origins.place(problem).filter(|_| !follows)?;
            (!told.has(&placed, is_of_cases) && placed.place.sheet_name().is_some()).then_some(placed)
        };
        report.translate(Some(Translation { problem: Box::new(problem), note: Box::new(|_| None) }));
        super::check(staged, &files, report);
        report.translate(None);
    }
}

/// Tells if what is wrong with a table may only follow from rows that another lacks.
fn follows(file: &str, lacking: &HashSet<&'static str>) -> bool {
    let lacks = |table: &str| lacking.contains(table);
    lacks(MUNICIPALITIES.file) && [PREFECTURES.file, SETTINGS.file, WARDS.file, COUNTIES.file].contains(&file)
        || lacks(PREFECTURES.file) && file == PREFECTURES.file
        || lacks(FUNDING_SOURCES.file) && file == FUNDING.file
}

/// Tells if a table has a key twice, which is told once all tables are checked.
fn has_double(origins: &Origins, table: &Table) -> bool {
    origins.tables.get(table.file).is_some_and(|table| !table.doubled.is_empty())
}

/// Gives the row of a place, counted from 0.
fn row(place: &Place) -> Option<u32> {
    match place {
        Place::Cell { .. } => Some(place.position()?.0),
        Place::SheetRow { row, .. } => row.checked_sub(1),
        _ => None,
    }
}

/// Puts rows that are told back to what they were, and takes out those that are new.
fn mend(tables: &Tables<'_>, told: &Told, pass: Pass) -> Mended {
    let mut mended = Mended::default();
    for file in &tables.new.files {
        let Some(table) = TABLES.iter().find(|table| table.file == file.path) else { continue };
        let old = || fs::read(tables.source.join(&file.path)).unwrap_or_default();
        let rows = tables.new.tables.get(table.file).zip(tables.old.get(table.file));
        let is_told = told.has_any(table);
        let bytes = match (table.shape, rows) {
            (Shape::Settings, _) if is_told => old(),
            (Shape::Rows { .. }, Some((new, before)))
                if pass != Pass::Rows && (is_told || has_double(&tables.new.origins, table)) =>
            {
                let known: HashSet<&str> = before.rows().iter().map(|row| row.raw.as_str()).collect();
                let others = new.rows.iter().filter(|row| !known.contains(row.raw.as_str()));
                mended.missing.extend(others.flat_map(said));
                mended.silent.insert(table.file);
                old()
            }
            (Shape::Rows { .. }, Some((new, before))) if is_told => {
                let (kept, left_out) = without_told(table, new, before, told);
                if !left_out.is_empty() {
                    mended.lacking.insert(table.file);
                }
                mended.missing.extend(left_out.iter().flat_map(|row| said(row)));
                mended.lines.insert(table.file, lines(&kept));
                text(&new.head, &kept).into_bytes()
            }
            (Shape::Cases, _) if pass == Pass::Cases => cases(tables, &file.bytes, told, &mut mended.missing),
            _ => file.bytes.clone(),
        };
        mended.files.push(NewFile { path: file.path.clone(), bytes });
    }
    mended
}

/// Gives the rows with old ones of the same key for those told, and the rows that have none.
fn without_told<'a>(
    table: &Table,
    new: &'a NewTable,
    old: &Rows,
    told: &Told,
) -> (Vec<NewRow>, Vec<&'a NewRow>) {
    let by_key: HashMap<&str, &folder::CsvRow> = match is_keyed(table) {
        true => old.rows().iter().filter_map(|row| Some((row.cells.first()?.as_str(), row))).collect(),
        // A row without a key was none of the old ones for sure.
        false => HashMap::new(),
    };
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for row in &new.rows {
        let before = || by_key.get(row.cells.first()?.as_str()).copied();
        match told.has_row(table.sheet, row.row).then(before) {
            None => kept.push(row.clone()),
            Some(Some(old)) => {
                kept.push(NewRow { row: row.row, cells: old.cells.clone(), raw: old.raw.clone() });
            }
            Some(None) => left_out.push(row),
        }
    }
    (kept, left_out)
}

/// Gives the cells of a row that say something.
fn said(row: &NewRow) -> impl Iterator<Item = String> {
    row.cells.iter().filter(|cell| !cell.is_empty()).cloned()
}

/// Gives the file of the cases with old ones for those told. The ids of those that have none are missing.
fn cases(tables: &Tables<'_>, bytes: &[u8], told: &Told, missing: &mut HashSet<String>) -> Vec<u8> {
    let old = folder::cases(tables.source, &mut Report::default());
    let by_id: HashMap<&str, &str> = old.iter().map(|case| (case.id.as_str(), case.raw.as_str())).collect();
    let sheet_of = |key: &str| {
        let is_part = |table: &&Table| matches!(table.shape, Shape::PartOfCase(part) if part == key);
        TABLES.iter().find(is_part).map_or("", |table| table.sheet)
    };
    let mut new = Vec::new();
    for (line, origin) in String::from_utf8_lossy(bytes).lines().zip(tables.new.origins.cases.iter()) {
        let is_part_told = origin
            .parts
            .iter()
            .any(|part| part.rows.iter().any(|row| told.has_row(sheet_of(part.key), *row)));
        let is_told = is_part_told || told.has_row(CASES.sheet, origin.row);
        match if is_told { by_id.get(&*origin.id).copied() } else { Some(line) } {
            Some(line) => new.extend_from_slice(format!("{line}\n").as_bytes()),
            None => drop(missing.insert(origin.id.to_string())),
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_told_are_what_they_were_or_gone() {
        let new_row = |row: u32, raw: &str| {
            let cells = raw.split(',').map(str::to_owned).collect();
            NewRow { row, cells, raw: raw.to_owned() }
        };
        let rows =
            vec![new_row(10, "1,a"), new_row(11, "2,\"b\nc\""), new_row(12, "3,x"), new_row(13, "4,y")];
        let new = NewTable { head: "code,name".to_owned(), rows };
        let old_row = |raw: &str| folder::CsvRow {
            cells: raw.split(',').map(str::to_owned).collect(),
            raw: raw.to_owned(),
        };
        let rows = ["1,a", "2,b", "3,c"].map(old_row).into();
        let old = Rows::Present { head: new.head.clone(), order: vec![0, 1], rows };
        let mut report = Report::default();
        for row in [12, 13] {
            report.add(Problem::new("a.xlsx", "違います。").at(Place::cell(MUNICIPALITIES.sheet, (row, 0))));
        }
        let (kept, left_out) = without_told(&MUNICIPALITIES, &new, &old, &Told::of(&report));
        assert_eq!(text(&new.head, &kept), "code,name\n1,a\n2,\"b\nc\"\n3,c\n");
        let of = |(line, row)| LineOf { line, row };
        assert_eq!(lines(&kept), [(2, 10), (3, 11), (5, 12)].map(of));
        assert_eq!(left_out, [&new.rows[3]]);
    }
}
