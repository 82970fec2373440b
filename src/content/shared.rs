//! The shared services that figures leave out.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseFilter, FormAnswer, Matches, ScopeFilter, SearchIndex, Set};

use super::Text;
use crate::words;

/// Adds to a lead how many shared services a filter has, with the way to them. It adds
/// nothing where there are none.
pub(super) fn with_shared(snapshot: &Snapshot, mut lead: Text, filter: CaseFilter) -> Text {
    let form = Set::from([FormAnswer::SharedService]).into();
    let filter = CaseFilter { form, scope: ScopeFilter::All, ..filter };
    let count = Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases).len();
    if count > 0 {
        let sentence = words::overview::lead_shared(count);
        Text::linked(&sentence, vec![filter.into()]).into_iter().for_each(|piece| lead.push(piece));
    }
    lead
}
