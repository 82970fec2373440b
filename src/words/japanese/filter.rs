//! The search and the conditions of the list.

use joint_procurement_core::text::{cases, grouped};

pub const HEADING: &str = "絞り込み";
pub const LABEL: &str = "事例の絞り込み";

pub fn count_set(count: usize) -> String {
    format!("条件{count}個")
}

pub const SEARCH: &str = "キーワード";
pub const SEARCH_HINT: &str = "事例名・団体・参加自治体・製品・経緯などから探します。空白で区切ると、すべてのキーワードを含む事例を探します。";
pub const SEARCH_BUTTON: &str = "探す";

/// The words before the name of a condition, for those who hear only the button.
pub const BY: &str = "条件：";
pub const ACTIVE: &str = "いまの条件";
pub const REMOVE: &str = "条件を外す：";
pub const CLEAR: &str = "条件をすべて解除";

pub fn chip(condition: &str, value: &str) -> String {
    format!("{condition}：{value}")
}

pub const AT_LEAST: &str = "下限";
pub const AT_MOST: &str = "上限";
pub const APPLY_RANGE: &str = "絞り込む";
pub const RANGE_WRONG: &str = "0以上の整数を、下限が上限を超えないように入力してください。";

pub fn known_of(known: usize) -> String {
    format!("分かる事例は{}", cases(known))
}

pub fn chosen(count: usize) -> String {
    format!("{}個選択", grouped(count as u64))
}

pub const TO_RESULTS: &str = "検索結果へ移動";

/// The button of the panel that leads to what was found.
pub fn show(count: usize) -> String {
    format!("{}を見る", cases(count))
}

pub const FIND_CHOICE: &str = "文字で選択肢を探す";

/// Names the field by the group whose choices it finds.
pub fn find_choice(group: &str) -> String {
    format!("「{group}」の選択肢を探す")
}

/// Tells how many of the choices have the letters that were typed.
pub fn choices_left(left: usize, of: usize) -> String {
    match left == of {
        true => format!("選択肢{of}個"),
        false => format!("選択肢{of}個のうち{left}個"),
    }
}
