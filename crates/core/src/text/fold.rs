//! Folding: texts that a reader takes for the same become equal.

/// A function that brings a text into compatibility form (NFKC) and lower case.
///
/// The function is passed in, because every browser has the tables for it. They would be a seventh of the
/// program. `normalize` is for native programs, `browser::normalize` of the application for the browser.
pub type Normalize = fn(&str) -> String;

/// Folds what looks alike or is not seen. That is width and compatibility forms (NFKC), case, kana, old and new
/// kanji, radicals, hyphens and dashes, and characters without a form.
pub fn fold(text: &str, normalize: Normalize) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text, normalize);
    folded
}

/// Folds a text behind one that is folded already, whose last letter counts.
pub(super) fn fold_onto(folded: &mut String, text: &str, normalize: Normalize) {
    let mut seen: String = text.chars().filter(|&c| !is_unseen(c)).map(joining).collect();
    if !seen.chars().all(is_normal) {
        seen = normalize(&seen);
    }
    for c in seen.chars() {
        let c = match c {
            // The key of ー lies beside that of the hyphen. No Latin letter or digit is lengthened.
            'ー' if folded.ends_with(|it: char| it.is_ascii_alphanumeric()) => '-',
            // One without a letter to stand on would find another when folded again.
            '\u{3099}' | '\u{309a}' => continue,
            _ => alike(c),
        };
        folded.push(c);
    }
}

/// Brings a text into NFKC and lower case, as the browser's `normalize` and `toLowerCase` do it.
#[cfg(not(target_arch = "wasm32"))]
pub fn normalize(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    text.nfkc().collect::<String>().to_lowercase()
}

/// Tells if the character has no form of its own: soft hyphen, zero width, direction, byte order, variant.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Tells if the letter is one of the many that are normal. No browser need be asked about these.
fn is_normal(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ー' | '\u{4e00}'..='\u{9fff}')
}

/// Gives the mark that joins the letter before it, for a voiced mark that stands beside it.
fn joining(c: char) -> char {
    match c {
        '゛' => '\u{3099}',
        '゜' => '\u{309a}',
        _ => c,
    }
}

/// Gives the letter that stands for all that look like this one, which is normalised.
fn alike(c: char) -> char {
    match c {
        // Hyphens, dashes, the bullet and the line that are taken for one, minus.
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{2500}' => '-',
        // The wave dash of macOS, where Windows writes the tilde; operators that look like it.
        '\u{301c}' | '\u{3030}' | '\u{223c}' | '\u{223e}' => '~',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        // Middle dot, bullets.
        '\u{b7}' | '\u{2022}' | '\u{2219}' | '\u{22c5}' => '・',
        // ヵ and ヶ are written for か and け in place names (龍ヶ崎, 龍ケ崎).
        'ヶ' => 'け',
        'ヵ' => 'か',
        // ァ to ヴ lie 0x60 above their hiragana.
        'ァ'..='ヴ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        '\u{2e81}'..='\u{2ef3}' => modern(RADICALS.chars().nth(u32::from(c) as usize - 0x2e81).unwrap_or(c)),
        '\u{4e00}'..='\u{9fff}' | '\u{fa0e}'..='\u{fa29}' => modern(c),
        _ => c,
    }
}

/// The kanji of the radicals from U+2E81 on, which PDF files hold in their place. Those from U+2F00 on are
/// normalised. After the property `Equivalent_Unified_Ideograph` of Unicode; U+2E9A is no character.
const RADICALS: &str = "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵\u{2e9a}旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟\
    罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾\
    斉齐歯齿竜龙龜亀龟";

