//! The query string of a view: `key=value,value&…`. Defaults are left out and the order is fixed, so that one
//! view has one address.

use std::fmt::{self, Display};
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use strum::VariantArray;

use super::writer::Writer;
use super::{
    CaseFilter, Columns, Direction, Forms, Near, ScopeFilter, Set, Sort, SortKey, Unknown, Vendors, View,
};
use crate::domain::{Snapshot, SnapshotId, Term};

/// A view of the list of cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseQuery {
    pub filter: CaseFilter,
    /// The size that the cases are compared with.
    pub near: Option<Near>,
    pub sort: Sort,
    pub page: PageNumber,
    pub per: PerPage,
    pub view: View,
    pub columns: Columns,
    /// The snapshot asked for; the default one otherwise.
    pub snapshot: Option<SnapshotId>,
}

/// A page of a list, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageNumber(u32);

impl Default for PageNumber {
    fn default() -> Self {
        Self(1)
    }
}

impl PageNumber {
    /// Gives `None` for 0.
    pub fn new(number: u32) -> Option<Self> {
        (number > 0).then_some(Self(number))
    }

    pub fn number(self) -> u32 {
        self.0
    }
}

/// Rows on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum PerPage {
    #[default]
    P25,
    P50,
    P100,
}

impl PerPage {
    pub fn rows(self) -> usize {
        match self {
            Self::P25 => 25,
            Self::P50 => 50,
            Self::P100 => 100,
        }
    }
}

/// Something in a query string that is not understood and therefore ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// No such key, or a key that is given twice.
    Key(String),
    Value {
        key: String,
        value: String,
    },
}

impl CaseQuery {
    /// Reads a query string, with or without `?` before it; leaves out and reports what it does not
    /// understand.
    pub fn parse(text: &str) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        let mut seen = Set::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (key, value) in form_urlencoded::parse(text.as_bytes()) {
            if !seen.insert(key.to_string()) {
                problems.push(QueryProblem::Key(key.into_owned()));
                continue;
            }
            if !value.is_empty() {
                query.read(&key, &value, &mut problems);
            }
        }
        if !seen.contains("sort") {
            query.sort = query.default_sort();
        } else if query.sort.key == SortKey::Near && query.near.is_none() {
            problems.push(QueryProblem::Value { key: "sort".to_owned(), value: query.sort.to_string() });
            query.sort = query.default_sort();
        }
        (query, problems)
    }

    /// Gives the order without a choice. It is that of closeness where there is a size to compare with, otherwise
    /// that by what is known.
    pub fn default_sort(&self) -> Sort {
        match self.near {
            Some(_) => Sort { key: SortKey::Near, direction: Direction::Ascending },
            None => Sort::default(),
        }
    }

    /// Compares with another size. An order that was not chosen follows.
    pub fn set_near(&mut self, near: Option<Near>) {
        let was_default = self.sort == self.default_sort();
        self.near = near;
        if was_default || (self.sort.key == SortKey::Near && near.is_none()) {
            self.sort = self.default_sort();
        }
    }

    /// Leaves out the slugs that this snapshot does not know, and reports them. Vendors get the fullest form of
    /// their names.
    pub fn known_in(mut self, snapshot: &Snapshot) -> (Self, Vec<QueryProblem>) {
        let mut problems = Vec::new();
        let filter = &mut self.filter;
        if !filter.vendor.is_empty() {
            let vendors = Vendors::of(&snapshot.cases);
            let full = |name: &String| vendors.find(name).map_or_else(|| name.clone(), str::to_owned);
            filter.vendor = filter.vendor.iter().map(full).collect();
        }
        retain(&mut filter.system, "system", |slug| snapshot.system_type(slug).is_some(), &mut problems);
        retain(&mut filter.benefit, "benefit", |slug| snapshot.terms.benefit(slug).is_some(), &mut problems);
        let is_region = |slug: &_| snapshot.prefectures.regions.iter().any(|region| region.slug == *slug);
        retain(&mut filter.region, "region", is_region, &mut problems);
        (self, problems)
    }

    fn read(&mut self, key: &str, value: &str, problems: &mut Vec<QueryProblem>) {
        let filter = &mut self.filter;
        let bad = |value: &str| {
            problems.push(QueryProblem::Value { key: key.to_owned(), value: value.to_owned() });
        };
        match key {
            "q" => filter.text = value.trim().to_owned(),
            "domain" => set(&mut filter.domain, value, Term::from_slug, bad),
            "system" => set(&mut filter.system, value, parsed, bad),
            "pref" => set(&mut filter.pref, value, parsed, bad),
            "region" => set(&mut filter.region, value, parsed, bad),
            "subsidy" => set(&mut filter.subsidy, value, Term::from_slug, bad),
            "spec" => set(&mut filter.spec, value, Term::from_slug, bad),
            "status" => set(&mut filter.status, value, Term::from_slug, bad),
            "scope" => one(&mut filter.scope, value, ScopeFilter::from_slug, bad),
            "lead" => set(&mut filter.lead, value, Term::from_slug, bad),
            "benefit" => set(&mut filter.benefit, value, parsed, bad),
            "has" => set(&mut filter.has, value, Term::from_slug, bad),
            "vendor" => filter.vendor = names(value),
            "product" => filter.product = names(value),
            "members" => one(&mut filter.members, value, optional, bad),
            "pop" => one(&mut filter.pop, value, optional, bad),
            "staff" => one(&mut filter.staff, value, optional, bad),
            "initial" => one(&mut filter.initial, value, optional, bad),
            "annual" => one(&mut filter.annual, value, optional, bad),
            "year" => one(&mut filter.year, value, optional, bad),
            "partner" => set(&mut filter.partner, value, parsed, bad),
            "participant" => set(&mut filter.participant, value, parsed, bad),
            "end" => one(&mut filter.end, value, optional, bad),
            "near" => one(&mut self.near, value, optional, bad),
            "form" => {
                let mut forms = Set::default();
                set(&mut forms, value, Term::from_slug, bad);
                filter.form = forms.into();
            }
            "source" => set(&mut filter.source, value, Term::from_slug, bad),
            "open" => set(&mut filter.open, value, Term::from_slug, bad),
            "missing" => set(&mut filter.missing, value, Unknown::from_slug, bad),
            "sort" => one(&mut self.sort, value, parsed, bad),
            "page" => one(&mut self.page, value, |value| parsed(value).and_then(PageNumber::new), bad),
            "per" => {
                let rows = |value: &str| {
                    PerPage::VARIANTS.iter().copied().find(|per| per.rows().to_string() == value)
                };
                one(&mut self.per, value, rows, bad);
            }
            "view" => one(&mut self.view, value, Term::from_slug, bad),
            "cols" => {
                let mut columns = Set::default();
                set(&mut columns, value, Term::from_slug, bad);
                self.columns = Columns::new(columns).unwrap_or_default();
            }
            "snapshot" => one(&mut self.snapshot, value, optional, bad),
            super::LANGUAGE | super::embed::EMBED => {}
            _ => problems.push(QueryProblem::Key(key.to_owned())),
        }
    }
}

