//! `snapshot import`: a corrected workbook back into the source tables, all of it or nothing.
//!
//! The tables are made new beside the old ones, checked as `build` checks them, and only then put in their place.

mod book;
mod cases;
mod origins;
mod reading;
mod settings;
mod sheet;
mod table;
mod value;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use self::book::{Book, Found, Raw};
use self::cases::CaseSheets;
use self::origins::{Frame, OfTable, Origins};
use self::sheet::{FoundSheet, Head, read_sheet};
use self::table::Changes;
use super::encode::NewFile;
use super::problem::{Place, Problem, Report, Translation, io_reason};
use super::publish;
use super::source::columns::{CASES, ERRATA, Kind, SETTINGS, Shape, TABLES, Table};
use super::source::{self, listing, read_text};
use super::workbook::folder::{self, CaseRow, Rows};
use super::workbook::{self, KEY, VALUE};

/// 直したワークブックを、もとの表に取り込む。すべて正しいときだけ書き換える。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// snapshot workbook で書き出し、直したワークブック（.xlsx）
    #[arg(value_name = "FILE.xlsx")]
    pub file: PathBuf,
    /// もとの表（snapshot.toml、cases.jsonl など）のあるフォルダー
    #[arg(long, value_name = "DIR")]
    pub source: PathBuf,
    /// ワークブックで削除した行を、もとの表からも削除する
    #[arg(long)]
    pub allow_removal: bool,
}

/// Imports the workbook; the report holds the problems if there are any.
pub fn run(args: &Args, report: &mut Report) {
    if !args.source.is_dir() {
        report.add(
            Problem::new(args.source.display().to_string(), "もとの表のフォルダーがありません。")
                .advice("--source に、snapshot.toml と cases.jsonl のあるフォルダーを指定してください。"),
        );
        return;
    }
    let Some(mut book) = Book::open(&args.file, report) else { return };
    let before = report.count();
    let old = OldTables::read(&args.source, report);
    let found = FoundTables::read(&mut book, &old, report);
    let (Some(found), true) = (found, report.count() == before) else { return };
    let Some(new) = make(&book.name, &args.source, &old, &found, report) else { return };
    new.check_removal(&book.name, args.allow_removal, report);
    let NewTables { files, origins, changes } = new;
    report.translate(Some(Translation(Box::new(move |problem| origins.place(problem)))));
    check(&args.source, &files, report);
    report.translate(None);
    if !report.is_clean() {
        return;
    }
    match publish::replace_all(&args.source, &files) {
        Err(error) => report.add(error.problem()),
        Ok(_) => print_summary(&book.name, &changes, report),
    }
}

/// The tables as they are.
struct OldTables {
    cases: Vec<CaseRow>,
    tables: HashMap<&'static str, Rows>,
}

impl OldTables {
    fn read(source: &Path, report: &mut Report) -> Self {
        let is_rows = |table: &&Table| matches!(table.shape, Shape::Rows { .. });
        let tables = TABLES.iter().filter(is_rows);
        Self {
            cases: folder::cases(source, report),
            tables: tables.map(|table| (table.file, folder::rows(source, table, report))).collect(),
        }
    }
}

/// The sheets of the workbook.
struct FoundTables {
    tables: Vec<(Table, FoundSheet)>,
    settings: FoundSheet,
}

impl FoundTables {
    /// Reads every sheet; `None` where one is missing or has not the columns of its table.
    fn read(book: &mut Book, old: &OldTables, report: &mut Report) -> Option<Self> {
        let names = book.sheets();
        let mut tables = Vec::new();
        let mut settings = None;
        let mut is_whole = true;
        for table in TABLES {
            if !names.iter().any(|name| name == table.sheet) {
                let is_absent = matches!(old.tables.get(table.file), Some(Rows::Absent));
                if !is_absent {
                    report.add(missing_sheet(&book.name, &table, &names));
                    is_whole = false;
                }
                continue;
            }
            let found = if table.shape == Shape::Settings {
                let heads = workbook::SETTINGS_HEADS.map(|(ja, name)| Head { name, ja });
                let key_at = heads.iter().position(|head| head.name == KEY).unwrap_or_default();
                let kind = |column: usize, cells: &[Option<Found>]| match cells.get(key_at) {
                    Some(Some(Found { raw: Raw::Text(key), .. }))
                        if heads.get(column).is_some_and(|head| head.name == VALUE) =>
                    {
                        settings::column(key).map_or(Kind::Text, |(kind, _)| kind)
                    }
                    _ => Kind::Text,
                };
                settings = read_sheet(book, table.sheet, &heads, kind, report);
                is_whole &= settings.is_some();
                continue;
            } else {
                let heads: Vec<Head> =
                    table.columns.iter().map(|column| Head { name: column.name, ja: column.ja }).collect();
                let kind = |column: usize, _: &[Option<Found>]| {
                    table.columns.get(column).map_or(Kind::Text, |column| column.kind)
                };
                read_sheet(book, table.sheet, &heads, kind, report)
            };
            is_whole &= found.is_some();
            tables.extend(found.map(|found| (table, found)));
        }
        let own = [workbook::WELCOME_SHEET, workbook::DEFINITIONS_SHEET, workbook::VOCABULARY_SHEET];
        let known = |name: &String| own.contains(&name.as_str()) || TABLES.iter().any(|it| it.sheet == name);
        let others: Vec<String> =
            names.iter().filter(|name| !known(name)).map(|name| format!("「{name}」")).collect();
        if is_whole && !others.is_empty() {
            report.note(format!("次のシートは表ではないので、読みませんでした：{}", others.concat()));
        }
        let settings = settings.filter(|_| is_whole)?;
        Some(Self { tables, settings })
    }

