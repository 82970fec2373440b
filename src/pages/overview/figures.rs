use leptos::prelude::*;

use crate::components::RouteLink;
use crate::domain::{CostBasis, Snapshot};
use crate::query::{CaseFilter, CaseQuery, Has, ScopeFilter, Selection};
use crate::routes::Route;
use crate::shell::use_words;
use crate::stats::{KnownCount, Summary};
use crate::text::grouped;

/// The numbers one should know, each a link to the cases that it counts, with what it leaves out.
#[component]
pub fn KeyFigures(snapshot: &'static Snapshot, cases: Selection<'static>, summary: Summary) -> impl IntoView {
    let words = &use_words().overview;
    let municipal = Selection::all(&snapshot.cases).count(|case| ScopeFilter::Municipal.admits(case.scope()));
    let municipal_filter = CaseFilter { scope: ScopeFilter::Municipal, ..CaseFilter::default() };
    let costs = KnownCount::of(&cases, |case| case.has_costs());
    let not_budget = cases.count(|case| case.has_costs() && case.cost_basis() != Some(CostBasis::Budget));
    let documents = KnownCount::of(&cases, |case| case.document_kinds().is_known());
    let participants = KnownCount { known: summary.participants.known, total: summary.total };
    view! {
        <section aria-labelledby="key-figures">
            <h2 class="u-visually-hidden" id="key-figures">{words.key_figures}</h2>
            <ul class="key-figures">
                <KeyFigure label=words.cases value=summary.total as u64 unit="件" query=CaseFilter::default()>
                    <RouteLink route=Route::Cases query=query(municipal_filter)>
                        {(words.municipal_cases)(municipal)}
                    </RouteLink>
                </KeyFigure>
                <KeyFigure
                    label=words.prefectures
                    value=summary.by_prefecture.len() as u64
                    unit=words.prefectures_unit
                    query=CaseFilter::default()
                >
                    {words.prefectures_note}
                </KeyFigure>
                <KeyFigure
                    label=words.participants
                    value=summary.participants.sum
                    unit=words.participants_unit
                    query=has(Has::Participants)
                >
                    {(words.participants_note)(participants)}
                </KeyFigure>
                <KeyFigure label=words.costs value=costs.known as u64 unit="件" query=has(Has::Costs)>
                    {(words.costs_note)(costs, not_budget)}
                </KeyFigure>
                <KeyFigure label=words.documents value=documents.known as u64 unit="件" query=has(Has::Documents)>
                    {(words.documents_note)(documents)}
                </KeyFigure>
            </ul>
        </section>
    }
}

#[component]
fn KeyFigure(
    label: &'static str,
    value: u64,
    unit: &'static str,
    query: CaseFilter,
    children: Children,
) -> impl IntoView {
    view! {
        <li class="key-figure">
            <p class="key-figure__main">
                <RouteLink route=Route::Cases query=self::query(query) class="key-figure__link">
                    <span class="key-figure__label">{label}</span>
                    " "
                    <span class="key-figure__value">
                        {grouped(value)}<span class="key-figure__unit">{unit}</span>
                    </span>
                </RouteLink>
            </p>
            <p class="key-figure__note">{children()}</p>
        </li>
    }
}

fn has(has: Has) -> CaseFilter {
    CaseFilter { has: [has].into(), ..CaseFilter::default() }
}

fn query(filter: CaseFilter) -> String {
    CaseQuery { filter, ..CaseQuery::default() }.to_string()
}
