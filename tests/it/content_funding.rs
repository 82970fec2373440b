//! Public money that can pay for joint procurement: on the page of a type, and the list of all.

use joint_procurement::content::{self, Block, Inline, Later, PageContent, Section, SummedTable, Target};
use joint_procurement_core::domain::{
    FileEntry, FileRole, Funding, FundingSource, JointBuying, Programme, SCHEMA_VERSION, Slug, Snapshot,
    SourceClass, Term,
};
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::published;

use crate::content_links::check_links;
use crate::content_systems::{page, parts};

/// The published snapshot, with or without a file of programmes.
fn snapshot(with_funding: bool) -> Snapshot {
    let mut snapshot = published().snapshot;
    snapshot.meta.files.retain(|file| file.role() != Some(FileRole::Funding));
    if with_funding {
        let path = "x/funding.0123456789ab.json".to_owned();
        snapshot.meta.files.push(FileEntry { path, bytes: 1, sha256: String::new() });
    }
    snapshot
}

fn programme(slug: &str, system_types: &[&Slug]) -> Programme {
    Programme {
        slug: slug.parse().unwrap(),
        name: format!("制度{slug}"),
        kind: "地方債".to_owned(),
        giver: "見本省".to_owned(),
        object: "費用".to_owned(),
        joint: JointBuying::Preferred,
        rate: Some("1/2".to_owned()),
        ceiling: None,
        period: Some("令和11年度まで".to_owned()),
        ended: None,
        system_types: system_types.iter().map(|&slug| slug.clone()).collect(),
        checked_on: "2026-11-20".parse().unwrap(),
        note: None,
        sources: vec![FundingSource {
            url: "https://example.jp/".parse().ok(),
            publisher: "見本社".to_owned(),
            published: "2025-11".parse().ok(),
            class: Some(SourceClass::Press),
            note: Some("率".to_owned()),
        }],
    }
}

/// The published programmes, where there are any, and some of each kind for two types.
fn programmes(snapshot: &Snapshot) -> Funding {
    let [first, second] = [0, 1].map(|at| &snapshot.terms.system_types[at].slug);
    let over = |programme| Programme { ended: Some(true), ..programme };
    let mut programmes = published().funding.map(|funding| funding.programmes).unwrap_or_default();
    programmes.extend([
        over(programme("over-all", &[])),
        programme("for-all", &[]),
        over(programme("over-first", &[first])),
        Programme { ended: Some(false), ..programme("for-both", &[second, first]) },
    ]);
    Funding { schema_version: SCHEMA_VERSION, programmes }
}

fn section(content: &PageContent) -> Option<&Section> {
    content.blocks.iter().find_map(|block| match block {
        Block::Section(section) if section.id == "funding" => Some(section),
        _ => None,
    })
}

fn table(snapshot: &Snapshot, funding: &Funding, system: Option<&Slug>) -> SummedTable {
    let blocks = content::funding(snapshot, funding, system);
    check_links(snapshot, &PageContent { blocks: blocks.clone(), ..PageContent::default() });
    let [Block::SummedTable(table)] = <[Block; 1]>::try_from(blocks).unwrap() else { panic!("a table") };
    assert_eq!(table.file.rows.len(), table.table.rows.len());
    assert!(table.file.rows.iter().all(|row| row.len() == table.file.header.len()));
    *table
}

/// The names that the rows begin with, those that are over with that word.
fn names(table: &SummedTable) -> Vec<String> {
    let rows = table.table.rows.iter().map(|row| row[0].value().split(" / ").next().unwrap().to_owned());
    let rows: Vec<String> = rows.collect();
    let in_file = table.file.rows.iter().map(|row| format!("{} {}", row[0], row[1]).trim_end().to_owned());
    assert_eq!(rows, in_file.collect::<Vec<_>>());
    rows
}

#[test]
fn each_type_shows_what_fits_its_own_first_and_what_is_over_last() {
    let snapshot = snapshot(true);
    let funding = programmes(&snapshot);
    for system in &snapshot.terms.system_types {
        let shown = names(&table(&snapshot, &funding, Some(&system.slug)));
        let groups = [(false, true), (false, false), (true, true), (true, false)];
        let expected = groups.into_iter().flat_map(|(over, own)| {
            let fits = move |it: &&Programme| {
                let is_own = it.system_types.contains(&system.slug);
                (is_own || it.system_types.is_empty()) && is_own == own && (it.ended == Some(true)) == over
            };
            let mark = if over { " 終了" } else { "" };
            funding.programmes.iter().filter(fits).map(move |it| format!("{}{mark}", it.name))
        });
        let expected: Vec<String> = expected.collect();
        assert_eq!(shown, expected, "{}", system.name);
    }
    let names = names(&table(&snapshot, &funding, None));
    assert_eq!(names.len(), funding.programmes.len(), "the list leaves none out");
    let over = names.iter().filter(|name| name.ends_with(" 終了")).count();
    assert!(names[names.len() - over..].iter().all(|name| name.ends_with(" 終了")), "{names:?}");
    assert_eq!(over, funding.programmes.iter().filter(|it| it.ended == Some(true)).count());
}

