//! The time while data are loaded.

pub const DATA: &str = "データを読み込んでいます…";

/// The words while the conditions of the address are still to be applied to what was sent.
pub const APPLYING: &str = "条件を当てはめています…";
pub const NOT_APPLIED: &str = "条件を当てはめられませんでした。";
pub const PROGRESS: &str = "データの読み込みの進み具合";
pub const DETAILS: &str = "背景・経緯・出典を読み込んでいます…";
