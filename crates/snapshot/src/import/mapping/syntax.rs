//! The text of a mapping file as values, each with its line.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use toml::Table;
use toml::de::{DeTable, DeValue};

use crate::problem::{Problem, Report, io_reason};
use crate::source::read_text;

/// The values of a file.
pub struct Toml {
    pub table: Table,
    /// The lines of keys, by their names with dots.
    lines: HashMap<String, usize>,
}

impl Toml {
    /// Reads a file; `None` after reporting why it cannot be read.
    pub fn read(path: &Path, name: &str, report: &mut Report) -> Option<Self> {
        if let Err(error) = File::open(path) {
            let problem = Problem::new(name, format!("対応表を読めません。{}。", io_reason(&error)));
            report.add(problem.value(path.display()).advice("--mapping の場所を確かめてください。"));
            return None;
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        Self::parse(&read_text(folder, name, report)?, name, report)
    }

    fn parse(text: &str, name: &str, report: &mut Report) -> Option<Self> {
        let line = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let read = toml::from_str::<Table>(text).and_then(|table| Ok((table, DeTable::parse(text)?)));
        match read {
            Ok((table, places)) => {
                let mut lines = HashMap::new();
                take_lines("", places.get_ref(), &line, &mut lines);
                Some(Self { table, lines })
            }
            Err(error) => {
                let row = error.span().map_or(1, |span| line(span.start));
                let found = text.lines().nth(row - 1).unwrap_or_default().trim();
                let (what, advice) = why(found, error.message());
                let problem = Problem::new(name, what).row(row).value(found);
                report.add(problem.allowed("キー = \"値\"、または [見出し]").advice(advice));
                None
            }
        }
    }

    /// Gives the line of a key, or of the section in which it should be.
    pub fn line(&self, key: &str) -> Option<usize> {
        let above = || self.line(key.rsplit_once('.')?.0);
        self.lines.get(key).copied().or_else(above)
    }
}

fn take_lines(
    above: &str,
    table: &DeTable<'_>,
    line: &impl Fn(usize) -> usize,
    lines: &mut HashMap<String, usize>,
) {
    for (key, value) in table.iter() {
        let path = format!("{above}{}", key.get_ref());
        lines.insert(path.clone(), line(key.span().start));
        if let DeValue::Table(inner) = value.get_ref() {
            take_lines(&format!("{path}."), inner, line, lines);
        }
    }
}

/// Says why a line cannot be read, and what to do. `message` is that of the reader, for what the line does not show.
fn why(line: &str, message: &str) -> (&'static str, &'static str) {
    let bare = line.split('#').next().unwrap_or_default().trim();
    let value = bare.split_once('=').map(|(_, value)| value.trim());
    let opens = |value: &str| value.starts_with(['"', '\'', '[', '{', '+', '-', 't', 'f']);
    if message.contains("duplicate key") {
        ("同じキーか見出しが二度あります。", "一つにまとめてください。")
    } else if bare.contains(['＝', '“', '”', '＂', '［', '］', '｛', '｝', '\u{3000}']) {
        ("全角の記号か空白があります。", "= や引用符、かっこ、空白は、半角で書いてください。")
    } else if bare.starts_with('[') && !bare.ends_with(']') {
        ("かっこ ] が閉じられていません。", "[columns] のように書いてください。")
    } else if bare.matches('"').count() % 2 == 1 {
        ("引用符が閉じられていません。", "値を \" と \" で囲んでください。")
    } else if value.is_some_and(|value| value.starts_with(['[', '{']) && !value.ends_with([']', '}'])) {
        ("かっこが閉じられていません。", "[ ] や { } の過不足を確かめてください。")
    } else if value
        .is_some_and(|it| !it.is_empty() && !opens(it) && !it.starts_with(|it: char| it.is_ascii_digit()))
    {
        ("値が引用符で囲まれていません。", "文字の値は \" と \" で囲んでください。")
    } else if value.is_none_or(str::is_empty) && !bare.starts_with('[') {
        ("= と値がありません。", "キー = \"値\" の形で書いてください。")
    } else {
        (
            "対応表の書き方として読めません。",
            "引用符、かっこ、コンマ、= の過不足を確かめてください。日本語のキーは、引用符で囲みます。",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_cannot_be_read_is_told_with_its_fault() {
        for (line, expected) in [
            ("title = 事例名", "引用符で囲まれていません"),
            ("title ＝ \"事例名\"", "全角"),
            ("title = “事例名”", "全角"),
            ("title = \"事例名", "閉じられていません"),
            ("[words", "] が閉じられていません"),
            ("title = { head = \"事例名\"", "かっこが閉じられていません"),
            ("title", "= と値がありません"),
            ("title =", "= と値がありません"),
            ("domain = \"部門\"", "二度あります"),
            ("[columns]", "二度あります"),
        ] {
            let text = format!("[columns]\n# 領域\ndomain = \"領域\"\n{line}\n");
            let mut report = Report::default();
            assert!(Toml::parse(&text, "a.toml", &mut report).is_none(), "{line}");
            let told = report.to_string();
            assert!(told.contains(expected) && told.contains("4行目"), "{line}: {told}");
        }
    }

    #[test]
    fn keys_know_their_lines_and_those_that_are_not_there_that_of_their_section() {
        let text = "[columns]\ntitle = \"事例名\"\ndomain = { head = \"領域\" }\n\n[words.domain]\n\"総務\" = \"総務部門\"\n";
        let toml = Toml::parse(text, "a.toml", &mut Report::default()).unwrap();
        for (key, line) in [
            ("columns.title", 2),
            ("columns.domain.head", 3),
            ("columns.domain.unit", 3),
            ("words.domain.総務", 6),
        ] {
            assert_eq!(toml.line(key), Some(line), "{key}");
        }
        assert_eq!(toml.line("answers.all"), None);
    }
}
