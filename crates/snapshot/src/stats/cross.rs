//! `--by`: the cells of `/figures/`.

use joint_procurement::words;
use joint_procurement_core::domain::{Snapshot, SnapshotId, Term};
use joint_procurement_core::query::{CaseQuery, Class, Dimension, Measure, Selection};
use joint_procurement_core::stats::{CrossCell, CrossTable};
use serde::Serialize;

use crate::output::columns as columns_of;

/// The properties by which cases are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    rows: Dimension,
    columns: Option<Dimension>,
}

/// Reads `--by`.
pub fn by(text: &str) -> Result<By, String> {
    let mut names = text.split(',').map(str::trim);
    let rows = dimension(names.next().unwrap_or_default())?;
    let columns = names.next().map(dimension).transpose()?;
    if names.next().is_some() {
        return Err("分けるものは二つまでです".to_owned());
    }
    if columns == Some(rows) {
        return Err("行と列には、別のものを指定してください".to_owned());
    }
    Ok(By { rows, columns })
}

fn dimension(name: &str) -> Result<Dimension, String> {
    Dimension::from_slug(name).ok_or_else(|| allowed::<Dimension>(name))
}

/// Reads `--measure`.
pub fn measure(name: &str) -> Result<Measure, String> {
    Measure::from_slug(name).ok_or_else(|| allowed::<Measure>(name))
}

fn allowed<T: Term>(name: &str) -> String {
    let names: Vec<String> = T::ALL.iter().map(|it| format!("{}={}", it.slug(), it.ja())).collect();
    format!("「{name}」はありません。使える値： {}", names.join("、"))
}

/// The cells that `--format json` prints.
#[derive(Serialize)]
pub struct Cells<'a> {
    snapshot: &'a SnapshotId,
    /// As understood, in the order of an address.
    query: String,
    scope: &'static str,
    rows: Axis,
    /// None without columns.
    columns: Option<Axis>,
    measure: Measure,
    cells: Vec<Vec<CrossCell>>,
    row_totals: Vec<CrossCell>,
    column_totals: Vec<CrossCell>,
    total: CrossCell,
    #[serde(skip)]
    names: [Vec<String>; 2],
}

#[derive(Serialize)]
struct Axis {
    dimension: Dimension,
    /// The values of the query key, `unknown` and `planned` where they are none.
    classes: Vec<String>,
}

impl<'a> Cells<'a> {
    pub fn of(
        snapshot: &'a Snapshot,
        query: &CaseQuery,
        cases: &Selection<'_>,
        by: By,
        measure: Measure,
    ) -> Self {
        let table = CrossTable::of(snapshot, cases, by.rows, by.columns, measure);
        let axis = |dimension: Dimension, classes: &[Class]| Axis {
            dimension,
            classes: classes.iter().map(|class| dimension.class_slug(snapshot, *class)).collect(),
        };
        let names = |dimension: Option<Dimension>, classes: &[Class]| {
            let name = |dimension, class: &Class| words::figures::class_name(snapshot, dimension, *class);
            let named = |dimension| classes.iter().map(|class| name(dimension, class)).collect();
            dimension.map(named).unwrap_or_default()
        };
        Self {
            snapshot: &snapshot.meta.id,
            query: query.to_string(),
            scope: query.filter.scope.slug(),
            rows: axis(by.rows, &table.rows),
            columns: by.columns.map(|columns| axis(columns, &table.columns)),
            measure,
            names: [names(Some(by.rows), &table.rows), names(by.columns, &table.columns)],
            cells: table.cells,
            row_totals: table.row_totals,
            column_totals: table.column_totals,
            total: table.total,
        }
    }

    /// Writes the cells in columns of one width each, under what they are.
    pub fn table(&self) -> String {
        let columns = self.columns.as_ref().map(|it| it.dimension);
        let heading = words::figures::heading(self.rows.dimension, columns, self.measure);
        let [rows, columns] = &self.names;
        let total = [words::table::TOTAL.to_owned()];
        let head =
            [self.rows.dimension.ja().to_owned()].into_iter().chain(columns.iter().chain(&total).cloned());
        let mut lines: Vec<Vec<String>> = vec![head.collect()];
        let totals = [&self.column_totals];
        let cells = self.cells.iter().chain(totals);
        let ends = self.row_totals.iter().chain([&self.total]);
        for ((name, cells), end) in rows.iter().chain(&total).zip(cells).zip(ends) {
            let numbers = cells.iter().chain([end]).map(|cell| self.written(*cell));
            lines.push([name.clone()].into_iter().chain(numbers).collect());
        }
        format!("{heading}\n{}", columns_of(&lines))
    }

    fn written(&self, cell: CrossCell) -> String {
        match cell.value {
            _ if cell.cases == 0 => words::figures::NO_CASE.to_owned(),
            None => words::figures::unknown(cell.cases),
            Some(value) if cell.known == cell.cases => words::figures::value(self.measure, value),
            Some(value) => {
                let value = words::figures::value(self.measure, value);
                format!("{value}（{}）", words::figures::known_of(cell.known, cell.cases))
            }
        }
    }
}
