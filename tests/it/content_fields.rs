//! Every field of a case, whichever it is: wherever cases are shown, why it is missing is said.

use joint_procurement::content::{self, case_csv, cases_csv};
use joint_procurement_core::domain::{
    CaseDetail, CaseTable, Field, MissingReason, Municipalities, Snapshot, Term,
};
use joint_procurement_core::export::case_json;
use joint_procurement_core::query::{CompareQuery, Selection};
use joint_procurement_testing::{Published, REQUIRED_COLUMNS, published};
use serde_json::json;

use crate::content_case::parts;
use crate::content_compare::{csv, with_details};

/// One case of which nothing else is known; why a field is not is recorded.
fn snapshot(published: &Snapshot, withheld: Option<Field>) -> Snapshot {
    let without_costs = published.cases.iter().find(|case| !case.has_costs()).unwrap();
    let table = CaseTable::new(vec![without_costs.to_case()], &[]);
    let mut table = serde_json::to_value(table).unwrap();
    table.as_object_mut().unwrap().retain(|name, _| REQUIRED_COLUMNS.contains(&name.as_str()));
    let reasons =
        withheld.map(|field| json!({ "row": 0, "field": field, "reason": MissingReason::Withheld }));
    table["missing"] = reasons.into_iter().collect();
    let table = serde_json::from_value(table).unwrap();
    let (meta, terms) = (published.meta.clone(), published.terms.clone());
    Snapshot::new(meta, table, terms, published.prefectures.clone()).unwrap()
}

/// All that is said of the case, by place.
fn said(snapshot: &Snapshot, municipalities: &Municipalities) -> Vec<(&'static str, String)> {
    let case = snapshot.cases.row(0);
    let json = json!({ "id": case.id() });
    let detail: CaseDetail = serde_json::from_value(json).unwrap();
    let details = [detail];
    let mut page = content::case(snapshot, case, None);
    page.blocks = parts(snapshot, case, Some(&details), Some(municipalities));
    let ids = CompareQuery::new([case.id().clone()]).to_string();
    let compared = with_details(snapshot, &ids, Some(&details)).comparison.unwrap();
    let of_case = case_csv(snapshot, case, &details[0], Some(municipalities));
    let of_cases = cases_csv(snapshot, &Selection::all(&snapshot.cases));
    vec![
        ("the page of the case", page.words()),
        ("the comparison", format!("{:?}", csv(&compared).rows)),
        ("the file of cases", format!("{:?}", of_cases.rows)),
        ("the file of the case", format!("{:?}", of_case.rows)),
        ("the case as JSON", case_json(snapshot, case, &details[0])),
    ]
}

/// The fields that a place says in another way than by a value with its reason.
fn is_said_otherwise(place: &str, field: Field) -> bool {
    match place {
        // A part of what is said of the number, the use of subsidies, the documents and the participants.
        "the page of the case" => matches!(
            field,
            Field::ParticipantsAllInPrefecture | Field::SubsidyName | Field::ParticipantsNames
        ),
        // Names and long texts are not compared.
        "the comparison" => {
            matches!(
                field,
                Field::ParticipantsNames | Field::SubsidyName | Field::Background | Field::Process
            )
        }
        // A file of cases holds what the list can be filtered by; that of one case what is known of it.
        "the file of cases" => {
            field.is_in_details()
                || matches!(
                    field,
                    Field::ParticipantsNames
                        | Field::ParticipantsAllInPrefecture
                        | Field::PrefectureParticipates
                        | Field::SubsidyName
                        | Field::Savings
                        | Field::PrefectureBearsCost
                )
        }
        "the file of the case" => {
            matches!(
                field,
                Field::ParticipantsNames
                    | Field::ParticipantsAllInPrefecture
                    | Field::PrefectureParticipates
                    | Field::Savings
            )
        }
        _ => false,
    }
}

#[test]
fn no_field_is_forgotten_in_any_place() {
    let Published { snapshot: published, municipalities, .. } = published();
    let unknown = said(&snapshot(&published, None), &municipalities);
    for &field in Field::ALL {
        let withheld = said(&snapshot(&published, Some(field)), &municipalities);
        for ((place, unknown), (_, withheld)) in unknown.iter().zip(&withheld) {
            let shows = withheld != unknown;
            assert_eq!(shows, !is_said_otherwise(place, field), "{} in {place}", field.slug());
        }
    }
}
