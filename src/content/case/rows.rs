//! Facts with those that are not known gathered, since rows that say the same would hide the rest.

use joint_procurement_core::domain::{self, Fact, MissingReason, Snapshot};

use crate::content::{FactRow, Inline, Text};
use crate::words;

/// Facts as they are met: the known ones in their order, the others by why they are missing.
pub(in crate::content) struct Rows<'a> {
    snapshot: &'a Snapshot,
    known: Vec<FactRow>,
    missing: Vec<(Option<MissingReason>, String)>,
}

impl<'a> Rows<'a> {
    pub(in crate::content) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, known: Vec::new(), missing: Vec::new() }
    }

    /// Adds a fact that has words of its own, whatever is known.
    pub(in crate::content) fn push(&mut self, fact: FactRow) {
        self.known.push(fact);
    }

    pub(in crate::content) fn add<T: Into<Text>>(&mut self, name: impl Into<String>, value: Fact<T>) {
        match value {
            Fact::Known(value) => self.known.push(FactRow::new(name, value)),
            Fact::Missing(reason) => self.missing.push((reason, name.into())),
        }
    }

    /// Says why all of them are missing, where that is one thing.
    pub(in crate::content) fn all_missing(&self) -> Option<&'static str> {
        let &(reason, _) = self.missing.first()?;
        let is_one = self.known.is_empty() && self.missing.iter().all(|(other, _)| *other == reason);
        is_one.then(|| words::missing(reason, self.snapshot.meta.kind))
    }

    /// Takes the known facts out, for a place of their own.
    pub(in crate::content) fn take_known(&mut self) -> Vec<FactRow> {
        std::mem::take(&mut self.known)
    }

    /// Gives the known facts, then a row for each reason with the names of those that are missing. The
    /// plainly unknown come last.
    pub(in crate::content) fn finish(self) -> Vec<FactRow> {
        let Self { snapshot, known: mut facts, missing } = self;
        let reasons = domain::Term::ALL.iter().copied().map(Some).chain([None]);
        for reason in reasons {
            let names = missing.iter().filter(|(of, _)| *of == reason).map(|(_, name)| name.as_str());
            let names: Vec<&str> = names.collect();
            if !names.is_empty() {
                let names = Inline::Unknown(names.join(words::BETWEEN));
                facts.push(FactRow::new(words::missing(reason, snapshot.meta.kind), names));
            }
        }
        facts
    }
}
