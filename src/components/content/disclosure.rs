use leptos::prelude::*;

/// A part that is shown on demand.
#[component]
pub(super) fn Disclosure(
    #[prop(default = "disclosure")] class: &'static str,
    /// The size: `sm` for a quiet one.
    #[prop(optional)]
    size: Option<&'static str>,
    /// A flag for content that only the program can make work.
    #[prop(optional)]
    live: bool,
    /// A flag for one that is open from the start.
    #[prop(optional)]
    open: bool,
    /// The line that is always to be seen; it opens and closes the rest.
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
