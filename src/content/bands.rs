//! Amounts that are known only as a range.

use joint_procurement_core::domain::Field;
use joint_procurement_core::stats::AmountFigures;
use joint_procurement_core::text::{cases, yen, yen_exact};

use super::{Block, Cell, Column, Inline, Table};
use crate::words;

/// Gives the words where there is no median.
pub(super) fn no_median(figures: &AmountFigures) -> Option<Cell> {
    (!figures.bands.is_empty()).then(|| Cell::new(words::money::BANDS_ONLY))
}

/// Counts the cases of each range, with a note of the amounts that a median counts. Gives nothing where all amounts
/// are exact.
pub(super) fn bands(kinds: &[(Field, &AmountFigures)], file_name: String) -> Vec<Block> {
    let rows = kinds.iter().flat_map(|(field, figures)| {
        figures.bands.iter().map(|(band, count)| {
            vec![
                Cell::new(words::field(*field)),
                Cell::number(Inline::Number(yen(band)), yen_exact(band)),
                Cell::number(cases(count), count),
            ]
        })
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let exact = kinds.iter().map(|(field, figures)| (*field, figures.exact)).filter(|(_, count)| *count > 0);
    vec![
        Block::paragraph(words::money::bands_note(&exact.collect::<Vec<_>>())),
        Block::Table(Table {
            id: "bands-table".to_owned(),
            caption: words::money::BANDS.to_owned(),
            columns: vec![
                Column::text(words::money::KIND),
                Column::text(words::money::BAND),
                Column::number(words::overview::COUNT),
            ],
            rows,
            file_name,
            ..Table::default()
        }),
    ]
}
