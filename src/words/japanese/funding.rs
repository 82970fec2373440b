//! Public money that can pay for joint procurement.

use joint_procurement_core::domain::{Date, FundingSource, SourceClass, Term};

use super::date;

pub const HEADING: &str = "費用に充てられる可能性のある補助金・地方債など";
pub const HEADING_OF_TYPE: &str = "この種別に充てられる可能性のある補助金・地方債など";
pub const LEAD: &str = "公開されたページに書かれている内容を、確認した日とともに載せています。対象になるかどうかを示すものではありません。条件や期間は変わるので、今の募集や取扱いを、出典や実施主体で確認してください。「終了」のない制度も、続いているとは限りません。";
pub const LINK: &str = "充てられる可能性のある補助金・地方債など";
pub const ALL: &str = "すべての制度を見る";
pub const NONE: &str = "この種別に充てられる制度は、公開情報で未確認です。";
pub const ENDED: &str = "終了";
pub const ALL_TYPES: &str = "すべての種別";
pub const TYPES_BEFORE: &str = "対象の種別：";
/// The words before rate, ceiling and period.
pub const STATED: [&str; 3] = ["率：", "上限額：", "期間："];
pub const COLUMNS: [&str; 5] = ["制度", "共同調達の扱い", "率・上限額・期間", "注意", "出典と確認した日"];
pub const FILE_COLUMNS: [&str; 13] = [
    "制度",
    "終了",
    "種類",
    "実施主体",
    "充てられる費用",
    "共同調達の扱い",
    "率",
    "上限額",
    "期間",
    "対象の種別",
    "注意",
    "出典",
    "確認した日",
];
pub const NO_NOTE: &str = "－";

/// Tells the kind of money and who gives it.
pub fn of(kind: &str, giver: &str) -> String {
    format!("{kind}／実施主体：{giver}")
}

pub fn checked(on: Date) -> String {
    format!("{}に確認", date(on))
}

/// Tells of a page, in brackets: its class and date, and the remark on it.
pub fn of_source(source: &FundingSource) -> String {
    let published = source.published.map(date);
    let class = source.class.map(SourceClass::ja);
    let parts = [class, published.as_deref(), source.note.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("（{}）", parts.join("、")) }
}
