//! `snapshot build`: all or nothing, the same bytes every time, and other snapshots left alone.

use std::fs;
use std::path::Path;

use joint_procurement_core::domain::Catalog;
use serde_json::json;

use crate::program::{ID, Workshop, bare_case, contents, folders, snapshot};

fn catalog(workshop: &Workshop) -> Catalog {
    let bytes = fs::read(workshop.data().join("catalog.json")).expect("a catalog");
    serde_json::from_slice(&bytes).expect("a catalog in JSON")
}

fn change_cases(workshop: &Workshop) {
    let mut case = bare_case("31-gis-1");
    case["title"] = json!("別の事例");
    workshop.write_cases(&[case]);
}

#[test]
fn the_same_source_gives_the_same_bytes_whatever_the_order_of_its_lines() {
    let (one, other) = (Workshop::new(), Workshop::new());
    let text = other.read("cases.jsonl");
    let backwards: Vec<&str> = text.lines().rev().collect();
    other.write("cases.jsonl", backwards.join("\n") + "\n");
    one.build_well();
    other.build_well();
    let content = |workshop: &Workshop| contents(&workshop.data()).into_values().collect::<Vec<_>>();
    assert!(content(&one) == content(&other));
}

#[test]
fn a_second_run_writes_nothing() {
    let workshop = Workshop::new();
    workshop.build_well();
    let times = || {
        let files = contents(&workshop.data()).into_keys();
        files.map(|path| fs::metadata(path).and_then(|data| data.modified()).ok()).collect::<Vec<_>>()
    };
    let before = times();
    let run = workshop.build_well();
    assert!(run.out.contains("変更はありません"), "{}", run.out);
    assert_eq!(times(), before);
}

#[test]
fn a_rebuilt_snapshot_leaves_no_old_files() {
    let workshop = Workshop::new();
    workshop.build_well();
    fs::write(workshop.data().join("README.md"), "about the data").expect("written");
    change_cases(&workshop);
    let run = workshop.build_well();
    assert!(run.out.contains("を消しました"), "{}", run.out);
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
    assert!(workshop.data().join("README.md").exists(), "other people's files stay");
}

