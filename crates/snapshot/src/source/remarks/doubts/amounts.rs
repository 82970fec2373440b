//! Amounts that are rarely those of a system.

use joint_procurement_core::domain::{Case, Saving, YenRange};
use joint_procurement_core::text::grouped;

use super::super::super::cases::contradictions::{exceeds, slack};
use super::{Doubt, when};

/// An amount below this is rather one in thousands or millions of yen. The smallest real one is 150,000.
const SMALL: u64 = 100_000;
/// An amount from this on has rather too many zeros. The largest real one is 29,920 million.
const LARGE: u64 = 100_000_000_000;

const MONEY: &[&str] =
    &["initial_cost_yen", "annual_cost_yen", "contract_total_yen", "contract_years", "savings"];

pub const DOUBTS: &[Doubt] = &[
    Doubt {
        what: "システムの金額としては小さすぎる金額のある事例があります",
        advice: "円で書いてあるか、確かめてください。",
        fields: MONEY,
        of: |case, _| {
            let yen = amounts(case).into_iter().find(|yen| (1..SMALL).contains(yen))?;
            let [yen, thousands, millions] = [1, 1_000, 1_000_000].map(|unit| grouped(yen * unit));
            Some(format!("{yen}円（千円なら{thousands}円、百万円なら{millions}円）"))
        },
    },
    Doubt {
        what: "1,000億円以上の金額のある事例があります",
        advice: "千円や百万円を円に直すときに、0を付けすぎていないか確かめてください。",
        fields: MONEY,
        of: |case, _| {
            let yen = amounts(case).into_iter().find(|yen| *yen >= LARGE)?;
            Some(format!("{}円", grouped(yen)))
        },
    },
    Doubt {
        what: "費用が0円の事例があります",
        advice: "無償と出典にあるのでなければ、null にしてください。分からない金額は0円ではありません。",
        fields: MONEY,
        of: |case, _| {
            let costs = [&case.initial_cost, &case.annual_cost, &case.contract_total];
            when(costs.into_iter().filter_map(|cost| cost.as_ref().known()?.exact_yen()).any(|yen| yen == 0))
        },
    },
    Doubt {
        what: "initial_cost_yen と契約年数分の annual_cost_yen を足すと、contract_total_yen を超える事例があります",
        advice: "contract_total_yen が全期間の額か、確かめてください。",
        fields: MONEY,
        of: |case, _| {
            let total = case.contract_total.as_ref().known()?.upper()?;
            let years = case.contract_years.as_ref().known().copied();
            // A contract of less than a year has a part of the costs of one.
            let years = years.unwrap_or(1.0);
            let annual = case.annual_cost.as_ref().known().copied().map_or(0, YenRange::lower);
            let initial = case.initial_cost.as_ref().known().copied().map_or(0, YenRange::lower);
            let parts = initial + (annual as f64 * years) as u64;
            let is_told = exceeds(&case.initial_cost, &case.contract_total).is_some()
                || (years >= 1.0
                    && case.contract_years.is_known()
                    && exceeds(&case.annual_cost, &case.contract_total).is_some());
            let is_more = parts.saturating_sub(slack(parts)) > total + slack(total);
            (is_more && !is_told).then(|| format!("{}円（全体は{}円）", grouped(parts), grouped(total)))
        },
    },
    Doubt {
        what: "90%以上減ったという効果額のある事例があります",
        advice: "減った割合か、残った割合かを確かめてください。減った割合を書きます。",
        fields: &["savings"],
        of: |case, _| {
            let savings = case.savings.as_ref().known()?.iter();
            // The amounts tell it, too.
            let percents = savings.filter(|it| it.before_yen.is_none()).filter_map(|it| it.percent);
            percents.max_by(f64::total_cmp).filter(|it| *it >= 90.0).map(|it| format!("{it}%"))
        },
    },
    Doubt {
        what: "減った額も割合も分からない効果額のある事例があります",
        advice: "savings には、割合か差額を、または前の額と後の額の両方を書いてください。",
        fields: &["savings"],
        of: |case, _| {
            let is_empty = |saving: &Saving| {
                let has_both = saving.before_yen.is_some() && saving.after_yen.is_some();
                saving.percent.is_none() && saving.saved_yen.is_none() && !has_both
            };
            when(case.savings.as_ref().known()?.iter().any(is_empty))
        },
    },
];

/// Gives the exact amounts of a case, what was saved included.
fn amounts(case: &Case) -> Vec<u64> {
    let costs = [&case.initial_cost, &case.annual_cost, &case.contract_total];
    let costs = costs.into_iter().filter_map(|cost| cost.as_ref().known()?.exact_yen());
    let savings = case.savings.as_ref().known().map(Vec::as_slice).unwrap_or_default();
    let saved = savings.iter().flat_map(|it| [it.before_yen, it.after_yen, it.saved_yen]).flatten();
    costs.chain(saved).collect()
}
