use super::element::{Node, classed};
use crate::content::Tone;
use crate::shell::use_words;

/// A remark that stands out; `compact` for one that stands on every page.
pub fn notice(tone: Tone, compact: bool, body: Node) -> Node {
    let words = use_words();
    let (slug, label) = match tone {
        Tone::Info => ("info", words.shell.notice),
        Tone::Warning => ("warning", words.shell.warning),
    };
    let icon = classed("span", "notice__icon").attr("role", "img").attr("aria-label", label);
    classed("div", "notice")
        .attr("data-tone", slug)
        .maybe("data-size", compact.then_some("compact"))
        .child(icon)
        .child(classed("div", "notice__body").child(body))
        .node()
}
