//! The lines below a picture that is saved.

use joint_procurement::content::below_picture;
use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_testing::published;

const ADDRESS: &str = "https://example.jp/figures/?rows=system#figure";

#[test]
fn a_picture_tells_site_address_source_licence_and_date() {
    let snapshot = published().snapshot;
    let lines = below_picture(&snapshot, "単位は件".to_owned(), "出典：公開資料".to_owned(), false, ADDRESS);
    assert_eq!(
        lines,
        [
            "単位は件",
            "出典：公開資料",
            &format!("ライセンス：{}", snapshot.meta.licence),
            "自治体システム共同調達ダッシュボード",
            &format!("アドレス：{ADDRESS}"),
        ]
    );
    assert_eq!(snapshot.meta.kind, SnapshotKind::Compiled);
}

#[test]
fn a_map_owes_its_outlines_to_somebody() {
    let snapshot = published().snapshot;
    let credit = snapshot.meta.credits.iter().find(|it| it.subject == "地図").unwrap();
    let lines = |is_map| below_picture(&snapshot, String::new(), "出典".to_owned(), is_map, ADDRESS);
    assert_eq!(lines(true)[1], format!("地図：{}", credit.text));
    assert_eq!(lines(true).len(), lines(false).len() + 1);
}
