//! A case in a list.

use joint_procurement_core::domain::{self, CaseRef, Domain, Snapshot};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::routes::Route;

use super::case::{Rows, amount};
use super::{Fact, Link};
use crate::words::Words;

/// The main facts of a case: what it is, who leads it, how large it is, what it costs.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseItem {
    pub title: Link,
    pub domain: Domain,
    pub system: String,
    pub prefecture: String,
    pub status: StatusAnswer,
    /// The lead first, what is not known last.
    pub facts: Vec<Fact>,
}

pub fn case_item(snapshot: &Snapshot, words: &Words, case: CaseRef<'_>) -> CaseItem {
    let here = &words.case;
    let introduced = case.introduced().map(|introduced| (here.introduced_value)(case, introduced));
    let mut rows = Rows::new(snapshot, words);
    rows.push(Fact::new(here.lead, case.lead_organization()));
    rows.add(here.participants, case.participants_count().map(here.participants_count));
    rows.add(here.population, domain::Fact::from(case.population().map(here.population_value)));
    rows.add(here.introduced, introduced);
    rows.add(words.list.initial, case.initial_cost().map(|yen| amount(words, case, yen)));
    rows.add(words.list.annual, case.annual_cost().map(|yen| amount(words, case, yen)));
    CaseItem {
        title: Link::new(Route::Case(case.id().clone()), case.title()),
        domain: case.domain(),
        system: snapshot.system_name(case.system_type()).to_owned(),
        prefecture: snapshot.prefecture_name(case.lead_prefecture()).to_owned(),
        status: StatusAnswer::from(case.status()),
        facts: rows.finish(),
    }
}
