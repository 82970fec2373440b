//! The page of a case as a whole: its links, its state without files, facts that no published case has.

use std::collections::BTreeSet;

use joint_procurement::content::{self, Block, Inline, Later, OfCase, PageContent, Target};
use joint_procurement_core::domain::{
    self, CaseDetail, CaseRef, CaseTable, Fact, Field, Form, MissingReason, Municipalities, Snapshot,
    YenRange,
};
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_testing::{Published, generate, published};
use proptest::prelude::*;

use crate::content_case::{SAVINGS, UNKNOWN, fact, facts, parts, read, said, section, sections};
use crate::content_links::check_links;

/// The page with the parts that come later.
fn whole_page(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    details: Option<&[CaseDetail]>,
    municipalities: Option<&Municipalities>,
) -> PageContent {
    let mut content = content::case(snapshot, case, None);
    assert_eq!(content.blocks, [Block::Later(Later::OfCase(OfCase { row: case.row(), near: None }))]);
    content.blocks = parts(snapshot, case, details, municipalities);
    content
}

#[test]
fn the_first_sentence_does_not_take_one_form_for_another() {
    let snapshot = published().snapshot;
    for case in snapshot.cases.every() {
        let lead = content::case(&snapshot, case, None).lead.plain();
        let form = case.form().known();
        for other in <Form as domain::Term>::ALL {
            let (word, is_own) = (domain::Term::ja(*other), form == Some(*other));
            assert_eq!(lead.contains(word), is_own, "{}: {lead}", case.id());
        }
    }
}

#[test]
fn every_link_leads_to_a_place_that_holds_the_case() {
    let Published { snapshot, municipalities, details, .. } = published();
    for case in snapshot.cases.iter() {
        let id = case.id();
        let content = whole_page(&snapshot, case, Some(&details), Some(&municipalities));
        check_links(&snapshot, &content);
        let kicker: Vec<Route> = content.links().iter().take(3).map(|to| route(to)).collect();
        let (system, prefecture) = (case.system_type().clone(), case.lead_prefecture());
        assert_eq!(
            kicker,
            [Route::Cases, Route::System(system.clone()), Route::Prefecture(prefecture)],
            "{id}"
        );
        assert_eq!(content.ancestors, [Route::Overview, Route::Cases]);
        let pages: BTreeSet<String> = content.links().iter().map(|to| route(to).path()).collect();
        for partner in case.partner_prefectures() {
            assert!(pages.contains(&Route::Prefecture(*partner).path()), "{id}: {partner}");
        }
        let others = content
            .blocks
            .iter()
            .find(|part| matches!(part, Block::FactGroup(section) if section.id == "others"));
        let others = others.map(Block::links).unwrap_or_default();
        check_others(&snapshot, case, &others);
        let lists: Vec<&Target> =
            content.links().into_iter().filter(|to| route(to) == Route::Cases).collect();
        let benefits = case.benefits().known().unwrap_or_default();
        let expected = 1 + benefits.len() + others.len();
        assert_eq!(lists.len(), expected, "{id}: the domain, each benefit and the other cases");
        // The case itself may lack documents.
        let lists = lists.into_iter().filter(|to| !others.contains(to));
        for list in lists {
            let Target::Internal(address) = list else { panic!("{list:?}") };
            let (query, _) = CaseQuery::parse(&address.query);
            let matches = Matches::new(&snapshot, &SearchIndex::default(), &query.filter);
            let found = matches.selection(&snapshot.cases);
            assert!(found.rows().contains(&case.row()), "{id} is not in ?{}", address.query);
            let shares = |other: CaseRef<'_>| {
                let domain = query.filter.domain.iter().all(|domain| *domain == other.domain());
                let of_other = other.benefits().known().unwrap_or_default();
                domain && query.filter.benefit.iter().all(|benefit| of_other.contains(&benefit))
            };
            assert!(found.iter().all(shares), "{id}: ?{}", address.query);
        }
    }
}

/// Each list of others shares what it says and holds another case; where there is one it is linked.
fn check_others(snapshot: &Snapshot, case: CaseRef<'_>, links: &[&Target]) {
    let in_scope = |other: &CaseRef<'_>| {
        (!case.is_joint() || other.is_joint())
            && (case.scope() == domain::Scope::Municipal || other.scope() == domain::Scope::Prefecture)
    };
    let others: Vec<_> =
        snapshot.cases.iter().filter(in_scope).filter(|other| other.row() != case.row()).collect();
    let of_type = |other: &&CaseRef<'_>| other.system_type() == case.system_type();
    let expected = [
        others.iter().any(|other| of_type(&other)),
        others.iter().any(|other| other.lead_prefecture() == case.lead_prefecture()),
        others.iter().filter(of_type).any(|other| other.document_kinds().is_known()),
    ];
    let scope = if case.scope() == domain::Scope::Municipal { "&scope=all" } else { "" };
    let (system, prefecture) = (case.system_type(), case.lead_prefecture());
    let form = if case.is_joint() { "" } else { "&form=joint-procurement,joint-use,shared-service,unknown" };
    let queries = [
        format!("system={system}{scope}{form}"),
        format!("pref={prefecture}{scope}{form}"),
        format!("system={system}{scope}&has=documents{form}"),
    ];
    // In the order of addresses.
    let queries = queries.map(|query| CaseQuery::parse(&query).0.to_string());
    let queries = queries.iter().zip(expected).filter(|(_, any)| *any).map(|(query, _)| query.as_str());
    let shown = links.iter().map(|to| match to {
        Target::Internal(address) => address.query.as_str(),
        other => panic!("{other:?}"),
    });
    assert!(shown.eq(queries), "{}: {links:?}", case.id());
}

