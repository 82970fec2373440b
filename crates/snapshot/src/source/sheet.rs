//! A CSV table of the source folder: the expected columns, every row with its line number.

use std::path::Path;

use super::file::read_text;
use super::meant;
use super::row::Row;
use crate::problem::{Position, Problem, Report};
use crate::text::{form_faults, privacy_faults};

/// The rows of one table, cells in the order of the expected columns.
pub struct Sheet {
    columns: &'static [&'static str],
    rows: Vec<(Position, Vec<String>)>,
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
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = reader.records();
        let header = match records.next() {
            Some(Ok(record)) => record,
            Some(Err(_)) | None => {
                report.add(Problem::new(name, "見出しの行がありません。").allowed(columns.join(",")));
                return None;
            }
        };
        let order = column_order(&header, name, columns, report)?;

        report_blank_lines(text, name, report);
        let mut rows = Vec::new();
        for record in records {
            let Ok(record) = record else {
                report.add(Problem::new(name, "CSV として読めない行があります。"));
                continue;
            };
            let line = record.position().map_or(0, csv::Position::line);
            let place = Position::new(name, usize::try_from(line).unwrap_or(usize::MAX));
            if record.len() != columns.len() {
                report.add(
                    Problem::new(name, "列の数が見出しと合いません。")
                        .row(place.row)
                        .value(format!("{}列", record.len()))
                        .allowed(format!("{}列", columns.len()))
                        .advice("コンマの過不足を確かめてください。コンマを含む値は \" で囲みます。"),
                );
                continue;
            }
            if record.iter().all(str::is_empty) {
                report.add(blank_line(name, place.row));
                continue;
            }
            let cells: Vec<String> =
                order.iter().map(|&at| record.get(at).unwrap_or_default().to_owned()).collect();
            for (column, cell) in columns.iter().zip(&cells) {
                report_text(&place, column, cell, report);
            }
            rows.push((place, cells));
        }
        Some(Self { columns, rows })
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(place, cells)| Row { columns: self.columns, place, cells })
    }
}

/// Finds the place of each expected column in the file; `None` after reporting columns that are missing,
/// unknown or repeated.
fn column_order(
    header: &csv::StringRecord,
    name: &str,
    columns: &[&str],
    report: &mut Report,
) -> Option<Vec<usize>> {
    let before = report.count();
    let problem = |what: &str, column: &str| {
        Problem::new(name, what)
            .row(1)
            .column(column)
            .allowed(columns.join(","))
            .advice("見出しの行を直してください。")
    };
    for (at, found) in header.iter().enumerate() {
        if !columns.contains(&found) {
            let shown = if found.is_empty() { "（名前のない列）" } else { found };
            let missing = columns.iter().copied().filter(|column| !header.iter().any(|it| it == *column));
            let meant = meant::word(found, missing, &[]);
            report.add(problem("知らない列です。", shown).suggestion(meant));
        } else if header.iter().take(at).any(|earlier| earlier == found) {
            report.add(problem("同じ見出しが二度あります。", found));
        }
    }
    let order: Vec<Option<usize>> =
        columns.iter().map(|column| header.iter().position(|found| found == *column)).collect();
    for (column, at) in columns.iter().zip(&order) {
        if at.is_none() {
            report.add(problem("列がありません。", column));
        }
    }
    if report.count() == before { order.into_iter().collect() } else { None }
}

/// Reports blank lines, which the CSV reader skips silently.
fn report_blank_lines(text: &str, name: &str, report: &mut Report) {
    for (row, line) in (1..).zip(text.lines()) {
        if line.is_empty() {
            report.add(blank_line(name, row));
        }
    }
}

pub(super) fn blank_line(name: &str, row: usize) -> Problem {
    Problem::new(name, "空の行です。").row(row).advice("行を削除してください。")
}

/// Reports everything that no text of a source table may have.
pub(super) fn report_text(place: &Position, column: &str, text: &str, report: &mut Report) {
    for fault in form_faults(text).into_iter().chain(privacy_faults(text)) {
        let (what, advice) = fault.sentences();
        report.add(place.problem(column, what).value(text).advice(advice));
    }
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
            ("code,name\n01,a\n,\n", "3行目 ： 空の行"),
            ("code,name\n01,\"a\nb\"\n", "改行があります"),
            ("code,name\n01, a\n", "2行目 name ： 前か後ろに空白"),
        ] {
            let mut report = Report::default();
            parsed_codes(text, &mut report);
            assert!(report.to_string().contains(expected), "{expected:?} in {report}");
        }
    }
}
