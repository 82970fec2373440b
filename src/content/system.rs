//! One system type.

mod answers;
mod cases;
mod costs;
mod documents;
mod ending;
mod few;
mod figures;
mod names;
mod places;
mod reach;

pub(super) use documents::documents;

use joint_procurement_core::domain::{Domain, PolicyNote, Slug, Snapshot, SystemType};
use joint_procurement_core::ordering;
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, Matches, ScopeFilter, SearchIndex, Selection, Sort,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{StateTable, Summary, SystemFigures};

use super::pictures::{costs_by_size, introductions};
use super::shared::with_shared;
use super::subsidy::Subsidies;
use super::systems::named_types;
use super::{Block, Cell, Inline, Link, PageContent, Section, Text, Tone, cases_link};
use crate::words;

/// The id of the policy notes.
pub(super) const NOTES: &str = "notes";
/// Cases on a page that has no figures; the others are in the list.
const SHOWN: usize = 10;
/// Types offered as near.
const NEAR: usize = 6;

/// Makes the page of a type; of a slug that no type has, the way to those that there are.
pub fn system(snapshot: &Snapshot, slug: &Slug) -> PageContent {
    match snapshot.system_type(slug) {
        Some(system) => SystemPage::new(snapshot, system).content(),
        None => super::unknown_system(snapshot, slug),
    }
}

/// The values that the parts of the page share.
struct SystemPage<'a> {
    snapshot: &'a Snapshot,
    system: &'a SystemType,
    /// The cases with a prefecture: what every figure counts.
    cases: Selection<'a>,
    figures: SystemFigures<'a>,
    /// The cases of municipalities among themselves.
    municipal: Selection<'a>,
    states: StateTable,
}

impl<'a> SystemPage<'a> {
    fn new(snapshot: &'a Snapshot, system: &'a SystemType) -> Self {
        let select = |scope| select(snapshot, &of_type(&system.slug, scope));
        let cases = select(ScopeFilter::Prefecture);
        Self {
            figures: SystemFigures::of(snapshot, &cases),
            cases,
            municipal: select(ScopeFilter::Municipal),
            states: StateTable::of(snapshot),
            snapshot,
            system,
        }
    }

