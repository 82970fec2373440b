use leptos::prelude::*;

/// A part that is shown on demand.
#[component]
pub(super) fn Disclosure(
    #[prop(default = "disclosure")] class: &'static str,
    /// `sm` for a quiet one.
    #[prop(optional)]
    size: Option<&'static str>,
    /// Only the program can do what is in it.
    #[prop(optional)]
    live: bool,
    /// From the start.
    #[prop(optional)]
    open: bool,
    /// Always to be seen; opens and closes the rest.
    summary: AnyView,
    children: Children,
) -> impl IntoView {
    view! {
        <details class=class data-size=size data-live=live.then_some("") open=open>
            <summary class="disclosure__summary">{summary}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
