//! Cases of the snapshot before that are gone without a correction that says so.

use std::path::Path;

use joint_procurement_core::domain::{CaseField, Catalog, SnapshotMeta};

use crate::load::load_snapshot;
use crate::problem::Report;
use crate::source::columns::ERRATA;
use crate::source::{SourceTables, examples};

/// Notes them. People have links to their pages, which can tell no reason.
pub fn note(out: &Path, catalog: &Catalog, source: &SourceTables, report: &mut Report) {
    let settings = &source.settings;
    let is_before = |meta: &&SnapshotMeta| {
        meta.id != settings.id && meta.kind == settings.kind && meta.published_at <= settings.published_at
    };
    let Some(before) = catalog.snapshots.iter().filter(is_before).max_by_key(|meta| meta.published_at) else {
        return;
    };
    // A snapshot that cannot be read is told by `check`.
    let Some(snapshot) = load_snapshot(out, Some(&before.id), &mut Report::default()) else { return };
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