impl Display for CaseQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filter = &self.filter;
        let mut out = Writer { f, first: true };
        out.text("q", &filter.text)?;
        out.slugs("domain", &filter.domain)?;
        out.codes("system", &filter.system)?;
        out.codes("pref", &filter.pref)?;
        out.codes("region", &filter.region)?;
        out.slugs("subsidy", &filter.subsidy)?;
        out.slugs("spec", &filter.spec)?;
        out.slugs("status", &filter.status)?;
        out.changed("scope", filter.scope, ScopeFilter::slug)?;
        out.slugs("lead", &filter.lead)?;
        out.codes("benefit", &filter.benefit)?;
        out.slugs("has", &filter.has)?;
        out.names("vendor", &filter.vendor)?;
        out.names("product", &filter.product)?;
        out.optional("members", filter.members)?;
        out.optional("pop", filter.pop)?;
        out.optional("staff", filter.staff)?;
        out.optional("initial", filter.initial)?;
        out.optional("annual", filter.annual)?;
        out.optional("year", filter.year)?;
        out.codes("partner", &filter.partner)?;
        out.codes("participant", &filter.participant)?;
        out.optional("end", filter.end)?;
        out.optional("near", self.near)?;
        if filter.form != Forms::default() {
            out.slugs("form", filter.form.set())?;
        }
        out.slugs("source", &filter.source)?;
        out.slugs("open", &filter.open)?;
        out.list("missing", filter.missing.iter().map(|it| it.slug().to_owned()))?;
        out.optional("sort", Some(self.sort).filter(|sort| *sort != self.default_sort()))?;
        out.changed("page", self.page, PageNumber::number)?;
        out.changed("per", self.per, PerPage::rows)?;
        out.changed("view", self.view, Term::slug)?;
        if self.columns != Columns::default() {
            out.slugs("cols", self.columns.set())?;
        }
        out.optional("snapshot", self.snapshot.as_ref())
    }
}

fn set<T: Ord>(slot: &mut Set<T>, text: &str, read: impl Fn(&str) -> Option<T>, mut bad: impl FnMut(&str)) {
    for value in text.split(',').map(str::trim).filter(|value| !value.is_empty()) {
        match read(value) {
            Some(value) => {
                slot.insert(value);
            }
            None => bad(value),
        }
    }
}

fn one<T>(slot: &mut T, text: &str, read: impl Fn(&str) -> Option<T>, mut bad: impl FnMut(&str)) {
    match read(text.trim()) {
        Some(value) => *slot = value,
        None => bad(text),
    }
}

fn parsed<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn optional<T: FromStr>(text: &str) -> Option<Option<T>> {
    text.parse().ok().map(Some)
}

fn names(text: &str) -> Set<String> {
    let name = |part: &str| percent_decode_str(part).decode_utf8_lossy().trim().to_owned();
    text.split(',').map(name).filter(|name| !name.is_empty()).collect()
}

fn retain<T: Ord + Display>(
    slot: &mut Set<T>,
    key: &str,
    known: impl Fn(&T) -> bool,
    problems: &mut Vec<QueryProblem>,
) {
    slot.retain(|value| {
        let known = known(value);
        if !known {
            problems.push(QueryProblem::Value { key: key.to_owned(), value: value.to_string() });
        }
        known
    });
}
