//! Prefectures by system types, as one table.

use std::cmp::Reverse;

use super::{CellCounts, StateTable};
use crate::domain::{PrefectureCode, Scope, Slug, Snapshot};
use crate::ordering;

/// The states of the system types in the prefectures, with what the cells count.
///
/// Prefectures are in order of their codes, or of the state of one type; never of how much they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateMatrix {
    /// Types that most prefectures have first, then in order of the terms; the rest comes last.
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<MatrixRow>,
}

/// A system type, or all those that have no column of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumn {
    /// The type whose column it is; `other` for the rest.
    pub slug: Slug,
    /// Only this, or the types of the rest, in order of the terms.
    pub systems: Vec<Slug>,
    /// The number of prefectures with a case with a prefecture, among those shown.
    pub confirmed: usize,
}

/// A prefecture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    pub prefecture: PrefectureCode,
    /// One for each column.
    pub cells: Vec<CellCounts>,
    /// Types with a case with a prefecture, those of the rest one by one.
    pub confirmed: usize,
}

impl StateMatrix {
    /// Builds the matrix. A type has a column of its own when it has two or more cases with a prefecture
    /// nationwide, whatever `states` counts; types without any case in `states` have none. `prefectures` are
    /// those shown; `sort` is the type whose states they are put in order of.
    pub fn of(
        snapshot: &Snapshot,
        states: &StateTable,
        prefectures: &[PrefectureCode],
        sort: Option<&Slug>,
    ) -> Self {
        let (own, rest) = types(snapshot, states);
        let mut columns: Vec<MatrixColumn> = own
            .into_iter()
            .map(|slug| MatrixColumn { systems: vec![slug.clone()], slug, confirmed: 0 })
            .collect();
        ordering::sort_by_key(&mut columns, |it| Reverse(states.prefectures_confirmed(&it.slug)));
        if let Ok(slug) = Slug::OTHER.parse()
            && !rest.is_empty()
        {
            columns.push(MatrixColumn { slug, systems: rest, confirmed: 0 });
        }
        let mut rows: Vec<MatrixRow> = prefectures.iter().map(|&it| row(states, &columns, it)).collect();
        let sorted = sort.and_then(|slug| columns.iter().position(|it| it.slug == *slug));
        if let Some(place) = sorted {
            ordering::sort_by_key(&mut rows, |row| row.cells.get(place).map(|cell| cell.state));
        }
        for (place, column) in columns.iter_mut().enumerate() {
            let states = rows.iter().filter_map(|row| row.cells.get(place));
            column.confirmed = states.filter(|cell| cell.state.is_confirmed()).count();
        }
        Self { columns, rows }
    }

    pub fn has_column(&self, slug: &Slug) -> bool {
        self.columns.iter().any(|column| column.slug == *slug)
    }
}

/// Gives the types with a column of their own, and the others that occur; in order of the terms.
fn types(snapshot: &Snapshot, states: &StateTable) -> (Vec<Slug>, Vec<Slug>) {
    let occurs =
        |slug: &&Slug| PrefectureCode::all().any(|prefecture| !states.cases(prefecture, slug).is_empty());
    let has_column = |slug: &Slug| {
        let cases = snapshot.cases.iter().filter(|case| case.system_type() == slug);
        let with_prefecture = cases.filter(|case| case.is_joint() && case.scope() == Scope::Prefecture);
        slug.as_str() != Slug::OTHER && with_prefecture.count() > 1
    };
    states.systems().iter().filter(occurs).cloned().partition(has_column)
}

fn row(states: &StateTable, columns: &[MatrixColumn], prefecture: PrefectureCode) -> MatrixRow {
    let is_confirmed = |slug: &&Slug| states.state(prefecture, slug).is_confirmed();
    MatrixRow {
        prefecture,
        cells: columns.iter().map(|column| states.counts(prefecture, &column.systems)).collect(),
        confirmed: columns.iter().flat_map(|it| &it.systems).filter(is_confirmed).count(),
    }
}
