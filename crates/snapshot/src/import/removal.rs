//! Rows that are gone: they may have been deleted by mistake.

use std::collections::HashSet;

use joint_procurement_core::domain::CaseField;

use super::make::NewTables;
use super::table::Renamed;
use crate::problem::{Place, Problem, Report, first};
use crate::source::columns::{CASES, ERRATA};
use crate::source::examples;

/// The rows that are named.
const TOLD: usize = 20;
const IN_USE: &str = "行をもとに戻してください。削除するのなら、先に、使っているところを直してください。";
const ADVICE: &str = "削除してよければ、--allow-removal を付けて、もう一度実行してください。そうでなければ、もとに戻してください。";

/// Reports rows that are gone, and keys that have become others. A sheet or a cell that is told of is not told again.
pub fn check(new: &NewTables, book: &str, report: &mut Report) {
    let removed_by_errata = removed_by_errata(new);
    for (sheet, changes) in &new.changes {
        for Renamed { from, to, row, column } in &changes.renamed {
            let place = Place::cell(*sheet, (*row, *column));
            if !report.has_told_of(&place) {
                let what = format!("もとの「{from}」から変わっています。");
                let problem = Problem::new(book, what).at(place).value(to).suggestion([from.clone()]);
                report.add_about(
                    &[from, to],
                    problem.advice("コードやスラッグは変えません。もとに戻してください。別の行に入れ替えたのなら、--allow-removal を付けて、もう一度実行してください。"),
                );
            }
        }
        let is_told = |name: &&String| *sheet == CASES.sheet && removed_by_errata.contains(name.as_str());
        // A case that must have what it lost is told of by itself.
        let is_of_told =
            |name: &&String| new.losers.get(*name).is_some_and(|place| report.has_told_of(place));
        let removed: Vec<&String> =
            changes.removed.iter().filter(|name| !is_told(name) && !is_of_told(name)).collect();
        if removed.is_empty() || report.has_told_of(&Place::sheet(*sheet)) {
            continue;
        }
        let (secret, open): (Vec<&String>, Vec<&String>) =
            removed.iter().partition(|name| report.names_withheld(name));
        let secret = (!secret.is_empty()).then(|| format!("非掲載希望の行が{}つ", secret.len()));
        let open = Some(first(&open, TOLD, "行")).filter(|open| !open.is_empty());
        let names: Vec<String> = open.into_iter().chain(secret).collect();
        let uses = new.uses_of_gone.get(sheet).map_or("", String::as_str);
        report.add(
            Problem::new(book, format!("もとの表にある行が{}行ありません。{uses}", removed.len()))
                .at(Place::sheet(*sheet))
                .value(names.join("、"))
                .advice(if uses.is_empty() { ADVICE } else { IN_USE }),
        );
    }
}

/// Notes cases that may go, but of which no correction says why.
pub fn note_cases(new: &NewTables, report: &mut Report) {
    let removed_by_errata = removed_by_errata(new);
    let of_cases = new.changes.iter().filter(|(sheet, _)| *sheet == CASES.sheet);
    let removed = of_cases.flat_map(|(_, changes)| &changes.removed);
    let untold = removed.filter(|id| !removed_by_errata.contains(id.as_str()) && !report.names_withheld(id));
    let untold: Vec<&String> = untold.collect();
    if !untold.is_empty() {
        report.note(format!(
            "シート「{}」： 削除した事例の「{}」の行が、シート「{}」にありません（{}）。公開していた事例なら、理由とともに行を加えてください。",
            CASES.sheet,
            CaseField::REMOVAL.ja(),
            ERRATA.sheet,
            examples(&untold),
        ));
    }
}

/// Gives the cases of which the new corrections say that they were taken out.
fn removed_by_errata(new: &NewTables) -> HashSet<&str> {
    let is_new = new.files.iter().any(|file| file.path == ERRATA.file);
    let rows = new.tables.get(ERRATA.file).filter(|_| is_new).map(Vec::as_slice).unwrap_or_default();
    let Some((field, case)) = ERRATA.place("field").zip(ERRATA.place("case")) else { return HashSet::new() };
    let removal = CaseField::REMOVAL.slug();
    let removals = rows.iter().filter(|row| row.cells.get(field).is_some_and(|of| of == removal));
    removals.filter_map(|row| row.cells.get(case).map(String::as_str)).collect()
}
