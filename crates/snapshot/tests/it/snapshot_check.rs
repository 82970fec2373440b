//! `snapshot check`: whatever is wrong with published data is found.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use joint_procurement_core::domain::SCHEMA_VERSION;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::program::{Workshop, copy, real_data, snapshot};
use crate::snapshot_funding::write_tables;

/// A published snapshot of four cases, built once and copied for each test.
static PUBLISHED: LazyLock<Workshop> = LazyLock::new(|| {
    let workshop = Workshop::new();
    write_tables(&workshop);
    workshop.build_well();
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
    workshop
});

/// One edit, and what must be said about it.
pub fn check(edit: impl Fn(&Published), expected: &[&str]) {
    let folder = TempDir::new().expect("a temporary folder");
    let data = folder.path().to_owned();
    copy(&PUBLISHED.data(), &data);
    edit(&Published { data: data.clone() });
    let run = snapshot(&["check".as_ref(), data.as_os_str()]);
    assert_eq!(run.code, 1, "{expected:?}: {}", run.out);
    for fragment in expected {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
}

pub struct Published {
    pub data: PathBuf,
}

impl Published {
    pub fn catalog(&self) -> Value {
        serde_json::from_slice(&fs::read(self.data.join("catalog.json")).expect("a catalog")).expect("JSON")
    }

    fn edit_catalog(&self, edit: impl Fn(&mut Value)) {
        let mut catalog = self.catalog();
        edit(&mut catalog);
        fs::write(self.data.join("catalog.json"), catalog.to_string()).expect("written");
    }

    /// The path of the file whose name begins so.
    fn path(&self, stem: &str) -> String {
        let catalog = self.catalog();
        let files = catalog["snapshots"][0]["files"].as_array().expect("files").clone();
        let paths = files.iter().filter_map(|file| file["path"].as_str());
        let stem = format!("/{stem}.");
        paths.filter(|path| path.contains(&stem)).map(str::to_owned).next().expect("a file")
    }

    /// Changes a file as somebody would who also mends name, size and hash.
    pub fn edit_file(&self, stem: &str, edit: impl Fn(&mut Value)) {
        let old = self.path(stem);
        let mut json =
            serde_json::from_slice(&fs::read(self.data.join(&old)).expect("a file")).expect("JSON");
        edit(&mut json);
        let bytes = json.to_string().into_bytes();
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let path = format!("2026-11-23/{stem}.{}.json", &hash[..12]);
        fs::remove_file(self.data.join(&old)).expect("removed");
        fs::write(self.data.join(&path), &bytes).expect("written");
        self.edit_catalog(|catalog| {
            let files = catalog["snapshots"][0]["files"].as_array_mut().expect("files");
            let file = files.iter_mut().find(|file| file["path"] == old.as_str()).expect("the file");
            *file = json!({"path": path, "bytes": bytes.len(), "sha256": hash});
        });
    }
}

#[test]
fn the_published_data_are_sound() {
    let run = snapshot(&["check".as_ref(), real_data().as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("問題はありません"), "{}", run.out);
}

#[test]
fn a_catalog_that_is_missing_broken_or_newer_is_told() {
    check(|it| fs::remove_file(it.data.join("catalog.json")).expect("removed"), &["目録がありません"]);
    check(|it| fs::write(it.data.join("catalog.json"), "[]").expect("written"), &["読めません"]);
    check(
        |it| it.edit_catalog(|catalog| catalog["schema_version"] = json!(SCHEMA_VERSION + 1)),
        &["新しい形式", &format!("見つかった値： {}", SCHEMA_VERSION + 1)],
    );
    check(
        |it| it.edit_catalog(|catalog| catalog["default"] = json!("2030")),
        &["最初に見せるデータ版", "2030"],
    );
    check(
        |it| it.edit_catalog(|catalog| catalog["snapshots"][0]["cases"] = json!(5)),
        &["事例の数", "正しい値： 4"],
    );
    let twice = |catalog: &mut Value| {
        let snapshot = catalog["snapshots"][0].clone();
        catalog["snapshots"].as_array_mut().expect("snapshots").push(snapshot);
    };
    check(|it| it.edit_catalog(twice), &["名前の順に1回ずつ"]);
}

#[test]
fn files_that_are_missing_changed_or_not_listed_are_told() {
    check(
        |it| fs::remove_file(it.data.join(it.path("cases"))).expect("removed"),
        &["/cases.", "見つかりません"],
    );
    let change = |it: &Published, change: fn(&mut Vec<u8>)| {
        let path = it.data.join(it.path("terms"));
        let mut bytes = fs::read(&path).expect("a file");
        change(&mut bytes);
        fs::write(path, bytes).expect("written");
    };
    check(|it| change(it, |bytes| bytes.push(b' ')), &["/terms.", "大きさが目録と違います"]);
    check(|it| change(it, |bytes| bytes[20] ^= 1), &["/terms.", "SHA-256"]);
    check(
        |it| fs::write(it.data.join("2026-11-23/cases.json"), "{}").expect("written"),
        &["2026-11-23/cases.json", "目録にないファイル"],
    );
    check(|it| fs::create_dir(it.data.join("2025")).expect("a folder"), &["2025", "目録にないデータ版"]);
    let without = |stem: &'static str| {
        move |catalog: &mut Value| {
            let files = catalog["snapshots"][0]["files"].as_array_mut().expect("files");
            files.retain(|file| !file["path"].as_str().is_some_and(|path| path.contains(stem)));
        }
    };
    check(|it| it.edit_catalog(without("/map-31.")), &["必要なファイルが目録にありません", "map-31"]);
    check(|it| it.edit_catalog(without("/errata.")), &["必要なファイルが目録にありません", "errata"]);
    check(
        |it| it.edit_catalog(without("/details-000.")),
        &["必要なファイルが目録にありません", "details-000"],
    );
}

#[test]
fn names_that_do_not_fit_are_told() {
    let rename = |from: &'static str, to: &'static str| {
        move |it: &Published| {
            let old = it.path(from);
            let new = old.replace(from, to);
            fs::rename(it.data.join(&old), it.data.join(&new)).expect("renamed");
            it.edit_catalog(|catalog| {
                let text = catalog.to_string().replace(&old, &new);
                *catalog = serde_json::from_str(&text).expect("JSON");
            });
        }
    };
    check(rename("terms", "words"), &["内容の種類が分からない"]);
    check(rename("map-31", "map-48"), &["内容の種類が分からない"]);
    check(rename("details-000", "details-0"), &["ファイルの名前が、データ版・種類・ハッシュ値と合いません"]);
    check(
        |it| {
            it.edit_catalog(|catalog| {
                catalog["snapshots"][0]["files"][0]["path"] = json!("../cases.000000000000.json")
            })
        },
        &["ファイルの名前が、データ版・種類・ハッシュ値と合いません"],
    );
}

#[test]
fn contents_that_do_not_decode_or_fit_together_are_told() {
    check(|it| it.edit_file("cases", |cases| cases["schema_version"] = json!(9)), &["/cases.", "新しい形式"]);
    check(
        |it| it.edit_file("cases", |cases| cases["id"] = json!({})),
        &["/cases.", "読めません（id: invalid type: map", "line 1 column"],
    );
    check(
        |it| it.edit_file("cases", |cases| cases["id"][0] = json!("07-gis-9999")),
        &["詳細のファイルの事例が"],
    );
    check(|it| it.edit_file("cases", |cases| cases["id"][0] = json!("08-gis-2010")), &["表の中が合いません"]);
    check(
        |it| it.edit_file("cases", |cases| cases["population"][2] = json!(1)),
        &["31-e-bidding-2020", "計算した値と違います"],
    );
    check(
        |it| it.edit_file("cases", |cases| cases["staff"][1] = json!(1)),
        &["13-gis-1", "計算した値と違います"],
    );
    check(
        |it| it.edit_file("cases", |cases| cases["system_type"]["dictionary"][0] = json!("abacus")),
        &["システム種別 abacus"],
    );
    check(|it| it.edit_file("terms", |terms| terms["benefits"] = json!([])), &["31-e-bidding-2020", "効果"]);
    check(|it| it.edit_file("terms", |terms| terms["domains"] = json!([])), &["領域の名前がありません"]);
    check(
        |it| it.edit_file("cases", |cases| cases["participants"][0][0] = json!("072010")),
        &["計算した値と違います"],
    );
    check(
        |it| it.edit_file("municipalities", |places| places["name"] = json!([])),
        &["/municipalities.", "列の長さ"],
    );
    let swap =
        |prefectures: &mut Value| prefectures["prefectures"].as_array_mut().expect("a list").swap(0, 1);
    check(|it| it.edit_file("prefectures", swap), &["/prefectures.", "コードの順"]);
    check(|it| it.edit_file("map-31", |map| map["areas"][0]["path"] = json!("")), &["/map-31.", "図形"]);
    check(|it| it.edit_file("map-31", |map| map["areas"] = json!({})), &["/map-31.", "読めません（areas: "]);
    let erratum = |date: &str, case: &str| json!({"date": date, "case": case, "reason": "r"});
    let errata = |entries: Value| move |errata: &mut Value| errata["entries"] = entries.clone();
    let backwards = json!([erratum("2026-01-01", "07-gis-2010"), erratum("2026-01-02", "07-gis-2010")]);
    check(|it| it.edit_file("errata", errata(backwards.clone())), &["/errata.", "新しい順"]);
    let unknown = json!([erratum("2026-01-01", "07-gis-1")]);
    check(|it| it.edit_file("errata", errata(unknown.clone())), &["/errata.", "07-gis-1"]);
    let no_day = json!([erratum("2026-01", "07-gis-2010")]);
    check(|it| it.edit_file("errata", errata(no_day.clone())), &["/errata.", "日がありません", "2026-01"]);
    let pop = |shard: &mut Value| drop(shard["details"].as_array_mut().expect("a list").pop());
    check(|it| it.edit_file("details-000", pop), &["詳細のファイルの事例が", "31-gis-2011"]);
}

#[test]
fn a_file_of_another_version_is_noted_and_accepted() {
    for edit in [
        |cases: &mut Value| cases["extra"] = json!(1),
        |cases: &mut Value| drop(cases.as_object_mut().expect("a table").shift_remove("vendor")),
        |cases: &mut Value| cases["status"]["dictionary"][0] = json!("later"),
    ] {
        let folder = TempDir::new().expect("a temporary folder");
        copy(&PUBLISHED.data(), folder.path());
        Published { data: folder.path().to_owned() }.edit_file("cases", edit);
        let run = snapshot(&["check".as_ref(), folder.path().as_os_str()]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("お知らせ") && run.err.contains("/cases."), "{}", run.err);
    }
    let run = snapshot(&["check".as_ref(), PUBLISHED.data().as_os_str()]);
    assert!(!run.err.contains("お知らせ"), "{}", run.err);
}

#[test]
fn figures_are_not_made_of_a_file_that_is_not_the_catalogs() {
    let folder = TempDir::new().expect("a temporary folder");
    copy(&PUBLISHED.data(), folder.path());
    let path = Published { data: folder.path().to_owned() }.path("terms");
    let file = folder.path().join(&path);
    let stats = |fragment: &str| {
        let run = snapshot(&["stats".as_ref(), folder.path().as_os_str()]);
        assert_eq!(run.code, 1, "{}", run.out);
        assert!(run.err.contains(&path) && run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    };
    let terms = fs::read_to_string(&file).expect("a file");
    fs::write(&file, terms.replace("gis", "gas")).expect("written");
    stats("ハッシュ値");
    fs::remove_file(&file).expect("removed");
    stats("見つかりません");
}

#[test]
fn schemas_that_differ_from_the_types_are_told() {
    check(
        |it| fs::write(it.data.join("schema/v2/cases.schema.json"), "{}").expect("written"),
        &["schema/v2/cases.schema.json", "違います"],
    );
    check(
        |it| fs::remove_dir_all(it.data.join("schema")).expect("removed"),
        &["catalog.schema.json", "見つかりません"],
    );
    check(
        |it| fs::write(it.data.join("schema/v2/x.schema.json"), "{}").expect("written"),
        &["知らないスキーマ"],
    );
}

#[test]
fn all_problems_are_told_in_one_run() {
    check(
        |it| {
            fs::remove_file(it.data.join(it.path("map-01"))).expect("removed");
            fs::remove_file(it.data.join(it.path("map-02"))).expect("removed");
            fs::write(it.data.join("2026-11-23/x.json"), "").expect("written");
            fs::write(it.data.join("schema/v2/terms.schema.json"), "{}").expect("written");
        },
        &["map-01", "map-02", "x.json", "terms.schema.json", "問題は全部で4件"],
    );
}

#[test]
fn a_page_beside_the_data_files_is_no_problem() {
    let workshop = Workshop::new();
    workshop.build_well();
    fs::write(workshop.data().join("index.html"), "<h1>").expect("written");
    fs::create_dir(workshop.data().join("source")).expect("a folder");
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}
