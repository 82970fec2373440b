//! The matrix of prefectures and system types, against a slow computation from the cases.

use std::collections::BTreeSet;

use joint_procurement::content::{Block, Matrix, PageContent, SummedTable, matrix_choices};
use joint_procurement_core::domain::{
    Case, Domain, PrefectureCode, Scope, Slug, Snapshot, Status, SystemState, Term,
};
use joint_procurement_core::query::MatrixQuery;
use joint_procurement_core::stats::StateTable;
use joint_procurement_testing::{generate, is_joint, published, rows};
use proptest::prelude::*;

use super::content_links::check_links;

pub fn matrix(snapshot: &Snapshot, query: &str) -> Matrix {
    let (query, problems) = MatrixQuery::parse(query);
    Matrix::of(snapshot, &query, &problems)
}

fn involves(case: &Case, at: PrefectureCode) -> bool {
    case.lead_prefecture == at || case.partner_prefectures.contains(&at)
}

fn confirms(case: &Case, at: PrefectureCode) -> bool {
    case.scope == Scope::Prefecture && is_joint(case) && involves(case, at)
}

/// Makes the text of a cell, word for word from the definition. Each state has the cases of that state alone.
fn slow_cell(cases: &[&Case], at: PrefectureCode) -> String {
    let here: Vec<&&Case> = cases.iter().filter(|case| involves(case, at)).collect();
    let mut said = Vec::new();
    let mut say = |word: &str, counts: &dyn Fn(&Case) -> bool| {
        let counted = || here.iter().filter(|case| counts(case));
        let led = counted().filter(|case| case.lead_prefecture == at).count();
        let partner = counted().count() - led;
        if led + partner > 0 {
            let led = if led > 0 { format!(" {led}件") } else { String::new() };
            let partner = if partner > 0 { format!(" 参加{partner}件") } else { String::new() };
            said.push(format!("{word}{led}{partner}"));
        }
        led + partner
    };
    let with_prefecture: usize = [
        (Some(Status::Operating), "稼働中"),
        (Some(Status::Procured), "調達済"),
        (None, "実施（現況不明）"),
        (Some(Status::Planned), "計画"),
        (Some(Status::Ended), "終了"),
    ]
    .into_iter()
    .map(|(status, word)| {
        say(word, &|case| case.scope == Scope::Prefecture && is_joint(case) && case.status.known() == status)
    })
    .sum();
    if with_prefecture == 0 {
        say("市町村どうしのみ", &|case| case.scope == Scope::Municipal && is_joint(case));
    }
    say("県等のシステムを利用", &|case| !is_joint(case));
    if said.is_empty() { "公開情報で未確認".to_owned() } else { said.join(" / ") }
}

fn check_matrix(snapshot: &Snapshot, domain: Option<Domain>, unfolded: bool) {
    let cases: Vec<Case> = rows(snapshot);
    let domain_key = domain.map(|domain| format!("domain={}", domain.slug())).unwrap_or_default();
    let query = format!("{domain_key}&{}", if unfolded { "cols=all" } else { "" });
    let shown = matrix(snapshot, &query);
    let of_type = |slug: &Slug| -> Vec<&Case> {
        let counted = cases.iter().filter(|case| domain.is_none_or(|domain| case.domain == domain));
        counted.filter(|case| case.system_type == *slug).collect()
    };
    let nationwide = |slug: &Slug| {
        let of_type = cases.iter().filter(|case| case.system_type == *slug);
        of_type.filter(|case| case.scope == Scope::Prefecture && is_joint(case)).count()
    };
    let types: Vec<&Slug> = snapshot.terms.system_types.iter().map(|it| &it.slug).collect();
    let occurring = types.iter().copied().filter(|slug| !of_type(slug).is_empty());
    let is_shown =
        |slug: &Slug| PrefectureCode::all().any(|at| of_type(slug).iter().any(|case| confirms(case, at)));
    let stands_alone =
        |slug: &Slug| slug.as_str() != "other" && (unfolded || nationwide(slug) >= 2 && is_shown(slug));
    let (own, rest): (Vec<&Slug>, Vec<&Slug>) = occurring.partition(|slug| stands_alone(slug));

    let names: Vec<&str> = shown.table.columns.iter().map(|it| it.name.as_str()).collect();
    let mut types_shown: Vec<&str> = names[1..names.len() - 1].to_vec();
    match rest.as_slice() {
        [] => (),
        [only] if only.as_str() == "other" => assert_eq!(types_shown.pop(), Some("その他")),
        folded => {
            let name = format!("ほか{}種別", folded.len());
            assert_eq!(types_shown.pop(), Some(name.as_str()), "those folded into one come last");
            assert!(!unfolded);
        }
    }
    let mut expected: Vec<&str> = own.iter().map(|slug| snapshot.system_name(slug)).collect();
    expected.sort_unstable();
    let mut sorted = types_shown.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);

    assert_eq!(shown.table.rows.len(), 47);
    for (row, at) in shown.table.rows.iter().zip(PrefectureCode::all()) {
        assert_eq!(row[0].value(), snapshot.prefecture_name(at), "in order of code");
        assert_eq!(row.len(), names.len(), "{at}");
        for (cell, name) in row[1..].iter().zip(&types_shown) {
            let slug = own.iter().find(|slug| snapshot.system_name(slug) == *name).unwrap();
            assert_eq!(cell.value(), slow_cell(&of_type(slug), at), "{name} in {at}");
        }
        if !rest.is_empty() {
            let cases: Vec<&Case> = rest.iter().flat_map(|slug| of_type(slug)).collect();
            assert_eq!(row[names.len() - 2].value(), slow_cell(&cases, at), "the rest in {at}");
        }
        let confirmed = types.iter().filter(|slug| of_type(slug).iter().any(|case| confirms(case, at)));
        assert_eq!(row.last().unwrap().value().parse().unwrap_or(0), confirmed.count(), "{at}");
    }
    assert_eq!(shown.total.len(), names.len());
    for (total, name) in shown.total[1..].iter().zip(&types_shown) {
        let slug = own.iter().find(|slug| snapshot.system_name(slug) == *name).unwrap();
        let confirmed =
            PrefectureCode::all().filter(|&at| of_type(slug).iter().any(|case| confirms(case, at)));
        assert_eq!(total.value().parse().unwrap_or(0), confirmed.count(), "{name}");
    }
}

