//! The parts of a type's page: their order, and what each promises.

use std::collections::BTreeSet;

use joint_procurement::content::{Block, Target};
use joint_procurement_core::domain::{CaseRef, Domain, Scope, Slug};
use joint_procurement_core::query::{CaseFilter, CaseQuery, Matches, ScopeFilter, SearchIndex};
use joint_procurement_core::routes::successors_of_card;
use joint_procurement_core::text::normalize;
use joint_procurement_testing::published;

use crate::content_links::matching;
use crate::content_systems::{MANY, page, parts, summary};

#[test]
fn of_many_cases_those_to_follow_come_first() {
    const ORDER: [&str; 17] = [
        "cases",
        "documents",
        "ending",
        "costs",
        "savings",
        "answers",
        "subsidy",
        "funding",
        "benefits",
        "participation",
        "names",
        "places",
        "years",
        "municipal",
        "shared",
        "cancelled",
        "near",
    ];
    let snapshot = published().snapshot;
    let mut seen = BTreeSet::new();
    for system in &snapshot.terms.system_types {
        if summary(&snapshot, &system.slug).total < MANY {
            continue;
        }
        let content = page(&snapshot, &system.slug);
        let after = content.blocks.iter().skip_while(|block| !matches!(block, Block::KeyFigures(_)));
        let ids: Vec<&str> = after
            .filter_map(|block| match block {
                Block::Section(section) => Some(section.id.as_str()),
                Block::Card(card) => Some(card.id.as_str()),
                _ => None,
            })
            .collect();
        let expected: Vec<&str> = ORDER.into_iter().filter(|id| ids.contains(id)).collect();
        let of_type = format!("system={}&scope=municipal", system.slug);
        let more = matching(&snapshot, &CaseQuery::parse(&of_type).0.filter)
            > summary(&snapshot, &system.slug).total;
        // The greater part of the cases comes at once.
        let mut in_order = ids.clone();
        if more && let Some(place) = in_order.iter().position(|id| *id == "municipal") {
            assert_eq!(place, 1, "{}", system.name);
            in_order.remove(place);
            let last = in_order.iter().position(|id| ["shared", "cancelled", "near"].contains(id));
            in_order.insert(last.unwrap_or(in_order.len()), "municipal");
        }
        assert_eq!(in_order, expected, "{}", system.name);
        assert_eq!(in_order[..2], ["cases", "documents"], "{}", system.name);
        seen.extend(expected.into_iter().map(str::to_owned));
    }
    assert_eq!(seen.len(), ORDER.len(), "every part occurs: {seen:?}");
}

#[test]
fn cases_outside_the_figures_are_listed_whatever_else_the_page_has() {
    let snapshot = published().snapshot;
    let (mut listed, mut alone) = (0, 0);
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        for (id, condition) in [("municipal", "scope=municipal"), ("shared", "scope=all&form=shared-service")]
        {
            let query = format!("system={}&{condition}", system.slug);
            let count = matching(&snapshot, &CaseQuery::parse(&query).0.filter);
            let section = content.blocks.iter().find_map(|block| match block {
                Block::Section(section) if section.id == id => Some(section),
                _ => None,
            });
            assert_eq!(section.is_some(), count > 0, "{}: {id}", system.name);
            let Some(section) = section else { continue };
            assert!(section.heading.contains(&format!("{count}件")), "{}", section.heading);
            let shown =
                section.blocks.iter().any(|it| matches!(it, Block::Cases { rows, .. } if !rows.is_empty()));
            assert!(shown, "{}: {id}", system.name);
            listed += 1;
            alone += usize::from(id == "shared" && summary(&snapshot, &system.slug).total == 0);
        }
    }
    assert!(listed > alone && alone > 0, "{listed}, of them {alone} on a page without figures");
}

#[test]
fn a_share_is_shown_only_where_both_answers_occur() {
    let snapshot = published().snapshot;
    let mut shares = BTreeSet::new();
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let found = parts(&content).into_iter().find_map(|block| match block {
            Block::Table(table) if table.id == "answers-table" => Some(table.to_csv()),
            _ => None,
        });
        let summary = summary(&snapshot, &system.slug);
        assert_eq!(found.is_some(), summary.total >= MANY, "{}", system.name);
        let Some(file) = found else { continue };
        let both = [summary.by_subsidy, summary.by_specification].iter().any(|it| it.yes > 0 && it.no > 0);
        assert_eq!(file.header.iter().any(|name| name == "まとめ"), both, "{}", system.name);
        assert!(file.rows.len() == 2 && file.rows.iter().all(|row| row.len() == file.header.len()));
        shares.insert(both);
    }
    assert!(shares.contains(&false), "the examples show nothing");
}

