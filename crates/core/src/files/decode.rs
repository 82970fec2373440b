//! From bytes to checked values: the one reader of published files, in the browser and in native programs.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::objects::Objects;
use super::{Cause, DataError, sha256};
use crate::domain::{FileEntry, SCHEMA_VERSION};

/// Reads a snapshot file after comparing it with what the catalog says of it.
pub fn decode<T: DeserializeOwned>(entry: &FileEntry, bytes: &[u8]) -> Result<T, DataError> {
    verify(entry, bytes)?;
    parse(&entry.path, bytes)
}

/// Refuses what is not as the catalog says.
pub fn verify(entry: &FileEntry, bytes: &[u8]) -> Result<(), DataError> {
    if bytes.len() as u64 == entry.bytes && sha256(bytes) == entry.sha256 {
        Ok(())
    } else {
        Err(DataError::new(&entry.path, Cause::Mismatch))
    }
}

/// Reads the catalog, or a file that has been verified. `file` is its address, for the message.
pub fn parse<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, DataError> {
    // First, so that a newer format is told from a broken file.
    match schema_version(bytes) {
        Some(version) if version > u64::from(SCHEMA_VERSION) => {
            Err(DataError::new(file, Cause::NewerSchema(version)))
        }
        _ => from_json(bytes).map_err(|message| DataError::new(file, Cause::Broken(message))),
    }
}

/// Reads JSON, with a message that says at which line and column it is wrong. In native programs, where size
/// does not matter, it also says in which field.
fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    #[cfg(feature = "field-paths")]
    let value = serde_path_to_error::deserialize(Objects(&mut json)).map_err(|error| error.to_string())?;
    #[cfg(not(feature = "field-paths"))]
    let value = T::deserialize(Objects(&mut json)).map_err(|error| error.to_string())?;
    json.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// Reads the number in the field `schema_version`; `None` where there is none, which the reading itself
/// reports.
pub fn schema_version(bytes: &[u8]) -> Option<u64> {
    /// Stops once it has found the number: it stands first, and what follows may be of any form.
    struct Finder<'a>(&'a mut Option<u64>);

    impl<'de> Visitor<'de> for Finder<'_> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
            while let Some(name) = fields.next_key::<String>()? {
                if name == "schema_version" {
                    *self.0 = Some(fields.next_value()?);
                    return Err(A::Error::custom("found"));
                }
                fields.next_value::<IgnoredAny>()?;
            }
            Ok(())
        }
    }

    let mut found = None;
    // Fails also where it has found the number.
    let _ = serde_json::Deserializer::from_slice(bytes).deserialize_map(Finder(&mut found));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DetailShard;

    fn entry(bytes: &[u8]) -> FileEntry {
        FileEntry { path: "x/details-000.json".to_owned(), bytes: bytes.len() as u64, sha256: sha256(bytes) }
    }

    #[track_caller]
    fn check(published: &[u8], received: &[u8], expected: Cause) {
        let error = decode::<DetailShard>(&entry(published), received).unwrap_err();
        assert_eq!(error.cause, expected);
    }

    #[test]
    fn a_file_as_published_is_read() {
        let bytes = br#"{"schema_version":1,"details":[]}"#;
        let shard: DetailShard = decode(&entry(bytes), bytes).unwrap();
        assert_eq!(shard.details, []);
    }

    #[test]
    fn a_changed_or_cut_file_is_refused() {
        let bytes = br#"{"schema_version":1,"details":[]}"#;
        check(bytes, br#"{"schema_version":1,"details":[ ]}"#, Cause::Mismatch);
        check(bytes, &bytes[..10], Cause::Mismatch);
    }

    #[test]
    fn a_newer_format_is_told_from_a_broken_file() {
        for newer in [
            br#"{"schema_version":99,"something":"else"}"#.as_slice(),
            br#"{"something":{"schema_version":1},"schema_version":99,"details":[]}"#,
            br#"{"schema_version":99,no longer JSON"#,
        ] {
            check(newer, newer, Cause::NewerSchema(99));
        }
        for broken in
            ["<!doctype html>", "", "[]", r#"{"details":[]}"#, r#"{"schema_version":"1","details":[]}"#]
        {
            let error = decode::<DetailShard>(&entry(broken.as_bytes()), broken.as_bytes()).unwrap_err();
            assert!(matches!(error.cause, Cause::Broken(_)), "{broken}: {error}");
        }
    }

    #[test]
    fn an_array_is_no_object() {
        for file in [r#"[1,[]]"#, r#"{"schema_version":1,"details":[[]]}"#] {
            let error = decode::<DetailShard>(&entry(file.as_bytes()), file.as_bytes()).unwrap_err();
            assert!(matches!(error.cause, Cause::Broken(_)), "{file}: {error}");
        }
    }

    #[test]
    fn anything_after_the_value_is_refused() {
        let twice = br#"{"schema_version":1,"details":[]} {}"#;
        let error = decode::<DetailShard>(&entry(twice), twice).unwrap_err();
        assert!(error.to_string().contains("column 35"), "{error}");
    }
}
