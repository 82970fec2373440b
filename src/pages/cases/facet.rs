//! The parts that the groups of the filter panel have in common.

use leptos::children::ViewFn;
use leptos::prelude::*;

/// The values that are derived for each choice of a group.
pub type Derived<T> = Box<dyn Fn() -> Vec<T> + Send + Sync>;

/// A group that can be opened. Its content is drawn when it is first opened: the panel has some 300 choices, and to
/// keep all their counts true would be felt at each click.
#[component]
pub fn FacetGroup(
    legend: &'static str,
    /// A flag for a group that is open from the start.
    open: bool,
    /// The number of its choices that are set, in words.
    #[prop(into)]
    selected: Signal<Option<String>>,
    #[prop(into)] content: ViewFn,
) -> impl IntoView {
    let drawn = RwSignal::new(open);
    let draw = move || {
        if !drawn.get_untracked() {
            drawn.set(true);
        }
    };
    let selected = move || selected.get().map(|text| view! { <span class="facet__selected">{text}</span> });
    view! {
        // The toggle event comes later than the key that a quick hand presses next.
        <details class="facet" open=open on:toggle=move |_| draw()>
            <summary class="facet__summary" on:click=move |_| draw()>{legend}{selected}</summary>
            {move || drawn.get().then(|| untrack(|| content.run()))}
        </details>
    }
}

/// Makes a signal for each value of a list. A change of one wakes only what shows that one.
pub fn each<T: PartialEq + Clone + Send + Sync + 'static>(derive: Derived<T>) -> Vec<ReadSignal<T>> {
    let signals: Vec<RwSignal<T>> = untrack(&derive).into_iter().map(RwSignal::new).collect();
    let shown = signals.iter().map(RwSignal::read_only).collect();
    Effect::new(move || {
        for (signal, value) in signals.iter().zip(derive()) {
            if signal.with_untracked(|shown| *shown != value) {
                signal.set(value);
            }
        }
    });
    shown
}
