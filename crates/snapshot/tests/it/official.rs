//! A snapshot of a survey, made up on purpose, through every page and file.

mod figures;
mod pages;
mod refused;
mod states;

use std::fs;
use std::sync::LazyLock;

use joint_procurement::content::{Block, Table};
use joint_procurement_core::domain::Catalog;
use joint_procurement_core::files::parse;
use joint_procurement_testing::Published;
use serde_json::Value;

use crate::program::Workshop;

const CASES: &str = include_str!("fixtures/official/cases.jsonl");
const ANSWERS: &str = include_str!("fixtures/official/answers.csv");
const SETTINGS: &str = include_str!("fixtures/official/snapshot.toml");

/// The source tables of the survey, not yet built.
fn workshop() -> Workshop {
    let workshop = Workshop::new();
    for (name, content) in [("cases.jsonl", CASES), ("answers.csv", ANSWERS), ("snapshot.toml", SETTINGS)] {
        workshop.write(name, content);
    }
    workshop
}

/// The survey as built once.
struct Survey {
    /// Keeps the folder.
    workshop: Workshop,
    catalog: Catalog,
    published: Published,
}

fn survey() -> &'static Survey {
    static SURVEY: LazyLock<Survey> = LazyLock::new(|| {
        let workshop = workshop();
        workshop.build_well();
        assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
        let folder = workshop.data();
        let catalog = fs::read(folder.join("catalog.json")).unwrap();
        let catalog = parse::<Catalog>("catalog.json", &catalog).unwrap();
        let published = joint_procurement_testing::read(&folder);
        Survey { workshop, catalog, published }
    });
    &SURVEY
}

/// The lines of the source table that are to be published, as JSON.
fn lines() -> Vec<Value> {
    let lines = CASES.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|case| case["withheld"] != true).collect()
}

/// Tells if figures count the line: a case with a prefecture that is no shared system.
fn counts(case: &Value) -> bool {
    case["scope"] == "prefecture" && case["form"] != "県等のシステムを利用"
}

/// The tables of some parts of a page.
fn tables(blocks: &[Block]) -> Vec<&Table> {
    blocks.iter().flat_map(tables_of).collect()
}

fn tables_of(block: &Block) -> Vec<&Table> {
    match block {
        Block::Table(table) => vec![table],
        Block::Section(section) | Block::FactGroup(section) => tables(&section.blocks),
        Block::Beside(blocks) | Block::Disclosure { blocks, .. } => tables(blocks),
        _ => Vec::new(),
    }
}