/// Gives the new form of an old or variant kanji. The pairs are those that names of places and firms in the
/// data are written with, and those of radicals. Not a full table: a wider one would fold words that readers tell apart.
fn modern(c: char) -> char {
    /// In order.
    const OLD: [char; 44] = [
        '國', '圓', '學', '實', '嶋', '廣', '惠', '應', '戶', '曾', '會', '榮', '橫', '檜', '檮', '櫻', '澤',
        '濱', '瀨', '當', '眞', '竈', '籠', '縣', '總', '與', '豐', '邉', '邊', '靑', '驒', '髙', '鰺', '鹽',
        '麥', '黃', '黑', '齊', '齋', '齒', '龍', '龜', '龟', '﨑',
    ];
    const NEW: [char; 44] = [
        '国', '円', '学', '実', '島', '広', '恵', '応', '戸', '曽', '会', '栄', '横', '桧', '梼', '桜', '沢',
        '浜', '瀬', '当', '真', '釜', '篭', '県', '総', '与', '豊', '辺', '辺', '青', '騨', '高', '鯵', '塩',
        '麦', '黄', '黒', '斉', '斎', '歯', '竜', '亀', '亀', '崎',
    ];
    OLD.binary_search(&c).map_or(c, |place| NEW[place])
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::{RADICALS, alike, fold, fold_onto, modern, normalize};

    #[track_caller]
    fn check(written: &str, searched: &str) {
        assert_eq!(fold(written, normalize), fold(searched, normalize));
    }

    #[test]
    fn width_and_case_do_not_matter() {
        check("ＲＰＡ", "rpa");
        check("ＡＩ－ＯＣＲ", "ai-ocr");
        check("㈱ＨＡＲＰ", "(株)harp");
        check("電子　申請", "電子 申請");
    }

    #[test]
    fn katakana_and_hiragana_are_the_same() {
        check("クラウド", "くらうど");
        check("ｸﾞﾙｰﾌﾟｳｪｱ", "グループウェア");
        check("龍ケ崎市", "竜ヶ崎市");
        check("三ヵ年", "三か年");
    }

    #[test]
    fn old_and_new_kanji_are_the_same() {
        check("檮原町", "梼原町");
        check("須惠町", "須恵町");
        check("塩竈市", "塩釜市");
        check("宮﨑", "宮崎");
    }

    #[test]
    fn hyphens_dashes_and_minus_signs_are_the_same() {
        for hyphen in "‐‑‒–—―−－﹣﹘─⁃⁻".chars() {
            check(&format!("AI{hyphen}OCR"), "AI-OCR");
            check(&format!("電子{hyphen}入札"), "電子-入札");
        }
    }

    #[test]
    fn the_lengthening_mark_is_a_hyphen_behind_latin_letters_and_digits_only() {
        check("AIーOCR", "AI-OCR");
        check("AIｰOCR", "ai−ocr");
        check("ＡＩーＯＣＲ", "AI-OCR");
        check("eーラーニング", "e-ラーニング");
        check("Jーアラート", "J-アラート");
        check("2023ー2025", "2023-2025");
        assert_eq!(fold("サーバー", normalize), "さーばー");
        assert_ne!(fold("サーバー", normalize), fold("サ-バ-", normalize));
    }

    #[test]
    fn tildes_dots_and_quotation_marks_are_the_same() {
        for tilde in "～〜~〰∼".chars() {
            check(&format!("1年{tilde}3年"), "1年～3年");
        }
        check("AI･RPA", "AI・RPA");
        check("AI·RPA", "AI・RPA");
        check("“DX”の’23", "\"DX\"の'23");
    }

    #[test]
    fn letters_in_two_parts_are_composed() {
        check("クラウト\u{3099}", "クラウド");
        check("グルーフ\u{309a}", "グループ");
        check("クラウト゛", "クラウド");
        check("e\u{301}", "é");
    }

    #[test]
    fn what_is_not_seen_does_not_count() {
        check("葛\u{e0100}城市", "葛城市");
        check("葛\u{fe00}城市", "葛城市");
        check("カ\u{fe00}\u{3099}ス", "ガス");
        for unseen in
            "\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}"
                .chars()
        {
            check(&format!("{unseen}電子{unseen}申請{unseen}"), "電子申請");
        }
        assert_eq!(fold("\u{200b}\u{feff}", normalize), "");
    }

    #[test]
    fn radicals_are_the_kanji_that_they_look_like() {
        check("⻑野県", "長野県");
        check("⽇本", "日本");
        check("⽔⼾市", "水戸市");
        check("⿊部市", "黒部市");
        check("⻘森県", "青森県");
        check("⾭森県", "青森県");
        check("⻩⾦", "黄金");
        check("⻯王町", "龍王町");
        check("⻲⼭市", "龜山市");
        check("⺠⽣⻄⾓", "民生西角");
    }

    #[test]
    fn every_radical_has_a_kanji() {
        assert_eq!(RADICALS.chars().count(), 0x2ef3 - 0x2e81 + 1);
        let radicals = ('\u{2e81}'..='\u{2ef3}').filter(|&c| c != '\u{2e9a}');
        let kangxi = '\u{2f00}'..='\u{2fd5}';
        for radical in radicals.chain(kangxi) {
            let folded = fold(&radical.to_string(), normalize);
            assert!(folded.chars().all(|c| !('\u{2e80}'..='\u{2fd5}').contains(&c)), "{radical}");
        }
        // Where Unicode itself says so, the same.
        assert_eq!([alike('\u{2e9f}'), alike('\u{2ef3}')], ['母', '亀']);
    }

    #[test]
    fn old_forms_are_in_order_and_new_ones_are_not_old() {
        for c in
            "國圓學實嶋廣惠應戶曾會榮橫檜檮櫻澤濱瀨當眞竈籠縣總與豐邉邊靑驒髙鰺鹽麥黃黑齊齋齒龍龜龟﨑".chars()
        {
            assert_ne!(modern(c), c, "{c}");
            assert_eq!(modern(modern(c)), modern(c), "{c}");
        }
    }

    #[test]
    fn different_words_stay_different() {
        assert_ne!(fold("東京", normalize), fold("京都", normalize));
        assert_ne!(fold("ハハ", normalize), fold("パパ", normalize));
        assert_ne!(fold("サーバ", normalize), fold("サーバー", normalize));
        assert_ne!(fold("一", normalize), fold("ー", normalize));
    }

    #[test]
    fn letters_that_are_not_normalised_need_not_be() {
        let normal = ('\u{3000}'..='\u{ffff}').filter(|&c| super::is_normal(c));
        for c in normal {
            assert_eq!(normalize(&c.to_string()), c.to_string());
        }
    }

    /// Letters that are folded in some way, and some that are not.
    pub const LETTERS: &str = "[a-cA-C0-2ａ-ｃ０-２あかけがヵヶカケガァヴうウｳｶﾞﾟ゛゜\u{3099}\u{309a}\u{301}ー－‐−〜~㈱株龍竜⻯⻑長⼾戸葛\u{e0100}\u{200b}\u{ad}　 ]{0,12}";

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in prop_oneof![LETTERS, "\\PC{0,12}"]) {
            let once = fold(&text, normalize);
            prop_assert_eq!(fold(&once, normalize), once);
        }

        #[test]
        fn folding_on_is_folding_what_is_joined(before in "[a-cあかアー・−]{0,4}", text in "[a-cあかアー・−]{0,4}") {
            let mut folded = fold(&before, normalize);
            fold_onto(&mut folded, &text, normalize);
            prop_assert_eq!(folded, fold(&format!("{before}{text}"), normalize));
        }
    }
}
