//! The catalog of published snapshots: what there is, and the files of each with size and checksum.

use serde::{Deserialize, Serialize};

use super::{Date, MailAddress, PrefectureCode, SnapshotId, SnapshotKind, WebAddress, web_address};

/// `data/catalog.json`, the only published data file whose name never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Catalog {
    pub schema_version: u32,
    /// The snapshot that is shown unless another is asked for.
    pub default: SnapshotId,
    /// In order of id.
    pub snapshots: Vec<SnapshotMeta>,
    /// The files of `source/` from which the last build was made, in the order listed. None where the sources
    /// are not published.
    #[serde(default)]
    pub source_files: Vec<FileEntry>,
}

impl Catalog {
    /// Gives the asked-for snapshot, or the default one.
    pub fn snapshot(&self, id: Option<&SnapshotId>) -> Option<&SnapshotMeta> {
        let id = id.unwrap_or(&self.default);
        self.snapshots.iter().find(|snapshot| snapshot.id == *id)
    }
}

/// One published, immutable state of the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SnapshotMeta {
    pub id: SnapshotId,
    /// The version of the format of its files. Catalogs of the first version do not state it.
    #[serde(default = "first_version")]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub schema_version: u32,
    pub title: String,
    /// The period covered, in words (対象期間).
    pub period: String,
    pub kind: SnapshotKind,
    /// The day on which the facts were read.
    pub as_of: Date,
    pub published_at: Date,
    /// In words.
    pub licence: String,
    /// Number of cases of every scope.
    pub cases: u32,
    /// The publisher of this site; unknown parts are empty.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub maintainer: Maintainer,
    /// The times when the data are updated, in the maintainer's words; may be empty.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub update_note: String,
    /// The lines that the licences of the sources ask to show.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub credits: Vec<Credit>,
    pub files: Vec<FileEntry>,
}

fn first_version() -> u32 {
    1
}

impl SnapshotMeta {
    /// Finds the file with this role.
    pub fn file(&self, role: FileRole) -> Option<&FileEntry> {
        self.files.iter().find(|file| file.role() == Some(role))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Maintainer {
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub name: String,
    #[serde(default, deserialize_with = "web_address::read", serialize_with = "web_address::write")]
    #[cfg_attr(feature = "schema", schemars(!default, with = "String"))]
    pub url: Option<WebAddress>,
    /// The mail address to which readers send what they know.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "web_address::read")]
    pub email: Option<MailAddress>,
}

impl Maintainer {
    /// Tells if readers know where to turn to.
    pub fn can_be_reached(&self) -> bool {
        self.url.is_some() || self.email.is_some()
    }
}

/// A credit line and what it is owed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// For example 人口.
    pub subject: String,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "web_address::read")]
    pub url: Option<WebAddress>,
}

/// The published files that have a JSON Schema, by the first part of their names. The last came with version 2.
const SCHEMAS: [&str; 9] =
    ["catalog", "cases", "details", "errata", "map", "municipalities", "prefectures", "terms", "funding"];

/// Gives the published files that have a JSON Schema in a version of the format.
pub fn schemas(version: u32) -> &'static [&'static str] {
    if version == 1 { &SCHEMAS[..8] } else { &SCHEMAS }
}

/// Gives the path of the JSON Schema of a kind of file in a version of the format, under `data/`.
pub fn schema_path(version: u32, name: &str) -> String {
    format!("schema/v{version}/{name}.schema.json")
}

/// A published file: of a snapshot, or a source table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FileEntry {
    /// Under `data/`, for example `2026-11-23/cases.1f0c2b3a4d5e.json` or `source/cases.jsonl`.
    pub path: String,
    pub bytes: u64,
    /// Lower-case hexadecimal.
    pub sha256: String,
}

/// The content of a snapshot file; told by the first part of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileRole {
    /// `CaseTable`
    Cases,
    /// `Terms`
    Terms,
    /// `Prefectures`
    Prefectures,
    /// `Municipalities`
    Municipalities,
    /// `Errata`
    Errata,
    /// `Funding`; not every snapshot has it.
    Funding,
    /// `DetailShard`, numbered from 0 in the order of the cases.
    Details(u16),
    /// `Outlines` of the 47 prefectures.
    MapOfJapan,
    /// `Outlines` of the municipalities of one prefecture.
    MapOf(PrefectureCode),
}

impl FileRole {
    /// Gives the first part of the file name.
    pub fn stem(self) -> String {
        match self {
            Self::Cases => "cases".to_owned(),
            Self::Terms => "terms".to_owned(),
            Self::Prefectures => "prefectures".to_owned(),
            Self::Municipalities => "municipalities".to_owned(),
            Self::Errata => "errata".to_owned(),
            Self::Funding => "funding".to_owned(),
            Self::Details(shard) => format!("details-{shard:03}"),
            Self::MapOfJapan => "map-japan".to_owned(),
            Self::MapOf(prefecture) => format!("map-{prefecture}"),
        }
    }

    fn from_stem(stem: &str) -> Option<Self> {
        match stem {
            "cases" => Some(Self::Cases),
            "terms" => Some(Self::Terms),
            "prefectures" => Some(Self::Prefectures),
            "municipalities" => Some(Self::Municipalities),
            "errata" => Some(Self::Errata),
            "funding" => Some(Self::Funding),
            "map-japan" => Some(Self::MapOfJapan),
            _ => match stem.split_once('-')? {
                ("details", shard) => shard.parse().ok().map(Self::Details),
                ("map", prefecture) => prefecture.parse().ok().map(Self::MapOf),
                _ => None,
            },
        }
    }
}

impl FileEntry {
    /// Tells the content of a file of a snapshot; `None` for a name that this version does not know.
    pub fn role(&self) -> Option<FileRole> {
        let name = self.path.rsplit('/').next()?;
        FileRole::from_stem(name.split('.').next()?)
    }
}
