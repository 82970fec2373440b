//! Characters of every kind, and what people write.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, kind: Kind, at: usize, instead: &str) {
    let faults = faults(text);
    let [fault] = faults.as_slice() else { panic!("{text:?}: {faults:?}") };
    assert_eq!((fault.kind, fault.at), (kind, at), "{text:?}");
    assert_eq!(fault.found[0].1, instead, "{text:?}");
}

#[test]
fn characters_that_are_not_seen_are_found_with_their_place() {
    for c in "\0\t\u{85}\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{180e}\u{200b}\u{200e}\u{202e}\u{2060}\u{2066}\u{2028}\u{2029}\u{3164}\u{fe0f}\u{fe00}\u{feff}\u{ffa0}\u{fff9}\u{e0100}\u{e0041}\u{110bd}".chars() {
        check(&format!("電子{c}申請"), Kind::Unseen, 3, "");
        assert!(is_unseen(c), "{c:?}");
    }
}

#[test]
fn each_kind_is_told_with_the_character_to_use() {
    check("電子\n申請", Kind::LineBreak, 3, "");
    check("電子\u{3000}申請", Kind::Blank, 3, "");
    check("電子\u{a0}申請", Kind::Blank, 3, "");
    check("\u{2003}電\u{2003}子", Kind::Blank, 3, "");
    check("文字\u{fffd}け", Kind::Lost, 3, "");
    check("外\u{e000}字", Kind::Private, 2, "");
    check("\u{10ffff}", Kind::Unassigned, 1, "");
    check("クラウト\u{3099}", Kind::Parted, 4, "ド");
    check("Cafe\u{301}", Kind::Parted, 4, "é");
    check("\u{1112}\u{1161}\u{11ab}", Kind::Parted, 1, "한");
    check("⻑野県", Kind::Old, 1, "長");
    check("水⼾市", Kind::Old, 2, "戸");
    check("\u{fa19}", Kind::Old, 1, "神");
    check("電子ｶﾞｽ申請", Kind::Old, 3, "ガス");
    check("㈱見本", Kind::Old, 1, "(株)");
    check("見本㍿", Kind::Old, 3, "株式会社");
    check("10㌔", Kind::Old, 3, "キロ");
    check("℡", Kind::Old, 1, "TEL");
    check("НARP", Kind::Alike, 1, "H");
}

#[test]
fn every_radical_of_a_text_is_told_at_once() {
    let faults = faults("株式会社⽇⽴⻑野システム");
    let (what, advice) = faults[0].sentences();
    assert!(
        what.starts_with("5文字目の「⽇」") && what.contains("U+2F47") && what.contains("ほかに2種類"),
        "{what}"
    );
    assert!(advice.contains("「⽇」は「日」、「⽴」は「立」、「⻑」は「長」に直して"), "{advice}");
}

#[test]
fn what_people_write_is_left() {
    for text in [
        "電子申請・AI-OCR（令和4年4月～）：「見本」…①Ⅱ㎡℃〒100-0001 ★ £5 Café 葛城市 﨑 𠮷野家 Россия",
        "한국어",
        "か\u{309a}",
        " 前後の空白\u{3000}",
        "",
    ] {
        assert_eq!(faults(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn the_text_with_the_replacements_is_right(text in "[か-こアｱ-ﾟ\u{3099}⺟-⻳㈱-㈴\u{fa10}-\u{fa30}e\u{301}a-cＡ-Ｃ㍿]{0,12}") {
        for (found, instead) in faults(&text).into_iter().flat_map(|fault| fault.found) {
            prop_assert_ne!(found, instead);
        }
        // A mended character may stand beside a mark now.
        let mended: String = mended(&text).nfc().collect();
        let left = faults(&mended);
        prop_assert!(left.iter().all(|fault| fault.kind != Kind::Old), "{:?} of {:?}", left, text);
    }

    #[test]
    fn no_text_is_too_strange_to_read(text in any::<String>()) {
        for fault in faults(&text) {
            prop_assert!(fault.at >= 1 && fault.at <= text.chars().count());
            let (what, advice) = fault.sentences();
            prop_assert!(!what.is_empty() && !advice.is_empty());
        }
    }
}
