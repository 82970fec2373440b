//! Counterparts for one system type, across the borders of prefectures.

use joint_procurement_core::domain::{CaseRef, MunicipalityCode, Slug};
use joint_procurement_core::query::CaseColumn;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{CounterpartCase, CounterpartTown, Counterparts, NotYetIn};
use joint_procurement_core::text::persons;

use super::super::next_system::ask_first;
use super::super::prefecture::{PARTNER, case_table, unknown};
use super::super::{Block, Cell, Column, Inline, Link, Table, Text, case_cell};
use super::{Town, section};
use crate::words;

/// Municipalities and cases that are shown.
const AT_MOST: usize = 12;
/// Precedents that are shown.
const PRECEDENTS: usize = 6;

impl Town<'_> {
    /// Shows the counterparts; without a type of the snapshot the way to them. `None` where places are not known.
    pub(super) fn counterparts(&self, slug: Option<&Slug>) -> Option<Block> {
        self.it.office?;
        let Some((slug, system)) = slug.and_then(|slug| Some((slug, self.snapshot.system_type(slug)?)))
        else {
            let heading = words::municipality::PART_COUNTERPARTS;
            return Some(section(
                "counterparts",
                heading,
                words::counterparts::choose().into(),
                Text::default(),
                Vec::new(),
            ));
        };
        let system = system.name.as_str();
        let found = Counterparts::of(self.snapshot, self.municipalities, self.it.code, slug)?;
        let mut blocks = vec![
            sub("counterparts-with", words::counterparts::WITH, self.with(&found.with)),
            sub("counterparts-without", words::counterparts::WITHOUT, self.without(&found.without)),
        ];
        if !found.not_yet_in.is_empty() {
            let list = found.not_yet_in.iter().map(|it| self.not_yet_in(it)).collect();
            blocks.push(sub("counterparts-not-in", words::counterparts::NOT_YET_IN, vec![Block::List(list)]));
        }
        let same = |row: &&usize| self.snapshot.cases.row(**row).system_type() == slug;
        if !found.precedents.is_empty() {
            let lead =
                words::counterparts::precedents_lead(found.precedents.iter().filter(same).count(), system);
            let rows = found.precedents.into_iter().take(PRECEDENTS).collect();
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
        Some(section(
            "counterparts",
            &words::counterparts::heading(system),
            words::counterparts::lead().into(),
            Link::system(slug, system).into(),
            blocks,
        ))
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
        let rows = shown.iter().filter_map(|it| {
            let population = self.municipalities.get(it.code)?.population;
            let state = match it.may_have {
                true => words::counterparts::MAY_HAVE,
                false => words::missing(None, self.snapshot.meta.kind),
            };
            Some(vec![
                Cell::area(self.link(it.code), it.code),
                Cell::number(words::municipality::kilometres(it.distance), it.distance.round() as u64),
                Cell::number(persons(population), population),
                Cell::new(self.size_of(population)),
                Cell::new(unknown(state)),
            ])
        });
        let columns = vec![
            Column::text(words::table::MUNICIPALITY),
            Column::number(words::municipality::DISTANCE),
            Column::number(words::prefectures::POPULATION),
            Column::text(words::counterparts::SIZE),
            Column::text(words::counterparts::STATE),
        ];
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

    /// Compares a population with its own.
    fn size_of(&self, population: u64) -> String {
        let (small, large) = (population.min(self.it.population), population.max(self.it.population));
        let factor = large.saturating_mul(1_000) / small.max(1);
        words::counterparts::size(factor, population > self.it.population)
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
        let name = self.municipalities.get(code).map_or("", |it| it.name);
        if code == self.it.code { Inline::Strong(name.to_owned()) } else { self.link(code) }
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

fn case_link(case: CaseRef<'_>) -> Link {
    Link::new(Route::Case(case.id().clone()), case.title())
}

fn sub(id: &str, heading: &str, blocks: Vec<Block>) -> Block {
    section(id, heading, Text::default(), Text::default(), blocks)
}
