use leptos::prelude::*;

use crate::charts::{Chart, year_columns};
use crate::components::{CsvButton, RouteLink};
use crate::domain::Snapshot;
use crate::export::CsvTable;
use crate::query::{CaseFilter, CaseQuery, Range, Selection};
use crate::routes::Route;
use crate::shell::use_words;
use crate::stats::YearCounts;
use crate::text;

/// Confirmed years of introduction: chart and table of the same rows.
#[component]
pub fn Years(snapshot: &'static Snapshot, cases: Selection<'static>) -> impl IntoView {
    let words = use_words();
    let years = YearCounts::of(&cases);
    let description = (words.overview.years_chart)(&years);
    let option = year_columns(&years, "件", &description);
    let shown: Vec<_> = years.years.iter().copied().filter(|row| row.cases > 0).collect();
    let rows = shown.into_iter().map(|row| {
        let year = Some(u64::from(row.year));
        let filter = CaseFilter { year: Range::new(year, year), ..CaseFilter::default() };
        let query = CaseQuery { filter, ..CaseQuery::default() }.to_string();
        view! {
            <tr class="table__row">
                <th class="table__cell" scope="row">{(words.overview.year_value)(row.year)}</th>
                <td class="table__cell" data-align="end">
                    <RouteLink route=Route::Cases query>{text::cases(row.cases)}</RouteLink>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let csv_rows = years.clone();
    let file_name = format!("{}_{}", words.overview.year, snapshot.meta.id);
    view! {
        <article class="card" id="years" aria-labelledby="years-heading" tabindex="-1">
            <div class="card__header">
                <h2 class="card__heading" id="years-heading">{(words.overview.years_heading)(&years)}</h2>
                <p class="card__reading">{(words.overview.years_reading)(&years)}</p>
            </div>
            <figure class="card__figure">
                <Chart option label=description/>
                <figcaption class="card__caption">{(words.overview.years_caption)(years.confirmed)}</figcaption>
            </figure>
            <details class="disclosure card__data" data-size="sm">
                <summary class="disclosure__summary">{words.table.show}</summary>
                <div class="disclosure__body">
                    <table class="table" data-size="dense">
                        <caption class="u-visually-hidden">{(words.overview.years_heading)(&years)}</caption>
                        <thead>
                            <tr>
                                <th class="table__head" scope="col">{words.overview.year}</th>
                                <th class="table__head" scope="col" data-align="end">{words.overview.count}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
            <div class="card__actions">
                <CsvButton file_name rows=move || table(&csv_rows)/>
            </div>
            <p class="card__footer">{(words.shell.source_line)(snapshot.meta.kind, snapshot.meta.as_of)}</p>
        </article>
    }
}

fn table(years: &YearCounts) -> CsvTable {
    let words = &use_words().overview;
    let shown = years.years.iter().filter(|row| row.cases > 0);
    CsvTable {
        header: vec![words.year.to_owned(), words.count.to_owned()],
        rows: shown.map(|row| vec![row.year.to_string(), row.cases.to_string()]).collect(),
    }
}
