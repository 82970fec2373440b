//! `snapshot demo`: made-up cases that use everything, in a folder of their own.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use joint_procurement_core::domain::*;
use joint_procurement_testing::{Published, every_row, read};
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Run, Workshop, contents, real_source, snapshot};
use crate::snapshot_diff::diff;
use crate::snapshot_site::Site;

fn demo(out: &Path, cases: &str, seed: &str) -> Run {
    demo_of(&real_source(), out, cases, seed)
}

fn demo_of(source: &Path, out: &Path, cases: &str, seed: &str) -> Run {
    let [cases, seed] = [["--cases", cases], ["--seed", seed]];
    let mut arguments: Vec<&OsStr> = ["demo"].iter().chain(&cases).chain(&seed).map(OsStr::new).collect();
    arguments.extend([OsStr::new("--out"), out.as_os_str(), OsStr::new("--source"), source.as_os_str()]);
    snapshot(&arguments)
}

fn made(cases: usize, seed: u64) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let run = demo(folder.path(), &cases.to_string(), &seed.to_string());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(
        run.out.contains(&format!("demo-{cases}-{seed}")) && run.out.contains("実在する事例ではありません"),
        "{}",
        run.out
    );
    folder
}

/// The files below a folder with their content, by the way from there.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let inside = |path: &Path| path.strip_prefix(folder).expect("below").display().to_string();
    contents(folder).into_iter().map(|(path, bytes)| (inside(&path), bytes)).collect()
}

