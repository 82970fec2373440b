//! If a case can still be joined, wherever that is said, and the list of what is to come.

use joint_procurement::content::{self, Block, Inline, Section, Target, case_csv, cases_csv};
use joint_procurement::words;
use joint_procurement_core::domain::{
    Case, CaseDetail, CaseTable, Date, Fact, JoinAnswer, Snapshot, SnapshotKind, Status,
};
use joint_procurement_core::query::{CaseQuery, Matches, ScopeFilter, SearchIndex, Selection};
use joint_procurement_core::stats::{EventKind, Schedule};
use joint_procurement_testing::{Published, every_row, generate, published};
use proptest::prelude::*;
use strum::VariantArray;

use crate::content_case::{facts, parts, said};
use crate::content_compare::{csv, with_details};
use crate::content_links::check_links;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The published snapshot with changed cases.
fn with_cases(change: impl Fn(usize, &mut Case)) -> Published {
    let mut published = published();
    let mut cases = every_row(&published.snapshot);
    for (row, case) in cases.iter_mut().enumerate() {
        change(row, case);
    }
    published.snapshot.cases = CaseTable::new(cases, &[]);
    published
}

/// One that says of its first two cases that they can be joined, and of the third that it cannot.
fn told() -> Published {
    let mut published = with_cases(|row, case| {
        let (answer, until) = match row {
            0 => (Some(JoinAnswer::Yes), Some(date("2027-03-31"))),
            1 => (Some(JoinAnswer::OnRequest), Some(date("2026-10"))),
            2 => (Some(JoinAnswer::No), None),
            _ => (None, None),
        };
        (case.open_to_join, case.join_until) = (answer.into(), until.into());
    });
    published.details[0].join_terms = Some("県内の市町村".to_owned());
    published
}

#[test]
fn the_page_of_a_case_says_until_when_and_on_what_terms_it_can_be_joined() {
    let Published { snapshot, details, municipalities, .. } = told();
    assert_eq!(snapshot.meta.as_of, date("2026-11-28"), "the examples lie around it");
    let of = |row: usize| parts(&snapshot, snapshot.cases.row(row), Some(&details), Some(&municipalities));
    let value = |row: usize, name: &str| {
        facts(&of(row), "reuse").iter().find(|fact| fact.name == name).map(|fact| {
            fact.value
                .iter()
                .filter(|it| !matches!(it, Inline::Evidence(_)))
                .map(Inline::text)
                .collect::<String>()
        })
    };
    assert_eq!(value(0, "参加の受付").as_deref(), Some("参加できる"));
    assert_eq!(value(0, "参加の期限").as_deref(), Some("2027年3月31日"));
    assert_eq!(value(0, "参加の条件").as_deref(), Some("県内の市町村"));
    assert_eq!(value(1, "参加の受付").as_deref(), Some("相談に応じる"));
    assert_eq!(value(1, "参加の期限").as_deref(), Some("2026年10月 データの基準日より前です"));
    assert_eq!(value(2, "参加の受付").as_deref(), Some("参加できない"));
    assert_eq!(said(&of(3), "reuse", "参加の受付"), ("公開情報で未確認".to_owned(), true));
    for name in ["参加の期限", "参加の条件"] {
        let words: String = facts(&of(3), "reuse").iter().map(|fact| fact.value.plain()).collect();
        assert!(
            !words.contains(name),
            "where nothing is known of joining, nothing is said of its terms: {words}"
        );
    }
}

#[test]
fn a_list_marks_what_is_known_of_joining_and_nothing_else() {
    let Published { snapshot, .. } = told();
    let joining = |row: usize| content::case_item(&snapshot, snapshot.cases.row(row)).joining;
    assert_eq!(joining(0).as_deref(), Some("参加できる（2027年3月31日まで）"));
    assert_eq!(joining(1).as_deref(), Some("参加の受付は終了（2026年10月まで）"));
    assert_eq!(joining(2).as_deref(), Some("参加できない"));
    assert!((3..snapshot.cases.len()).all(|row| joining(row).is_none()));
}