#[test]
fn near_types_are_those_that_the_heading_promises() {
    let snapshot = published().snapshot;
    let mut headings = BTreeSet::new();
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let joint = snapshot.cases.iter().filter(|case| case.is_joint());
        let cases: Vec<_> = joint.filter(|case| *case.system_type() == system.slug).collect();
        let counted = cases.iter().any(|case| case.scope() == Scope::Prefecture);
        let scope = if counted { Scope::Prefecture } else { Scope::Municipal };
        let of = cases.iter().filter(|case| case.scope() == scope);
        let domains: Vec<Domain> = of.map(|case| case.domain()).collect();
        let near = content.blocks.iter().find_map(|block| match block {
            Block::Section(section) if section.id == "near" => Some(section),
            _ => None,
        });
        let is_near = |case: &CaseRef<'_>| {
            let other = snapshot.system_type(case.system_type()).unwrap();
            case.scope() == Scope::Prefecture
                && case.is_joint()
                && (domains.is_empty() || domains.contains(&case.domain()))
                && other.slug != system.slug
                && other.slug.as_str() != Slug::OTHER
                && other.policy_notes.is_empty()
        };
        let any = system.slug.as_str() != Slug::OTHER && snapshot.cases.iter().any(|case| is_near(&case));
        assert_eq!(near.is_some(), any, "{}", system.name);
        let Some(near) = near else { continue };
        let heading = if domains.is_empty() { "ほかの種別" } else { "同じ領域のほかの種別" };
        assert_eq!(near.heading, heading, "{}", system.name);
        assert_eq!(near.lead.plain().starts_with("同じ領域で"), !domains.is_empty(), "{}", system.name);
        let [Block::Links(links)] = near.blocks.as_slice() else { panic!("{}", system.name) };
        assert!(!links.is_empty(), "{}", system.name);
        headings.insert(heading);
        for (link, _) in links {
            let other = snapshot.terms.system_types.iter().find(|it| it.name == link.text).unwrap();
            let shares = snapshot.cases.iter().any(|case| {
                *case.system_type() == other.slug
                    && case.is_joint()
                    && case.scope() == Scope::Prefecture
                    && (domains.is_empty() || domains.contains(&case.domain()))
            });
            assert!(shares && other.slug != system.slug, "{}: {}", system.name, link.text);
        }
    }
    assert_eq!(headings.len(), 2, "the examples show nothing: {headings:?}");
}

#[test]
fn a_type_without_cases_leads_to_a_search_that_finds_some() {
    let snapshot = published().snapshot;
    let index = SearchIndex::new(&snapshot, None, &[], normalize);
    let mut found = 0;
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let links = content.links_in_words();
        let link = links.iter().find(|(words, _)| words == "事例一覧でこのキーワードを探す");
        let text = system.name.clone();
        let filter = CaseFilter { text, scope: ScopeFilter::All, ..CaseFilter::default() };
        let cases = Matches::new(&snapshot, &index, &filter).selection(&snapshot.cases).len();
        let none = summary(&snapshot, &system.slug).total == 0;
        assert!(link.is_none() || (none && cases > 0), "{}", system.name);
        if let Some((_, to)) = link {
            assert_eq!(**to, Target::from(filter), "{}", system.name);
            found += 1;
        }
        // Every case of the type has its name.
        let mut joint = snapshot.cases.iter().filter(|case| case.is_joint());
        let municipal = joint.any(|case| *case.system_type() == system.slug);
        assert!(link.is_some() || !none || !municipal, "{}", system.name);
    }
    assert!(found > 0);
}

#[test]
fn a_link_to_the_answers_leads_to_them_however_many_cases_there_are() {
    let snapshot = published().snapshot;
    let mut forms = BTreeSet::new();
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        if !snapshot.cases.iter().any(|case| *case.system_type() == system.slug) {
            continue;
        }
        let ids = content.ids();
        for card in ["known", "answers"] {
            let found = ids.contains(&card);
            let is_led_on = successors_of_card(card).iter().any(|it| ids.contains(it));
            assert!(found || is_led_on, "{}: {card}", system.name);
            forms.extend(found.then_some(card));
        }
    }
    assert_eq!(forms.len(), 2, "both forms occur");
    assert!(successors_of_card("cases").is_empty());
}
