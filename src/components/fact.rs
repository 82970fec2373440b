use leptos::prelude::*;

use super::RouteLink;
use crate::domain::{CaseRef, CostBasis, Fact, Slug, Snapshot, SnapshotKind, YenRange};
use crate::query::{CaseFilter, CaseQuery};
use crate::routes::Route;
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

/// The list of the cases of a system type, of the case's own scope.
#[component]
pub fn SystemLink(snapshot: &'static Snapshot, slug: &'static Slug) -> impl IntoView {
    let filter = CaseFilter { system: [slug.clone()].into(), ..CaseFilter::default() };
    let query = CaseQuery { filter, ..CaseQuery::default() }.to_string();
    view! { <RouteLink route=Route::Cases query>{snapshot.system_name(slug)}</RouteLink> }
}

/// The participants' number in words.
pub(super) fn participants(case: CaseRef<'_>) -> Fact<String> {
    case.participants_count().map(use_words().case.participants_count)
}
