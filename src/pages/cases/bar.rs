//! The number of cases found, and the ways to show them and take them along.

use joint_procurement_core::domain::{Snapshot, Term};
use joint_procurement_core::export::Clip;
use joint_procurement_core::query::{
    CaseColumn, CaseQuery, Columns, Direction, FiguresQuery, PerPage, Sort, SortKey, View,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::prevailing_type;
use leptos::prelude::*;
use strum::VariantArray;

use super::count_text;
use super::picked::{Paste, PasteButton};
use super::results::Shown;
use super::state::ListState;
use crate::components::{CopyButton, CsvButton, InBrowser, LiveText};
use crate::content::cases_csv;
use crate::navigation::use_navigation;
use crate::words;

/// The orders that the menu offers: every key, the direction that people look for first.
const SORTS: [(SortKey, Direction); 14] = [
    (SortKey::Known, Direction::Descending),
    (SortKey::Introduced, Direction::Descending),
    (SortKey::Introduced, Direction::Ascending),
    (SortKey::Members, Direction::Descending),
    (SortKey::Members, Direction::Ascending),
    (SortKey::Pop, Direction::Descending),
    (SortKey::Pop, Direction::Ascending),
    (SortKey::Initial, Direction::Ascending),
    (SortKey::Initial, Direction::Descending),
    (SortKey::Annual, Direction::Ascending),
    (SortKey::Annual, Direction::Descending),
    (SortKey::Pref, Direction::Ascending),
    (SortKey::System, Direction::Ascending),
    (SortKey::Title, Direction::Ascending),
];

/// The line above the cases.
#[component]
pub fn ResultBar(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let navigation = use_navigation();
    let total = Memo::new(move |_| state.total());
    let range = move || {
        let total = total.get();
        let shown = state.with_query(|query| Shown::of(query, total).range(query, total));
        let text = (total > 0).then(|| words::list::range(shown.start + 1, shown.end));
        text.unwrap_or_default()
    };
    let note = move || {
        let scope = state.with_query(|query| query.filter.scope);
        let mut note = words::list::result_note(scope, total.get(), state.of_scope());
        if let Some((slug, count)) = state.with_found(|cases| prevailing_type(snapshot, scope, cases)) {
            note += &words::list::prevailing(snapshot.system_name(slug), count);
        }
        note
    };
    // Each menu is written anew only where its own choice changes, which few clicks do.
    let current = Memo::new(move |_| state.with_query(|query| (query.sort, query.near.is_some())));
    let sorts = SORTS.map(|(key, direction)| Sort { key, direction });
    let sort_options = move || {
        // An order that only an address can ask for is listed while it is in force.
        let (current, with_size) = current.get();
        let near = Sort { key: SortKey::Near, direction: Direction::Ascending };
        let listed = with_size.then_some(near).into_iter().chain(sorts).collect::<Vec<_>>();
        let other = Some(current).filter(|sort| !listed.contains(sort));
        let options = listed.into_iter().chain(other).map(|sort| {
            let selected = sort == current;
            // The attribute no longer counts for an option that a reader has chosen once.
            view! {
                <option value=sort.to_string() selected=selected prop:selected=selected>
                    {words::list::sort_name(sort)}
                </option>
            }
        });
        options.collect_view()
    };
    let per = Memo::new(move |_| state.with_query(|query| query.per));
    let per_options = move || {
        let current = per.get();
        let options = PerPage::VARIANTS.iter().map(|&per| {
            let selected = current == per;
            view! {
                <option value=per.rows().to_string() selected=selected prop:selected=selected>
                    {words::list::per_name(per)}
                </option>
            }
        });
        options.collect_view()
    };
    let change_sort = move |event| {
        if let Ok(sort) = event_target_value(&event).parse() {
            state.change_view(|query| query.sort = sort);
        }
    };
    let change_per = move |event| {
        let rows = event_target_value(&event);
        if let Some(per) = PerPage::VARIANTS.iter().copied().find(|per| per.rows().to_string() == rows) {
            state.change_view(|query| query.per = per);
        }
    };
    let file = move || {
        (format!("{}_{}", words::list::FILE_NAME, snapshot.meta.id), cases_csv(snapshot, &state.listed().1))
    };
    let link = move || Clip::from(navigation.absolute(&Address { card: String::new(), ..navigation.here() }));
    let figures = move || {
        let query =
            state.with_query(|query| FiguresQuery { filter: query.filter.clone(), ..Default::default() });
        navigation.href(&Address::with_query(Route::Figures, query))
    };
    let anything = move || total.get() > 0;
    let view_link = move |view: View| {
        let href = move || {
            let query = CaseQuery { view, ..state.query() };
            navigation.href(&Address::with_query(Route::Cases, query))
        };
        let current = move || state.with_query(|query| query.view == view).then_some("true");
        view! {
            <li class="segmented__item">
                <a class="segmented__link" href=href data-noscroll="" aria-current=current>{view.ja()}</a>
            </li>
        }
    };
    let view_links = View::ALL.iter().map(|&view| view_link(view)).collect_view();
    view! {
        <div class="result-bar">
            <p class="result-bar__count" role="status">
                <LiveText class="result-bar__number" is_number=true text=Signal::derive(move || count_text(total.get()))/>
                " "
                <LiveText class="result-bar__range" text=Signal::derive(range)/>
            </p>
            <div class="result-bar__tools" data-live="">
                <InBrowser>
                    <div class="inline-field" hidden=move || !anything()>
                        <label class="inline-field__label" for="sort">{words::list::SORT}</label>
                        <span class="select" data-size="sm">
                            <select class="select__control" id="sort" on:change=change_sort>{sort_options}</select>
                        </span>
                    </div>
                    <div class="inline-field" hidden=move || !anything()>
                        <label class="inline-field__label" for="per">{words::list::PER}</label>
                        <span class="select" data-size="sm">
                            <select class="select__control" id="per" on:change=change_per>{per_options}</select>
                        </span>
                    </div>
                    <ul class="segmented" aria-label=words::list::VIEW>{view_links}</ul>
                    <div><CopyButton label=words::copy::LINK clip=link/></div>
                    <div class="result-bar__files" hidden=move || !anything()>
                        <CsvButton label=words::list::CSV file/>
                        <PasteButton snapshot state paste=Paste::All/>
                        <PasteButton snapshot state paste=Paste::Page/>
                        <a class="result-bar__figures" href=figures>{words::figures::FROM_LIST}</a>
                    </div>
                </InBrowser>
            </div>
            <p class="result-bar__note"><LiveText text=Signal::derive(note)/></p>
            <ColumnChoice state/>
        </div>
    }
}

/// The columns of the table, where there is one.
#[component]
fn ColumnChoice(state: ListState) -> impl IntoView {
    let is_table = Memo::new(move |_| state.with_query(|query| query.view == View::Table));
    move || {
        if !is_table.get() {
            return ().into_any();
        }
        let items = CaseColumn::ALL.iter().map(|&column| {
            let checked = move || state.with_query(|query| query.columns.set().contains(&column));
            let toggle = move |_| {
                state.change_view(|query| {
                    let mut columns = query.columns.set().clone();
                    if !columns.remove(&column) {
                        columns.insert(column);
                    }
                    // The last one stays: a table has a column.
                    query.columns = Columns::new(columns).unwrap_or_else(|| query.columns.clone());
                });
            };
            view! {
                <li>
                    <label class="checkbox">
                        <input class="checkbox__input" type="checkbox" prop:checked=checked on:change=toggle/>
                        <span class="checkbox__label">{column.ja()}</span>
                    </label>
                </li>
            }
        });
        let items = items.collect_view();
        view! {
            <details class="disclosure column-choice" data-size="sm">
                <summary class="disclosure__summary">{words::list::COLUMNS}</summary>
                <fieldset class="disclosure__body">
                    <legend class="u-visually-hidden">{words::list::COLUMNS}</legend>
                    <ul class="column-choice__list">{items}</ul>
                </fieldset>
            </details>
        }
        .into_any()
    }
}
