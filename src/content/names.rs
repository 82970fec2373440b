//! The things found by name, as they are offered.

use joint_procurement_core::domain::{Municipalities, Snapshot};
use joint_procurement_core::query::{CaseFilter, CaseQuery, Forms, Found, NameScope, Named, ScopeFilter};
use joint_procurement_core::routes::{Address, Route};

use super::{Block, Section};
use crate::words;

/// Makes the section with a field for names, which is not for paper.
pub(super) fn find_by_name(heading: &str, scope: NameScope) -> Block {
    Block::Section(Section {
        id: "town-search".to_owned(),
        heading: heading.to_owned(),
        blocks: vec![Block::NameSearch(scope)],
        ..Section::default()
    })
}

/// A thing that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameOption {
    pub named: Named,
    pub name: String,
    /// The prefecture and size that tell it from others of the name; empty where its name does.
    pub detail: String,
    /// The kind of thing, where several are offered.
    pub kind: &'static str,
}

/// Writes all that was found, in its order.
pub fn name_options(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    scope: NameScope,
    found: &Found<'_>,
) -> Vec<NameOption> {
    let option = |named, ward: Option<&str>| {
        let (kind, name, detail) = match named {
            Named::Municipality(code) => {
                let it = municipalities.get(code)?;
                let prefecture = snapshot.prefecture_name(code.prefecture());
                (words::town::MUNICIPALITY, it.name, words::town::detail(ward, prefecture, it.population))
            }
            Named::Prefecture(code) => {
                let it = snapshot.prefecture(code)?;
                (words::facet::PREFECTURE, it.name.as_str(), words::town::detail(None, "", it.population))
            }
            Named::System(at) => {
                let it = snapshot.terms.system_types.get(at)?;
                (words::facet::SYSTEM, it.name.as_str(), String::new())
            }
            Named::Case(row) => {
                let case = snapshot.cases.row(row);
                let prefecture = snapshot.prefecture_name(case.lead_prefecture());
                (words::town::CASE, case.title(), words::town::of_prefecture(prefecture))
            }
        };
        let kind = if scope == NameScope::Municipalities { "" } else { kind };
        Some(NameOption { named, name: name.to_owned(), detail, kind })
    };
    found.candidates.iter().filter_map(|it| option(it.named, it.ward)).collect()
}

/// Says how many were found, or why none was.
pub fn names_found(found: &Found<'_>) -> String {
    match found.candidates.len() {
        0 if found.wrong_check_digit => words::town::WRONG_CHECK_DIGIT.to_owned(),
        0 => words::town::NO_CANDIDATE.to_owned(),
        count => words::town::candidates(count),
    }
}

/// Gives the list of the cases with a keyword, of every scope and form. All that has it is asked for.
pub fn keyword_page(text: String) -> Address {
    let (scope, form) = (ScopeFilter::All, Forms::all());
    let filter = CaseFilter { text, scope, form, ..CaseFilter::default() };
    Address::with_query(Route::Cases, CaseQuery { filter, ..CaseQuery::default() })
}

/// Gives the page to which a name leads; among places a municipality leads to its prefecture.
pub fn named_page(snapshot: &Snapshot, scope: NameScope, named: Named) -> Option<Address> {
    let route = match named {
        Named::Municipality(code) if scope == NameScope::Places => Route::Prefecture(code.prefecture()),
        Named::Municipality(code) => Route::Municipality(code),
        Named::Prefecture(code) => Route::Prefecture(code),
        Named::System(at) => Route::System(snapshot.terms.system_types.get(at)?.slug.clone()),
        Named::Case(row) => Route::Case(snapshot.cases.row(row).id().clone()),
    };
    Some(route.into())
}
