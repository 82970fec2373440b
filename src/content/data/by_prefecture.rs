//! The share of each field that is known, by prefecture.

use joint_procurement_core::domain::{CaseDetail, Field, Snapshot};
use joint_procurement_core::query::{CaseFilter, Selection};
use joint_procurement_core::stats::PrefectureFill;
use joint_procurement_core::text::{Percent, percent};

use super::fill::unknown;
use crate::charts::{Heat, share_map};
use crate::content::{
    Block, Card, Cell, Chart, Column, Inline, Picture, Table, Text, cases_link, list_of, share_cell,
    source_line,
};
use crate::words::{self, data::fill as said};

/// The columns before those of the fields.
const BEFORE: usize = 2;

/// Makes a square of each prefecture and each of these fields, and the table of the same shares.
pub(super) fn by_prefecture(
    snapshot: &Snapshot,
    selection: &Selection<'_>,
    details: &[CaseDetail],
    fields: &[Field],
) -> Block {
    let columns: Vec<&str> = fields.iter().map(|&field| words::field_of(snapshot.meta.kind, field)).collect();
    let (mut names, mut squares, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for PrefectureFill { prefecture, cases: of, fields: fills } in PrefectureFill::of(selection, details) {
        let name = snapshot.prefecture_name(prefecture);
        let filter = || CaseFilter { pref: [prefecture].into(), ..CaseFilter::default() };
        let mut row = vec![Cell::new(name), Cell::number(cases_link(of, filter()), of)];
        for fill in fills.iter().filter(|fill| fields.contains(&fill.field)) {
            let Some(share) = fill.known.percent() else {
                row.push(Cell::number(Inline::Unknown(words::figures::NO_CASE.to_owned()), ""));
                continue;
            };
            let (value, label) = label(share);
            let (at, column) = (names.len(), row.len() - BEFORE);
            let words =
                said::square(name, columns.get(column).copied().unwrap_or_default(), fill.known, share);
            let to = Some(list_of(filter()));
            squares.push(Heat { row: at, column, value, label, words, to });
            let mut text = Text::from(percent(share));
            if fill.known.unknown() > 0 {
                text.push(" ");
                text.push(unknown(fill, said::not_known(fill.known.unknown()), Some(prefecture)));
            }
            row.push(Cell::number(text, share_cell(share).value()));
        }
        names.push(name.to_owned());
        rows.push(row);
    }
    let picture: Vec<String> = columns.iter().map(|&name| name.to_owned()).collect();
    let option = share_map(&names, &picture, &squares, said::PICTURE);
    let head = [Column::text(words::facet::PREFECTURE), Column::number(words::data::CASES)];
    Block::Card(Box::new(Card {
        id: "fill-prefectures".to_owned(),
        heading: said::BY_PREFECTURE.to_owned(),
        reading: said::reading(snapshot.meta.kind, selection.len()).into(),
        picture: Some(Picture::Chart(Chart {
            option,
            description: said::PICTURE.to_owned(),
            caption: said::PICTURE_NOTE.to_owned(),
        })),
        table: Table {
            id: "fill-prefectures-table".to_owned(),
            caption: said::BY_PREFECTURE.to_owned(),
            caption_hidden: true,
            columns: head
                .into_iter()
                .chain(columns.into_iter().map(|name| Column::number(said::column(name))))
                .collect(),
            rows,
            file_name: format!("{}_{}", said::BY_PREFECTURE, snapshot.meta.id),
        },
        source: source_line(snapshot),
    }))
}

/// Gives a share as a whole number and in letters as short as they can be.
fn label(share: Percent) -> (u64, String) {
    match share {
        Percent::BelowOne => (0, "<1".to_owned()),
        Percent::Rounded(share) => (share as u64, share.to_string()),
        Percent::AboveNinetyNine => (99, ">99".to_owned()),
    }
}
