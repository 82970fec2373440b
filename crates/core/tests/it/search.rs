//! The search in texts, as people type and paste.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseFilter, Forms, ScopeFilter, SearchIndex};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::{Published, published};

use super::query::rows;

/// The ids of all cases that a search finds, whatever their scope and form.
fn found(snapshot: &Snapshot, index: &SearchIndex, text: &str) -> Vec<String> {
    let filter = CaseFilter {
        text: text.to_owned(),
        scope: ScopeFilter::All,
        form: Forms::all(),
        ..CaseFilter::default()
    };
    rows(snapshot, index, &filter).into_iter().map(|row| snapshot.cases.row(row).id().to_string()).collect()
}

#[test]
fn what_looks_alike_finds_the_same() {
    let Published { snapshot, municipalities, details, .. } = published();
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    for (usual, other) in [
        ("AI-OCR", "AI\u{2212}OCR"),
        ("AI-OCR", "AI\u{2010}OCR"),
        ("AI-OCR", "AI\u{30fc}OCR"),
        ("AI-OCR", "ＡＩ－ＯＣＲ"),
        ("葛城市", "葛\u{e0100}城市"),
        ("長野県", "\u{2ed1}野県"),
        ("日本", "\u{2f47}本"),
        ("電子申請", "電子申請\u{200b}"),
        ("電子申請", "電子\u{ad}申請"),
        ("クラウド", "クラウト\u{3099}"),
        ("グループ", "ク\u{3099}ルーフ\u{309a}"),
        ("電子 申請", "電子\u{3000}申請"),
    ] {
        let expected = found(&snapshot, &index, usual);
        assert!(!expected.is_empty(), "{usual} finds nothing");
        assert_eq!(found(&snapshot, &index, other), expected, "{other:?}");
    }
    assert_eq!(found(&snapshot, &index, "\u{301c}"), found(&snapshot, &index, "\u{ff5e}"));
}

#[test]
fn nothing_that_is_seen_is_no_condition() {
    let Published { snapshot, .. } = published();
    let index = SearchIndex::new(&snapshot, None, &[], normalize);
    assert_eq!(found(&snapshot, &index, "\u{200b}\u{feff} \u{ad}").len(), snapshot.cases.iter().count());
}

#[test]
fn synonyms_find_each_other_and_say_so() {
    let Published { snapshot, municipalities, details, .. } = published();
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    assert!(!snapshot.terms.synonyms.is_empty());
    let mut without = snapshot.clone();
    without.terms.synonyms.clear();
    let plain = SearchIndex::new(&without, Some(&municipalities), &details, normalize);
    for pair in &snapshot.terms.synonyms {
        let [term, synonym] = pair.as_slice() else { panic!("{pair:?} is no pair") };
        let (by_term, by_synonym) = (found(&snapshot, &index, term), found(&snapshot, &index, synonym));
        assert!(!by_synonym.is_empty(), "{synonym} stands in no case");
        let own = found(&without, &plain, synonym);
        assert!(own.iter().all(|id| by_term.contains(id)), "{term} finds what {synonym} does");
        assert!(index.also(term).contains(&[term.as_str(), synonym.as_str()]), "{term}");
    }
    let longer = found(&snapshot, &index, "オンライン申請システム");
    assert!(found(&snapshot, &index, "電子申請システム").iter().all(|id| longer.contains(id)));
    assert!(!longer.is_empty());
    let both = found(&snapshot, &index, "ｵﾝﾗｲﾝ申請 協議会");
    assert!(!both.is_empty() && both.iter().all(|id| found(&snapshot, &index, "協議会").contains(id)));
    // The other word stands in no case, so that the search by it is none.
    assert!(index.also("ジュウキ").iter().all(|pair| *pair == ["じゅうき", "住民基本台帳"]));
    assert_eq!(index.also("図書館 その他の語"), Vec::<[&str; 2]>::new());
}

#[test]
fn every_form_of_a_word_stands_in_a_case_or_was_typed() {
    let Published { snapshot, municipalities, details, .. } = published();
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    for pair in &snapshot.terms.synonyms {
        for typed in pair {
            let words = index.words(typed);
            assert_eq!(words.len(), 1, "{typed} is one word");
            for other in &words[0][1..] {
                assert!(!found(&snapshot, &index, other).is_empty(), "{typed}: {other}");
            }
        }
    }
}

#[test]
fn a_participant_is_found_whether_named_or_certain() {
    let Published { snapshot, municipalities, details, .. } = published();
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    for case in snapshot.cases.iter() {
        let id = case.id().to_string();
        let all = case.includes_all_in_prefecture();
        // The last one of a whole prefecture stands for the others.
        let members = case.certain_participants(&municipalities);
        for it in members.iter().rev().take(if all { 1 } else { 3 }) {
            assert!(case.certainly_includes(it.code));
            let prefecture = snapshot.prefecture_name(it.code.prefecture());
            for text in [it.name.to_owned(), it.kana.to_owned(), format!("{prefecture}{}", it.name)] {
                assert!(found(&snapshot, &index, &text).contains(&id), "{text} finds {id}");
            }
        }
        assert!(!all || members.len() as u32 == case.participants_count().known().unwrap());
    }
    assert!(snapshot.cases.iter().any(|case| case.includes_all_in_prefecture()));
}

#[test]
fn ids_readings_and_partners_are_found() {
    let Published { snapshot, municipalities, details, .. } = published();
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    for case in snapshot.cases.iter() {
        let id = case.id().to_string();
        assert_eq!(found(&snapshot, &index, &id), std::slice::from_ref(&id));
        for code in case.partner_prefectures().iter().copied().chain([case.lead_prefecture()]) {
            let prefecture = snapshot.prefecture(code).unwrap();
            for text in [&prefecture.name, &prefecture.kana] {
                assert!(found(&snapshot, &index, text).contains(&id), "{text} finds {id}");
            }
        }
    }
    // A reading is found from its beginning: サイト is no part of さいたまし or にしのおもてし.
    let whole = found(&snapshot, &index, "とっとりけん");
    assert!(!whole.is_empty() && found(&snapshot, &index, "っとりけん").len() < whole.len());
}

#[test]
fn the_name_of_a_subsidy_is_found() {
    let Published { snapshot, .. } = published();
    let index = SearchIndex::new(&snapshot, None, &[], normalize);
    let names: Vec<_> =
        snapshot.cases.iter().filter_map(|it| Some((it.id(), it.subsidy_name().known()?))).collect();
    assert!(!names.is_empty());
    for (id, name) in names {
        assert!(found(&snapshot, &index, name).contains(&id.to_string()), "{name}");
    }
}
