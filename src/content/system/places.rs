//! The prefectures in which there is a case.

use super::Page;
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table, Text};
use crate::domain::PrefectureCode;
use crate::query::CaseFilter;
use crate::routes::Route;

impl Page<'_> {
    /// In order of code: never by number of cases.
    pub(super) fn places(&self) -> Block {
        let words = self.words.system();
        let partners = self.partners().count();
        let with_partners = PrefectureCode::all().any(|code| self.partner_cases(code) > 0);
        let mut columns = vec![
            Column::text(self.words.list.prefecture),
            Column::text(words.state),
            Column::number(words.leads),
        ];
        if with_partners {
            columns.push(Column::number(words.partners));
        }
        let slug = &self.system.slug;
        let there = PrefectureCode::all().filter(|code| !self.states.cases_confirmed(*code, slug).is_empty());
        let rows = there.map(|code| {
            let cell = self.states.cell(code, slug);
            let mut state = Text::from(Inline::State(cell.state));
            if cell.as_partner {
                state = state.then(" ").then(Inline::Remark(words.as_partner.to_owned()));
            }
            let leads = self.figures.prefectures.iter().find(|it| it.value == code).map_or(0, |it| it.cases);
            let count = |cases, filter| match cases {
                0 => Cell::new(words.not_lead),
                _ => self.count(cases, filter),
            };
            let mut cells = vec![
                Cell::new(Link::new(Route::Prefecture(code), self.snapshot.prefecture_name(code))),
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
            caption: words.places_table.to_owned(),
            caption_hidden: true,
            columns,
            rows: rows.collect(),
            file_name: self.file_name(words.places_table),
        };
        let leads = self.figures.prefectures.len();
        Block::Section(Section {
            id: "places".to_owned(),
            heading: words.places_heading.to_owned(),
            lead: (words.places_lead)(self.snapshot.meta.kind, leads, partners).into(),
            more: Link::new(Route::Prefectures, self.words.overview.all_prefectures).into(),
            blocks: vec![Block::Table(table)],
        })
    }

    /// The cases that others lead and in which the prefecture takes part.
    fn partner_cases(&self, code: PrefectureCode) -> usize {
        let cases = self.states.cases_confirmed(code, &self.system.slug);
        cases.iter().filter(|case| case.as_partner).count()
    }
}
