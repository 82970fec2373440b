use joint_procurement_core::domain::Term;
use joint_procurement_core::text::cases;
use leptos::prelude::*;

use super::disclosure::Disclosure;
use super::table::CsvActions;
use super::text::{href, text};
use crate::components::InBrowser;
use crate::content::{Bar, DomainTile, KeyFigure, Table};
use crate::navigation::use_navigation;
use crate::words;

/// A domain with more rows than this takes two columns.
const ROWS_OF_ONE_COLUMN: usize = 9;

/// Numbers one should know.
#[component]
pub(super) fn KeyFigures(figures: Vec<KeyFigure>) -> impl IntoView {
    let navigation = use_navigation();
    let figures = figures.into_iter().map(|figure| {
        let unit = (!figure.unit.is_empty()).then_some(figure.unit);
        let class = if unit.is_none() { "key-figure__value unknown" } else { "key-figure__value" };
        view! {
            <li class="key-figure">
                <p class="key-figure__main">
                    <a class="key-figure__link" href=href(navigation, &figure.to)>
                        <span class="key-figure__label">{figure.label}</span>
                        " "
                        <span class=class>{figure.value}<span class="key-figure__unit">{unit}</span></span>
                    </a>
                </p>
                <p class="key-figure__note">{text(figure.note)}</p>
            </li>
        }
    });
    view! {
        <section class="key-figures-part" aria-label=words::overview::KEY_FIGURES>
            <ul class="key-figures">{figures.collect_view()}</ul>
        </section>
    }
}

/// The same numbers in one line. The notes are one click away.
#[component]
pub(super) fn FigureLine(figures: Vec<KeyFigure>) -> impl IntoView {
    let navigation = use_navigation();
    let mut notes = Vec::new();
    let mut numbers = Vec::new();
    for figure in figures {
        let to = href(navigation, &figure.to);
        notes.push(view! {
            <div class="facts__item">
                <dt class="facts__term">{figure.label.clone()}</dt>
                <dd class="facts__value">{text(figure.note)}</dd>
            </div>
        });
        numbers.push(view! {
            <li class="figure-line__item">
                <a class="figure-line__link" href=to>
                    {figure.label} " " <span class="figure-line__value">{figure.value}{figure.unit}</span>
                </a>
            </li>
        });
    }
    let summary = words::overview::COUNTING.into_any();
    view! {
        <section class="figure-line" aria-label=words::overview::KEY_FIGURES>
            <ul class="figure-line__list">{numbers}</ul>
            <Disclosure summary><dl class="facts">{notes}</dl></Disclosure>
        </section>
    }
}

/// The domains side by side, and the same as a file.
#[component]
pub(super) fn Domains(tiles: Vec<DomainTile>, file: Table) -> impl IntoView {
    let tiles = tiles.into_iter().map(|tile| view! { <DomainPart tile/> });
    view! {
        <div class="domains">{tiles.collect_view()}</div>
        <CsvActions file_name=file.file_name.clone() file=file.to_csv()/>
    }
}

#[component]
fn DomainPart(tile: DomainTile) -> impl IntoView {
    let DomainTile { domain, cases: count, to, note, bars, others } = tile;
    let id = format!("domain-{}", domain.slug());
    let span = (bars.len() > ROWS_OF_ONE_COLUMN).then_some("2");
    let note = (!note.is_empty()).then(|| view! { <p class="domain__note">{note}</p> });
    let others = others.map(|(summary, hint, others)| {
        let summary = view! { {summary} " " <span class="disclosure__hint">{hint}</span> }.into_any();
        view! {
            <Disclosure class="disclosure domain__others" summary>
                <Bars bars=others/>
            </Disclosure>
        }
    });
    view! {
        <section class="domain" data-domain=domain.slug() data-span=span aria-labelledby=id>
            <div class="domain__header">
                <h3 class="domain__heading" id=id.clone()>
                    <a class="domain__heading-link" href=href(use_navigation(), &to)>{domain.ja()}</a>
                </h3>
                <p class="domain__total">{cases(count)}</p>
                {note}
            </div>
            <Bars bars/>
            {others}
        </section>
    }
}

/// Counted names with their lengths.
#[component]
pub(super) fn Bars(bars: Vec<Bar>) -> impl IntoView {
    let bars = bars.into_iter().map(|bar| view! { <li class="type-bars__item"><TypeBar bar/></li> });
    view! { <ul class="type-bars">{bars.collect_view()}</ul> }
}

#[component]
fn TypeBar(bar: Bar) -> impl IntoView {
    let navigation = use_navigation();
    let Bar { name, page, cases: count, largest, to } = bar;
    // In thousandths: whole numbers are written by less code than fractions.
    let share = count * 1000 / largest.max(1);
    let width = format!("{}.{}%", share / 10, share % 10);
    let count = cases(count);
    // Alone among the links of a page a bare number would tell nothing.
    let label = format!("{name} {count}");
    let name = match page {
        Some(page) => view! { <a class="type-bar__name" href=href(navigation, &page)>{name}</a> }.into_any(),
        None => view! { <span class="type-bar__name">{name}</span> }.into_any(),
    };
    // A picture and not a width of its own: style attributes are refused in pages that are sent. A single
    // case among many must still be seen as a bar, hence the first piece.
    view! {
        <div class="type-bar">
            {name}
            " "
            <a class="type-bar__count" href=href(navigation, &to) aria-label=label>{count}</a>
            <InBrowser>
                <svg class="type-bar__track" aria-hidden="true" data-live="">
                    <rect class="type-bar__fill" width="4" height="100%" rx="3"/>
                    <rect class="type-bar__fill" width=width height="100%" rx="3"/>
                </svg>
            </InBrowser>
        </div>
    }
}
