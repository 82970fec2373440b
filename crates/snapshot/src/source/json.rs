//! One line of JSON, read so that nothing in it is lost silently: keys that stand twice are told.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// A line that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The character at which reading stopped, counted from 1.
    pub at: usize,
    /// Tells if the text ends too early.
    pub unfinished: bool,
}

/// Gives the value, and every key that stands twice in one object (its first value is kept).
pub fn parse(line: &str) -> Result<(Value, Vec<String>), NotJson> {
    let repeated = RefCell::new(Vec::new());
    let mut deserializer = serde_json::Deserializer::from_str(line);
    let value = Strict(&repeated).deserialize(&mut deserializer).and_then(|value| {
        deserializer.end()?;
        Ok(value)
    });
    match value {
        Ok(value) => Ok((value, repeated.into_inner())),
        Err(error) => {
            // The parser counts bytes; people count characters.
            let bytes = error.column().min(line.len());
            let before = line.char_indices().take_while(|(at, _)| *at < bytes).count();
            Err(NotJson { at: before.max(1), unfinished: error.is_eof() })
        }
    }
}

/// Reads any value as `serde_json::Value` does, except for repeated keys.
#[derive(Clone, Copy)]
struct Strict<'a>(&'a RefCell<Vec<String>>);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<Key>()? {
            let value = entries.next_value_seed(self)?;
            if object.contains_key(&key.0) {
                self.0.borrow_mut().push(key.0);
            } else {
                object.insert(key.0, value);
            }
        }
        Ok(Value::Object(object))
    }
}

struct Key(String);

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_keys_are_told_at_every_depth() {
        let keys = |line| parse(line).map(|(_, repeated)| repeated);
        assert_eq!(keys(r#"{"a":1,"b":[{"c":1,"c":2}],"a":3}"#), Ok(vec!["c".to_owned(), "a".to_owned()]));
        assert_eq!(keys(r#"{"a":1,"b":{"a":2}}"#), Ok(vec![]));
    }

    #[test]
    fn values_are_read_as_usual() {
        let line = r#"{"a":[null,true,-1,1.5,"電子\n"],"b":{}}"#;
        assert_eq!(parse(line).map(|(value, _)| value.to_string()), Ok(line.to_owned()));
    }

    #[test]
    fn the_place_of_a_mistake_is_counted_in_characters() {
        let place = |line| parse(line).map(|_| ());
        assert_eq!(place(r#"{"あ":い}"#), Err(NotJson { at: 6, unfinished: false }));
        assert_eq!(place(r#"{"a":1"#).map_err(|error| error.unfinished), Err(true));
        assert!(place(r#"{"a":1} x"#).is_err());
        assert!(place(r#"{"a":NaN}"#).is_err());
        assert!(place(&"[".repeat(100_000)).is_err());
    }
}
