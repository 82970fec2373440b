//! Storage of the browser. Where it is refused or full (private mode, no rights) nothing is kept, which no reader
//! need be told: each use does without.

use leptos::prelude::window;
use web_sys::Storage;

use super::embedded_card;

/// A storage by how long it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// Storage until the tab is closed.
    ThisVisit,
    /// Storage for later visits too.
    Always,
}

impl Stored {
    pub fn read(self, key: &str) -> Option<String> {
        self.storage()?.get_item(key).ok().flatten()
    }

    /// Keeps a value, or forgets the one that is kept. In the page of another nothing is kept.
    pub fn write(self, key: &str, value: Option<&str>) {
        if let Some(storage) = self.storage().filter(|_| embedded_card().is_none()) {
            let _ = match value {
                Some(value) => storage.set_item(key, value),
                None => storage.remove_item(key),
            };
        }
    }

    fn storage(self) -> Option<Storage> {
        let storage = match self {
            Self::ThisVisit => window().session_storage(),
            Self::Always => window().local_storage(),
        };
        storage.ok().flatten()
    }
}
