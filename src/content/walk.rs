//! The content of a page, wherever it stands, for checks that must reach every part. One such check is
//! whether all links lead somewhere.

use joint_procurement_core::text::cases;

use super::{
    Block, Card, Cell, FactRow, Inline, KeyFigure, Link, PageContent, Picture, Section, Table, Target, Text,
};

/// A thing met on the way through a page.
#[derive(Clone, Debug, PartialEq)]
enum Part<'a> {
    /// An id that links can lead to: `#years`.
    Id(&'a str),
    /// The place to which a link leads, and what it says, numbers with their units too.
    Link(&'a Target, String),
    Words(&'a str),
}

/// A function that is called with each part in reading order.
type See<'a, 'b> = &'b mut dyn FnMut(Part<'a>);

impl PageContent {
    /// Gives the places to which its links lead, in reading order.
    pub fn links(&self) -> Vec<&Target> {
        self.collect(|part| if let Part::Link(to, _) = part { Some(to) } else { None })
    }

    /// Gives the same with what each link says.
    pub fn links_in_words(&self) -> Vec<(String, &Target)> {
        self.collect(|part| if let Part::Link(to, words) = part { Some((words, to)) } else { None })
    }

    /// Gives the ids of its parts.
    pub fn ids(&self) -> Vec<&str> {
        self.collect(|part| if let Part::Id(id) = part { Some(id) } else { None })
    }

    /// Gives all its words, one piece of text a line.
    pub fn words(&self) -> String {
        self.collect(|part| if let Part::Words(words) = part { Some(words) } else { None }).join("\n")
    }

    fn collect<'a, T>(&'a self, wanted: impl Fn(Part<'a>) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        let see: See<'a, '_> = &mut |part| found.extend(wanted(part));
        see(Part::Words(&self.title));
        text(&self.kicker, see);
        see(Part::Words(&self.heading));
        text(&self.lead, see);
        blocks(&self.blocks, see);
        found
    }
}

impl Block {
    /// Gives the places to which the links within it lead, in reading order.
    pub fn links(&self) -> Vec<&Target> {
        let mut found = Vec::new();
        block(self, &mut |part| {
            if let Part::Link(to, _) = part {
                found.push(to);
            }
        });
        found
    }
}

fn blocks<'a>(blocks: &'a [Block], see: See<'a, '_>) {
    for part in blocks {
        block(part, see);
    }
}

fn block<'a>(part: &'a Block, see: See<'a, '_>) {
    match part {
        Block::Paragraph(words) | Block::Asked(words) => text(words, see),
        Block::List(items) | Block::Steps(items) | Block::Notice { texts: items, .. } => texts(items, see),
        Block::Prose(parts) => blocks(parts, see),
        Block::Screen(screen) => see(Part::Words(screen.alt)),
        Block::Section(part) | Block::FactGroup(part) => section(part, see),
        Block::Tiles(tiles) => tiles.iter().for_each(|tile| section(tile, see)),
        Block::KeyFigures(figures) | Block::FigureLine(figures) => {
            figures.iter().for_each(|figure| key_figure(figure, see))
        }
        Block::Facts(items) | Block::Amounts(items) => facts(items, see),
        Block::Savings(savings) => {
            for saving in savings {
                see(Part::Words(&saving.value));
                see(Part::Words(&saving.of));
                text(&saving.by, see);
            }
        }
        // So does the file of the domains.
        Block::Domains { tiles, .. } => {
            for tile in tiles {
                see(Part::Link(&tile.to, cases(tile.cases)));
                see(Part::Words(&tile.note));
                bars(&tile.bars, see);
                if let Some((summary, hint, others)) = &tile.others {
                    see(Part::Words(summary));
                    see(Part::Words(hint));
                    bars(others, see);
                }
            }
        }
        Block::Bars(rows) => bars(rows, see),
        Block::Links(links) => {
            for (to, note) in links {
                link(to, see);
                text(note, see);
            }
        }
        Block::Chips(links) => links.iter().for_each(|to| link(to, see)),
        Block::References(references) => {
            for entry in &references.entries {
                if let Some(id) = &entry.id {
                    see(Part::Id(id));
                }
                see(Part::Words(entry.kind.unwrap_or_default()));
                text(&entry.title, see);
                text(&entry.meta, see);
            }
        }
        // The file of groups holds the same words again.
        Block::Beside(columns) => blocks(columns, see),
        Block::NameSearch(_) => {}
        Block::Groups { groups, .. } => {
            for group in groups {
                see(Part::Words(&group.name));
                group.entries.iter().for_each(|entry| text(&entry.text, see));
            }
        }
        Block::Table(data) | Block::Marks(data) => table(data, see),
        Block::SummedTable(data) => {
            table(&data.table, see);
            see(Part::Words(&data.note));
            texts(&data.total, see);
        }
        Block::Save(files) => files.iter().for_each(|file| see(Part::Words(file.label))),
        Block::CopyText(data) => {
            see(Part::Words(data.label));
            see(Part::Words(&data.text));
        }
        Block::Card(data) => card(data, see),
        Block::Measures(measures) => {
            for (name, data) in measures {
                see(Part::Words(name));
                card(data, see);
            }
        }
        Block::Questions(questions) => {
            for question in questions {
                see(Part::Id(&question.id));
                see(Part::Words(&question.question));
                blocks(&question.answer, see);
            }
        }
        Block::Disclosure { summary, blocks: hidden } => {
            text(summary, see);
            blocks(hidden, see);
        }
        // Cases are linked by the list itself, later parts are not there yet, and a reference is known to the browser.
        Block::Cases { .. } | Block::Later(_) | Block::Citation => {}
    }
}

