//! State that no address tells, kept for one visit: the cases picked and the list one came from. The cases picked
//! also survive a reload.

use joint_procurement_core::domain::CaseId;
use joint_procurement_core::query::CaseQuery;
use leptos::prelude::*;

use crate::browser::Stored;

/// Handle to both, given by context.
#[derive(Clone, Copy)]
pub struct Visit {
    picked: RwSignal<Vec<CaseId>>,
    list: RwSignal<Option<CaseQuery>>,
}

/// The key under which the cases picked outlive a reload.
const PICKED_KEY: &str = "picked";

impl Visit {
    /// Restores what was picked before a reload; nothing where the page is being written.
    pub(crate) fn start(is_written: bool) -> Self {
        let stored = if is_written { None } else { Stored::ThisVisit.read(PICKED_KEY) };
        let picked = stored.unwrap_or_default().split_whitespace().filter_map(|id| id.parse().ok()).collect();
        Self { picked: RwSignal::new(picked), list: RwSignal::new(None) }
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
        self.store();
    }

    pub fn drop_all(self) {
        self.picked.set(Vec::new());
        self.store();
    }

    fn store(self) {
        let picked = self.picked.get_untracked();
        let ids: Vec<&str> = picked.iter().map(CaseId::as_str).collect();
        Stored::ThisVisit.write(PICKED_KEY, (!ids.is_empty()).then(|| ids.join(" ")).as_deref());
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
