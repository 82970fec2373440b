//! `snapshot site`: makes the web build ready for any static host. Every known route gets its own copy
//! of the page, so that a deep link is a file; unknown paths get `404.html`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use joint_procurement::content;
use joint_procurement_core::domain::{
    CaseDetail, Catalog, FileRole, Funding, Municipalities, Snapshot, SnapshotKind, WebAddress,
};
use joint_procurement_core::routes::Route;

use self::pages::Pages;
use self::template::PageError;
use super::digest::hashed_name;
use super::folders::Folder;
use super::load::{load_details, load_funding, load_municipalities, load_snapshot, required_catalog};
use super::problem::{Problem, Report, io_reason};

mod base;
mod calendar;
pub mod csp;
mod fill;
pub mod hosting;
mod integrity;
mod lean;
mod linked_data;
mod not_found;
mod offline;
pub mod pages;
mod strays;
mod template;

const PAGE: &str = "index.html";
const NOT_FOUND_PAGE: &str = "404.html";
/// The file of ECharts that trunk has copied; its name says the content once the site is ready.
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
    /// 市区町村のページ（約1,700）を書かない。置けるファイルの数に限りがあるホスト向けで、開いたときにプログラムが作る
    #[arg(long)]
    pub without_municipalities: bool,
    /// 架空のデータ版（snapshot demo）が入っていても続ける。手元で試すときのもので、公開するサイトには使わない
    #[arg(long)]
    pub with_synthetic: bool,
}

