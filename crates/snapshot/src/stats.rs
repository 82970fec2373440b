//! `snapshot stats`: the figures that the page shows, from the same functions.

use std::path::{Path, PathBuf};

use joint_procurement_core::domain::{Municipalities, Snapshot, SnapshotId};
use joint_procurement_core::query::{CaseQuery, Matches, Measure, SearchIndex};
use joint_procurement_core::stats::Summary;
use joint_procurement_core::text::normalize;
use serde::Serialize;

use super::load::{load_details, load_municipalities, load_snapshot, required_catalog};
use super::problem::{Problem, Report};
use joint_procurement::content::also_searched;

mod asked;
mod cross;
mod table;

/// 画面と同じ集計を、絞り込みの条件を付けて印刷する。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// 公開データのフォルダー（catalog.json のあるところ）
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// データ版の名前（なければ最初に見せる版）
    #[arg(long, value_name = "ID", value_parser = super::arguments::snapshot_id)]
    pub snapshot: Option<SnapshotId>,
    /// 絞り込みの条件。画面の URL の ? から後ろと同じ（例 'pref=27&subsidy=yes'）
    #[arg(long, value_name = "条件", default_value = "", hide_default_value = true)]
    pub query: String,
    #[command(flatten)]
    pub print: PrintArgs,
    /// 集計表（/figures/）の行と列。domain（領域）、system（種別）、pref（都道府県）、region（地方）、year（導入年）、lead（代表団体の種類）、form（形態）、status（現況）、subsidy（補助金）、spec（仕様書）、pop（人口規模）から一つか二つ（例 system,subsidy）
    #[arg(long, value_name = "行[,列]", value_parser = cross::by)]
    by: Option<cross::By>,
    /// 集計表で数えるもの。cases（件数）、participants（延べ参加自治体数）、population（延べ人口）、costs（費用が分かる事例）、documents（参考文書がある事例）。--by と一緒に使う
    #[arg(long, value_name = "数えるもの", value_parser = cross::measure, requires = "by")]
    measure: Option<Measure>,
}

/// The argument of commands that print a table.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct PrintArgs {
    /// 印刷の形。table は人が読む表、json はプログラムが読む形
    #[arg(
        long,
        value_name = "table|json",
        value_enum,
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Table,
    Json,
}

/// The figures that `--format json` prints.
#[derive(Serialize)]
struct Figures<'a> {
    snapshot: &'a SnapshotId,
    /// As understood, in the order of an address.
    query: String,
    scope: &'static str,
    #[serde(flatten)]
    summary: &'a Summary,
}

/// Prints the figures; nothing where the query or the snapshot is not understood, and gives why.
pub fn run(args: &Args, report: &mut Report) -> Result<(), String> {
    let (query, _) = CaseQuery::parse(&args.query);
    let id = args.snapshot.as_ref().or(query.snapshot.as_ref());
    let Some(snapshot) = chosen(&args.folder, id, report)? else { return Ok(()) };
    let Some(places) = load_municipalities(&args.folder, &snapshot.meta, report) else { return Ok(()) };
    let faults = asked::faults(&args.query).into_iter().chain(asked::unknown(&query, &snapshot, &places));
    let sentences: Vec<String> = faults.map(|it| asked::sentence(&it, &snapshot, Some(&places))).collect();
    if !sentences.is_empty() {
        return Err(sentences.join("\n"));
    }
    print(args, &snapshot, &query, &places, report);
    Ok(())
}

/// Reads the snapshot that was asked for. Gives why where it does not exist, and `None` after reporting why it cannot
/// be read.
pub fn chosen(
    folder: &Path,
    id: Option<&SnapshotId>,
    report: &mut Report,
) -> Result<Option<Snapshot>, String> {
    let Some(catalog) = required_catalog(folder, report) else { return Ok(None) };
    if let Some(id) = id.filter(|id| catalog.snapshot(Some(id)).is_none()) {
        let ids: Vec<&str> = catalog.snapshots.iter().map(|snapshot| snapshot.id.as_str()).collect();
        return Err(format!("このデータ版はありません： {id}（使える値： {}）", ids.join("、")));
    }
    Ok(load_snapshot(folder, id, report))
}

fn print(args: &Args, snapshot: &Snapshot, query: &CaseQuery, places: &Municipalities, report: &mut Report) {
    let Some(index) = search_index(&args.folder, snapshot, query, places, report) else { return };
    let selection = Matches::new(snapshot, &index, &query.filter).selection(&snapshot.cases);
    if let Some(by) = args.by {
        let cells = cross::Cells::of(snapshot, query, &selection, by, args.measure.unwrap_or_default());
        match args.print.format {
            Format::Table => {
                let text = table::about(snapshot, query, selection.len()) + &cells.table();
                super::output::print(format_args!("{text}"), report);
            }
            Format::Json => print_json(&cells, report),
        }
        return;
    }
    let summary = Summary::of(&selection);
    match args.print.format {
        Format::Table => {
            super::output::print(format_args!("{}", table::table(snapshot, query, &summary)), report)
        }
        Format::Json => {
            let figures = Figures {
                snapshot: &snapshot.meta.id,
                query: query.to_string(),
                scope: query.filter.scope.slug(),
                summary: &summary,
            };
            print_json(&figures, report);
        }
    }
}

/// Builds the search index, and notes the synonyms that are searched for; only a text search needs the long texts.
fn search_index(
    folder: &Path,
    snapshot: &Snapshot,
    query: &CaseQuery,
    places: &Municipalities,
    report: &mut Report,
) -> Option<SearchIndex> {
    if query.filter.text.is_empty() {
        return Some(SearchIndex::default());
    }
    let details = load_details(folder, &snapshot.meta, report)?;
    let index = SearchIndex::new(snapshot, Some(places), &details, normalize);
    let also = also_searched(&index, &query.filter.text);
    if !also.is_empty() {
        report.note(also);
    }
    Some(index)
}

/// Prints figures for programs.
pub fn print_json(figures: &impl Serialize, report: &mut Report) {
    match serde_json::to_string_pretty(figures) {
        Ok(json) => super::output::print(format_args!("{json}\n"), report),
        Err(error) => report.add(Problem::new("json", format!("JSON にできませんでした（{error}）。"))),
    }
}
