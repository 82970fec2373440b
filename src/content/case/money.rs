//! The costs, who pays, and what sources say was saved. Amounts to the yen: the top of the page has
//! them as people say them.

use joint_procurement_core::domain::{CaseDetail, CaseField, Fact, Field, FieldValue, Saving};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::UnitCosts;
use joint_procurement_core::text::amounts;

use super::{CasePage, group};
use crate::content::fields::{AMOUNTS, SHARES, saving_label};
use crate::content::{Block, FactRow, SavingTile, Text};
use crate::words;

impl CasePage<'_> {
    pub(super) fn money(&self, detail: Option<&CaseDetail>) -> Block {
        let case = self.case;
        let mut rows = self.rows();
        for field in AMOUNTS {
            let exact = |value| match value {
                FieldValue::Yen(yen) => words::money::amount_exact(yen),
                _ => String::new(),
            };
            rows.add(words::field(field), self.evident_fact(field, case.value(field, detail).map(exact)));
        }
        for fact in
            detail.and_then(|detail| self.amounts_in_texts(detail)).into_iter().chain(self.unit_costs())
        {
            rows.push(fact);
        }
        rows.add(words::field(Field::ContractYears), self.field(Field::ContractYears, detail));
        rows.add(words::money::BASIS, Fact::from(case.cost_basis().map(words::money::basis)));
        let name = case.subsidy_name().known();
        let subsidy = case.subsidy_used().map(|used| words::case::subsidy(used, name));
        rows.add(words::field(Field::SubsidyUsed), self.evident_fact(Field::SubsidyUsed, subsidy));
        for field in SHARES {
            if detail.is_some() || !field.is_in_details() {
                rows.add(words::field(field), self.field(field, detail));
            }
        }
        let heading = words::case::savings_heading(self.snapshot.meta.kind);
        match case.savings() {
            Fact::Known(savings) => {
                let tiles = savings.iter().map(|saving| self.saving(saving)).collect();
                let savings = FactRow::new(heading, Text::default());
                rows.push(FactRow { blocks: vec![Block::Savings(tiles)], ..savings });
            }
            Fact::Missing(reason) => {
                rows.add::<Text>(heading, Fact::Missing(reason));
            }
        }
        group("money", words::case::COSTS_HEADING, vec![Block::Facts(rows.finish())])
    }

    /// Leads to a text that names amounts, where the case states none. Only a reader can tell if one is its cost.
    fn amounts_in_texts(&self, detail: &CaseDetail) -> Option<FactRow> {
        let texts = [(Field::Background, &detail.background), (Field::Process, &detail.process)];
        let named =
            texts.into_iter().find(|(_, text)| text.as_deref().is_some_and(|text| !amounts(text).is_empty()));
        let (field, _) = named.filter(|_| !self.case.has_costs())?;
        let here = Address::from(Route::Case(self.case.id().clone()));
        let there = Address { card: super::texts::HOW.to_owned(), ..here };
        let text = words::case::amounts_in_text(words::field(field));
        Some(FactRow::new(words::case::AMOUNTS_IN_TEXT, Text::linked(&text, vec![there.into()])))
    }

    /// Gives the amounts computed for comparing, where they could be.
    fn unit_costs(&self) -> impl Iterator<Item = FactRow> {
        let unit = UnitCosts::of(self.case);
        let amounts = [
            (words::money::INITIAL_PER_THOUSAND, unit.initial_per_thousand),
            (words::money::ANNUAL_PER_THOUSAND, unit.annual_per_thousand),
            (words::money::TOTAL_PER_YEAR, unit.total_per_year),
            (words::money::TOTAL_PER_YEAR_PER_THOUSAND, unit.total_per_year_per_thousand),
        ];
        amounts
            .into_iter()
            .filter_map(|(name, amount)| Some(FactRow::new(name, words::money::computed(amount?))))
    }

    fn saving(&self, saving: &Saving) -> SavingTile {
        let kind = Text::from(saving_label(saving.kind));
        SavingTile {
            value: words::money::saving_value(saving),
            of: words::money::saving_of(saving),
            by: self.with_evidence(
                CaseField::Field(Field::Savings),
                match &saving.by {
                    Some(by) => kind.then(" ").then(by.as_str()),
                    None => kind,
                },
            ),
        }
    }
}
