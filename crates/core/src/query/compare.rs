//! The cases that are compared side by side: `ids=a,b,c`.

use std::fmt;

use super::QueryProblem;
use crate::domain::{CaseId, SnapshotId};

/// Up to four cases in the order in which they stand side by side, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareQuery {
    ids: Vec<CaseId>,
    pub snapshot: Option<SnapshotId>,
}

impl CompareQuery {
    /// More do not fit side by side.
    pub const AT_MOST: usize = 4;

    /// Keeps the first four of these, each once.
    pub fn new(ids: impl IntoIterator<Item = CaseId>) -> Self {
        let mut query = Self::default();
        for id in ids {
            query.add(id);
        }
        query
    }

    /// Reads a query string, with or without `?` before it; leaves out and reports what it does not
    /// understand.
    pub fn parse(text: &str) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        for (key, value) in form_urlencoded::parse(text.strip_prefix('?').unwrap_or(text).as_bytes()) {
            let mut bad = |value: &str| {
                problems.push(QueryProblem::Value { key: key.to_string(), value: value.to_owned() });
            };
            match key.as_ref() {
                "ids" => {
                    for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
                        if !id.parse().is_ok_and(|id| query.add(id)) {
                            bad(id);
                        }
                    }
                }
                "snapshot" => match value.parse() {
                    Ok(id) => query.snapshot = Some(id),
                    Err(_) => bad(&value),
                },
                super::LANGUAGE | super::embed::EMBED => {}
                _ => problems.push(QueryProblem::Key(key.to_string())),
            }
        }
        (query, problems)
    }

    pub fn ids(&self) -> &[CaseId] {
        &self.ids
    }

    /// Adds a case; tells if it is among them afterwards without having been before.
    pub fn add(&mut self, id: CaseId) -> bool {
        let fits = self.ids.len() < Self::AT_MOST && !self.ids.contains(&id);
        if fits {
            self.ids.push(id);
        }
        fits
    }

    /// Gives the same without a case.
    #[must_use]
    pub fn without(&self, id: &CaseId) -> Self {
        Self {
            ids: self.ids.iter().filter(|it| *it != id).cloned().collect(),
            snapshot: self.snapshot.clone(),
        }
    }
}

impl fmt::Display for CompareQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if !self.ids.is_empty() {
            let ids: Vec<&str> = self.ids.iter().map(CaseId::as_str).collect();
            write!(f, "ids={}", ids.join(","))?;
            separator = "&";
        }
        match &self.snapshot {
            Some(id) => write!(f, "{separator}snapshot={id}"),
            None => Ok(()),
        }
    }
}
