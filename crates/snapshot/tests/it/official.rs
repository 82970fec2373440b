//! A snapshot of a survey, made up on purpose, through every page and file.

mod figures;
mod pages;
mod refused;
mod states;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use joint_procurement::content::{Block, Table};
use joint_procurement_core::domain::{
    CaseDetail, CaseTable, Catalog, DetailShard, FileRole, Municipalities, Prefectures, Snapshot,
    SnapshotMeta, Terms,
};
use joint_procurement_core::files::{decode, parse};
use joint_procurement_testing::Published;
use serde::de::DeserializeOwned;
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
        let meta = catalog.snapshot(None).unwrap().clone();
        let shards = meta.files.iter().filter_map(|entry| match entry.role() {
            Some(role @ FileRole::Details(_)) => Some(role),
            _ => None,
        });
        let details: Vec<CaseDetail> =
            shards.flat_map(|role| file::<DetailShard>(&folder, &meta, role).details).collect();
        let snapshot = Snapshot::new(
            meta.clone(),
            file::<CaseTable>(&folder, &meta, FileRole::Cases),
            file::<Terms>(&folder, &meta, FileRole::Terms),
            file::<Prefectures>(&folder, &meta, FileRole::Prefectures),
        );
        let municipalities: Municipalities = file(&folder, &meta, FileRole::Municipalities);
        let published = Published { snapshot: snapshot.unwrap(), municipalities, details };
        Survey { workshop, catalog, published }
    });
    &SURVEY
}

fn file<T: DeserializeOwned>(folder: &Path, meta: &SnapshotMeta, role: FileRole) -> T {
    let entry = meta.file(role).unwrap();
    decode(entry, &fs::read(folder.join(&entry.path)).unwrap()).unwrap()
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
