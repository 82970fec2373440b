use leptos::prelude::*;

use super::fact::participants;
use super::{Amount, FactText, Level, RouteLink};
use crate::domain::{CaseRef, Fact, Snapshot, Term};
use crate::query::StatusAnswer;
use crate::routes::Route;
use crate::shell::use_words;

/// One case in a list: what it is, who leads it, how large it is, what it costs.
#[component]
pub fn CaseItem(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    #[prop(default = Level::H3)] level: Level,
) -> impl IntoView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let scale = Fact::from(case.population().map(words.case.population_value));
    let introduced = case.introduced().map(|introduced| (words.case.introduced_value)(case, introduced));
    let status = StatusAnswer::from(case.status());
    let lead = case.lead_organization();
    let domain = case.domain();
    let title = view! {
        <RouteLink route=Route::Case(case.id().clone()) class="case-item__link">{case.title()}</RouteLink>
    };
    let title = match level {
        Level::H2 => view! { <h2 class="case-item__title">{title}</h2> }.into_any(),
        Level::H3 => view! { <h3 class="case-item__title">{title}</h3> }.into_any(),
        Level::H4 => view! { <h4 class="case-item__title">{title}</h4> }.into_any(),
    };
    view! {
        <li class="case-item" data-domain=domain.slug()>
            {title}
            <p class="case-item__kicker">
                <span class="chip" data-domain=domain.slug()>{domain.ja()}</span>
                " "<span class="case-item__type">{snapshot.system_name(case.system_type())}</span>
                " "<span class="case-item__place">{snapshot.prefecture_name(case.lead_prefecture())}</span>
                " "<span class="status" data-status=status.slug()>{status.ja()}</span>
            </p>
            <dl class="case-item__facts">
                <div class="case-item__fact" data-kind="lead">
                    <dt class="case-item__term">{words.case.lead}</dt>
                    <dd class="case-item__value">{lead}</dd>
                </div>
                <div class="case-item__fact">
                    <dt class="case-item__term">{words.case.participants}</dt>
                    <dd class="case-item__value"><FactText fact=participants(case) kind/></dd>
                </div>
                <div class="case-item__fact">
                    <dt class="case-item__term">{words.case.population}</dt>
                    <dd class="case-item__value"><FactText fact=scale kind/></dd>
                </div>
                <div class="case-item__fact">
                    <dt class="case-item__term">{words.case.introduced}</dt>
                    <dd class="case-item__value"><FactText fact=introduced kind/></dd>
                </div>
                <div class="case-item__fact">
                    <dt class="case-item__term">{words.list.initial}</dt>
                    <dd class="case-item__value">
                        <Amount amount=case.initial_cost() basis=case.cost_basis() kind/>
                    </dd>
                </div>
                <div class="case-item__fact">
                    <dt class="case-item__term">{words.list.annual}</dt>
                    <dd class="case-item__value">
                        <Amount amount=case.annual_cost() basis=case.cost_basis() kind/>
                    </dd>
                </div>
            </dl>
        </li>
    }
}
