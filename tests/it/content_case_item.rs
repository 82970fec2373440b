//! The description of a case in few words: its entry in a list, and the money at its page's top.

use joint_procurement::content::{self, Block, Target};
use joint_procurement_core::domain;
use joint_procurement_core::routes::Route;

use crate::content_case::{UNKNOWN, each, fact, or_unknown, read, said, section};

#[test]
fn an_entry_of_a_list_says_what_its_page_says() {
    each(|snapshot, case, stated, parts| {
        let id = &stated["id"];
        let item = content::case_item(snapshot, case);
        assert_eq!(item.title.to, Target::from(Route::Case(case.id().clone())));
        assert_eq!(item.title.text, stated["title"]);
        assert_eq!(item.system, stated["system_type"]);
        assert_eq!(domain::Term::ja(item.domain), stated["domain"]);
        assert_eq!(item.facts[0], *fact(parts, "who", "代表団体"), "{id}");
        let fields = [
            ("who", "参加自治体数", "参加自治体"),
            ("who", "人口規模", "人口規模"),
            ("who", "導入時期", "導入時期"),
            ("money", "初期費用", "初期費用"),
            ("money", "年間運用費", "年間運用費"),
        ];
        // That all of a prefecture take part is no number of participants.
        let is_known = |group: &str, field: &str| match field {
            "参加自治体数" => !stated["participants_count"].is_null(),
            _ => !said(parts, group, field).1,
        };
        let (known, unknown): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|(group, field, _)| is_known(group, field));
        let mut expected = vec!["代表団体"];
        expected.extend(known.iter().map(|(_, _, name)| *name));
        expected.extend((!unknown.is_empty()).then_some(UNKNOWN));
        let names: Vec<&str> = item.facts.iter().map(|fact| fact.name.as_str()).collect();
        assert_eq!(names, expected, "{id}");
        for (group, field, name) in known {
            // The top of the page says the same of money as the list.
            let group = if group == "money" { "money-top" } else { group };
            let shown = item.facts.iter().find(|fact| fact.name == name).unwrap();
            let on_page = &fact(parts, group, field).value;
            if field == name {
                assert_eq!(shown.value, *on_page, "{id}");
            } else {
                assert!(on_page.plain().starts_with(&shown.value.plain()), "{id}");
            }
        }
        if let Some(last) = item.facts.last().filter(|fact| fact.name == UNKNOWN) {
            let names: Vec<&str> = unknown.iter().map(|(_, _, name)| *name).collect();
            assert_eq!(read(&last.value), (names.join("、"), true), "{id}");
        }
    });
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
