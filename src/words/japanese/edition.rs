//! The edition in one file, and shared links in it.

/// Tells of when and of what kind the data of the edition in one file are.
pub fn about(as_of: &str, kind: &str) -> String {
    format!(
        "1つのファイルにまとめた版です。ネットワークがなくても、すべてのページを見られます。データは{as_of}時点、{kind}。"
    )
}

pub const LABEL: &str = "このファイルについて";

/// Tells which maps of municipalities it holds.
pub fn maps_of(prefectures: &str) -> String {
    format!("市区町村の地図は{prefectures}の分だけ入っています。")
}

pub const LINK_HEADING: &str = "受け取ったリンクを開く";
pub const LINK: &str = "リンク（「#/」を含む文字列）";
pub const LINK_OPEN: &str = "開く";
pub const LINK_UNKNOWN: &str = "リンクとして読めません。「#/」から始まる部分を貼ってください。";
