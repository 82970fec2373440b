//! The words of a problem for somebody who has a workbook before them, and no JSON.

use joint_procurement_core::domain::{Field, Term};
use serde_json::Value;

mod names;
mod why;

pub use self::why::{APPROXIMATE, is_approximate, of as why_of};

pub use self::names::in_words;
use crate::problem::{Fault, InCells, Problem, Said};
use crate::source::columns::{CASES, Choice, Column, Kind, MISSING, Table};
use crate::source::nearest_word;
use crate::text;
use crate::values;
use crate::workbook::cell::{Cell, NO, YES};

/// Says in the words of cells what the reader of the files has said in theirs.
pub fn in_cells(problem: Problem, table: &Table, column: &Column) -> Problem {
    let value = problem.value.as_deref().map(|value| match value {
        "" => "（空欄）".to_owned(),
        value => shown(&column.kind, value),
    });
    let mut suggestion: Vec<String> =
        problem.suggestion.iter().map(|meant| shown(&column.kind, meant)).collect();
    // A column may want more than the file that it is of.
    match column.kind {
        Kind::Day => suggestion.retain(|meant| meant.len() == "2023-04-01".len()),
        Kind::Month => suggestion.retain(|meant| meant.len() == "2023-04".len()),
        _ => {}
    }
    let choices = column.kind.choices();
    if let (true, Some(value), Some(_)) = (suggestion.is_empty(), &value, &problem.allowed)
        && !choices.iter().any(|choice| choice.ja == value)
    {
        suggestion.extend(nearest_word(value, choices.iter().map(|choice| choice.ja)));
    }
    if let (true, Kind::Answer, Some(value)) = (suggestion.is_empty(), &column.kind, &value) {
        let answer = values::answer_to(value, column.ja).candidates();
        let answer = <[bool; 1]>::try_from(answer).ok().map(|[is_yes]| if is_yes { YES } else { NO });
        suggestion.extend(answer.map(str::to_owned));
    }
    let is_for_nothing = matches!(
        column.kind,
        Kind::Count | Kind::YenRange | Kind::Yen | Kind::Decimal | Kind::Date | Kind::YearMonth | Kind::Month
    ) && value.as_deref().is_some_and(text::is_nothing);
    let why = match problem.what.fault() {
        Some(Fault::Form | Fault::NoInteger | Fault::NoAddress) if !is_for_nothing => {
            // A value that is not shown is not looked into either.
            why::of(column, value.as_deref().unwrap_or_default(), &suggestion)
        }
        Some(Fault::NoWord) if matches!(column.kind, Kind::Answer) => why::of(column, "", &suggestion),
        Some(Fault::NoWord) if !choices.is_empty() => {
            Some((said(&problem.what, Some(table)), "セルの一覧から選んでください。".to_owned()))
        }
        Some(Fault::Form) if is_for_nothing => Some((
            "値がないことを表す言葉が、値として書かれています。".to_owned(),
            reason_elsewhere(table, column, value.as_deref()),
        )),
        _ => None,
    };
    let (what, advice) = why.unzip();
    let is_needed = column.required || problem.what.fault() == Some(Fault::Needed);
    let or_empty = if is_needed { "" } else { "、または空欄" };
    let allowed = problem.allowed.as_ref().map(|allowed| match allowed_in_cells(allowed, column) {
        Some(form) => form + or_empty,
        None => said(allowed, Some(table)),
    });
    let advice = match &problem.advice {
        // The reason stands on a sheet of its own.
        Some(advice) if *advice.in_cells() == InCells::ByColumn => {
            Some(reason_elsewhere(table, column, value.as_deref()))
        }
        Some(advice) => Some(said(advice, Some(table))),
        None => advice,
    };
    Problem {
        what: what.unwrap_or_else(|| said(&problem.what, Some(table))).into(),
        value,
        suggestion,
        allowed: allowed.map(Said::from),
        advice: advice.filter(|advice| !advice.is_empty()).map(Said::from),
        ..problem
    }
}

/// Does the same for a problem of a row or a sheet as a whole.
pub fn of_sheet(problem: Problem, table: &Table) -> Problem {
    let said = |sentence: &Said| said(sentence, Some(table));
    Problem {
        what: said(&problem.what).into(),
        column: problem.column.as_deref().map(|column| match table.column(column) {
            Some(column) => column.ja.to_owned(),
            None => in_words(column, Some(table)),
        }),
        allowed: problem.allowed.as_ref().map(said).map(Said::from),
        advice: problem.advice.as_ref().map(said).filter(|advice| !advice.is_empty()).map(Said::from),
        ..problem
    }
}

/// Says a sentence in the words of the workbook.
fn said(sentence: &Said, table: Option<&Table>) -> String {
    match sentence.in_cells() {
        InCells::Other(cells) => in_words(cells, table),
        InCells::Named | InCells::ByColumn => in_words(sentence, table),
    }
}

/// Gives the words or the form of a column in the place of those of the file. None where the sentence says it.
fn allowed_in_cells(allowed: &Said, column: &Column) -> Option<String> {
    // More than these are rather looked up in the list of the cell.
    const MOST_WORDS: usize = 12;
    let choices = column.kind.choices();
    let is_listed = |choice: &Choice| {
        allowed.contains(choice.ja) || choice.value != choice.ja && allowed.contains(choice.value)
    };
    let is_by_column = *allowed.in_cells() == InCells::ByColumn;
    if !is_by_column && !choices.iter().any(is_listed) {
        return None;
    }
    if choices.is_empty() {
        return Some(column.kind.form());
    }
    let words: Vec<&str> = choices.iter().map(|choice| choice.ja).take(MOST_WORDS).collect();
    let more = if choices.len() > MOST_WORDS { "など、セルの一覧にある語" } else { "" };
    Some(format!("{}{more}", words.join("、")))
}

/// Says what to do with a word for nothing. Its reason stands on a sheet of its own.
fn reason_elsewhere(table: &Table, column: &Column, value: Option<&str>) -> String {
    if column.required {
        return "必ず書く項目です。正しい値を調べて書いてください。".to_owned();
    }
    if table.sheet != CASES.sheet || Field::from_slug(column.name).is_none() {
        return "空欄にしてください。".to_owned();
    }
    let reason = value.and_then(text::reason).map_or("非公表", |reason| reason.ja());
    format!(
        "空欄にしてください。値のない理由が分かれば、シート「{}」に書けます（例：項目「{}」、理由「{reason}」）。",
        MISSING.sheet, column.ja
    )
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
            // JSON writes the point of a number that has none.
            Kind::Decimal => return text.strip_suffix(".0").unwrap_or(text).to_owned(),
            _ => return text.to_owned(),
        },
    };
    match cell {
        Cell::Empty => text.to_owned(),
        cell => cell.text().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Position;
    use crate::source::columns::CASES;

    /// Says a problem of a column of the cases in the words of cells.
    fn said(column: &str, problem: Problem) -> Problem {
        in_cells(problem, &CASES, CASES.column(column).unwrap())
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
        let what = Said::each("両方書くか両方 null にします。", "両方書くか、両方空欄にします。");
        let problem = Position::new("cases.jsonl", 3).problem("cost_basis", what).value("null");
        let problem = said("cost_basis", problem.advice("分からなければ null にしてください。"));
        assert_eq!(problem.what, "両方書くか、両方空欄にします。");
        assert_eq!(problem.value.as_deref(), Some("（空欄）"));
        assert_eq!(problem.advice.as_deref(), Some("分からなければ空欄にしてください。"));
    }
}
