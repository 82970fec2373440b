//! The source files as the catalog lists them, so that a page can offer them with size and checksum.

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
