//! The prefectures, with the matrix of their system types.

mod grid;

use joint_procurement_core::domain::{Snapshot, Term};
use joint_procurement_core::query::{MatrixQuery, MatrixView};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use crate::browser::matches_media;
use crate::components::{
    Anew, AnswerState, Blocks, ContentPage, CsvButton, InBrowser, Level, LiveText, MenuField, Segmented, text,
};
use crate::content::{Matrix, matrix_choices, matrix_legend, prefectures};
use crate::navigation::use_navigation;
use crate::words;
use grid::Grid;

/// The parts of the page that stand above the matrix.
const ABOVE: usize = 3;
/// The windows in which the table has room; others show the sentences (matrix.css).
const WIDE: &str = "(min-width: 64rem), print";

/// The page of all prefectures.
#[component]
pub fn Prefectures(snapshot: &'static Snapshot) -> impl IntoView {
    let mut page = prefectures(snapshot);
    let below = page.blocks.split_off(ABOVE);
    view! {
        <ContentPage snapshot content=page/>
        <InBrowser>
            <MatrixSection snapshot/>
        </InBrowser>
        <Blocks snapshot blocks=below level=Level::H2/>
    }
}

/// The query that the address asks for. Read anew where it is needed: it is short.
#[derive(Clone, Copy)]
struct Asked(Memo<String>);

impl Asked {
    fn query(self) -> MatrixQuery {
        self.0.with(|text| MatrixQuery::parse(text).0)
    }

    fn matrix(self, snapshot: &Snapshot) -> Matrix {
        let (query, problems) = self.0.with(|text| MatrixQuery::parse(text));
        Matrix::of(snapshot, &query, &problems)
    }
}

/// The matrix under its heading, with what narrows and orders it.
#[component]
fn MatrixSection(snapshot: &'static Snapshot) -> impl IntoView {
    let asked = Asked(use_navigation().query());
    let kind = snapshot.meta.kind;
    let file = move || {
        let shown = asked.matrix(snapshot);
        (shown.table.file_name.clone(), shown.to_csv())
    };
    let legend = matrix_legend(snapshot).into_iter().map(|state| view! { <li>{text(state)}</li> });
    let legend = legend.collect_view();
    view! {
        <section class="section matrix" id="matrix" tabindex="-1" data-live="" aria-labelledby="matrix-heading">
            <div class="section__header">
                <h2 class="section__heading" id="matrix-heading">{words::matrix::HEADING}</h2>
                <p class="section__lead">{words::matrix::lead(kind)}</p>
            </div>
            <div class="result-bar">
                <p class="result-bar__count" role="status">
                    <LiveText text=Signal::derive(move || asked.matrix(snapshot).shown)/>
                </p>
                <div class="result-bar__tools">
                    {menus().map(|menu| menu_field(snapshot, asked, menu)).collect_view()}
                    <ViewLinks asked/>
                    <CsvButton label=words::table::CSV file/>
                </div>
            </div>
            <div class="matrix__above">
                <ul class="matrix__legend" aria-label=words::matrix::LEGEND>{legend}</ul>
                <FoldLink asked/>
            </div>
            <Shown snapshot asked/>
            <p class="matrix__note">{[words::matrix::ORDER_OF_STATES, &words::matrix::rest(kind)].concat()}</p>
        </section>
    }
}

/// The table or the sentences, with what of the address is not understood.
#[component]
fn Shown(snapshot: &'static Snapshot, asked: Asked) -> impl IntoView {
    let is_wide = matches_media(WIDE);
    let form = move || {
        let shown = asked.matrix(snapshot);
        let notice = shown.notice.clone().map(|notice| {
            view! { <Blocks snapshot blocks=vec![notice] level=Level::H3/> }
        });
        let MatrixQuery { view, unfolded, .. } = asked.query();
        let form = match view {
            MatrixView::Table if is_wide.get() => view! { <Grid shown unfolded/> }.into_any(),
            _ => {
                let items = shown.sentences.into_iter().map(|it| view! { <li>{text(it)}</li> });
                view! { <ul class="matrix__list">{items.collect_view()}</ul> }.into_any()
            }
        };
        view! {
            {notice}
            {form}
        }
    };
    view! {
        <div data-answer="">
            <AnswerState/>
            <Anew content=form/>
        </div>
    }
}

/// A menu: the choices that it offers, and what it changes.
#[derive(Clone, Copy)]
struct Menu {
    id: &'static str,
    label: &'static str,
    /// The index into `matrix_choices`.
    place: usize,
    chosen: fn(&MatrixQuery) -> Option<String>,
    choose: fn(&mut MatrixQuery, &str),
}

/// Gives the menus that narrow and order the matrix.
fn menus() -> [Menu; 3] {
    [
        Menu {
            id: "matrix-domain",
            label: words::matrix::DOMAIN,
            place: 0,
            chosen: |query| query.domain.map(|it| it.slug().to_owned()),
            choose: |query, value| query.domain = Term::from_slug(value),
        },
        Menu {
            id: "matrix-region",
            label: words::matrix::REGION,
            place: 1,
            chosen: |query| query.region.as_ref().map(ToString::to_string),
            choose: |query, value| query.region = value.parse().ok(),
        },
        Menu {
            id: "matrix-sort",
            label: words::list::SORT,
            place: 2,
            chosen: |query| query.sort.as_ref().map(ToString::to_string),
            choose: |query, value| query.sort = value.parse().ok(),
        },
    ]
}

/// Makes a menu.
fn menu_field(snapshot: &'static Snapshot, asked: Asked, menu: Menu) -> impl IntoView {
    let navigation = use_navigation();
    let Menu { id, label, place, chosen, choose } = menu;
    let choices = Signal::derive(move || {
        let query = asked.query();
        let choices = matrix_choices(snapshot, query.domain).into_iter().nth(place);
        (choices.unwrap_or_default(), chosen(&query).unwrap_or_default())
    });
    let choose = Callback::new(move |value: String| {
        let mut query = untrack(|| asked.query());
        choose(&mut query, &value);
        navigation.adjust_query(query.to_string());
    });
    view! { <MenuField id label choices choose/> }
}

/// The two forms of the same.
#[component]
fn ViewLinks(asked: Asked) -> impl IntoView {
    let navigation = use_navigation();
    let links = MatrixView::ALL.iter().map(|&view| {
        let href = Signal::derive(move || {
            let query = MatrixQuery { view, ..asked.query() };
            navigation.href(&Address::with_query(Route::Prefectures, query))
        });
        (view.ja(), href, Signal::derive(move || asked.query().view == view))
    });
    view! { <Segmented links=links.collect()/> }
}

/// The way to a column for each type, and back.
#[component]
fn FoldLink(asked: Asked) -> impl IntoView {
    let navigation = use_navigation();
    let href = move || {
        let query = asked.query();
        let query = MatrixQuery { unfolded: !query.unfolded, ..query };
        navigation.href(&Address::with_query(Route::Prefectures, query))
    };
    let text = move || if asked.query().unfolded { words::matrix::FOLD } else { words::matrix::UNFOLD };
    view! {
        <p class="matrix__fold" data-view=move || asked.query().view.slug()>
            <a href=href data-noscroll="">
                <LiveText text=Signal::derive(move || text().to_owned())/>
            </a>
        </p>
    }
}
