//! Where the links of the site's prose lead.

use joint_procurement_core::query::{CaseFilter, CaseQuery, Direction, Sort, SortKey};
use joint_procurement_core::routes::{Address, Route};

use super::{Target, Topic};

/// The list of the cases that the set conditions let through.
pub fn list(set: impl FnOnce(&mut CaseFilter)) -> Target {
    let mut filter = CaseFilter::default();
    set(&mut filter);
    filter.into()
}

/// The list of cases in an order.
pub fn sorted(key: SortKey, direction: Direction) -> Target {
    let query = CaseQuery { sort: Sort { key, direction }, ..CaseQuery::default() };
    Address::with_query(Route::Cases, query).into()
}

/// A part of a page.
pub fn part(route: Route, id: &str) -> Target {
    Address::with_card(route, id).into()
}

/// One of the questions.
pub fn question(topic: Topic) -> Target {
    part(Route::Faq, topic.id())
}

/// The government's own dashboard, which this site follows.
pub fn original() -> Target {
    Target::External("https://www.soumu.go.jp/denshijiti/kyoudou_dashboard.html".to_owned())
}
