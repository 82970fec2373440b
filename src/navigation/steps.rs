//! The entries of the browser's history: their numbers, and the height at which each was left.

use std::collections::BTreeMap;

use wasm_bindgen::JsValue;

use super::height::Height;
use crate::browser::{Stored, history};

/// The entries of the browser's history with the height at which each was left.
#[derive(Default)]
pub(super) struct Steps {
    current: u32,
    next: u32,
    heights: BTreeMap<u32, Height>,
    /// The entry of the list that was left last.
    list: Option<u32>,
    /// A flag that is false from a step until its page is complete. A page that still loads is short, and the
    /// browser and the router scroll it by themselves.
    settled: bool,
}

/// The key under which heights outlive a reload.
const HEIGHTS_KEY: &str = "scroll";

impl Steps {
    /// Restores the steps. After a reload the entry has its number and the heights are in the session's
    /// storage. A page that was opened anew in the same tab has no number yet: it gets one that no entry
    /// before it has had.
    pub fn restore() -> Self {
        let stored = Stored::ThisVisit.read(HEIGHTS_KEY).unwrap_or_default();
        let mut words = stored.split_whitespace();
        let next: u32 = words.next().and_then(|next| next.parse().ok()).unwrap_or(0);
        let heights = words.filter_map(read_height).collect();
        let mut steps = Self { current: next, next, heights, list: None, settled: false };
        steps.enter();
        steps
    }

    /// Takes note of the entry that is shown now. One without a number is new.
    pub fn enter(&mut self) {
        let number = entry_number(&history::state()).unwrap_or_else(|| {
            let number = self.begin();
            history::replace(&state_of(number), None);
            number
        });
        self.current = number;
        self.next = self.next.max(number + 1);
    }

    /// Gives the number of a new entry. Those ahead of the one that is shown are gone.
    fn begin(&mut self) -> u32 {
        self.heights.split_off(&(self.current + 1));
        self.next += 1;
        self.next - 1
    }

    /// Gives the state with which a new entry is written.
    pub fn new_state(&mut self) -> JsValue {
        state_of(self.begin())
    }

    /// Gives the state of a new entry whose page opens at the height at which the list was left.
    pub fn state_of_list(&mut self) -> JsValue {
        let height = self.list.and_then(|entry| self.heights.get(&entry)).cloned();
        let number = self.begin();
        self.heights.extend(height.map(|height| (number, height)));
        state_of(number)
    }

    /// Stops noting heights until the page of the next entry is complete.
    pub fn leave(&mut self, is_list: bool) {
        if is_list {
            self.list = Some(self.current);
        }
        self.settled = false;
    }

    /// Begins to note heights again.
    pub fn settle(&mut self) {
        self.settled = true;
    }

    pub fn note_height(&mut self, height: Height) {
        if self.settled {
            self.heights.insert(self.current, height);
        }
    }

    /// Takes note of what is read at the height noted, before the page goes.
    pub fn note_part(&mut self) {
        if let Some(height) = self.heights.get_mut(&self.current).filter(|_| self.settled) {
            height.note_part();
        }
    }

    /// Gives the height at which the entry was left, where it was left before.
    pub fn height(&self) -> Option<&Height> {
        self.heights.get(&self.current)
    }

    pub fn store(&self) {
        // Without storage a reload begins at the top.
        let heights: Vec<String> =
            self.heights.iter().map(|(entry, height)| format!("{entry}:{}", height.written())).collect();
        Stored::ThisVisit.write(HEIGHTS_KEY, Some(&format!("{} {}", self.next, heights.join(" "))));
    }
}

/// Reads `3:1200`: entry 3 was left at a height of 1200 pixels.
fn read_height(text: &str) -> Option<(u32, Height)> {
    let (entry, height) = text.split_once(':')?;
    Some((entry.parse().ok()?, Height::read(height)?))
}

fn state_of(number: u32) -> JsValue {
    JsValue::from_f64(f64::from(number))
}

/// Reads the number of an entry; `None` for one that has not been numbered.
pub(super) fn entry_number(state: &JsValue) -> Option<u32> {
    state.as_f64().map(|number| number as u32)
}