#[test]
fn published_cells_are_those_of_the_cases() {
    let snapshot = published().snapshot;
    for unfolded in [false, true] {
        check_matrix(&snapshot, None, unfolded);
        for domain in Domain::ALL {
            check_matrix(&snapshot, Some(*domain), unfolded);
        }
    }
}

#[test]
fn every_number_leads_to_as_many_cases_in_every_view() {
    let snapshot = published().snapshot;
    let regions = snapshot.prefectures.regions.iter().map(|it| format!("region={}", it.slug));
    let domains = Domain::ALL.iter().map(|it| format!("domain={}&sort=gis", it.slug()));
    let others = ["", "sort=other", "cols=all", "cols=all&region=tohoku"].map(str::to_owned);
    for query in others.into_iter().chain(regions).chain(domains) {
        let shown = matrix(&snapshot, &query);
        let table = SummedTable {
            table: shown.table.clone(),
            note: String::new(),
            total: shown.total.iter().map(|it| it.text.clone()).collect(),
            file: shown.to_csv(),
        };
        let mut blocks = vec![
            Block::SummedTable(Box::new(table)),
            Block::List(shown.sentences.clone()),
            Block::List(shown.heads.clone()),
        ];
        blocks.extend(shown.notice.clone());
        let content = PageContent { blocks, ..PageContent::default() };
        check_links(&snapshot, &content);
        // Each number of a cell and of a sentence is a link.
        let counts =
            |words: &str| words.split('件').filter(|it| it.ends_with(|it: char| it.is_ascii_digit())).count();
        let said = content.words();
        let linked = content.links_in_words().iter().map(|(words, _)| counts(words)).sum::<usize>();
        assert!(linked > 0 && linked == counts(&said), "{query}: {linked} of {}", counts(&said));
    }
}

#[test]
fn the_file_holds_what_is_shown() {
    let snapshot = published().snapshot;
    let shown = matrix(&snapshot, "region=tohoku&domain=tools");
    let file = shown.to_csv();
    assert_eq!(file.header.len(), shown.heads.len());
    for (name, head) in file.header.iter().zip(&shown.heads) {
        assert_eq!(*name, head.plain());
    }
    assert_eq!(file.rows.len(), shown.table.rows.len() + 1);
    assert_eq!(file.rows.len(), 6 + 1);
    assert_eq!(file.rows[6][0], "確認できた都道府県");
    let tools: Vec<Case> = rows(&snapshot).into_iter().filter(|case| case.domain == Domain::Tools).collect();
    let types: BTreeSet<&Slug> = tools.iter().map(|case| &case.system_type).collect();
    assert!(types.len() > file.header.len() - 2, "some types share a column");
    assert_eq!(shown.shown, format!("6都道府県、種別{}種類", types.len()));
}

