//! Changes to single tags of the site's own page.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, element, rewrite_str};

/// The error of a page without a part that it must have once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError(pub String);

impl PageError {
    pub(super) fn unreadable(error: RewritingError) -> Self {
        Self(format!("読み取れません（{error}）。"))
    }

    pub(super) fn not_one_base() -> Self {
        Self("<base> が1つではありません。".to_owned())
    }
}

type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

/// Gives the page whose addresses are relative to its base, whatever trunk was told that it is.
pub fn relative(page: &str) -> Result<String, PageError> {
    let base = attribute(page, "base", "href").map_err(|_| PageError::not_one_base())?;
    let shorten = |element: &mut Element<'_, '_>, name: &str| -> HandlerResult {
        let value = element.get_attribute(name);
        if let Some(rest) = value.as_deref().and_then(|value| value.strip_prefix(&base)) {
            element.set_attribute(name, &format!("./{rest}"))?;
        }
        Ok(())
    };
    rewrite(
        page,
        vec![
            element!("link[href]", |link| shorten(link, "href")),
            element!("script[src]", |script| shorten(script, "src")),
            element!("meta[name=app-module]", |meta| {
                shorten(meta, "content")?;
                shorten(meta, "data-wasm")
            }),
        ],
    )
}

/// Writes a link that asks for the file as the program itself does, so that the answer is used.
fn preload(address: &str) -> String {
    format!("<link rel=\"preload\" href=\"{address}\" as=\"fetch\" crossorigin=\"anonymous\" data-start>")
}

/// Gives the page with what its start loads in `<template id="after-paint">`. From there assets/boot.js takes
/// it once the page is on the screen: trunk's links to the program, and `data`, which the program would ask
/// for only when it runs.
pub fn with_start(page: &str, data: &[String]) -> Result<String, PageError> {
    let links = RefCell::new(String::new());
    let without = rewrite(
        page,
        vec![
            // Nor is the copy for use without a network (assets/offline) needed before.
            element!("script[src*='offline-']", |script| {
                links.borrow_mut().push_str(&empty_element(script));
                script.remove();
                Ok(())
            }),
            element!("link[rel=preload], link[rel=modulepreload]", |link| {
                if !link.has_attribute("data-start") {
                    links.borrow_mut().push_str(&empty_element(link));
                }
                link.remove();
                Ok(())
            }),
            // Left by an earlier run.
            element!("template#after-paint", |template| {
                template.remove_and_keep_content();
                Ok(())
            }),
        ],
    )?;
    let mut links = links.into_inner();
    links.extend(data.iter().map(|address| preload(address)));
    let template = format!("<template id=\"after-paint\">{links}</template>");
    rewrite(
        &without,
        vec![element!("head", |head| {
            head.append(&template, ContentType::Html);
            Ok(())
        })],
    )
}

/// Gives the page with the final name of the chart bundle, in `<meta name="echarts-bundle">`, and the size of
/// the program. The size is in bytes; without it the progress of a compressed download is unknown.
pub fn with_files(page: &str, charts: &str, program_bytes: Option<u64>) -> Result<String, PageError> {
    rewrite(
        page,
        vec![
            element!("meta[name=echarts-bundle]", |meta| Ok(meta.set_attribute("content", charts)?)),
            element!("meta[name=app-module]", |meta| {
                if let Some(bytes) = program_bytes {
                    meta.set_attribute("data-wasm-bytes", &bytes.to_string())?;
                }
                Ok(())
            }),
            // Browsers ignore it there and complain in the console of every page.
            element!("link[rel=preload][as=fetch]", |link| {
                link.remove_attribute("integrity");
                Ok(())
            }),
        ],
    )
}

/// Gives the value of an attribute of the only element that the selector finds.
pub fn attribute(page: &str, selector: &str, name: &str) -> Result<String, PageError> {
    let found = RefCell::new(Vec::new());
    rewrite(
        page,
        vec![element!(selector, |element| {
            found.borrow_mut().extend(element.get_attribute(name));
            Ok(())
        })],
    )?;
    match found.into_inner().as_slice() {
        [value] => Ok(value.clone()),
        _ => Err(PageError(format!("{selector} が1つではありません。"))),
    }
}

