//! Amounts of money in running text: 「約1,200万円」, 「3億5千万円」.

/// Finds the amounts in yen that a text names, each as it is written there.
pub fn amounts(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, sign)) = text[from..].char_indices().find(|(_, c)| matches!(c, '円' | '¥' | '￥'))
    {
        let (start, after) = (from + at, from + at + sign.len_utf8());
        let number = match sign {
            '円' => number_before(&text[from..start]).filter(|_| !begins_word(&text[after..])),
            _ => number_after(&text[after..]),
        };
        from = after;
        if let Some(number) = number {
            let begin = if sign == '円' { start - number.len() } else { start };
            from = if sign == '円' { after } else { after + number.len() };
            found.push(&text[begin..from]);
        }
    }
    found
}

/// Gives the number that the text ends with.
fn number_before(text: &str) -> Option<&str> {
    let number = text.rsplit(|c| !is_part(c)).next()?.trim_start_matches(is_separator);
    number.contains(is_digit).then_some(number)
}

/// Gives the number that the text begins with.
fn number_after(text: &str) -> Option<&str> {
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let number = text[..end].trim_end_matches(is_separator);
    number.contains(is_digit).then_some(number)
}

/// Tells if the letters after 円 make another word of it, such as 円滑.
fn begins_word(after: &str) -> bool {
    after.starts_with(['滑', '卓', '形', '周', '柱', '盤', '熟'])
}

fn is_part(c: char) -> bool {
    is_digit(c) || is_separator(c) || matches!(c, '十' | '百' | '千' | '万' | '億' | '兆')
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '，' | '.' | '．' | ' ' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::amounts;
    use crate::domain::YenRange;
    use crate::text::{yen, yen_exact};

    #[test]
    fn amounts_are_found_however_they_are_written() {
        for (text, expected) in [
            ("費用は約1,200万円です", vec!["1,200万円"]),
            ("3億5千万円", vec!["3億5千万円"]),
            ("年間１，２００千円、初期５００万円", vec!["１，２００千円", "５００万円"]),
            ("1.5億円から2億円へ", vec!["1.5億円", "2億円"]),
            ("1億 2,000万 円", vec!["1億 2,000万 円"]),
            ("三千万円の予算", vec!["三千万円"]),
            ("6億7846万円から2億3852万円へ", vec!["6億7846万円", "2億3852万円"]),
            ("1団体あたり税抜15万円(2020年度)", vec!["15万円"]),
            ("2020年度に4532万円", vec!["4532万円"]),
            ("料金は¥1,200,000です", vec!["¥1,200,000"]),
            ("￥９８０、", vec!["￥９８０"]),
            ("10円玉", vec!["10円"]),
        ] {
            assert_eq!(amounts(text), expected, "{text}");
        }
    }

    #[test]
    fn other_words_with_the_sign_are_no_amounts() {
        for text in [
            "円滑に進む",
            "円卓会議",
            "数千万円",
            "単位：百万円",
            "円",
            "¥",
            "1円滑",
            "2023年の円",
            "円安 1,000",
            "",
        ] {
            assert_eq!(amounts(text), Vec::<&str>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_is_found_as_it_is_said(yen_of in 0_u64..=1_000_000_000_000, before in "[あ-んア-ン、。]{0,5}", after in "[あ-んア-ン、。]{0,5}") {
            for written in [yen(YenRange::exact(yen_of)), yen_exact(YenRange::exact(yen_of))] {
                let text = format!("{before}{written}{after}");
                prop_assert_eq!(amounts(&text), [written.trim_start_matches('約')]);
            }
        }

        #[test]
        fn whatever_the_text_each_amount_stands_in_it_with_a_digit(text in "[0-9０-９一三十百千万億円¥￥,．。 滑あ年]{0,30}") {
            let mut rest = text.as_str();
            for amount in amounts(&text) {
                let at = rest.find(amount);
                prop_assert!(at.is_some(), "{amount} in order");
                rest = &rest[at.unwrap() + amount.len()..];
                prop_assert!(amount.contains(['円', '¥', '￥']));
                prop_assert!(amount.contains(super::is_digit));
            }
        }
    }
}
