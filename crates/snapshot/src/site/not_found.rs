//! `404.html`: the page for addresses that do not exist. It can be asked for at any depth, so where the site's address
//! is not known a small script looks for its base before anything else is loaded
//! (docs/decisions/025-addresses.md).

use super::base::at_base;
use super::csp::{self, with_policy};
use super::template::{PageError, deferred};

/// The script that finds the site's base: the deepest folder that has a catalog and this page's program. Only then it
/// inserts what stands in `#after-base`.
const FIND_BASE: &str = include_str!("../../../../assets/not-found.js");

/// Makes the not-found page from the site's page. `site` is the site's own address, where it is known.
pub fn not_found_page(page: &str, site: Option<&str>) -> Result<String, PageError> {
    match site {
        Some(site) => at_base(page, &path(site), None, None).and_then(|page| with_policy(&page, &[])),
        None => {
            let page = deferred(page, &format!("<script>{}</script>", script()))?;
            with_policy(&page, &[script_hash()])
        }
    }
}

/// Gives the path of an address. Without the host the page does on one to try it on as well.
fn path(site: &str) -> String {
    let path = site.splitn(4, '/').nth(3).unwrap_or_default();
    format!("/{path}")
}

fn script() -> &'static str {
    FIND_BASE.trim_end()
}

/// Gives the hash by which a Content-Security-Policy names the script inside the page.
pub fn script_hash() -> String {
    csp::hash(script())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_site_is_that_behind_its_host() {
        assert_eq!(path("https://example.jp/"), "/");
        assert_eq!(path("https://example.jp:8080/tools/dashboard/"), "/tools/dashboard/");
    }

    #[test]
    fn the_inline_script_ends_where_it_should() {
        assert!(!FIND_BASE.contains("</script") && !FIND_BASE.contains("<!--"));
    }
}
