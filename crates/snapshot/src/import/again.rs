//! Checks made again with what is told taken out: tables are held against another only where that is right.
//!
//! A mistake among the municipalities would otherwise keep those among the participants for the next run.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::rc::Rc;

use super::origins::Origins;
use super::table::is_keyed;
use crate::encode::NewFile;
use crate::problem::{Place, Problem, Report, Translation};
use crate::source::columns::{
    CASES, COUNTIES, ERRATA, FUNDING, FUNDING_SOURCES, MUNICIPALITIES, PREFECTURES, SETTINGS, Shape, TABLES,
    WARDS,
};

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

/// The rows that were taken out or put back to what they were.
#[derive(Default)]
struct Mended {
    files: Vec<NewFile>,
    /// The tables that lack rows now, which are new and wrong.
    lacking: HashSet<&'static str>,
    /// The tables that are the old ones.
    silent: HashSet<&'static str>,
    /// The cells of rows that are left out: others may rightly name them.
    missing: HashSet<String>,
}

/// Reads the tables again as they are without what is told, and reports what can be seen only so.
pub fn check(source: &Path, files: &[NewFile], mut origins: Origins, report: &mut Report) {
    let is_of = |place: &Place, file: &str| {
        TABLES.iter().any(|table| table.file == file && place.sheet_name() == Some(table.sheet))
    };
    let lines: HashMap<&str, Vec<(usize, u32)>> =
        origins.tables.iter().map(|(file, table)| (*file, table.lines.clone())).collect();
    let mut before = 0;
    for pass in [Pass::Rows, Pass::Rows, Pass::Tables, Pass::Cases] {
        let of_cases = pass == Pass::Cases;
        let told = report.told();
        // New problems may be those that kept others from being told.
        if pass == Pass::Rows && told.len() == std::mem::replace(&mut before, told.len()) {
            continue;
        }
        let is_any = |file: &str| told.iter().any(|place| is_of(place, file));
        // Only corrections are held against the cases.
        let is_needed = if of_cases {
            is_any(CASES.file) && files.iter().any(|file| file.path == ERRATA.file)
        } else {
            let is_wrong = |file: &str| is_any(file) || has_double(&origins, file);
            TABLES
                .iter()
                .any(|table| ![CASES.file, ERRATA.file].contains(&table.file) && is_wrong(table.file))
        };
        if !is_needed {
            continue;
        }
        let mended = mend(source, (files, &lines), &mut origins, &told, pass);
        let rows: HashSet<(String, u32)> = told.iter().filter_map(row).collect();
        let of_place = Rc::new(std::mem::take(&mut origins));
        let placing = Rc::clone(&of_place);
        let Mended { files, lacking, silent, missing } = mended;
        let is_settings_told = is_any(SETTINGS.file);
        let problem = move |problem: Problem| {
            let follows = follows(&problem.file, &lacking)
                || silent.contains(problem.file.as_str())
                || of_cases && problem.file == CASES.file
                || is_settings_told && problem.file == SETTINGS.file
                || problem.value.as_ref().is_some_and(|value| missing.contains(value));
            let is_row = problem.file != CASES.file;
            let placed = placing.place(problem).filter(|_| !follows)?;
            let is_told = told.contains(&placed.place)
                || is_row && row(&placed.place).is_some_and(|row| rows.contains(&row));
            (!is_told && placed.place.sheet_name().is_some()).then_some(placed)
        };
        report.translate(Some(Translation { problem: Box::new(problem), note: Box::new(|_| None) }));
        super::check(source, &files, report);
        report.translate(None);
        match Rc::try_unwrap(of_place) {
            Ok(kept) => origins = kept,
            Err(_) => return,
        }
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
fn has_double(origins: &Origins, file: &str) -> bool {
    origins.tables.get(file).is_some_and(|table| !table.doubled.is_empty())
}

/// Gives the sheet and the row, counted from 0.
fn row(place: &Place) -> Option<(String, u32)> {
    match place {
        Place::Cell { sheet, .. } => Some((sheet.clone(), place.position()?.0)),
        Place::SheetRow { sheet, row } => Some((sheet.clone(), row.checked_sub(1)?)),
        _ => None,
    }
}

/// The lines of each table with the rows of the sheet that they were made from.
type LinesOf<'a> = HashMap<&'a str, Vec<(usize, u32)>>;

/// Puts rows that are told back to what they were, and takes out those that are new.
fn mend(
    source: &Path,
    (files, lines): (&[NewFile], &LinesOf<'_>),
    origins: &mut Origins,
    told: &HashSet<Place>,
    pass: Pass,
) -> Mended {
    let rows: HashSet<(String, u32)> = told.iter().filter_map(row).collect();
    let mut mended = Mended::default();
    for file in files {
        let Some(table) = TABLES.iter().find(|table| table.file == file.path) else { continue };
        let is_of_table = |place: &Place| place.sheet_name() == Some(table.sheet);
        let old = || fs::read_to_string(source.join(&file.path)).unwrap_or_default();
        let text = String::from_utf8_lossy(&file.bytes);
        let new = match table.shape {
            Shape::Settings if told.iter().any(is_of_table) => old(),
            Shape::Rows { .. }
                if pass != Pass::Rows
                    && (told.iter().any(is_of_table) || has_double(origins, table.file)) =>
            {
                let old = old();
                let known: HashSet<&str> = old.lines().collect();
                mended.missing.extend(text.lines().filter(|line| !known.contains(line)).flat_map(cells));
                mended.silent.insert(table.file);
                old
            }
            Shape::Rows { .. } if told.iter().any(is_of_table) => {
                let Some(of_table) = origins.tables.get_mut(table.file) else { continue };
                let Some(own) = lines.get(table.file) else { continue };
                let is_told = |row: u32| rows.contains(&(table.sheet.to_owned(), row));
                // A row without a key was none of the old ones for sure.
                let old = if is_keyed(table) { old() } else { String::new() };
                let (new, lines) = rewritten(&text, own, &old, is_told, |record| {
                    mended.lacking.insert(table.file);
                    mended.missing.extend(cells(record));
                });
                of_table.lines = lines;
                new
            }
            Shape::Cases if pass == Pass::Cases => {
                let old = old();
                let by_id: HashMap<Option<String>, &str> = old.lines().map(|line| (id(line), line)).collect();
                let is_told = |at: usize| {
                    let Some(origin) = origins.cases.get(at) else { return true };
                    let parts = origin.parts.iter().flat_map(|part| {
                        let is_part = |table: &&crate::source::columns::Table| {
                            matches!(table.shape, Shape::PartOfCase(key) if key == part.key)
                        };
                        let sheet = TABLES.iter().find(is_part).map_or("", |table| table.sheet);
                        part.rows.iter().map(move |row| (sheet.to_owned(), *row))
                    });
                    parts.chain([(CASES.sheet.to_owned(), origin.row)]).any(|row| rows.contains(&row))
                };
                let mut new = String::new();
                for (at, line) in text.lines().enumerate() {
                    let kept = if is_told(at) { by_id.get(&id(line)).copied() } else { Some(line) };
                    match kept {
                        Some(line) => new.extend([line, "\n"]),
                        None => mended.missing.extend(id(line)),
                    }
                }
                new
            }
            _ => text.into_owned(),
        };
        mended.files.push(NewFile { path: file.path.clone(), bytes: new.into_bytes() });
    }
    mended
}

fn id(line: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    value.get("id")?.as_str().map(str::to_owned)
}

fn cells(record: &str) -> Vec<String> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(record.as_bytes());
    let cells = reader.records().flatten().next().map(|it| it.iter().map(str::to_owned).collect::<Vec<_>>());
    cells.unwrap_or_default().into_iter().filter(|cell| !cell.is_empty()).collect()
}

/// Gives the text with old rows of the same key for those told, and where its rows begin.
fn rewritten(
    text: &str,
    lines: &[(usize, u32)],
    old: &str,
    is_told: impl Fn(u32) -> bool,
    mut leave_out: impl FnMut(&str),
) -> (String, Vec<(usize, u32)>) {
    let key = |record: &str| record.split(',').next().unwrap_or_default().to_owned();
    let by_key: HashMap<String, &str> = old.lines().skip(1).map(|record| (key(record), record)).collect();
    let all: Vec<&str> = text.lines().collect();
    let mut new = format!("{}\n", all.first().copied().unwrap_or_default());
    let mut places = Vec::new();
    let mut line = 2;
    for (at, (first, row)) in lines.iter().enumerate() {
        let end = lines.get(at + 1).map_or(all.len() + 1, |(next, _)| *next);
        let record = all.get(first.saturating_sub(1)..end.saturating_sub(1)).unwrap_or_default().join("\n");
        let kept = match is_told(*row) {
            false => record,
            true => match by_key.get(&key(&record)) {
                Some(old) => (*old).to_owned(),
                None => {
                    leave_out(&record);
                    continue;
                }
            },
        };
        places.push((line, *row));
        line += kept.matches('\n').count() + 1;
        new.push_str(&kept);
        new.push('\n');
    }
    (new, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_told_are_what_they_were_or_gone() {
        let text = "code,name\n1,a\n2,\"b\nc\"\n3,x\n4,y\n";
        let lines = [(2, 10), (3, 11), (5, 12), (6, 13)];
        let mut gone = Vec::new();
        let (new, places) = rewritten(
            text,
            &lines,
            "code,name\n1,a\n2,b\n3,c\n",
            |row| row >= 12,
            |record| gone.push(record.to_owned()),
        );
        assert_eq!(new, "code,name\n1,a\n2,\"b\nc\"\n3,c\n");
        assert_eq!(places, [(2, 10), (3, 11), (5, 12)]);
        assert_eq!(gone, ["4,y"]);
    }
}
