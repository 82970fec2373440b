//! HTML without what says nothing to readers, browsers or the program.

use lol_html::html_content::{ContentType, TextType};
use lol_html::{RewriteStrSettings, doc_comments, doc_text, element, rewrite_str};

use super::template::PageError;

/// Spaces of indents; the wide one of Japanese is a letter.
const BLANKS: [char; 3] = [' ', '\t', '\r'];

/// Gives the site's own page without what its authors noted in it, and without indents. Nor are there breaks alone
/// between two tags: elements of one line of text stand on one line there.
pub fn without_notes(page: &str) -> Result<String, PageError> {
    lean(
        page,
        RewriteStrSettings::new().append_document_content_handler(doc_text!(|text| {
            if text.text_type() != TextType::ScriptData && text.as_str().contains('\n') {
                let lean = unindented(text.as_str());
                text.replace(&lean, ContentType::Html);
            }
            Ok(())
        })),
    )
}

/// Gives a part that Leptos has written, without its marks for a program that adopts it. These are comments between
/// pieces of text. A class that is none says nothing either.
pub fn without_marks(html: &str) -> Result<String, PageError> {
    lean(
        html,
        RewriteStrSettings::new().append_element_content_handler(element!("[class='']", |it| {
            it.remove_attribute("class");
            Ok(())
        })),
    )
}

fn lean(html: &str, settings: RewriteStrSettings<'_, '_>) -> Result<String, PageError> {
    let settings = settings.append_document_content_handler(doc_comments!(|comment| {
        comment.remove();
        Ok(())
    }));
    rewrite_str(html, settings).map_err(PageError::unreadable)
}

/// Gives a text of several lines without what stands around its breaks; nothing where it is no more than that.
fn unindented(text: &str) -> String {
    let last = text.matches('\n').count();
    let lines = text.split('\n').enumerate().filter_map(|(place, line)| {
        // The text goes on from the tag before and to the one behind.
        let line = if place == 0 { line } else { line.trim_start_matches(BLANKS) };
        let line = if place == last { line } else { line.trim_end_matches(BLANKS) };
        (place == 0 || place == last || !line.is_empty()).then_some(line)
    });
    let lean = lines.collect::<Vec<_>>().join("\n");
    if lean == "\n" { String::new() } else { lean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_texts_stay() {
        for (html, expected) in [
            ("<p>a<!>b<!----> c</p>", "<p>ab c</p>"),
            ("a<!--hot-reload|x|open--><b>c</b>", "a<b>c</b>"),
            ("<div><!--<() />--></div><p>d</p>", "<div></div><p>d</p>"),
            ("<a class=\"\" href=\"x\">b</a>", "<a href=\"x\">b</a>"),
            ("<p>a <!> </p>", "<p>a  </p>"),
            ("<a>x</a> <a>y</a> </p>", "<a>x</a> <a>y</a> </p>"),
            ("<pre>\n\n &lt;!&gt;</pre>", "<pre>\n\n &lt;!&gt;</pre>"),
        ] {
            assert_eq!(without_marks(html).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn notes_and_indents_are_taken_out_and_words_stay_apart() {
        let page = "<head>\n    <!-- a\n b -->\n\n    <base>\n  </head>\n<p>\n      c\n      \u{3000}d <b>e</b>\n </p><script>\n  f</script>";
        let lean = "<head><base></head><p>\nc\n\u{3000}d <b>e</b></p><script>\n  f</script>";
        assert_eq!(without_notes(page).as_deref(), Ok(lean));
        assert_eq!(without_notes(lean).as_deref(), Ok(lean));
    }
}
