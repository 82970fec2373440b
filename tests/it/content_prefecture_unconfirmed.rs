//! Prefectures without cases.

use joint_procurement::content::{Block, prefectures};
use joint_procurement_core::domain::{CaseTable, PrefectureCode, Scope, Snapshot};
use joint_procurement_testing::{Published, published};

use crate::content_prefectures::{check_page, page, table};

/// The published cases without those that a prefecture has part in.
fn without(snapshot: &Snapshot, code: PrefectureCode) -> Snapshot {
    let cases = snapshot
        .cases
        .iter()
        .filter(|case| case.lead_prefecture() != code && !case.partner_prefectures().contains(&code));
    let cases = CaseTable::new(cases.map(|case| case.to_case()).collect(), &[]);
    let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
    Snapshot::new(meta, cases, terms, snapshot.prefectures.clone()).unwrap()
}

#[test]
fn a_prefecture_without_cases_is_unconfirmed_and_shows_what_others_have_first() {
    let Published { snapshot, municipalities, .. } = published();
    let code: PrefectureCode = "31".parse().unwrap();
    let snapshot = without(&snapshot, code);
    let (content, _) = page(&snapshot, &municipalities, code);
    check_page(&snapshot, &content);
    assert_eq!(content.heading, "鳥取県：県が関わる共同調達は公開情報で未確認");
    let first = content.blocks.iter().find_map(|block| match block {
        Block::Section(section) => Some(section.id.as_str()),
        _ => None,
    });
    assert_eq!(first, Some("nearby"));
    assert!(table(&content.blocks, "led-table").is_none());

    let all = prefectures(&snapshot);
    check_page(&snapshot, &all);
    assert!(all.lead.plain().starts_with("47都道府県のうち46都道府県で"));
    let row = &table(&all.blocks, "prefecture-table").unwrap().rows[code.index()];
    assert_eq!(row[1].value(), "公開情報で未確認");
}

#[test]
fn cases_of_municipalities_alone_do_not_confirm_a_prefecture() {
    let Published { snapshot, municipalities, .. } = published();
    let cases = snapshot.cases.iter().filter(|case| case.scope() == Scope::Municipal);
    let cases = CaseTable::new(cases.map(|case| case.to_case()).collect(), &[]);
    let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
    let snapshot = Snapshot::new(meta, cases, terms, snapshot.prefectures.clone()).unwrap();
    for code in PrefectureCode::all() {
        let (content, _) = page(&snapshot, &municipalities, code);
        check_page(&snapshot, &content);
        assert!(content.heading.ends_with("公開情報で未確認"));
        assert!(table(&content.blocks, "nearby-table").is_none());
    }
    check_page(&snapshot, &prefectures(&snapshot));
}
