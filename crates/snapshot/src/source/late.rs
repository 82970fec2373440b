//! Dates that lie after the day on which the snapshot is published.

use joint_procurement_core::domain::Date;

use super::meant;
use crate::problem::{Problem, Report};

/// The kind of problems with dates after the publication, which are held back.
pub const LATE: &str = "late";
/// So many dates that lie too late are mistakes of their own. Where they are more, the day that they follow is too early.
const MOST_LATE: usize = 3;

/// Reports a page that is younger than the publication: nobody can have read it.
pub fn check_past(
    published: Date,
    published_at: Date,
    problem: impl Fn(&'static str) -> Problem,
    report: &mut Report,
) {
    if published > published_at {
        let late = problem("データ版を公開した日（snapshot.toml の published_at）より後の日です。")
            .suggestion(meant::earlier(&published.to_string(), published_at))
            .allowed(format!("{published_at} まで"))
            .advice("日付を確かめてください。正しければ、published_at を新しくしてください。");
        report.hold(LATE, published.to_string(), late);
    }
}

/// Reports the dates that were held back as too late. Where they are many, a day of the settings is too early.
pub fn tell_late(kind: &'static str, day: impl FnOnce(&'static str) -> Problem, report: &mut Report) {
    let late = report.held(kind);
    let last = late.iter().map(|(date, _)| date).max().cloned();
    match last.filter(|_| late.len() > MOST_LATE) {
        Some(last) => {
            let what = "この日より後の日付が、表にいくつもあります。";
            let problem = day(what).suggestion([last.clone()]).allowed(format!("{last} から"));
            report.add(problem.advice(format!(
                "{}か所あります。この日を確かめてください。正しければ、表の日付を直してください。",
                late.len()
            )));
        }
        None => late.into_iter().for_each(|(_, problem)| report.add(problem)),
    }
}
