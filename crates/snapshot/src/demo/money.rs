//! The money of a made-up case: amounts, who bears them, and savings.

use joint_procurement_core::domain::{CostBasis, Field, PrefectureShare, SavingKind, SavingOf, Status, Term};
use serde_json::{Map, Value, json};

use super::random::Random;
use super::words;

/// Bands of a survey, in yen.
const BANDS: [(u64, Option<u64>); 4] = [
    (0, Some(9_999_999)),
    (10_000_000, Some(49_999_999)),
    (50_000_000, Some(499_999_999)),
    (1_000_000_000, None),
];

pub fn add(case: &mut Map<String, Value>, random: &mut Random, status: Option<Status>) {
    let is_known = if random.chance(35) { 60 } else { 0 };
    let mut any = false;
    let years = case.get(Field::ContractYears.slug()).and_then(Value::as_f64).unwrap_or(1.0);
    let mut parts = 0;
    for field in [Field::InitialCost, Field::AnnualCost, Field::ContractTotal] {
        let amount = random.maybe(is_known, |random| match field {
            // No total is less than its parts.
            Field::ContractTotal if parts > 0 => json!(parts),
            _ => amount(random),
        });
        any |= amount.is_some();
        let least = amount.as_ref().map_or(0, least);
        parts += if field == Field::AnnualCost { least * years.ceil() as u64 } else { least };
        case.insert(field.slug().to_owned(), amount.into());
    }
    let basis = random.pick(CostBasis::ALL).filter(|_| any).map(|basis| basis.ja());
    case.insert("cost_basis".to_owned(), basis.into());
    let count = if random.chance(12) { random.within(1, 2) } else { 0 };
    let savings: Vec<Value> = (0..count).map(|_| saving(random, status)).collect();
    let mut set = |field: Field, value: Value| case.insert(field.slug().to_owned(), value);
    set(Field::Savings, savings.into());
    set(Field::CostSharing, random.maybe(30, |random| random.word(&words::SHARES)).into());
    let share = random.maybe(25, |random| random.pick(PrefectureShare::ALL).map(|share| share.ja()));
    set(Field::PrefectureBearsCost, share.flatten().into());
    let subsidy = random.maybe(35, |random| random.chance(60));
    set(Field::SubsidyUsed, subsidy.into());
    let named = if subsidy == Some(true) { 60 } else { 0 };
    set(Field::SubsidyName, random.maybe(named, |random| random.word(&words::SUBSIDIES)).into());
}

/// Gives an exact amount, a band of a survey, or a range of its own.
fn amount(random: &mut Random) -> Value {
    match random.below(10) {
        0..2 => random.pick(&BANDS).map_or(Value::Null, |(lower, upper)| json!([lower, upper])),
        2 => {
            let lower = random.within(1, 500) as u64 * 100_000;
            json!([lower, lower * 2])
        }
        3 => json!(random.within(100_000, 90_000_000)),
        // Most are small.
        _ => json!((random.low(3_000) + 1) as u64 * 10_u64.pow(4 + random.low(2) as u32)),
    }
}

/// Gives the least that an amount can be.
fn least(amount: &Value) -> u64 {
    amount.as_u64().or_else(|| amount.get(0)?.as_u64()).unwrap_or_default()
}

fn saving(random: &mut Random, status: Option<Status>) -> Value {
    // Nothing is saved yet by a plan.
    let kind = random.pick(SavingKind::ALL).copied().filter(|_| !status.is_some_and(Status::is_plan));
    let kind = kind.unwrap_or(SavingKind::Expected);
    let before = random.within(1_000, 90_000) as u64 * 10_000;
    let percent = random.within(1, 80) as u64;
    let saved = before / 100 * percent;
    // One of the three at least.
    let [by_percent, by_bounds, by_amount] = match random.below(4) {
        0 => [true, false, false],
        1 => [false, true, true],
        2 => [false, false, true],
        _ => [true, true, true],
    };
    json!({
        "percent": by_percent.then_some(percent),
        "before_yen": by_bounds.then_some(before),
        "after_yen": by_bounds.then_some(before - saved),
        "saved_yen": by_amount.then_some(saved),
        "period_years": random.maybe(30, |random| random.within(1, 5)),
        "of": random.pick(SavingOf::ALL).map(|of| of.ja()),
        "kind": kind.ja(),
        "by": random.maybe(30, |_| "架空の団体"),
    })
}
