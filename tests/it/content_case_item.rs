//! The description of a case in few words: its entry in a list, and the money at its page's top.

use joint_procurement::content::{self, Block, Inline, Target};
use joint_procurement_core::domain;
use joint_procurement_core::query::{CaseColumn, CaseQuery, Columns, Matches, SearchIndex, things_known};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::text::amounts;
use joint_procurement_testing::published;

use crate::content_case::{UNKNOWN, each, fact, facts, or_unknown, read, said, section};

#[test]
fn an_entry_of_a_list_says_what_its_page_says() {
    each(|snapshot, case, stated, parts| {
        let id = &stated["id"];
        let item = content::case_item(snapshot, case);
        assert_eq!(item.title.to, Target::from(Route::Case(case.id().clone())));
        assert_eq!(item.title.text, stated["title"]);
        assert_eq!(item.system, stated["system_type"]);
        assert_eq!(domain::Term::ja(item.domain), stated["domain"]);
        let lead = fact(parts, "who", "代表団体");
        let said_here = (item.facts[0].name.as_str(), item.facts[0].value.plain());
        assert_eq!(said_here, (lead.name.as_str(), lead.value.plain()), "{id}");
        let fields = [
            ("who", "参加自治体数", "参加自治体"),
            ("who", "人口規模", "人口規模"),
            ("who", "導入時期", "導入時期"),
            ("money", "初期費用", "初期費用"),
            ("money", "年間運用費", "年間運用費"),
            ("money", "契約総額", "契約総額"),
        ];
        // That all of a prefecture take part is no number of participants.
        let is_known = |group: &str, field: &str| match field {
            "参加自治体数" => !stated["participants_count"].is_null(),
            _ => !said(parts, group, field).1,
        };
        let (known, mut unknown): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|(group, field, _)| is_known(group, field));
        // Known of few, so that a list says nothing where it is not.
        unknown.retain(|(_, field, _)| *field != "契約総額");
        let mut expected = vec!["代表団体"];
        expected.extend(known.iter().map(|(_, _, name)| *name));
        let shown: Vec<_> = item.facts.iter().chain(&item.amounts).collect();
        let names: Vec<&str> = shown.iter().map(|fact| fact.name.as_str()).collect();
        assert_eq!(names, expected, "{id}");
        assert_eq!(item.known.len(), things_known(case), "{id}: as the order of the list counts");
        let has_amount = known.iter().any(|(group, ..)| *group == "money");
        assert_eq!(item.amounts.is_empty(), !has_amount, "{id}");
        assert_eq!(item.known.contains(&"費用"), has_amount, "{id}: an amount has its chip");
        let missing: Vec<&str> = item.missing.iter().map(|fact| fact.name.as_str()).collect();
        assert!(missing.len() <= 1, "{id}: what is not known is one line: {missing:?}");
        for (group, field, name) in known {
            // The top of the page says the same of money as the list.
            let group = if group == "money" { "money-top" } else { group };
            let shown = shown.iter().find(|fact| fact.name == name).unwrap();
            let on_page = &fact(parts, group, field).value;
            if field == name {
                // The page adds the sources.
                let mut pieces = on_page.iter().filter(|piece| !matches!(piece, Inline::Evidence(_)));
                assert!(shown.value.iter().eq(pieces.by_ref()), "{id}: {:?}", shown.value);
            } else {
                assert!(on_page.plain().starts_with(&shown.value.plain()), "{id}");
            }
        }
        assert_eq!(!missing.is_empty(), !unknown.is_empty(), "{id}");
        if let Some(last) = item.missing.first() {
            assert_eq!(last.name, UNKNOWN, "{id}");
            let names: Vec<&str> = unknown.iter().map(|(_, _, name)| *name).collect();
            assert_eq!(read(&last.value), (names.join("、"), true), "{id}");
        }
    });
}

