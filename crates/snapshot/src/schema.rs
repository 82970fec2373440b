//! The JSON Schemas of the published files, generated from the types that read them.

use joint_procurement_core::domain::{
    CaseTable, Catalog, DetailShard, Errata, Municipalities, Outlines, Prefectures, SCHEMA_VERSION, Terms,
    schema_path,
};
use schemars::{JsonSchema, schema_for};

use super::encode::NewFile;

/// Gives the folder of this version's schemas, relative to the data folder.
pub fn folder() -> String {
    format!("schema/v{SCHEMA_VERSION}")
}

/// Gives every schema as a file.
pub fn files() -> serde_json::Result<Vec<NewFile>> {
    Ok(vec![
        file::<Catalog>("catalog")?,
        file::<CaseTable>("cases")?,
        file::<DetailShard>("details")?,
        file::<Errata>("errata")?,
        file::<Outlines>("map")?,
        file::<Municipalities>("municipalities")?,
        file::<Prefectures>("prefectures")?,
        file::<Terms>("terms")?,
    ])
}

fn file<T: JsonSchema>(name: &str) -> serde_json::Result<NewFile> {
    let mut bytes = serde_json::to_vec_pretty(&schema_for!(T))?;
    bytes.push(b'\n');
    Ok(NewFile { path: schema_path(name), bytes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use joint_procurement_core::domain::SCHEMAS;

    #[test]
    fn every_schema_has_a_title_and_a_description() {
        for file in files().unwrap_or_default() {
            let schema: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap_or_default();
            for key in ["title", "description"] {
                let text = schema.get(key).and_then(serde_json::Value::as_str);
                assert!(text.is_some_and(|text| !text.is_empty()), "{key} of {}", file.path);
            }
        }
        let paths = files().unwrap_or_default().into_iter().map(|file| file.path);
        assert_eq!(paths.collect::<Vec<_>>(), SCHEMAS.map(schema_path), "the list that pages show");
    }
}
