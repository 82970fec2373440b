//! The rows about the costs of the cases.

use joint_procurement_core::domain::{CaseRef, CostBasis, Term, YenRange};
use joint_procurement_core::stats::UnitCosts;

use super::{ComparedRow, ComparedValue, Side, known};
use crate::content::fields::{AMOUNTS, SHARES};
use crate::content::{Cell, Inline, Link, Text};
use crate::words;

/// Tells if amounts of the cases are of different kinds.
pub(in crate::content::compare) fn bases_differ(cases: &[CaseRef<'_>]) -> bool {
    let mut bases = cases.iter().filter_map(|case| case.cost_basis());
    let first = bases.next();
    bases.any(|basis: CostBasis| Some(basis) != first)
}

impl<'a> Side<'a> {
    pub(super) fn money(&self) -> Vec<ComparedRow> {
        let mut rows: Vec<ComparedRow> = self.fields(&AMOUNTS).collect();
        rows.extend(self.unit_costs());
        rows.push(self.row(words::money::BASIS, &|case| match case.cost_basis() {
            Some(basis) => known(basis.ja().into()),
            None => self.missing(None),
        }));
        rows.push(self.row(words::case::COST_SOURCES, &|case| {
            let mut text = Text::default();
            for address in case.cost_sources() {
                if !text.is_empty() {
                    text.push(Inline::Break);
                }
                text.push(Link::new(address.clone(), address.as_str()));
            }
            if text.is_empty() { self.missing(None) } else { known(text) }
        }));
        rows.extend(self.fields(&SHARES));
        rows
    }

    /// Gives the amounts computed for comparing, where they could be for any of the cases.
    fn unit_costs(&self) -> impl Iterator<Item = ComparedRow> {
        type Amount = fn(UnitCosts) -> Option<u64>;
        let amounts: [(&str, Amount); 4] = [
            (words::money::INITIAL_PER_THOUSAND, |it| it.initial_per_thousand),
            (words::money::ANNUAL_PER_THOUSAND, |it| it.annual_per_thousand),
            (words::money::TOTAL_PER_YEAR, |it| it.total_per_year),
            (words::money::TOTAL_PER_YEAR_PER_THOUSAND, |it| it.total_per_year_per_thousand),
        ];
        amounts.into_iter().filter_map(move |(name, of)| {
            let row = self.row(name, &|case| match of(UnitCosts::of(case)) {
                Some(yen) => self.computed(case, yen),
                None => self.missing(None),
            });
            let any = row.values.iter().any(ComparedValue::is_known);
            any.then_some(ComparedRow { unit: words::unit::YEN, ..row })
        })
    }

    /// Compares a computed amount by its rounded words: unlike amounts that look alike are no difference.
    fn computed(&self, case: CaseRef<'a>, yen: u64) -> ComparedValue {
        let mut text = Text::from(words::money::computed(yen));
        if let Some(basis) = case.cost_basis() {
            text = text.then(" ").then(Inline::Remark(words::money::basis(basis).to_owned()));
        }
        ComparedValue { key: Some(text.plain()), cell: Cell::number(text, yen) }
    }
}

/// Makes the value of an amount in words; amounts of unlike bases are not the same.
pub(super) fn of_basis(case: CaseRef<'_>, yen: YenRange, text: Text) -> ComparedValue {
    let digits = digits(yen);
    let basis = case.cost_basis().map_or("", Term::ja);
    ComparedValue { key: Some(format!("{digits}{basis}")), cell: Cell::number(text, digits) }
}

fn digits(yen: YenRange) -> String {
    let upper = yen.upper().map(|upper| upper.to_string()).unwrap_or_default();
    if yen.exact_yen().is_some() { upper } else { format!("{}～{upper}", yen.lower()) }
}
