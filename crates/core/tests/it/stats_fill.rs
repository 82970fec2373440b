//! The extent to which each field is known.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{
    CaseDetail, CaseId, CaseTable, Fact, Field, MissingReason, PrefectureCode, Scope, Snapshot, Status, Term,
};
use joint_procurement_core::query::{Selection, Unknown};
use joint_procurement_core::stats::{FieldFill, PrefectureFill};
use joint_procurement_testing::{Published, data_folder, every_row, generate, is_cancelled, published, rows};
use proptest::prelude::*;
use serde_json::Value;

/// Fields that are not in the table of cases.
const LONG_TEXTS: [Field; 6] = [
    Field::CostSharing,
    Field::JoinTerms,
    Field::Background,
    Field::Process,
    Field::ContactTelephone,
    Field::ContactEmail,
];

#[test]
fn published_fields_are_as_full_as_the_source_table() {
    let Published { snapshot, details, .. } = published();
    let source = std::fs::read_to_string(data_folder().join("source/cases.jsonl")).unwrap();
    let lines: Vec<Value> = source.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let fill = FieldFill::of(&Selection::all(&snapshot.cases), Some(&details));
    assert!(fill.iter().map(|it| it.field).eq(Field::ALL.iter().copied()));
    for it in &fill {
        let states = |line: &&Value| match &line[it.field.slug()] {
            Value::Null => false,
            Value::Array(values) => !values.is_empty(),
            _ => true,
        };
        let counted = lines.iter().filter(|line| line["status"] != Status::Cancelled.ja());
        let known = counted.clone().filter(states).count();
        assert_eq!((it.known.known, it.known.total), (known, counted.count()), "{}", it.field.slug());
        let reasons: usize = it.reasons.iter().map(|reason| reason.cases).sum();
        assert!(reasons <= it.known.unknown());
    }
}

#[test]
fn without_details_nothing_is_said_of_the_long_texts() {
    let Published { snapshot, details, .. } = published();
    let cases = Selection::all(&snapshot.cases).filter(|case| case.row() % 3 == 0);
    let all = FieldFill::of(&cases, Some(&details));
    let short = FieldFill::of(&cases, None);
    let expected = all.into_iter().filter(|it| !LONG_TEXTS.contains(&it.field));
    assert_eq!(short, expected.collect::<Vec<_>>());
}

#[test]
fn a_long_text_is_missing_for_its_reason() {
    let Published { snapshot, details, .. } = published();
    let case = rows(&snapshot).remove(0);
    let reasons = [(case.id.clone(), Field::Background, MissingReason::NoAnswer)];
    let empty = CaseDetail { background: None, ..details[0].clone() };
    let table = CaseTable::new(vec![case], &reasons);
    let fill = FieldFill::of(&Selection::all(&table), Some(&[empty]));
    let background = fill.iter().find(|it| it.field == Field::Background).unwrap();
    assert_eq!(background.known.known, 0);
    let reasons = background.reasons.iter().map(|it| (it.value, it.cases));
    assert_eq!(reasons.collect::<Vec<_>>(), [(MissingReason::NoAnswer, 1)]);
}

/// 「該当なし」 is an answer: such a case is neither known nor missing, in no figure and in no list.
#[test]
fn what_does_not_apply_is_not_missing() {
    let Published { snapshot, .. } = published();
    let field = |fact: Fact<String>, introduced| {
        let mut case = rows(&snapshot).remove(0);
        case.subsidy_name = fact;
        case.introduced = introduced;
        let table = CaseTable::new(vec![case], &[]);
        let all = Selection::all(&table);
        let fill = FieldFill::of(&all, None);
        [Field::SubsidyName, Field::Introduced].map(|field| {
            let counts = fill.iter().find(|it| it.field == field).unwrap().known;
            let listed = all.count(|case| Unknown::Field(field).holds(case));
            assert_eq!(listed, counts.unknown(), "the list holds what is counted");
            (counts.known, counts.total)
        })
    };
    let missing = |reason| field(Fact::Missing(reason), Fact::Missing(reason));
    assert_eq!(field(Fact::Known("交付金".into()), Fact::Missing(None)), [(1, 1), (0, 1)]);
    for &reason in MissingReason::ALL {
        let applies = reason != MissingReason::NotApplicable;
        // Every case was introduced at some time, or is planned.
        assert_eq!(missing(Some(reason)), [(0, usize::from(applies)), (0, 1)], "{}", reason.slug());
    }
    assert_eq!(missing(None), [(0, 1), (0, 1)]);
}

