//! The use of subsidies on the overview, on the page of a type and on that of a prefecture.

use std::collections::BTreeSet;

use joint_procurement::content::{self, Block, PageContent, Section};
use joint_procurement_core::domain::{Case, PrefectureCode, Scope, Slug, Snapshot, SnapshotKind};
use joint_procurement_testing::{generate, is_joint, published, rows};
use proptest::prelude::*;

use crate::content_links::check_links;
use crate::content_systems::{page, parts};

fn section(content: &PageContent) -> &Section {
    let section = parts(content).into_iter().find_map(|block| match block {
        Block::Section(section) if section.id == "subsidy" => Some(section),
        _ => None,
    });
    section.expect("the page has the part")
}

/// The rows of a table of the part, as its file holds them; none without the table.
fn rows_of(section: &Section, id: &str) -> Vec<Vec<String>> {
    let content = PageContent { blocks: section.blocks.clone(), ..PageContent::default() };
    let tables = parts(&content).into_iter().filter_map(|block| match block {
        Block::Table(table) if table.id == id => Some(table.to_csv().rows),
        _ => None,
    });
    tables.flatten().collect()
}

/// Counts yes, no and unknown as a table of the part does: what no source says is no 0. An answer that no case of
/// the page has stands nowhere.
fn said<'a>(cases: impl Iterator<Item = &'a Case> + Clone, all: &[Case]) -> Option<Vec<String>> {
    let number = |answer| cases.clone().filter(|case| case.subsidy_used.known() == answer).count();
    let or_unknown = |count: usize| match count {
        0 => "公開情報で未確認".to_owned(),
        count => count.to_string(),
    };
    let [yes, no] = [number(Some(true)), number(Some(false))];
    let occurs = |answer| all.iter().any(|case| case.subsidy_used.known() == Some(answer));
    let said = [(yes, occurs(true)), (no, occurs(false))];
    let told = said.into_iter().filter(|(_, occurs)| *occurs).map(|(count, _)| or_unknown(count));
    (yes + no > 0).then(|| told.chain([number(None).to_string()]).collect())
}

/// Holds the tables of a page against the cases that it counts.
fn check(snapshot: &Snapshot, content: &PageContent, cases: &[Case], by_type: bool) {
    check_links(snapshot, content);
    let part = section(content);
    let types: BTreeSet<Vec<String>> = snapshot
        .terms
        .system_types
        .iter()
        .filter_map(|it| {
            let counted = said(cases.iter().filter(|case| case.system_type == it.slug), cases)?;
            Some([it.name.clone()].into_iter().chain(counted).collect())
        })
        .collect();
    let shown = rows_of(part, "subsidy-types");
    assert_eq!(
        shown.into_iter().collect::<BTreeSet<_>>(),
        if by_type && types.len() > 1 { types } else { BTreeSet::new() }
    );
    let named: BTreeSet<&str> =
        cases.iter().filter_map(|case| Some(case.subsidy_name.as_ref().known()?.as_str())).collect();
    let shown = rows_of(part, "subsidy-names");
    assert_eq!(shown.iter().map(|row| row[0].as_str()).collect::<BTreeSet<_>>(), named);
}

fn check_pages(snapshot: &Snapshot, system: &Slug, at: PrefectureCode) {
    let counted: Vec<Case> =
        rows(snapshot).into_iter().filter(|case| is_joint(case) && case.scope == Scope::Prefecture).collect();
    if !counted.is_empty() {
        check(snapshot, &content::overview(snapshot), &counted, true);
    }
    let of_type: Vec<Case> = counted.iter().filter(|case| case.system_type == *system).cloned().collect();
    // Fewer show themselves, each with what is known of it.
    if of_type.len() >= 5 {
        check(snapshot, &page(snapshot, system), &of_type, false);
    }
    let led: Vec<Case> = counted.iter().filter(|case| case.lead_prefecture == at).cloned().collect();
    if !led.is_empty() {
        check(snapshot, &content::prefecture(snapshot, at), &led, true);
    }
}

#[test]
fn the_published_pages_tell_the_use_of_subsidies() {
    let snapshot = published().snapshot;
    assert!(
        rows_of(section(&content::overview(&snapshot)), "subsidy-names").len() > 5,
        "the examples show nothing"
    );
    for at in PrefectureCode::all() {
        for system in ["core-systems", "school-affairs"] {
            check_pages(&snapshot, &system.parse().unwrap(), at);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_pages_of_any_cases_tell_the_use_of_subsidies(
        mut snapshot in generate::snapshot(),
        system in generate::system_type(),
        at in generate::prefecture(),
    ) {
        snapshot.meta.kind = SnapshotKind::Compiled;
        check_pages(&snapshot, &system, at);
    }
}
