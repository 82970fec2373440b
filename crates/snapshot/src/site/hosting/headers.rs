//! The file `_headers`, which Cloudflare Pages and Netlify read. It says how long each file may be kept, and
//! what browsers must not do with the site.

use super::compress::original;

pub const FILE: &str = "_headers";

/// A file whose name says its content never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Any other is asked for anew each time, and answered with "not modified" where it has not changed.
const ASK: &str = "no-cache";

/// The number of digits that a content hash has in a name. It goes from this program's to trunk's, which has
/// up to 16 because it writes no leading zeros.
const HASH_DIGITS: std::ops::RangeInclusive<usize> = crate::digest::HASH_DIGITS..=16;

/// Writes the file for a site of these files, whose paths are relative to its base.
pub fn headers(files: &[String], policy: &str) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: same-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n  \
         Cross-Origin-Opener-Policy: same-origin\n",
    );
    let served: Vec<&str> = files.iter().map(String::as_str).filter(|path| is_served(path)).collect();
    for (pattern, caching) in rules("", &served) {
        text.push_str(&format!("{pattern}\n  Cache-Control: {caching}\n"));
    }
    text
}

/// Tells if hosts send the file as such: not those that they read themselves, nor the compressed copies. They
/// make these anew or send them in place of the file.
fn is_served(path: &str) -> bool {
    path != FILE && !path.starts_with('.') && original(path) == path
}

/// Gives patterns no two of which fit one file, because hosts add up the headers of all that fit. They name a
/// folder as a whole where all in it are alike, else each file. A `*` at the end is all that every host
/// understands.
fn rules(folder: &str, files: &[&str]) -> Vec<(String, &'static str)> {
    let mut rules = Vec::new();
    let mut rest = files;
    while let Some(first) = rest.first() {
        let below = first.strip_prefix(folder).unwrap_or(first);
        let Some((name, _)) = below.split_once('/') else {
            if below == "index.html" {
                rules.push((format!("/{folder}"), caching(first)));
            }
            rules.push((format!("/{first}"), caching(first)));
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        let folder = format!("{folder}{name}/");
        let end = rest.iter().position(|path| !path.starts_with(&folder)).unwrap_or(rest.len());
        let (inside, after) = rest.split_at(end);
        if inside.iter().all(|path| caching(path) == caching(first)) {
            rules.push((format!("/{folder}*"), caching(first)));
        } else {
            rules.extend(self::rules(&folder, inside));
        }
        rest = after;
    }
    rules
}

fn caching(path: &str) -> &'static str {
    if is_named_by_content(path) { FOR_EVER } else { ASK }
}

/// Tells if the name ends in the digits of a hash, as `app-0123456789abcdef_bg.wasm` and
/// `cases.0123456789ab.json` do. A source table may be called anything.
pub fn is_named_by_content(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, _)) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, digits)) = stem.rsplit_once(['-', '.']) else { return false };
    !path.starts_with("data/source/")
        && HASH_DIGITS.contains(&digits.len())
        && digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_hash_is_told_from_others() {
        for path in [
            "app-17688843b51fdc11.css",
            "app-78178b101e07de3a_bg.wasm",
            "app-78178b101e07de3_bg.wasm",
            "echarts/echarts-ca4f692dbed4.js",
            "data/2026-11-23/map-01.f0866e354951.json",
        ] {
            assert!(is_named_by_content(path), "{path}");
        }
        for path in [
            "index.html",
            "data/catalog.json",
            "sw.js",
            "cases/01-gis-0123456789ab/index.html",
            "data/source/list-202611230000.csv",
            "echarts/echarts.js",
            "app-78178b1.js",
        ] {
            assert!(!is_named_by_content(path), "{path}");
        }
    }

    #[test]
    fn a_folder_is_one_rule_where_all_in_it_are_alike() {
        let files =
            ["a/b/index.html", "a/c/index.html", "d/e.0123456789ab.json", "d/index.html", "index.html"];
        let patterns: Vec<String> = rules("", &files).into_iter().map(|(pattern, _)| pattern).collect();
        assert_eq!(patterns, ["/a/*", "/d/e.0123456789ab.json", "/d/", "/d/index.html", "/", "/index.html"]);
    }
}
