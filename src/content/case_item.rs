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
    /// The lead first, what is not known last.
    pub facts: Vec<FactRow>,
}

pub fn case_item(snapshot: &Snapshot, case: CaseRef<'_>) -> CaseItem {
    let introduced = case.introduced().map(|introduced| words::case::introduced_value(case, introduced));
    let mut rows = Rows::new(snapshot);
    rows.push(FactRow::new(words::case::LEAD, case.lead_organization()));
    rows.add(words::case::PARTICIPANTS, case.participants_count().map(words::case::participants_count));
    rows.add(words::case::POPULATION, Size::population(case).map(|size| size.said(snapshot)));
    rows.add(words::case::INTRODUCED, introduced);
    rows.add(words::facet::INITIAL, case.initial_cost().map(|yen| amount(case, yen)));
    rows.add(words::facet::ANNUAL, case.annual_cost().map(|yen| amount(case, yen)));
    // Known of few: that it is not would only lengthen the list of what is not.
    if let Fact::Known(total) = case.contract_total() {
        rows.push(FactRow::new(words::field(Field::ContractTotal), amount(case, total)));
    }
    // As the default order of a list counts them.
    let known: Vec<_> =
        words::list::THINGS_NAMES.into_iter().zip(things(case)).filter(|it| it.1).map(|it| it.0).collect();
    if !known.is_empty() {
        rows.push(FactRow::new(words::list::THINGS_KNOWN, known.join(words::BETWEEN)));
    }
    CaseItem {
        title: Link::new(Route::Case(case.id().clone()), case.title()),
        domain: case.domain(),
        system: snapshot.system_name(case.system_type()).to_owned(),
        form: case.form().known(),
        prefecture: snapshot.prefecture_name(case.lead_prefecture()).to_owned(),
        status: StatusAnswer::from(case.status()),
        facts: rows.finish(),
    }
}
