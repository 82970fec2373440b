//! What it costs, who pays, and what sources say was saved. Amounts to the yen: the top of the page has
//! them as people say them.

use super::{Page, group};
use crate::content::{Block, Fact, Inline, SavingTile, Text};
use crate::domain::{self, CaseDetail, Field, Saving, SavingKind, Term, YenRange};

impl Page<'_> {
    pub(super) fn money(&self, detail: Option<&CaseDetail>) -> Block {
        let (words, case) = (&self.words.case, self.case);
        let exact = |field, amount: domain::Fact<YenRange>| self.field(field, amount.map(words.amount_exact));
        let basis = case.cost_basis().map(|basis| (words.basis)(basis).to_owned());
        let subsidy_name = detail.and_then(|detail| detail.subsidy_name.as_deref());
        let subsidy = case.subsidy_used().map(|used| (words.subsidy)(used, subsidy_name));
        let sharing = detail.map(|detail| {
            let stated = self.stated(Field::CostSharing, detail.cost_sharing.as_ref());
            self.field(Field::CostSharing, stated)
        });
        let share = case.prefecture_bears_cost().map(|share| share.ja().to_owned());
        let facts = [
            Some(exact(Field::InitialCost, case.initial_cost())),
            Some(exact(Field::AnnualCost, case.annual_cost())),
            Some(exact(Field::ContractTotal, case.contract_total())),
            Some(self.field(Field::ContractYears, case.contract_years().map(words.years))),
            Some(Fact::new(words.basis_label, self.said(domain::Fact::from(basis)))),
            Some(self.field(Field::SubsidyUsed, subsidy)),
            sharing,
            Some(self.field(Field::PrefectureBearsCost, share)),
            Some(self.savings()),
        ];
        group("money", words.costs_heading, vec![Block::Facts(facts.into_iter().flatten().collect())])
    }

    fn savings(&self) -> Fact {
        let name = self.words.case.savings_heading;
        match self.case.savings() {
            domain::Fact::Known(savings) => {
                let tiles = savings.iter().map(|saving| self.saving(saving)).collect();
                Fact { blocks: vec![Block::Savings(tiles)], ..Fact::new(name, Text::default()) }
            }
            domain::Fact::Missing(reason) => Fact::new(name, self.said(domain::Fact::Missing(reason))),
        }
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
