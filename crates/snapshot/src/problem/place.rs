//! The place of a mistake within its file: a line of a text, or a cell of a workbook.

use std::fmt;

/// A part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// The file as a whole.
    #[default]
    Whole,
    /// A line of a text file, counted from 1, the header included.
    Line(usize),
    /// A sheet of a workbook.
    Sheet(String),
    /// A row of a sheet, counted from 1 as Excel does.
    SheetRow { sheet: String, row: u32 },
    /// A cell of a sheet.
    Cell { sheet: String, cell: CellName },
}

/// The name of a cell, such as C5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellName {
    /// Both counted from 0, as the readers of workbooks count them.
    row: u32,
    column: u32,
}

impl CellName {
    /// Names the cell at row and column, both counted from 0.
    pub const fn at((row, column): (u32, u32)) -> Self {
        Self { row, column }
    }

    /// Gives the letters of the column.
    fn letters(self) -> String {
        let mut letters = Vec::new();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letters(), u64::from(self.row) + 1)
    }
}

impl Place {
    /// Gives the cell of a sheet at row and column, both counted from 0 as by `get_position`.
    pub fn cell(sheet: impl Into<String>, position: (u32, u32)) -> Self {
        Self::Cell { sheet: sheet.into(), cell: CellName::at(position) }
    }

    pub fn sheet(sheet: impl Into<String>) -> Self {
        Self::Sheet(sheet.into())
    }

    /// Gives the row of a sheet, counted from 1 as Excel shows it.
    pub fn sheet_row(sheet: impl Into<String>, row: u32) -> Self {
        Self::SheetRow { sheet: sheet.into(), row }
    }

    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Line(line) => Some(*line),
            _ => None,
        }
    }

    /// Gives the sheet, where the file is a workbook.
    pub fn sheet_name(&self) -> Option<&str> {
        match self {
            Self::Whole | Self::Line(_) => None,
            Self::Sheet(sheet) | Self::SheetRow { sheet, .. } | Self::Cell { sheet, .. } => Some(sheet),
        }
    }

    /// Gives the name of a cell, such as C5.
    pub fn cell_name(&self) -> Option<String> {
        match self {
            Self::Cell { cell, .. } => Some(cell.to_string()),
            _ => None,
        }
    }

    /// Gives the row and the column of a cell, both counted from 0.
    pub fn position(&self) -> Option<(u32, u32)> {
        match self {
            Self::Cell { cell, .. } => Some((cell.row, cell.column)),
            _ => None,
        }
    }

    /// Gives the letters of a cell's column.
    pub fn letters(&self) -> Option<String> {
        match self {
            Self::Cell { cell, .. } => Some(cell.letters()),
            _ => None,
        }
    }

    /// Gives what counts within the file or sheet: the number of the line or row, from 1.
    pub fn number(&self) -> Option<usize> {
        match self {
            Self::Whole | Self::Sheet(_) => None,
            Self::Line(line) => Some(*line),
            Self::SheetRow { row, .. } => usize::try_from(*row).ok(),
            Self::Cell { cell, .. } => usize::try_from(u64::from(cell.row) + 1).ok(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Line(line) => write!(f, "{line}行目"),
            Self::Sheet(sheet) => write!(f, "シート「{sheet}」"),
            Self::SheetRow { sheet, row } => write!(f, "シート「{sheet}」の{row}行目"),
            Self::Cell { sheet, cell } => write!(f, "シート「{sheet}」の{cell}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cells_are_named_as_excel_names_them() {
        for (position, name) in [
            ((0, 0), "A1"),
            ((4, 2), "C5"),
            ((0, 25), "Z1"),
            ((0, 26), "AA1"),
            ((9, 701), "ZZ10"),
            ((9, 702), "AAA10"),
            // The last cell that Excel has.
            ((1_048_575, 16_383), "XFD1048576"),
        ] {
            assert_eq!(CellName::at(position).to_string(), name);
            assert_eq!(Place::cell("事例", position).to_string(), format!("シート「事例」の{name}"));
        }
    }

    proptest! {
        #[test]
        fn no_two_cells_have_one_name(a: (u32, u32), b: (u32, u32)) {
            let (name_a, name_b) = (CellName::at(a).to_string(), CellName::at(b).to_string());
            prop_assert_eq!(a == b, name_a == name_b);
        }

        #[test]
        fn letters_read_as_a_number_give_the_column(column: u32) {
            let letters = CellName::at((0, column)).letters();
            let read = letters.bytes().fold(0, |sum, letter| sum * 26 + u64::from(letter - b'A') + 1);
            prop_assert_eq!(read, u64::from(column) + 1);
        }
    }
}
