//! The report as a page without scripts, for the screen and for paper.

use std::fmt::Write;

use html_escape::encode_double_quoted_attribute as escaped;

use super::{LISTED, LONGEST};
use crate::problem::{Group, OfFile, Problem, Report, visible};

/// The first bytes of every page, by which it is known again.
pub const BEGINNING: &str = "<!doctype html>\n<html lang=\"ja\" data-report=\"snapshot\">\n";

const HEAD: &str = r#"<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>もとの表の点検の報告</title>
"#;

const STYLE: &str = include_str!("report.css");

/// Writes the page.
pub fn page(command: &str, report: &Report) -> String {
    let mut page = format!("{BEGINNING}{HEAD}<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n");
    page.push_str("<h1>もとの表の点検の報告</h1>\n");
    let result = match (report.count(), report.kinds()) {
        (0, _) => "問題はありません。".to_owned(),
        (count, kinds) if kinds < count => {
            format!("問題は全部で{count}件です（同じ問題をまとめると{kinds}種類）。")
        }
        (count, _) => format!("問題は全部で{count}件です。"),
    };
    let state = if report.is_clean() { "fine" } else { "wrong" };
    // Writing to a String cannot fail.
    let _ = writeln!(page, "<p class=\"result {state}\">{result}</p>");
    let _ = writeln!(page, "<p>コマンド： <code>snapshot {}</code></p>", shown(command));
    if report.kinds() > 1 {
        write_contents(&mut page, report);
    }
    for (number, file) in (1..).zip(report.files()) {
        write_file(&mut page, number, file);
    }
    write_notes(&mut page, report);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn write_notes(page: &mut String, report: &Report) {
    let list = |page: &mut String, heading: &str, notes: &[String]| {
        let _ = writeln!(page, "<section>\n<h2>{heading}</h2>\n<ul>");
        for note in notes {
            let _ = writeln!(page, "<li>{}</li>", shown(note));
        }
    };
    if !report.notes().is_empty() {
        list(page, "お知らせ", report.notes());
        if report.untold_notes() > 0 {
            let _ =
                writeln!(page, "<li>同じようなお知らせが、ほかに{}件あります。</li>", report.untold_notes());
        }
        page.push_str("</ul>\n</section>\n");
    }
    if !report.notes_aside().is_empty() {
        list(page, "直していない行についてのお知らせ", report.notes_aside());
        let more = report.count_aside() - report.notes_aside().len();
        if more > 0 {
            let _ = writeln!(page, "<li>ほかに{more}件あります。</li>");
        }
        page.push_str("</ul>\n</section>\n");
    }
}

/// Writes a list of all kinds of problems, which leads to each.
fn write_contents(page: &mut String, report: &Report) {
    page.push_str("<nav aria-label=\"問題の種類\">\n<ul>\n");
    for (number, file) in (1..).zip(report.files()) {
        let name = shown(&file.name);
        let _ = writeln!(page, "<li><a href=\"#file-{number}\">{name}</a>（{}件）\n<ul>", file.count);
        for (kind, group) in (1..).zip(file.groups()) {
            let heading = heading(group);
            let _ = writeln!(
                page,
                "<li><a href=\"#kind-{number}-{kind}\">{heading}</a>（{}か所）</li>",
                group.count()
            );
        }
        page.push_str("</ul>\n</li>\n");
    }
    page.push_str("</ul>\n</nav>\n");
}

/// Gives column and sentence.
fn heading(group: &Group) -> String {
    let column = group.column().map(|column| format!("<code>{}</code>： ", shown(&column)));
    format!("{}{}", column.unwrap_or_default(), shown(&group.sentence()))
}

fn write_file(page: &mut String, number: usize, file: &OfFile) {
    let name = shown(&file.name);
    let _ = writeln!(page, "<section>\n<h2 id=\"file-{number}\">{name}（{}件）</h2>", file.count);
    for (kind, group) in (1..).zip(file.groups()) {
        write_group(page, &format!("kind-{number}-{kind}"), group);
    }
    if file.untold() > 0 {
        let _ = writeln!(page, "<p>ほかに{}件あります（種類が多いため、省きました）。</p>", file.untold());
    }
    page.push_str("</section>\n");
}

/// A column of the table of places: its heading, and the text of a problem.
type Column<'a> = (&'static str, Box<dyn Fn(&Problem) -> String + 'a>);

fn write_group(page: &mut String, id: &str, group: &Group) {
    let sentence = group.sentence();
    let _ = writeln!(page, "<article>\n<h3 id=\"{id}\">{}</h3>", heading(group));
    let places = [group.places(), format!("{}か所", group.count())];
    let places: Vec<String> = places.iter().filter(|it| !it.is_empty()).map(|it| shown(it)).collect();
    let _ = writeln!(page, "<p>{}</p>", places.join(" — "));
    let allowed = group.agree(|problem| problem.allowed.as_deref());
    let advice = group.agree(|problem| problem.advice.as_deref());
    let rules = [("正しい値", allowed), ("直し方", advice)];
    if rules.iter().any(|(_, text)| text.is_some()) {
        page.push_str("<dl>\n");
        for (label, text) in rules {
            if let Some(text) = text {
                let _ = writeln!(page, "<div><dt>{label}</dt><dd>{}</dd></div>", shown(text));
            }
        }
        page.push_str("</dl>\n");
    }
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let columns: [Column<'_>; 7] = [
        ("場所", Box::new(|problem| problem.place.to_string())),
        ("対象", Box::new(|problem| text(problem.subject.as_deref()))),
        (
            "内容",
            Box::new(
                |problem| if problem.what == sentence { String::new() } else { problem.what.to_string() },
            ),
        ),
        ("見つかった値", Box::new(|problem| text(problem.value.as_deref()))),
        ("もしかして", Box::new(|problem| problem.suggestion.join("、"))),
        (
            "正しい値",
            Box::new(
                |problem| if allowed.is_some() { String::new() } else { text(problem.allowed.as_deref()) },
            ),
        ),
        (
            "直し方",
            Box::new(
                |problem| if advice.is_some() { String::new() } else { text(problem.advice.as_deref()) },
            ),
        ),
    ];
    write_table(page, group, columns);
    page.push_str("</article>\n");
}

/// Writes the places with the columns that are not empty.
fn write_table(page: &mut String, group: &Group, columns: [Column<'_>; 7]) {
    let problems = group.problems();
    let listed: Vec<&&Problem> = problems.iter().take(LISTED).collect();
    let columns: Vec<&Column<'_>> =
        columns.iter().filter(|(_, text)| listed.iter().any(|problem| !text(problem).is_empty())).collect();
    if columns.is_empty() {
        return;
    }
    page.push_str("<table>\n<thead><tr>");
    for (heading, _) in &columns {
        let _ = write!(page, "<th scope=\"col\">{heading}</th>");
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for problem in &listed {
        page.push_str("<tr>");
        for (_, text) in &columns {
            let _ = write!(page, "<td>{}</td>", shown(&text(problem)));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
    if group.count() > listed.len() {
        let more = group.count() - listed.len();
        let _ = writeln!(
            page,
            "<p>ほかに{more}か所あります。--report に .csv の名前を付けると、もっと多くの場所を書き出します。</p>"
        );
    }
}

/// Gives the text as it may stand in HTML, with invisible characters made visible.
fn shown(text: &str) -> String {
    escaped(&visible(text, LONGEST)).into_owned()
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;
    use crate::problem::Position;

    fn texts(page: &str, selector: &str) -> Vec<String> {
        let html = Html::parse_document(page);
        html.select(&Selector::parse(selector).unwrap()).map(|it| it.text().collect()).collect()
    }

    #[test]
    fn a_page_tells_all_kinds_of_problems_with_their_first_places() {
        let mut report = Report::default();
        for row in 2..477 {
            let problem = Position::new("municipalities.csv", row).problem("code", "コードではありません。");
            report.add(problem.value("11002").suggestion(["011002".to_owned()]).allowed("6桁の数字"));
        }
        report.add(
            Position::new("cases.jsonl", 1).problem("status", "使える語ではありません。").value("運用中"),
        );
        let page = page("build", &report);
        assert!(page.starts_with(BEGINNING));
        assert_eq!(texts(&page, "h2"), ["municipalities.csv（475件）", "cases.jsonl（1件）"]);
        assert_eq!(
            texts(&page, "h3"),
            ["code： コードではありません。", "status： 使える語ではありません。"]
        );
        for link in Html::parse_document(&page).select(&Selector::parse("nav a").unwrap()) {
            let place = link.value().attr("href").unwrap().strip_prefix('#').unwrap();
            assert_eq!(texts(&page, &format!("[id={place}]")).len(), 1, "{place}");
        }
        assert_eq!(texts(&page, "nav li li").len(), 2);
        assert_eq!(texts(&page, "tbody tr").len(), LISTED + 1);
        assert_eq!(texts(&page, "tbody tr:first-child")[0], "2行目11002011002");
        let told = texts(&page, "main").concat();
        for part in ["問題は全部で476件", "2〜476行目", "ほかに425か所", "6桁の数字", "運用中"]
        {
            assert!(told.contains(part), "{part}");
        }
    }

    #[test]
    fn nothing_in_a_page_is_markup_of_the_data() {
        let evil = "</td><script>alert(1)</script><img src=x onerror=\"y\">&amp;\u{1b}\u{202e}";
        let mut report = Report::default();
        let place = Position { subject: Some(evil.to_owned()), ..Position::new(evil, 2) };
        for _ in 0..2 {
            let problem = place.problem(evil, evil).value(evil).suggestion([evil.to_owned()]);
            report.add(problem.allowed(evil).advice(evil));
        }
        report.note(evil);
        let page = page(evil, &report);
        assert!(texts(&page, "script, img, link, [onerror], [style]").is_empty());
        assert!(!page.contains(['\u{1b}', '\u{202e}']));
        assert!(texts(&page, "td").iter().any(|it| it.contains("<script>alert(1)</script>")));
    }

    #[test]
    fn a_clean_run_says_so() {
        assert_eq!(texts(&page("check", &Report::default()), ".result.fine"), ["問題はありません。"]);
    }
}
