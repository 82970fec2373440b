//! A chart as a picture that stands alone. Its heading, its reading and its source are drawn in, on white.

use html_escape::encode_text;

use super::palette::{AXIS, TEXT};
use super::plain::plain;
use super::{ChartOption, Height};

/// The text around a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poster {
    pub heading: String,
    pub reading: String,
    /// The colours with what they mean, where the picture itself does not say it.
    pub key: Vec<(&'static str, String)>,
    /// The measure, and where the picture is from.
    pub below: Vec<String>,
}

/// The width of the whole picture, in CSS pixels.
pub const WIDTH: usize = 800;
const MARGIN: usize = 24;
/// The width of the chart itself.
pub const CHART_WIDTH: usize = WIDTH - 2 * MARGIN;
/// The colour of notes, which are written smaller than the reading.
const NOTE: &str = "#666666";

/// Says how high a chart is drawn. Bars lying on each other need their height; columns are as wide as there
/// is room.
pub fn chart_height(option: &ChartOption) -> usize {
    match option.height {
        Height::Usual => 400,
        Height::Rows(rows) => (rows * 40 + 48).max(400),
        Height::Low => 240,
        Height::Panels(count) => count.div_ceil(4) * 208,
    }
}

impl Poster {
    /// Draws the picture with its words around it, and tells its height. `chart` is an SVG element of
    /// `height`.
    pub fn around(&self, chart: &str, height: usize) -> (String, usize) {
        let mut body = String::new();
        let mut y = MARGIN;
        write(&mut body, &mut y, &self.heading, 20, TEXT, " font-weight=\"bold\"");
        write(&mut body, &mut y, &self.reading, 15, TEXT, "");
        y += 8;
        // The first attribute of the chart's own element is its width.
        body.push_str(&chart.replacen("<svg ", &format!("<svg x=\"{MARGIN}\" y=\"{y}\" "), 1));
        y += height + 8;
        for (colour, meaning) in &self.key {
            body.push_str(&format!(
                "<rect x=\"{MARGIN}\" y=\"{}\" width=\"20\" height=\"14\" fill=\"{colour}\" stroke=\"{AXIS}\"/>\
                 <text x=\"{}\" y=\"{}\" font-size=\"13\" fill=\"{TEXT}\">{}</text>",
                y + 3,
                MARGIN + 28,
                y + 15,
                encode_text(meaning)
            ));
            y += 20;
        }
        for line in &self.below {
            write(&mut body, &mut y, line, 13, NOTE, "");
        }
        y += MARGIN;
        let picture = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{y}\" \
             viewBox=\"0 0 {WIDTH} {y}\" font-family=\"'Noto Sans JP','Hiragino Sans','BIZ UDPGothic',\
             'Yu Gothic UI',Meiryo,'Noto Sans CJK JP',sans-serif\"><title>{}</title>\
             <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{body}</svg>",
            encode_text(&self.heading)
        );
        (plain(&picture), y)
    }
}

/// Writes lines of text below each other from `y` on.
fn write(body: &mut String, y: &mut usize, text: &str, size: usize, colour: &str, style: &str) {
    for line in lines(text, CHART_WIDTH / size) {
        *y += size;
        let line = encode_text(&line);
        body.push_str(&format!(
            "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{style}>{line}</text>"
        ));
        *y += size / 2;
    }
}

/// Breaks a text into parts of at most `width` square letters; narrow ones count as half. No line begins with
/// a sign that closes what is before it.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut halves) = (String::new(), 0);
    for letter in text.chars() {
        // Latin letters are a little wider than half.
        let own = if letter.is_ascii() { 11 } else { 20 };
        if halves + own > width * 20 && !"、。）」』】・%％ー".contains(letter) {
            lines.push(std::mem::take(&mut line));
            halves = 0;
        }
        line.push(letter);
        halves += own;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_holds_its_words_as_text_and_its_chart_below_them() {
        let poster = Poster {
            heading: "A & <B>".to_owned(),
            reading: "あ".repeat(60),
            key: vec![("#7096f8", "2～3件 <".to_owned())],
            below: vec!["出典：公開資料\u{8}".to_owned()],
        };
        let chart = "<svg width=\"752\" height=\"400\"><g class=\"a\"/><style>.a {}</style></svg>";
        let (svg, height) = poster.around(chart, 400);
        assert!(svg.contains(">A &amp; &lt;B&gt;</text>"), "{svg}");
        // 50 letters of 15 pixels fit.
        assert!(svg.contains(&format!(">{}</text>", "あ".repeat(50))), "{svg}");
        assert!(svg.contains(&format!(">{}</text>", "あ".repeat(10))), "{svg}");
        assert!(svg.contains("<svg x=\"24\" y=\""), "{svg}");
        assert!(svg.contains(">出典：公開資料</text>"));
        assert!(svg.contains("fill=\"#7096f8\"") && svg.contains(">2～3件 &lt;</text>"), "{svg}");
        assert!(!svg.contains("style") && !svg.contains("class"), "{svg}");
        assert!(height > 400 + 4 * 20, "{height}");
        assert!(svg.starts_with("<svg xmlns=") && svg.contains(&format!("height=\"{height}\"")));
    }

    #[test]
    fn no_line_begins_with_a_closing_sign() {
        assert_eq!(lines("あいう。え", 3), ["あいう。", "え"]);
        assert_eq!(lines("", 3), Vec::<String>::new());
    }

    #[test]
    fn many_bars_make_a_high_picture() {
        let option = |bars: usize| super::super::bars(&vec!["x"; bars], &vec![1; bars], "件", "");
        assert_eq!(chart_height(&option(3)), 400);
        assert!(chart_height(&option(20)) > 800);
    }
}