    fn select(&self, filter: &CaseFilter) -> Selection<'a> {
        select(self.snapshot, filter)
    }

    fn content(&self) -> PageContent {
        let (kind, name) = (self.snapshot.meta.kind, self.system.name.as_str());
        let (total, description) = (self.cases.len(), self.system.description.as_str());
        let (heading, lead) = match total {
            0 => (
                words::system::heading_none(name, kind),
                words::system::lead_none(description, kind, self.municipal.len()).into(),
            ),
            _ => (words::system::heading(name, total, self.figures.prefectures.len()), self.lead()),
        };
        let parts = match total {
            0 => self.parts_without_cases(),
            _ if total < super::FIGURES_FROM => self.parts_of_few(),
            _ => self.parts_of_many(),
        };
        PageContent {
            title: name.to_owned(),
            ancestors: vec![Route::Overview, Route::Systems],
            kicker: self.kicker(),
            heading,
            lead: with_shared(self.snapshot, lead, of_type(&self.system.slug, ScopeFilter::All)),
            blocks: self.with_contents([self.notes()].into_iter().chain(parts).flatten().collect()),
            ..PageContent::default()
        }
    }

    /// Writes what is counted, and beside it the cases that are not.
    fn lead(&self) -> Text {
        let mut lead = Text::from(words::system::lead(&self.system.description, &self.figures));
        if !self.municipal.is_empty() {
            let of_municipal = of_type(&self.system.slug, ScopeFilter::Municipal);
            let sentence = words::system::lead_municipal(self.municipal.len());
            Text::linked(&sentence, vec![of_municipal.into()]).into_iter().for_each(|piece| lead.push(piece));
        }
        lead
    }

    /// Orders the parts: the cases and their documents first. Somebody who reads of many cases looks for one
    /// to follow.
    fn parts_of_many(&self) -> Vec<Option<Block>> {
        let mut parts = vec![Some(self.key_figures()), Some(self.case_list()), Some(self.documents())];
        parts.extend([self.ending(), self.costs()]);
        parts.extend(
            costs_by_size(self.snapshot, &self.figures.costs, &self.system.name).into_iter().map(Some),
        );
        parts.extend([self.savings(), Some(self.answers()), Some(self.subsidies())]);
        parts.extend([self.funding(), self.benefits()]);
        parts.extend([self.participation(), self.names(), Some(self.places()), self.years()]);
        // Where they are the greater part, who asks for the type asks for them.
        let place = if self.municipal.len() > self.cases.len() { 2 } else { parts.len() };
        parts.insert(place, self.municipal_cases());
        parts.extend([self.shared(), self.cancelled(), self.near()]);
        parts
    }

    fn parts_of_few(&self) -> Vec<Option<Block>> {
        let mut parts = vec![Some(self.case_list()), Some(self.known()), self.ending(), self.amounts()];
        parts.extend([self.savings(), Some(self.documents()), self.funding()]);
        parts.extend([self.municipal_cases(), self.shared(), self.cancelled(), self.near()]);
        parts
    }

    fn parts_without_cases(&self) -> Vec<Option<Block>> {
        let documents = (!self.municipal.is_empty() || self.has_documents()).then(|| self.documents());
        let (municipal, shared) = (self.municipal_cases(), self.shared());
        vec![self.search(), municipal, shared, documents, self.funding(), self.cancelled(), self.near()]
    }

    /// Puts links to the parts of a long page below the key figures.
    fn with_contents(&self, mut parts: Vec<Block>) -> Vec<Block> {
        let Some(place) = parts.iter().position(|part| matches!(part, Block::KeyFigures(_))) else {
            return parts;
        };
        let mut contents = Text::from(words::system::CONTENTS);
        let sections = parts
            .iter()
            .skip(place)
            .filter_map(|part| if let Block::Section(it) = part { Some(it) } else { None });
        for (number, section) in sections.enumerate() {
            if number > 0 {
                contents.push(words::BETWEEN);
            }
            let to = Address::with_card(Route::System(self.system.slug.clone()), &section.id);
            contents.push(Link::new(to, section.heading.as_str()));
        }
        parts.insert(place + 1, Block::Paragraph(contents));
        parts
    }

    /// Gives the domains in which the type occurs.
    fn domains(&self) -> Vec<Domain> {
        let cases = if self.cases.is_empty() { &self.municipal } else { &self.cases };
        Summary::of(cases).by_domain.values().copied().collect()
    }

    fn kicker(&self) -> Text {
        let chips = self.domains().into_iter().map(Inline::Domain);
        chips.flat_map(|chip| [chip, " ".into()]).collect()
    }

    /// Remarks on the type, each with its source.
    fn notes(&self) -> Option<Block> {
        let notes = &self.system.policy_notes;
        let notice = |note: &PolicyNote| {
            let source =
                words::system::note_source(&note.source_title, &note.source_publisher, note.source_published);
            let source = Inline::external(note.source_url.clone(), source);
            Block::Notice { tone: Tone::Info, texts: vec![note.note.as_str().into(), source.into()] }
        };
        (!notes.is_empty()).then(|| {
            Block::Section(Section {
                id: NOTES.to_owned(),
                heading: words::systems::NOTE.to_owned(),
                blocks: notes.iter().map(notice).collect(),
                ..Section::default()
            })
        })
    }

    fn subsidies(&self) -> Block {
        Subsidies {
            snapshot: self.snapshot,
            cases: &self.cases,
            filter: self.filter(),
            by_type: false,
            subject: &self.system.name,
        }
        .section()
    }

    fn funding(&self) -> Option<Block> {
        super::funding::section(self.snapshot, Some(&self.system.slug))
    }

    fn years(&self) -> Option<Block> {
        introductions(self.snapshot, &self.cases, self.file_name(words::overview::YEAR))
    }

    /// Lists types with cases that stand near this one in the vocabulary, of its domains where it has any. A
    /// type with a policy note is never suggested.
    fn near(&self) -> Option<Block> {
        let cases = Matches::new(self.snapshot, &SearchIndex::default(), &CaseFilter::default())
            .selection(&self.snapshot.cases);
        let domains = self.domains();
        let of_domains = cases.filter(|case| domains.is_empty() || domains.contains(&case.domain()));
        let counts = Summary::of(&of_domains).by_system;
        let here = named_types(self.snapshot).position(|it| it.slug == self.system.slug)?;
        let candidates = named_types(self.snapshot).enumerate();
        let is_near = |(place, it): &(usize, &SystemType)| {
            *place != here && it.policy_notes.is_empty() && counts.get(&it.slug).is_some()
        };
        let mut near: Vec<(usize, &SystemType)> = candidates.filter(is_near).collect();
        ordering::sort_by_key(&mut near, |(place, _)| place.abs_diff(here));
        near.truncate(NEAR);
        ordering::sort_by_key(&mut near, |(place, _)| *place);
        let all = Summary::of(&cases).by_system;
        let links = near.into_iter().map(|(_, it)| {
            let count = all.get(&it.slug).unwrap_or_default();
            let list = cases_link(count, of_type(&it.slug, ScopeFilter::Prefecture));
            (Link::system(&it.slug, it.name.as_str()), list.into())
        });
        let links: Vec<(Link, Text)> = links.collect();
        (!links.is_empty()).then(|| {
            Block::Section(Section {
                id: "near".to_owned(),
                heading: words::system::near_heading(!domains.is_empty()).to_owned(),
                lead: words::system::near_lead(!domains.is_empty()).into(),
                more: Link::new(Route::Systems, words::system::SEE_ALL).into(),
                blocks: vec![Block::Links(links)],
            })
        })
    }

    /// Gives the filter that selects what the figures count.
    fn filter(&self) -> CaseFilter {
        of_type(&self.system.slug, ScopeFilter::Prefecture)
    }

    fn missing(&self) -> &'static str {
        words::missing(None, self.snapshot.meta.kind)
    }

    fn unknown(&self) -> Inline {
        Inline::Unknown(self.missing().to_owned())
    }

    /// Writes a number that leads to its cases, or that none is known.
    fn count(&self, cases: usize, filter: CaseFilter) -> Cell {
        match cases {
            0 => Cell::new(self.unknown()),
            _ => Cell::number(cases_link(cases, filter), cases),
        }
    }

    fn case_link(&self, row: usize) -> Link {
        let case = self.snapshot.cases.row(row);
        Link::new(Route::Case(case.id().clone()), case.title())
    }

    fn file_name(&self, what: &str) -> String {
        format!("{}_{what}_{}", self.system.name, self.snapshot.meta.id)
    }
}

/// Selects the cases of a type in a scope.
pub(super) fn of_type(slug: &Slug, scope: ScopeFilter) -> CaseFilter {
    CaseFilter { system: [slug.clone()].into(), scope, ..CaseFilter::default() }
}

fn select<'a>(snapshot: &'a Snapshot, filter: &CaseFilter) -> Selection<'a> {
    Matches::new(snapshot, &SearchIndex::default(), filter).selection(&snapshot.cases)
}

/// Gives the list of these cases in an order.
fn sorted_list(filter: CaseFilter, sort: Sort) -> super::Target {
    let query = CaseQuery { filter, sort, ..CaseQuery::default() };
    Address::with_query(Route::Cases, query).into()
}
