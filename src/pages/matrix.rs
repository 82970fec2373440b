//! The prefectures, with the matrix of their system types.

use leptos::prelude::*;

use crate::components::element::{Element, Node, all, classed, el};
use crate::components::{Level, blocks, content_page, csv_button, text};
use crate::content::{self, Cell, Matrix, matrix_choices, matrix_legend};
use crate::domain::{Snapshot, Term};
use crate::query::{MatrixQuery, MatrixView};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

/// The parts of the page that stand above the matrix.
const ABOVE: usize = 2;

/// The page of all prefectures.
pub fn prefectures(snapshot: &'static Snapshot) -> AnyView {
    let mut page = content::prefectures(snapshot, use_words());
    let below = page.blocks.split_off(ABOVE);
    let parts = [content_page(snapshot, page), matrix(snapshot), blocks(snapshot, below, Level::H2)];
    all(parts).view()
}

/// What the address asks for. Read anew where it is needed: it is short.
#[derive(Clone, Copy)]
struct Asked(Memo<String>);

impl Asked {
    fn query(self) -> MatrixQuery {
        self.0.with(|text| MatrixQuery::parse(text).0)
    }

    fn matrix(self, snapshot: &Snapshot) -> Matrix {
        let (query, problems) = self.0.with(|text| MatrixQuery::parse(text));
        Matrix::of(snapshot, use_words(), &query, &problems)
    }
}

/// A part that follows the address.
fn live(part: Box<dyn Fn() -> AnyView + Send>) -> Node {
    Node::View((move || part()).into_any())
}

fn matrix(snapshot: &'static Snapshot) -> Node {
    let here = use_words().matrix;
    let asked = Asked(use_navigation().query());
    let absent = content::absent(snapshot);
    let header = classed("div", "section__header")
        .child(classed("h2", "section__heading").attr("id", "matrix-heading").child(here.heading))
        .child(classed("p", "section__lead").child((here.lead)(absent)));
    let shown = live(Box::new(move || asked.matrix(snapshot).shown.into_any()));
    let file = move || {
        let shown = asked.matrix(snapshot);
        (shown.table.file_name.clone(), shown.to_csv())
    };
    let tools = classed("div", "result-bar__tools")
        .children(menus(snapshot, asked))
        .child(live(Box::new(move || view_links(&asked.query()))))
        .child(csv_button(use_words().table.csv, Box::new(file)));
    let bar = classed("div", "result-bar")
        .child(classed("p", "result-bar__count").attr("role", "status").child(shown))
        .child(tools);
    let legend = matrix_legend(snapshot).into_iter().map(|state| el("li").child(text(state)));
    let legend = classed("ul", "matrix__legend").attr("aria-label", here.legend).children(legend);
    let notes = [here.order_of_states.to_owned(), (here.rest)(absent)].concat();
    classed("section", "section matrix")
        .attr("id", "matrix")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "matrix-heading")
        .child(header)
        .child(bar)
        .child(legend)
        .child(live(Box::new(move || form(snapshot, asked))))
        .child(classed("p", "matrix__note").child(notes))
        .node()
}

/// The table or the sentences, with what of the address is not understood.
fn form(snapshot: &'static Snapshot, asked: Asked) -> AnyView {
    let shown = asked.matrix(snapshot);
    let notice = shown.notice.clone().map(|notice| blocks(snapshot, vec![notice], Level::H3));
    let form = match asked.query().view {
        MatrixView::Table => grid(shown),
        MatrixView::List => {
            let items = shown.sentences.into_iter().map(|it| el("li").child(text(it)));
            classed("ul", "matrix__list").children(items).node()
        }
    };
    el("div").some(notice).child(form).view()
}

/// What a menu chooses from, and what it changes.
struct Menu {
    id: &'static str,
    label: &'static str,
    /// Of `matrix_choices`.
    place: usize,
    chosen: fn(&MatrixQuery) -> Option<String>,
    choose: fn(&mut MatrixQuery, &str),
}

