//! The names of what tells cases apart, and the values of each.

use joint_procurement_core::domain::{SnapshotKind, Term, YearMonth, YenRange};
use joint_procurement_core::query::{
    Answer, FormAnswer, MonthRange, Range, ScopeFilter, StatusAnswer, Unknown,
};
use joint_procurement_core::text::{grouped, yen};

use super::year_month;

pub const SCOPE: &str = "対象";

pub fn scope_name(scope: ScopeFilter) -> &'static str {
    match scope {
        ScopeFilter::Prefecture => "都道府県が関わる事例",
        ScopeFilter::Municipal => "市町村どうしの事例",
        ScopeFilter::All => "すべて",
    }
}

pub const DOMAIN: &str = "領域";
pub const SYSTEM: &str = "システム種別";
pub const PREFECTURE: &str = "都道府県";
pub const SUBSIDY: &str = "補助金";

pub fn subsidy_answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "利用あり",
        Answer::No => "利用なし",
        Answer::Unknown => "未確認",
    }
}

pub const SPECIFICATION: &str = "仕様書の提供";

pub fn specification_answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "提供あり",
        Answer::No => "提供なし",
        Answer::Unknown => "未確認",
    }
}

pub const OPEN: &str = "参加の受付";

/// Tells if a case can still be joined. That no source says so is not "no".
pub fn open_answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "参加できる（相談を含む）",
        Answer::No => "参加できない・受付終了",
        Answer::Unknown => "未確認",
    }
}

pub const STATUS: &str = "現況";

pub fn status_name(status: StatusAnswer) -> &'static str {
    status.ja()
}

pub const FORM: &str = "形態";
pub const SOURCE: &str = "出典の分類";

pub fn form_name(form: FormAnswer) -> &'static str {
    match form {
        FormAnswer::Unknown => "未確認",
        form => form.ja(),
    }
}

pub const ALL_FORMS: &str = "すべて";

pub const REGION: &str = "地方";
pub const LEAD_KIND: &str = "代表団体の種類";
pub fn benefit(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Official => "職員が実感したメリット",
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "効果・ねらい",
    }
}

pub const HAS: &str = "分かること";
pub const VENDOR: &str = "事業者";
pub const PRODUCT: &str = "製品・サービス";
pub const MEMBERS: &str = "参加自治体数";
pub const POPULATION: &str = "人口規模";
pub const STAFF: &str = "職員規模";
pub const INITIAL: &str = "初期費用";
pub const ANNUAL: &str = "年間運用費";
pub const YEAR: &str = "導入年";
pub const PARTNER: &str = "参加する都道府県";
pub const PARTICIPANT: &str = "参加自治体";
pub const END: &str = "契約終了";

pub const MISSING: &str = "分からないこと";

pub fn unknown_name(unknown: Unknown) -> &'static str {
    match unknown {
        Unknown::Field(field) => field.ja(),
        Unknown::Population => POPULATION,
        Unknown::Staff => STAFF,
    }
}

pub fn count_range(range: Range, unit: &str) -> String {
    match (range.min(), range.max()) {
        (Some(min), Some(max)) if min == max => format!("{}{unit}", grouped(min)),
        (Some(min), Some(max)) => format!("{}～{}{unit}", grouped(min), grouped(max)),
        (Some(min), None) => format!("{}{unit}以上", grouped(min)),
        (None, Some(max)) => format!("{}{unit}以下", grouped(max)),
        (None, None) => String::new(),
    }
}

pub fn year_range(range: Range) -> String {
    match (range.min(), range.max()) {
        (Some(min), Some(max)) if min == max => format!("{min}年"),
        (Some(min), Some(max)) => format!("{min}年～{max}年"),
        (Some(min), None) => format!("{min}年以降"),
        (None, Some(max)) => format!("{max}年以前"),
        (None, None) => String::new(),
    }
}

pub fn yen_range(range: Range) -> String {
    let said = |amount: u64| yen(YenRange::exact(amount));
    match (range.min(), range.max()) {
        (Some(min), Some(max)) if min == max => said(min),
        (Some(min), Some(max)) => format!("{}～{}", said(min), said(max)),
        (Some(min), None) => format!("{}以上", said(min)),
        (None, Some(max)) => format!("{}以下", said(max)),
        (None, None) => String::new(),
    }
}

pub fn month_range(range: MonthRange) -> String {
    let said = |end: Option<YearMonth>| end.map(year_month).unwrap_or_default();
    format!("{}～{}", said(range.from()), said(range.to()))
}
