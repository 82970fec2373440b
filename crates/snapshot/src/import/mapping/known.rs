//! The words that a source folder knows: those of its own vocabularies, and the prefectures.

use std::collections::HashMap;
use std::path::Path;

use crate::problem::Report;
use crate::source::columns::{ANSWERS, CASES, Kind, PREFECTURES, SYNONYMS, SYSTEM_TYPES, Table};
use crate::workbook::folder::{Rows, rows};

/// The vocabularies of a source folder.
#[derive(Debug, Default)]
pub struct Known {
    /// Codes with the names of their prefectures.
    pub prefectures: Vec<(String, String)>,
    /// Slugs of system types by name.
    pub system_slugs: HashMap<String, String>,
    /// Pairs of words of one meaning.
    pub synonyms: Vec<(String, String)>,
    /// The values in the columns of other tables that columns of cases refer to, by file and column.
    of: HashMap<(&'static str, &'static str), Vec<String>>,
}

impl Known {
    pub fn read(folder: &Path, report: &mut Report) -> Self {
        let mut known = Self {
            prefectures: pairs(folder, &PREFECTURES, "code", "name", report),
            system_slugs: pairs(folder, &SYSTEM_TYPES, "name", "slug", report).into_iter().collect(),
            synonyms: pairs(folder, &SYNONYMS, "term", "synonym", report),
            of: HashMap::new(),
        };
        for column in CASES.columns {
            let kind = if let Kind::List(of, _) = column.kind { of } else { &column.kind };
            if let Kind::Of(table, name) = kind {
                let table = table();
                let values = column_of(folder, &table, name, report);
                known.of.insert((table.file, name), values);
            }
        }
        known
    }

    /// Gives the values of a kind, each with the words that mean it.
    pub fn choices(&self, kind: &Kind) -> Vec<(String, Vec<String>)> {
        match kind {
            Kind::Word(choices) => choices()
                .into_iter()
                .map(|choice| (choice.ja.to_owned(), vec![choice.ja.to_owned(), choice.value.to_owned()]))
                .collect(),
            Kind::Of(table, column) => {
                let values = self.of.get(&(table().file, *column)).map(Vec::as_slice).unwrap_or_default();
                values.iter().map(|value| (value.clone(), vec![value.clone()])).collect()
            }
            // Prefectures alone have codes of two digits.
            Kind::Code(2) => {
                let words = |code: &str, name: &str| {
                    let short = name.strip_suffix(['都', '府', '県']).unwrap_or(name);
                    vec![
                        code.to_owned(),
                        name.to_owned(),
                        short.to_owned(),
                        format!("{code}{name}"),
                        format!("{code} {name}"),
                    ]
                };
                self.prefectures.iter().map(|(code, name)| (code.clone(), words(code, name))).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Writes the table of answers for a survey that every prefecture has answered.
pub fn answers(known: &Known) -> Vec<u8> {
    let mut text = format!("{}\n", ANSWERS.names.join(","));
    for (code, _) in &known.prefectures {
        text.push_str(&format!("{code},yes,\n"));
    }
    text.into_bytes()
}

fn column_of(folder: &Path, table: &Table, column: &str, report: &mut Report) -> Vec<String> {
    pairs(folder, table, column, column, report).into_iter().map(|(value, _)| value).collect()
}

fn pairs(folder: &Path, table: &Table, one: &str, other: &str, report: &mut Report) -> Vec<(String, String)> {
    let Rows::Present { rows, .. } = rows(folder, table, report) else { return Vec::new() };
    let Some((one, other)) = table.place(one).zip(table.place(other)) else { return Vec::new() };
    rows.into_iter()
        .filter_map(|row| Some((row.cells.get(one)?.clone(), row.cells.get(other)?.clone())))
        .collect()
}
