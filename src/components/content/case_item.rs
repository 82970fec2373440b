use super::Level;
use super::facts::{FactClasses, facts};
use super::text::{href, text};
use crate::components::element::{Node, classed};
use crate::content::{self, CaseItem, Fact, Text};
use crate::domain::{CaseRef, Snapshot, Term};
use crate::shell::{use_navigation, use_words};

const CLASSES: FactClasses = ["case-item__facts", "case-item__fact", "case-item__term", "case-item__value"];
const REMARKS: FactClasses =
    ["case-item__remarks", "case-item__remark", "case-item__term", "case-item__remark-text"];

/// One case of a list.
pub fn case_item(snapshot: &'static Snapshot, case: CaseRef<'_>, level: Level) -> Node {
    let item = content::case_item(snapshot, use_words(), case);
    let title = item.title.text.as_str().into();
    case_item_with(snapshot, item, title, level, None, Vec::new())
}

/// A case of a list with its title as it is to be shown, a control before it, and remarks on why it is
/// listed.
pub fn case_item_with(
    snapshot: &'static Snapshot,
    item: CaseItem,
    title: Text,
    level: Level,
    control: Option<Node>,
    remarks: Vec<Fact>,
) -> Node {
    let (domain, status) = (item.domain, item.status);
    let kicker = classed("p", "case-item__kicker")
        .child(classed("span", "chip").attr("data-domain", domain.slug()).child(domain.ja()))
        .child(" ")
        .child(classed("span", "case-item__type").child(item.system))
        .child(" ")
        .child(classed("span", "case-item__place").child(item.prefecture))
        .child(" ")
        .child(classed("span", "status").attr("data-status", status.slug()).child(status.ja()));
    let href = href(use_navigation(), &item.title.to);
    let link = classed("a", "case-item__link").attr("href", href).child(text(title));
    let heading = classed(level.tag(), "case-item__title").child(link);
    classed("li", "case-item")
        .attr("data-domain", domain.slug())
        .maybe("data-picks", control.is_some().then_some(""))
        .some(control.map(|control| classed("div", "case-item__pick").child(control)))
        .child(heading)
        .child(kicker)
        .some((!remarks.is_empty()).then(|| facts(snapshot, REMARKS, remarks)))
        .child(facts(snapshot, CLASSES, item.facts))
        .node()
}