/// The menus that narrow and order the matrix.
fn menus(snapshot: &'static Snapshot, asked: Asked) -> Vec<Element> {
    let here = use_words().matrix;
    let menus = [
        Menu {
            id: "matrix-domain",
            label: here.domain,
            place: 0,
            chosen: |query| query.domain.map(|it| it.slug().to_owned()),
            choose: |query, value| query.domain = Term::from_slug(value),
        },
        Menu {
            id: "matrix-region",
            label: here.region,
            place: 1,
            chosen: |query| query.region.as_ref().map(ToString::to_string),
            choose: |query, value| query.region = value.parse().ok(),
        },
        Menu {
            id: "matrix-sort",
            label: use_words().list.sort,
            place: 2,
            chosen: |query| query.sort.as_ref().map(ToString::to_string),
            choose: |query, value| query.sort = value.parse().ok(),
        },
    ];
    menus.into_iter().map(|it| menu(snapshot, asked, it)).collect()
}

fn menu(snapshot: &'static Snapshot, asked: Asked, menu: Menu) -> Element {
    let navigation = use_navigation();
    let Menu { id, label, place, chosen, choose } = menu;
    let options = move || {
        let query = asked.query();
        let chosen = chosen(&query).unwrap_or_default();
        let choices = matrix_choices(snapshot, use_words(), query.domain).into_iter().nth(place);
        let options = choices.unwrap_or_default().into_iter().map(|(value, name)| {
            let selected = (value == chosen).then_some("");
            el("option").attr("value", value).maybe("selected", selected).child(name)
        });
        all(options).view()
    };
    let change = move |event| {
        let mut query = untrack(|| asked.query());
        choose(&mut query, &event_target_value(&event));
        navigation.adjust_query(query.to_string());
    };
    let select = view! {
        <select class="select__control" id=id on:change=change>
            {options}
        </select>
    };
    classed("div", "inline-field")
        .child(classed("label", "inline-field__label").attr("for", id).child(label))
        .child(classed("span", "select").attr("data-size", "sm").child(select.into_any()))
}

/// The two forms of the same.
fn view_links(asked: &MatrixQuery) -> AnyView {
    let links = MatrixView::ALL.iter().map(|&view| {
        let current = (asked.view == view).then_some("true");
        let query = MatrixQuery { view, ..asked.clone() };
        let link = classed("a", "segmented__link")
            .attr("href", use_navigation().href(&Address::with_query(Route::Prefectures, query)))
            .attr("data-noscroll", "")
            .maybe("aria-current", current)
            .child(view.ja());
        classed("li", "segmented__item").child(link)
    });
    classed("ul", "segmented").attr("aria-label", use_words().find.view).children(links).view()
}

/// Heads and names stay in sight while the cells scroll in their own region.
fn grid(shown: Matrix) -> Node {
    let head = shown.heads.into_iter().enumerate().map(|(place, name)| {
        let cell = classed("th", "table__head").attr("scope", "col").child(text(name));
        cell.maybe("aria-sort", (place == shown.sorted).then_some("ascending"))
    });
    let caption =
        classed("caption", "u-visually-hidden").attr("id", "matrix-caption").child(shown.table.caption);
    let rows = shown.table.rows.into_iter().map(row);
    let table = classed("table", "table matrix__table")
        .attr("id", shown.table.id)
        .attr("data-size", "dense")
        .attr("data-first", "sticky")
        .child(caption)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
        .child(el("tfoot").child(row(shown.total).attr("data-kind", "total")));
    classed("div", "table-scroller")
        .attr("role", "group")
        .attr("aria-labelledby", "matrix-caption")
        .attr("data-height", "bounded")
        .attr("tabindex", "0")
        .child(table)
        .node()
}

fn row(cells: Vec<Cell>) -> Element {
    let cells = cells.into_iter().enumerate().map(|(place, cell)| {
        let element = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
        element.attr("class", "table__cell").child(text(cell.text))
    });
    classed("tr", "table__row").children(cells)
}
