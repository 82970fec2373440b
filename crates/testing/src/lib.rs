//! The published snapshot, and cases that could exist, for the tests of all crates.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod generate;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use joint_procurement_core::domain::{
    Case, CaseDetail, CaseTable, Catalog, DetailShard, Fact, FileRole, Form, Funding, Municipalities,
    Prefectures, Snapshot, SnapshotMeta, Status, Terms,
};
use joint_procurement_core::files::{decode, parse};
use serde::de::DeserializeOwned;

/// Columns without which nothing can be said of a case.
pub const REQUIRED_COLUMNS: [&str; 10] = [
    "schema_version",
    "id",
    "title",
    "lead_prefecture",
    "lead_organization",
    "lead_kind",
    "scope",
    "system_type",
    "domain",
    "cost_basis",
];

/// The published data.
#[derive(Clone)]
pub struct Published {
    pub snapshot: Snapshot,
    pub municipalities: Municipalities,
    pub details: Vec<CaseDetail>,
    /// Not every snapshot has it.
    pub funding: Option<Funding>,
}

pub fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data")
}

/// Read and verified once; the tests take copies.
pub fn published() -> Published {
    static PUBLISHED: OnceLock<Published> = OnceLock::new();
    PUBLISHED.get_or_init(|| read(&data_folder())).clone()
}

/// Reads and verifies the default snapshot of a data folder.
pub fn read(folder: &Path) -> Published {
    let catalog = std::fs::read(folder.join("catalog.json")).unwrap();
    let meta = parse::<Catalog>("catalog.json", &catalog).unwrap().snapshot(None).unwrap().clone();
    let shards = meta.files.iter().filter_map(|entry| match entry.role() {
        Some(role @ FileRole::Details(_)) => Some(role),
        _ => None,
    });
    let details = shards.flat_map(|role| file::<DetailShard>(folder, &meta, role).details).collect();
    let municipalities = file(folder, &meta, FileRole::Municipalities);
    let funding = meta.file(FileRole::Funding).map(|_| file(folder, &meta, FileRole::Funding));
    let (cases, terms, prefectures) = (
        file::<CaseTable>(folder, &meta, FileRole::Cases),
        file::<Terms>(folder, &meta, FileRole::Terms),
        file::<Prefectures>(folder, &meta, FileRole::Prefectures),
    );
    let snapshot = Snapshot::new(meta, cases, terms, prefectures).unwrap();
    Published { snapshot, municipalities, details, funding }
}

fn file<T: DeserializeOwned>(folder: &Path, meta: &SnapshotMeta, role: FileRole) -> T {
    let entry = meta.file(role).unwrap();
    let bytes = std::fs::read(folder.join(&entry.path)).unwrap();
    decode(entry, &bytes).unwrap()
}

/// Gives the persons of the participants together: as stated, or else derived.
pub fn population(case: &Case) -> Option<u64> {
    case.stated_population.known().or(case.derived_population)
}

/// Gives the staff likewise.
pub fn staff(case: &Case) -> Option<u64> {
    case.stated_staff.known().or(case.derived_staff)
}

/// Tells if figures of joint procurement count the case, as the glossary defines it.
pub fn is_joint(case: &Case) -> bool {
    case.form != Fact::Known(Form::SharedService)
}

/// Tells if the case is a plan that came to nothing, which is in no figure and no list.
pub fn is_cancelled(case: &Case) -> bool {
    case.status == Fact::Known(Status::Cancelled)
}

/// The cases that count: for slow computations that owe nothing to the columns.
pub fn rows(snapshot: &Snapshot) -> Vec<Case> {
    every_row(snapshot).into_iter().filter(|case| !is_cancelled(case)).collect()
}

/// Every case of a table, at the place of its row.
pub fn every_row(snapshot: &Snapshot) -> Vec<Case> {
    snapshot.cases.every().map(|case| case.to_case()).collect()
}
