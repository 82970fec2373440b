use leptos::prelude::*;

use super::top::{flag, without_rehosted_mark};
use super::{fact_group, fact_row};
use crate::components::element::{Element, classed, el};
use crate::components::{external_link, fact_text, query_beside};
use crate::domain::{CaseDetail, CaseRef, Fact, Field, Snapshot, SnapshotKind, Source, Term};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

/// How it came about and how it was bought.
pub fn how(snapshot: &'static Snapshot, case: CaseRef<'static>, detail: &CaseDetail) -> Element {
    let words = use_words();
    let row =
        |field: Field, fact: Fact<String>| fact_row(words.field(field), fact_text(fact, snapshot.meta.kind));
    let text = |field, text: &Option<String>| row(field, Fact::new(text.clone(), case.reason(field)));
    let specification = case.specification_available().map(words.case.specification).map(str::to_owned);
    let facts = [
        text(Field::Background, &detail.background),
        text(Field::Process, &detail.process),
        row(Field::ProcurementMethod, case.procurement_method().map(|method| method.ja().to_owned())),
        row(Field::Vendor, case.vendor().map(str::to_owned)),
        row(Field::Product, case.product().map(str::to_owned)),
        row(Field::ContractEnd, case.contract_end().map(|end| words.year_month(end))),
        row(Field::SpecificationAvailable, specification),
    ];
    fact_group("how", words.case.how_heading, [classed("dl", "facts").children(facts)])
}

/// What the sources hope for or report, each a link to the cases that share it.
pub fn benefits(snapshot: &'static Snapshot, case: CaseRef<'static>) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    let kind = snapshot.meta.kind;
    let heading = match kind {
        SnapshotKind::Official => words.case.benefits_official,
        SnapshotKind::Compiled | SnapshotKind::Synthetic => words.case.benefits_heading,
    };
    let benefits = match case.benefits() {
        Fact::Missing(reason) => classed("p", "unknown").child(words.missing(reason, kind)),
        Fact::Known(slugs) => classed("ul", "chip-list").children(slugs.into_iter().filter_map(|slug| {
            let benefit = snapshot.terms.benefit(slug)?;
            let query = query_beside(case, |filter| filter.benefit = [slug.clone()].into());
            let href = navigation.href(&Address::with_query(Route::Cases, query));
            Some(el("li").child(classed("a", "chip").attr("href", href).child(benefit.name.as_str())))
        })),
    };
    fact_group("benefits", heading, [benefits])
}

/// The public pages that state the facts.
pub fn sources(sources: &[Source]) -> Element {
    let words = use_words();
    let note = classed("p", "text-muted").child(words.case.sources_note);
    let list = classed("ol", "source-list").children(sources.iter().map(source));
    fact_group("sources", words.case.sources_heading, [note, list])
}

fn source(source: &Source) -> AnyView {
    let words = use_words();
    let (title, rehosted) = without_rehosted_mark(&source.title);
    let rehosted = rehosted || source.publisher.contains("転載");
    let published = source.published.map(|date| format!("、{}", (words.case.published)(&words.date(date))));
    let meta =
        classed("p", "source__meta").child(source.publisher.as_str()).some(published).some(flag(rehosted));
    classed("li", "source")
        .child(classed("p", "source__title").child(external_link(source.url.clone(), title)))
        .child(meta)
        .view()
}
