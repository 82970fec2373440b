use joint_procurement_core::export::{Clip, mailto};
use leptos::prelude::*;

use crate::components::{CopyButton, InBrowser};
use crate::content::{self, Mail};
use crate::navigation::use_navigation;
use crate::words;

/// A text that is there to be copied, with the button that does it.
#[component]
pub(super) fn CopyText(data: content::CopyText) -> impl IntoView {
    let content::CopyText { label, text, page_address, mail } = data;
    if page_address {
        // Only the browser knows the whole address.
        return view! {
            <div data-live="">
                <InBrowser>
                    <Copied label text=with_address(&text) mail=mail.as_ref().map(mail_href)/>
                </InBrowser>
            </div>
        }
        .into_any();
    }
    view! { <Copied label text mail=None/> }.into_any()
}

/// The text as it is copied.
#[component]
pub(super) fn Copied(
    label: &'static str,
    text: String,
    /// The address that opens a mail with the same text.
    mail: Option<String>,
) -> impl IntoView {
    let shown = text.clone();
    let clip = move || Clip::from(text.clone());
    view! {
        <pre class="copy-text" tabindex="0">{shown}</pre>
        <p class="list-actions">
            <InBrowser>
                <CopyButton label clip/>
                {mail.map(|href| view! {
                    <a class="button" data-variant="secondary" data-size="sm" href=href rel="external">{words::report::MAIL}</a>
                })}
            </InBrowser>
        </p>
    }
}

/// Puts the address of the page below the text.
fn with_address(text: &str) -> String {
    let navigation = use_navigation();
    let address = navigation.absolute(&navigation.here().route.into());
    format!("{text}\n{}\n", words::copy::address(&address))
}

/// Writes the address that opens a mail with the address of the page in it.
fn mail_href(mail: &Mail) -> String {
    let texts: Vec<String> = mail.texts.iter().map(|text| with_address(text)).collect();
    mailto(&mail.to, &mail.subject, &texts)
}
