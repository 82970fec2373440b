//! The folders that commands ask for, and which one was meant where another was named.

use std::path::{Path, PathBuf};

use joint_procurement_core::files::open::CATALOG;

use super::problem::{Problem, Report};

/// A folder with a task of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The built site, with its data inside.
    Site,
    /// The published data.
    Data,
    /// The source tables.
    Source,
}

/// The folders from which the others are looked for, as a repository, a release or a site has them.
const PARTS: [&str; 8] =
    ["", "dist", "data", "source", "public/data", "dist/data", "data/source", "dist/data/source"];

impl Folder {
    /// Tells if a folder is of this kind, by the files that only this kind has.
    pub fn is(self, folder: &Path) -> bool {
        let has = |file: &str| folder.join(file).is_file();
        match self {
            // Every folder of a page has an index.html, too.
            Self::Site => has("index.html") && Self::Data.is(&folder.join("data")),
            // A site may hold a catalog by mistake.
            Self::Data => has(CATALOG) && !has(&format!("data/{CATALOG}")),
            // One of them may be missing, which is told by name.
            Self::Source => has("snapshot.toml") || has("cases.jsonl"),
        }
    }

    /// Finds the folder of this kind inside the one that was named or around it.
    pub fn near(self, named: &Path) -> Option<PathBuf> {
        // The page of a case lies two folders below the site.
        let around = named.ancestors().take(4).filter(|folder| !folder.as_os_str().is_empty());
        let mut found = around.flat_map(|folder| PARTS.map(|part| clean(folder, part)));
        found.find(|folder| self.is(folder))
    }

    /// Reports a folder that is not of this kind, and advises which one to name.
    pub fn required(self, named: &Path, report: &mut Report) -> bool {
        let is = self.is(named);
        if !is {
            let what = match named.is_dir() {
                true => format!("{}のフォルダーではありません。", self.name()),
                false => format!("{}のフォルダーがありません。", self.name()),
            };
            report.add(Problem::new(named.display().to_string(), what).advice(self.advice(named)));
        }
        is
    }

    /// Advises which folder to name in place of another one.
    pub fn advice(self, named: &Path) -> String {
        self.near(named).map_or_else(
            || format!("{}のフォルダー（{}）を指定してください。", self.name(), self.mark()),
            |folder| format!("{} を指定してください。", folder.display()),
        )
    }

    /// Gives the name that messages use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "サイト",
            Self::Data => "公開データ",
            Self::Source => "もとの表",
        }
    }

    /// Tells by what a reader knows such a folder.
    fn mark(self) -> &'static str {
        match self {
            Self::Site => "index.html と、catalog.json の入った data フォルダーのあるところ",
            Self::Data => "catalog.json のあるところ",
            Self::Source => "snapshot.toml と cases.jsonl のあるところ",
        }
    }
}

/// Joins a part, without the mark that an empty one would leave at the end.
fn clean(folder: &Path, part: &str) -> PathBuf {
    if part.is_empty() { folder.to_owned() } else { folder.join(part) }
}
