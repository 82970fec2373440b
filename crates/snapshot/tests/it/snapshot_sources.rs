//! The source tables in the catalog: what a reader can download, with size and checksum.

use std::fs;
use std::path::Path;

use joint_procurement_core::domain::{Catalog, FileEntry};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::program::{Workshop, bare_case, contents, copy, full_case, real_data, real_source, snapshot};

fn catalog(data: &Path) -> Catalog {
    let bytes = fs::read(data.join("catalog.json")).expect("a catalog");
    serde_json::from_slice(&bytes).expect("a catalog in JSON")
}

fn paths(catalog: &Catalog) -> Vec<&str> {
    catalog.source_files.iter().map(|entry| entry.path.as_str()).collect()
}

fn edit_catalog(workshop: &Workshop, edit: impl Fn(&mut Vec<Value>)) {
    let path = workshop.data().join("catalog.json");
    let mut catalog: Value = serde_json::from_slice(&fs::read(&path).expect("a catalog")).expect("JSON");
    edit(catalog["source_files"].as_array_mut().expect("a list"));
    fs::write(path, catalog.to_string()).expect("written");
}

/// One edit of data whose source is published with them, and what `check` must say about it.
fn check(edit: impl Fn(&Workshop), expected: &[&str]) {
    let workshop = Workshop::with_published_source();
    workshop.build_well();
    edit(&workshop);
    let run = workshop.check();
    assert_eq!(run.code, 1, "{expected:?}: {}", run.out);
    for fragment in expected {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
}

#[test]
fn every_published_source_file_is_listed_with_size_and_checksum() {
    let catalog = catalog(&real_data());
    let mut listed = paths(&catalog);
    assert_eq!(
        listed[..4],
        ["source/README.md", "source/snapshot.toml", "source/cases.jsonl", "source/errata.csv"]
    );
    listed.sort_unstable();
    let files = contents(&real_source());
    let data = real_data();
    let there: Vec<_> = files.keys().map(|path| path.strip_prefix(&data).expect("below")).collect();
    assert_eq!(listed.iter().map(Path::new).collect::<Vec<_>>(), there);
    for FileEntry { path, bytes, sha256 } in &catalog.source_files {
        let content = fs::read(data.join(path)).expect("a file");
        let hash: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((content.len() as u64, &hash), (*bytes, sha256), "{path}");
    }
}

#[test]
fn sources_outside_the_data_folder_are_not_listed() {
    let workshop = Workshop::new();
    let run = workshop.build_well();
    assert!(run.out.contains("目録に入れていません"), "{}", run.out);
    assert_eq!(paths(&catalog(&workshop.data())), Vec::<&str>::new());
    // A folder of that name which is not the one that was read.
    copy(&workshop.source(), &workshop.data().join("source"));
    workshop.build_well();
    assert_eq!(paths(&catalog(&workshop.data())), Vec::<&str>::new());
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn the_list_follows_the_tables() {
    let workshop = Workshop::with_published_source();
    let run = workshop.build_well();
    assert!(run.out.contains("もとの表： 63個"), "{}", run.out);
    let before = catalog(&workshop.data());
    assert!(workshop.build_well().out.contains("変更はありません"));

    fs::write(workshop.file("notes.txt"), "not a table").expect("written");
    fs::remove_file(workshop.file("README.md")).expect("removed");
    workshop.write_cases(&[bare_case("31-gis-1")]);
    workshop.build_well();
    let after = catalog(&workshop.data());
    assert_eq!(paths(&after), paths(&before)[1..], "without the README, and nothing that is no table");
    assert_ne!(after.source_files[1], before.source_files[2], "the cases have changed");
    let run = workshop.check();
    assert!(run.code == 1 && run.err.contains("source/notes.txt"), "it would be published too: {}", run.err);
    fs::remove_file(workshop.file("notes.txt")).expect("removed");
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn what_excel_adds_changes_only_the_size_and_checksum_of_the_table() {
    let (plain, excel) = (Workshop::with_published_source(), Workshop::with_published_source());
    excel.write("benefits.csv", format!("\u{feff}{}", excel.read("benefits.csv").replace('\n', "\r\n")));
    plain.build_well();
    excel.build_well();
    let (plain, excel) = (catalog(&plain.data()), catalog(&excel.data()));
    assert_eq!(plain.snapshots, excel.snapshots);
    let different: Vec<&str> = plain
        .source_files
        .iter()
        .zip(&excel.source_files)
        .filter(|(plain, excel)| plain != excel)
        .map(|(plain, _)| plain.path.as_str())
        .collect();
    assert_eq!(different, ["source/benefits.csv"]);
}

#[test]
fn tables_that_differ_from_the_list_are_told() {
    check(|it| it.write("benefits.csv", "slug"), &["source/benefits.csv", "大きさが目録と違います"]);
    check(|it| it.replace("benefits.csv", "費用削減", "費用節減"), &["source/benefits.csv", "SHA-256"]);
    check(
        |it| fs::remove_file(it.file("maps/31.topo.json")).expect("removed"),
        &["source/maps/31.topo.json", "見つかりません"],
    );
    let drop_cases = |files: &mut Vec<Value>| drop(files.remove(2));
    check(|it| edit_catalog(it, drop_cases), &["もとの表が目録にありません", "source/cases.jsonl"]);
    let swap = |files: &mut Vec<Value>| files.swap(0, 1);
    check(|it| edit_catalog(it, swap), &["決まった順に1回ずつ", "source/README.md"]);
    let outside = |files: &mut Vec<Value>| files[0]["path"] = json!("source/../../secret");
    check(|it| edit_catalog(it, outside), &["もとの表ではない", "source/../../secret"]);
    let twice = |files: &mut Vec<Value>| files.insert(0, files[0].clone());
    check(|it| edit_catalog(it, twice), &["決まった順に1回ずつ", "source/README.md"]);
}

#[test]
fn a_withheld_case_is_refused_in_tables_that_are_published() {
    let workshop = Workshop::with_published_source();
    let mut case = full_case();
    case["withheld"] = json!(true);
    workshop.write_cases(&[case, bare_case("31-gis-1")]);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.out);
    for fragment in ["cases.jsonl", "公開されるこの表", "1行目", "--source"] {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
    assert!(!workshop.data().join("catalog.json").exists(), "nothing is written");
}

#[test]
fn a_catalog_of_an_earlier_version_is_still_read() {
    let text = fs::read_to_string(real_data().join("catalog.json")).expect("a catalog");
    let mut json: Value = serde_json::from_str(&text).expect("JSON");
    let listed = json["source_files"].as_array().expect("files").len();
    json.as_object_mut().expect("an object").remove("source_files");
    let earlier: Catalog = serde_json::from_value(json).expect("a catalog");
    assert_eq!(earlier.source_files, []);
    let run = snapshot(&["check".as_ref(), real_data().as_os_str()]);
    assert!(run.out.contains(&format!("もとの表 {listed}個")), "{}", run.out);
}
