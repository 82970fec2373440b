use joint_procurement_core::domain::{SystemState, Term};
use leptos::prelude::*;

use super::table::CsvActions;
use super::text::{href, text};
use crate::content::{Cell, Inline, Link, Table, Text};
use crate::navigation::use_navigation;
use crate::words;

/// A table of states: a mark and a number a cell. The words are read aloud, and stand in the title of the cell.
#[component]
pub(super) fn Marks(table: Table) -> impl IntoView {
    let (file_name, file) = (table.file_name.clone(), table.to_csv());
    let Table { id, caption, columns, rows, .. } = table;
    let caption_id = format!("{id}-caption");
    let names: Vec<String> = columns.into_iter().map(|it| it.name).collect();
    let rows = rows.into_iter().map(|cells| view! { <tr class="table__row">{marks_row(&names, cells)}</tr> });
    let rows = rows.collect_view();
    let heads = names.into_iter().map(|name| view! { <th class="table__head" scope="col">{name}</th> });
    view! {
        <div class="table-scroller" role="group" aria-labelledby=caption_id tabindex="0">
            <div class="matrix__frame">
                <table class="table matrix__table" data-size="dense" data-first="sticky">
                    <caption class="u-visually-hidden" id=caption_id.clone()>{caption}</caption>
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
        <CsvActions file_name file/>
    }
}

/// Draws the cells of a row, the first of which names it.
pub fn marks_row(names: &[String], cells: Vec<Cell>) -> impl IntoView + use<> {
    let mut row = String::new();
    let cells = cells.into_iter().zip(names).map(|(cell, name)| {
        let said = cell.text.plain();
        if row.is_empty() {
            row = said;
            return view! { <th class="table__cell" scope="row">{text(cell.text)}</th> }.into_any();
        }
        let title = words::matrix::cell(&row, name, &said);
        let state = cell.text.iter().find_map(|piece| match piece {
            Inline::State(state) => Some(state.slug()),
            _ => None,
        });
        view! { <td class="table__cell" title=title data-state=state>{marks(cell.text)}</td> }.into_any()
    });
    cells.collect::<Vec<AnyView>>()
}

/// Draws the text of a cell, of whose words only marks and numbers are seen.
fn marks(cell: Text) -> Vec<AnyView> {
    let pieces = cell.into_iter().map(|piece| match piece {
        Inline::Link(Link { to, text }) => {
            let kind = text.starts_with(|it: char| !it.is_ascii_digit()).then_some("partner");
            let href = href(use_navigation(), &to);
            view! { <a href=href data-kind=kind>{number(&text)}</a> }.into_any()
        }
        Inline::Number(text) => number(&text).into_any(),
        // The words for finding no case stand for the state.
        Inline::Unknown(text) => match SystemState::ALL.iter().find(|it| it.ja() == text) {
            Some(&state) => self::text(Inline::State(state).into()),
            None => text.into_any(),
        },
        piece => text(piece.into()),
    });
    pieces.collect()
}

/// Draws a number whose words are not seen: `参加3件`.
fn number(said: &str) -> impl IntoView + use<> {
    let is_digit = |it: char| it.is_ascii_digit();
    let start = said.find(is_digit).unwrap_or(0);
    let end = said.rfind(is_digit).map_or(said.len(), |last| last + 1);
    let word = |word: &str| {
        let word = word.to_owned();
        (!word.is_empty()).then(|| view! { <span class="matrix__word">{word}</span> })
    };
    (word(&said[..start]), said[start..end].to_owned(), word(&said[end..]))
}
