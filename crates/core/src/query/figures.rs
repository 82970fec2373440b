//! A table of the reader's choice: `rows`, `columns`, `measure`, `view`, and the filter of the list.

use std::fmt;

use super::{CaseFilter, CaseQuery, Dimension, Measure, QueryProblem, Set};
use crate::domain::{Snapshot, SnapshotId, Term, vocabulary};

vocabulary! {
    /// The form of the figures.
    #[derive(Default)]
    FiguresView {
        #[default]
        Table = "table", "表";
        Heatmap = "heatmap", "ヒートマップ";
        Bars = "bars", "棒グラフ";
    }
}

/// The value of `columns` for a table of rows alone.
const NONE: &str = "none";

/// Keys of the list that mean nothing here.
const LIST_ONLY: [&str; 5] = ["near", "sort", "page", "per", "cols"];

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresQuery {
    pub rows: Dimension,
    /// Another dimension than that of the rows.
    pub columns: Option<Dimension>,
    pub measure: Measure,
    pub view: FiguresView,
    pub filter: CaseFilter,
    pub snapshot: Option<SnapshotId>,
}

impl Default for FiguresQuery {
    fn default() -> Self {
        Self {
            rows: Dimension::default(),
            columns: default_columns(Dimension::default()),
            measure: Measure::default(),
            view: FiguresView::default(),
            filter: CaseFilter::default(),
            snapshot: None,
        }
    }
}

/// Gives the columns without a choice.
fn default_columns(rows: Dimension) -> Option<Dimension> {
    (rows != Dimension::Domain).then_some(Dimension::Domain)
}

impl FiguresQuery {
    /// Reads a query string, with or without `?` before it; leaves out and reports what it does not
    /// understand.
    pub fn parse(text: &str) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut columns = None;
        let mut problems = Vec::new();
        let mut seen = Set::default();
        // The rest, which the list understands too, as it was written.
        let mut rest = String::new();
        for part in text.strip_prefix('?').unwrap_or(text).split('&') {
            let Some((key, value)) = form_urlencoded::parse(part.as_bytes()).next() else { continue };
            let understood = match key.as_ref() {
                key if LIST_ONLY.contains(&key) => None,
                "rows" => Some(set(&mut query.rows, &value)),
                "columns" if value == NONE => {
                    columns = Some(None);
                    Some(true)
                }
                "columns" => Some(Dimension::from_slug(&value).map(|it| columns = Some(Some(it))).is_some()),
                "measure" => Some(set(&mut query.measure, &value)),
                "view" => Some(set(&mut query.view, &value)),
                _ => {
                    rest.push('&');
                    rest.push_str(part);
                    continue;
                }
            };
            let is_new = seen.insert(key.to_string());
            match understood {
                Some(true) if is_new => {}
                Some(false) if is_new && value.is_empty() => {}
                Some(false) if is_new => {
                    problems.push(QueryProblem::Value { key: key.into_owned(), value: value.into_owned() })
                }
                _ => problems.push(QueryProblem::Key(key.into_owned())),
            }
        }
        query.columns = columns.unwrap_or_else(|| default_columns(query.rows));
        if query.columns == Some(query.rows) {
            query.columns = None;
            let value = query.rows.slug().to_owned();
            problems.push(QueryProblem::Value { key: "columns".to_owned(), value });
        }
        let (CaseQuery { filter, snapshot, .. }, more) = CaseQuery::parse(rest.trim_start_matches('&'));
        problems.extend(more);
        (Self { filter, snapshot, ..query }, problems)
    }

    /// Leaves out the slugs that this snapshot does not know, and reports them.
    pub fn known_in(self, snapshot: &Snapshot) -> (Self, Vec<QueryProblem>) {
        let (CaseQuery { filter, .. }, problems) = self.list().known_in(snapshot);
        (Self { filter, ..self }, problems)
    }

    /// Gives the list of the cases that are counted.
    pub fn list(&self) -> CaseQuery {
        CaseQuery { filter: self.filter.clone(), snapshot: self.snapshot.clone(), ..CaseQuery::default() }
    }
}

fn set<T: Term>(slot: &mut T, value: &str) -> bool {
    let value = T::from_slug(value);
    *slot = value.unwrap_or(*slot);
    value.is_some()
}

impl fmt::Display for FiguresQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = Self::default();
        let columns =
            (self.columns != default_columns(self.rows)).then(|| self.columns.map_or(NONE, Term::slug));
        let pairs = [
            ("rows", (self.rows != plain.rows).then(|| self.rows.slug())),
            ("columns", columns),
            ("measure", (self.measure != plain.measure).then(|| self.measure.slug())),
            ("view", (self.view != plain.view).then(|| self.view.slug())),
        ];
        let mut separator = "";
        for (key, value) in pairs {
            if let Some(value) = value {
                write!(f, "{separator}{key}={value}")?;
                separator = "&";
            }
        }
        let list = self.list().to_string();
        if list.is_empty() { Ok(()) } else { write!(f, "{separator}{list}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_view_has_one_address() {
        let text =
            "rows=system&columns=none&measure=population&view=bars&pref=31&scope=all&snapshot=2026-11-23";
        let (query, problems) = FiguresQuery::parse(&format!("?{text}"));
        assert_eq!((query.to_string().as_str(), problems.as_slice()), (text, [].as_slice()));
        for text in ["", "rows=region&columns=domain&measure=cases&view=table", "rows=&view="] {
            assert_eq!(FiguresQuery::parse(text), (FiguresQuery::default(), Vec::new()), "{text}");
        }
        assert_eq!(FiguresQuery::default().to_string(), "");
        // The domains need no columns to be themselves.
        for text in ["rows=domain", "rows=domain&columns=none"] {
            let (query, problems) = FiguresQuery::parse(text);
            assert_eq!((query.columns, problems), (None, Vec::new()));
            assert_eq!(query.to_string(), "rows=domain");
        }
        let names = "vendor=A%252CB,C&q=%26";
        assert_eq!(FiguresQuery::parse(names).0.to_string(), "q=%26&vendor=A%252CB,C");
    }

    #[test]
    fn what_is_not_understood_is_reported() {
        let value = |key: &str, value: &str| QueryProblem::Value { key: key.into(), value: value.into() };
        let key = |key: &str| QueryProblem::Key(key.into());
        let (query, problems) =
            FiguresQuery::parse("rows=year&columns=year&measure=yen&page=2&colour=red&pref=99");
        assert_eq!(query.to_string(), "rows=year&columns=none");
        let expected = [
            value("measure", "yen"),
            key("page"),
            value("columns", "year"),
            key("colour"),
            value("pref", "99"),
        ];
        assert_eq!(problems, expected);
        let (query, problems) = FiguresQuery::parse("view=bars&view=heatmap&lang=en");
        assert_eq!(problems, [key("view")]);
        assert_eq!(query.columns, Some(Dimension::Domain));
    }
}
