//! Titles and publishers of pages: people copy them from elsewhere, and sometimes copy something else.

use crate::problem::{Problem, Report};
use crate::text::plain;
use crate::values::{self, FiscalYear};

/// Ends of names of files.
const FILES: &str = "pdf doc docx xls xlsx xlsm ppt pptx csv txt zip htm html php jsp aspx jpg jpeg png jtd";
/// Titles that a page has which could not be opened, as they begin or end.
const NOT_OPENED: [&str; 12] = [
    "404",
    "403",
    "not found",
    "forbidden",
    "access denied",
    "ページが見つかりません",
    "お探しのページ",
    "ページは存在しません",
    "just a moment",
    "サーバーが見つかりません",
    "このサイトにアクセスできません",
    "エラーが発生しました",
];
/// Titles that programs give, or that say nothing of the page.
const NAMELESS: &str = "無題 untitled 新しいタブ newtab pdf リンク こちら ここ url ホームページ トップページ トップ hp \
    サイト webサイト ウェブサイト ページ リンク先 詳細 詳しくはこちら 資料 別紙 添付 添付ファイル ファイル document";
/// Begins of titles that programs write into files.
const PROGRAMS: [&str; 5] = [
    "microsoft word - ",
    "microsoft powerpoint - ",
    "microsoft excel - ",
    "powerpoint プレゼンテーション",
    "slide ",
];

/// The columns of a page.
pub struct Keys {
    pub title: &'static str,
    pub publisher: &'static str,
}

/// The words of a page; empty where they are not known or told already.
pub struct Words<'a> {
    pub title: &'a str,
    pub publisher: &'a str,
}

/// Reports a title or a publisher that is none.
pub fn check(words: &Words<'_>, keys: &Keys, problem: impl Fn(&str, &str) -> Problem, report: &mut Report) {
    let [title, publisher] = [title_fault(words.title), publisher_fault(words.publisher)];
    for (key, fault) in [(keys.title, &title), (keys.publisher, &publisher)] {
        if let Some(Fault { what, advice }) = fault {
            report.add(problem(key, what).advice(*advice));
        }
    }
    let is_same = !words.title.is_empty() && plain(words.title) == plain(words.publisher);
    let doubt = match title {
        Some(_) => None,
        None if is_same && publisher.is_none() => Some("発行者と同じです。ページの題名を書いてください。"),
        None => title_doubt(words.title),
    };
    if let Some(doubt) = doubt {
        let Problem { file, place, column, .. } = problem(keys.title, "");
        let column = column.unwrap_or_default();
        report.note(format!("{file}： {place} {column} の「{}」は、{doubt}", words.title));
    }
}

/// A fault, and what to write instead.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    what: &'static str,
    advice: &'static str,
}

fn title_fault(title: &str) -> Option<Fault> {
    const ADVICE: &str = "ページや文書を開いて、その題名を書いてください。";
    let what = match title {
        "" => return None,
        _ if is_address(title) => "題名に URL が書かれています。",
        _ if is_date(title) => "題名に日付が書かれています。",
        _ if !title.contains(char::is_alphabetic) => "題名に文字がありません。",
        _ if title.is_ascii() && is_file(title) => "題名ではなく、ファイルの名前です。",
        _ if is_not_opened(title) => "開けなかったページの題名です。",
        _ => return None,
    };
    Some(Fault { what, advice: ADVICE })
}

fn publisher_fault(publisher: &str) -> Option<Fault> {
    const ADVICE: &str = "ページを出している団体や会社の名前を書いてください。";
    let what = match publisher {
        "" => return None,
        _ if is_address(publisher) => "発行者に URL が書かれています。",
        _ if is_date(publisher) => "発行者に日付が書かれています。",
        _ if !publisher.contains(char::is_alphabetic) => "発行者に文字がありません。",
        _ => return None,
    };
    Some(Fault { what, advice: ADVICE })
}

/// Says why a title is probably none; nothing where it may be one.
fn title_doubt(title: &str) -> Option<&'static str> {
    let lower = plain(title).to_lowercase();
    if is_file(title) {
        return Some("ファイルの名前のようです。文書の題名があれば、それを書いてください。");
    }
    if PROGRAMS.iter().any(|begin| lower.starts_with(begin)) {
        return Some("文書を作ったソフトが付けた名前のようです。文書を開いて、その題名を書いてください。");
    }
    let is_nameless = NAMELESS.split_whitespace().any(|it| it == lower);
    is_nameless.then_some("どのページか分からない題名です。ページを開いて、その題名を書いてください。")
}

fn is_address(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    text.contains("://") || text.starts_with("www.")
}

fn is_date(text: &str) -> bool {
    // T3 may be a name.
    let has_signs = plain(text).contains(['年', '-', '/', '.']);
    has_signs && values::date(text, FiscalYear::Ask).sure().is_some()
}

fn is_file(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    let ending = text.rsplit_once('.').filter(|(name, _)| !name.is_empty());
    ending.is_some_and(|(_, ending)| FILES.split(' ').any(|it| it == ending))
}

fn is_not_opened(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    let is_error = |sign: &str| match sign.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number may be part of another one, or of a date.
        true => text == sign || text.starts_with(&format!("{sign} ")) && text.is_ascii(),
        false => text.starts_with(sign) || text.ends_with(sign),
    };
    NOT_OPENED.iter().any(|sign| is_error(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_title_is_told() {
        for (title, what) in [
            ("https://example.jp/a", "URL"),
            ("www.example.jp", "URL"),
            ("ＨＴＴＰＳ：／／example.jp/a の資料", "URL"),
            ("2023-04-01", "日付"),
            ("令和5年4月1日", "日付"),
            ("001234", "文字"),
            ("001234.pdf", "ファイル"),
            ("shiyosho_v2.PDF", "ファイル"),
            ("404 Not Found", "開けなかった"),
            ("ページが見つかりません｜見本県", "開けなかった"),
            ("Just a moment...", "開けなかった"),
        ] {
            let fault = title_fault(title);
            assert!(fault.as_ref().is_some_and(|it| it.what.contains(what)), "{title}: {fault:?}");
        }
    }

    #[test]
    fn what_is_no_publisher_is_told() {
        for (publisher, what) in [
            ("https://www.pref.example.lg.jp/", "URL"),
            ("2023年4月", "日付"),
            ("12345", "文字"),
            ("--", "文字"),
        ] {
            let fault = publisher_fault(publisher);
            assert!(fault.as_ref().is_some_and(|it| it.what.contains(what)), "{publisher}: {fault:?}");
        }
    }

    #[test]
    fn titles_that_say_little_are_doubted() {
        for title in ["仕様書（最終版）.pdf", "Microsoft Word - 仕様書", "無題", "ＰＤＦ", "こちら", "資料"]
        {
            assert_eq!(title_fault(title), None, "{title}");
            assert!(title_doubt(title).is_some(), "{title}");
        }
    }

    #[test]
    fn titles_and_publishers_are_left() {
        for text in [
            "電子入札の共同調達",
            "仕様書",
            "404号室の見本",
            "令和5年度当初予算案",
            "2023年の資料",
            "A.I.の導入",
            "NHK",
            "TKC",
            "T3",
            "事業",
            "よやくまくん",
            "平成23年第4回定例会（第2日12月8日）",
        ] {
            assert_eq!(
                (title_fault(text), title_doubt(text), publisher_fault(text)),
                (None, None, None),
                "{text}"
            );
        }
    }
}
