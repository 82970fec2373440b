use leptos::prelude::*;

use super::Level;
use super::case_item::case_item;
use super::table::csv_actions;
use super::text::{link, text};
use crate::components::csv_button;
use crate::components::element::{all, classed, el};
use crate::content::{Group, Link, Table, Text};
use crate::domain::Snapshot;
use crate::export::cases_csv;
use crate::query::Selection;
use crate::shell::use_words;

pub(super) fn items(items: Vec<Text>) -> AnyView {
    all(items.into_iter().map(|words| el("li").child(text(words))))
}

pub(super) fn links(links: Vec<(Link, Text)>) -> AnyView {
    let links = links.into_iter().map(|(to, note)| {
        let note = (!note.is_empty()).then(|| classed("span", "link-list__note").child(text(note)));
        classed("li", "link-list__item").child(link(to, "link-list__link")).some(note)
    });
    classed("ul", "link-list").children(links).view()
}

pub(super) fn chips(links: Vec<Link>) -> AnyView {
    let chips = links.into_iter().map(|to| el("li").child(link(to, "chip")));
    classed("ul", "chip-list").children(chips).view()
}

pub(super) fn cases(
    snapshot: &'static Snapshot,
    rows: Vec<usize>,
    file_name: String,
    level: Level,
) -> AnyView {
    let items = rows.iter().map(|&row| case_item(snapshot, snapshot.cases.row(row), level));
    let list = classed("ol", "case-list").children(items).view();
    let file = move || {
        let selection = Selection::new(&snapshot.cases, rows.clone());
        (file_name.clone(), cases_csv(snapshot, &selection, use_words()))
    };
    let button = csv_button(use_words().table.csv, Box::new(file));
    all([list, classed("p", "list-actions").child(button).view()])
}

pub(super) fn groups(groups: Vec<Group>, file: &Table) -> AnyView {
    let groups = groups.into_iter().map(|group| {
        let entries = classed("ul", "groups__list").child(items(group.entries));
        classed("div", "groups__item")
            .child(classed("dt", "groups__name").child(group.name))
            .child(classed("dd", "groups__entries").child(entries))
    });
    all([classed("dl", "groups").children(groups).view(), csv_actions(file)])
}
