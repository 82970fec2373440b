//! The JSON Schemas of the published files. Those of this version are generated from the types that read them, those
//! of earlier versions are kept as they were published.

use joint_procurement_core::domain::{
    CaseTable, Catalog, DetailShard, Errata, FileRole, Funding, Municipalities, Outlines, Prefectures,
    SCHEMA_VERSION, Terms, schema_path,
};
use jsonschema::Validator;
use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use super::encode::NewFile;

/// The schemas of the first version.
const FIRST: [(&str, &str); 8] = [
    ("catalog", include_str!("../schema/v1/catalog.schema.json")),
    ("cases", include_str!("../schema/v1/cases.schema.json")),
    ("details", include_str!("../schema/v1/details.schema.json")),
    ("errata", include_str!("../schema/v1/errata.schema.json")),
    ("map", include_str!("../schema/v1/map.schema.json")),
    ("municipalities", include_str!("../schema/v1/municipalities.schema.json")),
    ("prefectures", include_str!("../schema/v1/prefectures.schema.json")),
    ("terms", include_str!("../schema/v1/terms.schema.json")),
];

/// Gives the folder of a version's schemas, relative to the data folder.
pub fn folder(version: u32) -> String {
    format!("schema/v{version}")
}

/// Gives the versions whose schemas belong beside these snapshots, the oldest first.
pub fn versions(catalog: &Catalog) -> Vec<u32> {
    let published = catalog.snapshots.iter().map(|snapshot| snapshot.schema_version);
    let mut versions: Vec<u32> = published.chain([SCHEMA_VERSION]).collect();
    versions.sort_unstable();
    versions.dedup();
    versions
}

/// Gives every schema of a version as a file; none of a version that this program does not know.
pub fn files(version: u32) -> serde_json::Result<Vec<NewFile>> {
    match version {
        1 => Ok(FIRST.map(|(name, text)| named(version, name, text.as_bytes().to_vec())).into()),
        SCHEMA_VERSION => Ok(vec![
            file::<Catalog>("catalog")?,
            file::<CaseTable>("cases")?,
            file::<DetailShard>("details")?,
            file::<Errata>("errata")?,
            file::<Outlines>("map")?,
            file::<Municipalities>("municipalities")?,
            file::<Prefectures>("prefectures")?,
            file::<Terms>("terms")?,
            file::<Funding>("funding")?,
        ]),
        _ => Ok(Vec::new()),
    }
}

fn file<T: JsonSchema>(name: &str) -> serde_json::Result<NewFile> {
    let mut bytes = serde_json::to_vec_pretty(&schema_for!(T))?;
    bytes.push(b'\n');
    Ok(named(SCHEMA_VERSION, name, bytes))
}

fn named(version: u32, name: &str, bytes: Vec<u8>) -> NewFile {
    NewFile { path: schema_path(version, name), bytes }
}

/// The schemas of one version, ready to judge files.
pub struct Schemas(Vec<(String, Validator)>);

impl Schemas {
    /// Gives none of a schema that cannot be read, of which the tests make sure.
    pub fn of(version: u32) -> Self {
        let validator = |file: NewFile| {
            let schema: Value = serde_json::from_slice(&file.bytes).ok()?;
            Some((file.path, jsonschema::validator_for(&schema).ok()?))
        };
        Self(files(version).unwrap_or_default().into_iter().filter_map(validator).collect())
    }

    /// Tells what is against the schema of the file, with the place in it; `None` where nothing is.
    pub fn fault(&self, version: u32, role: FileRole, json: &Value) -> Option<String> {
        let stem = role.stem();
        let path = schema_path(version, stem.split('-').next().unwrap_or_default());
        let (_, validator) = self.0.iter().find(|(schema, _)| *schema == path)?;
        let error = validator.iter_errors(json).next()?;
        Some(format!("{}：{error}", error.instance_path()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use joint_procurement_core::domain::schemas;

    #[test]
    fn every_schema_has_a_title_and_a_description() {
        for file in files(SCHEMA_VERSION).unwrap_or_default() {
            let schema: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap_or_default();
            for key in ["title", "description"] {
                let text = schema.get(key).and_then(serde_json::Value::as_str);
                assert!(text.is_some_and(|text| !text.is_empty()), "{key} of {}", file.path);
            }
        }
        for version in 1..=SCHEMA_VERSION {
            let paths = files(version).unwrap_or_default().into_iter().map(|file| file.path);
            let listed = schemas(version).iter().map(|name| schema_path(version, name));
            assert!(paths.eq(listed), "the list that pages show of version {version}");
        }
    }

    #[test]
    fn every_schema_of_every_version_can_judge() {
        for version in 1..=SCHEMA_VERSION {
            let count = files(version).unwrap_or_default().len();
            assert!(count >= FIRST.len(), "version {version}");
            assert_eq!(Schemas::of(version).0.len(), count, "version {version}");
        }
        assert!(files(SCHEMA_VERSION + 1).unwrap_or_default().is_empty());
    }
}
