//! Parts of the page that is opened, each made in a task of its own.
//!
//! A browser compiles a function of the program when it is first called. So the first page takes several
//! times as long as a later one. It is still outside the document (`swap`): nobody sees it grow, and what a
//! reader does in the page that was sent is answered in between.

use std::collections::VecDeque;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Hold;
use crate::browser::next_task;

/// Handle to the parts that wait for their turn.
#[derive(Clone, Copy)]
pub(crate) struct Turns(StoredValue<Waiting>);

#[derive(Default)]
struct Waiting {
    parts: VecDeque<RwSignal<bool>>,
    /// A flag while turns are being given.
    runs: bool,
    /// A flag for a page that is complete; later parts are made at once.
    is_over: bool,
}

impl Turns {
    pub fn new() -> Self {
        Self(StoredValue::new(Waiting::default()))
    }

    pub fn end(self) {
        self.0.update_value(|waiting| waiting.is_over = true);
    }

    /// Makes a turn after all that wait; none once they are over.
    fn last(self) -> Option<RwSignal<bool>> {
        if self.0.with_value(|waiting| waiting.is_over) {
            return None;
        }
        let turn = RwSignal::new(false);
        let runs = self.0.try_update_value(|waiting| {
            waiting.parts.push_back(turn);
            std::mem::replace(&mut waiting.runs, true)
        });
        if runs == Some(false) {
            spawn_local(self.run());
        }
        Some(turn)
    }

    async fn run(self) {
        loop {
            next_task().await;
            let next = self.0.try_update_value(|waiting| {
                let next = waiting.parts.pop_front();
                waiting.runs = next.is_some();
                next
            });
            let Some(turn) = next.flatten() else { return };
            // Fails where the reader has gone on.
            turn.try_set(true);
        }
    }
}

/// A part that has its turn after those before it, while a page is opened. It is made at once in any other,
/// and where pages are written.
#[component]
pub fn InTurn(children: Children) -> impl IntoView {
    let Some(turn) = use_context::<Turns>().and_then(Turns::last) else { return children() };
    let hold = Hold::new();
    let waiting = StoredValue::new_local(Some(children));
    let part = move || {
        turn.get().then_some(())?;
        let children = waiting.try_update_value(Option::take).flatten()?;
        hold.release();
        Some(untrack(children))
    };
    part.into_any()
}
