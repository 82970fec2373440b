//! Texts to take along: references to a card and to the data.

use joint_procurement::words;
use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::published;

#[test]
fn a_reference_says_title_site_state_of_the_data_address_day_and_licence() {
    let mut meta = published().snapshot.meta;
    let id = meta.id.to_string();
    let place = Address::with_card(Route::Overview, "years").in_snapshot(&meta.id);
    assert_eq!(place.path(), format!("?snapshot={id}#years"));
    // An address that asks for a snapshot is of that.
    let asked = Address::with_query(Route::Cases, "pref=27&snapshot=2026-11-23");
    assert_eq!(asked.clone().in_snapshot(&meta.id), asked);

    let address = format!("https://example.jp/{}", place.path());
    let as_of = words::date(meta.as_of);
    let read = "2027-02-03".parse().ok();
    let card = words::cite::reference(&meta, Some("年ごとの導入"), &address, read);
    let expected = format!(
        "「年ごとの導入」{}、データ版 {id}（{as_of}時点）、{address}（2027年2月3日閲覧）、ライセンス：{}",
        words::site::NAME,
        meta.licence
    );
    assert_eq!(card.strip_prefix(&format!("{}、", meta.maintainer.name)).unwrap_or(&card), expected);
    let data = words::cite::reference(&meta, None, &address, None);
    assert!(data.contains(&format!("{}「{}」、データ版 {id}", words::site::NAME, meta.title)), "{data}");
    assert!(data.contains(&format!("{address}、ライセンス：")), "{data}");

    meta.maintainer.name = "ある協議会".to_owned();
    assert!(words::cite::reference(&meta, None, &address, read).starts_with("ある協議会、"));
    meta.kind = SnapshotKind::Synthetic;
    let made_up = words::cite::reference(&meta, None, &address, read);
    assert!(made_up.contains("架空のデータ"), "nobody takes it for real: {made_up}");
}
