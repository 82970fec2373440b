//! Finding a municipality by its name as people remember it.

use crate::domain::{Municipalities, Municipality, Snapshot};
use crate::ordering;
use crate::text::{Normalize, fold};

/// Finds the municipalities whose name or reading holds all of the words; the prefecture's name may be one of
/// them. Names that begin with the first word come first, then readings, then the rest, each in order of
/// code.
pub fn find_municipalities<'a>(
    snapshot: &Snapshot,
    municipalities: &'a Municipalities,
    text: &str,
    normalize: Normalize,
) -> Vec<Municipality<'a>> {
    let folded = fold(text, normalize);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let Some(&first) = words.first() else { return Vec::new() };
    let mut prefecture = (None, String::new());
    let mut found: Vec<(u8, Municipality<'a>)> = Vec::new();
    for it in municipalities.iter() {
        if prefecture.0 != Some(it.code.prefecture()) {
            let code = it.code.prefecture();
            let kana = snapshot.prefecture(code).map(|it| it.kana.as_str()).unwrap_or_default();
            let names = format!("{}\n{kana}", snapshot.prefecture_name(code));
            prefecture = (Some(code), fold(&names, normalize));
        }
        // The table holds kanji and hiragana, which normalising does not change; old forms it does.
        let (name, kana) = (fold(it.name, str::to_owned), it.kana);
        let is_in =
            |word: &&str| name.contains(*word) || kana.contains(*word) || prefecture.1.contains(*word);
        let is_own = |word: &&str| name.contains(*word) || kana.contains(*word);
        if words.iter().all(is_in) && words.iter().any(is_own) {
            let rank = if name.starts_with(first) {
                0
            } else if kana.starts_with(first) {
                1
            } else {
                2
            };
            found.push((rank, it));
        }
    }
    ordering::sort_by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().map(|(_, it)| it).collect()
}