#[test]
fn files_and_the_comparison_hold_what_is_known_of_joining() {
    let Published { snapshot, details, municipalities, .. } = told();
    let cases = &snapshot.cases;
    let file = cases_csv(&snapshot, &Selection::all(cases));
    let column = |name: &str| file.header.iter().position(|it| it == name).unwrap();
    let (answer, until) = (column("参加の受付"), column("参加の期限"));
    let id = column("事例番号");
    for (row, expected) in [(0, ["参加できる", "2027年3月31日"]), (3, ["公開情報で未確認"; 2])]
    {
        let wanted = cases.row(row).id().as_str();
        let found = file.rows.iter().find(|it| it[id] == wanted).unwrap();
        assert_eq!([&*found[answer], &*found[until]], expected);
    }
    let one = case_csv(&snapshot, cases.row(0), &details[0], Some(&municipalities));
    assert!(one.rows.contains(&vec!["参加の条件".to_owned(), "県内の市町村".to_owned()]));
    let ids = |rows: [usize; 2]| {
        let ids = rows.map(|row| cases.row(row).id().to_string());
        format!("ids={}", ids.join(","))
    };
    let compared = |rows| csv(&with_details(&snapshot, &ids(rows), Some(&details)).comparison.unwrap()).rows;
    let row = |table: &[Vec<String>], name: &str| table.iter().find(|row| row[1] == name).cloned();
    let both = compared([0, 3]);
    assert_eq!(row(&both, "参加の受付").unwrap()[2..4], ["参加できる", "公開情報で未確認"]);
    assert_eq!(row(&both, "参加の条件").unwrap()[2..4], ["県内の市町村", "公開情報で未確認"]);
    assert_eq!(row(&compared([3, 4]), "参加の条件"), None, "terms of nothing are no row");
}

#[test]
fn that_nothing_is_known_of_joining_is_said_by_kind_and_only_then() {
    let Published { mut snapshot, .. } = published();
    let compiled = content::open_unknown(&snapshot).unwrap();
    assert!(
        compiled.contains("公開情報では") && compiled.ends_with("参加できないという意味ではありません。")
    );
    snapshot.meta.kind = SnapshotKind::Official;
    assert!(content::open_unknown(&snapshot).unwrap().contains("調査への回答では"));
    assert_eq!(content::open_unknown(&told().snapshot), None);
    let conditions = words::conditions(&CaseQuery::parse("open=yes,unknown").0, &snapshot, None);
    let names: Vec<&str> = conditions.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(names, ["参加の受付：参加できる（相談を含む）", "参加の受付：未確認"]);
}

fn schedule(snapshot: &Snapshot, scope: ScopeFilter) -> Option<Section> {
    let page = content::systems(snapshot, scope);
    check_links(snapshot, &page);
    page.blocks.into_iter().find_map(|block| match block {
        Block::Section(section) if section.id == "schedule" => Some(section),
        _ => None,
    })
}

fn check_schedule(snapshot: &Snapshot) {
    for &scope in ScopeFilter::VARIANTS {
        let query = CaseQuery::parse(&format!("scope={}", scope.slug())).0;
        let index = SearchIndex::default();
        let cases = Matches::new(snapshot, &index, &query.filter).selection(&snapshot.cases);
        let expected = Schedule::of(&cases, snapshot.meta.as_of);
        let Some(section) = schedule(snapshot, scope) else {
            assert_eq!(expected.events, []);
            continue;
        };
        let [Block::Table(table), rest @ ..] = section.blocks.as_slice() else {
            panic!("{:?}", section.blocks)
        };
        let rows = table.to_csv().rows;
        assert_eq!(rows.len(), expected.events.len());
        for (row, event) in rows.iter().zip(&expected.events) {
            let case = snapshot.cases.row(event.row);
            let at = event.at.map_or("期限は未確認".to_owned(), words::date);
            let kind = match event.kind {
                EventKind::Join => "参加の期限",
                EventKind::Introduction => "導入の予定",
                EventKind::ContractEnd => "契約終了",
            };
            let prefecture = snapshot.prefecture_name(case.lead_prefecture());
            assert_eq!(row[..4], [&*at, kind, case.title(), prefecture].map(str::to_owned));
            assert!(row[4].starts_with(&format!("cases/{}/#", case.id())), "{}", row[4]);
        }
        let (dated, left_out) = content::calendar(snapshot);
        let [Block::Paragraph(calendar)] = rest else {
            assert!(rest.is_empty() && dated.is_empty(), "{rest:?}");
            continue;
        };
        let file = Target::File("schedule.ics".to_owned());
        let links = calendar.iter().filter(|it| matches!(it, Inline::Link(link) if link.to == file));
        assert_eq!(links.count(), 1);
        let words = calendar.plain();
        assert!(
            words.contains(&format!("{}の予定", joint_procurement_core::text::cases(dated.len()))),
            "{words}"
        );
        assert_eq!(words.contains("月の分からない"), left_out > 0, "{words}");
    }
}

