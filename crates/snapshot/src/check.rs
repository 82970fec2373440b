//! `snapshot check`: whether a data folder is what the builder wrote, as a whole and file by file.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use joint_procurement_core::domain::{Catalog, SnapshotId};
use joint_procurement_core::files::open::CATALOG;

use super::day::Day;
use super::load::{REBUILD, required_catalog, unreadable};
use super::problem::{Problem, Report};
use super::schema;
use super::site::hosting::original;

mod contents;
mod evidence;
mod files;

/// 公開データのフォルダーが、目録のとおりで壊れていないか確かめる。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// 公開データのフォルダー（catalog.json のあるところ）
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[command(flatten)]
    pub report: super::reporting::ReportArgs,
}

/// Checks the data folder; the report holds every problem of every snapshot.
pub fn run(args: &Args, report: &mut Report) {
    let Some(catalog) = required_catalog(&args.folder, report) else { return };
    check_catalog(&catalog, report);
    let today = Day::today();
    for snapshot in &catalog.snapshots {
        if today.is_ahead(snapshot.published_at) {
            report.note(format!(
                "{CATALOG}： データ版 {} の公開した日（{}）が、今日（{today}）より後です。日付を確かめてください。",
                snapshot.id, snapshot.published_at
            ));
        }
        if let Some(files) = files::check(&args.folder, snapshot, report) {
            contents::check(snapshot, snapshot.id == catalog.default, &files, report);
        }
    }
    files::check_source(&args.folder, &catalog, report);
    check_unlisted(&args.folder, &catalog, report);
    for version in schema::versions(&catalog) {
        check_schemas(&args.folder, version, report);
    }
    if report.is_clean() {
        evidence::print(&args.folder, &catalog, report);
        let files: usize = catalog.snapshots.iter().map(|snapshot| snapshot.files.len()).sum();
        let cases: u32 = catalog.snapshots.iter().map(|snapshot| snapshot.cases).sum();
        let (snapshots, tables) = (catalog.snapshots.len(), catalog.source_files.len());
        super::output::print(
            format_args!(
                "問題はありません（データ版 {snapshots}個、事例 {cases}件、ファイル {files}個、もとの表 {tables}個）。\n"
            ),
            report,
        );
    }
}

fn check_catalog(catalog: &Catalog, report: &mut Report) {
    let ids: Vec<&str> = catalog.snapshots.iter().map(|snapshot| snapshot.id.as_str()).collect();
    if catalog.snapshot(None).is_none() {
        report.add(
            Problem::new(CATALOG, "最初に見せるデータ版が目録にありません。")
                .column("default")
                .value(&catalog.default)
                .allowed(ids.join("、")),
        );
    }
    if !ids.is_sorted_by(|a, b| a < b) {
        report.add(
            Problem::new(CATALOG, "データ版が名前の順に1回ずつ並んでいません。")
                .column("snapshots")
                .value(ids.join("、"))
                .advice(REBUILD),
        );
    }
}

/// Reports folders and files that the catalog does not know: what nobody lists is never checked again.
fn check_unlisted(folder: &Path, catalog: &Catalog, report: &mut Report) {
    let listed: HashSet<&str> = catalog
        .snapshots
        .iter()
        .flat_map(|snapshot| &snapshot.files)
        .map(|file| file.path.as_str())
        .collect();
    for name in names(folder, "", report) {
        let is_snapshot = name.parse::<SnapshotId>().is_ok() && folder.join(&name).is_dir();
        if !is_snapshot {
            continue;
        }
        if !catalog.snapshots.iter().any(|snapshot| snapshot.id.as_str() == name) {
            report.add(
                Problem::new(&name, "目録にないデータ版のフォルダーです。")
                    .advice("削除するか、目録をもとに戻してください。"),
            );
            continue;
        }
        for path in names(folder, &name, report).into_iter().map(|file| format!("{name}/{file}")) {
            if !listed.contains(original(&path)) {
                report.add(Problem::new(path, "目録にないファイルです。").advice("削除してください。"));
            }
        }
    }
}

/// Gives the sorted names in a folder below the data folder.
fn names(folder: &Path, below: &str, report: &mut Report) -> Vec<String> {
    match fs::read_dir(folder.join(below)).and_then(Iterator::collect::<std::io::Result<Vec<_>>>) {
        Ok(entries) => {
            let mut names: Vec<String> =
                entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        }
        Err(error) => {
            report.add(unreadable(if below.is_empty() { "." } else { below }, &error));
            Vec::new()
        }
    }
}

fn check_schemas(folder: &Path, version: u32, report: &mut Report) {
    let expected = match schema::files(version) {
        Ok(expected) => expected,
        Err(error) => {
            report.add(Problem::new(schema::folder(version), format!("スキーマを作れません（{error}）。")));
            return;
        }
    };
    for file in &expected {
        match fs::read(folder.join(&file.path)) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => report.add(
                Problem::new(&file.path, "プログラムが持つ、この版のスキーマと違います。").advice(REBUILD),
            ),
            Err(error) => report.add(unreadable(&file.path, &error)),
        }
    }
    let below = schema::folder(version);
    if !folder.join(&below).is_dir() {
        return;
    }
    for path in names(folder, &below, report).into_iter().map(|name| format!("{below}/{name}")) {
        if !expected.iter().any(|file| file.path == original(&path)) {
            report.add(Problem::new(path, "知らないスキーマです。").advice("削除してください。"));
        }
    }
}
