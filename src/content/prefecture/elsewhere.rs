//! The types that are confirmed in other prefectures and not here: where, when, at what cost, whom to ask.

mod row;

use joint_procurement_core::domain::{PrefectureCode, Snapshot};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::stats::{ConfirmedElsewhere, Neighbours, NextSystem, StateTable};

use super::super::next_system::{file_header, sentences};
use super::super::{Block, Column, Section, SummedTable, Table};
use super::evidence;
use crate::words;

/// Types that are shown at once; the others are behind a line.
const FIRST: usize = 8;

/// Lists the types, those of most prefectures first.
pub(super) fn elsewhere(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let name = snapshot.prefecture_name(code);
    let found = neighbours.confirmed_elsewhere.as_slice();
    let heading = words::prefecture::elsewhere::heading(name);
    let (first, others) = found.split_at(found.len().min(FIRST));
    let list = |part: &[ConfirmedElsewhere], id: &str, caption: String| {
        Block::SummedTable(Box::new(table(snapshot, states, code, part, id, caption)))
    };
    let mut blocks = Vec::new();
    if !first.is_empty() {
        blocks.push(list(first, "nearby-table", heading.clone()));
    }
    let mut folded = Vec::new();
    if !others.is_empty() {
        folded.push(list(others, "others-table", words::prefecture::elsewhere::others_table(name)));
    }
    folded.extend(evidence::later(code, neighbours));
    if !folded.is_empty() {
        let summary = words::prefecture::elsewhere::others(others.len());
        blocks.push(Block::Disclosure { summary: summary.into(), blocks: folded });
    }
    if !found.is_empty() {
        let of = words::prefecture::elsewhere::sentences_of(
            name,
            snapshot.absent(code),
            &words::date(snapshot.meta.as_of),
        );
        let lines = found.iter().map(|it| row::sentence(snapshot, it, &NextSystem::of(snapshot, &it.slug)));
        blocks.push(sentences(of, lines.collect()));
    }
    if found.len() > 1 {
        blocks.push(Block::paragraph(words::prefecture::elsewhere::ORDER));
    }
    let lead = if found.is_empty() {
        words::prefecture::elsewhere::none(name)
    } else {
        words::prefecture::elsewhere::lead(found.len(), name, snapshot.absent(code))
    };
    Block::Section(Section {
        id: "nearby".to_owned(),
        heading,
        lead: lead.into(),
        blocks,
        ..Section::default()
    })
}

/// Makes a table of the facts, a row a type, and its file with a column a fact.
fn table(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    found: &[ConfirmedElsewhere],
    id: &str,
    caption: String,
) -> SummedTable {
    let next: Vec<(&ConfirmedElsewhere, NextSystem<'_>)> =
        found.iter().map(|it| (it, NextSystem::of(snapshot, &it.slug))).collect();
    let table = Table {
        id: id.to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::number(words::prefecture::elsewhere::NATIONWIDE)
                .sorted_by(&words::prefecture::elsewhere::BY_PREFECTURES),
            Column::text(words::prefecture::neighbours::NEARBY)
                .sorted_by(&[words::prefecture::elsewhere::BY_NEIGHBOURS]),
            Column::number(words::prefecture::elsewhere::NEWEST)
                .sorted_by(&[words::prefecture::elsewhere::BY_YEAR]),
            Column::text(words::prefecture::elsewhere::MONEY)
                .sorted_by(&words::prefecture::elsewhere::BY_MONEY),
            Column::text(words::prefecture::elsewhere::MORE)
                .sorted_by(&words::prefecture::elsewhere::BY_MORE),
            Column::text(words::prefecture::elsewhere::TO_ASK)
                .sorted_by(&[words::prefecture::elsewhere::BY_CONTACTS]),
        ],
        rows: next.iter().map(|(it, next)| row::cells(snapshot, states, code, it, next)).collect(),
    };
    let file = CsvTable {
        header: file_header(&words::prefecture::elsewhere::FILE),
        rows: next.iter().map(|(it, next)| row::facts(snapshot, it, next)).collect(),
    };
    SummedTable { table, note: String::new(), total: Vec::new(), file }
}
