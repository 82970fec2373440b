//! A CSV table of the source folder: the expected columns, every row with its line number.

use std::path::Path;
use std::str::FromStr;

use super::file::read_text;
use crate::problem::{Place, Problem, Report};
use crate::text::{form_faults, is_web_address, privacy_faults};

/// The rows of one table, cells in the order of the expected columns.
pub struct Sheet {
    columns: &'static [&'static str],
    rows: Vec<(Place, Vec<String>)>,
}

impl Sheet {
    /// Reads a table that has at least one row, and checks what is true of every table: its columns, no
    /// empty or ragged rows, clean texts. `None` after reporting what makes reading rows pointless.
    pub fn read(
        folder: &Path,
        name: &str,
        columns: &'static [&'static str],
        report: &mut Report,
    ) -> Option<Self> {
        Self::read_maybe_empty(folder, name, columns, report)?.with_rows(name, report)
    }

    /// The same for a table that may consist of its header.
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
            let place = Place::new(name, usize::try_from(line).unwrap_or(usize::MAX));
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

/// Where each expected column stands in the file; `None` after reporting columns that are missing,
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
            report
                .add(problem("知らない列です。", if found.is_empty() { "（名前のない列）" } else { found }));
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

/// The CSV reader skips these silently.
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
pub(super) fn report_text(place: &Place, column: &str, text: &str, report: &mut Report) {
    for fault in form_faults(text).into_iter().chain(privacy_faults(text)) {
        let (what, advice) = fault.sentences();
        report.add(place.problem(column, what).value(text).advice(advice));
    }
}

/// One row of a table. Every method reports what is wrong with the cell and then gives `None`.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    columns: &'static [&'static str],
    pub place: &'a Place,
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// The cell as it is; empty for a column that the table does not have.
    pub fn cell(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    pub fn problem(&self, column: &str, what: impl Into<String>) -> Problem {
        self.place.problem(column, what).value(self.cell(column))
    }

    /// A cell that may not be empty.
    pub fn text(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.cell(column);
        if cell.is_empty() {
            report.add(self.place.problem(column, "空欄です。").advice("値を入れてください。"));
        }
        Some(cell).filter(|cell| !cell.is_empty())
    }

    /// A cell of a form that the type checks; `allowed` describes it.
    pub fn parsed<T: FromStr>(&self, column: &str, allowed: &str, report: &mut Report) -> Option<T> {
        let value = self.text(column, report)?.parse().ok();
        if value.is_none() {
            report.add(self.problem(column, "値の形が正しくありません。").allowed(allowed));
        }
        value
    }

    /// A whole number from 1 up.
    pub fn positive(&self, column: &str, report: &mut Report) -> Option<u64> {
        self.number(column, 1, "1以上の整数（コンマや単位なし、半角）", report)
    }

    /// A whole number from 0 up.
    pub fn count(&self, column: &str, report: &mut Report) -> Option<u64> {
        self.number(column, 0, "0以上の整数（コンマや単位なし、半角）", report)
    }

    fn number(&self, column: &str, least: u64, allowed: &str, report: &mut Report) -> Option<u64> {
        let cell = self.text(column, report)?;
        let plain = cell.bytes().all(|byte| byte.is_ascii_digit()) && cell.len() <= 15;
        let number = cell.parse().ok().filter(|number| plain && *number >= least);
        if number.is_none() {
            report.add(self.problem(column, "整数ではありません。").allowed(allowed));
        }
        number
    }

    pub fn hiragana(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.text(column, report)?;
        let is_hiragana = cell.chars().all(|character| matches!(character, 'ぁ'..='ん' | 'ー'));
        if !is_hiragana {
            report.add(self.problem(column, "ひらがなではない文字があります。").allowed("ひらがなと「ー」"));
        }
        is_hiragana.then_some(cell)
    }

    /// An English name.
    pub fn ascii(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.text(column, report)?;
        let is_ascii = cell.is_ascii();
        if !is_ascii {
            report.add(
                self.problem(column, "半角の英数字ではない文字があります。").allowed("半角の英数字と記号"),
            );
        }
        is_ascii.then_some(cell)
    }

    pub fn web_address(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.text(column, report)?;
        let is_address = is_web_address(cell);
        if !is_address {
            report.add(self.problem(column, "URL ではありません。").allowed(WEB_ADDRESS));
        }
        is_address.then_some(cell)
    }
}

/// The form that `is_web_address` accepts, in words.
pub const WEB_ADDRESS: &str = "http:// または https:// で始まり、空白を含まない URL";

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

    #[test]
    fn cells_are_checked_for_their_form() {
        let check = |cell: &str, read: fn(&Row, &mut Report) -> bool, accepted: bool| {
            let place = Place::new("a.csv", 2);
            let cells = [cell.to_owned()];
            let mut report = Report::default();
            let read = read(&Row { columns: &["cell"], place: &place, cells: &cells }, &mut report);
            assert_eq!((read, report.is_clean()), (accepted, accepted), "{cell:?}");
        };
        for (cell, accepted) in
            [("1", true), ("0", false), ("", false), ("1,000", false), ("+1", false), ("１", false)]
        {
            check(cell, |row, report| row.positive("cell", report).is_some(), accepted);
        }
        for (cell, accepted) in
            [("さっぽろし", true), ("せんたー", true), ("サッポロ", false), ("札幌", false)]
        {
            check(cell, |row, report| row.hiragana("cell", report).is_some(), accepted);
        }
        for (cell, accepted) in [("https://a.jp/", true), ("ftp://a.jp/", false)] {
            check(cell, |row, report| row.web_address("cell", report).is_some(), accepted);
        }
    }
}
