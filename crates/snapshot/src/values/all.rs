//! Ways to say that all municipalities of a prefecture take part.

use super::ends::{without_end, without_start};
use crate::text::dense;

/// Tells if a text says so, without a name or a number.
pub fn all_take_part(text: &str) -> bool {
    const WITHIN: [&str; 10] =
        ["県内の", "県内", "道内の", "道内", "府内の", "府内", "都内の", "都内", "県下の", "県下"];
    const WHOLE: [&str; 8] = ["全域", "一円", "全県", "全県域", "全道", "全府", "全都", "県域全体"];
    const ALL: [&str; 6] = ["すべての", "全ての", "全", "すべて", "全て", "全部の"];
    const BODIES: [&str; 10] = [
        "市区町村",
        "区市町村",
        "市町村",
        "市町",
        "自治体",
        "団体",
        "構成団体",
        "参加団体",
        "構成市町村",
        "構成市町",
    ];
    let text = dense(text);
    let text = without_end(&text, &["が参加", "の参加", "参加", "が加入", "加入"]).unwrap_or(&text);
    let bare = without_start(text, &WITHIN).unwrap_or(text);
    WHOLE.contains(&bare)
        || ALL.iter().any(|all| bare.strip_prefix(all).is_some_and(|it| BODIES.contains(&it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_told_from_some() {
        for text in [
            "全市町村",
            "全市町",
            "県内全域",
            "県内全市町村",
            "すべての市区町村",
            "全 市町村 参加",
            "道内全ての市町村",
            "全自治体",
            "県内一円",
            "都内全区市町村",
            "全構成団体が参加",
        ] {
            assert!(all_take_part(text), "{text}");
        }
        for text in [
            "",
            "市町村",
            "全41市町村",
            "県内市町村",
            "全市",
            "全町村",
            "希望する市町村",
            "全部",
            "松江市",
            "全国",
        ] {
            assert!(!all_take_part(text), "{text}");
        }
    }
}
