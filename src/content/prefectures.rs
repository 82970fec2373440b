//! The 47 prefectures.

use joint_procurement_core::domain::{Prefecture, Snapshot};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::PrefectureFigures;
use joint_procurement_core::text::persons_rounded;

use super::prefecture::{absent, count_cell, led_by, municipal_of, taken_part_in_by, unknown};
use super::{Block, Cell, Column, Content, Fact, Link, Section, Table, Text};
use crate::words::Words;

pub fn prefectures(snapshot: &Snapshot, words: &Words) -> Content {
    let prefectures = &snapshot.prefectures.prefectures;
    let figures: Vec<PrefectureFigures> =
        prefectures.iter().map(|it| PrefectureFigures::of(snapshot, it.code)).collect();
    let confirmed = figures.iter().filter(|it| it.led.total > 0).count();
    let page = words.prefecture;
    let rows = prefectures.iter().zip(&figures).map(|(it, figures)| row(snapshot, words, it, figures));
    let table = Table {
        id: "prefecture-table".to_owned(),
        caption: page.table.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words.list.prefecture),
            Column::number(page.led),
            Column::number(page.systems),
            Column::number(page.partner),
            Column::number(page.municipal),
            Column::number(page.municipalities),
            Column::number(page.population),
            Column::number(page.staff),
            Column::text(words.list.region),
        ],
        rows: rows.collect(),
        file_name: format!("{}_{}", page.table, snapshot.meta.id),
    };
    Content {
        title: words.route_name(&Route::Prefectures).to_owned(),
        ancestors: vec![Route::Overview],
        heading: page.list_heading.to_owned(),
        lead: (page.list_lead)(snapshot.meta.kind, confirmed).into(),
        blocks: vec![
            Block::info(page.list_order),
            Block::Section(Section {
                id: "regions".to_owned(),
                heading: page.by_region.to_owned(),
                blocks: vec![Block::Facts(regions(snapshot, words))],
                ..Section::default()
            }),
            Block::Section(Section {
                id: "table".to_owned(),
                heading: page.table.to_owned(),
                lead: (page.table_lead)(absent(snapshot)).into(),
                blocks: vec![
                    Block::Table(table),
                    Block::paragraph(page.list_counting),
                    Block::List(size_credits(snapshot, words)),
                ],
                ..Section::default()
            }),
        ],
        ..Content::default()
    }
}

fn row(
    snapshot: &Snapshot,
    words: &Words,
    prefecture: &Prefecture,
    figures: &PrefectureFigures,
) -> Vec<Cell> {
    let (page, code) = (words.prefecture, prefecture.code);
    let systems = figures.led.systems();
    let staff = prefecture.municipal_staff;
    vec![
        Cell::new(Link::new(Route::Prefecture(code), &prefecture.name)),
        count_cell(snapshot, figures.led.total, led_by(code)),
        if systems > 0 {
            Cell::number((page.systems_value)(systems), systems)
        } else {
            Cell::new(unknown(absent(snapshot)))
        },
        count_cell(snapshot, figures.partner.len(), taken_part_in_by(code)),
        count_cell(snapshot, figures.municipal.total, municipal_of(code)),
        Cell::number((page.municipalities_value)(prefecture.municipalities), prefecture.municipalities),
        Cell::number(persons_rounded(prefecture.population), prefecture.population),
        staff.map_or_else(
            || Cell::new(unknown(words.missing(None, snapshot.meta.kind))),
            |staff| Cell::number(persons_rounded(staff), staff),
        ),
        Cell::new(region_name(snapshot, prefecture)),
    ]
}

/// The prefectures of each region, to go there without the table.
fn regions(snapshot: &Snapshot, words: &Words) -> Vec<Fact> {
    let regions = snapshot.prefectures.regions.iter().map(|region| {
        let mut links = Text::default();
        for prefecture in snapshot.prefectures.prefectures.iter().filter(|it| it.region == region.slug) {
            if !links.is_empty() {
                links.push(words.prefecture.comma);
            }
            links.push(Link::new(Route::Prefecture(prefecture.code), &prefecture.name));
        }
        Fact::new(&region.name, links)
    });
    regions.collect()
}

/// The Japanese name of the region of a prefecture.
pub(super) fn region_name<'a>(snapshot: &'a Snapshot, prefecture: &Prefecture) -> &'a str {
    let region = snapshot.prefectures.regions.iter().find(|region| region.slug == prefecture.region);
    region.map_or("", |region| &region.name)
}

/// Gives the lines owed for population and staff, which say of when the figures are.
fn size_credits(snapshot: &Snapshot, words: &Words) -> Vec<Text> {
    let subjects = [words.table.population, words.table.staff];
    let credits = snapshot.meta.credits.iter().filter(|credit| subjects.contains(&credit.subject.as_str()));
    credits.map(|credit| (words.prefecture.credit)(&credit.subject, &credit.text).into()).collect()
}