/// Gives the route of a link. A link to another site is never the list of cases.
fn route(to: &Target) -> Route {
    match to {
        Target::Internal(address) => address.route.clone(),
        Target::File(path) => Route::NotFound(path.clone()),
        Target::External(address) => Route::NotFound(address.to_string()),
    }
}

#[test]
fn what_does_not_need_a_file_is_shown_without_it() {
    let Published { snapshot, municipalities, details, .. } = published();
    let ids = |parts: &[Block]| -> Vec<String> {
        sections(parts).iter().map(|section| section.id.clone()).collect()
    };
    for case in snapshot.cases.iter() {
        let whole = parts(&snapshot, case, Some(&details), Some(&municipalities));
        let tiles = ["documents", "money-top", "contact"];
        let groups = ["who", "money", "how", "reuse", "benefits", "participants", "sources", "others"];
        // A case may be the only one of its kind.
        let without_others = |parts: &[Block]| {
            let mut found = ids(parts);
            found.retain(|id| id != "others");
            found
        };
        assert_eq!(without_others(&whole), [tiles.as_slice(), &groups[..7]].concat());
        assert!(ids(&whole).iter().position(|id| id == "others").is_none_or(|place| place == 10));
        assert!(matches!(whole[0], Block::Save(_)));

        let no_municipalities = parts(&snapshot, case, Some(&details), None);
        let rest = whole.iter().filter(|part| ids(std::slice::from_ref(part)) != ["participants"]);
        // The file names the participants by the codes alone.
        assert!(no_municipalities[1..].iter().eq(rest.skip(1)));

        let no_texts = parts(&snapshot, case, None, Some(&municipalities));
        assert_eq!(without_others(&no_texts), ["who", "money", "benefits", "participants"]);
        let money = facts(&no_texts, "money");
        let names = money.iter().map(|fact| fact.name.clone() + &fact.value.plain());
        assert!(names.into_iter().all(|names| !names.contains("費用負担の方法")));
        assert_eq!(without_others(&parts(&snapshot, case, None, None)), ["who", "money", "benefits"]);
    }
}

/// A published case with other facts, in a snapshot of its own.
fn changed(change: impl FnOnce(&mut domain::Case)) -> Snapshot {
    let snapshot = published().snapshot;
    let mut case = snapshot.cases.row(0).to_case();
    change(&mut case);
    let texts = [(case.id.clone(), Field::Background, MissingReason::Withheld)];
    let table = CaseTable::new(vec![case], &texts);
    Snapshot::new(snapshot.meta, table, snapshot.terms, snapshot.prefectures).unwrap()
}

#[test]
fn reasons_stand_in_place_of_values() {
    let snapshot = changed(|case| {
        case.vendor = Fact::Missing(Some(MissingReason::NotPublic));
        case.contact_department = Fact::Missing(Some(MissingReason::NotPublic));
        case.savings = Fact::Missing(Some(MissingReason::NoAnswer));
        case.benefits = Fact::Missing(Some(MissingReason::NotCollected));
        case.document_kinds = Fact::Missing(Some(MissingReason::NotApplicable));
        case.status = Fact::Missing(Some(MissingReason::NotCollected));
        case.cost_basis = None;
        case.initial_cost = Fact::Missing(Some(MissingReason::NotPublic));
        case.annual_cost = Fact::UNKNOWN;
        case.contract_total = Fact::UNKNOWN;
    });
    let case = snapshot.cases.row(0);
    let mut detail = published().details[0].clone();
    detail.background = None;
    detail.documents.clear();
    let parts = parts(&snapshot, case, Some(&[detail]), None);
    let unknown = |text: &str| (text.to_owned(), true);
    assert_eq!(said(&parts, "how", "事業者"), unknown("非公表"));
    assert_eq!(said(&parts, "how", "背景"), unknown("非掲載希望"));
    assert_eq!(said(&parts, "money", SAVINGS), unknown("未回答"));
    assert_eq!(read(&fact(&parts, "who", "現況").value), unknown("現況不明（未調査）"));
    assert_eq!(said(&parts, "money-top", "初期費用"), unknown("非公表"));
    assert_eq!(said(&parts, "money-top", "年間運用費"), unknown(UNKNOWN));
    let item = content::case_item(&snapshot, case);
    let rows: Vec<String> =
        item.missing.iter().map(|fact| format!("{}：{}", fact.name, fact.value.plain())).collect();
    assert!(rows.contains(&"非公表：初期費用".to_owned()), "{rows:?}");
    assert!(
        rows.last().unwrap().starts_with(UNKNOWN) && rows.last().unwrap().ends_with("年間運用費"),
        "{rows:?}"
    );
    for (id, reason) in [("benefits", "未調査"), ("documents", "該当なし"), ("contact", "非公表")] {
        let [Block::Paragraph(text)] = section(&parts, id).blocks.as_slice() else { panic!("{id}") };
        assert_eq!(read(text), unknown(reason), "{id}");
    }
}

