use proptest::prelude::*;

use super::*;
use crate::source::columns::CASES;

fn read(key: &str, text: &str) -> Meaning {
    // In years, as most heads say.
    let target = Target { period: Some(Period::Years), ..Target::of(To::of(key).unwrap()) };
    convert(&target, text, &Known::default())
}

#[track_caller]
fn assert_read(key: &str, text: &str, value: &str, told: &str) {
    match read(key, text) {
        Meaning::Value { text: found, why } => {
            assert_eq!(found, value, "{key} {text}");
            assert!(why.as_deref().unwrap_or_default().contains(told), "{key} {text}: {why:?}");
        }
        other => panic!("{key} {text}: {other:?}"),
    }
}

#[test]
fn what_was_done_to_a_cell_is_told() {
    assert_read("introduced", "2023年3月", "2023-03", "YYYY-MM の形");
    assert_read("introduced", "2023年3月15日", "2023-03", "日を除き");
    assert_read("introduced", "2023-03-15", "2023-03", "日を除き");
    assert_read("introduced", "2023-03", "2023-03", "");
    assert_read("introduced", "令和10年3月末", "2028-03", "「末」を除きました");
    assert_read("stated_population", "2,000千人", "2000000", "千や万など");
    assert_read("participants_count", "12市町", "12", "「市町」を除きました");
    assert_read("contract_years", "単年度", "1", "1年として");
    assert_read("subsidy_used", "利用した", "はい", "「はい」として");
}

#[test]
fn what_cannot_be_read_has_advice_that_helps() {
    for (key, text, meant, told) in [
        ("introduced", "R2.13", &[][..], "月を確かめて"),
        ("introduced", "2009.1", &["2009-01", "2009-10"], "年と月を - でつないで"),
        ("introduced", "令和5年度", &["2023", "2024"], "fiscal_year"),
        ("participants_count", "多数", &[], "半角の数字だけ"),
        ("participants_count", "松江市ほか18市町村", &["19"], "一つの値"),
        ("participants_count", "10〜20", &["10", "20"], "一つの値"),
        ("initial_cost_yen", "約1億円", &["100000000円"], "about"),
        ("domain", "事業部門、ツール", &["事業部門", "ツール"], "一つを選んで"),
    ] {
        let Meaning::Unclear(unclear) = read(key, text) else { panic!("{key} {text}") };
        assert_eq!(unclear.meant, meant, "{key} {text}");
        assert!(unclear.advice.as_deref().is_some_and(|it| it.contains(told)), "{key} {text}: {unclear:?}");
    }
}

#[test]
fn numbers_under_a_head_with_a_unit_are_multiplied() {
    let target = Target { times: 1_000, ..Target::of(To::of("stated_population").unwrap()) };
    for (text, value, told) in [
        ("12", "12000", "1000倍"),
        ("12.5", "12500", "1000倍"),
        ("12人", "12", "「人」"),
        ("2千人", "2000", "千や万"),
    ] {
        let Meaning::Value { text: found, why } = convert(&target, text, &Known::default()) else {
            panic!("{text}")
        };
        assert_eq!(found, value, "{text}");
        assert!(why.is_some_and(|why| why.contains(told)), "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_told_as_meant_can_be_read(
        text in prop_oneof![
            "(20|19|R|令和|平成)?[0-9]{1,4}[年/.-]?[0-9]{0,2}(月|末|年度|頃)?",
            "約?[0-9]{1,4}(,000)?[千万億]?(円|人|市町|年|か月)?(以上|程度)?",
            "(全額|一部|稼働中|参加でき|公募型|総務)[ぁ-ん、]{0,2}(部門|る|ない)?",
            "\\PC{0,8}",
        ],
    ) {
        for column in CASES.columns {
            if let Meaning::Unclear(Unclear { meant, .. }) = read(column.name, &text) {
                for meant in meant {
                    prop_assert!(!matches!(read(column.name, &meant), Meaning::Unclear(_)), "{} {}: {}", column.name, text, meant);
                }
            }
        }
    }
}
