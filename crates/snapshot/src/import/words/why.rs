//! The reason why a cell cannot be read, and the remedy, in the words of people who use spreadsheets.

use crate::source::columns::{CASES, Column, Kind};
use crate::values::{self, dense, is_serial};
use crate::workbook::cell::YES;

/// The fault of a number that is said to be near the true one.
pub const APPROXIMATE: &str = "おおよその数の書き方です。";

/// Tells if a number is said to be near the true one.
pub fn is_approximate(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["約", "およそ", "概算", "概ね", "おおむね", "程度", "くらい", "ぐらい", "ほど", "前後", "弱", "強"];
    // A contract is none.
    let text = dense(text).replace("契約", "");
    WORDS.iter().any(|word| text.contains(word))
}

/// A sentence, and advice.
type Why = (String, String);

/// Says what is wrong with a value; none where nothing more can be said than the form that is right.
pub fn of(column: &Column, value: &str, meant: &[String]) -> Option<Why> {
    let first = meant.first().map(String::as_str);
    match &column.kind {
        Kind::Date | Kind::Day | Kind::YearMonth | Kind::Month => match meant {
            [january, october] if january.ends_with("-01") && october.ends_with("-10") => Some(told(
                "1月か10月か、決まりません。",
                "2009.10 のように書くと、表計算ソフトが最後の 0 を消します。年と月を - でつないで書いてください。",
            )),
            _ => Some(date(column, value, first)),
        },
        Kind::Count if values::all_take_part(value) => Some((
            "数ではなく、全部が参加することが書かれています。".to_owned(),
            format!("「{}」を「{YES}」にしてください。数は、分かれば書きます。", all_take_part()),
        )),
        Kind::Count | Kind::Yen | Kind::YenRange | Kind::Decimal => Some(number(column, value, first)),
        Kind::Answer => Some(told(
            "「はい」でも「いいえ」でもありません。",
            "一覧から「はい」か「いいえ」を選んでください。",
        )),
        Kind::WebAddress => Some(address(value, first)),
        Kind::CaseId => Some(told(
            "id の形ではありません。",
            "半角小文字の英数字を - でつないで書いてください。全角、大文字、空白は使えません。",
        )),
        Kind::Slug => {
            Some(told("使えない文字があります。", "半角小文字の英数字を - でつないで書いてください。"))
        }
        Kind::Code(digits) if dense(value).len() == *digits && numbers(&dense(value)).len() == 1 => {
            let advice = match first {
                Some(first) => format!("{first} ではありませんか。番号を確かめてください。"),
                None => "番号を確かめてください。".to_owned(),
            };
            Some((format!("{value} という番号のコードはありません。"), advice))
        }
        Kind::Code(digits) => Some((
            format!("{digits}桁のコードではありません。"),
            match first {
                Some(first) => format!("コードの {first} を書いてください。"),
                None => "名前ではなく、コードの数字を書いてください。".to_owned(),
            },
        )),
        _ => None,
    }
}

/// Gives the name of the column for cases in which all municipalities take part.
fn all_take_part() -> &'static str {
    CASES.column("participants_all_in_prefecture").map_or("", |column| column.ja)
}

fn told(what: &str, advice: &str) -> Why {
    (what.to_owned(), advice.to_owned())
}

fn or_empty(column: &Column, advice: &str) -> String {
    let unless = if column.required { "" } else { "分からなければ空欄にしてください。" };
    format!("{advice}{unless}")
}

