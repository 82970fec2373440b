//! Things found by name, as they are offered, and the pages to which they lead.

use joint_procurement::content::{name_options, named_page, names_found};
use joint_procurement::words;
use joint_procurement_core::query::{NameIndex, NameScope, Named};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::text::{grouped, normalize};
use joint_procurement_testing::{Published, published};

/// The options for a text, and the words about them.
fn offered(scope: NameScope, text: &str) -> (Vec<(String, &'static str)>, String) {
    let Published { snapshot, municipalities, .. } = published();
    let index = NameIndex::new(&snapshot, &municipalities, scope, normalize);
    let found = index.find(text);
    let options = name_options(&snapshot, &municipalities, scope, &found);
    let texts = options.iter().map(|it| (format!("{}{}", it.name, it.detail), it.kind));
    (texts.collect(), names_found(&found))
}

fn persons(name: &str) -> String {
    let Published { municipalities, .. } = published();
    let it = municipalities.iter().find(|it| it.name == name).unwrap();
    format!("{}人", grouped(it.population))
}

#[test]
fn a_place_stands_with_its_prefecture_and_population() {
    let (options, status) = offered(NameScope::Municipalities, "岩美町");
    assert_eq!(options, [(format!("岩美町（鳥取県、{}）", persons("岩美町")), "")]);
    assert_eq!(status, "候補 1件");
    let (options, _) = offered(NameScope::Municipalities, "横浜市西区");
    assert_eq!(options, [(format!("横浜市（西区のある市、神奈川県、{}）", persons("横浜市")), "")]);
}

#[test]
fn kinds_are_told_apart_where_several_are_offered() {
    let (options, status) = offered(NameScope::All, "鳥取");
    assert_eq!(options[0].1, words::facet::PREFECTURE);
    assert!(options[0].0.starts_with("鳥取県（") && options[0].0.ends_with("人）"), "{options:?}");
    assert_eq!(options[1], (format!("鳥取市（鳥取県、{}）", persons("鳥取市")), words::town::MUNICIPALITY));
    assert!(options.iter().any(|(_, kind)| *kind == words::town::CASE));
    assert_eq!(status, format!("候補 {}件", options.len()));
    assert_eq!(offered(NameScope::All, "電子申請").0[0], ("電子申請".to_owned(), words::facet::SYSTEM));
}

#[test]
fn where_nothing_is_found_the_reason_is_told() {
    assert_eq!(offered(NameScope::All, "そのような名前はない").1, words::town::NO_CANDIDATE);
    assert_eq!(offered(NameScope::All, "313026").1, words::town::WRONG_CHECK_DIGIT);
}

#[test]
fn each_name_leads_to_its_page() {
    let Published { snapshot, municipalities, .. } = published();
    let iwami = municipalities.iter().find(|it| it.name == "岩美町").unwrap().code;
    let page = |scope, named| named_page(&snapshot, scope, named);
    let to = |route: Route| Some(Address::from(route));
    for scope in [NameScope::All, NameScope::Municipalities] {
        assert_eq!(page(scope, Named::Municipality(iwami)), to(Route::Municipality(iwami)));
    }
    assert_eq!(
        page(NameScope::Places, Named::Municipality(iwami)),
        to(Route::Prefecture(iwami.prefecture()))
    );
    for scope in [NameScope::All, NameScope::Places] {
        assert_eq!(
            page(scope, Named::Prefecture(iwami.prefecture())),
            to(Route::Prefecture(iwami.prefecture()))
        );
    }
    for (at, system) in snapshot.terms.system_types.iter().enumerate() {
        assert_eq!(page(NameScope::All, Named::System(at)), to(Route::System(system.slug.clone())));
    }
    for case in snapshot.cases.iter() {
        assert_eq!(page(NameScope::All, Named::Case(case.row())), to(Route::Case(case.id().clone())));
    }
}
