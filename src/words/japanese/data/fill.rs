//! The share of each field that is known.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::{Percent, cases, percent};

use crate::words::japanese::snapshot::sources;

pub const HEADING: &str = "項目ごとの判明状況";
pub const LEAD: &str = "どの項目も、分かる事例は一部です。図や中央値は、分かる事例だけから計算しています。";

pub fn caption(count: usize) -> String {
    format!("都道府県が関わる{}のうち、値が分かる事例", cases(count))
}

pub fn source_classes(count: usize) -> String {
    format!("都道府県が関わる{}のうち、その分類の出典がある事例", cases(count))
}

pub const WITH_SOURCE: &str = "出典のある事例";
pub const KNOWN: &str = "分かる事例";
pub const PERCENT: &str = "割合";
pub const UNKNOWN: &str = "分からない事例";
pub const REASONS: &str = "分からない理由（分かるもの）";

/// The words for a field that is not known of all cases, while reasons of others are recorded.
pub const NO_REASON: &str = "理由の記録なし";

/// The words for a field that is known of all cases.
pub const COMPLETE: &str = "－";

pub const BY_PREFECTURE: &str = "都道府県と項目ごとの判明状況";

/// Says what the shares show, and that they are no measure of prefectures.
pub fn reading(kind: SnapshotKind, total: usize) -> String {
    format!(
        "都道府県が関わる{}について、代表団体の都道府県ごとに、各項目の値が分かる事例の割合を示します。{}に書かれていることの多さを表し、都道府県の取組や公表の姿勢を比べるものではありません。",
        cases(total),
        sources(kind)
    )
}

pub const PICTURE: &str = "都道府県と項目ごとに、値が分かる事例の割合を色の濃さで示した図";
pub const PICTURE_NOTE: &str = "色の濃さと数字は、値が分かる事例の割合（%）。狭い画面では数字を省きます。並びは都道府県コードの順。色のない所は、代表団体の事例を確認できていない都道府県か、当てはまる事例がない項目です（0%とは違います）。件数と一覧は、下の表にあります。";

pub fn column(name: &str) -> String {
    format!("{name}（%）")
}

pub fn not_known(count: usize) -> String {
    format!("不明{}", cases(count))
}

pub fn square(prefecture: &str, field: &str, known: KnownCount, share: Percent) -> String {
    let KnownCount { known, total } = known;
    format!("{prefecture}・{field}：{}中{}で判明（{}）", cases(total), cases(known), percent(share))
}
