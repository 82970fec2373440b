//! Pages that count the cases with a prefecture say how many more there are of municipalities among themselves.

use joint_procurement::content::{self, Block, PageContent, Target};
use joint_procurement_core::domain::{Case, Domain, Scope, Slug, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, CaseQuery, ScopeFilter};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::{generate, is_joint, published, rows};
use proptest::prelude::*;

use crate::content_links::check_links;
use crate::content_systems::parts;

fn of_scope(snapshot: &Snapshot, scope: ScopeFilter) -> Vec<Case> {
    rows(snapshot).into_iter().filter(|case| is_joint(case) && scope.admits(case.scope)).collect()
}

fn list(filter: CaseFilter) -> Target {
    Address::with_query(Route::Cases, CaseQuery { filter, ..CaseQuery::default() }).into()
}

/// Holds the type that a page names against the cases. It is of more than a fifth of them, and not of all.
fn check_prevailing(snapshot: &Snapshot, page: &PageContent, scope: ScopeFilter) -> bool {
    let cases = of_scope(snapshot, scope);
    let many = scope != ScopeFilter::Prefecture && cases.len() > 25;
    let prevails = |slug: &Slug| {
        let count = cases.iter().filter(|case| case.system_type == *slug).count();
        let counts = many && slug.as_str() != Slug::OTHER && count * 5 > cases.len() && count < cases.len();
        counts.then_some(count)
    };
    let types = snapshot.terms.system_types.iter();
    let expected: Vec<_> = types.filter_map(|it| Some((&it.slug, prevails(&it.slug)?))).collect();
    let words = page.words();
    assert_eq!(words.contains("最も多い種別は"), !expected.is_empty(), "{words}");
    let most = expected.iter().map(|(_, count)| *count).max();
    let named = expected.iter().filter(|(_, count)| Some(*count) == most).any(|(slug, count)| {
        let said = format!("{}の{count}件", snapshot.system_name(slug));
        let filter = CaseFilter { system: [(*slug).clone()].into(), scope, ..CaseFilter::default() };
        page.links_in_words().contains(&(said, &list(filter)))
    });
    assert!(named || expected.is_empty(), "{expected:?}: {words}");
    named
}

/// Each row of the tables of types has the cases of municipalities beside those that it counts.
fn check_columns(snapshot: &Snapshot) {
    let page = content::systems(snapshot, ScopeFilter::Prefecture);
    check_links(snapshot, &page);
    let municipal = of_scope(snapshot, ScopeFilter::Municipal);
    for domain in Domain::ALL {
        let id = format!("{}-table", domain.slug());
        let table = parts(&page).into_iter().find_map(|block| match block {
            Block::Table(table) if table.id == id => Some(table),
            _ => None,
        });
        let Some(table) = table else { continue };
        let column = table.columns.iter().position(|it| it.name == "参考：市町村どうし").unwrap();
        for row in &table.rows {
            let of_type = |case: &&Case| snapshot.system_name(&case.system_type) == row[0].value();
            let count = municipal.iter().filter(of_type).filter(|case| case.domain == *domain).count();
            assert_eq!(row[column].value().parse().unwrap_or(0), count, "{}", row[0].value());
        }
    }
    for scope in [ScopeFilter::Municipal, ScopeFilter::All] {
        assert!(!content::systems(snapshot, scope).words().contains("参考："));
    }
}

/// A page that shows a few of many says so in its first sentences, and shows the others next.
fn check_type(snapshot: &Snapshot, slug: &Slug) -> bool {
    let count = |scope| of_scope(snapshot, scope).iter().filter(|it| it.system_type == *slug).count();
    let (own, municipal) = (count(ScopeFilter::Prefecture), count(ScopeFilter::Municipal));
    if own == 0 || municipal == 0 {
        return false;
    }
    let page = content::system(snapshot, slug);
    assert!(
        page.lead.plain().contains(&format!("市町村どうしの事例が{municipal}件")),
        "{}",
        page.lead.plain()
    );
    let to = list(CaseFilter {
        system: [slug.clone()].into(),
        scope: ScopeFilter::Municipal,
        ..CaseFilter::default()
    });
    let of_lead = PageContent { lead: page.lead.clone(), ..PageContent::default() };
    assert!(of_lead.links().contains(&&to), "{slug}");
    let sections: Vec<&str> = page
        .blocks
        .iter()
        .filter_map(|block| if let Block::Section(it) = block { Some(it.id.as_str()) } else { None })
        .collect();
    let place = |id: &str| sections.iter().position(|it| *it == id);
    let next = place("cases").unwrap() + 1 == place("municipal").unwrap();
    // Fewer have no figures that would stand between.
    if own >= 5 {
        assert_eq!(next, municipal > own, "{slug}: {sections:?}");
    }
    own >= 5 && municipal > own
}

fn check(snapshot: &Snapshot) -> bool {
    check_columns(snapshot);
    let mut named = false;
    for scope in [ScopeFilter::Prefecture, ScopeFilter::Municipal, ScopeFilter::All] {
        named |= check_prevailing(snapshot, &content::systems(snapshot, scope), scope);
    }
    if rows(snapshot).iter().any(|case| is_joint(case) && case.scope == Scope::Prefecture) {
        named |= check_prevailing(snapshot, &content::overview(snapshot), ScopeFilter::Municipal);
    }
    named
}

#[test]
fn the_published_pages_say_how_many_more_there_are() {
    let snapshot = published().snapshot;
    assert!(check(&snapshot), "the examples show nothing");
    let types = snapshot.terms.system_types.iter();
    let mostly_municipal = types.filter(|it| check_type(&snapshot, &it.slug)).count();
    assert!(mostly_municipal > 0, "the examples show nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_pages_of_any_cases_do(snapshot in generate::snapshot()) {
        check(&snapshot);
        for system in &snapshot.terms.system_types {
            check_type(&snapshot, &system.slug);
        }
    }
}
