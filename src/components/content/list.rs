use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::Selection;
use leptos::prelude::*;

use super::case_item::CaseItem;
use super::heading::Level;
use super::table::CsvActions;
use super::text::{TextLink, text};
use crate::components::{CsvButton, InBrowser};
use crate::content::cases_csv;
use crate::content::{self, Group, Link, Table, Text};
use crate::words;

/// Draws the entries of a list.
pub(super) fn items(items: Vec<Text>) -> impl IntoView {
    items.into_iter().map(|words| view! { <li>{text(words)}</li> }).collect_view()
}

/// Links below each other, each with what it leads to.
#[component]
pub(super) fn Links(links: Vec<(Link, Text)>) -> impl IntoView {
    let links = links.into_iter().map(|(link, note)| {
        let note = (!note.is_empty()).then(|| view! { <span class="link-list__note">{text(note)}</span> });
        view! {
            <li class="link-list__item">
                <TextLink link class="link-list__link"/>
                {note}
            </li>
        }
    });
    view! { <ul class="link-list">{links.collect_view()}</ul> }
}

/// Short links in a row.
#[component]
pub(super) fn Chips(links: Vec<Link>) -> impl IntoView {
    let chips = links.into_iter().map(|link| view! { <li><TextLink link class="chip"/></li> });
    view! { <ul class="chip-list">{chips.collect_view()}</ul> }
}

/// Cases below each other, and the same as a file.
#[component]
pub(super) fn Cases(
    snapshot: &'static Snapshot,
    /// Rows of the snapshot's table.
    rows: Vec<usize>,
    /// The name without its ending.
    file_name: String,
    level: Level,
) -> impl IntoView {
    let items = rows.iter().map(|&row| {
        let item = content::case_item(snapshot, snapshot.cases.row(row));
        view! { <CaseItem snapshot item level/> }
    });
    let items = items.collect_view();
    let file = move || {
        let selection = Selection::new(&snapshot.cases, rows.clone());
        (file_name.clone(), cases_csv(snapshot, &selection))
    };
    view! {
        <ol class="case-list">{items}</ol>
        <p class="list-actions">
            <InBrowser>
                <CsvButton label=words::table::CSV file/>
            </InBrowser>
        </p>
    }
}

/// Short entries under names, and the same as a file.
#[component]
pub(super) fn Groups(groups: Vec<Group>, file: Table) -> impl IntoView {
    let groups = groups.into_iter().map(|group| {
        let entries = group.entries.into_iter().map(|entry| {
            view! { <li data-area=entry.area>{text(entry.text)}</li> }
        });
        view! {
            <div class="groups__item">
                <dt class="groups__name">{group.name}</dt>
                <dd class="groups__entries">
                    <ul class="groups__list">{entries.collect_view()}</ul>
                </dd>
            </div>
        }
    });
    view! {
        <dl class="groups">{groups.collect_view()}</dl>
        <CsvActions file_name=file.file_name.clone() file=file.to_csv()/>
    }
}
