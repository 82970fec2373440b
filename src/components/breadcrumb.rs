use super::element::{Node, classed};
use crate::routes::Route;
use crate::shell::{use_navigation, use_words};

/// The way to the page: its ancestors as links, then itself.
pub fn breadcrumb(ancestors: Vec<Route>, current: String) -> Node {
    let words = use_words();
    let navigation = use_navigation();
    let items = ancestors.into_iter().map(|route| {
        let name = words.route_name(&route);
        let link = classed("a", "breadcrumb__link").attr("href", navigation.href(&route.into())).child(name);
        classed("li", "breadcrumb__item").child(link)
    });
    let label = classed("span", "u-visually-hidden").attr("id", "breadcrumb-label").child(words.shell.here);
    let current = classed("span", "breadcrumb__current").attr("aria-current", "page").child(current);
    let list = classed("ol", "breadcrumb__list")
        .children(items)
        .child(classed("li", "breadcrumb__item").child(current));
    classed("nav", "breadcrumb").attr("aria-labelledby", "breadcrumb-label").child(label).child(list).node()
}
