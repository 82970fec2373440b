//! The page about the data.

pub mod definitions;
pub mod files;
pub mod fill;

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::text::cases;

use super::absence_note;

pub const HEADING: &str = "データの内容・定義・ダウンロード";

pub fn lead(kind: SnapshotKind, as_of: &str, count: usize) -> String {
    match kind {
        SnapshotKind::Compiled => format!(
            "公開資料から集めた共同調達の事例{}を、{as_of}の時点でまとめたデータです。国の調査ではなく、すべての事例を集めたものでもありません。",
            cases(count)
        ),
        SnapshotKind::Official => {
            format!(
                "都道府県への調査で回答のあった共同調達の事例{}を、{as_of}の時点でまとめたデータです。",
                cases(count)
            )
        }
        SnapshotKind::Synthetic => format!("動作を確かめるための架空のデータ{}です。", cases(count)),
    }
}

pub const ABOUT: &str = "このデータ版";
pub const SNAPSHOT: &str = "データ版";
pub const CASES: &str = "事例の数";
pub const UPDATES: &str = "更新の予定";

/// The words in place of a setting that the maintainer has left empty.
pub const NOT_SET: &str = "未設定";
pub const COVERAGE: &str = "含むもの・含まないもの";
pub const ANSWERS: &str = "調査への都道府県の回答";
pub const ANSWER: &str = "調査への回答";
pub const ANSWER_DATE: &str = "回答日";
pub const ANSWERED: &str = "回答";
pub const NOT_ANSWERED: &str = "未回答";
pub const DATE_UNKNOWN: &str = "不明";
/// The words in place of the day of an answer that was not given.
pub const NO_DATE: &str = "－";

pub fn answers_lead(answered: usize) -> String {
    let answers = match answered {
        47 => "47都道府県のすべてから回答がありました。".to_owned(),
        answered => format!("47都道府県のうち{answered}都道府県から回答がありました。"),
    };
    format!("{answers}{}", absence_note(SnapshotKind::Official))
}

pub const DEFINITIONS: &str = "用語の定義";
pub const REASONS: &str = "分からない理由";

pub fn reasons_text(reasons: &str) -> String {
    format!(
        "理由が分かる場合は、そのとおりに示します（{reasons}）。分からないものを0や「なし」として数えることはありません。"
    )
}

pub const ERRATA: &str = "正誤情報";
pub const ERRATA_LEAD: &str = "公開した後に直した内容です。新しい順に並べています。";
pub const ERRATA_COLUMNS: [&str; 6] = ["訂正日", "事例", "項目", "誤", "正", "理由"];

pub fn no_errata(published_at: &str) -> String {
    format!("これまでに訂正したものはありません（{published_at}の公開から）。")
}

/// The words for a correction that is not of one case.
pub const ERRATA_GENERAL: &str = "全体";

/// The words where nothing stood before, or nothing stands now.
pub const ERRATA_NOTHING: &str = "記載なし";
pub const ERRATA_SOURCE: &str = "出典";
pub const CREDITS: &str = "出典とライセンスの表示";
pub const CONTACT: &str = "問い合わせ先";
pub const CONTACT_CASES: &str = "事例の内容は、各事例のページにある担当部署や出典の発行元にお尋ねください。データの誤りは、このサイトの運営者にお知らせください。";

/// The sentence where the maintainer has given no address.
pub const CONTACT_CASES_ONLY: &str =
    "誤りの連絡先は、まだ決まっていません。事例の内容は、出典の発行元か代表団体にお尋ねください。";
pub const MAINTAINER: &str = "このサイトの運営者";
pub const MAINTAINER_EMAIL: &str = "運営者のメールアドレス";

/// The offices of the government's own dashboard, with how to reach them.
pub const ORIGINAL_OFFICES: &[(&str, &str)] = &[
    ("内閣官房 デジタル行財政改革会議事務局", "03-5253-2111"),
    (
        "総務省 自治行政局 地域DX推進室",
        "03-5253-5111、gyousei_dx_atmark_soumu.go.jp（「_atmark_」を「@」に替えてください）",
    ),
];
pub const ORIGINAL_NOTE: &str =
    "上の二つの部署は国のダッシュボードの問い合わせ先で、このサイトの運営者ではありません。";
pub const ORIGINAL: &str = "国のダッシュボード（総務省）";
pub const ORIGINAL_URL: &str = "https://www.soumu.go.jp/denshijiti/kyoudou_dashboard.html";
