//! The Content-Security-Policy of the pages. `snapshot site` writes it into each of them, so that it holds on
//! any host; a host that can send headers adds to it.
//!
//! Not in index.html itself: `trunk serve` reloads the page by a script inside it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::element;
use lol_html::html_content::ContentType;
use sha2::{Digest, Sha256};

use super::template::{PageError, rewrite};
use super::{base, not_found};

/// Everything that the site loads. Whatever is not named here is refused: frames, plug-ins, fonts, media,
/// and every other origin.
const SOURCES: [&str; 9] = [
    "default-src 'none'",
    // No 'unsafe-eval', no 'unsafe-inline'. Browsers compile WebAssembly only where this word allows it.
    "script-src 'self' 'wasm-unsafe-eval'",
    // Styles of single elements are set through CSSOM, which no policy forbids.
    "style-src 'self'",
    // data: holds the small pictures in style sheets and the drawing that is saved as PNG.
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
];
const SCRIPTS: &str = "script-src ";

/// Gives the policy of a page, which may hold the scripts with these hashes.
pub fn policy(scripts: &[String]) -> String {
    let allow = |source: &&str| {
        let hashes = scripts.iter().filter(|_| source.starts_with(SCRIPTS));
        hashes.fold((*source).to_owned(), |source, hash| format!("{source} 'sha256-{hash}'"))
    };
    SOURCES.iter().map(allow).collect::<Vec<_>>().join("; ")
}

/// Gives the hash by which a policy names a script inside a page.
pub fn hash(script: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()))
}

/// Gives the policy as a header, which stands for all pages at once. So it has the script of 404.html too. Nothing is said
/// of frames: every site may show the pages in one (docs/decisions/027-frames.md).
pub fn header() -> String {
    policy(&[base::script_hash(), not_found::script_hash()])
}

/// Puts its policy into the page, before everything that is loaded.
pub fn with_policy(page: &str, scripts: &[String]) -> Result<String, PageError> {
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(scripts));
    let mut charsets = 0;
    let page = rewrite(
        page,
        vec![
            // Written by an earlier run.
            element!("meta[http-equiv=Content-Security-Policy]", |meta| {
                meta.remove();
                Ok(())
            }),
            element!("meta[charset]", |charset| {
                charsets += 1;
                charset.after(&meta, ContentType::Html);
                Ok(())
            }),
        ],
    )?;
    if charsets == 1 {
        Ok(page)
    } else {
        Err(PageError("<meta charset> が1つではありません。".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<meta charset=\"utf-8\" />\n<script src=\"a.js\"></script></head>";

    #[test]
    fn nothing_inside_a_page_runs_and_nothing_is_loaded_from_elsewhere() {
        let policy = policy(&[]);
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(!policy.contains("http") && !policy.contains('*') && !policy.contains('"'), "{policy}");
    }

    #[test]
    fn a_script_inside_the_page_is_allowed_by_its_hash_alone() {
        let policy = policy(&["abc=".to_owned()]);
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc='; "), "{policy}");
        assert_eq!(policy.matches("sha256").count(), 1, "{policy}");
    }

    #[test]
    fn the_header_holds_for_all_pages_and_is_one_line() {
        let header = header();
        for script in [base::script_hash(), not_found::script_hash()] {
            assert!(header.contains(&script), "{header}");
        }
        assert!(!header.contains("frame-ancestors") && !header.contains('\n'), "{header}");
    }

    #[test]
    fn the_policy_stands_once_right_behind_the_charset() {
        let once = with_policy(PAGE, &["old".to_owned()]).unwrap_or_default();
        let twice = with_policy(&once, &[]).unwrap_or_default();
        assert!(twice.contains("<meta charset=\"utf-8\" /><meta http-equiv"), "{twice}");
        assert_eq!(twice.matches("Content-Security-Policy").count(), 1, "{twice}");
        assert!(!twice.contains("old"), "{twice}");
        assert_eq!(with_policy(&twice, &[]), Ok(twice));
    }

    #[test]
    fn a_script_is_named_by_its_hash() {
        // The hash of the empty script, as browsers print it.
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_page_without_a_charset_is_refused() {
        assert!(with_policy("<head></head>", &[]).is_err());
    }
}
