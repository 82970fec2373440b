use crate::content::{Block, Cell, Column, Group, Inline, Link, Section, Table, Text, cases_link};
use crate::domain::{Prefecture, PrefectureCode, Snapshot};
use crate::query::CaseFilter;
use crate::routes::Route;
use crate::stats::Summary;
use crate::text::Words;

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
        blocks: vec![Block::Groups { groups: groups.collect(), file }],
    })
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
