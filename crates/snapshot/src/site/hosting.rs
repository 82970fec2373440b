//! Files that hosts go by beside the pages: `robots.txt`, `sitemap.xml`, `_headers` and `.nojekyll`. Also a
//! compressed copy of each file that gets smaller. docs/hosting.md tells what each host makes of them.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use super::super::load::required_catalog;
use super::super::problem::{Problem, Report, io_reason};
use super::{csp, unwritable, write};

mod compress;
mod headers;
mod sitemap;

pub use compress::original;
pub use headers::is_named_by_content;

/// Writes the files for hosts. Every other file must be there already: what is compressed or has a rule of
/// its own is found by looking.
pub fn complete(
    dist: &Path,
    base_url: Option<&str>,
    paths: &BTreeSet<String>,
    report: &mut Report,
) -> Result<(), Box<Problem>> {
    let Some(catalog) = required_catalog(&dist.join("data"), report) else { return Ok(()) };
    // For GitHub Pages, which otherwise leaves out names that begin with an underscore.
    let mut written = usize::from(write(dist, ".nojekyll", "")?);
    written += usize::from(write(dist, "robots.txt", &sitemap::robots(base_url))?);
    if let Some(base_url) = base_url {
        let published = catalog.snapshot(None).map(|snapshot| snapshot.published_at);
        written += usize::from(write(dist, sitemap::FILE, &sitemap::sitemap(base_url, paths, published))?);
    } else {
        // Left by an earlier run, which knew the address.
        written += usize::from(remove(dist, sitemap::FILE)?);
    }
    let all = files(dist)?;
    written += usize::from(write(dist, headers::FILE, &headers::headers(&all, &csp::header()))?);

    let compressed = compress::compress(dist, &all)?;
    crate::output::print(
        format_args!(
            "配信用のファイルを整えました。書き換えた設定 {written}個、圧縮したファイル {}個（{} → gzip {}、brotli {}）。\n",
            compressed.written,
            Size(compressed.original),
            Size(compressed.gzip),
            Size(compressed.brotli),
        ),
        report,
    );
    Ok(())
}

/// Gives the sorted paths of all files below the folder, with slashes.
pub fn files(dist: &Path) -> Result<Vec<String>, Box<Problem>> {
    fn walk(dist: &Path, below: &str, found: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(dist.join(below))? {
            let entry = entry?;
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() { walk(dist, &format!("{path}/"), found)? } else { found.push(path) }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(dist, "", &mut found).map_err(|error| unreadable(&dist.display().to_string(), &error))?;
    found.sort();
    Ok(found)
}

/// Removes the file; tells if there was one.
pub fn remove(dist: &Path, path: &str) -> Result<bool, Box<Problem>> {
    match fs::remove_file(dist.join(path)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(unwritable(path, &error)),
    }
}

fn unreadable(path: &str, error: &io::Error) -> Box<Problem> {
    Box::new(
        Problem::new(path, format!("読めません。{}。", io_reason(error)))
            .advice("原因を取り除いて、もう一度実行してください。"),
    )
}

/// Bytes as people read them: `4.2MB`.
struct Size(u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0.saturating_add(50_000) / 100_000;
        write!(f, "{}.{}MB", tenths / 10, tenths % 10)
    }
}
