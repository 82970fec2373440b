//! The order of what is found by name, and that nothing is found that was not typed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use joint_procurement_core::domain::Municipality;
use joint_procurement_core::query::{NameScope, Named};
use proptest::prelude::*;

use crate::by_name::Names;

#[test]
fn each_municipality_comes_first_behind_its_prefecture() {
    let names = Names::of(NameScope::Places);
    for it in names.published.municipalities.iter() {
        let named = Named::Municipality(it.code);
        let text = format!("{}{}", names.published.snapshot.prefecture_name(it.code.prefecture()), it.name);
        let found = names.index.find(&text);
        assert_eq!(found.candidates.first().map(|it| it.named), Some(named), "{text}");
        assert_eq!(found.only_exact, Some(named), "{text}");
    }
}

#[test]
fn a_name_that_several_have_is_nobodys() {
    let names = Names::of(NameScope::Municipalities);
    let all: Vec<Municipality<'_>> = names.published.municipalities.iter().collect();
    let shared: BTreeSet<&str> = all
        .iter()
        .filter(|it| all.iter().filter(|other| other.name == it.name).count() > 1)
        .map(|it| it.name)
        .collect();
    assert!(shared.contains("府中市") && shared.contains("伊達市"));
    for name in shared {
        assert_eq!(names.only_exact(name), None, "{name}");
        let count = all.iter().filter(|it| it.name == name).count();
        let found = names.index.find(name);
        let first: Vec<Municipality<'_>> =
            found.candidates[..count].iter().map(|it| municipality(&names, it.named)).collect();
        assert!(first.iter().all(|it| it.name == name), "{name}: {first:?}");
        assert!(first.is_sorted_by(|a, b| a.population >= b.population), "{name}: {first:?}");
    }
}

#[test]
fn a_part_of_a_name_or_a_stem_is_no_whole_name() {
    let names = Names::of(NameScope::All);
    for text in ["府中", "いわみ", "岩美", "鳥取", "電子", "市", "横浜", "青葉", "31302 岩美"]
    {
        assert_eq!(names.only_exact(text), None, "{text}");
    }
}

#[test]
fn a_system_type_is_found_once_by_its_synonyms() {
    let names = Names::of(NameScope::All);
    let terms = &names.published.snapshot.terms;
    let mut found = 0;
    for pair in &terms.synonyms {
        let Some(system) = terms.system_types.iter().find(|it| it.name == pair[1]) else { continue };
        let shown = names.found(&pair[0]);
        assert_eq!(shown.iter().filter(|it| **it == system.name).count(), 1, "{pair:?}: {shown:?}");
        found += 1;
    }
    assert!(found > 0);
    assert_eq!(names.only_exact("オンライン申請").as_deref(), Some("電子申請"));
}

fn municipality(names: &Names, named: Named) -> Municipality<'_> {
    let Named::Municipality(code) = named else { panic!("{named:?}") };
    names.published.municipalities.get(code).unwrap()
}

/// The way in which a name fits, computed slowly: whole, beginning, behind a stem or a ward, reading, part.
fn level(text: &str, prefecture: [&str; 2], it: Municipality<'_>, ward: Option<&str>) -> u8 {
    let behind = |full: &str, name: &str| {
        let stem: String = full.chars().take(full.chars().count() - 1).collect();
        text.strip_prefix(&stem).is_some_and(|rest| !rest.is_empty() && name.starts_with(rest))
    };
    match () {
        () if it.name == text => 0,
        () if ward == Some(text) => 1,
        () if it.name.starts_with(text) => 2,
        () if ward.is_some_and(|ward| ward.starts_with(text)) || behind(prefecture[0], it.name) => 3,
        () if it.kana.starts_with(text) => 4,
        () if it.name.contains(text) || it.kana.contains(text) => 5,
        // The rest is behind a reading, or all of a prefecture.
        () => 6,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_found_holds_what_was_typed_in_order(row in 0..1741_usize, by_kana: bool, start in 0..4_usize, length in 1..5_usize) {
        static NAMES: OnceLock<Names> = OnceLock::new();
        let names = NAMES.get_or_init(|| Names::of(NameScope::Municipalities));
        let Some(meant) = names.published.municipalities.iter().nth(row) else { return Ok(()) };
        let whole = if by_kana { meant.kana } else { meant.name };
        let text: String = whole.chars().skip(start).take(length).collect();
        // Forms that are folded have tests of their own.
        prop_assume!(!text.is_empty() && !text.contains(['ヶ', 'ケ', 'が', 'か', 'け', '々', '之', 'の', 'ノ']));
        let found = names.index.find(&text);
        let of_meant = Named::Municipality(meant.code);
        prop_assert!(found.candidates.iter().any(|it| it.named == of_meant), "{text} finds {}", meant.name);
        let distinct: BTreeSet<Named> = found.candidates.iter().map(|it| it.named).collect();
        prop_assert_eq!(distinct.len(), found.candidates.len(), "each once: {}", text);

        let levels: Vec<(u8, &str)> = found.candidates.iter().map(|it| {
            let place = municipality(names, it.named);
            let prefecture = names.published.snapshot.prefecture(place.code.prefecture()).unwrap();
            (level(&text, [&prefecture.name, &prefecture.kana], place, it.ward), place.name)
        }).collect();
        prop_assert!(levels.is_sorted_by_key(|it| it.0) || levels.iter().any(|it| it.0 == 6), "{}: {:?}", text, levels);

        let beginning = found.candidates.iter().filter(|it| it.ward.is_none()).map(|it| municipality(names, it.named));
        let beginning = beginning.filter(|it| it.name.strip_prefix(&text).is_some_and(|rest| rest.chars().count() > 1));
        prop_assert!(beginning.map(|it| it.population).is_sorted_by(|a, b| a >= b), "the larger first: {}", text);
    }
}
