use leptos::prelude::*;

use crate::components::CopyButton;
use crate::content;
use crate::export::Clip;
use crate::shell::{use_navigation, use_words};

/// A text that is there to be copied, with the button that does it.
#[component]
pub(super) fn CopyText(data: content::CopyText) -> impl IntoView {
    let content::CopyText { label, text, page_address } = data;
    // Only the browser knows the whole address.
    let live = page_address.then_some("");
    let text = if page_address { with_address(text) } else { text };
    let shown = text.clone();
    let clip = move || Clip::from(text.clone());
    view! {
        <pre class="copy-text" tabindex="0" data-live=live>{shown}</pre>
        <p class="list-actions"><CopyButton label clip/></p>
    }
}

/// The text with the address of the page below it.
fn with_address(text: String) -> String {
    let navigation = use_navigation();
    let address = navigation.absolute(&navigation.here().route.into());
    format!("{text}\n{}\n", (use_words().find.address)(&address))
}
