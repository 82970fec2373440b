//! Cases whose contract ends soon: for a reader who looks for what to procure next, and with whom.

use joint_procurement_core::domain::{CaseRef, Fact, Field, MissingReason, YearMonth};
use joint_procurement_core::ordering;
use joint_procurement_core::query::{CaseFilter, Matches, MonthRange, SearchIndex};
use joint_procurement_core::stats::KnownCount;

use super::SystemPage;
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table, Text};
use crate::words;

/// The years to look ahead: a tender takes a year or more.
const AHEAD: u16 = 2;

impl SystemPage<'_> {
    /// Lists the contracts that end from the month of the data on; nothing where no such case is known.
    pub(super) fn ending(&self) -> Option<Block> {
        let from = self.snapshot.meta.as_of.year_month();
        let to = YearMonth::new(from.year + AHEAD, from.month()).ok()?;
        let filter = CaseFilter { end: MonthRange::new(Some(from), Some(to)), ..self.filter() };
        filter.end?;
        let ending = Matches::new(self.snapshot, &SearchIndex::default(), &filter);
        let ending = ending.selection(&self.snapshot.cases);
        if ending.is_empty() {
            return None;
        }
        let mut cases: Vec<CaseRef<'_>> = ending.iter().collect();
        ordering::sort_by_key(&mut cases, |case| case.contract_end().known());
        let rows = cases.into_iter().map(|case| {
            let vendor = case.vendor().map(Text::from);
            let end = case.contract_end().map(|end| words::year_month(end).into());
            vec![
                Cell::new(self.case_link(case.row())),
                Cell::new(self.snapshot.prefecture_name(case.lead_prefecture())),
                self.known_cell(end),
                self.known_cell(vendor),
            ]
        });
        let table = Table {
            id: "ending-table".to_owned(),
            caption: words::system::ending::TABLE.to_owned(),
            caption_hidden: true,
            columns: vec![
                Column::prose(words::system::CASE),
                Column::text(words::facet::PREFECTURE),
                Column::text(words::field(Field::ContractEnd)),
                Column::text(words::facet::VENDOR),
            ],
            rows: rows.collect(),
            file_name: self.file_name(words::system::ending::TABLE),
        };
        let known = KnownCount::of(&self.cases, |case| case.contract_end().is_known());
        Some(Block::Section(Section {
            id: "ending".to_owned(),
            heading: words::system::ending::heading(ending.len()),
            lead: words::system::ending::lead(from, to, known).into(),
            more: Link::new(filter, words::system::ending::list(ending.len())).into(),
            blocks: vec![Block::Table(table)],
        }))
    }

    fn known_cell(&self, fact: Fact<Text>) -> Cell {
        match fact {
            Fact::Known(text) => Cell::new(text),
            Fact::Missing(reason) => self.missing_cell(reason),
        }
    }

    pub(super) fn missing_cell(&self, reason: Option<MissingReason>) -> Cell {
        let word = words::missing(reason, self.snapshot.meta.kind);
        Cell::new(Inline::Unknown(word.to_owned()))
    }
}
