use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use joint_procurement_core::domain::CaseField;

use super::*;
use crate::source::{cases, listing};

/// The words of a table that are not those of the columns are the words of the pages.
#[test]
fn the_cases_have_the_fields_and_words_of_the_program() {
    let parts: Vec<&str> = of_file(cases::FILE)
        .filter_map(|table| match table.shape {
            Shape::PartOfCase(key) => Some(key),
            _ => None,
        })
        .collect();
    let stated: BTreeSet<&str> = CASES.names.iter().copied().chain(parts).collect();
    assert_eq!(stated, cases::keys().into_iter().chain(cases::OPTIONAL_KEYS.iter().copied()).collect());
    for column in CASES.columns {
        if let Some(field) = CaseField::from_slug(column.name) {
            assert_eq!(column.ja, field.ja(), "{}", column.name);
        }
    }
}

#[test]
fn every_table_of_the_folder_has_a_sheet_and_a_row_in_its_readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data/source");
    let readme = fs::read_to_string(folder.join(listing::README)).unwrap();
    let files: BTreeSet<&str> = TABLES.iter().map(|table| table.file).collect();
    let is_table = |name: &String| !name.starts_with("maps/") && name != listing::README;
    assert_eq!(
        files.iter().map(|file| (*file).to_owned()).collect::<BTreeSet<_>>(),
        listing::names().into_iter().filter(is_table).collect()
    );
    for file in files {
        assert!(readme.contains(&format!("\n| `{file}` | ")), "{file}");
    }
    // Those of which the README describes each column.
    for table in [CASES, ERRATA, ANSWERS, FUNDING, FUNDING_SOURCES] {
        for name in table.names {
            let described = |line: &str| {
                line.starts_with("| ") && line[1..].split('|').next().unwrap().contains(&format!("`{name}`"))
            };
            assert!(readme.lines().any(described), "{} {name}", table.file);
        }
    }
}

#[test]
fn sheets_and_columns_can_be_told_apart() {
    let mut sheets = BTreeSet::new();
    for table in TABLES {
        assert!(table.sheet.chars().count() <= 31 && sheets.insert(table.sheet), "{}", table.sheet);
        let unique = |words: Vec<&str>| words.iter().collect::<BTreeSet<_>>().len() == words.len();
        assert!(unique(table.names.to_vec()), "{}", table.sheet);
        assert!(unique(table.columns.iter().map(|column| column.ja).collect()), "{}", table.sheet);
        for column in table.columns {
            assert!(column.note.ends_with('。'), "{} {}", table.sheet, column.name);
            let choices = column.kind.choices();
            assert!(unique(choices.iter().map(|choice| choice.ja).collect()), "{}", column.name);
            if let Kind::Of(of, name) = column.kind {
                assert!(of().column(name).is_some(), "{} {}", table.sheet, column.name);
            }
        }
    }
}
