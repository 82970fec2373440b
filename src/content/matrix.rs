//! Prefectures by system types: as a table, and as one sentence a prefecture.

use joint_procurement_core::domain::{CaseRef, Domain, PrefectureCode, Slug, Snapshot, SystemState, Term};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::{
    CaseFilter, FormAnswer, Forms, MatrixQuery, QueryProblem, ScopeFilter, Set, StatusAnswer,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{CellCounts, MatrixColumn, StateCount, StateMatrix, StateTable};

use super::not_understood::not_understood;
use super::prefecture::{cell_text, led_by, taken_part_in_by, unknown};
use super::{Block, Cell, Column, Inline, Link, Table, Text};
use crate::words;

/// The content of a view of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// A notice of the parts of the address that are not understood.
    pub notice: Option<Block>,
    /// The extent of what is shown: `47都道府県、種別27種類`.
    pub shown: String,
    pub table: Table,
    /// The heads of the table, with links to the types, and to the columns that are folded into one.
    pub heads: Vec<Text>,
    /// The column that orders the rows.
    pub sorted: usize,
    /// The last row.
    pub total: Vec<Cell>,
    /// One a prefecture, in the order of the rows.
    pub sentences: Vec<Text>,
}

/// A choice of a menu: its value in the address, empty for none, and its name.
pub type Choice = (String, String);

impl Matrix {
    pub fn of(snapshot: &Snapshot, query: &MatrixQuery, problems: &[QueryProblem]) -> Self {
        let counts = |case: CaseRef<'_>| query.domain.is_none_or(|domain| case.domain() == domain);
        let states = StateTable::of_cases(snapshot, &counts);
        let is_region = |slug: &&Slug| snapshot.prefectures.regions.iter().any(|it| it.slug == **slug);
        let region = query.region.as_ref().filter(is_region);
        let prefectures = snapshot.prefectures.prefectures.iter();
        let shown = prefectures.filter(|it| region.is_none_or(|slug| it.region == *slug));
        let shown: Vec<PrefectureCode> = shown.map(|it| it.code).collect();
        let matrix = StateMatrix::of(snapshot, &states, &shown, query.sort.as_ref(), query.unfolded);
        let drawn = Drawn { snapshot, states: &states, matrix: &matrix, query };

        let mut problems = problems.to_vec();
        let unknown_values = [
            ("region", query.region.as_ref().filter(|_| region.is_none())),
            ("sort", query.sort.as_ref().filter(|slug| !matrix.has_column(slug))),
        ];
        problems.extend(unknown_values.into_iter().filter_map(|(key, value)| {
            Some(QueryProblem::Value { key: key.to_owned(), value: value?.to_string() })
        }));
        let sorted = matrix.columns.iter().position(|it| query.sort.as_ref() == Some(&it.slug));
        Self {
            notice: not_understood(problems.iter()),
            shown: words::matrix::shown(matrix.rows.len(), drawn.types().count()),
            table: drawn.table(),
            heads: drawn.heads(),
            sorted: sorted.map_or(0, |place| place + 1),
            total: drawn.total(),
            sentences: drawn.sentences(),
        }
    }

    /// Gives the rows shown as a file: the last row too.
    pub fn to_csv(&self) -> CsvTable {
        let mut file = self.table.to_csv();
        file.rows.push(self.total.iter().map(Cell::value).collect());
        file
    }
}

/// Gives the choices of the menus: domains, regions, and orders, which follow the domain.
pub fn matrix_choices(snapshot: &Snapshot, domain: Option<Domain>) -> [Vec<Choice>; 3] {
    let first = |name: &str| vec![(String::new(), name.to_owned())];
    let domains = Domain::ALL.iter().map(|it| (it.slug().to_owned(), it.ja().to_owned()));
    let regions = snapshot.prefectures.regions.iter().map(|it| (it.slug.to_string(), it.name.clone()));
    let counts = |case: CaseRef<'_>| domain.is_none_or(|domain| case.domain() == domain);
    let states = StateTable::of_cases(snapshot, &counts);
    let columns = StateMatrix::of(snapshot, &states, &[], None, true).columns;
    let orders = columns
        .iter()
        .map(|it| (it.slug.to_string(), words::matrix::by_system(snapshot.system_name(&it.slug))));
    [
        first(words::matrix::ALL).into_iter().chain(domains).collect(),
        first(words::matrix::ALL).into_iter().chain(regions).collect(),
        first(words::matrix::BY_CODE).into_iter().chain(orders).collect(),
    ]
}

/// Gives the states that occur in a snapshot of this kind, in their order.
pub fn matrix_legend(snapshot: &Snapshot) -> Vec<Text> {
    let shared = snapshot.cases.iter().any(|case| !case.is_joint());
    let absent: Vec<SystemState> = PrefectureCode::all().map(|code| snapshot.absent(code)).collect();
    let occurs = |state: &&SystemState| match state {
        SystemState::Shared => shared,
        state => state.has_case() || absent.contains(state),
    };
    let states = SystemState::ALL.iter().filter(occurs);
    states.map(|&state| Inline::State(state).into()).collect()
}

struct Drawn<'a> {
    snapshot: &'a Snapshot,
    states: &'a StateTable,
    matrix: &'a StateMatrix,
    query: &'a MatrixQuery,
}

