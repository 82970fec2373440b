//! `snapshot site`: makes the web build ready for any static host. Every known route gets its own copy
//! of the page, so that a deep link is a file; unknown paths get `404.html`.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::page::PageError;
use super::encode::hashed_name;
use super::load::{load_snapshot, required_catalog};
use super::problem::{Problem, Report, io_reason};
use crate::routes::Route;

mod not_found;
mod page;

const PAGE: &str = "index.html";
const NOT_FOUND_PAGE: &str = "404.html";
/// What trunk has copied; its name says the content once the site is ready.
const CHARTS: &str = "echarts/echarts.js";

/// ウェブのビルド結果に、アドレスごとのページを加える。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// ウェブのビルド結果のフォルダー（index.html のあるところ）
    #[arg(long, value_name = "DIR")]
    pub dist: PathBuf,
    /// 公開するサイトの URL（分かっていれば。例 https://example.jp/dashboard/）
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
}

fn base_url(text: &str) -> Result<String, String> {
    if super::source::text::is_web_address(text) && !text.contains(['?', '#']) {
        Ok(format!("{}/", text.trim_end_matches('/')))
    } else {
        Err("http:// または https:// で始まる、? と # のない URL を書いてください".to_owned())
    }
}

/// Writes only what differs, so that a second run changes nothing.
pub fn run(args: &Args, report: &mut Report) {
    if let Err(problem) = prepare(args, report) {
        report.add(*problem);
    }
}

fn prepare(args: &Args, report: &mut Report) -> Result<(), Box<Problem>> {
    let dist = &args.dist;
    if !dist.is_dir() {
        return Err(Box::new(
            Problem::new(dist.display().to_string(), "ウェブのビルド結果のフォルダーがありません。")
                .advice("先に make build を実行してください。"),
        ));
    }
    let page = fs::read_to_string(dist.join(PAGE)).map_err(|error| {
        Problem::new(PAGE, format!("読めません。{}。", io_reason(&error)))
            .advice("先に make build を実行してください。")
    })?;
    let Some(paths) = paths(&dist.join("data"), report) else { return Ok(()) };
    let page = with_final_files(dist, &page)?;

    let mut written = 0;
    for path in &paths {
        let address = args.base_url.as_ref().map(|base_url| format!("{base_url}{path}"));
        // The overview alone is drawn by the main part of the program (src/shell/pages.rs).
        let begins_with_parts = !path.is_empty();
        let page =
            page::at_base(&page, &way_up(path), address.as_deref(), begins_with_parts).map_err(broken)?;
        written += usize::from(write(dist, &format!("{path}{PAGE}"), &page)?);
    }
    let not_found = not_found::not_found_page(&page).map_err(broken)?;
    written += usize::from(write(dist, NOT_FOUND_PAGE, &not_found)?);
    super::print(
        format_args!(
            "サイトを整えました（{}）。アドレス {}個と 404.html、書き換えたページ {written}個。\n",
            dist.display(),
            paths.len()
        ),
        report,
    );
    Ok(())
}

/// Every address of every snapshot; `None` after reporting why the data cannot be read.
fn paths(data: &Path, report: &mut Report) -> Option<BTreeSet<String>> {
    let catalog = required_catalog(data, report)?;
    let mut paths = BTreeSet::new();
    for meta in &catalog.snapshots {
        let snapshot = load_snapshot(data, Some(&meta.id), report)?;
        paths.extend(Route::all(&snapshot).iter().map(Route::path));
    }
    Some(paths)
}

/// Puts the content's hash into the name of the chart bundle, so that it can be cached for ever, and the
/// program's size into the page.
fn with_final_files(dist: &Path, page: &str) -> Result<String, Box<Problem>> {
    let named = page::attribute(page, "meta[name=echarts-bundle]", "content").map_err(broken)?;
    let charts = match fs::read(dist.join(CHARTS)) {
        Ok(bytes) => {
            let name = hashed_name(CHARTS.trim_end_matches(".js"), "js", &bytes);
            fs::rename(dist.join(CHARTS), dist.join(&name)).map_err(|error| unwritable(&name, &error))?;
            name
        }
        // Renamed by an earlier run.
        Err(error) if error.kind() == io::ErrorKind::NotFound => named,
        Err(error) => {
            return Err(Box::new(Problem::new(CHARTS, format!("読めません。{}。", io_reason(&error)))));
        }
    };
    if !dist.join(&charts).is_file() {
        return Err(Box::new(
            Problem::new(charts, "グラフのプログラムがありません。")
                .advice("make build をやり直してください。"),
        ));
    }
    let program = page::attribute(page, "meta[name=app-module]", "data-wasm").ok();
    let bytes = program.and_then(|program| fs::metadata(dist.join(program)).ok()).map(|file| file.len());
    page::with_files(page, &charts, bytes).map_err(broken)
}

/// From the folder of a path back to the site's base.
fn way_up(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// Whether the file was not already so.
fn write(dist: &Path, path: &str, text: &str) -> Result<bool, Box<Problem>> {
    let file = dist.join(path);
    if fs::read(&file).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(false);
    }
    let folder = file.parent().unwrap_or(dist);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| unwritable(path, &error))?;
    Ok(true)
}

fn broken(PageError(what): PageError) -> Box<Problem> {
    Box::new(Problem::new(PAGE, what).advice("index.html を直して、make build をやり直してください。"))
}

fn unwritable(path: &str, error: &io::Error) -> Box<Problem> {
    Box::new(
        Problem::new(path, format!("書き込めません。{}。", io_reason(error)))
            .advice("原因を取り除いて、もう一度実行してください。"),
    )
}
