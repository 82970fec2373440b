//! The tables of a source folder as rows, unchecked, each with the text that it was read from.

use std::path::Path;

use serde_json::{Map, Value};
use toml::Value as Toml;

use super::cell::Cell;
use crate::problem::{Problem, Report};
use crate::source::columns::{CASES, CREDIT_KEYS, EVIDENCE, Kind, MISSING, PARTICIPANTS, SETTINGS, Table};
use crate::source::{listing, parse_json, read_text};

/// The rows of a CSV table.
pub enum Rows {
    /// The folder does without the table.
    Absent,
    Present {
        /// The first line.
        head: String,
        /// The places of the columns of the table in the file.
        order: Vec<usize>,
        rows: Vec<CsvRow>,
    },
}

/// A row of a CSV table.
pub struct CsvRow {
    /// In the order of the columns of the table.
    pub cells: Vec<String>,
    /// The text of the row in the file, without the line break.
    pub raw: String,
}

/// A line of the cases. Its values are read when they are needed: those of all lines take many times their room.
pub struct CaseRow {
    pub id: String,
    pub raw: String,
}

/// The values of a case.
#[derive(Clone, Default)]
pub struct CaseValues {
    id: String,
    pub object: Map<String, Value>,
}

impl Rows {
    /// Gives the rows, of which there are none where the folder does without the table.
    pub fn rows(&self) -> &[CsvRow] {
        match self {
            Self::Absent => &[],
            Self::Present { rows, .. } => rows,
        }
    }

    pub fn cells(&self, table: &Table) -> Vec<Vec<Cell>> {
        let shown = |row: &CsvRow| {
            row.cells
                .iter()
                .zip(table.columns)
                .map(|(cell, column)| Cell::of_text(&column.kind, cell))
                .collect()
        };
        self.rows().iter().map(shown).collect()
    }
}

/// Reads a CSV table; absent also after reporting why it cannot be read.
pub fn rows(folder: &Path, table: &Table, report: &mut Report) -> Rows {
    if listing::OPTIONAL.contains(&table.file) && !folder.join(table.file).exists() {
        return Rows::Absent;
    }
    let Some(text) = read_text(folder, table.file, report) else { return Rows::Absent };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut found = Rows::Absent;
    loop {
        let start = reader.position().byte();
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => {
                report.add(unreadable(table, line));
                break;
            }
        }
        let (start, end) = (start as usize, reader.position().byte() as usize);
        // Blank lines before a row are passed over by the reader.
        let raw = text.get(start..end).unwrap_or_default().trim_matches('\n').to_owned();
        match &mut found {
            Rows::Absent => {
                let order: Option<Vec<usize>> =
                    table.names.iter().map(|name| record.iter().position(|found| found == *name)).collect();
                match order.filter(|order| order.len() == record.len()) {
                    Some(order) => found = Rows::Present { head: raw, order, rows: Vec::new() },
                    None => {
                        report.add(
                            Problem::new(table.file, "見出しの行の列が、決まったものと違います。")
                                .row(1)
                                .value(&raw)
                                .allowed(table.names.join(",")),
                        );
                        break;
                    }
                }
            }
            Rows::Present { order, rows, .. } => {
                if record.len() != order.len() {
                    report.add(unreadable(table, line));
                    continue;
                }
                let cells = order.iter().map(|&at| record.get(at).unwrap_or_default().to_owned()).collect();
                rows.push(CsvRow { cells, raw });
            }
        }
    }
    found
}

fn unreadable(table: &Table, line: u64) -> Problem {
    Problem::new(table.file, "列の数が見出しと合わないか、CSV として読めない行です。")
        .row(usize::try_from(line).unwrap_or_default())
        .allowed(format!("{}列", table.names.len()))
        .advice("コンマや引用符の過不足を確かめてください。")
}

/// Reads the lines of the cases; those that are no objects with an id are reported.
pub fn cases(folder: &Path, report: &mut Report) -> Vec<CaseRow> {
    let Some(text) = read_text(folder, CASES.file, report) else { return Vec::new() };
    let mut cases = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match parse_json(line) {
            Ok((Value::Object(object), _)) if object.get("id").is_some_and(Value::is_string) => {
                let id = object.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                cases.push(CaseRow { id, raw: line.to_owned() });
            }
            _ => report.add(
                Problem::new(CASES.file, "JSON のオブジェクトとして読めないか、id のない行です。")
                    .row(number)
                    .value(line)
                    .advice("snapshot build で詳しく確かめて、直してください。"),
            ),
        }
    }
    cases
}

