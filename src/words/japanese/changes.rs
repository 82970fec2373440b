//! The words for changes between two snapshots.

pub const NO_SOURCES: &str = "記載なし";
pub const NO_EVIDENCE: &str = "記録なし";

/// Says which sources state a value, by their names within the case.
pub fn evidence(field: &str, keys: &str) -> String {
    format!("{field}：{keys}")
}

/// Says where a copy of a page is kept.
pub fn archived(address: &str) -> String {
    format!("保存されたページ {address}")
}
