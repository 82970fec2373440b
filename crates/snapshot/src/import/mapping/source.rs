//! The page on which the table was published: a source of each of its cases.

use crate::source::columns::{Column, SOURCES};

/// The columns that a mapping fills; the name within the case is made, and addresses are checked by `snapshot links`.
pub const KEYS: [&str; 5] = ["title", "url", "publisher", "published", "class"];

/// The values of a row of the sources, in the order of its columns. Id and name are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSource {
    cells: Vec<String>,
}

impl TableSource {
    /// Takes the values by the key of their column.
    pub fn of(value: impl Fn(&str) -> Option<String>) -> Self {
        let names = SOURCES.names.iter();
        Self { cells: names.map(|name| value(name).unwrap_or_default()).collect() }
    }

    /// Puts a value in the place of a column.
    pub fn set(&mut self, at: usize, value: String) {
        if let Some(cell) = self.cells.get_mut(at) {
            *cell = value;
        }
    }

    /// Changes every value.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self { cells: self.cells.iter().map(|cell| change(cell)).collect() }
    }

    /// Gives the row for a case, `None` where the page is among the sources that it has.
    pub fn row(&self, id: &str, kept: &[Vec<Box<str>>]) -> Option<Vec<Box<str>>> {
        let (key, url) = SOURCES.place("key").zip(SOURCES.place("url"))?;
        // A row may have none.
        let page = self.cells.get(url).filter(|page| !page.is_empty())?;
        let has =
            |at: usize, text: &str| kept.iter().any(|cells| cells.get(at).is_some_and(|it| **it == *text));
        if has(url, page) {
            return None;
        }
        let name = (1..=kept.len() + 1).map(|number| format!("s{number}")).find(|name| !has(key, name))?;
        let mut cells: Vec<Box<str>> = self.cells.iter().map(|cell| cell.as_str().into()).collect();
        if let Some(first) = cells.first_mut() {
            *first = id.into();
        }
        if let Some(cell) = cells.get_mut(key) {
            *cell = name.into();
        }
        Some(cells)
    }
}

/// Gives the columns that a mapping has to fill.
pub fn required() -> impl Iterator<Item = &'static Column> {
    SOURCES.columns.iter().filter(|column| column.required && KEYS.contains(&column.name))
}
