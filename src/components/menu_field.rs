use leptos::prelude::*;

use crate::content::Choice;

/// A menu under its label.
#[component]
pub fn MenuField(
    #[prop(into)] id: String,
    label: &'static str,
    /// The choices, and the value of the one that is made.
    choices: Signal<(Vec<Choice>, String)>,
    /// The answer to another choice, by its value.
    choose: Callback<String>,
) -> impl IntoView {
    let options = move || {
        let (choices, chosen) = choices.get();
        let options = choices.into_iter().map(|(value, name)| {
            let selected = value == chosen;
            // The attribute for the page that is sent; what a reader has chosen follows the property alone.
            view! { <option value=value selected=selected prop:selected=selected>{name}</option> }
        });
        options.collect_view()
    };
    let change = move |event| choose.run(event_target_value(&event));
    view! {
        <div class="inline-field">
            <label class="inline-field__label" for=id.clone()>{label}</label>
            <span class="select" data-size="sm">
                <select class="select__control" id=id on:change=change>{options}</select>
            </span>
        </div>
    }
}
