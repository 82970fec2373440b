use leptos::prelude::*;

use super::{FactGroup, FactRow};
use crate::components::FactText;
use crate::domain::{
    CaseDetail, CaseRef, Fact, Field, Saving, SavingKind, Snapshot, SnapshotKind, Term, YenRange,
};
use crate::shell::use_words;

/// What it costs, who pays, and what sources say was saved. Amounts to the yen: the top of the page has
/// them as people say them.
#[component]
pub fn Money(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    /// `None` when the file of texts could not be had.
    detail: Option<CaseDetail>,
) -> impl IntoView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let basis = Fact::from(case.cost_basis().map(|basis| (words.case.basis)(basis).to_owned()));
    let subsidy_name = detail.as_ref().and_then(|detail| detail.subsidy_name.clone());
    let subsidy = case.subsidy_used().map(|used| (words.case.subsidy)(used, subsidy_name.as_deref()));
    let sharing = detail.map(|detail| Fact::new(detail.cost_sharing, case.reason(Field::CostSharing)));
    let sharing = sharing.map(|fact| {
        view! { <FactRow term=words.field(Field::CostSharing)><FactText fact kind/></FactRow> }
    });
    let share = case.prefecture_bears_cost().map(|share| share.ja().to_owned());
    view! {
        <FactGroup id="money" heading=words.case.costs_heading>
            <dl class="facts">
                <ExactAmount field=Field::InitialCost amount=case.initial_cost() kind/>
                <ExactAmount field=Field::AnnualCost amount=case.annual_cost() kind/>
                <ExactAmount field=Field::ContractTotal amount=case.contract_total() kind/>
                <FactRow term=words.field(Field::ContractYears)>
                    <FactText fact=case.contract_years().map(words.case.years) kind/>
                </FactRow>
                <FactRow term=words.case.basis_label><FactText fact=basis kind/></FactRow>
                <FactRow term=words.field(Field::SubsidyUsed)><FactText fact=subsidy kind/></FactRow>
                {sharing}
                <FactRow term=words.field(Field::PrefectureBearsCost)><FactText fact=share kind/></FactRow>
                <FactRow term=words.case.savings_heading>
                    {match case.savings() {
                        Fact::Known(savings) => view! { <Savings savings/> }.into_any(),
                        Fact::Missing(reason) => {
                            view! { <span class="unknown">{words.missing(reason, kind)}</span> }.into_any()
                        }
                    }}
                </FactRow>
            </dl>
        </FactGroup>
    }
}

#[component]
fn ExactAmount(field: Field, amount: Fact<YenRange>, kind: SnapshotKind) -> impl IntoView {
    let words = use_words();
    view! { <FactRow term=words.field(field)><FactText fact=amount.map(words.case.amount_exact) kind/></FactRow> }
}

#[component]
fn Savings(savings: &'static [Saving]) -> impl IntoView {
    let words = use_words();
    let items = savings.iter().map(|saving| {
        let tone = if saving.kind == SavingKind::Actual { "success" } else { "neutral" };
        view! {
            <li class="saving">
                <p class="saving__value">{(words.case.saving_value)(saving)}</p>
                <p class="saving__of">{(words.case.saving_of)(saving)}</p>
                <p class="saving__by">
                    <span class="chip" data-tone=tone>{saving.kind.ja()}</span>
                    " "
                    {saving.by.as_deref()}
                </p>
            </li>
        }
    });
    view! { <ul class="savings">{items.collect_view()}</ul> }
}
