//! The texts of cells as values of the files, and the way in which the files write them.

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;
use serde_json::{Map, Number, Serializer, Value};

use crate::source::columns::Kind;
use crate::workbook::cell::{NO, YES};

/// Gives the text that a CSV file has for a cell.
pub fn to_text(kind: &Kind, cell: &str) -> String {
    match kind {
        Kind::Answer if cell == YES => "yes".to_owned(),
        Kind::Answer if cell == NO => "no".to_owned(),
        _ => word(kind, cell),
    }
}

/// Gives the word of the file for the word that people see; other texts as they are.
fn word(kind: &Kind, cell: &str) -> String {
    match kind {
        Kind::Word(choices) => {
            let choices = choices();
            let choice = choices.iter().find(|choice| choice.ja == cell);
            choice.map_or(cell, |choice| choice.value).to_owned()
        }
        _ => cell.to_owned(),
    }
}

/// Gives the value that a case has for a cell. One that is not of its kind becomes a text, which the reader of the
/// cases then names as wrong.
pub fn to_value(kind: &Kind, cell: &str) -> Value {
    let read = match kind {
        Kind::Answer if cell == YES => Some(true.into()),
        Kind::Answer if cell == NO => Some(false.into()),
        Kind::Count | Kind::Yen => whole(cell).map(Value::from),
        Kind::YenRange => amount(cell),
        Kind::Decimal => decimal(cell),
        Kind::List(of, separator) => {
            let items = cell.split(*separator).filter(|item| !item.is_empty());
            Some(items.map(|item| word(of, item)).map(Value::from).collect())
        }
        _ => None,
    };
    read.unwrap_or_else(|| word(kind, cell).into())
}

fn whole(cell: &str) -> Option<u64> {
    cell.parse().ok().filter(|_| cell.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Reads an amount, or a range as `lower-upper` or `lower-`.
fn amount(cell: &str) -> Option<Value> {
    match cell.split_once('-') {
        None => whole(cell).map(Value::from),
        Some((lower, "")) => Some(Value::Array(vec![whole(lower)?.into(), Value::Null])),
        Some((lower, upper)) => Some(Value::Array(vec![whole(lower)?.into(), whole(upper)?.into()])),
    }
}

/// Reads a number; one without a fraction is a whole one.
fn decimal(cell: &str) -> Option<Value> {
    let is_plain = cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    let number = cell.parse::<f64>().ok().filter(|_| is_plain)?;
    whole(cell).map(Value::from).or_else(|| Number::from_f64(number).map(Value::Number))
}

/// Tells if both say the same, in whatever order of keys and with whatever zeros behind the point.
pub fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => same_object(one, other),
        _ => one == other,
    }
}

pub fn same_object(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    one.len() == other.len()
        && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
}

/// Writes a case as its file does, with a space after each comma and colon.
pub fn line(object: &Map<String, Value>) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    object.serialize(&mut Serializer::with_formatter(&mut bytes, Spaced))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::workbook::cell::Cell;

    #[test]
    fn cells_become_the_values_of_their_kind() {
        for (kind, cell, value) in [
            (Kind::YenRange, "100", json!(100)),
            (Kind::YenRange, "100-200", json!([100, 200])),
            (Kind::YenRange, "100-", json!([100, null])),
            (Kind::YenRange, "約100", json!("約100")),
            (Kind::Decimal, "30", json!(30)),
            (Kind::Decimal, "46.7", json!(46.7)),
            (Kind::Decimal, "1e3", json!("1e3")),
            (Kind::Count, "-1", json!("-1")),
            (Kind::Answer, "はい", json!(true)),
            (Kind::Answer, "たぶん", json!("たぶん")),
            (Kind::List(&Kind::Code(2), ' '), "03 05", json!(["03", "05"])),
        ] {
            assert_eq!(to_value(&kind, cell), value, "{kind:?} {cell}");
        }
    }

    #[test]
    fn numbers_that_mean_the_same_are_the_same() {
        assert!(same(&json!({"a": [30], "b": null}), &json!({"b": null, "a": [30.0]})));
        assert!(!same(&json!({"a": 1}), &json!({"a": 1, "b": null})));
        assert!(!same(&json!("1"), &json!(1)));
    }

    proptest! {
        #[test]
        fn amounts_come_back_from_their_cells(lower in 0u64..1_000_000_000_000_000, more: Option<u32>, is_range: bool) {
            let amount = match (is_range, more) {
                (false, _) => json!(lower),
                (true, None) => json!([lower, null]),
                (true, Some(more)) => json!([lower, lower + u64::from(more)]),
            };
            let cell = Cell::of_value(&Kind::YenRange, Some(&amount));
            prop_assert_eq!(to_value(&Kind::YenRange, &cell.text()), amount);
        }

        #[test]
        fn a_line_reads_as_it_was(text: String, number: f64) {
            let object = json!({"a": text, "b": [number, null, true, {"c": {}}], "d": []});
            let line = line(object.as_object().unwrap()).unwrap();
            prop_assert_eq!(serde_json::from_str::<Value>(&line).unwrap(), object);
            prop_assert!(!line.contains('\n'));
        }
    }
}
