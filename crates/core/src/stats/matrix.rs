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
    /// Types that most prefectures have first, then in order of the terms; those folded into one come last.
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<MatrixRow>,
}

/// A system type, or all those that have no column of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumn {
    /// The type whose column it is; `other` for those folded into one.
    pub slug: Slug,
    /// Only this, or the types that are folded, in order of the terms.
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
    /// Types with a case with a prefecture, the folded ones one by one.
    pub confirmed: usize,
}

impl StateMatrix {
    /// Builds the matrix. A type has a column of its own when it has two or more cases with a prefecture
    /// nationwide, whatever `states` counts, and one in the `prefectures`, which are those shown. The others are
    /// folded into one, unless the matrix is `unfolded`; types without any case in `states` are in none. `sort` is
    /// the type whose states the rows are put in order of; it is never folded.
    pub fn of(
        snapshot: &Snapshot,
        states: &StateTable,
        prefectures: &[PrefectureCode],
        sort: Option<&Slug>,
        unfolded: bool,
    ) -> Self {
        let stands_alone = |slug: &Slug| {
            let is_shown = |&at: &PrefectureCode| states.state(at, slug).is_confirmed();
            let is_confirmed = || prefectures.iter().any(is_shown) && is_frequent(snapshot, slug);
            slug.as_str() != Slug::OTHER && (unfolded || sort == Some(slug) || is_confirmed())
        };
        let occurring = states.systems().iter().filter(|slug| occurs(states, slug)).cloned();
        let (own, rest): (Vec<Slug>, Vec<Slug>) = occurring.partition(stands_alone);
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

fn occurs(states: &StateTable, slug: &Slug) -> bool {
    PrefectureCode::all().any(|prefecture| !states.cases(prefecture, slug).is_empty())
}

/// Tells if a type has two or more cases with a prefecture nationwide.
fn is_frequent(snapshot: &Snapshot, slug: &Slug) -> bool {
    let cases = snapshot.cases.iter().filter(|case| case.system_type() == slug);
    cases.filter(|case| case.is_joint() && case.scope() == Scope::Prefecture).count() > 1
}

fn row(states: &StateTable, columns: &[MatrixColumn], prefecture: PrefectureCode) -> MatrixRow {
    let is_confirmed = |slug: &&Slug| states.state(prefecture, slug).is_confirmed();
    MatrixRow {
        prefecture,
        cells: columns.iter().map(|column| states.counts(prefecture, &column.systems)).collect(),
        confirmed: columns.iter().flat_map(|it| &it.systems).filter(is_confirmed).count(),
    }
}
