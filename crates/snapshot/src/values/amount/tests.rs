use proptest::prelude::*;

use super::*;

fn bounds(text: &str) -> Option<(u64, Option<u64>)> {
    amount(text, AmountUnit::Yen).sure().map(|range| (range.lower(), range.upper()))
}

#[test]
fn amounts_are_read_in_every_unit() {
    for (text, yen) in [
        ("1000", 1_000),
        ("1,000円", 1_000),
        ("￥1,000-", 1_000),
        ("１２０万円", 1_200_000),
        ("3.5億円", 350_000_000),
        ("1億2,000万円", 120_000_000),
        ("1,200千円", 1_200_000),
        ("3百万円", 3_000_000),
        ("約1,000万円", 10_000_000),
        ("1,000万円程度", 10_000_000),
        ("金1,000,000円也", 1_000_000),
        ("1,100,000円（税込）", 1_100_000),
        ("年額 120万円", 1_200_000),
        ("1 000 000", 1_000_000),
        ("1、000円", 1_000),
        ("1000.0", 1_000),
        ("0円", 0),
        ("無償", 0),
    ] {
        let text = text.trim_end_matches("-");
        assert_eq!(bounds(text), Some((yen, Some(yen))), "{text}");
    }
    let of_column = |text: &str, unit| amount(text, unit).sure().and_then(YenRange::exact_yen);
    assert_eq!(of_column("1,200", AmountUnit::Thousand), Some(1_200_000));
    assert_eq!(of_column("1.5", AmountUnit::HundredMillion), Some(150_000_000));
    // A unit of its own counts before that of the column.
    assert_eq!(of_column("120万円", AmountUnit::Thousand), Some(1_200_000));
    assert_eq!(of_column("500円", AmountUnit::Thousand), Some(500));
}

#[test]
fn an_end_without_a_unit_is_not_taken_for_yen() {
    use AmountUnit::{Million, TenThousand, Yen};
    for (text, unit, carried, literal) in [
        ("1億2,000", TenThousand, 120_000_000, 100_002_000),
        ("1億5千", TenThousand, 150_000_000, 100_005_000),
        ("8千", TenThousand, 80_000_000, 8_000),
        ("2億5", Million, 205_000_000, 200_000_005),
        ("1億2,000", Yen, 120_000_000, 100_002_000),
    ] {
        let both = [carried, literal].map(YenRange::exact).to_vec();
        assert_eq!(amount(text, unit), Read::Ambiguous(both), "{text}");
        // With 円 it is what it says.
        let said = amount(&format!("{text}円"), unit).sure().and_then(YenRange::exact_yen);
        assert_eq!(said, Some(literal), "{text}円");
        assert_eq!(amount(&format!("{text}〜{text}"), unit).sure(), None, "{text}");
    }
    let sure = |text, unit| amount(text, unit).sure().and_then(YenRange::exact_yen);
    assert_eq!(sure("8千", Yen), Some(8_000));
    assert_eq!(sure("1,200万", Million), Some(12_000_000));
}

#[test]
fn bands_are_their_bounds() {
    for (text, lower, upper) in [
        ("10000000-49999999", 10_000_000, Some(49_999_999)),
        ("10000000-", 10_000_000, None),
        ("1,000万円以上5,000万円未満", 10_000_000, Some(49_999_999)),
        ("1,000万円以上、5,000万円以下", 10_000_000, Some(50_000_000)),
        ("1,000万円超～5,000万円以下", 10_000_001, Some(50_000_000)),
        ("1,000〜5,000万円", 10_000_000, Some(50_000_000)),
        ("1億円〜", 100_000_000, None),
        ("〜1億円", 0, Some(100_000_000)),
        ("1億円以上", 100_000_000, None),
        ("1億円を超える", 100_000_001, None),
        ("500万円未満", 0, Some(4_999_999)),
        ("500万円以下", 0, Some(5_000_000)),
    ] {
        assert_eq!(bounds(text), Some((lower, upper)), "{text}");
    }
}

#[test]
fn an_amount_that_may_be_another_is_asked_about() {
    for (text, yen) in [
        ("1.000円", &[1_000, 1][..]),
        ("1.2E+07", &[12_000_000]),
        ("1,000円（税抜）", &[1_000]),
        ("100万円弱", &[1_000_000]),
    ] {
        let candidates = yen.iter().map(|yen| YenRange::exact(*yen)).collect();
        assert_eq!(amount(text, AmountUnit::Yen), Read::Ambiguous(candidates), "{text}");
    }
}

#[test]
fn no_other_text_is_an_amount() {
    for text in [
        "",
        "未定",
        "-500",
        "△500",
        "▲500",
        "1,00円",
        "1.5円",
        "円",
        "万円",
        "億円",
        "月額10万円",
        "5,000万円〜1,000万円",
        "0円未満",
        "以上",
        "~",
        "-",
        "100ドル",
        "1/2",
        "○",
        "１０団体",
    ] {
        assert_eq!(bounds(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn an_amount_is_the_same_however_it_is_written(yen in 0_u64..1_000_000_000_000_000) {
        let exact = YenRange::exact(yen);
        prop_assert_eq!(amount(&yen.to_string(), AmountUnit::Yen), Read::Exact(exact));
        for text in [
            format!("{yen}円"),
            joint_procurement_core::text::grouped(yen) + "円",
            joint_procurement_core::text::yen_exact(exact),
        ] {
            prop_assert_eq!(amount(&text, AmountUnit::Yen).sure(), Some(exact), "{}", text);
        }
    }

    #[test]
    fn a_band_holds_its_bounds(lower in 0_u64..10_000, more in 1_u64..10_000, unit in 0_usize..5) {
        let unit = AmountUnit::ALL[unit];
        let (upper, name) = (lower + more, unit.ja());
        let times = unit.yen();
        let text = format!("{lower}{name}以上{upper}{name}未満");
        let range = YenRange::between(lower * times, upper * times - 1).unwrap();
        prop_assert_eq!(amount(&text, AmountUnit::Yen).sure(), Some(range));
    }

    #[test]
    fn no_text_stops_the_reader(text in "[0-9,.~\\-十百千万億兆円以上未満超E税抜約 ]{0,20}", other: String) {
        for unit in AmountUnit::ALL {
            let _ = (amount(&text, unit), amount(&other, unit));
        }
    }
}

#[test]
fn a_yen_sign_is_the_unit_and_a_closing_mark_no_bound() {
    for text in ["¥1,200,000", "￥1,200,000", "¥1,200,000-", "1,200,000円-", "¥1200000-"] {
        assert_eq!(amount(text, AmountUnit::Thousand).sure(), Some(YenRange::exact(1_200_000)), "{text}");
    }
    assert_eq!(amount("1,200-", AmountUnit::Thousand).sure(), Some(YenRange::exact(1_200_000)));
    assert_eq!(amount("1200～", AmountUnit::Thousand).sure(), Some(YenRange::at_least(1_200_000)));
}

#[test]
fn a_unit_alone_is_no_amount() {
    for text in ["千円", "百万円", "億円", "円", "(千円)"] {
        assert_eq!(amount(text, AmountUnit::Yen).sure(), None, "{text}");
    }
}

#[test]
fn numbers_without_a_unit_are_told_from_others() {
    for text in ["1,000", "１０００", "1,000-2,000", "約100"] {
        assert!(lacks_unit(text), "{text}");
    }
    for text in ["1,000円", "¥1,000", "100万", "3億5,000万円", "0", "無償", "不明"] {
        assert!(!lacks_unit(text), "{text}");
    }
}
