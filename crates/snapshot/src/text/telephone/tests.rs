//! Numbers in every way in which they are written, and what only looks like one.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

#[test]
fn numbers_are_found_however_they_are_written() {
    for text in [
        "03-1234-5678",
        "電話03-1234-5678。",
        "(0123-45-6789)",
        "０９０－１２３４－５６７８",
        "03‐1234‐5678",
        "03−1234−5678",
        "03ー1234ー5678",
        "03―1234―5678",
        "03–1234—5678",
        "03(1234)5678",
        "（０３）１２３４－５６７８",
        "03 1234 5678",
        "03　1234　5678",
        "0857.26.7000",
        "090 1234 5678",
        "03 - 1234 - 5678",
        "+81-3-1234-5678",
        "＋81 (0)3 1234 5678",
        "+81312345678",
        "0081-3-1234-5678",
        "010-81-3-1234-5678",
        "0312345678",
        "お問い合わせは 09012345678 まで",
        "0120-123-456",
        "0120-123456",
        "〇三－一二三四－五六七八",
        "〇三ー一二三四ー五六七八",
        "TEL:26-7000",
        "電話番号は26-7000",
        "ＴＥＬ（代表）26－7000",
        "FAX番号 0312345678",
        "2023 03-1234-5678",
        "見本課（内線 123）",
        "内線2-1234",
        "ext. 4321",
        "☎0312345678",
        "03-1234-5678一覧",
    ] {
        assert!(number(text).is_some(), "{text}");
        assert!(number(&format!("お問い合わせは {text} まで")).is_some(), "{text}");
    }
}

#[test]
fn other_numbers_are_not() {
    for text in [
        "2023-04-01",
        "01-school-affairs-2023",
        "100-0001",
        "〒060-0001",
        "1-03-1234-5678",
        "03-1234-56789",
        "令和5-04-0001号",
        "2023.04.01",
        "04.01.2023",
        "05 2023 1001",
        "法人番号 1234567890123",
        "案件番号0123456789",
        "No. 0123456789",
        "1960668人",
        "1,234,567,890円",
        "110,000",
        "011002",
        "2009・2010年度",
        "2019~2023",
        "電話 2019-2023",
        "電話 2023-04-01",
        "携帯電話 100000台",
        "電話交換機 300回線",
        "内線電話 50台",
        "内線電話の共同調達",
        "代表団体 31",
        "hotel 123456",
        "next 10",
        "3億3042万9千円",
        "二〇二三年一〇月",
        "https://example.jp/0312345678.html",
        "https://example.jp/?id=09012345678",
        "A0312345678",
        "43.06208877,141.3543886",
        "192.168.0.1",
    ] {
        assert_eq!(number(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_way_to_write_a_number_is_found(
        length in 2..=5_usize,
        digits in "[1-9][0-9]{8}",
        dash in select(vec!["-", "－", "‐", "−", "―", "ー", "–", ".", " ", "　", ")", " - "]),
        wide in any::<bool>(),
        around in select(vec![("", ""), ("連絡先は", "まで"), ("（", "）"), ("電話：", "。"), ("令和5年 ", " 見本課")]),
    ) {
        // The three areas of two digits.
        let digits = if length == 2 { format!("03{}", &digits[1..]) } else { format!("0{digits}") };
        let (area, exchange, line) = (&digits[..length], &digits[length..6], &digits[6..]);
        let widened = |c: char| if wide { "０１２３４５６７８９".chars().nth(c.to_digit(10)? as usize) } else { None };
        let written = format!("{area}{dash}{exchange}{dash}{line}");
        let written: String = written.chars().map(|c| widened(c).unwrap_or(c)).collect();
        let text = format!("{}{written}{}", around.0, around.1);
        prop_assert!(number(&text).is_some(), "{}", text);
    }

    #[test]
    fn dates_and_amounts_are_never_numbers(year in 1950..2100, month in 1..=12, day in 1..=31, amount in 1_u64..999_999_999_999, before in select(vec!["", "電話の", "契約日：", "TEL "])) {
        for text in [
            format!("{before}{year}-{month:02}-{day:02}"),
            format!("{before}{year}/{month}/{day}"),
            format!("{year}年{month}月{day}日"),
            format!("{amount}円"),
            format!("{year}-{}", year + 1),
        ] {
            prop_assert_eq!(number(&text), None, "{}", text);
        }
    }

    #[test]
    fn no_text_is_too_strange_to_read(text in "[-0-9()+. 〇一二ー電話内線tel]{0,24}") {
        let _ = number(&text);
    }
}
