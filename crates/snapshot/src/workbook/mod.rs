//! `snapshot workbook`: the source tables as one workbook for spreadsheet programs, a sheet a table.
//!
//! `import` reads it back. `source::columns` tells the content of a cell; here is how it looks.

pub mod cell;
pub mod folder;
mod pages;
pub mod write;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use joint_procurement_core::domain::Date;
use joint_procurement_core::files::open::CATALOG;
use serde_json::Value;

use self::cell::Cell;
use self::folder::Rows;
use super::folders::Folder;
use super::problem::{Problem, Report};
use super::publish;
use super::source::columns::{self, Shape, TABLES, Table};

/// The column of a sheet of settings with the technical names, and that with the values.
pub const KEY: &str = "key";
pub const VALUE: &str = "value";
/// The heads of the sheet of settings: words, technical names.
pub const SETTINGS_HEADS: [(&str, &str); 4] =
    [("項目", "label"), ("値", VALUE), ("技術名", KEY), ("説明", "note")];
/// The sheets that are no tables.
pub const WELCOME_SHEET: &str = "はじめに";
pub const DEFINITIONS_SHEET: &str = "定義";
pub const VOCABULARY_SHEET: &str = "語彙";
/// The rows above the first row of a table.
pub const HEAD_ROWS: u32 = 2;
/// More than these no cell can hold, in units of UTF-16.
const LONGEST_CELL: usize = 32_767;
const MOST_ROWS: usize = 1_048_576 - HEAD_ROWS as usize;

/// もとの表を、Excel などで直せる一つのワークブックにする。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// もとの表（snapshot.toml、cases.jsonl など）のあるフォルダー
    #[arg(long, value_name = "DIR")]
    pub source: PathBuf,
    /// 書き出すワークブック（.xlsx）
    #[arg(long, value_name = "FILE.xlsx")]
    pub out: PathBuf,
    /// 同じ名前のファイルがあれば、書き換える
    #[arg(long)]
    pub overwrite: bool,
}

/// The tables with their rows, as they stand on sheets.
pub struct Sheets {
    pub sheets: Vec<(Table, Vec<Vec<Cell>>)>,
    /// The ids of cases that are not to be published.
    pub withheld: HashSet<String>,
    pub published_at: Option<Date>,
}

/// Writes the workbook; the report holds the problems if there are any.
pub fn run(args: &Args, report: &mut Report) {
    if !Folder::Source.required(&args.source, report) {
        return;
    }
    check_out(args, report);
    let Some(sheets) = read(&args.source, report) else { return };
    check_secrecy(&args.out, &sheets, report);
    if !report.is_clean() {
        return;
    }
    match write::bytes(&sheets) {
        Err(error) => report.add(
            Problem::new(
                args.out.display().to_string(),
                format!("ワークブックにできませんでした（{error}）。"),
            )
            .advice("何も書いていません。"),
        ),
        Ok(bytes) => {
            let name = args.out.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = args.out.parent().unwrap_or(Path::new(""));
            match publish::replace_all(folder, &[super::encode::NewFile { path: name, bytes }]) {
                Err(error) => report.add(error.problem()),
                Ok(_) => print_summary(&args.out, &sheets, report),
            }
        }
    }
}

/// Reads the tables of a folder as they are, right or wrong. `None` after reporting what cannot be put into cells.
pub fn read(folder: &Path, report: &mut Report) -> Option<Sheets> {
    let before = report.count();
    let mut sheets = Vec::new();
    for table in TABLES {
        let rows = match table.shape {
            Shape::Rows { .. } => match folder::rows(folder, &table, report) {
                Rows::Absent if table.file == columns::ANSWERS.file => continue,
                rows => rows.cells(&table),
            },
            Shape::Cases | Shape::PartOfCase(_) => Vec::new(),
            Shape::Settings => folder::settings(folder, report),
        };
        sheets.push((table, rows));
    }
    let mut withheld = HashSet::new();
    for case in folder::cases(folder, report) {
        let values = case.values();
        for (table, rows) in &mut sheets {
            match table.shape {
                Shape::Cases => rows.push(values.cells(table)),
                Shape::PartOfCase(key) => rows.extend(values.parts(table, key)),
                Shape::Rows { .. } | Shape::Settings => {}
            }
        }
        if values.object.get("withheld") == Some(&Value::Bool(true)) {
            withheld.insert(case.id);
        }
    }
    sheets.iter().for_each(|(table, rows)| check_limits(table, rows, report));
    if report.count() > before {
        return None;
    }
    let published_at = published_at(&sheets);
    Some(Sheets { sheets, withheld, published_at })
}

