//! The files of one snapshot: present, listed once, of the stated size and content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use joint_procurement_core::domain::{Catalog, FileEntry, FileRole, PrefectureCode, SnapshotMeta};
use joint_procurement_core::files::open::CATALOG;

use joint_procurement_core::files::sha256;

use crate::digest::HASH_DIGITS;
use crate::load::{REBUILD, unreadable};
use crate::problem::{Problem, Report};
use crate::site::hosting::original;
use crate::source::listing;

/// A snapshot's files by role, with their paths.
pub type Files = BTreeMap<FileRole, (String, Vec<u8>)>;

/// Gives the files as far as they are sound; `None` when any that every snapshot needs is not.
pub fn check(folder: &Path, snapshot: &SnapshotMeta, report: &mut Report) -> Option<Files> {
    let mut files = Files::new();
    let mut sound = true;
    for entry in &snapshot.files {
        let Some(role) = check_name(snapshot, entry, report) else {
            sound = false;
            continue;
        };
        let Some(bytes) = check_content(folder, entry, report) else {
            sound = false;
            continue;
        };
        if files.insert(role, (entry.path.clone(), bytes)).is_some() {
            report.add(
                Problem::new(CATALOG, "同じ内容の種類のファイルが二つあります。")
                    .value(&entry.path)
                    .advice(REBUILD),
            );
            sound = false;
        }
    }
    // A file that is listed but broken has been reported; only those that are not listed are missing.
    for role in required_roles(snapshot) {
        if !snapshot.files.iter().any(|entry| entry.role() == Some(role)) {
            let what = format!("データ版 {} に必要なファイルが目録にありません。", snapshot.id);
            report.add(Problem::new(CATALOG, what).value(role.stem()).advice(REBUILD));
            sound = false;
        }
    }
    sound.then_some(files)
}

/// Checks the listed source files: each is there as listed, and none is left out.
pub fn check_source(folder: &Path, catalog: &Catalog, report: &mut Report) {
    let expected: Vec<String> =
        listing::names().iter().map(|name| format!("{}/{name}", listing::FOLDER)).collect();
    let mut next = 0;
    for entry in &catalog.source_files {
        match expected.iter().skip(next).position(|path| *path == entry.path) {
            Some(skipped) => next += skipped + 1,
            None => {
                report.add(source_problem(
                    "もとの表ではないか、決まった順に1回ずつ並んでいません。",
                    &entry.path,
                ));
                continue;
            }
        }
        check_content(folder, entry, report);
    }
    let is_listed = |path: &str| catalog.source_files.iter().any(|entry| entry.path == path);
    for path in expected.iter().filter(|path| !catalog.source_files.is_empty() && !is_listed(path)) {
        if !listing::OPTIONAL.iter().any(|name| path.ends_with(name)) {
            report.add(source_problem("もとの表が目録にありません。", path));
        }
    }
    check_strays(folder, catalog, report);
}

/// Reports what is published beside the source files, with the data folder.
fn check_strays(folder: &Path, catalog: &Catalog, report: &mut Report) {
    let source = folder.join(listing::FOLDER);
    let is_copy = |name: &str| {
        let of = original(name);
        of != name && source.join(of).is_file()
    };
    for name in listing::strays(&source).into_iter().filter(|name| !is_copy(name)) {
        let path = format!("{}/{name}", listing::FOLDER);
        let what = "目録にないものが、公開データのフォルダーにあります。";
        report.add(Problem::new(path, what).advice(listing::advice_on_stray(&name)));
    }
    let listed = |name: &String| {
        let path = format!("{}/{name}", listing::FOLDER);
        catalog.source_files.iter().any(|entry| entry.path == path)
    };
    // Where some are listed, the others are checked by nobody.
    let is_published = !catalog.source_files.is_empty();
    let names = listing::names().into_iter().filter(|_| is_published);
    let unlisted = names.filter(|name| source.join(name).is_file() && !listed(name));
    for name in unlisted {
        report.add(source_problem("目録にないもとの表があります。", &format!("{}/{name}", listing::FOLDER)));
    }
}

fn source_problem(what: &str, path: &str) -> Problem {
    Problem::new(CATALOG, what).column("source_files").value(path).advice(REBUILD)
}

fn required_roles(snapshot: &SnapshotMeta) -> impl Iterator<Item = FileRole> + use<> {
    let tables =
        [FileRole::Cases, FileRole::Terms, FileRole::Prefectures, FileRole::Municipalities, FileRole::Errata];
    let details = (snapshot.cases > 0).then_some(FileRole::Details(0));
    let maps = PrefectureCode::all().map(FileRole::MapOf);
    tables.into_iter().chain(details).chain([FileRole::MapOfJapan]).chain(maps)
}

fn check_name(snapshot: &SnapshotMeta, entry: &FileEntry, report: &mut Report) -> Option<FileRole> {
    let problem = |what: &str| Problem::new(CATALOG, what).column("path").value(&entry.path).advice(REBUILD);
    let Some(role) = entry.role() else {
        report.add(problem("内容の種類が分からない名前のファイルです。"));
        return None;
    };
    let hash = entry.sha256.get(..HASH_DIGITS).unwrap_or_default();
    let expected = format!("{}/{}.{hash}.json", snapshot.id, role.stem());
    if entry.path != expected {
        report.add(problem("ファイルの名前が、データ版・種類・ハッシュ値と合いません。").allowed(expected));
        return None;
    }
    Some(role)
}

fn check_content(folder: &Path, entry: &FileEntry, report: &mut Report) -> Option<Vec<u8>> {
    let bytes = match fs::read(folder.join(&entry.path)) {
        Ok(bytes) => bytes,
        Err(error) => {
            report.add(unreadable(&entry.path, &error));
            return None;
        }
    };
    let size = bytes.len() as u64;
    if size != entry.bytes {
        report.add(
            Problem::new(&entry.path, "大きさが目録と違います。")
                .value(format!("{size}バイト"))
                .allowed(format!("{}バイト", entry.bytes))
                .advice(REBUILD),
        );
        return None;
    }
    let hash = sha256(&bytes);
    if hash != entry.sha256 {
        report.add(
            Problem::new(&entry.path, "内容が目録のハッシュ値（SHA-256）と違います。")
                .value(hash)
                .allowed(&entry.sha256)
                .advice(REBUILD),
        );
        return None;
    }
    Some(bytes)
}
