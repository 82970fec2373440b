//! The way that a run has come, as a bar on a terminal; nothing elsewhere.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

/// A bar, which goes away with its end.
pub struct Bar(Option<ProgressBar>);

impl Bar {
    /// Shows a bar of so many steps; `what` says what is counted, in Japanese.
    pub fn new(all: usize, what: &str) -> Self {
        let bar = io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(all as u64);
            // The default where the template should be wrong.
            let template = format!("{what} {{bar:30}} {{pos}}/{{len}}件（残り {{eta}}） {{msg}}");
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style);
            }
            bar
        });
        Self(bar)
    }

    /// Shows a bar only where there is so much to do that a person would wait.
    pub fn of_many(all: usize, what: &str) -> Self {
        const MANY: usize = 2_000;
        if all < MANY { Self(None) } else { Self::new(all, what) }
    }

    pub fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }
}

#[cfg(feature = "links")]
impl Bar {
    pub fn is_shown(&self) -> bool {
        self.0.is_some()
    }

    /// Says beside the bar what is being done.
    pub fn tell(&self, message: String) {
        if let Some(bar) = &self.0 {
            bar.set_message(message);
        }
    }
}

impl Bar {
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.finish();
    }
}
