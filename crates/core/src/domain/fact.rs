//! A value that may be unknown.

use super::MissingReason;

/// A stated value, or the absence of one with the reason where it is known. Never 0, never "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact<T> {
    Known(T),
    Missing(Option<MissingReason>),
}

impl<T> Fact<T> {
    pub const UNKNOWN: Self = Self::Missing(None);

    /// Makes a known value, or one that is missing for `reason`.
    pub fn new(value: Option<T>, reason: Option<MissingReason>) -> Self {
        value.map_or(Self::Missing(reason), Self::Known)
    }

    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing(_) => None,
        }
    }

    pub fn as_ref(&self) -> Fact<&T> {
        match self {
            Self::Known(value) => Fact::Known(value),
            Self::Missing(reason) => Fact::Missing(*reason),
        }
    }

    pub fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Self::Known(value) => Fact::Known(f(value)),
            Self::Missing(reason) => Fact::Missing(reason),
        }
    }

    /// Tells why the value is missing, where that is known.
    pub fn reason(&self) -> Option<MissingReason> {
        match self {
            Self::Known(_) => None,
            Self::Missing(reason) => *reason,
        }
    }
}

impl<T> From<Option<T>> for Fact<T> {
    fn from(value: Option<T>) -> Self {
        Self::new(value, None)
    }
}
