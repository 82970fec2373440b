//! Readings in kana, held against the names.

use unicode_normalization::UnicodeNormalization;

use super::row::Row;
use crate::problem::Report;

/// The last letters of names, with their readings.
const ENDS: [(char, &[&str]); 8] = [
    ('都', &["と"]),
    ('道', &["どう"]),
    ('府', &["ふ"]),
    ('県', &["けん"]),
    ('市', &["し"]),
    ('区', &["く"]),
    ('町', &["ちょう", "まち"]),
    ('村', &["むら", "そん"]),
];

/// Reads the kana of a row and reports one that is not that of the name.
pub fn read<'a>(row: &Row<'a>, report: &mut Report) -> Option<&'a str> {
    let kana = row.hiragana("kana", report)?;
    let (name, kind) = (row.cell("name"), row.cell("kind"));
    // A name that does not end like its kind is told itself.
    let is_sure = |last: char| kind.is_empty() || kind.ends_with(last);
    let found = ENDS.iter().find(|(last, _)| name.ends_with(*last) && is_sure(*last));
    let Some((last, ends)) = found else { return Some(kana) };
    let Some(end) = ends.iter().find(|end| kana.ends_with(**end)) else {
        let readings = ends.join("」か「");
        let meant = Some(format!("{kana}{readings}")).filter(|_| ends.len() == 1 && !has_end(kana));
        let problem = row.problem("kana", format!("名称は「{last}」で終わるのに、かなの終わりが違います。"));
        let problem = problem.suggestion(meant).allowed(format!("「{readings}」で終わる読み"));
        report.add(problem.advice("ほかの行のかなでないか、確かめてください。"));
        return None;
    };
    let written = name.strip_suffix(*last).unwrap_or(name);
    let read = kana.strip_suffix(end).unwrap_or(kana);
    if is_kana(written) && hiragana(written) != read {
        let meant = format!("{}{end}", hiragana(written));
        report.add(row.problem("kana", "名称のかなと違います。").suggestion([meant]));
        return None;
    }
    Some(kana)
}

/// Tells if a reading has an end of any kind already.
fn has_end(kana: &str) -> bool {
    ENDS.iter().flat_map(|(_, ends)| *ends).any(|end| kana.ends_with(end))
}

fn is_kana(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー'))
}

fn hiragana(text: &str) -> String {
    let letter = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        c => c,
    };
    text.nfc().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Position;

    #[test]
    fn a_reading_is_that_of_the_name() {
        for (name, kana, told) in [
            ("札幌市", "さっぽろし", ""),
            ("北海道", "ほっかいどう", ""),
            ("京都府", "きょうとふ", ""),
            ("岩美町", "いわみちょう", ""),
            ("古平町", "ふるびらまち", ""),
            ("日吉津村", "ひえづそん", ""),
            ("ニセコ町", "にせこちょう", ""),
            ("つくば市", "つくばし", ""),
            ("さいたま市", "さいたまし", ""),
            ("札幌市", "さっぽろ", "もしかして： 「さっぽろし」"),
            ("札幌市", "いわみちょう", "「し」で終わる"),
            ("岩美町", "いわみし", "「ちょう」か「まち」で終わる"),
            ("中央区", "ちゅうおうし", "「く」で終わる"),
            ("見本県", "みほんふ", "「けん」で終わる"),
            ("つくば市", "つちうらし", "もしかして： 「つくばし」"),
            ("ニセコ町", "くっちゃんちょう", "もしかして： 「にせこちょう」"),
        ] {
            let place = Position::new("a.csv", 2);
            let cells = [name.to_owned(), kana.to_owned()];
            let mut report = Report::default();
            let read = read(&Row { columns: &["name", "kana"], place: &place, cells: &cells }, &mut report);
            assert_eq!(read.is_some(), told.is_empty(), "{name} {kana}");
            assert!(report.to_string().contains(told) && report.is_clean() == told.is_empty(), "{report}");
        }
    }
}