fn date(column: &Column, value: &str, meant: Option<&str>) -> Why {
    let text = dense(value);
    if is_serial(&text)
        && let Some(meant) = meant
    {
        return (
            "Excel の日付の通し番号になっています。".to_owned(),
            format!(
                "{value} は、Excel の中で {meant} を表す番号です。セルの書式を「文字列」にして、{meant} と入れ直してください。"
            ),
        );
    }
    if text.contains("年度") || text.to_uppercase().contains("FY") {
        return match column.kind {
            Kind::Month => told(
                "年度では、月が決まりません。",
                "年と月を書いてください。年度の終わりは、次の年の3月です。",
            ),
            _ => told("年度では、年が一つに決まりません。", "暦の年か、年と月を書いてください。"),
        };
    }
    if let Some(year) = odd_year(&text, meant) {
        return (
            format!("{year}年は、年の書き間違いのようです。"),
            or_empty(column, "年を確かめてください。"),
        );
    }
    let is_of_month = text.contains('月') && !text.contains('年') || is_day_of_month(&text);
    if text.starts_with(|it: char| it.is_ascii_digit()) && is_of_month && meant.is_none() {
        return (
            "年が書かれていません。".to_owned(),
            or_empty(column, "年から書いてください（例 2023-04-01）。"),
        );
    }
    let numbers = numbers(&text);
    match numbers.as_slice() {
        [_, month, ..] if !(1..=12).contains(month) && meant.is_none() => {
            return (format!("{month}月という月はありません。"), or_empty(column, "月を確かめてください。"));
        }
        [year, month, day] if meant.is_none() && *year >= 1000 => {
            return (
                format!("{year}年{month}月に{day}日はありません。"),
                or_empty(column, "日を確かめてください。"),
            );
        }
        [_, _, _] if matches!(column.kind, Kind::YearMonth | Kind::Month) && meant.is_some() => {
            return told("日まで書かれています。", "この列に日は書けません。年と月だけを書いてください。");
        }
        _ => {}
    }
    if matches!(column.kind, Kind::Day) && numbers.len() < 3 && !numbers.is_empty() {
        return told("日までの日付ではありません。", "日まで書いてください（例 2023-04-01）。");
    }
    match meant {
        Some(meant) => (
            "日付の書き方が違います。".to_owned(),
            format!("西暦の数字を - でつないで、{meant} のように書いてください。"),
        ),
        None => (
            "日付として読めません。".to_owned(),
            or_empty(column, "西暦の数字を - でつないで書いてください（例 2023-04）。"),
        ),
    }
}

/// Tells if a text is a month and a day without a year: 11/29.
fn is_day_of_month(text: &str) -> bool {
    let Some((month, day)) = text.split_once(['/', '.']) else { return false };
    let within =
        |text: &str, most: u32| text.len() <= 2 && text.parse().is_ok_and(|it| (1..=most).contains(&it));
    within(month, 12) && within(day, 31) && day.parse().is_ok_and(|day: u32| day > 12)
}

/// Gives the year with which a text begins, where another one was meant.
fn odd_year<'a>(text: &'a str, meant: Option<&str>) -> Option<&'a str> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let year = text.get(..length).filter(|_| (4..=5).contains(&length) && length < text.len())?;
    meant.is_some_and(|meant| !meant.starts_with(year)).then_some(year)
}

