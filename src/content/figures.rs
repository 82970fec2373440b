//! The table of the reader's choice, with its pictures.

use joint_procurement_core::domain::{Municipalities, Snapshot, Term};
use joint_procurement_core::query::{
    CaseFilter, Class, Dimension, FiguresQuery, FiguresView, Has, Matches, Measure, QueryProblem, SearchIndex,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{CrossCell, CrossTable};

use super::not_understood::not_understood;
use super::{
    Block, Card, Cell, Choice, Column, Inline, Link, PageContent, Picture, Table, Target, Text, Tone,
    also_searched,
};
use crate::words;

mod picture;
mod reading;

/// The content of a view of the figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub page: PageContent,
    /// The title of the window.
    pub title: String,
    /// The view that the address asks for, as far as it is understood.
    pub query: FiguresQuery,
    /// Questions that are ready to be asked; the one that is answered is marked.
    pub questions: Vec<(Link, bool)>,
    /// The conditions of the filter, each with the figures that do without it.
    pub conditions: Vec<Link>,
    /// The figures by their places, for who does not read tables.
    pub table: CrossTable,
}

/// Makes the figures of the cases that the query lets through. Only a search needs the index, and only the
/// name of a participant the municipalities.
pub fn figures(
    snapshot: &Snapshot,
    index: &SearchIndex,
    municipalities: Option<&Municipalities>,
    query: FiguresQuery,
    mut problems: Vec<QueryProblem>,
) -> Figures {
    let (query, unknown) = query.known_in(snapshot);
    problems.extend(unknown);
    let cases = Matches::new(snapshot, index, &query.filter).selection(&snapshot.cases);
    let table = CrossTable::of(snapshot, &cases, query.rows, query.columns, query.measure);
    let conditions = words::conditions(&query.list(), snapshot, municipalities);
    let drawn = Drawn::of(snapshot, &query, &table, &conditions);

    let mut blocks: Vec<Block> = not_understood(problems.iter()).into_iter().collect();
    let also = also_searched(index, &query.filter.text);
    blocks.extend((!also.is_empty()).then(|| Block::paragraph(also)));
    if cases.is_empty() {
        let all = FiguresQuery { filter: CaseFilter::default(), ..query.clone() };
        blocks.push(Block::Notice {
            tone: Tone::Info,
            texts: vec![words::figures::EMPTY.into(), Link::new(view(&all), words::figures::CLEAR).into()],
        });
    } else {
        if drawn.is_short() {
            blocks.push(Block::info(words::figures::too_few(super::PICTURE_FROM)));
        }
        blocks.push(Block::Card(Box::new(drawn.card())));
        let has_empty = table.cells.iter().flatten().any(|cell| cell.cases == 0);
        let note = words::figures::note(snapshot.meta.kind, query.measure, has_empty);
        if !note.is_empty() {
            blocks.push(Block::paragraph(note));
        }
    }
    let mut title = words::site::page_name(&Route::Figures).to_owned();
    if query != FiguresQuery::default() {
        title = words::figures::title(&title, &drawn.heading);
    }
    let conditions = conditions.into_iter().map(|condition| {
        let without = FiguresQuery { filter: condition.without.filter, ..query.clone() };
        Link::new(view(&without), condition.text)
    });
    Figures {
        page: PageContent { blocks, ..figures_page() },
        title,
        questions: figures_questions(&query),
        conditions: conditions.collect(),
        query,
        table,
    }
}

fn view(query: &FiguresQuery) -> Target {
    Address::with_query(Route::Figures, query).into()
}

/// Gives the page above the figures.
pub fn figures_page() -> PageContent {
    let name = words::site::page_name(&Route::Figures);
    PageContent {
        title: name.to_owned(),
        ancestors: vec![Route::Overview],
        heading: name.to_owned(),
        lead: words::figures::LEAD.into(),
        ..PageContent::default()
    }
}

/// Gives the choices of the menus, each with the one that is made: rows, columns, measures.
pub fn figures_choices(query: &FiguresQuery) -> [(Vec<Choice>, String); 3] {
    let dimensions = |left_out: Option<Dimension>| {
        let shown = Dimension::ALL.iter().filter(move |it| Some(**it) != left_out);
        shown.map(|it| (it.slug().to_owned(), it.ja().to_owned()))
    };
    let none = (String::new(), words::figures::NO_COLUMNS.to_owned());
    let measures = Measure::ALL.iter().map(|it| (it.slug().to_owned(), it.ja().to_owned()));
    [
        (dimensions(None).collect(), query.rows.slug().to_owned()),
        (
            [none].into_iter().chain(dimensions(Some(query.rows))).collect(),
            query.columns.map(|it| it.slug().to_owned()).unwrap_or_default(),
        ),
        (measures.collect(), query.measure.slug().to_owned()),
    ]
}

/// Gives the questions that are ready, asked of the cases that are counted now.
pub fn figures_questions(query: &FiguresQuery) -> Vec<(Link, bool)> {
    let ask = |words, rows, columns, form| {
        let asked = FiguresQuery {
            rows,
            columns: Some(columns),
            measure: Measure::default(),
            view: form,
            ..query.clone()
        };
        (Link::new(view(&asked), words), asked == *query)
    };
    use Dimension::{Domain, Lead, Pop, Region, Spec, Status, Subsidy, System, Year};
    vec![
        ask(words::figures::SUBSIDIES, System, Subsidy, FiguresView::Table),
        ask(words::figures::YEARS, Year, Domain, FiguresView::Bars),
        ask(words::figures::LEADS, System, Lead, FiguresView::Table),
        ask(words::figures::SPECIFICATIONS, System, Spec, FiguresView::Table),
        ask(words::figures::STATUSES, Region, Status, FiguresView::Table),
        ask(words::figures::SIZES, System, Pop, FiguresView::Heatmap),
    ]
}

