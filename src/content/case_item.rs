//! A case in a list.

use joint_procurement_core::domain::{CaseRef, Domain, Fact, Field, Form, Snapshot};
use joint_procurement_core::query::{StatusAnswer, things};
use joint_procurement_core::routes::Route;

use super::case::{Rows, amount};
use super::fields::Size;
use super::{FactRow, Link};
use crate::words;

/// The main facts of a case: what it is, who leads it, how large it is, what it costs.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseItem {
    pub title: Link,
    pub domain: Domain,
    pub system: String,
    /// Known forms only: a chip has no room for why one is not.
    pub form: Option<Form>,
    pub prefecture: String,
    pub status: StatusAnswer,
    /// The answer if others can still join it, likewise.
    pub joining: Option<String>,
    /// The lead first.
    pub facts: Vec<FactRow>,
    pub amounts: Vec<FactRow>,
    /// The things that people come for and that are known, as the default order of a list counts them.
    pub known: Vec<&'static str>,
    /// The names of what is not known, a row for each reason.
    pub missing: Vec<FactRow>,
}

pub fn case_item(snapshot: &Snapshot, case: CaseRef<'_>) -> CaseItem {
    let introduced = case
        .introduced()
        .map(|introduced| words::case::introduced_value(case, introduced, snapshot.meta.as_of));
    let mut rows = Rows::new(snapshot);
    rows.push(FactRow::new(words::case::LEAD, case.lead_organization()));
    rows.add(words::case::PARTICIPANTS, case.participants_count().map(words::case::participants_count));
    rows.add(words::case::POPULATION, Size::population(case).map(|size| size.said(snapshot)));
    rows.add(words::case::INTRODUCED, introduced);
    let facts = rows.take_known();
    rows.add(words::facet::INITIAL, case.initial_cost().map(|yen| amount(case, yen)));
    rows.add(words::facet::ANNUAL, case.annual_cost().map(|yen| amount(case, yen)));
    // Known of few: that it is not would only lengthen the list of what is not.
    if let Fact::Known(total) = case.contract_total() {
        rows.push(FactRow::new(words::field(Field::ContractTotal), amount(case, total)));
    }
    let known = words::list::THINGS_NAMES.into_iter().zip(things(case));
    CaseItem {
        title: Link::new(Route::Case(case.id().clone()), case.title()),
        domain: case.domain(),
        system: snapshot.system_name(case.system_type()).to_owned(),
        form: case.form().known(),
        prefecture: snapshot.prefecture_name(case.lead_prefecture()).to_owned(),
        status: StatusAnswer::from(case.status()),
        joining: super::joining::joining(snapshot, case),
        facts,
        amounts: rows.take_known(),
        known: known.filter(|it| it.1).map(|it| it.0).collect(),
        missing: rows.finish(),
    }
}