#[test]
fn amounts_are_spoken_above_and_exact_below() {
    let snapshot = changed(|case| {
        case.cost_basis = Some(domain::CostBasis::Budget);
        case.initial_cost = Fact::Known(YenRange::between(12_345_678, 20_000_000).unwrap());
        case.annual_cost = Fact::Known(YenRange::exact(0));
        case.contract_total = Fact::UNKNOWN;
    });
    let parts = parts(&snapshot, snapshot.cases.row(0), Some(&published().details), None);
    let above = |name| said(&parts, "money-top", name).0;
    let below = |name| said(&parts, "money", name).0;
    assert_eq!(above("初期費用"), "約1,235万円～2,000万円 予算・計画額");
    assert_eq!(below("初期費用"), "12,345,678円～20,000,000円");
    // Nothing paid is a statement; nothing known is none.
    assert_eq!((above("年間運用費"), below("年間運用費")), ("0円 予算・計画額".to_owned(), "0円".to_owned()));
    assert_eq!((above("契約総額"), below("契約総額")), (UNKNOWN.to_owned(), UNKNOWN.to_owned()));
    let amount = fact(&parts, "money-top", "初期費用").value.iter().next().unwrap();
    assert!(matches!(amount, Inline::Amount { exact, .. } if *exact == below("初期費用")), "{amount:?}");
}

#[test]
fn participants_of_several_prefectures_are_named_with_theirs() {
    let table = published().municipalities;
    let date = ["012335", "072133"].map(|code| code.parse().unwrap());
    let snapshot = changed(|case| {
        case.participants = Fact::Known(date.to_vec());
        case.derived_population = None;
        case.partner_prefectures = vec!["07".parse().unwrap()];
    });
    let parts = parts(&snapshot, snapshot.cases.row(0), None, Some(&table));
    let [Block::SummedTable(data), ..] = section(&parts, "participants").blocks.as_slice() else { panic!() };
    let names: Vec<String> = data.table.rows.iter().map(|row| row[0].text.plain()).collect();
    assert_eq!(names, ["福島県伊達市", "北海道伊達市"]);
    assert_eq!(data.file.rows[0][..4], ["伊達市（072133）", "072133", "福島県", "伊達市"]);
    assert_eq!(read(&data.total[1]), (UNKNOWN.to_owned(), true), "a sum that is not known is not left empty");
}

/// The fields of the two groups that need no texts, and whether they are known.
fn known(case: CaseRef<'_>) -> Vec<(&'static str, &'static str, bool)> {
    vec![
        ("who", "参加自治体数", case.participants_count().is_known()),
        ("who", "人口規模", case.population().is_some()),
        ("who", "職員規模", case.staff().is_some()),
        ("who", "都道府県の参加", case.prefecture_participates().is_known()),
        ("who", "参加するほかの都道府県", !case.partner_prefectures().is_empty()),
        ("who", "導入時期", case.introduced().is_known()),
        ("who", "現況", case.status().is_known()),
        ("money", "初期費用", case.initial_cost().is_known()),
        ("money", "年間運用費", case.annual_cost().is_known()),
        ("money", "契約総額", case.contract_total().is_known()),
        ("money", "契約年数", case.contract_years().is_known()),
        ("money", "金額の根拠", case.cost_basis().is_some()),
        ("money", "補助金の利用", case.subsidy_used().is_known()),
        ("money", "都道府県の負担", case.prefecture_bears_cost().is_known()),
        ("money", SAVINGS, case.savings().is_known()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_case_has_a_page_that_tells_known_from_unknown(snapshot in generate::snapshot()) {
        let municipalities = published().municipalities;
        for case in snapshot.cases.iter() {
            let content = whole_page(&snapshot, case, None, Some(&municipalities));
            check_links(&snapshot, &content);
            for (group, name, known) in known(case) {
                let named = facts(&content.blocks, group).iter().find(|fact| fact.name == name);
                let unknown = match named {
                    Some(fact) => fact.value.iter().any(|piece| matches!(piece, Inline::Unknown(_))),
                    None => said(&content.blocks, group, name).1,
                };
                prop_assert_eq!(unknown, !known, "{} {}", case.id(), name);
                let empty = named.is_some_and(|fact| fact.value.is_empty() && fact.blocks.is_empty());
                prop_assert!(!empty, "{} {}", case.id(), name);
            }
            // The line above the heading ends with the status.
            let status = content.kicker.iter().last().unwrap().text();
            prop_assert_eq!(domain::Term::from_ja(status), case.status().known());
        }
    }
}
