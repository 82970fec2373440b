use leptos::prelude::*;

use super::top::without_rehosted_mark;
use super::{FactGroup, FactRow};
use crate::components::{ExternalLink, FactText, RouteLink, query_beside};
use crate::domain::{CaseDetail, CaseRef, Fact, Field, Snapshot, SnapshotKind, Term};
use crate::routes::Route;
use crate::shell::use_words;

/// How it came about and how it was bought.
#[component]
pub fn How(snapshot: &'static Snapshot, case: CaseRef<'static>, detail: CaseDetail) -> impl IntoView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let text = |text, field| Fact::new(text, case.reason(field));
    let background = text(detail.background, Field::Background);
    let process = text(detail.process, Field::Process);
    view! {
        <FactGroup id="how" heading=words.case.how_heading>
            <dl class="facts">
                <FactRow term=words.field(Field::Background)><FactText fact=background kind/></FactRow>
                <FactRow term=words.field(Field::Process)><FactText fact=process kind/></FactRow>
                <FactRow term=words.field(Field::ProcurementMethod)>
                    <FactText fact=case.procurement_method().map(|method| method.ja().to_owned()) kind/>
                </FactRow>
                <FactRow term=words.field(Field::Vendor)>
                    <FactText fact=case.vendor().map(str::to_owned) kind/>
                </FactRow>
                <FactRow term=words.field(Field::Product)>
                    <FactText fact=case.product().map(str::to_owned) kind/>
                </FactRow>
                <FactRow term=words.field(Field::ContractEnd)>
                    <FactText fact=case.contract_end().map(|end| words.year_month(end)) kind/>
                </FactRow>
                <FactRow term=words.field(Field::SpecificationAvailable)>
                    <FactText
                        fact=case.specification_available().map(|yes| (words.case.specification)(yes).to_owned())
                        kind
                    />
                </FactRow>
            </dl>
        </FactGroup>
    }
}

/// What the sources hope for or report, each a link to the cases that share it.
#[component]
pub fn Benefits(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let heading = match kind {
        SnapshotKind::Official => words.case.benefits_official,
        SnapshotKind::Compiled | SnapshotKind::Synthetic => words.case.benefits_heading,
    };
    let benefits = match case.benefits() {
        Fact::Missing(reason) => view! { <p class="unknown">{words.missing(reason, kind)}</p> }.into_any(),
        Fact::Known(slugs) => {
            let items = slugs.into_iter().filter_map(|slug| {
                let benefit = snapshot.terms.benefit(slug)?;
                let query = query_beside(case, |filter| filter.benefit = [slug.clone()].into());
                Some(view! {
                    <li>
                        <RouteLink route=Route::Cases query class="chip">{benefit.name.as_str()}</RouteLink>
                    </li>
                })
            });
            view! { <ul class="chip-list">{items.collect_view()}</ul> }.into_any()
        }
    };
    view! { <FactGroup id="benefits" heading>{benefits}</FactGroup> }
}

/// The public pages that state the facts.
#[component]
pub fn Sources(detail: CaseDetail) -> impl IntoView {
    let words = use_words();
    let items = detail.sources.into_iter().map(|source| {
        let (title, rehosted) = without_rehosted_mark(&source.title);
        let rehosted = rehosted || source.publisher.contains("転載");
        let published = source.published.map(|date| format!("、{}", (words.case.published)(&words.date(date))));
        view! {
            <li class="source">
                <p class="source__title"><ExternalLink url=source.url text=title/></p>
                <p class="source__meta">
                    {source.publisher}{published}
                    {rehosted.then(|| view! { " "<span class="document__flag">{words.shell.rehosted}</span> })}
                </p>
            </li>
        }
    });
    view! {
        <FactGroup id="sources" heading=words.case.sources_heading>
            <p class="text-muted">{words.case.sources_note}</p>
            <ol class="source-list">{items.collect_view()}</ol>
        </FactGroup>
    }
}
