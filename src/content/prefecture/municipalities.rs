//! The municipalities of a prefecture.

use joint_procurement_core::domain::{
    FileRole, Municipalities, MunicipalityCode, PrefectureCode, Snapshot, Term,
};
use joint_procurement_core::query::{CaseFilter, ScopeFilter};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Classes, MunicipalParticipation};
use joint_procurement_core::text;
use joint_procurement_core::text::persons;

use super::super::area_map::legend;
use super::super::{AreaMap, Block, Card, Cell, Column, Link, MapArea, Picture, Table, source_line};
use super::{count_cell, unknown};
use crate::words;

/// Lists the municipalities with the cases that each certainly takes part in.
pub(in crate::content) fn municipalities(
    snapshot: &Snapshot,
    code: PrefectureCode,
    municipalities: &Municipalities,
) -> Vec<Block> {
    let figures = MunicipalParticipation::of(&snapshot.cases, code, municipalities);
    // An answer of the prefecture does not say that a municipality takes part in nothing.
    let missing = words::missing(None, snapshot.meta.kind);
    let rows = figures.municipalities.iter().filter_map(|it| {
        let municipality = municipalities.get(it.code)?;
        Some(vec![
            Cell::area(Link::new(Route::Municipality(it.code), municipality.name), it.code),
            Cell::new(municipality.kind.ja()),
            Cell::number(persons(municipality.population), municipality.population),
            municipality.staff.map_or_else(
                || Cell::new(unknown(missing)),
                |staff| Cell::number(persons(u64::from(staff)), staff),
            ),
            count_cell(it.prefecture.len(), of(it.code, ScopeFilter::Prefecture), missing),
            count_cell(
                it.municipal.len(),
                of(it.code, ScopeFilter::Municipal),
                words::absent_municipal(snapshot.meta.kind),
            ),
        ])
    });
    let caption = words::prefecture::municipalities::heading(snapshot.prefecture_name(code));
    let table = Table {
        id: "municipalities-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns: vec![
            Column::text(words::prefecture::municipalities::MUNICIPALITY),
            Column::text(words::prefecture::municipalities::KIND),
            Column::number(words::prefectures::POPULATION),
            Column::number(words::prefecture::municipalities::STAFF_OF_ONE),
            Column::number(words::prefecture::municipalities::TAKES_PART_IN),
            Column::number(words::prefectures::MUNICIPAL),
        ],
        rows: rows.collect(),
    };
    let sources = words::prefecture::municipalities::size_sources(
        &words::date(municipalities.population_as_of),
        &municipalities.staff_as_of,
    );
    vec![
        Block::paragraph(words::prefecture::municipalities::taking_part(
            snapshot.meta.kind,
            figures.taking_part,
            figures.municipalities.len(),
        )),
        Block::List(vec![
            words::prefecture::municipalities::taking_part_known(snapshot.meta.kind, figures.known).into(),
            words::prefecture::municipalities::taking_part_absent(missing).into(),
        ]),
        map(snapshot, code, &figures, municipalities, table),
        Block::paragraph(sources),
    ]
}

/// Draws the municipalities by the number of cases that each certainly takes part in.
fn map(
    snapshot: &Snapshot,
    code: PrefectureCode,
    figures: &MunicipalParticipation,
    municipalities: &Municipalities,
    table: Table,
) -> Block {
    let prefecture = snapshot.prefecture_name(code);
    let classes = Classes::of(figures.municipalities.iter().map(|it| it.prefecture.len()));
    let missing = words::missing(None, snapshot.meta.kind);
    let areas = figures.municipalities.iter().filter_map(|it| {
        let count = it.prefecture.len();
        let said = if count == 0 { missing.to_owned() } else { text::cases(count) };
        let list = of(it.code, ScopeFilter::Prefecture);
        let name = municipalities.get(it.code)?.name;
        Some(MapArea {
            code: it.code.to_string(),
            name: name.to_owned(),
            words: words::map::area(name, &said),
            class: classes.class_of(count),
            to: (count > 0).then(|| list.into()),
        })
    });
    let areas: Vec<MapArea> = areas.collect();
    let map = AreaMap {
        outlines: FileRole::MapOf(code),
        label: words::map::of_prefecture(prefecture),
        legend: legend(&classes, areas.iter().any(|area| area.class == 0).then_some(missing)),
        areas,
        caption: words::map::OF_PREFECTURE_CAPTION.to_owned(),
        open_table: false,
    };
    Block::Card(Box::new(Card {
        id: "map".to_owned(),
        heading: words::map::of_prefecture(prefecture),
        reading: words::map::of_prefecture_reading(figures.taking_part, figures.municipalities.len()).into(),
        picture: Some(Picture::Map(map)),
        table,
        source: source_line(snapshot),
    }))
}

/// Selects the cases in which a municipality certainly takes part.
fn of(code: MunicipalityCode, scope: ScopeFilter) -> CaseFilter {
    CaseFilter { participant: [code].into(), scope, ..CaseFilter::default() }
}
