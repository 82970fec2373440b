//! The prefectures in which there is a case.

use joint_procurement_core::domain::{FileRole, PrefectureCode, Term};
use joint_procurement_core::query::CaseFilter;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Classes;
use joint_procurement_core::text;

use super::SystemPage;
use crate::content::area_map::legend;
use crate::content::{
    AreaMap, Block, Card, Cell, Column, FIGURES_FROM, Inline, Link, MapArea, Picture, Section, Table, Text,
    source_line,
};
use crate::words;

impl SystemPage<'_> {
    /// Lists the prefectures in order of code: never by number of cases.
    pub(super) fn places(&self) -> Block {
        let partners = self.partners().count();
        let with_partners = PrefectureCode::all().any(|code| self.partner_cases(code) > 0);
        let mut columns = vec![
            Column::text(words::facet::PREFECTURE),
            Column::text(words::system::places::STATE),
            Column::number(words::system::places::LEADS),
        ];
        if with_partners {
            columns.push(Column::number(words::system::places::PARTNERS));
        }
        let slug = &self.system.slug;
        let there = PrefectureCode::all().filter(|code| !self.states.cases_confirmed(*code, slug).is_empty());
        let rows = there.map(|code| {
            let cell = self.states.cell(code, slug);
            let mut state = Text::from(Inline::State(cell.state));
            if cell.as_partner {
                state = state.then(" ").then(Inline::Remark(words::system::places::AS_PARTNER.to_owned()));
            }
            let leads = self.figures.prefectures.iter().find(|it| it.value == code).map_or(0, |it| it.cases);
            let count = |cases, filter| match cases {
                0 => Cell::new(words::system::places::NOT_LEAD),
                _ => self.count(cases, filter),
            };
            let mut cells = vec![
                Cell::area(Link::new(Route::Prefecture(code), self.snapshot.prefecture_name(code)), code),
                Cell::new(state),
                count(leads, CaseFilter { pref: [code].into(), ..self.filter() }),
            ];
            if with_partners {
                let filter = CaseFilter { partner: [code].into(), ..self.filter() };
                cells.push(count(self.partner_cases(code), filter));
            }
            cells
        });
        let table = Table {
            id: "places-table".to_owned(),
            caption: words::system::places::TABLE.to_owned(),
            caption_hidden: true,
            columns,
            rows: rows.collect(),
            file_name: self.file_name(words::system::places::TABLE),
        };
        let leads = self.figures.prefectures.len();
        Block::Section(Section {
            id: "places".to_owned(),
            heading: words::system::places::HEADING.to_owned(),
            lead: words::system::places::lead(self.snapshot.meta.kind, leads, partners).into(),
            more: Link::new(Route::Prefectures, words::overview::ALL_PREFECTURES).into(),
            blocks: self.measures(self.map(table)),
        })
    }

    /// Draws the prefectures with a confirmed case, as lead or as partner.
    fn map(&self, table: Table) -> Card {
        let slug = &self.system.slug;
        let name = self.system.name.as_str();
        let counts = |code| self.states.cases_confirmed(code, slug).len();
        let classes = Classes::of(PrefectureCode::all().map(counts));
        let areas = PrefectureCode::all().map(|code| {
            let count = counts(code);
            let absent = self.snapshot.absent(code).ja();
            let said = if count == 0 { absent.to_owned() } else { text::cases(count) };
            MapArea {
                code: code.to_string(),
                name: words::map::short(self.snapshot.prefecture_name(code)).to_owned(),
                words: words::map::area(self.snapshot.prefecture_name(code), &said),
                class: classes.class_of(count),
                to: Some(Route::Prefecture(code).into()),
            }
        });
        let areas: Vec<MapArea> = areas.collect();
        let confirmed = areas.iter().filter(|area| area.class > 0).count();
        let map = AreaMap {
            outlines: FileRole::MapOfJapan,
            label: words::map::of_system(name),
            legend: legend(
                &classes,
                (confirmed < areas.len()).then_some(words::absent(self.snapshot.meta.kind)),
            ),
            areas,
            caption: words::map::OF_SYSTEM_CAPTION.to_owned(),
            open_table: true,
        };
        Card {
            id: "map".to_owned(),
            heading: words::system::places::MAP.to_owned(),
            reading: words::map::of_system_reading(confirmed).into(),
            picture: (confirmed >= FIGURES_FROM).then_some(Picture::Map(map)),
            table,
            source: source_line(self.snapshot),
        }
    }

    /// Puts the shares beside the numbers: as one map where both are drawn.
    fn measures(&self, cases: Card) -> Vec<Block> {
        match self.reach() {
            Some(reach) if cases.picture.is_some() && reach.picture.is_some() => {
                vec![Block::Measures(vec![(words::map::OF_CASES, cases), (words::map::OF_SHARE, reach)])]
            }
            reach => [Some(cases), reach].into_iter().flatten().map(|it| Block::Card(Box::new(it))).collect(),
        }
    }

    /// Counts the cases that others lead and in which the prefecture takes part.
    fn partner_cases(&self, code: PrefectureCode) -> usize {
        let cases = self.states.cases_confirmed(code, &self.system.slug);
        cases.iter().filter(|case| case.as_partner).count()
    }
}
