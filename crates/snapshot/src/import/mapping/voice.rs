//! The words of a workbook for somebody who has another table before them.

use crate::problem::{Problem, Said};
use crate::source::columns::{CASES, MISSING, PARTICIPANTS};

/// The names that the table has for the columns of the cases.
pub struct Voice(Vec<(String, String)>);

impl Voice {
    /// Takes the names of the columns of the workbook, each with that of the table.
    pub fn of(names: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let others = names.into_iter().filter(|(ja, name)| ja != name);
        Self(others.map(|(ja, name)| (format!("「{ja}」"), format!("「{name}」"))).collect())
    }

    /// Says a problem that is said for a workbook.
    pub fn problem(&self, problem: Problem) -> Problem {
        let said = |sentence: Said| sentence.map(|sentence| self.said(sentence));
        Problem {
            what: said(problem.what),
            allowed: problem.allowed.map(said),
            advice: problem.advice.map(said),
            ..problem
        }
    }

    /// Says a sentence that is said for a workbook.
    pub fn said(&self, sentence: &str) -> String {
        let names = format!("シート「{}」", PARTICIPANTS.sheet);
        let reasons = format!("シート「{}」に書けます", MISSING.sheet);
        let mut said = sentence
            .replace(&names, "参加自治体の名前")
            .replace(&reasons, "取り込んだ後の表に書けます")
            .replace(&format!("シート「{}」の", CASES.sheet), "")
            .replace(&format!("シート「{}」", CASES.sheet), "この表")
            .replace("シート「", "表「");
        for (ja, name) in &self.0 {
            said = said.replace(ja, name);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_the_columns_of_the_table() {
        let voice =
            Voice::of([("参加自治体数", "団体数（参加自治体数）".to_owned()), ("領域", "領域".to_owned())]);
        for (workbook, table) in [
            ("シート「参加自治体」に抜けがないか", "参加自治体の名前に抜けがないか"),
            ("「参加自治体数」を直してください。", "「団体数（参加自治体数）」を直してください。"),
            ("シート「事例」の「領域」です。", "「領域」です。"),
            ("シート「システム種別」の「名称」のどれか", "表「システム種別」の「名称」のどれか"),
        ] {
            assert_eq!(voice.said(workbook), table);
        }
    }
}
