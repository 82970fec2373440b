//! JSON values of what serde can write.

use serde::Serialize;
use serde_json::Value;

/// Makes a value; null for what JSON cannot hold. It goes by way of the text: for all that a chart can hold, the code that
/// writes text is much smaller than the code that makes values.
pub fn value(it: &impl Serialize) -> Value {
    read(serde_json::to_vec(it))
}

fn read(text: serde_json::Result<Vec<u8>>) -> Value {
    text.and_then(|text| serde_json::from_slice(&text)).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::{json, to_value};

    use super::*;

    #[test]
    fn a_value_is_what_serde_json_makes_without_the_text() {
        let all = json!({
            "z": [0.1, 1.0, 2.5e-7, 123_456.789, -3, u64::MAX, i64::MIN, null, true],
            "a": { "共同調達": "\"\\\n\u{1}𠮷", "": [] },
        });
        assert_eq!(value(&all), to_value(&all).unwrap());
        assert_eq!(value(&(0.5_f32, Some("x"), None::<u8>, f64::NAN)), json!([0.5, "x", null, null]));
        // The order of the fields stays.
        assert_eq!(value(&all).to_string(), all.to_string());
    }

    #[test]
    fn what_json_cannot_hold_is_null() {
        assert_eq!(value(&std::collections::BTreeMap::from([((1, 2), 3)])), Value::Null);
    }
}
