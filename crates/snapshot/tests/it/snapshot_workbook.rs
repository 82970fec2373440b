//! The tables as a workbook, and back: nothing is lost on the way.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::program::{ID, Run, Workshop, bare_case, contents, copy, real_source, snapshot};
use crate::xlsx::Xlsx;

/// Writes the workbook of a source folder.
pub fn export(source: &Path, out: &Path) -> Run {
    let arguments =
        ["workbook".as_ref(), "--source".as_ref(), source.as_os_str(), "--out".as_ref(), out.as_os_str()];
    snapshot(&arguments)
}

pub fn import(workbook: &Path, source: &Path, more: &[&str]) -> Run {
    let mut arguments =
        vec!["import".as_ref(), workbook.as_os_str(), "--source".as_ref(), source.as_os_str()];
    arguments.extend(more.iter().map(std::ffi::OsStr::new));
    snapshot(&arguments)
}

/// A copy of the real tables, which vanishes with the folder.
fn real_copy(folder: &TempDir) -> PathBuf {
    let source = folder.path().join("source");
    copy(&real_source(), &source);
    source
}

#[track_caller]
fn assert_untouched(run: &Run, source: &Path, before: &std::collections::BTreeMap<PathBuf, Vec<u8>>) {
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("変更はありません"), "{}", run.out);
    assert!(contents(source) == *before, "a byte has changed");
}

#[test]
fn all_real_tables_come_back_byte_for_byte() {
    let folder = TempDir::new().unwrap();
    let source = real_copy(&folder);
    let before = contents(&source);
    let [one, other] = ["a.xlsx", "b.xlsx"].map(|name| folder.path().join(name));
    assert_eq!(export(&source, &one).code, 0);
    assert_eq!(export(&source, &other).code, 0);
    assert!(fs::read(&one).unwrap() == fs::read(&other).unwrap(), "the same tables give the same bytes");
    assert_untouched(&import(&one, &source, &[]), &source, &before);
}

#[test]
fn rows_that_the_tables_lack_are_written_as_the_tables_write_them() {
    let folder = TempDir::new().unwrap();
    let source = real_copy(&folder);
    let before = contents(&source);
    let out = folder.path().join("a.xlsx");
    assert_eq!(export(&source, &out).code, 0);
    // The head of each table and its first row: all others are made anew.
    for entry in fs::read_dir(&source).unwrap() {
        let path = entry.unwrap().path();
        let lines = match path.extension().and_then(|it| it.to_str()) {
            Some("csv") => 2,
            Some("jsonl") => 1,
            _ => continue,
        };
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.lines().take(lines).map(|line| format!("{line}\n")).collect::<String>())
            .unwrap();
    }
    let run = import(&out, &source, &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    for (path, bytes) in contents(&source) {
        assert!(before[&path] == bytes, "{}", path.display());
    }
}

#[test]
fn a_survey_comes_back_too() {
    let folder = TempDir::new().unwrap();
    let source = real_copy(&folder);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/official"), &source);
    for name in ["errata.csv", "funding.csv", "funding_sources.csv"] {
        let text = fs::read_to_string(source.join(name)).unwrap();
        match name {
            "errata.csv" => {
                fs::write(source.join(name), format!("{}\n", text.lines().next().unwrap())).unwrap()
            }
            _ => fs::remove_file(source.join(name)).unwrap(),
        }
    }
    let before = contents(&source);
    let out = folder.path().join("a.xlsx");
    assert_eq!(export(&source, &out).code, 0);
    assert_untouched(&import(&out, &source, &[]), &source, &before);
}

#[test]
fn every_field_of_a_case_comes_back_whether_written_or_not() {
    let workshop = Workshop::new();
    let mut linked = bare_case("13-gis-1");
    linked["sources"][0]["link"] = json!({"state": "gone", "seen_on": "2026-11-20"});
    linked["sources"][0]["archived_url"] = json!("https://example.jp/archived");
    linked["initial_cost_yen"] = json!([10_000_000, null]);
    linked["cost_basis"] = json!("公表額");
    linked["missing"] = json!({"annual_cost_yen": "not_public"});
    let mut withheld = bare_case("13-gis-2");
    withheld["withheld"] = json!(true);
    let mut cases = crate::program::cases();
    cases[1] = linked;
    cases.push(withheld);
    workshop.write_cases(&cases);
    let before = contents(&workshop.source());
    let out = workshop.source().with_file_name("a.xlsx");
    let run = export(&workshop.source(), &out);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("非掲載希望の事例が1件"), "{}", run.err);
    assert_untouched(&import(&out, &workshop.source(), &[]), &workshop.source(), &before);
}

#[test]
fn a_workbook_saved_by_libreoffice_is_the_same() {
    let is_there = Command::new("soffice").arg("--version").output().is_ok_and(|it| it.status.success());
    if !is_there {
        return;
    }
    let folder = TempDir::new().unwrap();
    let source = real_copy(&folder);
    let before = contents(&source);
    let out = folder.path().join("a.xlsx");
    assert_eq!(export(&source, &out).code, 0);
    let saved = folder.path().join("saved");
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let office = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .args([&saved, &out])
        .output()
        .unwrap();
    assert!(office.status.success(), "{office:?}");
    assert_untouched(&import(&saved.join("a.xlsx"), &source, &[]), &source, &before);
}

#[test]
fn the_workbook_explains_itself() {
    let workshop = Workshop::new();
    let out = workshop.source().with_file_name("a.xlsx");
    assert_eq!(export(&workshop.source(), &out).code, 0);
    let xlsx = Xlsx::open(&out);
    let cases = xlsx.text(&xlsx.part_of("事例"));
    for part in ["state=\"frozen\"", "<dataValidation ", "numberStoredAsText=\"1\"", "<legacyDrawing"] {
        assert!(cases.contains(part), "{part}");
    }
    let strings = xlsx.text("xl/sharedStrings.xml");
    for text in ["使い回さない", "snapshot import", "都道府県が関わる事例", "技術名"] {
        assert!(strings.contains(text), "{text}");
    }
}

#[test]
fn a_workbook_is_written_only_where_it_harms_nothing() {
    let workshop = Workshop::new();
    let mut withheld = bare_case("13-gis-2");
    withheld["withheld"] = json!(true);
    workshop.write_cases(&[bare_case("13-gis-1")]);
    workshop.build_well();
    workshop.write_cases(&[bare_case("13-gis-1"), withheld]);
    let before = contents(&workshop.data());
    let outside = workshop.source().with_file_name("a.xlsx");
    fs::write(&outside, "直した").unwrap();
    for (out, expected) in [
        (workshop.data().join("a.xlsx"), "非掲載希望"),
        (workshop.data().join(ID).join("a.xlsx"), "非掲載希望"),
        (workshop.file("a.xlsx"), "もとの表のフォルダーの中"),
        (workshop.source(), "フォルダーです"),
        (workshop.source().with_file_name("a.csv"), ".xlsx で終わって"),
        (workshop.source().with_file_name("none").join("a.xlsx"), "フォルダーがありません"),
        (outside.clone(), "同じ名前のファイルが既にあります"),
    ] {
        let run = export(&workshop.source(), &out);
        assert_eq!(run.code, 1, "{}", out.display());
        assert!(run.err.contains(expected), "{expected}: {}", run.err);
    }
    assert!(contents(&workshop.data()) == before);
    assert_eq!(fs::read_to_string(&outside).unwrap(), "直した");
}
