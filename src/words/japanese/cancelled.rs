//! Plans that came to nothing.

use joint_procurement_core::domain::Date;
use joint_procurement_core::text::cases;

use super::date;

pub fn heading(count: usize) -> String {
    format!("実現しなかった計画（{}）", cases(count))
}

pub const LEAD: &str =
    "団体が一緒に検討し、実現しなかった計画と、資料に書かれた経緯です。ほかの数字や一覧には含めていません。";

/// Names who planned, and when a source last told of it.
pub fn who(lead: &str, told: Option<Date>) -> String {
    match told {
        Some(told) => format!("{lead}（{}の資料による）", date(told)),
        None => lead.to_owned(),
    }
}

/// Offers them where nothing else was found.
pub fn offer(count: usize) -> String {
    format!("実現しなかった計画を見る（{}）", cases(count))
}

pub const NAME: &str = "実現しなかった計画";
