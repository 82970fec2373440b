//! One case as JSON, with the names of the published table.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::{CaseDetail, CaseRef, Fact, Field, Snapshot, Term};

/// Everything known of a case. What is not known is `null`; why, where that is known, stands under `missing`.
pub fn case_json(snapshot: &Snapshot, case: CaseRef<'_>, detail: &CaseDetail) -> String {
    let missing: Map<String, Value> = Field::ALL
        .iter()
        .filter_map(|&field| Some((field.slug().to_owned(), case.reason(field)?.slug().into())))
        .collect();
    let introduced = case.introduced().known();
    let value = json!({
        "snapshot": snapshot.meta.id.to_string(),
        "as_of": snapshot.meta.as_of.to_string(),
        "licence": snapshot.meta.licence,
        "id": case.id().as_str(),
        "title": case.title(),
        "lead_prefecture": case.lead_prefecture().to_string(),
        "lead_organization": case.lead_organization(),
        "lead_kind": case.lead_kind().slug(),
        "scope": case.scope().slug(),
        "system_type": case.system_type().to_string(),
        "domain": case.domain().slug(),
        "participants_count": case.participants_count().known(),
        "participants": case.participants().known().map(texts),
        "participants_all_in_prefecture": case.participants_all_in_prefecture().known(),
        "population": case.population(),
        "staff": case.staff(),
        "prefecture_participates": case.prefecture_participates().known(),
        "partner_prefectures": texts(case.partner_prefectures()),
        "introduced": introduced.map(|it| it.at.to_string()),
        "introduced_kind": introduced.map(|it| it.kind.slug()),
        "status": slug(case.status()),
        "procurement_method": slug(case.procurement_method()),
        "vendor": case.vendor().known(),
        "product": case.product().known(),
        "cost_basis": case.cost_basis().map(Term::slug),
        "initial_cost_yen": value(case.initial_cost().known()),
        "annual_cost_yen": value(case.annual_cost().known()),
        "contract_total_yen": value(case.contract_total().known()),
        "contract_years": case.contract_years().known(),
        "contract_end": case.contract_end().known().map(|end| end.to_string()),
        "savings": value(case.savings().known().unwrap_or_default()),
        "prefecture_bears_cost": slug(case.prefecture_bears_cost()),
        "subsidy_used": case.subsidy_used().known(),
        "specification_available": case.specification_available().known(),
        "benefits": texts(&case.benefits().known().unwrap_or_default()),
        "detail": value(detail),
        "missing": missing,
    });
    format!("{value:#}\n")
}

fn slug<T: Term>(fact: Fact<T>) -> Option<&'static str> {
    fact.known().map(Term::slug)
}

fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// The published types hold nothing that JSON cannot.
fn value(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
