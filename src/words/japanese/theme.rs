//! The choice of colours.

/// The label of the choice between light and dark.
pub const LABEL: &str = "表示の色";
pub const SYSTEM: &str = "自動（端末の設定）";
pub const LIGHT: &str = "ライト";
pub const DARK: &str = "ダーク";
