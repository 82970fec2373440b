//! The reader of the pages' Markdown, in the build of the application.

mod address;
mod blocks;
mod check;
mod fault;
mod outline;
mod picture;
mod reader;
mod words;

use std::fs;
use std::io;
use std::path::Path;

use databake::{Bake, CrateEnv};
use joint_procurement_core::routes::Route;

use crate::page::Page;
use reader::MarkdownReader;

pub use fault::Fault;

/// The Markdown of a page.
#[derive(Clone, Debug)]
pub struct MarkdownFile {
    /// The path that messages name.
    pub file: String,
    /// The page that shows it.
    pub route: Route,
    pub text: String,
}

/// The files with the page that shows each, and the name of its constant.
const FILES: [(&str, Route, &str); 3] = [
    ("prose/about.md", Route::About, "ABOUT"),
    ("prose/faq.md", Route::Faq, "FAQ"),
    ("docs/maintainer.ja.md", Route::MaintainerGuide, "MAINTAINER_GUIDE"),
];

/// Gives the Markdown of all pages. `folder` is that of the project, as messages call it.
pub fn sources(folder: &Path) -> io::Result<Vec<MarkdownFile>> {
    let source = |(file, route, _)| {
        let path = folder.join(file);
        let text = fs::read_to_string(&path)?;
        Ok(MarkdownFile { file: path.display().to_string(), route, text })
    };
    FILES.map(source).into_iter().collect()
}

/// Reads pages that may link to each other, or tells everything that is wrong with them.
pub fn read(sources: &[MarkdownFile]) -> Result<Vec<Page>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut outlines = Vec::new();
    for source in sources {
        let mut reader = MarkdownReader::new(source);
        let outline = reader.outline();
        faults.append(&mut reader.faults);
        outlines.push(outline);
    }
    check::check(sources, &outlines, &mut faults);
    if !faults.is_empty() {
        faults.sort_by_key(|fault| (fault.file.clone(), fault.line));
        return Err(faults);
    }
    Ok(outlines.into_iter().map(outline::HeadingOutline::into_page).collect())
}

/// Gives the Rust code of the pages, a constant each.
pub fn code(folder: &Path) -> io::Result<Result<String, Vec<Fault>>> {
    let sources = sources(folder)?;
    Ok(read(&sources).map(|pages| {
        let pages = FILES.iter().zip(pages).map(|((_, _, name), page)| {
            let value = page.bake(&CrateEnv::default());
            format!("pub(super) static {name}: joint_procurement_prose::Page = {value};\n")
        });
        pages.collect()
    }))
}

/// Keeps values as long as the program runs: it reads a few texts once.
fn keep<T>(values: Vec<T>) -> &'static [T] {
    values.leak()
}

fn keep_text(text: &str) -> &'static str {
    text.to_owned().leak()
}
