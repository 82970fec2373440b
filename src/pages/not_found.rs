use leptos::prelude::*;

use crate::components::{RouteLink, breadcrumb};
use crate::domain::{CaseId, CaseRef, Snapshot};
use crate::ordering;
use crate::routes::Route;
use crate::shell::{set_title, use_words};

/// An address that no page has: says what was asked for and offers the nearest places.
#[component]
pub fn NotFound(snapshot: &'static Snapshot, path: String) -> impl IntoView {
    let words = use_words();
    set_title(words.not_found.heading);
    let links = Route::FIXED.into_iter().map(|route| {
        let name = words.route_name(&route);
        view! { <li class="link-list__item"><RouteLink route class="link-list__link">{name}</RouteLink></li> }
    });
    // `cases/20-denshi-library-2022/list` was meant for a case.
    let cases = nearest(snapshot, &path.replace('/', " "));
    view! {
        <div class="error-page">
            <h1 class="error-page__heading" tabindex="-1">{words.not_found.heading}</h1>
            <p class="error-page__asked">
                {words.not_found.asked}<code class="error-page__address">{path}</code>
            </p>
            <p class="error-page__text">{words.not_found.text}</p>
            <section class="error-page__near" aria-labelledby="near">
                <h2 class="error-page__near-heading" id="near">{words.not_found.near}</h2>
                <ul class="link-list">
                    {links.collect_view()}
                    {case_links(snapshot, cases)}
                </ul>
            </section>
        </div>
    }
}

/// An id that no case of the snapshot has.
#[component]
pub fn UnknownCase(snapshot: &'static Snapshot, id: CaseId) -> impl IntoView {
    let words = use_words();
    set_title(words.not_found.case_heading);
    let near = nearest(snapshot, id.as_str());
    view! {
        {breadcrumb(vec![Route::Overview, Route::Cases], words.not_found.case_heading.to_owned())}
        <div class="error-page">
            <h1 class="error-page__heading" tabindex="-1">{words.not_found.case_heading}</h1>
            <p class="error-page__asked">
                {words.case.identifier}"："<code class="error-page__address">{id.to_string()}</code>
            </p>
            <p class="error-page__text">{words.not_found.case_text}</p>
            <section class="error-page__near" aria-labelledby="near">
                <h2 class="error-page__near-heading" id="near">{words.not_found.case_near}</h2>
                <ul class="link-list">
                    {case_links(snapshot, near)}
                    <li class="link-list__item">
                        <RouteLink route=Route::Cases class="link-list__link">
                            {words.overview.see_list}
                        </RouteLink>
                    </li>
                </ul>
            </section>
        </div>
    }
}

fn case_links(snapshot: &'static Snapshot, cases: Vec<CaseRef<'static>>) -> impl IntoView {
    let links = cases.into_iter().map(move |case| {
        let place = snapshot.prefecture_name(case.lead_prefecture());
        let system = snapshot.system_name(case.system_type());
        view! {
            <li class="link-list__item">
                <RouteLink route=Route::Case(case.id().clone()) class="link-list__link">{case.title()}</RouteLink>
                <span class="link-list__note">{format!("{place}・{system}")}</span>
            </li>
        }
    });
    links.collect_view()
}

/// Up to five cases whose ids share the most words with what was asked for.
fn nearest(snapshot: &'static Snapshot, asked: &str) -> Vec<CaseRef<'static>> {
    let words: Vec<&str> = asked.split(['-', ' ']).filter(|word| !word.is_empty()).collect();
    let shared =
        |case: CaseRef<'_>| case.id().as_str().split('-').filter(|word| words.contains(word)).count();
    let mut cases: Vec<CaseRef<'static>> = snapshot.cases.iter().filter(|&case| shared(case) > 0).collect();
    ordering::sort_by_key(&mut cases, |&case| std::cmp::Reverse(shared(case)));
    cases.truncate(5);
    cases
}
