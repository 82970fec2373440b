//! Mistakes in the maintainers' files, told so that the person who keeps the files can mend them.

use std::fmt;

mod first;
mod group;
mod notes;
// Workbooks are read elsewhere.
mod place;

mod report;
mod said;
mod secret;
mod terminal;

pub use first::first;
pub use group::Group;
pub use notes::Focus;
pub use place::Place;
pub use report::{OfFile, Report, Translation};
pub use said::{Fault, InCells, Said};
#[cfg(feature = "links")]
pub use terminal::printable;
pub use terminal::visible;

/// One mistake, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    pub place: Place,
    /// The column or key.
    pub column: Option<String>,
    /// The subject of the row, for example the id of its case.
    pub subject: Option<String>,
    /// The mistake, as a sentence.
    pub what: Said,
    /// The value found.
    pub value: Option<String>,
    /// The values that were probably meant, the likeliest first; most often one.
    pub suggestion: Vec<String>,
    /// A description of what would be right.
    pub allowed: Option<Said>,
    /// The advice on what to do.
    pub advice: Option<Said>,
}

impl Problem {
    pub fn new(file: impl Into<String>, what: impl Into<Said>) -> Self {
        Self {
            file: file.into(),
            place: Place::Whole,
            column: None,
            subject: None,
            what: what.into(),
            value: None,
            suggestion: Vec::new(),
            allowed: None,
            advice: None,
        }
    }

    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Places the problem in a line, counted from 1, the header included.
    pub fn row(self, row: usize) -> Self {
        self.at(Place::Line(row))
    }

    pub fn column(self, column: impl Into<String>) -> Self {
        Self { column: Some(column.into()), ..self }
    }

    pub fn value(self, value: impl fmt::Display) -> Self {
        Self { value: Some(value.to_string()), ..self }
    }

    /// Says which value was probably meant; nothing where there is none.
    pub fn suggestion(self, meant: impl IntoIterator<Item = String>) -> Self {
        Self { suggestion: meant.into_iter().collect(), ..self }
    }

    /// Gives what was probably meant, in words.
    fn meant(&self) -> Option<String> {
        let meant = self.suggestion.join("」か「");
        (!meant.is_empty()).then(|| format!("「{meant}」"))
    }

    pub fn allowed(self, allowed: impl Into<Said>) -> Self {
        Self { allowed: Some(allowed.into()), ..self }
    }

    pub fn advice(self, advice: impl Into<Said>) -> Self {
        Self { advice: Some(advice.into()), ..self }
    }
}

/// The places of a table that a reader is at: problems found there carry it.
#[derive(Clone, Debug)]
pub struct Position {
    pub file: String,
    pub row: usize,
    pub subject: Option<String>,
}

impl Position {
    pub fn new(file: &str, row: usize) -> Self {
        Self { file: file.to_owned(), row, subject: None }
    }

    /// Makes a problem with one column of this row.
    pub fn problem(&self, column: &str, what: impl Into<Said>) -> Problem {
        Problem {
            subject: self.subject.clone(),
            ..Problem::new(&self.file, what).row(self.row).column(column)
        }
    }
}

/// Gives an operating system's refusal, in words.
pub fn io_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "見つかりません".to_owned(),
        Kind::PermissionDenied => "読み書きする権限がありません".to_owned(),
        Kind::StorageFull | Kind::QuotaExceeded => "ディスクの空きが足りません".to_owned(),
        Kind::FileTooLarge => "書けるファイルの大きさの上限を超えました".to_owned(),
        Kind::ReadOnlyFilesystem => "書き込みのできないディスクです".to_owned(),
        Kind::IsADirectory => "ファイルではなくフォルダーです".to_owned(),
        Kind::NotADirectory => "フォルダーであるべきところにファイルがあります".to_owned(),
        Kind::AlreadyExists => "同じ名前のものが既にあります".to_owned(),
        _ => format!("入出力エラーです（{error}）"),
    }
}
