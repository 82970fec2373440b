//! The page of a municipality says what the data say, and no more.

use std::collections::BTreeSet;

use joint_procurement::content::{self, Block, OfMunicipalities, PageContent, Target};
use joint_procurement::words;
use joint_procurement_core::domain::{Municipalities, MunicipalityCode, Snapshot};
use joint_procurement_core::query::{CaseQuery, Near};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Counterparts, Home, Peers, StateTable, TownCases};
use joint_procurement_testing::{Published, published};

use crate::content_links::check_links;
use crate::content_prefecture_nearby::walk;

/// Municipalities of many prefectures and sizes.
fn some(municipalities: &Municipalities) -> Vec<MunicipalityCode> {
    municipalities.iter().step_by(61).map(|it| it.code).collect()
}

fn routes(page: &PageContent) -> BTreeSet<String> {
    let internal = page.links().into_iter().filter_map(|to| match to {
        Target::Internal(address) => Some(address.route.path()),
        _ => None,
    });
    internal.collect()
}

fn peers(snapshot: &Snapshot, municipalities: &Municipalities, code: MunicipalityCode) -> Peers {
    let own = TownCases::of(snapshot, code);
    Peers::of(snapshot, &StateTable::of(snapshot), municipalities, code, &own).unwrap()
}

#[test]
fn each_link_leads_somewhere_and_every_case_of_the_municipality_is_there() {
    let Published { snapshot, municipalities, .. } = published();
    for code in some(&municipalities) {
        let page = content::municipality(&snapshot, &municipalities, code, "");
        check_links(&snapshot, &page);
        let routes = routes(&page);
        for case in TownCases::of(&snapshot, code).cases {
            let path = Route::Case(snapshot.cases.row(case.row).id().clone()).path();
            assert!(routes.contains(&path), "{}: {path}", page.title);
        }
    }
}

#[test]
fn a_type_that_is_confirmed_there_is_never_missing_there() {
    let Published { snapshot, municipalities, .. } = published();
    for code in some(&municipalities) {
        let own = TownCases::of(&snapshot, code).certain();
        let peers = peers(&snapshot, &municipalities, code);
        for it in peers.lacking.iter().chain(&peers.noted) {
            assert!(own.iter().all(|&row| *snapshot.cases.row(row).system_type() != it.slug));
        }
        let page = content::municipality(&snapshot, &municipalities, code, "").words();
        for it in &peers.lacking {
            assert!(page.contains(snapshot.system_name(&it.slug)));
        }
    }
}

#[test]
fn finding_nothing_is_never_said_to_be_nothing() {
    let Published { snapshot, municipalities, .. } = published();
    let absence = words::municipality::absence(snapshot.meta.kind);
    for code in some(&municipalities) {
        let page = content::municipality(&snapshot, &municipalities, code, "");
        assert!(page.words().contains(&absence), "{}", page.title);
        for wrong in ["未実施", "事例なし", " 0団体", " 0/", "参加していません"] {
            assert!(!page.words().contains(wrong), "{}: {wrong}", page.title);
        }
    }
}

#[test]
fn the_size_stands_with_its_day_and_leads_to_cases_of_that_size() {
    let Published { snapshot, municipalities, .. } = published();
    for code in some(&municipalities) {
        let it = municipalities.get(code).unwrap();
        let page = content::municipality(&snapshot, &municipalities, code, "");
        let lead = page.lead.plain();
        assert!(lead.contains(&joint_procurement_core::text::persons(it.population)), "{lead}");
        assert!(lead.contains(&words::date(municipalities.population_as_of)), "{lead}");
        let near = |to: &&Target| match to {
            Target::Internal(address) => {
                CaseQuery::parse(&address.query).0.near == Some(Near::Municipality(code))
            }
            _ => false,
        };
        assert!(page.links().iter().any(near), "{}", page.title);
    }
}

