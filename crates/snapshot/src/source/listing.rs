//! The source files as the catalog lists them, so that a page can offer them with size and checksum.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use joint_procurement_core::domain::FileEntry;

use super::{
    answers, cases, counties, errata, funding, maps, municipalities, prefectures, settings, synonyms, terms,
    wards,
};
use crate::digest::file_entry;
use crate::problem::{Problem, Report, io_reason};

/// The folder of the source files below the data folder, where they are published.
pub const FOLDER: &str = "source";
/// The file that tells what the tables mean; the program does without.
pub const README: &str = "README.md";

/// The files that a source folder may be without. Nothing is read from the first, only a survey has the second, and
/// without the others less is found or shown.
pub const OPTIONAL: [&str; 7] = [
    README,
    answers::FILE,
    counties::FILE,
    wards::FILE,
    synonyms::FILE,
    funding::FILE,
    funding::SOURCES_FILE,
];

/// Gives every file that a source folder may have, in the order in which they are listed.
pub fn names() -> Vec<String> {
    let files = [README, settings::FILE, cases::FILE, answers::FILE, errata::FILE, municipalities::FILE];
    let places = [counties::FILE, wards::FILE, prefectures::FILE, prefectures::REGIONS_FILE];
    files
        .into_iter()
        .chain(places)
        .chain(terms::FILES)
        .chain([funding::FILE, funding::SOURCES_FILE, synonyms::FILE])
        .map(str::to_owned)
        .chain(maps::files())
        .collect()
}

/// Gives the entries of the source files. There are none where they lie outside the data folder, since only
/// what is in it is published. `None` after reporting why they cannot be.
pub fn entries(folder: &Path, out: &Path, withheld: &[usize], report: &mut Report) -> Option<Vec<FileEntry>> {
    let is_published = match (folder.canonicalize(), out.join(FOLDER).canonicalize()) {
        (Ok(folder), Ok(published)) => folder == published,
        _ => false,
    };
    if is_published && !withheld.is_empty() {
        let rows: Vec<String> = withheld.iter().map(|row| format!("{row}行目")).collect();
        report.add(
            Problem::new(cases::FILE, "非掲載希望（withheld）の事例が、公開されるこの表に書かれています。")
                .column("withheld")
                .value(rows.join("、"))
                .advice("行を削除するか、もとの表を公開データのフォルダーの外に移して --source に指定してください。"),
        );
        return None;
    }
    let mut entries = Vec::new();
    for name in names().into_iter().filter(|_| is_published) {
        match std::fs::read(folder.join(&name)) {
            Ok(bytes) => entries.push(file_entry(format!("{FOLDER}/{name}"), &bytes)),
            Err(error) if OPTIONAL.contains(&name.as_str()) && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                report.add(Problem::new(name, format!("読めません。{}。", io_reason(&error))));
                return None;
            }
        }
    }
    Some(entries)
}

/// Lists what lies in the folder and is no file of a source folder. Folders end with a slash.
pub fn strays(folder: &Path) -> Vec<String> {
    let known = names();
    let folders: BTreeSet<&str> =
        known.iter().filter_map(|name| name.rsplit_once('/')).map(|(folder, _)| folder).collect();
    let mut strays = Vec::new();
    for below in std::iter::once("").chain(folders.iter().copied()) {
        let entries = std::fs::read_dir(folder.join(below)).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() { name } else { format!("{below}/{name}") };
            let is_folder = entry.path().is_dir();
            // `snapshot site` puts compressed copies beside published tables.
            let original = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(&path);
            let is_known =
                known.iter().any(|it| it == original) || is_folder && folders.contains(path.as_str());
            if !is_known {
                strays.push(if is_folder { format!("{path}/") } else { path });
            }
        }
    }
    strays.sort();
    strays
}

const BACKUPS: [&str; 6] = [".bak", "~", ".tmp", ".old", ".orig", ".swp"];
const WORKBOOKS: [&str; 4] = [".xlsx", ".xls", ".xlsm", ".ods"];

/// Gives the last part of a path, in small letters.
fn file_name(path: &str) -> String {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_lowercase()
}

fn ends(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

fn is_of_system(name: &str) -> bool {
    [".ds_store", "thumbs.db", "desktop.ini"].contains(&name) || name.starts_with("._")
}

/// Tells if spreadsheets, editors or systems leave files of such a name beside others.
pub fn is_left_behind(path: &str) -> bool {
    let name = file_name(path);
    name.starts_with('.')
        || name.starts_with("~$")
        || is_of_system(&name)
        || ends(&name, &BACKUPS)
        || ends(&name, &WORKBOOKS)
}

/// Says where a stray file comes from, and what to do.
pub fn advice_on_stray(path: &str) -> &'static str {
    let name = file_name(path);
    if path.ends_with('/') {
        "もとの表のフォルダーの外に移してください。"
    } else if name.starts_with(".~lock.") || name.starts_with("~$") {
        "表計算ソフトで表を開いている間にできるファイルです。表を閉じ、それでも残っていれば削除してください。"
    } else if is_of_system(&name) {
        "パソコンが自動で作るファイルです。削除してください。"
    } else if ends(&name, &BACKUPS) {
        "控えや途中のファイルのようです。もとの表のフォルダーの外に移すか、削除してください。"
    } else if ends(&name, &WORKBOOKS) {
        "表計算ソフトのファイルは読まれません。もとの表のフォルダーの外に移してください。"
    } else {
        "もとの表ではありません。名前を確かめ、フォルダーの外に移すか、削除してください。"
    }
}

/// Notes what is not read, since it may have been meant to be.
pub fn note_strays(folder: &Path, report: &mut Report) {
    const SHOWN: usize = 20;
    let strays = strays(folder);
    for path in strays.iter().take(SHOWN) {
        report.note(format!(
            "もとの表のフォルダーに、読まないファイルがあります： {path}。{}",
            advice_on_stray(path)
        ));
    }
    if strays.len() > SHOWN {
        let more = strays.len() - SHOWN;
        report.note(format!("もとの表のフォルダーに、読まないファイルがほかに{more}個あります。"));
    }
}
