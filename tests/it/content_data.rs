//! The page about the data: how much is known of each field, and what can be downloaded.

use joint_procurement::content::{
    self, Block, Card, Inline, Link, OfDetails, PageContent, Picture, Table, Target,
};
use joint_procurement::words;
use joint_procurement_core::domain::{
    self, CaseDetail, CaseTable, Catalog, Fact, Field, MissingReason, Snapshot, Term,
};
use joint_procurement_core::files::parse;
use joint_procurement_core::query::{CaseQuery, ScopeFilter};
use joint_procurement_core::text::cases;
use joint_procurement_testing::{Published, data_folder, published};
use serde_json::Value;

use crate::content_links::check_links;

fn fill(snapshot: &Snapshot) -> Table {
    let blocks = OfDetails::FieldFill.blocks(snapshot, &published().details);
    let content = PageContent { blocks: blocks.clone(), ..PageContent::default() };
    check_links(snapshot, &content);
    let [Block::Table(table), Block::Card(_)] = blocks.as_slice() else { panic!("{blocks:?}") };
    table.clone()
}

fn by_prefecture(snapshot: &Snapshot, details: &[CaseDetail]) -> Card {
    match OfDetails::FieldFill.blocks(snapshot, details).pop() {
        Some(Block::Card(card)) => *card,
        other => panic!("{other:?}"),
    }
}

/// `check_links` holds the number of each list.
#[test]
fn every_prefecture_has_a_square_and_a_share_of_each_field_that_its_cases_have() {
    let Published { snapshot, details, .. } = published();
    let card = by_prefecture(&snapshot, &details);
    let Some(Picture::Chart(chart)) = &card.picture else { panic!("no chart") };
    let squares =
        [0, 1].map(|series| chart.option.json["series"][series]["data"].as_array().unwrap().clone());
    let mut squares = squares.concat();
    assert_eq!(card.table.rows.len(), 47);
    let asked: Vec<Field> = Field::ALL.iter().copied().filter(|field| !field.is_of_survey()).collect();
    for (place, (row, code)) in card.table.rows.iter().zip(domain::PrefectureCode::all()).enumerate() {
        assert_eq!(row[0].value(), snapshot.prefecture_name(code));
        let led = || {
            snapshot
                .cases
                .iter()
                .filter(|it| it.lead_prefecture() == code && ScopeFilter::default().counts(*it))
        };
        assert_eq!(row[1].value(), led().count().to_string());
        assert_eq!(row.len(), 2 + asked.len());
        for (column, (cell, &field)) in row[2..].iter().zip(&asked).enumerate() {
            let known =
                led().filter(|it| it.value(field, CaseDetail::find(&details, it.id())).is_known()).count();
            let missing = led().count() - known;
            let of_square = |it: &Value| it["value"][0] == column && it["value"][1] == place;
            let square = squares.iter().position(of_square).map(|at| squares.swap_remove(at));
            let at = format!("{code} {}", field.slug());
            if led().count() == 0 {
                assert_eq!((cell.text.plain().as_str(), square), ("－", None), "{at}");
                continue;
            }
            let share = cell.value();
            let words = square.as_ref().and_then(|it| it["tooltip"]["formatter"].as_str()).unwrap();
            assert!(
                words.ends_with(&format!("{}件中{known}件で判明（{}）", led().count(), percent_of(&share))),
                "{at} {words}"
            );
            let said = if missing == 0 {
                "100%".to_owned()
            } else {
                format!("{} 不明{missing}件", percent_of(&share))
            };
            assert_eq!(cell.text.plain(), said, "{at}");
            let linked = cell.text.iter().any(|piece| matches!(piece, Inline::Link(_)));
            assert_eq!(linked, missing > 0 && !field.is_in_details(), "{at}");
        }
    }
    assert_eq!(squares, [] as [Value; 0]);
    assert!(card.reading.plain().contains("比べるものではありません"));
}

/// A prefecture without cases has no share, and none of 0 % either.
#[test]
fn where_there_is_no_case_no_share_is_told() {
    let Published { snapshot, details, .. } = published();
    let left: Vec<domain::Case> = snapshot
        .cases
        .iter()
        .filter(|it| it.lead_prefecture().to_string() != "31")
        .map(|it| it.to_case())
        .collect();
    let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
    let snapshot =
        Snapshot::new(meta, CaseTable::new(left, &[]), terms, snapshot.prefectures.clone()).unwrap();
    let card = by_prefecture(&snapshot, &details);
    let row = &card.table.rows[30];
    assert_eq!((row[0].value().as_str(), row[1].value().as_str()), ("鳥取県", "0"));
    assert!(row[2..].iter().all(|cell| cell.text.plain() == "－" && cell.value().is_empty()));
    let Some(Picture::Chart(chart)) = &card.picture else { panic!("no chart") };
    let points = [0, 1].map(|series| chart.option.json["series"][series]["data"].as_array().unwrap().clone());
    assert!(points.concat().iter().all(|it| it["value"][1] != 30));
}

/// Gives a share of a file as it is shown.
fn percent_of(share: &str) -> String {
    if share.parse::<usize>().is_ok() { format!("{share}%") } else { share.to_owned() }
}

