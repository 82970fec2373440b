//! The form of the matrix of prefectures and system types: `domain`, `region`, `sort`, `view`, `cols`.

use std::fmt;

use super::QueryProblem;
use crate::domain::{Domain, Slug, SnapshotId, Term, vocabulary};

vocabulary! {
    /// The form of the matrix.
    #[derive(Default)]
    MatrixView {
        #[default]
        Table = "table", "表";
        List = "list", "文章";
    }
}

/// The value of `cols` with which no column is folded.
const UNFOLDED: &str = "all";

/// A view of the matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixQuery {
    /// The domain whose cases are counted; all without one.
    pub domain: Option<Domain>,
    /// The region whose prefectures are shown; all without one.
    pub region: Option<Slug>,
    /// The system type whose states order the prefectures; their codes do without one.
    pub sort: Option<Slug>,
    pub view: MatrixView,
    /// A flag for a column for each type, those with hardly a case too.
    pub unfolded: bool,
    pub snapshot: Option<SnapshotId>,
}

impl MatrixQuery {
    /// Reads a query string, with or without `?` before it; leaves out and reports what it does not
    /// understand.
    pub fn parse(text: &str) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        for (key, value) in form_urlencoded::parse(text.strip_prefix('?').unwrap_or(text).as_bytes()) {
            if value.is_empty() {
                continue;
            }
            let value = value.as_ref();
            let understood = match key.as_ref() {
                "domain" => fill(&mut query.domain, Domain::from_slug(value)),
                "region" => fill(&mut query.region, value.parse().ok()),
                "sort" => fill(&mut query.sort, value.parse().ok()),
                "snapshot" => fill(&mut query.snapshot, value.parse().ok()),
                "view" => MatrixView::from_slug(value).map(|view| query.view = view).is_some(),
                "cols" if value == UNFOLDED => {
                    query.unfolded = true;
                    true
                }
                "cols" => false,
                super::LANGUAGE | super::embed::EMBED => continue,
                _ => {
                    problems.push(QueryProblem::Key(key.into_owned()));
                    continue;
                }
            };
            if !understood {
                problems.push(QueryProblem::Value { key: key.into_owned(), value: value.to_owned() });
            }
        }
        (query, problems)
    }
}

fn fill<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let understood = value.is_some();
    *slot = value.or(slot.take());
    understood
}

impl fmt::Display for MatrixQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let view = (self.view != MatrixView::default()).then(|| self.view.slug());
        let pairs = [
            ("domain", self.domain.map(Term::slug)),
            ("region", self.region.as_ref().map(Slug::as_str)),
            ("sort", self.sort.as_ref().map(Slug::as_str)),
            ("view", view),
            ("cols", self.unfolded.then_some(UNFOLDED)),
            ("snapshot", self.snapshot.as_ref().map(SnapshotId::as_str)),
        ];
        let mut separator = "";
        for (key, value) in pairs {
            if let Some(value) = value {
                write!(f, "{separator}{key}={value}")?;
                separator = "&";
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_view_has_one_address() {
        let text = "domain=tools&region=tohoku&sort=groupware&view=list&cols=all&snapshot=2026-11-23";
        let (query, problems) = MatrixQuery::parse(&format!("?{text}"));
        assert_eq!((query.to_string().as_str(), problems.as_slice()), (text, [].as_slice()));
        assert_eq!(MatrixQuery::parse("view=table&sort=").0, MatrixQuery::default());
        assert_eq!(MatrixQuery::default().to_string(), "");
    }

    #[test]
    fn what_is_not_understood_is_reported() {
        let (query, problems) = MatrixQuery::parse("domain=nowhere&region=tohoku&q=x&view=map&cols=2");
        assert_eq!(query.to_string(), "region=tohoku");
        let value = |key: &str, value: &str| QueryProblem::Value { key: key.into(), value: value.into() };
        let key = QueryProblem::Key("q".into());
        let expected = [value("domain", "nowhere"), key, value("view", "map"), value("cols", "2")];
        assert_eq!(problems, expected);
    }
}
