//! Tables of cases of other versions: the absence of a column, and a term that is not known yet.

use joint_procurement_core::domain::*;
use joint_procurement_testing::{REQUIRED_COLUMNS, published};
use serde_json::{Value, json};

use crate::tolerant::{check, details, errata, file, read};

#[test]
fn a_table_of_cases_is_read_tolerantly() {
    let table = file(FileRole::Cases);
    let names: Vec<String> = table.as_object().unwrap().keys().cloned().collect();
    let columns = names.iter().filter(|name| !REQUIRED_COLUMNS.contains(&name.as_str()));
    // The reasons are no column, but a list of their own.
    let absent = |name: &str| if name == "missing" { json!([]) } else { Value::Null };
    let mut optional: Vec<(&str, Value)> = columns.map(|name| (name.as_str(), absent(name))).collect();
    let of_savings = ["percent", "before_yen", "after_yen", "saved_yen", "period_years", "by"];
    let of_savings = of_savings.map(|key| format!("savings.{key}"));
    optional.extend(of_savings.iter().map(|key| (key.as_str(), Value::Null)));
    check::<CaseTable>(&table, &optional);
}

#[test]
fn an_absent_column_is_unknown_in_every_case() {
    let mut table = file(FileRole::Cases);
    table.as_object_mut().unwrap().retain(|key, _| REQUIRED_COLUMNS.contains(&key.as_str()));
    let table: CaseTable = read(&table).unwrap();
    assert_eq!(table.check(), Ok(()));
    let published = published().snapshot.cases;
    assert_eq!(table.len(), published.len());
    for (case, published) in table.every().zip(published.every()) {
        let known = |case: CaseRef<'_>| {
            let Case { id, title, lead_prefecture, lead_organization, lead_kind, .. } = case.to_case();
            let Case { scope, system_type, domain, cost_basis, .. } = case.to_case();
            let lead = (lead_prefecture, lead_organization, lead_kind);
            (id, title, lead, scope, system_type, domain, cost_basis)
        };
        assert_eq!(known(case), known(published));
        assert_eq!((case.population(), case.staff(), case.partner_prefectures()), (None, None, &[][..]));
        for field in Field::ALL {
            assert_eq!(case.value(*field, None), Fact::UNKNOWN, "{}", field.slug());
        }
    }
}

#[test]
fn a_column_of_the_wrong_length_is_an_error() {
    let table = file(FileRole::Cases);
    for (name, column) in table.as_object().unwrap() {
        if ["schema_version", "id", "missing"].contains(&name.as_str()) {
            continue;
        }
        let entries = column.get("codes").unwrap_or(column).as_array().unwrap();
        let shorter = entries[1..].to_vec();
        let longer = [&entries[..], &entries[..1]].concat();
        for wrong in [shorter, longer, vec![]] {
            let mut table = table.clone();
            match table[name].get_mut("codes") {
                Some(codes) => *codes = Value::Array(wrong),
                None => table[name] = Value::Array(wrong),
            }
            let Err(TableError::Column(found)) = read::<CaseTable>(&table).unwrap().check() else {
                panic!("{name} is accepted");
            };
            assert_eq!(found, name);
        }
    }
}

/// Renames a term in every place where a string is that term.
fn renamed(json: &Value, key: &str, from: &str) -> Value {
    let mut json = json.clone();
    let part = &mut json[key];
    *part =
        serde_json::from_str(&part.to_string().replace(&format!("\"{from}\""), "\"added_later\"")).unwrap();
    json
}

#[test]
fn a_term_that_is_not_known_yet_is_unknown_where_it_stands() {
    let table = file(FileRole::Cases);
    let published = published().snapshot.cases;
    let read = |key: &str, term: &str| -> CaseTable {
        let json = renamed(&table, key, term);
        assert_ne!(json, table, "{term} occurs");
        let read: CaseTable = read(&json).unwrap();
        assert_eq!(read.check(), Ok(()), "{key}");
        read
    };
    for (case, before) in read("status", "operating").iter().zip(published.iter()) {
        let was = before.status().known().filter(|status| *status != Status::Operating);
        assert_eq!(case.status().known(), was);
    }
    for (case, before) in read("lead_kind", "council").iter().zip(published.iter()) {
        let was = before.lead_kind();
        assert_eq!(case.lead_kind(), if was == LeadKind::Council { LeadKind::Other } else { was });
    }
    for (case, before) in read("document_kinds", "specification").iter().zip(published.iter()) {
        let mut was = before.document_kinds().known().unwrap_or_default();
        was.retain(|kind| *kind != DocumentKind::Specification);
        assert_eq!(case.document_kinds().known().unwrap_or_default(), was);
    }
    for (case, before) in read("savings", "operation").iter().zip(published.iter()) {
        let of = |case: CaseRef<'_>| -> Vec<SavingOf> {
            case.savings().known().unwrap_or_default().iter().map(|saving| saving.of).collect()
        };
        let was =
            of(before).into_iter().map(|of| if of == SavingOf::Operation { SavingOf::Other } else { of });
        assert_eq!(of(case), was.collect::<Vec<_>>());
    }
    let domain = read_table(&renamed(&table, "domain", "tools"));
    assert_eq!(domain.check(), Err(TableError::Column("domain")), "every case belongs to one");
}

