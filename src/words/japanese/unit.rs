//! Units after a number.

pub const CASES: &str = "件";
pub const MEMBERS: &str = "団体";
pub const PERSONS: &str = "人";
pub const MAN_YEN: &str = "万円";
pub const YEN: &str = "円";
pub const YEARS: &str = "年";
