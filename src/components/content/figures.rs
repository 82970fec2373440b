use super::table::csv_actions;
use super::text::{href, text};
use crate::components::element::{Element, Node, all, classed};
use crate::content::{Bar, DomainTile, KeyFigure, Table, Target};
use crate::domain::Term;
use crate::shell::{use_navigation, use_words};
use crate::text::cases;

/// A domain with more rows than this takes two columns.
const ROWS_OF_ONE_COLUMN: usize = 9;

fn link(class: &'static str, to: &Target) -> Element {
    classed("a", class).attr("href", href(use_navigation(), to))
}

pub(super) fn key_figures(figures: Vec<KeyFigure>) -> Node {
    let figures = figures.into_iter().map(|figure| {
        let class = if figure.unit.is_empty() { "key-figure__value unknown" } else { "key-figure__value" };
        let unit = classed("span", "key-figure__unit").child(figure.unit);
        let link = link("key-figure__link", &figure.to)
            .child(classed("span", "key-figure__label").child(figure.label))
            .child(" ")
            .child(classed("span", class).child(figure.value).child(unit));
        classed("li", "key-figure")
            .child(classed("p", "key-figure__main").child(link))
            .child(classed("p", "key-figure__note").child(text(figure.note)))
    });
    classed("section", "key-figures-part")
        .attr("aria-label", use_words().overview.key_figures)
        .child(classed("ul", "key-figures").children(figures))
        .node()
}

pub(super) fn domains(tiles: Vec<DomainTile>, file: &Table) -> Node {
    all([classed("div", "domains").children(tiles.into_iter().map(domain)).node(), csv_actions(file)])
}

fn domain(tile: DomainTile) -> Element {
    let id = format!("domain-{}", tile.domain.slug());
    let span = (tile.bars.len() > ROWS_OF_ONE_COLUMN).then_some("2");
    let heading = classed("h3", "domain__heading")
        .attr("id", id.clone())
        .child(link("domain__heading-link", &tile.to).child(tile.domain.ja()));
    let note = (!tile.note.is_empty()).then(|| classed("p", "domain__note").child(tile.note));
    let header = classed("div", "domain__header")
        .child(heading)
        .child(classed("p", "domain__total").child(cases(tile.cases)))
        .some(note);
    let others = tile.others.map(|(summary, hint, others)| {
        let hint = classed("span", "disclosure__hint").child(hint);
        classed("details", "disclosure domain__others")
            .child(classed("summary", "disclosure__summary").child(summary).child(" ").child(hint))
            .child(classed("div", "disclosure__body").child(bars(others)))
    });
    classed("section", "domain")
        .attr("data-domain", tile.domain.slug())
        .maybe("data-span", span)
        .attr("aria-labelledby", id)
        .child(header)
        .child(bars(tile.bars))
        .some(others)
}

pub(super) fn bars(bars: Vec<Bar>) -> Node {
    classed("ul", "type-bars").children(bars.into_iter().map(bar)).node()
}

fn bar(bar: Bar) -> Element {
    // In thousandths: whole numbers are written by less code than fractions.
    let share = format!("calc({} / 1000)", bar.cases * 1000 / bar.largest.max(1));
    let cases = cases(bar.cases);
    let name = match &bar.page {
        Some(page) => link("type-bar__name", page),
        None => classed("span", "type-bar__name"),
    };
    // Alone among the links of a page a bare number would tell nothing.
    let label = format!("{} {cases}", bar.name);
    let fill = classed("span", "type-bar__fill");
    let row = classed("div", "type-bar")
        .property("--share", share)
        .child(name.child(bar.name))
        .child(" ")
        .child(link("type-bar__count", &bar.to).attr("aria-label", label).child(cases))
        .child(classed("span", "type-bar__track").attr("aria-hidden", "true").child(fill));
    classed("li", "type-bars__item").child(row)
}
