//! Forms of a name that people take for the same.

use crate::domain::is_invisible;
use crate::text::{Normalize, fold};

/// Brings a text into compatibility form, without characters that are not seen.
///
/// Among these are the selectors of variants that input methods write behind a kanji.
pub(super) fn written(text: &str, normalize: Normalize) -> String {
    let is_selector = |c: &char| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    normalize(text).chars().filter(|c| !is_selector(c) && (*c == '\n' || !is_invisible(*c))).collect()
}

/// Folds a normalised name as the search does, and what only names of places hold.
///
/// That is が, ケ and カ between kanji, 々, and old forms that occur in addresses.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut before = ' ';
    let plain = fold(text, str::to_owned);
    let mut rest = plain.chars().map(modern).peekable();
    while let Some(c) = rest.next() {
        let stands_between = match rest.peek() {
            Some(next) => !is_kana(before) && is_kanji(*next),
            None => is_kanji(before),
        };
        before = match c {
            'か' | 'け' | 'が' if stands_between => 'が',
            '々' => before,
            _ => c,
        };
        folded.push(before);
    }
    folded
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ー')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Gives the new form of an old or variant kanji of names of places, and の for 之.
fn modern(c: char) -> char {
    /// In order of the old forms.
    const PAIRS: [(char, char); 65] = [
        ('之', 'の'),
        ('佛', '仏'),
        ('來', '来'),
        ('俱', '倶'),
        ('兒', '児'),
        ('兩', '両'),
        ('冨', '富'),
        ('劍', '剣'),
        ('劔', '剣'),
        ('區', '区'),
        ('嚴', '厳'),
        ('埜', '野'),
        ('壹', '壱'),
        ('壽', '寿'),
        ('寶', '宝'),
        ('對', '対'),
        ('峯', '峰'),
        ('嶌', '島'),
        ('嶽', '岳'),
        ('帶', '帯'),
        ('彌', '弥'),
        ('德', '徳'),
        ('拂', '払'),
        ('攝', '摂'),
        ('條', '条'),
        ('槇', '槙'),
        ('氣', '気'),
        ('淺', '浅'),
        ('渕', '淵'),
        ('澁', '渋'),
        ('濟', '済'),
        ('濵', '浜'),
        ('瀦', '潴'),
        ('瀧', '滝'),
        ('灣', '湾'),
        ('燒', '焼'),
        ('狹', '狭'),
        ('礒', '磯'),
        ('礪', '砺'),
        ('禮', '礼'),
        ('稻', '稲'),
        ('穗', '穂'),
        ('綠', '緑'),
        ('繩', '縄'),
        ('舘', '館'),
        ('舩', '船'),
        ('莊', '荘'),
        ('萬', '万'),
        ('薗', '園'),
        ('藏', '蔵'),
        ('藝', '芸'),
        ('蘆', '芦'),
        ('螢', '蛍'),
        ('觀', '観'),
        ('豫', '予'),
        ('賴', '頼'),
        ('邨', '村'),
        ('鄕', '郷'),
        ('鎭', '鎮'),
        ('鐵', '鉄'),
        ('關', '関'),
        ('隱', '隠'),
        ('靈', '霊'),
        ('餘', '余'),
        ('鷗', '鴎'),
    ];
    if !is_kanji(c) {
        return c;
    }
    PAIRS.binary_search_by_key(&c, |(old, _)| *old).map_or(c, |at| PAIRS.get(at).map_or(c, |(_, new)| *new))
}