/// The number of rows with a value in the published form of the table, which may lack the column.
fn slow_known(snapshot: &Snapshot, field: Field) -> usize {
    let table = serde_json::to_value(&snapshot.cases).unwrap();
    let column = match field {
        Field::ParticipantsNames => "participants",
        Field::Documents => "document_kinds",
        field => field.slug(),
    };
    let Some(entries) = table.get(column).map(|column| column.get("codes").unwrap_or(column)) else {
        return 0;
    };
    let states = |entry: &Value| !entry.is_null() && entry.as_array().is_none_or(|list| !list.is_empty());
    let entries = every_row(snapshot).into_iter().zip(entries.as_array().unwrap());
    entries.filter(|(case, entry)| !is_cancelled(case) && states(entry)).count()
}

/// The reasons for a field, from the published form of the table.
fn slow_reasons(snapshot: &Snapshot, field: Field) -> Vec<(MissingReason, usize)> {
    let table = serde_json::to_value(&snapshot.cases).unwrap();
    let cases = every_row(snapshot);
    let counts = |it: &&Value| !is_cancelled(&cases[it["row"].as_u64().unwrap() as usize]);
    let missing: Vec<&Value> = table["missing"].as_array().unwrap().iter().filter(counts).collect();
    let count = |reason: MissingReason| {
        let of_field = missing.iter().filter(|it| it["field"] == field.slug());
        of_field.filter(|it| it["reason"] == reason.slug()).count()
    };
    let all = MissingReason::ALL.iter().map(|&reason| (reason, count(reason)));
    all.filter(|(_, cases)| *cases > 0).collect()
}

/// Checks each prefecture's counts by going through all cases, one by one.
fn check_by_prefecture(snapshot: &Snapshot, cases: &Selection<'_>, details: &[CaseDetail]) {
    let by_prefecture = PrefectureFill::of(cases, details);
    assert!(by_prefecture.iter().map(|it| it.prefecture).eq(PrefectureCode::all()));
    assert_eq!(by_prefecture.iter().map(|it| it.cases).sum::<usize>(), cases.len());
    let all = every_row(snapshot);
    for it in &by_prefecture {
        let led = |row: &&usize| all[**row].lead_prefecture == it.prefecture;
        let led: Vec<usize> = cases.rows().iter().filter(led).copied().collect();
        assert_eq!(it.cases, led.len(), "{}", it.prefecture);
        assert!(it.fields.iter().map(|fill| fill.field).eq(Field::ALL.iter().copied()));
        for fill in &it.fields {
            let value = |row: usize| {
                let case = snapshot.cases.row(row);
                case.value(fill.field, details.iter().find(|detail| detail.id == *case.id()))
            };
            let known = led.iter().filter(|row| value(**row).is_known()).count();
            let applies = |row: &&usize| value(**row).reason() != Some(MissingReason::NotApplicable);
            let total = led.iter().filter(|row| applies(row) || fill.field == Field::Introduced).count();
            assert_eq!((fill.known.known, fill.known.total), (known, total), "{}", fill.field.slug());
        }
    }
}

#[test]
fn published_fields_of_each_prefecture_equal_the_slow_computation() {
    let Published { snapshot, details, .. } = published();
    let all = Selection::all(&snapshot.cases);
    check_by_prefecture(&snapshot, &all, &details);
    check_by_prefecture(&snapshot, &all.filter(|case| case.scope() == Scope::Municipal), &details);
}

#[test]
fn details_are_found_by_id() {
    let Published { snapshot, details, .. } = published();
    let ids: BTreeSet<&CaseId> =
        details.iter().filter(|it| it.process.is_some()).map(|detail| &detail.id).collect();
    for case in snapshot.cases.iter() {
        let one = Selection::new(&snapshot.cases, vec![case.row()]);
        let fill = FieldFill::of(&one, Some(&details));
        let process = fill.iter().find(|it| it.field == Field::Process).unwrap();
        assert_eq!(process.known.known == 1, ids.contains(case.id()), "{}", case.id());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn fill_equals_the_slow_computation(snapshot in generate::snapshot()) {
        for it in FieldFill::of(&Selection::all(&snapshot.cases), None) {
            prop_assert_eq!(it.known.known, slow_known(&snapshot, it.field));
            let reasons: Vec<_> = it.reasons.iter().map(|it| (it.value, it.cases)).collect();
            prop_assert_eq!(reasons, slow_reasons(&snapshot, it.field));
        }
        check_by_prefecture(&snapshot, &Selection::all(&snapshot.cases), &[]);
    }
}
