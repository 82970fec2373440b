//! The parts of a page, as the components of the application name and order them: the same style sheet is
//! for both. What only a program can do (saving, copying, drawing, searching) is left to the program.

use maud::{Markup, html};

use super::Pages;
use super::lists::{bars, cases, facts, groups, key_figures, links, references, savings};
use super::tables::{grid, table};
use super::text::{href, link, text};
use crate::content::{Block, Card, Later, Section, Tone};
use crate::domain::Term;

const FACTS: [&str; 4] = ["facts", "facts__item", "facts__term", "facts__value"];
const AMOUNTS: [&str; 4] = ["amounts", "amounts__item", "amounts__term", "amounts__value"];

impl Pages<'_> {
    pub(super) fn blocks(&self, blocks: &[Block], level: u8) -> Markup {
        html! { div.blocks { (self.parts(blocks, level)) } }
    }

    pub(super) fn parts(&self, blocks: &[Block], level: u8) -> Markup {
        html! { @for part in blocks { (self.block(part, level)) } }
    }

    fn block(&self, block: &Block, level: u8) -> Markup {
        match block {
            Block::Paragraph(words) => html! { p { (text(words)) } },
            Block::List(items) => html! { ul.list { @for item in items { li { (text(item)) } } } },
            Block::Steps(items) => html! { ol.list { @for item in items { li { (text(item)) } } } },
            Block::Prose(parts) => html! { div.prose { (self.parts(parts, level)) } },
            Block::Notice { tone, texts } => self.notice(*tone, texts),
            Block::Section(part) => self.section(part, level),
            Block::FactGroup(part) => html! {
                section.fact-group aria-labelledby=(part.id) {
                    (heading(level, "fact-group__heading", &part.id, &part.heading))
                    div.fact-group__body {
                        @if !part.lead.is_empty() { p.text-muted { (text(&part.lead)) } }
                        (self.parts(&part.blocks, level + 1))
                    }
                }
            },
            Block::Tiles(tiles) => html! {
                div.case-top {
                    @for tile in tiles {
                        section.case-top__tile aria-labelledby=(tile.id) {
                            (heading(level, "case-top__heading", &tile.id, &tile.heading))
                            (self.parts(&tile.blocks, level + 1))
                        }
                    }
                }
            },
            Block::KeyFigures(figures) => key_figures(self.words, figures),
            Block::Facts(items) => facts(self, FACTS, items),
            Block::Amounts(items) => facts(self, AMOUNTS, items),
            Block::Savings(tiles) => savings(tiles),
            Block::Domains { tiles, .. } => html! {
                div.domains {
                    @for tile in tiles {
                        section.domain data-domain=(tile.domain.slug()) {
                            div.domain__header {
                                h3.domain__heading {
                                    a.domain__heading-link href=(href(&tile.to)) { (tile.domain.ja()) }
                                }
                                p.domain__total { (crate::text::cases(tile.cases)) }
                                @if !tile.note.is_empty() { p.domain__note { (tile.note) } }
                            }
                            (bars(&tile.bars))
                            @if let Some((summary, hint, others)) = &tile.others {
                                details class="disclosure domain__others" {
                                    summary.disclosure__summary { (summary) " " span.disclosure__hint { (hint) } }
                                    div.disclosure__body { (bars(others)) }
                                }
                            }
                        }
                    }
                }
            },
            Block::Bars(all) => bars(all),
            Block::Links(all) => links(all),
            Block::Chips(all) => html! {
                ul.chip-list { @for it in all { li { (link(it, Some("chip"))) } } }
            },
            Block::References(all) => references(all),
            Block::Groups { groups: all, .. } => groups(all),
            Block::Table(data) => table(data),
            Block::SummedTable(data) => grid(&data.table, &data.total),
            Block::Card(card) => self.card(card, level),
            Block::Beside(columns) => html! {
                div.beside { @for part in columns { div.beside__part { (self.block(part, level)) } } }
            },
            Block::Cases { rows, .. } => cases(self, rows, level),
            Block::Asked(words) => html! { p.asked { (text(words)) } },
            Block::Questions(items) => html! {
                @for item in items {
                    section.question id=(item.id) {
                        (heading(level, "question__heading", &format!("{}-heading", item.id), &item.question))
                        div.prose { (self.parts(&item.answer, level + 1)) }
                    }
                }
            },
            Block::Disclosure { summary, blocks } => html! {
                details.disclosure {
                    summary.disclosure__summary { (text(summary)) }
                    div.disclosure__body { (self.blocks(blocks, level)) }
                }
            },
            Block::Later(Later::OfCase(part)) => {
                let detail = self.detail(part.row);
                let parts = part.blocks(self.snapshot, self.words, detail, Some(self.municipalities));
                html! { div.later { (self.blocks(&parts, level)) } }
            }
            // Tables of hundreds of rows that come with files of their own, and what only the program does.
            Block::Later(_) | Block::TownSearch | Block::Save(_) | Block::CopyText(_) => html! {},
        }
    }

    fn notice(&self, tone: Tone, texts: &[crate::content::Text]) -> Markup {
        let (slug, label) = match tone {
            Tone::Info => ("info", self.words.shell.notice),
            Tone::Warning => ("warning", self.words.shell.warning),
        };
        html! {
            div.notice data-tone=(slug) data-size="compact" {
                span.notice__icon role="img" aria-label=(label) {}
                div.notice__body { @for words in texts { p.notice__text { (text(words)) } } }
            }
        }
    }

    /// Nothing of a part that only the program can fill.
    fn section(&self, part: &Section, level: u8) -> Markup {
        if matches!(part.blocks.as_slice(), [Block::TownSearch]) {
            return html! {};
        }
        let heading_id = format!("{}-heading", part.id);
        html! {
            section.section id=(part.id) aria-labelledby=(heading_id) {
                div.section__header {
                    (heading(level, "section__heading", &heading_id, &part.heading))
                    @if !part.lead.is_empty() { p.section__lead { (text(&part.lead)) } }
                    @if !part.more.is_empty() { p.section__more { (text(&part.more)) } }
                }
                (self.blocks(&part.blocks, level + 1))
            }
        }
    }

    /// With its rows in place of the picture.
    fn card(&self, card: &Card, level: u8) -> Markup {
        let heading_id = format!("{}-heading", card.id);
        html! {
            article.card id=(card.id) aria-labelledby=(heading_id) {
                div.card__header {
                    (heading(level, "card__heading", &heading_id, &card.heading))
                    p.card__reading { (text(&card.reading)) }
                }
                @if !card.table.rows.is_empty() { (grid(&card.table, &[])) }
                p.card__footer { (card.source) }
            }
        }
    }
}

pub(super) fn heading(level: u8, class: &str, id: &str, words: &str) -> Markup {
    match level {
        0..=2 => html! { h2 class=(class) id=(id) { (words) } },
        3 => html! { h3 class=(class) id=(id) { (words) } },
        _ => html! { h4 class=(class) id=(id) { (words) } },
    }
}
