//! Addresses of other sites.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CodeError, DictionaryEntry};

/// An address that a browser may follow: http or https, with a host, and nothing that has to be escaped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

/// The text is no address that a browser may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebAddressError;

impl fmt::Display for WebAddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an address of http or https")
    }
}

impl std::error::Error for WebAddressError {}

impl WebAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for WebAddress {
    type Err = WebAddressError;

    fn from_str(text: &str) -> Result<Self, WebAddressError> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let is_named = host.chars().next().is_some_and(char::is_alphanumeric)
            && !host.contains('@')
            && !host.contains("..");
        let is_stray = |character: char| {
            character.is_whitespace() || is_invisible(character) || "\"<>\\`{}|^".contains(character)
        };
        if is_named && !text.contains(is_stray) { Ok(Self(text.to_owned())) } else { Err(WebAddressError) }
    }
}

impl Serialize for WebAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl DictionaryEntry for WebAddress {
    /// Gives none for an address that no browser should follow, which the builder never writes.
    fn read(text: String) -> Result<Option<Self>, CodeError> {
        Ok(text.parse().ok())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for WebAddress {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WebAddress".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

/// Reads an address, also of mail. One that no browser should follow, which the builder never writes, is as none.
pub(super) fn read<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.and_then(|text| text.parse().ok()))
}

/// Writes an address, or an empty text for none.
pub(super) fn write<S: Serializer>(address: &Option<WebAddress>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(address.as_ref().map_or("", WebAddress::as_str))
}

/// Tells if a character is not seen, or turns the direction of others: no published text holds one.
pub fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_with_a_host_pass() {
        for text in ["https://example.jp/", "http://a.jp", "https://例え.jp/北海道/%e5?x=1#y"] {
            assert_eq!(text.parse::<WebAddress>().unwrap().as_str(), text);
        }
        for text in [
            "",
            "example.jp",
            "ftp://example.jp/",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://a b.jp/",
            "https://a.jp/\u{3000}",
            "https://a.jp/\u{202e}",
            "https://user@a.jp/",
            "HTTPS//a.jp",
            "https://a.jp/\"><script>",
        ] {
            assert_eq!(text.parse::<WebAddress>(), Err(WebAddressError), "{text}");
        }
    }

    #[test]
    fn an_address_that_no_browser_should_follow_is_read_as_none() {
        let read = |text: &str| -> Option<WebAddress> {
            read(&mut serde_json::Deserializer::from_str(text)).unwrap()
        };
        assert_eq!(read("\"javascript:alert(1)\""), None);
        assert_eq!(read("null"), None);
        assert_eq!(read("\"https://a.jp\""), "https://a.jp".parse().ok());
    }
}
