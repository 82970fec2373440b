//! The overview: its ways into the site, and what is bought together most.

use std::collections::BTreeMap;

use joint_procurement::content::{self, Block, Cell, PageContent, Section, Table};
use joint_procurement_core::domain::{CaseTable, CostBasis, Field, Slug, Snapshot, Status};
use joint_procurement_core::query::{CaseFilter, ScopeFilter, StatusAnswer};
use joint_procurement_core::text::cases;
use joint_procurement_testing::{published, rows};

use crate::content_links::{check_links, matching};

fn section<'a>(page: &'a PageContent, id: &str) -> Option<&'a Section> {
    page.blocks.iter().find_map(|block| match block {
        Block::Section(section) if section.id == id => Some(section),
        _ => None,
    })
}

fn table(section: &Section) -> &Table {
    section
        .blocks
        .iter()
        .find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .unwrap()
}

fn plain(cell: &Cell) -> String {
    cell.text.plain()
}

#[test]
fn each_way_in_leads_to_what_it_promises() {
    let snapshot = published().snapshot;
    let page = content::overview(&snapshot);
    check_links(&snapshot, &page);
    let Some(Block::Tiles(doors)) = page.blocks.iter().find(|block| matches!(block, Block::Tiles(_))) else {
        panic!("there are no ways in");
    };
    let names: Vec<&str> = doors.iter().map(|door| door.heading.as_str()).collect();
    assert_eq!(names, ["市町村の担当", "都道府県の担当", "調べる人"]);
    let counted = page.links_in_words().iter().filter(|(words, _)| words.ends_with("件）")).count();
    assert!(counted >= 4, "beside a list stands its number, which the check above compares");
    for door in doors {
        assert!(door.blocks.iter().flat_map(Block::links).count() >= 2, "{}", door.heading);
    }
}

#[test]
fn the_types_with_most_cases_come_with_all_that_is_known_of_their_costs() {
    let snapshot = published().snapshot;
    let page = content::overview(&snapshot);
    let shown = &table(section(&page, "most").unwrap()).rows;
    let mut counts: BTreeMap<&Slug, usize> = BTreeMap::new();
    let counted = || {
        snapshot.cases.iter().filter(|case| case.is_joint() && ScopeFilter::Prefecture.admits(case.scope()))
    };
    for case in counted() {
        *counts.entry(case.system_type()).or_default() += 1;
    }
    counts.retain(|slug, _| slug.as_str() != Slug::OTHER);
    let mut largest: Vec<usize> = counts.values().copied().collect();
    largest.sort_unstable_by(|a, b| b.cmp(a));
    let mut known = 0;
    for (row, expected) in shown.iter().zip(&largest) {
        let system = snapshot.terms.system_types.iter().find(|it| it.name == plain(&row[0])).unwrap();
        assert_eq!(counts[&system.slug], *expected, "{}", system.name);
        assert!(plain(&row[1]).contains(&cases(*expected)), "{}", plain(&row[1]));
        // A budget is no price, and a range no single amount.
        let stated = counted()
            .filter(|case| *case.system_type() == system.slug && case.cost_basis() != Some(CostBasis::Budget))
            .filter(|case| {
                [case.initial_cost(), case.annual_cost(), case.contract_total()]
                    .into_iter()
                    .any(|amount| amount.known().is_some_and(|amount| amount.exact_yen().is_some()))
            })
            .count();
        assert_eq!(plain(&row[3]).contains('円'), stated > 0, "{}: {}", system.name, plain(&row[3]));
        known += stated;
    }
    assert_eq!(shown.len(), largest.len().min(8));
    assert!(known > 0);
    let total = joint_procurement::words::field(Field::ContractTotal);
    assert!(shown.iter().any(|row| plain(&row[3]).contains(total)), "a kind of amount is named");
}

#[test]
fn plans_stand_apart_from_what_was_introduced() {
    let snapshot = published().snapshot;
    let page = content::overview(&snapshot);
    let shown = |id: &str| -> Vec<Status> {
        let listed = section(&page, id).unwrap().blocks.iter().find_map(|block| match block {
            Block::Cases { rows, .. } => Some(rows.clone()),
            _ => None,
        });
        listed.unwrap().into_iter().filter_map(|row| snapshot.cases.row(row).status().known()).collect()
    };
    assert!(shown("newest").iter().all(|status| *status != Status::Planned));
    let planned = CaseFilter { status: [StatusAnswer::Planned].into(), ..CaseFilter::default() };
    let coming = shown("coming");
    assert!(coming.iter().all(|status| *status == Status::Planned));
    assert_eq!(coming.len(), matching(&snapshot, &planned).min(4));
    // Without any there is no empty part.
    let mut cases = rows(&snapshot);
    cases.retain(|case| case.status.known() != Some(Status::Planned));
    let without = Snapshot { cases: CaseTable::new(cases, &[]), ..snapshot };
    assert!(section(&content::overview(&without), "coming").is_none());
}
