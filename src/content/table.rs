//! Tables. The rows that are shown and those that their files hold are the same.

use joint_procurement_core::export::CsvTable;

use super::Text;

/// A table. The first cell of each row names it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The id, which no other part of the page has.
    pub id: String,
    pub caption: String,
    /// The caption is for screen readers only, where a heading above already says it.
    pub caption_hidden: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// The name of its CSV, without the ending.
    pub file_name: String,
}

/// A table with a last row that sums up the others, and with a file of its own columns.
#[derive(Clone, Debug, PartialEq)]
pub struct SummedTable {
    pub table: Table,
    /// A remark beside the caption on what the figures rest on.
    pub note: String,
    /// One cell a column.
    pub total: Vec<Text>,
    /// The file, saved under the name that the table gives.
    pub file: CsvTable,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub align: Align,
    /// The values of its cells by which a reader may sort the rows. All tables of a page with such columns are parts of
    /// one list.
    pub sort: Vec<SortName>,
}

/// The name of a value to sort by, and the part of it that one button of several shows.
pub type SortName = (&'static str, &'static str);

/// The alignment of the cells of a column; numbers at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Start,
    End,
    /// Long text, which needs width.
    Prose,
}

/// The text of a cell, and the value in a file where that differs: a bare number for `24件`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: Text,
    /// The code of the prefecture or the municipality that it names, as maps have it.
    pub area: Option<String>,
    value: Option<String>,
    /// The values by which rows are sorted, one for each of `Column::sort`; none that is not known.
    keys: Vec<Option<u64>>,
}

impl Table {
    /// Gives the rows as a file.
    pub fn to_csv(&self) -> CsvTable {
        CsvTable {
            header: self.columns.iter().map(|column| column.name.clone()).collect(),
            rows: self.rows.iter().map(|row| row.iter().map(Cell::value).collect()).collect(),
        }
    }
}

impl Column {
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: name.into(), align: Align::Start, sort: Vec::new() }
    }

    pub fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), align: Align::End, sort: Vec::new() }
    }

    pub fn prose(name: impl Into<String>) -> Self {
        Self { name: name.into(), align: Align::Prose, sort: Vec::new() }
    }

    /// Names the values by which rows can be sorted.
    pub fn sorted_by(self, names: &[SortName]) -> Self {
        Self { sort: names.to_vec(), ..self }
    }
}

impl Cell {
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), area: None, value: None, keys: Vec::new() }
    }

    /// Makes the name of an area, which stands out together with the area on a map.
    pub fn area(text: impl Into<Text>, code: impl ToString) -> Self {
        Self { area: Some(code.to_string()), ..Self::new(text) }
    }

    /// Makes a number: shown with its unit, bare in a file.
    pub fn number(text: impl Into<Text>, value: impl ToString) -> Self {
        Self { value: Some(value.to_string()), ..Self::new(text) }
    }

    /// Gives it the values by which rows are sorted.
    pub fn with_keys(self, keys: &[Option<u64>]) -> Self {
        Self { keys: keys.to_vec(), ..self }
    }

    /// Gives one of the values by which rows are sorted, by its number.
    pub fn key(&self, number: usize) -> Option<u64> {
        self.keys.get(number).copied().flatten()
    }

    /// Gives the value that a file holds.
    pub fn value(&self) -> String {
        self.value.clone().unwrap_or_else(|| self.text.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use joint_procurement_core::query::CaseFilter;

    #[test]
    fn a_file_holds_bare_numbers_and_texts_without_links() {
        let count = Text::from(super::super::cases_link(24, CaseFilter::default()));
        let table = Table {
            columns: vec![Column::text("種別"), Column::number("件数")],
            rows: vec![vec![Cell::new("電子入札"), Cell::number(count.clone(), 24)], vec![Cell::new(count)]],
            ..Table::default()
        };
        let csv = table.to_csv();
        assert_eq!(csv.header, ["種別", "件数"]);
        assert_eq!(csv.rows, [vec!["電子入札".to_owned(), "24".to_owned()], vec!["24件".to_owned()]]);
    }
}
