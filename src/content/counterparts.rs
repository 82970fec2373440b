//! Counterparts for one system type, across the borders of prefectures.

mod at_home;

use joint_procurement_core::domain::{CaseRef, Municipalities, MunicipalityCode, Slug, Snapshot};
use joint_procurement_core::query::{CaseColumn, CaseFilter, CaseQuery};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{CounterpartCase, CounterpartTown, Counterparts, Home, NotYetIn};
use joint_procurement_core::text::persons;

use super::next_system::ask_first;
use super::not_understood::not_understood;
use super::prefecture::{PARTNER, case_table, unknown};
use super::{Block, Cell, Column, Inline, Link, Table, Text, case_cell};
use crate::words;

/// Municipalities and cases that are shown.
const AT_MOST: usize = 12;
/// Precedents that are shown.
const PRECEDENTS: usize = 6;

/// A place that looks for counterparts, and the tables that know of them.
struct Around<'a> {
    snapshot: &'a Snapshot,
    municipalities: &'a Municipalities,
    home: Home,
    /// The name of the place, with which the names of its files begin.
    name: &'a str,
    /// The name of the type.
    system: &'a str,
}

/// Leads to the counterparts of a place for a type.
pub(super) fn to_counterparts(route: Route, slug: &Slug) -> Link {
    let filter = CaseFilter { system: [slug.clone()].into(), ..CaseFilter::default() };
    let query = CaseQuery { filter, ..CaseQuery::default() };
    let to = Address { card: "counterparts".to_owned(), ..Address::with_query(route, query) };
    Link::new(to, words::counterparts::FIND)
}

/// Links to the page of a municipality, with its prefecture where that is another one than the place's.
pub(super) fn town_link(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    home: Home,
    code: MunicipalityCode,
) -> Inline {
    let name = municipalities.get(code).map_or("", |it| it.name);
    let text = match code.prefecture() == home.prefecture() {
        true => name.to_owned(),
        false => words::town::in_prefecture(name, snapshot.prefecture_name(code.prefecture())),
    };
    Link::new(Route::Municipality(code), text).into()
}

/// Shows the counterparts for the type that a query asks for; nothing where it asks for none.
pub(super) fn of_query(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    home: Home,
    query: &str,
) -> Vec<Block> {
    let (query, mut problems) = CaseQuery::parse(query);
    let (query, unknown) = query.known_in(snapshot);
    problems.extend(unknown);
    let slug = query.filter.system.iter().next();
    let found = slug.and_then(|slug| counterparts(snapshot, municipalities, home, slug));
    not_understood(problems.iter()).into_iter().chain(found).collect()
}

/// Tells how to get to the counterparts, in their place.
pub(super) fn choose() -> Block {
    let heading = words::counterparts::PART;
    Block::section("counterparts", heading, words::counterparts::choose().into(), Text::default(), Vec::new())
}

/// Shows the counterparts of a place for a type of the snapshot. `None` where positions are not known.
pub(super) fn counterparts(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    home: Home,
    slug: &Slug,
) -> Option<Block> {
    let name = match home {
        Home::Municipality(code) => municipalities.get(code)?.name,
        Home::Prefecture(code) => snapshot.prefecture_name(code),
    };
    let system = snapshot.system_name(slug);
    let found = Counterparts::of(snapshot, municipalities, home, slug)?;
    Some(Around { snapshot, municipalities, home, name, system }.section(slug, &found))
}

