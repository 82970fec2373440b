//! A CSV table of the source folder: the expected columns, every row with its line number.

use std::path::Path;

use super::faults::{names_withheld, report_text};
use super::file::read_text;
use super::meant;
use super::row::Row;
use crate::problem::{Position, Problem, Report};

/// The rows of one table, cells in the order of the expected columns.
pub struct Sheet {
    columns: &'static [&'static str],
    rows: Vec<SheetRow>,
}

struct SheetRow {
    place: Position,
    cells: Vec<String>,
    /// It has as many cells as the header, so that each stands in its column.
    is_whole: bool,
}

impl Sheet {
    /// Reads a table that has at least one row, and checks what is true of every table. Its columns are
    /// right, no row is empty or ragged, and the texts are clean. `None` after reporting what makes reading
    /// rows pointless.
    pub fn read(
        folder: &Path,
        name: &str,
        columns: &'static [&'static str],
        report: &mut Report,
    ) -> Option<Self> {
        Self::read_maybe_empty(folder, name, columns, report)?.with_rows(name, report)
    }

    /// Does the same for a table that may consist of its header.
    pub fn read_maybe_empty(
        folder: &Path,
        name: &str,
        columns: &'static [&'static str],
        report: &mut Report,
    ) -> Option<Self> {
        let text = read_text(folder, name, report)?;
        Self::parse(&text, name, columns, report)
    }

    fn with_rows(self, name: &str, report: &mut Report) -> Option<Self> {
        if self.rows.is_empty() {
            report.add(
                Problem::new(name, "見出しだけで、行がありません。")
                    .advice("1行以上のデータを入れてください。"),
            );
            return None;
        }
        Some(self)
    }

    fn parse(text: &str, name: &str, columns: &'static [&'static str], report: &mut Report) -> Option<Self> {
        let mut records = Records::new(text);
        let header = match records.next(name, report) {
            Some((_, Ok(header))) => header,
            Some((_, Err(_))) | None => {
                report.add(Problem::new(name, "見出しの行がありません。").allowed(columns.join(",")));
                return None;
            }
        };
        let order = column_order(&header, name, columns, report)?;
        let mut rows = Vec::new();
        while let Some((row, record)) = records.next(name, report) {
            match record {
                Ok(record) => {
                    let place = Position::new(name, row);
                    rows.extend(read_cells(place, &record, &header, columns, &order, report));
                }
                Err(_) => report.add(Problem::new(name, "CSV として読めない行があります。").row(row)),
            }
        }
        Some(Self { columns, rows })
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.parted(true)
    }

    /// Gives the rows with too few or too many cells, which are told. Their first cells may stand in their places.
    pub fn broken(&self) -> impl Iterator<Item = Row<'_>> {
        self.parted(false)
    }

    fn parted(&self, is_whole: bool) -> impl Iterator<Item = Row<'_>> {
        let rows = self.rows.iter().filter(move |row| row.is_whole == is_whole);
        rows.map(|SheetRow { place, cells, .. }| Row { columns: self.columns, place, cells })
    }
}

/// The records of a table, each with the line on which it begins.
struct Records<'a> {
    text: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
}

impl<'a> Records<'a> {
    fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        Self { text, reader: csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text) }
    }

    /// Gives the next record. Blank lines before it are reported, which the reader would skip silently; those between
    /// quotation marks are part of a record.
    fn next(&mut self, name: &str, report: &mut Report) -> Option<(usize, csv::Result<csv::StringRecord>)> {
        let start = self.reader.position().clone();
        let rest = usize::try_from(start.byte()).ok().and_then(|at| self.text.get(at..)).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| **byte == b'\n').count();
        let line = usize::try_from(start.line()).unwrap_or(usize::MAX);
        (line..line + blank).for_each(|row| report.add(blank_line(name, row)));
        let mut record = csv::StringRecord::new();
        match self.reader.read_record(&mut record) {
            Ok(false) => None,
            Ok(true) => Some((line + blank, Ok(record))),
            Err(error) => Some((line + blank, Err(error))),
        }
    }
}

/// Reads the cells of a row in the order of the columns; `None` after reporting why it is left out.
fn read_cells(
    place: Position,
    record: &csv::StringRecord,
    header: &csv::StringRecord,
    columns: &[&str],
    order: &[usize],
    report: &mut Report,
) -> Option<SheetRow> {
    if record.iter().all(str::is_empty) {
        report.add(blank_line(&place.file, place.row));
        return None;
    }
    if record.iter().any(|cell| report.names_withheld(cell)) {
        let found = header.iter().zip(record).find(|(_, cell)| report.names_withheld(cell));
        report.add(names_withheld(&place, found.map(|(column, _)| column)));
        return None;
    }
    let is_whole = record.len() == header.len();
    if !is_whole {
        report.add(
            Problem::new(&place.file, "列の数が見出しと合いません。")
                .row(place.row)
                .value(format!("{}列", record.len()))
                .allowed(format!("{}列", header.len()))
                .advice("コンマの過不足を確かめてください。コンマを含む値は \" で囲みます。"),
        );
    }
    let cells: Vec<String> = order.iter().map(|&at| record.get(at).unwrap_or_default().to_owned()).collect();
    for (column, cell) in columns.iter().zip(&cells) {
        // An address is checked as such where it is read.
        if !column.ends_with("url") {
            report_text(&place, column, cell, report);
        }
    }
    // Cells too many are told; those before them are in their places where the rest is empty.
    let is_readable =
        is_whole || record.len() > header.len() && record.iter().skip(header.len()).all(str::is_empty);
    Some(SheetRow { place, cells, is_whole: is_readable })
}

