//! The way that a run has come: a bar on a terminal, lines elsewhere.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

/// The addresses that were asked for, of all that will be.
pub struct Progress {
    all: usize,
    done: usize,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub fn new(all: usize) -> Self {
        let bar = io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(all as u64);
            // The default where the template should be wrong.
            if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}件（残り {eta}） {msg}")
            {
                bar.set_style(style);
            }
            bar
        });
        Self { all, done: 0, bar }
    }

    /// Tells of one address more.
    pub fn step(&mut self, address: &str, state: &str) {
        self.done += 1;
        let address = crate::problem::printable(address);
        match &self.bar {
            Some(bar) => {
                bar.set_message(format!("{state} {address}"));
                bar.inc(1);
            }
            None => {
                let _ = writeln!(io::stderr(), "{}/{} {state} {address}", self.done, self.all);
            }
        }
    }

    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
