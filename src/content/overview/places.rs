use joint_procurement_core::domain::{FileRole, Prefecture, PrefectureCode, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, Has, Selection};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Classes, Summary, Tally};
use joint_procurement_core::text;

use crate::content::area_map::legend;
use crate::content::{
    AreaMap, Block, Card, Cell, Column, Group, Inline, Link, MapArea, Picture, Section, Table, Text,
    cases_link, source_line,
};
use crate::words;

/// Lists the prefectures by region, in order of code: never by number of cases.
pub(super) fn places(snapshot: &Snapshot, cases: &Selection<'_>, summary: &Summary) -> Block {
    let documented = Summary::of(&cases.filter(|case| case.document_kinds().is_known())).by_prefecture;
    let led = Counted { snapshot, counts: &summary.by_prefecture, has: None };
    let documented = Counted { snapshot, counts: &documented, has: Some(Has::Documents) };
    let groups = snapshot.prefectures.regions.iter().map(|region| {
        let there = snapshot.prefectures.prefectures.iter().filter(|it| it.region == region.slug);
        Group { name: region.name.clone(), entries: there.map(|it| led.entry(it)).collect() }
    });
    let file = led.table("map", words::overview::COUNT, words::map::JAPAN);
    let of_cases = Card {
        id: "map".to_owned(),
        heading: words::map::JAPAN_HEADING.to_owned(),
        reading: words::map::japan_reading(snapshot.meta.kind, summary.by_prefecture.len()).into(),
        picture: Some(Picture::Map(led.map(words::map::JAPAN, words::map::JAPAN_CAPTION))),
        table: file.clone(),
        source: source_line(snapshot),
    };
    let of_documents = Card {
        id: "map-documents".to_owned(),
        heading: words::map::DOCUMENTS_HEADING.to_owned(),
        reading: words::map::documents_reading(documented.counts.len(), summary.by_prefecture.len()).into(),
        picture: Some(Picture::Map(documented.map(words::map::DOCUMENTS, words::map::DOCUMENTS_CAPTION))),
        table: documented.table("map-documents", words::overview::DOCUMENTS, words::map::DOCUMENTS),
        source: source_line(snapshot),
    };
    Block::Section(Section {
        id: "prefectures".to_owned(),
        heading: words::overview::PREFECTURE_LIST.to_owned(),
        lead: words::overview::prefecture_list_lead(snapshot.meta.kind).into(),
        more: Link::new(Route::Prefectures, words::overview::ALL_PREFECTURES).into(),
        blocks: vec![Block::Beside(vec![
            match documented.counts.is_empty() {
                true => Block::Card(Box::new(of_cases)),
                false => Block::Measures(vec![
                    (words::map::OF_CASES, of_cases),
                    (words::map::OF_DOCUMENTS, of_documents),
                ]),
            },
            Block::Groups { groups: groups.collect(), file },
        ])],
    })
}

/// Cases by the prefecture that leads them.
struct Counted<'a> {
    snapshot: &'a Snapshot,
    counts: &'a Tally<PrefectureCode>,
    /// The part that all of them have.
    has: Option<Has>,
}

impl Counted<'_> {
    /// Draws the country with the prefectures by their number of cases.
    fn map(&self, label: &str, caption: &str) -> AreaMap {
        let counts = |code: PrefectureCode| self.counts.get(&code).unwrap_or_default();
        let classes = Classes::of(PrefectureCode::all().map(counts));
        let areas = self.snapshot.prefectures.prefectures.iter().map(|prefecture| {
            let cases = counts(prefecture.code);
            let said = if cases == 0 { self.none(prefecture.code).to_owned() } else { text::cases(cases) };
            MapArea {
                code: prefecture.code.to_string(),
                name: words::map::short(&prefecture.name).to_owned(),
                words: words::map::area(&prefecture.name, &said),
                class: classes.class_of(cases),
                to: Some(Route::Prefecture(prefecture.code).into()),
            }
        });
        let areas: Vec<MapArea> = areas.collect();
        let kind = self.snapshot.meta.kind;
        let none = if self.has.is_some() { words::missing(None, kind) } else { words::absent(kind) };
        AreaMap {
            outlines: FileRole::MapOfJapan,
            label: label.to_owned(),
            legend: legend(&classes, areas.iter().any(|area| area.class == 0).then_some(none)),
            areas,
            caption: caption.to_owned(),
            open_table: false,
        }
    }

    fn table(&self, id: &str, column: &str, caption: &str) -> Table {
        let rows = self.snapshot.prefectures.prefectures.iter().map(|prefecture| {
            vec![Cell::area(prefecture.name.as_str(), prefecture.code), self.count(prefecture.code)]
        });
        let name = if self.has.is_some() { caption } else { words::overview::PREFECTURE_LIST };
        Table {
            id: format!("{id}-table"),
            caption: caption.to_owned(),
            caption_hidden: true,
            columns: vec![Column::text(words::facet::PREFECTURE), Column::number(column)],
            rows: rows.collect(),
            file_name: format!("{name}_{}", self.snapshot.meta.id),
        }
    }

    fn entry(&self, prefecture: &Prefecture) -> Cell {
        let link = Link::new(Route::Prefecture(prefecture.code), prefecture.name.as_str());
        let mut text = Text::from(link).then(" ");
        for piece in self.count(prefecture.code).text {
            text.push(piece);
        }
        Cell::area(text, prefecture.code)
    }

    fn count(&self, code: PrefectureCode) -> Cell {
        match self.counts.get(&code) {
            Some(cases) => {
                let has = self.has.into_iter().collect();
                let filter = CaseFilter { pref: [code].into(), has, ..CaseFilter::default() };
                Cell::number(cases_link(cases, filter), cases)
            }
            None => Cell::new(Inline::Unknown(self.none(code).to_owned())),
        }
    }

    /// Says that there is none. A survey's answer tells of cases, and not of their parts.
    fn none(&self, code: PrefectureCode) -> &'static str {
        match self.has {
            Some(_) => words::missing(None, self.snapshot.meta.kind),
            None => self.snapshot.absent(code).ja(),
        }
    }
}
