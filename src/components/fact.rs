use leptos::prelude::*;

use crate::domain::{CaseRef, CostBasis, Fact, SnapshotKind, YenRange};
use crate::query::{CaseFilter, CaseQuery, ScopeFilter};
use crate::shell::use_words;

/// A value in words, or quietly why there is none.
#[component]
pub fn FactText(fact: Fact<String>, kind: SnapshotKind) -> impl IntoView {
    match fact {
        Fact::Known(text) => view! { <span>{text}</span> }.into_any(),
        Fact::Missing(reason) => {
            view! { <span class="unknown">{use_words().missing(reason, kind)}</span> }.into_any()
        }
    }
}

/// An amount with what it is; on demand (in its title) to the yen.
#[component]
pub fn Amount(amount: Fact<YenRange>, basis: Option<CostBasis>, kind: SnapshotKind) -> impl IntoView {
    let words = use_words();
    match amount {
        Fact::Known(amount) => {
            let exact = (words.case.amount_exact)(amount);
            let basis =
                basis.map(|basis| view! { " "<span class="basis">{(words.case.basis)(basis)}</span> });
            view! { <span class="num" title=exact>{(words.case.amount)(amount)}</span>{basis} }.into_any()
        }
        Fact::Missing(reason) => {
            view! { <span class="unknown">{words.missing(reason, kind)}</span> }.into_any()
        }
    }
}

/// The query of the cases that share something with a case; its own scope is among them.
pub fn query_beside(case: CaseRef<'_>, condition: impl FnOnce(&mut CaseFilter)) -> String {
    let mut filter = CaseFilter::default();
    if !filter.scope.admits(case.scope()) {
        filter.scope = ScopeFilter::All;
    }
    condition(&mut filter);
    CaseQuery { filter, ..CaseQuery::default() }.to_string()
}

/// The participants' number in words.
pub(super) fn participants(case: CaseRef<'_>) -> Fact<String> {
    case.participants_count().map(use_words().case.participants_count)
}