#[test]
fn a_row_says_what_is_stated_and_when_it_was_read() {
    let snapshot = snapshot(true);
    let funding = programmes(&snapshot);
    let SummedTable { table, file, .. } = table(&snapshot, &funding, None);
    let in_file = |place: usize, name: &str| {
        let column = file.header.iter().position(|column| column == name).unwrap();
        file.rows[place][column].as_str()
    };
    for programme in &funding.programmes {
        let place = file.rows.iter().position(|row| row[0] == programme.name).unwrap();
        let said = |name: &str| in_file(place, name);
        let row = &table.rows[place];
        assert_eq!(
            (row[1].value().as_str(), said("共同調達の扱い")),
            (programme.joint.ja(), programme.joint.ja())
        );
        let stated = [("率", &programme.rate), ("上限額", &programme.ceiling), ("期間", &programme.period)];
        let lines: Vec<String> = stated
            .iter()
            .map(|(name, stated)| {
                let value = stated.as_deref().unwrap_or("公開情報で未確認");
                assert_eq!(said(name), value, "{name} of {}", programme.slug);
                format!("{name}：{value}")
            })
            .collect();
        assert_eq!(row[2].value(), lines.join(" / "));
        let unknown = row[2].text.iter().filter(|piece| matches!(piece, Inline::Unknown(_))).count();
        assert_eq!(unknown, stated.iter().filter(|(_, stated)| stated.is_none()).count(), "never 0");

        assert_eq!(said("確認した日"), programme.checked_on.to_string());
        assert!(row[4].value().ends_with("日に確認"), "{}", row[4].value());
        let links = row[4].text.iter().filter(|piece| match piece {
            Inline::Link(link) => matches!(link.to, Target::External(_)),
            _ => false,
        });
        assert_eq!(links.count(), programme.sources.len());
        let urls = programme.sources.iter().filter_map(|source| source.url.as_ref());
        assert!(urls.clone().count() > 0 && urls.clone().all(|url| said("出典").contains(url.as_str())));
        let types: Vec<&str> = programme.system_types.iter().map(|slug| snapshot.system_name(slug)).collect();
        let types = if types.is_empty() { "すべての種別".to_owned() } else { types.join("、") };
        assert_eq!(said("対象の種別"), types);
        assert!(row[0].value().ends_with(&format!("対象の種別：{types}")), "{}", row[0].value());
    }
    let made_up = file.rows.iter().position(|row| row[0] == "制度for-both").unwrap();
    assert_eq!(in_file(made_up, "出典"), "見本社（報道、2025年11月、率） https://example.jp/");
}

#[test]
fn the_sections_lead_to_each_other_and_never_advise() {
    let snapshot = snapshot(true);
    let all = Target::from(Address::with_card(Route::Systems, "funding"));
    let list = content::systems(&snapshot, ScopeFilter::Prefecture);
    let part = section(&list).unwrap();
    assert_eq!(part.blocks, [Block::Later(Later::Funding(None))]);
    assert!(list.links().contains(&&all), "from the top of the page");
    assert!(content::overview(&snapshot).links().contains(&&all), "from the subsidies of the overview");
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        check_links(&snapshot, &content);
        let part = section(&content).unwrap();
        assert_eq!(part.blocks, [Block::Later(Later::Funding(Some(system.slug.clone())))], "{}", system.name);
        assert!(
            part.lead.plain().contains("今の募集や取扱いを")
                && part.lead.plain().contains("確認してください")
        );
        assert!(content.links().contains(&&all), "{}", system.name);
        let has_subsidies =
            parts(&content).iter().any(|it| matches!(it, Block::Section(part) if part.id == "subsidy"));
        let here = Target::from(Address::with_card(Route::System(system.slug.clone()), "funding"));
        assert!(!has_subsidies || content.links().contains(&&here), "{}", system.name);
    }
}

#[test]
fn a_snapshot_without_programmes_says_nothing_of_them() {
    let snapshot = snapshot(false);
    let pages = snapshot.terms.system_types.iter().map(|it| page(&snapshot, &it.slug));
    let pages = pages.chain([content::overview(&snapshot), content::systems(&snapshot, ScopeFilter::All)]);
    for content in pages {
        assert_eq!(section(&content), None, "{}", content.heading);
        let links = content.links_in_words();
        assert!(links.iter().all(|(words, _)| !words.contains("地方債")), "{}", content.heading);
    }
}

#[test]
fn a_type_that_nothing_fits_is_told_so() {
    let snapshot = snapshot(true);
    let [first, second] = [0, 1].map(|at| &snapshot.terms.system_types[at].slug);
    let funding = Funding { schema_version: SCHEMA_VERSION, programmes: vec![programme("one", &[first])] };
    let [Block::Paragraph(text)] = &content::funding(&snapshot, &funding, Some(second))[..] else {
        panic!("a paragraph")
    };
    assert!(text.plain().contains("未確認"), "{}", text.plain());
}
