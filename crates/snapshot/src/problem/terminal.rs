//! Problems as lines of text, for a terminal.

use std::fmt::{self, Write};

use super::group::Group;
use super::{Place, Problem, Report};
use crate::text::{is_unseen, name};

/// The number of places from which on repeats are told in short.
const MANY: usize = 3;
/// The number of places up to which each is told with its value.
const FEW: usize = 10;
/// The places of more repeats that are told with their values.
const EXAMPLES: usize = 3;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in self.files() {
            writeln!(f, "\n■ {}（{}件）", printable(&file.name), file.count)?;
            for group in file.groups() {
                if group.count() < MANY {
                    group.problems().into_iter().try_for_each(|problem| write!(f, "{problem}"))?;
                } else {
                    write_group(f, group)?;
                }
            }
            if file.untold() > 0 {
                writeln!(f, "  ほかに{}件あります（表示を省きました）。", file.untold())?;
            }
        }
        // Below the problems, which are to be mended first.
        if !self.is_clean() && (!self.notes().is_empty() || self.count_aside() > 0) {
            writeln!(f)?;
        }
        for note in self.notes() {
            writeln!(f, "お知らせ： {}", printable(note))?;
        }
        if self.untold_notes() > 0 {
            writeln!(
                f,
                "お知らせ： 同じようなお知らせが、ほかに{}件あります（表示を省きました）。",
                self.untold_notes()
            )?;
        }
        if self.count_aside() > 0 {
            writeln!(
                f,
                "お知らせ： 直していない行についてのお知らせが、ほかに{}件あります（--report を付けると、書き出します）。",
                self.count_aside()
            )?;
        }
        match (self.count(), self.kinds()) {
            (0, _) => Ok(()),
            (count, kinds) if kinds < count => {
                writeln!(f, "\n問題は全部で{count}件です（同じ問題をまとめると{kinds}種類）。")
            }
            (count, _) => writeln!(f, "\n問題は全部で{count}件です。"),
        }
    }
}

/// Writes repeats as one: all places in short, the first ones with their values.
fn write_group(f: &mut fmt::Formatter<'_>, group: &Group) -> fmt::Result {
    let place = [group.places(), group.column().unwrap_or_default()];
    let place: Vec<String> = place.iter().filter(|it| !it.is_empty()).map(|it| printable(it)).collect();
    let colon = if place.is_empty() { "" } else { " ： " };
    let sentence = group.sentence();
    writeln!(f, "  {}{colon}{}（{}か所）", place.join(" "), printable(&sentence), group.count())?;
    let (allowed, advice) = (group.agree(|it| it.allowed.as_deref()), group.agree(|it| it.advice.as_deref()));
    write_detail(f, "正しい値", allowed)?;
    write_detail(f, "直し方", advice)?;
    for (problem, more) in examples(group) {
        let more = if more > 0 { format!("など{}か所", more + 1) } else { String::new() };
        let mut parts = vec![place_of(problem) + &more];
        if problem.what != sentence {
            parts.push(problem.what.to_string());
        }
        parts.extend(problem.value.as_ref().map(|value| format!("見つかった値 「{value}」")));
        parts.extend(problem.meant().map(|meant| format!("もしかして {meant}")));
        parts.extend(
            problem.allowed.as_ref().filter(|_| allowed.is_none()).map(|it| format!("正しい値 {it}")),
        );
        parts.extend(problem.advice.as_ref().filter(|_| advice.is_none()).map(|it| format!("直し方 {it}")));
        // All places are told already.
        if parts.len() == 1 && problem.subject.is_none() {
            continue;
        }
        let parts: Vec<String> = parts.iter().filter(|it| !it.is_empty()).map(|it| printable(it)).collect();
        writeln!(f, "      例： {}", parts.join("　"))?;
    }
    Ok(())
}

/// Gives the problems of a group that are told with values, each with the number of others alike. One value in many
/// places does not hide another.
fn examples(group: &Group) -> Vec<(&Problem, usize)> {
    let problems = group.problems();
    if group.count() <= FEW {
        return problems.into_iter().map(|problem| (problem, 0)).collect();
    }
    let mut found: Vec<(&Problem, usize)> = Vec::new();
    for problem in problems {
        let is_same = |it: &&mut (&Problem, usize)| it.0.value == problem.value && it.0.what == problem.what;
        match found.iter_mut().take(FEW + 1).find(is_same) {
            Some((_, more)) => *more += 1,
            None => found.push((problem, 0)),
        }
    }
    found.truncate(if found.len() <= FEW { FEW } else { EXAMPLES });
    found
}

/// Gives place and subject of one of many.
fn place_of(problem: &Problem) -> String {
    let subject = problem.subject.as_ref().map(|subject| format!("（{subject}）")).unwrap_or_default();
    format!("{}{subject}", problem.place)
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
        write_detail(f, "見つかった値", self.value.as_deref())?;
        write_detail(f, "もしかして", self.meant().as_deref())?;
        write_detail(f, "正しい値", self.allowed.as_deref())?;
        write_detail(f, "直し方", self.advice.as_deref())
    }
}

fn write_detail(f: &mut fmt::Formatter<'_>, label: &str, text: Option<&str>) -> fmt::Result {
    match text {
        Some(text) => writeln!(f, "      {label}： {}", printable(text)),
        None => Ok(()),
    }
}

/// Puts the text on one line of moderate length, with invisible characters made visible. A terminal must not
/// obey what stands in a data file.
pub fn printable(text: &str) -> String {
    visible(text, 200)
}

/// Gives so many letters of the text, with invisible characters made visible.
pub fn visible(text: &str, longest: usize) -> String {
    let mut line = String::new();
    for (count, character) in text.chars().enumerate() {
        if count == longest {
            line.push('…');
            break;
        }
        // Writing to a String cannot fail.
        let _ = match (is_unseen(character), name(character)) {
            (false, _) => write!(line, "{character}"),
            (true, Some(name)) => write!(line, "<{name}>"),
            (true, None) => write!(line, "<U+{:04X}>", u32::from(character)),
        };
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Position;

    #[test]
    fn a_problem_tells_place_value_rule_and_remedy() {
        let place = Position { subject: Some("31-a-1".to_owned()), ..Position::new("cases.jsonl", 12) };
        let problem = place
            .problem("status", "この語は使えません。")
            .value("稼動中")
            .suggestion(["稼働中".to_owned()])
            .allowed("稼働中・計画")
            .advice("どれかを選んでください。");
        let text = problem.to_string();
        for part in [
            "12行目",
            "status",
            "31-a-1",
            "使えません",
            "稼動中",
            "もしかして： 「稼働中」",
            "稼働中・計画",
            "直し方",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn ten_thousand_problems_are_one_with_their_places_and_first_values() {
        let mut report = Report::default();
        for row in 2..10_002 {
            let problem =
                Position::new("cases.jsonl", row).problem("id", format!("{}行目と同じです。", row - 1));
            report.add(problem.value(format!("値{row}")).advice("直してください。"));
        }
        let text = report.to_string();
        for part in [
            "■ cases.jsonl（10000件）",
            "2〜10001行目 id ： …行目と同じです。（10000か所）",
            "例： 3行目　2行目と同じです。　見つかった値 「値3」",
            "問題は全部で10000件です（同じ問題をまとめると1種類）。",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!(text.matches("直し方").count(), 1, "{text}");
        assert!(text.lines().count() < 12, "{text}");
    }

    #[test]
    fn a_terminal_never_sees_control_characters() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}"), "a<U+001B>[31mb<U+202E>");
        assert!(printable(&"長".repeat(10_000)).chars().count() < 300);
    }
}
