use super::Level;
use super::case_item::case_item;
use super::table::csv_actions;
use super::text::{link, text};
use crate::components::csv_button;
use crate::components::element::{Node, all, classed, el};
use crate::content::{Group, Link, Table, Text};
use crate::domain::Snapshot;
use crate::export::cases_csv;
use crate::query::Selection;
use crate::shell::use_words;

pub(super) fn items(items: Vec<Text>) -> Node {
    all(items.into_iter().map(|words| el("li").child(text(words))))
}

pub(super) fn links(links: Vec<(Link, Text)>) -> Node {
    let links = links.into_iter().map(|(to, note)| {
        let note = (!note.is_empty()).then(|| classed("span", "link-list__note").child(text(note)));
        classed("li", "link-list__item").child(link(to, "link-list__link")).some(note)
    });
    classed("ul", "link-list").children(links).node()
}

pub(super) fn chips(links: Vec<Link>) -> Node {
    let chips = links.into_iter().map(|to| el("li").child(link(to, "chip")));
    classed("ul", "chip-list").children(chips).node()
}

pub(super) fn cases(snapshot: &'static Snapshot, rows: Vec<usize>, file_name: String, level: Level) -> Node {
    let items = rows.iter().map(|&row| case_item(snapshot, snapshot.cases.row(row), level));
    let list = classed("ol", "case-list").children(items).node();
    let file = move || {
        let selection = Selection::new(&snapshot.cases, rows.clone());
        (file_name.clone(), cases_csv(snapshot, &selection, use_words()))
    };
    let button = csv_button(use_words().table.csv, Box::new(file));
    all([list, classed("p", "list-actions").child(button).node()])
}

pub(super) fn groups(groups: Vec<Group>, file: &Table) -> Node {
    let groups = groups.into_iter().map(|group| {
        let entries = classed("ul", "groups__list").child(items(group.entries));
        classed("div", "groups__item")
            .child(classed("dt", "groups__name").child(group.name))
            .child(classed("dd", "groups__entries").child(entries))
    });
    all([classed("dl", "groups").children(groups).node(), csv_actions(file)])
}