/// The figures in words.
struct Drawn<'a> {
    snapshot: &'a Snapshot,
    query: &'a FiguresQuery,
    table: &'a CrossTable,
    rows: Vec<String>,
    columns: Vec<String>,
    heading: String,
    caption: String,
}

impl<'a> Drawn<'a> {
    fn of(
        snapshot: &'a Snapshot,
        query: &'a FiguresQuery,
        table: &'a CrossTable,
        conditions: &[words::Condition],
    ) -> Self {
        let names = |dimension: Dimension, classes: &[Class]| -> Vec<String> {
            classes.iter().map(|class| words::figures::class_name(snapshot, dimension, *class)).collect()
        };
        let columns = query.columns.map(|columns| names(columns, &table.columns)).unwrap_or_default();
        // The scope is said beside the number of cases.
        let conditions = conditions.iter().filter(|it| it.without.filter.scope == query.filter.scope);
        let conditions: Vec<&str> = conditions.map(|it| it.text.as_str()).collect();
        let caption = words::figures::caption(
            query.filter.scope,
            table.total.cases,
            &conditions.join(words::BETWEEN),
            snapshot.meta.as_of,
        );
        Self {
            rows: names(query.rows, &table.rows),
            columns,
            heading: words::figures::heading(query.rows, query.columns, query.measure),
            caption,
            snapshot,
            query,
            table,
        }
    }

    fn card(&self) -> Card {
        let chart = self.chart();
        Card {
            id: "figures".to_owned(),
            heading: self.heading.clone(),
            reading: match chart {
                Some(_) => self.reading().into(),
                // A picture has the caption below it.
                None => Text::from(self.reading()).then(Inline::Break).then(self.caption.as_str()),
            },
            table: self.numbers(),
            picture: chart.map(Picture::Chart),
            source: super::source_line(self.snapshot),
        }
    }

    /// Makes the table, totals in its last row and column.
    fn numbers(&self) -> Table {
        let mut columns = vec![Column::text(self.query.rows.ja())];
        columns.extend(self.columns.iter().map(Column::number));
        columns.push(Column::number(match self.query.columns {
            Some(_) => words::table::TOTAL,
            None => self.query.measure.ja(),
        }));
        let rows = self.table.rows.iter().enumerate().map(|(place, class)| {
            let cells = self.table.cells.get(place).map_or(&[][..], Vec::as_slice);
            let total = self.table.row_totals.get(place).copied().unwrap_or_default();
            self.row(self.rows.get(place).map_or("", String::as_str), Some(*class), cells, total)
        });
        let mut rows: Vec<Vec<Cell>> = rows.collect();
        rows.push(self.row(words::table::TOTAL, None, &self.table.column_totals, self.table.total));
        Table {
            id: "figures-table".to_owned(),
            caption: self.heading.clone(),
            caption_hidden: true,
            columns,
            rows,
            file_name: format!("{}_{}", self.heading, self.snapshot.meta.id),
        }
    }

    fn row(&self, name: &str, class: Option<Class>, cells: &[CrossCell], total: CrossCell) -> Vec<Cell> {
        let mut row = vec![Cell::new(match class {
            Some(_) => Inline::from(name),
            None => Inline::Strong(name.to_owned()),
        })];
        let columns = self.table.columns.iter();
        row.extend(columns.zip(cells).map(|(column, cell)| self.cell(class, Some(*column), *cell)));
        row.push(self.cell(class, None, total));
        row
    }

    fn cell(&self, row: Option<Class>, column: Option<Class>, cell: CrossCell) -> Cell {
        if cell.cases == 0 {
            return Cell::number(Inline::Unknown(words::figures::NO_CASE.to_owned()), "");
        }
        let measure = self.query.measure;
        let Some(value) = cell.value else {
            return Cell::new(Link::new(self.filter(row, column), words::figures::unknown(cell.cases)));
        };
        let remark = match measure {
            _ if cell.known == cell.cases => String::new(),
            Measure::Costs | Measure::Documents => words::figures::of_cases(cell.cases),
            _ => words::figures::known_of(cell.known, cell.cases),
        };
        let mut text =
            Text::from(Link::new(self.counted(row, column), words::figures::value(measure, value)));
        if !remark.is_empty() {
            text.push(Inline::Remark(remark));
        }
        Cell::number(text, value)
    }

    /// Gives the filter of the cases that the value of a cell counts.
    fn counted(&self, row: Option<Class>, column: Option<Class>) -> CaseFilter {
        let mut filter = self.filter(row, column);
        match self.query.measure {
            Measure::Costs => drop(filter.has.insert(Has::Costs)),
            Measure::Documents => drop(filter.has.insert(Has::Documents)),
            _ => {}
        }
        filter
    }

    /// Gives the filter of the cases of a cell, of a row or of a column.
    fn filter(&self, row: Option<Class>, column: Option<Class>) -> CaseFilter {
        let mut filter = self.query.filter.clone();
        if let Some(row) = row {
            self.query.rows.narrow(self.snapshot, row, &mut filter);
        }
        if let Some((dimension, column)) = self.query.columns.zip(column) {
            dimension.narrow(self.snapshot, column, &mut filter);
        }
        filter
    }
}
