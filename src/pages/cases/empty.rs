//! The list without any case found: the conditions to take away, and what each would give.

use joint_procurement_core::query::{CaseQuery, ScopeFilter};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::state::ListState;
use crate::content::{cancelled, open_unknown};
use crate::navigation::use_navigation;
use crate::words::{self, Condition};

/// The part in place of the list.
#[component]
pub fn Empty(state: ListState) -> impl IntoView {
    let navigation = use_navigation();
    let way = |query: &CaseQuery, text: String| {
        let href = navigation.href(&Address::with_query(Route::Cases, query));
        view! {
            <li class="link-list__item">
                <a class="link-list__link" href=href data-noscroll="">{text}</a>
            </li>
        }
    };
    // The list, with this in its place, is made anew where any of what is read here changes.
    let ways = untrack(|| {
        // Taking one of two impossible conditions away gives nothing either: such a way is no way.
        let without = |condition: Condition| {
            let count = state.count(&condition.without);
            (count > 0).then(|| way(&condition.without, words::list::without(&condition.text, count)))
        };
        let mut ways: Vec<_> = state.conditions().get().into_iter().filter_map(without).collect();
        let mut wider = state.query();
        if wider.filter.scope == ScopeFilter::Prefecture {
            wider.filter.scope = ScopeFilter::All;
            let count = state.count(&wider);
            if count > 0 {
                ways.push(way(&wider, words::list::any_scope(count)));
            }
        }
        if wider.filter.status.is_empty() {
            wider.filter = cancelled(wider.filter);
            let count = state.count(&wider);
            if count > 0 {
                ways.push(way(&wider, words::cancelled::offer(count)));
            }
        }
        if ways.is_empty() {
            let all = CaseQuery::default();
            ways.push(way(&all, words::list::all_again(state.count(&all))));
        }
        ways
    });
    // No answer at all is no "no".
    let unknown = untrack(|| state.with_query(|query| !query.filter.open.is_empty()))
        .then(|| open_unknown(state.snapshot()))
        .flatten();
    view! {
        <div class="empty-state">
            <p class="empty-state__heading">{words::list::EMPTY}</p>
            <p class="empty-state__text">{words::list::EMPTY_TEXT}</p>
            {unknown.map(|text| view! { <p class="empty-state__text">{text}</p> })}
            <ul class="link-list">{ways.collect_view()}</ul>
        </div>
    }
}
