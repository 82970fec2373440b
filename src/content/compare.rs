//! Up to four cases side by side: the page, its table, and the same as a file and for pasting.

mod add;
mod own;
mod problems;
mod rows;

use joint_procurement_core::domain::{CaseDetail, CaseId, CaseRef, Snapshot, Term};
use joint_procurement_core::export::{ClipCell, ClipTable};
use joint_procurement_core::query::{CompareQuery, QueryProblem};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{Difference, DifferenceCounts};

pub use add::{Addable, AddableCase};
pub use own::{OwnSize, own_size};
use problems::{not_there, not_understood, too_many, warning};

use super::{Block, Cell, Column, Link, PageContent, SiteFacts, Table, Text};
use crate::words;

/// The page of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The content above the table.
    pub page: PageContent,
    /// The cases side by side; `None` where no case is left to be shown.
    pub comparison: Option<Comparison>,
}

/// Cases as columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub caption: String,
    pub cases: Vec<ComparedCase>,
    pub groups: Vec<ComparedGroup>,
    /// The notes below the table; the address is added where it is known.
    pub notes: Vec<String>,
    /// The address of the comparison itself.
    pub address: Address,
    pub file_name: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedCase {
    /// The mark beside each of its values where the head is out of sight.
    pub mark: &'static str,
    pub id: CaseId,
    pub title: String,
    /// The comparison without this case.
    pub without: Address,
}

/// Rows of one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedGroup {
    pub name: &'static str,
    pub rows: Vec<ComparedRow>,
}

/// One item of all cases.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    pub name: String,
    /// The unit of the bare numbers in a file.
    pub unit: &'static str,
    pub values: Vec<ComparedValue>,
}

/// The value of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedValue {
    pub cell: Cell,
    /// The key by which it is compared; `None` where it is not known.
    key: Option<String>,
}

/// The marks of the columns.
const MARKS: [&str; CompareQuery::AT_MOST] = ["A", "B", "C", "D"];

/// Makes the page of the cases that the query names, with what of the address was not understood. Without
/// `details`, which are those of all cases in order of id, the items that are made of them are left out.
pub fn compare(
    snapshot: &Snapshot,
    query: &CompareQuery,
    problems: &[QueryProblem],
    details: Option<&[CaseDetail]>,
) -> Compared {
    let name = words::site::page_name(&Route::Compare);
    let found = query.ids().iter().map(|id| (id, snapshot.cases.find(id)));
    let cases: Vec<CaseRef<'_>> = found.clone().filter_map(|(_, case)| case).collect();
    let unknown: Vec<&CaseId> = found.filter(|(_, case)| case.is_none()).map(|(id, _)| id).collect();

    let mut blocks = Vec::new();
    blocks.extend(not_understood(query, problems));
    blocks.extend(too_many(snapshot, query, problems));
    blocks.extend(not_there(query, &unknown));
    if rows::bases_differ(&cases) {
        blocks.push(warning(vec![words::compare::BASES_DIFFER.into()]));
    }
    match cases.len() {
        0 => {
            let steps = words::compare::STEPS.map(|step| Text::linked(step, vec![Route::Cases.into()]));
            blocks.push(Block::Steps(steps.to_vec()));
        }
        1 => blocks.push(Block::info(Text::linked(words::compare::ONE_MORE, vec![Route::Cases.into()]))),
        _ => {}
    }
    let comparison = (!cases.is_empty()).then(|| Comparison::of(snapshot, query.clone(), &cases, details));
    let lead = match &comparison {
        None => words::compare::NONE.to_owned(),
        Some(_) if cases.len() == 1 => words::compare::ONE.to_owned(),
        Some(comparison) => words::compare::reading(cases.len(), comparison.counts()),
    };
    let page = PageContent {
        title: name.to_owned(),
        ancestors: vec![Route::Overview, Route::Cases],
        heading: name.to_owned(),
        lead: lead.into(),
        blocks,
        ..PageContent::default()
    };
    Compared { page, comparison }
}

