use super::text::{link, text};
use crate::components::element::{Node, classed};
use crate::content::References;

pub(super) fn references(references: References) -> Node {
    let (tag, [list, item, title, meta]) = if references.numbered {
        ("ol", ["source-list", "source", "source__title", "source__meta"])
    } else {
        ("ul", ["document-list", "document", "document__title", "document__meta"])
    };
    let entries = references.entries.into_iter().map(|entry| {
        let kind = entry.kind.map(|kind| classed("span", "chip").attr("data-tone", "neutral").child(kind));
        let about = (!entry.meta.is_empty()).then(|| classed("p", meta).child(text(entry.meta)));
        classed("li", item).some(kind).child(classed("p", title).child(link(entry.link, ""))).some(about)
    });
    classed(tag, list).children(entries).node()
}