#[test]
fn a_share_of_the_known_is_never_rounded_to_none_or_all() {
    let table = fill(&published().snapshot);
    let asked = Field::ALL.iter().filter(|field| !field.is_of_survey()).count();
    assert_eq!(table.rows.len(), asked, "public pages are not searched for the others");
    for row in table.to_csv().rows {
        let [name, known, percent, unknown, ..] = row.as_slice() else { panic!("{row:?}") };
        let [known, unknown] = [known, unknown].map(|count| count.parse::<f64>().unwrap());
        let exact = known * 100.0 / (known + unknown);
        match percent.as_str() {
            "1%未満" => assert!(exact > 0.0 && exact < 0.5, "{name}"),
            "99%超" => assert!((99.5..100.0).contains(&exact), "{name}"),
            rounded => {
                let rounded: f64 = rounded.parse().unwrap();
                assert!((rounded - exact).abs() <= 0.5, "{name}: {rounded} of {exact}");
                assert!(rounded % 100.0 != 0.0 || rounded == exact, "{name}: {rounded} of {exact}");
            }
        }
    }
}

/// `check_links` holds every number against its list.
#[test]
fn known_cases_are_linked_where_the_list_can_show_them() {
    let table = fill(&published().snapshot);
    let linked = table.rows.iter().filter(|row| row[1].text.iter().any(|it| matches!(it, Inline::Link(_))));
    let linked: Vec<String> = linked.map(|row| row[0].value()).collect();
    let expected = [
        Field::ParticipantsCount,
        Field::InitialCost,
        Field::AnnualCost,
        Field::Savings,
        Field::SubsidyUsed,
        Field::SpecificationAvailable,
        Field::Status,
        Field::Documents,
    ];
    assert_eq!(linked, expected.map(Term::ja));
}

/// The list can tell of each field in the table of cases; `check_links` holds the numbers against it.
#[test]
fn cases_of_which_a_field_is_not_known_are_linked() {
    let table = fill(&published().snapshot);
    for row in &table.rows {
        let name = row[0].value();
        let field = Field::ALL.iter().find(|field| field.ja() == name).unwrap();
        let query = row[3].text.iter().find_map(|piece| match piece {
            Inline::Link(Link { to: Target::Internal(address), .. }) => Some(address.query.clone()),
            _ => None,
        });
        let listed = row[3].value() != "0" && !field.is_in_details();
        assert_eq!(query, listed.then(|| format!("missing={}", field.slug())), "{name}");
    }
    let notice = |query| {
        let (_, problems) = CaseQuery::parse(query);
        problems.iter().map(words::notice::query_problem).collect::<Vec<_>>()
    };
    assert_eq!(
        notice("missing=process,vendor,colour"),
        [
            "「missing」の値「process」は使えません。「経緯」は事例ごとの文章にあるため、一覧では絞り込めません。",
            "「missing」の値「colour」は使えません。"
        ]
    );
}

#[test]
fn reasons_have_a_column_only_where_any_is_recorded() {
    let snapshot = published().snapshot;
    let reasons =
        |table: &Table| table.columns.iter().any(|column| column.name.starts_with("分からない理由"));
    assert!(!reasons(&fill(&snapshot)), "no published case records a reason");

    let mut all: Vec<domain::Case> = snapshot.cases.iter().map(|case| case.to_case()).collect();
    let case = all.iter_mut().find(|case| case.scope == domain::Scope::Prefecture).unwrap();
    case.vendor = Fact::Missing(Some(MissingReason::NotPublic));
    let cases_table = CaseTable::new(all, &[]);
    let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
    let snapshot = Snapshot::new(meta, cases_table, terms, snapshot.prefectures.clone()).unwrap();
    let table = fill(&snapshot);
    assert!(reasons(&table));
    for row in table.to_csv().rows {
        let expected = match (row[0].as_str(), row[3].as_str()) {
            ("事業者", _) => "非公表 1件",
            (_, "0") => "－",
            _ => "理由の記録なし",
        };
        assert_eq!(row[4], expected, "{}", row[0]);
    }
}

fn catalog() -> Catalog {
    let bytes = std::fs::read(data_folder().join("catalog.json")).unwrap();
    parse("catalog.json", &bytes).unwrap()
}

#[test]
fn sizes_and_schemas_are_said_in_words() {
    let (snapshot, mut catalog) = (published().snapshot, catalog());
    for (bytes, said) in [(0, "0バイト"), (999, "999バイト"), (1000, "1.0 kB"), (94_750, "94.7 kB")] {
        catalog.source_files[0].bytes = bytes;
        let words = content::data(&snapshot, &catalog).words();
        assert!(words.lines().any(|line| line == said), "{said}");
    }
    let links = content::data(&snapshot, &catalog);
    let links = links.links_in_words();
    for name in domain::schemas(snapshot.meta.schema_version) {
        let link = links.iter().find(|(words, _)| words.ends_with(&format!("（{name}）")));
        assert!(link.is_some_and(|(words, _)| !words.starts_with('（')), "{name} is named in Japanese");
    }
}

#[test]
fn nobody_is_sent_to_a_maintainer_without_an_address() {
    let (mut snapshot, catalog) = (published().snapshot, catalog());
    let words = |snapshot: &Snapshot| content::data(snapshot, &catalog).words();
    snapshot.meta.maintainer = domain::Maintainer { name: "共同調達会".into(), ..Default::default() };
    assert!(words(&snapshot).contains("誤りの連絡先は、まだ決まっていません。"));
    assert!(!words(&snapshot).contains("運営者にお知らせください"));
    snapshot.meta.maintainer.email = "dx@pref.example.lg.jp".parse().ok();
    assert!(words(&snapshot).contains("運営者にお知らせください"));
    assert!(words(&snapshot).lines().any(|line| line == "dx@pref.example.lg.jp"));
    snapshot.meta.maintainer.email = None;
    snapshot.meta.maintainer.url = "https://example.jp/".parse().ok();
    assert!(words(&snapshot).contains("運営者にお知らせください"));
    assert!(!words(&snapshot).contains("まだ決まっていません"));
    let total = cases(snapshot.meta.cases as usize);
    assert!(words(&snapshot).contains(&total));
}
