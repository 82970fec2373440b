use leptos::prelude::*;

use crate::components::{CsvButton, RouteLink};
use crate::domain::{Domain, Snapshot, Term};
use crate::export::CsvTable;
use crate::query::{CaseFilter, CaseQuery, Selection};
use crate::routes::Route;
use crate::shell::use_words;
use crate::stats::{DomainCount, Overview, SystemCount};
use crate::text;

/// A domain with more rows than this takes two columns.
const ROWS_OF_ONE_COLUMN: usize = 9;

/// The three domains with their system types, by number of cases.
#[component]
pub fn Domains(snapshot: &'static Snapshot, cases: Selection<'static>) -> impl IntoView {
    let words = &use_words().overview;
    let overview = Overview::of(snapshot, &cases);
    let largest =
        overview.domains.iter().flat_map(|domain| &domain.systems).map(|it| it.cases).max().unwrap_or(1);
    let domains = overview.domains.clone().into_iter();
    let domains = domains.map(|count| view! { <DomainTile snapshot count largest/> }).collect_view();
    let file_name = format!("{}_{}", words.system_table, snapshot.meta.id);
    view! {
        <section class="section" aria-labelledby="domains">
            <div class="section__header">
                <h2 class="section__heading" id="domains">{words.domains}</h2>
                <p class="section__lead">{words.domains_lead}</p>
                <p class="section__more"><CsvButton file_name rows=move || table(snapshot, &overview)/></p>
            </div>
            <div class="domains">{domains}</div>
        </section>
    }
}

#[component]
fn DomainTile(snapshot: &'static Snapshot, count: DomainCount, largest: usize) -> impl IntoView {
    let words = &use_words().overview;
    let domain = count.domain;
    let id = format!("domain-{}", domain.slug());
    let labelled_by = id.clone();
    let term = snapshot.terms.domains.iter().find(|term| term.slug == domain);
    let note = term.and_then(|term| term.description.as_deref());
    let filter = CaseFilter { domain: [domain].into(), ..CaseFilter::default() };
    let query = CaseQuery { filter, ..CaseQuery::default() }.to_string();
    let bars = |systems: &[SystemCount]| {
        let bars = systems.iter().cloned();
        bars.map(|system| view! { <TypeBar snapshot domain system largest/> }).collect_view()
    };
    let others = (!count.others.is_empty()).then(|| {
        view! {
            <details class="disclosure domain__others">
                <summary class="disclosure__summary">
                    {(words.others)(count.other_cases())}
                    " "
                    <span class="disclosure__hint">{words.others_hint}</span>
                </summary>
                <div class="disclosure__body"><ul class="type-bars">{bars(&count.others)}</ul></div>
            </details>
        }
    });
    let span = (count.systems.len() > ROWS_OF_ONE_COLUMN).then_some("2");
    view! {
        <section class="domain" data-domain=domain.slug() data-span=span aria-labelledby=labelled_by>
            <div class="domain__header">
                <h3 class="domain__heading" id=id>
                    <RouteLink route=Route::Cases query class="domain__heading-link">{domain.ja()}</RouteLink>
                </h3>
                <p class="domain__total">{text::cases(count.cases)}</p>
                {note.map(|note| view! { <p class="domain__note">{note}</p> })}
            </div>
            <ul class="type-bars">{bars(&count.systems)}</ul>
            {others}
        </section>
    }
}

#[component]
fn TypeBar(
    snapshot: &'static Snapshot,
    domain: Domain,
    system: SystemCount,
    largest: usize,
) -> impl IntoView {
    let name = snapshot.system_type(&system.slug).map_or("", |it| it.name.as_str());
    let share = text::decimal(system.cases as f64 / largest as f64);
    let filter =
        CaseFilter { domain: [domain].into(), system: [system.slug].into(), ..CaseFilter::default() };
    let query = CaseQuery { filter, ..CaseQuery::default() }.to_string();
    let href = crate::shell::use_navigation().href(&crate::shell::Address::with_query(Route::Cases, query));
    view! {
        <li class="type-bars__item">
            <a class="type-bar" href=href style:--share=share>
                <span class="type-bar__name">{name}</span>
                " "
                <span class="type-bar__count">{text::cases(system.cases)}</span>
                <span class="type-bar__track" aria-hidden="true"><span class="type-bar__fill"></span></span>
            </a>
        </li>
    }
}

fn table(snapshot: &Snapshot, overview: &Overview) -> CsvTable {
    let words = use_words();
    let rows = overview.domains.iter().flat_map(|domain| {
        let systems = domain.systems.iter().chain(&domain.others);
        systems.map(|system| {
            let name = snapshot.system_name(&system.slug).to_owned();
            vec![domain.domain.ja().to_owned(), name, system.cases.to_string()]
        })
    });
    let header = [words.list.domain, words.list.system, words.overview.count];
    CsvTable { header: header.map(str::to_owned).to_vec(), rows: rows.collect() }
}
