//! The classes of the sources: how many cases have one of each.

use joint_procurement_core::domain::{Snapshot, SourceClass, Term};
use joint_procurement_core::query::{CaseFilter, Matches, SearchIndex};
use joint_procurement_core::text::Percent;

use crate::content::share_cell;
use crate::content::{Block, Cell, Column, Table, cases_link};
use crate::words;

/// Counts the cases with a source of each class; nothing where the snapshot is of the first version.
pub(super) fn source_classes(snapshot: &Snapshot) -> Option<Block> {
    let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
    let cases = matches.selection(&snapshot.cases);
    let rows = SourceClass::ALL.iter().filter_map(|class| {
        let count = cases.count(|case| case.source_classes().contains(class));
        let filter = CaseFilter { source: [*class].into(), ..CaseFilter::default() };
        (count > 0).then(|| {
            let share = share_cell(Percent::of(count, cases.len()).unwrap_or(Percent::Rounded(0)));
            let linked = Cell::number(cases_link(count, filter), count);
            vec![Cell::new(class.ja()), linked, share]
        })
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            id: "source-classes-table".to_owned(),
            caption: words::data::fill::source_classes(cases.len()),
            columns: vec![
                Column::text(words::facet::SOURCE),
                Column::number(words::data::fill::WITH_SOURCE),
                Column::number(words::data::fill::PERCENT),
            ],
            rows,
            file_name: format!("{}_{}", words::facet::SOURCE, snapshot.meta.id),
            ..Table::default()
        })
    })
}
