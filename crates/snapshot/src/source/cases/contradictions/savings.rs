//! A saving whose numbers contradict each other.

use joint_procurement_core::domain::{Saving, SavingKind, Status, Term};
use joint_procurement_core::text::grouped;

use super::super::{Record, Report};
use super::rounding::{percent_slack, slack};
use crate::problem::Problem;

/// More than sums of numbers with decimals are wrong by.
const NEARLY: f64 = 1e-6;
const CHECK: &str = "出典を確かめて、誤っているものを直してください。";

/// Reports what cannot be true of a saving of a case with this status; `earlier` are the savings before it.
pub fn check(
    record: &Record,
    saving: &Saving,
    earlier: &[Saving],
    status: Option<Status>,
    report: &mut Report,
) {
    if earlier.contains(saving) {
        let problem = record.problem("of", "同じ効果額が二度あります。");
        report.add(problem.advice("一方を取り除いてください。"));
    }
    if let Some(status) = status.filter(|status| status.is_plan() && saving.kind == SavingKind::Actual) {
        report.add(
            record
                .problem("kind", format!("status が「{}」なのに、実績になっています。", status.ja()))
                .suggestion([SavingKind::Expected.ja().to_owned()])
                .advice(
                    "見込みの額なら「見込」にしてください。実際に減ったのなら、status を直してください。",
                ),
        );
    }
    let problem = of_nothing(record, saving).or_else(|| of_amounts(record, saving));
    if let Some(problem) = problem.or_else(|| of_percent(record, saving)) {
        report.add(problem);
    }
}

/// Gives the problem of a saving that is none.
fn of_nothing(record: &Record, saving: &Saving) -> Option<Problem> {
    let Saving { percent, before_yen, after_yen, saved_yen, .. } = *saving;
    let has_stayed = before_yen.is_some() && before_yen == after_yen;
    let (key, what) = match () {
        () if before_yen == Some(0) => ("before_yen", "前の額が0円では、減ったとはいえません。"),
        () if has_stayed => ("after_yen", "前の額と同じで、減っていません。"),
        () if saved_yen == Some(0) => ("saved_yen", "減った額が0円では、効果額になりません。"),
        () if percent == Some(0.0) => ("percent", "0% では、減ったことになりません。"),
        () => return None,
    };
    let problem = record.problem(key, what);
    Some(problem.advice(Record::leave_empty("減っていないものは、効果額に書きません。分からない値は")))
}

fn of_amounts(record: &Record, saving: &Saving) -> Option<Problem> {
    let yen = |yen| format!("{}円", grouped(yen));
    if let (Some(before), Some(after)) = (saving.before_yen, saving.after_yen) {
        if after > before {
            let what = format!("前の額（{}）より多くなっています。減った額ではありません。", yen(before));
            let advice = "before_yen と after_yen が逆でないか確かめてください。減っていないものは、効果額に書きません。";
            return Some(record.problem("after_yen", what).advice(advice));
        }
        let saved = saving.saved_yen?;
        let difference = before - after;
        let allowed = [before, after, saved].map(slack).into_iter().max().unwrap_or_default();
        return (saved.abs_diff(difference) > allowed).then(|| {
            let what = format!(
                "前の額と後の額の差と合いません（{}－{}＝{}）。",
                yen(before),
                yen(after),
                yen(difference)
            );
            record.problem("saved_yen", what).advice(CHECK)
        });
    }
    let (Some(before), Some(saved)) = (saving.before_yen, saving.saved_yen) else { return None };
    (saved > before).then(|| {
        let what = format!("前の額（{}）より多くなっています。", yen(before));
        record.problem("saved_yen", what).advice(CHECK)
    })
}

fn of_percent(record: &Record, saving: &Saving) -> Option<Problem> {
    let percent = saving.percent?;
    let shares = shares(saving);
    let (down, up) = percent_slack(percent);
    // Both may be rounded, but not both by much. The next round number is another one.
    let is_meant = |share: &Share| {
        let by = share.most_likely - percent;
        (share.lower..=share.upper).contains(&percent) || (by >= -down && by < up - NEARLY)
    };
    if let Some(share) = shares.first() {
        if shares.iter().any(is_meant) {
            return None;
        }
        let what =
            format!("金額から計算した割合（{}%）と合いません。", (share.most_likely * 10.0).round() / 10.0);
        return Some(record.problem("percent", what).advice(CHECK));
    }
    let has_rest = saving.after_yen.is_some_and(|after| after > 0 && percent == 100.0);
    let problem = || record.problem("percent", "after_yen の値と、同時には成り立ちません。");
    has_rest.then(|| problem().advice(CHECK))
}

/// The part that is saved of what there was before, in percent.
struct Share {
    most_likely: f64,
    /// The bounds that roundings of the amounts leave open.
    lower: f64,
    upper: f64,
}

/// Gives the shares that the amounts tell: two, where all three are stated and not exact.
fn shares(saving: &Saving) -> Vec<Share> {
    // No amount is so large that its last digits count.
    let amount = |yen: u64| (yen as f64, slack(yen) as f64);
    let Saving { before_yen, after_yen, saved_yen, .. } = saving;
    let [before, after, saved] = [before_yen, after_yen, saved_yen].map(|yen| yen.map(amount));
    let share = |part: &dyn Fn(f64) -> f64| {
        let bounds = [part(-1.0), part(1.0)];
        let percent = |part: f64| part * 100.0;
        Share {
            most_likely: percent(part(0.0)),
            lower: percent(bounds[0].min(bounds[1])),
            upper: percent(bounds[0].max(bounds[1])),
        }
    };
    let mut shares = Vec::new();
    if let (Some((before, of_before)), Some((saved, of_saved))) = (before, saved) {
        shares.push(share(&|by| (saved + by * of_saved) / (before - by * of_before)));
    }
    if let (Some((before, of_before)), Some((after, of_after))) = (before, after) {
        shares.push(share(&|by| 1.0 - (after - by * of_after) / (before + by * of_before)));
    }
    if let (None, Some((after, of_after)), Some((saved, of_saved))) = (before, after, saved) {
        let part = |by: f64| {
            let saved = saved + by * of_saved;
            saved / (saved + after - by * of_after)
        };
        shares.push(share(&part));
    }
    // Nothing can be saved of nothing.
    shares.retain(|share| share.most_likely.is_finite());
    shares
}
