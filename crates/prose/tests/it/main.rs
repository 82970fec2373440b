//! Tests of the texts' Markdown: what it may say, and what is told of mistakes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod faults;
mod files;
mod meaning;

use joint_procurement_core::routes::Route;
use joint_procurement_prose::Page;
use joint_procurement_prose::markdown::{MarkdownFile, read};

/// Reads a text of the questions, beside a page with the part `#coverage`.
fn page(text: &str) -> Result<Page, Vec<String>> {
    let about = "冒頭\n\n## 範囲 {#coverage}\n\n文\n";
    let source = |file: &str, route, text: &str| MarkdownFile { file: file.into(), route, text: text.into() };
    let pages = read(&[source("about.md", Route::About, about), source("faq.md", Route::Faq, text)]);
    pages.map(|pages| pages[1]).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// Puts lines under a heading: the first of them is line 5.
fn under_heading(lines: &str) -> String {
    format!("冒頭\n\n## 見出し {{#id}}\n\n{lines}\n")
}
