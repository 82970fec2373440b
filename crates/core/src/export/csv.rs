//! CSV that Japanese Excel opens correctly and that no cell can turn into a formula.

/// A table to be written: the header and rows of the same width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvTable {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Writes UTF-8 with a byte order mark, since Excel takes the file for Shift_JIS without one. Lines are ended
/// by CRLF as RFC 4180 says, and cells that a spreadsheet would run as a formula are preceded by an
/// apostrophe.
pub fn to_csv(table: &CsvTable) -> Vec<u8> {
    // Not the csv crate: its writer can tell numbers from texts, and what reads every number for that is
    // 13 kB of the browser's program (brotli).
    let mut text = "\u{feff}".to_owned();
    for row in std::iter::once(&table.header).chain(&table.rows) {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            write_cell(&mut text, &harmless(cell));
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// Writes as RFC 4180 says: quoted where the cell holds what separates cells and rows.
fn write_cell(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\r', '\n']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// Puts an apostrophe in front where a spreadsheet would run the cell as a formula.
pub(super) fn harmless(cell: &str) -> String {
    let rest_is_number = cell.chars().skip(1).all(|c| c.is_ascii_digit() || c == '.') && cell.len() > 1;
    let is_negative_number = cell.starts_with('-') && rest_is_number;
    if !is_negative_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        let table = CsvTable {
            header: vec!["見出し".into(), "b".into()],
            rows: vec![vec![cell.into(), "1".into()]],
        };
        let text = String::from_utf8(to_csv(&table)).unwrap();
        assert_eq!(text, format!("\u{feff}見出し,b\r\n{expected},1\r\n"));
    }

    #[test]
    fn plain_cells_are_written_as_they_are() {
        check("北海道", "北海道");
        check("-12", "-12");
    }

    #[test]
    fn commas_quotes_and_line_breaks_are_quoted() {
        check("a,b", "\"a,b\"");
        check("「a」\"b\"", "\"「a」\"\"b\"\"\"");
        check("a\nb", "\"a\nb\"");
    }

    #[test]
    fn formulas_are_made_harmless() {
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-1+1", "'-1+1");
        check("-", "'-");
        check("＝1", "'＝1");
    }
}
