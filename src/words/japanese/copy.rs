//! The copying of addresses, texts and tables.

pub const DONE: &str = "コピーしました";
pub const FAILED: &str = "コピーできませんでした。選択して Ctrl+C でコピーしてください。";

/// The button for the address of a page or of a part of it.
pub const LINK: &str = "リンクをコピー";
pub const PASTE: &str = "庁内資料に貼る";

pub fn address(address: &str) -> String {
    format!("アドレス：{address}")
}

pub fn conditions(conditions: &str) -> String {
    format!("条件：{conditions}")
}
