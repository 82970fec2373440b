//! Files that lie beside the source tables and are none of them: locks, copies, files of the system.

use std::fs;
use std::path::Path;

use crate::program::{Workshop, contents, copy, snapshot};
use crate::snapshot_site::Site;

/// Text that no published file may hold.
const CANARY: &str = "canary-5d1f";
const STRAYS: [&str; 7] = [
    ".~lock.municipalities.csv#",
    "~$municipalities.csv",
    ".DS_Store",
    "cases.jsonl.bak",
    "tables.xlsx",
    "maps/31.topo.json~",
    "old/cases.jsonl",
];

fn leave(folder: &Path) {
    fs::create_dir_all(folder.join("old")).expect("a folder");
    for name in STRAYS {
        fs::write(folder.join(name), CANARY).expect(name);
    }
}

#[test]
fn build_notes_what_it_does_not_read_and_publishes_all_the_same() {
    let workshop = Workshop::new();
    leave(&workshop.source());
    let run = workshop.build_well();
    let told = |name: &str| run.err.contains(&format!("読まないファイルがあります： {name}"));
    assert!(STRAYS.iter().filter(|name| !name.contains("old/")).all(|name| told(name)), "{}", run.err);
    assert!(told("old/") && run.err.contains("表を閉じ"), "{}", run.err);
    let hidden = |bytes: &[u8]| !String::from_utf8_lossy(bytes).contains(CANARY);
    assert!(contents(&workshop.data()).values().all(|bytes| hidden(bytes)));
}

#[test]
fn check_names_what_is_published_beside_the_tables() {
    let workshop = Workshop::with_published_source();
    workshop.build_well();
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
    leave(&workshop.source());
    let run = workshop.check();
    assert_eq!(run.code, 1, "{}", run.err);
    for name in STRAYS.iter().filter(|name| !name.contains("old/")).chain(&["old/"]) {
        assert!(run.err.contains(&format!("■ source/{name}")), "{name} in {}", run.err);
    }
}

#[test]
fn compressed_copies_of_published_tables_are_no_strays() {
    let site = Site::new();
    let data = site.dist().join("data");
    let source = data.join("source");
    copy(&Workshop::new().source(), &source);
    let build =
        || snapshot(&["build", "--source", source.to_str().unwrap(), "--out", data.to_str().unwrap()]);
    build();
    site.run_well(&[]);
    assert!(source.join("cases.jsonl.gz").is_file(), "the site has such copies");
    let run = build();
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.err.contains("読まないファイル"), "{}", run.err);
    fs::write(source.join("notes.txt.gz"), CANARY).expect("a stray");
    let run = build();
    assert!(run.err.contains("読まないファイルがあります： notes.txt.gz"), "{}", run.err);
}

#[test]
fn a_table_that_the_catalog_does_not_list_is_named() {
    let workshop = Workshop::with_published_source();
    workshop.build_well();
    workshop.write("funding.csv", "slug\n");
    let run = workshop.check();
    assert!(run.code == 1 && run.err.contains("source/funding.csv"), "{}", run.err);
}

#[test]
fn the_site_has_no_file_that_was_left_behind() {
    let workshop = Workshop::with_published_source();
    workshop.build_well();
    let listed: Vec<String> =
        contents(&workshop.source()).into_keys().map(|path| relative(&workshop.source(), &path)).collect();
    leave(&workshop.source());
    fs::write(workshop.data().join(".DS_Store"), CANARY).expect("written");

    let site = Site::new();
    let data = site.dist().join("data");
    fs::remove_dir_all(&data).expect("removed");
    copy(&workshop.data(), &data);
    let run = site.run_well(&[]);
    for name in STRAYS {
        assert!(run.err.contains(&format!("取り除きました： data/source/{name}")), "{name} in {}", run.err);
    }
    for (path, bytes) in contents(&site.dist()) {
        assert!(!String::from_utf8_lossy(&unpacked(&path, bytes)).contains(CANARY), "{}", path.display());
    }
    let source = data.join("source");
    let left: Vec<String> = contents(&source).into_keys().map(|path| relative(&source, &path)).collect();
    let left: Vec<&String> =
        left.iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect();
    assert_eq!(left, listed.iter().collect::<Vec<_>>(), "the tables themselves stay");
    assert!(!source.join("old").exists());
    assert_eq!(site.run_well(&[]).err, "", "nothing is left to remove");
}

fn relative(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).expect("inside").to_string_lossy().into_owned()
}

/// Gives the content of a file as a browser gets it.
pub fn unpacked(path: &Path, bytes: Vec<u8>) -> Vec<u8> {
    let mut plain = Vec::new();
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("br") => {
            brotli::BrotliDecompress(&mut bytes.as_slice(), &mut plain).expect("brotli");
        }
        Some("gz") => {
            let mut packed = flate2::read::MultiGzDecoder::new(bytes.as_slice());
            std::io::copy(&mut packed, &mut plain).expect("gzip");
        }
        _ => return bytes,
    }
    plain
}