impl CaseRow {
    pub fn values(&self) -> CaseValues {
        let object = match parse_json(&self.raw) {
            Ok((Value::Object(object), _)) => object,
            // No such line was taken.
            _ => Map::new(),
        };
        CaseValues { id: self.id.clone(), object }
    }
}

impl CaseValues {
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Gives a text of the case; an empty one where it has none.
    pub fn text(&self, key: &str) -> &str {
        self.object.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// Gives the row of the case itself.
    pub fn cells(&self, table: &Table) -> Vec<Cell> {
        table
            .columns
            .iter()
            .map(|column| Cell::of_value(&column.kind, self.object.get(column.name)))
            .collect()
    }

    /// Gives the rows of a part.
    pub fn parts(&self, table: &Table, key: &str) -> Vec<Vec<Cell>> {
        let id = || Cell::Text(self.id.clone());
        let kind = |column: usize| table.columns.get(column).map_or(Kind::Text, |column| column.kind);
        match self.object.get(key) {
            Some(Value::Array(items)) if key == part_key(&PARTICIPANTS) => {
                items.iter().map(|name| vec![id(), Cell::of_value(&kind(1), Some(name))]).collect()
            }
            Some(Value::Array(items)) => {
                let cells = |item: &Value| {
                    let own = table.columns.iter().skip(1);
                    [id()]
                        .into_iter()
                        .chain(own.map(|it| Cell::of_value(&it.kind, inner(item, it.name))))
                        .collect()
                };
                items.iter().map(cells).collect()
            }
            Some(Value::Object(entries)) if [part_key(&EVIDENCE), part_key(&MISSING)].contains(&key) => {
                entries
                    .iter()
                    .map(|(field, value)| {
                        vec![id(), Cell::of_text(&kind(1), field), Cell::of_value(&kind(2), Some(value))]
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Gives the key of a case under which the rows of a part stand.
pub fn part_key(table: &Table) -> &'static str {
    match table.shape {
        crate::source::columns::Shape::PartOfCase(key) => key,
        _ => "",
    }
}

/// Finds a value inside an object by its name with dots.
fn inner<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(value, |value, key| value.get(key))
}

/// Gives the rows of the sheet of settings: words, value, technical name, note.
pub fn settings(folder: &Path, report: &mut Report) -> Vec<Vec<Cell>> {
    let Some(text) = read_text(folder, SETTINGS.file, report) else { return Vec::new() };
    let Ok(root) = text.parse::<toml::Table>() else {
        report.add(
            Problem::new(SETTINGS.file, "TOML として読めません。")
                .advice("snapshot build で詳しく確かめて、直してください。"),
        );
        return Vec::new();
    };
    let root = Toml::Table(root);
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let mut rows: Vec<Vec<Cell>> = SETTINGS
        .columns
        .iter()
        .map(|column| {
            let value = column.name.split('.').try_fold(&root, |value, key| value.get(key));
            vec![text(column.ja), toml_cell(&column.kind, value), text(column.name), text(column.note)]
        })
        .collect();
    let credits = root.get("credits").and_then(Toml::as_array).map(Vec::as_slice).unwrap_or_default();
    for (number, credit) in (1..).zip(credits) {
        for (key, ja) in CREDIT_KEYS {
            let value = toml_cell(&Kind::Text, credit.get(key));
            rows.push(vec![
                text(&format!("{ja}（{number}）")),
                value,
                text(&format!("credits.{number}.{key}")),
                text("データを渡すときに示す義務のある出典。"),
            ]);
        }
    }
    rows
}

fn toml_cell(kind: &Kind, value: Option<&Toml>) -> Cell {
    match value {
        None => Cell::Empty,
        Some(Toml::String(text)) => Cell::of_text(kind, text),
        Some(Toml::Boolean(answer)) => Cell::of_text(&Kind::Answer, if *answer { "yes" } else { "no" }),
        Some(other) => Cell::of_text(kind, &other.to_string()),
    }
}
