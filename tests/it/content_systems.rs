//! The pages about system types.

use std::collections::BTreeMap;

use joint_procurement::content::{self, Block, KeyFigure, Later, OfDetails, PageContent, Target};
use joint_procurement_core::domain::{CaseRef, Scope, Slug, Snapshot, SystemType, Term};
use joint_procurement_core::query::{CaseFilter, CaseQuery, Matches, ScopeFilter, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Summary;
use joint_procurement_core::text::grouped;
use joint_procurement_testing::{Published, published};

use crate::content_links::{check_links, matching};

/// From this many cases on a page shows charts.
pub const MANY: usize = 5;

pub fn page(snapshot: &Snapshot, slug: &Slug) -> PageContent {
    content::system(snapshot, slug)
}

pub fn summary(snapshot: &Snapshot, slug: &Slug) -> Summary {
    let (query, _) = CaseQuery::parse(&format!("system={slug}"));
    Summary::of(&Matches::new(snapshot, &SearchIndex::default(), &query.filter).selection(&snapshot.cases))
}

/// Every part, those within sections and disclosures too.
pub fn parts(content: &PageContent) -> Vec<&Block> {
    let mut found = Vec::new();
    let mut open: Vec<&Block> = content.blocks.iter().rev().collect();
    while let Some(block) = open.pop() {
        found.push(block);
        match block {
            Block::Section(section) => open.extend(section.blocks.iter().rev()),
            Block::Disclosure { blocks, .. } => open.extend(blocks.iter().rev()),
            _ => {}
        }
    }
    found
}

fn key_figures(content: &PageContent) -> Vec<&KeyFigure> {
    parts(content)
        .into_iter()
        .flat_map(|block| match block {
            Block::KeyFigures(figures) => figures.iter().collect(),
            _ => Vec::new(),
        })
        .collect()
}

fn has_charts(content: &PageContent) -> bool {
    parts(content).iter().any(|block| matches!(block, Block::Card(_) | Block::Measures(_)))
}

/// The page with its documents, whose files come later.
fn whole_page(snapshot: &Snapshot, slug: &Slug) -> PageContent {
    let mut content = page(snapshot, slug);
    let details = published().details;
    content.blocks.extend(OfDetails::SystemDocuments(slug.clone()).blocks(snapshot, &details));
    content
}

/// 0 is a number that somebody stated; what is not known is no number.
#[track_caller]
pub fn check_unknown(content: &PageContent) {
    let words = content.words();
    for line in words.lines() {
        let zeros = line.match_indices("0件").filter(|(at, _)| {
            !line[..*at].ends_with(|letter: char| letter.is_ascii_digit() || letter == ',')
        });
        assert_eq!(zeros.count(), 0, "{}: {line}", content.heading);
    }
    for claim in ["事例なし", "未実施", "実施なし", "利用なし", "提供なし"] {
        assert!(!words.contains(claim), "{}: {claim}", content.heading);
    }
}

#[test]
fn the_figures_of_every_type_are_those_of_its_query() {
    let snapshot = published().snapshot;
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let summary = summary(&snapshot, &system.slug);
        assert_eq!(content.title, system.name);
        assert!(content.heading.starts_with(&format!("{}：", system.name)), "{}", content.heading);
        check_lead(&snapshot, system, &content);
        if summary.total > 0 {
            assert!(content.heading.contains(&format!("{}件", summary.total)), "{}", content.heading);
            let prefectures = format!("{}都道府県", summary.by_prefecture.len());
            assert!(content.heading.contains(&prefectures), "{}", content.heading);
        } else {
            assert!(content.heading.contains("公開情報で未確認"), "{}", content.heading);
        }
        let figures = key_figures(&content);
        if summary.total < MANY {
            assert!(figures.is_empty(), "{}: figures of few cases", system.name);
            continue;
        }
        let value =
            |count: usize| if count == 0 { "公開情報で未確認".to_owned() } else { count.to_string() };
        let documents = CaseFilter {
            system: [system.slug.clone()].into(),
            has: [joint_procurement_core::query::Has::Documents].into(),
            ..CaseFilter::default()
        };
        let expected = [
            value(summary.total),
            value(summary.by_prefecture.len()),
            match summary.participants.known {
                0 => value(0),
                _ => grouped(summary.participants.sum),
            },
            value(summary.by_subsidy.yes),
            value(summary.by_specification.yes),
            value(matching(&snapshot, &documents)),
        ];
        let found: Vec<&str> = figures.iter().map(|figure| figure.value.as_str()).collect();
        assert_eq!(found, expected, "{}", system.name);
        for figure in figures {
            let Target::Internal(address) = &figure.to else { panic!("{}", figure.label) };
            let (query, _) = CaseQuery::parse(&address.query);
            assert_eq!(query.filter.system, [system.slug.clone()].into(), "{}", figure.label);
            assert_eq!(query.filter.scope, ScopeFilter::Prefecture, "{}", figure.label);
            assert!(!figure.note.is_empty(), "{}: what it leaves out", figure.label);
        }
    }
}

