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
    let Published { snapshot, municipalities, details } = published();
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
    assert_eq!(found(&snapshot, &index, "\u{200b}\u{feff} \u{ad}").len(), snapshot.cases.iter().len());
}
