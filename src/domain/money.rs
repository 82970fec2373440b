//! Money in whole yen, exact or as a range.

use std::fmt;

use miniserde::json::Value;

use super::json::{FromJson, JsonError};

/// An amount in whole yen: a lower and an upper bound, equal when the amount is exact.
///
/// In JSON an exact amount is a number, a range is `[lower, upper]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YenRange {
    lower: u64,
    upper: u64,
}

/// The lower bound lies above the upper one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyError;

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the lower bound of an amount is above its upper bound")
    }
}

impl std::error::Error for MoneyError {}

impl YenRange {
    pub const fn exact(yen: u64) -> Self {
        Self { lower: yen, upper: yen }
    }

    pub const fn between(lower: u64, upper: u64) -> Result<Self, MoneyError> {
        if lower <= upper { Ok(Self { lower, upper }) } else { Err(MoneyError) }
    }

    pub const fn lower(self) -> u64 {
        self.lower
    }

    pub const fn upper(self) -> u64 {
        self.upper
    }

    pub const fn is_exact(self) -> bool {
        self.lower == self.upper
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Wire {
    Exact(u64),
    Range([u64; 2]),
}

impl serde::Serialize for YenRange {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_exact() { Wire::Exact(self.lower) } else { Wire::Range([self.lower, self.upper]) }
            .serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for YenRange {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Wire::deserialize(deserializer)? {
            Wire::Exact(yen) => Ok(Self::exact(yen)),
            Wire::Range([lower, upper]) => Self::between(lower, upper).map_err(serde::de::Error::custom),
        }
    }
}

impl FromJson for YenRange {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        match json {
            Value::Array(bounds) if bounds.len() == 2 => {
                Self::between(u64::from_json(&bounds[0])?, u64::from_json(&bounds[1])?)
                    .map_err(|_| JsonError::new("a lower bound before an upper one"))
            }
            yen => u64::from_json(yen).map(Self::exact),
        }
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for YenRange {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "YenRange".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Wire::json_schema(generator)
    }
}
