//! The base of a page, from which its relative addresses start.

use std::cell::Cell;

use lol_html::element;
use lol_html::html_content::ContentType;

use super::csp;
use super::template::{PageError, rewrite};

/// The script that notes for which address the page was sent, and corrects its base if that has doubled slashes.
/// Servers take a run of them for one, browsers do not: two steps up from `/prefectures//27/` lead to `/prefectures/`,
/// where nothing lies. The host is written out because a path may begin with two slashes, which alone would lead to
/// another site.
const CORRECT: &str = include_str!("../../../../assets/base.js");

/// Gives the page whose relative addresses start `up` from its own. With `page`, its path, it also has its name, which
/// counts more than the address under which it was asked for (src/navigation/place.rs). `canonical` is its own
/// address, where it is known.
pub fn at_base(
    text: &str,
    up: &str,
    page: Option<&str>,
    canonical: Option<&str>,
) -> Result<String, PageError> {
    let bases = Cell::new(0);
    let text = rewrite(
        text,
        vec![
            // An earlier run may have written another address.
            element!("link[rel=canonical], script[data-base]", |element| {
                element.remove();
                Ok(())
            }),
            element!("base", |base| {
                bases.set(bases.get() + 1);
                base.set_attribute("href", up)?;
                base.remove_attribute("data-page");
                let mut after = String::new();
                if let Some(page) = page {
                    base.set_attribute("data-page", page)?;
                    after = format!("<script data-base>{}</script>", correct());
                }
                if let Some(address) = canonical {
                    after.push_str(&format!("<link rel=\"canonical\" href=\"{address}\">"));
                }
                base.after(&after, ContentType::Html);
                Ok(())
            }),
        ],
    )?;
    if bases.get() == 1 { Ok(text) } else { Err(PageError::not_one_base()) }
}

fn correct() -> &'static str {
    CORRECT.trim_end()
}

/// Gives the hash by which a Content-Security-Policy names the script inside the page.
pub fn script_hash() -> String {
    csp::hash(correct())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<head><!-- <base href=x> --><base href=\"./\" /><link rel=\"stylesheet\" href=\"a.css\"></head>";

    #[test]
    fn only_the_base_changes_of_a_page_for_every_address() {
        let page = at_base(PAGE, "../../", None, None).unwrap_or_default();
        assert_eq!(page, PAGE.replace("href=\"./\"", "href=\"../../\""));
        let named = at_base(PAGE, "../", Some("cases/"), None).unwrap_or_default();
        assert_eq!(at_base(&named, "../../", None, None), Ok(page), "nor does it keep the name of another");
    }

    #[test]
    fn a_page_has_its_name_and_the_script_before_all_that_is_loaded() {
        let once = at_base(PAGE, "../", Some("cases/"), None).unwrap_or_default();
        let (before, after) = once.split_once("</script>").unwrap_or_default();
        assert!(
            before.contains("<base href=\"../\" data-page=\"cases/\"") && before.ends_with(correct()),
            "{once}"
        );
        assert!(after.contains("a.css"), "{once}");
        assert_eq!(at_base(&once, "../", Some("cases/"), None), Ok(once));
        assert!(!CORRECT.contains("</script") && !CORRECT.contains("<!--"));
    }

    #[test]
    fn the_address_of_an_earlier_run_is_replaced() {
        let once = at_base(PAGE, "../", None, Some("https://a.example/")).unwrap_or_default();
        let twice = at_base(&once, "../", None, Some("https://b.example/")).unwrap_or_default();
        assert!(!twice.contains("a.example") && twice.contains("href=\"https://b.example/\""), "{twice}");
    }

    #[test]
    fn a_page_with_no_or_two_bases_is_refused() {
        assert!(at_base("<head></head>", "./", None, None).is_err());
        assert!(at_base("<head><base><base></head>", "./", None, None).is_err());
    }
}
