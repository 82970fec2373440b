//! Checksums of what the program loads by itself, written into the page as for its scripts. Somebody who can
//! put another file into the site's folder or a cache on the way, but not another page, changes nothing
//! unseen.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::html_content::Element;
use lol_html::{HandlerResult, element};
use sha2::{Digest, Sha384};

use super::template::{PageError, rewrite};

/// Gives the checksum as `integrity` of a script, trunk's kind.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Puts into the page the checksums of its scripts and styles, of the chart bundle and of the program. The bundle's is
/// read by src/charts/echarts.rs, the program's by assets/boot.js. Files that do not lie in `dist` get none.
pub fn with_checksums(page: &str, dist: &Path) -> Result<String, PageError> {
    let of = |path: Option<String>| fs::read(dist.join(path?)).ok().map(|bytes| integrity(&bytes));
    let own = |element: &mut Element<'_, '_>, name: &str| -> HandlerResult {
        if let Some(checksum) = of(element.get_attribute(name)) {
            element.set_attribute("integrity", &checksum)?;
        }
        Ok(())
    };
    rewrite(
        page,
        vec![
            element!("script[src]", |script| own(script, "src")),
            element!("link[rel=stylesheet], link[rel=modulepreload]", |link| own(link, "href")),
            element!("meta[name=echarts-bundle]", |meta| {
                if let Some(checksum) = of(meta.get_attribute("content")) {
                    meta.set_attribute("data-integrity", &checksum)?;
                }
                Ok(())
            }),
            element!("meta[name=app-module]", |meta| {
                if let Some(checksum) = of(meta.get_attribute("data-wasm")) {
                    meta.set_attribute("data-wasm-integrity", &checksum)?;
                }
                Ok(())
            }),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_written_as_browsers_read_it() {
        // The hash of nothing, as in the examples of the standard.
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