    fn of(&self, table: &Table) -> Option<&FoundSheet> {
        self.tables.iter().find(|(found, _)| found.sheet == table.sheet).map(|(_, found)| found)
    }
}

fn missing_sheet(book: &str, table: &Table, names: &[String]) -> Problem {
    let is_free = |name: &&String| !TABLES.iter().any(|table| table.sheet == **name);
    let near = names
        .iter()
        .filter(is_free)
        .map(|name| (strsim::normalized_levenshtein(name, table.sheet), name))
        .filter(|(likeness, name)| *likeness >= 0.5 || name.contains(table.sheet))
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    Problem::new(book, format!("シート「{}」がありません。", table.sheet))
        .suggestion(near.map(|(_, name)| name.clone()))
        .allowed(table.sheet)
        .advice("シートの名前をもとに戻してください。削除したシートは、もう一度書き出したワークブックから戻せます。")
}

/// The tables made new.
struct NewTables {
    files: Vec<NewFile>,
    origins: Origins,
    changes: Vec<(&'static str, Changes)>,
}

fn make(
    book: &str,
    source: &Path,
    old: &OldTables,
    found: &FoundTables,
    report: &mut Report,
) -> Option<NewTables> {
    let mut new = NewTables { files: Vec::new(), origins: Origins::default(), changes: Vec::new() };
    new.origins.book = book.to_owned();
    let case_sheets = CaseSheets {
        cases: found.of(&CASES)?.clone(),
        parts: found
            .tables
            .iter()
            .filter(|(table, _)| matches!(table.shape, Shape::PartOfCase(_)))
            .cloned()
            .collect(),
    };
    let rebuilt = cases::rebuild(&case_sheets, &old.cases, book, report);
    new.take(CASES.file, CASES.sheet, rebuilt.bytes, rebuilt.changes);
    new.origins.cases = rebuilt.origins;
    for (table, sheet) in &found.tables {
        let Shape::Rows { .. } = table.shape else {
            new.origins.case_sheets.insert(origins::case_key(table), Frame::of(*table, sheet));
            continue;
        };
        let Some(rows) = old.tables.get(table.file) else { continue };
        let rebuilt = table::rebuild(table, rows, sheet);
        let frame = Frame::of(*table, sheet);
        new.origins.tables.insert(table.file, OfTable { lines: rebuilt.lines, frame });
        new.take(table.file, table.sheet, rebuilt.bytes, rebuilt.changes);
    }
    make_settings(&mut new, book, source, &found.settings, report);
    Some(new)
}

fn make_settings(new: &mut NewTables, book: &str, source: &Path, found: &FoundSheet, report: &mut Report) {
    let shown = folder::settings(source, report);
    let mut old = HashMap::new();
    for row in &shown {
        if let [_, value, key, _] = row.as_slice() {
            old.insert(key.text().into_owned(), value.text().into_owned());
        }
    }
    let mut values = BTreeMap::new();
    for row in &found.rows {
        let cell = |column: usize| row.cells.get(column).map(AsRef::as_ref).unwrap_or_default().to_owned();
        let (value, key) = (cell(1), cell(2));
        new.origins.settings.insert(key.clone(), row.row);
        if settings::column(&key).is_none() {
            report.add(
                Problem::new(book, "設定の技術名ではありません。")
                    .at(found.cell(row.row, 2))
                    .value(&key)
                    .advice("技術名の列は変えないでください。いらない行なら、行ごと削除してください。"),
            );
        } else if old.get(&key).map(String::as_str).unwrap_or_default() != value {
            values.insert(key, value);
        }
    }
    new.origins.settings_frame = Some(Frame::of(settings_table(), found));
    let Some(text) = read_text(source, SETTINGS.file, &mut Report::default()) else { return };
    let bytes = settings::rewrite(&text, &values).filter(|new| *new != text).map(String::into_bytes);
    let changes = Changes { changed: values.len(), ..Changes::default() };
    new.take(SETTINGS.file, SETTINGS.sheet, bytes, changes);
}

/// Gives the table of settings with the columns that its sheet has.
fn settings_table() -> Table {
    Table { names: &["label", VALUE, KEY, "note"], ..SETTINGS }
}

impl NewTables {
    fn take(&mut self, file: &str, sheet: &'static str, bytes: Option<Vec<u8>>, changes: Changes) {
        self.files.extend(bytes.map(|bytes| NewFile { path: file.to_owned(), bytes }));
        if !changes.is_empty() {
            self.changes.push((sheet, changes));
        }
    }

