//! `404.html`: the page for addresses that do not exist. It can be asked for at any depth, so a small
//! script looks for the site's base before anything else is loaded.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::csp::with_policy;
use super::template::{PageError, deferred};

/// The script that finds the site's base. It tries `data/catalog.json` under each folder of the path, from
/// `/` on, takes the first that answers with a catalog for the base, and only then inserts what stands in
/// `#after-base`. The host is written out because a path may begin with two slashes, which alone would lead
/// to another site.
const FIND_BASE: &str = include_str!("../../../../assets/not-found.js");

/// Makes the not-found page from the site's page.
pub fn not_found_page(page: &str) -> Result<String, PageError> {
    let page = deferred(page, &format!("<script>{}</script>", script()))?;
    with_policy(&page, &[script_hash()])
}

fn script() -> &'static str {
    FIND_BASE.trim_end()
}

/// Gives the hash by which a Content-Security-Policy names the script inside the page.
pub fn script_hash() -> String {
    csp_hash(script())
}

fn csp_hash(script: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_named_by_its_hash() {
        // The hash of the empty script, as browsers print it.
        assert_eq!(csp_hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn the_inline_script_ends_where_it_should() {
        assert!(!FIND_BASE.contains("</script") && !FIND_BASE.contains("<!--"));
    }
}
