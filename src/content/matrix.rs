//! Prefectures by system types: as a table, and as one sentence a prefecture.

use joint_procurement_core::domain::{CaseRef, Domain, PrefectureCode, Slug, Snapshot, SystemState, Term};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::{CaseFilter, MatrixQuery, QueryProblem, ScopeFilter};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{CellCounts, StateMatrix, StateTable};

use super::prefecture::{absent, cell_text, led_by, taken_part_in_by, unknown};
use super::{Block, Cell, Column, Inline, Link, Table, Target, Text, Tone};
use crate::words::Words;

/// The content of a view of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// A notice of the parts of the address that are not understood.
    pub notice: Option<Block>,
    /// How much is shown: `47都道府県、種別27種類`.
    pub shown: String,
    pub table: Table,
    /// The heads of the table, with links to the types.
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
    pub fn of(snapshot: &Snapshot, words: &Words, query: &MatrixQuery, problems: &[QueryProblem]) -> Self {
        let here = words.matrix;
        let counts = |case: CaseRef<'_>| query.domain.is_none_or(|domain| case.domain() == domain);
        let states = StateTable::of_cases(snapshot, &counts);
        let is_region = |slug: &&Slug| snapshot.prefectures.regions.iter().any(|it| it.slug == **slug);
        let region = query.region.as_ref().filter(is_region);
        let prefectures = snapshot.prefectures.prefectures.iter();
        let shown = prefectures.filter(|it| region.is_none_or(|slug| it.region == *slug));
        let shown: Vec<PrefectureCode> = shown.map(|it| it.code).collect();
        let matrix = StateMatrix::of(snapshot, &states, &shown, query.sort.as_ref());
        let drawn = Drawn { snapshot, words, states: &states, matrix: &matrix, domain: query.domain };

        let mut problems = problems.to_vec();
        let unknown_values = [
            ("region", query.region.as_ref().filter(|_| region.is_none())),
            ("sort", query.sort.as_ref().filter(|slug| !matrix.has_column(slug))),
        ];
        problems.extend(unknown_values.into_iter().filter_map(|(key, value)| {
            Some(QueryProblem::Value { key: key.to_owned(), value: value?.to_string() })
        }));
        let texts = problems.iter().map(|problem| words.query_problem(problem).into());
        let notice = (!problems.is_empty()).then(|| Block::Notice {
            tone: Tone::Warning,
            texts: [Text::from(words.shell.ignored_query)].into_iter().chain(texts).collect(),
        });
        let sorted = matrix.columns.iter().position(|it| query.sort.as_ref() == Some(&it.slug));
        Self {
            notice,
            shown: (here.shown)(matrix.rows.len(), drawn.types().count()),
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
pub fn matrix_choices(snapshot: &Snapshot, words: &Words, domain: Option<Domain>) -> [Vec<Choice>; 3] {
    let here = words.matrix;
    let first = |name: &str| vec![(String::new(), name.to_owned())];
    let domains = Domain::ALL.iter().map(|it| (it.slug().to_owned(), it.ja().to_owned()));
    let regions = snapshot.prefectures.regions.iter().map(|it| (it.slug.to_string(), it.name.clone()));
    let counts = |case: CaseRef<'_>| domain.is_none_or(|domain| case.domain() == domain);
    let columns = StateMatrix::of(snapshot, &StateTable::of_cases(snapshot, &counts), &[], None).columns;
    let orders =
        columns.iter().map(|it| (it.slug.to_string(), (here.by_system)(snapshot.system_name(&it.slug))));
    [
        first(here.all).into_iter().chain(domains).collect(),
        first(here.all).into_iter().chain(regions).collect(),
        first(here.by_code).into_iter().chain(orders).collect(),
    ]
}

/// The states that occur in a snapshot of this kind, in their order.
pub fn matrix_legend(snapshot: &Snapshot) -> Vec<Text> {
    let none = SystemState::absent(snapshot.meta.kind, None);
    let found = |state: &&SystemState| state.has_case();
    let states = SystemState::ALL.iter().filter(found).chain([&none]);
    states.map(|&state| Inline::State(state).into()).collect()
}

struct Drawn<'a> {
    snapshot: &'a Snapshot,
    words: &'a Words,
    states: &'a StateTable,
    matrix: &'a StateMatrix,
    domain: Option<Domain>,
}

impl Drawn<'_> {
    /// All types shown, those of the rest one by one.
    fn types(&self) -> impl Iterator<Item = &Slug> {
        self.matrix.columns.iter().flat_map(|column| &column.systems)
    }

    fn table(&self) -> Table {
        let here = self.words.matrix;
        let name = |slug: &Slug| Column::text(self.snapshot.system_name(slug));
        let mut columns = vec![Column::text(self.words.list.prefecture)];
        columns.extend(self.matrix.columns.iter().map(|it| name(&it.slug)));
        columns.push(Column::number(here.confirmed));
        let rows = self.matrix.rows.iter().map(|row| {
            let mut cells = vec![Cell::new(self.prefecture(row.prefecture))];
            cells.extend(row.cells.iter().map(|cell| {
                Cell::new(cell_text(self.words, row.prefecture, cell, &|filter| self.filter(cell, filter)))
            }));
            cells.push(self.number(row.confirmed, here.types));
            cells
        });
        Table {
            id: "matrix-table".to_owned(),
            caption: here.caption.to_owned(),
            caption_hidden: true,
            columns,
            rows: rows.collect(),
            file_name: format!("{}_{}", here.caption, self.snapshot.meta.id),
        }
    }

    fn heads(&self) -> Vec<Text> {
        let here = self.words.matrix;
        let name = |slug: &Slug| Link::system(slug, self.snapshot.system_name(slug));
        let mut heads = vec![Text::from(self.words.list.prefecture)];
        heads.extend(self.matrix.columns.iter().map(|it| name(&it.slug).into()));
        heads.push(here.confirmed.into());
        heads
    }

    fn total(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::new(self.words.matrix.prefectures)];
        let value = self.words.prefecture.nationwide_value;
        cells.extend(self.matrix.columns.iter().map(|it| self.number(it.confirmed, value)));
        let any = self.types().filter(|slug| {
            self.matrix.rows.iter().any(|row| self.states.state(row.prefecture, slug).is_confirmed())
        });
        cells.push(self.number(any.count(), self.words.matrix.types));
        cells
    }

    fn number(&self, value: usize, written: fn(usize) -> String) -> Cell {
        if value > 0 {
            Cell::number(Inline::Number(written(value)), value)
        } else {
            Cell::new(unknown(absent(self.snapshot)))
        }
    }

    fn sentences(&self) -> Vec<Text> {
        self.matrix.rows.iter().map(|row| self.sentence(row.prefecture, row.confirmed)).collect()
    }

    /// State by state, in their order.
    fn sentence(&self, at: PrefectureCode, confirmed: usize) -> Text {
        let here = self.words.matrix;
        let mut text = Text::from(self.prefecture(at)).then(match confirmed {
            0 => (here.item_none)(absent(self.snapshot)),
            _ => (here.item)(confirmed),
        });
        let cells: Vec<(&Slug, CellCounts)> =
            self.types().map(|slug| (slug, self.states.counts(at, [slug]))).collect();
        for &state in SystemState::ALL {
            let mut before = (here.state)(state.ja());
            for (slug, cell) in cells.iter().filter(|(_, it)| it.state == state && !it.systems.is_empty()) {
                let name = self.snapshot.system_name(slug);
                for (cases, filter, written) in
                    [(cell.led, led_by(at), here.led), (cell.partner, taken_part_in_by(at), here.partner)]
                {
                    if cases > 0 {
                        text.push(std::mem::replace(&mut before, self.words.prefecture.comma.to_owned()));
                        text.push(Link::new(self.filter(cell, filter), written(name, cases)));
                    }
                }
            }
            if cells.iter().any(|(_, it)| it.state == state && !it.systems.is_empty()) {
                text.push(here.stop);
            }
        }
        text
    }

    fn prefecture(&self, at: PrefectureCode) -> Link {
        Link::new(Route::Prefecture(at), self.snapshot.prefecture_name(at))
    }

    fn filter(&self, cell: &CellCounts, filter: CaseFilter) -> Target {
        let filter = CaseFilter { domain: self.domain.into_iter().collect(), ..filter };
        counted(cell, filter).into()
    }
}

/// The list of the cases that a cell counts, of those that `filter` lets through.
pub(super) fn counted(cell: &CellCounts, filter: CaseFilter) -> CaseFilter {
    let scope = match cell.state {
        SystemState::Municipal => ScopeFilter::Municipal,
        _ => ScopeFilter::Prefecture,
    };
    CaseFilter { system: cell.systems.iter().cloned().collect(), scope, ..filter }
}
