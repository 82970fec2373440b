//! A newer version of the site.

/// The words where a newer version of the site is here.
pub const WAITING: &str = "新しいデータがあります。";

/// The words where another window has begun to use it.
pub const TAKEN: &str = "別の画面で新しいデータに切り替わりました。";
pub const NOW: &str = "更新して読み込み直す";
pub const LATER: &str = "あとで";
pub const RELOAD: &str = "読み込み直す";
