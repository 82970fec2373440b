//! Folding: texts that a reader takes for the same become equal.

/// A function that brings a text into compatibility form (NFKC) and lower case.
///
/// The function is passed in, because every browser has the tables for it. They would be a seventh of the
/// program. `normalize` is for native programs, `browser::normalize` of the application for the browser.
pub type Normalize = fn(&str) -> String;

/// Folds width and compatibility forms (NFKC), case, katakana into hiragana, and old into new kanji.
pub fn fold(text: &str, normalize: Normalize) -> String {
    normalize(text).chars().map(|c| modern(hiragana(c))).collect()
}

/// Brings a text into NFKC and lower case, as the browser's `normalize` and `toLowerCase` do it.
#[cfg(not(target_arch = "wasm32"))]
pub fn normalize(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    text.nfkc().collect::<String>().to_lowercase()
}

fn hiragana(c: char) -> char {
    match c {
        // ヵ and ヶ are written for か and け in place names (龍ヶ崎, 龍ケ崎).
        'ヶ' => 'け',
        'ヵ' => 'か',
        // ァ to ヴ lie 0x60 above their hiragana.
        'ァ'..='ヴ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// Gives the new form of an old or variant kanji. The pairs are those that names of places and firms in the
/// data are written with. Not a full table: a wider one would fold words that readers tell apart.
fn modern(c: char) -> char {
    const PAIRS: [(char, char); 36] = [
        ('檮', '梼'),
        ('惠', '恵'),
        ('龍', '竜'),
        ('澤', '沢'),
        ('嶋', '島'),
        ('﨑', '崎'),
        ('髙', '高'),
        ('曾', '曽'),
        ('邊', '辺'),
        ('邉', '辺'),
        ('廣', '広'),
        ('國', '国'),
        ('會', '会'),
        ('學', '学'),
        ('縣', '県'),
        ('應', '応'),
        ('實', '実'),
        ('濱', '浜'),
        ('瀨', '瀬'),
        ('齋', '斎'),
        ('齊', '斉'),
        ('驒', '騨'),
        ('鹽', '塩'),
        ('竈', '釜'),
        ('籠', '篭'),
        ('鰺', '鯵'),
        ('檜', '桧'),
        ('櫻', '桜'),
        ('與', '与'),
        ('豐', '豊'),
        ('眞', '真'),
        ('圓', '円'),
        ('榮', '栄'),
        ('總', '総'),
        ('當', '当'),
        ('橫', '横'),
    ];
    PAIRS.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new)
}

#[cfg(test)]
mod tests {
    use super::{fold, normalize};

    #[track_caller]
    fn check(written: &str, searched: &str) {
        assert_eq!(fold(written, normalize), fold(searched, normalize));
    }

    #[test]
    fn width_and_case_do_not_matter() {
        check("ＲＰＡ", "rpa");
        check("ＡＩ－ＯＣＲ", "ai-ocr");
        check("㈱ＨＡＲＰ", "(株)harp");
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
    }

    #[test]
    fn different_words_stay_different() {
        assert_ne!(fold("東京", normalize), fold("京都", normalize));
        assert_ne!(fold("ハハ", normalize), fold("パパ", normalize));
    }

    #[test]
    fn folding_twice_changes_nothing() {
        let once = fold("㈱ＨＡＲＰ・ｸﾗｳﾄﾞ　檮原町", normalize);
        assert_eq!(fold(&once, normalize), once);
    }
}