    /// Reports rows that are gone: they may have been deleted by mistake.
    fn check_removal(&self, book: &str, is_allowed: bool, report: &mut Report) {
        const TOLD: usize = 20;
        if is_allowed {
            return;
        }
        let removed_by_errata = self.removed_by_errata();
        for (sheet, changes) in &self.changes {
            let is_told = |name: &&String| *sheet == CASES.sheet && removed_by_errata.contains(*name);
            let removed: Vec<&str> =
                changes.removed.iter().filter(|name| !is_told(name)).map(String::as_str).collect();
            if removed.is_empty() {
                continue;
            }
            let more = if removed.len() > TOLD {
                format!(" ほか{}行", removed.len() - TOLD)
            } else {
                String::new()
            };
            let names: Vec<&str> = removed.iter().take(TOLD).copied().collect();
            report.add(
                Problem::new(book, format!("もとの表にある行が{}行ありません。", removed.len()))
                    .at(Place::sheet(*sheet))
                    .value(format!("{}{more}", names.join("、")))
                    .advice("削除してよければ、--allow-removal を付けて、もう一度実行してください。そうでなければ、行を戻してください。"),
            );
        }
    }

    /// Gives the cases of which the new corrections say that they were taken out.
    fn removed_by_errata(&self) -> Vec<String> {
        let Some(file) = self.files.iter().find(|file| file.path == ERRATA.file) else { return Vec::new() };
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file.bytes.as_slice());
        let at = |name: &str| ERRATA.place(name).unwrap_or_default();
        let removal = reader.records().flatten().filter(|row| row.get(at("field")) == Some("removal"));
        removal.filter_map(|row| row.get(at("case")).map(str::to_owned)).collect()
    }
}

/// Reads the new tables as `build` does, in a folder of their own.
fn check(source: &Path, files: &[NewFile], report: &mut Report) {
    let staged = match tempfile::tempdir() {
        Ok(staged) => staged,
        Err(error) => {
            report.add(Problem::new("（一時フォルダー）", format!("作れません。{}。", io_reason(&error))));
            return;
        }
    };
    for name in listing::names() {
        let (from, to) = (source.join(&name), staged.path().join(&name));
        let written = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
            match files.iter().find(|file| file.path == name) {
                Some(file) => fs::write(&to, &file.bytes),
                None if from.is_file() => fs::copy(&from, &to).map(drop),
                None => Ok(()),
            }
        });
        if let Err(error) = written {
            report.add(Problem::new(name, format!("写せません。{}。", io_reason(&error))));
            return;
        }
    }
    source::read(staged.path(), None, report);
}

fn print_summary(book: &str, changes: &[(&'static str, Changes)], report: &mut Report) {
    let line = |(sheet, changes): &(&str, Changes)| {
        let counts = [
            ("行を加えました", changes.added),
            ("行を直しました", changes.changed),
            ("行を削除しました", changes.removed.len()),
        ];
        let mut told: Vec<String> = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(what, count)| format!("{count}{what}"))
            .collect();
        if changes.moved {
            told.push("行の順が変わりました".to_owned());
        }
        format!("  {sheet}： {}\n", told.join("、"))
    };
    let lines: String = changes.iter().map(line).collect();
    let done = if changes.is_empty() {
        "  変更はありません。何も書き換えていません。\n".to_owned()
    } else {
        format!("{lines}  次に snapshot build で、データ版を作ってください。\n")
    };
    super::output::print(format_args!("ワークブック {book} を取り込みました。\n{done}"), report);
}