impl Drawn<'_> {
    /// Gives all types shown, the folded ones one by one.
    fn types(&self) -> impl Iterator<Item = &Slug> {
        self.matrix.columns.iter().flat_map(|column| &column.systems)
    }

    fn table(&self) -> Table {
        let mut columns = vec![Column::text(words::facet::PREFECTURE)];
        columns.extend(self.matrix.columns.iter().map(|it| Column::text(self.head(it).text)));
        columns.push(Column::number(words::matrix::CONFIRMED));
        let rows = self.matrix.rows.iter().map(|row| {
            let mut cells = vec![Cell::new(self.prefecture(row.prefecture))];
            cells.extend(
                row.cells
                    .iter()
                    .map(|cell| Cell::new(cell_text(row.prefecture, cell, &|filter| self.narrow(filter)))),
            );
            let absent = self.snapshot.absent(row.prefecture).ja();
            cells.push(number(row.confirmed, words::matrix::types, absent));
            cells
        });
        Table {
            id: "matrix-table".to_owned(),
            caption: words::matrix::CAPTION.to_owned(),
            caption_hidden: true,
            columns,
            rows: rows.collect(),
            file_name: format!("{}_{}", words::matrix::CAPTION, self.snapshot.meta.id),
        }
    }

    fn heads(&self) -> Vec<Text> {
        let mut heads = vec![Text::from(words::facet::PREFECTURE)];
        heads.extend(self.matrix.columns.iter().map(|it| self.head(it).into()));
        heads.push(words::matrix::CONFIRMED.into());
        heads
    }

    /// Names a column. The one of many types leads to a column for each of them.
    fn head(&self, column: &MatrixColumn) -> Link {
        match column.systems.as_slice() {
            [only] if *only == column.slug => Link::system(only, self.snapshot.system_name(only)),
            folded => {
                let query = MatrixQuery { unfolded: true, ..self.query.clone() };
                let to = Address::with_query(Route::Prefectures, query);
                Link::new(to, words::matrix::folded(folded.len()))
            }
        }
    }

    fn total(&self) -> Vec<Cell> {
        let absent = words::absent(self.snapshot.meta.kind);
        let written = words::prefecture::neighbours::nationwide_value;
        let mut cells = vec![Cell::new(words::matrix::PREFECTURES)];
        cells.extend(self.matrix.columns.iter().map(|it| number(it.confirmed, written, absent)));
        let any = self.types().filter(|slug| {
            self.matrix.rows.iter().any(|row| self.states.state(row.prefecture, slug).is_confirmed())
        });
        cells.push(number(any.count(), words::matrix::types, absent));
        cells
    }

    fn sentences(&self) -> Vec<Text> {
        self.matrix.rows.iter().map(|row| self.sentence(row.prefecture, row.confirmed)).collect()
    }

    /// Tells of one prefecture state by state, in their order.
    fn sentence(&self, at: PrefectureCode, confirmed: usize) -> Text {
        let mut text = Text::from(self.prefecture(at)).then(match confirmed {
            0 => words::matrix::item_none(self.snapshot.absent(at)),
            _ => words::matrix::item(confirmed),
        });
        let cells: Vec<(&Slug, CellCounts)> =
            self.types().map(|slug| (slug, self.states.counts(at, [slug]))).collect();
        for &state in SystemState::ALL {
            let mut before = words::matrix::state(state.ja());
            let parts = cells.iter().flat_map(|(slug, cell)| cell.parts.iter().map(move |it| (*slug, it)));
            let mut found = false;
            for (slug, part) in parts.filter(|(_, part)| part.state == state) {
                found = true;
                let name = self.snapshot.system_name(slug);
                for (cases, filter, said) in [
                    (part.led, led_by(at), words::matrix::led(name, part.led)),
                    (part.partner, taken_part_in_by(at), words::matrix::partner(name, part.partner)),
                ] {
                    if cases > 0 {
                        text.push(std::mem::replace(&mut before, words::BETWEEN.to_owned()));
                        text.push(Link::new(self.narrow(counted(part, filter)), said));
                    }
                }
            }
            if found {
                text.push(words::matrix::STOP);
            }
        }
        text
    }

    fn prefecture(&self, at: PrefectureCode) -> Link {
        Link::new(Route::Prefecture(at), self.snapshot.prefecture_name(at))
    }

    /// Narrows a filter to the domain whose cases are counted.
    fn narrow(&self, filter: CaseFilter) -> CaseFilter {
        CaseFilter { domain: self.query.domain.into_iter().collect(), ..filter }
    }
}

/// Writes a number; the words for finding no case where there are none.
fn number(value: usize, written: fn(usize) -> String, absent: &str) -> Cell {
    if value > 0 { Cell::number(Inline::Number(written(value)), value) } else { Cell::new(unknown(absent)) }
}

/// Gives the list of the cases that a cell counts in a state, of those that `filter` lets through.
pub(super) fn counted(part: &StateCount, filter: CaseFilter) -> CaseFilter {
    let (scope, form) = match part.state {
        SystemState::Municipal => (ScopeFilter::Municipal, Forms::default()),
        SystemState::Shared => (ScopeFilter::All, Set::from([FormAnswer::SharedService]).into()),
        _ => (ScopeFilter::Prefecture, Forms::default()),
    };
    let status = part.state.status().map(StatusAnswer::from);
    let status = status.into_iter().collect();
    CaseFilter { system: part.systems.iter().cloned().collect(), scope, form, status, ..filter }
}
