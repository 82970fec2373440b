//! The costs, who pays, and what sources say was saved. Amounts to the yen: the top of the page has
//! them as people say them.

use joint_procurement_core::domain::{self, CaseDetail, Field, Saving, SavingKind, Term};
use joint_procurement_core::stats::UnitCosts;

use super::{Page, group};
use crate::content::{Block, Fact, Inline, SavingTile, Text};

impl Page<'_> {
    pub(super) fn money(&self, detail: Option<&CaseDetail>) -> Block {
        let (words, case) = (&self.words.case, self.case);
        let mut rows = self.rows();
        let amounts = [
            (Field::InitialCost, case.initial_cost()),
            (Field::AnnualCost, case.annual_cost()),
            (Field::ContractTotal, case.contract_total()),
        ];
        for (field, amount) in amounts {
            rows.add(self.words.field(field), amount.map(words.amount_exact));
        }
        for fact in self.unit_costs() {
            rows.push(fact);
        }
        rows.add(self.words.field(Field::ContractYears), case.contract_years().map(words.years));
        rows.add(words.basis_label, domain::Fact::from(case.cost_basis().map(words.basis)));
        let subsidy_name = detail.and_then(|detail| detail.subsidy_name.as_deref());
        let subsidy = case.subsidy_used().map(|used| (words.subsidy)(used, subsidy_name));
        rows.add(self.words.field(Field::SubsidyUsed), subsidy);
        if let Some(detail) = detail {
            let sharing = self.stated(Field::CostSharing, detail.cost_sharing.as_ref());
            rows.add(self.words.field(Field::CostSharing), sharing);
        }
        let share = case.prefecture_bears_cost().map(Term::ja);
        rows.add(self.words.field(Field::PrefectureBearsCost), share);
        match case.savings() {
            domain::Fact::Known(savings) => {
                let tiles = savings.iter().map(|saving| self.saving(saving)).collect();
                let savings = Fact::new(words.savings_heading, Text::default());
                rows.push(Fact { blocks: vec![Block::Savings(tiles)], ..savings });
            }
            domain::Fact::Missing(reason) => {
                rows.add::<Text>(words.savings_heading, domain::Fact::Missing(reason));
            }
        }
        group("money", words.costs_heading, vec![Block::Facts(rows.finish())])
    }

    /// Gives the amounts computed for comparing, where they could be.
    fn unit_costs(&self) -> impl Iterator<Item = Fact> {
        let words = self.words.case_more;
        let unit = UnitCosts::of(self.case);
        let amounts = [
            (words.initial_per_thousand, unit.initial_per_thousand),
            (words.annual_per_thousand, unit.annual_per_thousand),
            (words.total_per_year, unit.total_per_year),
            (words.total_per_year_per_thousand, unit.total_per_year_per_thousand),
        ];
        amounts.into_iter().filter_map(|(name, amount)| Some(Fact::new(name, (words.computed)(amount?))))
    }

    fn saving(&self, saving: &Saving) -> SavingTile {
        let tone = if saving.kind == SavingKind::Actual { "success" } else { "neutral" };
        let kind = Text::from(Inline::Label { tone, text: saving.kind.ja() });
        SavingTile {
            value: (self.words.case.saving_value)(saving),
            of: (self.words.case.saving_of)(saving),
            by: match &saving.by {
                Some(by) => kind.then(" ").then(by.as_str()),
                None => kind,
            },
        }
    }
}
