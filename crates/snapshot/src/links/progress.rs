//! The way that a run has come: a bar on a terminal, lines elsewhere.

use std::io::{self, Write};

use crate::progress::Bar;

/// The addresses that were asked for, of all that will be.
pub struct Progress {
    all: usize,
    done: usize,
    bar: Bar,
}

impl Progress {
    pub fn new(all: usize) -> Self {
        Self { all, done: 0, bar: Bar::new(all, "") }
    }

    /// Tells of one address more.
    pub fn step(&mut self, address: &str, state: &str) {
        self.done += 1;
        let address = crate::problem::printable(address);
        if self.bar.is_shown() {
            self.bar.tell(format!("{state} {address}"));
            self.bar.step();
        } else {
            let _ = writeln!(io::stderr(), "{}/{} {state} {address}", self.done, self.all);
        }
    }

    pub fn finish(&self) {
        self.bar.finish();
    }
}
