//! Dates in an order that cannot be.

use joint_procurement_core::domain::{Case, Date, Field, JoinAnswer, Status, Term};

use super::super::{Record, Report};

/// The year in which the first local government of Japan, the city of Osaka, used a computer.
const FIRST_COMPUTER: u16 = 1960;

/// Reports the contradictions.
pub fn check(record: &Record, case: &Case, report: &mut Report) {
    let introduced = case.introduced.as_ref().known().map(|introduced| introduced.at);
    let end = case.contract_end.as_ref().known().copied();
    for (field, at) in [(Field::Introduced, introduced), (Field::ContractEnd, end)] {
        if at.is_some_and(|at| at.year < FIRST_COMPUTER) {
            report.add(
                record
                    .problem(field.slug(), "自治体がコンピューターを使い始める前の年です。")
                    .allowed(format!("{FIRST_COMPUTER}年から後"))
                    .advice("年を写し間違えていないか、元号の年を西暦に直したか、確かめてください。"),
            );
        }
    }
    if let (Some(at), Some(end)) = (introduced, end)
        && Date::from(end).is_before(at.into())
    {
        report.add(
            record
                .problem(Field::ContractEnd.slug(), format!("introduced（{at}）より前に終わっています。"))
                .advice(
                    "introduced と contract_end が逆でないか、年を写し間違えていないか、確かめてください。",
                ),
        );
    }
    check_joining(record, case, report);
}

/// Reports a case that others can join though it is over.
fn check_joining(record: &Record, case: &Case, report: &mut Report) {
    let answer = case.open_to_join.as_ref().known().copied();
    let status = case.status.as_ref().known().copied();
    if let Some(status) = status
        && matches!(status, Status::Ended | Status::Cancelled)
        && matches!(answer, Some(JoinAnswer::Yes | JoinAnswer::OnRequest))
    {
        report.add(
            record
                .problem(
                    Field::OpenToJoin.slug(),
                    format!("status が「{}」の事例に、これから参加することはできません。", status.ja()),
                )
                .suggestion([JoinAnswer::No.ja().to_owned()])
                .advice("status か open_to_join のどちらかを直してください。"),
        );
    }
}
