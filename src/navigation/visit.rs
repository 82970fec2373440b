//! State that no address tells, kept for one visit: the cases picked and the list one came from.

use joint_procurement_core::domain::CaseId;
use joint_procurement_core::query::CaseQuery;
use leptos::prelude::*;

/// Handle to both, given by context.
#[derive(Clone, Copy)]
pub struct Visit {
    picked: RwSignal<Vec<CaseId>>,
    list: RwSignal<Option<CaseQuery>>,
}

impl Visit {
    pub(crate) fn start() -> Self {
        Self { picked: RwSignal::new(Vec::new()), list: RwSignal::new(None) }
    }

    /// Gives the cases that were picked to be compared or taken along, in the order of picking.
    pub fn picked(self) -> Vec<CaseId> {
        self.picked.get()
    }

    pub fn is_picked(self, id: &CaseId) -> bool {
        self.picked.with(|picked| picked.contains(id))
    }

    /// Picks a case, or no longer.
    pub fn toggle(self, id: &CaseId) {
        self.picked.update(|picked| match picked.iter().position(|it| it == id) {
            Some(place) => {
                picked.remove(place);
            }
            None => picked.push(id.clone()),
        });
    }

    pub fn drop_all(self) {
        self.picked.set(Vec::new());
    }

    /// Gives the list that was looked at last.
    pub fn list(self) -> Option<CaseQuery> {
        self.list.get_untracked()
    }

    pub fn note_list(self, query: CaseQuery) {
        self.list.set(Some(query));
    }
}

/// Gives the handle to what the reader has done so far.
pub fn use_visit() -> Visit {
    expect_context()
}
