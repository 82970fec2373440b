//! `404.html`: the page for addresses that do not exist. It can be asked for at any depth, so a small
//! script looks for the site's base before anything else is loaded.

use sha2::{Digest, Sha256};

use super::html::{Tag, replace, tags};

/// Tries `data/catalog.json` under each folder of the path, from `/` on, takes the first that answers
/// with a catalog for the base, and only then inserts what stands in `#after-base`. The host is written
/// out because a path may begin with two slashes, which alone would lead to another site.
const FIND_BASE: &str = include_str!("../../../assets/not-found.js");

/// The not-found page made from the site's page; `None` where there is no `</head>` to put it before.
pub fn not_found_page(page: &str) -> Option<String> {
    let tags = tags(page);
    let head_end = page.find("</head>")?;
    let mut parts = Vec::new();
    let mut deferred = String::new();
    for tag in &tags {
        if tag.name == "base" {
            parts.push((tag.element.clone(), String::new()));
        } else if loads_from_base(tag) {
            deferred.push_str(&page[tag.element.clone()]);
            parts.push((tag.element.clone(), String::new()));
        }
    }
    let script = FIND_BASE.trim_end();
    let inserted = format!(
        "<template id=\"after-base\">{deferred}</template>\n<!-- script-src 'sha256-{}' -->\n<script>{script}</script>\n",
        csp_hash(script)
    );
    parts.push((head_end..head_end, inserted));
    Some(replace(page, parts))
}

fn loads_from_base(tag: &Tag) -> bool {
    match tag.name.as_str() {
        "link" => tag.attribute("rel") != Some("canonical"),
        "script" => tag.attribute("src").is_some(),
        _ => false,
    }
}

/// What a Content-Security-Policy calls this script.
fn csp_hash(script: &str) -> String {
    base64(&Sha256::digest(script.as_bytes()))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | chunk.get(at).copied().map_or(0, u32::from));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place > chunk.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_standard_one() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(csp_hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn nothing_is_loaded_before_the_base_is_known() {
        let page = "<head><base href=\"./\"><link rel=\"stylesheet\" href=\"a.css\"><meta name=\"x\" content=\"y\">\
                    <script type=\"module\" src=\"a.js\"></script></head><body>b</body>";
        let page = not_found_page(page).unwrap_or_default();
        let outside: Vec<String> = tags(&page).into_iter().map(|tag| tag.name).collect();
        assert_eq!(outside, ["head", "meta", "template", "link", "script", "script", "body"]);
        let (before, after) = page.split_once("<template id=\"after-base\">").unwrap_or_default();
        assert!(!before.contains("a.css") && !before.contains("a.js"), "{before}");
        assert!(after.contains("href=\"a.css\"") && after.contains("src=\"a.js\""), "{after}");
    }

    #[test]
    fn the_inline_script_ends_where_it_should() {
        assert!(!FIND_BASE.contains("</script") && !FIND_BASE.contains("<!--"));
    }
}
