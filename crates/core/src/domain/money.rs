//! Money in whole yen, exact or as a range.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

impl Serialize for YenRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_exact() {
            self.lower.serialize(serializer)
        } else {
            [self.lower, self.upper].serialize(serializer)
        }
    }
}

/// By hand, since what serde makes for an untagged enum keeps every value before it reads it.
impl<'de> Deserialize<'de> for YenRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Amount;

        impl<'de> Visitor<'de> for Amount {
            type Value = YenRange;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("whole yen, or a lower and an upper bound")
            }

            fn visit_u64<E: Error>(self, yen: u64) -> Result<YenRange, E> {
                Ok(YenRange::exact(yen))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, bounds: A) -> Result<YenRange, A::Error> {
                let [lower, upper] = <[u64; 2]>::deserialize(SeqAccessDeserializer::new(bounds))?;
                YenRange::between(lower, upper).map_err(A::Error::custom)
            }
        }

        deserializer.deserialize_any(Amount)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for YenRange {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "YenRange".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        #[derive(schemars::JsonSchema)]
        #[schemars(untagged)]
        #[expect(dead_code, reason = "only its schema is of use")]
        enum Amount {
            Exact(u64),
            Range([u64; 2]),
        }
        Amount::json_schema(generator)
    }
}
