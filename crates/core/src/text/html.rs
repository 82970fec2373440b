//! Text in HTML.

/// Adds text to HTML, for elements and for attributes with double quotes.
pub fn push_escaped(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // A parser reads it as a line break.
            '\r' => html.push_str("&#13;"),
            other => html.push(other),
        }
    }
}

/// Text as HTML, for elements and for attributes with double quotes.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, text);
    html
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escaped;

    proptest! {
        #[test]
        fn nothing_of_a_text_is_markup_and_nothing_is_lost(text in "[&<>\"'a-z;#あ\r\n ]{0,40}") {
            let html = escaped(&text);
            prop_assert!(!html.contains(['<', '>', '"', '\r']));
            let back = html
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#13;", "\r")
                .replace("&amp;", "&");
            prop_assert_eq!(back, text);
        }
    }
}
