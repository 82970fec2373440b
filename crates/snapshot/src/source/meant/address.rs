//! The web address that was meant by a text that is none.

use joint_procurement_core::domain::WebAddress;
use unicode_normalization::UnicodeNormalization;

use crate::text::address_faults;

/// The marks that texts put around addresses, after NFKC.
const AROUND: [(char, char); 4] = [('<', '>'), ('(', ')'), ('「', '」'), ('"', '"')];

/// Gives an address that lacks a part of its beginning, has wide or capital letters, or marks around it.
pub fn address(text: &str) -> Option<String> {
    let narrow: String = text.trim().nfkc().collect();
    let inner = AROUND.iter().find_map(|(open, close)| narrow.strip_prefix(*open)?.strip_suffix(*close));
    let inner = inner.unwrap_or(&narrow).trim();
    if inner.contains(char::is_whitespace) {
        return None;
    }
    let (scheme, rest) = match inner.split_once(":/") {
        Some((scheme, rest)) => match scheme.to_ascii_lowercase().as_str() {
            "https" | "ttps" => ("https", rest.trim_start_matches('/')),
            "http" | "ttp" => ("http", rest.trim_start_matches('/')),
            _ => return None,
        },
        None if inner.starts_with("www.") || inner.contains(".jp/") || inner.ends_with(".jp") => {
            ("https", inner)
        }
        None => return None,
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let whole = format!("{scheme}://{}{path}", host.to_ascii_lowercase());
    let is_right = whole.parse::<WebAddress>().is_ok() && address_faults(&whole).is_empty();
    is_right.then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lack_a_part_or_have_too_much_around_them() {
        for (written, meant) in [
            ("www.city.example.jp/a", "https://www.city.example.jp/a"),
            ("https:/example.jp/A", "https://example.jp/A"),
            ("HTTPS://EXAMPLE.JP/A", "https://example.jp/A"),
            ("ttps://example.jp/a", "https://example.jp/a"),
            ("ttp://example.jp", "http://example.jp"),
            ("<https://example.jp/a>", "https://example.jp/a"),
            ("（https://example.jp/a）", "https://example.jp/a"),
            ("ｈｔｔｐｓ：／／example.jp", "https://example.jp"),
        ] {
            assert_eq!(address(written).as_deref(), Some(meant), "{written}");
        }
        for none in [
            "県HP",
            "file:///C:/a.html",
            "mailto:a@example.jp",
            "https://a.jp https://b.jp",
            "C:/a.jp/b",
            "www/a.jp",
        ] {
            assert_eq!(address(none), None, "{none}");
        }
    }
}
