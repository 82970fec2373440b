//! Opening a snapshot: which files are read, and how they are put together, wherever they come from.

use serde::de::DeserializeOwned;

use super::decode::{parse, verify};
use super::{Cause, DataError};
use crate::domain::{
    CaseDetail, CaseTable, Catalog, DetailShard, Errata, FileEntry, FileRole, Funding, Municipalities,
    Outlines, Prefectures, Snapshot, SnapshotError, SnapshotId, SnapshotMeta, Terms,
};

/// The path of the catalog, like all others relative to the folder of the data.
pub const CATALOG: &str = "catalog.json";

/// A source of published files.
pub trait Files {
    /// Begins to get a file: it is on its way whether or not it is waited for.
    fn get(&self, wanted: Wanted) -> impl Future<Output = Result<Vec<u8>, DataError>>;

    /// Lets others do something before the next file is read.
    fn pause(&self) -> impl Future<Output = ()>;
}

/// A file that is asked for.
pub struct Wanted {
    /// Relative to the folder of the data.
    pub path: String,
    /// As the catalog says; 0 of the catalog itself.
    pub bytes: u64,
    /// As the source itself has it, not a cache on the way.
    pub past_caches: bool,
}

/// Reads the catalog.
pub async fn catalog(files: &impl Files) -> Result<Catalog, DataError> {
    let bytes = files.get(Wanted { path: CATALOG.to_owned(), bytes: 0, past_caches: false });
    parse(CATALOG, &bytes.await?)
}

/// Reads the essential files of the snapshot asked for, or of the default one.
pub async fn snapshot(
    files: &impl Files,
    catalog: &Catalog,
    requested: Option<&SnapshotId>,
) -> Result<Snapshot, DataError> {
    let unknown = || {
        let id = requested.unwrap_or(&catalog.default);
        DataError::new(CATALOG, Cause::UnknownSnapshot(id.clone()))
    };
    let meta = catalog.snapshot(requested).ok_or_else(unknown)?.clone();
    // All are asked for before the first is waited for.
    let cases = ask::<CaseTable>(files, &meta, FileRole::Cases)?;
    let terms = ask::<Terms>(files, &meta, FileRole::Terms)?;
    let prefectures = ask::<Prefectures>(files, &meta, FileRole::Prefectures)?;
    let (terms, prefectures, cases) = (terms.await?, prefectures.await?, cases.await?);
    let inconsistent = |error| DataError::new(meta.id.as_str(), Cause::Inconsistent(error));
    Snapshot::new(meta.clone(), cases, terms, prefectures).map_err(inconsistent)
}

/// Reads the municipalities.
pub async fn municipalities(files: &impl Files, meta: &SnapshotMeta) -> Result<Municipalities, DataError> {
    let municipalities: Municipalities = ask(files, meta, FileRole::Municipalities)?.await?;
    if !municipalities.is_sound() {
        let cause = Cause::Inconsistent(SnapshotError::Municipalities);
        return Err(DataError::new(FileRole::Municipalities.stem(), cause));
    }
    Ok(municipalities)
}

/// Reads the corrections, the newest first.
pub async fn errata(files: &impl Files, meta: &SnapshotMeta) -> Result<Errata, DataError> {
    ask(files, meta, FileRole::Errata)?.await
}

/// Reads the programmes that can pay for joint procurement; not every snapshot has them.
pub async fn funding(files: &impl Files, meta: &SnapshotMeta) -> Result<Funding, DataError> {
    ask(files, meta, FileRole::Funding)?.await
}

/// Reads the outlines of a map.
pub async fn outlines(
    files: &impl Files,
    meta: &SnapshotMeta,
    role: FileRole,
) -> Result<Outlines, DataError> {
    ask(files, meta, role)?.await
}

/// Reads the details of one shard.
pub async fn shard(
    files: &impl Files,
    meta: &SnapshotMeta,
    number: u16,
) -> Result<Vec<CaseDetail>, DataError> {
    let shard: DetailShard = ask(files, meta, FileRole::Details(number))?.await?;
    Ok(shard.details)
}

/// Reads the details of every case, in order of id: shards are numbered in that order.
pub async fn details(files: &impl Files, meta: &SnapshotMeta) -> Result<Vec<CaseDetail>, DataError> {
    let listed = (0..).map(FileRole::Details).take_while(|role| meta.file(*role).is_some());
    let asked = listed.map(|role| ask::<DetailShard>(files, meta, role));
    let asked: Vec<_> = asked.collect::<Result<_, _>>()?;
    let mut details = Vec::new();
    for shard in asked {
        details.extend(shard.await?.details);
    }
    Ok(details)
}

/// Begins to get a file of a snapshot; it is read when it is waited for.
fn ask<'a, T: DeserializeOwned>(
    files: &'a impl Files,
    meta: &SnapshotMeta,
    role: FileRole,
) -> Result<impl Future<Output = Result<T, DataError>> + 'a, DataError> {
    let Some(entry) = meta.file(role).cloned() else {
        return Err(DataError::new(role.stem(), Cause::Unlisted));
    };
    let answer = files.get(wanted(&entry, false));
    Ok(async move {
        let bytes = verified(files, &entry, answer.await?).await?;
        // Reading is enough for one task of a slow phone, and so is what is made of it.
        files.pause().await;
        let value = parse(&entry.path, &bytes)?;
        files.pause().await;
        Ok(value)
    })
}

fn wanted(entry: &FileEntry, past_caches: bool) -> Wanted {
    Wanted { path: entry.path.clone(), bytes: entry.bytes, past_caches }
}

/// Asks once more, past the caches, for what is not as the catalog says. A cache on the way may hold half a
/// file or another.
async fn verified(files: &impl Files, entry: &FileEntry, bytes: Vec<u8>) -> Result<Vec<u8>, DataError> {
    if verify(entry, &bytes).is_ok() {
        return Ok(bytes);
    }
    let bytes = files.get(wanted(entry, true)).await?;
    verify(entry, &bytes)?;
    Ok(bytes)
}