fn read_table(json: &Value) -> CaseTable {
    read(json).unwrap()
}

#[test]
fn reasons_documents_corrections_and_terms_that_are_not_known_yet_are_left_out() {
    let mut table = file(FileRole::Cases);
    table["missing"] = json!([
        {"row": 1, "field": "vendor", "reason": "no_answer"},
        {"row": 0, "field": "added_later", "reason": "no_answer"},
        {"row": 0, "field": "vendor", "reason": "added_later"},
        {"row": 0, "field": "status", "reason": "withheld"},
        {"row": 0, "field": "product", "reason": "not_public"},
    ]);
    let table = read_table(&table);
    assert_eq!(table.row(0).reason(Field::Vendor), None);
    assert_eq!(table.row(0).reason(Field::Status), Some(MissingReason::Withheld));
    assert_eq!(table.row(0).reason(Field::Product), Some(MissingReason::NotPublic), "whatever their order");
    assert_eq!(table.row(1).reason(Field::Vendor), Some(MissingReason::NoAnswer));

    let mut shard = details();
    shard["details"] = json!([shard["details"][0]]);
    let document = |kind: &str| json!({"kind": kind, "title": kind, "url": "https://example.jp/"});
    shard["details"][0]["documents"] = json!([document("added_later"), document("rfi")]);
    let shard: DetailShard = read(&shard).unwrap();
    let mut later = details();
    later["details"][0]["sources"][0]["class"] = json!("added_later");
    later["details"][0]["sources"][0]["link"]["state"] = json!("added_later");
    later["details"][0]["evidence"][0]["field"] = json!("added_later");
    let later: DetailShard = read(&later).unwrap();
    assert_eq!(later.details[0].sources[0].class, None);
    assert_eq!(later.details[0].sources[0].link.map(|link| link.state), Some(None));
    assert_eq!(later.details[0].evidence[0].field, None);
    assert!(later.details[1].sources[0].class.is_some(), "the others stay");
    let titles: Vec<&str> = shard.details[0].documents.iter().map(|document| &*document.title).collect();
    assert_eq!(titles, ["rfi"]);

    let mut corrections = errata();
    corrections["entries"][0]["field"] = json!("added_later");
    let corrections: Errata = read(&corrections).unwrap();
    assert_eq!(corrections.entries[0].field, None);
    assert_eq!(corrections.entries[0].wrong.as_deref(), Some("a"), "the correction itself stays");
    assert_eq!(corrections.entries[1].field, Some(CaseField::REMOVAL));

    let terms = file(FileRole::Terms);
    let before: Terms = read(&terms).unwrap();
    let after: Terms = read(&renamed(&terms, "lead_kinds", "union")).unwrap();
    let kinds = |terms: &Terms| terms.lead_kinds.iter().map(|term| term.slug).collect::<Vec<_>>();
    let expected: Vec<LeadKind> =
        kinds(&before).into_iter().filter(|kind| *kind != LeadKind::Union).collect();
    assert_eq!(kinds(&after), expected);
}

#[test]
fn without_a_column_of_amounts_a_basis_may_be_of_those() {
    for column in ["initial_cost_yen", "annual_cost_yen", "contract_total_yen"] {
        let mut table = file(FileRole::Cases);
        table.as_object_mut().unwrap().shift_remove(column);
        assert_eq!(read_table(&table).check(), Ok(()), "{column}");
    }
    let mut table = file(FileRole::Cases);
    table["cost_basis"]["codes"] = json!(vec![Value::Null; published().snapshot.cases.len()]);
    assert!(
        matches!(read_table(&table).check(), Err(TableError::CostBasis(_))),
        "amounts of nobody knows what"
    );
}