/// Gives the numbers of a text, as long as they are no longer than a year.
fn numbers(text: &str) -> Vec<u32> {
    let parts = text.split(|it: char| !it.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.filter(|part| part.len() <= 4).filter_map(|part| part.parse().ok()).collect()
}

fn number(column: &Column, value: &str, meant: Option<&str>) -> Why {
    let text = dense(value);
    let is_range = matches!(column.kind, Kind::YenRange);
    let (minus, digits) = match text.strip_prefix(['-', '▲', '△']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let is_number = digits.replace(',', "").parse::<f64>().is_ok();
    if minus && is_number {
        return told("負の数（マイナス）は書けません。", "0以上の数にしてください。");
    }
    if is_approximate(&text) {
        let advice = if is_range {
            "出典にある数字だけを書いてください。幅が書かれていれば「下限-上限」の形にします。"
        } else {
            "出典にある数字だけを書いてください。"
        };
        return (APPROXIMATE.to_owned(), or_empty(column, advice));
    }
    if is_number && digits.contains(['E', 'e']) {
        return told(
            "Excel の省略した書き方（E の付いた数）です。",
            "後ろの桁が消えているかもしれません。もとの資料を見て、全部の桁を書いてください。",
        );
    }
    if is_range
        && let Some((lower, upper)) = text.split_once('-')
        && let (Ok(lower), Ok(upper)) = (lower.parse::<u64>(), upper.parse::<u64>())
        && lower > upper
    {
        return told("幅の下限と上限が逆です。", "小さいほうを先に書いてください。");
    }
    if text.contains('%') {
        return told("% が付いています。", "% は付けず、数字だけを書いてください。");
    }
    if is_number && text.contains('.') && !matches!(column.kind, Kind::Decimal) {
        return told("小数は書けません。", "整数にしてください。");
    }
    if is_number && text != value && meant.is_some() {
        return told("数字の書き方が違います。", "コンマや空白を付けず、半角の数字だけを書いてください。");
    }
    if is_number && text.parse::<f64>().is_ok() {
        return told("書ける数の範囲を外れています。", "数と単位を確かめてください。");
    }
    match meant {
        Some(_) => told(
            "数字だけになっていません。",
            "コンマ、単位、「円」や「万円」などは付けず、半角の数字だけを書いてください。",
        ),
        None => ("数として読めません。".to_owned(), or_empty(column, "半角の数字だけを書いてください。")),
    }
}

fn address(value: &str, meant: Option<&str>) -> Why {
    if value.matches("://").count() > 1 {
        return told(
            "一つのセルに URL が二つ以上あります。",
            "1行に一つにして、残りは行を加えて書いてください。",
        );
    }
    if value.trim().contains(char::is_whitespace) {
        return told("URL の中に空白があります。", "ページを開いて、アドレス欄の URL を写し直してください。");
    }
    if !value.contains("://") {
        return match meant {
            Some(_) => told(
                "https:// から始まっていません。",
                "ページが開くか確かめて、https:// から書いてください。",
            ),
            None => told(
                "URL ではありません。",
                "ページを開いて、アドレス欄の URL を https:// から写してください。",
            ),
        };
    }
    told("URL として正しくありません。", "ページを開いて、アドレス欄の URL を写し直してください。")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::columns::{CASES, SAVINGS, SOURCES};

    #[test]
    fn the_reason_is_told() {
        for (table, column, value, meant, told) in [
            (CASES, "introduced", "45017", Some("2023-04"), "通し番号"),
            (CASES, "introduced", "令和5年度", Some("2023"), "年度では"),
            (CASES, "contract_end", "令和5年度", None, "月が決まりません"),
            (CASES, "introduced", "2023-13", None, "13月という月は"),
            (CASES, "introduced", "2023-04-15", Some("2023-04"), "日まで書かれて"),
            (CASES, "introduced", "令和5年4月15日", Some("2023-04"), "日まで書かれて"),
            (CASES, "introduced", "R2.13", None, "13月という月は"),
            (CASES, "participants_count", "県内全域", None, "全部が参加する"),
            (CASES, "introduced", "2023/4", Some("2023-04"), "書き方が違います"),
            (CASES, "introduced", "2106-04", Some("2016-04"), "2106年は"),
            (CASES, "introduced", "20023-04", Some("2023-04"), "20023年は"),
            (SOURCES, "published", "11月29日", None, "年が書かれて"),
            (SOURCES, "published", "11/29", None, "年が書かれて"),
            (CASES, "introduced", "去年", None, "日付として読めません"),
            (SOURCES, "published", "2023-02-30", None, "2023年2月に30日は"),
            (CASES, "initial_cost_yen", "約1億円", Some("100000000"), "おおよそ"),
            (CASES, "initial_cost_yen", "５００-１００", None, "逆です"),
            (CASES, "initial_cost_yen", "▲500", None, "負の数"),
            (CASES, "initial_cost_yen", "12.5", None, "小数"),
            (CASES, "participants_count", "-3", None, "負の数"),
            (CASES, "participants_count", "10団体", Some("10"), "数字だけになって"),
            (CASES, "participants_count", "多数", None, "数として読めません"),
            (CASES, "participants_count", "１２", Some("12"), "書き方が違います"),
            (CASES, "prefecture_code", "48", Some("31"), "48 という番号の"),
            (CASES, "participants_count", "7.9E+8", Some("790000000"), "省略した書き方"),
            (CASES, "annual_cost_yen", "１.2E+05", Some("120000"), "省略した書き方"),
            (SAVINGS, "percent", "46.7%", Some("46.7"), "% が付いて"),
            (SAVINGS, "percent", "467", None, "範囲を外れて"),
            (SOURCES, "url", "https://a.jp/b c", None, "空白"),
            (SOURCES, "url", "https://a.jp/ https://b.jp/", None, "二つ以上"),
            (SOURCES, "url", "a.jp", None, "URL ではありません"),
        ] {
            let (what, advice) = of(
                table.column(column).unwrap(),
                value,
                &meant.map(str::to_owned).into_iter().collect::<Vec<_>>(),
            )
            .unwrap();
            assert!(what.contains(told), "{value}: {what}");
            assert!(advice.ends_with('。'), "{value}: {advice}");
        }
    }
}
