//! Snapshots that were published, with their schemas: not a byte of them changes any more.

use std::collections::BTreeMap;
use std::fs;

use joint_procurement_core::files::sha256;

use crate::program::{contents, real_data};

/// Hash and path of each file, as `sha256sum` writes them.
const FROZEN: [(&[&str], &str); 1] =
    [(&["2026-11-23", "schema/v1"], include_str!("fixtures/2026-11-23.sha256"))];

#[test]
fn published_snapshots_stay_as_they_were() {
    for (folders, list) in FROZEN {
        let line = |line: &str| line.split_once("  ").map(|(hash, path)| (path.to_owned(), hash.to_owned()));
        let listed: BTreeMap<String, String> = list.lines().filter_map(line).collect();
        assert!(listed.len() > folders.len(), "{folders:?}");
        let data = real_data();
        let found = folders.iter().flat_map(|folder| contents(&data.join(folder))).map(|(path, bytes)| {
            let path = path.strip_prefix(&data).expect("below the data").to_string_lossy().into_owned();
            (path, sha256(&bytes))
        });
        assert_eq!(found.collect::<BTreeMap<_, _>>(), listed);
    }
}

#[test]
fn the_program_has_the_schemas_of_the_first_version_as_published() {
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/v1");
    for (path, bytes) in contents(&kept) {
        let name = path.file_name().expect("a name");
        let published = fs::read(real_data().join("schema/v1").join(name)).expect("a schema");
        assert!(bytes == published, "{}", path.display());
    }
}
