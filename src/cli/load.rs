//! Reads published snapshots from disk.

use std::fs;
use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::build::CATALOG;
use super::problem::{Problem, Report, io_reason};
use crate::domain::{
    CaseDetail, Catalog, DetailShard, FileEntry, FileRole, Municipalities, SCHEMA_VERSION, Snapshot,
    SnapshotId, SnapshotMeta,
};

/// What to do about a published file that is broken.
pub const REBUILD: &str = "snapshot build で作り直すか、Git などからもとのファイルに戻してください。";

/// The catalog of a data folder: `Some(None)` where there is none yet, `None` after reporting why it
/// cannot be read.
pub fn read_catalog(folder: &Path, report: &mut Report) -> Option<Option<Catalog>> {
    let path = folder.join(CATALOG);
    match fs::read(&path) {
        Ok(bytes) => decode(CATALOG, &bytes, report).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(None),
        Err(error) => {
            report.add(unreadable(CATALOG, &error).value(path.display()));
            None
        }
    }
}

/// The catalog of a data folder that must have one.
pub fn required_catalog(folder: &Path, report: &mut Report) -> Option<Catalog> {
    let catalog = read_catalog(folder, report)?;
    if catalog.is_none() {
        report.add(
            Problem::new(CATALOG, "目録がありません。")
                .value(folder.display())
                .advice("公開データのフォルダー（catalog.json のあるところ）を指定してください。"),
        );
    }
    catalog
}

/// Decodes a published file. A newer format is told apart from a broken file.
pub fn decode<T: DeserializeOwned>(file: &str, bytes: &[u8], report: &mut Report) -> Option<T> {
    #[derive(serde::Deserialize)]
    struct Version {
        schema_version: u64,
    }
    let newest = u64::from(SCHEMA_VERSION);
    let version = serde_json::from_slice(bytes).ok().map(|Version { schema_version }| schema_version);
    if let Some(version) = version.filter(|version| *version > newest) {
        report.add(
            Problem::new(file, "このプログラムより新しい形式です。")
                .column("schema_version")
                .value(version)
                .allowed(format!("{newest}まで"))
                .advice("プログラム snapshot を新しい版にしてください。"),
        );
        return None;
    }
    match serde_json::from_slice(bytes) {
        Ok(value) => Some(value),
        Err(error) => {
            report.add(
                Problem::new(file, format!("この形式のファイルとして読めません（{error}）。"))
                    .advice(REBUILD),
            );
            None
        }
    }
}

pub fn unreadable(file: &str, error: &io::Error) -> Problem {
    Problem::new(file, format!("読めません。{}。", io_reason(error))).advice(REBUILD)
}

/// The snapshot of this id, or the default one; `None` after reporting why it cannot be read.
pub fn load_snapshot(folder: &Path, id: Option<&SnapshotId>, report: &mut Report) -> Option<Snapshot> {
    let catalog = required_catalog(folder, report)?;
    let Some(meta) = catalog.snapshot(id) else {
        let ids: Vec<&str> = catalog.snapshots.iter().map(|snapshot| snapshot.id.as_str()).collect();
        report.add(
            Problem::new(CATALOG, "このデータ版はありません。")
                .value(id.unwrap_or(&catalog.default))
                .allowed(ids.join("、")),
        );
        return None;
    };
    let cases = load_file(folder, meta, FileRole::Cases, report);
    let terms = load_file(folder, meta, FileRole::Terms, report);
    let prefectures = load_file(folder, meta, FileRole::Prefectures, report);
    match Snapshot::new(meta.clone(), cases?, terms?, prefectures?) {
        Ok(snapshot) => Some(snapshot),
        Err(error) => {
            report.add(
                Problem::new(meta.id.as_str(), format!("ファイルどうしが合いません（{error}）。"))
                    .advice(REBUILD),
            );
            None
        }
    }
}

/// The municipalities of a snapshot.
pub fn load_municipalities(
    folder: &Path,
    meta: &SnapshotMeta,
    report: &mut Report,
) -> Option<Municipalities> {
    load_file(folder, meta, FileRole::Municipalities, report)
}

/// The long texts of all cases, in order of id.
pub fn load_details(folder: &Path, meta: &SnapshotMeta, report: &mut Report) -> Option<Vec<CaseDetail>> {
    let mut shards: Vec<(FileRole, &FileEntry)> = meta
        .files
        .iter()
        .filter_map(|entry| Some((entry.role()?, entry)))
        .filter(|(role, _)| matches!(role, FileRole::Details(_)))
        .collect();
    shards.sort_by_key(|(role, _)| *role);
    let mut details = Vec::new();
    for (_, entry) in shards {
        let shard: DetailShard = load_entry(folder, entry, report)?;
        details.extend(shard.details);
    }
    Some(details)
}

fn load_file<T: DeserializeOwned>(
    folder: &Path,
    meta: &SnapshotMeta,
    role: FileRole,
    report: &mut Report,
) -> Option<T> {
    let Some(entry) = meta.file(role) else {
        report.add(
            Problem::new(CATALOG, "データ版に必要なファイルが目録にありません。")
                .value(role.stem())
                .advice(REBUILD),
        );
        return None;
    };
    load_entry(folder, entry, report)
}

fn load_entry<T: DeserializeOwned>(folder: &Path, entry: &FileEntry, report: &mut Report) -> Option<T> {
    match fs::read(folder.join(&entry.path)) {
        Ok(bytes) => decode(&entry.path, &bytes, report),
        Err(error) => {
            report.add(unreadable(&entry.path, &error));
            None
        }
    }
}
