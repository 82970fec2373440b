//! The values of the tables as they stand in cells.

use std::borrow::Cow;

use serde_json::Value;

use crate::source::columns::Kind;

/// The words for true and false in cells.
pub const YES: &str = "はい";
pub const NO: &str = "いいえ";

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
}

impl Cell {
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }

    fn of(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// Shows a cell of a CSV table.
    pub fn of_text(kind: &Kind, text: &str) -> Self {
        match kind {
            Kind::Answer => Self::of(match text {
                "yes" | "true" => YES.to_owned(),
                "no" | "false" => NO.to_owned(),
                _ => text.to_owned(),
            }),
            Kind::Count | Kind::Yen | Kind::YenRange | Kind::Decimal => number(text),
            Kind::Word(choices) => {
                let choice = choices().into_iter().find(|choice| choice.value == text);
                Self::of(choice.map_or(text, |choice| choice.ja).to_owned())
            }
            _ => Self::of(text.to_owned()),
        }
    }

    /// Shows a value of a case.
    pub fn of_value(kind: &Kind, value: Option<&Value>) -> Self {
        match (value, kind) {
            (None | Some(Value::Null), _) => Self::Empty,
            (Some(Value::Bool(answer)), _) => Self::Text(if *answer { YES } else { NO }.to_owned()),
            (Some(Value::Number(found)), _) => number(&found.to_string()),
            (Some(Value::String(text)), Kind::Word(_)) => Self::of_text(kind, text),
            (Some(Value::String(text)), _) => Self::of(text.clone()),
            (Some(Value::Array(items)), Kind::List(_, separator)) => list(items, *separator),
            (Some(Value::Array(items)), Kind::YenRange) => Self::of(match items.as_slice() {
                [lower, Value::Null] => format!("{lower}-"),
                [lower, upper] => format!("{lower}-{upper}"),
                _ => Value::Array(items.clone()).to_string(),
            }),
            (Some(Value::Array(items)), _) if items.is_empty() => Self::Empty,
            (Some(other), _) => Self::Text(other.to_string()),
        }
    }
}

/// Shows a list of texts; other items as they are written in JSON.
fn list(items: &[Value], separator: char) -> Cell {
    let texts: Vec<String> =
        items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect();
    Cell::of(texts.join(&separator.to_string()))
}

/// Shows a number as such where it comes back with the same digits. Spreadsheet programs keep 15.
fn number(text: &str) -> Cell {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match text.parse::<f64>() {
        Ok(number) if digits <= 15 && number.to_string() == text => Cell::Number(number),
        _ => Cell::of(text.to_owned()),
    }
}
