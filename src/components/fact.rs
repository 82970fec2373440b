use leptos::prelude::*;

use super::element::{all, classed, el};
use crate::domain::{CaseRef, CostBasis, Fact, SnapshotKind, YenRange};
use crate::query::{CaseFilter, CaseQuery, ScopeFilter};
use crate::shell::use_words;

/// A value in words, or quietly why there is none.
pub fn fact_text(fact: Fact<String>, kind: SnapshotKind) -> AnyView {
    match fact {
        Fact::Known(text) => el("span").child(text).view(),
        Fact::Missing(reason) => classed("span", "unknown").child(use_words().missing(reason, kind)).view(),
    }
}

/// An amount with what it is; on demand (in its title) to the yen.
pub fn amount(amount: Fact<YenRange>, basis: Option<CostBasis>, kind: SnapshotKind) -> AnyView {
    let words = use_words();
    let amount = match amount {
        Fact::Known(amount) => amount,
        Fact::Missing(reason) => return fact_text(Fact::Missing(reason), kind),
    };
    let number = classed("span", "num")
        .attr("title", (words.case.amount_exact)(amount))
        .child((words.case.amount)(amount))
        .view();
    let basis = basis.map(|basis| {
        all([" ".to_owned().into_any(), classed("span", "basis").child((words.case.basis)(basis)).view()])
    });
    all([number].into_iter().chain(basis))
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