#[test]
fn a_case_with_any_amount_shows_one_in_every_form_of_the_list() {
    let published = published();
    let snapshot = &published.snapshot;
    let query = CaseQuery::parse("has=costs&scope=all").0;
    let found = Matches::new(snapshot, &SearchIndex::default(), &query.filter).selection(&snapshot.cases);
    let file = content::cases_csv(snapshot, &found);
    let columns = content::shown_columns(&query.columns, &mut found.iter());
    let mut total_only = 0;
    for (case, row) in found.iter().zip(&file.rows) {
        let id = case.id();
        let amounts = content::case_item(snapshot, case).amounts;
        assert!(amounts.iter().any(|fact| fact.value.plain().contains('円')), "the entry of {id}");
        let cell = |&column: &CaseColumn| content::case_cell(snapshot, case, column).plain();
        assert!(columns.iter().map(cell).any(|cell| cell.contains('円')), "the table of {id}");
        let amounts = file.header.iter().zip(row).filter(|(name, _)| name.contains("円"));
        assert!(amounts.into_iter().any(|(_, value)| value.parse::<u64>().is_ok()), "the file of {id}");
        let (initial, annual) = (case.initial_cost().is_known(), case.annual_cost().is_known());
        total_only += usize::from(!initial && !annual);
    }
    assert!(total_only > 0, "the example shows nothing");
}

#[test]
fn columns_that_were_chosen_stay_as_they_are() {
    let published = published();
    let cases = &published.snapshot.cases;
    let chosen = CaseQuery::parse("cols=pref,annual").0.columns;
    assert_eq!(content::shown_columns(&chosen, &mut cases.iter()), *chosen.set());
    let usual = Columns::default();
    let mut with_initial = cases.iter().filter(|case| case.initial_cost().is_known());
    assert_eq!(content::shown_columns(&usual, &mut with_initial), *usual.set());
}

#[test]
fn amounts_in_the_texts_are_told_where_no_field_has_one() {
    let mut told = 0;
    each(|_, case, stated, parts| {
        let texts = ["background", "process"].map(|key| stated[key].as_str().unwrap_or_default());
        let named = texts.iter().position(|text| !amounts(text).is_empty());
        let row = facts(parts, "money").iter().find(|fact| fact.name == "文章の中の金額");
        assert_eq!(row.is_some(), named.is_some() && !case.has_costs(), "{}", case.id());
        let (Some(row), Some(named)) = (row, named) else { return };
        told += 1;
        let name = ["背景", "経緯"][named];
        assert_eq!(
            row.value.plain(),
            format!("{name}に金額の記載があります。この事例の費用かどうかは未確認です。")
        );
        let there = Address { card: "how".to_owned(), ..Route::Case(case.id().clone()).into() };
        assert!(
            row.value.iter().any(|it| matches!(it, Inline::Link(link) if link.to == there.clone().into()))
        );
        assert!(facts(parts, "how").iter().any(|fact| fact.name == name));
    });
    assert!(told > 0, "the example shows nothing");
}

#[test]
fn the_money_tile_says_once_that_nothing_is_known() {
    each(|_, _, stated, parts| {
        let amounts = ["initial_cost_yen", "annual_cost_yen", "contract_total_yen"];
        let names = ["初期費用", "年間運用費", "契約総額"];
        match section(parts, "money-top").blocks.as_slice() {
            [Block::Paragraph(text)] => {
                assert!(amounts.iter().all(|key| stated[*key].is_null()), "{}", stated["id"]);
                assert_eq!(read(text), or_unknown(None));
            }
            [Block::Amounts(_)] => {
                for (key, name) in amounts.iter().zip(names) {
                    let (_, is_unknown) = said(parts, "money-top", name);
                    assert_eq!(is_unknown, stated[*key].is_null(), "{}: {name}", stated["id"]);
                }
            }
            other => panic!("{}: {other:?}", stated["id"]),
        }
    });
}
