use super::element::{Node, classed, el};
use crate::shell::use_words;

/// A link that leaves the site. Addresses other than http and https, which the builder refuses, are
/// shown as text.
pub fn external_link(url: String, text: String) -> Node {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return el("span").child(text).node();
    }
    classed("a", "external-link")
        .attr("href", url)
        .attr("rel", "external noopener")
        .child(text)
        .child(classed("span", "external-link__mark").child(use_words().shell.external))
        .node()
}
