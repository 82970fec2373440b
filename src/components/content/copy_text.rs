use joint_procurement_core::export::Clip;
use leptos::prelude::*;

use crate::components::{CopyButton, InBrowser};
use crate::content;
use crate::navigation::use_navigation;
use crate::words;

/// A text that is there to be copied, with the button that does it.
#[component]
pub(super) fn CopyText(data: content::CopyText) -> impl IntoView {
    let content::CopyText { label, text, page_address } = data;
    if page_address {
        // Only the browser knows the whole address.
        return view! {
            <div data-live="">
                <InBrowser>
                    <Copied label text=with_address(text.clone())/>
                </InBrowser>
            </div>
        }
        .into_any();
    }
    view! { <Copied label text/> }.into_any()
}

/// The text as it is copied.
#[component]
fn Copied(label: &'static str, text: String) -> impl IntoView {
    let shown = text.clone();
    let clip = move || Clip::from(text.clone());
    view! {
        <pre class="copy-text" tabindex="0">{shown}</pre>
        <p class="list-actions"><CopyButton label clip/></p>
    }
}

/// Puts the address of the page below the text.
fn with_address(text: String) -> String {
    let navigation = use_navigation();
    let address = navigation.absolute(&navigation.here().route.into());
    format!("{text}\n{}\n", words::copy::address(&address))
}