fn section<'a>(part: &'a Section, see: See<'a, '_>) {
    see(Part::Id(&part.id));
    see(Part::Words(&part.heading));
    text(&part.lead, see);
    text(&part.more, see);
    blocks(&part.blocks, see);
}

fn facts<'a>(facts: &'a [FactRow], see: See<'a, '_>) {
    for fact in facts {
        see(Part::Words(&fact.name));
        text(&fact.value, see);
        blocks(&fact.blocks, see);
    }
}

fn link<'a>(link: &'a Link, see: See<'a, '_>) {
    see(Part::Link(&link.to, link.text.clone()));
    see(Part::Words(&link.text));
}

fn key_figure<'a>(figure: &'a KeyFigure, see: See<'a, '_>) {
    see(Part::Link(&figure.to, format!("{}{}", figure.value, figure.unit)));
    for words in [&figure.label, &figure.value, &figure.unit] {
        see(Part::Words(words));
    }
    text(&figure.note, see);
}

fn bars<'a>(bars: &'a [super::Bar], see: See<'a, '_>) {
    for bar in bars {
        see(Part::Words(&bar.name));
        if let Some(page) = &bar.page {
            see(Part::Link(page, bar.name.clone()));
        }
        see(Part::Link(&bar.to, cases(bar.cases)));
    }
}

fn table<'a>(table: &'a Table, see: See<'a, '_>) {
    see(Part::Id(&table.id));
    see(Part::Words(&table.caption));
    table.columns.iter().for_each(|column| see(Part::Words(&column.name)));
    let cells = table.rows.iter().flatten();
    cells.for_each(|Cell { text: words, .. }| text(words, see));
}

fn card<'a>(card: &'a Card, see: See<'a, '_>) {
    see(Part::Id(&card.id));
    see(Part::Words(&card.heading));
    text(&card.reading, see);
    match &card.picture {
        None => {}
        Some(Picture::Chart(chart)) => {
            see(Part::Words(&chart.description));
            see(Part::Words(&chart.caption));
        }
        Some(Picture::Map(map)) => {
            see(Part::Words(&map.label));
            map.legend.iter().for_each(|(_, meaning)| see(Part::Words(meaning)));
            let links = map.areas.iter().filter_map(|area| Some((area, area.to.as_ref()?)));
            links.for_each(|(area, to)| see(Part::Link(to, area.words.clone())));
            see(Part::Words(&map.caption));
        }
    }
    table(&card.table, see);
    see(Part::Words(&card.source));
}

fn texts<'a>(texts: &'a [Text], see: See<'a, '_>) {
    texts.iter().for_each(|words| text(words, see));
}

fn text<'a>(words: &'a Text, see: See<'a, '_>) {
    for piece in words.iter() {
        match piece {
            Inline::Link(link) | Inline::Evidence(link) => see(Part::Link(&link.to, link.text.clone())),
            Inline::DomainLink(_, to) => see(Part::Link(to, piece.text().to_owned())),
            _ => {}
        }
        see(Part::Words(piece.text()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Column, Question};
    use joint_procurement_core::routes::Route;

    #[test]
    fn links_are_found_however_deep_they_stand() {
        let link = |text: &str| Text::from(Link::new(Route::Data, text));
        let table = Table {
            id: "table".into(),
            columns: vec![Column::text("列")],
            rows: vec![vec![Cell::new(link("表"))]],
            ..Table::default()
        };
        let question = Question {
            id: "question".into(),
            question: "問い".into(),
            answer: vec![Block::List(vec![link("答え")]), Block::Table(table)],
        };
        let content = PageContent {
            lead: link("要点"),
            blocks: vec![Block::Section(Section {
                id: "section".into(),
                more: link("続き"),
                blocks: vec![Block::Disclosure {
                    summary: "開く".into(),
                    blocks: vec![Block::Questions(vec![question])],
                }],
                ..Section::default()
            })],
            ..PageContent::default()
        };
        assert_eq!(content.links(), vec![&Target::from(Route::Data); 4]);
        assert_eq!(content.ids(), ["section", "question", "table"]);
        for words in ["要点", "続き", "開く", "問い", "答え", "列", "表"] {
            assert!(content.words().lines().any(|line| line == words), "{words}");
        }
    }
}