fn published_at(sheets: &[(Table, Vec<Vec<Cell>>)]) -> Option<Date> {
    let (_, rows) = sheets.iter().find(|(table, _)| table.shape == Shape::Settings)?;
    let row = rows.iter().find(|row| row.get(2).is_some_and(|key| key.text() == "published_at"))?;
    row.get(1)?.text().parse().ok()
}

fn check_limits(table: &Table, rows: &[Vec<Cell>], report: &mut Report) {
    if rows.len() > MOST_ROWS {
        report.add(
            Problem::new(table.file, format!("シート「{}」に入りきらない行の数です。", table.sheet))
                .value(format!("{}行", rows.len()))
                .allowed(format!("{MOST_ROWS}行まで")),
        );
    }
    for row in rows {
        for (cell, column) in row.iter().zip(table.columns) {
            if cell.text().encode_utf16().count() > LONGEST_CELL {
                let mut problem =
                    Problem::new(table.file, "Excel の一つのセルに入りきらない長さの文章です。")
                        .column(column.name)
                        .allowed(format!("{LONGEST_CELL}文字まで"))
                        .advice("文章を短くしてください。");
                problem.subject = row.first().map(|id| id.text().into_owned());
                report.add(problem);
            }
        }
    }
}

fn check_out(args: &Args, report: &mut Report) {
    let out = &args.out;
    let problem = |what: &str| Problem::new(out.display().to_string(), what);
    let is_workbook = out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    if out.is_dir() {
        report.add(
            problem("ファイルではなくフォルダーです。")
                .advice("--out に、書き出すワークブックのファイル名（例 tables.xlsx）まで書いてください。"),
        );
    } else if !is_workbook {
        report.add(
            problem("ワークブックの名前が .xlsx で終わっていません。").allowed("tables.xlsx のような名前"),
        );
    } else if folder.is_some_and(|folder| !folder.is_dir()) {
        report.add(
            problem("書き出す先のフォルダーがありません。")
                .advice("フォルダーを作るか、--out を書き直してください。"),
        );
    } else if out.exists() && !args.overwrite {
        report.add(
            problem("同じ名前のファイルが既にあります。直したワークブックかもしれないため、書き換えません。")
                .advice("別の名前にするか、書き換えてよければ --overwrite を付けてください。"),
        );
    } else if is_below(out, &args.source) {
        report.add(
            problem("もとの表のフォルダーの中には書き出せません。ここには、表でないファイルを置けません。")
                .advice("--out に、ほかのフォルダーを指定してください。"),
        );
    }
}

/// Refuses to put cases that are not to be published into a folder that is.
fn check_secrecy(out: &Path, sheets: &Sheets, report: &mut Report) {
    let folder =
        out.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let folder = folder.and_then(|folder| folder.canonicalize().ok());
    let is_published =
        folder.is_some_and(|folder| folder.ancestors().any(|above| above.join(CATALOG).is_file()));
    if is_published && !sheets.withheld.is_empty() {
        report.add(
            Problem::new(
                out.display().to_string(),
                "非掲載希望（withheld）の事例があるため、公開データのフォルダーの中には書き出せません。",
            )
            .value(format!("{}件", sheets.withheld.len()))
            .advice("--out に、公開しないフォルダーを指定してください。"),
        );
    }
}

fn is_below(file: &Path, folder: &Path) -> bool {
    let above = file.parent().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
    match (above.and_then(|above| above.canonicalize().ok()), folder.canonicalize()) {
        (Some(above), Ok(folder)) => above.starts_with(folder),
        _ => false,
    }
}

fn print_summary(out: &Path, sheets: &Sheets, report: &mut Report) {
    let lines: String =
        sheets.sheets.iter().map(|(table, rows)| format!("  {}： {}行\n", table.sheet, rows.len())).collect();
    super::output::print(format_args!("ワークブック {}\n{lines}", out.display()), report);
    if !sheets.withheld.is_empty() {
        report.note(format!(
            "非掲載希望の事例が{}件入っています（色の付いた行）。ワークブックを公開したり、人に渡したりしないでください。",
            sheets.withheld.len()
        ));
    }
}
