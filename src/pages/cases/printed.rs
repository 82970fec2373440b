//! The list on paper: all the cases that were found, not those of a page.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Address;
use leptos::html::Div;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;

use super::state::ListState;
use crate::browser::on_printing;
use crate::components::{InBrowser, PlainTable};
use crate::content::{PrintedCases, printed_cases};
use crate::navigation::use_navigation;

/// The place of the list on paper. It is made when printing begins, at once, and taken away afterwards: hundreds of
/// rows cost nobody who only reads.
#[component]
pub fn PrintedList(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let owner = StoredValue::new(Owner::current());
    let made: StoredValue<Option<UnmountHandle<AnyViewState>>, LocalStorage> = StoredValue::new_local(None);
    on_printing(move |printing| {
        // One that was made before holds an older list.
        made.set_value(None);
        let (Some(element), Some(owner)) = (place.get_untracked().filter(|_| printing), owner.get_value())
        else {
            return;
        };
        made.set_value(Some(owner.with(|| mount_to(element.into(), move || drawn(snapshot, state)))));
    });
    view! {
        <InBrowser>
            <div class="printed u-print-only" data-live="" node_ref=place></div>
        </InBrowser>
    }
}

fn drawn(snapshot: &'static Snapshot, state: ListState) -> AnyView {
    let navigation = use_navigation();
    let PrintedCases { lines, table } = untrack(|| {
        let (query, cases) = state.listed();
        let conditions: Vec<String> =
            state.conditions().with(|all| all.iter().map(|it| it.text.clone()).collect());
        let similarity = state.similarity().get();
        let near = similarity.as_ref().zip(state.municipalities());
        let absolute = |route| navigation.absolute(&Address::from(route));
        printed_cases(
            snapshot,
            &query,
            &cases,
            &conditions,
            near,
            &absolute,
            &navigation.absolute(&navigation.here()),
        )
    });
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let table = (!table.rows.is_empty()).then(|| view! { <PlainTable table/> });
    view! {
        {lines}
        {table}
    }
    .into_any()
}
