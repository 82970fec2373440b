use leptos::prelude::*;

use super::{FactGroup, FactRow};
use crate::components::{FactText, RouteLink, query_beside};
use crate::domain::{CaseRef, Fact, Field, PrefectureCode, Snapshot, Term};
use crate::routes::Route;
use crate::shell::use_words;

/// Who procures what together.
#[component]
pub fn WhoAndWhat(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let by_system = query_beside(case, |filter| filter.system = [case.system_type().clone()].into());
    let lead_kind = snapshot.terms.lead_kinds.iter().find(|term| term.slug == case.lead_kind());
    let all = case.participants_all_in_prefecture().known() == Some(true);
    let introduced = case.introduced().map(|introduced| (words.case.introduced_value)(case, introduced));
    view! {
        <FactGroup id="who" heading=words.case.who_heading>
            <dl class="facts">
                <FactRow term=words.case.lead>{case.lead_organization()}</FactRow>
                <FactRow term=words.case.lead_kind>
                    {lead_kind.map_or(case.lead_kind().ja(), |term| term.name.as_str())}
                </FactRow>
                <FactRow term=words.case.lead_prefecture>
                    <PrefectureLink snapshot case code=case.lead_prefecture()/>
                </FactRow>
                <FactRow term=words.case.scope>{case.scope().ja()}</FactRow>
                <FactRow term=words.case.system_type>
                    <RouteLink route=Route::Cases query=by_system>
                        {snapshot.system_name(case.system_type())}
                    </RouteLink>
                </FactRow>
                <FactRow term=words.case.domain>{case.domain().ja()}</FactRow>
                <FactRow term=words.field(Field::ParticipantsCount)>
                    <FactText fact=case.participants_count().map(words.case.participants_count) kind/>
                    {all.then(|| view! { <span>"（"{words.case.all_in_prefecture}"）"</span> })}
                </FactRow>
                <FactRow term=words.case.population>
                    <FactText fact=Fact::from(case.population().map(words.case.population_value)) kind/>
                </FactRow>
                <FactRow term=words.case.staff>
                    <FactText fact=Fact::from(case.staff().map(words.case.staff_value)) kind/>
                </FactRow>
                <FactRow term=words.field(Field::PrefectureParticipates)>
                    <FactText
                        fact=case.prefecture_participates().map(words.case.prefecture_participates).map(str::to_owned)
                        kind
                    />
                </FactRow>
                <FactRow term=words.case.partners><Partners snapshot case/></FactRow>
                <FactRow term=words.case.introduced><FactText fact=introduced kind/></FactRow>
                <FactRow term=words.field(Field::Status)>
                    <FactText fact=case.status().map(|status| status.ja().to_owned()) kind/>
                </FactRow>
                <FactRow term=words.case.identifier>
                    <span class="num">{case.id().as_str()}</span>
                </FactRow>
            </dl>
        </FactGroup>
    }
}

#[component]
fn Partners(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let partners = case.partner_prefectures();
    if partners.is_empty() {
        return view! { <span class="unknown">{use_words().case.no_partners}</span> }.into_any();
    }
    let links = partners.iter().map(|&code| view! { <li><PrefectureLink snapshot case code/></li> });
    view! { <ul class="cluster">{links.collect_view()}</ul> }.into_any()
}

/// The list of the cases that a prefecture leads.
#[component]
fn PrefectureLink(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    code: PrefectureCode,
) -> impl IntoView {
    let query = query_beside(case, |filter| filter.pref = [code].into());
    view! { <RouteLink route=Route::Cases query>{snapshot.prefecture_name(code)}</RouteLink> }
}
