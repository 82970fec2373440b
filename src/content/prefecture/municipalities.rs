//! The municipalities of a prefecture.

use super::super::{Block, Cell, Column, Table};
use super::{absent, count_cell, unknown};
use crate::domain::{Municipalities, MunicipalityCode, PrefectureCode, Snapshot, Term};
use crate::query::{CaseFilter, ScopeFilter};
use crate::stats::MunicipalParticipation;
use crate::text::{Words, persons};

/// The municipalities with the cases that each certainly takes part in.
pub(in crate::content) fn municipalities(
    snapshot: &Snapshot,
    words: &Words,
    code: PrefectureCode,
    municipalities: &Municipalities,
) -> Vec<Block> {
    let page = words.prefecture();
    let figures = MunicipalParticipation::of(&snapshot.cases, code, municipalities);
    let rows = figures.municipalities.iter().filter_map(|it| {
        let municipality = municipalities.get(it.code)?;
        Some(vec![
            Cell::new(municipality.name),
            Cell::new(municipality.kind.ja()),
            Cell::number(persons(municipality.population), municipality.population),
            municipality.staff.map_or_else(
                || Cell::new(unknown(words.missing(None, snapshot.meta.kind))),
                |staff| Cell::number(persons(u64::from(staff)), staff),
            ),
            count_cell(snapshot, it.prefecture.len(), of(it.code, ScopeFilter::Prefecture)),
            count_cell(snapshot, it.municipal.len(), of(it.code, ScopeFilter::Municipal)),
        ])
    });
    let caption = (page.municipalities_heading)(snapshot.prefecture_name(code));
    let table = Table {
        id: "municipalities-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns: vec![
            Column::text(page.municipality),
            Column::text(page.municipality_kind),
            Column::number(page.population),
            Column::number(page.staff_of_one),
            Column::number(page.takes_part_in),
            Column::number(page.municipal),
        ],
        rows: rows.collect(),
    };
    let sources =
        (page.size_sources)(&words.date(municipalities.population_as_of), &municipalities.staff_as_of);
    vec![
        Block::paragraph((page.taking_part)(figures.taking_part, figures.municipalities.len())),
        Block::List(vec![
            (page.taking_part_known)(figures.known).into(),
            (page.taking_part_absent)(absent(snapshot)).into(),
        ]),
        Block::Table(table),
        Block::paragraph(sources),
    ]
}

/// The cases in which a municipality certainly takes part.
fn of(code: MunicipalityCode, scope: ScopeFilter) -> CaseFilter {
    CaseFilter { participant: [code].into(), scope, ..CaseFilter::default() }
}
