//! Parts of a page that wait for data of their own.

use leptos::prelude::*;

/// The number of parts of the page that still wait for data of their own.
#[derive(Clone, Copy)]
pub(crate) struct Completeness(RwSignal<u32>);

impl Completeness {
    pub fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// Gives their number, from context.
    pub fn pending() -> RwSignal<u32> {
        let Self(pending) = expect_context();
        pending
    }
}

/// A hold of a part of a page until its data has come or failed. The page is complete without any.
#[derive(Clone, Copy)]
pub struct Hold {
    pending: RwSignal<u32>,
    released: StoredValue<bool>,
}

impl Hold {
    pub fn new() -> Self {
        let pending = Completeness::pending();
        pending.update(|pending| *pending += 1);
        let hold = Self { pending, released: StoredValue::new(false) };
        on_cleanup(move || hold.release());
        hold
    }

    pub fn release(self) {
        // `None` once the part itself is gone.
        if self.released.try_update_value(|released| !std::mem::replace(released, true)) == Some(true) {
            self.pending.update(|pending| *pending -= 1);
        }
    }
}

impl Default for Hold {
    fn default() -> Self {
        Self::new()
    }
}
