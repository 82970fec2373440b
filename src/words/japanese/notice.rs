//! Notices, and what of an address was not understood.

use joint_procurement_core::domain::{Field, Term};
use joint_procurement_core::query::QueryProblem;

pub const INFO: &str = "お知らせ";
pub const WARNING: &str = "注意";
pub const ERROR: &str = "エラー";
pub const IGNORED_QUERY: &str = "アドレスの条件のうち、次のものは使えないため外して表示しています。";

pub fn query_problem(problem: &QueryProblem) -> String {
    match problem {
        QueryProblem::Key(key) => format!("「{key}」という条件はありません。"),
        QueryProblem::Value { key, value } => {
            // A field that the condition cannot ask for is one of the long texts.
            let text = Field::from_slug(value).filter(|_| key == "missing").map(Field::ja);
            let why =
                text.map(|name| format!("「{name}」は事例ごとの文章にあるため、一覧では絞り込めません。"));
            format!("「{key}」の値「{value}」は使えません。{}", why.unwrap_or_default())
        }
    }
}
