//! Mistakes in the maintainers' files, told so that the person who keeps the files can mend them.

use std::fmt::{self, Write};

use joint_procurement_core::domain::is_invisible;

// Workbooks are read elsewhere.
#[allow(dead_code)]
mod place;

pub use place::Place;

/// The number of problems that are printed in full; the rest are counted.
pub const PRINTED_PROBLEMS: usize = 200;

/// One mistake, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    pub place: Place,
    /// The column or key.
    pub column: Option<String>,
    /// The subject of the row, for example the id of its case.
    pub subject: Option<String>,
    /// The mistake, as a sentence.
    pub what: String,
    /// The value found.
    pub value: Option<String>,
    /// The value that was probably meant.
    pub suggestion: Option<String>,
    /// A description of what would be right.
    pub allowed: Option<String>,
    /// The advice on what to do.
    pub advice: Option<String>,
}

impl Problem {
    pub fn new(file: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            place: Place::Whole,
            column: None,
            subject: None,
            what: what.into(),
            value: None,
            suggestion: None,
            allowed: None,
            advice: None,
        }
    }

    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Places the problem in a line, counted from 1, the header included.
    pub fn row(self, row: usize) -> Self {
        self.at(Place::Line(row))
    }

    pub fn column(self, column: impl Into<String>) -> Self {
        Self { column: Some(column.into()), ..self }
    }

    pub fn value(self, value: impl fmt::Display) -> Self {
        Self { value: Some(value.to_string()), ..self }
    }

    /// Says which value was probably meant; nothing where there is none.
    pub fn suggestion(self, suggestion: Option<String>) -> Self {
        Self { suggestion, ..self }
    }

    pub fn allowed(self, allowed: impl Into<String>) -> Self {
        Self { allowed: Some(allowed.into()), ..self }
    }

    pub fn advice(self, advice: impl Into<String>) -> Self {
        Self { advice: Some(advice.into()), ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("  ")?;
        if self.place != Place::Whole {
            write!(f, "{} ", printable(&self.place.to_string()))?;
        }
        if let Some(column) = &self.column {
            write!(f, "{} ", printable(column))?;
        }
        if let Some(subject) = &self.subject {
            write!(f, "（{}）", printable(subject))?;
        }
        if self.place != Place::Whole || self.column.is_some() || self.subject.is_some() {
            f.write_str("： ")?;
        }
        writeln!(f, "{}", printable(&self.what))?;
        let detail = |f: &mut fmt::Formatter<'_>, label: &str, text: Option<&str>| match text {
            Some(text) => writeln!(f, "      {label}： {}", printable(text)),
            None => Ok(()),
        };
        detail(f, "見つかった値", self.value.as_deref())?;
        let suggestion = self.suggestion.as_ref().map(|suggestion| format!("「{suggestion}」"));
        detail(f, "もしかして", suggestion.as_deref())?;
        detail(f, "正しい値", self.allowed.as_deref())?;
        detail(f, "直し方", self.advice.as_deref())?;
        Ok(())
    }
}

/// The places of a table that a reader is at: problems found there carry it.
#[derive(Clone, Debug)]
pub struct Position {
    pub file: String,
    pub row: usize,
    pub subject: Option<String>,
}

impl Position {
    pub fn new(file: &str, row: usize) -> Self {
        Self { file: file.to_owned(), row, subject: None }
    }

    /// Makes a problem with one column of this row.
    pub fn problem(&self, column: &str, what: impl Into<String>) -> Problem {
        Problem {
            subject: self.subject.clone(),
            ..Problem::new(&self.file, what).row(self.row).column(column)
        }
    }
}

/// Everything that one run has found: problems, which stop it, and notes, which do not.
#[derive(Debug, Default)]
pub struct Report {
    /// The first ones only; all are counted.
    problems: Vec<Problem>,
    /// Problems by file, in the order in which the files were read.
    counts: Vec<(String, usize)>,
    notes: Vec<String>,
}

impl Report {
    pub fn add(&mut self, problem: Problem) {
        match self.counts.iter_mut().find(|(file, _)| *file == problem.file) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((problem.file.clone(), 1)),
        }
        if self.problems.len() < PRINTED_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Notes something the person should know although nothing needs to be mended.
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Counts all problems, also those that are not printed.
    pub fn count(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    pub fn is_clean(&self) -> bool {
        self.counts.is_empty()
    }

    /// Tells if the file has problems, for callers that must not build on it then.
    pub fn has_problems_in(&self, file: &str) -> bool {
        self.counts.iter().any(|(name, _)| name == file)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for note in &self.notes {
            writeln!(f, "お知らせ： {}", printable(note))?;
        }
        for (file, count) in &self.counts {
            writeln!(f, "\n■ {}（{count}件）", printable(file))?;
            let mut of_file: Vec<&Problem> =
                self.problems.iter().filter(|problem| problem.file == *file).collect();
            of_file.sort_by_key(|problem| problem.place.number().unwrap_or(0));
            for problem in &of_file {
                write!(f, "{problem}")?;
            }
            if of_file.len() < *count {
                writeln!(f, "  ほかに{}件あります（表示を省きました）。", count - of_file.len())?;
            }
        }
        if !self.is_clean() {
            writeln!(f, "\n問題は全部で{}件です。", self.count())?;
        }
        Ok(())
    }
}

/// Puts the text on one line of moderate length, with invisible characters made visible. A terminal must not
/// obey what stands in a data file.
pub fn printable(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut line = String::new();
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST {
            line.push('…');
            break;
        }
        if is_invisible(character) {
            // Writing to a String cannot fail.
            let _ = write!(line, "<U+{:04X}>", u32::from(character));
        } else {
            line.push(character);
        }
    }
    line
}

/// Gives an operating system's refusal, in words.
pub fn io_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "見つかりません".to_owned(),
        Kind::PermissionDenied => "読み書きする権限がありません".to_owned(),
        Kind::StorageFull | Kind::QuotaExceeded => "ディスクの空きが足りません".to_owned(),
        Kind::FileTooLarge => "書けるファイルの大きさの上限を超えました".to_owned(),
        Kind::ReadOnlyFilesystem => "書き込みのできないディスクです".to_owned(),
        Kind::IsADirectory => "ファイルではなくフォルダーです".to_owned(),
        Kind::NotADirectory => "フォルダーであるべきところにファイルがあります".to_owned(),
        Kind::AlreadyExists => "同じ名前のものが既にあります".to_owned(),
        _ => format!("入出力エラーです（{error}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_tells_place_value_rule_and_remedy() {
        let place = Position { subject: Some("31-a-1".to_owned()), ..Position::new("cases.jsonl", 12) };
        let problem = place
            .problem("status", "この語は使えません。")
            .value("稼動中")
            .allowed("稼働中・計画")
            .advice("「稼働中」と書いてください。");
        let text = problem.to_string();
        for part in ["12行目", "status", "31-a-1", "使えません", "稼動中", "稼働中・計画", "直し方"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn ten_thousand_problems_are_counted_and_not_all_printed() {
        let mut report = Report::default();
        for row in 0..10_000 {
            report.add(Position::new("cases.jsonl", row).problem("id", "だめです。"));
        }
        let text = report.to_string();
        assert_eq!(text.matches("だめです").count(), PRINTED_PROBLEMS);
        assert!(text.contains("ほかに9800件"), "{text}");
        assert!(text.contains("問題は全部で10000件"), "{text}");
    }

    #[test]
    fn a_terminal_never_sees_control_characters() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}"), "a<U+001B>[31mb<U+202E>");
        assert!(printable(&"長".repeat(10_000)).chars().count() < 300);
    }
}