#[test]
fn what_is_to_come_stands_in_one_list_by_date() {
    let snapshot = published().snapshot;
    check_schedule(&snapshot);
    let section = schedule(&snapshot, ScopeFilter::default()).unwrap();
    let lead = section.lead.plain();
    assert!(lead.starts_with("2026年11月28日以後に") && lead.contains("公開情報では"), "{lead}");
    let default = CaseQuery::parse("status=planned").0;
    let index = SearchIndex::default();
    let plans = Matches::new(&snapshot, &index, &default.filter).selection(&snapshot.cases);
    let undated = plans.count(|case| !case.introduced().is_known());
    assert!(undated > 0 && lead.contains(&format!("時期の分からない{undated}件")), "{lead}");
    assert!(section.more.plain().contains(&format!("{}件", plans.len())));
    // The parts that the rows lead to are those of the case's page.
    let Published { details, municipalities, .. } = published();
    let case = snapshot.cases.row(0);
    let page = parts(&snapshot, case, Some(&details), Some(&municipalities));
    for id in ["reuse", "who", "how"] {
        assert!(!facts(&page, id).is_empty());
    }
}

#[test]
fn a_case_without_a_day_stands_last_and_one_that_is_over_is_not_there() {
    let published = with_cases(|row, case| {
        (case.status, case.contract_end, case.introduced) = (Fact::UNKNOWN, Fact::UNKNOWN, Fact::UNKNOWN);
        let (answer, until) = match row {
            0 => (Some(JoinAnswer::Yes), None),
            1 => (Some(JoinAnswer::OnRequest), Some(date("2026-12"))),
            2 => (Some(JoinAnswer::Yes), Some(date("2026-10"))),
            3 => (Some(JoinAnswer::No), None),
            _ => (None, None),
        };
        (case.open_to_join, case.join_until) = (answer.into(), until.into());
    });
    let snapshot = &published.snapshot;
    check_schedule(snapshot);
    let section = schedule(snapshot, ScopeFilter::All).unwrap();
    let Some(Block::Table(table)) = section.blocks.first() else { panic!("no table") };
    let dates: Vec<String> = table.to_csv().rows.into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(dates, ["2026年12月", "期限は未確認"]);
    assert!(section.more.is_empty() && !section.lead.plain().contains("計画のうち"));
    let none = with_cases(|_, case| {
        (case.status, case.contract_end, case.introduced) =
            (Fact::Known(Status::Ended), Fact::UNKNOWN, Fact::UNKNOWN);
    });
    assert_eq!(schedule(&none.snapshot, ScopeFilter::All), None, "nothing is to come");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn generated_events_stand_in_one_list_by_date(snapshot in generate::snapshot()) {
        check_schedule(&snapshot);
    }
}

#[test]
fn no_detail_is_needed_to_say_that_joining_is_not_known() {
    let Published { snapshot, municipalities, .. } = published();
    let case = snapshot.cases.row(0);
    let empty: CaseDetail = serde_json::from_value(serde_json::json!({ "id": case.id() })).unwrap();
    let file = case_csv(&snapshot, case, &empty, Some(&municipalities));
    assert!(file.rows.iter().any(|row| row[0] == "参加の受付" && row[1] == "公開情報で未確認"));
    assert!(!file.rows.iter().any(|row| row[0] == "参加の条件"));
}
