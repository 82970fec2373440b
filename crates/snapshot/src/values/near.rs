//! The valid value that comes nearest to one that is none.

use joint_procurement_core::text::{fold, normalize};

/// A word that people write and the one that the tables have for it.
pub type Alias<'a> = (&'a str, &'a str);

/// The likeness from which a word may be meant: one letter of three is another one.
const ALIKE: f64 = 0.6;
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
    if let Some(same) = meant(&asked) {
        return Some(same);
    }
    let by_alias = aliases.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    let by_alias = by_alias.filter(|(word, _)| key(word) == asked).find_map(|(_, to)| meant(&key(to)));
    if by_alias.is_some() {
        return by_alias;
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

fn likeness(asked: &str, key: &str) -> f64 {
    let (short, long) = if asked.chars().count() < key.chars().count() { (asked, key) } else { (key, asked) };
    let (few, many) = (short.chars().count(), long.chars().count());
    if few >= 2 && long.contains(short) {
        // 電子申請 within 電子申請システム; the more of it, the likelier.
        return 0.8 + 0.2 * few as f64 / many as f64;
    }
    strsim::normalized_damerau_levenshtein(asked, key)
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
