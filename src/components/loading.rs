use leptos::prelude::*;

use super::element::classed;
use crate::shell::use_words;

/// In place of a part of a page whose file is under way.
pub fn loading() -> AnyView {
    let words = use_words();
    classed("div", "loading")
        .child(classed("p", "loading__text").attr("role", "status").child(words.case.loading_details))
        .child(classed("progress", "progress").attr("aria-label", words.shell.loading_progress))
        .view()
}
