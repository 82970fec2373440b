//! Reading published files in the browser: from a tree of JSON into the domain's types.
//!
//! serde reads and writes them in native programs. What it generates for reading is a function a type
//! and format, and it brings every way of writing a decimal number: a sixth of the browser's program.
//! Here a type is read by one small function. A test compares the two on the published files.

use std::fmt;
use std::mem::ManuallyDrop;

use miniserde::json::{Number, Value};

/// What was expected, and where. Boxed, so that passing it on costs every reader but one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError(Box<Expectation>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Expectation {
    /// Field names from the outermost on.
    place: String,
    expected: &'static str,
}

impl JsonError {
    pub fn new(expected: &'static str) -> Self {
        Self(Box::new(Expectation { place: String::new(), expected }))
    }

    #[cold]
    #[inline(never)]
    fn within(mut self, field: &str) -> Self {
        let place = &mut self.0.place;
        *place = if place.is_empty() { field.to_owned() } else { format!("{field}.{place}") };
        self
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expectation { place, expected } = &*self.0;
        match place.as_str() {
            "" => write!(f, "{expected} expected"),
            place => write!(f, "{place}: {expected} expected"),
        }
    }
}

impl std::error::Error for JsonError {}

/// A value that a published file may hold.
pub trait FromJson: Sized {
    fn from_json(json: &Value) -> Result<Self, JsonError>;

    /// What an object without the field means; `None` where it must not be left out.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a text that is JSON.
pub fn parse(text: &str) -> Result<Value, JsonError> {
    miniserde::json::from_str(text).map_err(|miniserde::Error| JsonError::new("JSON"))
}

/// Reads one field of an object.
pub fn field<T: FromJson>(json: &Value, name: &'static str) -> Result<T, JsonError> {
    match member(json, name)? {
        Some(value) => T::from_json(value).map_err(|error| error.within(name)),
        None => T::absent().ok_or_else(|| JsonError::new("a value").within(name)),
    }
}

fn member<'a>(json: &'a Value, name: &str) -> Result<Option<&'a Value>, JsonError> {
    match json {
        Value::Object(object) => Ok(object.get(name)),
        _ => Err(JsonError::new("an object")),
    }
}

/// The text of a string.
pub fn text(json: &Value) -> Result<&str, JsonError> {
    match json {
        Value::String(text) => Ok(text),
        _ => Err(JsonError::new("a text")),
    }
}

/// The elements of a list.
pub fn list(json: &Value) -> Result<&[Value], JsonError> {
    match json {
        Value::Array(values) => Ok(values),
        _ => Err(JsonError::new("a list")),
    }
}

/// Reads a struct field by field. The compiler names a field that was forgotten.
///
/// Where a field is wrong those read before it are leaked: a broken file ends the reading anyway, and the
/// code for dropping every beginning of every struct was larger than the code for reading them.
macro_rules! read_fields {
    ($name:ident $(<$param:ident>)? { $($field:ident),+ $(,)? }) => {
        impl $(<$param: $crate::domain::FromJson>)? $crate::domain::FromJson for $name $(<$param>)? {
            fn from_json(json: &miniserde::json::Value) -> Result<Self, $crate::domain::JsonError> {
                use std::mem::ManuallyDrop;
                $(let $field = ManuallyDrop::new($crate::domain::json::field(json, stringify!($field))?);)+
                Ok(Self { $($field: ManuallyDrop::into_inner($field)),+ })
            }
        }
    };
}
pub(super) use read_fields;

impl FromJson for String {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        text(json).map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        match json {
            Value::Bool(value) => Ok(*value),
            _ => Err(JsonError::new("true or false")),
        }
    }
}

impl FromJson for u64 {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        match json {
            Value::Number(Number::U64(value)) => Ok(*value),
            _ => Err(JsonError::new("a whole number")),
        }
    }
}

impl FromJson for u32 {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        Self::try_from(u64::from_json(json)?).map_err(|_| JsonError::new("a smaller number"))
    }
}

impl FromJson for u16 {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        Self::try_from(u64::from_json(json)?).map_err(|_| JsonError::new("a smaller number"))
    }
}

impl FromJson for f64 {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        match json {
            Value::Number(Number::F64(value)) => Ok(*value),
            Value::Number(Number::U64(value)) => Ok(*value as f64),
            Value::Number(Number::I64(value)) => Ok(*value as f64),
            _ => Err(JsonError::new("a number")),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        match json {
            Value::Null => Ok(None),
            value => T::from_json(value).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        let elements = list(json)?;
        // Leaked where an element is wrong, as the fields of a struct are.
        let mut values = ManuallyDrop::new(Self::with_capacity(elements.len()));
        for element in elements {
            values.push(T::from_json(element)?);
        }
        Ok(ManuallyDrop::into_inner(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Credit, YenRange};

    #[track_caller]
    fn refused<T: FromJson + fmt::Debug>(json: &str, expected: &str) {
        let error = parse(json).and_then(|json| T::from_json(&json)).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn an_error_names_the_place_and_what_was_expected() {
        refused::<Credit>("{", "JSON expected");
        refused::<Credit>("[]", "an object expected");
        refused::<Credit>(r#"{"subject":"人口"}"#, "text: a value expected");
        refused::<Credit>(r#"{"subject":1,"text":""}"#, "subject: a text expected");
        refused::<Vec<u16>>("[1,65536]", "a smaller number expected");
        refused::<YenRange>("[2,1]", "a lower bound before an upper one expected");
    }
}
