use leptos::prelude::*;

use super::{fact_group, fact_row};
use crate::components::element::{Element, classed};
use crate::components::fact_text;
use crate::domain::{CaseDetail, CaseRef, Fact, Field, Saving, SavingKind, Snapshot, Term, YenRange};
use crate::shell::use_words;

/// What it costs, who pays, and what sources say was saved. Amounts to the yen: the top of the page has
/// them as people say them. `detail` is `None` when the file of texts could not be had.
pub fn money(snapshot: &'static Snapshot, case: CaseRef<'static>, detail: Option<&CaseDetail>) -> Element {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let row = |field: Field, fact: Fact<String>| fact_row(words.field(field), fact_text(fact, kind));
    let amount = |field: Field, amount: Fact<YenRange>| row(field, amount.map(words.case.amount_exact));
    let basis = Fact::from(case.cost_basis().map(|basis| (words.case.basis)(basis).to_owned()));
    let subsidy_name = detail.and_then(|detail| detail.subsidy_name.as_deref());
    let subsidy = case.subsidy_used().map(|used| (words.case.subsidy)(used, subsidy_name));
    let sharing = detail.map(|detail| {
        row(Field::CostSharing, Fact::new(detail.cost_sharing.clone(), case.reason(Field::CostSharing)))
    });
    let savings = match case.savings() {
        Fact::Known(savings) => classed("ul", "savings").children(savings.iter().map(saving)).view(),
        Fact::Missing(reason) => fact_text(Fact::Missing(reason), kind),
    };
    let facts = classed("dl", "facts")
        .child(amount(Field::InitialCost, case.initial_cost()))
        .child(amount(Field::AnnualCost, case.annual_cost()))
        .child(amount(Field::ContractTotal, case.contract_total()))
        .child(row(Field::ContractYears, case.contract_years().map(words.case.years)))
        .child(fact_row(words.case.basis_label, fact_text(basis, kind)))
        .child(row(Field::SubsidyUsed, subsidy))
        .some(sharing)
        .child(row(
            Field::PrefectureBearsCost,
            case.prefecture_bears_cost().map(|share| share.ja().to_owned()),
        ))
        .child(fact_row(words.case.savings_heading, savings));
    fact_group("money", words.case.costs_heading, [facts])
}

fn saving(saving: &Saving) -> AnyView {
    let words = use_words();
    let tone = if saving.kind == SavingKind::Actual { "success" } else { "neutral" };
    let by = classed("p", "saving__by")
        .child(classed("span", "chip").attr("data-tone", tone).child(saving.kind.ja()))
        .child(" ")
        .some(saving.by.as_deref());
    classed("li", "saving")
        .child(classed("p", "saving__value").child((words.case.saving_value)(saving)))
        .child(classed("p", "saving__of").child((words.case.saving_of)(saving)))
        .child(by)
        .view()
}