/// Checks the lead: the description of the type, the cases by state, and those that the figures leave out.
#[track_caller]
fn check_lead(snapshot: &Snapshot, system: &SystemType, content: &PageContent) {
    let lead = content.lead.plain();
    assert!(lead.starts_with(&system.description), "{lead}");
    let of_type = |scope| {
        let joint = snapshot.cases.iter().filter(|case| case.is_joint());
        joint.filter(move |case| *case.system_type() == system.slug && case.scope() == scope)
    };
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    for case in of_type(Scope::Prefecture) {
        *states.entry(case.status().known().map_or("現況不明", Term::ja)).or_default() += 1;
    }
    // The name of the state before a number.
    let is_counted = |state: &str| {
        let after = lead.split(state).skip(1);
        after.into_iter().any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
    };
    for state in ["稼働中", "調達済", "計画", "終了", "現況不明"] {
        let counted = states.get(state).map(|cases| format!("{state}{cases}件"));
        match counted {
            Some(counted) if states.len() > 1 => assert!(lead.contains(&counted), "{lead}"),
            Some(_) => assert!(lead.contains(&format!("{state}です")), "{lead}"),
            None => assert!(!lead.contains(&format!("{state}です")) && !is_counted(state), "{lead}"),
        }
    }
    let none_operating = !states.is_empty() && !states.contains_key("稼働中");
    assert_eq!(lead.contains("稼働中と確認できた事例はありません。"), none_operating, "{lead}");
    let municipal = of_type(Scope::Municipal).count();
    let beside = format!("ほかに市町村どうしの事例が{municipal}件あります。");
    assert_eq!(lead.contains(&beside), !states.is_empty() && municipal > 0, "{lead}");
}

#[test]
fn every_number_of_cases_on_a_type_page_leads_to_so_many() {
    let snapshot = published().snapshot;
    let mut within = 0;
    for system in &snapshot.terms.system_types {
        let content = whole_page(&snapshot, &system.slug);
        check_links(&snapshot, &content);
        check_unknown(&content);
        // The page's own list of its parts.
        let here = Route::System(system.slug.clone());
        for to in content.links() {
            let Target::Internal(address) = to else { continue };
            let leads_within = address.route == here && !address.card.is_empty();
            assert!(!leads_within || content.ids().contains(&address.card.as_str()), "#{}", address.card);
            within += usize::from(leads_within);
        }
    }
    assert!(within > 100, "the examples show nothing: {within}");
}

#[test]
fn few_cases_stand_first_and_have_no_charts() {
    let snapshot = published().snapshot;
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let total = summary(&snapshot, &system.slug).total;
        assert_eq!(has_charts(&content), total >= MANY, "{}", system.name);
        let rows: Vec<usize> = parts(&content)
            .into_iter()
            .filter_map(|block| if let Block::Cases { rows, .. } = block { Some(rows.clone()) } else { None })
            .flatten()
            .collect();
        for &row in &rows {
            assert_eq!(*snapshot.cases.row(row).system_type(), system.slug);
        }
        let joint = rows.iter().map(|row| snapshot.cases.row(*row)).filter(|case| case.is_joint());
        let of_scope = |scope| joint.clone().filter(|case| case.scope() == scope).count();
        assert_eq!(of_scope(Scope::Prefecture), total.min(MANY), "{}", system.name);
        let of_type =
            snapshot.cases.iter().filter(|case| case.is_joint() && *case.system_type() == system.slug);
        let municipal = of_type.filter(|case| case.scope() == Scope::Municipal);
        let most = if total == 0 { 10 } else { MANY };
        assert_eq!(of_scope(Scope::Municipal), municipal.count().min(most), "{}", system.name);
        if (1..MANY).contains(&total) {
            let place = |id: &str| content.ids().iter().position(|it| *it == id);
            assert!(place("cases") < place("known") && place("known").is_some(), "{}", system.name);
        }
    }
}

