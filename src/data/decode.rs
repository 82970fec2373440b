//! From bytes to checked values.

use sha2::{Digest, Sha256};

use super::{Cause, DataError};
use crate::domain::{Catalog, FileEntry, FromJson, JsonError, SCHEMA_VERSION, json};

/// Reads a catalog. `file` is its address, for the message.
pub fn decode_catalog(file: &str, bytes: &[u8]) -> Result<Catalog, DataError> {
    parse(file, bytes)
}

/// Reads a snapshot file after comparing it with what the catalog says of it.
pub fn decode<T: FromJson>(entry: &FileEntry, bytes: &[u8]) -> Result<T, DataError> {
    verify(entry, bytes)?;
    parse(&entry.path, bytes)
}

/// Refuses what is not as the catalog says.
pub fn verify(entry: &FileEntry, bytes: &[u8]) -> Result<(), DataError> {
    if bytes.len() as u64 == entry.bytes && hex(&Sha256::digest(bytes)) == entry.sha256 {
        Ok(())
    } else {
        Err(DataError::new(&entry.path, Cause::Mismatch))
    }
}

/// Reads a file that has been verified.
pub fn parse<T: FromJson>(file: &str, bytes: &[u8]) -> Result<T, DataError> {
    let broken = |error: JsonError| DataError::new(file, Cause::Broken(error.to_string()));
    let text = std::str::from_utf8(bytes).map_err(|_| broken(JsonError::new("UTF-8")))?;
    let json = json::parse(text).map_err(broken)?;
    // First, so that a newer format is told from a broken file.
    let schema_version = json::field(&json, "schema_version").map_err(broken)?;
    if schema_version > SCHEMA_VERSION {
        return Err(DataError::new(file, Cause::NewerSchema(schema_version)));
    }
    T::from_json(&json).map_err(broken)
}

fn hex(digest: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DetailShard;

    fn entry(bytes: &[u8]) -> FileEntry {
        FileEntry {
            path: "x/details-000.json".to_owned(),
            bytes: bytes.len() as u64,
            sha256: hex(&Sha256::digest(bytes)),
        }
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
    fn the_checksum_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex(&Sha256::digest(b"abc")), abc);
    }

    #[test]
    fn a_changed_or_cut_file_is_refused() {
        let bytes = br#"{"schema_version":1,"details":[]}"#;
        check(bytes, br#"{"schema_version":1,"details":[ ]}"#, Cause::Mismatch);
        check(bytes, &bytes[..10], Cause::Mismatch);
    }

    #[test]
    fn a_newer_format_is_told_from_a_broken_file() {
        let newer = br#"{"schema_version":2,"something":"else"}"#;
        check(newer, newer, Cause::NewerSchema(2));
        let html = b"<!doctype html>";
        let error = decode::<DetailShard>(&entry(html), html).unwrap_err();
        assert!(matches!(error.cause, Cause::Broken(_)), "{error}");
    }
}
