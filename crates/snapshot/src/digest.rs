//! Names and checksums of files, by their content.

use joint_procurement_core::domain::FileEntry;
use joint_procurement_core::files::sha256;

/// Digits of the content hash in a file name.
pub const HASH_DIGITS: usize = 12;

/// Describes a file as the catalog does.
pub fn file_entry(path: String, bytes: &[u8]) -> FileEntry {
    FileEntry { path, bytes: bytes.len() as u64, sha256: sha256(bytes) }
}

/// Gives the path with the first digits of the content's hash in front of its ending.
pub fn hashed_name(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{ending}", &sha256(bytes)[..HASH_DIGITS])
}
