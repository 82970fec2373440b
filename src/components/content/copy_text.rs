use crate::components::copy_button;
use crate::components::element::{Node, all, classed};
use crate::content::CopyText;
use crate::export::Clip;
use crate::shell::{use_navigation, use_words};

/// A text that is there to be copied, with the button that does it.
pub(super) fn copy_text(data: CopyText) -> Node {
    let CopyText { label, text, page_address } = data;
    let text = if page_address { with_address(text) } else { text };
    let shown = classed("pre", "copy-text").attr("tabindex", "0").child(text.clone());
    let button = copy_button(label, Box::new(move || Clip::from(text.clone())));
    all([shown.node(), classed("p", "list-actions").child(button).node()])
}

/// The text with the address of the page below it.
fn with_address(text: String) -> String {
    let navigation = use_navigation();
    let address = navigation.absolute(&navigation.here().route.into());
    format!("{text}\n{}\n", (use_words().find.address)(&address))
}
