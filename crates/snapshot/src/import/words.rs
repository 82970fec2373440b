//! The words of a problem for somebody who has a workbook before them, and no JSON.

use serde_json::Value;

use crate::problem::Problem;
use crate::source::columns::{Column, Kind};
use crate::workbook::cell::Cell;

/// Says in the words of cells what the reader of the files has said in theirs.
pub fn in_cells(problem: Problem, column: &Column) -> Problem {
    let allowed = match problem.what.as_str() {
        "値の形が正しくありません。" => Some(column.kind.form()),
        "使える語ではありません。" => {
            let words: Vec<&str> = column.kind.choices().iter().map(|choice| choice.ja).collect();
            Some(words.join("、")).filter(|words| !words.is_empty())
        }
        _ => None,
    };
    let or_empty = if column.required { "" } else { "、または空欄" };
    let allowed =
        allowed.map(|form| form + or_empty).or_else(|| problem.allowed.as_deref().map(without_json));
    Problem {
        what: without_json(&problem.what),
        value: problem.value.map(|value| shown(&column.kind, &value)),
        suggestion: problem.suggestion.iter().map(|meant| shown(&column.kind, meant)).collect(),
        allowed,
        advice: problem.advice.as_deref().map(without_json),
        ..problem
    }
}

/// Shows a value of a file as its cell shows it.
fn shown(kind: &Kind, text: &str) -> String {
    let cell = match serde_json::from_str::<Value>(text) {
        Ok(Value::Null) => return "（空欄）".to_owned(),
        Ok(value @ (Value::Bool(_) | Value::String(_) | Value::Array(_))) => {
            Cell::of_value(kind, Some(&value))
        }
        // A number stays as it was written, with its zeros.
        _ => match kind {
            Kind::Word(_) | Kind::Answer => Cell::of_text(kind, text),
            _ => return text.to_owned(),
        },
    };
    match cell {
        Cell::Empty => text.to_owned(),
        cell => cell.text().into_owned(),
    }
}

/// Replaces the words of JSON in a sentence.
fn without_json(sentence: &str) -> String {
    [
        (" null と書いてください", "空欄にしてください"),
        (" null にし", "空欄にし"),
        (" null ", "空欄"),
        (" null", "空欄"),
        ("null", "空欄"),
        (" true に", "「はい」に"),
        (" true ", "「はい」"),
        (" []", "空欄"),
    ]
    .iter()
    .fold(sentence.to_owned(), |text, (json, cell)| text.replace(json, cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Position;
    use crate::source::columns::CASES;

    /// Says a problem of a column of the cases in the words of cells.
    fn said(column: &str, problem: Problem) -> Problem {
        in_cells(problem, CASES.column(column).unwrap())
    }

    #[test]
    fn values_and_what_was_meant_are_those_of_cells() {
        let place = Position::new("cases.jsonl", 3);
        for (column, value, meant, told) in [
            ("specification_available", "\"有\"", "true", ["有", "はい"]),
            ("initial_cost_yen", "\"120万円〜\"", "[1200000,null]", ["120万円〜", "1200000-"]),
            ("annual_cost_yen", "\"帯\"", "[1000,1999]", ["帯", "1000-1999"]),
            ("participants_count", "\"10団体\"", "10", ["10団体", "10"]),
            ("prefecture_code", "\"1\"", "\"01\"", ["1", "01"]),
            ("introduced", "\"令和5年4月\"", "2023-04", ["令和5年4月", "2023-04"]),
            ("introduced_kind", "稼働", "service_start", ["稼働", "稼働開始"]),
        ] {
            let problem = place.problem(column, "値の形が正しくありません。").value(value);
            let problem = said(column, problem.suggestion([meant.to_owned()]).allowed("true、null"));
            assert_eq!(problem.value.as_deref(), Some(told[0]), "{column}");
            assert_eq!(problem.suggestion, [told[1]], "{column}");
            assert!(!problem.to_string().contains("null"), "{problem}");
        }
    }

    #[test]
    fn words_are_those_of_the_list_in_the_cell() {
        let problem = Position::new("cases.jsonl", 3).problem("introduced_kind", "使える語ではありません。");
        let problem = said("introduced_kind", problem.allowed("service_start、procurement"));
        assert_eq!(problem.allowed.as_deref(), Some("稼働開始、調達、または空欄"));
    }

    #[test]
    fn an_empty_cell_is_no_null() {
        let problem = Position::new("cases.jsonl", 3).problem("cost_basis", "両方書くか両方 null にします。");
        let problem =
            said("cost_basis", problem.value("null").advice("値が分からないときは null と書いてください。"));
        assert_eq!(problem.what, "両方書くか両方空欄にします。");
        assert_eq!(problem.value.as_deref(), Some("（空欄）"));
        assert_eq!(problem.advice.as_deref(), Some("値が分からないときは空欄にしてください。"));
    }
}
