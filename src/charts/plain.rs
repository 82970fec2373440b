//! A drawing of ECharts in the part of SVG that every program draws alike.
//!
//! Word processors and converters know no styles inside a file, and few know `dominant-baseline`. There labels would
//! stand half a line too high.

/// The middle of digits and kanji above their line, in hundredths of the size of the letters.
const MIDDLE: i32 = 37;
/// The same of their upper edge.
const TOP: i32 = 80;
/// The size of letters that have none, in tenths.
const SIZE: i32 = 120;
/// Elements that are left out with all that they hold.
const LEFT_OUT: [&str; 3] = ["style", "script", "foreignObject"];
/// The declarations of a style that have an attribute of the same name.
const FONT: [&str; 3] = ["font-size", "font-weight", "font-style"];

/// Rewrites a drawing without styles, classes, scripts and baselines. Labels get the fonts of what they are put into.
pub fn plain(svg: &str) -> String {
    let mut plain = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((start, end)) = tag_in(rest) {
        let (before, tag) = rest.split_at(start);
        plain.push_str(before);
        let (tag, after) = tag.split_at(end);
        rest = after;
        let name = tag.trim_start_matches('<').split([' ', '\n', '/', '>']).next().unwrap_or_default();
        if LEFT_OUT.contains(&name) {
            if !tag.ends_with("/>") {
                rest = after_end(after, name);
            }
        } else if name.is_empty() {
            plain.push_str(tag);
        } else {
            write_tag(&mut plain, tag, name);
        }
    }
    plain.push_str(rest);
    // Nothing that XML does not allow, whatever a label held.
    plain.retain(|it| it >= ' ' && !matches!(it, '\u{fffe}' | '\u{ffff}') || matches!(it, '\n' | '\t'));
    plain
}

/// Finds the next tag, and how long it is.
fn tag_in(text: &str) -> Option<(usize, usize)> {
    let start = text.find('<')?;
    Some((start, text[start..].find('>')? + 1))
}

/// Gives what follows the end of an element.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let end = ["</", name, ">"].concat();
    text.find(&end).map_or("", |at| &text[at + end.len()..])
}

/// Writes a start tag with the attributes that stay.
fn write_tag(plain: &mut String, tag: &str, name: &str) {
    plain.push('<');
    plain.push_str(name);
    let (mut size, mut y, mut shift) = (SIZE, 0, 0);
    for (name, value) in attributes(tag) {
        match name {
            "class" => {}
            "y" if tag.starts_with("<text") => y = tenths(value),
            "dominant-baseline" => {
                shift = match value {
                    "central" | "middle" => MIDDLE,
                    "hanging" | "text-before-edge" => TOP,
                    _ => 0,
                };
            }
            "style" => {
                for (name, value) in value.split(';').filter_map(|it| it.split_once(':')) {
                    let (name, value) = (name.trim(), value.trim());
                    if FONT.contains(&name) {
                        let value = value.trim_end_matches("px");
                        if name == "font-size" {
                            size = tenths(value);
                        }
                        write(plain, name, value);
                    }
                }
            }
            // Notes for a program, and for a pointer.
            _ if name.starts_with("ecmeta") || name == "pointer-events" => {}
            _ => write(plain, name, value),
        }
    }
    if tag.starts_with("<text") {
        write(plain, "y", &tenths_text(y + (shift * size + 50) / 100));
    }
    plain.push_str(if tag.ends_with("/>") { "/>" } else { ">" });
}

/// Reads a decimal number in tenths; further digits are cut off. Reading any fraction takes tables that do not
/// compress, and so does writing it.
fn tenths(text: &str) -> i32 {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let part = part.get(..1).and_then(|digit| digit.parse().ok()).unwrap_or(0);
    let whole = whole.parse::<i32>().unwrap_or(0).saturating_mul(10);
    if text.starts_with('-') { whole - part } else { whole + part }
}

/// Writes a number of tenths.
fn tenths_text(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let whole = tenths.unsigned_abs();
    format!("{sign}{}.{}", whole / 10, whole % 10)
}

fn write(plain: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\"", value, "\""] {
        plain.push_str(part);
    }
}

/// Gives the attributes of a tag; all of them stand in double quotes.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let (before, from) = rest.split_once("=\"")?;
        let (value, after) = from.split_once('"')?;
        rest = after;
        let name = before.rsplit([' ', '\n']).next()?;
        Some((name, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stands_where_it_stood_without_a_baseline() {
        let label = r##"<text dominant-baseline="central" text-anchor="end" style="font-size:14px;font-family:sans-serif;font-weight:bold;" x="3" y="-6" transform="translate(124.8 162.5)" fill="#333333">A &amp; &lt;B&gt;</text>"##;
        assert_eq!(
            plain(label),
            r##"<text text-anchor="end" font-size="14" font-weight="bold" x="3" transform="translate(124.8 162.5)" fill="#333333" y="-0.8">A &amp; &lt;B&gt;</text>"##
        );
        assert_eq!(plain("<text dominant-baseline=\"central\">い</text>"), "<text y=\"4.4\">い</text>");
        assert_eq!(plain("<text y=\"10\" style=\"font:12px\">い</text>"), "<text y=\"10.0\">い</text>");
    }

    #[test]
    fn nothing_is_left_that_only_a_browser_knows() {
        let svg = "<svg width=\"2\"><path d=\"M1 2\" class=\"zr0\" ecmeta_ssr_type=\"chart\" fill=\"none\"></path>\
                   <style ><![CDATA[\n.zr0:hover { fill: red; }\n]]>\n\n</style><script>a<b</script>\
                   <foreignObject><p>い</p></foreignObject><rect y=\"3\"/><style/></svg>";
        assert_eq!(
            plain(svg),
            "<svg width=\"2\"><path d=\"M1 2\" fill=\"none\"></path><rect y=\"3\"/></svg>"
        );
    }

    #[test]
    fn letters_that_xml_forbids_are_left_out() {
        assert_eq!(plain("<g>a\u{1}b\u{b}\u{ffff}\tc\n</g>"), "<g>ab\tc\n</g>");
    }

    #[test]
    fn what_is_cut_off_breaks_nothing() {
        for (svg, expected) in
            [("<svg", "<svg"), ("<", "<"), ("", ""), ("a", "a"), ("<style>x", ""), ("<g>い", "<g>い")]
        {
            assert_eq!(plain(svg), expected);
        }
        assert_eq!(
            ["-0.5", "12.34", "x", "7"].map(|it| tenths_text(tenths(it))),
            ["-0.5", "12.3", "0.0", "7.0"]
        );
    }
}