#[test]
fn a_policy_note_is_shown_with_its_source() {
    let snapshot = published().snapshot;
    let noted = |system: &&SystemType| !system.policy_notes.is_empty();
    assert!(snapshot.terms.system_types.iter().any(|system| noted(&system)));
    for system in snapshot.terms.system_types.iter() {
        let content = page(&snapshot, &system.slug);
        assert_eq!(content.ids().contains(&"notes"), noted(&system), "{}", system.name);
        for note in &system.policy_notes {
            assert!(content.words().contains(&note.note), "{}", system.name);
            assert!(
                content.links().contains(&&Target::External(note.source_url.clone().unwrap())),
                "{}",
                system.name
            );
            assert!(content.words().contains(&note.source_publisher), "{}", system.name);
        }
    }
}

#[test]
fn the_documents_of_a_type_are_all_there() {
    let Published { snapshot, details, .. } = &published();
    for system in &snapshot.terms.system_types {
        let blocks = OfDetails::SystemDocuments(system.slug.clone()).blocks(snapshot, details);
        check_documents(snapshot, &blocks);
        let content = PageContent { blocks, ..PageContent::default() };
        let mut found: Vec<&Target> =
            content.links().into_iter().filter(|to| matches!(to, Target::External(_))).collect();
        let of_type = snapshot.cases.iter().filter(|case| *case.system_type() == system.slug);
        let ids: Vec<_> = of_type.map(|case| case.id()).collect();
        let details = details.iter().filter(|detail| ids.contains(&&detail.id));
        let expected: Vec<Target> = details
            .flat_map(|it| &it.documents)
            .map(|it| Target::External(it.url.clone().unwrap()))
            .collect();
        let mut expected: Vec<&Target> = expected.iter().collect();
        let key = |to: &&Target| format!("{to:?}");
        found.sort_by_key(key);
        expected.sort_by_key(key);
        assert_eq!(found, expected, "{}", system.name);
        let is_asked = |it: &&Block| matches!(it, Block::Later(Later::OfDetails(_)));
        let later = parts(&page(snapshot, &system.slug)).iter().any(is_asked);
        assert_eq!(later, !expected.is_empty(), "{}: files are asked for in vain", system.name);
    }
}

/// Documents that no figure counts open on demand; a copy is flagged and not called one in its title.
#[track_caller]
fn check_documents(snapshot: &Snapshot, blocks: &[Block]) {
    let check_cases = |table: &content::Table, belongs: fn(CaseRef<'_>) -> bool| {
        for row in &table.rows {
            let mut cases = snapshot.cases.iter().filter(|case| case.title() == row[2].text.plain());
            assert!(cases.any(belongs), "{}", row[2].text.plain());
            let name = row[0].text.iter().next().unwrap().text();
            assert!(!name.ends_with("転載)"), "{name}");
        }
    };
    for block in blocks {
        match block {
            Block::Table(table) => {
                check_cases(table, |case| case.is_joint() && case.scope() == Scope::Prefecture);
            }
            Block::Disclosure { summary, blocks } => {
                let [Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:?}") };
                let (whose, belongs): (_, fn(CaseRef<'_>) -> bool) = match table.id.as_str() {
                    "documents-municipal" => {
                        ("市町村どうしの", |case| case.is_joint() && case.scope() == Scope::Municipal)
                    }
                    _ => ("県等のシステムを利用する", |case| !case.is_joint()),
                };
                check_cases(table, belongs);
                assert_eq!(summary.plain(), format!("{whose}事例の文書（{}件）", table.rows.len()));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_slug_without_a_type_is_said() {
    let snapshot = published().snapshot;
    let content = page(&snapshot, &"no-such-type".parse().unwrap());
    assert!(content.words().contains("no-such-type"));
    assert!(!content.links().is_empty());
    check_links(&snapshot, &content);
}
