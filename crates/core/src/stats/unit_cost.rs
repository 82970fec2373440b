//! The costs of a case for a year, and for 1,000 residents.

use crate::domain::{CaseRef, Fact, YenRange};

/// Amounts by which cases of different length and size can be compared. Each is known where its parts
/// are, exactly: nothing is computed from a band. Rounded to the yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitCosts {
    /// The contract's total over its years, in yen a year.
    pub total_per_year: Option<u64>,
    /// The initial cost for 1,000 of the participants' residents together, in yen.
    pub initial_per_thousand: Option<u64>,
    /// The annual cost for 1,000 of the participants' residents together, in yen a year.
    pub annual_per_thousand: Option<u64>,
    /// The total over its years, of the participants' residents together, in yen a year.
    pub total_per_year_per_thousand: Option<u64>,
}

impl UnitCosts {
    pub fn of(case: CaseRef<'_>) -> Self {
        let exact = |amount: Fact<YenRange>| amount.known()?.exact_yen();
        let total = exact(case.contract_total()).zip(years(case));
        let total_per_year = total.map(|(total, years)| scaled(total, 1000, years));
        let of_thousand = |amount| per_thousand(exact(amount)?, case.population()?);
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

fn per_thousand(amount: u64, persons: u64) -> Option<u64> {
    (persons > 0).then(|| scaled(amount, 1000, persons))
}

/// Multiplies by `times` and divides by `by`, rounded.
fn scaled(amount: u64, times: u64, by: u64) -> u64 {
    let (product, by) = (u128::from(amount) * u128::from(times), u128::from(by));
    u64::try_from((product + by / 2) / by).unwrap_or(u64::MAX)
}
