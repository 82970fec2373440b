//! The tables held against the snapshot before: cases that are gone, corrections of what was not published.

use std::path::Path;

use joint_procurement_core::domain::{CaseField, Catalog, Snapshot, SnapshotMeta};

use crate::load::{load_details, load_errata, load_snapshot};
use crate::problem::Report;
use crate::source::columns::ERRATA;
use crate::source::{Published, SourceTables, examples, note_unpublished};

/// Notes what the snapshot before does not agree with.
pub fn note(out: &Path, catalog: &Catalog, source: &SourceTables, report: &mut Report) {
    let settings = &source.settings;
    let is_before = |meta: &&SnapshotMeta| {
        meta.id != settings.id && meta.kind == settings.kind && meta.published_at <= settings.published_at
    };
    let Some(before) = catalog.snapshots.iter().filter(is_before).max_by_key(|meta| meta.published_at) else {
        return;
    };
    // A snapshot that cannot be read is told by `check`.
    let untold = &mut Report::default();
    let Some(snapshot) = load_snapshot(out, Some(&before.id), untold) else { return };
    note_gone(&snapshot, before, source, report);
    let (Some(details), Some(errata)) = (load_details(out, before, untold), load_errata(out, before, untold))
    else {
        return;
    };
    let published = Published { id: &before.id, cases: &snapshot.cases, details: &details, errata: &errata };
    note_unpublished(&source.errata, &published, &source.terms, report);
}

/// Notes cases that are gone without a correction that says so. People have links to their pages, which can tell no
/// reason.
fn note_gone(snapshot: &Snapshot, before: &SnapshotMeta, source: &SourceTables, report: &mut Report) {
    let mut gone = Vec::new();
    for case in snapshot.cases.every() {
        let id = case.id();
        let is_there = source.cases.cases.binary_search_by(|it| it.id.cmp(id)).is_ok();
        if !is_there && !source.errata.removes(id) && !report.names_withheld(id.as_str()) {
            gone.push(id.as_str());
        }
    }
    if gone.is_empty() {
        return;
    }
    report.note(format!(
        "{}： データ版 {} にあった事例がなくなりましたが、「{}」（{}）の行がありません（{}）。取り除いたのなら、理由とともに行を加えてください。id を変えたのなら、もとに戻してください。",
        ERRATA.file,
        before.id,
        CaseField::REMOVAL.ja(),
        CaseField::REMOVAL.slug(),
        examples(&gone),
    ));
}
