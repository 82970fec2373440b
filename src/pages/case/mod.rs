//! One case: every field, what is not known in words, and the public pages behind it.

mod money;
mod participants;
mod place;
mod texts;
mod top;

use leptos::prelude::*;

use crate::components::{Breadcrumb, CsvButton, RouteLink, query_beside};
use crate::data::{Data, DataError};
use crate::domain::{CaseDetail, CaseRef, Fact, Municipalities, Snapshot, Status, Term};
use crate::export::case_csv;
use crate::query::StatusAnswer;
use crate::routes::Route;
use crate::shell::{FailureNotice, Hold, set_title, use_words};
use crate::text::CaseSummary;
use money::Money;
use participants::ParticipantTable;
use place::WhoAndWhat;
use texts::{Benefits, How, Sources};
use top::Top;

#[component]
pub fn Case(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let words = use_words();
    set_title(case.title());
    view! {
        <Breadcrumb ancestors=vec![Route::Overview, Route::Cases] current=case.title()/>
        <div class="page-header">
            <Kicker snapshot case/>
            <h1 class="page-header__heading" tabindex="-1">{case.title()}</h1>
            <p class="page-header__lead">{(words.case.summary)(&summary(snapshot, case))}</p>
        </div>
        <Details snapshot case/>
    }
}

/// Domain, system type and prefecture, each a link to the cases that share it, and the status.
#[component]
fn Kicker(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let domain = case.domain();
    let by_domain = query_beside(case, |filter| filter.domain = [domain].into());
    let by_system = query_beside(case, |filter| filter.system = [case.system_type().clone()].into());
    let by_prefecture = query_beside(case, |filter| filter.pref = [case.lead_prefecture()].into());
    let status = StatusAnswer::from(case.status());
    view! {
        <p class="page-header__kicker">
            <span class="chip" data-domain=domain.slug()>
                <RouteLink route=Route::Cases query=by_domain>{domain.ja()}</RouteLink>
            </span>
            " "
            <RouteLink route=Route::Cases query=by_system>{snapshot.system_name(case.system_type())}</RouteLink>
            " "
            <RouteLink route=Route::Cases query=by_prefecture>
                {snapshot.prefecture_name(case.lead_prefecture())}
            </RouteLink>
            " "
            <span class="status" data-status=status.slug()>{status.ja()}</span>
        </p>
    }
}

fn summary<'a>(snapshot: &'a Snapshot, case: CaseRef<'a>) -> CaseSummary<'a> {
    let words = use_words();
    CaseSummary {
        lead: case.lead_organization(),
        system: snapshot.system_name(case.system_type()),
        participants: case.participants_count().known(),
        introduced: case
            .introduced()
            .map(|introduced| (words.case.introduced_value)(case, introduced))
            .known(),
        planned: case.status() == Fact::Known(Status::Planned),
    }
}

/// The facts at once, the long texts and the names of municipalities when their files have come.
#[component]
fn Details(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let data: Data = expect_context();
    let detail = Data::detail(snapshot, case.row());
    data.municipalities().want();
    let hold = Hold::new();
    Effect::new(move || {
        if detail.get().is_some() && data.municipalities().get().is_some() {
            hold.release();
        }
    });
    move || {
        let municipalities = data.municipalities().get();
        let failed = municipalities.clone().and_then(Result::err).map(|error| {
            view! { <FailureNotice error retry=move |()| data.municipalities().retry()/> }
        });
        let municipalities = municipalities.and_then(Result::ok);
        match detail.get() {
            None => view! { <Pending/> }.into_any(),
            Some(Ok(detail)) => view! { {failed}<Sections snapshot case detail municipalities/> }.into_any(),
            Some(Err(error)) => {
                let retry = move |()| detail.retry();
                view! { <WithoutTexts snapshot case municipalities error retry/> }.into_any()
            }
        }
    }
}

#[component]
fn Pending() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="loading">
            <p class="loading__text" role="status">{words.case.loading_details}</p>
            <progress class="progress" aria-label=words.shell.loading_progress></progress>
        </div>
    }
}

#[component]
fn Sections(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    detail: CaseDetail,
    municipalities: Option<&'static Municipalities>,
) -> impl IntoView {
    let words = use_words();
    let file_name = format!("{}_{}", words.route_name(&Route::Case(case.id().clone())), case.id());
    let exported = detail.clone();
    view! {
        <div class="page-header__actions u-no-print">
            <CsvButton
                file_name
                label=words.case.csv
                rows=move || case_csv(snapshot, case, &exported, municipalities, use_words())
            />
        </div>
        <Top snapshot case detail=detail.clone()/>
        <WhoAndWhat snapshot case/>
        <Money snapshot case detail=Some(detail.clone())/>
        <How snapshot case detail=detail.clone()/>
        <Benefits snapshot case/>
        {municipalities.map(|table| view! { <ParticipantTable snapshot case table/> })}
        <Sources detail/>
    }
}

/// What can be shown when the file of texts could not be had: everything else.
#[component]
fn WithoutTexts(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    municipalities: Option<&'static Municipalities>,
    error: DataError,
    #[prop(into)] retry: Callback<()>,
) -> impl IntoView {
    view! {
        <FailureNotice error retry/>
        <WhoAndWhat snapshot case/>
        <Money snapshot case detail=None/>
        <Benefits snapshot case/>
        {municipalities.map(|table| view! { <ParticipantTable snapshot case table/> })}
    }
}

/// One group of facts with its heading.
#[component]
fn FactGroup(id: &'static str, heading: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="fact-group" aria-labelledby=id>
            <h2 class="fact-group__heading" id=id>{heading}</h2>
            <div class="fact-group__body">{children()}</div>
        </section>
    }
}

/// A term with its value.
#[component]
fn FactRow(term: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="facts__item">
            <dt class="facts__term">{term}</dt>
            <dd class="facts__value">{children()}</dd>
        </div>
    }
}