#[test]
fn a_sentence_on_each_type_says_the_facts_of_its_row() {
    let Published { snapshot, municipalities, .. } = published();
    let absence = words::municipality::absence(snapshot.meta.kind);
    let unknown = words::missing(None, snapshot.meta.kind);
    let (mut with_amounts, mut with_departments) = (0, 0);
    for code in some(&municipalities) {
        let peers = peers(&snapshot, &municipalities, code);
        let page = content::municipality(&snapshot, &municipalities, code, "");
        let (mut text, mut files) = (None, Vec::new());
        walk(&page.blocks, &mut |block| match block {
            Block::CopyText(it) => {
                assert!(it.page_address);
                text = Some(it.text.clone());
            }
            Block::SummedTable(it) if it.table.id != "noted-table" => {
                files.extend(it.file.rows.clone());
                for column in &it.table.columns {
                    let seen: BTreeSet<&str> = column.sort.iter().map(|(_, seen)| *seen).collect();
                    assert_eq!(seen.len(), column.sort.len(), "{}: told apart", column.name);
                    assert!(column.sort.iter().all(|(name, seen)| name.contains(seen)), "{}", column.name);
                }
            }
            _ => {}
        });
        let Some(text) = text else {
            assert!(peers.lacking.is_empty());
            continue;
        };
        let (of, lines) = text.split_once('\n').unwrap();
        assert!(of.starts_with(municipalities.get(code).unwrap().name) && of.contains(&absence));
        assert!(lines.lines().all(|line| line.starts_with('・')));
        assert_eq!(lines.lines().count(), peers.lacking.len());
        for ((line, facts), it) in lines.lines().zip(&files).zip(&peers.lacking) {
            assert!(line.starts_with(&format!("・{}は、", facts[0])), "{line}");
            let nationwide = format!("47都道府県のうち{}で", facts[1]);
            assert_eq!(line.contains(&nationwide), it.nationwide > 0, "{line}");
            for (group, users) in ["近い規模の", "同じ都道府県の", "50km以内の"].into_iter().zip(&facts[2..5])
            {
                let said = line.contains(group) && line.contains(&format!("団体のうち{users}団体"));
                assert_eq!(said, users != unknown, "{line}");
            }
            assert_eq!(line.contains(&format!("最新の導入は{}年", facts[5])), facts[5] != unknown, "{line}");
            assert_eq!(
                line.contains(&format!("公表された金額は{}", facts[7])),
                facts[7] != unknown,
                "{line}"
            );
            assert_eq!(line.contains("参加しているか分からない"), !it.possible.is_empty(), "{line}");
            assert!(!line.contains(unknown) && !line.contains("のうち0"), "{line}");
            with_amounts += usize::from(facts[7] != unknown);
            with_departments += usize::from(line.contains(&format!("問い合わせ先は{}", facts[13])));
        }
    }
    assert!(with_amounts > 50 && with_departments > 50, "{with_amounts}, {with_departments}");
}

#[test]
fn counterparts_are_named_with_their_distance_on_either_side_of_the_border() {
    let Published { snapshot, municipalities, .. } = published();
    let mut across = 0;
    for code in some(&municipalities) {
        let Some(lacking) = peers(&snapshot, &municipalities, code).lacking.into_iter().next() else {
            continue;
        };
        let slug = &lacking.slug;
        let page = content::municipality(&snapshot, &municipalities, code, &format!("system={slug}"));
        check_links(&snapshot, &page);
        assert!(page.ids().contains(&"counterparts-with"), "{}", page.title);
        let found = Counterparts::of(&snapshot, &municipalities, Home::Municipality(code), slug).unwrap();
        let routes = routes(&page);
        for it in found.with.iter().take(5) {
            assert!(routes.contains(&Route::Case(snapshot.cases.row(it.row).id().clone()).path()));
            assert!(routes.contains(&Route::Municipality(it.nearest).path()));
            across += usize::from(it.nearest.prefecture() != code.prefecture());
        }
        for it in found.without.iter().take(5) {
            assert!(routes.contains(&Route::Municipality(it.code).path()));
        }
    }
    assert!(across > 0, "counterparts of another prefecture are among them");
}

#[test]
fn a_prefecture_has_counterparts_beyond_its_border_and_sees_all_its_municipalities() {
    let Published { snapshot, municipalities, .. } = published();
    for (at, it) in snapshot.prefectures.prefectures.iter().enumerate().step_by(9) {
        let slug = &snapshot.terms.system_types[at % 5].slug;
        let part = OfMunicipalities::Counterparts(it.code);
        assert!(part.blocks(&snapshot, &municipalities, "").is_empty(), "nobody has asked");
        let blocks = part.blocks(&snapshot, &municipalities, &format!("system={slug}"));
        let page = PageContent { blocks, ..PageContent::default() };
        check_links(&snapshot, &page);
        assert!(page.ids().contains(&"counterparts"), "links to it lead there");
        let found = Counterparts::of(&snapshot, &municipalities, Home::Prefecture(it.code), slug).unwrap();
        let routes = routes(&page);
        for town in found.without.iter().take(5) {
            assert_ne!(town.code.prefecture(), it.code);
            assert!(routes.contains(&Route::Municipality(town.code).path()), "{}", it.name);
        }
        for town in municipalities.of_prefecture(it.code) {
            assert!(routes.contains(&Route::Municipality(town.code).path()), "{}", town.name);
        }
    }
}

#[test]
fn a_type_that_the_snapshot_has_not_has_no_counterparts_and_an_unknown_code_no_page() {
    let Published { snapshot, municipalities, .. } = published();
    let code = municipalities.iter().next().unwrap().code;
    let page = content::municipality(&snapshot, &municipalities, code, "system=no-such-type");
    assert!(!page.ids().contains(&"counterparts-with"));
    assert!(page.words().contains("no-such-type"), "it is said that the type is not understood");
    // 泊村 in the northern territories, of which there are no figures.
    let code: MunicipalityCode = "016969".parse().unwrap();
    let page = content::municipality(&snapshot, &municipalities, code, "");
    assert_eq!(page.heading, words::municipality::UNKNOWN_HEADING);
    assert!(page.words().contains("016969"));
    check_links(&snapshot, &page);
}

#[test]
fn the_search_page_leads_to_the_municipalities_of_every_prefecture() {
    let Published { snapshot, .. } = published();
    let page = content::municipalities(&snapshot);
    check_links(&snapshot, &page);
    let routes = routes(&page);
    for it in &snapshot.prefectures.prefectures {
        assert!(routes.contains(&Route::Prefecture(it.code).path()), "{}", it.name);
    }
}
