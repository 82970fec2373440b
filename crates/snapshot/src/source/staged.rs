//! A copy of a source folder in which tables are tried before they are put in place. It vanishes in the end.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::listing;
use crate::problem::{Problem, io_reason};

/// The copy.
pub struct Staged(TempDir);

impl Staged {
    /// Copies all files but those that others take the place of.
    pub fn of(source: &Path, but: &[&str]) -> Result<Self, Box<Problem>> {
        let made = TempDir::new().map_err(|error| problem("（一時フォルダー）", "作れません", &error))?;
        let staged = Self(made);
        for name in listing::names().into_iter().filter(|name| !but.contains(&name.as_str())) {
            match fs::read(source.join(&name)) {
                Ok(bytes) => staged.write(&name, &bytes)?,
                // A table that is needed is told when the copy is read.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(problem(&name, "読めません", &error)),
            }
        }
        Ok(staged)
    }

    /// Writes a file, in the place of one that may be there.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Box<Problem>> {
        let path = self.0.path().join(name);
        let folder = path.parent().unwrap_or(&path);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, bytes))
            .map_err(|error| problem(name, "一時フォルダーに書けません", &error))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

fn problem(name: &str, what: &str, error: &io::Error) -> Box<Problem> {
    Box::new(Problem::new(name, format!("{what}。{}。", io_reason(error))))
}
