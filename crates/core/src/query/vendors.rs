//! Vendors, whichever way a source writes their names.

use crate::domain::{CaseRef, CaseTable, Fact};
use crate::text::organization;

/// The names of the vendors of a table, each in its fullest form.
#[derive(Clone, Debug)]
pub struct Vendors<'a> {
    cases: &'a CaseTable,
    /// In the order of the codes of the table; what is left of each name without its legal form.
    plain: Vec<String>,
    full: Vec<&'a str>,
}

impl<'a> Vendors<'a> {
    pub fn of(cases: &'a CaseTable) -> Self {
        let names = cases.vendors().dictionary();
        let plain: Vec<String> = names.iter().map(|name| organization(name)).collect();
        let full = plain.iter().map(|it| {
            let same =
                names.iter().zip(&plain).filter(|(_, other)| *other == it).map(|(name, _)| name.as_str());
            // The first in order of several that are as long.
            same.rev().max_by_key(|name| name.len()).unwrap_or_default()
        });
        let full = full.collect();
        Self { cases, plain, full }
    }

    /// Gives the vendor of a case by the fullest form of its name.
    pub fn name(&self, case: CaseRef<'_>) -> Fact<&'a str> {
        let full = |_| self.cases.vendors().code(case.row()).and_then(|code| self.full.get(code)).copied();
        case.vendor().map(full).map(Option::unwrap_or_default)
    }

    /// Gives the fullest form of a name; none where no case has this vendor.
    pub fn find(&self, name: &str) -> Option<&'a str> {
        let plain = organization(name);
        let place = self.plain.iter().position(|it| *it == plain)?;
        self.full.get(place).copied()
    }
}
