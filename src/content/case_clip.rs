//! Cases as a table to be pasted into a document, which says which cases it holds.

use joint_procurement_core::domain::{CaseRef, Municipalities, Snapshot, Term, WebAddress};
use joint_procurement_core::export::{ClipCell, ClipTable};
use joint_procurement_core::query::{CaseColumn, CaseQuery, CompareQuery, Selection, Set, SortKey};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::Similarity;

use super::{case_cell, shown_columns, size_fit};
use crate::words::{self, Pasted};

/// The cases with all that is said of them below the table.
pub struct CaseClip<'a> {
    pub snapshot: &'a Snapshot,
    pub pasted: Pasted,
    pub cases: Selection<'a>,
    /// The list, whose columns are taken.
    pub query: &'a CaseQuery,
    /// The conditions of the list in words.
    pub conditions: &'a [String],
    /// The size that the list compares with.
    pub near: Option<(&'a Similarity, &'a Municipalities)>,
    /// Makes an address absolute.
    pub absolute: &'a dyn Fn(&Address) -> String,
}

impl CaseClip<'_> {
    /// Writes the table. Whom to ask is always in it.
    pub fn table(&self) -> ClipTable {
        let mut columns = shown_columns(&self.query.columns, &mut self.cases.iter());
        columns.insert(CaseColumn::Lead);
        columns.insert(CaseColumn::Contact);
        let mut header = vec![SortKey::Title.ja().to_owned()];
        header.extend(self.near.map(|_| words::size::CLOSENESS.to_owned()));
        header.extend(columns.iter().map(|column| column.ja().to_owned()));
        let with_sources = self.has_sourced_amounts(&columns);
        header.extend(with_sources.then(|| words::case::COST_SOURCES.to_owned()));
        let rows = self.cases.iter().map(|case| {
            let link = Some((self.absolute)(&page(case)));
            let mut row = vec![ClipCell { text: case.title().to_owned(), link }];
            row.extend(self.near.map(|(similarity, municipalities)| {
                size_fit(similarity, municipalities, case).with_own().into()
            }));
            row.extend(columns.iter().map(|&column| case_cell(self.snapshot, case, column).plain().into()));
            row.extend(with_sources.then(|| cost_sources(case)));
            row
        });
        ClipTable {
            title: words::copy::title(self.pasted, self.cases.len()),
            rows: rows.collect(),
            header,
            notes: self.notes(),
        }
    }

    /// Tells if the table has an amount that a page states: it never goes anywhere without that page.
    fn has_sourced_amounts(&self, columns: &Set<CaseColumn>) -> bool {
        [CaseColumn::Initial, CaseColumn::Annual, CaseColumn::Total].iter().any(|it| columns.contains(it))
            && self.cases.iter().any(|case| !case.cost_sources().is_empty())
    }

    fn notes(&self) -> Vec<String> {
        let meta = &self.snapshot.meta;
        let mut notes = vec![words::snapshot::source_line(meta.kind, meta.as_of)];
        let list = Address::with_query(Route::Cases, self.query);
        match self.pasted {
            Pasted::Picked => notes.extend(self.addresses_of_picked()),
            Pasted::All | Pasted::Page { .. } => {
                if !self.conditions.is_empty() {
                    notes.push(words::copy::conditions(&self.conditions.join(words::BETWEEN)));
                }
                notes.push(words::copy::order(words::list::sort_name(self.query.sort)));
                notes.push(words::copy::address(&(self.absolute)(&list)));
            }
        }
        notes
    }

    /// Gives the comparison of the cases, or the page of each. The list that they were picked from shows others.
    fn addresses_of_picked(&self) -> Vec<String> {
        let ids: Vec<_> = self.cases.iter().map(|case| case.id().clone()).collect();
        if (2..=CompareQuery::AT_MOST).contains(&ids.len()) {
            let address = Address::with_query(Route::Compare, CompareQuery::new(ids));
            return vec![words::copy::address(&(self.absolute)(&address))];
        }
        let address = |case| words::copy::address_of(case, &(self.absolute)(&page(case)));
        self.cases.iter().map(address).collect()
    }
}

/// Gives the addresses of the pages that state the amounts. A cell has one link; several stand as text.
fn cost_sources(case: CaseRef<'_>) -> ClipCell {
    let sources = case.cost_sources();
    let written: Vec<&str> = sources.iter().map(WebAddress::as_str).collect();
    let link = (written.len() == 1).then(|| written.concat());
    ClipCell { text: written.join(" "), link }
}

fn page(case: CaseRef<'_>) -> Address {
    Route::Case(case.id().clone()).into()
}
