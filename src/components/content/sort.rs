//! The order of the rows of tables, as a reader chooses it. It lasts as long as the page.

use std::ops::Range;

use joint_procurement_core::ordering;
use leptos::prelude::*;

use crate::components::{InBrowser, LiveText, MenuField};
use crate::content::{Cell, Column, SortName};
use crate::words;

/// The rows of all tables of a page that can be sorted: one list in parts.
#[derive(Clone, Copy)]
pub(super) struct Sorted {
    rows: StoredValue<Vec<Vec<Cell>>>,
    by: RwSignal<Option<By>>,
}

/// The value by which the rows stand: of the cells of a column, its number, and the direction.
#[derive(Clone, Copy, PartialEq, Eq)]
struct By {
    column: usize,
    key: usize,
    ascending: bool,
}

impl Sorted {
    /// Begins the list of a page.
    pub fn new() -> Self {
        Self { rows: StoredValue::new(Vec::new()), by: RwSignal::new(None) }
    }

    /// Adds the rows of a table, and gives the places that it shows.
    pub fn add(self, rows: Vec<Vec<Cell>>) -> Range<usize> {
        let before = self.rows.with_value(Vec::len);
        self.rows.update_value(|all| all.extend(rows));
        before..self.rows.with_value(Vec::len)
    }

    /// Gives the rows that stand at these places now.
    pub fn rows(self, places: &Range<usize>) -> Vec<Vec<Cell>> {
        let by = self.by.get();
        self.rows.with_value(|all| {
            let mut order: Vec<usize> = (0..all.len()).collect();
            if let Some(by) = by {
                // Unknown values stand last in either direction.
                ordering::sort_by_key(&mut order, |&row| {
                    let cell = all.get(row).and_then(|cells| cells.get(by.column));
                    let key = cell.and_then(|cell| cell.key(by.key));
                    key.map_or(u64::MAX, |key| if by.ascending { key } else { u64::MAX - 1 - key })
                });
            }
            let shown = order.get(places.clone()).unwrap_or_default();
            shown.iter().filter_map(|&row| all.get(row).cloned()).collect()
        })
    }

    /// Gives the direction in which the rows stand by a column, or by one of its values.
    pub fn direction(self, column: usize, key: Option<usize>) -> Option<&'static str> {
        let by = self.by.get().filter(|by| by.column == column && key.is_none_or(|key| key == by.key))?;
        Some(if by.ascending { "ascending" } else { "descending" })
    }

    /// Sorts by a value, the largest first; by the same once more, the smallest. Gives the direction.
    fn turn(self, column: usize, key: usize) -> bool {
        let ascending = self.direction(column, Some(key)) == Some("descending");
        self.by.set(Some(By { column, key, ascending }));
        ascending
    }
}

/// The buttons in the head of a column.
pub(super) fn buttons(
    sorted: Sorted,
    column: usize,
    names: Vec<SortName>,
    said: RwSignal<String>,
) -> AnyView {
    let has_several = names.len() > 1;
    let buttons = names.into_iter().enumerate().map(move |(key, (name, short))| {
        let label = words::table::sort(name);
        let sort = move |_| {
            let ascending = untrack(|| sorted.turn(column, key));
            said.set(words::table::sorted(&words::table::order(name, ascending)));
        };
        view! {
            <button
                class="table__order"
                type="button"
                title=label.clone()
                aria-label=label
                data-order=move || sorted.direction(column, Some(key))
                on:click=sort
            >
                {has_several.then_some(short)}
            </button>
        }
    });
    view! { <InBrowser><span class="table__orders" data-live="">{buttons.collect_view()}</span></InBrowser> }
        .into_any()
}

/// The menu with all orders, for windows in which no heads are seen (assets/css/table-order.css).
pub(super) fn menu(sorted: Sorted, table: &str, columns: &[Column], said: RwSignal<String>) -> AnyView {
    let mut orders = vec![(None, words::table::FIRST_ORDER.to_owned())];
    for (column, it) in columns.iter().enumerate() {
        for (key, (name, _)) in it.sort.iter().enumerate() {
            for ascending in [false, true] {
                orders.push((Some(By { column, key, ascending }), words::table::order(name, ascending)));
            }
        }
    }
    let orders = StoredValue::new(orders);
    let choices = Signal::derive(move || {
        let by = sorted.by.get();
        orders.with_value(|orders| {
            let names = orders.iter().enumerate().map(|(at, (_, name))| (at.to_string(), name.clone()));
            let chosen = orders.iter().position(|(order, _)| *order == by).unwrap_or_default();
            (names.collect(), chosen.to_string())
        })
    });
    let choose = Callback::new(move |value: String| {
        let chosen = orders.with_value(|orders| orders.get(value.parse::<usize>().ok()?).cloned());
        if let Some((by, name)) = chosen {
            sorted.by.set(by);
            said.set(words::table::sorted(&name));
        }
    });
    let id = format!("{table}-order");
    view! {
        <div class="table__menu u-no-print" data-live="">
            <InBrowser><MenuField id label=words::table::ORDER choices choose/></InBrowser>
        </div>
    }
    .into_any()
}

/// The region that reads out the order.
pub(super) fn announced(said: RwSignal<String>) -> impl IntoView {
    view! {
        <InBrowser>
            <p class="u-visually-hidden" role="status" data-live=""><LiveText text=said/></p>
        </InBrowser>
    }
}
