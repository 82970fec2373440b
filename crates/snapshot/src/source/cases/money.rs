//! The money of a case: what it costs, and what a source says was saved.

use joint_procurement_core::domain::{CostBasis, Saving, SavingKind, SavingOf, Status, Term};

use super::contradictions;
use super::{Record, Report};

pub const YEARS: &str = "0より大きく100以下の年数、または null";

/// Reads what the amounts are; it and the amounts go together.
pub fn read_basis(record: &Record, report: &mut Report) -> Option<CostBasis> {
    let keys = ["initial_cost_yen", "annual_cost_yen", "contract_total_yen"];
    let any_stated = keys.iter().any(|key| record.value(key).is_some());
    let basis = record.word("cost_basis", report);
    let is_stated = record.value("cost_basis").is_some();
    // A word that is none is told as such.
    if any_stated != is_stated && is_stated == basis.is_some() {
        report.add(
            record.problem("cost_basis", "金額があるときだけ、その根拠を書きます。").allowed(if any_stated {
                "契約額、公表額、予算・計画額"
            } else {
                "null"
            }),
        );
    }
    basis
}

/// Reads the savings; none where nothing is stated.
pub fn read_savings(record: &Record, report: &mut Report) -> Vec<Saving> {
    const KEYS: &[&str] =
        &["percent", "before_yen", "after_yen", "saved_yen", "period_years", "of", "kind", "by"];
    record.check_is_list("savings", report);
    let status = record.value("status").and_then(|status| Status::from_ja(status.as_str()?));
    let mut savings = Vec::new();
    for saving in record.records("savings", report) {
        saving.check_keys(KEYS, &[], report);
        let of = saving.required_text("of", report).and_then(|_| saving.word::<SavingOf>("of", report));
        let kind =
            saving.required_text("kind", report).and_then(|_| saving.word::<SavingKind>("kind", report));
        let percent = read_percent(&saving, report);
        let before_yen = saving.whole_number("before_yen", report);
        let after_yen = saving.whole_number("after_yen", report);
        let saved_yen = saving.whole_number("saved_yen", report);
        let period_years = saving.number("period_years", 0.0, 100.0, YEARS, report);
        let by = saving.text("by", report).map(str::to_owned);
        if let (Some(of), Some(kind)) = (of, kind) {
            let read = Saving { percent, before_yen, after_yen, saved_yen, period_years, of, kind, by };
            contradictions::savings::check(&saving, &read, &savings, status, report);
            savings.push(read);
        }
    }
    savings
}

/// Reads the share in percent; one that is told to be another is unknown.
fn read_percent(saving: &Record, report: &mut Report) -> Option<f64> {
    const ALLOWED: &str = "1以上100以下の数（% を単位とする）";
    // Zero is told with the amounts, so the bound lies just below it.
    let allowed = format!("{ALLOWED}、または null");
    let percent = saving.number("percent", -f64::MIN_POSITIVE, 100.0, &allowed, report)?;
    if percent <= 0.0 || percent >= 1.0 {
        return Some(percent);
    }
    // 0.467 is what a spreadsheet keeps of 46.7%.
    let meant = (percent * 100.0 * 1e9).round() / 1e9;
    let amount = |key| saving.value(key).and_then(serde_json::Value::as_f64);
    let (before, after) = (amount("before_yen"), amount("after_yen"));
    let saved = amount("saved_yen").or_else(|| Some(before? - after?));
    // The amounts tell which of the two it is; without them a share below 1 % would be a guess.
    let stated = saved.zip(before).map(|(saved, before)| saved / before * 100.0);
    if stated.is_some_and(|stated| (stated - percent).abs() < (stated - meant).abs()) {
        return Some(percent);
    }
    let meant = (meant >= 1.0).then(|| meant.to_string());
    let problem = saving.problem("percent", "1より小さい割合です。").suggestion(meant);
    report.add(
        problem
            .allowed(format!("{ALLOWED}。1% に満たない割合は、前後の額があるときだけ"))
            .advice("46.7% は 0.467 ではなく 46.7 と書きます。本当に 1% に満たないなら、before_yen と、after_yen か saved_yen を書いてください。額が分からなければ、割合は空にして process に書いてください。"),
    );
    None
}
