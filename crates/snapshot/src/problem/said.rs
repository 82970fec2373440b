//! Sentences of problems, for those who have the files open and for those who have a workbook open.

use std::fmt;
use std::ops::Deref;

/// A sentence about a file, with what a workbook has instead.
///
/// Names of files, keys and values are put into the words of a workbook by `import::words`. A sentence that then still
/// speaks of JSON or CSV brings another one along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    files: String,
    cells: InCells,
    fault: Option<Fault>,
}

/// The sentence for cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum InCells {
    /// The same, with the names of sheets and columns.
    #[default]
    Named,
    /// Another one; nothing where it is empty.
    Other(String),
    /// Told by the kind of the column: its form, or where the reason for an empty cell stands.
    ByColumn,
}

/// A fault of which more is known where it is told by its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value that the reader of its column does not take.
    Form,
    NoInteger,
    NoAddress,
    /// A word that the vocabulary does not have.
    NoWord,
    /// An empty value where there must be one.
    Needed,
    /// A key that another row has too.
    Repeated,
    /// A field of which this cannot be said.
    NoSuchField,
}

impl Fault {
    /// Gives the sentence that tells the fault, where one fits all places.
    const fn ja(self) -> &'static str {
        match self {
            Self::Form => "値の形が正しくありません。",
            Self::NoInteger => "整数ではありません。",
            Self::NoAddress => "URL ではありません。",
            Self::NoWord => "使える語ではありません。",
            Self::Needed => "この項目は必ず書きます。",
            Self::Repeated => "同じものが二度あります。",
            Self::NoSuchField => "書ける項目ではありません。",
        }
    }

    /// Tells the fault in a sentence of its own.
    pub fn said(self, what: impl Into<Said>) -> Said {
        Said { fault: Some(self), ..what.into() }
    }
}

impl Said {
    /// Makes a sentence for files and another one for cells.
    pub fn each(files: impl Into<String>, cells: impl Into<String>) -> Self {
        Self { files: files.into(), cells: InCells::Other(cells.into()), fault: None }
    }

    /// Makes a sentence whose place in cells the kind of the column takes.
    pub fn of_files(files: impl Into<String>) -> Self {
        Self { files: files.into(), cells: InCells::ByColumn, fault: None }
    }

    pub const fn in_cells(&self) -> &InCells {
        &self.cells
    }

    pub const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// Changes the sentence for files and that for cells alike.
    pub fn map(self, change: impl Fn(&str) -> String) -> Self {
        let cells = match self.cells {
            InCells::Other(cells) => InCells::Other(change(&cells)),
            cells => cells,
        };
        Self { files: change(&self.files), cells, fault: self.fault }
    }
}

impl<T: Into<String>> From<T> for Said {
    fn from(files: T) -> Self {
        Self { files: files.into(), cells: InCells::Named, fault: None }
    }
}

impl From<Fault> for Said {
    fn from(fault: Fault) -> Self {
        fault.said(fault.ja())
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        &self.files
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.files)
    }
}

impl PartialEq<str> for Said {
    fn eq(&self, other: &str) -> bool {
        self.files == other
    }
}

impl PartialEq<&str> for Said {
    fn eq(&self, other: &&str) -> bool {
        self.files == *other
    }
}

impl PartialEq<String> for Said {
    fn eq(&self, other: &String) -> bool {
        self.files == *other
    }
}
