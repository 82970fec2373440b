//! The cases of a municipality, those of its prefecture without it, and those of others to ask about.

use joint_procurement_core::query::{CaseColumn, CaseFilter, CaseQuery, Near, ScopeFilter, Selection, Sort};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{Certainty, Similarity, to_ask};

use super::super::prefecture::{LED, case_table};
use super::super::{Block, Link, Text};
use super::Town;
use crate::words;

/// Cases of others that are shown; the list has more.
const SIMILAR: usize = 6;
const ASKED: [CaseColumn; 3] = [CaseColumn::Pref, CaseColumn::System, CaseColumn::Contact];

impl Town<'_> {
    /// Lists its cases, each certainty apart.
    pub(super) fn own_cases(&self) -> Block {
        let ids = [
            (Certainty::Named, "named-table"),
            (Certainty::WholePrefecture, "whole-table"),
            (Certainty::Possible, "possible-table"),
        ];
        let mut blocks = Vec::new();
        for (certainty, id) in ids {
            let rows = self.cases.rows(certainty);
            if rows.is_empty() {
                continue;
            }
            let (heading, count) = (words::municipality::cases_heading(certainty), rows.len());
            let table = self.table(id, heading, &LED, rows);
            blocks.push(match certainty {
                Certainty::Possible => Block::Disclosure {
                    summary: words::municipality::group(heading, count).into(),
                    blocks: vec![table],
                },
                _ => Block::section(
                    &format!("{id}-part"),
                    &words::municipality::group(heading, count),
                    Text::default(),
                    Text::default(),
                    vec![table],
                ),
            });
        }
        let absence = words::municipality::absence(self.snapshot.meta.kind);
        let lead = match self.cases.certain().is_empty() {
            true => words::municipality::cases_none(&absence),
            false => absence,
        };
        let certain = CaseFilter {
            participant: [self.it.code].into(),
            scope: ScopeFilter::All,
            ..CaseFilter::default()
        };
        let more = match self.cases.certain().len() {
            0 => Default::default(),
            _ => Link::new(certain, words::municipality::CASES_ALL).into(),
        };
        Block::section("cases", words::municipality::CASES_HEADING, lead.into(), more, blocks)
    }

    /// Lists the cases of its prefecture that can still be joined.
    pub(super) fn open(&self) -> Option<Block> {
        self.of_prefecture(
            "open",
            words::municipality::OPEN_HEADING,
            words::municipality::OPEN_LEAD,
            &self.cases.open,
        )
    }

    /// Lists the cases of its prefecture in which it is not named.
    pub(super) fn not_in(&self) -> Option<Block> {
        let (heading, lead) = (words::municipality::NOT_IN_HEADING, words::municipality::NOT_IN_LEAD);
        self.of_prefecture("not-in", heading, lead, &self.cases.not_in)
    }

    fn of_prefecture(&self, id: &str, heading: &str, lead: &str, rows: &[usize]) -> Option<Block> {
        const COLUMNS: [CaseColumn; 4] =
            [CaseColumn::System, CaseColumn::Status, CaseColumn::Members, CaseColumn::Contact];
        (!rows.is_empty()).then(|| {
            let table = self.table(&format!("{id}-table"), heading, &COLUMNS, rows.to_vec());
            Block::section(id, heading, lead.into(), Text::default(), vec![table])
        })
    }

    /// Lists cases of other prefectures of a size near its own, with the departments to ask.
    pub(super) fn similar(&self) -> Option<Block> {
        let near = Near::Municipality(self.it.code);
        let similarity = Similarity::of(self.snapshot, self.municipalities, near)?;
        let rows = to_ask(self.snapshot, &similarity, self.it.code, SIMILAR);
        if rows.is_empty() {
            return None;
        }
        let heading = words::municipality::SIMILAR_HEADING;
        let mut query = CaseQuery::default();
        query.set_near(Some(near));
        let list = Address::with_query(Route::Cases, query);
        Some(Block::section(
            "similar",
            heading,
            words::municipality::SIMILAR_LEAD.into(),
            Link::new(list, words::municipality::SIMILAR_ALL).into(),
            vec![case_table(self.snapshot, "similar-table", heading, &ASKED, rows, self.file_name(heading))],
        ))
    }

    /// Lists cases of which most is known first.
    pub(super) fn table(&self, id: &str, caption: &str, columns: &[CaseColumn], rows: Vec<usize>) -> Block {
        let cases = Selection::new(&self.snapshot.cases, rows);
        let rows = Sort::default().apply(self.snapshot, cases).rows().to_vec();
        case_table(self.snapshot, id, caption, columns, rows, self.file_name(caption))
    }
}