fn base_url(text: &str) -> Result<String, String> {
    match text.parse::<WebAddress>() {
        Ok(_) if !text.contains(['?', '#']) => Ok(format!("{}/", text.trim_end_matches('/'))),
        _ => Err("http:// または https:// で始まる、? と # のない URL を書いてください".to_owned()),
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
    if !Folder::Site.is(dist) && Folder::Site.near(dist).is_some() {
        Folder::Site.required(dist, report);
        return Ok(());
    }
    let page = fs::read_to_string(dist.join(PAGE)).map_err(|error| {
        Problem::new(PAGE, format!("読めません。{}。", io_reason(&error)))
            .advice("先に make build を実行してください。")
    })?;
    let Some(data) = Data::load(&dist.join("data"), report) else { return Ok(()) };
    if !args.with_synthetic {
        refuse_synthetic(data.catalog)?;
    }
    strays::remove(dist, data.catalog, report)?;
    let page = lean::without_notes(&page).and_then(|page| template::relative(&page)).map_err(broken)?;
    let page = with_final_files(dist, &page)?;
    let page = template::with_start(&page, &data.of_start()).map_err(broken)?;

    let mut written = 0;
    let site = args.base_url.as_deref();
    let routes = data.routes(!args.without_municipalities);
    for (path, (opened, route)) in &routes {
        let content = data.pages(opened).page(route, site).map_err(broken)?;
        let address = site.map(|site| format!("{site}{path}"));
        let page = fill::filled(&page, &content, site.map(|site| (site, path.as_str())))
            .and_then(|page| base::at_base(&page, &way_up(path), Some(path), address.as_deref()))
            .and_then(|page| csp::with_policy(&page, &[base::script_hash()]))
            .map_err(broken)?;
        written += usize::from(write(dist, &format!("{path}{PAGE}"), &page)?);
    }
    let not_found = fill::bare(&page).and_then(|page| not_found::not_found_page(&page, site));
    let not_found = not_found.map_err(broken)?;
    written += usize::from(write(dist, NOT_FOUND_PAGE, &not_found)?);
    written += write_calendar(dist, &data, site)?;
    let shell = fill::shell(&page)
        .and_then(|page| base::at_base(&page, "./", None, None))
        .and_then(|page| csp::with_policy(&page, &[]))
        .map_err(broken)?;
    written += offline::complete(dist, &shell, data.catalog)?;
    super::output::print(
        format_args!(
            "サイトを整えました（{}）。アドレス {}個と 404.html、書き換えたページ {written}個。\n",
            dist.display(),
            routes.len()
        ),
        report,
    );
    let paths = routes.into_keys().collect();
    hosting::complete(dist, site, &paths, report)
}

/// Refuses made-up data: none are ever in the published site.
fn refuse_synthetic(catalog: &Catalog) -> Result<(), Box<Problem>> {
    let made_up = catalog.snapshots.iter().filter(|snapshot| snapshot.kind == SnapshotKind::Synthetic);
    let ids: Vec<&str> = made_up.map(|snapshot| snapshot.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    Err(Box::new(
        Problem::new("data/catalog.json", "架空のデータ版が入っています。").value(ids.join("、")).advice(
            "公開するサイトの data フォルダーを、架空でないデータだけのものにしてください。手元で試すだけなら、--with-synthetic を付けてください。",
        ),
    ))
}

/// Writes the calendar of the default snapshot. One that an earlier run has left goes where nothing is to come.
fn write_calendar(dist: &Path, data: &Data, site: Option<&str>) -> Result<usize, Box<Problem>> {
    let snapshot = data.opened.first().map(|opened| opened.snapshot);
    let changed = match snapshot.and_then(|snapshot| calendar::calendar(snapshot, site)) {
        Some(text) => write(dist, content::CALENDAR, &text)?,
        None => hosting::remove(dist, content::CALENDAR)?,
    };
    Ok(usize::from(changed))
}

/// The data that the pages are made from.
struct Data {
    catalog: &'static Catalog,
    /// The default snapshot first.
    opened: Vec<Opened>,
}

struct Opened {
    snapshot: &'static Snapshot,
    details: &'static [CaseDetail],
    municipalities: &'static Municipalities,
    funding: Option<&'static Funding>,
}

impl Data {
    /// Reads the data; `None` after reporting why they cannot be read.
    fn load(folder: &Path, report: &mut Report) -> Option<Self> {
        let catalog = kept(required_catalog(folder, report)?);
        let mut metas: Vec<_> = catalog.snapshots.iter().collect();
        metas.sort_by_key(|meta| meta.id != catalog.default);
        let opened = metas.into_iter().map(|meta| {
            Some(Opened {
                snapshot: kept(load_snapshot(folder, Some(&meta.id), report)?),
                details: kept(load_details(folder, meta, report)?),
                municipalities: kept(load_municipalities(folder, meta, report)?),
                funding: load_funding(folder, meta, report)?.map(kept),
            })
        });
        let opened = opened.collect::<Option<Vec<_>>>()?;
        Some(Self { catalog, opened })
    }

    /// Gives every address of every snapshot, with the newest data that have it: those shown by default.
    fn routes(&self, with_municipalities: bool) -> BTreeMap<String, (&Opened, Route)> {
        let mut routes = BTreeMap::new();
        for opened in &self.opened {
            let towns = Route::of_municipalities(opened.municipalities).filter(|_| with_municipalities);
            for route in Route::all(opened.snapshot).into_iter().chain(towns) {
                routes.entry(route.path()).or_insert((opened, route));
            }
        }
        routes
    }

    /// Gives the addresses of what the program asks for when it starts, as `data::fetch` does.
    fn of_start(&self) -> Vec<String> {
        let default = self.opened.iter().map(|opened| &opened.snapshot.meta);
        let default = default.take(1).filter(|meta| meta.id == self.catalog.default);
        let roles = [FileRole::Terms, FileRole::Prefectures, FileRole::Cases];
        let files = default.flat_map(|meta| roles.into_iter().filter_map(|role| meta.file(role)));
        let paths = ["catalog.json"].into_iter().chain(files.map(|file| file.path.as_str()));
        paths.map(|path| format!("data/{path}")).collect()
    }

    fn pages(&self, opened: &Opened) -> Pages {
        Pages {
            catalog: self.catalog,
            snapshot: opened.snapshot,
            details: opened.details,
            municipalities: opened.municipalities,
            funding: opened.funding,
        }
    }
}

/// Keeps a value for as long as the program runs.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Puts the content's hash into the name of the chart bundle, so that it can be cached for ever. The
/// program's size goes into the page.
fn with_final_files(dist: &Path, page: &str) -> Result<String, Box<Problem>> {
    let named = template::attribute(page, "meta[name=echarts-bundle]", "content").map_err(broken)?;
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
    let program = template::attribute(page, "meta[name=app-module]", "data-wasm").ok();
    let bytes = program.and_then(|program| fs::metadata(dist.join(program)).ok()).map(|file| file.len());
    let page = template::with_files(page, &charts, bytes).map_err(broken)?;
    integrity::with_checksums(&page, dist).map_err(broken)
}

/// Gives the way from the folder of a path back to the site's base.
fn way_up(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// Writes the file; tells if it was not already so.
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