impl Comparison {
    fn of(
        snapshot: &Snapshot,
        query: CompareQuery,
        cases: &[CaseRef<'_>],
        details: Option<&[CaseDetail]>,
    ) -> Self {
        let heads = MARKS.iter().zip(cases).map(|(mark, case)| ComparedCase {
            mark,
            id: case.id().clone(),
            title: words::compare::title(*case),
            without: Address::with_query(Route::Compare, query.without(case.id())),
        });
        let facts = SiteFacts::of(snapshot);
        let source = super::source_line(snapshot);
        let notes = [
            Some(source),
            Some(words::compare::version_note(snapshot.meta.id.as_str())),
            facts.population_credit().map(words::compare::population_note),
            facts.staff_credit().map(words::compare::staff_note),
        ];
        Self {
            caption: words::compare::caption(cases.len()),
            cases: heads.collect(),
            groups: rows::groups(snapshot, cases, details),
            notes: notes.into_iter().flatten().collect(),
            file_name: format!("{}_{}", words::site::page_name(&Route::Compare), snapshot.meta.id),
            address: Address::with_query(Route::Compare, query),
        }
    }

    pub fn rows(&self) -> impl Iterator<Item = &ComparedRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    pub fn counts(&self) -> DifferenceCounts {
        DifferenceCounts::of(self.rows().filter_map(ComparedRow::difference))
    }

    /// Gives the same as a table of plain cells, an item a row. Numbers are bare; the subject stands before
    /// the values and the difference after them.
    pub fn table(&self) -> Table {
        let several = self.cases.len() > 1;
        let columns = [words::compare::GROUP, words::table::FIELD].map(Column::text).into_iter();
        let columns = columns
            .chain(self.cases.iter().map(|case| Column::text(case.title.as_str())))
            .chain(several.then(|| Column::text(words::compare::DIFFERENCE)));
        let ids = self
            .cases
            .iter()
            .map(|case| Cell::new(Link::new(Route::Case(case.id.clone()), case.id.as_str())));
        let first = [Cell::default(), Cell::new(words::case::IDENTIFIER)].into_iter().chain(ids);
        let rows = self.groups.iter().flat_map(|group| {
            group.rows.iter().map(|row| {
                let name = [Cell::new(group.name), Cell::number(row.name.as_str(), row.name_with_unit())];
                let values = row.values.iter().map(|value| value.cell.clone());
                let difference = row.difference().map(|it| Cell::new(it.ja()));
                name.into_iter().chain(values).chain(difference).collect()
            })
        });
        let first = first.chain(several.then(Cell::default)).collect();
        Table {
            id: "comparison".to_owned(),
            caption: self.caption.clone(),
            columns: columns.collect(),
            rows: [first].into_iter().chain(rows).collect(),
            file_name: self.file_name.clone(),
            ..Table::default()
        }
    }

    /// Gives the same for pasting, as it is shown. `absolute` gives an address with the site's own.
    pub fn clip(&self, absolute: &dyn Fn(&Address) -> String) -> ClipTable {
        let several = self.cases.len() > 1;
        let text = |text: &str| ClipCell::from(text.to_owned());
        let ids = self.cases.iter().map(|case| ClipCell {
            text: case.id.to_string(),
            link: Some(absolute(&Route::Case(case.id.clone()).into())),
        });
        let first =
            [text(words::case::IDENTIFIER)].into_iter().chain(ids).chain(several.then(ClipCell::default));
        let rows = self.rows().map(|row| {
            let values = row.values.iter().map(|value| ClipCell::from(value.cell.text.plain()));
            let difference = row.difference().map(|it| text(it.ja()));
            [text(&row.name)].into_iter().chain(values).chain(difference).collect()
        });
        let titles = self.cases.iter().map(|case| case.title.clone());
        let address = words::copy::address(&absolute(&self.address));
        ClipTable {
            title: self.caption.clone(),
            header: [words::table::FIELD.to_owned()]
                .into_iter()
                .chain(titles)
                .chain(several.then(|| words::compare::DIFFERENCE.to_owned()))
                .collect(),
            rows: [first.collect()].into_iter().chain(rows).collect(),
            notes: self.notes.iter().cloned().chain([address]).collect(),
        }
    }
}

impl ComparedGroup {
    /// Gives the rows in which something is known of some case, or in which the reasons why nothing is differ.
    pub fn told(&self) -> impl Iterator<Item = &ComparedRow> {
        self.rows.iter().filter(|row| row.nothing().is_none())
    }

    /// Gives the names of the other rows, gathered by the words that stand in each of their cells.
    pub fn untold(&self) -> Vec<(String, Vec<&str>)> {
        let mut untold: Vec<(String, Vec<&str>)> = Vec::new();
        for row in &self.rows {
            let Some(words) = row.nothing() else { continue };
            match untold.iter_mut().find(|(other, _)| *other == words) {
                Some((_, names)) => names.push(&row.name),
                None => untold.push((words, vec![&row.name])),
            }
        }
        untold
    }
}

impl ComparedRow {
    /// Gives the words that stand in every cell, where no case has a value.
    fn nothing(&self) -> Option<String> {
        let words = self.values.first()?.cell.text.plain();
        let is_same = |value: &ComparedValue| !value.is_known() && value.cell.text.plain() == words;
        self.values.iter().all(is_same).then_some(words)
    }

    /// Tells how the values stand to each other, where there is more than one.
    pub fn difference(&self) -> Option<Difference> {
        let keys: Vec<Option<String>> = self.values.iter().map(|value| value.key.clone()).collect();
        (keys.len() > 1).then(|| Difference::of(&keys))
    }

    fn name_with_unit(&self) -> String {
        if self.unit.is_empty() { self.name.clone() } else { format!("{}（{}）", self.name, self.unit) }
    }
}

impl ComparedValue {
    pub fn is_known(&self) -> bool {
        self.key.is_some()
    }
}