#[test]
fn an_order_by_state_keeps_the_codes_within_a_state() {
    let snapshot = published().snapshot;
    let shown = matrix(&snapshot, "sort=e-bidding");
    let column = shown.table.columns.iter().position(|it| it.name == "電子入札").unwrap();
    assert_eq!(shown.sorted, column);
    let place = |words: String| {
        let word = words.split(' ').next().unwrap().to_owned();
        SystemState::ALL.iter().position(|state| state.ja() == word).unwrap()
    };
    let code = |name: String| PrefectureCode::all().find(|&at| snapshot.prefecture_name(at) == name).unwrap();
    let order: Vec<(usize, PrefectureCode)> =
        shown.table.rows.iter().map(|row| (place(row[column].value()), code(row[0].value()))).collect();
    assert!(order.is_sorted());
    assert_ne!(order[0].0, order[46].0);
    assert_eq!(matrix(&snapshot, "").sorted, 0);
}

#[test]
fn a_sentence_names_every_type_that_is_known_in_its_prefecture() {
    let snapshot = published().snapshot;
    let cases = rows(&snapshot);
    let shown = matrix(&snapshot, "");
    assert_eq!(shown.sentences.len(), 47);
    for (sentence, at) in shown.sentences.iter().zip(PrefectureCode::all()) {
        let said = sentence.plain();
        assert!(said.starts_with(&format!("{}：", snapshot.prefecture_name(at))), "{said}");
        assert!(said.ends_with('。') && !said.contains("。。") && !said.contains("、。"), "{said}");
        for system in &snapshot.terms.system_types {
            let here = cases.iter().filter(|case| involves(case, at) && case.system_type == system.slug);
            let of_type: Vec<&Case> = here.collect();
            let expected = slow_cell(&of_type, at);
            let name = &system.name;
            let named = said.contains(&format!("、{name} ")) || said.contains(&format!("：{name} "));
            assert_eq!(named, !of_type.is_empty(), "{name}: {said}");
            for part in expected.split(" / ").filter(|part| part.contains('件')) {
                let (state, counts) = part.split_once(' ').unwrap();
                let from = said.find(&format!("{state}：")).unwrap_or_else(|| panic!("{state}: {said}"));
                let of_state = said[from..].split('。').next().unwrap();
                for count in counts.split(' ') {
                    assert!(of_state.contains(&format!("{name} {count}")), "{name} {count}: {said}");
                }
            }
        }
    }
}

/// A number stands only beside the state that its cases have: of two states, none counts the other's cases.
#[test]
fn a_cell_of_several_states_counts_each_apart() {
    let snapshot = published().snapshot;
    let cases = rows(&snapshot);
    let mut mixed = 0;
    for at in PrefectureCode::all() {
        for system in &snapshot.terms.system_types {
            let cell = StateTable::of(&snapshot).counts(at, [&system.slug]);
            let states: BTreeSet<SystemState> = cell.parts.iter().map(|part| part.state).collect();
            assert_eq!(states.len(), cell.parts.len());
            mixed += usize::from(states.len() > 1);
            let involved = cases.iter().filter(|it| involves(it, at) && it.system_type == system.slug);
            let of_cell = involved.filter(|it| match cell.state {
                SystemState::Municipal => it.scope == Scope::Municipal || !is_joint(it),
                SystemState::Shared => !is_joint(it),
                _ => it.scope == Scope::Prefecture || !is_joint(it),
            });
            let counted: usize = cell.parts.iter().map(|part| part.led + part.partner).sum();
            assert_eq!(counted, of_cell.count(), "{at} {}", system.slug);
        }
    }
    assert!(mixed > 0, "some prefecture has a type in two states");
}

#[test]
fn what_an_address_cannot_mean_is_told() {
    let snapshot = published().snapshot;
    assert_eq!(matrix(&snapshot, "region=tohoku&sort=gis").notice, None);
    for query in ["region=atlantis", "sort=abacus", "page=2", "domain=magic"] {
        let shown = matrix(&snapshot, query);
        let Some(Block::Notice { texts, .. }) = shown.notice else { panic!("{query}") };
        assert_eq!(texts.len(), 2, "{query}");
        assert_eq!(shown.table, matrix(&snapshot, "").table, "{query}");
    }
}

#[test]
fn every_choice_of_the_menus_is_understood() {
    let snapshot = published().snapshot;
    for domain in Domain::ALL.iter().copied().map(Some).chain([None]) {
        let choices = matrix_choices(&snapshot, domain);
        for (key, choices) in ["domain", "region", "sort"].into_iter().zip(choices) {
            assert!(choices.len() > 2 && choices[0].0.is_empty());
            for (value, name) in choices {
                assert!(!name.is_empty());
                let domain = domain.filter(|_| key == "sort").map(|it| format!("&domain={}", it.slug()));
                let query = format!("{key}={value}{}", domain.unwrap_or_default());
                assert_eq!(matrix(&snapshot, &query).notice, None, "{query}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn cells_equal_the_definition(snapshot in generate::snapshot(), domain in generate::term::<Domain>()) {
        check_matrix(&snapshot, None, true);
        check_matrix(&snapshot, Some(domain), false);
    }
}
