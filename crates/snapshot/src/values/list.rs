//! Several values in one cell.

use super::Read;

/// Marks that stand between values and in none.
const SURE: [char; 10] = ['\n', '\r', '\t', '、', '，', ',', ';', '；', '|', '｜'];
/// Marks that stand between values, and in some.
const UNSURE: [char; 4] = ['・', '／', '/', '･'];
const BULLETS: [char; 12] = ['・', '･', '●', '○', '◯', '■', '□', '◆', '※', '-', '*', '•'];

/// Splits the values of a cell. One that only ・ or ／ divides may be one value, too.
pub fn items(text: &str) -> Read<Vec<String>> {
    let sure = split(text, &SURE);
    let all: Vec<char> = SURE.iter().chain(&UNSURE).copied().collect();
    let fine = split(text, &all);
    match sure.as_slice() {
        [] => Read::No,
        _ if fine != sure => {
            Read::Ambiguous(if sure.len() == 1 { vec![fine, sure] } else { vec![sure, fine] })
        }
        [one] if one == text => Read::Exact(sure),
        [_] => Read::converted(sure, "前後の空白や記号を除きました。"),
        _ => Read::converted(sure, "区切りの記号で分けました。"),
    }
}

/// Splits where a mark stands outside of brackets.
fn split(text: &str, marks: &[char]) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A line never goes on within brackets that somebody forgot to close.
        if matches!(character, '\n' | '\r') {
            depth = 0;
        }
        let begins = items.last().is_some_and(|item| item.trim().is_empty());
        match items.last_mut() {
            // A bullet at the beginning of a line divides nothing.
            Some(item) if !(depth == 0 && marks.contains(&character)) || begins && character == '・' => {
                item.push(character);
            }
            _ => items.push(String::new()),
        }
    }
    let bare = items.iter().map(|item| item.trim().trim_start_matches(BULLETS).trim());
    bare.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cell_is_split_where_its_marks_divide() {
        for (text, items_of) in [
            ("札幌市、函館市", &["札幌市", "函館市"][..]),
            ("札幌市\n函館市\r\n", &["札幌市", "函館市"]),
            ("・札幌市\n・函館市", &["札幌市", "函館市"]),
            (" 札幌市 ", &["札幌市"]),
            ("福島県（会津若松市、喜多方市）、伊達市", &["福島県（会津若松市、喜多方市）", "伊達市"]),
            ("（会津若松市、\n喜多方市", &["（会津若松市、", "喜多方市"]),
            ("札幌市,函館市;小樽市", &["札幌市", "函館市", "小樽市"]),
        ] {
            assert_eq!(items(text).sure().unwrap(), items_of, "{text}");
        }
        assert_eq!(items("札幌市"), Read::Exact(vec!["札幌市".to_owned()]));
        assert_eq!(items(" 、 "), Read::No);
    }

    #[test]
    fn a_dot_may_divide_or_belong_to_a_name() {
        let owned = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        let (split, whole) = (owned(&["札幌市", "函館市"]), owned(&["札幌市・函館市"]));
        assert_eq!(items("札幌市・函館市"), Read::Ambiguous(vec![split, whole]));
    }

    proptest! {
        #[test]
        fn joined_values_come_apart(values in prop::collection::vec("[ぁ-ん一-龠]{1,8}", 1..8), mark in 0_usize..10) {
            prop_assume!(values.iter().all(|value| !value.contains(BULLETS)));
            let text = values.join(&SURE[mark].to_string());
            prop_assert_eq!(items(&text).sure(), Some(values));
        }

        #[test]
        fn nothing_but_marks_is_lost(text: String) {
            for item in items(&text).candidates().concat() {
                prop_assert!(text.contains(&item) && !item.is_empty());
            }
        }
    }
}
