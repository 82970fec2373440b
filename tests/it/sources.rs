//! The files of the project that people write, for the tests of conventions.

use std::fs;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 5] = ["src", "crates", "tests", "assets", "tools"];
const ENDINGS: [&str; 5] = ["rs", "css", "js", "mjs", "sh"];

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads Rust, style and script files; paths are relative to the root.
pub fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = FOLDERS.map(|folder| root().join(folder)).into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_some_and(|name| name != "node_modules") {
                    folders.push(path);
                }
            } else if ENDINGS.iter().any(|end| has_ending(&path, end)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(found.len() > 50, "the sources are not where they are looked for");
    found
}

/// Tells if a file's name ends so, without the dot.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it == ending)
}

/// Tells if a file belongs to tests, and so not to the program.
pub fn is_test(path: &Path) -> bool {
    path.iter().any(|folder| folder == "tests")
}
