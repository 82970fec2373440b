//! The valid value that comes nearest to one that is none.

use joint_procurement_core::text::{fold, normalize};

/// A word that people write and the one that the tables have for it.
pub type Alias<'a> = (&'a str, &'a str);

/// The likeness from which a word may be meant: one letter of three is another one.
const ALIKE: f64 = 0.6;
/// The same for words of Latin letters and digits, which are longer and have more in common by chance.
const ALIKE_IN_LATIN: f64 = 0.75;
/// Likeness by which the nearest must be nearer than the next, or nothing is said.
const APART: f64 = 0.05;

/// Finds the valid value that was probably meant. `aliases` are words of one meaning, and stand before likeness.
pub fn nearest<'a>(
    text: &str,
    valid: impl IntoIterator<Item = &'a str>,
    aliases: &[Alias<'_>],
) -> Option<&'a str> {
    let asked = key(text);
    if asked.is_empty() {
        return None;
    }
    let valid: Vec<(&str, String)> = valid.into_iter().map(|value| (value, key(value))).collect();
    let meant = |word: &str| valid.iter().find(|(_, key)| *key == word).map(|(value, _)| *value);
    let by_alias = |asked: &str| {
        let pairs = aliases.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
        pairs.filter(|(word, _)| key(word) == asked).find_map(|(_, to)| meant(&key(to)))
    };
    // A remark in brackets: 稼働中（一部を除く）.
    let bare = text.find(['（', '(', '［', '[', '【']).and_then(|at| text.get(..at)).map(key);
    let asked_as = [Some(&asked), bare.as_ref()].into_iter().flatten().filter(|asked| !asked.is_empty());
    if let Some(same) =
        asked_as.map(String::as_str).find_map(|asked| meant(asked).or_else(|| by_alias(asked)))
    {
        return Some(same);
    }
    let mut near: Vec<(f64, &str)> =
        valid.iter().map(|(value, key)| (likeness(&asked, key), *value)).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    match near.as_slice() {
        [(best, value), rest @ ..] if *best >= ALIKE => {
            let next = rest.first().map_or(0.0, |(next, _)| *next);
            (best - next >= APART).then_some(*value)
        }
        _ => None,
    }
}

/// Gives the text without what does not count.
fn key(text: &str) -> String {
    let folded = fold(text, normalize);
    folded.chars().filter(|it| !it.is_whitespace() && !matches!(it, '-' | '_' | '・')).collect()
}

/// Gives the likeness from 0 to 1. A word is never like its opposite.
fn likeness(asked: &str, key: &str) -> f64 {
    if negations(asked) != negations(key) || puts_off(asked) != puts_off(key) {
        return 0.0;
    }
    let (short, long) = if asked.chars().count() < key.chars().count() { (asked, key) } else { (key, asked) };
    let (few, many) = (short.chars().count(), long.chars().count());
    let is_latin = asked.is_ascii();
    // `all` is a part of `digital-library` by chance.
    let is_much = if is_latin { few >= 4 && few * 2 >= many } else { few >= 2 && few * 3 >= many };
    if is_much && long.contains(short) {
        // 電子申請 within 電子申請システム; the more of it, the likelier.
        return 0.8 + 0.2 * few as f64 / many as f64;
    }
    // 指名競争入札 is no slip of 一般競争入札: another word stands where one has two letters of its own.
    let differ = asked.chars().zip(key.chars()).filter(|(one, other)| one != other).count();
    if !is_latin && few == many && differ > 1 && !is_swapped(asked, key) {
        return 0.0;
    }
    let alike = strsim::normalized_damerau_levenshtein(asked, key);
    if is_latin && alike < ALIKE_IN_LATIN { 0.0 } else { alike }
}

/// Tells if two letters beside each other have changed places.
fn is_swapped(asked: &str, key: &str) -> bool {
    strsim::damerau_levenshtein(asked, key) == 1
}

/// Counts the words that say no: with one more, a word means its opposite.
fn negations(key: &str) -> usize {
    const WORDS: [&str; 10] = ["ない", "なし", "ません", "せず", "未", "非", "不", "無", "否", "not"];
    WORDS.iter().map(|word| key.matches(word).count()).sum()
}

/// Tells if a word says that something has not happened yet, or is not what stands before it.
fn puts_off(key: &str) -> bool {
    key.ends_with('前') || ["予定", "以外", "除く", "除き"].iter().any(|word| key.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_valid_word_is_offered() {
        let systems = ["電子申請", "施設予約", "人事給与", "文書管理"];
        let states = ["稼働中", "計画", "構築中", "終了"];
        for (text, valid, meant) in [
            ("電子申請システム", &systems, Some("電子申請")),
            ("電子 申請", &systems, Some("電子申請")),
            ("施設予役", &systems, Some("施設予約")),
            ("運用中", &states, Some("稼働中")),
            ("稼動中", &states, Some("稼働中")),
            ("図書館", &systems, None),
            ("", &systems, None),
            ("管理", &systems, Some("文書管理")),
        ] {
            assert_eq!(nearest(text, *valid, &[("運用中", "稼働中")]), meant, "{text}");
        }
    }

    #[test]
    fn a_word_is_not_like_its_opposite() {
        for (text, valid) in [
            ("都道府県が関わる事例でない", &["都道府県が関わる事例", "市区町村の事例"][..]),
            ("参加できない", &["参加できる", "相談に応じる"]),
            ("公開", &["非公開", "未回答"]),
            ("実現", &["実現せず", "計画"]),
            ("notpublic", &["public"]),
            ("終了予定", &["終了", "計画"]),
            ("終了前", &["終了", "計画"]),
            ("都道府県以外", &["都道府県", "市"]),
            ("指名競争入札", &["一般競争入札", "その他"]),
        ] {
            assert_eq!(nearest(text, valid.iter().copied(), &[]), None, "{text}");
        }
        let share = ["全額", "一部", "なし"];
        assert_eq!(nearest("負担なし", share, &[]), Some("なし"));
    }

    #[test]
    fn a_word_of_latin_letters_is_near_only_with_few_others() {
        let slugs = ["digital-library", "e-bidding", "school-affairs", "gis"];
        for (text, meant) in [
            ("all", None),
            ("ebiding", Some("e-bidding")),
            ("bidding", Some("e-bidding")),
            ("school-afairs", Some("school-affairs")),
            ("library-school", None),
            ("gos", None),
        ] {
            assert_eq!(nearest(text, slugs, &[]), meant, "{text}");
        }
    }

    #[test]
    fn a_remark_in_brackets_does_not_count() {
        let states = ["稼働中", "計画", "終了"];
        for (text, meant) in [
            ("稼働中（一部を除く）", Some("稼働中")),
            ("運用中(県を除く)", Some("稼働中")),
            ("（稼働中）", Some("稼働中")),
            ("終了した", Some("終了")),
        ] {
            assert_eq!(nearest(text, states, &[("運用中", "稼働中")]), meant, "{text}");
        }
    }

    #[test]
    fn where_two_are_as_near_nothing_is_offered() {
        assert_eq!(nearest("文書XX", ["文書管理", "文書共有"], &[]), None);
        assert_eq!(nearest("契約書", ["契約額A", "契約額B"], &[]), None);
    }

    #[test]
    fn a_valid_word_is_itself() {
        let words = ["有", "無", "無回答"];
        for word in words {
            assert_eq!(nearest(word, words, &[]), Some(word));
        }
    }
}