#[test]
fn a_snapshot_of_another_day_is_not_replaced_until_its_folder_is_gone() {
    let workshop = Workshop::new();
    workshop.build_well();
    let before = contents(&workshop.data());
    workshop.replace("snapshot.toml", "published_at = \"2026-11-24\"", "published_at = \"2026-11-25\"");
    let run = workshop.build();
    assert!(run.code == 1 && run.err.contains("別の日付ですでにあります"), "{}", run.err);
    assert_eq!(contents(&workshop.data()), before);
    fs::remove_dir_all(workshop.data().join(ID)).expect("removed");
    workshop.build_well();
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn a_snapshot_made_anew_is_noted_where_it_says_something_else() {
    let workshop = Workshop::new();
    assert!(!workshop.build_well().err.contains("置き換えました"));
    assert!(!workshop.build_well().err.contains("置き換えました"), "the same again");
    change_cases(&workshop);
    assert!(workshop.build_well().err.contains("置き換えました"));
}

#[test]
fn another_snapshot_of_the_catalog_stays_as_it_is() {
    let workshop = Workshop::new();
    workshop.build_well();
    let before = contents(&workshop.data().join("2026-11-23"));
    change_cases(&workshop);
    workshop.replace("snapshot.toml", "default = true", "default = false");
    let (source, data) = (workshop.source(), workshop.data());
    let run = snapshot(&[
        "build".as_ref(),
        "--source".as_ref(),
        source.as_os_str(),
        "--out".as_ref(),
        data.as_os_str(),
        "--id".as_ref(),
        "2027-01".as_ref(),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(contents(&workshop.data().join("2026-11-23")) == before);
    let catalog = catalog(&workshop);
    let ids: Vec<&str> = catalog.snapshots.iter().map(|snapshot| snapshot.id.as_str()).collect();
    assert_eq!((ids, catalog.default.as_str()), (vec!["2026-11-23", "2027-01"], "2026-11-23"));
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn published_files_are_readable_by_everybody() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let workshop = Workshop::new();
        workshop.build_well();
        for path in contents(&workshop.data()).into_keys() {
            let mode = fs::metadata(&path).expect("a file").permissions().mode();
            assert_eq!(mode & 0o444, 0o444, "{}", path.display());
        }
    }
}

/// Checks that what was there before is there again, and nothing else.
fn assert_untouched(
    workshop: &Workshop,
    before: &(Vec<std::path::PathBuf>, std::collections::BTreeMap<std::path::PathBuf, Vec<u8>>),
) {
    let data = workshop.data();
    assert_eq!(&folders(&data), &before.0);
    let after = contents(&data);
    assert_eq!(after.keys().collect::<Vec<_>>(), before.1.keys().collect::<Vec<_>>());
    assert!(after == before.1, "no file has changed");
}

#[test]
fn when_the_last_file_cannot_be_put_in_its_place_everything_is_as_before() {
    let workshop = Workshop::new();
    workshop.build_well();
    // By the time the last schema fails, new files of the snapshot and another schema are in place.
    let blocked = workshop.data().join("schema/v2/terms.schema.json");
    fs::remove_file(&blocked).expect("removed");
    fs::create_dir(&blocked).expect("a folder");
    fs::write(workshop.data().join("schema/v2/cases.schema.json"), "old").expect("written");
    let before = (folders(&workshop.data()), contents(&workshop.data()));
    change_cases(&workshop);
    let run = workshop.build();
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("terms.schema.json") && run.err.contains("何も書き換えていません"),
        "{}",
        run.err
    );
    assert_untouched(&workshop, &before);
}

#[test]
fn a_folder_in_the_catalogs_place_is_told() {
    let workshop = Workshop::new();
    fs::create_dir_all(workshop.data().join("catalog.json")).expect("a folder");
    let before = (folders(&workshop.data()), contents(&workshop.data()));
    let run = workshop.build();
    assert_eq!(run.code, 1);
    assert!(run.err.contains("catalog.json") && run.err.contains("フォルダー"), "{}", run.err);
    assert_untouched(&workshop, &before);
}

#[test]
fn a_file_where_a_folder_should_be_is_told() {
    let workshop = Workshop::new();
    fs::write(workshop.data(), "a file").expect("written");
    let run = workshop.build();
    assert_eq!(run.code, 1);
    assert!(run.err.contains("フォルダーであるべきところにファイル"), "{}", run.err);
    assert_eq!(fs::read(workshop.data()).ok().as_deref(), Some(b"a file".as_slice()));
}

#[test]
fn a_catalog_that_cannot_be_read_is_not_overwritten() {
    for (text, expected) in
        [("{", "読めません"), (r#"{"schema_version":99,"default":"a","snapshots":[],"new":1}"#, "新しい形式")]
    {
        let workshop = Workshop::new();
        fs::create_dir(workshop.data()).expect("a folder");
        fs::write(workshop.data().join("catalog.json"), text).expect("written");
        let run = workshop.build();
        assert_eq!(run.code, 1);
        assert!(run.err.contains("catalog.json") && run.err.contains(expected), "{}", run.err);
        assert_eq!(fs::read_to_string(workshop.data().join("catalog.json")).ok().as_deref(), Some(text));
        assert_eq!(contents(&workshop.data()).len(), 1);
    }
}

/// Runs a build that may write no file larger than `blocks` blocks of 512 bytes. With `signal` the
/// system kills it at that point, otherwise the write fails, as on a full disk.
#[cfg(unix)]
fn build_with_limit(workshop: &Workshop, blocks: u32, signal: bool) -> (Option<i32>, String) {
    let trap = if signal { "" } else { "trap '' XFSZ;" };
    let script = format!("{trap} ulimit -f {blocks}; exec \"$0\" build --source \"$1\" --out \"$2\"");
    let output = std::process::Command::new("sh")
        .args([Path::new("-c"), Path::new(&script), Path::new(env!("CARGO_BIN_EXE_snapshot"))])
        .args([workshop.source(), workshop.data()])
        .output()
        .expect("a shell");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(unix)]
#[test]
fn a_failing_write_leaves_everything_as_before() {
    let workshop = Workshop::new();
    let (code, error) = build_with_limit(&workshop, 40, false);
    assert_eq!(code, Some(1), "{error}");
    assert!(error.contains("書き込めません") && error.contains("上限"), "{error}");
    assert!(!workshop.data().exists(), "not even an empty folder");

    workshop.build_well();
    let before = (folders(&workshop.data()), contents(&workshop.data()));
    change_cases(&workshop);
    workshop.replace("municipalities.csv", ",1216,", ",1217,");
    workshop.replace("prefectures.csv", ",4467,", ",4468,");
    let (code, error) = build_with_limit(&workshop, 40, false);
    assert_eq!(code, Some(1), "{error}");
    assert_untouched(&workshop, &before);
}

#[cfg(unix)]
#[test]
fn a_killed_run_leaves_the_old_catalog_valid_and_the_next_one_clears_up() {
    let workshop = Workshop::new();
    workshop.build_well();
    let before = contents(&workshop.data());
    change_cases(&workshop);
    workshop.replace("municipalities.csv", ",1216,", ",1217,");
    workshop.replace("prefectures.csv", ",4467,", ",4468,");
    let (code, error) = build_with_limit(&workshop, 40, true);
    assert_eq!(code, None, "killed: {error}");
    let after = contents(&workshop.data());
    assert!(
        before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)),
        "what was published is still there"
    );
    assert!(after.len() > before.len(), "the killed run has left something");

    workshop.build_well();
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}
