//! The text that tells the maintainer what a reader knows of a case.

use joint_procurement_core::domain::Date;

use super::{BETWEEN, date};

pub const HEADING: &str = "この事例の情報を知らせる";
pub const LEAD: &str = "分からない項目の内容や誤りをご存じでしたら、次の文に書き込んで、このサイトの運営者（[問い合わせ先]）にお知らせください。";
/// The sentence where the maintainer has given no address.
pub const LEAD_WITHOUT_ADDRESS: &str = "分からない項目の内容や誤りを知らせるための文です。知らせる先は、まだ決まっていません。決まったら[問い合わせ先]に載せます。";
pub const COPY: &str = "知らせる文をコピー";
pub const MAIL: &str = "メールソフトで開く";

pub fn subject(id: &str) -> String {
    format!("事例の情報（{id}）")
}

pub fn version(id: &str, as_of: Date) -> String {
    format!("{id}（{}時点）", date(as_of))
}

/// Writes the text. Where it must be short, it names only some of the fields that are not known, and may lack the
/// title, which the page has.
pub fn letter(title: &str, id: &str, version: &str, missing: &[&str], named: usize) -> String {
    let mut said = missing.iter().take(named).copied().collect::<Vec<_>>().join(BETWEEN);
    if missing.is_empty() {
        said.push_str("なし");
    } else if named < missing.len() {
        if named > 0 {
            said.push_str("、ほか");
        }
        said.push_str(&format!("{}項目", missing.len() - named));
    }
    let title = if title.is_empty() { String::new() } else { format!("事例：{title}\n") };
    format!(
        "知っていること・直すところ：\n\n根拠になる資料（名前とURL）：\n\n\
         {title}事例番号：{id}\nデータ版：{version}\n分かっていない項目：{said}\n"
    )
}
