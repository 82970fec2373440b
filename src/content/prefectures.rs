//! The 47 prefectures.

use joint_procurement_core::domain::{Prefecture, Snapshot, SnapshotKind, Term};
use joint_procurement_core::query::NameScope;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::PrefectureFigures;
use joint_procurement_core::text::persons_rounded;

use super::data::answer;
use super::prefecture::{count_cell, led_by, municipal_of, taken_part_in_by, unknown};
use super::{Block, Cell, Column, FactRow, Link, PageContent, Section, Table, Text, find_by_name};
use crate::words;

pub fn prefectures(snapshot: &Snapshot) -> PageContent {
    let prefectures = &snapshot.prefectures.prefectures;
    let figures: Vec<PrefectureFigures> =
        prefectures.iter().map(|it| PrefectureFigures::of(snapshot, it.code)).collect();
    let confirmed = figures.iter().filter(|it| it.led.total > 0).count();
    let rows = prefectures.iter().zip(&figures).map(|(it, figures)| row(snapshot, it, figures));
    let mut table = Table {
        id: "prefecture-table".to_owned(),
        caption: words::prefectures::TABLE.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::PREFECTURE),
            Column::number(words::prefectures::LED),
            Column::number(words::prefectures::SYSTEMS),
            Column::number(words::prefectures::PARTNER),
            Column::number(words::prefectures::MUNICIPAL),
            Column::number(words::prefectures::MUNICIPALITIES),
            Column::number(words::prefectures::POPULATION),
            Column::number(words::prefectures::STAFF),
            Column::text(words::facet::REGION),
        ],
        rows: rows.collect(),
        file_name: format!("{}_{}", words::prefectures::TABLE, snapshot.meta.id),
    };
    if snapshot.meta.kind == SnapshotKind::Official {
        table.columns.insert(1, Column::text(words::data::ANSWER));
        for (row, it) in table.rows.iter_mut().zip(prefectures) {
            row.insert(1, Cell::new(answer(snapshot, it)));
        }
    }
    PageContent {
        title: words::site::page_name(&Route::Prefectures).to_owned(),
        ancestors: vec![Route::Overview],
        heading: words::prefectures::HEADING.to_owned(),
        lead: lead(snapshot, confirmed).into(),
        blocks: vec![
            Block::info(words::prefectures::order(snapshot.meta.kind)),
            find_by_name(words::town::HEADING_PREFECTURE, NameScope::Places),
            Block::Section(Section {
                id: "regions".to_owned(),
                heading: words::prefectures::BY_REGION.to_owned(),
                blocks: vec![Block::Facts(regions(snapshot))],
                ..Section::default()
            }),
            Block::Section(Section {
                id: "table".to_owned(),
                heading: words::prefectures::TABLE.to_owned(),
                lead: words::prefectures::table_lead(snapshot.meta.kind).into(),
                blocks: vec![
                    Block::Table(table),
                    Block::paragraph(words::prefectures::COUNTING),
                    Block::List(size_credits(snapshot)),
                ],
                ..Section::default()
            }),
        ],
        ..PageContent::default()
    }
}

fn lead(snapshot: &Snapshot, confirmed: usize) -> String {
    let answered = snapshot.prefectures.answered();
    match snapshot.meta.kind {
        SnapshotKind::Official => words::prefectures::lead_official(answered, confirmed),
        kind => words::prefectures::lead(kind, confirmed),
    }
}

fn row(snapshot: &Snapshot, prefecture: &Prefecture, figures: &PrefectureFigures) -> Vec<Cell> {
    let code = prefecture.code;
    let systems = figures.led.systems();
    let staff = prefecture.municipal_staff;
    let kind = snapshot.meta.kind;
    let absent = snapshot.absent(code).ja();
    vec![
        Cell::new(Link::new(Route::Prefecture(code), &prefecture.name)),
        count_cell(figures.led.total, led_by(code), absent),
        if systems > 0 {
            Cell::number(words::prefectures::systems_value(systems), systems)
        } else {
            Cell::new(unknown(absent))
        },
        count_cell(figures.partner.len(), taken_part_in_by(code), absent),
        count_cell(figures.municipal.total, municipal_of(code), words::absent_municipal(kind)),
        Cell::number(
            words::prefectures::municipalities_value(prefecture.municipalities),
            prefecture.municipalities,
        ),
        Cell::number(persons_rounded(prefecture.population), prefecture.population),
        staff.map_or_else(
            || Cell::new(unknown(words::missing(None, kind))),
            |staff| Cell::number(persons_rounded(staff), staff),
        ),
        Cell::new(region_name(snapshot, prefecture)),
    ]
}

/// Links the prefectures of each region, to go there without the table.
fn regions(snapshot: &Snapshot) -> Vec<FactRow> {
    let regions = snapshot.prefectures.regions.iter().map(|region| {
        let mut links = Text::default();
        for prefecture in snapshot.prefectures.prefectures.iter().filter(|it| it.region == region.slug) {
            if !links.is_empty() {
                links.push(words::BETWEEN);
            }
            links.push(Link::new(Route::Prefecture(prefecture.code), &prefecture.name));
        }
        FactRow::new(&region.name, links)
    });
    regions.collect()
}

/// Gives the Japanese name of the region of a prefecture.
pub(super) fn region_name<'a>(snapshot: &'a Snapshot, prefecture: &Prefecture) -> &'a str {
    let region = snapshot.prefectures.regions.iter().find(|region| region.slug == prefecture.region);
    region.map_or("", |region| &region.name)
}

/// Gives the lines owed for population and staff, which say of when the figures are.
fn size_credits(snapshot: &Snapshot) -> Vec<Text> {
    let subjects = [words::table::POPULATION, words::table::STAFF];
    let credits = snapshot.meta.credits.iter().filter(|credit| subjects.contains(&credit.subject.as_str()));
    credits.map(|credit| words::prefectures::credit(&credit.subject, &credit.text).into()).collect()
}
