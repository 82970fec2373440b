//! Fetching published files. The only place of the application that asks the server for data.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::decode::{parse, verify};
use super::{Cause, DataError, Progress, decode_catalog};
use crate::domain::{
    CaseDetail, CaseTable, Catalog, DetailShard, Errata, FileEntry, FileRole, FromJson, Municipalities,
    Outlines, Prefectures, Snapshot, SnapshotId, SnapshotMeta, Terms,
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
    let catalog: Catalog = decode_catalog(&address, &Request::send(address.clone()).bytes().await?)?;
    let id = requested.unwrap_or_else(|| catalog.default.clone());
    let unknown = || DataError::new(&address, Cause::UnknownSnapshot(id.clone()));
    let meta = catalog.snapshot(Some(&id)).ok_or_else(unknown)?.clone();

    // All are asked for before the first is waited for.
    let cases = Asked::of(&meta, FileRole::Cases)?;
    let terms = Asked::of(&meta, FileRole::Terms)?;
    let prefectures = Asked::of(&meta, FileRole::Prefectures)?;
    let total = cases.entry.bytes + terms.entry.bytes + prefectures.entry.bytes;
    let mut done = 0;
    let mut received = |entry: &FileEntry| {
        done += entry.bytes;
        progress(Progress { bytes: done, total });
    };
    progress(Progress { bytes: 0, total });
    let (entry, terms) = terms.read::<Terms>().await?;
    received(&entry);
    let (entry, prefectures) = prefectures.read::<Prefectures>().await?;
    received(&entry);
    let (entry, cases) = cases.read::<CaseTable>().await?;
    received(&entry);
    let snapshot = Snapshot::new(meta, cases, terms, prefectures)
        .map_err(|error| DataError::new(address, Cause::Inconsistent(error)))?;
    Ok((catalog, snapshot))
}

pub async fn municipalities(meta: &SnapshotMeta) -> Result<Municipalities, DataError> {
    Ok(Asked::of(meta, FileRole::Municipalities)?.read().await?.1)
}

/// The corrections, the newest first.
pub async fn errata(meta: &SnapshotMeta) -> Result<Errata, DataError> {
    Ok(Asked::of(meta, FileRole::Errata)?.read().await?.1)
}

/// The outlines of a map.
pub async fn outlines(meta: &SnapshotMeta, role: FileRole) -> Result<Outlines, DataError> {
    Ok(Asked::of(meta, role)?.read().await?.1)
}

/// The details of one shard.
pub async fn shard(meta: &SnapshotMeta, number: u16) -> Result<Vec<CaseDetail>, DataError> {
    let (_, shard): (_, DetailShard) = Asked::of(meta, FileRole::Details(number))?.read().await?;
    Ok(shard.details)
}

/// The details of every case, in order of id: shards are numbered in that order.
pub async fn details(meta: &SnapshotMeta) -> Result<Vec<CaseDetail>, DataError> {
    let shards = (0..).map_while(|number| meta.file(FileRole::Details(number)));
    let asked: Vec<Asked> = shards.map(Asked::new).collect();
    let mut details = Vec::new();
    for shard in asked {
        let (_, shard): (_, DetailShard) = shard.read().await?;
        details.extend(shard.details);
    }
    Ok(details)
}

/// A file of a snapshot that is on its way.
struct Asked {
    entry: FileEntry,
    request: Request,
}

impl Asked {
    fn of(meta: &SnapshotMeta, role: FileRole) -> Result<Self, DataError> {
        let unlisted = || DataError::new(role.stem(), Cause::Unlisted);
        meta.file(role).map(Self::new).ok_or_else(unlisted)
    }

    fn new(entry: &FileEntry) -> Self {
        Self { entry: entry.clone(), request: Request::send(format!("{DATA}{}", entry.path)) }
    }

    async fn read<T: FromJson>(self) -> Result<(FileEntry, T), DataError> {
        let (entry, bytes) = self.bytes().await?;
        // Reading is enough for one task of a slow phone, and so is what is made of it.
        pause().await;
        let value = parse(&entry.path, &bytes)?;
        pause().await;
        Ok((entry, value))
    }

    /// What is not as the catalog says is asked for once more from the server itself: a cache on the way may
    /// hold half a file or another.
    async fn bytes(self) -> Result<(FileEntry, Vec<u8>), DataError> {
        let Self { entry, request } = self;
        let address = request.address.clone();
        let bytes = request.bytes().await?;
        if verify(&entry, &bytes).is_ok() {
            return Ok((entry, bytes));
        }
        let bytes = Request::past_caches(address).bytes().await?;
        verify(&entry, &bytes)?;
        Ok((entry, bytes))
    }
}

/// A request that has been sent: the browser is at work on it whether or not it is waited for.
struct Request {
    address: String,
    response: JsFuture,
}

impl Request {
    fn send(address: String) -> Self {
        let response = JsFuture::from(leptos::prelude::window().fetch_with_str(&address));
        Self { address, response }
    }

    fn past_caches(address: String) -> Self {
        let options = RequestInit::new();
        options.set_cache(RequestCache::Reload);
        let response = JsFuture::from(leptos::prelude::window().fetch_with_str_and_init(&address, &options));
        Self { address, response }
    }

    async fn bytes(self) -> Result<Vec<u8>, DataError> {
        let Self { address, response } = self;
        let failed = |error: JsValue| DataError::new(&address, Cause::Network(message(error)));
        let response: Response = response.await.map_err(failed)?.unchecked_into();
        if !response.ok() {
            return Err(DataError::new(address, Cause::Status(response.status())));
        }
        let body = JsFuture::from(response.array_buffer().map_err(failed)?).await.map_err(failed)?;
        Ok(Uint8Array::new(&body).to_vec())
    }
}

/// Lets the browser do what else there is to do.
async fn pause() {
    let pause = Promise::new(&mut |resolve, _| {
        // Without a timer it goes on at once.
        if leptos::prelude::window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(pause).await;
}

/// What the browser says; `fetch` fails with nothing but errors.
fn message(error: JsValue) -> String {
    error.dyn_into::<js_sys::Error>().map(|error| error.message().into()).unwrap_or_default()
}
