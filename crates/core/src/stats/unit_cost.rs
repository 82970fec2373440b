//! The costs of a case for a year, and for 1,000 residents.

use crate::domain::{CaseRef, Fact, YenRange};

/// Amounts by which cases of different length and size can be compared. Each is known where its parts are.
/// Rounded to the yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitCosts {
    /// The contract's total over its years, in yen a year.
    pub total_per_year: Option<YenRange>,
    /// The initial cost for 1,000 of the participants' residents together, in yen.
    pub initial_per_thousand: Option<YenRange>,
    /// The annual cost for 1,000 of the participants' residents together, in yen a year.
    pub annual_per_thousand: Option<YenRange>,
    /// The total over its years, of the participants' residents together, in yen a year.
    pub total_per_year_per_thousand: Option<YenRange>,
}

impl UnitCosts {
    pub fn of(case: CaseRef<'_>) -> Self {
        let total = case.contract_total().known().zip(years(case));
        let total_per_year = total.map(|(total, years)| scaled(total, 1000, years));
        let of_thousand = |amount: Fact<YenRange>| per_thousand(amount.known()?, case.population()?);
        Self {
            total_per_year,
            initial_per_thousand: of_thousand(case.initial_cost()),
            annual_per_thousand: of_thousand(case.annual_cost()),
            total_per_year_per_thousand: total.zip(case.population()).and_then(
                |((total, years), persons)| {
                    // In one step: the yearly amount is rounded already.
                    (persons > 0).then(|| scaled(total, 1_000_000, years.saturating_mul(persons)))
                },
            ),
        }
    }
}

/// Gives the years of the contract in thousandths; `None` where they are not known.
fn years(case: CaseRef<'_>) -> Option<u64> {
    let thousandths = (case.contract_years().known()? * 1000.0).round();
    (thousandths >= 1.0).then_some(thousandths as u64)
}

fn per_thousand(amount: YenRange, persons: u64) -> Option<YenRange> {
    (persons > 0).then(|| scaled(amount, 1000, persons))
}

/// Multiplies by `times` and divides by `by`, both bounds rounded.
fn scaled(amount: YenRange, times: u64, by: u64) -> YenRange {
    let one = |yen: u64| {
        let (product, by) = (u128::from(yen) * u128::from(times), u128::from(by));
        u64::try_from((product + by / 2) / by).unwrap_or(u64::MAX)
    };
    match amount.upper() {
        Some(upper) => YenRange::between(one(amount.lower()), one(upper)).unwrap_or(amount),
        None => YenRange::at_least(one(amount.lower())),
    }
}
