//! Reads published snapshots from disk, by the way on which the browser reads them (`data::open`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use joint_procurement_core::domain::{
    CaseDetail, Catalog, Errata, FileRole, Funding, Municipalities, SCHEMA_VERSION, Snapshot, SnapshotId,
    SnapshotMeta,
};
use joint_procurement_core::files::open::{self, CATALOG, Files, Wanted};
use joint_procurement_core::files::{Cause, DataError, parse};
use serde::de::DeserializeOwned;

use super::folders::Folder;
use super::problem::{Problem, Report, io_reason};

/// The advice about a published file that is broken.
pub const REBUILD: &str = "snapshot build で作り直すか、Git などからもとのファイルに戻してください。";

/// Reads the catalog of a data folder. `Some(None)` where there is none yet, `None` after reporting why it
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

/// Reads the catalog of a data folder that must have one.
pub fn required_catalog(folder: &Path, report: &mut Report) -> Option<Catalog> {
    let catalog = read_catalog(folder, report)?;
    if catalog.is_none() {
        report.add(
            Problem::new(CATALOG, "目録がありません。")
                .value(folder.display())
                .advice(Folder::Data.advice(folder)),
        );
    }
    catalog
}

/// Decodes a published file, and reports why it cannot be.
pub fn decode<T: DeserializeOwned>(file: &str, bytes: &[u8], report: &mut Report) -> Option<T> {
    reported(parse(file, bytes), report)
}

pub fn unreadable(file: &str, error: &io::Error) -> Problem {
    not_read(file, &io_reason(error))
}

fn not_read(file: &str, reason: &str) -> Problem {
    Problem::new(file, format!("読めません。{reason}。")).advice(REBUILD)
}

/// Reads the snapshot of this id, or the default one; `None` after reporting why it cannot be read.
pub fn load_snapshot(folder: &Path, id: Option<&SnapshotId>, report: &mut Report) -> Option<Snapshot> {
    let catalog = required_catalog(folder, report)?;
    let opened = now(open::snapshot(&Disk::new(folder), &catalog, id));
    if let Err(DataError { cause: Cause::UnknownSnapshot(id), .. }) = &opened {
        let ids: Vec<&str> = catalog.snapshots.iter().map(|snapshot| snapshot.id.as_str()).collect();
        report.add(Problem::new(CATALOG, "このデータ版はありません。").value(id).allowed(ids.join("、")));
        return None;
    }
    reported(opened, report)
}

/// Reads the municipalities of a snapshot.
pub fn load_municipalities(
    folder: &Path,
    meta: &SnapshotMeta,
    report: &mut Report,
) -> Option<Municipalities> {
    reported(now(open::municipalities(&Disk::new(folder), meta)), report)
}

/// Reads the long texts of all cases, in order of id.
pub fn load_details(folder: &Path, meta: &SnapshotMeta, report: &mut Report) -> Option<Vec<CaseDetail>> {
    reported(now(open::details(&Disk::new(folder), meta)), report)
}

/// Reads the corrections.
pub fn load_errata(folder: &Path, meta: &SnapshotMeta, report: &mut Report) -> Option<Errata> {
    reported(now(open::errata(&Disk::new(folder), meta)), report)
}

/// Reads the money that can pay for joint procurement; `Some(None)` for a snapshot without it.
pub fn load_funding(folder: &Path, meta: &SnapshotMeta, report: &mut Report) -> Option<Option<Funding>> {
    if meta.file(FileRole::Funding).is_none() {
        return Some(None);
    }
    reported(now(open::funding(&Disk::new(folder), meta)), report).map(Some)
}

/// The published files in a folder.
struct Disk(PathBuf);

impl Disk {
    fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }
}

impl Files for Disk {
    async fn get(&self, wanted: Wanted) -> Result<Vec<u8>, DataError> {
        let bytes = fs::read(self.0.join(&wanted.path));
        bytes.map_err(|error| DataError::new(wanted.path, Cause::Network(io_reason(&error))))
    }

    async fn pause(&self) {}
}

/// Gives the result of reading from a disk, which never has to be waited for.
fn now<T>(reading: impl Future<Output = T>) -> T {
    let mut reading = pin!(reading);
    loop {
        if let Poll::Ready(result) = reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return result;
        }
    }
}

/// Gives what was read; `None` after telling the person who keeps the files why it could not be.
fn reported<T>(read: Result<T, DataError>, report: &mut Report) -> Option<T> {
    read.map_err(|DataError { file, cause }| report.add(problem(&file, cause))).ok()
}

fn problem(file: &str, cause: Cause) -> Problem {
    match cause {
        Cause::Network(reason) => not_read(file, &reason),
        Cause::Mismatch => {
            Problem::new(file, "内容が目録の大きさかハッシュ値（SHA-256）と違います。").advice(REBUILD)
        }
        Cause::Broken(error) => {
            Problem::new(file, format!("この形式のファイルとして読めません（{error}）。")).advice(REBUILD)
        }
        Cause::NewerSchema(version) => Problem::new(file, "このプログラムより新しい形式です。")
            .column("schema_version")
            .value(version)
            .allowed(format!("{SCHEMA_VERSION}まで"))
            .advice("プログラム snapshot を新しい版にしてください。"),
        Cause::Inconsistent(error) => {
            Problem::new(file, format!("ファイルどうしが合いません（{error}）。")).advice(REBUILD)
        }
        Cause::Unlisted => {
            Problem::new(CATALOG, "データ版に必要なファイルが目録にありません。").value(file).advice(REBUILD)
        }
        // No disk answers so; `load_snapshot` says more of an unknown snapshot.
        Cause::Status(status) => not_read(file, &format!("HTTP {status}")),
        Cause::UnknownSnapshot(id) => Problem::new(file, "このデータ版はありません。").value(id),
    }
}
