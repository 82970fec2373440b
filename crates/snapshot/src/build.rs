//! `snapshot build`: source tables in, a published snapshot out, or a list of everything that is wrong.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use joint_procurement_core::domain::{
    Catalog, FileEntry, SCHEMA_VERSION, Scope, SnapshotId, SnapshotMeta, Term,
};
use joint_procurement_core::files::open::CATALOG;
use joint_procurement_core::text::grouped;

use super::encode::{EncodedSnapshot, NewFile, encode, encode_catalog};
use super::folders::Folder;
use super::load::read_catalog;
use super::problem::{Problem, Report};
use super::publish::{Outcome, Plan, is_temporary, publish};
use super::schema;
use super::source::columns::SETTINGS;
use super::source::{self, Given, Settings, listing};

mod before;

/// もとの表を確かめ、公開するデータ版と目録を作る。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// もとの表（snapshot.toml、cases.jsonl など）のあるフォルダー
    #[arg(long, value_name = "DIR")]
    pub source: PathBuf,
    /// 公開データのフォルダー（catalog.json を置くところ）
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// データ版の名前（snapshot.toml の id の代わり）
    #[arg(long, value_name = "ID", value_parser = super::arguments::snapshot_id)]
    pub id: Option<SnapshotId>,
    #[command(flatten)]
    pub report: super::reporting::ReportArgs,
}

/// Prints a summary and the notes; the report holds the problems if there are any.
pub fn run(args: &Args, report: &mut Report) {
    if !may_hold_data(&args.out, report) || !Folder::Source.required(&args.source, report) {
        return;
    }
    build(&args.source, &args.out, args.id.as_ref(), report);
}

/// Builds from the tables in `folder` into `out`, and prints a summary. `id` takes the place of the one in the
/// settings.
pub fn build(folder: &Path, out: &Path, id: Option<&SnapshotId>, report: &mut Report) {
    if let Some(Built { meta, counts, published }) = write(folder, out, id, report) {
        print_summary(out, &meta, &counts, &published, report);
    }
}

/// Tells if data may be published into a folder; else reports that it is for something else.
pub fn may_hold_data(out: &Path, report: &mut Report) -> bool {
    let Some(other) = [Folder::Site, Folder::Source].into_iter().find(|kind| kind.is(out)) else {
        return true;
    };
    let what = format!("データ版は、{}のフォルダーには書きません。", other.name());
    report.add(
        Problem::new(out.display().to_string(), what)
            .advice(format!("--out に {}", Folder::Data.advice(out))),
    );
    false
}

/// A snapshot that was written.
pub struct Built {
    pub meta: SnapshotMeta,
    counts: Counts,
    published: Outcome,
}

/// Does the same without the summary; `None` after reporting why it cannot be done.
pub fn write(folder: &Path, out: &Path, id: Option<&SnapshotId>, report: &mut Report) -> Option<Built> {
    listing::note_strays(folder, report);
    let source = source::read(folder, Given { id, today: None }, report);
    let catalog = read_catalog(out, report);
    let (source, catalog) = (source?, catalog?);
    let settings = &source.settings;
    let before = named(catalog.as_ref(), &settings.id);
    let files_before = before.map(|meta| meta.files.clone());
    if before.is_some_and(|meta| is_another(meta, settings, out)) {
        report.add(another_state(settings));
        return None;
    }
    if let Some(catalog) = &catalog {
        before::note(out, catalog, &source, report);
    }
    let source_files = listing::entries(folder, out, &source.cases.withheld, report)?;
    let make_default = source.settings.default;
    let counts = Counts::of(&source, &source_files);
    let plan = encode(source).and_then(|snapshot| plan(out, catalog, snapshot, make_default, source_files));
    let (plan, meta) = plan
        .map_err(|error| report.add(Problem::new(CATALOG, format!("JSON にできませんでした（{error}）。"))))
        .ok()?;
    let published = publish(out, &plan).map_err(|error| report.add(error.problem())).ok()?;
    if files_before.is_some_and(|files| files != meta.files) {
        report.note(format!(
            "データ版 {} を作り直し、前の内容と置き換えました。すでに公開しているなら、データ版の名前を新しくして作り直してください。",
            meta.id
        ));
    }
    Some(Built { meta, counts, published })
}

/// Reports a snapshot of another day that has the name of these settings already.
pub fn refuse_another(out: &Path, settings: &Settings, report: &mut Report) {
    // A catalog that cannot be read is told by the build.
    let catalog = read_catalog(out, &mut Report::default()).flatten();
    if named(catalog.as_ref(), &settings.id).is_some_and(|meta| is_another(meta, settings, out)) {
        report.add(another_state(settings));
    }
}

/// Finds the snapshot of a name.
fn named<'a>(catalog: Option<&'a Catalog>, id: &SnapshotId) -> Option<&'a SnapshotMeta> {
    catalog?.snapshots.iter().find(|meta| meta.id == *id)
}

/// Tells if a snapshot shows another day. One whose folder somebody has removed may be replaced.
fn is_another(meta: &SnapshotMeta, settings: &Settings, out: &Path) -> bool {
    let are_other_days = (meta.as_of, meta.published_at) != (settings.as_of, settings.published_at);
    are_other_days && out.join(meta.id.as_str()).is_dir()
}

