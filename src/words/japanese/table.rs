//! Tables, and the cards with pictures.

use joint_procurement_core::domain::MunicipalityCode;

pub const SHOW: &str = "表で見る";
pub const CSV: &str = "CSVで保存";
/// Names the button that sorts the rows of a table.
pub fn sort(by: &str) -> String {
    format!("{by}で並べ替える")
}

/// Names the menu with all orders of the rows, and the one that they come with.
pub const ORDER: &str = "並べ替え";
pub const FIRST_ORDER: &str = "はじめの順";

pub fn order(by: &str, ascending: bool) -> String {
    let order = if ascending { "昇順（小さい順）" } else { "降順（大きい順）" };
    format!("{by}の{order}")
}

/// Says in which order the rows stand.
pub fn sorted(order: &str) -> String {
    format!("{order}に並べました。")
}

pub const CHART_LOADING: &str = "図を読み込んでいます…";
pub const CHART_FAILED: &str = "図を表示できません。同じ数値を下の表でご覧ください。";

/// The label of the other actions of a card.
pub const MORE: &str = "保存・共有";
pub const SAVE_SVG: &str = "図をSVGで保存";
pub const SAVE_PNG: &str = "図をPNGで保存";
pub const SAVE_FAILED: &str = "図を保存できませんでした。もう一度お試しください。";
pub const ALL_DATA: &str = "すべてのデータを見る（データのページ）";

/// The words in place of a picture and a table without rows.
pub const NO_ROWS: &str = "表示できる値がありません。";
pub const CASE: &str = "事例";
pub const MUNICIPALITY: &str = "参加自治体";
pub const MUNICIPALITY_WITH_CODE: &str = "団体";

/// Names a municipality with its code, in one text.
pub fn municipality_with_code(name: &str, code: MunicipalityCode) -> String {
    format!("{name}（{code}）")
}

pub const MUNICIPALITY_CODE: &str = "団体コード";
pub const PREFECTURE: &str = "都道府県";
pub const POPULATION: &str = "人口";
pub const STAFF: &str = "職員数";
pub const TOTAL: &str = "合計";
pub const FIELD: &str = "項目";
pub const VALUE: &str = "内容";

pub fn lower_bound(name: &str) -> String {
    format!("{name}の下限（円）")
}

pub fn upper_bound(name: &str) -> String {
    format!("{name}の上限（円）")
}

pub fn kind_of(name: &str) -> String {
    format!("{name}の種類")
}

pub fn with_unit(name: &str, unit: &str) -> String {
    format!("{name}（{unit}）")
}
