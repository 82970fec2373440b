//! Documents and pages that say the same.

use std::fs;

use crate::sources::root;

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The row of a table in a document, by what its first cell begins with.
fn row(document: &str, first: &str) -> Vec<String> {
    let line = document.lines().find(|line| line.starts_with(&format!("| {first}"))).unwrap();
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn a_page_that_cannot_start_names_the_browsers_of_the_documents() {
    let page = read("index.html").split_whitespace().collect::<Vec<_>>().join(" ");
    for (document, first) in [("README.md", "the program itself"), ("README.ja.md", "プログラムが動く")]
    {
        let row = row(&read(document), first);
        let [_, chromium, firefox, safari, ..] = row.as_slice() else { panic!("{row:?}") };
        let browsers =
            format!("Microsoft Edge・Google Chrome {chromium}、Firefox {firefox}、Safari {safari} ");
        assert_eq!(page.matches(&browsers).count(), 2, "{document}: {browsers}");
    }
}
