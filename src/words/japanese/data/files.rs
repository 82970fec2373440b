//! The files to download.

use joint_procurement_core::domain::{FileEntry, FileRole};
use joint_procurement_core::text::grouped;

pub const HEADING: &str = "ダウンロード";
pub const LEAD: &str =
    "名前を選ぶとダウンロードできます。SHA-256 は、ファイルが公開したものと同じかを確かめるための値です。";
pub const FILE: &str = "ファイル";
pub const CONTENT: &str = "内容";
pub const SIZE: &str = "大きさ";
pub const CHECKSUM: &str = "SHA-256";

pub fn role(entry: &FileEntry) -> &'static str {
    let name = entry.path.rsplit('/').next().unwrap_or_default();
    if entry.path.starts_with("source/") {
        return match name {
            "cases.jsonl" => "事例（1行に1件）",
            "municipalities.csv" => "市区町村の人口・職員数",
            "counties.csv" => "郡とその町村",
            "wards.csv" => "指定都市の区",
            "prefectures.csv" => "都道府県と隣接",
            "system_types.csv" => "システム種別",
            "domains.csv" => "領域",
            "benefits.csv" => "効果・メリットの種類",
            "lead_kinds.csv" => "代表団体の種類",
            "regions.csv" => "地方",
            "policy_notes.csv" => "制度の注記",
            "funding.csv" => "補助金・地方債などの制度",
            "funding_sources.csv" => "その出典",
            "synonyms.csv" => "検索の同義語",
            "answers.csv" => "調査への都道府県の回答",
            "errata.csv" => "正誤情報",
            "snapshot.toml" => "データ版の設定",
            "README.md" => "表の説明（日本語・英語）",
            _ => "地図",
        };
    }
    match entry.role() {
        Some(FileRole::Cases) => "事例の表",
        Some(FileRole::Terms) => "システム種別などの用語",
        Some(FileRole::Prefectures) => "都道府県",
        Some(FileRole::Municipalities) => "市区町村",
        Some(FileRole::Errata) => "正誤情報",
        Some(FileRole::Funding) => "補助金・地方債などの制度",
        Some(FileRole::Details(_)) => "事例の長い文章・文書・出典",
        Some(FileRole::MapOfJapan | FileRole::MapOf(_)) => "地図",
        None => "",
    }
}

/// The link to the guide, above the tables.
pub const GUIDE: &str = "もとの表を直し、自分のサイトで公開する手順";
pub const SNAPSHOT_FILES: &str = "公開データ（JSON）";
pub const MORE_SNAPSHOT_FILES: &str = "詳細と地図のファイル（JSON）";
pub const SOURCE_FILES: &str = "もとの表（CSV など）";
pub const MORE_SOURCE_FILES: &str = "もとの地図（TopoJSON）";
pub const SCHEMAS: &str = "データの形式（JSON Schema）：";

pub fn schema(name: &str) -> String {
    let of = match name {
        "catalog" => "データの目録",
        "cases" => "事例の表",
        "details" => "事例の長い文章・文書・出典",
        "errata" => "正誤情報",
        "map" => "地図",
        "municipalities" => "市区町村",
        "prefectures" => "都道府県",
        "terms" => "システム種別などの用語",
        "funding" => "補助金・地方債などの制度",
        other => return other.to_owned(),
    };
    format!("{of}（{name}）")
}

pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes}バイト"),
        _ => format!("{}.{} kB", grouped(bytes / 1000), bytes % 1000 / 100),
    }
}

pub const SNAPSHOTS: &str = "公開しているデータ版：";