/// Finds the place of each expected column in the file. Columns that are unknown are reported and left out; `None` after
/// reporting one that is missing or repeated.
fn column_order(
    header: &csv::StringRecord,
    name: &str,
    columns: &[&str],
    report: &mut Report,
) -> Option<Vec<usize>> {
    let problem = |what: &str, column: &str| {
        Problem::new(name, what)
            .row(1)
            .column(column)
            .allowed(columns.join(","))
            .advice("見出しの行を直してください。")
    };
    let mut is_repeated = false;
    for (at, found) in header.iter().enumerate() {
        if !columns.contains(&found) {
            let shown = if found.is_empty() { "（名前のない列）" } else { found };
            let missing = columns.iter().copied().filter(|column| !header.iter().any(|it| it == *column));
            let meant = meant::word(found, missing, &[]);
            report.add(problem("知らない列です。", shown).suggestion(meant));
        } else if header.iter().take(at).any(|earlier| earlier == found) {
            report.add(problem("同じ見出しが二度あります。", found));
            is_repeated = true;
        }
    }
    let order: Vec<Option<usize>> =
        columns.iter().map(|column| header.iter().position(|found| found == *column)).collect();
    for (column, at) in columns.iter().zip(&order) {
        if at.is_none() {
            report.add(problem("列がありません。", column));
        }
    }
    if is_repeated { None } else { order.into_iter().collect() }
}

pub(super) fn blank_line(name: &str, row: usize) -> Problem {
    Problem::new(name, "空の行です。").row(row).advice("行を削除してください。")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed_codes(text: &str, report: &mut Report) -> Vec<String> {
        let sheet = Sheet::parse(text, "a.csv", &["code", "name"], report);
        let sheet = sheet.and_then(|sheet| sheet.with_rows("a.csv", report));
        sheet.iter().flat_map(Sheet::rows).map(|row| row.cell("code").to_owned()).collect()
    }

    #[test]
    fn rows_beside_wrong_ones_are_read() {
        let mut report = Report::default();
        assert_eq!(
            parsed_codes("code,more,name\n01,x,a\n02\n\n03,x,c,\n04,x,d,e\n05,x,f\n", &mut report),
            ["01", "03", "05"]
        );
        assert_eq!(report.count(), 5, "{report}");
    }

    #[test]
    fn a_row_with_the_id_of_a_withheld_case_shows_nothing() {
        let mut report = Report::default();
        report.withhold(["31-secret-1".to_owned()].into());
        let text = "code,name\n01,SECRET 31-secret-12\n02,SECRET　３１-SECRET-1。 a@example.jp\n";
        assert_eq!(parsed_codes(text, &mut report), ["01"]);
        let text = report.to_string();
        assert!(report.count() == 1 && text.contains("3行目 name") && !text.contains("SECRET"), "{text}");
    }

    #[test]
    fn columns_may_stand_in_another_order() {
        let mut report = Report::default();
        assert_eq!(parsed_codes("name,code\n北海道,01\n", &mut report), ["01"]);
        assert!(report.is_clean());
    }

    #[test]
    fn wrong_columns_and_rows_are_named() {
        for (text, expected) in [
            ("code\n01\n", "name ： 列がありません"),
            ("code,name,more\n01,a,b\n", "more ： 知らない列"),
            ("code,name,\n01,a,b\n", "名前のない列"),
            ("code,name,name\n01,a,b\n", "同じ見出しが二度"),
            ("code,name\n", "見出しだけ"),
            ("code,name\n01,a,b\n02,b\n", "3列"),
            ("code,name\n\n01,a\n", "2行目 ： 空の行"),
            ("code,name\n01,a\n\n02,b\n", "3行目 ： 空の行"),
            ("code,name\n01,a\n\n", "3行目 ： 空の行"),
            ("\ncode,name\n01,a\n", "1行目 ： 空の行"),
            ("code,name\n01,a\n,\n", "3行目 ： 空の行"),
            ("code,name\n01,\"a\n\nb\"\n", "a.csv（1件）"),
            ("code,name\n\n01,\"a\n\nb\"\n02, c\n", "6行目 name ： 前か後ろに空白"),
            ("code,name,\n01,a,\n", "a.csv（1件）"),
            ("code,name\n01,a,\n02, b\n", "a.csv（2件）"),
            ("code,name\n01\n02, b\n", "a.csv（2件）"),
            ("code,name\n01,\"a\nb\"\n", "改行があります"),
            ("code,name\n01, a\n", "2行目 name ： 前か後ろに空白"),
        ] {
            let mut report = Report::default();
            parsed_codes(text, &mut report);
            assert!(report.to_string().contains(expected), "{expected:?} in {report}");
        }
    }
}
