//! Content for the clipboard, as rich text and the same as plain text. Word, Excel and mail programs take the
//! rich text, everything else the plain text.

use html_escape::encode_double_quoted_attribute;

use super::csv::harmless;

/// One content in both forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    pub text: String,
    /// A fragment of HTML; `None` where the text is all there is.
    pub html: Option<String>,
}

/// A table with lines of text below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClipTable {
    pub title: String,
    pub header: Vec<String>,
    /// As wide as the header.
    pub rows: Vec<Vec<ClipCell>>,
    /// Source, date and address.
    pub notes: Vec<String>,
}

/// A cell, which may lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClipCell {
    pub text: String,
    /// An absolute address.
    pub link: Option<String>,
}

impl From<String> for ClipCell {
    fn from(text: String) -> Self {
        Self { text, link: None }
    }
}

impl From<String> for Clip {
    fn from(text: String) -> Self {
        Self { text, html: None }
    }
}

/// Borders are written into every cell, because Word and Outlook take no style sheet from the clipboard. The
/// plain text has tabs between cells, which spreadsheets read as columns; what they would run as a formula is
/// made harmless as in CSV.
impl From<&ClipTable> for Clip {
    fn from(table: &ClipTable) -> Self {
        let head =
            table.header.iter().map(|name| cell("th", " background-color:#f1f1f4;", &cell_lines(name)));
        let head: String = head.collect();
        let body: String = table.rows.iter().map(|row| format!("<tr>{}</tr>", html_row(row))).collect();
        let notes: String = table
            .notes
            .iter()
            .map(|note| format!("<p style=\"font-size:9pt;\">{}</p>", lines(note)))
            .collect();
        let html = format!(
            "<p><b>{}</b></p><table style=\"border-collapse:collapse;\"><thead><tr>{head}</tr></thead>\
             <tbody>{body}</tbody></table>{notes}",
            lines(&table.title)
        );
        Self { text: plain(table), html: Some(html) }
    }
}

fn html_row(row: &[ClipCell]) -> String {
    let cells = row.iter().map(|ClipCell { text, link }| {
        let text = cell_lines(text);
        let content = match link {
            Some(to) => format!("<a href=\"{}\">{text}</a>", encode_double_quoted_attribute(to)),
            None => text,
        };
        cell("td", "", &content)
    });
    cells.collect()
}

fn cell(tag: &str, style: &str, content: &str) -> String {
    format!(
        "<{tag} style=\"border:1px solid #767676;padding:2px 6px;text-align:left;{style}\">{content}</{tag}>"
    )
}

fn plain(table: &ClipTable) -> String {
    let mut lines = vec![table.title.clone()];
    lines.push(table.header.iter().map(|name| one_line(name)).collect::<Vec<_>>().join("\t"));
    lines.extend(
        table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| one_line(&cell.text)).collect::<Vec<_>>().join("\t")),
    );
    lines.extend(table.notes.iter().cloned());
    lines.join("\r\n")
}

/// Puts a cell on one line: a tab or a line break inside it would begin another cell.
fn one_line(text: &str) -> String {
    let parts = text.split(['\t', '\r', '\n']).filter(|part| !part.is_empty());
    harmless(&parts.collect::<Vec<_>>().join(" "))
}

/// Writes the text of a cell as HTML; a spreadsheet begins another cell with each line.
fn cell_lines(text: &str) -> String {
    text.split('\n').map(|line| lines(&harmless(line))).collect::<Vec<_>>().join("<br>")
}

/// Writes text as HTML with its line breaks.
fn lines(text: &str) -> String {
    encode_double_quoted_attribute(text).replace('\r', "").replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> ClipTable {
        let linked =
            ClipCell { text: "A & <B>".to_owned(), link: Some("https://example.jp/?a=1&b=2".to_owned()) };
        ClipTable {
            title: "事例".to_owned(),
            header: vec!["事例名".to_owned(), "費用".to_owned()],
            rows: vec![vec![linked, "1行目\n2行目\tx".to_owned().into()]],
            notes: vec!["出典：公開資料".to_owned()],
        }
    }

    #[test]
    fn the_plain_form_has_one_line_a_row_and_a_tab_between_cells() {
        let text = Clip::from(&table()).text;
        assert_eq!(text, "事例\r\n事例名\t費用\r\nA & <B>\t1行目 2行目 x\r\n出典：公開資料");
    }

    #[test]
    fn no_cell_is_a_formula_where_it_is_pasted() {
        let table = ClipTable {
            header: vec!["=1+1".to_owned(), "b".to_owned()],
            rows: vec![vec!["\n@SUM(A1)".to_owned().into(), "-12".to_owned().into()]],
            ..ClipTable::default()
        };
        let Clip { text, html } = Clip::from(&table);
        assert_eq!(text, "\r\n'=1+1\tb\r\n'@SUM(A1)\t-12");
        assert!(html.is_some_and(|html| html.contains(">'=1+1<") && html.contains("<br>'@SUM(A1)<")));
    }

    #[test]
    fn the_rich_form_holds_the_data_as_text_and_never_as_markup() {
        let html = Clip::from(&table()).html.unwrap();
        assert!(html.contains("<a href=\"https://example.jp/?a=1&amp;b=2\">A &amp; &lt;B&gt;</a>"), "{html}");
        assert!(html.contains("1行目<br>2行目"), "{html}");
        assert_eq!(html.matches("<tr>").count(), 2);
        assert!(html.contains("出典：公開資料"));
    }
}
