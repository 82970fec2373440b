//! Changes between two snapshots, against a comparison of whole rows that owes nothing to the fields.

use std::collections::BTreeMap;

use joint_procurement_core::changes::{ChangedField, Changes, MetaField, Version};
use joint_procurement_core::domain::*;
use joint_procurement_testing::generate::{snapshot, text};
use joint_procurement_testing::{every_row, published};
use proptest::prelude::*;

/// A snapshot of which no details are known.
fn bare(snapshot: &Snapshot) -> Version<'_> {
    Version { snapshot, details: &[] }
}

fn ids(cases: &[CaseRef<'_>]) -> Vec<CaseId> {
    cases.iter().map(|case| case.id().clone()).collect()
}

/// The cases that are in both and not the same, with what changed of them.
fn changed(changes: &Changes<'_>) -> Vec<(CaseId, Vec<ChangedField>)> {
    changes.changed.iter().map(|it| (it.old.case.id().clone(), it.fields.clone())).collect()
}

/// A row without the columns that follow from the details.
fn comparable(case: Case) -> Case {
    Case {
        source_classes: Vec::new(),
        cost_sources: Vec::new(),
        document_kinds: Fact::Missing(case.document_kinds.reason()),
        ..case
    }
}

fn rows(snapshot: &Snapshot) -> BTreeMap<CaseId, Case> {
    every_row(snapshot).into_iter().map(|case| (case.id.clone(), comparable(case))).collect()
}

/// The snapshot with other cases.
fn with(snapshot: &Snapshot, cases: Vec<Case>) -> Snapshot {
    let Snapshot { meta, terms, prefectures, .. } = snapshot.clone();
    Snapshot::new(meta, CaseTable::new(cases, &[]), terms, prefectures).unwrap()
}

/// Two snapshots with some cases in common, some of them with a field or two of another case.
fn two() -> impl Strategy<Value = (Snapshot, Snapshot)> {
    (snapshot(), snapshot(), any::<u64>()).prop_map(|(old, other, choice)| {
        let donors = every_row(&other);
        let kept = every_row(&old).into_iter().enumerate().filter(|(at, _)| choice >> (at % 64) & 1 == 0);
        let mixed = kept.map(|(at, case)| match donors.get(at) {
            Some(donor) if at % 3 == 0 => Case { vendor: donor.vendor.clone(), ..case },
            Some(donor) if at % 3 == 1 => Case { savings: donor.savings.clone(), form: donor.form, ..case },
            _ => case,
        });
        let mut cases: Vec<Case> = mixed.collect();
        let known: Vec<CaseId> = every_row(&old).into_iter().map(|case| case.id).collect();
        cases.extend(donors.into_iter().filter(|donor| !known.contains(&donor.id)));
        let new = with(&old, cases);
        (old, new)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_has_changed_of_itself(snapshot in snapshot()) {
        let changes = Changes::between(bare(&snapshot), bare(&snapshot));
        prop_assert!(changes.meta.is_empty() && changes.not_compared.is_empty());
        prop_assert!(changes.added.is_empty() && changes.removed.is_empty() && changes.changed.is_empty());
        prop_assert_eq!(changes.unchanged, snapshot.cases.len());
    }

    #[test]
    fn each_case_is_told_once_and_a_changed_one_exactly_where_its_row_differs((old, new) in two()) {
        let changes = Changes::between(bare(&old), bare(&new));
        let (before, after) = (rows(&old), rows(&new));
        let only = |a: &BTreeMap<CaseId, Case>, b: &BTreeMap<CaseId, Case>| -> Vec<CaseId> {
            a.keys().filter(|id| !b.contains_key(id)).cloned().collect()
        };
        prop_assert_eq!(ids(&changes.added), only(&after, &before));
        prop_assert_eq!(ids(&changes.removed), only(&before, &after));
        let other: Vec<&CaseId> =
            before.iter().filter(|(id, row)| after.get(id).is_some_and(|it| it != *row)).map(|(id, _)| id).collect();
        let told = changed(&changes);
        prop_assert_eq!(told.iter().map(|(id, _)| id).collect::<Vec<_>>(), other);
        prop_assert!(told.iter().all(|(_, fields)| !fields.is_empty()));
        let kept = before.keys().filter(|id| after.contains_key(id)).count();
        prop_assert_eq!(changes.unchanged, kept - told.len());
    }

    #[test]
    fn the_way_back_tells_the_same((old, new) in two()) {
        let (there, back) = (Changes::between(bare(&old), bare(&new)), Changes::between(bare(&new), bare(&old)));
        prop_assert_eq!(ids(&there.added), ids(&back.removed));
        prop_assert_eq!(ids(&there.removed), ids(&back.added));
        prop_assert_eq!(changed(&there), changed(&back));
        prop_assert_eq!(there.unchanged, back.unchanged);
        for (there, back) in there.changed.iter().zip(&back.changed) {
            prop_assert_eq!(there.old.case.to_case(), back.new.case.to_case());
            prop_assert_eq!(there.new.case.to_case(), back.old.case.to_case());
        }
    }

    #[test]
    fn a_field_is_told_exactly_where_its_value_differs((old, new) in two()) {
        for it in Changes::between(bare(&old), bare(&new)).changed {
            let (old, new) = (it.old.case, it.new.case);
            for field in ChangedField::all() {
                let ChangedField::Of(CaseField::Field(field)) = field else { continue };
                let is_told = it.fields.contains(&ChangedField::Of(CaseField::Field(field)));
                let differs = match field {
                    Field::Introduced => old.introduced().map(|it| it.at) != new.introduced().map(|it| it.at),
                    Field::Documents => old.reason(field) != new.reason(field),
                    _ => old.value(field, None) != new.value(field, None),
                };
                prop_assert_eq!(is_told, differs, "{}", field.slug());
            }
        }
    }
}

proptest! {
    // All published cases are compared each time.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_text_of_the_details_is_compared(change in text()) {
        let published = published();
        let before = Version { snapshot: &published.snapshot, details: &published.details };
        let mut details = published.details.clone();
        let at = change.len() * 7 % details.len();
        let is_other = details[at].background.as_ref() != Some(&change);
        details[at].background = Some(change);
        let after = Version { snapshot: &published.snapshot, details: &details };
        let told = changed(&Changes::between(before, after));
        let expected = (details[at].id.clone(), vec![ChangedField::Of(CaseField::Field(Field::Background))]);
        prop_assert_eq!(told, if is_other { vec![expected] } else { Vec::new() });
    }
}

#[test]
fn what_the_first_format_cannot_state_is_no_change_and_is_told() {
    let published = published();
    let mut earlier = published.snapshot.clone();
    earlier.meta.schema_version = 1;
    let mut details = published.details.clone();
    for detail in &mut details {
        detail.evidence.clear();
        for source in &mut detail.sources {
            (source.key, source.class, source.link) = (None, None, None);
            source.archived_url = None;
        }
        for document in &mut detail.documents {
            (document.class, document.link, document.archived_url) = (None, None, None);
        }
    }
    let old = Version { snapshot: &earlier, details: &details };
    let new = Version { snapshot: &published.snapshot, details: &published.details };
    for (from, to) in [(old, new), (new, old)] {
        let changes = Changes::between(from, to);
        assert_eq!(changed(&changes), []);
        assert!(
            changes.not_compared.contains(&"evidence") && changes.not_compared.contains(&"sources.class")
        );
    }
    // Within one format the same is a change.
    let mut later = published.snapshot.clone();
    later.meta.schema_version = 2;
    let old = Version { snapshot: &later, details: &details };
    let told = changed(&Changes::between(old, new));
    assert_eq!(told.len(), published.details.len(), "every case has a source with a key");
    // Other sources are one in any.
    details[0].sources[0].title.push('、');
    let old = Version { snapshot: &earlier, details: &details };
    let sources = ChangedField::Of(CaseField::Basic(BasicField::Sources));
    assert_eq!(changed(&Changes::between(old, new)), [(details[0].id.clone(), vec![sources])]);
}

#[test]
fn what_a_data_version_says_of_itself_is_compared() {
    let published = published();
    for field in MetaField::ALL {
        let mut other = published.snapshot.clone();
        let meta = &mut other.meta;
        match field {
            MetaField::Title => meta.title.push('、'),
            MetaField::Period => meta.period.push('、'),
            MetaField::Kind => meta.kind = SnapshotKind::Synthetic,
            MetaField::Licence => meta.licence.push('、'),
            MetaField::UpdateNote => meta.update_note.push('、'),
        }
        let changes = Changes::between(bare(&published.snapshot), bare(&other));
        assert_eq!((changes.meta.as_slice(), changes.changed.len()), ([*field].as_slice(), 0));
        assert_ne!(field.value(&published.snapshot.meta), field.value(&other.meta));
    }
}