fn another_state(settings: &Settings) -> Problem {
    let id = &settings.id;
    Problem::new(SETTINGS.file, "この名前のデータ版が、別の日付ですでにあります。")
        .column("id")
        .value(id)
        .advice(format!(
            "データ版の名前を新しくしてください。前のものと置き換えるのなら、先に公開データのフォルダーから「{id}」のフォルダーを削除してください。"
        ))
}

fn plan(
    out: &Path,
    catalog: Option<Catalog>,
    snapshot: EncodedSnapshot,
    make_default: bool,
    source_files: Vec<FileEntry>,
) -> serde_json::Result<(Plan, SnapshotMeta)> {
    let EncodedSnapshot { meta, mut files } = snapshot;
    let catalog = Catalog { source_files, ..with_snapshot(catalog, meta.clone(), make_default) };
    for version in schema::versions(&catalog) {
        files.extend(schema::files(version)?);
    }
    let stale = stale_files(out, &meta.id, &catalog, &files);
    let catalog = NewFile { path: CATALOG.to_owned(), bytes: encode_catalog(&catalog)? };
    Ok((Plan { files, catalog, stale }, meta))
}

/// Puts this snapshot in its place in the catalog; the others stay as they are.
fn with_snapshot(catalog: Option<Catalog>, meta: SnapshotMeta, make_default: bool) -> Catalog {
    let id = meta.id.clone();
    let mut catalog = catalog.unwrap_or_else(|| Catalog {
        schema_version: SCHEMA_VERSION,
        default: id.clone(),
        snapshots: Vec::new(),
        source_files: Vec::new(),
    });
    catalog.schema_version = SCHEMA_VERSION;
    if make_default {
        catalog.default = id.clone();
    }
    catalog.snapshots.retain(|snapshot| snapshot.id != id);
    catalog.snapshots.push(meta);
    catalog.snapshots.sort_by(|a, b| a.id.cmp(&b.id));
    catalog
}

/// Lists what earlier runs have left where this one writes. These are files of an earlier build of the
/// snapshot, and temporary files of a run that was killed. Nothing else is touched.
fn stale_files(out: &Path, id: &SnapshotId, catalog: &Catalog, files: &[NewFile]) -> Vec<String> {
    let own = list(out, id.as_str()).into_iter().filter(|path| {
        let entry = FileEntry { path: path.clone(), bytes: 0, sha256: String::new() };
        entry.role().is_some() && path.ends_with(".json") && !files.iter().any(|file| file.path == *path)
    });
    let schemas = schema::versions(catalog).into_iter().map(schema::folder);
    let temporary = [String::new(), id.to_string()]
        .into_iter()
        .chain(schemas)
        .flat_map(|folder| list(out, &folder))
        .filter(|path| is_temporary(path.rsplit('/').next().unwrap_or_default()));
    let mut stale: Vec<String> = own.chain(temporary).collect();
    stale.sort();
    stale
}

/// Lists the paths of the files in a folder below `out`; none when there is no such folder.
fn list(out: &Path, folder: &str) -> Vec<String> {
    let entries: io::Result<Vec<fs::DirEntry>> = fs::read_dir(out.join(folder)).and_then(Iterator::collect);
    let files = entries.unwrap_or_default().into_iter().filter(|entry| entry.path().is_file());
    let names = files.filter_map(|entry| entry.file_name().into_string().ok());
    names.map(|name| if folder.is_empty() { name } else { format!("{folder}/{name}") }).collect()
}

struct Counts {
    scopes: Vec<(Scope, usize)>,
    withheld: usize,
    source_files: usize,
}

impl Counts {
    fn of(source: &source::SourceTables, source_files: &[FileEntry]) -> Self {
        let cases = &source.cases.cases;
        let count = |scope| (scope, cases.iter().filter(|case| case.scope == scope).count());
        Self {
            scopes: Scope::ALL.iter().copied().map(count).collect(),
            withheld: source.cases.withheld.len(),
            source_files: source_files.len(),
        }
    }
}

fn print_summary(out: &Path, meta: &SnapshotMeta, counts: &Counts, published: &Outcome, report: &mut Report) {
    let bytes: u64 = meta.files.iter().map(|file| file.bytes).sum();
    let scopes: Vec<String> =
        counts.scopes.iter().map(|(scope, count)| format!("{} {count}件", scope.ja())).collect();
    let done = if published.written + published.removed == 0 {
        "変更はありません。何も書き換えていません。".to_owned()
    } else {
        format!("{}個のファイルを書き、古い{}個を消しました。", published.written, published.removed)
    };
    let source_files = match counts.source_files {
        0 => format!("{} にないため、目録に入れていません", out.join(listing::FOLDER).display()),
        count => format!("{count}個（目録に入れました）"),
    };
    super::output::print(
        format_args!(
            "データ版 {}（{}）\n  事例： {}件（{}）\n  非掲載希望： {}件（データに含めていません）\n  ファイル： {}個、{}バイト\n  もとの表： {source_files}\n  {done}\n",
            meta.id,
            out.display(),
            meta.cases,
            scopes.join("、"),
            counts.withheld,
            meta.files.len(),
            grouped(bytes),
        ),
        report,
    );
    for path in &published.left_over {
        report.note(format!("古いファイルを消せませんでした：{path}"));
    }
}
