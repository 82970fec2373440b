//! Rows that are not published: nothing that is told repeats what they hold.

use std::collections::HashSet;

use super::{Problem, Report, Said};
use crate::text::unbroken;

/// The knowledge of what may not be told.
#[derive(Debug, Default)]
pub struct Secrets {
    /// The ids of cases that are not published, in small letters.
    ids: HashSet<String>,
    /// The columns that may be named while a row is read whose contents are not published.
    columns: Option<Vec<&'static str>>,
}

impl Secrets {
    /// Gives the problem as it may be told.
    pub fn of(&self, problem: Problem) -> Problem {
        match &self.columns {
            Some(columns) => concealed(problem, columns),
            None => problem,
        }
    }
}

/// Leaves nothing of the row's contents; a column that is none of the known ones is content too.
fn concealed(problem: Problem, columns: &[&str]) -> Problem {
    // Keys inside a value may be made up.
    let first = problem.column.as_deref().and_then(|column| column.split([' ', '（']).next());
    let column = first.filter(|first| columns.contains(first)).map(str::to_owned);
    let what = Said::each(
        "非掲載希望（withheld）の行に、直すところがあります。内容は表示しません。",
        "非掲載希望の行に、直すところがあります。内容は表示しません。",
    );
    let problem = Problem { column, ..Problem::new(problem.file, what).at(problem.place) };
    problem.advice("この行の書き方を確かめてください。公開しない事例なので、行を削除してもかまいません。")
}

impl Report {
    /// Takes the ids of cases that are not published. Those that are known stay secret, also once they are gone.
    pub fn withhold(&mut self, ids: HashSet<String>) {
        self.secrets.ids.extend(ids);
    }

    /// Takes one id more.
    pub fn withhold_also(&mut self, id: String) {
        self.secrets.ids.insert(id);
    }

    /// Tells if a text holds the id of a case that is not published.
    pub fn names_withheld(&self, text: &str) -> bool {
        let ids = &self.secrets.ids;
        !ids.is_empty() && {
            let text = unbroken(text).to_lowercase();
            let mut words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
            words.any(|word| ids.contains(word.trim_matches('-')))
        }
    }

    /// Adds a problem with ids. Where one of them is of an unpublished case, only its place is told.
    pub fn add_about(&mut self, ids: &[&str], problem: Problem) {
        if !ids.iter().any(|id| self.names_withheld(id)) {
            return self.add(problem);
        }
        let kept = self.conceal(Some(Vec::new()));
        self.add(problem);
        self.conceal(kept);
    }

    /// Conceals the contents of the row that is read next, but for the names of these columns; none ends that. Gives
    /// what held before.
    pub fn conceal(&mut self, columns: Option<Vec<&'static str>>) -> Option<Vec<&'static str>> {
        std::mem::replace(&mut self.secrets.columns, columns)
    }

    pub fn conceals(&self) -> bool {
        self.secrets.columns.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Position;

    #[test]
    fn a_problem_of_a_concealed_row_shows_its_place_only() {
        let mut report = Report::default();
        report.conceal(Some(vec!["vendor", "sources"]));
        let place = Position { subject: Some("SECRET".to_owned()), ..Position::new("cases.jsonl", 7) };
        for column in ["vendor", "sources（1番目） SECRET", "SECRET"] {
            let problem = place.problem(column, "「SECRET」はだめです。").value("SECRET").allowed("SECRET");
            report.add(problem.suggestion(Some("SECRET".to_owned())).advice("SECRET"));
        }
        report.note("SECRET");
        report.conceal(None);
        report.add(place.problem("vendor", "だめです。"));
        let text = report.to_string();
        assert_eq!(text.matches("SECRET").count(), 1, "the subject of the last one only: {text}");
        assert!(text.contains("7行目 sources ：") && text.contains("内容は表示しません"), "{text}");
    }

    #[test]
    fn the_id_of_a_withheld_case_is_found_in_any_writing() {
        let mut report = Report::default();
        assert!(!report.names_withheld("31-secret-1"));
        report.withhold(["31-secret-1".to_owned()].into());
        for text in
            ["31-secret-1", "（３１－SECRET－1）", "https://a.jp/cases/31-secret-1/", "31-secret-1と2"]
        {
            assert!(report.names_withheld(text), "{text}");
        }
        for text in ["31-secret-12", "131-secret-1", "31-secret", ""] {
            assert!(!report.names_withheld(text), "{text}");
        }
    }
}
