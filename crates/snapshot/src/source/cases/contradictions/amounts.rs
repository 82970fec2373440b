//! Amounts of which one is a part of another.

use joint_procurement_core::domain::{Case, Fact, Field, Term, YenRange};
use joint_procurement_core::text::grouped;

use super::super::{Record, Report};
use super::slack;

/// Reports a total that is smaller than a part of it, and more staff than people.
pub fn check(record: &Record, case: &Case, report: &mut Report) {
    let years = case.contract_years.as_ref().known().copied();
    // A contract may be for a part of a year.
    let has_year = years.is_some_and(|years| years >= 1.0);
    for (field, part) in [
        (Field::InitialCost, &case.initial_cost),
        (Field::AnnualCost, if has_year { &case.annual_cost } else { &Fact::UNKNOWN }),
    ] {
        if let Some((part, whole)) = exceeds(part, &case.contract_total) {
            let key = field.slug();
            let problem = record.problem(
                Field::ContractTotal.slug(),
                format!("{key}（{}円）より少なくなっています（多くて{}円）。", grouped(part), grouped(whole)),
            );
            report.add(problem.advice(
                "桁や単位の間違いがないか、どちらも確かめてください。全期間の契約額でなければ、null にしてください。",
            ));
            // One is enough to see what is wrong.
            break;
        }
    }
    let [population, staff] =
        [&case.stated_population, &case.stated_staff].map(|it| it.as_ref().known().copied());
    if let (Some(population), Some(staff)) = (population, staff)
        && staff > population
    {
        report.add(
            record
                .problem(
                    Field::StatedStaff.slug(),
                    format!("stated_population（{}人）より多くなっています。", grouped(population)),
                )
                .advice("人口と職員数が逆でないか、単位が千人でないか、確かめてください。"),
        );
    }
}

/// Gives the least that the part can be and the most that the whole can, where the part is more.
pub fn exceeds(part: &Fact<YenRange>, whole: &Fact<YenRange>) -> Option<(u64, u64)> {
    let part = part.as_ref().known()?.lower();
    let whole = whole.as_ref().known()?.upper()?;
    (part.saturating_sub(slack(part)) > whole + slack(whole)).then_some((part, whole))
}
