//! `synonyms.csv`: words that the search takes for the same.

use std::collections::HashMap;
use std::path::Path;

use joint_procurement_core::domain::{Municipalities, Prefectures, Terms};
use joint_procurement_core::text::{fold, normalize};

use super::cases::Cases;
use super::columns;
use super::row::Row;
use super::sheet::Sheet;
use crate::problem::{Position, Report, first};

pub const FILE: &str = columns::SYNONYMS.file;
const COLUMNS: &[&str] = columns::SYNONYMS.names;
/// The rows without effect that are named.
const MOST_NAMED: usize = 20;

/// The pairs with their rows.
pub struct SynonymTable(Vec<(Position, [String; 2])>);

impl SynonymTable {
    /// Reads the table; a folder need not have one.
    pub fn read(folder: &Path, report: &mut Report) -> Option<Self> {
        if !folder.join(FILE).exists() {
            return Some(Self(Vec::new()));
        }
        let sheet = Sheet::read_maybe_empty(folder, FILE, COLUMNS, report)?;
        let mut rows_by_pair = HashMap::new();
        let mut pairs = Vec::new();
        for row in sheet.rows() {
            let cells = COLUMNS.iter().map(|column| word(&row, column, report)).collect::<Vec<_>>();
            let [Some(term), Some(synonym)] = cells[..] else { continue };
            let mut folded = [term, synonym].map(|word| fold(word, normalize));
            if folded[0] == folded[1] {
                report.add(
                    row.problem(
                        "synonym",
                        "検索では term と同じ語です（全角と半角、かな、大文字と小文字などは区別しません）。",
                    )
                    .advice("この行を削除してください。"),
                );
                continue;
            }
            // A pair counts both ways, so that the same one the other way round is a repeat too.
            folded.sort_unstable();
            if let Some(earlier) = rows_by_pair.insert(folded, row.place.row) {
                report.add(
                    row.problem(
                        "term",
                        format!("{earlier}行目と同じ組です。組は、どちらの語で探しても効きます。"),
                    )
                    .advice("一方の行を削除してください。"),
                );
                continue;
            }
            pairs.push((row.place.clone(), [term.to_owned(), synonym.to_owned()]));
        }
        Some(Self(pairs))
    }

    /// Notes synonyms that stand in no case, so that the row does nothing. Cases come and go: it is no mistake.
    pub fn check(
        &self,
        terms: &Terms,
        prefectures: &Prefectures,
        municipalities: &Municipalities,
        cases: &Cases,
        report: &mut Report,
    ) {
        let mut texts = Vec::new();
        for case in &cases.cases {
            texts.extend([case.title.as_str(), case.lead_organization.as_str()]);
            texts.extend(terms.system_type(&case.system_type).map(|system| system.name.as_str()));
            texts.extend(
                [&case.vendor, &case.product, &case.subsidy_name]
                    .into_iter()
                    .filter_map(|it| it.as_ref().known())
                    .map(String::as_str),
            );
        }
        for detail in &cases.details {
            texts.extend(detail.background.as_deref());
            texts.extend(detail.process.as_deref());
        }
        texts.extend(prefectures.prefectures.iter().map(|it| it.name.as_str()));
        texts.extend(municipalities.iter().map(|it| it.name));
        let idle = self.idle(&fold(&texts.join("\n"), normalize));
        if !idle.is_empty() {
            let name =
                |(place, [_, synonym]): &&(Position, [String; 2])| format!("{}行目 {synonym}", place.row);
            let named: Vec<String> = idle.iter().map(name).collect();
            report.note(format!(
                "{FILE}： synonym がどの事例にもない語なので、今のデータでは効かない行があります（{}）。",
                first(&named, MOST_NAMED, "行")
            ));
        }
    }

    /// Gives the rows of which the synonym is nowhere in the texts, which are read once for all of them.
    fn idle(&self, texts: &str) -> Vec<&(Position, [String; 2])> {
        let folded: Vec<String> = self.0.iter().map(|(_, [_, synonym])| fold(synonym, normalize)).collect();
        let mut ends: HashMap<char, Vec<usize>> = HashMap::new();
        let mut by_text: HashMap<&str, bool> = folded.iter().map(|word| (word.as_str(), false)).collect();
        // The lengths of words by their first letter: few for each.
        for word in &folded {
            let lengths = word.chars().next().map(|first| ends.entry(first).or_default());
            if let Some(lengths) = lengths.filter(|lengths| !lengths.contains(&word.len())) {
                lengths.push(word.len());
            }
        }
        for (at, first) in texts.char_indices() {
            for length in ends.get(&first).into_iter().flatten() {
                let word = texts.get(at..at + length);
                if let Some(is_used) = word.and_then(|word| by_text.get_mut(word)) {
                    *is_used = true;
                }
            }
        }
        let is_idle = |word: &String| by_text.get(word.as_str()) == Some(&false);
        self.0.iter().zip(&folded).filter(|(_, word)| is_idle(word)).map(|(row, _)| row).collect()
    }

    pub fn into_pairs(self) -> Vec<Vec<String>> {
        self.0.into_iter().map(|(_, pair)| pair.into()).collect()
    }
}

/// Reads a word; the search parts its words at white space.
fn word<'a>(row: &Row<'a>, column: &str, report: &mut Report) -> Option<&'a str> {
    let word = row.text(column, report)?;
    if word.contains(char::is_whitespace) {
        report.add(
            row.problem(column, "空白があります。検索は空白で語を区切るため、この語は見つかりません。")
                .allowed("空白のない一つの語"),
        );
        return None;
    }
    if word.contains(['、', '，', ',', '；', ';']) {
        report.add(
            row.problem(column, "一つのセルに、いくつかの語があります。")
                .allowed("一つの語")
                .advice("語ごとに行を分けてください。"),
        );
        return None;
    }
    Some(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_word_is_idle_where_it_is_in_no_text(
            words in prop::collection::vec("[あいう]{1,3}", 0..20),
            texts in "[あいうえ\n]{0,30}",
        ) {
            let place = |row| Position::new(FILE, row);
            let rows = (2..).zip(&words).map(|(row, word)| (place(row), ["語".to_owned(), word.clone()]));
            let table = SynonymTable(rows.collect());
            let texts = fold(&texts, normalize);
            let idle: Vec<usize> = table.idle(&texts).iter().map(|(place, _)| place.row).collect();
            let expected: Vec<usize> =
                (2..).zip(&words).filter(|(_, word)| !texts.contains(&fold(word, normalize))).map(|(row, _)| row).collect();
            prop_assert_eq!(idle, expected);
        }
    }
}
