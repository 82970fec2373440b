//! The prefectures, with the matrix of their system types.

use leptos::prelude::*;

use crate::components::element::{Element, Node, all, classed, el};
use crate::components::{Level, blocks, content_page, csv_button, text};
use crate::content::{self, Cell, Choice, Matrix, Text, matrix_choices};
use crate::domain::{Snapshot, Term};
use crate::query::{MatrixQuery, MatrixView};
use crate::routes::{Address, Route};
use crate::shell::{Navigation, use_navigation, use_words};

/// The parts of the page that stand above the matrix.
const ABOVE: usize = 2;

/// The page of all prefectures.
pub fn prefectures(snapshot: &'static Snapshot) -> AnyView {
    let mut page = content::prefectures(snapshot, use_words());
    let below = page.blocks.split_off(ABOVE);
    let parts =
        [content_page(snapshot, page), Node::View(matrix(snapshot)), blocks(snapshot, below, Level::H2)];
    all(parts).view()
}

type Asked = Memo<(MatrixQuery, Vec<crate::query::QueryProblem>)>;

fn matrix(snapshot: &'static Snapshot) -> AnyView {
    let here = use_words().matrix();
    let query = use_navigation().query();
    let asked: Asked = Memo::new(move |_| query.with(|query| MatrixQuery::parse(query)));
    let shown = Memo::new(move |_| {
        asked.with(|(query, problems)| Matrix::of(snapshot, use_words(), query, problems))
    });
    let absent = content::absent(snapshot);
    let legend = move || {
        let items = shown.with(|shown| shown.legend.clone()).into_iter();
        let items = items.map(|state| el("li").child(text(state)));
        classed("ul", "matrix__legend").attr("aria-label", here.legend).children(items).view()
    };
    let notice = move || {
        let notice = shown.with(|shown| shown.notice.clone());
        notice.map(|notice| blocks(snapshot, vec![notice], Level::H3).view())
    };
    let form = move || {
        let view = asked.with(|(query, _)| query.view);
        shown.with(|shown| match view {
            MatrixView::Table => grid(shown),
            MatrixView::List => {
                let items = shown.sentences.iter().map(|it| el("li").child(text(it.clone())));
                classed("ul", "matrix__list").children(items).view()
            }
        })
    };
    let file = move || shown.with(|shown| (shown.table.file_name.clone(), shown.to_csv()));
    view! {
        <section class="section matrix" id="matrix" tabindex="-1" aria-labelledby="matrix-heading">
            <div class="section__header">
                <h2 class="section__heading" id="matrix-heading">{here.heading}</h2>
                <p class="section__lead">{(here.lead)(absent)}</p>
            </div>
            {notice}
            <div class="result-bar">
                <p class="result-bar__count" role="status">{move || shown.with(|shown| shown.shown.clone())}</p>
                <div class="result-bar__tools">
                    {menus(snapshot, asked)}
                    {view_links(asked)}
                    {csv_button(use_words().table.csv, Box::new(file)).view()}
                </div>
            </div>
            {legend}
            {form}
            <p class="matrix__note">{here.order_of_states} {(here.rest)(absent)}</p>
        </section>
    }
    .into_any()
}

/// The menus that narrow and order the matrix.
fn menus(snapshot: &'static Snapshot, asked: Asked) -> AnyView {
    let here = use_words().matrix();
    let navigation = use_navigation();
    let change = move |edit: &dyn Fn(&mut MatrixQuery)| {
        let (mut query, _) = asked.get_untracked();
        edit(&mut query);
        navigation.adjust_query(query.to_string());
    };
    let domain = Memo::new(move |_| asked.with(|(query, _)| query.domain));
    let choices = move |place: usize| {
        move || {
            let [domains, regions, orders] = matrix_choices(snapshot, use_words(), domain.get());
            [domains, regions, orders].into_iter().nth(place).unwrap_or_default()
        }
    };
    let options = move |choices: Vec<Choice>, chosen: fn(&MatrixQuery) -> Option<String>| {
        let options = choices.into_iter().map(|(value, name)| {
            let own = value.clone();
            let selected = move || asked.with(|(query, _)| chosen(query).unwrap_or_default() == own);
            view! { <option value=value prop:selected=selected>{name}</option> }
        });
        options.collect_view()
    };
    let menu = move |id: &'static str,
                     label: &'static str,
                     place: usize,
                     chosen: fn(&MatrixQuery) -> Option<String>,
                     choose: fn(&mut MatrixQuery, &str)| {
        let choices = choices(place);
        view! {
            <div class="inline-field">
                <label class="inline-field__label" for=id>{label}</label>
                <span class="select" data-size="sm">
                    <select
                        class="select__control"
                        id=id
                        on:change=move |event| {
                            let value = event_target_value(&event);
                            change(&|query| choose(query, &value));
                        }
                    >
                        {move || options(choices(), chosen)}
                    </select>
                </span>
            </div>
        }
        .into_any()
    };
    [
        menu(
            "matrix-domain",
            here.domain,
            0,
            |query| query.domain.map(|it| it.slug().to_owned()),
            |query, value| query.domain = Term::from_slug(value),
        ),
        menu(
            "matrix-region",
            here.region,
            1,
            |query| query.region.as_ref().map(ToString::to_string),
            |query, value| query.region = value.parse().ok(),
        ),
        menu(
            "matrix-sort",
            use_words().list.sort,
            2,
            |query| query.sort.as_ref().map(ToString::to_string),
            |query, value| query.sort = value.parse().ok(),
        ),
    ]
    .into_iter()
    .collect_view()
    .into_any()
}

/// The two forms of the same.
fn view_links(asked: Asked) -> impl IntoView {
    let navigation: Navigation = use_navigation();
    let find = use_words().find();
    move || {
        let links = MatrixView::ALL.iter().map(|&view| {
            let (query, _) = asked.get();
            let current = (query.view == view).then_some("true");
            let query = MatrixQuery { view, ..query };
            let link = classed("a", "segmented__link")
                .attr("href", navigation.href(&Address::with_query(Route::Prefectures, query)))
                .attr("data-adjusts", "")
                .maybe("aria-current", current)
                .child(view.ja());
            classed("li", "segmented__item").child(link)
        });
        classed("ul", "segmented").attr("aria-label", find.view).children(links).view()
    }
}

/// Heads and names stay in sight while the cells scroll in their own region.
fn grid(shown: &Matrix) -> AnyView {
    let head = shown.heads.iter().enumerate().map(|(place, name)| {
        let cell = classed("th", "table__head").attr("scope", "col").child(text(name.clone()));
        cell.maybe("aria-sort", (place == shown.sorted).then_some("ascending"))
    });
    let caption = classed("caption", "u-visually-hidden")
        .attr("id", "matrix-caption")
        .child(shown.table.caption.clone());
    let rows = shown.table.rows.iter().map(|cells| row(cells));
    let table = classed("table", "table matrix__table")
        .attr("id", shown.table.id.clone())
        .attr("data-size", "dense")
        .attr("data-first", "sticky")
        .child(caption)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
        .child(el("tfoot").child(row(&shown.total).attr("data-kind", "total")));
    classed("div", "table-scroller")
        .attr("role", "group")
        .attr("aria-labelledby", "matrix-caption")
        .attr("data-height", "bounded")
        .attr("tabindex", "0")
        .child(table)
        .view()
}

fn row(cells: &[Cell]) -> Element {
    let cells = cells.iter().enumerate().map(|(place, cell)| {
        let element = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
        let words: Text = cell.text.clone();
        element.attr("class", "table__cell").child(text(words))
    });
    classed("tr", "table__row").children(cells)
}
