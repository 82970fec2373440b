use leptos::prelude::*;

use super::Level;
use super::case_item::case_item;
use super::table::save_button;
use super::text::{link, text};
use crate::components::CsvButton;
use crate::content::{Group, Link, Table, Text};
use crate::domain::Snapshot;
use crate::export::cases_csv;
use crate::query::Selection;
use crate::shell::use_words;

pub(super) fn items(items: Vec<Text>) -> AnyView {
    items.into_iter().map(|words| view! { <li>{text(words)}</li> }).collect_view().into_any()
}

pub(super) fn links(links: Vec<(Link, Text)>) -> AnyView {
    let links = links.into_iter().map(|(to, note)| {
        let note = (!note.is_empty()).then(|| view! { <span class="link-list__note">{text(note)}</span> });
        view! { <li class="link-list__item">{link(to, "link-list__link")}{note}</li> }
    });
    view! { <ul class="link-list">{links.collect_view()}</ul> }.into_any()
}

pub(super) fn chips(links: Vec<Link>) -> AnyView {
    let chips = links.into_iter().map(|to| view! { <li>{link(to, "chip")}</li> });
    view! { <ul class="chip-list">{chips.collect_view()}</ul> }.into_any()
}

pub(super) fn cases(
    snapshot: &'static Snapshot,
    rows: Vec<usize>,
    file_name: String,
    level: Level,
) -> AnyView {
    let items = rows.iter().map(|&row| case_item(snapshot, snapshot.cases.row(row), level));
    let items = items.collect_view();
    let rows = move || cases_csv(snapshot, &Selection::new(&snapshot.cases, rows.clone()), use_words());
    view! {
        <ol class="case-list">{items}</ol>
        <p class="list-actions"><CsvButton file_name rows/></p>
    }
    .into_any()
}

pub(super) fn groups(groups: Vec<Group>, file: Table) -> AnyView {
    let groups = groups.into_iter().map(|group| {
        view! {
            <div class="groups__item">
                <dt class="groups__name">{group.name}</dt>
                <dd class="groups__entries"><ul class="groups__list">{items(group.entries)}</ul></dd>
            </div>
        }
    });
    let rows = file.to_csv();
    view! {
        <dl class="groups">{groups.collect_view()}</dl>
        <p class="list-actions">{save_button(file.file_name, None, rows)}</p>
    }
    .into_any()
}