impl Around<'_> {
    fn section(&self, slug: &Slug, found: &Counterparts) -> Block {
        let system = self.system;
        let mut blocks = vec![
            sub("counterparts-with", words::counterparts::WITH, self.with(&found.with)),
            sub("counterparts-without", words::counterparts::WITHOUT, self.without(&found.without)),
            self.at_home(&found.at_home),
        ];
        if !found.not_yet_in.is_empty() {
            let list = found.not_yet_in.iter().map(|it| self.not_yet_in(it)).collect();
            blocks.push(sub("counterparts-not-in", words::counterparts::NOT_YET_IN, vec![Block::List(list)]));
        }
        let same = |row: &&usize| self.snapshot.cases.row(**row).system_type() == slug;
        if !found.precedents.is_empty() {
            let lead =
                words::counterparts::precedents_lead(found.precedents.iter().filter(same).count(), system);
            let rows = found.precedents.iter().copied().take(PRECEDENTS).collect();
            let caption = words::counterparts::PRECEDENTS;
            let table = case_table(
                self.snapshot,
                "precedents-table",
                caption,
                &PARTNER,
                rows,
                self.file_name(caption),
            );
            blocks.push(sub("counterparts-precedents", caption, vec![Block::paragraph(lead), table]));
        }
        Block::section(
            "counterparts",
            &words::counterparts::heading(system),
            words::counterparts::lead(self.home).into(),
            Link::system(slug, system).into(),
            blocks,
        )
    }

    fn with(&self, found: &[CounterpartCase]) -> Vec<Block> {
        if found.is_empty() {
            return vec![Block::paragraph(words::counterparts::WITH_NONE)];
        }
        let rows = found.iter().take(AT_MOST).map(|it| {
            let case = self.snapshot.cases.row(it.row);
            let mut nearest = Text::from(self.link(it.nearest));
            nearest.push(" ");
            nearest.push(Inline::Number(words::municipality::kilometres(it.distance)));
            vec![
                Cell::new(case_link(case)),
                Cell::new(nearest),
                Cell::number(words::municipality::towns(it.towns), it.towns),
                Cell::new(case_cell(self.snapshot, case, CaseColumn::Status)),
                Cell::new(case_cell(self.snapshot, case, CaseColumn::End)),
                Cell::new(ask_first(self.snapshot, [it.row].into_iter())),
            ]
        });
        let columns = vec![
            Column::prose(words::table::CASE),
            Column::text(words::counterparts::NEAREST),
            Column::number(words::counterparts::TOWNS),
            Column::text(words::facet::STATUS),
            Column::text(words::counterparts::END),
            Column::text(words::counterparts::ASK),
        ];
        vec![self.counterpart_table(
            "counterparts-with-table",
            words::counterparts::WITH,
            columns,
            rows.collect(),
        )]
    }

    fn without(&self, found: &[CounterpartTown]) -> Vec<Block> {
        if found.is_empty() {
            return vec![Block::paragraph(words::counterparts::WITHOUT_NONE)];
        }
        let shown = &found[..found.len().min(AT_MOST)];
        let own = self.population();
        let rows = shown.iter().filter_map(|it| {
            let population = self.municipalities.get(it.code)?.population;
            let state = match it.may_have {
                true => words::counterparts::MAY_HAVE,
                false => words::missing(None, self.snapshot.meta.kind),
            };
            let mut row = vec![
                Cell::area(self.link(it.code), it.code),
                Cell::number(words::municipality::kilometres(it.distance), it.distance.round() as u64),
                Cell::number(persons(population), population),
            ];
            row.extend(own.map(|own| Cell::new(size_beside(own, population))));
            row.push(Cell::new(unknown(state)));
            Some(row)
        });
        let mut columns = vec![
            Column::text(words::town::MUNICIPALITY),
            Column::number(words::municipality::DISTANCE),
            Column::number(words::prefectures::POPULATION),
        ];
        columns.extend(own.map(|_| Column::text(words::counterparts::SIZE)));
        columns.push(Column::text(words::counterparts::STATE));
        vec![
            Block::paragraph(words::counterparts::shown(shown.len(), found.len())),
            self.counterpart_table(
                "counterparts-without-table",
                words::counterparts::WITHOUT,
                columns,
                rows.collect(),
            ),
        ]
    }

    /// Gives the population of a municipality, with which those of others are compared.
    fn population(&self) -> Option<u64> {
        match self.home {
            Home::Municipality(code) => Some(self.municipalities.get(code)?.population),
            Home::Prefecture(_) => None,
        }
    }

    fn link(&self, code: MunicipalityCode) -> Inline {
        town_link(self.snapshot, self.municipalities, self.home, code)
    }

    fn not_yet_in(&self, found: &NotYetIn) -> Text {
        let mut text = Text::from(case_link(self.snapshot.cases.row(found.row))).then("：");
        for (at, &code) in found.towns.iter().enumerate() {
            if at > 0 {
                text.push(words::BETWEEN);
            }
            text.push(self.town_name(code));
        }
        text
    }

    fn town_name(&self, code: MunicipalityCode) -> Inline {
        match self.municipalities.get(code) {
            Some(it) if self.home == Home::Municipality(code) => Inline::Strong(it.name.to_owned()),
            _ => self.link(code),
        }
    }

    fn file_name(&self, caption: &str) -> String {
        format!("{}_{}_{caption}_{}", self.name, self.system, self.snapshot.meta.id)
    }

    fn counterpart_table(
        &self,
        id: &str,
        caption: &str,
        columns: Vec<Column>,
        rows: Vec<Vec<Cell>>,
    ) -> Block {
        Block::Table(Table {
            id: id.to_owned(),
            caption: caption.to_owned(),
            caption_hidden: true,
            columns,
            rows,
            file_name: self.file_name(caption),
        })
    }
}

/// Compares a population with one's own.
fn size_beside(own: u64, population: u64) -> String {
    let (small, large) = (population.min(own), population.max(own));
    let factor = large.saturating_mul(1_000) / small.max(1);
    words::counterparts::size(factor, population > own)
}

fn case_link(case: CaseRef<'_>) -> Link {
    Link::new(Route::Case(case.id().clone()), case.title())
}

fn sub(id: &str, heading: &str, blocks: Vec<Block>) -> Block {
    Block::section(id, heading, Text::default(), Text::default(), blocks)
}
