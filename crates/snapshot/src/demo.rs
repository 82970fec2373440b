//! `snapshot demo`: a snapshot of made-up cases, for trying everything out and for measuring.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use joint_procurement_core::domain::{Catalog, SnapshotKind};
use joint_procurement_core::files::open::CATALOG;
use toml::{Table, Value};

use super::folders::Folder;
use super::load::read_catalog;
use super::problem::{Problem, Report, io_reason};
use super::source::{self, MOST_CASES, Staged, columns, read_text};
use super::{build, output};

mod case;
mod money;
mod pages;
mod random;
mod words;

use case::World;

/// 架空の事例だけのデータ版を作る。すべての機能を試し、速さを測るためのもので、公開するサイトには入れない。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// 事例の数（1から65535まで）
    #[arg(long, value_name = "N", value_parser = number_of_cases)]
    cases: usize,
    /// 種になる数（0以上の整数）。同じ数からは、いつも同じデータができる
    #[arg(long, value_name = "S", value_parser = seed)]
    seed: u64,
    /// データを書くフォルダー。新しいフォルダーか、架空のデータ版だけのフォルダー
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// もとの表のフォルダー。システム種別、市区町村、地図などをここから取り、事例は使わない（なければ public/data/source か dist/data/source）
    #[arg(long, value_name = "DIR")]
    source: Option<PathBuf>,
}

/// The folders of the source tables in a repository and beside a release.
const USUAL_SOURCES: [&str; 2] = ["public/data/source", "dist/data/source"];

impl Args {
    /// Gives the folder of the source tables: the one that was named, or the usual one that is there.
    fn source(&self) -> &Path {
        let usual = USUAL_SOURCES.map(Path::new);
        self.source
            .as_deref()
            .unwrap_or_else(|| usual.into_iter().find(|folder| folder.is_dir()).unwrap_or(usual[0]))
    }
}

fn number_of_cases(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST_CASES).contains(number));
    number.ok_or_else(|| {
        format!("1から{MOST_CASES}までの整数です。一つのデータ版に、それより多くの事例は入りません")
    })
}

fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "0以上の整数です".to_owned())
}

/// Writes the snapshot, all of it or nothing.
pub fn run(args: &Args, report: &mut Report) {
    if !may_write(&args.out, report) || !Folder::Source.required(args.source(), report) {
        return;
    }
    // Remarks on made-up tables are of no use to anybody.
    let mut found = Report::default();
    let written = Tables::new(args).and_then(|tables| tables.build(args, &mut found));
    match written {
        Err(problem) => report.add(*problem),
        Ok(Some(id)) => output::print(
            format_args!(
                "架空のデータ版 {id} を作りました（{}、{}件）。実在する事例ではありません。公開するサイトには入れないでください。\n",
                args.out.display(),
                args.cases
            ),
            report,
        ),
        Ok(None) => *report = found,
    }
}

/// Tells if nothing but made-up data can be in the folder; else reports that there is.
fn may_write(out: &Path, report: &mut Report) -> bool {
    let Some(catalog) = read_catalog(out, report) else { return false };
    let real: Vec<String> = catalog.iter().flat_map(real).collect();
    let found = if !real.is_empty() {
        format!("架空ではないデータ版があります（{}）。", real.join("、"))
    } else if catalog.is_none() && fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        format!("空ではなく、架空のデータ版の目録（{CATALOG}）もありません。")
    } else {
        return true;
    };
    report.add(
        Problem::new(out.display().to_string(), format!("このフォルダーには書きません。{found}"))
            .advice("--out に、新しいフォルダーか、架空のデータ版だけのフォルダーを指定してください。"),
    );
    false
}

/// Names the snapshots that are not made up.
fn real(catalog: &Catalog) -> Vec<String> {
    let others = catalog.snapshots.iter().filter(|snapshot| snapshot.kind != SnapshotKind::Synthetic);
    others.map(|snapshot| snapshot.id.to_string()).collect()
}

/// A copy of the source tables, with made-up cases.
struct Tables(Staged);

impl Tables {
    /// Copies all but the cases and what is said of them.
    fn new(args: &Args) -> Result<Self, Box<Problem>> {
        let own = [columns::CASES.file, columns::ERRATA.file, columns::ANSWERS.file, columns::SETTINGS.file];
        let staged = Staged::of(args.source(), &own)?;
        let head: Vec<&str> = columns::ERRATA.columns.iter().map(|column| column.name).collect();
        staged.write(columns::ERRATA.file, format!("{}\n", head.join(",")).as_bytes())?;
        Ok(Self(staged))
    }

    /// Writes the snapshot and gives its id; `None` where the tables are not right, after reporting why.
    fn build(&self, args: &Args, report: &mut Report) -> Result<Option<String>, Box<Problem>> {
        let Some(settings) = settings(args, report) else { return Ok(None) };
        self.0.write(columns::SETTINGS.file, settings.as_bytes())?;
        let Some(tables) = source::read_vocabulary(self.0.path(), report) else { return Ok(None) };
        let world = World {
            terms: &tables.terms,
            prefectures: &tables.prefectures,
            municipalities: &tables.municipalities,
            as_of: tables.settings.as_of,
        };
        let path = self.0.path().join(columns::CASES.file);
        self.write_cases(&path, world, args).map_err(|error| unwritable(&path, &error))?;
        let built = build::write(self.0.path(), &args.out, None, report);
        Ok(built.map(|built| built.meta.id.to_string()))
    }

    fn write_cases(&self, path: &Path, world: World<'_>, args: &Args) -> io::Result<()> {
        let mut file = BufWriter::new(fs::File::create(path)?);
        for case in (0..args.cases).filter_map(|number| case::case(world, args.seed, number)) {
            writeln!(file, "{case}")?;
        }
        file.flush()
    }
}

/// Gives the settings of the tables, changed to those of made-up data. None after reporting why they cannot be read.
fn settings(args: &Args, report: &mut Report) -> Option<String> {
    let file = columns::SETTINGS.file;
    let text = read_text(args.source(), file, report)?;
    let Ok(mut table) = text.parse::<Table>() else {
        report.add(
            Problem::new(file, "TOML として読めません。")
                .advice("snapshot build で確かめて、直してください。"),
        );
        return None;
    };
    let Args { cases, seed, .. } = args;
    for (key, value) in [
        ("id", format!("demo-{cases}-{seed}")),
        ("title", format!("架空の事例（{cases}件、種 {seed}）")),
        ("period", "架空のデータのため、期間はありません".to_owned()),
        ("kind", "synthetic".to_owned()),
        ("licence", "事例は架空です。自由に使えますが、実在の調達として引用しないでください。".to_owned()),
        ("update_note", String::new()),
    ] {
        table.insert(key.to_owned(), Value::String(value));
    }
    table.insert("default".to_owned(), Value::Boolean(true));
    table.remove("maintainer");
    Some(table.to_string())
}

fn unwritable(path: &Path, error: &io::Error) -> Box<Problem> {
    Box::new(Problem::new(path.display().to_string(), format!("書き込めません。{}。", io_reason(error))))
}
