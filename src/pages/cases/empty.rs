//! Nothing found: which condition to take away, and what that would give.

use leptos::prelude::*;

use super::state::ListState;
use crate::components::element::{classed, el};
use crate::query::{CaseQuery, ScopeFilter};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

#[component]
pub fn Empty(state: ListState) -> impl IntoView {
    let (list, find) = (&use_words().list, use_words().find);
    let navigation = use_navigation();
    let way = |query: &CaseQuery, text: String| {
        let href = navigation.href(&Address::with_query(Route::Cases, query));
        let link = classed("a", "link-list__link").attr("href", href).attr("data-noscroll", "").child(text);
        classed("li", "link-list__item").child(link)
    };
    // Taking one of two impossible conditions away gives nothing either: such a way is no way.
    let mut ways: Vec<_> = state
        .conditions()
        .get()
        .into_iter()
        .filter_map(|condition| {
            let count = state.count(&condition.without);
            (count > 0).then(|| way(&condition.without, (list.without)(&condition.text, count)))
        })
        .collect();
    let mut wider = state.query();
    if wider.filter.scope == ScopeFilter::Prefecture {
        wider.filter.scope = ScopeFilter::All;
        let count = state.count(&wider);
        if count > 0 {
            ways.push(way(&wider, (find.any_scope)(count)));
        }
    }
    if ways.is_empty() {
        let all = CaseQuery::default();
        ways.push(way(&all, (find.all_again)(state.count(&all))));
    }
    classed("div", "empty-state")
        .child(classed("p", "empty-state__heading").child(list.empty))
        .child(el("p").attr("class", "empty-state__text").child(list.empty_text))
        .child(classed("ul", "link-list").children(ways))
        .view()
}
