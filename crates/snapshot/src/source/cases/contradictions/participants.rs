//! Participants, against how many there are.

use std::collections::HashSet;

use joint_procurement_core::domain::{Case, Field, Municipality, MunicipalityCode, Term};
use serde_json::Value;

use super::super::{Directory, Record, Report};
use crate::problem::{Said, first};

/// The municipalities that are named of those that no case names.
const EXAMPLES: usize = 3;
/// The year from which on the municipalities are nearly those of today.
///
/// The mergers of the Heisei era ended in March 2010.
const AFTER_MERGERS: u16 = 2011;
/// Before them, no prefecture had four times as many as today: Nagasaki had 79, and has 21.
const TIMES_BEFORE: u64 = 4;
/// Since then, a count of twice as many is of something else.
const TIMES_SINCE: u64 = 2;

/// Reports the contradictions.
pub fn check(record: &Record, case: &Case, directory: Directory<'_>, report: &mut Report) {
    let count = case.participants_count.as_ref().known().copied().map(u64::from);
    let key = Field::ParticipantsCount.slug();
    match count {
        Some(0) if case.partner_prefectures.is_empty() => report.add(
            record
                .problem(key, "参加する市区町村がない共同調達はありません。")
                .allowed(Said::each("1以上の整数、または null", "1以上の整数、または空欄"))
                .advice(Record::leave_empty("数が分からないときは")),
        ),
        Some(count) if count > most_ever(case, directory) => report.add(
            record
                .problem(
                    key,
                    format!(
                        "prefecture_code と partner_prefecture_codes の市区町村（今は{}）より、はるかに多い数です。",
                        today(case, directory)
                    ),
                )
                .advice("桁の間違いがないか、住民や職員の数でないか確かめてください。ほかの都道府県も参加しているなら、そのコードを partner_prefecture_codes に加えてください。"),
        ),
        _ => {}
    }
    check_all(record, case, &Named { count, directory }, report);
}

/// Counts the municipalities that the prefectures of a case have.
pub fn today(case: &Case, directory: Directory<'_>) -> u64 {
    let prefectures = [case.lead_prefecture].into_iter().chain(case.partner_prefectures.iter().copied());
    prefectures.map(|code| directory.municipalities.of_prefecture(code).count() as u64).sum()
}

/// Gives the number that the participants of a case cannot exceed, at the time when it began.
pub fn most_ever(case: &Case, directory: Directory<'_>) -> u64 {
    let year = case.introduced.as_ref().known().map(|introduced| introduced.at.year);
    let is_since = year.is_some_and(|year| year >= AFTER_MERGERS);
    today(case, directory) * if is_since { TIMES_SINCE } else { TIMES_BEFORE }
}

/// The municipalities that take part, as far as stated, and all that there are.
struct Named<'a> {
    count: Option<u64>,
    directory: Directory<'a>,
}

/// Reports the answer on all municipalities, where the names or their number tell another.
fn check_all(record: &Record, case: &Case, named: &Named<'_>, report: &mut Report) {
    let Named { count, directory } = *named;
    let key = Field::ParticipantsAllInPrefecture.slug();
    let Some(all) = case.participants_all_in_prefecture.as_ref().known() else { return };
    let own = directory.municipalities.of_prefecture(case.lead_prefecture);
    let names = record.value(Field::ParticipantsNames.slug()).and_then(Value::as_array).map(Vec::len);
    let Some(codes) = case.participants.as_ref().known() else {
        let own = own.count() as u64;
        if let Some(count) = count.filter(|count| *all && *count < own && names.is_none()) {
            let what = format!(
                "participants_count（{count}）は、この都道府県の市区町村の数（{own}）より少なくなっています。"
            );
            report.add(record.problem(key, what).advice(format!(
                "全市区町村の参加と出典にあるなら、participants_count を直してください。そうでなければ {key} を null にしてください。"
            )));
        }
        return;
    };
    // A name that is none of a municipality is told by itself.
    if names != Some(codes.len()) {
        return;
    }
    let codes: HashSet<MunicipalityCode> = codes.iter().copied().collect();
    let lacking: Vec<Municipality<'_>> = own.filter(|it| !codes.contains(&it.code)).collect();
    if *all && !lacking.is_empty() {
        let names: Vec<String> = lacking.iter().map(|it| format!("「{}」", it.name)).collect();
        let names = first(&names, EXAMPLES, "団体");
        let what = format!("この都道府県の{names}が、participants_names にありません。");
        report.add(record.problem(key, what).advice(format!(
            "全市区町村が参加しているなら、名前を補ってください。そうでなければ {key} を null にしてください。"
        )));
    } else if !*all && lacking.is_empty() {
        let what = "この都道府県の市区町村が、すべて participants_names にあります。";
        let problem = record.problem(key, what).suggestion(["true".to_owned()]);
        report.add(problem.advice("全市区町村が参加しているのか、名前に余分がないかを確かめてください。"));
    }
}
