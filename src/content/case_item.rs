//! A case in a list.

use super::case::{amount, said};
use super::{Fact, Link};
use crate::domain::{self, CaseRef, Domain, Snapshot};
use crate::query::StatusAnswer;
use crate::routes::Route;
use crate::text::Words;

/// What a case is, who leads it, how large it is, what it costs.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseItem {
    pub title: Link,
    pub domain: Domain,
    pub system: String,
    pub prefecture: String,
    pub status: StatusAnswer,
    /// The lead first.
    pub facts: Vec<Fact>,
}

pub fn case_item(snapshot: &Snapshot, words: &Words, case: CaseRef<'_>) -> CaseItem {
    let here = &words.case;
    let said = |value| said(snapshot, words, value);
    let scale = domain::Fact::from(case.population().map(here.population_value));
    let introduced = case.introduced().map(|introduced| (here.introduced_value)(case, introduced));
    CaseItem {
        title: Link::new(Route::Case(case.id().clone()), case.title()),
        domain: case.domain(),
        system: snapshot.system_name(case.system_type()).to_owned(),
        prefecture: snapshot.prefecture_name(case.lead_prefecture()).to_owned(),
        status: StatusAnswer::from(case.status()),
        facts: vec![
            Fact::new(here.lead, case.lead_organization()),
            Fact::new(here.participants, said(case.participants_count().map(here.participants_count))),
            Fact::new(here.population, said(scale)),
            Fact::new(here.introduced, said(introduced)),
            Fact::new(words.list.initial, amount(snapshot, words, case, case.initial_cost())),
            Fact::new(words.list.annual, amount(snapshot, words, case, case.annual_cost())),
        ],
    }
}
