//! Fetching published files. The only place of the application that asks the server for data.

use futures_util::future::try_join_all;
use gloo_net::http::Request;
use serde::de::DeserializeOwned;

use super::{Cause, DataError, Progress, decode, decode_catalog};
use crate::domain::{
    CaseDetail, CaseTable, Catalog, DetailShard, Errata, FileRole, Municipalities, Prefectures, Snapshot,
    SnapshotId, SnapshotMeta, Terms,
};

/// Under the site's base; the document's base element makes relative addresses start there.
const DATA: &str = "data/";

/// The catalog and the essential files of the snapshot asked for, or of the default one. `progress` is
/// told after each file.
pub async fn snapshot(
    requested: Option<SnapshotId>,
    progress: impl Fn(Progress) + Copy,
) -> Result<(Catalog, Snapshot), DataError> {
    let address = format!("{DATA}catalog.json");
    let catalog: Catalog = decode_catalog(&address, &bytes(&address).await?)?;
    let id = requested.unwrap_or_else(|| catalog.default.clone());
    let unknown = || DataError::new(&address, Cause::UnknownSnapshot(id.clone()));
    let meta = catalog.snapshot(Some(&id)).ok_or_else(unknown)?.clone();

    let roles = [FileRole::Cases, FileRole::Terms, FileRole::Prefectures];
    let total = roles.iter().filter_map(|&role| meta.file(role)).map(|entry| entry.bytes).sum();
    let done = std::cell::Cell::new(0);
    progress(Progress { bytes: 0, total });
    let received = |bytes| {
        done.set(done.get() + bytes);
        progress(Progress { bytes: done.get(), total });
    };
    let (cases, terms, prefectures) = futures_util::future::try_join3(
        counted::<CaseTable>(&meta, FileRole::Cases, received),
        counted::<Terms>(&meta, FileRole::Terms, received),
        counted::<Prefectures>(&meta, FileRole::Prefectures, received),
    )
    .await?;
    let snapshot = Snapshot::new(meta, cases, terms, prefectures)
        .map_err(|error| DataError::new(address, Cause::Inconsistent(error)))?;
    Ok((catalog, snapshot))
}

pub async fn municipalities(meta: &SnapshotMeta) -> Result<Municipalities, DataError> {
    file(meta, FileRole::Municipalities).await
}

/// The corrections, the newest first.
pub async fn errata(meta: &SnapshotMeta) -> Result<Errata, DataError> {
    file(meta, FileRole::Errata).await
}

/// The details of one shard.
pub async fn shard(meta: &SnapshotMeta, number: u16) -> Result<Vec<CaseDetail>, DataError> {
    file::<DetailShard>(meta, FileRole::Details(number)).await.map(|shard| shard.details)
}

/// The details of every case, in order of id.
pub async fn details(meta: &SnapshotMeta) -> Result<Vec<CaseDetail>, DataError> {
    let numbers = meta.files.iter().filter_map(|entry| match entry.role() {
        Some(FileRole::Details(number)) => Some(number),
        _ => None,
    });
    let shards = try_join_all(numbers.map(|number| shard(meta, number))).await?;
    let mut details: Vec<CaseDetail> = shards.into_iter().flatten().collect();
    details.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(details)
}

async fn counted<T: DeserializeOwned>(
    meta: &SnapshotMeta,
    role: FileRole,
    received: impl Fn(u64),
) -> Result<T, DataError> {
    let value = file(meta, role).await?;
    received(meta.file(role).map_or(0, |entry| entry.bytes));
    Ok(value)
}

async fn file<T: DeserializeOwned>(meta: &SnapshotMeta, role: FileRole) -> Result<T, DataError> {
    let entry = meta.file(role).ok_or_else(|| DataError::new(role.stem(), Cause::Unlisted))?;
    decode(entry, &bytes(&format!("{DATA}{}", entry.path)).await?)
}

async fn bytes(address: &str) -> Result<Vec<u8>, DataError> {
    let failed = |error: gloo_net::Error| DataError::new(address, Cause::Network(error.to_string()));
    let response = Request::get(address).send().await.map_err(failed)?;
    if !response.ok() {
        return Err(DataError::new(address, Cause::Status(response.status())));
    }
    response.binary().await.map_err(failed)
}
