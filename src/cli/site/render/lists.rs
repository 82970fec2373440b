//! Figures, facts and lists.

use maud::{Markup, html};

use super::Pages;
use super::text::{href, link, state, text};
use crate::content::{
    Bar, Fact, Group, KeyFigure, Link, References, SavingTile, Text, case_item as case_content,
};
use crate::domain::Term;
use crate::text::{Words, cases as case_count};

pub(super) fn key_figures(words: &Words, figures: &[KeyFigure]) -> Markup {
    html! {
        section.key-figures-part aria-label=(words.overview.key_figures) {
            ul.key-figures {
                @for figure in figures {
                    li.key-figure {
                        p.key-figure__main {
                            a.key-figure__link href=(href(&figure.to)) {
                                span.key-figure__label { (figure.label) } " "
                                span.key-figure__value .unknown[figure.unit.is_empty()] {
                                    (figure.value) span.key-figure__unit { (figure.unit) }
                                }
                            }
                        }
                        p.key-figure__note { (text(&figure.note)) }
                    }
                }
            }
        }
    }
}

pub(super) fn facts(pages: &Pages<'_>, [list, item, term, value]: [&str; 4], facts: &[Fact]) -> Markup {
    html! {
        dl class=(list) {
            @for fact in facts {
                div class=(item) {
                    dt class=(term) { (fact.name) }
                    dd class=(value) { (text(&fact.value)) (pages.parts(&fact.blocks, 4)) }
                }
            }
        }
    }
}

pub(super) fn savings(tiles: &[SavingTile]) -> Markup {
    html! {
        ul.savings {
            @for saving in tiles {
                li.saving {
                    p.saving__value { (saving.value) }
                    p.saving__of { (saving.of) }
                    p.saving__by { (text(&saving.by)) }
                }
            }
        }
    }
}

/// The names with their numbers; the lengths are for the program to draw, since a policy without inline
/// styles forbids them here.
pub(super) fn bars(bars: &[Bar]) -> Markup {
    html! {
        ul.type-bars {
            @for bar in bars {
                li.type-bars__item {
                    div.type-bar {
                        @match &bar.page {
                            Some(page) => a.type-bar__name href=(href(page)) { (bar.name) },
                            None => span.type-bar__name { (bar.name) },
                        }
                        " "
                        a.type-bar__count href=(href(&bar.to)) aria-label=(format!("{} {}", bar.name, case_count(bar.cases))) {
                            (case_count(bar.cases))
                        }
                        span.type-bar__track aria-hidden="true" {}
                    }
                }
            }
        }
    }
}

pub(super) fn links(links: &[(Link, Text)]) -> Markup {
    html! {
        ul.link-list {
            @for (to, note) in links {
                li.link-list__item {
                    (link(to, Some("link-list__link")))
                    @if !note.is_empty() { span.link-list__note { (text(note)) } }
                }
            }
        }
    }
}

pub(super) fn groups(groups: &[Group]) -> Markup {
    html! {
        dl.groups {
            @for group in groups {
                div.groups__item {
                    dt.groups__name { (group.name) }
                    dd.groups__entries { ul.groups__list { @for entry in &group.entries { li { (text(entry)) } } } }
                }
            }
        }
    }
}

pub(super) fn references(references: &References) -> Markup {
    let [list, item, title, meta] = if references.numbered {
        ["source-list", "source", "source__title", "source__meta"]
    } else {
        ["document-list", "document", "document__title", "document__meta"]
    };
    let entries = html! {
        @for entry in &references.entries {
            li class=(item) {
                @if let Some(kind) = entry.kind { span.chip data-tone="neutral" { (kind) } }
                p class=(title) { (link(&entry.link, None)) }
                @if !entry.meta.is_empty() { p class=(meta) { (text(&entry.meta)) } }
            }
        }
    };
    match references.numbered {
        true => html! { ol class=(list) { (entries) } },
        false => html! { ul class=(list) { (entries) } },
    }
}

pub(super) fn cases(pages: &Pages<'_>, rows: &[usize], level: u8) -> Markup {
    html! { ol.case-list { @for &row in rows { (case_item(pages, row, level)) } } }
}

fn case_item(pages: &Pages<'_>, row: usize, level: u8) -> Markup {
    let case = pages.snapshot.cases.row(row);
    let item = case_content(pages.snapshot, pages.words, case);
    let title = html! { a.case-item__link href=(href(&item.title.to)) { (item.title.text) } };
    html! {
        li.case-item data-domain=(item.domain.slug()) {
            @if level <= 2 { h2.case-item__title { (title) } } @else { h3.case-item__title { (title) } }
            p.case-item__kicker {
                span.chip data-domain=(item.domain.slug()) { (item.domain.ja()) } " "
                span.case-item__type { (item.system) } " "
                span.case-item__place { (item.prefecture) } " "
                (state(item.status.slug(), item.status.ja()))
            }
            (facts(pages, ["case-item__facts", "case-item__fact", "case-item__term", "case-item__value"], &item.facts))
        }
    }
}
