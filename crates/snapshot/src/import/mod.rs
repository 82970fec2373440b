//! `snapshot import`: a corrected workbook back into the source tables, all of it or nothing.
//!
//! The tables are made new beside the old ones and checked as `build` checks them. Only then are they put in place.

mod book;
mod cases;
mod causes;
mod compared;
mod doubtful;
mod make;
mod mapped;
mod mapping;
mod origins;
mod reading;
mod removal;
mod settings;
mod sheet;
mod table;
mod tables;
mod value;
mod words;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use self::book::Book;
use self::cases::Task;
use self::causes::Causes;
use self::make::{NewTables, make};
use self::table::Changes;
use self::tables::{FoundTables, OldTables};
use super::build;
use super::day::Day;
use super::encode::NewFile;
use super::folders::Folder;
use super::problem::{Position, Problem, Report, Translation};
use super::publish;
use super::source::columns::{CASES, SETTINGS};
use super::source::{self, Given, SourceTables, Staged};

/// 直したワークブックを、もとの表に取り込む。すべて正しいときだけ書き換える。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// snapshot workbook で書き出し、直したワークブック（.xlsx）。--mapping か --guess があれば、ほかの表（.xlsx、.csv、.tsv）
    #[arg(id = "table", value_name = "FILE")]
    pub file: PathBuf,
    /// どの列が何かを書いた対応表
    #[arg(long, value_name = "FILE.toml", conflicts_with = "guess")]
    pub mapping: Option<PathBuf>,
    /// 見出しから対応表の下書きを作り、FILE と同じフォルダーに書く。取り込みはしない
    #[arg(long)]
    pub guess: bool,
    /// 取り込んだあと、この公開データのフォルダーにデータ版も作る
    #[arg(long, value_name = "DIR", conflicts_with = "guess")]
    pub out: Option<PathBuf>,
    /// もとの表（snapshot.toml、cases.jsonl など）のあるフォルダー
    #[arg(long, value_name = "DIR")]
    pub source: PathBuf,
    /// ワークブックで削除した行を、もとの表からも削除する
    #[arg(long)]
    pub allow_removal: bool,
    #[command(flatten)]
    pub report: super::reporting::ReportArgs,
}

/// Imports the workbook; the report holds the problems if there are any.
pub fn run(args: &Args, report: &mut Report) {
    if !Folder::Source.required(&args.source, report) {
        return;
    }
    if args.out.as_ref().is_some_and(|out| !build::may_hold_data(out, report)) {
        return;
    }
    if args.guess {
        return mapped::write_guess(&args.file, report);
    }
    match &args.mapping {
        Some(mapping) => mapped::run(args, mapping, report),
        None => run_workbook(args, report),
    }
    if let (Some(out), true) = (&args.out, report.is_clean()) {
        build::build(&args.source, out, None, report);
    }
}

fn run_workbook(args: &Args, report: &mut Report) {
    report.withhold(crate::source::withheld_ids(&args.source));
    let Some(mut book) = Book::open(&args.file, report) else { return };
    let before = report.count();
    let old = OldTables::read(&args.source, report);
    if report.count() > before {
        return;
    }
    let Some(found) = FoundTables::read(&mut book, &old, report) else { return };
    // The texts of the workbook, and the cases as they were, can take much room.
    let name = book.into_name();
    let task = Task { book: &name, may_remove: args.allow_removal };
    let mut new = make(task, &args.source, &old, found, report);
    drop(old);
    doubtful::check_columns(&mut new, &name, report);
    report.focus(new.focus());
    let causes = Rc::new(Causes::of(&new, args.allow_removal));
    let placing = Rc::new(std::mem::take(&mut new.origins));
    let (noting, placed) = (Rc::clone(&placing), Rc::clone(&causes));
    let translation = Translation {
        problem: Box::new(move |problem| placed.place(problem, &placing)),
        note: Box::new(move |note| Some(noting.note(&note))),
    };
    let before = report.found();
    check_first(args, &new, translation, report);
    causes.report(report);
    let uses = new.changes.iter().map(|(sheet, _)| (*sheet, causes.uses_of_gone(sheet))).collect();
    new.uses_of_gone = uses;
    doubtful::note(&new, report);
    tell_removed(args, &name, &new, report);
    refuse_untold(&name, before, report);
    replace(args, &name, new, report);
}

/// Checks the new tables.
fn check_first(args: &Args, new: &NewTables, translation: Translation, report: &mut Report) {
    report.translate(Some(translation));
    // Rows of the parts that are told are left out: no remark is on the rest.
    for (line, part) in &new.lossy {
        report.doubt(&Position::new(CASES.file, *line), part);
    }
    let tables = check(&args.source, &new.files, report);
    if let (Some(tables), Some(out)) = (tables, &args.out) {
        build::refuse_another(out, &tables.settings, report);
    }
    report.translate(None);
}

/// Refuses tables of which something was found, but nothing is told: problems are left out that follow from told ones.
fn refuse_untold(name: &str, before: usize, report: &mut Report) {
    if report.is_clean() && report.found() > before {
        report.add(
            Problem::new(name, "取り込めない値があります。")
                .advice("もう一度書き出したワークブックに、直したところを入れ直してください。"),
        );
    }
}

fn tell_removed(args: &Args, name: &str, new: &NewTables, report: &mut Report) {
    if args.allow_removal {
        removal::note_cases(new, report);
    } else {
        removal::check(new, name, report);
    }
}

/// Puts the new files in place of the old ones, if nothing has been found wrong.
fn replace(args: &Args, name: &str, new: NewTables, report: &mut Report) {
    if !report.is_clean() {
        return;
    }
    match publish::replace_all(&args.source, &new.files) {
        Err(error) => report.add(error.problem()),
        Ok(_) => print_summary(name, &new.changes, args.out.is_some(), report),
    }
}

/// Reads the new tables as `build` does, in a folder of their own.
fn check(source: &Path, files: &[NewFile], report: &mut Report) -> Option<SourceTables> {
    let own: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let staged = Staged::of(source, &own).and_then(|staged| {
        files.iter().try_for_each(|file| staged.write(&file.path, &file.bytes)).map(|()| staged)
    });
    let staged = staged.map_err(|problem| report.add(*problem)).ok()?;
    // A day that was right stays so on a machine whose clock is slow.
    let today = own.contains(&SETTINGS.file).then(Day::today);
    source::read(staged.path(), Given { id: None, today }, report)
}

fn print_summary(book: &str, changes: &[(&'static str, Changes)], is_built: bool, report: &mut Report) {
    let line = |(sheet, changes): &(&str, Changes)| {
        let counts = [
            ("行を加えました", changes.added),
            ("行を直しました", changes.changed),
            ("行を削除しました", changes.removed.len() + changes.removed_along),
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
    } else if is_built {
        lines
    } else {
        format!("{lines}  次に snapshot build で、データ版を作ってください。\n")
    };
    super::output::print(format_args!("{book} を取り込みました。\n{done}"), report);
}

#[cfg(test)]
mod tests;
