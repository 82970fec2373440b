//! `snapshot stats`: the figures that the page shows, from the same functions.

use std::path::{Path, PathBuf};

use joint_procurement_core::domain::{Snapshot, SnapshotId};
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex};
use joint_procurement_core::stats::Summary;
use joint_procurement_core::text::normalize;
use serde::Serialize;

use super::load::{load_details, load_municipalities, load_snapshot};
use super::problem::{Problem, Report};
use joint_procurement::words;

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

/// Prints the figures. As the page does, it tells and leaves out what is not understood of the query.
pub fn run(args: &Args, report: &mut Report) {
    let (query, problems) = CaseQuery::parse(&args.query);
    for problem in &problems {
        report.note(words::notice::query_problem(problem));
    }
    let id = args.snapshot.as_ref().or(query.snapshot.as_ref());
    let Some(snapshot) = load_snapshot(&args.folder, id, report) else { return };
    let (query, problems) = query.known_in(&snapshot);
    for problem in &problems {
        report.note(words::notice::query_problem(problem));
    }
    let Some(index) = search_index(&args.folder, &snapshot, &query, report) else { return };
    let selection = Matches::new(&snapshot, &index, &query.filter).selection(&snapshot.cases);
    let summary = Summary::of(&selection);
    match args.format {
        Format::Table => {
            super::output::print(format_args!("{}", table::table(&snapshot, &query, &summary)), report)
        }
        Format::Json => print_json(&snapshot, &query, &summary, report),
    }
}

/// Builds the search index; only a text search needs the long texts and the names of participants.
fn search_index(
    folder: &Path,
    snapshot: &Snapshot,
    query: &CaseQuery,
    report: &mut Report,
) -> Option<SearchIndex> {
    if query.filter.text.is_empty() {
        return Some(SearchIndex::default());
    }
    let municipalities = load_municipalities(folder, &snapshot.meta, report);
    let details = load_details(folder, &snapshot.meta, report);
    Some(SearchIndex::new(snapshot, Some(&municipalities?), &details?, normalize))
}

fn print_json(snapshot: &Snapshot, query: &CaseQuery, summary: &Summary, report: &mut Report) {
    let figures = Figures {
        snapshot: &snapshot.meta.id,
        query: query.to_string(),
        scope: query.filter.scope.slug(),
        summary,
    };
    match serde_json::to_string_pretty(&figures) {
        Ok(json) => super::output::print(format_args!("{json}\n"), report),
        Err(error) => report.add(Problem::new("json", format!("JSON にできませんでした（{error}）。"))),
    }
}
