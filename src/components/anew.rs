//! Parts that are made anew instead of being changed in place.

use leptos::children::ViewFn;
use leptos::prelude::*;

/// A part that is made anew whenever something that it reads has changed.
///
/// Leptos changes a closure's view in place. So it writes into text nodes that a page translator may have
/// taken out of the document. It also leaves what a reader has opened there to the next content. A part with
/// texts that depend on a choice of the reader stands in here; a single text, in `LiveText`.
#[component]
pub fn Anew(
    /// The view of the part.
    #[prop(into)]
    content: ViewFn,
) -> impl IntoView {
    let made = StoredValue::new(0_u32);
    let each = move || {
        made.update_value(|made| *made += 1);
        [(made.get_value(), content.run())]
    };
    view! { <For each=each key=|(number, _)| *number children=|(_, part)| part/> }
}
