//! The shared services that figures leave out.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseFilter, FormAnswer, Matches, ScopeFilter, SearchIndex, Set};

use super::Text;
use crate::words;

/// Asks for the shared services, of every scope, among what a filter lets through.
pub(super) fn shared_services(filter: CaseFilter) -> CaseFilter {
    let form = Set::from([FormAnswer::SharedService]).into();
    CaseFilter { form, scope: ScopeFilter::All, ..filter }
}

/// Adds to a lead how many shared services a filter has, with the way to them. It adds
/// nothing where there are none.
pub(super) fn with_shared(snapshot: &Snapshot, mut lead: Text, filter: CaseFilter) -> Text {
    let filter = shared_services(filter);
    let count = Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases).len();
    if count > 0 {
        let sentence = words::overview::lead_shared(count);
        Text::linked(&sentence, vec![filter.into()]).into_iter().for_each(|piece| lead.push(piece));
    }
    lead
}
