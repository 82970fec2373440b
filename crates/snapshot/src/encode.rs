//! Makes the files of a snapshot out of its source; the same source always gives the same bytes.

use joint_procurement_core::domain::{
    CaseDetail, CaseTable, Catalog, DetailShard, FileRole, SCHEMA_VERSION, SnapshotMeta,
};
use joint_procurement_core::files::sha256;
use serde::Serialize;

use super::digest::{HASH_DIGITS, file_entry};
use super::source::SourceTables;

/// A file to publish; the path is relative to the data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A snapshot ready to be written.
pub struct EncodedSnapshot {
    pub meta: SnapshotMeta,
    pub files: Vec<NewFile>,
}

/// Encodes the snapshot: facts in one table, long texts in shards, places, terms, corrections and maps.
pub fn encode(source: SourceTables) -> serde_json::Result<EncodedSnapshot> {
    let SourceTables { settings, terms, prefectures, municipalities, maps, cases, errata, funding } = source;
    let table = CaseTable::new(cases.cases, &cases.reasons);
    let mut contents: Vec<(FileRole, Vec<u8>)> = vec![
        (FileRole::Cases, compact(&table)?),
        (FileRole::Terms, compact(&terms)?),
        (FileRole::Prefectures, compact(&prefectures)?),
        (FileRole::Municipalities, compact(&municipalities)?),
        (FileRole::Errata, compact(&errata)?),
    ];
    if let Some(funding) = funding {
        contents.push((FileRole::Funding, compact(&funding)?));
    }
    for (shard, details) in (0..).zip(cases.details.chunks(DetailShard::CASES)) {
        contents.push((FileRole::Details(shard), encode_shard(details)?));
    }
    for (role, map) in maps {
        contents.push((role, compact(&map)?));
    }

    let files: Vec<NewFile> = contents
        .into_iter()
        .map(|(role, bytes)| {
            let hash = sha256(&bytes);
            let path = format!("{}/{}.{}.json", settings.id, role.stem(), &hash[..HASH_DIGITS]);
            NewFile { path, bytes }
        })
        .collect();
    let meta = SnapshotMeta {
        id: settings.id,
        schema_version: SCHEMA_VERSION,
        title: settings.title,
        period: settings.period,
        kind: settings.kind,
        as_of: settings.as_of,
        published_at: settings.published_at,
        licence: settings.licence,
        cases: u32::try_from(table.len()).unwrap_or(u32::MAX),
        maintainer: settings.maintainer,
        update_note: settings.update_note,
        credits: settings.credits,
        files: files.iter().map(|file| file_entry(file.path.clone(), &file.bytes)).collect(),
    };
    Ok(EncodedSnapshot { meta, files })
}

fn encode_shard(details: &[CaseDetail]) -> serde_json::Result<Vec<u8>> {
    compact(&DetailShard { schema_version: SCHEMA_VERSION, details: details.to_vec() })
}

/// Writes the catalog as a file; people read it too.
pub fn encode_catalog(catalog: &Catalog) -> serde_json::Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(catalog)?;
    json.push(b'\n');
    Ok(json)
}

fn compact(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(value)
}