/// Gives the page without its base and with everything that is loaded from there in `<template
/// id="after-base">`. `script`, which knows what to do with that, comes after it.
pub fn deferred(page: &str, script: &str) -> Result<String, PageError> {
    let template = RefCell::new(String::new());
    let take = |element: &mut Element<'_, '_>| {
        template.borrow_mut().push_str(&empty_element(element));
        element.remove();
        Ok(())
    };
    let without = rewrite(
        page,
        vec![
            element!("base, script[data-base], link[rel=canonical]", |element| {
                element.remove();
                Ok(())
            }),
            element!("link:not([rel=canonical])", take),
            element!("script[src]", take),
        ],
    )?;
    let template = template.into_inner();
    let inserted = format!("<template id=\"after-base\">{template}</template>\n{script}\n");
    let heads = Cell::new(0);
    let page = rewrite(
        &without,
        vec![element!("head", |head| {
            heads.set(heads.get() + 1);
            head.append(&inserted, ContentType::Html);
            Ok(())
        })],
    )?;
    if heads.get() == 1 {
        Ok(page)
    } else {
        Err(PageError("<head> が1つではありません。".to_owned()))
    }
}

/// Writes an element without content, as HTML; its values are as written in the page.
fn empty_element(element: &Element<'_, '_>) -> String {
    let name = element.tag_name();
    let attributes = element.attributes().iter().map(|attribute| {
        let value = attribute.value();
        if value.is_empty() {
            format!(" {}", attribute.name())
        } else {
            format!(" {}=\"{value}\"", attribute.name())
        }
    });
    let end = if name == "script" { "</script>" } else { "" };
    format!("<{name}{}>{end}", attributes.collect::<String>())
}

pub(super) fn rewrite<'h>(page: &str, handlers: Vec<Handler<'h>>) -> Result<String, PageError> {
    let settings = handlers.into_iter().fold(RewriteStrSettings::new(), |settings, handler| {
        settings.append_element_content_handler(handler)
    });
    rewrite_str(page, settings).map_err(PageError::unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><script type=\"module\" src=\"offline-1.js\"></script><!-- <base href=x> --><base href=\"./\" /><link rel=\"stylesheet\" href=\"a.css\">\
        <link rel=\"preload\" as=\"fetch\" href=\"a.wasm\" integrity=\"sha384-x\"><meta name=\"app-module\" content=\"a.js\" data-wasm=\"a.wasm\">\
        <meta name=\"echarts-bundle\" content=\"e.js\"><script type=\"module\" src=\"a.js\"></script></head><body>b</body>";

    #[test]
    fn a_page_for_the_root_of_a_host_is_made_to_fit_everywhere() {
        let at_root = PAGE
            .replace("href=\"./\"", "href=\"/\"")
            .replace("=\"a.", "=\"/a.")
            .replace("\"offline", "\"/offline");
        let page = relative(&at_root).unwrap_or_default();
        assert!(!page.contains("\"/a.") && !page.contains("\"/offline"), "{page}");
        for expected in [
            "href=\"./a.css\"",
            "src=\"./a.js\"",
            "src=\"./offline-1.js\"",
            "content=\"./a.js\" data-wasm=\"./a.wasm\"",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
        let page = page.replace("href=\"/\"", "href=\"./\"");
        assert_eq!(relative(&page), Ok(page));
    }

    #[test]
    fn what_the_start_loads_waits_in_a_template_however_often_it_is_put_there() {
        let data = ["data/catalog.json".to_owned()];
        let once = with_start(PAGE, &data).unwrap_or_default();
        let (before, after) = once.split_once("<template id=\"after-paint\">").unwrap_or_default();
        assert!(!before.contains("href=\"a.wasm\"") && before.contains("a.css"), "{before}");
        assert!(
            !before.contains("offline-1.js") && after.contains("src=\"offline-1.js\"></script>"),
            "{once}"
        );
        let (inside, _) = after.split_once("</template></head>").unwrap_or_default();
        assert!(
            inside.contains("href=\"a.wasm\"") && inside.contains("href=\"data/catalog.json\""),
            "{inside}"
        );
        assert_eq!(with_start(&once, &data), Ok(once));
    }

    #[test]
    fn nothing_is_loaded_before_the_base_is_known() {
        let page = deferred(PAGE, "<script>x</script>").unwrap_or_default();
        let (before, after) = page.split_once("<template id=\"after-base\">").unwrap_or_default();
        assert!(!before.contains("a.css") && !before.contains("a.js\"></script>"), "{before}");
        assert!(after.contains("href=\"a.css\"") && after.contains("src=\"a.js\"></script>"), "{after}");
        assert!(!page.contains("<base href=\"./\""), "{page}");
    }

    #[test]
    fn names_and_sizes_are_those_of_the_files() {
        let page = with_files(PAGE, "e-1.js", Some(12)).unwrap_or_default();
        assert!(page.contains("content=\"e-1.js\"") && page.contains("data-wasm-bytes=\"12\""), "{page}");
        assert!(!page.contains("integrity"), "{page}");
    }
}
