//! The introductions of the system types of which most are known, year by year.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseFilter, Range, Selection};
use joint_procurement_core::stats::{SystemYears, YearCounts};

use crate::charts::{Panel, small_multiples};
use crate::content::{
    Block, Card, Cell, Chart, Column, Link, PICTURE_FROM, Picture, Table, cases_link, list_of, source_line,
};
use crate::words::{self, system_years as said};

/// The types that are drawn: more would be small on a phone.
const AT_MOST: usize = 8;
/// Types below which there is nothing to compare.
const AT_LEAST: usize = 2;

/// Makes the card, of cases that `filter` selects; `None` of too few types.
pub(in crate::content) fn system_years(
    snapshot: &Snapshot,
    cases: &Selection<'_>,
    filter: &CaseFilter,
) -> Option<Block> {
    let mut found = SystemYears::of(snapshot, cases, PICTURE_FROM);
    found.truncate(AT_MOST);
    if found.len() < AT_LEAST {
        return None;
    }
    let name = |it: &SystemYears| snapshot.system_name(&it.system).to_owned();
    let list = |it: &SystemYears, year: u16| CaseFilter {
        system: [it.system.clone()].into(),
        year: Range::new(Some(year.into()), Some(year.into())),
        ..filter.clone()
    };
    let ends = found.iter().flat_map(|it| it.years.years.iter().map(|it| it.year));
    let (first, last) = (ends.clone().min()?, ends.max()?);
    let panels = found.iter().map(|it| {
        let count =
            |year: u16| it.years.years.iter().find(|count| count.year == year).map_or(0, |count| count.cases);
        let link = |year: u16| list_of(list(it, year));
        Panel {
            name: name(it),
            values: (first..=last).map(count).collect(),
            links: (first..=last).map(|year| Some(link(year))).collect(),
        }
    });
    let labels: Vec<String> = (first..=last).map(|year| year.to_string()).collect();
    let description = said::chart(found.len());
    let option = small_multiples(&panels.collect::<Vec<_>>(), &labels, words::unit::CASES, &description);
    let rows = found.iter().flat_map(|it| {
        let years = it.years.years.iter().filter(|count| count.cases > 0);
        years.map(|count| {
            vec![
                Cell::new(Link::system(&it.system, name(it))),
                Cell::number(words::overview::year_value(count.year), count.year),
                Cell::number(cases_link(count.cases, list(it, count.year)), count.cases),
            ]
        })
    });
    let heading = said::heading(found.len());
    let confirmed = YearCounts::of(cases).confirmed;
    Some(Block::Card(Box::new(Card {
        id: "years-by-system".to_owned(),
        reading: said::reading(&found, confirmed.known, name).into(),
        table: Table {
            id: "years-by-system-table".to_owned(),
            caption: heading.clone(),
            caption_hidden: true,
            columns: vec![
                Column::text(words::facet::SYSTEM),
                Column::text(words::overview::YEAR),
                Column::number(words::overview::COUNT),
            ],
            rows: rows.collect(),
            file_name: format!("{}_{}", said::FILE, snapshot.meta.id),
        },
        heading,
        picture: Some(Picture::Chart(Chart { option, description, caption: said::CAPTION.to_owned() })),
        source: source_line(snapshot),
    })))
}
