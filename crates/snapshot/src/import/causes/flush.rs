//! The causes told, each with all that follows from it.

use super::super::compared::{ChangedCell, ComparedSheet};
use super::super::doubtful::odd_number;
use super::{Cause, Causes, Consequences};
use crate::problem::{Place, Problem, Report, first, visible};
use crate::source::columns::Column;

/// The places that are named.
const NAMED: usize = 3;

impl Causes {
    /// Reports the causes; rows that are gone only where nothing else tells of them.
    pub fn report(&self, report: &mut Report) {
        for (cause, problems) in self.held.take() {
            let consequences = self.found.borrow_mut().remove(&cause);
            // One text is wrong, whatever else it leads to.
            let told = if consequences.is_some() { 1 } else { problems.len() };
            let mut about = self.problem(cause, &consequences.unwrap_or_default());
            for problem in problems.into_iter().take(told) {
                report.add(match about.take() {
                    Some(about) => Problem {
                        what: format!("{}{}", problem.what, about.what).into(),
                        suggestion: Some(problem.suggestion)
                            .filter(|it| !it.is_empty())
                            .unwrap_or(about.suggestion),
                        // The cell itself is wrong: others are not to follow it.
                        advice: problem.advice.or(Some("もとに戻すか、正しい値にしてください。".into())),
                        ..problem
                    },
                    None => problem,
                });
            }
        }
        for (cause, consequences) in &*self.found.borrow() {
            let is_told = self.are_gone_told && matches!(cause, Cause::Gone { .. });
            if let Some(problem) = self.problem(*cause, consequences).filter(|_| !is_told) {
                report.add(problem);
            }
        }
    }

    /// Says which words of rows that are gone from a sheet are still used.
    pub fn uses_of_gone(&self, of: &str) -> String {
        let found = self.found.borrow();
        let said = found.iter().filter_map(|(cause, it)| {
            let (sheet, word) = self.gone(*cause)?;
            (sheet.table().sheet == of && !it.uses.is_empty())
                .then(|| format!("「{word}」を、{}が使っています。", used(it)))
        });
        said.collect()
    }

    fn problem(&self, cause: Cause, consequences: &Consequences) -> Option<Problem> {
        if let Some((sheet, word)) = self.gone(cause) {
            let what = format!("「{word}」の行がなくなりましたが、{}が使っています。", used(consequences));
            return Some(
                Problem::new(&self.book, what)
                    .at(Place::sheet(sheet.table().sheet))
                    .value("（行なし）")
                    .advice("行をもとに戻すか、使っているところを直してください。"),
            );
        }
        let (sheet, cell, place) = self.cell(cause)?;
        let column = sheet.column(cell)?;
        let before = visible(&cell.before, NAMED * 20);
        let odd = odd_number(sheet, cell);
        let what = if !consequences.uses.is_empty() {
            format!("もとの「{before}」を、{}が使っています。", used(consequences))
        } else if consequences.along.is_empty() {
            format!("もとの「{before}」から変わっています。")
        } else {
            format!(
                "もとの「{before}」から変わり、ほかのセルと合わなくなりました。{}",
                odd.unwrap_or_default()
            )
        };
        let value = if cell.after.is_empty() { "（空欄）" } else { &cell.after };
        let is_meant = odd.is_some() || consequences.along.is_empty();
        Some(
            Problem::new(&self.book, what)
                .at(place)
                .column(column.ja)
                .value(value)
                .suggestion(is_meant.then(|| cell.before.to_string()))
                .advice(advice(column, cell, consequences)),
        )
    }

    /// Gives the cell that has changed.
    pub(super) fn cell(&self, cause: Cause) -> Option<(&ComparedSheet, &ChangedCell, Place)> {
        let Cause::Cell { sheet, row, cell } = cause else { return None };
        let sheet = self.sheets.get(sheet)?;
        let row = sheet.differences.rows.get(row)?;
        let cell = row.cells.get(cell)?;
        Some((sheet, cell, sheet.frame.cell(row.row, cell.column)))
    }

    /// Gives the word of a row that is gone: its name, or its first cell.
    pub(super) fn gone(&self, cause: Cause) -> Option<(&ComparedSheet, &str)> {
        let Cause::Gone { sheet, row } = cause else { return None };
        let sheet = self.sheets.get(sheet)?;
        let name = sheet.table().place("name").unwrap_or_default();
        Some((sheet, sheet.differences.gone.get(row)?.get(name)?))
    }
}

/// Says which cells use a word.
fn used(consequences: &Consequences) -> String {
    let of_sheet = consequences.uses.iter().map(|(sheet, places)| {
        let more = if places.len() > NAMED { "など" } else { "" };
        let cells = places.iter().take(NAMED).filter_map(Place::cell_name);
        let cells: Vec<String> = cells.collect();
        let cells =
            if cells.is_empty() { String::new() } else { format!("（{}{more}）", cells.join("、")) };
        format!("シート「{sheet}」の{}か所{cells}", places.len())
    });
    of_sheet.collect::<Vec<String>>().join("、")
}

fn advice(column: &Column, cell: &ChangedCell, consequences: &Consequences) -> String {
    if ["slug", "code"].contains(&column.name) {
        return "コードやスラッグは変えません。もとに戻してください。".to_owned();
    }
    let mut along: Vec<String> = Vec::new();
    for (place, right) in &consequences.along {
        let right = if right.is_empty() { String::new() } else { format!("（{right}）") };
        along.push(format!("{place}{right}"));
    }
    along.dedup();
    let along = first(&along, NAMED, "か所");
    let others = match (along.is_empty(), cell.after.is_empty()) {
        (false, _) => format!("正しければ、{along}も直してください。"),
        (true, true) => String::new(),
        (true, false) => format!("正しければ、それらも「{}」に直してください。", cell.after),
    };
    format!("間違いなら、もとに戻してください。{others}")
}
