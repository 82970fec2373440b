//! Notices, and what of an address was not understood.

use joint_procurement_core::query::QueryProblem;

pub const INFO: &str = "お知らせ";
pub const WARNING: &str = "注意";
pub const ERROR: &str = "エラー";
pub const IGNORED_QUERY: &str = "アドレスの条件のうち、次のものは使えないため外して表示しています。";

pub fn query_problem(problem: &QueryProblem) -> String {
    match problem {
        QueryProblem::Key(key) => format!("「{key}」という条件はありません。"),
        QueryProblem::Value { key, value } => format!("「{key}」の値「{value}」は使えません。"),
    }
}
