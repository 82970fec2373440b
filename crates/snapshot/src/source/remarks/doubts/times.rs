//! Dates and states that rarely go together.

use joint_procurement_core::domain::{Case, CostBasis, Date, IntroducedKind, Status, Term, YearMonth};

use super::{Doubt, World, when};

/// The years that are more than any contract on a system is for, and ahead of which nobody plans one.
const LONG: u16 = 30;
/// The months by which a contract may begin before the service.
const MONTHS_BEFORE: f64 = 1.5;

pub const DOUBTS: &[Doubt] = &[
    Doubt {
        what: "introduced の時期を過ぎたのに、status が「計画」か「調達済」のままの事例があります",
        advice: "今の状態を確かめてください。遅れているのなら、このままで構いません。",
        fields: &["introduced", "introduced_kind", "status"],
        of: |case, world| {
            let introduced = case.introduced.as_ref().known()?;
            let is_waiting = match status(case)? {
                Status::Planned => true,
                Status::Procured => introduced.kind == IntroducedKind::ServiceStart,
                _ => false,
            };
            when(is_waiting && is_over(introduced.at, world))
        },
    },
    Doubt {
        what: "contract_end を過ぎたのに、status が「終了」でない事例があります",
        advice: "契約を更新したのなら、このままで構いません。終わったのなら、status を直してください。",
        fields: &["contract_end", "status"],
        of: |case, world| {
            let is_going_on = matches!(status(case)?, Status::Planned | Status::Procured | Status::Operating);
            when(is_going_on && is_over(end(case)?, world))
        },
    },
    Doubt {
        what: "contract_end がこれからなのに、status が「終了」の事例があります",
        advice: "契約の途中で終わったのなら、このままで構いません。",
        fields: &["contract_end", "status"],
        of: |case, world| when(status(case)? == Status::Ended && is_ahead(end(case)?, world)),
    },
    Doubt {
        what: "status が「実現せず」なのに、introduced か contract_end のある事例があります",
        advice: "計画の時期なら null にして、経緯（process）に書いてください。",
        fields: &["status", "introduced", "contract_end"],
        of: |case, _| {
            let has_time = case.introduced.is_known() || case.contract_end.is_known();
            when(status(case)? == Status::Cancelled && has_time)
        },
    },
    Doubt {
        what: "contract_years が、introduced から contract_end までより長い事例があります",
        advice: "稼働より前に始まった契約なら、このままで構いません。",
        fields: &["contract_years", "introduced", "contract_end"],
        of: |case, _| {
            let (from, end) = (case.introduced.as_ref().known()?.at, end(case)?);
            let years = *case.contract_years.as_ref().known()?;
            // The last month belongs to the contract.
            let months = f64::from(months(end)?) - f64::from(months(from)?) + 1.0;
            let is_in_order = !Date::from(end).is_before(from.into());
            when(is_in_order && years * 12.0 > months + MONTHS_BEFORE)
        },
    },
    Doubt {
        what: "30年より長い契約か、30年より先の時期のある事例があります",
        advice: "桁や年の写し間違いがないか、確かめてください。",
        fields: &["contract_years", "introduced", "contract_end"],
        of: |case, world| {
            let last = world.published_at.year_month().year + LONG;
            let is_late = |at: YearMonth| at.year > last;
            let years = case.contract_years.as_ref().known();
            let is_long = years.is_some_and(|years| *years > f64::from(LONG));
            let introduced = case.introduced.as_ref().known().map(|introduced| introduced.at);
            when(is_long || introduced.is_some_and(is_late) || end(case).is_some_and(is_late))
        },
    },
    Doubt {
        what: "join_until が contract_end より後の事例があります",
        advice: "更新した後の契約に参加できるのなら、このままで構いません。",
        fields: &["join_until", "contract_end"],
        of: |case, _| when(Date::from(end(case)?).is_before(*case.join_until.as_ref().known()?)),
    },
    Doubt {
        what: "出典がどれも introduced の2年以上前のものなのに、status が「稼働中」か「終了」の事例があります",
        advice: "日付と status を確かめ、始まったことの分かる出典を加えてください。",
        fields: &["introduced", "status", "sources"],
        of: |case, world| {
            let at = case.introduced.as_ref().known()?.at;
            let has_begun = matches!(status(case)?, Status::Operating | Status::Ended);
            let sources = &world.detail.sources;
            let is_earlier =
                |published: Option<Date>| published.is_some_and(|it| it.year_month().year + 1 < at.year);
            when(has_begun && !sources.is_empty() && sources.iter().all(|it| is_earlier(it.published)))
        },
    },
    Doubt {
        what: "join_until を過ぎたのに、open_to_join が「参加できる」か「相談に応じる」の事例があります",
        advice: "今の受付を確かめてください。",
        fields: &["join_until", "open_to_join"],
        of: |case, world| when(case.join_until.as_ref().known()?.is_before(world.published_at)),
    },
    Doubt {
        what: "契約のない status なのに、cost_basis が「契約額」の事例があります",
        advice: "契約したのなら status を、まだなら cost_basis を直してください。",
        fields: &["status", "cost_basis"],
        of: |case, _| {
            let status = status(case)?;
            let has_contract = case.cost_basis == Some(CostBasis::Contract);
            (status.is_plan() && has_contract).then(|| format!("「{}」", status.ja()))
        },
    },
];

fn status(case: &Case) -> Option<Status> {
    case.status.as_ref().known().copied()
}

fn end(case: &Case) -> Option<YearMonth> {
    case.contract_end.as_ref().known().copied()
}

/// Tells if all of the time lies before the day of publication.
fn is_over(at: YearMonth, world: World<'_>) -> bool {
    Date::from(at).is_before(world.published_at)
}

/// Tells if all of the time lies behind the day of publication.
fn is_ahead(at: YearMonth, world: World<'_>) -> bool {
    world.published_at.is_before(at.into())
}

fn months(at: YearMonth) -> Option<u32> {
    Some(u32::from(at.year) * 12 + u32::from(at.month()?))
}
