//! Three ways into the site, for readers who each come with a question of their own.

use joint_procurement_core::domain::{SourceClass, Status};
use joint_procurement_core::query::{CaseFilter, Has, Selection, StatusAnswer};
use joint_procurement_core::routes::{Address, Route};

use crate::content::{Block, Link, Section, Target};
use crate::words;

/// Shows the ways side by side.
pub(super) fn doors(cases: &Selection<'_>) -> Block {
    let costs = cases.count(|case| case.has_costs());
    let documents = cases.count(|case| case.document_kinds().is_known());
    let planned = cases.count(|case| case.status().known() == Some(Status::Planned));
    let official = cases.count(|case| case.source_classes().contains(&SourceClass::Official));
    let has = |has| CaseFilter { has: [has].into(), ..CaseFilter::default() };
    let table = Address::with_card(Route::Prefectures, "table");
    Block::Tiles(vec![
        door(
            "for-municipalities",
            words::doors::MUNICIPALITY,
            [
                page(Route::Municipalities, words::doors::OWN),
                list(costs, has(Has::Costs), words::doors::costs),
                list(documents, has(Has::Documents), words::doors::documents),
            ],
        ),
        door(
            "for-prefectures",
            words::doors::PREFECTURE,
            [
                page(Route::Prefectures, words::doors::PREFECTURES),
                page(table, words::doors::TABLE),
                list(
                    planned,
                    CaseFilter { status: [StatusAnswer::Planned].into(), ..CaseFilter::default() },
                    words::doors::planned,
                ),
            ],
        ),
        door(
            "for-research",
            words::doors::RESEARCH,
            [
                page(Route::Figures, words::doors::FIGURES),
                page(Route::Data, words::doors::DATA),
                list(
                    official,
                    CaseFilter { source: [SourceClass::Official].into(), ..CaseFilter::default() },
                    words::doors::official,
                ),
            ],
        ),
    ])
}

fn door(id: &str, heading: &str, ways: [Option<Link>; 3]) -> Section {
    let ways = ways.into_iter().flatten().map(Into::into);
    Section {
        id: id.to_owned(),
        heading: heading.to_owned(),
        blocks: vec![Block::List(ways.collect())],
        ..Section::default()
    }
}

fn page(to: impl Into<Target>, text: &str) -> Option<Link> {
    Some(Link::new(to, text))
}

/// Leads to a list; a list of nothing is no way.
fn list(count: usize, filter: CaseFilter, text: fn(usize) -> String) -> Option<Link> {
    (count > 0).then(|| Link::new(filter, text(count)))
}
