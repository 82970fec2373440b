//! The files that the service worker keeps (assets/offline/sw.js). Written are `shell.html`, the page for every
//! address, and in front of the worker the files of this version with their checksums.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use joint_procurement::content;
use joint_procurement_core::domain::{Catalog, Date};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::hosting::{files, is_named_by_content, original};
use super::write;
use crate::problem::{Problem, io_reason};

pub const SHELL: &str = "shell.html";
const WORKER: &str = "sw.js";
/// Begins the line that an earlier run has written.
const VERSION: &str = "self.version = ";

/// One version of the site, as the worker reads it.
#[derive(Serialize)]
struct Version {
    /// The digest of its files.
    id: String,
    files: Vec<File>,
    /// The size of all files together, without compression.
    bytes: usize,
    /// The date of the default snapshot.
    as_of: Option<Date>,
}

/// An entry of Workbox's precache manifest.
#[derive(Serialize)]
struct File {
    url: String,
    /// None where the name itself says the content.
    revision: Option<String>,
    integrity: String,
}

/// Gives the worker its version. Every file that it keeps must be there already.
pub fn complete(dist: &Path, shell: &str, catalog: &Catalog) -> Result<usize, Box<Problem>> {
    let mut written = usize::from(write(dist, SHELL, shell)?);
    let default = catalog.snapshot(None);
    let mut version = Version {
        id: String::new(),
        files: Vec::new(),
        bytes: 0,
        as_of: default.map(|snapshot| snapshot.as_of),
    };
    for path in files(dist)?.into_iter().filter(|path| is_kept(path, catalog)) {
        let bytes = read(dist, &path)?;
        version.bytes += bytes.len();
        version.files.push(File::of(path, &bytes));
    }
    let mut digest = Sha256::new();
    for file in &version.files {
        digest.update(&file.url);
        digest.update(&file.integrity);
    }
    version.id = BASE64_STANDARD.encode(digest.finalize());
    let worker = String::from_utf8_lossy(&read(dist, WORKER)?).into_owned();
    let program = match worker.strip_prefix(VERSION).and_then(|worker| worker.split_once('\n')) {
        Some((_, program)) => program,
        None => &worker,
    };
    let version = serde_json::to_string(&version).map_err(|error| broken(&error.to_string()))?;
    written += usize::from(write(dist, WORKER, &format!("{VERSION}{version};\n{program}"))?);
    Ok(written)
}

/// Tells if all pages need the file: the program, the default snapshot, and the page for every address. Not the
/// pages of the single addresses, which say the same; nor the tables, older snapshots and screens of the guide, that
/// few ever open.
fn is_kept(path: &str, catalog: &Catalog) -> bool {
    let is_copy = original(path) != path;
    let in_data = |rest: &str| match rest.split_once('/') {
        None => rest == "catalog.json",
        Some((snapshot, _)) => snapshot == catalog.default.as_str(),
    };
    let (name, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    match path.strip_prefix("data/") {
        _ if is_copy || name.is_empty() => false,
        Some(rest) if ending == "json" => in_data(rest),
        Some(_) => false,
        None if path.starts_with("icons/") => true,
        None if path == content::CALENDAR => true,
        None => path == SHELL || ending == "webmanifest" || (ending != "html" && is_named_by_content(path)),
    }
}

impl File {
    fn of(url: String, bytes: &[u8]) -> Self {
        let digest = BASE64_STANDARD.encode(Sha256::digest(bytes));
        let revision = (!is_named_by_content(&url)).then(|| digest.clone());
        Self { url, revision, integrity: format!("sha256-{digest}") }
    }
}

fn read(dist: &Path, path: &str) -> Result<Vec<u8>, Box<Problem>> {
    fs::read(dist.join(path)).map_err(|error| broken_file(path, &io_reason(&error)))
}

fn broken(reason: &str) -> Box<Problem> {
    broken_file(WORKER, reason)
}

fn broken_file(path: &str, reason: &str) -> Box<Problem> {
    Box::new(
        Problem::new(path, format!("読めません。{reason}。")).advice("make build をやり直してください。"),
    )
}
