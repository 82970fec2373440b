//! One row of a table, whose cells are checked as they are read.

use std::str::FromStr;

use joint_procurement_core::domain::{Date, WebAddress};

use super::faults::{WORKING_NOTE, is_several, report_address};
use super::meant::{self, Day};
use crate::problem::{Fault, Position, Problem, Report, Said};
use crate::text::{WEB_ADDRESS, is_nothing, is_working_note};

/// One row of a table. Every method reports what is wrong with the cell and then gives `None`.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub(super) columns: &'static [&'static str],
    pub place: &'a Position,
    pub(super) cells: &'a [String],
}

impl<'a> Row<'a> {
    /// Gives the cell as it is; empty for a column that the table does not have.
    pub fn cell(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// Says what to do with this row where another one has the same key; `other` are the cells of that.
    pub fn beside(&self, other: &[String]) -> String {
        let cells = self.columns.iter().zip(self.cells.iter().zip(other));
        let unlike: Vec<&str> =
            cells.filter(|(_, (own, other))| own != other).map(|(name, _)| *name).collect();
        match unlike.is_empty() {
            true => "同じ行が二つあります。一方の行を削除してください。".to_owned(),
            false => format!(
                "二つの行は {} が違います。ほかのものなら、この値を直してください。同じものなら、正しいほうの行を残し、もう一方の行を削除してください。",
                unlike.join("、")
            ),
        }
    }

    pub fn problem(&self, column: &str, what: impl Into<Said>) -> Problem {
        self.place.problem(column, what).value(self.cell(column))
    }

    /// Reads a cell that may not be empty.
    pub fn text(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.cell(column);
        if cell.is_empty() {
            report.add(self.place.problem(column, "空欄です。").advice("値を入れてください。"));
        }
        self.stated(column, report)
    }

    /// Reads a cell that may be empty.
    pub fn stated(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.cell(column);
        let is_nothing = is_nothing(cell);
        if is_nothing {
            report.add(
                self.problem(column, "値がないことを表す言葉が、値として書かれています。")
                    .advice("空欄にしてください。必ず書く列では、正しい値を調べて書いてください。"),
            );
        }
        let is_note = !is_nothing && is_working_note(cell);
        if is_note {
            report.add(self.problem(column, WORKING_NOTE).advice(
                "値を確かめて書いてください。分からない値は、必ず書く列でなければ空欄にしてください。",
            ));
        }
        Some(cell).filter(|cell| !cell.is_empty() && !is_nothing && !is_note)
    }

    /// Reads a cell of a form that the type checks; `allowed` describes it.
    pub fn parsed<T: FromStr>(&self, column: &str, allowed: &str, report: &mut Report) -> Option<T> {
        let text = self.text(column, report)?;
        let value = text.parse().ok();
        if value.is_none() {
            let meant = meant::form::<T>(text);
            report.add(self.problem(column, Fault::Form).suggestion(meant).allowed(Said::of_files(allowed)));
        }
        value
    }

    /// Reads a date with its day.
    pub fn day(&self, column: &str, report: &mut Report) -> Option<Date> {
        let text = self.text(column, report)?;
        let day = text.parse().ok().map(|Day(day)| day);
        if day.is_none() {
            let is_date = text.parse::<Date>().is_ok();
            let what =
                if is_date { Said::from("日まで書いてください。") } else { Fault::Form.into() };
            let problem = self.problem(column, what).suggestion(meant::form::<Day>(text));
            report.add(problem.allowed(Said::of_files("YYYY-MM-DD（実在する日）")));
        }
        day
    }

    /// Reads a whole number from 1 up.
    pub fn positive(&self, column: &str, report: &mut Report) -> Option<u64> {
        self.number(column, 1, "1以上の整数（コンマや単位なし、半角）", report)
    }

    /// Reads a whole number from 0 up.
    pub fn count(&self, column: &str, report: &mut Report) -> Option<u64> {
        self.number(column, 0, "0以上の整数（コンマや単位なし、半角）", report)
    }

    fn number(&self, column: &str, least: u64, allowed: &str, report: &mut Report) -> Option<u64> {
        let cell = self.text(column, report)?;
        let plain = cell.bytes().all(|byte| byte.is_ascii_digit()) && cell.len() <= 15;
        let number = cell.parse().ok().filter(|number| plain && *number >= least);
        if number.is_none() {
            let meant = meant::whole(cell).filter(|meant| meant.parse::<u64>().is_ok_and(|it| it >= least));
            report.add(
                self.problem(column, Fault::NoInteger).suggestion(meant).allowed(Said::of_files(allowed)),
            );
        }
        number
    }

    pub fn hiragana(&self, column: &str, report: &mut Report) -> Option<&'a str> {
        let cell = self.text(column, report)?;
        let is_hiragana = cell.chars().all(|character| matches!(character, 'ぁ'..='ん' | 'ー'));
        if !is_hiragana {
            report.add(
                self.problem(column, "ひらがなではない文字があります。")
                    .suggestion(meant::hiragana(cell))
                    .allowed("ひらがなと「ー」"),
            );
        }
        is_hiragana.then_some(cell)
    }

    /// Reads an English name.
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

    pub fn web_address(&self, column: &str, report: &mut Report) -> Option<WebAddress> {
        let text = self.text(column, report)?;
        if is_several(text, |what| self.problem(column, what), report) {
            return None;
        }
        let Ok(address) = text.parse() else {
            let meant = meant::form::<WebAddress>(text);
            report.add(
                self.problem(column, Fault::NoAddress).suggestion(meant).allowed(Said::of_files(WEB_ADDRESS)),
            );
            return None;
        };
        report_address(text, |what| self.problem(column, what), report);
        Some(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_checked_for_their_form() {
        let check = |cell: &str, read: fn(&Row, &mut Report) -> bool, accepted: bool| {
            let place = Position::new("a.csv", 2);
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
