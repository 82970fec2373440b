//! The changes for programs. `docs/diff.md` describes the form, which stays.

use joint_procurement::content::Named;
use joint_procurement_core::changes::{ChangedCase, ChangedField, Versioned};
use joint_procurement_core::domain::{
    CaseField, CaseId, CaseRef, Date, MissingReason, SnapshotId, SnapshotKind, Term,
};
use serde::Serialize;
use serde_json::Value;

use super::Compared;
use super::stated::stated;

/// Everything that `--format json` prints.
#[derive(Serialize)]
pub struct Printed<'a> {
    old: Head<'a>,
    new: Head<'a>,
    snapshot: Vec<Change<&'a str>>,
    not_compared: &'static [&'static str],
    counts: Counts,
    added: Vec<OfCase<'a>>,
    removed: Vec<Removed<'a>>,
    changed: Vec<ChangedFields<'a>>,
}

/// A snapshot.
#[derive(Serialize)]
struct Head<'a> {
    id: &'a SnapshotId,
    schema_version: u32,
    title: &'a str,
    kind: SnapshotKind,
    as_of: Date,
    published_at: Date,
    cases: u32,
}

#[derive(Serialize)]
struct Counts {
    added: usize,
    removed: usize,
    changed: usize,
    unchanged: usize,
}

#[derive(Serialize)]
struct OfCase<'a> {
    id: &'a CaseId,
    title: &'a str,
}

#[derive(Serialize)]
struct Removed<'a> {
    #[serde(flatten)]
    case: OfCase<'a>,
    /// As the corrections of the later version state it.
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangedFields<'a> {
    #[serde(flatten)]
    case: OfCase<'a>,
    fields: Vec<Change<Value>>,
}

/// A value before and after.
#[derive(Serialize)]
struct Change<T> {
    field: &'static str,
    old: T,
    new: T,
    /// The reasons why there is no value, where they are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_missing: Option<MissingReason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_missing: Option<MissingReason>,
}

impl<'a> Printed<'a> {
    pub fn of(compared: &'a Compared<'a>) -> Self {
        let changes = &compared.changes;
        let (old, new) = (&compared.old.snapshot.meta, &compared.new.snapshot.meta);
        let snapshot = changes.meta.iter().map(|field| Change {
            field: field.slug(),
            old: field.value(old),
            new: field.value(new),
            old_missing: None,
            new_missing: None,
        });
        let removed = changes
            .removed
            .iter()
            .map(|case| Removed { case: OfCase::of(*case), reason: compared.reason(case.id()) });
        Self {
            old: Head::of(compared.old),
            new: Head::of(compared.new),
            snapshot: snapshot.collect(),
            not_compared: changes.not_compared,
            counts: Counts {
                added: changes.added.len(),
                removed: changes.removed.len(),
                changed: changes.changed.len(),
                unchanged: changes.unchanged,
            },
            added: changes.added.iter().map(|case| OfCase::of(*case)).collect(),
            removed: removed.collect(),
            changed: changes.changed.iter().map(|case| ChangedFields::of(compared, case)).collect(),
        }
    }
}

impl<'a> Head<'a> {
    fn of(version: Named<'a>) -> Self {
        let meta = &version.snapshot.meta;
        Self {
            id: &meta.id,
            schema_version: meta.schema_version,
            title: &meta.title,
            kind: meta.kind,
            as_of: meta.as_of,
            published_at: meta.published_at,
            cases: meta.cases,
        }
    }
}

impl<'a> OfCase<'a> {
    fn of(case: CaseRef<'a>) -> Self {
        Self { id: case.id(), title: case.title() }
    }
}

impl<'a> ChangedFields<'a> {
    fn of(compared: &Compared<'_>, case: &ChangedCase<'a>) -> Self {
        let fields = case.fields.iter().map(|&field| Change {
            field: field.slug(),
            old: stated(compared.old, case.old, field),
            new: stated(compared.new, case.new, field),
            old_missing: reason(case.old, field),
            new_missing: reason(case.new, field),
        });
        Self { case: OfCase::of(case.new.case), fields: fields.collect() }
    }
}

fn reason(of: Versioned<'_>, field: ChangedField) -> Option<MissingReason> {
    match field {
        ChangedField::Of(CaseField::Field(field)) => of.case.value(field, of.detail).reason(),
        _ => None,
    }
}
