//! Writes the pairs of a query string, leaving out defaults.

use std::fmt::{self, Display};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Set;
use crate::domain::Term;

/// Writes pairs with `&` between them; empty and default values are left out.
pub(super) struct Writer<'a, 'b> {
    pub f: &'a mut fmt::Formatter<'b>,
    pub first: bool,
}

impl Writer<'_, '_> {
    pub fn text(&mut self, key: &str, value: &str) -> fmt::Result {
        if value.is_empty() {
            return Ok(());
        }
        let separator = if self.first { "" } else { "&" };
        self.first = false;
        write!(self.f, "{separator}{key}={}", utf8_percent_encode(value, ESCAPED))
    }

    pub fn list(&mut self, key: &str, values: impl Iterator<Item = String>) -> fmt::Result {
        self.text(key, &values.collect::<Vec<_>>().join(","))
    }

    pub fn slugs<T: Term>(&mut self, key: &str, values: &Set<T>) -> fmt::Result {
        self.list(key, values.iter().map(|value| value.slug().to_owned()))
    }

    pub fn codes<T: Display>(&mut self, key: &str, values: &Set<T>) -> fmt::Result {
        self.list(key, values.iter().map(T::to_string))
    }

    pub fn names(&mut self, key: &str, values: &Set<String>) -> fmt::Result {
        // Names are free text: a comma inside one must not end it.
        self.list(key, values.iter().map(|name| name.replace('%', "%25").replace(',', "%2C")))
    }

    pub fn optional<T: Display>(&mut self, key: &str, value: Option<T>) -> fmt::Result {
        value.map_or(Ok(()), |value| self.text(key, &value.to_string()))
    }

    pub fn changed<T, D>(&mut self, key: &str, value: T, written: impl Fn(T) -> D) -> fmt::Result
    where
        T: Default + PartialEq,
        D: Display,
    {
        if value == T::default() { Ok(()) } else { self.text(key, &written(value).to_string()) }
    }
}

/// Everything but letters, digits, `-._~` and the comma between values.
pub const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',');
