//! Writes a snapshot into the data folder: all of it or nothing.
//!
//! New files are staged under temporary names beside their places, then renamed. The catalog comes last, and
//! its rename is the moment of publication. Until then nobody refers to the new files, so that a run that is
//! killed leaves a valid folder behind; the next run clears what it left.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::encode::NewFile;
use super::problem::{Problem, io_reason};

const TEMPORARY_PREFIX: &str = ".snapshot-";
const TEMPORARY_SUFFIX: &str = ".tmp";

/// The files to write into a data folder, and those to remove. All paths are relative to it.
pub struct Plan {
    /// Written before the catalog.
    pub files: Vec<NewFile>,
    pub catalog: NewFile,
    /// Removed after the catalog has been written.
    pub stale: Vec<String>,
}

impl Plan {
    /// Gives every file in the order of putting it in place: nothing may refer to what is not there.
    fn in_order(&self) -> impl Iterator<Item = &NewFile> {
        self.files.iter().chain([&self.catalog])
    }
}

/// The outcome of publishing.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Files that are new or have changed; none when everything was there already.
    pub written: usize,
    pub removed: usize,
    /// Stale files that could not be removed: the snapshot is published all the same.
    pub left_over: Vec<String>,
}

/// The error of an operation that failed, and the file that it concerns.
#[derive(Debug)]
pub struct PublishError {
    path: PathBuf,
    error: io::Error,
}

impl PublishError {
    fn new(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self { path, error }
    }

    pub fn problem(&self) -> Problem {
        Problem::new(self.path.display().to_string(), format!("書き込めません。{}。", io_reason(&self.error)))
            .advice("何も書き換えていません。原因を取り除いて、もう一度実行してください。")
    }
}

/// Carries out the plan. On an error everything is as it was before.
pub fn publish(folder: &Path, plan: &Plan) -> Result<Outcome, PublishError> {
    let mut changes = Changes::default();
    let mut staged = Vec::new();
    for file in plan.in_order() {
        let path = folder.join(&file.path);
        if !fs::read(&path).is_ok_and(|bytes| bytes == file.bytes) {
            staged.push((changes.stage(&path, &file.bytes)?, path));
        }
    }
    let written = staged.len();
    for (file, path) in staged {
        // The folder's own entries must be on disk before the catalog refers to them.
        if path.ends_with(&plan.catalog.path) {
            changes.sync_folders();
        }
        changes.rename(file, &path)?;
    }
    changes.sync_folders();
    changes.commit();
    Ok(remove_stale(folder, plan, written))
}

/// Puts files in their places, all of them or none; paths are relative to the folder. Gives how many have changed.
pub fn replace_all(folder: &Path, files: &[NewFile]) -> Result<usize, PublishError> {
    let mut changes = Changes::default();
    let mut staged = Vec::new();
    for file in files {
        let path = folder.join(&file.path);
        if !fs::read(&path).is_ok_and(|bytes| bytes == file.bytes) {
            staged.push((changes.stage(&path, &file.bytes)?, path));
        }
    }
    let changed = staged.len();
    for (file, path) in staged {
        changes.rename(file, &path)?;
    }
    changes.sync_folders();
    changes.commit();
    Ok(changed)
}

fn remove_stale(folder: &Path, plan: &Plan, written: usize) -> Outcome {
    let mut published = Outcome { written, removed: 0, left_over: Vec::new() };
    for path in &plan.stale {
        match fs::remove_file(folder.join(path)) {
            Ok(()) => published.removed += 1,
            Err(error) => published.left_over.push(format!("{path}（{}）", io_reason(&error))),
        }
    }
    published
}

/// Tells if a file name is one of this module's temporary ones.
pub fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY_PREFIX) && name.ends_with(TEMPORARY_SUFFIX)
}

/// The changes made so far; undone when dropped before `commit`.
#[derive(Default)]
struct Changes {
    created_folders: Vec<PathBuf>,
    /// Files in their places, with what was there before.
    renamed: Vec<(PathBuf, Option<Vec<u8>>)>,
    committed: bool,
}

impl Changes {
    fn stage(&mut self, path: &Path, bytes: &[u8]) -> Result<NamedTempFile, PublishError> {
        let folder = path.parent().unwrap_or(Path::new("."));
        self.create_folder(folder)?;
        let mut file = temporary_file(folder).map_err(PublishError::new(path))?;
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(PublishError::new(path))?;
        Ok(file)
    }

    fn create_folder(&mut self, folder: &Path) -> Result<(), PublishError> {
        // An empty path is the current folder.
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.create_folder(parent)?;
        }
        fs::create_dir(folder).map_err(PublishError::new(folder))?;
        self.created_folders.push(folder.to_owned());
        Ok(())
    }

    fn rename(&mut self, file: NamedTempFile, path: &Path) -> Result<(), PublishError> {
        let before = fs::read(path).ok();
        file.persist(path).map_err(|failed| PublishError { path: path.to_owned(), error: failed.error })?;
        self.renamed.push((path.to_owned(), before));
        Ok(())
    }

    /// Makes the renames durable. Not every file system can; the files themselves are on disk already.
    fn sync_folders(&self) {
        let mut folders: Vec<&Path> = self.renamed.iter().filter_map(|(path, _)| path.parent()).collect();
        folders.dedup();
        for folder in folders {
            if let Ok(folder) = fs::File::open(folder) {
                let _ = folder.sync_all();
            }
        }
    }

    fn commit(mut self) {
        self.committed = true;
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        if self.committed {
            return;
        }
        // Undoing cannot be undone: what fails here is left for the next run to clear.
        for (path, before) in self.renamed.drain(..).rev() {
            match before {
                Some(bytes) => {
                    let _ = fs::write(&path, bytes);
                }
                None => {
                    let _ = fs::remove_file(&path);
                }
            }
        }
        for folder in self.created_folders.drain(..).rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Puts a file in the place of another, as a whole or not at all.
#[cfg(feature = "links")]
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = temporary_file(path.parent().unwrap_or(Path::new(".")))?;
    file.as_file().set_permissions(fs::metadata(path)?.permissions())?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(TEMPORARY_SUFFIX);
    // Temporary files are private by default, published ones are for everybody (less the umask).
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalog_is_put_in_its_place_last() {
        let file = |path: &str| NewFile { path: path.to_owned(), bytes: Vec::new() };
        let files = vec![file("2026/cases.json"), file("schema/v1/cases.schema.json")];
        let plan = Plan { files, catalog: file("catalog.json"), stale: Vec::new() };
        let paths: Vec<&str> = plan.in_order().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["2026/cases.json", "schema/v1/cases.schema.json", "catalog.json"]);
    }
}
