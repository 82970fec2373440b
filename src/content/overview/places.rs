use joint_procurement_core::domain::{FileRole, Prefecture, PrefectureCode, Snapshot};
use joint_procurement_core::query::CaseFilter;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Classes, Summary};
use joint_procurement_core::text;

use crate::content::area_map::legend;
use crate::content::{
    AreaMap, Block, Card, Cell, Column, Group, Inline, Link, MapArea, Picture, Section, Table, Text,
    cases_link, source_line,
};
use crate::words::Words;

/// The prefectures by region, in order of code: never by number of cases.
pub(super) fn places(snapshot: &Snapshot, words: &Words, summary: &Summary) -> Block {
    let groups = snapshot.prefectures.regions.iter().map(|region| {
        let there = snapshot.prefectures.prefectures.iter().filter(|it| it.region == region.slug);
        Group {
            name: region.name.clone(),
            entries: there.map(|it| entry(snapshot, words, summary, it)).collect(),
        }
    });
    let words_here = &words.overview;
    let rows = snapshot.prefectures.prefectures.iter().map(|prefecture| {
        vec![Cell::new(prefecture.name.as_str()), count(snapshot, words, summary, prefecture.code)]
    });
    let file = Table {
        columns: vec![Column::text(words.list.prefecture), Column::number(words_here.count)],
        rows: rows.collect(),
        file_name: format!("{}_{}", words_here.prefecture_list, snapshot.meta.id),
        ..Table::default()
    };
    Block::Section(Section {
        id: "prefectures".to_owned(),
        heading: words_here.prefecture_list.to_owned(),
        lead: (words_here.prefecture_list_lead)(snapshot.meta.kind).into(),
        more: Link::new(Route::Prefectures, words_here.all_prefectures).into(),
        blocks: vec![Block::Beside(vec![
            map(snapshot, words, summary, file.clone()),
            Block::Groups { groups: groups.collect(), file },
        ])],
    })
}

/// The country with the prefectures by their number of cases.
fn map(snapshot: &Snapshot, words: &Words, summary: &Summary, table: Table) -> Block {
    let here = words.map;
    let counts = |code: PrefectureCode| summary.by_prefecture.get(&code).unwrap_or_default();
    let classes = Classes::of(PrefectureCode::all().map(counts));
    let missing = words.missing(None, snapshot.meta.kind);
    let areas = snapshot.prefectures.prefectures.iter().map(|prefecture| {
        let cases = counts(prefecture.code);
        let said = if cases == 0 { missing.to_owned() } else { text::cases(cases) };
        MapArea {
            code: prefecture.code.to_string(),
            words: (here.area)(&prefecture.name, &said),
            class: classes.class_of(cases),
            to: Some(Route::Prefecture(prefecture.code).into()),
        }
    });
    let areas: Vec<MapArea> = areas.collect();
    let none = areas.iter().any(|area| area.class == 0).then_some(missing);
    let map = AreaMap {
        outlines: FileRole::MapOfJapan,
        label: here.japan.to_owned(),
        legend: legend(words, &classes, none),
        areas,
        caption: here.small_islands.to_owned(),
        open_table: false,
    };
    Block::Card(Box::new(Card {
        id: "map".to_owned(),
        heading: here.japan_heading.to_owned(),
        reading: (here.japan_reading)(summary.by_prefecture.len()).into(),
        picture: Some(Picture::Map(map)),
        table: Table {
            id: "map-table".to_owned(),
            caption: here.japan.to_owned(),
            caption_hidden: true,
            ..table
        },
        source: source_line(snapshot, words),
    }))
}

fn entry(snapshot: &Snapshot, words: &Words, summary: &Summary, prefecture: &Prefecture) -> Text {
    let link = Link::new(Route::Prefecture(prefecture.code), prefecture.name.as_str());
    let mut text = Text::from(link).then(" ");
    for piece in count(snapshot, words, summary, prefecture.code).text {
        text.push(piece);
    }
    text
}

fn count(snapshot: &Snapshot, words: &Words, summary: &Summary, code: PrefectureCode) -> Cell {
    match summary.by_prefecture.get(&code) {
        Some(cases) => {
            let filter = CaseFilter { pref: [code].into(), ..CaseFilter::default() };
            Cell::number(cases_link(cases, filter), cases)
        }
        None => Cell::new(Inline::Unknown(words.missing(None, snapshot.meta.kind).to_owned())),
    }
}
