//! The list of system types counts each in its domains.

use std::collections::BTreeMap;

use joint_procurement::content::{self, Block, PageContent, Target};
use joint_procurement_core::domain::{CaseRef, Domain, Slug, Snapshot, SnapshotKind, Term};
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::routes::Route;
use joint_procurement_testing::{generate, is_joint, published};
use proptest::prelude::*;
use strum::VariantArray;

use crate::content_links::check_links;
use crate::content_systems::{check_unknown, page, parts};

/// Cases by domain and type, as the tables of the list of types show them.
fn tables(content: &PageContent) -> BTreeMap<String, Vec<Vec<String>>> {
    let tables = parts(content).into_iter().filter_map(|block| match block {
        Block::Table(table) if Domain::ALL.iter().any(|it| table.id == format!("{}-table", it.slug())) => {
            Some((table.id.clone(), table.to_csv().rows))
        }
        _ => None,
    });
    tables.collect()
}

#[track_caller]
fn check_list(snapshot: &Snapshot, scope: ScopeFilter) {
    let content = content::systems(snapshot, scope);
    check_links(snapshot, &content);
    let tables = tables(&content);
    let mut types = 0;
    for system in &snapshot.terms.system_types {
        let of_type = snapshot
            .cases
            .iter()
            .filter(|case| *case.system_type() == system.slug)
            .filter(|case| is_joint(&case.to_case()) && scope.admits(case.scope()));
        let of_type: Vec<_> = of_type.collect();
        for domain in Domain::ALL {
            let there = of_type.iter().filter(|case| case.domain() == *domain);
            let rows = tables.get(&format!("{}-table", domain.slug())).cloned().unwrap_or_default();
            let row = rows.iter().find(|row| row[0] == system.name);
            let expected = match there.clone().count() {
                0 => None,
                count => Some(count.to_string()),
            };
            assert_eq!(row.map(|row| row[1].clone()), expected, "{}", system.name);
            let mut prefectures: Vec<_> = there.map(|case| case.lead_prefecture()).collect();
            prefectures.sort_unstable();
            prefectures.dedup();
            if let Some(row) = row {
                assert_eq!(row[2], prefectures.len().to_string(), "{}", system.name);
            }
        }
        types += usize::from(!of_type.is_empty() && system.slug.as_str() != Slug::OTHER);
        // Every type is reachable, with cases or without.
        let page = Target::from(Route::System(system.slug.clone()));
        let is_linked = content.links().contains(&&page);
        assert!(is_linked || (of_type.is_empty() && system.slug.as_str() == Slug::OTHER), "{}", system.name);
    }
    let said = if types == 0 { "まだありません".to_owned() } else { format!("{types}種類") };
    assert!(content.heading.contains(&said), "{}", content.heading);
    check_types_without_cases(snapshot, scope, &content);
    for rows in tables.values() {
        let cases: Vec<usize> =
            rows.iter().filter(|row| row[0] != "その他").map(|row| row[1].parse().unwrap()).collect();
        assert!(cases.is_sorted_by(|a, b| a >= b), "most cases come first");
    }
}

/// Each is described; the cases of the other scope are beside it, since these are confirmed.
#[track_caller]
fn check_types_without_cases(snapshot: &Snapshot, scope: ScopeFilter, content: &PageContent) {
    let section = content.blocks.iter().find_map(|block| match block {
        Block::Section(section) if section.id == "unconfirmed" => Some(section),
        _ => None,
    });
    let is_missing = |slug: &Slug| {
        let of_type = |case: &CaseRef<'_>| {
            is_joint(&case.to_case()) && case.system_type() == slug && scope.admits(case.scope())
        };
        slug.as_str() != Slug::OTHER && !snapshot.cases.iter().any(|case| of_type(&case))
    };
    let types = snapshot.terms.system_types.iter().filter(|it| is_missing(&it.slug));
    let missing: Vec<&str> = types.map(|it| it.name.as_str()).collect();
    assert_eq!(section.is_some(), !missing.is_empty(), "{missing:?}");
    let Some(section) = section else { return };
    let of = match scope {
        ScopeFilter::Prefecture => "都道府県が関わる事例が",
        ScopeFilter::Municipal => "市町村どうしの事例が",
        ScopeFilter::All => "事例が",
    };
    assert!(section.heading.contains(of), "{}", section.heading);
    let [Block::Links(links)] = section.blocks.as_slice() else { panic!("{:?}", section.blocks) };
    assert!(links.iter().map(|(link, _)| link.text.as_str()).eq(missing));
    for (link, note) in links {
        let system = snapshot.terms.system_types.iter().find(|it| it.name == link.text).unwrap();
        let of_type = |case: &CaseRef<'_>| *case.system_type() == system.slug && is_joint(&case.to_case());
        let others = snapshot.cases.iter().filter(of_type).count();
        let note = note.plain();
        assert!(note.starts_with(&system.description), "{note}");
        assert_eq!(note.ends_with(&format!(" {others}件")), others > 0, "{note}");
    }
}

#[test]
fn the_list_of_types_counts_each_in_its_domains() {
    let snapshot = published().snapshot;
    for &scope in ScopeFilter::VARIANTS {
        check_list(&snapshot, scope);
        check_unknown(&content::systems(&snapshot, scope));
    }
    let other = content::systems(&snapshot, ScopeFilter::Prefecture);
    let scopes = other.links().into_iter().filter_map(|to| match to {
        Target::Internal(address) if address.query == "scope=all" => Some(address.path()),
        _ => None,
    });
    assert_eq!(scopes.collect::<Vec<_>>(), ["systems/?scope=all"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the cases and the kind of snapshot: no page breaks, and numbers lead to so many cases.
    #[test]
    fn pages_of_any_cases_are_sound(
        mut snapshot in generate::snapshot(),
        kind in prop::sample::select(SnapshotKind::ALL.to_vec()),
    ) {
        snapshot.meta.kind = kind;
        for &scope in ScopeFilter::VARIANTS {
            check_list(&snapshot, scope);
        }
        for slug in ["gis", "rpa", "e-bidding", "library", "security-cloud", "other", "network"] {
            let content = page(&snapshot, &slug.parse().unwrap());
            check_links(&snapshot, &content);
            if kind == SnapshotKind::Compiled {
                let words = content.words();
                for claim in ["事例なし", "未実施", "職員が実感"] {
                    prop_assert!(!words.contains(claim), "{}: {}", content.heading, claim);
                }
            }
        }
    }
}
