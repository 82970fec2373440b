//! Money in whole yen, exact or as a range.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount in whole yen, exact or known only as a range (金額帯).
///
/// Both bounds of a range belong to it; the upper one may be open. In JSON an exact amount is a number, a range
/// is `[lower, upper]`, an open one `[lower, null]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YenRange {
    lower: u64,
    upper: Upper,
}

/// In order: no amount is above an open bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Upper {
    At(u64),
    Open,
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
        Self { lower: yen, upper: Upper::At(yen) }
    }

    pub const fn between(lower: u64, upper: u64) -> Result<Self, MoneyError> {
        if lower <= upper { Ok(Self { lower, upper: Upper::At(upper) }) } else { Err(MoneyError) }
    }

    pub const fn at_least(lower: u64) -> Self {
        Self { lower, upper: Upper::Open }
    }

    pub const fn lower(self) -> u64 {
        self.lower
    }

    /// Gives the upper bound; none where it is open.
    pub const fn upper(self) -> Option<u64> {
        match self.upper {
            Upper::At(upper) => Some(upper),
            Upper::Open => None,
        }
    }

    /// Gives the amount where it is exact; a range is none.
    pub const fn exact_yen(self) -> Option<u64> {
        match self.upper {
            Upper::At(upper) if upper == self.lower => Some(upper),
            _ => None,
        }
    }
}

impl Serialize for YenRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.exact_yen() {
            Some(yen) => yen.serialize(serializer),
            None => (self.lower, self.upper()).serialize(serializer),
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
                f.write_str("whole yen, or a lower bound and an upper one or null")
            }

            fn visit_u64<E: Error>(self, yen: u64) -> Result<YenRange, E> {
                Ok(YenRange::exact(yen))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, bounds: A) -> Result<YenRange, A::Error> {
                match <(u64, Option<u64>)>::deserialize(SeqAccessDeserializer::new(bounds))? {
                    (lower, Some(upper)) => YenRange::between(lower, upper).map_err(A::Error::custom),
                    (lower, None) => Ok(YenRange::at_least(lower)),
                }
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
            Range((u64, Option<u64>)),
        }
        Amount::json_schema(generator)
    }
}
