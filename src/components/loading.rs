use super::element::{Node, classed};
use crate::shell::use_words;

/// In place of a part of a page whose file is under way.
pub fn loading() -> Node {
    let words = use_words();
    classed("div", "loading")
        .child(classed("p", "loading__text").attr("role", "status").child(words.case.loading_details))
        .child(classed("progress", "progress").attr("aria-label", words.shell.loading_progress))
        .node()
}
