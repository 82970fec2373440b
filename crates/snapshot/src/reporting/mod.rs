//! The report of a run as a file: a page to read and print, or a table.

mod html;
mod table;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::problem::{Problem, Report, io_reason};

/// The places of one group that a page lists; a table lists all that are kept.
const LISTED: usize = 50;
/// The letters of a text that a report shows.
const LONGEST: usize = 2_000;

// The option that asks for a report. No doc comment: clap would take it for the help of the command.
#[derive(clap::Args, Debug, Default)]
pub struct ReportArgs {
    /// 見つかった問題を書き出すファイル。名前が .html ならブラウザーで読んで印刷できるページ、.csv なら Excel で開ける表。問題がなくても書く
    #[arg(long = "report", value_name = "FILE", value_parser = report_file)]
    pub file: Option<ReportFile>,
}

/// A file for a report, which may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    path: PathBuf,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Page,
    Table,
}

impl Form {
    /// Gives the bytes that every report of this form begins with, and no source table.
    fn beginning(self) -> String {
        match self {
            Self::Page => html::BEGINNING.to_owned(),
            Self::Table => format!("\u{feff}{}", table::HEADER.join(",")),
        }
    }
}

/// Reads `--report`. Only a report is written over: a slip of the hand must not cost a table.
fn report_file(text: &str) -> Result<ReportFile, String> {
    let path = PathBuf::from(text);
    let extension = path.extension().map(|extension| extension.to_ascii_lowercase());
    let form = match extension.as_ref().and_then(|extension| extension.to_str()) {
        Some("html") => Form::Page,
        Some("csv") => Form::Table,
        _ => return Err("名前の終わりは .html か .csv にします".to_owned()),
    };
    if path.is_dir() {
        return Err("ファイルではなくフォルダーです".to_owned());
    }
    if folder_of(&path).is_some_and(|folder| !folder.is_dir()) {
        return Err("書き出す先のフォルダーがありません".to_owned());
    }
    match is_report(&path, form) {
        Ok(true) => Ok(ReportFile { path, form }),
        Ok(false) => Err("同じ名前の、報告ではないファイルがあります。別の名前にしてください".to_owned()),
        Err(error) => Err(io_reason(&error)),
    }
}

/// Tells if there is no such file, an empty one, or an earlier report.
fn is_report(path: &Path, form: Form) -> std::io::Result<bool> {
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    let expected = form.beginning();
    let mut found = Vec::new();
    file.take(expected.len() as u64).read_to_end(&mut found)?;
    Ok(found.is_empty() || found == expected.as_bytes())
}

/// Gives the folder of a path; none for the current one.
fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

/// Writes everything that was found, as a whole or not at all. A failure is a problem itself.
pub fn write(file: &ReportFile, command: &str, report: &mut Report) {
    let bytes = match file.form {
        Form::Page => html::page(command, report).into_bytes(),
        Form::Table => table::table(report),
    };
    match replace(&file.path, &bytes) {
        Ok(()) => report.note(format!("報告を書きました：{}", file.path.display())),
        Err(error) => report.add(
            Problem::new(
                file.path.display().to_string(),
                format!("報告を書けません。{}。", io_reason(&error)),
            )
            .advice("ほかのプログラムで開いていれば閉じて、もう一度実行してください。"),
        ),
    }
}

fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut builder = tempfile::Builder::new();
    // For everybody (less the umask), as any file that a program writes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder_of(path).unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}
