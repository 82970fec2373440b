use leptos::prelude::*;

use super::text::{href, text};
use crate::content::{Bar, DomainTile, KeyFigure};
use crate::domain::Term;
use crate::shell::use_navigation;
use crate::text::cases;

/// A domain with more rows than this takes two columns.
const ROWS_OF_ONE_COLUMN: usize = 9;

pub(super) fn key_figures(figures: Vec<KeyFigure>) -> AnyView {
    let navigation = use_navigation();
    let figures = figures.into_iter().map(|figure| {
        let class = if figure.unit.is_empty() { "key-figure__value unknown" } else { "key-figure__value" };
        view! {
            <li class="key-figure">
                <p class="key-figure__main">
                    <a class="key-figure__link" href=href(navigation, &figure.to)>
                        <span class="key-figure__label">{figure.label}</span>
                        " "
                        <span class=class>
                            {figure.value}<span class="key-figure__unit">{figure.unit}</span>
                        </span>
                    </a>
                </p>
                <p class="key-figure__note">{text(figure.note)}</p>
            </li>
        }
    });
    view! { <ul class="key-figures">{figures.collect_view()}</ul> }.into_any()
}

pub(super) fn domains(tiles: Vec<DomainTile>) -> AnyView {
    let navigation = use_navigation();
    let tiles = tiles.into_iter().map(|tile| {
        let id = format!("domain-{}", tile.domain.slug());
        let labelled_by = id.clone();
        let span = (tile.bars.len() > ROWS_OF_ONE_COLUMN).then_some("2");
        let note = (!tile.note.is_empty()).then(|| view! { <p class="domain__note">{tile.note}</p> });
        let others = tile.others.map(|(summary, hint, others)| {
            view! {
                <details class="disclosure domain__others">
                    <summary class="disclosure__summary">
                        {summary}" "<span class="disclosure__hint">{hint}</span>
                    </summary>
                    <div class="disclosure__body">{bars(others)}</div>
                </details>
            }
        });
        view! {
            <section class="domain" data-domain=tile.domain.slug() data-span=span aria-labelledby=labelled_by>
                <div class="domain__header">
                    <h3 class="domain__heading" id=id>
                        <a class="domain__heading-link" href=href(navigation, &tile.to)>{tile.domain.ja()}</a>
                    </h3>
                    <p class="domain__total">{cases(tile.cases)}</p>
                    {note}
                </div>
                {bars(tile.bars)}
                {others}
            </section>
        }
    });
    view! { <div class="domains">{tiles.collect_view()}</div> }.into_any()
}

pub(super) fn bars(bars: Vec<Bar>) -> AnyView {
    let navigation = use_navigation();
    let bars = bars.into_iter().map(|bar| {
        // In thousandths: whole numbers are written by less code than fractions.
        let share = format!("calc({} / 1000)", bar.cases * 1000 / bar.largest.max(1));
        let cases = cases(bar.cases);
        let name = match bar.page {
            Some(page) => {
                view! { <a class="type-bar__name" href=href(navigation, &page)>{bar.name.clone()}</a> }.into_any()
            }
            None => view! { <span class="type-bar__name">{bar.name.clone()}</span> }.into_any(),
        };
        // Alone among the links of a page a bare number would tell nothing.
        let label = format!("{} {cases}", bar.name);
        view! {
            <li class="type-bars__item">
                <div class="type-bar" style:--share=share>
                    {name}
                    " "
                    <a class="type-bar__count" href=href(navigation, &bar.to) aria-label=label>{cases}</a>
                    <span class="type-bar__track" aria-hidden="true"><span class="type-bar__fill"></span></span>
                </div>
            </li>
        }
    });
    view! { <ul class="type-bars">{bars.collect_view()}</ul> }.into_any()
}
