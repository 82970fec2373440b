//! Pages that are sent before the program runs: the same application, written natively.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::location::RequestUrl;

use super::app::Site;
use super::trail::Trail;
use crate::data::{Data, Given};
use crate::routes::Route;

/// Writes what stands in the application's element on the page of a route. Links are relative to the site's base.
pub fn written(route: &Route, given: Given) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&format!("/{}", route.path())));
        let trail = Trail::written();
        view! {
            <Router base=trail.router_base()>
                <Site trail open=move |_| Data::given(given)/>
            </Router>
        }
        .to_html()
    });
    without_marks(&html)
}

/// Takes out what Leptos writes for a program that adopts the page: comments between pieces of text, and a blank
/// in place of an empty text. A class that is none says nothing either. No text or value holds a `<` or `>`, which are
/// escaped there.
fn without_marks(html: &str) -> String {
    let html = without_comments(html);
    let mut written = String::with_capacity(html.len());
    let mut opened = false;
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        let closes = tag.starts_with("</");
        if !(text == " " && opened && closes) {
            written.push_str(text);
        }
        written.push_str(&tag.replace(" class=\"\"", ""));
        opened = !closes;
    }
    written
}

/// HTML without `<!-- … -->` and the short form `<!>`.
fn without_comments(html: &str) -> String {
    let mut written = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!") {
        written.push_str(before);
        let end = if comment.starts_with("--") { "-->" } else { ">" };
        rest = comment.split_once(end).map_or("", |(_, after)| after);
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn marks_are_taken_out_and_texts_stay() {
        for (html, expected) in [
            ("<p>a<!>b<!----> c</p>", "<p>ab c</p>"),
            ("a<!--hot-reload|x|open--><b>c</b>", "a<b>c</b>"),
            ("<div><!--<() />--></div><p>d</p>", "<div></div><p>d</p>"),
            ("<a class=\"\" href=\"x\">b</a>", "<a href=\"x\">b</a>"),
            ("<p role=\"status\"> </p>", "<p role=\"status\"></p>"),
            ("<p>a <!> </p>", "<p>a  </p>"),
            ("<a>x</a> <a>y</a> </p>", "<a>x</a> <a>y</a> </p>"),
            ("<pre>\n &lt;!&gt;</pre>", "<pre>\n &lt;!&gt;</pre>"),
        ] {
            assert_eq!(without_marks(html), expected);
        }
    }
}
