//! Files that got into the data of the site with a copied folder, and are none of its own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use joint_procurement_core::domain::Catalog;

use super::{Problem, Report, hosting, unwritable};
use crate::source::listing;

/// The number of files that are named.
const SHOWN: usize = 20;

/// Removes them, so that they are not published, and notes each. In the folder of the source tables only those that
/// the catalog lists stay; elsewhere files of the kinds that programs leave behind go.
pub fn remove(dist: &Path, catalog: &Catalog, report: &mut Report) -> Result<(), Box<Problem>> {
    let source = format!("data/{}/", listing::FOLDER);
    let listed: BTreeSet<String> =
        catalog.source_files.iter().map(|entry| format!("data/{}", entry.path)).collect();
    let all = hosting::files(dist)?;
    let strays = all.iter().filter(|path| match path.strip_prefix(&source) {
        Some(_) => !listed.contains(hosting::original(path)),
        None => path.starts_with("data/") && listing::is_left_behind(path),
    });
    let mut removed = Vec::new();
    for path in strays {
        hosting::remove(dist, path)?;
        if hosting::original(path) == path.as_str() {
            removed.push(path);
        }
    }
    remove_empty(&dist.join(source.trim_end_matches('/')))
        .map_err(|error| unwritable(source.trim_end_matches('/'), &error))?;
    for path in removed.iter().take(SHOWN) {
        report.note(format!("公開しないファイルなので、サイトから取り除きました： {path}"));
    }
    if removed.len() > SHOWN {
        let more = removed.len() - SHOWN;
        report.note(format!("公開しないファイルなので、サイトからほかに{more}個を取り除きました。"));
    }
    Ok(())
}

/// Removes the folders below a folder in which nothing is left.
fn remove_empty(folder: &Path) -> std::io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_empty(&path)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        }
    }
    Ok(())
}
