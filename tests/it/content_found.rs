//! The words of a list about a search: its synonyms, and where a word stands that no entry shows.

use joint_procurement::content::{Found, Inline, also_searched};
use joint_procurement_core::query::SearchIndex;
use joint_procurement_core::text::{fold, normalize};
use joint_procurement_testing::{Published, published};

#[test]
fn the_synonyms_of_a_word_are_told_in_one_sentence() {
    let Published { mut snapshot, municipalities, details, .. } = published();
    let pair = |term: &str, synonym: &str| vec![term.to_owned(), synonym.to_owned()];
    snapshot.terms.synonyms = vec![
        pair("そろばん", "電子申請"),
        pair("そろばん", "電子入札"),
        pair("かみ", "図書館"),
        pair("かみ", "どの事例にもない語"),
    ];
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    for (text, said) in [
        ("そろばん", "「そろばん」は「電子申請」「電子入札」でも探しています。"),
        (
            "ソロバン　かみ",
            "「そろばん」は「電子申請」「電子入札」でも探しています。「かみ」は「図書館」でも探しています。",
        ),
        ("財務会計", ""),
        ("", ""),
    ] {
        assert_eq!(also_searched(&index, text), said, "{text}");
    }
}

#[test]
fn a_participant_is_shown_where_it_was_found() {
    let Published { snapshot, municipalities, details, .. } = published();
    let mut derived = 0;
    for case in snapshot.cases.iter() {
        let members = case.certain_participants(&municipalities);
        let Some(member) = members.last() else { continue };
        let prefecture = snapshot.prefecture_name(member.code.prefecture());
        let name = match case.includes_all_in_prefecture() {
            true => "参加自治体（都道府県内のすべての市区町村）",
            false => "参加自治体名",
        };
        derived += usize::from(case.includes_all_in_prefecture());
        for text in [member.name.to_owned(), member.kana.to_owned(), format!("{prefecture}{}", member.name)] {
            let words = [fold(&text, normalize)];
            let found = Found {
                words: &words,
                normalize,
                prefectures: &snapshot.prefectures,
                municipalities: Some(&municipalities),
                details: &details,
            };
            let (field, around) = found.excerpt(case).unwrap();
            if [case.vendor(), case.product()].iter().any(|it| it.known().is_some_and(|it| found.is_in(it))) {
                continue;
            }
            assert_eq!(field, name, "{text} in {}", case.id());
            assert!(around.iter().any(|it| *it == Inline::Mark(text.clone())), "{text} in {}", case.id());
        }
    }
    assert!(derived > 0, "the example shows nothing");
}
