//! The browser's tables for folding texts against the ones that `snapshot` has compiled in.

use joint_procurement::browser::normalize;
use joint_procurement_core::text::fold;
use unicode_normalization::UnicodeNormalization;
use wasm_bindgen_test::wasm_bindgen_test;

/// Does the same as `text::normalize`, which is not compiled for the browser.
fn native(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

#[wasm_bindgen_test]
fn words_are_brought_into_one_form() {
    let samples = [
        ("ＲＰＡ／ＡＩ－ＯＣＲ", "rpa/ai-ocr"),
        ("ｸﾞﾙｰﾌﾟｳｪｱ", "グループウェア"),
        ("ｶﾞ ﾊﾟ ｳﾞ ﾞ", "ガ パ ヴ \u{3099}"),
        ("か\u{3099} ハ\u{309a}", "が パ"),
        ("ﬁle ㈱ ㍻ ㌔ ①", "file (株) 平成 キロ 1"),
        ("全角　空白", "全角 空白"),
        ("神\u{fa19}﨑塚\u{fa10}", "神神﨑塚塚"),
        ("ΣΟΦΟΣ İ ẞ", "σοφος i\u{307} ß"),
        ("", ""),
    ];
    for (written, expected) in samples {
        assert_eq!(normalize(written), expected, "{written}");
        assert_eq!(native(written), expected, "{written}, natively");
        assert_eq!(fold(written, normalize), fold(written, native), "{written}, folded");
    }
}

/// Checks the blocks that Japanese texts are written with. All of their characters are older than the
/// browsers that run the program.
#[wasm_bindgen_test]
fn each_character_has_the_same_form() {
    let blocks = [
        '\u{20}'..='\u{24f}',
        '\u{370}'..='\u{3ff}',
        '\u{2010}'..='\u{2027}',
        '\u{2100}'..='\u{214f}',
        '\u{2160}'..='\u{217f}',
        '\u{2460}'..='\u{24ff}',
        '\u{2e80}'..='\u{2fd5}',
        '\u{3000}'..='\u{33ff}',
        '\u{f900}'..='\u{fad9}',
        '\u{fb00}'..='\u{fb06}',
        '\u{fe30}'..='\u{fe6b}',
        '\u{ff01}'..='\u{ffee}',
    ];
    let differs = |c: &char| {
        let text = format!("は{c}\u{3099}A");
        normalize(&text) != native(&text)
    };
    let different: Vec<char> = blocks.into_iter().flatten().filter(differs).collect();
    assert!(different.is_empty(), "{different:?}");
}
