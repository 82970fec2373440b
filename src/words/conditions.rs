//! The conditions of a filter in words, each with the query that does without it.

use joint_procurement_core::domain::{MunicipalityCode, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, CaseQuery, MonthRange, Page, ScopeFilter, Set};

use super::Words;

/// One condition that a reader can take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// For example `領域：事業部門`.
    pub text: String,
    /// The same view without the condition, from its first page.
    pub without: CaseQuery,
}

/// Every condition of the query, in the order of the query keys.
pub fn conditions(
    query: &CaseQuery,
    snapshot: &Snapshot,
    words: &Words,
    municipality: impl Fn(MunicipalityCode) -> Option<String>,
) -> Vec<Condition> {
    let filter = &query.filter;
    let list = &words.list;
    let mut found = Collector { query, words, found: Vec::new() };
    if !filter.text.is_empty() {
        found.add(list.search, filter.text.clone(), &|filter| filter.text.clear());
    }
    for &domain in &filter.domain {
        found.add(list.domain, domain.ja().to_owned(), &|filter| remove(&mut filter.domain, &domain));
    }
    for slug in &filter.system {
        found.add(list.system, snapshot.system_name(slug).to_owned(), &|filter| {
            remove(&mut filter.system, slug)
        });
    }
    for &code in &filter.pref {
        let name = snapshot.prefecture_name(code).to_owned();
        found.add(list.prefecture, name, &|filter| remove(&mut filter.pref, &code));
    }
    for slug in &filter.region {
        let region = snapshot.prefectures.regions.iter().find(|region| region.slug == *slug);
        let name = region.map_or_else(|| slug.to_string(), |region| region.name.clone());
        found.add(list.region, name, &|filter| remove(&mut filter.region, slug));
    }
    for &answer in &filter.subsidy {
        let name = (list.subsidy_answer)(answer).to_owned();
        found.add(list.subsidy, name, &|filter| remove(&mut filter.subsidy, &answer));
    }
    for &answer in &filter.spec {
        let name = (list.specification_answer)(answer).to_owned();
        found.add(list.specification, name, &|filter| remove(&mut filter.spec, &answer));
    }
    for &status in &filter.status {
        let name = (list.status_name)(status).to_owned();
        found.add(list.status, name, &|filter| remove(&mut filter.status, &status));
    }
    if filter.scope != ScopeFilter::default() {
        let name = (list.scope_name)(filter.scope).to_owned();
        found.add(list.scope, name, &|filter| filter.scope = ScopeFilter::default());
    }
    for &kind in &filter.lead {
        found.add(list.lead_kind, kind.ja().to_owned(), &|filter| remove(&mut filter.lead, &kind));
    }
    for slug in &filter.benefit {
        let name =
            snapshot.terms.benefit(slug).map_or_else(|| slug.to_string(), |benefit| benefit.name.clone());
        found.add(list.benefit, name, &|filter| remove(&mut filter.benefit, slug));
    }
    for &has in &filter.has {
        found.add(list.has, has.ja().to_owned(), &|filter| remove(&mut filter.has, &has));
    }
    for name in &filter.vendor {
        found.add(list.vendor, name.clone(), &|filter| remove(&mut filter.vendor, name));
    }
    for name in &filter.product {
        found.add(list.product, name.clone(), &|filter| remove(&mut filter.product, name));
    }
    found.ranges();
    for &code in &filter.partner {
        let name = snapshot.prefecture_name(code).to_owned();
        found.add(list.partner, name, &|filter| remove(&mut filter.partner, &code));
    }
    for &code in &filter.participant {
        let name = municipality(code).unwrap_or_else(|| code.to_string());
        found.add(list.participant, name, &|filter| remove(&mut filter.participant, &code));
    }
    if let Some(range) = filter.end {
        found.add(list.end, months(range, words), &|filter| filter.end = None);
    }
    found.found
}

struct Collector<'a> {
    query: &'a CaseQuery,
    words: &'a Words,
    found: Vec<Condition>,
}

impl Collector<'_> {
    fn add(&mut self, condition: &str, value: String, drop: &dyn Fn(&mut CaseFilter)) {
        let mut without = self.query.clone();
        drop(&mut without.filter);
        without.page = Page::default();
        self.found.push(Condition { text: (self.words.list.chip)(condition, &value), without });
    }

    fn ranges(&mut self) {
        let (filter, list) = (&self.query.filter, &self.words.list);
        let number = list.count_range;
        if let Some(range) = filter.members {
            self.add(list.members, number(range, "団体"), &|filter| filter.members = None);
        }
        if let Some(range) = filter.pop {
            self.add(list.population, number(range, "人"), &|filter| filter.pop = None);
        }
        if let Some(range) = filter.staff {
            self.add(list.staff, number(range, "人"), &|filter| filter.staff = None);
        }
        if let Some(range) = filter.initial {
            self.add(list.initial, (list.yen_range)(range), &|filter| filter.initial = None);
        }
        if let Some(range) = filter.annual {
            self.add(list.annual, (list.yen_range)(range), &|filter| filter.annual = None);
        }
        if let Some(range) = filter.year {
            self.add(list.year, (list.year_range)(range), &|filter| filter.year = None);
        }
    }
}

fn remove<T: Ord>(set: &mut Set<T>, value: &T) {
    set.remove(value);
}

fn months(range: MonthRange, words: &Words) -> String {
    let text = |end: Option<_>| end.map(|end| words.year_month(end)).unwrap_or_default();
    format!("{}～{}", text(range.from()), text(range.to()))
}
