//! Queries that programs on the way have changed: mailers, chats and spreadsheets, and those that count clicks.

use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::writer::ESCAPED;

/// Beginnings of the names by which others count clicks. No key of ours begins so; assets/theme.js has the same lists.
pub const TRACKING_STARTS: &[&str] = &[
    "_", "utm_", "mc_", "oly_", "vero_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "fb_", "ga_", "gad_",
    "igsh", "itm_", "ref_", "trk", "wt.",
];
/// Ends of such names.
pub const TRACKING_ENDS: &[&str] = &["clid", "clkid", "braid"];
/// Such names that are like no other.
pub const TRACKING_NAMES: &[&str] = &[
    "si",
    "ref",
    "gclsrc",
    "epik",
    "mkt_tok",
    "srsltid",
    "mibextid",
    "li_fat_id",
    "s_cid",
    "cmpid",
    "ocid",
    "rdt_cid",
    "sfmc_id",
    "wickedid",
    "ldtag_cl",
    "openexternalbrowser",
];

/// Escapes within escapes that are undone. More are nobody's accident.
const LEVELS: usize = 3;

/// Gives the query, without `?`, as it was before others added to it and mangled it. One that the site has written
/// stays as it is.
pub fn cleaned(query: &str) -> String {
    let mut out = String::new();
    for part in query.split('&') {
        let mut left = add(part, true, &mut out);
        while let Some(part) = left {
            left = add(&part, false, &mut out);
        }
    }
    out
}

/// Adds a pair, as it stands if that is right and it is `raw`. Gives what follows it in the same part, because the mark
/// between them was mangled.
fn add(mut part: &str, raw: bool, out: &mut String) -> Option<String> {
    // `&amp;` of HTML, and a second `?`.
    while let Some(rest) = part.strip_prefix("amp;").or_else(|| part.strip_prefix('?')) {
        part = rest;
    }
    let Some((name, value)) = part.split_once('=') else {
        let whole = undone(part);
        if whole.contains('=') {
            return Some(whole);
        }
        if !part.is_empty() && !is_tracking(&whole.to_ascii_lowercase()) {
            begin(out);
            out.push_str(part);
        }
        return None;
    };
    let key = decoded(name).to_ascii_lowercase();
    let text = decoded(value);
    let is_free = matches!(&*key, "q" | "vendor" | "product");
    let plain = if is_free { text.clone() } else { undone(&text) };
    // A text that people type may hold any mark; written by the site it holds no bare `=`.
    let (own, left) = if is_free && !value.contains('=') { (&*plain, None) } else { parted(&plain) };
    if !is_tracking(&key) {
        let own =
            if is_free { of_words(own, value) } else { of_slugs(own, matches!(&*key, "pref" | "partner")) };
        begin(out);
        if raw && key == name && own == text {
            out.push_str(part);
        } else {
            out.extend(utf8_percent_encode(&key, ESCAPED));
            out.push('=');
            out.extend(utf8_percent_encode(&own, ESCAPED));
        }
    }
    left.map(str::to_owned)
}

fn begin(out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
}

fn is_tracking(key: &str) -> bool {
    TRACKING_STARTS.iter().any(|start| key.starts_with(start))
        || TRACKING_ENDS.iter().any(|end| key.ends_with(end))
        || TRACKING_NAMES.contains(&key)
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Undoes escapes, and those within them.
fn undone(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..LEVELS {
        if text.contains('%') {
            text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        }
    }
    text
}

/// Parts a value from the pair that follows it after a mark that was escaped, doubled or mistaken.
fn parted(text: &str) -> (&str, Option<&str>) {
    for (place, _) in text.match_indices(['&', '?', ';']) {
        let left = &text[place + 1..];
        let after_name = left.trim_start_matches(|it: char| it.is_ascii_alphabetic() || it == '_');
        if after_name.len() < left.len() && after_name.starts_with('=') {
            let own = &text[..place];
            return (own.strip_suffix("&amp").unwrap_or(own), Some(left));
        }
    }
    (text, None)
}

/// Mends a text that may say anything, as far as no text of a reader can be meant.
fn of_words(text: &str, raw: &str) -> String {
    let closes = [')', ']'];
    let is_end_of_remark = raw.ends_with(closes) && !raw.contains(['(', '[']);
    let mut text = if is_end_of_remark { text.trim_end_matches(closes) } else { text }.to_owned();
    for _ in 0..LEVELS {
        match percent_decode_str(&text).decode_utf8() {
            Ok(inner) if text.split('%').skip(1).any(is_escaped_letter) => text = inner.into_owned(),
            _ => break,
        }
    }
    text
}

/// Tells if an escape goes on so that is of a letter beyond ASCII, or of a space.
fn is_escaped_letter(digits: &str) -> bool {
    let mut digits = digits.bytes();
    match (digits.next(), digits.next()) {
        (Some(b'8' | b'9' | b'A'..=b'F' | b'a'..=b'f'), Some(second)) => second.is_ascii_hexdigit(),
        (Some(b'2'), Some(second)) => second == b'0',
        _ => false,
    }
}

/// Mends a value that is made of small letters, digits and few marks, whatever stands around it.
fn of_slugs(text: &str, is_prefecture: bool) -> String {
    let plain: String = text.split('#').next().unwrap_or_default().chars().map(narrow).collect();
    let is_inside = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '.';
    // Letters of Japanese in front may be a name, which is told to be none of ours.
    let is_mark = |it: char| !is_inside(it) && !('\u{3040}'..'\u{ff00}').contains(&it);
    let mut own = plain.trim_start_matches(is_mark);
    loop {
        own = own.trim_end_matches(|it: char| !is_inside(it));
        match own.strip_suffix('.') {
            // Two are the end of an open range.
            Some(more) if !more.ends_with('.') => own = more,
            _ => break,
        }
    }
    if own.is_empty() {
        return text.to_owned();
    }
    if !is_prefecture {
        return own.to_owned();
    }
    let mut codes = String::new();
    for code in own.split(',').map(str::trim) {
        if !codes.is_empty() {
            codes.push(',');
        }
        if code.len() == 1 && code.as_bytes()[0].is_ascii_digit() {
            codes.push('0');
        }
        codes.push_str(code);
    }
    codes
}

/// Gives the plain form of a letter of double width or a mark between values, and small ones for capitals.
fn narrow(letter: char) -> char {
    let plain = match letter {
        '\u{ff0c}'..='\u{ff0e}'
        | '\u{ff10}'..='\u{ff19}'
        | '\u{ff21}'..='\u{ff3a}'
        | '\u{ff41}'..='\u{ff5a}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '、' => ',',
        _ => letter,
    };
    plain.to_ascii_lowercase()
}