/// Checks that each word of a vocabulary occurs.
#[track_caller]
fn check_all<T: Term + std::fmt::Debug>(values: impl Iterator<Item = T>) {
    let found: BTreeSet<T> = values.collect();
    let lacking: Vec<&T> = T::ALL.iter().filter(|term| !found.contains(term)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn the_same_seed_makes_the_same_bytes_and_another_one_other_cases() {
    let (one, again, other) = (made(40, 1), made(40, 1), made(40, 2));
    assert_eq!(files(one.path()), files(again.path()));
    let titles = |folder: &TempDir| -> Vec<CaseId> {
        every_row(&read(folder.path()).snapshot).into_iter().map(|case| case.id).collect()
    };
    assert_ne!(titles(&one), titles(&other));
}

#[test]
fn more_cases_of_a_seed_are_the_fewer_with_others() {
    let folder = made(30, 5);
    let run = demo(folder.path(), "90", "5");
    assert_eq!(run.code, 0, "{}", run.err);
    let run = diff(folder.path(), "demo-30-5", "demo-90-5", &["--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let counts = &serde_json::from_str::<Value>(&run.out).expect("JSON")["counts"];
    assert_eq!(*counts, serde_json::json!({"added": 60, "removed": 0, "changed": 0, "unchanged": 30}));
}

#[test]
fn the_data_are_sound_and_use_every_field_and_every_word() {
    let folder = made(900, 3);
    let arguments = ["check".as_ref(), folder.path().as_os_str()];
    assert_eq!(snapshot(&arguments).code, 0, "{}", snapshot(&arguments).err);
    let arguments =
        ["stats".as_ref(), folder.path().as_os_str(), OsStr::new("--query"), OsStr::new("scope=all")];
    let run = snapshot(&arguments);
    assert!(run.code == 0 && run.out.contains("架空の事例（900件、種 3）"), "{}{}", run.out, run.err);

    let Published { snapshot, details, .. } = read(folder.path());
    assert_eq!((snapshot.meta.kind, snapshot.cases.len()), (SnapshotKind::Synthetic, 900));
    let detail = |case: CaseRef<'_>| CaseDetail::find(&details, case.id()).expect("details");
    for field in Field::ALL {
        let known = snapshot.cases.every().filter(|case| case.value(*field, Some(detail(*case))).is_known());
        let known = known.count();
        assert!(known > 0 && known < 900, "{}: {known} of 900 known", field.slug());
        let evident =
            |it: &CaseDetail| it.evidence.iter().any(|it| it.field == Some(CaseField::Field(*field)));
        assert_eq!(
            details.iter().any(evident),
            CaseField::Field(*field).takes_evidence(),
            "{}",
            field.slug()
        );
    }
    let cases = every_row(&snapshot);
    check_all(
        snapshot
            .cases
            .every()
            .flat_map(|case| Field::ALL.iter().filter_map(move |field| case.reason(*field))),
    );
    check_all(cases.iter().filter_map(|case| case.status.known()));
    check_all(cases.iter().filter_map(|case| case.form.known()));
    check_all(cases.iter().filter_map(|case| case.open_to_join.known()));
    check_all(cases.iter().filter_map(|case| case.procurement_method.known()));
    check_all(cases.iter().filter_map(|case| case.prefecture_bears_cost.known()));
    check_all(cases.iter().filter_map(|case| case.introduced.known().map(|it| it.kind)));
    check_all(cases.iter().filter_map(|case| case.cost_basis));
    check_all(cases.iter().map(|case| case.lead_kind));
    check_all(cases.iter().map(|case| case.scope));
    check_all(cases.iter().map(|case| case.domain));
    let savings = || cases.iter().flat_map(|case| case.savings.clone().known().unwrap_or_default());
    check_all(savings().map(|saving| saving.kind));
    check_all(savings().map(|saving| saving.of));
    check_all(details.iter().flat_map(|it| &it.documents).map(|document| document.kind));
    check_all(details.iter().flat_map(|it| &it.sources).filter_map(|source| source.class));
    check_all(details.iter().flat_map(|it| &it.sources).filter_map(|source| source.link?.state));
    assert!(details.iter().flat_map(|it| &it.sources).any(|source| source.archived_url.is_some()));

    let amounts = || cases.iter().filter_map(|case| case.initial_cost.known());
    assert!(amounts().any(|yen| yen.exact_yen().is_some()) && amounts().any(|yen| yen.upper().is_none()));
    assert!(amounts().any(|yen| yen.exact_yen().is_none() && yen.upper().is_some()));
    assert!(cases.iter().any(|case| !case.partner_prefectures.is_empty()));
    assert!(snapshot.cases.every().any(CaseRef::includes_all_in_prefecture));
    let prefectures: BTreeSet<PrefectureCode> = cases.iter().map(|case| case.lead_prefecture).collect();
    assert_eq!(prefectures.len(), 47);
    let types: BTreeSet<&Slug> = cases.iter().map(|case| &case.system_type).collect();
    assert_eq!(types.len(), snapshot.terms.system_types.len());
}

#[test]
fn whoever_meets_a_made_up_name_sees_that_it_is() {
    let folder = made(200, 9);
    let Published { snapshot, details, .. } = read(folder.path());
    for case in every_row(&snapshot) {
        let names =
            [case.vendor.known(), case.product.known(), Some(case.title), case.contact_department.known()];
        assert!(names.iter().flatten().all(|name| name.contains("架空")), "{names:?}");
        assert!(case.lead_kind == LeadKind::Prefecture || case.lead_organization.contains("架空"));
    }
    let texts = details.iter().flat_map(|it| [&it.background, &it.process]).flatten();
    assert!(texts.into_iter().all(|text| text.contains("架空")));
    let pages = details.iter().flat_map(|it| &it.sources).filter_map(|source| source.url.as_ref());
    assert!(pages.into_iter().all(|url| url.as_str().starts_with("https://example.jp/")));
}

#[test]
fn nothing_is_written_into_a_folder_of_anything_else() {
    let check = |folder: &Path, expected: &[&str]| {
        let before = files(folder);
        let run = demo(folder, "3", "1");
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        for words in expected.iter().chain(&["このフォルダーには書きません", "--out に"]) {
            assert!(run.err.contains(words), "{words} in {}", run.err);
        }
        assert_eq!(files(folder), before);
    };
    let workshop = Workshop::new();
    workshop.build_well();
    check(&workshop.data(), &["架空ではないデータ版があります", crate::program::ID]);
    let folder = TempDir::new().expect("a temporary folder");
    std::fs::write(folder.path().join("文書.txt"), "大切").expect("written");
    check(folder.path(), &["空ではなく"]);
}

#[test]
fn numbers_and_tables_that_cannot_be_are_told() {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("new");
    for cases in ["0", "65536", "-1", "many", "1.5"] {
        let run = demo(&out, cases, "1");
        assert_eq!(run.code, 2, "{cases}");
        assert!(cases == "-1" || run.err.contains("1から65535までの整数"), "{}", run.err);
    }
    assert_eq!(demo(&out, "1", "x").code, 2);
    let run = demo_of(&folder.path().join("nowhere"), &out, "1", "1");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("もとの表のフォルダーがありません"), "{}", run.err);
    let workshop = Workshop::new();
    std::fs::remove_file(workshop.file("system_types.csv")).expect("the table was there");
    let run = demo_of(&workshop.source(), &out, "1", "1");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("system_types.csv"), "{}", run.err);
    assert!(!out.exists());
}

#[test]
fn made_up_data_are_in_no_site_unless_it_is_asked_for() {
    let workshop = Workshop::new();
    workshop.replace("snapshot.toml", "kind = \"compiled\"", "kind = \"synthetic\"");
    let site = Site::of(workshop);
    let before = files(&site.dist());
    let run = site.run(&[]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    for words in ["架空のデータ版が入っています", crate::program::ID, "--with-synthetic"] {
        assert!(run.err.contains(words), "{words} in {}", run.err);
    }
    assert_eq!(files(&site.dist()), before);
    site.run_well(&["--with-synthetic"]);
    assert!(site.read("cases/index.html").contains("架空のデータを表示しています"));
}
