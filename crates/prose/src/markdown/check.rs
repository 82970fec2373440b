//! Checks of whole files: ids, links to parts, and that each kind of data has its text.

use super::outline::{HeadingOutline, Part};
use super::{Fault, MarkdownFile};
use crate::names::Kind;
use crate::page::{Block, Item, Test, When};

/// Tells what is wrong with the files together.
pub(super) fn check(sources: &[MarkdownFile], outlines: &[HeadingOutline], faults: &mut Vec<Fault>) {
    for (source, outline) in sources.iter().zip(outlines) {
        let mut fault = |line: usize, what: String| {
            faults.push(Fault { file: source.file.clone(), line, what });
        };
        leads(outline, &mut fault);
        ids(outline, &mut fault);
        texts(outline, &mut fault);
        for link in &outline.links {
            let page = sources.iter().position(|it| it.route.path() == link.path);
            let Some(page) = page.and_then(|place| outlines.get(place)) else { continue };
            if !page.parts.iter().any(|part| part.id == link.part) {
                fault(link.line, format!("a link leads to \"#{}\", and no heading has this id", link.part));
            }
        }
    }
}

fn leads(outline: &HeadingOutline, fault: &mut impl FnMut(usize, String)) {
    for kind in Kind::ALL {
        let count = outline.lead.iter().filter(|line| may_show(line.when, *kind)).count();
        if count != 1 {
            let kind = kind.name();
            fault(
                1,
                format!("before the first heading {count} paragraphs are for {kind} data; one is needed"),
            );
        }
    }
}

/// Holds every id against each kind of data: it stands there once.
fn ids(outline: &HeadingOutline, fault: &mut impl FnMut(usize, String)) {
    for (place, part) in outline.parts.iter().enumerate() {
        let same: Vec<_> = outline.parts.iter().filter(|it| it.id == part.id && !it.id.is_empty()).collect();
        let before = outline.parts.iter().take(place).filter(|it| it.id == part.id && !it.id.is_empty());
        let is_doubled =
            |it: &Part| Kind::ALL.iter().any(|kind| may_show(it.when, *kind) && may_show(part.when, *kind));
        if let Some(first) = before.clone().find(|it| is_doubled(it)) {
            fault(part.line, format!("the id \"{}\" stands already in line {}", part.id, first.line));
        }
        if before.count() > 0 {
            continue;
        }
        for kind in Kind::ALL {
            if !same.is_empty() && !same.iter().any(|it| may_show(it.when, *kind)) {
                let (id, kind) = (part.id, kind.name());
                fault(
                    part.line,
                    format!("nothing with the id \"{id}\" is for {kind} data: links would break"),
                );
            }
        }
    }
}

/// Looks for headings under which nothing stands.
fn texts(outline: &HeadingOutline, fault: &mut impl FnMut(usize, String)) {
    for (place, part) in outline.parts.iter().enumerate() {
        let has_inner = !part.is_inner && outline.parts.get(place + 1).is_some_and(|next| next.is_inner);
        let lacking = Kind::ALL.iter().find(|kind| {
            may_show(part.when, **kind) && !part.blocks.iter().any(|block| has_text(block, **kind))
        });
        if let Some(kind) = lacking.filter(|_| !has_inner) {
            let (heading, kind) = (part.heading, kind.name());
            fault(part.line, format!("under \"{heading}\" there is no text for {kind} data"));
        }
    }
}

fn has_text(block: &Block, kind: Kind) -> bool {
    match block {
        Block::Paragraph(line) => may_show(line.when, kind),
        Block::List(items) => items.iter().any(|item| match item {
            Item::Line(line) => may_show(line.when, kind),
            Item::Each(_) => true,
        }),
        Block::Steps(lines) => lines.iter().any(|line| may_show(line.when, kind)),
        Block::Definitions(facts) => facts.iter().any(|fact| may_show(fact.value.when, kind)),
        Block::Table(_) | Block::Code(_) | Block::Picture(_) => true,
    }
}

/// Tells if something can be shown with data of a kind. Values are not known yet.
fn may_show(when: Option<When>, kind: Kind) -> bool {
    match when {
        Some(When { test: Test::Kind(asked), holds }) => (asked == kind) == holds,
        _ => true,
    }
}
