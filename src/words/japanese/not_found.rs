//! Addresses that lead nowhere.

pub const HEADING: &str = "ページが見つかりません";
pub const ASKED: &str = "お探しのアドレス：";
pub const TEXT: &str = "アドレスが違うか、ページがなくなっています。下のページからお探しください。";
pub const NEAR: &str = "近いページ";

/// The heading of the pages where none is near.
pub const PAGES: &str = "主なページ";
pub const SYSTEM_NEAR: &str = "近い種別";
pub const CASE_HEADING: &str = "この事例は見つかりません";
pub const CASE_TEXT: &str =
    "このデータ版には、この番号の事例がありません。番号の誤りか、訂正で外れた事例かもしれません。";
pub const CASE_NEAR: &str = "近い事例";
pub const UNKNOWN_SYSTEM_HEADING: &str = "このシステム種別は見つかりません";

pub fn unknown_system_text(asked: &str) -> String {
    format!(
        "「{asked}」というシステム種別は、このデータ版にありません。アドレスの誤りか、名前が変わった種別かもしれません。"
    )
}
