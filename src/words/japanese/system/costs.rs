//! The costs of a system type.

use joint_procurement_core::domain::{Field, Term};
use joint_procurement_core::stats::{AmountFigures, CostFigures};
use joint_procurement_core::text::cases;

pub const HEADING: &str = "費用";

pub fn lead(costs: &CostFigures, total: usize) -> String {
    let kinds = [
        (Field::InitialCost, &costs.initial),
        (Field::AnnualCost, &costs.annual),
        (Field::ContractTotal, &costs.total),
    ];
    // A kind of cost not known of any case is left out: no number of cases can be said of it.
    let stated = |(field, it): (Field, &AmountFigures)| match (it.known.known + it.budgets, it.budgets) {
        (0, _) => None,
        (count, 0) => Some(format!("{}が{}", field.ja(), cases(count))),
        (count, budgets) => {
            Some(format!("{}が{}（うち予算・計画額{}）", field.ja(), cases(count), cases(budgets)))
        }
    };
    let stated: Vec<String> = kinds.into_iter().filter_map(stated).collect();
    format!("{}のうち、金額が分かるのは{}です。", cases(total), stated.join("、"))
}

pub const NOTE: &str = "中央値と範囲は、金額が分かる事例だけのもので、予算・計画額を除いています。";

pub fn link(count: usize) -> String {
    format!("費用が分かる事例を一覧で見る（{}）", cases(count))
}

pub const TABLE: &str = "費用の中央値と範囲";

pub fn few_for_median(count: usize) -> String {
    format!("{}だけのため出しません", cases(count))
}

pub const NO_BUDGETS: &str = "なし";
pub const AMOUNTS_TABLE: &str = "事例ごとの金額";
pub const BASIS: &str = "金額の根拠";
