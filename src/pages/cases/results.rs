use leptos::prelude::*;

use super::count_text;
use super::state::ListState;
use crate::components::{Level, Pagination, case_item, csv_button};
use crate::data::Data;
use crate::domain::Snapshot;
use crate::export::cases_csv;
use crate::query::{Direction, PerPage, Sort, SortKey};
use crate::routes::{Address, Route};
use crate::shell::{failure_notice, use_navigation, use_words};

/// The orders that the menu offers: every key, the direction that people look for first.
const SORTS: [(SortKey, Direction); 13] = [
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

/// The cases found, with what was asked for.
#[component]
pub fn Results(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let words = &use_words().list;
    view! {
        <section class="list-layout__main" aria-labelledby="result-heading">
            <h2 class="u-visually-hidden" id="result-heading">{words.results}</h2>
            <ActiveFilters state/>
            <ResultBar snapshot state/>
            <SearchNotices state/>
            {move || {
                let cases = state.sorted();
                if cases.is_empty() {
                    return view! { <Empty state/> }.into_any();
                }
                let query = state.query();
                let shown = Shown::of(&query, cases.len());
                let items = cases.iter().skip(shown.skipped).take(query.per.rows());
                let items = items.map(|case| case_item(snapshot, case, Level::H3)).collect_view();
                view! {
                    <ol class="case-list" start=shown.skipped + 1>{items}</ol>
                    <Pagination query current=shown.page pages=shown.pages/>
                }
                .into_any()
            }}
        </section>
    }
}

/// Which part of a result a page shows. A page beyond the last shows the last.
struct Shown {
    page: usize,
    skipped: usize,
    pages: usize,
}

impl Shown {
    fn of(query: &crate::query::CaseQuery, total: usize) -> Self {
        let rows = query.per.rows();
        let pages = total.div_ceil(rows).max(1);
        let page = (query.page.number() as usize).min(pages);
        Self { page, skipped: (page - 1) * rows, pages }
    }
}

#[component]
fn ActiveFilters(state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let navigation = use_navigation();
    let href = move |query| navigation.href(&Address::with_query(Route::Cases, query));
    move || {
        let conditions = state.conditions().get();
        if conditions.is_empty() {
            return ().into_any();
        }
        let chips = conditions.into_iter().map(|condition| {
            view! {
                <li class="active-filters__item">
                    <a class="filter-chip" href=href(condition.without.to_string()) data-adjusts="">
                        <span class="u-visually-hidden">{words.remove}</span>
                        {condition.text}
                        <span class="filter-chip__remove" aria-hidden="true"></span>
                    </a>
                </li>
            }
        });
        let chips = chips.collect_view();
        view! {
            <ul class="active-filters" aria-label=words.active>
                {chips}
                <li class="active-filters__item">
                    <a class="active-filters__clear" href=href(String::new()) data-adjusts="">{words.clear}</a>
                </li>
            </ul>
        }
        .into_any()
    }
}

#[component]
fn ResultBar(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let total = Memo::new(move |_| state.matches().with(|matches| matches.selection(&snapshot.cases).len()));
    let range = move || {
        let total = total.get();
        let shown = state.with_query(|query| Shown::of(query, total));
        let rows = state.with_query(|query| query.per.rows());
        (total > 0).then(|| (words.range)(shown.skipped + 1, (shown.skipped + rows).min(total)))
    };
    let note = move || {
        let scope = state.with_query(|query| query.filter.scope);
        (words.result_note)(scope, total.get(), state.of_scope())
    };
    let current = move || state.with_query(|query| query.sort);
    let sorts = SORTS.map(|(key, direction)| Sort { key, direction });
    let sort_options = move || {
        // An order that only an address can ask for is listed while it is in force.
        let other = Some(current()).filter(|sort| !sorts.contains(sort));
        let options = sorts.into_iter().chain(other).map(|sort| {
            let selected = sort == current();
            view! { <option value=sort.to_string() selected=selected>{(words.sort_name)(sort)}</option> }
        });
        options.collect_view()
    };
    let per_options = move || {
        let options = PerPage::ALL.into_iter().map(|per| {
            let selected = state.with_query(|query| query.per == per);
            view! { <option value=per.rows().to_string() selected=selected>{(words.per_name)(per)}</option> }
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
        if let Some(per) = PerPage::ALL.into_iter().find(|per| per.rows().to_string() == rows) {
            state.change_view(|query| query.per = per);
        }
    };
    let file = move || {
        (
            format!("{}_{}", words.file_name, snapshot.meta.id),
            cases_csv(snapshot, &state.sorted(), use_words()),
        )
    };
    view! {
        <div class="result-bar">
            <p class="result-bar__count" role="status">
                <span class="result-bar__number">{move || count_text(total.get())}</span>
                " "
                <span class="result-bar__range">{range}</span>
            </p>
            <div class="result-bar__tools">
                <div class="inline-field">
                    <label class="inline-field__label" for="sort">{words.sort}</label>
                    <span class="select" data-size="sm">
                        <select class="select__control" id="sort" on:change=change_sort>{sort_options}</select>
                    </span>
                </div>
                <div class="inline-field">
                    <label class="inline-field__label" for="per">{words.per}</label>
                    <span class="select" data-size="sm">
                        <select class="select__control" id="per" on:change=change_per>{per_options}</select>
                    </span>
                </div>
                {csv_button(words.csv, Box::new(file))}
            </div>
            <p class="result-bar__note">{note}</p>
        </div>
    }
}

/// Tells while the long texts are on their way to a search, or that they could not be had.
#[component]
fn SearchNotices(state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let data: Data = expect_context();
    move || {
        let searching = state.with_query(|query| !query.filter.text.is_empty());
        let failed = match (data.details().get(), data.municipalities().get()) {
            (Some(Err(error)), _) | (_, Some(Err(error))) => Some(error),
            _ => None,
        };
        match failed.filter(|_| searching) {
            Some(error) => {
                let retry = move || {
                    data.details().retry();
                    data.municipalities().retry();
                };
                failure_notice(&error, retry)
            }
            None if state.texts_loading().get() => {
                view! { <p class="text-muted" role="status">{words.searching_texts}</p> }.into_any()
            }
            None => ().into_any(),
        }
    }
}

/// Nothing found: which condition to take away, and what that would give.
#[component]
fn Empty(state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let navigation = use_navigation();
    let ways = state.conditions().get().into_iter().map(|condition| {
        let href = navigation.href(&Address::with_query(Route::Cases, &condition.without));
        let count = state.count(&condition.without);
        view! {
            <li class="link-list__item">
                <a class="link-list__link" href=href data-adjusts="">{(words.without)(&condition.text, count)}</a>
            </li>
        }
    });
    let ways = ways.collect_view();
    view! {
        <div class="empty-state">
            <p class="empty-state__heading">{words.empty}</p>
            <p class="empty-state__text">{words.empty_text}</p>
            <ul class="link-list">{ways}</ul>
        </div>
    }
}
