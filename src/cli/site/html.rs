//! As much of HTML as it takes to change single tags of the site's own page.

use std::ops::Range;

/// A start tag, where it stands and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    /// Values as written, without quotation marks.
    pub attributes: Vec<(String, String)>,
    /// From `<` to behind `>`.
    pub range: Range<usize>,
    /// To behind the end tag, for elements whose content is not HTML (script, style, title).
    pub element: Range<usize>,
}

impl Tag {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The tag with another value of one attribute.
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut text = format!("<{}", self.name);
        for (key, old) in &self.attributes {
            let value = if key == name { value } else { old }.replace('"', "&quot;");
            text.push_str(&if value.is_empty() { format!(" {key}") } else { format!(" {key}=\"{value}\"") });
        }
        text + ">"
    }
}

/// Every start tag outside comments, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = end_of(html, start, "-->");
            continue;
        }
        match tag(html, start) {
            Some(tag) => {
                at = tag.element.end;
                tags.push(tag);
            }
            None => at = start + 1,
        }
    }
    tags
}

/// The only tag with this name, if there is exactly one.
pub fn only<'a>(tags: &'a [Tag], matches: impl Fn(&Tag) -> bool) -> Option<&'a Tag> {
    let mut found = tags.iter().filter(|tag| matches(tag));
    let tag = found.next()?;
    found.next().is_none().then_some(tag)
}

/// The page with parts replaced; the ranges do not overlap.
pub fn replace(html: &str, mut parts: Vec<(Range<usize>, String)>) -> String {
    parts.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    for (range, text) in parts {
        out.push_str(&html[at..range.start]);
        out.push_str(&text);
        at = range.end;
    }
    out.push_str(&html[at..]);
    out
}

fn end_of(html: &str, from: usize, what: &str) -> usize {
    html[from..].find(what).map_or(html.len(), |found| from + found + what.len())
}

fn tag(html: &str, start: usize) -> Option<Tag> {
    let mut reader = Reader { html, at: start + 1 };
    let name = reader.take_while(|character| character.is_ascii_alphanumeric()).to_ascii_lowercase();
    if name.is_empty() {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        reader.take_while(|character| character.is_whitespace() || character == '/');
        if reader.skip('>') {
            break;
        }
        let key = reader.take_while(|character| !character.is_whitespace() && !"=>/".contains(character));
        if key.is_empty() {
            return None;
        }
        let key = key.to_ascii_lowercase();
        reader.take_while(char::is_whitespace);
        let value = if reader.skip('=') { reader.value() } else { "" };
        attributes.push((key, value.to_owned()));
    }
    let range = start..reader.at;
    let has_text_content = ["script", "style", "title"].contains(&name.as_str());
    let end = if has_text_content { end_of(html, reader.at, &format!("</{name}>")) } else { reader.at };
    Some(Tag { name, attributes, range, element: start..end })
}

struct Reader<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn take_while(&mut self, accepts: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.html[self.at..];
        let taken = &rest[..rest.find(|character| !accepts(character)).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn skip(&mut self, character: char) -> bool {
        let skipped = self.html[self.at..].starts_with(character);
        self.at += if skipped { character.len_utf8() } else { 0 };
        skipped
    }

    fn value(&mut self) -> &'a str {
        self.take_while(char::is_whitespace);
        for quote in ['"', '\''] {
            if self.skip(quote) {
                let value = self.take_while(|character| character != quote);
                self.skip(quote);
                return value;
            }
        }
        self.take_while(|character| !character.is_whitespace() && character != '>')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_attributes_and_not_in_comments_or_scripts() {
        let html = "<!doctype html><!-- <base href=x> --><BASE href='./' data-a><script src=a.js>if(a<b){\"<base>\"}</script><br/>";
        let tags = tags(html);
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["base", "script", "br"]);
        assert_eq!(tags.first().and_then(|tag| tag.attribute("href")), Some("./"));
        assert_eq!(
            tags.first().map(|tag| tag.with("href", "../")),
            Some("<base href=\"../\" data-a>".to_owned())
        );
        let script = tags.get(1).map(|tag| &html[tag.element.clone()]);
        assert_eq!(script, Some("<script src=a.js>if(a<b){\"<base>\"}</script>"));
    }

    #[test]
    fn broken_html_is_no_endless_loop() {
        for html in ["<", "<a", "<a href=\"", "<a =>", "<!--", "<script>", "a < b"] {
            assert!(tags(html).len() <= 1, "{html}");
        }
    }

    #[test]
    fn parts_are_replaced_in_their_places() {
        let html = "a<b>c<b>";
        let parts = tags(html).into_iter().map(|tag| (tag.range, "X".to_owned())).collect();
        assert_eq!(replace(html, parts), "aXcX");
    }
}
