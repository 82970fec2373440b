//! Every address of the site: the contract between links, prerendered pages and tests.

use crate::domain::{CaseId, Snapshot};

/// A page. Paths are relative to the site's base, begin without and end with a slash; the overview is
/// the empty path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    Overview,
    Cases,
    Case(CaseId),
    /// An address that no page has, as it was asked for.
    NotFound(String),
}

impl Route {
    /// The pages that exist whatever the data, in the order of the main menu.
    pub const FIXED: [Self; 2] = [Self::Overview, Self::Cases];

    /// Reads a path relative to the site's base, with or without slashes at its ends.
    pub fn parse(path: &str) -> Self {
        let not_found = || Self::NotFound(path.trim_matches('/').to_owned());
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments.as_slice() {
            [] | ["index.html"] => Self::Overview,
            ["cases"] => Self::Cases,
            ["cases", id] => id.parse().map_or_else(|_| not_found(), Self::Case),
            _ => not_found(),
        }
    }

    /// The path relative to the site's base, for example `cases/31-groupware-2017/`.
    pub fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::Cases => "cases/".to_owned(),
            Self::Case(id) => format!("cases/{id}/"),
            Self::NotFound(path) => path.clone(),
        }
    }

    /// Every address that exists with this snapshot, each once.
    pub fn all(snapshot: &Snapshot) -> Vec<Self> {
        let cases = snapshot.cases.iter().map(|case| Self::Case(case.id().clone()));
        Self::FIXED.into_iter().chain(cases).collect()
    }
}
