use joint_procurement_core::domain::{FileRole, Prefecture, PrefectureCode, Snapshot, Term};
use joint_procurement_core::query::CaseFilter;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Classes, Summary};
use joint_procurement_core::text;

use crate::content::area_map::legend;
use crate::content::{
    AreaMap, Block, Card, Cell, Column, Group, Inline, Link, MapArea, Picture, Section, Table, Text,
    cases_link, source_line,
};
use crate::words;

/// Lists the prefectures by region, in order of code: never by number of cases.
pub(super) fn places(snapshot: &Snapshot, summary: &Summary) -> Block {
    let groups = snapshot.prefectures.regions.iter().map(|region| {
        let there = snapshot.prefectures.prefectures.iter().filter(|it| it.region == region.slug);
        Group { name: region.name.clone(), entries: there.map(|it| entry(snapshot, summary, it)).collect() }
    });
    let rows = snapshot.prefectures.prefectures.iter().map(|prefecture| {
        vec![Cell::new(prefecture.name.as_str()), count(snapshot, summary, prefecture.code)]
    });
    let file = Table {
        columns: vec![Column::text(words::facet::PREFECTURE), Column::number(words::overview::COUNT)],
        rows: rows.collect(),
        file_name: format!("{}_{}", words::overview::PREFECTURE_LIST, snapshot.meta.id),
        ..Table::default()
    };
    Block::Section(Section {
        id: "prefectures".to_owned(),
        heading: words::overview::PREFECTURE_LIST.to_owned(),
        lead: words::overview::prefecture_list_lead(snapshot.meta.kind).into(),
        more: Link::new(Route::Prefectures, words::overview::ALL_PREFECTURES).into(),
        blocks: vec![Block::Beside(vec![
            map(snapshot, summary, file.clone()),
            Block::Groups { groups: groups.collect(), file },
        ])],
    })
}

/// Draws the country with the prefectures by their number of cases.
fn map(snapshot: &Snapshot, summary: &Summary, table: Table) -> Block {
    let counts = |code: PrefectureCode| summary.by_prefecture.get(&code).unwrap_or_default();
    let classes = Classes::of(PrefectureCode::all().map(counts));
    let areas = snapshot.prefectures.prefectures.iter().map(|prefecture| {
        let cases = counts(prefecture.code);
        let absent = snapshot.absent(prefecture.code).ja();
        let said = if cases == 0 { absent.to_owned() } else { text::cases(cases) };
        MapArea {
            code: prefecture.code.to_string(),
            words: words::map::area(&prefecture.name, &said),
            class: classes.class_of(cases),
            to: Some(Route::Prefecture(prefecture.code).into()),
        }
    });
    let areas: Vec<MapArea> = areas.collect();
    let none = areas.iter().any(|area| area.class == 0).then_some(words::absent(snapshot.meta.kind));
    let map = AreaMap {
        outlines: FileRole::MapOfJapan,
        label: words::map::JAPAN.to_owned(),
        legend: legend(&classes, none),
        areas,
        caption: words::map::JAPAN_CAPTION.to_owned(),
        open_table: false,
    };
    Block::Card(Box::new(Card {
        id: "map".to_owned(),
        heading: words::map::JAPAN_HEADING.to_owned(),
        reading: words::map::japan_reading(snapshot.meta.kind, summary.by_prefecture.len()).into(),
        picture: Some(Picture::Map(map)),
        table: Table {
            id: "map-table".to_owned(),
            caption: words::map::JAPAN.to_owned(),
            caption_hidden: true,
            ..table
        },
        source: source_line(snapshot),
    }))
}

fn entry(snapshot: &Snapshot, summary: &Summary, prefecture: &Prefecture) -> Text {
    let link = Link::new(Route::Prefecture(prefecture.code), prefecture.name.as_str());
    let mut text = Text::from(link).then(" ");
    for piece in count(snapshot, summary, prefecture.code).text {
        text.push(piece);
    }
    text
}

fn count(snapshot: &Snapshot, summary: &Summary, code: PrefectureCode) -> Cell {
    match summary.by_prefecture.get(&code) {
        Some(cases) => {
            let filter = CaseFilter { pref: [code].into(), ..CaseFilter::default() };
            Cell::number(cases_link(cases, filter), cases)
        }
        None => Cell::new(Inline::Unknown(snapshot.absent(code).ja().to_owned())),
    }
}
